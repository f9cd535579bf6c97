"""report.md: the findings as a page of Markdown, for a ticket, a wiki or a mail."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pipeline.report.index import SEVERITIES, Index, clip, many
from pipeline.report.marks import spelled

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+!|~$&@:-])")
_WORDS = 200


def to_markdown(report: dict[str, Any]) -> bytes:
    """Summary, the findings to read first, all findings by article, and what was not read."""
    return ("\n".join(_lines(Index(report))) + "\n").encode("utf-8", "backslashreplace")


def plain(text: str) -> str:
    """Text that no Markdown renderer takes for markup, a link or HTML; what cannot be seen as its code point."""
    return _SPECIAL.sub(r"\\\1", spelled(" ".join(text.split())))


def _lines(index: Index) -> Iterator[str]:
    report, summary = index.report, index.report["summary"]
    counts = ", ".join(many(summary["flags"][s], s) for s in SEVERITIES)
    origins = many(summary["origins"], "independent origin")
    yield f"# {plain(clip(summary['title'], 160))}"
    yield ""
    yield f"{many(summary['documents'], 'article')}, {origins}; {counts}."
    yield from ("", "## Read first", "")
    for n, name in enumerate(summary["worst"], 1):
        yield f"{n}. {_finding(index, index.flags[name])}"
    if not summary["worst"]:
        yield "Nothing graver than a note was found." if summary["documents"] else "No article could be read."
    yield from ("", "## Findings by article")
    for doc in index.documents:
        yield from _article(index, doc)
    yield from ("", "## Not read", "")
    for skipped in report["skipped"]:
        yield f"- {plain(skipped['path'])}: {plain(skipped['reason'])}"
    if not report["skipped"]:
        yield "Every file was read."


def _article(index: Index, doc: str) -> Iterator[str]:
    document = index.documents[doc]
    publisher = document["publisher"] or "publisher not stated"
    yield from ("", f"### {index.article(doc)}: {plain(clip(index.title(doc), 160))}", "")
    yield f"{plain(document['file'])}, {plain(publisher)}, {index.published(doc)}"
    flags = index.flags_of.get(doc, [])
    if flags:
        yield ""
    for flag in flags:
        yield f"- {_finding(index, flag)}"


def _finding(index: Index, flag: dict[str, Any]) -> str:
    where = f"{index.source(flag['doc'])}, {index.paragraph(flag['doc'], flag['start'])}"
    head = f"**{flag['severity']}** {flag['code']} {flag['name']}: {plain(index.told(flag['message']))}"
    rivals = "".join(
        f" Against: “{plain(clip(e['text'], _WORDS))}” ({plain(index.source(e['doc']))})."
        for e in flag["evidence"]
        if e["role"] == "conflicts"
    )
    return f"{head} “{plain(clip(flag['text'], _WORDS))}” ({plain(where)}).{rivals}"
