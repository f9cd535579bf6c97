"""An article of body paragraphs, parsed, and the quotations in it."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from pipeline.extract.entities import find_entities
from pipeline.extract.quotes import find_quotes
from pipeline.extract.sentences import find_passages
from pipeline.model import Block, Document, Quote, Span

Read = Callable[..., tuple[Quote, ...]]


def article(text: str, kind: str = "body") -> Document:
    """One article whose every line is a block of that kind."""
    lines = re.finditer(r"[^\n]*\S[^\n]*", text)
    blocks = tuple(Block(kind, Span("a.txt", m.start(), m.end(), m.group())) for m in lines)
    return Document("a.txt#1", "a.txt", 1, 0, len(text), text, blocks)


@pytest.fixture
def read() -> Read:
    """The quotations of a text, found with the names in it."""

    def quotes(text: str, kind: str = "body") -> tuple[Quote, ...]:
        document = article(text, kind)
        passages = find_passages(document)
        entities, references = find_entities(document, passages)
        return find_quotes(document, passages, entities, references, ())

    return quotes
