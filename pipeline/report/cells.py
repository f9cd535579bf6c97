"""The ledgers as rows of cells, for every format that is a table, and what makes a cell safe in a spreadsheet."""

from __future__ import annotations

import re
from typing import Any

Cell = str | int | float | None
Row = tuple[Cell, ...]
Sheet = tuple[tuple[str, ...], list[Row]]

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_NUMBER = re.compile(r"[+-]?\d[\d.,]*(?:[eE][+-]?\d+)?\s?%?")
PLACE = ("file", "start", "end", "text")


def safe(text: str) -> str:
    """The text so that no spreadsheet takes it for a formula; a number with its sign stays as it is.

    After OWASP, CSV Injection: a cell that begins with = + - @, a tab or a line break is given a leading apostrophe.

    >>> safe("=1+1"), safe("-3.5"), safe("plain")
    ("'=1+1", '-3.5', 'plain')
    """
    text = text.replace("\x00", "\ufffd")
    if text.lstrip(" \u00a0").startswith(_FORMULA) and not _NUMBER.fullmatch(text):
        return "'" + text
    return text


def flag_rows(report: dict[str, Any]) -> Sheet:
    """Header and rows of the findings."""
    header = ("id", "digest", "severity", "code", "name", "doc", *PLACE, "message", "evidence", "suppressed")
    return header, [
        (*(f[name] for name in header[:6]), *_place(f), f["message"], _proof(f), f["suppressed"])
        for f in report["flags"]
    ]


def claim_rows(report: dict[str, Any]) -> Sheet:
    """Header and rows of the claims."""
    header = (
        *("id", "doc", *PLACE, "reads", "status", "because", "certainty", "polarity", "checkable"),
        *("speaker", "speaker_kind", "date", "date_earliest", "date_latest", "evidence", "near_misses"),
    )
    by_id = {c["id"]: c for c in report["claims"]}

    def row(c: dict[str, Any]) -> Row:
        evidence = "\n".join(f"{e['relation']}: {_said(by_id.get(e['claim']), e['claim'])}" for e in c["evidence"])
        near = "\n".join(_said(by_id.get(n), n) for n in c["near_misses"])
        stands = (c["reads"], c["status"], c["because"], c["certainty"], c["polarity"], str(c["checkable"]).lower())
        return (c["id"], c["doc"], *_place(c), *stands, *_speaker(c), *_date(c["date"]), evidence, near)

    return header, [row(c) for c in report["claims"]]


def quote_rows(report: dict[str, Any]) -> Sheet:
    """Header and rows of the quotations."""
    header = (
        *("id", "doc", *PLACE, "form", "use", "marked", "cue", "speaker", "speaker_kind"),
        *("date", "date_earliest", "date_latest", "variants"),
    )
    by_id = {q["id"]: q for q in report["quotes"]}
    kinds = {frozenset((v["left"], v["right"])): v["kind"] for v in report["variants"]}

    def row(q: dict[str, Any]) -> Row:
        variants = "\n".join(
            f"{kinds.get(frozenset((q['id'], v)), 'variant')}: {_said(by_id.get(v), v)}" for v in q["variants"]
        )
        form = (q["form"], q["use"], str(q["marked"]).lower(), q["cue"]["text"] if q["cue"] else None)
        return (q["id"], q["doc"], *_place(q), *form, *_speaker(q), *_date(q["date"]), variants)

    return header, [row(q) for q in report["quotes"]]


def figure_rows(report: dict[str, Any]) -> Sheet:
    """Header and rows of the figures; value, low and high are numbers."""
    header = ("doc", *PLACE, "value", "low", "high", "unit", "of", "period", "period_earliest", "period_latest")
    return header, [
        (f["doc"], *_place(f), f["value"], f["low"], f["high"], f["unit"], f["of"], *_date(f["period"]))
        for f in report["figures"]
    ]


def number_rows(report: dict[str, Any]) -> Sheet:
    """Header and rows of what is counted or measured across the articles, a row for each value that is given."""
    header = ("of", "unit", "agreement", "because", "value", "low", "high", "places")

    def row(n: dict[str, Any], v: dict[str, Any]) -> Row:
        places = "\n".join(_said(p, p["doc"]) for p in v["places"])
        return (n["of"], n["unit"], n["agreement"], n["because"], v["value"], v["low"], v["high"], places)

    return header, [row(n, v) for n in report["numbers"] for v in n["values"]]


def name_rows(report: dict[str, Any]) -> Sheet:
    """Header and rows of the people and bodies, a row for each form of a name."""
    header = ("entity", "name", "label", "form", "count", "articles", "titles")

    def row(n: dict[str, Any], f: dict[str, Any]) -> Row:
        titles = "\n".join(f"{t['title']} [{', '.join(t['docs'])}]" for t in n["titles"])
        return (n["entity"], n["name"], n["label"], f["form"], f["count"], "\n".join(f["docs"]), titles)

    return header, [row(n, f) for n in report["names"] for f in n["forms"]]


def _place(row: dict[str, Any]) -> Row:
    return row["file"], row["start"], row["end"], row["text"]


def _speaker(row: dict[str, Any]) -> Row:
    speaker = row["speaker"]
    return (speaker["name"], speaker["kind"]) if speaker else (None, None)


def _date(date: dict[str, Any] | None) -> Row:
    return (date["value"], date["earliest"], date["latest"]) if date else (None, None, None)


def _said(row: dict[str, Any] | None, name: str) -> str:
    """The words and the place of what stands under that id; the id where nothing does."""
    return f"“{row['text']}” [{row['doc']}:{row['start']}-{row['end']}]" if row else name


def _proof(flag: dict[str, Any]) -> str:
    return "\n".join(f"{e['role']}: {_said(e, e['doc'])}" for e in flag["evidence"])
