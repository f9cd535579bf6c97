"""Days of two statements held against each other."""

from __future__ import annotations

from datetime import date
from functools import cache

from pipeline.align.views import Days, View
from pipeline.model import Span

SAME_MOMENT = 3
"""Reports this many days apart, or fewer, can be reports of one moment."""
SAME_NEWS = 10
"""Reports this many days apart, or fewer, that tell of an act tell of one."""
_EDGES = frozenset({"until", "till", "through", "by", "before", "after", "since", "from", "to", "ahead"})


def meet(left: Days, right: Days) -> bool:
    """Whether the two share a day."""
    return left[0] <= right[1] and right[0] <= left[1]


def gap(left: Days, right: Days) -> int:
    """Days from the end of the earlier to the start of the later; 0 where they meet."""
    if meet(left, right):
        return 0
    first, second = sorted((left, right))
    return (date.fromisoformat(second[0]) - date.fromisoformat(first[1])).days


@cache
def narrow(days: Days, limit: int = 3) -> bool:
    """Whether the interval is no longer than `limit` days."""
    return (date.fromisoformat(days[1]) - date.fromisoformat(days[0])).days < limit


GRAINS = (3, 32, 370)
"""Days that a day, a month and a year are no longer than."""


def grain(days: Days) -> int:
    """Whether an interval is a day, a month or a year, by its place in GRAINS; beyond them where it is longer."""
    return next((i for i, limit in enumerate(GRAINS) if narrow(days, limit)), len(GRAINS))


def moment(left: View, right: View) -> str:
    """Whether two statements speak of one moment: `same`, `earlier`, `later` (the left one) or `unknown`.

    Their own days decide where both have some and neither's sentence names the other's as well; a report that came out
    before the other's days cannot tell of them, unless it announces, and a headline without a day of its own tells the
    news of its day; else the days of the reports decide, which may lie further apart where an act is told than where a
    state is; unknown where a report has no date.
    """
    if left.days and right.days and left.day and right.day and not (names(left, right.days) or names(right, left.days)):
        return _ordered(left.day, right.day, 0)
    if _before(left, right) or _news(right, left):
        return "earlier"
    if _before(right, left) or _news(left, right):
        return "later"
    if left.reported is None or right.reported is None:
        return "unknown"
    return _ordered(left.reported, right.reported, SAME_NEWS if _acts(left, right) else SAME_MOMENT)


def _before(early: View, late: View) -> bool:
    """Whether the report of one, which has no days of its own, came out before the days of the other."""
    if early.days or not early.reported or not late.days or early.claim.certainty == "planned":
        return False
    return early.reported < late.days and gap(early.reported, late.days) > SAME_MOMENT


def _news(headline: View, told: View) -> bool:
    """Whether one is a headline of a day long after the days that the other gives."""
    if headline.claim.block != "headline" or headline.days or not headline.reported or not told.days:
        return False
    return told.days < headline.reported and gap(told.days, headline.reported) > SAME_NEWS


def names(view: View, days: Days) -> bool:
    """Whether the sentence names those days too, and the statement's own may have been misread."""
    return any(meet(d, days) for d in view.dates if narrow(d))


def _acts(left: View, right: View) -> bool:
    return all(v.claim.frame is not None and v.claim.frame.aspect == "happened" for v in (left, right))


def _ordered(left: Days, right: Days, slack: int) -> str:
    if gap(left, right) <= slack:
        return "same"
    return "earlier" if left < right else "later"


def edge(sentence: Span, at: Span) -> str:
    """The word that makes a date the edge of something and not its day ("until Friday", "by 1 May"), else ""."""
    offset = at.start - sentence.start
    before = sentence.text[max(0, offset - 24) : offset].casefold().split()
    return next((w for w in before[-1:] if w in _EDGES), "")


def one_edge(left: View, right: View) -> bool:
    """Whether the dates of two statements say the same of them: both their day, or both their end."""
    edges = [edge(v.claim.sentence, v.claim.date.source) if v.claim.date and v.claim.date.source else ""
             for v in (left, right)]  # fmt: skip
    return edges[0] == edges[1]


def printed(source: Span | None, days: Days) -> str:
    """A date as an editor reads it: the words and, where they say less, the days.

    >>> printed(Span("a.txt", 0, 6, "Friday"), ("2024-03-01", "2024-03-01"))
    '“Friday” (2024-03-01)'
    """
    first, last = days
    if first[:4] == last[:4] and (first[4:], last[4:]) == ("-01-01", "-12-31"):
        told = first[:4]
    elif first[:7] == last[:7] and first.endswith("-01") and narrow(days, 32) and not narrow(days, 28):
        told = first[:7]
    else:
        told = first if first == last else f"{first} to {last}"
    if source is None:
        return told
    words = " ".join(source.text.split())
    return f"“{words}”" if words == told else f"“{words}” ({told})"
