"""The first screen's choice: the headline and the findings to read first."""

from __future__ import annotations

from typing import Any

from pipeline.report.summary import summarise, worst


def _flag(code: str, severity: str, doc: str, start: int, *conflicts: tuple[str, int]) -> dict[str, Any]:
    def at(doc: str, start: int) -> dict[str, Any]:
        return {"doc": doc, "file": doc, "start": start, "end": start + 5, "text": "words"}

    evidence = [at(d, s) | {"role": "conflicts"} for d, s in conflicts]
    return at(doc, start) | {"id": f"{code}{doc}{start}", "code": code, "severity": severity, "evidence": evidence}


def test_errors_come_before_warnings_and_notes_never() -> None:
    flags = [_flag("Q001", "warning", "a", 0), _flag("Q006", "note", "a", 10), _flag("Q004", "error", "b", 90)]
    assert [f["severity"] for f in worst(flags)] == ["error", "warning"]


def test_one_place_is_shown_once() -> None:
    flags = [_flag("Q002", "warning", "a", 0), _flag("Q003", "warning", "a", 2), _flag("D003", "warning", "a", 9)]
    assert [f["start"] for f in worst(flags)] == [0, 9]


def test_a_conflict_raised_at_both_places_is_shown_once() -> None:
    flags = [_flag("C001", "warning", "a", 0, ("b", 7)), _flag("C001", "warning", "b", 7, ("a", 0))]
    assert [f["doc"] for f in worst(flags)] == ["a"]


def test_the_ten_are_not_ten_of_one_code() -> None:
    flags = [_flag("Q003", "warning", "a", 10 * n) for n in range(12)]
    flags += [_flag("D003", "warning", "b", 10 * n) for n in range(12)]
    codes = [f["code"] for f in worst(flags)]
    assert len(codes) == 10
    assert codes.count("D003") >= 3


def test_an_article_said_to_be_undated_stands_for_the_open_dates_that_follow_from_it() -> None:
    flags = [_flag("D001", "warning", "a", 0), _flag("D002", "warning", "a", 9), _flag("D003", "warning", "b", 7)]
    assert [f["code"] for f in worst([*flags, _flag("Q002", "warning", "b", 90)])] == ["D001", "Q002"]


def test_findings_on_a_draft_come_before_all_others() -> None:
    flags = [_flag("C001", "warning", "a", 0), _flag("Q002", "warning", "b", 0), _flag("Q004", "error", "a", 50)]
    assert [f["doc"] for f in worst(flags, frozenset({"b"}))] == ["b", "a", "a"]


def test_one_undated_article_stands_for_all() -> None:
    flags = [_flag("D001", "warning", doc, 0) for doc in "abc"]
    assert [f["doc"] for f in worst(flags)] == ["a"]


def test_the_title_is_the_headline_that_shares_most_with_the_others(report: dict[str, Any]) -> None:
    titles = {d["title"] for d in report["documents"]}
    assert report["summary"]["title"] in titles
    bare = report | {"documents": [d | {"title": None} for d in report["documents"]]}
    assert summarise(bare)["title"] == "hollow-ford"
