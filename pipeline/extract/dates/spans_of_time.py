"""Lengths of time, times of day and recurring times: six weeks, 7:15 p.m., every Monday."""

from __future__ import annotations

import re

from pipeline.extract.dates.calendar_dates import Builder
from pipeline.extract.dates.expressions import Expression, made
from pipeline.extract.dates.lexicon import (
    CODES,
    COUNT,
    DAYPART,
    DAYPARTS,
    FULL_WEEKDAY,
    MONTH,
    NUMBER,
    UNIT,
    S,
    month_of,
    number_of,
    unit_of,
    weekday_of,
)

_LONG = {"decade": ("Y", 10), "century": ("Y", 100), "millennium": ("Y", 1000), "fortnight": ("W", 2)}
_OFTEN = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "biweekly": "P2W", "fortnightly": "P2W",
    "monthly": "P1M", "quarterly": "P1Q", "yearly": "P1Y", "annually": "P1Y", "annual": "P1Y",
}  # fmt: skip
_ZONE = rf"(?:{S}(?:[ECMP][SD]T|[ECMP]T|GMT|UTC|BST|CET|local time|Eastern(?: time)?|Pacific(?: time)?))?"


def length(count: float | None, unit: str) -> str:
    """The TIMEX3 duration of so many units; X where the count is vague.

    >>> length(2.5, "year"), length(None, "week"), length(1.5, "hour")
    ('P2Y6M', 'PXW', 'PT1H30M')
    """
    lead, code = CODES[unit]
    if count is None:
        return f"{lead}X{code}"
    if unit in _LONG:
        code, times = _LONG[unit]
        count *= times
    whole, rest = int(count), count - int(count)
    smaller = {"Y": ("M", 12), "D": ("T", 24), "M" if lead == "P" else "": ("", 0), "H": ("M", 60)}.get(code, ("", 0))
    if rest and code == "M" and lead == "PT":
        smaller = ("S", 60)
    if not rest or not smaller[0]:
        return f"{lead}{count:g}{code}" if rest else f"{lead}{whole}{code}"
    small = f"T{round(rest * smaller[1])}H" if smaller[0] == "T" else f"{round(rest * smaller[1])}{smaller[0]}"
    return (f"{lead}{whole}{code}" if whole else lead) + small


def _duration(match: re.Match[str]) -> Expression:
    unit = unit_of(match["unit"])
    return made(match, "DURATION", value=length(number_of(match["count"]), unit), grain=unit)


def _and_a_half(match: re.Match[str]) -> Expression:
    unit = unit_of(match["unit"])
    number = number_of(match["count"])
    return made(match, "DURATION", value=length(None if number is None else number + 0.5, unit), grain=unit)


def _vague(match: re.Match[str]) -> Expression:
    unit = unit_of(match["unit"])
    return made(match, "DURATION", value=length(None, unit), grain=unit)


def _clock(match: re.Match[str]) -> Expression | None:
    hour, minute = int(match["h"]), int(match["m"] or 0)
    half = (match["half"] or "").lower().replace(".", "").strip()
    if minute > 59 or hour > (12 if half else 24) or (half and hour == 0):
        return None
    if half.startswith("p"):
        hour = hour % 12 + 12
    elif half.startswith("a"):
        hour %= 12
    return made(match, "TIME", part=f"T{hour:02d}:{minute:02d}", grain="clock")


def _oclock(match: re.Match[str]) -> Expression | None:
    hour = number_of(match["h"])
    return made(match, "TIME", part=f"T{int(hour):02d}:00", grain="clock") if hour and hour <= 12 else None


def _noon(match: re.Match[str]) -> Expression:
    return made(match, "TIME", part="T12:00" if match["word"].lower() == "noon" else "T24:00", grain="clock")


def _daypart(match: re.Match[str]) -> Expression:
    return made(match, "TIME", part=DAYPARTS[match["part"].lower()], grain="part")


def _often(match: re.Match[str]) -> Expression:
    return made(match, "SET", value=_OFTEN[match["word"].lower()])


def _every(match: re.Match[str]) -> Expression:
    number = number_of(match["count"]) if match["count"] else 1.0
    value = length(number, unit_of(match["unit"]))
    return made(match, "SET", value=value)


def _every_name(match: re.Match[str]) -> Expression:
    day = weekday_of(match["name"])
    value = f"XXXX-WXX-{day}" if day else f"XXXX-{month_of(match['name']):02d}"
    part = DAYPARTS[match["part"].lower().removesuffix("s")] if match["part"] else ""
    return made(match, "SET", value=value + part)


RULES: tuple[tuple[re.Pattern[str], Builder], ...] = tuple(
    (re.compile(pattern), builder)
    for pattern, builder in (
        (
            rf"(?<![\w$€£.,-])(?P<count>{NUMBER}|{COUNT})(?:-|{S})(?:full{S}|straight{S}|consecutive{S}|more{S}"
            rf"|additional{S}|short{S}|long{S})?(?P<unit>(?i:{UNIT}))(?!\w)",
            _duration,
        ),
        (rf"(?<![\w$-])(?P<count>(?i:an?|{NUMBER})){S}(?P<unit>(?i:{UNIT})){S}and{S}a{S}half(?!\w)", _and_a_half),
        (
            rf"(?<![\w-])(?P<unit>(?i:days|weeks|months|years|decades|centuries|hours|minutes|generations)"
            rf"(?<!generations))(?:{S}(?:or|and){S}(?:weeks|months|years))?(?!\w)",
            _vague,
        ),
        (
            rf"(?<![\w$€£.,:-])(?P<h>[01]?[0-9]|2[0-4])(?:[:.](?P<m>[0-5][0-9]))?[ ]?(?P<half>(?i:[ap]\.m\."
            rf"|[ap]m\b)){_ZONE}",
            _clock,
        ),
        (rf"(?<![\w$€£.,:-])(?P<h>[01]?[0-9]|2[0-4]):(?P<m>[0-5][0-9])(?P<half>)(?![\w:]|[.,][0-9]){_ZONE}", _clock),
        (rf"(?<![\w-])(?P<h>(?i:{NUMBER})){S}(?i:o'clock)(?!\w)", _oclock),
        (r"(?<![\w-])(?P<word>(?i:noon|midnight))(?![\w-])", _noon),
        (rf"(?<![\w-])(?:(?i:the){S})?(?P<part>(?i:{DAYPART}))(?![\w-])", _daypart),
        (
            r"(?<![\w-])(?P<word>(?i:hourly|daily|nightly|weekly|biweekly|fortnightly|monthly|quarterly|yearly"
            r"|annually|annual))(?![\w-])",
            _often,
        ),
        (
            rf"(?<![\w-])(?:(?i:once|twice){S})?(?i:every|each){S}(?:(?P<count>{NUMBER}|(?i:few|other"
            rf"|several)){S})?(?P<unit>(?i:{UNIT}))(?!\w)",
            _every,
        ),
        (
            rf"(?<![\w-])(?i:once|twice|(?:{NUMBER}){S}times){S}(?i:an?){S}(?P<count>)(?P<unit>(?i:day|week|month"
            rf"|year|night|hour))(?!\w)",
            _every,
        ),
        (
            rf"(?<![\w-])(?i:every|each){S}(?P<name>{FULL_WEEKDAY}|{MONTH})(?!\w)(?:{S}(?P<part>(?i:{DAYPART}))"
            rf"(?!\w))?",
            _every_name,
        ),
        (
            rf"(?<![\w-])(?P<name>{FULL_WEEKDAY})(?:s|(?:{S}(?P<part>(?i:mornings|afternoons|evenings|nights))))"
            rf"(?!\w)",
            _every_name,
        ),
    )
)  # fmt: skip
