"""The days that a TIMEX3 value covers. Years run from 1 to 9999; what falls outside is no day."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

Interval = tuple[date, date]
"""First and last day, both included."""

_VALUE = re.compile(
    r"(?P<year>[0-9]{4})"
    r"(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?"
    r"|-W(?P<week>[0-9]{2})(?P<weekend>-WE)?"
    r"|-Q(?P<quarter>[1-4])|-H(?P<half>[12])|-(?P<season>SP|SU|FA|WI))?"
)
_DECADE = re.compile(r"([0-9]{2,3})")
_SEASON = {"SP": ((0, 3, 1), (0, 6, 21)), "SU": ((0, 6, 1), (0, 9, 23)), "FA": ((0, 9, 1), (0, 12, 21))}


def day(text: str | None) -> date | None:
    """The day that an ISO text names, or None."""
    if text is None or len(text) != 10:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def of(year: int, month: int, number: int) -> date | None:
    """The day, or None where there is none (31 November, year 0)."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


@lru_cache(maxsize=4096)
def bounds(value: str) -> Interval | None:
    """The days that a date or time value covers; None where it names no place in time or an impossible one.

    "2020/2021" runs from the first day of the one to the last of the other. A season is taken as widely as people use
    it (fall: September to December); a winter may be that of either year's end.

    >>> bounds("2020-FA")
    (datetime.date(2020, 9, 1), datetime.date(2020, 12, 21))
    """
    first, _, last = value.partition("/")
    if last:
        one, two = bounds(first), bounds(last)
        return (one[0], two[1]) if one and two and one[0] <= two[1] else None
    value = value.split("T", 1)[0]
    match = _VALUE.fullmatch(value)
    try:
        if match is None:
            return _wide(value)
        return _exact(match)
    except (ValueError, OverflowError):
        return None


def _wide(value: str) -> Interval | None:
    match = _DECADE.fullmatch(value)
    if match is None:
        return None
    size = 10 ** (4 - len(value))
    first = int(value) * size
    return date(max(first, 1), 1, 1), date(first + size - 1, 12, 31)


def _exact(match: re.Match[str]) -> Interval:
    year = int(match["year"])
    if match["day"]:
        only = date(year, int(match["month"]), int(match["day"]))
        return only, only
    if match["month"]:
        return _months(year, int(match["month"]), 1)
    if match["quarter"]:
        return _months(year, 3 * int(match["quarter"]) - 2, 3)
    if match["half"]:
        return _months(year, 6 * int(match["half"]) - 5, 6)
    if match["week"]:
        monday = date.fromisocalendar(year, int(match["week"]), 1)
        return monday + timedelta(5 if match["weekend"] else 0), monday + timedelta(6)
    if match["season"] == "WI":
        return date(max(year - 1, 1), 12, 1), date(min(year + 1, 9999), 3, 21)
    if match["season"]:
        first, last = _SEASON[match["season"]]
        return date(year, first[1], first[2]), date(year, last[1], last[2])
    return _months(year, 1, 12)


def _months(year: int, month: int, count: int) -> Interval:
    last = month + count - 1
    return date(year, month, 1), date(year, last, monthrange(year, last)[1])


def shift(start: date, unit: str, count: int) -> date | None:
    """The day `count` units (day, week, month, quarter, year, decade, century) on; the month's last where it is short.

    None outside the years 1 to 9999.

    >>> shift(date(2020, 3, 31), "month", -1)
    datetime.date(2020, 2, 29)
    """
    try:
        if unit in ("day", "week"):
            return start + timedelta(count * (7 if unit == "week" else 1))
        months = count * {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}[unit]
        index = start.year * 12 + start.month - 1 + months
        year, month = divmod(index, 12)
        return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))
    except (ValueError, OverflowError):
        return None
