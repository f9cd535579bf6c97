"""Small helpers: a folder with files in it, and the articles of a text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.ingest.articles import split
from pipeline.ingest.readers import to_text
from pipeline.model import Document


@pytest.fixture
def lay(tmp_path: Path) -> Callable[..., Path]:
    """Write files, given as path=text or bytes in a dict, under a fresh folder, which is returned."""

    def write(files: dict[str, str | bytes]) -> Path:
        for name, content in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return tmp_path

    return write


@pytest.fixture
def articles() -> Callable[[str], tuple[Document, ...]]:
    """The articles of a text as a file of that text would give them."""
    return lambda text: split("a.txt", to_text(text.encode("utf-8"), "a.txt"), (), "en")


@pytest.fixture
def kinds(articles: Callable[[str], tuple[Document, ...]]) -> Callable[[str], list[tuple[str, str]]]:
    """Kind and text of each block of a text that is one article."""

    def of(text: str) -> list[tuple[str, str]]:
        (document,) = articles(text)
        return [(b.kind, b.at.text) for b in document.blocks]

    return of
