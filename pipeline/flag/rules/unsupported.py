"""No other source carries it, though they cover the same event.

What it flags
-------------
A statement that stands in one article only, told in the outlet's own voice or on the word of somebody unnamed, while
other articles write about those who act in it. A warning where it is specific: an act, with figures, places or names
of which the other articles know nothing. Numbers up to ten and those that name none ("hundreds"), names that say to
whom something was said ("told the Gazette"), party tags ("D-Ohio") and words such as "American" in "American life" are
no particulars. An article gets few warnings, for its most specific statements; those that come after, those that
another article comes near, headlines, asides ("who once led the council"), those that bring in somebody's words, those
with fewer particulars, and those of a source that the desk trusts are notes.

Why it matters
--------------
An act that only one paper reports is either its scoop or its error. Either way the desk asks for the source first.

What is not flagged
-------------------
Statements that another article carries, even in part; background and description; opinions and forecasts; what a named
speaker says, which stands on his word, and what holds a quotation (Q003); a second statement of one sentence;
statements about people and bodies of whom no other article writes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from pipeline.flag.asides import told_itself
from pipeline.flag.cases import Case
from pipeline.flag.conflicts import source, words
from pipeline.flag.examples import Example
from pipeline.flag.particulars import Particulars
from pipeline.model import Claim, Document, Finding, Place, Span
from pipeline.text import listed

CODE = "C002"
NAME = "unsupported"
SEVERITY = "warning"

_DAY = "2023-05-10"
_STORY = (
    "Stadium\n\nThe city council of Marlow approved the stadium plan on Tuesday. Mayor Ann Tolliver spoke for it. The "
    "vote was close.\n\n{}",
    "Council\n\nMarlow's city council approved a plan for the stadium on Tuesday after Mayor Ann Tolliver spoke.\n\n{}",
)

FLAGGED = (
    Example(
        (_STORY[0].format("Ann Tolliver flew to Lisbon in April and signed a 12-page contract there."), _STORY[1]),
        on="flew to Lisbon in April and signed",
        published=(_DAY, _DAY),
        why="an act, a place and a figure that nobody else has",
    ),
    Example(
        (_STORY[0], _STORY[1].format("A court in Geneva fined Ann Tolliver $40,000 over the same plan.")),
        on="fined Ann Tolliver $40,000",
        published=(_DAY, _DAY),
        why="a fine that nobody else has",
    ),
    Example(
        (_STORY[0].format("Ann Tolliver made dire predictions for Norwegian life."), _STORY[1]),
        on="Norwegian life",
        published=(_DAY, _DAY),
        why="a word for what is of a country names nothing that can be looked up",
        noted=True,
    ),
    Example(
        (_STORY[0].format("Ann Tolliver defended the plan in an interview with the Norland Gazette."), _STORY[1]),
        on="Norland Gazette",
        published=(_DAY, _DAY),
        why="the new name only says where she spoke",
        noted=True,
    ),
)
CLEAN = (
    Example(
        (_STORY[0].format("The hall was full."), _STORY[1]),
        on="The hall was full",
        published=(_DAY, _DAY),
        why="nothing specific",
    ),
    Example(
        (
            _STORY[0].format("Later more than 60 residents left the hall with Ann Tolliver."),
            _STORY[1].format("Ann Tolliver led 63 people out of the hall in the end."),
        ),
        on="more than 60",
        published=(_DAY, _DAY),
        why="63 are more than 60",
    ),
    Example(
        (
            _STORY[0].format("Ann Tolliver flew to Lisbon in April."),
            _STORY[1].format("In April, Ann Tolliver flew to Lisbon."),
        ),
        on="Lisbon",
        published=(_DAY, _DAY),
        why="both have it",
    ),
    Example(
        (_STORY[0].format("Dorian Pell sold 230 acres near Geneva in April."), _STORY[1]),
        on="230 acres",
        published=(_DAY, _DAY),
        why="the other article does not write about him",
    ),
)

WORDS_A_WARNING = 200
"""An article gets one warning for every so many words, and two at least."""
SPECIFIC = 1.0
"""Particulars beyond which a statement is worth a warning: a name or a figure, and new words besides."""
NOTED = 0.5
"""Particulars from which it is worth a note."""

NEAR = 0.5
"""The share of a statement's content words in one sentence elsewhere from which that sentence comes near it."""
SHARED = 4
"""So many of them at least."""

_STATED = frozenset({"asserted", "established", "reported", "alleged"})
_TALK = listed(
    "have be do seem appear look feel mean become remain say tell recall discuss mention remark reply respond"
)
"""Predicates that tell how things stand, or only that somebody spoke of something."""


@dataclass(frozen=True)
class _Reading:
    """A story as this rule looks at it."""

    case: Case

    @cached_property
    def sentences_with(self) -> dict[str, set[tuple[str, Span]]]:
        """By content lemma: the sentences whose statements have it, with their documents."""
        found: dict[str, set[tuple[str, Span]]] = {}
        for claim in self.case.claim.values():
            for word in claim.words:
                found.setdefault(word, set()).add((claim.doc, claim.sentence))
        return found

    def near(self, claim: Claim) -> bool:
        """Whether a sentence of an article that can bear it out has half of its content words, however it is built."""
        said, bearing = set(claim.words), {d.doc for d in self.case.bearing(claim.doc)}
        shared = Counter(place for word in said for place in self.sentences_with[word] if place[0] in bearing)
        most = max(shared.values(), default=0)
        return most >= SHARED and most >= NEAR * len(said)


def check(case: Case) -> Iterator[Finding]:
    """A finding for each claim that stands alone and says something particular, the most specific as warnings."""
    reading, particulars = _Reading(case), Particulars(case)
    for document in case.documents:
        ranked = sorted(_alone(particulars, document), key=lambda row: (-row[0], row[1].at))
        budget = max(2, len(document.text.split()) // WORDS_A_WARNING)
        told_of: set[Span] = set()
        for weight, claim, because in ranked:
            near = _near(case, claim)
            loud = weight > SPECIFIC and len(told_of) < budget and not near and claim.sentence not in told_of
            loud = loud and claim.block == "body" and told_itself(claim) and not reading.near(claim)
            loud = loud and not document.trusted and not _brings_in(case, claim)
            if loud:
                told_of.add(claim.sentence)
            trust = f"; the desk trusts {source(case, claim)}" if document.trusted else ""
            told = f"No other article carries “{words(claim)}”{because}{trust}."
            yield Finding(claim.doc, claim.at, told, near, None if loud else "note")


def _alone(particulars: Particulars, document: Document) -> Iterator[tuple[float, Claim, str]]:
    """The claims of an article that nobody else carries, with the weight of their particulars and why."""
    case = particulars.case
    extraction = case.extraction.get(document.doc)
    if extraction is None:
        return
    for claim in extraction.claims:
        standing = case.standing.get(claim.id)
        if standing is None or standing.status != "single-source" or not _own_word(claim):
            continue
        if any(q.marked and q.at.meets(claim.at) for q in extraction.quotes):
            continue
        if not particulars.covered(claim):
            continue
        weight, because = particulars.unknown(claim)
        if weight >= NOTED:
            yield weight, claim, because


def _own_word(claim: Claim) -> bool:
    """Whether the outlet itself, or somebody unnamed, states it as having happened."""
    if claim.block not in ("body", "headline") or claim.certainty not in _STATED or claim.quote is not None:
        return False
    if claim.speaker is not None and claim.speaker.kind not in ("anonymous", "collective"):
        return False
    frame = claim.frame
    return frame is not None and frame.aspect == "happened" and frame.predicate not in _TALK


def _brings_in(case: Case, claim: Claim) -> bool:
    """Whether a quotation of the same sentence hangs on the claim: it tells that somebody spoke, and his words stand
    beside it."""
    quotes = (q for q in case.extraction[claim.doc].quotes if q.marked and q.use == "speech")
    beside = [q for q in quotes if q.sentence.meets(claim.sentence)]
    ties = [q.cue for q in beside if q.cue] + [q.speaker.at for q in beside if q.speaker]
    return any(claim.at.holds(at) for at in ties)


def _near(case: Case, claim: Claim) -> tuple[Place, ...]:
    missed = (case.claim[c] for c in case.standing[claim.id].near_misses)
    return tuple(Place(c.doc, c.at, "near-miss") for c in missed)
