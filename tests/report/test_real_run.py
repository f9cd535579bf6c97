"""The five articles, through the whole pipeline: the report keeps its contract."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from pipeline import flow
from pipeline.engine import Local
from pipeline.settings import Settings

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "corpus"
SCHEMA = ROOT / "docs" / "report.schema.json"


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    ((_, made),) = flow.run(CORPUS, Settings(), Local())
    return dict(made)


@pytest.fixture(scope="module")
def real(files: dict[str, bytes]) -> dict[str, Any]:
    return dict(json.loads(files["report.json"]))


def _places(value: Any) -> Iterator[dict[str, Any]]:
    """Everything in the report that stands somewhere."""
    if isinstance(value, dict):
        if {"file", "start", "end", "text"} <= set(value):
            yield value
        for inner in value.values():
            yield from _places(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _places(inner)


def test_a_real_report_keeps_to_the_schema(real: dict[str, Any]) -> None:
    validator = jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
    assert [f"{'/'.join(map(str, e.absolute_path))}: {e.message}" for e in validator.iter_errors(real)][:10] == []


def test_every_located_thing_is_what_stands_there(real: dict[str, Any]) -> None:
    texts = {
        path.relative_to(CORPUS / real["story"]).as_posix(): path.read_bytes().decode("utf-8-sig")
        for path in (CORPUS / real["story"]).glob("*.txt")
    }
    places = list(_places(real))
    assert len(places) > 500
    assert [p for p in places if texts[p["file"]][p["start"] : p["end"]] != p["text"] or not p["text"]] == []


def test_ids_are_unique_and_what_is_referred_to_is_there(real: dict[str, Any]) -> None:
    for name in ("flags", "claims", "quotes"):
        ids = [x["id"] for x in real[name]]
        assert len(ids) == len(set(ids)), name
    claims, quotes = ({x["id"] for x in real[name]} for name in ("claims", "quotes"))
    assert {e["claim"] for c in real["claims"] for e in c["evidence"]} <= claims
    assert {n for c in real["claims"] for n in c["near_misses"]} <= claims
    assert {end for link in real["links"] for end in (link["left"], link["right"])} <= claims
    assert {c for event in real["timeline"] for c in event["claims"]} <= claims
    assert {v for q in real["quotes"] for v in q["variants"]} <= quotes


def test_the_page_of_a_real_report_is_small_and_names_every_finding(
    files: dict[str, bytes], real: dict[str, Any]
) -> None:
    page = files["report.html"].decode()
    assert len(page) < 1_000_000
    assert all(f'id="{f["id"]}"' in page for f in real["flags"])
    assert 1 <= len(real["summary"]["worst"]) <= 10
