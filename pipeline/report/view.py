"""The report arranged for a reader: what the HTML templates show, in the order they show it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from pipeline.report.galley import article_view
from pipeline.report.index import SEVERITIES, WHOLE, Index, clip, many
from pipeline.report.rows import claim_row, figure_row, name_rows, number_rows, place, quote_row, version_row
from pipeline.report.timeline import timeline_view, told_most
from pipeline.timex import interval_words

View = dict[str, Any]

_QUOTED = 40
_MOST = 200
_WHO = 12
"""Rows of the register and of the names and numbers on the first of many pages."""

_STATUS_ORDER = (
    *("conflicting", "single-source", "same-origin", "partly-supported"),
    *("superseded", "corroborated", "not-comparable", "not-checkable"),
)
STATUS_WORDS = {
    "corroborated": "two independent origins or more carry it",
    "same-origin": "several articles carry it, all from one origin",
    "single-source": "no other article carries it",
    "partly-supported": "others carry a part of it",
    "conflicting": "another article says otherwise",
    "superseded": "held then, changed later",
    "not-comparable": "nothing here to compare it with",
    "not-checkable": "opinion, prediction or question",
}
_STANDING = {
    "corroborated": "{} carried by two origins or more",
    "same-origin": "{} by several articles of one origin",
    "partly-supported": "{} in part",
    "single-source": "{} by one article alone",
    "conflicting": "{} in conflict",
}


def view(report: dict[str, Any]) -> View:
    """Everything the page shows."""
    index = Index(report)
    articles = [article_view(index, d, n) for n, d in enumerate(report["documents"], 1)]
    return {
        "story": report["story"],
        "deck": _deck(index),
        "title": clip(report["summary"]["title"], 160),
        "summary": report["summary"],
        "read": [_read(index, d) for d in report["documents"]],
        "unread": [*report["skipped"], *_unjudged(index)],
        "aside": _aside(report["documents"]),
        "worst": [worst_view(index, index.flags[name]) for name in report["summary"]["worst"]],
        "articles": articles,
        "register": [_register(index, f) for f in report["flags"]],
        "codes": _codes(report["flags"]),
        "kinds": _kinds(report["flags"]),
        "standing": _standing(report),
        "statuses": _statuses(report["claims"]),
        "claims": [claim_row(index, c) for c in report["claims"]],
        "quotes": [quote_row(index, q) for q in report["quotes"]],
        "figures": [figure_row(index, f) for f in report["figures"]],
        "numbers": number_rows(index),
        "names": name_rows(index),
        "versions": [version_row(index, v) for v in report["versions"]],
        "timeline": timeline_view(index),
        "families": _families(index),
        "house": [_house(index, row) for row in report["house_style"]],
        "health": [_health(index, d) for d in report["documents"]],
    }


def index_view(shown: View) -> View:
    """What the first of many pages shows: no ledgers, and of what is long the gravest or the most."""
    grave = [f for f in shown["register"] if f["severity"] != "note"]
    register = sorted(grave, key=lambda f: f["severity"] != "error")[:_MOST]
    names = [n | {"places": n["places"][:_WHO], "more": len(n["places"][_WHO:])} for n in shown["names"][:_MOST]]
    short = {"names": names, "numbers": shown["numbers"][:_MOST], "timeline": told_most(shown["timeline"], _MOST, _WHO)}
    return shown | short | {"paged": True, "register": register}


def article_page(shown: View, n: int, name: str) -> View:
    """What the page of article `n` shows, `name` being the pattern of the pages' names."""
    article, count = shown["articles"][n - 1], len(shown["articles"])
    rows = {kind: [r for r in shown[kind] if r["place"]["n"] == n] for kind in ("claims", "quotes", "figures")}
    around = {
        "before": name.format(n - 1) if n > 1 else "",
        "after": name.format(n + 1) if n < count else "",
    }
    findings = [x for s in article["sections"] for b in s["blocks"] for note in b["notes"] for x in note["findings"]]
    ledgers = rows | {"codes": _codes(findings), "statuses": _statuses(rows["claims"])}
    return shown | ledgers | around | {"paged": True, "articles": [article], "count": count}


def _deck(index: Index) -> str:
    """How many articles, whose, from when, of how many origins."""
    documents, summary = index.report["documents"], index.report["summary"]
    named = sum(bool(d["publisher"]) for d in documents)
    publishers = summary["publishers"]
    whose = (
        f" from {many(len(publishers), 'publisher')}" if named and named == len(documents) else ", no publisher stated"
    )
    if 0 < named < len(documents):
        whose = f", {named} of them with a publisher stated ({clip(', '.join(publishers), 80)})"
    days = sorted(d["published"]["value"] for d in documents if d["published"]["value"])
    dated = f"{len(days)} of them dated" if len(days) < len(documents) else "all dated"
    when = f", {dated}: {interval_words(days[0], days[-1])}" if days else ", none dated"
    origins = many(summary["origins"], "independent origin")
    return f"{many(len(documents), 'article')}{whose}{when}; {origins}."


def worst_view(index: Index, flag: dict[str, Any]) -> View:
    """A finding as the first screen shows it: what is the matter, and beside it the words and the rival words."""
    message = index.beside(flag)
    return flag | {
        "message": message,
        "place": place(index, flag),
        "words": () if flag["code"] in WHOLE else _unless_said(index, flag, message),
        "rivals": [e | {"words": index.context(e), "place": place(index, e)} for e in _rivals(index, flag)[:1]],
    }


def _rivals(index: Index, flag: dict[str, Any]) -> list[dict[str, Any]]:
    """What the words are held against: what conflicts, else what comes near; for a whole article, what it rests on."""
    roles = ("conflicts", "near-miss", *(("context",) if flag["code"] in WHOLE else ()))
    rows = next((found for role in roles if (found := [e for e in flag["evidence"] if e["role"] == role])), [])
    return sorted(rows, key=lambda e: index.standing(e["doc"]))


def _unless_said(index: Index, at: dict[str, Any], message: str) -> tuple[str, ...]:
    """The words in their context, or nothing where the message has quoted them and there is no more to show."""
    before, words, after = index.context(at)
    said = words[:_QUOTED] in " ".join(message.split())
    return () if said and not before and not after else (before, words, after)


def _house(index: Index, row: dict[str, Any]) -> View:
    """A spelling that the desk does not print, its places by article."""
    places = [place(index, p) for p in row["places"]]
    return row | {"articles": [list(group) for _, group in groupby(places, key=lambda p: p["doc"])]}


def _read(index: Index, document: dict[str, Any]) -> View:
    return {
        "n": index.number[document["doc"]],
        "title": index.title(document["doc"]),
        "publisher": document["publisher"],
        "file": document["file"],
        "part": document["part"],
        "parts": document["parts"],
        "role": document["role"],
        "trusted": document["trusted"],
        "newer": index.article(document["newer_version"]).lower() if document["newer_version"] else "",
        "published": index.published(document["doc"]),
        "counts": index.counts(document["doc"]),
    }


def _unjudged(index: Index) -> Iterator[View]:
    """Articles that were read but not judged, told like the files that were not read."""
    for flag in index.report["flags"]:
        if flag["code"] == "I005":
            yield {"path": flag["doc"], "stage": "judged", "reason": flag["message"]}


def _aside(documents: Iterable[dict[str, Any]]) -> list[str]:
    """How many blocks of each kind were set aside."""
    kinds = Counter(b["kind"] for d in documents for b in d["blocks"])
    asides = (("boilerplate", "page line"), ("teaser", "related headline"), ("repeat", "repeated passage"))
    return [many(kinds[kind], name) for kind, name in asides if kinds[kind]]


def _register(index: Index, flag: dict[str, Any]) -> View:
    return flag | {
        "place": place(index, flag),
        "words": clip(flag["text"], 110),
        "message": index.beside(flag),
    }


def _codes(flags: Iterable[dict[str, Any]]) -> list[tuple[str, str, int]]:
    counts = Counter((f["code"], f["name"]) for f in flags)
    return [(code, name, n) for (code, name), n in sorted(counts.items())]


def _kinds(flags: Iterable[dict[str, Any]]) -> list[tuple[str, str, str, int]]:
    """Errors and warnings by kind: severity, code, name and count, errors first, then by count."""
    counts = Counter((f["severity"], f["code"], f["name"]) for f in flags if not f["suppressed"])
    ranked = sorted(counts.items(), key=lambda row: (SEVERITIES.index(row[0][0]), -row[1], row[0][1]))
    return [(*kind, n) for kind, n in ranked if kind[0] != "note"]


def _standing(report: dict[str, Any]) -> str:
    """How the statements stand to the other articles, in a sentence."""
    statuses = Counter(c["status"] for c in report["claims"])
    told = [_STANDING[s].format(statuses[s]) for s in _STANDING if statuses[s]]
    return f"{many(len(report['claims']), 'statement')}{': ' if told else ''}{', '.join(told)}."


def _statuses(claims: Iterable[dict[str, Any]]) -> list[tuple[str, str, int]]:
    counts = Counter(c["status"] for c in claims)
    return [(s, STATUS_WORDS[s], counts[s]) for s in _STATUS_ORDER if counts[s]]


def _families(index: Index) -> list[View]:
    """Origin families, the largest first, each with its articles in order of appearance."""
    members: dict[str, list[dict[str, Any]]] = {}
    for document in index.report["documents"]:
        members.setdefault(document["origin"], []).append(document)
    families = [
        {
            "family": index.family(family),
            "shared": len(documents) > 1,
            "members": [_member(index, d) for d in sorted(documents, key=_appeared)],
        }
        for family, documents in members.items()
    ]
    return sorted(families, key=lambda f: (-len(f["members"]), f["members"][0]["n"]))


def _appeared(document: dict[str, Any]) -> tuple[str, str, int]:
    return document["published"]["earliest"] or "9999", document["file"], document["part"]


def _member(index: Index, document: dict[str, Any]) -> View:
    return _read(index, document) | {"because": [index.told(b) for b in document["origin_because"]]}


def _health(index: Index, document: dict[str, Any]) -> View:
    sizes: Counter[str] = Counter()
    counts: Counter[str] = Counter()
    for block in document["blocks"]:
        sizes[block["kind"]] += block["end"] - block["start"]
        counts[block["kind"]] += 1
    kinds = [(kind.replace("-", " "), counts[kind], sizes[kind]) for kind in sorted(counts, key=lambda k: -sizes[k])]
    published = document["published"]
    return _read(index, document) | {
        "published": index.published_in_full(document["doc"]),
        "characters": document["end"] - document["start"],
        "language": document["language"],
        "basis": published["basis"],
        "because": index.told(published["because"]),
        "interval": interval_words(published["earliest"], published["latest"]),
        "conflict": document["dating_conflict"],
        "kinds": kinds,
        "repairs": document["repairs"],
    }
