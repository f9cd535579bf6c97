"""The same digits at another scale, in another unit or currency.

What it flags
-------------
Two statements on the same thing whose figures have the same digits but another scale (million and billion), another
unit (percent and percentage points) or another currency. The flag stands at both places.

Why it matters
--------------
A slip of scale is the commonest serious error with figures, and the eye passes over it.

What is not flagged
-------------------
Figures of different things that only happen to have the same digits; sums converted from one currency to another, which
have other digits; values that differ otherwise (N001).
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.flag.cases import Case
from pipeline.flag.conflicts import both_ends, pairs, reason, slot
from pipeline.flag.examples import Example
from pipeline.model import Finding

CODE = "N002"
NAME = "scale-conflict"
SEVERITY = "warning"

_DAY = "2023-05-10"

FLAGGED = (
    Example(
        (
            "Budget\n\nNorland's parliament approved a defence budget of $42 million on Tuesday.",
            "Budget\n\nNorland's parliament approved a defence budget of $42 billion on Tuesday.",
        ),
        on="$42 million",
        published=(_DAY, _DAY),
        why="million for billion",
    ),
    Example(
        (
            "Rates\n\nThe central bank of Norland raised its key rate by 2 percentage points on Tuesday.",
            "Rates\n\nThe central bank of Norland raised its key rate by 2 percent on Tuesday.",
        ),
        on="2 percent",
        published=(_DAY, _DAY),
        why="points for percent",
    ),
)
CLEAN = (
    Example(
        (
            "Budget\n\nNorland's parliament approved a defence budget of $42 million on Tuesday.",
            "Roads\n\nVestria will spend $42 billion on roads over ten years.",
        ),
        published=(_DAY, _DAY),
        why="the same digits, another thing",
    ),
    Example(
        (
            "Budget\n\nNorland's parliament approved a defence budget of $42 million on Tuesday.",
            "Budget\n\nNorland's parliament approved a defence budget of 42 million dollars on Tuesday.",
        ),
        published=(_DAY, _DAY),
        why="one sum, written in two ways",
    ),
    Example(
        (
            "Budget\n\nNorland's parliament approved a defence budget of $42 million on Tuesday.",
            "Budget\n\nNorland's parliament approved a defence budget of about $0.04 billion on Tuesday.",
        ),
        published=(_DAY, _DAY),
        why="the same sum at another scale, rounded",
    ),
)


_TOLD = "“{here}” gives another scale or unit than {source}, which has “{there}”: {why}."


def check(case: Case) -> Iterator[Finding]:
    """A finding at both ends of every contradiction of scale, unit or currency."""
    for link, left, right in pairs(case, "contradicts"):
        if slot(link) == "scale":
            yield from both_ends(case, left, right, _TOLD, reason(link, "scale"))
