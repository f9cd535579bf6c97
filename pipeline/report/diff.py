"""What changed from one run to another, by the findings' ids: new, gone, changed and unchanged."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pipeline.report.index import SEVERITIES, Index, clip

_WORDS = 300


def compare(old: dict[str, Any], new: dict[str, Any]) -> dict[str, Any]:
    """The findings of two reports: `new`, `gone`, `unchanged`, and `changed` as pairs (old, new).

    A finding is the same where its id is; it has changed where its digest, severity or message has: the words or the
    evidence are others now. Lists are in the order of their report, the gravest first.
    """
    before = {f["id"]: f for f in old["flags"]}
    after = {f["id"]: f for f in new["flags"]}
    both = [(before[name], flag) for name, flag in after.items() if name in before]
    return {
        "story": new["story"],
        "new": _gravest(f for name, f in after.items() if name not in before),
        "gone": _gravest(f for name, f in before.items() if name not in after),
        "changed": sorted((pair for pair in both if _differ(*pair)), key=lambda pair: _rank(pair[1])),
        "unchanged": _gravest(flag for was, flag in both if not _differ(was, flag)),
    }


def diff_text(old: dict[str, Any], new: dict[str, Any]) -> str:
    """The comparison as plain lines: + new, - gone, ~ changed, each over its message, and the count of the rest."""
    return "\n".join(_lines(compare(old, new), Index(old), Index(new))) + "\n"


def _lines(found: dict[str, Any], old: Index, new: Index) -> Iterator[str]:
    counts = ", ".join(f"{len(found[kind])} {kind}" for kind in ("new", "gone", "changed", "unchanged"))
    yield f"{found['story']}: {counts}"
    for flag in found["new"]:
        yield from _told("+", new, flag)
    for flag in found["gone"]:
        yield from _told("-", old, flag)
    for was, flag in found["changed"]:
        yield from _told("~", new, flag)
        if was["message"] != flag["message"]:
            yield f"    was: {clip(was['message'], _WORDS)}"


def _told(sign: str, index: Index, flag: dict[str, Any]) -> Iterator[str]:
    place = f"{flag['file']}, {index.paragraph(flag['doc'], flag['start'])}"
    yield f"{sign} {flag['severity']:7} {flag['code']}  {place}"
    yield f"    {clip(flag['message'], _WORDS)}"


def _differ(was: dict[str, Any], now: dict[str, Any]) -> bool:
    return any(was[key] != now[key] for key in ("digest", "severity", "message"))


def _rank(flag: dict[str, Any]) -> int:
    return SEVERITIES.index(flag["severity"])


def _gravest(flags: Iterator[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(flags, key=_rank)
