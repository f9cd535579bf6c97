"""What a first screen says: the story in one line, the counts, the findings to read first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from pipeline.report.index import SEVERITIES
from pipeline.text import key, words

MOST = 10

_GRAVITY = {
    **dict.fromkeys(("Q005", "C001", "Q004", "D006", "D005", "N002", "N001"), 9),
    **dict.fromkeys(("D004", "D007", "E001", "C004"), 7),
    **dict.fromkeys(("Q001", "D001", "I005"), 6),
    **dict.fromkeys(("C002", "Q003", "Q002"), 4),
    **dict.fromkeys(("D002", "D003"), 2),
}
"""Within one severity: conflicts between sources before gaps in one of them, gaps in a fact before gaps in a date."""
_AGAIN = 3
"""What a code or an article that has already had its turn loses, so that the ten are not ten of one kind."""
_ONCE = {"D001": frozenset({"D001", "D002", "D003"})}
"""What is said of an article as a whole: one of them stands for all, and for what only follows from it."""
_SHORT = 3


def summarise(report: dict[str, Any]) -> dict[str, Any]:
    """Title, counts and the ids of the findings to read first."""
    flags = [f for f in report["flags"] if not f["suppressed"]]
    drafts = frozenset(d["doc"] for d in report["documents"] if d["role"] == "draft")
    return {
        "title": _title(report),
        "documents": len(report["documents"]),
        "publishers": sorted({d["publisher"] for d in report["documents"] if d["publisher"]}),
        "origins": len({d["origin"] for d in report["documents"]}),
        "flags": {severity: sum(f["severity"] == severity for f in flags) for severity in SEVERITIES},
        "suppressed": len(report["flags"]) - len(flags),
        "codes": dict(sorted(Counter(f["code"] for f in report["flags"]).items())),
        "statuses": dict(sorted(Counter(c["status"] for c in report["claims"]).items())),
        "worst": [f["id"] for f in worst(flags, drafts)],
    }


def _title(report: dict[str, Any]) -> str:
    """The headline that shares most of its words with the others; the story's name where no article has one."""
    titles = [" ".join(d["title"].split()) for d in report["documents"] if d["title"] and d["title"].strip()]
    if not titles:
        return str(report["story"])
    bags = [_content(t) for t in titles]
    spread = Counter(word for bag in bags for word in bag)

    def telling(n: int) -> tuple[float, int, str]:
        shared = sum(spread[word] - 1 for word in bags[n])
        return shared / (len(bags[n]) + 2), -abs(len(titles[n]) - 70), titles[n]

    return titles[max(range(len(titles)), key=telling)]


def _content(text: str) -> set[str]:
    return {w for w in (key(word) for _, _, word in words(text)) if len(w) > _SHORT}


def worst(
    flags: Iterable[dict[str, Any]], drafts: frozenset[str] = frozenset(), most: int = MOST
) -> list[dict[str, Any]]:
    """The findings to read first, gravest first: errors, then warnings, never notes; one a place.

    Those on `drafts`, the copy being checked, come before all others. Codes and articles take turns. Of a finding that
    is raised at both places it is about, and of one that is raised on every article, the first stands. Where it is said
    that articles are undated, the open dates in them are not told as well.
    """
    left = [f for f in flags if f["severity"] != "note"]
    chosen: list[dict[str, Any]] = []
    codes: Counter[str] = Counter()
    docs: Counter[str] = Counter()
    while left and len(chosen) < most:
        best = min(left, key=lambda f: (_rank(f, drafts), *_order(f, codes, docs)))
        chosen.append(best)
        codes[best["code"]] += 1
        docs[best["doc"]] += 1
        left = [f for f in left if not _told(f, best)]
    return sorted(chosen, key=lambda f: _rank(f, drafts))


def _rank(flag: dict[str, Any], drafts: frozenset[str]) -> tuple[bool, int]:
    return flag["doc"] not in drafts, SEVERITIES.index(flag["severity"])


def _order(flag: dict[str, Any], codes: Counter[str], docs: Counter[str]) -> tuple[int, str, int, int, str]:
    weight = _GRAVITY.get(flag["code"], 3) - _AGAIN * codes[flag["code"]] - docs[flag["doc"]]
    return -weight, flag["file"], flag["start"], flag["end"], flag["code"]


def _told(flag: dict[str, Any], chosen: dict[str, Any]) -> bool:
    """Whether the place of `flag` has been shown by `chosen`: the same words, its other side or that side's again."""
    if flag is chosen or _meet(flag, chosen) or flag["code"] in _ONCE.get(chosen["code"], ()):
        return True
    sides = [e for e in chosen["evidence"] if e["role"] == "conflicts"]
    ends = [flag, *(e for e in flag["evidence"] if e["role"] == "conflicts")]
    return flag["code"] == chosen["code"] and any(_meet(end, side) for end in ends for side in sides)


def _meet(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return bool(one["file"] == other["file"] and one["start"] < other["end"] and other["start"] < one["end"])
