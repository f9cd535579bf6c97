"""Alleged in one source, established in another.

What it flags
-------------
Two articles that tell the same thing, of which one keeps it at arm's length ("alleged", "claims that", "reportedly")
and the other takes it for found or proven ("concluded", "an investigation found"). The flag stands at both places.

Why it matters
--------------
An allegation printed as a fact is a libel; a finding printed as an allegation is an error too.

What is not flagged
-------------------
The same words attributed in one article and told plainly in the other; a claim at one time that was proven later;
what the same speaker says in both.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.flag.cases import Case
from pipeline.flag.conflicts import reason, source, words
from pipeline.flag.examples import Example
from pipeline.model import Claim, Finding, Place

CODE = "C004"
NAME = "certainty-conflict"
SEVERITY = "warning"

_DAY = "2023-05-10"

FLAGGED = (
    Example(
        (
            "Inquiry\n\nAn investigation found that Dorian Pell paid bribes to inspectors in Velden.",
            "Pell\n\nDorian Pell allegedly paid bribes to inspectors in Velden.",
        ),
        on="paid bribes to inspectors",
        published=(_DAY, _DAY),
        why="found in one, alleged in the other",
    ),
    Example(
        (
            "Review\n\nNorland suspended exports in 2020 after concluding that its cameras had been used by Vestria.",
            "Exports\n\nNorland suspended exports in 2020 over claims that its cameras had been used by Vestria.",
        ),
        on="its cameras had been used by Vestria",
        published=(_DAY, _DAY),
        why="concluded in one, claimed in the other",
    ),
)
CLEAN = (
    Example(
        (
            "Inquiry\n\nDorian Pell paid bribes to inspectors in Velden, the county said.",
            "Pell\n\nDorian Pell paid bribes to inspectors in Velden.",
        ),
        published=(_DAY, _DAY),
        why="attributed and plain",
    ),
    Example(
        (
            "Inquiry\n\nAn investigation found that Dorian Pell paid bribes to inspectors in Velden.",
            "Fire\n\nAnn Tolliver allegedly set fire to a barn in Marlow.",
        ),
        published=(_DAY, _DAY),
        why="another matter",
    ),
    Example(
        (
            "Inquiry\n\nAn investigation found that Dorian Pell paid bribes to inspectors in Velden.",
            "Inquiry\n\nInvestigators concluded that Dorian Pell paid bribes to inspectors in Velden.",
        ),
        published=(_DAY, _DAY),
        why="established in both",
    ),
)


def check(case: Case) -> Iterator[Finding]:
    """A finding at both ends of every pair that says the same with another certainty."""
    for link in case.alignment.links:
        if link.relation not in ("same", "supports", "contradicts") or not reason(link, "certainty"):
            continue
        left, right = case.claim[link.left], case.claim[link.right]
        if left.doc != right.doc:
            yield from _finding(case, left, right)
            yield from _finding(case, right, left)


def _finding(case: Case, here: Claim, there: Claim) -> Iterator[Finding]:
    told = f"“{words(here)}” is {here.certainty} here and {there.certainty} in {source(case, there)}: “{words(there)}”."
    yield Finding(here.doc, here.at, told, (Place(there.doc, there.at, "conflicts"),))
