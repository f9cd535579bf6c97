"""Several articles carry it, all of one origin.

What it flags
-------------
A statement that two documents or more carry, where all of them have it from one place: copies of one wire text, one
agency, one publisher, or one speaker.

Why it matters
--------------
Five papers that print one agency's line are one source. Repetition looks like confirmation and is none.

What is not flagged
-------------------
Statements that an article of another origin carries too; statements that only one document has (C002 where it
matters); a speaker's own words between quotation marks, which stand in the ledger of quotations.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.flag.cases import Case
from pipeline.flag.conflicts import source, words
from pipeline.flag.examples import Example
from pipeline.model import Claim, Finding, Place

CODE = "C003"
NAME = "single-origin"
SEVERITY = "note"

_WIRE = (
    "Norland resumed exports of drone parts to Vestria after talks that had lasted for months between the trade "
    "ministries of the two countries, a ministry notice showed."
)

FLAGGED = (
    Example((f"Exports\n\n{_WIRE}", f"Drone parts\n\n{_WIRE}"), on="resumed exports", why="one text in two papers"),
    Example(
        (
            "Bridge\n\nAnn Tolliver said the Harbour Bridge will close for repairs in June.",
            "Traffic\n\nThe Harbour Bridge will close for repairs in June, Ann Tolliver said.",
        ),
        on="will close for repairs",
        published=("2023-05-10", "2023-05-10"),
        why="one speaker in two papers",
    ),
)
CLEAN = (
    Example(
        (
            "Exports\n\nNorland resumed exports of drone parts to Vestria on Monday.",
            "Drones\n\nOn Monday, exports of drone parts to Vestria were resumed by Norland.",
        ),
        published=("2024-01-30", "2024-01-30"),
        why="two papers, each in its own words",
    ),
    Example(("Exports\n\nNorland resumed exports of drone parts to Vestria on Monday.",), why="one document only"),
    Example(
        (
            "Bridge\n\n“We will close the Harbour Bridge for repairs in June,” Ann Tolliver said.",
            "Traffic\n\nAnn Tolliver said: “We will close the Harbour Bridge for repairs in June.”",
        ),
        published=("2023-05-10", "2023-05-10"),
        why="one quotation in two papers",
    ),
    Example(
        (
            "Exports\n\nNorland resumed exports of drone parts to Vestria on Monday.",
            "Weather\n\nHeavy rain is expected in Marlow on Friday.",
        ),
        why="nothing in common",
    ),
)


def check(case: Case) -> Iterator[Finding]:
    """A finding at every claim whose only company is of its own origin."""
    for claim in case.claim.values():
        standing = case.standing.get(claim.id)
        if standing is None or standing.status != "same-origin":
            continue
        others = [case.claim[e.claim] for e in standing.evidence if e.relation in ("same", "supports")]
        if _quoted(case, claim) and not any(case.family[o.doc] == case.family[claim.doc] for o in others):
            continue
        apart = sorted({o.doc for o in others})
        trusted = next((c for c in (claim, *others) if case.document[c.doc].trusted), None)
        trust = f"; the desk trusts {source(case, trusted)}, one of them" if trusted else ""
        told = f"“{words(claim)}” stands in {len(apart) + 1} articles, all of one origin{trust}."
        yield Finding(claim.doc, claim.at, told, tuple(Place(o.doc, o.at, "supports") for o in others))


def _quoted(case: Case, claim: Claim) -> bool:
    """Whether it is a speaker's own words between marks, which are nobody else's to confirm."""
    quotes = (q for q in case.extraction[claim.doc].quotes if q.marked)
    return any(q.at.holds(claim.at) or claim.at.meets(span) for q in quotes for span in q.words)
