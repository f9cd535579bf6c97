"""Holidays that have a rule in the Gregorian calendar, by name. Those that follow a moon calendar are left out."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from functools import cache
from importlib.resources import files


@cache
def names() -> dict[str, str]:
    """Every name of a holiday in lower case and the rule for its day, from `holidays.csv`.

    A rule is `MM-DD`; `MM n W`, the nth (or, negative, last) ISO weekday W of a month; `easter n`, days after Easter;
    or `MM n W + d`, so many days after that weekday.
    """
    text = files("pipeline.timex").joinpath("holidays.csv").read_text(encoding="utf-8")
    return {row["name"]: row["rule"] for row in csv.DictReader(text.splitlines())}


def holiday(name: str, year: int) -> date | None:
    """The day of a holiday in a year; None for an unknown name or a year outside the calendar.

    >>> holiday("thanksgiving", 2014), holiday("good friday", 2021)
    (datetime.date(2014, 11, 27), datetime.date(2021, 4, 2))
    """
    rule = names().get(name)
    try:
        return None if rule is None else _by(rule, year)
    except (ValueError, OverflowError):
        return None


def _by(rule: str, year: int) -> date:
    if rule.startswith("easter"):
        return easter(year) + timedelta(int(rule.split()[1]))
    if "-" in rule and " " not in rule:
        return date(year, int(rule[:2]), int(rule[3:]))
    place, _, extra = rule.partition("+")
    month, nth, weekday = (int(n) for n in place.split())
    return _nth(year, month, nth, weekday) + timedelta(int(extra or 0))


def _nth(year: int, month: int, nth: int, weekday: int) -> date:
    if nth > 0:
        first = date(year, month, 1)
        return first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    last = date(year + month // 12, month % 12 + 1, 1) - timedelta(1)
    return last - timedelta((last.isoweekday() - weekday) % 7)


def easter(year: int) -> date:
    """Easter Sunday of the western churches (the anonymous Gregorian computus, Meeus 1991).

    >>> easter(2024)
    datetime.date(2024, 3, 31)
    """
    golden, century, rest = year % 19, year // 100, year % 100
    leap = century // 4
    moon = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap - moon + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * sunday) // 451
    month, day = divmod(epact + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)
