"""What in a statement can be looked up, and how much of it the other articles of a story know nothing of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from pipeline.flag.cases import Case
from pipeline.model import Claim, Document, Figure, Span
from pipeline.text import key, listed
from pipeline.text import words as tokens

FEW = 10
"""Things counted up to here ("two votes") are no particulars: any article has such numbers."""
VAGUE = 0.3
"""What a country or a people counts as a particular, next to a person, a body or a place."""
MOST_TOLD = 3
"""Particulars that a message names."""
WIDE = 3
"""How many times the low end the high end of a figure without digits may be: beyond it ("hundreds") it names none."""
OPEN = 1.25
"""How far beyond "more than 60" a figure may lie that is what it means."""

_SHARES = frozenset({"percent", "percentage-points"})
_PARTY = re.compile(r"\b[A-Z]{1,3}[-–]$")
_BRACKET = re.compile(r"\(\s?$")
_CLOSED = re.compile(r"^\.?\s?\)")
_SAID_TO = re.compile(
    r"\b(?:interviews?|conversations?|e-?mails?|letters?|statements?|messages?|remarks?|comments?|questions?|speaking"
    r"|spoke|said|says|confirmed|quoted|told|tells|telling)(?: (?:with|to|on|in|for|by|from))?(?: the)? ?$",
    re.IGNORECASE,
)
_SAID_IN = re.compile(r"^(?:['’]s)? (?:interview|reporter|correspondent)", re.IGNORECASE)
_PLACES = listed("PERSON GPE LOC")


@dataclass(frozen=True)
class Article:
    """What an article speaks of: names, figures, words as printed and as lemmas."""

    doc: str
    names: frozenset[str]
    figures: tuple[Figure, ...]
    words: frozenset[str]

    def counts(self, figure: Figure) -> bool:
        """Whether it has a figure that can be what another one means."""
        return any(_can_be(figure, f) or _can_be(f, figure) for f in self.figures if _comparable(f, figure))


@dataclass(frozen=True)
class Particulars:
    """Names and figures of statements against what the other articles of a story have."""

    case: Case

    @cached_property
    def articles(self) -> dict[str, Article]:
        """By document."""
        return {doc: self._article(self.case.document[doc]) for doc in self.case.extraction}

    def _article(self, document: Document) -> Article:
        extraction = self.case.extraction[document.doc]
        names = {e.entity for e in self.case.alignment.entities if any(m.doc == document.doc for m in e.mentions)}
        printed = {key(w) for b in document.blocks for _, _, w in tokens(b.at.text)}
        lemmas = {w for c in extraction.claims for w in c.words}
        return Article(document.doc, frozenset(names), extraction.figures, frozenset(printed | lemmas))

    def covered(self, claim: Claim) -> bool:
        """Whether an article that can bear the claim out writes about those who take part in it; a place takes none."""
        who = {e for e in claim.entities if e.startswith(("person:", "org:"))}
        return any(who & a.names for a in self._bearing(claim))

    def unknown(self, claim: Claim) -> tuple[float, str]:
        """How much of a claim can be looked up and is known to none of the articles that can bear it out, and what."""
        others = self._bearing(claim)
        figures = [f for f in claim.figures if not _tells_little(f) and not any(a.counts(f) for a in others)]
        names = [n for n in sorted(claim.entities) if not any(n in a.names or self._printed(n, a) for a in others)]
        weighed = [(weight, text) for n in names for weight, text in [self._named(claim, n)] if weight]
        strange = {w for w in claim.words if w.isalpha() and not any(w in a.words for a in others)}
        part = len(strange) / max(1, len(claim.words))
        total = min(2, len(figures)) + min(2, sum(weight for weight, _ in weighed)) + part
        told = [text for _, text in weighed] + list(dict.fromkeys(_shown(f) for f in figures))
        return total, f"; none has {_series(told)}" if told else ""

    def _bearing(self, claim: Claim) -> list[Article]:
        return [self.articles[d.doc] for d in self.case.bearing(claim.doc) if d.doc in self.articles]

    def _named(self, claim: Claim, entity: str) -> tuple[float, str]:
        """What a name counts in a claim, and its words there; nothing where it only describes or says who was told."""
        known = self.case.entity.get(entity)
        if known is None:
            return 1, ""
        told = [m for m in known.mentions if m.doc == claim.doc and claim.at.holds(m.at)]
        telling = [m.at for m in told if not m.adjective and not self._aside(claim, m.at, known.label)]
        if told and not telling:
            return 0, ""
        weight = VAGUE if entity.startswith(("country:", "people:")) else 1
        return weight, " ".join(telling[0].text.split()) if telling else known.name

    def _aside(self, claim: Claim, at: Span, label: str) -> bool:
        """Whether a name is a party's tag ("D-Ohio"), stands alone in brackets behind another, is the article's own
        outlet, or says to whom or where something was said ("told the Gazette", "in an interview with the Gazette")."""
        before, after = claim.at.text[: at.start - claim.at.start], claim.at.text[at.end - claim.at.start :]
        if _PARTY.search(before) or (_BRACKET.search(before) and _CLOSED.search(after)):
            return True
        if label in _PLACES:
            return False
        outlet = key(self.case.document[claim.doc].publisher or "")
        return key(at.text) == outlet or bool(_SAID_TO.search(before) or _SAID_IN.search(after))

    def _printed(self, entity: str, article: Article) -> bool:
        """Whether an article has the words of a name, if perhaps for another thing: a capital and its government."""
        name = self.case.entity[entity].name if entity in self.case.entity else ""
        said = {key(w) for _, _, w in tokens(name)}
        return bool(said) and said <= article.words


def _tells_little(figure: Figure) -> bool:
    """Whether a figure is small, or so wide that no other could differ from it."""
    if not any(c.isdigit() for c in figure.at.text):
        low, high = figure.low, figure.high
        if low is None or high is None or high >= WIDE * max(low, 1):
            return True
    return abs(figure.value) <= FEW and not (figure.unit.isupper() or figure.unit in _SHARES)


def _comparable(one: Figure, other: Figure) -> bool:
    """Whether two figures can be of one thing: of one unit, or counts of which one is open ("more than 60 Democrats",
    "63 members"), since things counted go by several nouns."""
    if one.unit == other.unit:
        return True
    open_ended = (one.high is None) != (other.high is None)
    return open_ended and not any(f.unit.isupper() or f.unit in _SHARES for f in (one, other))


def _can_be(one: Figure, other: Figure) -> bool:
    """Whether the value of a figure lies within what another can mean."""
    low = other.value if other.low is None else other.low
    high = OPEN * other.value if other.high is None else other.high
    return one.value == other.value or low <= one.value <= high


def _shown(figure: Figure) -> str:
    text = " ".join(figure.at.text.split())
    return f"the figure {text}" if text.isdigit() else text


def _series(things: Sequence[str]) -> str:
    """Things as a sentence names them, the last after "or"; where there are many, the first and how many more."""
    if len(things) > MOST_TOLD + 1:
        return f"{', '.join(things[:MOST_TOLD])} or {len(things) - MOST_TOLD} more of its particulars"
    return " or ".join([*([", ".join(things[:-1])] if len(things) > 1 else []), *things[-1:]])
