"""It held at its time and changed later.

What it flags
-------------
A statement about a state, a toll, a plan or a rule to which a later report in the story gives another value; and what
an older version of an article says, where a newer one has another figure or denies it. Where nothing tells which of two
versions is the newer, the figure is marked in both.

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
from pipeline.model import Change, Figure, Finding, Place, Span

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
    """A finding at the earlier end of every change over time, and at every figure that a version changes."""
    told: list[Span] = []
    for _, later, earlier in pairs(case, "supersedes"):
        message = f"“{words(earlier)}” held at its time; later, {source(case, later)} has “{words(later)}”."
        if case.article[later.doc] == case.article[earlier.doc]:
            message = f"“{words(earlier)}” was changed; a newer version has “{words(later)}”."
            told.append(earlier.at)
        yield Finding(earlier.doc, earlier.at, message, (Place(later.doc, later.at, "context"),))
    for versions in case.alignment.versions:
        for change in versions.changes:
            for old, new in _figures(case, change):
                if not any(old.at.meets(span) for span in told):
                    yield from _changed(old, new, versions.newest is not None)


def _figures(case: Case, change: Change) -> Iterator[tuple[Figure, Figure]]:
    """The figure of a sentence that has another value in the next version, where it is clear which is meant."""
    if change.old is None or change.new is None:
        return
    old = [f for f in case.extraction[change.earlier].figures if change.old.holds(f.at)]
    new = [f for f in case.extraction[change.later].figures if change.new.holds(f.at)]
    for unit in sorted({f.unit for f in old}):
        gone = [f for f in old if f.unit == unit and f.value not in {n.value for n in new}]
        come = [f for f in new if f.unit == unit and f.value not in {o.value for o in old}]
        if len(gone) == len(come) == 1:
            yield gone[0], come[0]


def _changed(old: Figure, new: Figure, ordered: bool) -> Iterator[Finding]:
    if ordered:
        message = f"“{old.at.text}” was changed; a newer version of the article has “{new.at.text}”."
        yield Finding(old.doc, old.at, message, (Place(new.doc, new.at, "context"),))
        return
    for here, there in ((old, new), (new, old)):
        message = (
            f"“{here.at.text}” is “{there.at.text}” in another version of the article; nothing says which is newer."
        )
        yield Finding(here.doc, here.at, message, (Place(there.doc, there.at, "context"),))
