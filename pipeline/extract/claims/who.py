"""Who an article's statements speak of and who makes them: names, pronouns and quotations by their place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from pipeline.extract.claims.cues import ANONYMOUS, SAY
from pipeline.extract.claims.phrases import nouns
from pipeline.extract.claims.statements import Statement
from pipeline.extract.claims.tree import Tree
from pipeline.extract.sentences import Passage
from pipeline.model import Entity, Figure, Quote, Reference, Span, Speaker, Timex

_NAMED = {"PERSON": "named", "ORG": "organisation", "GPE": "organisation", "NORP": "collective"}

_RELATIVES = frozenset({"who", "which", "that", "whom"})


class Places:
    """Things with a span, looked up by place. They do not have to be disjoint."""

    def __init__(self, items: list[tuple[Span, object]]) -> None:
        self.items = sorted(items, key=lambda item: (item[0].start, item[0].end))
        self.starts = [at.start for at, _ in self.items]
        self.longest = max((at.end - at.start for at, _ in self.items), default=0)

    def within(self, start: int, end: int) -> list[tuple[Span, object]]:
        """Those that share a character with `start` to `end`, in order."""
        first = bisect_left(self.starts, start - self.longest)
        last = bisect_right(self.starts, end - 1)
        return [item for item in self.items[first:last] if item[0].end > start]


class Who:
    """The names and quotations of one article, by place."""

    def __init__(
        self,
        entities: tuple[Entity, ...],
        references: tuple[Reference, ...],
        quotes: tuple[Quote, ...],
        figures: tuple[Figure, ...],
        dates: tuple[Timex, ...],
    ) -> None:
        self.entity = {e.entity: e for e in entities}
        self.names = Places([(m.at, e) for e in entities for m in e.mentions])
        self.references = Places([(r.at, r) for r in references])
        self.quotes = Places([(part, q) for q in quotes for part in q.parts if q.use == "speech"])
        self.figures = Places([(f.at, f) for f in figures])
        self.dates = Places([(t.at, t) for t in dates])

    def ids(self, start: int, end: int) -> list[str]:
        """The entities named or referred to between two places, in order, each once."""
        found = [(at, e.entity) for at, e in self.names.within(start, end) if isinstance(e, Entity)]
        found += [(at, r.entity) for at, r in self.references.within(start, end) if isinstance(r, Reference)]
        return list(dict.fromkeys(entity for _, entity in sorted(found)))

    def at(self, passage: Passage, tree: Tree, head: int) -> str | None:
        """The entity that a head word names or refers to."""
        offset = passage.block.at.start
        ids = self.ids(offset + tree[head].start, offset + tree[head].end)
        return ids[0] if len(ids) == 1 else None

    def name(self, passage: Passage, start: int, end: int) -> str | None:
        """The name a pronoun at this place of the block stands for."""
        offset = passage.block.at.start
        for at, reference in self.references.within(offset + start, offset + end):
            if isinstance(reference, Reference) and (at.start, at.end) == (offset + start, offset + end):
                entity = self.entity.get(reference.entity)
                return entity.name if entity is not None else None
        return None

    def quote(self, passage: Passage, start: int, end: int) -> Quote | None:
        """The innermost quotation of speech around this place of the block."""
        offset = passage.block.at.start
        found = [
            (at.end - at.start, q)
            for at, q in self.quotes.within(offset + start, offset + end)
            if isinstance(q, Quote) and at.start <= offset + start and offset + end <= at.end
        ]
        return min(found, key=lambda pair: pair[0])[1] if found else None

    def speaker(self, passage: Passage, tree: Tree, statement: Statement, quote: Quote | None) -> Speaker | None:
        """The innermost source: of the statement's own cues within its quotation, else the quotation's speaker."""
        offset = passage.block.at.start
        told = None if quote is None or quote.speaker is None else quote.speaker
        if told is not None and told.at.text.lower() in _RELATIVES:
            told = None
        unclear: Speaker | None = None
        for cue in reversed(statement.cues):
            start = offset + tree[cue.word].start
            if told is not None and quote is not None and not any(p.start <= start < p.end for p in quote.parts):
                return told
            if cue.source is None:
                continue
            speaker = self._source(passage, tree, cue.source)
            if speaker.entity is None and tree[cue.source].pos == "PRON":
                unclear = unclear or speaker
            elif tree[cue.word].lemma in SAY or speaker.entity is not None or speaker.kind == "anonymous":
                return speaker
        return told or unclear

    def _source(self, passage: Passage, tree: Tree, head: int) -> Speaker:
        phrase = nouns(tree, head)
        at = passage.span(tree[phrase[0]].start, tree[phrase[-1]].end)
        entity = self.at(passage, tree, head)
        word = tree[head]
        if entity is not None and entity in self.entity:
            known = self.entity[entity]
            return Speaker(at, known.name, entity, _NAMED.get(known.label, "organisation"))
        if word.pos == "PROPN":
            return Speaker(at, at.text, None, _NAMED.get(word.label, "named"))
        return Speaker(at, at.text, None, "anonymous" if word.lower in ANONYMOUS else "collective")
