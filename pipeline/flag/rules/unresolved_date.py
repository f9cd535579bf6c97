"""A date that counts from a day nobody gives.

What it flags
-------------
"Today", "Monday", "last week" or a bare "September" in an article without a publication date: a warning. D001 has said
that the article is undated, so the first of them are warnings and the others notes. A note too where what the story
implies leaves a stretch of days, where a date counts from another of the text that stays open or is not given ("the
same day", "two days later"), where only "recently" or "a few years ago" is said, where an article says the same word
again, and where a holiday can be the feast and no day ("celebrate Christmas") or only an hour is told ("5 p.m.").

Why it matters
--------------
Next week the same words mean another day. A ledger that resolves them from the wrong article is wrong by weeks or
years, and nothing shows it.

What is not flagged
-------------------
Relative dates in a dated article; full dates; lengths of time and recurring times; "now" and "current"; "as recently
as Monday", which only presses the day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.flag.cases import Case
from pipeline.flag.examples import Example
from pipeline.model import Document, Finding, Timex, When
from pipeline.text import key
from pipeline.timex import day_words, interval_words

CODE = "D002"
NAME = "unresolved-date"
SEVERITY = "warning"

_NO_SUCH_DAY = "no such day"
"""How the reason of an impossible date ends: D006 speaks of it."""
_COUNTED = "counted from"
"""How the reason of an expression begins that hangs on another of the text ("the same day"), which is asked about."""
FEWEST, WORDS_A_WARNING = 2, 250
"""An undated article gets one warning for every so many words, and two at least."""
_DAY_OF = re.compile(r"\b(?:on|at|by|since|before|after|until|till|from|this|last|next|every) $", re.IGNORECASE)
"""What stands before a holiday that is a day, and not the feast."""
_CLOCK = re.compile(r"\d{1,2}(?:[.:]\d\d)? ?(?:[ap]\.?m\b|o['’]clock)", re.IGNORECASE)
"""A time of day alone: it says nothing of the day."""
_VAGUE = ("recently", "lately", " ago", "shortly", "coming ", "in recent times")

FLAGGED = (
    Example(("Dam\n\nThe Orsk dam burst on Monday.",), on="Monday", why="a weekday with no anchor"),
    Example(("Dam\n\nThe Orsk dam burst earlier this year, he said.",), on="earlier this year", why="which year?"),
    Example(
        ("Dam\n\nThe dam in Orsk was inspected a few years ago.",),
        on="a few years ago",
        published=("2021-05-05",),
        why="no day can be worked out",
        noted=True,
    ),
    Example(
        ("Dam\n\nThe Orsk dam burst on Monday. The governor flew there the same day.",),
        on="the same day",
        why="it hangs on a weekday that is asked about already",
        noted=True,
    ),
    Example(
        ("Dam\n\nThe Orsk dam burst while the town celebrated Christmas.",),
        on="Christmas",
        why="the feast, whatever its year",
        noted=True,
    ),
    Example(
        (
            "Dam\n\nThe Orsk dam burst on Monday. Guards had seen cracks last week. The governor came on Tuesday, and "
            "the last villager left on Wednesday.",
        ),
        on="Wednesday",
        why="the third of an undated article, which D001 stands on",
        noted=True,
    ),
)
CLEAN = (
    Example(("Dam\n\nThe Orsk dam burst on Monday.",), published=("2021-05-05",), why="the report is dated"),
    Example(("Dam\n\nThe Orsk dam burst on 4 May 2021 after six weeks of rain.",), why="a full date, a length of time"),
    Example(("Dam\n\nThe Orsk dam is now closed, and guards check it every Monday.",), why="now; a recurring day"),
    Example(
        ("Dam\n\nGuards checked the Orsk dam as recently as Monday.",),
        published=("2021-05-05",),
        why="a day",
    ),
    Example(
        ("Dam\n\nThe Orsk dam burst on Feb. 30.",), published=("2021-05-05",), why="an impossible day, which D006 tells"
    ),
    Example(("Dam\n\nThe dam may burst. The March on Orsk began here.",), why="not dates at all"),
)


def check(case: Case) -> Iterator[Finding]:
    """A finding on every date that stays open; of an undated article the first as warnings, since D001 stands on it."""
    for extraction in case.alignment.extractions:
        document = case.document[extraction.doc]
        most = max(FEWEST, len(document.text.split()) // WORDS_A_WARNING)
        judged = [s.at for s in extraction.sentences if s.block in ("headline", "body", "caption", "pull-quote")]
        told: set[str] = set()
        loud = 0
        for expression in extraction.dates:
            if expression.type not in ("DATE", "TIME") or not any(s.holds(expression.at) for s in judged):
                continue
            for finding in _finding(document, expression):
                words = key(expression.at.text)
                again = words in told or loud == most
                told.add(words)
                loud += finding.severity == "warning" and not again
                yield replace(finding, severity="note") if again else finding


def _finding(document: Document, expression: Timex) -> Iterator[Finding]:
    when, words = expression.when, " ".join(expression.at.text.split())
    undated = document.published.earliest is None and document.published.value is None
    before = document.text[: expression.at.start - document.start]
    if when.value.endswith("_REF"):
        follows = document.text[expression.at.end - document.start :].lstrip()[:3]
        if any(v in f"{words.lower()} " for v in _VAGUE) and follows != "as ":
            told = f"“{words}” says no more than a direction in time."
            yield Finding(document.doc, expression.at, told, severity="note")
    elif when.because.endswith(_NO_SUCH_DAY):
        return
    elif expression.reading and when.status == "unresolved":
        feast = expression.reading.startswith("holiday:") and not _DAY_OF.search(before[-12:])
        minor = feast or when.because.startswith(_COUNTED) or _CLOCK.match(words)
        severity = "warning" if undated and not minor else "note"
        yield Finding(document.doc, expression.at, f"“{words}” is {when.because}.", severity=severity)
    elif expression.reading and undated and when.status == "bounded":
        told = f"“{words}” can mean any day {_days(when)}: {when.because}."
        yield Finding(document.doc, expression.at, told, severity="note")


def _days(when: When) -> str:
    if when.earliest and when.latest:
        return f"from {day_words(when.earliest)} to {day_words(when.latest)}"
    return interval_words(when.earliest, when.latest)
