"""Claims of a short text, without the stages before."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.extract.claims import find_claims
from pipeline.extract.sentences import find_passages
from pipeline.model import Block, Claim, Document, Span

Claims = Callable[..., tuple[Claim, ...]]


@pytest.fixture(scope="session")
def claims() -> Claims:
    """The claims of one block of text, nobody in it known by name."""

    def find(text: str, kind: str = "body") -> tuple[Claim, ...]:
        block = Block(kind, Span("a.txt", 0, len(text), text))
        document = Document("a.txt#1", "a.txt", 1, 0, len(text), text, (block,))
        return find_claims(document, find_passages(document), (), (), (), (), ())

    return find
