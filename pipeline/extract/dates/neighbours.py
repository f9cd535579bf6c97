"""What dates beside each other lend: a year ("April and May 2020"), a month ("May 3-5"), a day ("5 p.m. on Friday")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from pipeline.extract.dates.expressions import Expression

_LINK = re.compile(r",?[ ]{1,2}(?:and|or|to|through|until|till)[ ]{1,2}|[ ]?-[ ]?|,[ ]{1,2}")
_RANGE = re.compile(r"to|through|until|till|-")
_OPEN = re.compile(r"(?:month:(?P<month>[0-9]{2})|date:(?P<day>[0-9]{2}-[0-9]{2})):auto")
_YEARED = re.compile(r"(?P<year>[0-9]{4})-(?P<rest>[0-9]{2}(?:-[0-9]{2})?)")
_LAST_NUMBER = re.compile(r"[ ](?P<n>[0-9]{1,2})(?:st|nd|rd|th)?$")
_FIRST_NUMBER = re.compile(r"(?:the[ ])?(?P<n>[0-9]{1,2})(?:st|nd|rd|th)?[ ]")
_AFTER = re.compile(
    r"(?:[ ]?-[ ]?|[ ](?:to|through|and|or)[ ])(?P<n>[0-9]{1,2})(?:st|nd|rd|th)?"
    r"(?:,?[ ](?P<year>(?:19|20)[0-9]{2})(?![\w%])|(?=[,.;:)\x22](?![0-9])|$"
    r"|[ ](?:in|at|on|for|with|by|when|while|near)\b))"
)
_BEFORE = re.compile(
    r"(?:^|(?<=[ (])(?i:from|between|on|of|for|the)[ ])(?P<n>[0-9]{1,2})(?:st|nd|rd|th)?"
    r"(?:[ ]?-[ ]?|[ ](?:to|through|and|or)[ ])$"
)
_ON = re.compile(r",?[ ]{1,2}on[ ]{1,2}")


def lend(found: list[Expression], text: str) -> list[Expression]:
    """The expressions of a block, in order, each with what its neighbours give it."""
    found = _without_swallowed(sorted((*found, *_days(found, text)), key=lambda e: (e.start, -e.end)))
    for i in reversed(range(len(found) - 1)):
        found[i] = _hour(found[i], found[i + 1], text) or _year(found[i], found[i + 1], text, -1) or found[i]
    for i in range(1, len(found)):
        found[i] = _year(found[i], found[i - 1], text, 1) or found[i]
    return found


def _without_swallowed(found: list[Expression]) -> list[Expression]:
    """Without those that lie within the one before: the year of a second day of a month."""
    kept = found[:1]
    for _, expression in pairwise(found):
        if expression.start >= kept[-1].end:
            kept.append(expression)
    return kept


def _days(found: list[Expression], text: str) -> Iterator[Expression]:
    """The second day after "May 3", the first before "7 May"."""
    for expression in found:
        day = _day(expression)
        if not day:
            continue
        words = text[expression.start : expression.end]
        if (last := _LAST_NUMBER.search(words)) and (match := _AFTER.match(text, expression.end)):
            yield from _another(expression, day, match, int(last["n"]) < int(match["n"]))
        elif (first := _FIRST_NUMBER.match(words)) and (match := _BEFORE.search(text[: expression.start][-24:])):
            shift = max(0, expression.start - 24)
            yield from _another(expression, day, match, int(match["n"]) < int(first["n"]), shift)


def _another(
    expression: Expression, day: str, match: re.Match[str], in_order: bool, shift: int = 0
) -> Iterator[Expression]:
    number = int(match["n"])
    if not in_order or not 1 <= number <= 31:
        return
    year = match.groupdict().get("year")
    end = match.end("year") if year else match.end("n")
    other = f"{day[:-2]}{number:02d}"
    known = f"{year}-{other}" if year else other
    value, reading = (known, "") if len(known) == 10 else ("", f"date:{other}:auto")
    yield replace(expression, start=shift + match.start("n"), end=shift + end, value=value, reading=reading)


def _day(expression: Expression) -> str:
    """The month and day, with the year where the words have it, of a bare day; "" for others."""
    if expression.type != "DATE" or expression.grain != "day" or expression.alternatives:
        return ""
    open_day = _OPEN.fullmatch(expression.reading)
    return (open_day["day"] or "") if open_day else expression.value if len(expression.value) == 10 else ""


def _year(one: Expression, other: Expression, text: str, step: int) -> Expression | None:
    """A month or day without a year that takes the year of its neighbour; a range runs forward in time."""
    bare, known = _OPEN.fullmatch(one.reading), _YEARED.fullmatch(other.value)
    first, last = (one, other) if step < 0 else (other, one)
    between = text[first.end : last.start]
    if bare is None or known is None or not _LINK.fullmatch(between):
        return None
    if step > 0 and (not _RANGE.search(between) or other.type != "DATE"):
        return None
    rest, year = bare["month"] or bare["day"], int(known["year"])
    if _RANGE.search(between) and (known["rest"][: len(rest)] < rest[: len(known["rest"])] if step < 0
                                   else rest < known["rest"][: len(rest)]):  # fmt: skip
        year += step
    return replace(one, value=f"{year:04d}-{rest}", reading="")


def _hour(one: Expression, other: Expression, text: str) -> Expression | None:
    """5 p.m. on Friday: the hour is that of the day named after it."""
    if one.type != "TIME" or not one.part or one.reading or one.value or other.type != "DATE" or other.grain != "day":
        return None
    if not _ON.fullmatch(text[one.end : other.start]):
        return None
    return replace(other, start=one.start, end=one.end, type="TIME", part=one.part, grain="time", alternatives=())
