"""No publication date, and what the story implies instead.

What it flags
-------------
An article for which the manifest gives no day, and whose page has neither a time stamp nor a dateline with its year.
The message says what was looked for, and the days on which the article can have appeared as its own words and the
other articles imply, with the chain of reasons.

Why it matters
--------------
Nothing in an undated article can be put in order with the others, and what it says may be old. A date that was worked
out is no substitute: ask for the original.

What is not flagged
-------------------
An article whose date is known to the day, or from a stamp that can be read in two ways.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.flag.cases import Case
from pipeline.flag.examples import Example
from pipeline.model import Dating, Document, Finding, Place, Published
from pipeline.timex import day_words

CODE = "D001"
NAME = "undated-article"
SEVERITY = "warning"

FLAGGED = (
    Example(("Dam\n\nThe Orsk dam burst and three villages were flooded.",), on="Dam", why="no date anywhere"),
    Example(
        (
            "Dam\n\nThe Orsk dam burst on 4 May 2021 and three villages were flooded.",
            "Inquiry\n\nEngineers had warned of cracks before the Orsk dam burst last year.",
        ),
        on="Inquiry",
        published=("2021-05-05", None),
        why="the other article dates the event, not this report",
    ),
)
CLEAN = (
    Example(("Dam\n\nThe Orsk dam burst.",), published=("2021-05-05",), why="the manifest gives the day"),
    Example(("Dam\n\nPublished May 5, 2021\n\nThe Orsk dam burst.",), why="the page has a time stamp"),
    Example(("Dam\n\nORSK May 5, 2021 (Wire) - The Orsk dam burst.",), why="the dateline has its year"),
)


def check(case: Case) -> Iterator[Finding]:
    """A finding on every article without a date of its own."""
    for document in case.documents:
        if document.published.earliest is None and document.published.value is None:
            yield _finding(case, document, case.dating.get(document.doc))


def _finding(case: Case, document: Document, dating: Dating | None) -> Finding:
    told = f"The article is undated: {document.published.because or 'no date was found'}"
    if dating is None or dating.published.basis != "inferred":
        return Finding(document.doc, case.head(document), told + ".")
    told += f"; {_implied(dating.published)}, because {dating.published.because}"
    if dating.conflict:
        told += f"; not everything agrees: {dating.conflict}"
    where = {d.file: d.doc for d in reversed(case.documents)}
    owner = {t.at: e.doc for e in case.alignment.extractions for t in e.dates}
    evidence = tuple(Place(owner.get(p, where[p.file]), p, "context") for p in dating.places)
    return Finding(document.doc, case.head(document), told + ".", evidence)


def _implied(published: Published) -> str:
    if published.earliest and published.latest:
        return f"it appeared between {day_words(published.earliest)} and {day_words(published.latest)}"
    if published.earliest:
        return f"it appeared on {day_words(published.earliest)} or later"
    return f"it appeared by {day_words(published.latest or '')}"
