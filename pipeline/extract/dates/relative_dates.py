"""Dates told by their distance: today, last week, two days later, earlier this year, recently."""

from __future__ import annotations

import re

from pipeline.extract.dates.calendar_dates import Builder
from pipeline.extract.dates.expressions import Expression, made
from pipeline.extract.dates.lexicon import COUNT, DAYPART, DAYPARTS, UNIT, S, number_of, unit_of
from pipeline.extract.dates.spans_of_time import length

_WORDS = {
    "today": ("day:0", "day"),
    "yesterday": ("day:-1", "day"),
    "tomorrow": ("day:1", "day"),
    "tonight": ("day:0>TNI", "time"),
    "overnight": ("day:0>TNI", "time"),
    "the day before yesterday": ("day:-2", "day"),
    "the day after tomorrow": ("day:2", "day"),
}
_NOW = ("now", "nowadays", "currently", "current", "presently", "at present", "at the moment", "right now",
        "these days", "at the present time")  # fmt: skip
_BEFORE = ("recently", "recent", "lately", "the time", "that time", "the recent past", "in recent times")
_AFTER = ("the future", "the near future", "shortly", "the near term", "the short term", "the long term",
          "the longer term", "the foreseeable future", "as soon as possible")  # fmt: skip
_STEPS = {"last": -1, "past": -1, "previous": -1, "this": 0, "the current": 0, "current": 0, "next": 1, "coming": 1,
          "the coming": 1, "this past": -1, "this coming": 1, "the past": -1, "the present": 0}  # fmt: skip
_POINT = r"(?i:day|week|weekend|month|quarter|year|decade|century|fiscal year)"
_RECENT = r"(?i:recent|the recent)"
_COMING = r"(?i:coming|the coming|future|upcoming|the upcoming)"


def _word(match: re.Match[str]) -> Expression:
    reading, grain = _WORDS[" ".join(match["word"].lower().split())]
    if match["part"]:
        return made(match, "TIME", reading=reading + ">" + DAYPARTS[match["part"].lower()], grain="time")
    return made(match, "TIME" if grain == "time" else "DATE", reading=reading, grain=grain)


def _now(match: re.Match[str]) -> Expression:
    return made(match, value="PRESENT_REF", fuzzy=True)


def _before(match: re.Match[str]) -> Expression:
    return made(match, value="PAST_REF", fuzzy=True)


def _after(match: re.Match[str]) -> Expression:
    return made(match, value="FUTURE_REF", fuzzy=True)


def _unit(word: str) -> str:
    return "year" if word.lower().startswith("fiscal") else unit_of(word)


def _step(match: re.Match[str]) -> Expression:
    """last week, this year, next month, earlier this year."""
    unit = _unit(match["unit"])
    which = " ".join(match["which"].lower().split())
    side = {"earlier": "!before", "later": "!after"}.get((match["side"] or "").lower(), "")
    return made(match, reading=f"{unit}:{_STEPS[which]}{side}", grain=unit)


def _part_of_day(match: re.Match[str]) -> Expression:
    """this morning, last night."""
    step = -1 if match["which"].lower() == "last" else 0
    return made(match, "TIME", reading=f"day:{step}>{DAYPARTS[match['part'].lower()]}", grain="time")


def _counted(match: re.Match[str]) -> tuple[str, int | None]:
    unit = unit_of(match["unit"])
    number = number_of(match["count"])
    count = int(number) if number is not None and number == int(number) and number < 100_000 else None
    if unit in ("fortnight", "weekend"):
        return "week", count * 2 if count is not None and unit == "fortnight" else count
    if unit == "millennium":
        return "century", None if count is None else count * 10
    return unit, count


def _ago(match: re.Match[str]) -> Expression | None:
    unit, count = _counted(match)
    if unit in ("second", "minute", "hour"):
        return made(match, "TIME", value="PAST_REF", fuzzy=True)
    if unit in ("night", "morning", "afternoon", "evening"):
        if count is None:
            return made(match, value="PAST_REF", fuzzy=True)
        return made(match, "TIME", reading=f"day:{-count}>{DAYPARTS[unit]}", grain="time")
    if count is None:
        return made(match, value="PAST_REF", fuzzy=True)
    return made(match, reading=f"ago:{-count}:{unit}", grain=unit)


def _bare_ago(match: re.Match[str]) -> Expression:
    return made(match, value="PAST_REF", fuzzy=True)


def _later(match: re.Match[str]) -> Expression | None:
    """two days later, a year earlier: counted from the date before it in the text."""
    unit, count = _counted(match)
    if count is None or unit in ("second", "minute", "hour", "night", "morning", "afternoon", "evening"):
        return None
    sign = -1 if match["way"].lower() in ("earlier", "before", "prior") else 1
    return made(match, reading=f"ago:{sign * count}:{unit}", base="mention", grain=unit)


def _from_now(match: re.Match[str]) -> Expression | None:
    unit, count = _counted(match)
    if count is None or unit not in ("day", "week", "month", "quarter", "year", "decade", "century"):
        return made(match, value="FUTURE_REF", fuzzy=True)
    return made(match, reading=f"ago:{count}:{unit}", grain=unit)


def _neighbour(match: re.Match[str]) -> Expression:
    """the next day, the previous week, the following year, the same day: beside the date before it."""
    which = match["which"].lower()
    step = {"previous": -1, "preceding": -1, "prior": -1, "same": 0, "that": 0, "that same": 0}.get(which, 1)
    unit = _unit(match["unit"])
    return made(match, reading=f"{unit}:{step}", base="mention", grain=unit)


def _unit_before(match: re.Match[str]) -> Expression:
    step = -1 if match["way"].lower() in ("before", "earlier", "previous") else 1
    unit = _unit(match["unit"])
    return made(match, reading=f"{unit}:{step}", base="mention", grain=unit)


def _of_unit(match: re.Match[str]) -> Expression:
    """the end of the year, the beginning of the month: the unit itself, to the precision the words give."""
    unit = _unit(match["unit"])
    return made(match, reading=f"{unit}:0", grain=unit)


def _year_ended(match: re.Match[str]) -> Expression:
    return made(match, "DURATION", value="P1Y", grain="year")


def _year_end(match: re.Match[str]) -> Expression:
    return made(match, reading="year:0>12-31", grain="day")


def _past_unit(match: re.Match[str]) -> Expression:
    """the past year: a length of time that ends now, not the year before."""
    unit = unit_of(match["unit"])
    if unit in ("decade", "century") and match["which"].lower() == "last":
        return made(match, reading=f"{unit}:-1", grain=unit)
    return made(match, "DURATION", value=length(1.0, unit), grain=unit)


def _weekend(match: re.Match[str]) -> Expression:
    return made(match, reading="weekend:0:auto", grain="weekend")


def _reported(match: re.Match[str]) -> Expression | None:
    """the quarter, the year-earlier quarter: results are compared with the period named before."""
    which = match["which"].lower()
    unit = _unit(match["unit"]) if match["unit"] and match["unit"].lower() != "period" else ""
    if "year-" in which:
        return made(match, reading=f"{unit or 'quarter'}:0~year:-1", base="period", grain=unit)
    if not unit:
        return None
    if which == "latest":
        return made(match, reading=f"{unit}:-1", grain=unit)
    return made(match, reading=f"{unit}:0", base="period", grain=unit)


RULES: tuple[tuple[re.Pattern[str], Builder], ...] = tuple(
    (re.compile(pattern), builder)
    for pattern, builder in (
        (
            rf"(?<![\w-])(?P<word>(?i:the day before yesterday|the day after tomorrow|today|yesterday|tomorrow"
            rf"|tonight|overnight))(?![\w-])(?:{S}(?P<part>(?i:{DAYPART}))(?!\w))?",
            _word,
        ),
        (
            rf"(?<![\w-])(?:(?P<side>(?i:earlier|later)){S})?(?P<which>(?i:last|this past|this coming|this|next"
            rf"|the current|the present|the coming|current)){S}(?P<unit>{_POINT})(?![\w'-]*\w(?<!'s))",
            _step,
        ),
        (
            rf"(?<![\w-])(?P<which>(?i:this|last)){S}(?P<part>(?i:morning|afternoon|evening|night))(?!\w)",
            _part_of_day,
        ),
        (
            rf"(?<![\w$-])(?P<count>{COUNT}){S}(?P<unit>(?i:{UNIT})){S}(?:or{S}so{S})?(?i:ago|back(?!{S}(?:to|in"
            rf"|on|from)))(?!\w)",
            _ago,
        ),
        (
            rf"(?<![\w-])(?P<unit>(?i:days|weeks|months|years|decades|centuries|hours|minutes))(?:{S}or{S}"
            rf"(?i:weeks|months|years))?{S}(?i:ago)(?!\w)",
            _bare_ago,
        ),
        (
            rf"(?<![\w$-])(?P<count>{COUNT}){S}(?P<unit>(?i:{UNIT})){S}(?P<way>(?i:later|earlier|prior(?!{S}to)"
            rf"|afterwards?|before(?=[ ]?[.,;:!?)\x22]|$)))(?!\w)",
            _later,
        ),
        (
            rf"(?<![\w$-])(?P<count>{COUNT}){S}(?P<unit>(?i:{UNIT})){S}(?i:from{S}(?:now|today)|hence)(?!\w)",
            _from_now,
        ),
        (
            rf"(?<=\bin )(?P<count>{COUNT}){S}(?P<unit>(?i:{UNIT}))'{S}time(?!\w)",
            _from_now,
        ),
        (
            rf"(?<=over )(?i:the{S}next){S}(?P<which>)(?P<unit>(?i:week|month|quarter|year|decade|century))"
            rf"(?:{S}and{S}a{S}half)?(?!\w)",
            _past_unit,
        ),
        (
            rf"(?<![\w-])(?:(?i:the){S})?(?P<which>(?i:next|following|previous|preceding|prior|same|that"
            rf"|that same)){S}(?P<unit>{_POINT})(?!\w)",
            _neighbour,
        ),
        (rf"(?<![\w-])(?i:the){S}(?P<unit>{_POINT}){S}(?P<way>(?i:before|after|earlier))(?!\w)", _unit_before),
        (
            rf"(?<![\w-])(?:(?i:the){S})(?i:end|beginning|start|middle){S}of{S}(?:the|this){S}(?P<unit>(?i:week"
            rf"|month|quarter|year|decade|century))(?!\w)",
            _of_unit,
        ),
        (rf"(?<![\w-])(?i:the){S}year(?={S}(?:ended|ending){S})", _year_ended),
        (
            rf"(?:(?<=\bof )|(?<=\bfor )|(?<=\bin ))the{S}(?P<unit>week|month|year)(?![\w-]"
            rf"|{S}(?:that|when|which|since|after|before|following|ahead|to|of|in|ended|ending|[0-9]))",
            _of_unit,
        ),
        (rf"(?<![\w-])(?i:{'|'.join(sorted(_NOW, key=len, reverse=True))})(?![\w-])", _now),
        (rf"(?<![\w-])(?i:{'|'.join(sorted(_BEFORE, key=len, reverse=True))})(?![\w-])", _before),
        (rf"(?<![\w-])(?i:{'|'.join(sorted(_AFTER, key=len, reverse=True))})(?![\w-]|{S}(?:after|before)\b)", _after),
        (rf"(?<![\w-])(?i:the past)(?!\w|{S}(?:[a-z0-9]))", _before),
        (rf"(?<![\w-])(?:(?i:the){S})?weekend(?!\w)", _weekend),
        (
            rf"(?<![\w-])(?:(?i:the){S})?(?P<which>(?i:latest|year-earlier|year-ago|comparable year-ago"
            rf"|comparable year-earlier))(?:{S}(?:(?i:first|second|third|fourth){S})?(?P<unit>(?i:quarter|year"
            rf"|fiscal{S}year|period|month|week)))?(?!\w)",
            _reported,
        ),
        (rf"(?<![\w-])(?P<which>(?i:the|that|its)){S}(?P<unit>quarter)(?![\w-])", _reported),
        (r"(?<![\w-])(?i:year)[ -]end(?!\w)", _year_end),
        (
            rf"(?<![\w-])(?i:the){S}(?P<which>(?i:last|past)){S}(?P<unit>(?i:hour|week|month|quarter|year|decade"
            rf"|century))(?!\w)",
            _past_unit,
        ),
        (rf"(?<![\w-]){_RECENT}{S}(?i:days|weeks|months|years|decades|quarters|times|history)(?!\w)", _before),
        (
            rf"(?<![\w-])(?:(?i:the){S}(?i:past|last){S}(?i:few|several|couple{S}of){S})(?i:days|weeks|months"
            rf"|years|decades|quarters)(?!\w)",
            _before,
        ),
        (
            rf"(?<![\w-])(?:{_COMING}{S}(?i:days|weeks|months|years|decades|quarters)|(?i:the){S}(?i:days|weeks"
            rf"|months|years){S}(?i:ahead|to{S}come))(?!\w)",
            _after,
        ),
    )
)  # fmt: skip
