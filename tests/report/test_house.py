"""The list of spellings that the desk does not print, and the mark of a source that it trusts."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from pipeline.model import Place
from pipeline.report import build
from pipeline.report.to_html import to_html

STYLE = (
    ("truck", "lorry", "lorries"),
    ("Hollow Ford", "Ford"),
    ("per cent", "percent"),
    ("dollars", "million dollars"),
)


def test_the_list_says_what_is_printed_where_and_leaves_quotations_alone(story: dict[str, Any]) -> None:
    rows = build("s", **story, style=STYLE)["house_style"]
    assert [(r["preferred"], r["printed"], [p["text"] for p in r["places"]]) for r in rows] == [
        ("truck", "lorries", ["lorries"]),
        ("dollars", "million dollars", ["million dollars"]),
    ]
    (place,) = rows[0]["places"]
    assert (place["doc"], place["start"]) == ("south.txt#1", story["documents"][1].text.index("lorries"))


def test_the_page_shows_the_list_only_where_there_is_one(story: dict[str, Any]) -> None:
    assert 'id="house"' not in to_html(build("s", **story)).decode()
    page = to_html(build("s", **story, style=STYLE)).decode()
    assert 'id="house"' in page
    assert 'href="#house"' in page


def test_a_trusted_source_is_marked_and_stands_before_the_others(story: dict[str, Any]) -> None:
    north, south = story["documents"]
    third = replace(north, doc="third.txt#1", file="third.txt", trusted=True)
    flag = story["flags"][0]
    evidence = tuple(Place(d.doc, replace(d.span(0, 6), file=d.file), "conflicts") for d in (south, third))
    made = build("s", **(story | {"documents": (north, south, third), "flags": (replace(flag, evidence=evidence),)}))
    assert [d["trusted"] for d in made["documents"]] == [False, False, True]
    finding = to_html(made).decode().split(f'id="{flag.id}"')[1].split("</div>")[0]
    first, second = finding.split('class="proof conflicts"')[1:]
    assert ">trusted<" in first
    assert ">trusted<" not in second
