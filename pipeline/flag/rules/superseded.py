"""It held at its time and changed later.

What it flags
-------------
A statement about a state, a toll, a plan or a rule to which a later report in the story gives another value.

Why it matters
--------------
It was right when it was written, but copy that takes it over today is out of date. No fault of the article: a note.

What is not flagged
-------------------
Statements of one moment that cannot both hold (C001, N001); acts, which are done once and do not change; statements of
which nothing says when they held.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.flag.cases import Case
from pipeline.flag.conflicts import pairs, source, words
from pipeline.flag.examples import Example
from pipeline.model import Finding, Place

CODE = "C005"
NAME = "superseded"
SEVERITY = "note"

FLAGGED = (
    Example(
        (
            "Exports\n\nThe export ban on Vestria remains in place, Norland's trade ministry said.",
            "Exports\n\nThe export ban on Vestria is no longer in place, Norland's trade ministry said.",
        ),
        on="remains in place",
        published=("2024-01-10", "2024-01-30"),
        why="a state that ended three weeks later",
    ),
    Example(
        (
            "Flood\n\nThe flood in Velden killed 12 people, the county said.",
            "Flood\n\nThe flood in Velden killed 31 people, the county said.",
        ),
        on="killed 12 people",
        published=("2023-05-10", "2023-05-14"),
        why="a toll that rose",
    ),
)
CLEAN = (
    Example(
        (
            "Exports\n\nThe export ban on Vestria remains in place, Norland's trade ministry said.",
            "Exports\n\nThe export ban on Vestria remains in place, Norland's trade ministry said again.",
        ),
        published=("2024-01-10", "2024-01-30"),
        why="nothing changed",
    ),
    Example(
        (
            "Flood\n\nThe flood in Velden killed 12 people, the county said.",
            "Fire\n\nThe fire in Marlow killed 31 people, the county said.",
        ),
        published=("2023-05-10", "2023-05-14"),
        why="another disaster",
    ),
    Example(
        (
            "Exports\n\nNorland suspended exports to Vestria in 2020.",
            "Exports\n\nNorland suspended exports of drone parts to Vestria in 2020.",
        ),
        published=("2020-10-10", "2024-01-30"),
        why="one act, told twice",
    ),
)


def check(case: Case) -> Iterator[Finding]:
    """A finding at the earlier end of every link of change over time."""
    for _, later, earlier in pairs(case, "supersedes"):
        told = f"“{words(earlier)}” held at its time; later {source(case, later)} has “{words(later)}”"
        yield Finding(earlier.doc, earlier.at, told, (Place(later.doc, later.at, "context"),))
