"""A statement that rests on an unnamed source alone.

What it flags
-------------
A statement that an article gives on the word of somebody it does not name ("a person familiar with the talks",
"officials"), and that no other article of the story carries in its own voice or on a named source's word. One finding
for each time the source is brought in.

Why it matters
--------------
An unnamed source can be asked nothing. Agencies want a second, independent source before such a statement runs.

What is not flagged
-------------------
Documents, bodies and offices that speak ("the ministry said"); a speaker whom the article names, if elsewhere; a
statement that another article has from a named source; opinions, forecasts and questions.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.flag.cases import Case
from pipeline.flag.conflicts import words
from pipeline.flag.examples import Example
from pipeline.model import Claim, Finding, Speaker

CODE = "C006"
NAME = "anonymous-source"
SEVERITY = "note"

_PEOPLE = frozenset(
    """official officials source sources person persons people aide aides insider insiders observer observers critic
    critics analyst analysts expert experts adviser advisers advisor advisors diplomat diplomats spokesman spokeswoman
    spokesperson somebody someone some others witness witnesses resident residents lawmaker lawmakers leader leaders
    supporter supporters opponent opponents executive executives employee employees staffer staffers officer officers
    investigator investigators minister ministers member members figure figures individual individuals""".split()  # noqa: SIM905
)
_PRONOUNS = frozenset("i we you he she it they who that this these those".split())  # noqa: SIM905

FLAGGED = (
    Example(
        ("Harbour\n\nThe two towns have agreed to share the harbour, said a person familiar with the talks.",),
        on="share the harbour",
        why="a person nobody can ask",
    ),
    Example(
        ("Bridge\n\nSenior officials said on Monday that the bridge had been closed after a crack was found.",),
        on="bridge had been closed",
        published=("2024-05-14",),
        why="officials of no name and no office",
    ),
)
CLEAN = (
    Example(
        ("Harbour\n\nThe two towns have agreed to share the harbour, said Ann Tolliver, the mayor of Marlow.",),
        why="a named source",
    ),
    Example(
        ("Harbour\n\nThe ministry said in a statement that it had closed the harbour.",),
        why="a ministry speaks for itself",
    ),
    Example(("Harbour\n\nThe two towns have agreed to share the harbour.",), why="the outlet's own voice"),
    Example(
        ("Harbour\n\nOfficials from the two towns met at the harbour on Monday.",),
        why="officials who do something, and are not quoted",
    ),
)


def check(case: Case) -> Iterator[Finding]:
    """A finding at the first statement of each appearance of an unnamed source."""
    for extraction in case.alignment.extractions:
        seen: set[int] = set()
        for claim in extraction.claims:
            speaker = claim.speaker
            if speaker is None or not claim.checkable or not _unnamed(speaker) or speaker.at.start in seen:
                continue
            seen.add(speaker.at.start)
            if not _elsewhere(case, claim):
                told = f"“{words(claim)}” rests on an unnamed source alone, “{' '.join(speaker.at.text.split())}”."
                yield Finding(claim.doc, claim.at, told)


def _unnamed(speaker: Speaker) -> bool:
    printed = speaker.at.text.lower().split()
    people = any(word.strip(".,;:'’“”\"") in _PEOPLE for word in printed)
    return (
        speaker.kind in ("anonymous", "collective")
        and speaker.entity is None
        and people
        and printed[0] not in _PRONOUNS
    )


def _elsewhere(case: Case, claim: Claim) -> bool:
    """Whether another article has the statement in its own voice or from a source it names."""
    for link in case.links.get(claim.id, ()):
        other = case.claim[link.right if link.left == claim.id else link.left]
        apart = link.relation in ("same", "supports") and other.doc != claim.doc
        if apart and (other.speaker is None or other.speaker.kind in ("named", "organisation")):
            return True
    return False
