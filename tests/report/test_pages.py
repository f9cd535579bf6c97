"""The list of stories and the comparison of two runs."""

from __future__ import annotations

from typing import Any

from pipeline.report import compare, diff_html, diff_text, stories_html


def _without(report: dict[str, Any], n: int) -> dict[str, Any]:
    return report | {"flags": [f for k, f in enumerate(report["flags"]) if k != n]}


def test_a_report_compared_with_itself_has_nothing_new_gone_or_changed(report: dict[str, Any]) -> None:
    found = compare(report, report)
    assert (found["new"], found["gone"], found["changed"]) == ([], [], [])
    assert len(found["unchanged"]) == len(report["flags"])


def test_a_finding_that_only_one_run_has_is_new_or_gone(report: dict[str, Any]) -> None:
    less = _without(report, 0)
    assert [f["id"] for f in compare(less, report)["new"]] == [report["flags"][0]["id"]]
    assert [f["id"] for f in compare(report, less)["gone"]] == [report["flags"][0]["id"]]


def test_another_digest_makes_a_finding_changed(report: dict[str, Any]) -> None:
    first, *rest = report["flags"]
    other = report | {"flags": [first | {"digest": "d-other"}, *rest]}
    assert [(was["id"], now["digest"]) for was, now in compare(report, other)["changed"]] == [(first["id"], "d-other")]


def test_the_comparison_in_the_terminal_counts_and_names(report: dict[str, Any]) -> None:
    text = diff_text(_without(report, 0), report)
    assert text.startswith("hollow-ford: 1 new, 0 gone, 0 changed, 5 unchanged\n+ ")
    assert report["flags"][0]["code"] in text


def test_the_comparison_as_a_page_has_no_script(report: dict[str, Any]) -> None:
    page = diff_html(_without(report, 0), report).decode()
    assert "1 new, 0 changed, 0 gone, 5 unchanged." in page
    assert "<script" not in page
    assert "script-src &#39;none&#39;" in page


def test_stories_are_listed_by_their_worst_finding(report: dict[str, Any]) -> None:
    calm = report | {
        "story": "a calm one",
        "summary": report["summary"] | {"flags": {"error": 0, "warning": 9, "note": 0}},
    }
    page = stories_html([calm, report]).decode()
    assert page.index("hollow-ford/report.html") < page.index("a%20calm%20one/report.html")


def test_a_story_whose_name_is_hostile_stays_text(report: dict[str, Any]) -> None:
    name = '"><script>alert(1)</script>'
    page = stories_html([report | {"story": name}]).decode()
    assert "<script>" not in page
    assert 'href="%22%3E%3Cscript%3Ealert%281%29%3C%2Fscript%3E/report.html"' in page
