"""The words that dates are made of: months, weekdays, units, seasons, number words, and patterns for them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.text import listed as listed

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        ("monday mon", "tuesday tues tue", "wednesday wed", "thursday thurs thur thu", "friday fri", "saturday sat",
         "sunday sun"),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
SEASONS = {"spring": "SP", "summer": "SU", "fall": "FA", "autumn": "FA", "winter": "WI"}
UNITS = {
    "second": "second", "minute": "minute", "min": "minute", "hour": "hour", "hr": "hour", "day": "day",
    "night": "night", "morning": "morning", "afternoon": "afternoon", "evening": "evening", "week": "week",
    "weekend": "weekend", "fortnight": "fortnight", "month": "month", "quarter": "quarter", "year": "year",
    "yr": "year", "decade": "decade", "century": "century", "centurie": "century", "millennium": "millennium",
}  # fmt: skip
DAYPARTS = {
    "morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI", "nighttime": "TNI", "midday": "TMI",
    "daytime": "TDT", "midnight": "T24:00", "noon": "T12:00", "dawn": "TMO", "dusk": "TEV",
    "mid-morning": "TMO", "midmorning": "TMO", "mid-afternoon": "TAF", "midafternoon": "TAF",
}  # fmt: skip
CODES = {
    "second": ("PT", "S"), "minute": ("PT", "M"), "hour": ("PT", "H"), "day": ("P", "D"), "week": ("P", "W"),
    "weekend": ("P", "WE"), "month": ("P", "M"), "quarter": ("P", "Q"), "year": ("P", "Y"), "decade": ("P", "DE"),
    "century": ("P", "CE"), "millennium": ("P", "ML"), "night": ("P", "NI"), "morning": ("P", "MO"),
    "afternoon": ("P", "AF"), "evening": ("P", "EV"), "fortnight": ("P", "W"),
}  # fmt: skip
_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_NUMBERS = {**{w: n for n, w in enumerate(_ONES)}, **_TENS}
_SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000}
_NTH = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth",
)  # fmt: skip
ORDINALS = (
    {word: number for number, word in enumerate(_NTH, start=1)}
    | {f"twenty-{word}": 20 + number for number, word in enumerate(_NTH[:9], start=1)}
    | {"thirtieth": 30, "thirty-first": 31}
)
DECADES = {
    "twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8,
    "nineties": 9,
}  # fmt: skip


def _any(names: Iterable[str]) -> str:
    return "|".join(sorted(names, key=lambda w: (-len(w), w)))


S = r"[ ]{1,3}"
_MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_SHORT = ["Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec"]
MONTH = (
    rf"(?:(?:{'|'.join([*_MONTH_NAMES, *(m.upper() for m in _MONTH_NAMES)])})\b"
    rf"|(?:{'|'.join([*_SHORT, *(m.upper() for m in _SHORT)])})\b\.?)"
)
FULL_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
WEEKDAY = (
    rf"(?:{FULL_WEEKDAY}|MONDAY|TUESDAY|WEDNESDAY|THURSDAY|FRIDAY|SATURDAY|SUNDAY"
    r"|(?:Mon|Tues|Tue|Wed|Thurs|Thur|Thu|Fri|Sat|Sun)\b\.?)"
)
SEASON = r"(?:[Ss]pring|[Ss]ummer|[Ff]all|[Aa]utumn|[Ww]inter)"
UNIT = (
    r"(?:seconds?|minutes?|mins?|hours?|hrs?|days?|nights?|mornings?|afternoons?|evenings?|weekends?|weeks?"
    r"|fortnights?|months?|quarters?|years?|yrs?|decades?|century|centuries|millenniums?|millennia)"
)
DAYPART = r"(?:mid-?morning|mid-?afternoon|morning|afternoon|evening|nighttime|night|midday)"
ORDINAL = rf"(?:{_any(ORDINALS)}|[0-9]{{1,2}}(?:st|nd|rd|th))"
DIGIT_DAY = r"(?:3[01]|[12][0-9]|0?[1-9])"
DAY = rf"(?:(?:{DIGIT_DAY})(?:st|nd|rd|th)?(?![0-9])|(?:{_any(ORDINALS)})\b)"
_SMALL = _any([*_ONES[1:], *_TENS])
_UNITS_DIGIT = _any(_ONES[1:10])
YEAR_WORDS = (
    r"(?:(?:nineteen|eighteen|seventeen|twenty)(?:[ -]hundred"
    rf"|[ -](?:oh[ -](?:{_UNITS_DIGIT})|(?:{_any(_TENS)})(?:[ -](?:{_UNITS_DIGIT}))?|(?:{_any(_ONES[10:])})))"
    rf"|two thousand(?:(?: and)?[ -](?:{_any(_ONES[1:])}))?)"
)
YEAR = r"(?:1[0-9]{3}|20[0-9]{2}|21[0-9]{2})(?![0-9]|[.,][0-9])"
WORD_NUMBER = rf"(?:(?:{_SMALL})(?:[ -](?:{_SMALL}|hundred|thousand|million|billion|and(?=[ -](?:{_SMALL})\b))){{0,8}})"
NUMBER = (
    r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,5}|[0-9]{1,15}(?:\.[0-9]{1,6})?(?:[ -]1/[24])?"
    rf"|(?i:{WORD_NUMBER}\b(?: and a half)?))"
)
VAGUE = (
    r"(?i:a couple(?: of)?|couple of|a few|several|few|many|some|a number of|a handful of|dozens of|hundreds of"
    r"|thousands of|countless|a dozen|two dozen|half a|half an|a half|an?)"
)
COUNT = rf"(?:{NUMBER}|{VAGUE})"
_DOZENS = {"a dozen": 12, "two dozen": 24, "a couple": 2, "a couple of": 2, "couple of": 2, "a": 1, "an": 1}


def month_of(word: str) -> int:
    """The month a name or abbreviation stands for, 1 to 12; 0 where it is none."""
    return MONTHS.get(word.lower().rstrip("."), 0)


def weekday_of(word: str) -> int:
    """The ISO number of a weekday's name, Monday 1; 0 where it is none."""
    return WEEKDAYS.get(word.lower().rstrip("."), 0)


def unit_of(word: str) -> str:
    """The unit a word names, singular or plural; empty where it names none.

    >>> unit_of("centuries"), unit_of("days")
    ('century', 'day')
    """
    word = word.lower()
    if word.startswith("millenni"):
        return "millennium"
    if word == "centuries":
        return "century"
    return UNITS.get(word) or UNITS.get(word.removesuffix("s"), "")


def day_of(word: str) -> int:
    """A day of the month in digits or words, 0 where it is none.

    >>> day_of("3rd"), day_of("twenty-first"), day_of("32")
    (3, 21, 0)
    """
    word = word.lower()
    if word in ORDINALS:
        return ORDINALS[word] if ORDINALS[word] <= 31 else 0
    digits = re.match(r"[0-9]{1,2}", word)
    number = int(digits.group()) if digits else 0
    return number if 1 <= number <= 31 else 0


def number_of(words: str) -> float | None:
    """A number in digits or words; None where it is vague ("several", "a few").

    >>> number_of("twenty-five"), number_of("2 1/2"), number_of("a dozen"), number_of("several")
    (25.0, 2.5, 12.0, None)
    """
    words = " ".join(words.lower().split())
    if words in _DOZENS:
        return float(_DOZENS[words])
    if words.startswith(("half a", "a half")):
        return 0.5
    half = re.fullmatch(r"([0-9]+)[ -]1/([24])", words)
    if half:
        return int(half[1]) + 1 / int(half[2])
    plain = words.replace(",", "")
    if re.fullmatch(r"[0-9]{1,15}(\.[0-9]{1,6})?", plain):
        return float(plain)
    extra = 0.5 if words.endswith(" and a half") else 0.0
    return _spelled(words.removesuffix(" and a half"), extra)


def _spelled(words: str, extra: float) -> float | None:
    total, part = 0, 0
    for word in re.split(r"[ -]+", words):
        if word == "and":
            continue
        if word in _NUMBERS:
            part += _NUMBERS[word]
        elif word == "hundred":
            part = max(part, 1) * 100
        elif word in _SCALES:
            total += max(part, 1) * _SCALES[word]
            part = 0
        else:
            return None
    return total + part + extra


def year_of(words: str) -> int:
    """A year in digits or words, 0 where it is none.

    >>> year_of("nineteen ninety-four"), year_of("two thousand"), year_of("twenty eleven")
    (1994, 2000, 2011)
    """
    if re.fullmatch(r"[0-9]{4}", words):
        return int(words)
    parts = [p for p in re.split(r"[ -]+", words.lower()) if p != "and"]
    if parts[:2] == ["two", "thousand"]:
        return 2000 + sum(_NUMBERS.get(p, 0) for p in parts[2:])
    if len(parts) < 2 or parts[0] not in _NUMBERS:
        return 0
    rest = 0 if parts[1] == "hundred" else sum(_NUMBERS.get(p, 0) for p in parts[1:])
    return _NUMBERS[parts[0]] * 100 + rest


def two_digit_year(digits: str, said: int | None = None) -> int:
    """The full year of "'98": the nearest to the year of the text, never more than 20 years after it; 1950 to 2049
    where that is not known.
    """
    number = int(digits)
    top = (said + 20) if said else 2049
    return max(c for c in range(number, top + 1, 100)) if number <= top else number
