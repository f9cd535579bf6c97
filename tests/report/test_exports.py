"""What other programs read: the worksheet, SARIF, JSON-LD, Markdown."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import jsonschema
import openpyxl
import pytest

from pipeline.model import Suppression
from pipeline.report import RENDERERS, build, render
from pipeline.report.to_jsonld import annotations_jsonld, claims_jsonld
from pipeline.report.to_markdown import plain, to_markdown
from pipeline.report.to_sarif import to_sarif
from pipeline.report.to_xlsx import to_xlsx

VENDOR = Path(__file__).parents[1] / "vendor"


def test_two_renderings_are_the_same_bytes(story: dict[str, Any]) -> None:
    once, again = (dict(render(build("hollow-ford", **story))) for _ in range(2))
    assert once == again
    copies = ["copy/0001-north.docx", "copy/0002-south.docx"]
    assert list(once) == ["report.html", *copies, *(name for name, _ in RENDERERS)]


def test_the_worksheet_has_a_sheet_for_each_ledger_and_columns_for_the_checker(report: dict[str, Any]) -> None:
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx(report)))
    assert book.sheetnames == ["Findings", "Statements", "Quotations", "Figures", "Numbers", "Names"]
    rows = [len(report[name]) for name in ("flags", "claims", "quotes", "figures")]
    rows += [sum(len(n["values"]) for n in report["numbers"]), sum(len(n["forms"]) for n in report["names"])]
    for name, count in zip(book.sheetnames, rows, strict=True):
        sheet = book[name]
        assert [c.value for c in sheet[1]][:4] == ["verdict", "checked by", "checked on", "remark"]
        assert sheet.max_row == 1 + count
        assert sheet.auto_filter.ref
        assert sheet.freeze_panes


def test_in_the_worksheet_a_formula_is_text_and_a_negative_number_a_number(
    report: dict[str, Any],
) -> None:
    figure = report["figures"][1] | {"of": '=HYPERLINK("http://evil.example")'}
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx(report | {"figures": [figure]})))
    row = {head.value: cell for head, cell in zip(book["Figures"][1], book["Figures"][2], strict=True)}
    assert (row["value"].value, row["value"].data_type) == (-3.5, "n")
    assert row["of"].data_type == "s"
    assert row["of"].value == '=HYPERLINK("http://evil.example")'


def test_sarif_counts_in_code_points_and_carries_the_finding_as_fingerprint(report: dict[str, Any]) -> None:
    (run,) = json.loads(to_sarif(report))["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert len(run["results"]) == len(report["flags"])
    for result, flag in zip(run["results"], report["flags"], strict=True):
        region = result["locations"][0]["physicalLocation"]["region"]
        assert (region["charOffset"], region["charLength"]) == (flag["start"], len(flag["text"]))
        assert result["partialFingerprints"]["crosscheckFinding/v1"] == flag["id"]
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == flag["code"]
        assert result["level"] in ("error", "warning", "note")
    assert [r["id"] for r in run["tool"]["driver"]["rules"]] == sorted({f["code"] for f in report["flags"]})


def test_sarif_keeps_to_its_published_schema(story: dict[str, Any]) -> None:
    told = {"name": "altered-quote", "severity": "error", "title": "T.", "what": "W.", "why": "Y.", "not": "N."}
    aside = (Suppression(story["flags"][0].id, "the county was asked"),)
    made = json.loads(to_sarif(build("hollow-ford", **story, rules={"Q004": told}, suppressions=aside)))
    suppressed = [r["suppressions"] for r in made["runs"][0]["results"] if "suppressions" in r]
    assert suppressed == [[{"kind": "external", "justification": "the county was asked"}]]
    schema = json.loads((VENDOR / "sarif" / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))
    assert [e.message for e in jsonschema.Draft4Validator(schema).iter_errors(made)] == []


def test_sarif_tells_the_rule_in_words_where_the_manual_is_given(story: dict[str, Any]) -> None:
    told = {"name": "altered-quote", "severity": "error", "title": "T.", "what": "W.", "why": "Y.", "not": "N."}
    made = build("hollow-ford", **story, rules={"Q004": told})
    rules = {r["id"]: r for r in json.loads(to_sarif(made))["runs"][0]["tool"]["driver"]["rules"]}
    assert rules["Q004"]["help"]["text"] == "Why it matters: Y.\n\nWhat is not flagged: N."
    assert "help" not in rules["N001"]


def test_an_annotation_selects_the_words_by_place_and_by_quotation(report: dict[str, Any]) -> None:
    page = json.loads(annotations_jsonld(report))
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    for item, flag in zip(page["items"], report["flags"], strict=True):
        assert item["type"] == "Annotation"
        position, words = item["target"][0]["selector"]
        assert (position["start"], position["end"]) == (flag["start"], flag["end"])
        assert words["exact"] == flag["text"]
        document = next(d for d in report["documents"] if d["doc"] == flag["doc"])
        around = words["prefix"] + words["exact"] + words["suffix"]
        assert any(around in block["text"] for block in document["blocks"])


def test_the_graph_of_claims_names_no_verdict_and_only_named_speakers(report: dict[str, Any]) -> None:
    graph = json.loads(claims_jsonld(report))["@graph"]
    kinds = [node["@type"] for node in graph]
    assert kinds.count("NewsArticle") == len(report["documents"])
    assert kinds.count("Claim") == len(report["claims"])
    assert kinds.count("Quotation") == len(report["quotes"])
    assert "ClaimReview" not in kinds
    spoken = [node["spokenByCharacter"]["name"] for node in graph if node["@type"] == "Quotation"]
    assert spoken == ["Peter Lund", "Peter Lund"]
    ids = {node["@id"] for node in graph}
    assert {node["appearance"]["@id"] for node in graph if node["@type"] == "Claim"} <= ids


@pytest.mark.parametrize(
    "text", ["<script>", "[x](javascript:alert(1))", "**b**", "# h", "`c`", "https://evil.example"]
)
def test_markdown_takes_nothing_in_the_text_for_markup(text: str) -> None:
    made = plain(text)
    for character in "<>[]()*#`:":
        assert made.count(character) == made.count(f"\\{character}")


def test_markdown_tells_the_findings_to_read_first(report: dict[str, Any]) -> None:
    text = to_markdown(report).decode()
    assert "1. **error** Q004 altered-quote" in text
    assert "- photo.jpg: not a text" in text
