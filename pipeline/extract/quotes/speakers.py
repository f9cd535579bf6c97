"""Who speaks: a source as printed, made an entity where the text decides, and its kind."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import TYPE_CHECKING

from pipeline.extract.quotes.standins import Standins, relative
from pipeline.extract.sentences import Passage
from pipeline.model import Document, Entity, Reference, Span, Speaker
from pipeline.text import listed

if TYPE_CHECKING:
    from spacy.tokens import Token

_BODIES = listed(
    """
    ministry department agency embassy government administration company firm group alliance statement committee party
    court bank union council commission association organization organisation university campaign office bureau army
    military police force board institute foundation center centre network newspaper paper magazine report study survey
    poll document memo letter filing complaint lawsuit indictment bill law treaty resolution network website outlet
    channel broadcaster corporation conglomerate charity coalition federation league cabinet senate house parliament
    congress delegation secretariat authority regulator watchdog tribunal panel team club church hospital school
    airline operator maker manufacturer startup think-tank lobby guild chamber consulate mission kremlin editorial
    article release tweet post message email note notice text ad advertisement book analysis dossier
    """
)
_PEOPLE = listed(
    """
    people leadership public staff crowd audience majority electorate press media critics opposition delegation
    """
)
_UNNAMED = listed(
    """
    person source official someone somebody insider aide diplomat witness one another individual figure
    """
)
_DOCUMENTS = listed(
    """
    statement report study survey poll document memo letter filing complaint lawsuit indictment bill law treaty
    resolution editorial article release tweet post message email note notice text ad advertisement book analysis
    dossier data figures findings results research investigation review announcement sign headline story column
    """
)
_PRONOUNS = listed("he she they it who i we you that which this these those his her")
_BODY_LABELS = frozenset(("ORG", "GPE", "NORP", "FAC", "LOC", "LAW", "WORK_OF_ART", "EVENT", "PRODUCT"))


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

    def speaker(self, passage: Passage, source: Span, head: Token | None) -> Speaker:
        """The speaker whose source is printed at `source`, `head` being its head word in the parse.

        To be asked in order of place: a pronoun is read by who spoke before.
        """
        word = head.lower_ if head is not None else source.text.split()[-1].lower()
        entity = self._named(passage, head)
        candidates: tuple[str, ...] = ()
        if entity is None and head is not None:
            if head.lower_ in ("who", "that", "which") and (noun := relative(head)) is not None:
                head, word = noun, noun.lower_
                entity = self._named(passage, head)
            if entity is None:
                entity, candidates = self._stands_for(source, head)
        if entity is not None:
            kind = "named" if entity.label == "PERSON" else "organisation"
            if kind == "named":
                self._last = (source.start, entity.entity)
            return Speaker(source, entity.name, entity.entity, kind, (), next(iter(entity.titles), None))
        plural = head is not None and head.tag_ in ("NNS", "NNPS") and word not in _DOCUMENTS
        pronoun = head is not None and (head.pos_ == "PRON" or word in _PRONOUNS)
        return Speaker(source, source.text, None, _kind(word, plural, pronoun, head), candidates)

    def _stands_for(self, source: Span, head: Token) -> tuple[Entity | None, tuple[str, ...]]:
        """Whom a pronoun or a description stands for: what the article's references say, else the nearest that fits."""
        offset = source.start
        reference = next((r for (a, b), r in self._references.items() if a == offset and b <= source.end), None)
        if reference is not None:
            return self._entity.get(reference.entity), ()
        found: str | None = None
        candidates: tuple[str, ...] = ()
        word = head.lower_
        if word in ("he", "she", "him", "her"):
            found, candidates = self._standins.person(word, offset, self._last)
        elif head.tag_ == "NN" and any(c.lower_ in ("the", "this") for c in head.children):
            found, candidates = self._standins.described(head, source)
        return (self._entity.get(found) if found else None), candidates

    def _named(self, passage: Passage, head: Token | None) -> Entity | None:
        """The entity whose name holds the head word, or stands in apposition to it or as its last part."""
        if head is None:
            return None
        tokens = [head, *(c for c in head.children if c.dep_ == "appos")]
        for token in tokens:
            place = passage.block.at.start + token.idx
            entity = self._at(place)
            if entity is not None and (token is head or entity.label == "PERSON"):
                return entity
        return None

    def _at(self, place: int) -> Entity | None:
        """The entity whose name covers a place."""
        index = bisect_right(self._starts, place) - 1
        while index >= 0 and place - self._names[index][0] < 200:
            start, end, entity = self._names[index]
            if start <= place < end:
                return entity
            index -= 1
        return None


def _kind(word: str, plural: bool, pronoun: bool, head: Token | None) -> str:
    if head is not None and head.ent_type_ == "PERSON":
        return "named"
    if head is not None and head.ent_type_ in _BODY_LABELS and head.pos_ == "PROPN":
        return "organisation"
    if word in _PEOPLE or word in ("they", "we", "these", "those") or (plural and not pronoun):
        return "collective"
    if word in ("it", "its", "this", "that", "which"):
        return "organisation"
    if pronoun:
        return "named"  # somebody the article names, though nothing here decides whom
    if word in _BODIES or word in _DOCUMENTS:
        return "organisation"
    if head is not None and head.pos_ == "PROPN":
        return "named"
    if head is not None and _definite(head) and word not in _UNNAMED:
        return "named"
    return "anonymous"


def _definite(head: Token) -> bool:
    return any(c.lower_ in ("the", "his", "her", "their", "its") or c.tag_ == "POS" for c in head.children)
