"""Days of two statements held against each other."""

from __future__ import annotations

from datetime import date

from pipeline.align.views import Days, View

SAME_MOMENT = 3
"""Reports this many days apart, or fewer, can be reports of one moment."""
SAME_NEWS = 10
"""Reports this many days apart, or fewer, that tell of an act tell of one."""


def meet(left: Days, right: Days) -> bool:
    """Whether the two share a day."""
    return left[0] <= right[1] and right[0] <= left[1]


def gap(left: Days, right: Days) -> int:
    """Days from the end of the earlier to the start of the later; 0 where they meet."""
    if meet(left, right):
        return 0
    first, second = sorted((left, right))
    return (date.fromisoformat(second[0]) - date.fromisoformat(first[1])).days


def narrow(days: Days, limit: int = 3) -> bool:
    """Whether the interval is no longer than `limit` days."""
    return (date.fromisoformat(days[1]) - date.fromisoformat(days[0])).days < limit


def moment(left: View, right: View) -> str:
    """Whether two statements speak of one moment: `same`, `earlier`, `later` (the left one) or `unknown`.

    Their own days decide where both have some; else those of their reports, which may lie further apart where an act
    is told than where a state is; unknown where a report has no date.
    """
    if left.days and right.days and left.day and right.day:
        return _ordered(left.day, right.day, 0)
    if left.reported is None or right.reported is None:
        return "unknown"
    return _ordered(left.reported, right.reported, SAME_NEWS if _acts(left, right) else SAME_MOMENT)


def _acts(left: View, right: View) -> bool:
    return all(v.claim.frame is not None and v.claim.frame.aspect == "happened" for v in (left, right))


def _ordered(left: Days, right: Days, slack: int) -> str:
    if gap(left, right) <= slack:
        return "same"
    return "earlier" if left < right else "later"
