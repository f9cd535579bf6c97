"""Whole stories, read as an editor would: what must be found, what may be, and that nothing else is said aloud.

Each folder of `stories/` is a story of invented people and places with an `expected.toml`. A `finding` must be
raised as a warning or an error at each of its places; what is `tolerated` may be; any other warning or error fails
the test. What the pipeline is known to overlook stands under `missed`, what it is known to raise wrongly under
`wrong`: whoever mends one of them is told to move it.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import NamedTuple

import pytest

from pipeline import flow
from pipeline.engine import Local
from pipeline.model import Flag, Work
from pipeline.settings import Settings

STORIES = Path(__file__).parent / "stories"
NAMES = sorted(p.name for p in STORIES.iterdir())


class Place(NamedTuple):
    code: str
    file: str
    words: str

    def holds(self, flag: Flag, work: Work) -> bool:
        document = next(d for d in work.documents if d.file == self.file)
        start = document.text.index(self.words) + document.start
        span = document.span(start, start + len(self.words))
        return flag.code == self.code and flag.at.meets(span)


def places(story: str, kind: str) -> list[Place]:
    expected = tomllib.loads((STORIES / story / "expected.toml").read_text(encoding="utf-8"))
    return [Place(row["code"], file, words) for row in expected.get(kind, ()) for file, words in row["at"]]


@pytest.fixture(scope="module")
def works() -> dict[str, Work]:
    return {work.story.name: work for work, _ in flow.run(STORIES, Settings(), Local())}


def loud(work: Work) -> list[Flag]:
    return [f for f in work.flags or () if f.severity in ("warning", "error")]


def raised(place: Place, work: Work) -> bool:
    return any(place.holds(f, work) for f in loud(work))


@pytest.mark.parametrize("story", NAMES)
def test_what_an_editor_must_see_is_found(story: str, works: dict[str, Work]) -> None:
    work = works[story]
    assert not [p for p in places(story, "finding") if not raised(p, work)]
    assert not [p for p in places(story, "missed") if raised(p, work)], "found now: make it a finding"


@pytest.mark.parametrize("story", NAMES)
def test_nothing_else_is_said_aloud(story: str, works: dict[str, Work]) -> None:
    work = works[story]
    known = [p for kind in ("finding", "tolerated", "wrong") for p in places(story, kind)]
    strays = [f for f in loud(work) if not any(p.holds(f, work) for p in known)]
    assert not [(f.code, f.at.file, f.at.text, f.message) for f in strays]
    assert not [p for p in places(story, "wrong") if not raised(p, work)], "silent now: take it out"
