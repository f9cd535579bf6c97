"""Dates of a short text, without ingest: every paragraph is one body block, the first a headline if it is asked for."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from pipeline.extract.dates import find_dates
from pipeline.extract.sentences import find_passages
from pipeline.model import Block, Document, Published, Span, Timex

Find = Callable[..., tuple[Timex, ...]]


def article(text: str, published: str | None = None, kind: str = "body") -> Document:
    """One article of blocks that are its paragraphs."""
    spans = (Span("a.txt", m.start(), m.end(), m.group()) for m in re.finditer(r"\S(?:.|\n(?!\s*\n))*", text))
    blocks = tuple(Block(kind, s) for s in spans)
    stated = Published(published, published, published, "manifest") if published else Published()
    return Document("a.txt#1", "a.txt", 1, 0, len(text), text, blocks, published=stated)


@pytest.fixture
def find() -> Find:
    """The dates of a text, published on a day or on none."""

    def dates(text: str, published: str | None = None, kind: str = "body") -> tuple[Timex, ...]:
        document = article(text, published, kind)
        return find_dates(document, find_passages(document))

    return dates
