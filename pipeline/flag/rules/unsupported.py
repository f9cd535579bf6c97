"""No other source carries it, though they cover the same event.

What it flags
-------------
A statement that stands in one article only, told in the outlet's own voice or on the word of somebody unnamed, while
other articles write about those who act in it. A warning where it is specific: an act, with figures, places or names
of which the articles that write about the same people know nothing; a number up to ten of anything is none. An article
gets few warnings, for its most specific statements; those that come after, those that another article comes near,
headlines, asides ("who once led the council"), those with fewer particulars, and those of a source that the desk trusts
are notes.

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
from pipeline.model import Claim, Document, Figure, Finding, Place, Span
from pipeline.text import key
from pipeline.text import words as tokens

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
        on="flew to Lisbon",
        published=(_DAY, _DAY),
        why="an act, a place and a figure that nobody else has",
    ),
    Example(
        (_STORY[0], _STORY[1].format("A court in Geneva fined Ann Tolliver $40,000 over the same plan.")),
        on="fined Ann Tolliver $40,000",
        published=(_DAY, _DAY),
        why="a fine that nobody else has",
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
FEW = 10
"""Things counted up to here ("two votes") are no particulars: any article has such numbers."""

_STATED = frozenset({"asserted", "established", "reported", "alleged"})
_SHARES = frozenset({"percent", "percentage-points"})
_VAGUE = 0.3
"""What a country or a people counts as a particular, next to a person, a body or a place."""
_TALK = frozenset({"have", "be", "do", "seem", "appear", "look", "feel", "mean", "become", "remain"})


@dataclass(frozen=True)
class _Article:
    """What an article speaks of: names, figures as value and unit, words."""

    names: frozenset[str]
    figures: frozenset[tuple[float, str]]
    words: frozenset[str]


@dataclass(frozen=True)
class _Reading:
    """A story as this rule looks at it."""

    case: Case

    @cached_property
    def articles(self) -> dict[str, _Article]:
        """By document."""
        found = {}
        for doc, extraction in self.case.extraction.items():
            document = self.case.document[doc]
            names = {e.entity for e in self.case.alignment.entities if any(m.doc == doc for m in e.mentions)}
            figures = {(f.value, f.unit) for f in extraction.figures}
            said = {key(w) for b in document.blocks for _, _, w in tokens(b.at.text)}
            found[doc] = _Article(frozenset(names), frozenset(figures), frozenset(said))
        return found

    def covering(self, claim: Claim) -> list[_Article]:
        """The articles that can bear the claim out and write about those who take part in it."""
        who = _participants(claim)
        bearing = (self.articles[d.doc] for d in self.case.bearing(claim.doc) if d.doc in self.articles)
        return [a for a in bearing if who & a.names]

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
    reading = _Reading(case)
    for document in case.documents:
        ranked = sorted(_alone(reading, document), key=lambda row: (-row[0], row[1].at))
        budget = max(2, len(document.text.split()) // WORDS_A_WARNING)
        told_of: set[Span] = set()
        for particulars, claim, because in ranked:
            near = _near(case, claim)
            loud = particulars > SPECIFIC and len(told_of) < budget and not near and claim.sentence not in told_of
            loud = loud and claim.block == "body" and told_itself(claim) and not reading.near(claim)
            loud = loud and not document.trusted
            if loud:
                told_of.add(claim.sentence)
            trust = f"; the desk trusts {source(case, claim)}" if document.trusted else ""
            told = f"No other article carries “{words(claim)}”, though others cover it; {because}{trust}."
            yield Finding(claim.doc, claim.at, told, near, None if loud else "note")


def _alone(reading: _Reading, document: Document) -> Iterator[tuple[float, Claim, str]]:
    """The claims of an article that nobody else carries, with the weight of their particulars and why."""
    extraction = reading.case.extraction.get(document.doc)
    if extraction is None:
        return
    for claim in extraction.claims:
        standing = reading.case.standing.get(claim.id)
        if standing is None or standing.status != "single-source" or not _own_word(claim):
            continue
        if any(q.marked and q.at.meets(claim.at) for q in extraction.quotes):
            continue
        covering = reading.covering(claim)
        if not covering:
            continue
        particulars, because = _particulars(reading.case, claim, covering)
        if particulars >= NOTED:
            yield particulars, claim, because


def _own_word(claim: Claim) -> bool:
    """Whether the outlet itself, or somebody unnamed, states it as having happened."""
    if claim.block not in ("body", "headline") or claim.certainty not in _STATED or claim.quote is not None:
        return False
    if claim.speaker is not None and claim.speaker.kind not in ("anonymous", "collective"):
        return False
    frame = claim.frame
    return frame is not None and frame.aspect == "happened" and frame.predicate not in _TALK


def _counts_little(figure: Figure) -> bool:
    return abs(figure.value) <= FEW and not (figure.unit.isupper() or figure.unit in _SHARES)


def _participants(claim: Claim) -> set[str]:
    """The people and bodies in a claim; a place takes no part."""
    return {e for e in claim.entities if e.startswith(("person:", "org:"))}


def _particulars(case: Case, claim: Claim, covering: list[_Article]) -> tuple[float, str]:
    """How much of it can be looked up and is known to none of the articles that cover its people."""
    telling = (f for f in claim.figures if not _counts_little(f))
    figures = sorted({f.at.text for f in telling if not any((f.value, f.unit) in a.figures for a in covering)})
    names = sorted(n for n in claim.entities if not any(n in a.names or _printed(case, n, a) for a in covering))
    strange = {w for w in claim.words if w.isalpha() and not any(w in a.words for a in covering)}
    part = len(strange) / max(1, len(claim.words))
    named = sum(_VAGUE if n.startswith(("country:", "people:")) else 1 for n in names)
    weight = min(2, len(figures)) + min(2, named) + part
    told = [*(f"the figure {f}" for f in figures), *(case.entity[n].name for n in names if n in case.entity)]
    return weight, f"none of them has {_listed(told)}" if told else "none of them has its particulars"


def _listed(things: list[str]) -> str:
    """One, two or more things as a sentence names them, the last after "or"."""
    return " or ".join([*([", ".join(things[:-1])] if len(things) > 1 else []), *things[-1:]])


def _printed(case: Case, entity: str, article: _Article) -> bool:
    """Whether an article has the words of a name, if perhaps for another thing: a capital and its government."""
    name = case.entity[entity].name if entity in case.entity else ""
    said = {key(w) for _, _, w in tokens(name)}
    return bool(said) and said <= article.words


def _near(case: Case, claim: Claim) -> tuple[Place, ...]:
    missed = (case.claim[c] for c in case.standing[claim.id].near_misses)
    return tuple(Place(c.doc, c.at, "near-miss") for c in missed)
