"""A rank or a record: first, only, largest, never.

What it flags
-------------
A statement that puts something first or last of its kind: a superlative of a noun ("the largest harbour"), "the
first", "the only", "unprecedented", or that something has never been.

Why it matters
--------------
One counter-example undoes it, and somebody will write in with it. Desks check these first.

What is not flagged
-------------------
Manners of speaking ("at least", "the first time", "first lady", "never been more certain", "most of the town"), names
("First Amendment"), and what is set apart as opinion, forecast or question.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.flag.cases import Case
from pipeline.flag.conflicts import words
from pipeline.flag.examples import Example
from pipeline.model import Finding

CODE = "C007"
NAME = "superlative"
SEVERITY = "note"

FLAGGED = (
    Example(
        ("Harbour\n\nMarlow opened the largest harbour in Norland on Monday.",),
        on="largest harbour",
        published=("2024-05-14",),
        why="a rank among harbours",
    ),
    Example(
        ("Mayor\n\nAnn Tolliver is the only mayor who voted against the bridge.",),
        on="only mayor",
        why="one other mayor would undo it",
    ),
    Example(
        ("Bridge\n\nThe bridge has never been closed in winter.",), on="never been closed", why="one winter would do"
    ),
)
CLEAN = (
    Example(("Harbour\n\nAt least 40 ships left the harbour on Monday.",), why="a bound, not a rank"),
    Example(("Mayor\n\nMost of the town voted for the bridge, Ann Tolliver said.",), why="a share, not a rank"),
    Example(("Mayor\n\nFirst, the council closed the bridge, and then the harbour.",), why="an order of telling"),
    Example(("Mayor\n\nAnn Tolliver has never been more certain, she said.",), why="a manner of speaking"),
    Example(("Courts\n\nThe court said the First Amendment covers the letters.",), why="a name"),
)

_MANNER = re.compile(r"\bnever (?:been|felt|seemed|looked|seen \w+|had) (?:a |so |as )?(?:more|less)\b", re.IGNORECASE)
"""A way of saying "very": "has never been more certain"."""


def check(case: Case) -> Iterator[Finding]:
    """A finding at every checkable claim of that kind."""
    for extraction in case.alignment.extractions:
        for claim in extraction.claims:
            if claim.checkable and "superlative" in claim.kinds and not _MANNER.search(claim.at.text):
                yield Finding(claim.doc, claim.at, f"“{words(claim)}” claims a rank or a record.")
