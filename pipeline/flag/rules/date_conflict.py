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

import re
from collections.abc import Iterator

from pipeline.flag.cases import Case
from pipeline.flag.conflicts import pairs, reason, slot, source, words
from pipeline.flag.examples import Example
from pipeline.model import Claim, Finding, Place, Quote, Variant, When
from pipeline.timex import day_words, interval_words

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
    Example(
        (
            "Mayor\n\nAnn Tolliver replied on Twitter late Friday, calling it “a sad day for every family in Marlow.”",
            "Town\n\nAnn Tolliver said on Wednesday that it was “a sad day for every family in Marlow.”",
        ),
        on="a sad day for every family",
        published=(_DAY, _DAY),
        why="what she did on Friday was to call it so",
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
    Example(
        (
            "Wall\n\nGovernor Ann Tolliver on Saturday announced a compromise plan that paid for the wall.",
            "Wall\n\nGovernor Ann Tolliver announced on Wednesday a short-term plan that leaves the wall unpaid.",
        ),
        published=(_DAY, _DAY),
        why="two plans",
    ),
    Example(
        (
            "Ferry\n\nNorland Lines closed the ferry to Vestria on Monday.",
            "Ferry\n\nNorland Lines closed the ferry to Vestria until Thursday.",
        ),
        published=(_DAY, _DAY),
        why="one day is when it closed, the other when it will open",
    ),
    Example(
        (
            "Ferry\n\nThe transport ministry suspended a contract for six ferries with Norland Lines on Tuesday.",
            "Ferry\n\nThe transport ministry lifted the suspension of the ferry contract with Norland Lines on Monday.",
        ),
        published=("2023-03-14", "2023-09-04"),
        why="lifting a suspension is another act",
    ),
)

_ISO = re.compile(r"\b\d{4}-\d\d-\d\d\b")
_ONE_UTTERANCE = frozenset({"identical", "ellipsis", "shortened", "altered"})


def check(case: Case) -> Iterator[Finding]:
    """A finding at both ends of every conflict of days, between statements and between versions of a quotation."""
    for link, left, right in pairs(case, "contradicts"):
        if slot(link) == "days":
            days = reason(link, "days").split(" against ")
            for here, there, told in ((left, right, days), (right, left, days[::-1])):
                yield _told_twice(case, here, there, " against ".join(told))
    for variant in case.alignment.variants:
        if variant.kind in _ONE_UTTERANCE or (variant.kind == "other-speaker" and not variant.edits):
            yield from _said_twice(case, variant)


def _told_twice(case: Case, here: Claim, there: Claim, days: str) -> Finding:
    days = _ISO.sub(lambda day: day_words(day.group()), days)
    told = f"“{words(here)}” is dated otherwise in {source(case, there, here)}, which has “{words(there)}”: {days}."
    return Finding(here.doc, here.at, told, (Place(there.doc, there.at, "conflicts"),))


def _said_twice(case: Case, variant: Variant) -> Iterator[Finding]:
    left, right = case.quote[variant.left], case.quote[variant.right]
    if left.doc == right.doc or not (_in_sentence(left) and _in_sentence(right) and _apart(left.date, right.date)):
        return
    for here, there in ((left, right), (right, left)):
        said = " … ".join(" ".join(run.text.split()).strip("“”\"'") for run in here.words)
        told = f"“{said}” was said on {_day(here)} here, on {_day(there)} in {source(case, there)}."
        yield Finding(here.doc, here.at, told, (Place(there.doc, there.at, "conflicts"),))


def _day(quote: Quote) -> str:
    if quote.date is None or quote.date.source is None:
        return "?"
    return f"“{' '.join(quote.date.source.text.split())}” ({interval_words(quote.date.earliest, quote.date.latest)})"


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
