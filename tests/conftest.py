"""What every test may use: articles laid out as a story folder, and a story run through every stage."""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import settings as hypothesis_settings

from pipeline import flow
from pipeline.engine import Local
from pipeline.model import Work
from pipeline.settings import Settings

# A busy machine is no failure: how long an example takes is no property of the code under test.
hypothesis_settings.register_profile("patient", deadline=None)
hypothesis_settings.load_profile("patient")

Lay = Callable[..., Path]
Story = Callable[..., Work]


@pytest.fixture
def lay(tmp_path: Path) -> Lay:
    """Writes articles as `corpus/story/a0.txt`, ... with a manifest of their dates; gives the corpus.

    `columns` fills more of the manifest: a value for each article, under the column's name.
    """

    def write(
        articles: Sequence[str], published: Sequence[str | None] = (), name: str = "story", **columns: Sequence[str]
    ) -> Path:
        folder = tmp_path / "corpus" / name
        folder.mkdir(parents=True, exist_ok=True)
        for i, text in enumerate(articles):
            (folder / f"a{i}.txt").write_text(text, encoding="utf-8", newline="")
        if published or columns:
            known = {"published": [day or "" for day in published], **columns}
            with (folder / "sources.csv").open("w", newline="", encoding="utf-8") as file:
                rows = csv.writer(file)
                rows.writerow(["file", *known])
                for i in range(len(articles)):
                    rows.writerow([f"a{i}.txt", *(cells[i] if i < len(cells) else "" for cells in known.values())])
        return folder.parent

    return write


@pytest.fixture
def story(lay: Lay) -> Story:
    """Articles to a finished `Work`: read, extracted, aligned and flagged in this process."""

    def finish(articles: Sequence[str], published: Sequence[str | None] = (), **columns: Sequence[str]) -> Work:
        ((work, _),) = flow.run(lay(articles, published, **columns), Settings(), Local())
        assert not [s for s in work.skipped if s.stage != "ingest"]
        return work

    return finish
