"""Edits of quantities and dates: what makes a sentence contradict itself, and what only says it otherwise."""

from __future__ import annotations

import random
import re

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
SMALL = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
SCALES = ("thousand", "million", "billion")

_YEAR = re.compile(r"\b(1[5-9]\d\d|20[0-3]\d)\b(?![-–,.]\d|%)")
_NUMBER = re.compile(r"(?<![\w.,/:–-])(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?![\w/:–-]|[.,]\d)")
_AS_YEAR = re.compile(
    r"(?:\b(?:in|since|until|from|by|of|circa|between|and|c\.|around|to|ca\.|year|early|late|AD|A\.D\.|a\.d\.) )$",
    re.IGNORECASE,
)
_WORD = re.compile(r"\b(" + "|".join(SMALL + TENS) + r")\b")
_ORDINAL = re.compile(r"\b(" + "|".join(ORDINALS[1:]) + r")\b")
_MONTH = re.compile(r"\b(" + "|".join(MONTHS) + r")\b(?= \d|,| and|\.|$| of)")
_DAY = re.compile(r"\b(" + "|".join(DAYS) + r")\b")
_MONTH_DAY = re.compile(r"\b(" + "|".join(MONTHS) + r") (\d{1,2})\b(?!\d)")
_MONTH_YEAR = re.compile(
    r"\b(?:on|in) (?:\d{1,2} )?(?:" + "|".join(MONTHS) + r")(?: \d{1,2},?)? (\d{4})\b", re.IGNORECASE
)
_SCALE = re.compile(r"\b(thousand|million|billion)\b")
_BOUND = re.compile(
    r"(?:more|less|fewer|greater) than|at (?:least|most)|(?:about|around|nearly|almost|over|under|some|up to|"
    r"approximately) $"
)


def other_number(text: str, rng: random.Random) -> str | None:
    """The same sentence with one quantity changed beyond rounding; None where it has none."""
    found = [m for m in _NUMBER.finditer(text) if not _dated(text, m)]
    words = list(_WORD.finditer(text)) + list(_SCALE.finditer(text))
    if not found and not words:
        return None
    match = rng.choice(found + words)
    return text[: match.start()] + _another(match.group(), rng) + text[match.end() :]


def _dated(text: str, match: re.Match[str]) -> bool:
    """Whether the number is a year or a day of a month, not a quantity."""
    before, after = text[: match.start()], text[match.end() :]
    if match.group().isdigit() and len(match.group()) in (3, 4) and _AS_YEAR.search(before):
        return True
    months = before.rstrip().endswith(tuple(MONTHS)) or after.lstrip().startswith(tuple(MONTHS))
    return bool(_YEAR.fullmatch(match.group())) or months


def _another(number: str, rng: random.Random) -> str:
    if number in SCALES:
        return rng.choice([s for s in SCALES if s != number])
    if number in SMALL:
        return rng.choice([w for w in SMALL if w != number])
    if number in TENS:
        return rng.choice([w for w in TENS if w != number])
    whole, _, rest = number.replace(",", "").partition(".")
    value = int(whole)
    digits = "".join(str(rng.randrange(10)) for _ in rest)
    choices = [value + rng.randint(1, 3), max(0, value - rng.randint(1, 3))] if value < 20 else []
    choices += [int(value * f) for f in (0.25, 0.5, 0.6, 0.75, 1.4, 1.7, 2, 3, 10)]
    if len(whole) > 1:
        at = rng.randrange(len(whole))
        choices.append(int(whole[:at] + str((int(whole[at]) + rng.randint(1, 9)) % 10) + whole[at + 1 :]))
    choices = [c for c in choices if abs(c - value) > 0.15 * value] or [value + max(2, value // 3)]
    made = rng.choice(choices)
    return (f"{made:,}" if "," in number or made > 9999 else str(made)) + (f".{digits}" if rest else "")


def other_date(text: str, rng: random.Random) -> str | None:
    """The same sentence with a year, month, day of the month, weekday or ordinal changed."""
    edits = []
    for match in _YEAR.finditer(text):
        shift = rng.choice([-20, -10, -5, -3, -2, -1, 1, 2, 3, 4, 10, 15])
        edits.append((match.span(1), str(int(match[1]) + shift)))
    for match in _MONTH.finditer(text):
        edits.append((match.span(1), rng.choice([m for m in MONTHS if m != match[1]])))
    for match in _MONTH_DAY.finditer(text):
        edits.append((match.span(2), rng.choice([str(d) for d in range(1, 29) if str(d) != match[2]])))
    for match in _DAY.finditer(text):
        edits.append((match.span(1), rng.choice([d for d in DAYS if d != match[1]])))
    for match in _ORDINAL.finditer(text):
        edits.append((match.span(1), rng.choice([o for o in ORDINALS if o != match[1]])))
    if not edits:
        return None
    (start, end), new = rng.choice(edits)
    return text[:start] + new + text[end:]


def other_both(text: str, rng: random.Random) -> str | None:
    """Another year and another quantity: the same measure at another time, which contradicts nothing."""
    years = list(_YEAR.finditer(text))
    if len(years) != 1:
        return None
    made = other_number(text, rng)
    if made is None or years[0][1] not in made:
        return None
    return made.replace(years[0][1], str(int(years[0][1]) + rng.choice([-12, -8, -5, -3, -1, 1, 2, 4, 6, 9])), 1)


def coarser(text: str, rng: random.Random) -> str | None:
    """The same sentence said less exactly, which it entails: the year without the month, a bound, a round number."""
    options = []
    for match in _MONTH_YEAR.finditer(text):
        head = "In" if match.group()[0] == "O" or match.group()[0] == "I" else "in"
        options.append(text[: match.start()] + f"{head} {match[1]}" + text[match.end() :])
    for match in _NUMBER.finditer(text):
        options += _rounded(text, match, rng)
    return rng.choice(options) if options else None


def _rounded(text: str, match: re.Match[str], rng: random.Random) -> list[str]:
    before, number, after = text[: match.start()], match[1], text[match.end() :]
    if match[2] or _BOUND.search(before[-12:]) or before.endswith(("$", "£", "€", "No. ")) or _dated(text, match):
        return []
    value, made = int(number.replace(",", "")), []
    if 2 <= value <= 12:
        made.append(SMALL[value - 2])
    if value >= 15:
        step = 10 ** (len(str(value)) - 1) // (2 if value > 30 else 10) or 1
        low = value - value % max(1, step)
        if low == value:
            low = value - max(1, step)
        made += [f"more than {low:,}", f"at least {low:,}", f"fewer than {value + max(2, step):,}"]
        near = round(value, 1 - len(str(value)) + 1)
        if value > 100 and near != value:
            made.append(f"{rng.choice(['about', 'nearly' if near > value else 'around', 'roughly'])} {near:,}")
    return [before + m + after for m in made]


def out_of_bounds(text: str, rng: random.Random) -> str | None:
    """The same sentence with a bound that its own number breaks."""
    found = [
        m
        for m in _NUMBER.finditer(text)
        if not m[2] and not _dated(text, m) and not _BOUND.search(text[: m.start()][-12:])
    ]
    found = [m for m in found if int(m[1].replace(",", "")) >= 10 and not text[: m.start()].endswith(("$", "£", "€"))]
    if not found:
        return None
    match = rng.choice(found)
    value = int(match[1].replace(",", ""))
    words = rng.choice(
        [
            f"more than {int(value * rng.choice([1.3, 1.5, 2, 3])):,}",
            f"fewer than {max(2, int(value * rng.choice([0.3, 0.5, 0.8]))):,}",
        ]
    )
    return text[: match.start()] + words + text[match.end() :]
