"""Blocks parsed into sentences. A passage is a block beside its parse; offsets in it are those of the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline import nlp
from pipeline.extract.datelines import dateline
from pipeline.extract.mending import mend
from pipeline.model import Block, Document, Sentence, Span
from pipeline.text import fold, trim

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as Tokens

JUDGED = frozenset({"headline", "body", "caption", "pull-quote"})
"""Kinds of block whose statements, quotations and figures are judged; dates and names are read in all but repeats."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A block and its parse: that of the folded text, which is as long as the block's, character for character."""

    block: Block
    parse: Doc
    document: Document

    @property
    def judged(self) -> bool:
        """Whether what stands here is judged."""
        return self.block.kind in JUDGED

    @property
    def sentences(self) -> Iterator[Tokens]:
        """The sentences of its parse, without the dateline."""
        opened = dateline(self.parse.text)
        return (s for s in self.parse.sents if s.end_char > opened and s.text.strip())

    def span(self, start: int, end: int) -> Span:
        """The span from character `start` to `end` of the block, white space at its ends left out."""
        start, end = trim(self.block.at.text, start, end)
        offset = self.block.at.start
        return self.document.span(offset + start, offset + end)

    def of(self, tokens: Tokens) -> Span:
        """The span of a run of tokens."""
        return self.span(tokens.start_char, tokens.end_char)


def find_passages(document: Document, model: str = nlp.PACKAGED) -> tuple[Passage, ...]:
    """Every block but the repeats, parsed, in order."""
    blocks = [b for b in document.blocks if b.kind != "repeat"]
    parses = nlp.parse((fold(b.at.text) for b in blocks), model, dateline)
    return tuple(Passage(b, mend(p), document) for b, p in zip(blocks, parses, strict=True))


def find_sentences(passages: tuple[Passage, ...]) -> Iterator[Sentence]:
    """The sentences of each passage, in order."""
    for passage in passages:
        for tokens in passage.sentences:
            yield Sentence(passage.document.doc, passage.of(tokens), passage.block.kind)
