"""Another source gives another figure for the same thing.

What it flags
-------------
Two statements of two articles that give the same quantity of the same thing at the same time different values, further
apart than rounding and words such as "about", "at least" or "dozens" allow. A headline or caption and the body of its
own article are compared in the same way. The flag stands at both places.

Why it matters
--------------
A figure is what readers remember and quote, and the one part of a statement that can simply be looked up.

What is not flagged
-------------------
Figures that agree within rounding or within what their words can mean; tolls and counts of different days, which
change; figures of different things, periods or units; the same digits at another scale (N002); a headline's figure that
the body has anywhere, or comes to when two of its figures are added.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.flag.cases import Case
from pipeline.flag.conflicts import both_ends, pairs, reason, slot
from pipeline.flag.examples import Example
from pipeline.model import Finding

CODE = "N001"
NAME = "number-conflict"
SEVERITY = "warning"

_DAY = "2023-05-10"

FLAGGED = (
    Example(
        (
            "Seats\n\nThe Harwick district is roughly 35 percent Latino, according to the census.",
            "Race\n\nAnn Tolliver, whose Harwick district is 71 percent Latino, will run again.",
        ),
        on="35 percent",
        published=(_DAY, _DAY),
        why="one share of one district, two values",
    ),
    Example(
        (
            "Grant\n\nThe Bellmont museum received a grant of $12 million from the Orr Foundation on Monday.",
            "Museum\n\nThe Orr Foundation gave the Bellmont museum a grant of $17 million on Monday.",
        ),
        on="$17 million",
        published=(_DAY, _DAY),
        why="one grant, two sums",
    ),
    Example(
        ("Twelve killed in Velden flood\n\nAt least 21 people were killed on Monday when the Velden burst its banks.",),
        on="Twelve killed",
        published=(_DAY,),
        why="a headline and its own body",
    ),
)
CLEAN = (
    Example(
        (
            "Nine killed in Velden flood\n\nSeven people were killed on Monday when the Velden burst its banks. Two "
            "more were killed when a bridge in Velden fell in the flood.",
        ),
        published=(_DAY,),
        why="a headline that adds up what the body tells apart",
    ),
    Example(
        (
            "Grant\n\nThe Bellmont museum received a grant of $12.3 million from the Orr Foundation on Monday.",
            "Museum\n\nThe Orr Foundation gave the Bellmont museum a grant of about $12 million on Monday.",
        ),
        published=(_DAY, _DAY),
        why="the same sum, rounded",
    ),
    Example(
        (
            "Flood\n\nAt least 12 people died in the Velden flood, officials said.",
            "Flood\n\nThe Velden flood killed 31 people.",
        ),
        published=("2023-05-10", "2023-05-13"),
        why="a toll that rises over days, and at least 12 are 31 too",
    ),
    Example(
        (
            "March\n\nDozens of people marched through Marlow on Saturday against the stadium.",
            "March\n\nSome 85 people marched through Marlow on Saturday against the stadium.",
        ),
        published=("2023-05-13", "2023-05-13"),
        why="dozens can be 85",
    ),
)


_TOLD = "“{here}” gives another figure than {source}, which has “{there}”: {why}."


def check(case: Case) -> Iterator[Finding]:
    """A finding at both ends of every contradiction between figures."""
    for link, left, right in pairs(case, "contradicts"):
        if slot(link) == "figures":
            yield from both_ends(case, left, right, _TOLD, reason(link, "figures"))
