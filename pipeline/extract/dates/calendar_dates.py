"""Names and numbers of the calendar: days, months, seasons, quarters, years, decades, weekdays."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from pipeline.extract.dates.expressions import Expression, made
from pipeline.extract.dates.lexicon import (
    DAY,
    DECADES,
    MONTH,
    ORDINAL,
    ORDINALS,
    SEASON,
    SEASONS,
    WEEKDAY,
    YEAR,
    YEAR_WORDS,
    S,
    day_of,
    month_of,
    two_digit_year,
    weekday_of,
    year_of,
)
from pipeline.timex.holidays import holiday, names
from pipeline.timex.intervals import of

Builder = Callable[[re.Match[str]], "Expression | None"]

_STEP = {"last": -1, "this": 0, "next": 1, "current": 0, "previous": -1, "that": 0, "past": -1, "coming": 1}
_WHICH = r"(?i:last|this past|this coming|this|next|the coming|coming|the past)"
_WAYS = {"last": "last", "this past": "last", "the past": "last", "next": "next", "coming": "next",
         "this coming": "next", "the coming": "next", "this": "this"}  # fmt: skip
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "final": 4}
_QUARTER = r"(?i:first|second|third|fourth|1st|2nd|3rd|4th|final)"
_YEAR_OR_WORDS = rf"(?:{YEAR}|(?i:{YEAR_WORDS})\b)"
_OF_YEAR = rf"(?:,?{S}(?:of{S})?(?P<year>{_YEAR_OR_WORDS})|{S}(?:of{S})?(?P<which>(?i:last|this|next)){S}year\b)"


def _way(word: str | None) -> str:
    return _WAYS[" ".join(word.lower().split())] if word else "auto"


def _iso(match: re.Match[str]) -> Expression | None:
    value = match["date"]
    if of(int(value[:4]), int(value[5:7]), int(value[8:])) is None:
        return None
    if match["time"]:
        return made(match, "TIME", value=f"{value}T{match['time']}", grain="day")
    return made(match, value=value, grain="day")


def _numeric(match: re.Match[str]) -> Expression | None:
    """10/3/20: read the American way where both ways are days, the other way kept beside it."""
    first, second, digits = int(match["a"]), int(match["b"]), match["y"]
    year = int(digits) if len(digits) == 4 else two_digit_year(digits)
    american, european = of(year, first, second), of(year, second, first)
    if match["sep"] == "." and european is not None:
        american, european = european, american
    found = [d.isoformat() for d in (american, european) if d is not None]
    if not found:
        return None
    return made(match, value=found[0], alternatives=tuple(v for v in found[1:] if v != found[0]), grain="day")


def _day(match: re.Match[str]) -> Expression | None:
    month, number = month_of(match["month"]), day_of(match["day"])
    if not month or not number:
        return None
    suffix = f"{month:02d}-{number:02d}"
    if match["year"]:
        return made(match, value=f"{year_of(match['year']):04d}-{suffix}", grain="day")
    if suffix == "09-11" and _ATTACKS.match(match.string, match.end()):
        return made(match, value="2001-09-11", grain="day")
    if match["which"]:
        return made(match, reading=f"year:{_STEP[match['which'].lower()]}>{suffix}", grain="day")
    return made(match, reading=f"date:{suffix}:auto", grain="day")


def _short_year(match: re.Match[str]) -> Expression:
    return made(match, value=f"{two_digit_year(match['yy']):04d}", grain="year")


def _month(match: re.Match[str]) -> Expression:
    number = month_of(match["month"])
    if match["year"]:
        return made(match, value=f"{year_of(match['year']):04d}-{number:02d}", grain="month")
    return made(match, reading=f"year:{_STEP[match['which'].lower()]}>{number:02d}", grain="month")


def _month_alone(match: re.Match[str]) -> Expression:
    number = month_of(match["month"])
    return made(match, reading=f"month:{number:02d}:{_way(match['which'])}", grain="month")


def _season(match: re.Match[str]) -> Expression:
    code = SEASONS[match["season"].lower()]
    if match["year"]:
        return made(match, value=f"{year_of(match['year']):04d}-{code}", grain="season")
    return made(match, reading=f"year:{_STEP[match['which'].lower()]}>{code}", grain="season")


def _season_alone(match: re.Match[str]) -> Expression:
    return made(match, reading=f"season:{SEASONS[match['season'].lower()]}:{_way(match['which'])}", grain="season")


def _quarter(match: re.Match[str]) -> Expression:
    kind = "Q" if match["kind"].lower().startswith("q") else "H"
    number = _QUARTERS[match["nth"].lower()]
    if "quarter" in match["kind"].lower() and match["bare"] and match.group().lower().startswith("the "):
        return replace(_quarter_value(match, kind, number), start=match.start("nth"))
    return _quarter_value(match, kind, number)


def _quarter_value(match: re.Match[str], kind: str, number: int) -> Expression:
    year = match["year"] or match["before"]
    which = match["which"] or match["owner"]
    grain = "quarter" if kind == "Q" else "half"
    if year:
        return made(match, value=f"{year_of(year):04d}-{kind}{number}", grain=grain)
    if which:
        return made(match, reading=f"year:{_STEP[which.lower()]}>{kind}{number}", grain=grain)
    return made(match, reading=f"{grain}:{number}:auto", grain=grain)


def _half(match: re.Match[str]) -> Expression | None:
    number = {"first": 1, "second": 2, "last": 2}[match["nth"].lower()]
    if match["year"]:
        return made(match, value=f"{year_of(match['year']):04d}-H{number}", grain="half")
    if match["which"]:
        return made(match, reading=f"year:{_STEP[match['which'].lower()]}>H{number}", grain="half")
    return None


def _letter_quarter(match: re.Match[str]) -> Expression:
    code = f"{match['kind']}{match['n']}"
    year = match["year"] or match["before"]
    if year:
        return made(match, value=f"{int(year):04d}-{code}", grain="quarter")
    op = "quarter" if match["kind"] == "Q" else "half"
    return made(match, reading=f"{op}:{match['n']}:auto", grain="quarter")


def _two_years(match: re.Match[str]) -> Expression | None:
    """2020-21, 2019/20: a season or a school year."""
    first = int(match["year"])
    if (first + 1) % 100 != int(match["next"]):
        return None
    return made(match, value=f"{first:04d}/{first + 1:04d}", grain="years")


def _fiscal(match: re.Match[str]) -> Expression:
    digits = match["year"]
    year = two_digit_year(digits) if len(digits) == 2 else int(digits)
    return made(match, value=f"{year:04d}", grain="year")


def _year(match: re.Match[str]) -> Expression:
    return made(match, value=f"{year_of(match['year']):04d}", grain="year")


def _decade(match: re.Match[str]) -> Expression:
    digits = match["digits"]
    if digits is None:
        value = f"19{DECADES[match['word'].lower()]}"
    elif len(digits) == 4:
        # Between 2000 and 2009, or the 1900s as a century.
        value = digits[:3] if digits[2:] != "00" or digits.startswith("2") else digits[:2]
    else:
        value = "19" + digits.lstrip("'")[0]
    return made(match, value=value, grain="decade")


def _century(match: re.Match[str]) -> Expression | None:
    word = match["nth"].lower()
    number = ORDINALS.get(word) or int(word[:-2])
    return made(match, value=f"{number - 1:02d}", grain="century") if 1 <= number <= 30 else None


def _weekday_away(match: re.Match[str]) -> Expression | None:
    """A week from Tuesday, Tuesday week, the Tuesday before last, two Fridays ago."""
    named = match["weekday"] or match["before"] or match["to"] or match["weekdays"][:-1]
    number = weekday_of(named)
    if match["weeks"]:
        weeks = {"a": 1, "one": 1, "two": 2, "a fortnight": 2}.get(match["weeks"].lower(), 1)
        return made(match, reading=f"weekday:{number}:future~week:{weeks}", grain="day")
    if match["week"]:
        return made(match, reading=f"weekday:{number}:future~week:1", grain="day")
    back = {"two": 1, "three": 2}[match["count"].lower()] if match["count"] else 1
    return made(match, reading=f"weekday:{number}:last~week:{-back}", grain="day")


def _weekday(match: re.Match[str]) -> Expression | None:
    number = weekday_of(match["weekday"])
    if match["week"]:
        return made(match, reading=f"week:{_STEP[match['week'].lower()]}>{number}", grain="day")
    which = " ".join((match["which"] or "").lower().split())
    if which in ("the previous", "the preceding", "the prior"):
        return made(match, reading=f"weekday:{number}:last", base="mention", grain="day")
    if which in ("the following", "the next"):
        return made(match, reading=f"weekday:{number}:next", base="mention", grain="day")
    way = _way(which) if which in _WAYS else "auto"
    return made(match, reading=f"weekday:{number}:{way}", grain="day")


def _holiday(match: re.Match[str]) -> Expression | None:
    name = " ".join(match["name"].lower().split())
    if match["year"]:
        day = holiday(name, year_of(match["year"]))
        return made(match, value=day.isoformat(), grain="holiday") if day else None
    return made(match, reading=f"holiday:{name}:{_way(match['which'])}", grain="holiday")


_HOLIDAY = "|".join(re.escape(n) for n in sorted(names(), key=len, reverse=True))
_ATTACKS = re.compile(rf"(?:,?{S}(?:terror(?:ist)?|suicide))?{S}(?:attack|hijack)")
_NO_NUMBER = r"(?<![0-9A-Za-z$€£.,/:-])"
_OPEN = r"(?<![\w$€£])(?<![0-9][.,:/])"
_WD = rf"(?:{WEEKDAY},?{S})?"
_NOT_YEAR = r"(?![0-9/:]|[,.][0-9]|-[0-9])"

RULES: tuple[tuple[re.Pattern[str], Builder], ...] = tuple(
    (re.compile(pattern), builder)
    for pattern, builder in (
        (
            r"(?<![\w-])(?P<date>[0-9]{4}-[01][0-9]-[0-3][0-9])(?:[T ](?P<time>[0-2][0-9]:[0-5][0-9]"
            r"(?::[0-5][0-9])?)Z?)?(?![\w-])",
            _iso,
        ),
        (
            rf"{_NO_NUMBER}(?P<a>[0-9]{{1,2}})(?P<sep>[/.-])(?P<b>[0-9]{{1,2}})(?P=sep)(?P<y>[0-9]{{4}}"
            rf"|[0-9]{{2}})(?![\w/]|[.-][0-9])",
            _numeric,
        ),
        (
            rf"(?<!\w)(?:{_WHICH}{S})?{_WD}(?P<month>{MONTH}){S}(?:(?i:the){S})?(?P<day>{DAY})(?!\w|[.,:]?[0-9]"
            rf"|{S}percent|%)(?:{_OF_YEAR})?",
            _day,
        ),
        (rf"{_OPEN}{_WD}(?:(?i:the){S})?(?P<day>{DAY})(?:{S}of)?{S}(?P<month>{MONTH})(?!\w)(?:{_OF_YEAR})?", _day),
        (rf"(?<!\w)(?P<month>{MONTH})(?!\w){_OF_YEAR}", _month),
        (rf"(?<!\w)(?:(?P<which>{_WHICH}){S})?(?P<month>{MONTH})(?!\w)", _month_alone),
        (rf"(?<!\w)(?:(?i:the){S})?(?P<season>{SEASON})(?!\w){_OF_YEAR}", _season),
        (rf"(?<!\w)(?:(?P<which>{_WHICH}){S})?(?:(?i:the){S})?(?P<season>{SEASON})(?!\w)", _season_alone),
        (
            rf"(?<!\w)(?:(?P<owner>(?i:last|this|next)){S}year's{S}|(?:(?i:the){S})?(?P<before>{YEAR})(?:'s)?{S}|"
            rf"(?i:the){S})?(?:fiscal(?:-|{S}))?(?P<nth>{_QUARTER})(?:(?P<bare>-)|{S})(?:fiscal(?:-|{S}))?"
            rf"(?P<kind>(?i:quarter))(?!\w)(?:{_OF_YEAR})?",
            _quarter,
        ),
        (rf"(?<!\w)(?:(?i:the){S})?(?P<nth>(?i:first|second|last)){S}half(?!\w){_OF_YEAR}", _half),
        (
            rf"(?<!\w)(?:(?P<before>{YEAR}){S})?(?P<kind>[QH])(?P<n>[1-4])(?:(?:{S}|')(?:of{S})?"
            rf"(?P<year>{YEAR}))?(?!\w)",
            _letter_quarter,
        ),
        (
            rf"(?<!\w)(?:(?:(?i:the){S})?(?i:fiscal)(?:{S}(?i:year))?{S}|FY[ -]?'?)(?P<year>[0-9]{{4}}"
            rf"|[0-9]{{2}})(?!\w)",
            _fiscal,
        ),
        (rf"{_OPEN}(?P<year>(?:19|20)[0-9]{{2}})[-/](?P<next>[0-9]{{2}})(?![\w/-])", _two_years),
        (
            rf"{_OPEN}(?:(?i:the){S}year{S})?(?P<year>{YEAR})(?![\w%°]|-(?!(?:1[89]|20)[0-9][0-9]\b)[0-9A-Za-z])",
            _year,
        ),
        (rf"(?<!\w)(?:(?i:the){S}year{S})?(?P<year>(?i:{YEAR_WORDS}))(?![\w])", _year),
        (r"(?<!\w)'(?P<yy>[0-9]{2})(?![\w'])", _short_year),
        (
            rf"(?<![\w$€£])(?:(?i:the){S})?(?:(?P<digits>[12][0-9]{{2}}0|'?[2-9]0)'?s|(?P<word>"
            rf"(?i:{'|'.join(DECADES)})))(?!\w)",
            _decade,
        ),
        (rf"(?<!\w)(?:(?i:the){S})?(?P<nth>{ORDINAL})(?:-|{S})(?i:century)(?!\w)", _century),
        (
            rf"(?<!\w)(?:(?P<which>{_WHICH}){S})?(?P<name>(?i:{_HOLIDAY}))(?![\w'-])(?:,?{S}(?P<year>{YEAR}))?",
            _holiday,
        ),
        (
            rf"(?<!\w)(?:(?P<weeks>(?i:a|one|two)){S}weeks?{S}(?:from|on){S}(?P<weekday>{WEEKDAY})(?!\w)"
            rf"|(?i:the){S}(?P<before>{WEEKDAY}){S}before{S}last(?!\w)"
            rf"|(?P<count>(?i:two|three)){S}(?P<weekdays>{WEEKDAY}s){S}ago(?!\w)"
            rf"|(?P<to>{WEEKDAY}){S}(?P<week>week)(?=[ ]?[.,;:!?)\x22]|$))",
            _weekday_away,
        ),
        (
            rf"(?<!\w)(?:(?P<which>{_WHICH}|(?i:the{S}(?:previous|preceding|prior|following|next))){S})?"
            rf"(?P<weekday>{WEEKDAY})(?![\w])(?:{S}(?P<week>(?i:last|this|next)){S}week(?!\w))?",
            _weekday,
        ),
    )
)  # fmt: skip
"""Pattern and builder, in the order in which equals are preferred."""
