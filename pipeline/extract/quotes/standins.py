"""Whom a pronoun or a description in a source stands for: by relative clause, title, kind of body, and distance.

Nothing is guessed: where two people or bodies are equally near, both are given as candidates and none is chosen.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from pipeline.extract.entities.gazetteer import gazetteer
from pipeline.model import Document, Entity, Span
from pipeline.text import key, listed

if TYPE_CHECKING:
    from spacy.tokens import Token

REACH = 900
"""Characters before a pronoun in which the person it stands for is looked for."""
_MAN = re.compile(r"\b(?:Mr|Sir|Lord|King|Prince|Father|Pope)\.?\s*$")
_WOMAN = re.compile(r"\b(?:Mrs|Ms|Miss|Lady|Dame|Queen|Princess|Sister)\.?\s*$")
_HE = listed("he him his himself")
_SHE = listed("she her hers herself")
_TOGETHER = re.compile(
    r",? and|or|(?:(?:has|had|have) )?(?:(?:met|meets|married|marries|debated|debates|fought|fights|embraced|embraces|"
    r"faced|faces|joined|joins)(?: with)?|(?:spoke|speaks|spoken|talked|talks|argued|argues|dined|dines) with)"
)
"""What puts two people on a level: "and", or a verb that holds of both alike (Levin 1993, 36: social interaction)."""
_KINDS = listed(
    "group company firm agency alliance organisation organization party union ministry department bank committee "
    "council commission court association embassy office campaign charity paper newspaper network bureau institute "
    "foundation coalition federation country government nation body league club university"
)


class Standins:
    """The named of one article in their order, to be asked for the one nearest before a place."""

    def __init__(self, document: Document, entities: Iterable[Entity]) -> None:
        self._document = document
        self._entities = {e.entity: e for e in entities}
        self._mentions = sorted((m.at.start, m.at.end, e.entity) for e in self._entities.values() for m in e.mentions)
        self._starts = [m[0] for m in self._mentions]
        self._sex = self._sexes()

    def _sexes(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for start, _, entity in self._mentions:
            before = self._document.text[max(0, start - 12 - self._document.start) : start - self._document.start]
            printed = self._document.text[start - self._document.start : start - self._document.start + 5] + " "
            for sex, pattern in (("m", _MAN), ("f", _WOMAN)):
                if pattern.search(before) or pattern.search(printed.split(" ")[0] + " "):
                    found.setdefault(entity, sex)
        given = gazetteer().given
        for person in (e for e in self._entities.values() if e.label == "PERSON"):
            if known := given.get(key(person.name).partition(" ")[0]):
                found.setdefault(person.entity, known)
        return found

    def near(self, place: int, labels: Sequence[str], reach: int = REACH) -> list[str]:
        """Entities of these labels named within `reach` characters before `place`, the nearest first, each once."""
        found: list[str] = []
        for index in range(bisect_left(self._starts, place) - 1, -1, -1):
            start, _, entity = self._mentions[index]
            if place - start > reach:
                break
            if self._entities[entity].label in labels and entity not in found:
                found.append(entity)
        return found

    def person(self, word: str, place: int, speaker: tuple[int, str] | None) -> tuple[str | None, tuple[str, ...]]:
        """The person that "he" or "she" stands for at `place`, or the candidates.

        `speaker`: where the last named speaker was printed, and who it was. It is taken when nobody else of that sex
        was named since.
        """
        wanted = "m" if word in _HE else "f" if word in _SHE else ""
        people = [e for e in self.near(place, ("PERSON",)) if not wanted or self._sex.get(e, wanted) == wanted]
        known = [e for e in people if wanted and self._sex.get(e) == wanted]
        if speaker is not None and 0 <= place - speaker[0] <= REACH and (not people or people[0] == speaker[1]):
            return speaker[1], ()
        if speaker is not None and speaker[1] in people:
            since = people[: people.index(speaker[1])]
            if not [e for e in since if self._first_in_sentence(e, place)]:
                return speaker[1], ()
        if len(people) == 1:
            return people[0], ()
        if len(known) == 1:
            return known[0], ()
        return None, tuple(people[:4])

    def beside(self, entity: str, place: int) -> tuple[str, ...]:
        """The two named in one breath before `place`, of whom `entity` is one ("Roe and Stokes", "Roe met Stokes")."""
        index = bisect_left(self._starts, place) - 1
        while index >= 0 and self._mentions[index][2] != entity:
            index -= 1
        for one, two in ((index, index + 1), (index - 1, index)):
            if one < 0 or two >= len(self._mentions) or self._mentions[two][0] >= place:
                continue
            (_, end, first), (start, _, second) = self._mentions[one], self._mentions[two]
            between = self._document.text[end - self._document.start : start - self._document.start]
            people = {self._entities[e].label for e in (first, second)} == {"PERSON"}
            sexes = {self._sex.get(e) for e in (first, second)} - {None}
            if _TOGETHER.fullmatch(between.strip()) and people and first != second and len(sexes) < 2:
                return first, second
        return ()

    def _first_in_sentence(self, entity: str, place: int) -> bool:
        """Whether the last mention of somebody before `place` begins a sentence: then the talk is of them."""
        index = bisect_left(self._starts, place) - 1
        while index >= 0 and self._mentions[index][2] != entity:
            index -= 1
        if index < 0:
            return False
        start = self._mentions[index][0] - self._document.start
        before = self._document.text[max(0, start - 40) : start]
        return bool(re.search(r"(?:^|\n|[a-z\d]{3}[.!?]|[”\"])\s*(?:[A-Z][\w.]*\s+){0,4}$", before))

    def described(self, head: Token, source: Span) -> tuple[str | None, tuple[str, ...]]:
        """Who or what "the minister", "the group" stands for: one whose title or name holds the word."""
        word = key(head.text)
        titled = [
            e
            for e in self.near(source.start, ("PERSON",), 10**9)
            if any(word in key(t).split() for t in self._entities[e].titles)
        ]
        if len(titled) == 1:
            return titled[0], ()
        if titled:
            return None, tuple(titled[:4])
        bodies = self.near(source.start, ("ORG", "GPE"), 10**9)
        holding = [e for e in bodies if word in key(self._entities[e].name).split()]
        if len(holding) == 1:
            return holding[0], ()
        if holding or word not in _KINDS:
            return None, tuple(holding[:4])
        if any(c.dep_ in ("compound", "amod", "nmod", "poss", "prep", "relcl", "acl") for c in head.children):
            return None, ()
        opener = self._opener(head, source)
        if opener is not None:
            return opener, ()
        near = self.near(source.start, ("ORG",), 600)
        return (near[0], ()) if len(near) == 1 else (None, tuple(near[:4]))

    def _opener(self, head: Token, source: Span) -> str | None:
        """The body that opens the paragraph in which "the group" speaks: it speaks of itself by name."""
        start = source.start - head.left_edge.idx
        index = bisect_left(self._starts, start)
        if index < len(self._mentions) and self._mentions[index][0] <= min(start + 6, source.start):
            entity = self._mentions[index][2]
            return entity if self._entities[entity].label == "ORG" else None
        return None


def relative(head: Token) -> Token | None:
    """The noun that "who" or "which" refers to, from the parse."""
    verb = head.head
    for _ in range(4):
        if verb.dep_ == "relcl":
            return verb.head
        if verb.head.i == verb.i:
            return None
        verb = verb.head
    return None
