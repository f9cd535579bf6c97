"""One thing is said to have caused another.

What it flags
-------------
A statement of cause: "because", "due to", "led to", "caused", "triggered", "as a result of", "blamed for".

Why it matters
--------------
That one thing followed another is easily seen; that it came of it has to be known by somebody. An editor asks by whom.

What is not flagged
-------------------
Order in time alone ("after", "since Monday"), purposes ("in order to"), people who are led, a cause that is denied
("did not lead to", "cannot be blamed for"), and what is set apart as opinion, forecast or question.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.flag.cases import Case
from pipeline.flag.conflicts import words
from pipeline.flag.examples import Example
from pipeline.model import Finding

CODE = "C008"
NAME = "causal"
SEVERITY = "note"

FLAGGED = (
    Example(
        ("Bridge\n\nThe crack in the bridge led to a closure of the harbour road in March.",),
        on="led to a closure",
        published=("2024-05-14",),
        why="one event said to have brought another",
    ),
    Example(
        ("Harbour\n\nThe council closed the harbour because a crane had fallen into the water.",),
        on="because a crane",
        why="a reason given",
    ),
)
CLEAN = (
    Example(("Bridge\n\nThe harbour road was closed after a crack was found in the bridge.",), why="order in time"),
    Example(("Bridge\n\nThe harbour road has been closed since Monday.",), why="a span of time"),
    Example(("Council\n\nAnn Tolliver led the council to a meeting at the harbour.",), why="somebody who leads others"),
    Example(("Bridge\n\nThe crack did not lead to a closure of the bridge.",), why="a cause that is denied"),
)

_DENIED = re.compile(
    r"(?:\bnot|n[’']t|\bnever) (?:(?:be|been|really|directly|itself) ){0,2}(?:cause|lead to|led to|trigger|blame)"
    r"|\bnot (?:because|due to)\b",
    re.IGNORECASE,
)


def check(case: Case) -> Iterator[Finding]:
    """A finding at every checkable claim of that kind."""
    for extraction in case.alignment.extractions:
        for claim in extraction.claims:
            if claim.checkable and "causal" in claim.kinds and not _DENIED.search(claim.at.text):
                yield Finding(claim.doc, claim.at, f"“{words(claim)}” says that one thing caused another.")
