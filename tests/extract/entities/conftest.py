"""An article written in the test, and what is found in it."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from pipeline.extract.entities import find_entities
from pipeline.extract.sentences import find_passages
from pipeline.model import Block, Document, Entity, Reference, Span

Found = tuple[dict[str, Entity], dict[str, str]]
Read = Callable[..., Found]


@pytest.fixture(scope="session")
def article() -> Callable[[str], Document]:
    """An article whose lines are body text."""
    return document


def document(text: str, file: str = "a.txt") -> Document:
    """An article whose lines are body text."""
    lines = [m for m in re.finditer(r"[^\n]+", text) if m.group().strip()]
    blocks = tuple(Block("body", Span(file, m.start(), m.end(), m.group())) for m in lines)
    return Document(f"{file}#1", file, 1, 0, len(text), text, blocks)


@pytest.fixture
def names() -> Read:
    """Entities by id, and the entity of each pronoun or description by its words."""

    def read(text: str, aliases: tuple[tuple[str, ...], ...] = ()) -> Found:
        article = document(text)
        entities, references = find_entities(article, find_passages(article), aliases)
        for entity in entities:
            for mention in entity.mentions:
                assert text[mention.at.start : mention.at.end] == mention.at.text
        assert all(text[r.at.start : r.at.end] == r.at.text for r in references)
        return {e.entity: e for e in entities}, _by_words(references)

    return read


def _by_words(references: tuple[Reference, ...]) -> dict[str, str]:
    return {r.at.text: r.entity for r in references}
