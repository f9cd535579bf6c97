"""A weekday and a date beside it that are not the same day.

What it flags
-------------
"Monday, March 4, 2025" where 4 March 2025 was a Tuesday; also "March 4 (Monday)" and "Monday, March 4" without the
year, where the publication date leaves only one year it can be.

Why it matters
--------------
One of the two is wrong, and a reader who comes on the wrong day does not come back.

What is not flagged
-------------------
A date without a year in an undated article, or far from the day of publication; a weekday alone; a weekday and a date
that belong to different things.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from pipeline import timex
from pipeline.flag.cases import Case
from pipeline.flag.examples import Example
from pipeline.model import Document, Finding, Span, Timex

CODE = "D005"
NAME = "weekday-mismatch"
SEVERITY = "error"

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NEAR = 120
_NAMED = re.compile(rf"\b({'|'.join(_DAYS)})\b", re.IGNORECASE)
_AFTER = re.compile(rf"\s?(?:\(|,\s(?:a|which (?:is|was) an?)\s)({'|'.join(_DAYS)})\b", re.IGNORECASE)
_BEFORE = re.compile(rf"\b({'|'.join(_DAYS)})\s?(?:\(|,\s)(?:the\s)?$", re.IGNORECASE)

FLAGGED = (
    Example(("Vote\n\nThe council met on Monday, March 4, 2025.",), on="Monday, March 4, 2025", why="it was a Tuesday"),
    Example(
        ("Vote\n\nThe council met on Friday, March 4, the mayor said.",),
        on="Friday, March 4",
        published=("2025-03-06",),
        why="the publication date leaves one year",
    ),
)
CLEAN = (
    Example(("Vote\n\nThe council met on Tuesday, March 4, 2025.",), why="the same day"),
    Example(("Vote\n\nThe council met on Friday, March 4.",), why="the year is unknown"),
    Example(("Vote\n\nThe council met on Tuesday and will vote on March 6, 2025.",), why="two different days"),
    Example(
        ("Vote\n\nThe council first met on Friday, March 4, years before the vote.",),
        published=("2025-10-06",),
        why="too far from publication to know the year",
    ),
)


def check(case: Case) -> Iterator[Finding]:
    """A finding on every full date that has another weekday beside it."""
    for extraction in case.alignment.extractions:
        document = case.document[extraction.doc]
        for expression in extraction.dates:
            day = _sure(expression, document)
            named = _weekday(expression, document) if day is not None else None
            if day is not None and named is not None and named[0] != day.isoweekday():
                words = " ".join(named[1].text.split())
                right = f"{timex.day_words(day.isoformat())} is a {_DAYS[day.isoweekday() - 1]}"
                told = f"“{words}” names the wrong weekday: {right}."
                yield Finding(document.doc, named[1], told)


def _sure(expression: Timex, document: Document) -> date | None:
    """The day that an expression names, where the words or the publication date leave no other."""
    when = expression.when
    day = timex.day(when.value[:10])
    if expression.type not in ("DATE", "TIME") or day is None or when.status != "resolved" or when.alternatives:
        return None
    if not expression.reading:
        return day
    if not expression.reading.startswith("date:"):
        return None
    published = timex.day(document.published.value)
    return day if published is not None and abs((day - published).days) <= _NEAR else None


def _weekday(expression: Timex, document: Document) -> tuple[int, Span] | None:
    """The weekday that stands with a date, and the words of both."""
    at = expression.at
    inside = _NAMED.match(at.text)
    if inside:
        return _number(inside[1]), at
    text = document.text
    start, end = at.start - document.start, at.end - document.start
    after = _AFTER.match(text[end : end + 24])
    if after:
        return _number(after[1]), document.span(at.start, at.end + after.end())
    before = _BEFORE.search(text[max(0, start - 16) : start])
    if before:
        return _number(before[1]), document.span(at.start - len(before.group()), at.end)
    return None


def _number(name: str) -> int:
    return _DAYS.index(name.capitalize()) + 1
