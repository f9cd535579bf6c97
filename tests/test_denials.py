"""What one article denies, turns round or only alleges, against another that tells it, in pairs of `denials.toml`.

Half of them an editor must be told of; the other half look like it and must stay silent: another person, event or time,
a part and the whole, somebody's denial, a hedge. What is known to come out wrong is marked `open`: whoever mends one is
told to take the mark away.
"""

from __future__ import annotations

import csv
import tomllib
from pathlib import Path
from typing import Any

import pytest

from pipeline import flow
from pipeline.engine import Local
from pipeline.flag.rules import RULES
from pipeline.model import Work
from pipeline.settings import Settings

PAIRS: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("denials.toml").read_text(encoding="utf-8"))[
    "pair"
]
CODES = {"C001", "C004"}
ONLY = Settings(off=tuple(sorted(rule.CODE for rule in RULES if rule.CODE not in CODES)))


@pytest.fixture(scope="module")
def works(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Work]:
    """Every pair as a story of two articles, run through every stage."""
    corpus = tmp_path_factory.mktemp("denials")
    for i, pair in enumerate(PAIRS):
        story = corpus / f"p{i:03}"
        story.mkdir()
        with (story / "sources.csv").open("w", newline="", encoding="utf-8") as file:
            rows = csv.writer(file)
            rows.writerow(["file", "publisher", "published"])
            for side, day in zip(("left", "right"), pair.get("published", ["2023-05-10"] * 2), strict=True):
                (story / f"{side}.txt").write_text(pair[side], encoding="utf-8")
                rows.writerow([f"{side}.txt", f"The {side}", day])
    return {work.story.name: work for work, _ in flow.run(corpus, ONLY, Local())}


@pytest.mark.parametrize("number", range(len(PAIRS)), ids=lambda i: f"{i}-{PAIRS[i]['kind']}")
def test_a_conflict_is_told_and_a_near_miss_is_not(number: int, works: dict[str, Work]) -> None:
    pair, work = PAIRS[number], works[f"p{number:03}"]
    told = [f.message for f in work.flags or () if f.severity in ("warning", "error")]
    right = bool(told) == pair["conflict"]
    assert right != pair.get("open", False), "mended: take `open` away" if right else told
