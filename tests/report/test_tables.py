"""The CSV ledgers: read back as written, and never a formula."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.report.cells import safe
from pipeline.report.to_csv import claims_csv, figures_csv, flags_csv, quotes_csv


def _read(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("text", ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "-x", " =1+1"])
def test_what_a_spreadsheet_would_run_is_quoted(text: str) -> None:
    assert safe(text) == "'" + text


@pytest.mark.parametrize("text", ["-3.5", "-77,000,000", "+12", "-5 %", "3 - 4", "a=b", ""])
def test_a_number_with_its_sign_and_plain_words_stay_as_they_are(text: str) -> None:
    assert safe(text) == text


@given(st.text(max_size=20))
def test_no_cell_begins_a_formula(text: str) -> None:
    made = safe(text)
    assert made[:1] not in "=@\t\r" or made == ""
    assert made.lstrip("'").replace("\ufffd", "") == text.lstrip("'").replace("\x00", "").replace("\ufffd", "")


def test_a_negative_figure_stays_a_number(report: dict[str, Any]) -> None:
    rows = _read(figures_csv(report))
    assert [r["value"] for r in rows] == ["2500000", "-3.5"]
    assert rows[1]["low"] == ""


def test_every_ledger_has_a_row_for_each_thing(report: dict[str, Any]) -> None:
    for name, made in (("flags", flags_csv), ("claims", claims_csv), ("quotes", quotes_csv), ("figures", figures_csv)):
        rows = _read(made(report))
        assert [(r["file"], int(r["start"]), r["text"]) for r in rows] == [
            (x["file"], x["start"], x["text"]) for x in report[name]
        ]


def test_the_evidence_of_a_claim_stands_verbatim_in_its_row(report: dict[str, Any]) -> None:
    row = next(r for r in _read(claims_csv(report)) if r["text"].startswith("Repairs will cost $"))
    assert "contradicts: “Repairs will cost 3.5 million dollars”" in row["evidence"]
