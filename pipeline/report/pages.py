"""The smaller pages: the list of stories and the comparison of two runs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote

from pipeline.report.diff import compare
from pipeline.report.index import SEVERITIES, Index
from pipeline.report.rows import place
from pipeline.report.to_html import render_page

_MOST = 3


def stories_html(reports: Iterable[Mapping[str, Any]]) -> bytes:
    """`outputs/index.html`: the stories by their worst finding, each with its counts and the first few findings.

    `reports` are whole reports, or those keys of them that count: `story`, `summary`, `flags`, `skipped`. Each story's
    page is taken to lie in the folder of its name.
    """
    rows = sorted((_story(r) for r in reports), key=_gravity)
    return render_page("stories.html", {"stories": rows})


def _story(report: Mapping[str, Any]) -> dict[str, Any]:
    summary = report["summary"]
    flags = {f["id"]: f for f in report["flags"]}
    return {
        "story": report["story"],
        "href": f"{quote(report['story'], safe='', errors='surrogateescape')}/report.html",
        "title": summary["title"],
        "documents": summary["documents"],
        "skipped": len(report["skipped"]),
        "counts": [(s, summary["flags"][s]) for s in SEVERITIES],
        "worst": [flags[name] for name in summary["worst"][:_MOST]],
    }


def _gravity(row: Mapping[str, Any]) -> tuple[object, ...]:
    return (*(-n for _, n in row["counts"]), row["story"])


def diff_html(old: dict[str, Any], new: dict[str, Any]) -> bytes:
    """The comparison of two runs of one story as a page."""
    found = compare(old, new)
    before, after = Index(old), Index(new)
    parts = [
        ("New", [_row(after, f) for f in found["new"]]),
        ("Changed", [_row(after, f) | {"was": before.told(was["message"])} for was, f in found["changed"]]),
        ("Gone", [_row(before, f) for f in found["gone"]]),
        ("Unchanged", [_row(after, f) for f in found["unchanged"]]),
    ]
    return render_page("diff.html", {"story": found["story"], "parts": parts})


def _row(index: Index, flag: dict[str, Any]) -> dict[str, Any]:
    return flag | {"place": place(index, flag), "message": index.told(flag["message"]), "was": ""}
