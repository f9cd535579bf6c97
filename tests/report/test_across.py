"""How the page shows what goes across articles: numbers, names, versions."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from pipeline.model import Change, Versions
from pipeline.report import build
from pipeline.report.index import Index
from pipeline.report.rows import name_rows, number_rows, version_row
from pipeline.report.to_html import to_html


def _with_versions(story: dict[str, Any]) -> dict[str, Any]:
    north, south = story["documents"]
    change = Change(north.doc, south.doc, north.span(0, 6), south.span(0, 11))
    gone = Change(north.doc, south.doc, north.span(0, 6), None)
    versions = Versions((north.doc, south.doc), south.doc, ("they share 9 of 10 sentences",), (change, gone))
    return build("s", **(story | {"alignment": replace(story["alignment"], versions=(versions,))}))


def test_what_the_articles_give_differently_comes_first_with_every_value(report: dict[str, Any]) -> None:
    alone = report["numbers"][0] | {"agreement": "alone"}
    first, second = number_rows(Index(report | {"numbers": [alone, report["numbers"][0]]}))
    assert (first["told"], second["told"]) == ("the sources differ", "one article only")
    assert [v["shown"] for v in first["values"]] == ["-3.5", "2,500,000"]
    assert [p["text"] for v in first["values"] for p in v["places"]] == ["3.5 million dollars", "$2.5 million"]
    assert [f["code"] for f in first["findings"]] == ["N001"]


def test_a_form_of_a_name_says_who_prints_it_where_not_all_do(report: dict[str, Any]) -> None:
    (row,) = name_rows(Index(report))
    assert row["forms"] == [("Lund", 1, "Article 2"), ("Peter Lund", 1, "North Courier")]


def test_what_changed_between_versions_is_shown_word_by_word(story: dict[str, Any]) -> None:
    made = _with_versions(story)
    row = version_row(Index(made), made["versions"][0])
    assert [c["kind"] for c in row["changes"]] == ["changed", "taken out"]
    assert row["changes"][0]["diff"] == [("gone", "Bridge"), ("come", "Hollow Ford")]
    page = to_html(made).decode()
    assert "<del>Bridge</del><ins>Hollow Ford</ins>" in page
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(re.findall(r' id="([^"]+)"', page))
    assert 'id="versions"' not in to_html(build("s", **story)).decode()
