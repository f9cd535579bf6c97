"""Who speaks: a source as printed, made an entity where the text decides, and its kind."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

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
_HUMAN = frozenset(("PERSON",))
_BODY_LABELS = frozenset(("ORG", "GPE", "NORP", "FAC", "LOC", "LAW", "WORK_OF_ART", "EVENT", "PRODUCT"))


class Speakers:
    """The speakers of one article: names by place, references by place."""

    def __init__(self, document: Document, entities: Iterable[Entity], references: Iterable[Reference]) -> None:
        self._document = document
        self._names: list[tuple[Span, Entity]] = sorted(
            ((m.at, e) for e in entities for m in e.mentions), key=lambda pair: (pair[0], pair[1].entity)
        )
        self._references = {r.at: r for r in references}
        self._entity = {e.entity: e for e in entities}

    def speaker(self, passage: Passage, source: Span, head: Token | None) -> Speaker:
        """The speaker whose source is printed at `source`, `head` being its head word in the parse."""
        word = head.lower_ if head is not None else source.text.split()[-1].lower()
        plural = head is not None and head.tag_ in ("NNS", "NNPS") and word not in _DOCUMENTS
        named = self._named(source, passage, head)
        if named is not None:
            kind = "named" if named.label in _HUMAN else "organisation"
            title = next(iter(named.titles), None)
            return Speaker(source, named.name, named.entity, kind, (), title)
        pronoun = head is not None and (head.pos_ == "PRON" or word in _PRONOUNS)
        if pronoun or source.text.lower().startswith(("the ", "his ", "her ", "its ")):
            reference = self._reference(source)
            if reference is not None:
                entity = self._entity.get(reference.entity)
                label = entity.label if entity else "PERSON"
                name = entity.name if entity else source.text
                kind = "named" if label in _HUMAN else "organisation"
                title = next(iter(entity.titles), None) if entity else None
                return Speaker(source, name, reference.entity, kind, (), title)
        return Speaker(source, source.text, None, _kind(word, plural, pronoun, head))

    def _named(self, source: Span, passage: Passage, head: Token | None) -> Entity | None:
        """The entity whose name holds the head word, or stands in apposition to it."""
        if head is not None:
            place = passage.block.at.start + head.idx
            for at, entity in self._names:
                if at.start <= place < at.end:
                    return entity
            appositions = [c for c in head.children if c.dep_ == "appos"]
            for child in appositions:
                place = passage.block.at.start + child.idx
                for at, entity in self._names:
                    if at.start <= place < at.end and entity.label == "PERSON":
                        return entity
            return None
        inside = [e for at, e in self._names if source.holds(at)]
        return inside[0] if inside else None

    def _reference(self, source: Span) -> Reference | None:
        exact = self._references.get(source)
        if exact is not None:
            return exact
        inside = [r for at, r in sorted(self._references.items()) if source.holds(at) and at.start == source.start]
        return inside[0] if inside else None


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
