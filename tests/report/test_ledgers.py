"""The ledgers that go across articles: numbers, names, versions."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import jsonschema

from pipeline.model import Change, Quantity, Recorded, Span, Versions
from pipeline.report import build
from pipeline.report.to_html import to_html
from tests.report.test_build import schema as schema


def test_the_values_of_one_thing_stand_together_by_size(story: dict[str, Any]) -> None:
    first, _ = story["alignment"].numbers[0].figures
    dearer = replace(first, doc="south.txt#1", at=Span("south.txt", 0, 6, "Hollow"), value=3.5e6, low=3.5e6, high=None)
    again = replace(first, doc="south.txt#1", at=Span("south.txt", 7, 11, "Ford"))
    number = Quantity("repairs", "USD", (dearer, again, first), "differ", "one against another")
    made = build("hollow-ford", **story | {"alignment": replace(story["alignment"], numbers=(number,))})
    (row,) = made["numbers"]
    assert [(v["value"], v["high"], len(v["places"])) for v in row["values"]] == [
        (2500000, 2550000, 2),
        (3500000, None, 1),
    ]
    assert row["docs"] == ["north.txt#1", "south.txt#1"]
    assert row["origins"] == 1, "both have it from the Courier"


def test_a_name_is_listed_with_its_forms_and_the_articles_that_use_them(report: dict[str, Any]) -> None:
    (row,) = report["names"]
    assert row["name"] == "Peter Lund"
    assert {f["form"]: f["docs"] for f in row["forms"]} == {
        "Peter Lund": ["north.txt#1"],
        "Lund": ["south.txt#1"],
    }


def test_an_older_version_says_so_and_what_changed_is_shown(
    story: dict[str, Any], schema: jsonschema.Draft202012Validator
) -> None:
    old, new = Span("north.txt", 0, 6, "Bridge"), Span("south.txt", 0, 6, "Hollow")
    versions = Versions(
        ("north.txt#1", "south.txt#1"),
        "south.txt#1",
        ("both have one address",),
        (Change("north.txt#1", "south.txt#1", old, new), Change("north.txt#1", "south.txt#1", None, new)),
    )
    made = build("hollow-ford", **story | {"alignment": replace(story["alignment"], versions=(versions,))})
    assert [e.message for e in schema.iter_errors(made)] == []
    north, south = made["documents"]
    assert (north["newer_version"], south["newer_version"]) == ("south.txt#1", None)
    assert [c["old"] and c["old"]["text"] for c in made["versions"][0]["changes"]] == ["Bridge", None]


def test_a_quotation_shows_the_words_of_the_record_beside_its_own(story: dict[str, Any]) -> None:
    alignment = story["alignment"]
    quote = alignment.extractions[0].quotes[0]
    at = Span("south.txt", 0, 6, "Hollow")
    record = Recorded(quote.id, "south.txt#1", at, "altered", (), "the words differ")
    made = build("hollow-ford", **story | {"alignment": replace(alignment, records=(record,))})
    page = to_html(made).decode()
    assert next(q for q in made["quotes"] if q["id"] == quote.id)["records"][0]["text"] == "Hollow"
    assert '<span class="role">the record</span>' in page
