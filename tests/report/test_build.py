"""The one dict: its keys, its order, its schema."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from pipeline import flow
from pipeline.engine import Local
from pipeline.model import Suppression
from pipeline.report import build, render
from pipeline.settings import Settings

SCHEMA = Path(__file__).parents[2] / "docs" / "report.schema.json"
CONTRACT = (
    *("schema", "story", "documents", "dates", "entities", "quotes", "figures"),
    *("claims", "links", "timeline", "flags", "skipped"),
)


@pytest.fixture(scope="module")
def schema() -> jsonschema.Draft202012Validator:
    read = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(read)
    return jsonschema.Draft202012Validator(read)


def test_a_story_with_everything_in_it_keeps_to_the_schema(
    report: dict[str, Any], schema: jsonschema.Draft202012Validator
) -> None:
    assert all(report[name] for name in CONTRACT), "the story has to hold every kind of thing"
    assert [e.message for e in schema.iter_errors(report)] == []


@pytest.mark.parametrize("key", CONTRACT)
def test_a_report_without_a_key_of_the_contract_breaks_the_schema(
    report: dict[str, Any], schema: jsonschema.Draft202012Validator, key: str
) -> None:
    assert not schema.is_valid({k: v for k, v in report.items() if k != key})


def test_located_things_stand_in_the_order_of_file_and_place(report: dict[str, Any]) -> None:
    for name in ("documents", "dates", "quotes", "figures", "claims", "flags"):
        places = [(row["file"], row["start"], row["end"]) for row in report[name]]
        assert places == sorted(places), name


def test_the_order_of_the_input_changes_no_byte(story: dict[str, Any]) -> None:
    alignment = story["alignment"]
    turned = replace(
        alignment,
        **{
            name: tuple(reversed(getattr(alignment, name)))
            for name in (
                *("extractions", "entities", "datings", "origins", "links"),
                *("variants", "standings", "timeline", "numbers", "versions"),
            )
        },
    )
    again = build(
        "hollow-ford",
        reversed(story["documents"]),
        turned,
        reversed(story["flags"]),
        reversed(story["skipped"]),
    )
    assert dict(render(again)) == dict(render(build("hollow-ford", **story)))


def test_a_claim_without_a_standing_is_not_comparable_unless_it_cannot_be_checked(report: dict[str, Any]) -> None:
    statuses = {c["text"]: c["status"] for c in report["claims"]}
    assert statuses["Hollow Ford bridge"] == "not-checkable"
    assert statuses["Repairs will cost $2.5 million."] == "conflicting"


def test_the_publication_that_the_story_implies_is_the_one_reported(report: dict[str, Any]) -> None:
    north, south = report["documents"]
    assert north["published"]["basis"] == "manifest"
    assert south["published"] == {
        "value": None,
        "earliest": "2025-03-03",
        "latest": None,
        "basis": "inferred",
        "because": "it tells of 3 March 2025",
    }


def test_whole_numbers_are_written_without_a_point(report: dict[str, Any]) -> None:
    value = report["figures"][0]["value"]
    assert (value, type(value)) == (2500000, int)


def test_a_suppressed_finding_stays_in_the_report_and_out_of_the_counts(story: dict[str, Any]) -> None:
    flag = next(f for f in story["flags"] if f.code == "N001")
    made = build("hollow-ford", **story, suppressions=(Suppression(flag.id, "the county was asked"),))
    assert next(f for f in made["flags"] if f["id"] == flag.id)["suppressed"] == "the county was asked"
    assert made["summary"]["suppressed"] == 1
    assert made["summary"]["flags"]["warning"] == 1
    assert flag.id not in made["summary"]["worst"]


def test_a_suppression_of_other_words_does_not_hold(story: dict[str, Any], report: dict[str, Any]) -> None:
    flag = story["flags"][0]
    made = build("hollow-ford", **story, suppressions=(Suppression(flag.id, "seen", "d-of-yesterday"),))
    assert made["summary"] == report["summary"]
    assert made["suppressions"] == [{"id": flag.id, "reason": "seen", "digest": "d-of-yesterday"}]


def test_a_statement_without_a_day_of_its_own_is_of_the_day_on_which_it_was_said(lay) -> None:
    corpus = lay(
        ["Yard repairs welds\n\nMinister Ann Tolliver said on Tuesday that the yard had repaired the welds."],
        ["2023-09-06"],
    )
    ((work, files),) = flow.run(corpus, Settings(), Local())
    (claim,) = [c for c in json.loads(files["report.json"])["claims"] if "repaired" in c["reads"]]
    assert claim["date"]["value"] == "2023-09-05"
    assert claim["date"]["because"].startswith("the day on which it was said: ")
    (made,) = [c for x in work.extractions or () for c in x.claims if c.id == claim["id"]]
    assert made.date is None, "nothing is compared by it"
