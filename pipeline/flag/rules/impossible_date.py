"""A date that cannot be.

What it flags
-------------
A day that the calendar does not have (31 November, 29 February 2023), and an event told as past whose full date lies
after the day on which the article says it appeared.

Why it matters
--------------
Either the event's date or the article's is wrong, and both are what an editor would rely on.

What is not flagged
-------------------
The day after publication, which another time zone explains; plans, forecasts and decisions about a later day; dates
without a year; a 29 February whose year is not given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from pipeline import timex
from pipeline.flag.cases import Case
from pipeline.flag.examples import Example
from pipeline.model import Document, Finding, Timex

CODE = "D006"
NAME = "impossible-date"
SEVERITY = "error"

_LENGTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_NAMED = re.compile(r"date:([0-9]{2})-([0-9]{2}):|year:-?[0-9]+>([0-9]{2})-([0-9]{2})")

FLAGGED = (
    Example(("Vote\n\nThe council met on 31 November 2024.",), on="31 November 2024", why="November has 30 days"),
    Example(("Vote\n\nThe council met on April 31.",), on="April 31", published=("2024-05-02",), why="April has 30"),
    Example(
        ("Vote\n\nTwo men died in the fire on March 9, 2024.",),
        on="March 9, 2024",
        published=("2024-03-01",),
        why="past, and after the report",
    ),
)
CLEAN = (
    Example(("Vote\n\nThe council met on 30 November 2024.",), why="a day of the calendar"),
    Example(
        ("Vote\n\nThe council announced a vote for March 9, 2024.",), published=("2024-03-01",), why="still to come"
    ),
    Example(("Vote\n\nThe council met on March 1, 2024.",), published=("2024-02-29",), why="a time zone can be why"),
    Example(("Vote\n\nThe council met on February 29.",), published=("2023-05-01",), why="the year may be another"),
)


def check(case: Case) -> Iterator[Finding]:
    """A finding on every day that is not, or that was not yet."""
    for extraction in case.alignment.extractions:
        document = case.document[extraction.doc]
        for expression in extraction.dates:
            words = " ".join(expression.at.text.split())
            if _no_such_day(expression):
                yield Finding(document.doc, expression.at, f"“{words}” is a day that the calendar does not have.")
            elif _too_late(expression, document):
                told = f"“{words}” is told as past in an article dated {document.published.latest}."
                yield Finding(document.doc, expression.at, told)


def _no_such_day(expression: Timex) -> bool:
    if expression.type not in ("DATE", "TIME"):
        return False
    named = _NAMED.match(expression.reading)
    if named:
        month, day = int(named[1] or named[3]), int(named[2] or named[4])
        return not 1 <= month <= 12 or day > _LENGTH[month - 1]
    when = expression.when
    given = not expression.reading and expression.anchor == "none" and not when.value.endswith("_REF")
    return given and when.status == "unresolved"


def _too_late(expression: Timex, document: Document) -> bool:
    published: date | None = timex.day(document.published.latest)
    if published is None or expression.reading or expression.anchor != "none" or expression.told != "past":
        return False
    first = timex.day(expression.when.earliest)
    return first is not None and expression.when.status == "resolved" and first > published + timedelta(1)
