"""Two sources date the same event differently.

What it flags
-------------
Two statements of two articles on one act, or on one utterance, whose days cannot both be: "released on Tuesday" and
"released on Thursday" of one report, or one quotation that was said on Friday in one paper and on Sunday in the other;
a headline or caption and the body of its own article likewise. The flag stands at both places.

Why it matters
--------------
A wrong day is a wrong fact, and it moves everything else in the story that hangs on it.

What is not flagged
-------------------
Days that can both be meant ("in October", "on 4 October"); acts that can be done again (a meeting with others, another
vote); days of which one cannot be worked out.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.flag.cases import Case
from pipeline.flag.conflicts import both_ends, level, pairs, reason, slot
from pipeline.flag.examples import Example
from pipeline.model import Finding, Place, Quote, Variant, When

CODE = "D004"
NAME = "date-conflict"
SEVERITY = "warning"

_DAY = "2023-05-13"

FLAGGED = (
    Example(
        (
            "Schools\n\nThe Harwick school board released a 225-page report on classroom safety on Tuesday.",
            "Safety\n\nOn Thursday the Harwick school board released its 225-page report on classroom safety.",
        ),
        on="released a 225-page report",
        published=(_DAY, _DAY),
        why="one report, two days",
    ),
    Example(
        (
            "Mayor\n\n“This is a sad day for every family in Marlow,” Ann Tolliver said on Friday.",
            "Town\n\nAnn Tolliver said on Wednesday: “This is a sad day for every family in Marlow.”",
        ),
        on="This is a sad day for every family",
        published=(_DAY, _DAY),
        why="one utterance, two days",
    ),
)
CLEAN = (
    Example(
        (
            "Exports\n\nNorland suspended exports of drone parts to Vestria in October 2020.",
            "Exports\n\nNorland suspended exports of drone parts to Vestria on 6 October 2020.",
        ),
        published=(_DAY, _DAY),
        why="a day within the month",
    ),
    Example(
        (
            "Talks\n\nAnn Tolliver met the harbour board on Tuesday.",
            "Talks\n\nAnn Tolliver met the teachers' union on Thursday.",
        ),
        published=(_DAY, _DAY),
        why="two meetings",
    ),
    Example(
        (
            "Exports\n\nNorland suspended exports of drone parts to Vestria in 2019.",
            "Exports\n\nNorland resumed exports of drone parts to Vestria in 2024.",
        ),
        published=(_DAY, _DAY),
        why="two acts",
    ),
)

_ONE_UTTERANCE = frozenset({"identical", "ellipsis", "shortened", "altered"})


def check(case: Case) -> Iterator[Finding]:
    """A finding at both ends of every conflict of days, between statements and between versions of a quotation."""
    for link, left, right in pairs(case, "contradicts"):
        if slot(link) == "days":
            told = reason(link, "days")
            yield from both_ends(
                left, right, f"dated {told}: “{{here}}”; {{source}} has “{{there}}”", case, level(link)
            )
    for variant in case.alignment.variants:
        if variant.kind in _ONE_UTTERANCE or (variant.kind == "other-speaker" and not variant.edits):
            yield from _said_twice(case, variant)


def _said_twice(case: Case, variant: Variant) -> Iterator[Finding]:
    left, right = case.quote[variant.left], case.quote[variant.right]
    if left.doc == right.doc or not (_in_sentence(left) and _in_sentence(right) and _apart(left.date, right.date)):
        return
    for here, there in ((left, right), (right, left)):
        yield _finding(here, there)


def _finding(here: Quote, there: Quote) -> Finding:
    days = f"{here.date.value if here.date else '?'} against {there.date.value if there.date else '?'}"
    told = f"“{here.at.text}” is dated {days}"
    return Finding(here.doc, here.at, told, (Place(there.doc, there.at, "conflicts"),))


def _in_sentence(quote: Quote) -> bool:
    """Whether the day stands beside the words: not among them, and not in a sentence further off."""
    day = quote.date.source if quote.date else None
    return day is not None and quote.sentence.holds(day) and not any(said.holds(day) for said in quote.words)


def _apart(left: When | None, right: When | None) -> bool:
    """Whether both are known and share no day."""
    if left is None or right is None or "unresolved" in (left.status, right.status):
        return False
    if not (left.earliest and left.latest and right.earliest and right.latest):
        return False
    if left.earliest != left.latest or right.earliest != right.latest:
        return False
    return left.latest < right.earliest or right.latest < left.earliest
