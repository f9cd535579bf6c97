"""Relative readings: what "last Monday" means once a day is known from which it is said.

A reading is a short text, so that it can be stored and read again from another day:

    day:-1              yesterday; also week, month, quarter, half, year, decade, century
    ago:-3:week         three weeks ago: the week, and as many days around it as people round away
    weekend:0           this weekend
    weekday:1:past      a Monday (ISO number) before or on the day; future, last (before it), next (after it), this
    month:10:near       the October closest; back and ahead lean to one side
    month:10:past       an October; also season:FA, quarter:3, half:1
    date:10-03:past     a 3 October
    dom:15:past         the 15th of a month
    holiday:easter:last an Easter, by its name in `holidays.csv`

followed by `>PART` for a part of it ("October last year" is `year:-1>10`, "last night" is `day:-1>TNI`) and by
`!before` or `!after` for the side of the day ("earlier this year" is `year:0!before`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from pipeline.timex.holidays import holiday
from pipeline.timex.intervals import Interval, bounds, of, shift

_UNIT = "day|weekend|week|month|quarter|half|year|decade|century"
_READING = re.compile(
    r"(?=(?:"
    rf"(?:{_UNIT}):-?[0-9]{{1,6}}(?![0-9:])|ago:-?[0-9]{{1,6}}:(?:{_UNIT})(?![a-z])|weekend:-?[0-9]{{1,6}}:[a-z]"
    r"|weekday:[1-7]:[a-z]|(?:month|quarter|half|dom):[0-9]{1,2}:[a-z]|date:[0-9]{2}-[0-9]{2}:[a-z]"
    r"|season:[A-Z]{2}:[a-z]|holiday:[^:>!~]+:[a-z]"
    r"))(?P<op>[a-z]+):(?P<arg>[^:>!~]+)(?::(?P<way>[a-z]+))?"
    rf"(?:~(?P<unit>day|week|month|quarter|half|year|decade|century):(?P<count>-?[0-9]{{1,6}}))?(?:>(?P<part>[^!]+))?(?:!(?P<side>before|after))?"
)
_SEASONS = ("WI", "SP", "SU", "FA")
_LEAN = {"back": -160, "near": 0, "ahead": 300}
"""Days by which the other side of the day of reading counts as further off."""
_LOOSE = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "half": "XXXX-HX",
    "year": "XXXX",
    "decade": "XXX",
    "century": "XX",
}


@dataclass(frozen=True, slots=True)
class Moment:
    """A value and the days it can mean from where it was read. `exact`: nothing narrower could be meant."""

    value: str
    earliest: date
    latest: date
    exact: bool = True


def loose(reading: str) -> str:
    """The value of a reading when no day is known to read it from.

    >>> loose("weekday:1:past"), loose("day:-1>TNI"), loose("year:-1>10")
    ('XXXX-WXX-1', 'XXXX-XX-XXTNI', 'XXXX-10')
    """
    match = _READING.fullmatch(reading)
    if match is None:
        return "XXXX-XX-XX"
    op, arg = match["op"], match["arg"]
    if op in ("ago", "weekend") or match["way"] is None:
        value = _LOOSE.get((match["way"] if op == "ago" else op) or op, "XXXX-XX-XX")
    elif op == "weekday":
        value = f"XXXX-WXX-{arg}"
    elif op == "dom":
        value = f"XXXX-XX-{int(arg):02d}"
    elif op == "holiday":
        value = "XXXX-XX-XX"
    else:
        value = f"XXXX-{_suffix(op, arg)}"
    return _joined(value, match["part"])


@lru_cache(maxsize=8192)
def read(reading: str, said: date) -> Moment | None:
    """What the reading means when said on that day; None where the calendar has no such day.

    >>> read("weekday:1:past", date(2024, 1, 31)).value
    '2024-01-29'
    """
    match = _READING.fullmatch(reading)
    if match is None:
        return None
    value = None
    moved = shift(said, match["unit"], int(match["count"])) if match["unit"] else said
    if moved is not None:
        value = _value(match["op"], match["arg"], match["way"], moved)
    if value is None:
        return None
    value = _in_week(value, match["part"]) or _joined(value, match["part"])
    interval = bounds(value)
    if interval is None:
        return None
    if match["op"] == "ago":
        return _around(value, interval, match["arg"], match["way"], said)
    return _sided(value, interval, match["side"], said)


def read_over(reading: str, first: date, last: date) -> Moment | None:
    """What the reading can mean when said on some day from `first` to `last`.

    Readings move on with the day they are read from, so the two ends bound all between. The value is given where
    both ends agree; else the loose one.
    """
    one, other = read(reading, first), read(reading, last)
    if one is None or other is None:
        return None
    earliest, latest = min(one.earliest, other.earliest), max(one.latest, other.latest)
    if one.value == other.value:
        return Moment(one.value, earliest, latest, one.exact and other.exact)
    return Moment(loose(reading), earliest, latest, False)


def _in_week(value: str, part: str | None) -> str | None:
    """The day of an ISO week by its number: "Monday last week"."""
    if not part or not part.isdigit() or len(value) != 8:
        return None
    try:
        return date.fromisocalendar(int(value[:4]), int(value[6:8]), int(part)).isoformat()
    except ValueError:
        return None


def _around(value: str, interval: Interval, count: str, unit: str, said: date) -> Moment | None:
    """Distances are rounded: "two years ago" is a year and a half to two and a half, or any day of that year."""
    steps = int(count)
    if unit == "day":
        return Moment(value, *interval)
    unit = "week" if unit == "weekend" else unit
    near, far = shift(said, unit, steps), shift(said, unit, steps - 1 if steps < 0 else steps + 1)
    if near is None or far is None:
        return Moment(value, *interval, exact=False)
    half = abs(far - near) // 2
    first = near - half if near - date.min > half else date.min
    last = near + half if date.max - near > half else date.max
    return Moment(value, min(interval[0], first), max(interval[1], last), False)


def _joined(value: str, part: str | None) -> str:
    if not part:
        return value
    return value + part if part.startswith("T") else f"{value}-{part}"


def _sided(value: str, interval: Interval, side: str | None, said: date) -> Moment:
    earliest, latest = interval
    if side == "before" and earliest <= said <= latest:
        return Moment(value, earliest, said, False)
    if side == "after" and earliest <= said <= latest:
        return Moment(value, said, latest, False)
    return Moment(value, earliest, latest)


def _suffix(op: str, arg: str) -> str:
    if op == "quarter":
        return f"Q{arg}"
    if op == "half":
        return f"H{arg}"
    return arg


def _value(op: str, arg: str, way: str | None, said: date) -> str | None:
    if op == "ago" and way:
        return _moved(way, int(arg), said)
    if op == "weekend" and way:
        return _weekend(way, said)
    if way is None:
        return _moved(op, int(arg), said)
    if op == "weekday":
        return _weekday(int(arg), way, said)
    if op == "dom":
        return _day_of_month(int(arg), way, said)
    return _named(op, arg, way, said)


def _moved(unit: str, count: int, said: date) -> str | None:
    moved = shift(said, "week" if unit == "weekend" else unit, count)
    if moved is None:
        return None
    return at_precision(moved, unit)


def at_precision(moment: date, unit: str) -> str:
    """The value of the unit that holds the day.

    >>> at_precision(date(2020, 10, 3), "quarter")
    '2020-Q4'
    """
    year = f"{moment.year:04d}"
    if unit in ("week", "weekend"):
        iso = moment.isocalendar()
        return f"{iso.year:04d}-W{iso.week:02d}" + ("-WE" if unit == "weekend" else "")
    if unit == "quarter":
        return f"{year}-Q{(moment.month + 2) // 3}"
    if unit == "half":
        return f"{year}-H{(moment.month + 5) // 6}"
    cut = {"year": 4, "decade": 3, "century": 2, "month": 7}.get(unit, 10)
    return moment.isoformat()[:cut]


def _weekday(number: int, way: str, said: date) -> str | None:
    gap = number - said.isoweekday()
    if way == "past":
        gap -= 7 if gap > 0 else 0
    elif way == "last":
        gap -= 7 if gap >= 0 else 0
    elif way == "future":
        gap += 7 if gap < 0 else 0
    elif way == "next":
        gap += 7 if gap <= 0 else 0
    try:
        return (said + timedelta(gap)).isoformat()
    except OverflowError:
        return None


def _weekend(way: str, said: date) -> str | None:
    """The weekend behind or ahead; on a Saturday or Sunday it is the one that runs."""
    step = -7 if way in ("past", "last", "near") and said.isoweekday() < 6 else 0
    return _moved("weekend", 0, said + timedelta(step)) if said.toordinal() > 7 else None


def _day_of_month(number: int, way: str, said: date) -> str | None:
    step = {"past": -1, "last": -1, "future": 1, "next": 1}.get(way, 0)
    year, month = said.year, said.month
    for _ in range(4):
        found = of(year, month, number)
        if found is not None and (step == 0 or (found - said).days * step >= 0):
            return found.isoformat()
        if step == 0:
            return None
        year, month = divmod(year * 12 + month - 1 + step, 12)
        month += 1
    return None


def _named(op: str, arg: str, way: str, said: date) -> str | None:
    """A month, day, season, quarter, half or holiday by its name, in the year that the direction asks for."""
    if way in _LEAN:
        return _nearest(op, arg, said, _LEAN[way])
    for year in _years(way, said.year):
        found = _in_year(op, arg, year)
        if found is not None and _lies(found[1], way, said):
            return found[0]
    return None


def _in_year(op: str, arg: str, year: int) -> tuple[str, Interval] | None:
    """The value of a named thing in one year and the days to hold against the day of reading."""
    if not 1 <= year <= 9999:
        return None
    if op == "holiday":
        day = holiday(arg, year)
        return (day.isoformat(), (day, day)) if day is not None else None
    value = f"{year:04d}-{_suffix(op, arg)}"
    interval = _winter(year) if arg == "WI" else bounds(value)
    return (value, interval) if interval is not None else None


def _nearest(op: str, arg: str, said: date, lean: int) -> str | None:
    """The one whose days are closest, those on the side that the words lean away from counted further off."""
    found = []
    for year in (said.year - 1, said.year, said.year + 1):
        named = _in_year(op, arg, year)
        if named is None:
            continue
        value, (first, last) = named
        ahead, behind = (first - said).days, (said - last).days
        found.append((max(ahead, behind, 0) + (-lean if ahead > 0 > lean else lean if behind > 0 < lean else 0), value))
    return min(found)[1] if found else None


def _winter(year: int) -> Interval:
    """A winter counts from the year it begins in."""
    return date(year, 12, 1), date(min(year + 1, 9999), 3, 21)


def _years(way: str, year: int) -> tuple[int, ...]:
    if way in ("past", "last"):
        return year, year - 1, year - 2, year - 3, year - 4, year - 5, year - 6, year - 7, year - 8
    if way in ("future", "next"):
        return year - 1, year, year + 1, year + 2, year + 3, year + 4, year + 5, year + 6, year + 7, year + 8
    return (year,)


def _lies(interval: Interval, way: str, said: date) -> bool:
    first, last = interval
    if way == "past":
        return first <= said
    if way == "last":
        return last < said
    if way == "future":
        return last >= said
    if way == "next":
        return first > said
    return True
