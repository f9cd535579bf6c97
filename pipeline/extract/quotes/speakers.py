"""Who speaks: a source as printed, made an entity where the text decides, and its kind."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from pipeline.extract.quotes.kinds import ISSUED, is_human, kind_of, maker_of
from pipeline.extract.quotes.standins import REACH, Standins, relative
from pipeline.extract.sentences import Passage
from pipeline.model import Document, Entity, Reference, Span, Speaker
from pipeline.text import key

if TYPE_CHECKING:
    from spacy.tokens import Token
_DEPENDS = re.compile(
    r"(?:\b(?:of|for|to|by|with|from|who|whom|that|and|in|at|on|under|against|like|than|about)|['’]s)\s+(?:[A-Z][\w.’'-]*\s+){0,3}$"
)
"""What makes a name the thing a source belongs to rather than its own name: 'a spokesman for Jane Roe'."""


class Speakers:
    """The speakers of one article: names and references by place, and who spoke last."""

    def __init__(self, document: Document, entities: Iterable[Entity], references: Iterable[Reference]) -> None:
        entities = tuple(entities)
        self._names: list[tuple[int, int, Entity]] = sorted(
            ((m.at.start, m.at.end, e) for e in entities for m in e.mentions), key=lambda n: (n[0], n[1], n[2].entity)
        )
        self._starts = [n[0] for n in self._names]
        self._references = {(r.at.start, r.at.end): r for r in references}
        self._entity = {e.entity: e for e in entities}
        self._standins = Standins(document, entities)
        self._last: tuple[int, str] | None = None
        self._issuer: tuple[int, str] | None = None

    def speaker(self, passage: Passage, source: Span, head: Token | None, said: Sequence[Span] = ()) -> Speaker:
        """The speaker whose source is printed at `source`, `head` being its head word in the parse.

        `said`: the words between marks that are given to it.

        To be asked in order of place: a pronoun is read by who spoke before.
        """
        entity = self._named(passage, head, source)
        candidates: tuple[str, ...] = ()
        if entity is None and head is not None:
            if head.lower_ in ("who", "that", "which") and (noun := relative(head)) is not None:
                head = noun
                entity = self._named(passage, head, source)
            if entity is None:
                entity, candidates = self._stands_for(passage, source, head, said)
        if entity is not None and head is not None and (others := self._beside(passage, head, source)):
            return Speaker(source, source.text, None, "named", (entity.entity, *others))
        if entity is not None:
            kind = "named" if entity.label == "PERSON" else "organisation"
            if kind == "named":
                self._last = (source.start, entity.entity)
            self._issuer = (source.start, entity.entity) if entity.label == "ORG" else None
            return Speaker(source, entity.name, entity.entity, kind, (), next(iter(entity.titles), None))
        kind = kind_of(head)
        if head is not None and head.pos_ == "NOUN" and kind in ("named", "anonymous"):
            self._last = None  # "he" may be this one from here on
        return Speaker(source, source.text, None, kind, candidates)

    def _stands_for(
        self, passage: Passage, source: Span, head: Token, said: Sequence[Span]
    ) -> tuple[Entity | None, tuple[str, ...]]:
        """Whom a pronoun or a description stands for: what the article's references say, else the nearest that fits."""
        offset = source.start
        reference = next((r for (a, b), r in self._references.items() if a == offset and b <= source.end), None)
        if reference is not None:
            if head.lower_ not in ("he", "she"):
                return self._entity.get(reference.entity), ()
            if self._speaks_of(reference.entity, said):
                return self._spoke_last(offset, said), ()
            goes_on = self._last is not None and self._last[1] == reference.entity
            tied = () if goes_on else self._standins.beside(reference.entity, offset)
            return (None, tied) if tied else (self._entity.get(reference.entity), ())
        found: str | None = None
        candidates: tuple[str, ...] = ()
        word = head.lower_
        if word in ("he", "she", "him", "her"):
            found, candidates = self._standins.person(word, offset, self._last)
            candidates = tuple(c for c in candidates if not self._speaks_of(c, said))
            found = None if found and self._speaks_of(found, said) else found
        elif (maker := self._maker(passage, head)) is not None:
            owns, entity = maker
            return (entity, ()) if owns else (None, (entity.entity,))
        elif head.lemma_.lower() in ISSUED and any(c.lower_ in ("the", "this") for c in head.children):
            if self._issuer is not None and offset - self._issuer[0] <= REACH:
                candidates = (self._issuer[1],)  # likely the issuer's, but the text does not say so
        elif head.tag_ == "NN" and any(c.lower_ in ("the", "this") for c in head.children):
            found, candidates = self._standins.described(head, source)
        return (self._entity.get(found) if found else None), candidates

    def _maker(self, passage: Passage, head: Token) -> tuple[bool, Entity] | None:
        """Who made a document ('the letter signed by Jane Roe'), or only holds or shows it (False)."""
        made = maker_of(head)
        entity = self._at(passage.block.at.start + made[1].idx) if made is not None else None
        if made is None or entity is None or entity.label not in ("PERSON", "ORG"):
            return None
        return made[0], entity

    def _spoke_last(self, offset: int, said: Sequence[Span]) -> Entity | None:
        """Who spoke last, if not long ago and not of himself."""
        if self._last is None or not 0 <= offset - self._last[0] <= REACH or self._speaks_of(self._last[1], said):
            return None
        return self._entity.get(self._last[1])

    def _speaks_of(self, entity: str, said: Iterable[Span]) -> bool:
        """Whether an utterance names somebody, or his office: nobody speaks of himself so."""
        offices = [f"the {key(t)}" for t in self._entity[entity].titles] if entity in self._entity else []
        for span in said:
            index = bisect_left(self._starts, span.start)
            while index < len(self._names) and self._names[index][0] < span.end:
                if self._names[index][2].entity == entity:
                    return True
                index += 1
            if any(re.search(rf"\b{re.escape(o)}\b", key(span.text)) for o in offices):
                return True
        return False

    def _named(self, passage: Passage, head: Token | None, source: Span) -> Entity | None:
        """The entity whose name holds the head word, or stands beside a word for a person ('the mayor, Jane Roe')."""
        if head is None:
            return None
        entity = self._at(passage.block.at.start + head.idx)
        one_of = head.tag_ in ("NN", "NNP") and any(c.lower_ in ("a", "an", "another") for c in head.children)
        if one_of and entity is not None and entity.label == "NORP":
            return None  # "a Democrat" is one of them, not the party
        apart = head.pos_ in ("PRON", "PROPN") or not is_human(head.lemma_.lower())
        if entity is not None or (apart and head.lower_ != "one"):
            return entity
        index = bisect_left(self._starts, source.start)
        while index < len(self._names) and self._names[index][0] < source.end:
            start, end, beside = self._names[index]
            before, after = source.text[: start - source.start], source.text[end - source.start :]
            if beside.label == "PERSON" and not _DEPENDS.search(before) and not after.startswith(("'s", "’s")):
                return beside
            index += 1
        return None

    def _beside(self, passage: Passage, head: Token, source: Span) -> list[str]:
        """Who else is named in one breath with a speaker ('Jane Roe and Paul Stokes said'): neither is chosen."""
        places = (passage.block.at.start + t.idx for t in head.conjuncts if t.pos_ == "PROPN")
        named = [self._at(place) for place in places if source.start <= place < source.end]
        return [e.entity for e in named if e is not None]

    def _at(self, place: int) -> Entity | None:
        """The entity whose name covers a place."""
        index = bisect_right(self._starts, place) - 1
        while index >= 0 and place - self._names[index][0] < 200:
            start, end, entity = self._names[index]
            if start <= place < end:
                return entity
            index -= 1
        return None
