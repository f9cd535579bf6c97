"""The report arranged for a reader: what the HTML templates show, in the order they show it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from pipeline.report.galley import article_view
from pipeline.report.index import WHOLE, Index, clip, date_words, first_mentions, interval_words, many
from pipeline.report.reasons import reasons
from pipeline.report.timeline import timeline_view
from pipeline.report.worddiff import word_diff
from pipeline.text import key

View = dict[str, Any]

_QUOTED = 40
_MOST = 500
"""Rows of the register and of the names on the first of many pages."""

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
        "statuses": _statuses(report["claims"]),
        "claims": [_claim(index, c) for c in report["claims"]],
        "quotes": [_quote(index, q) for q in report["quotes"]],
        "figures": [_figure(index, f) for f in report["figures"]],
        "entities": sorted((_entity(index, e) for e in report["entities"]), key=lambda e: (-e["count"], e["name"])),
        "timeline": timeline_view(index),
        "families": _families(index),
        "house": [row | {"places": [place(index, p) for p in row["places"]]} for row in report["house_style"]],
        "health": [_health(index, d) for d in report["documents"]],
    }


def index_view(shown: View) -> View:
    """What the first of many pages shows: no ledgers, and of what is long the gravest or the most."""
    grave = [f for f in shown["register"] if f["severity"] != "note"]
    register = sorted(grave, key=lambda f: f["severity"] != "error")[:_MOST]
    return shown | {"paged": True, "register": register, "entities": shown["entities"][:_MOST]}


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


def place(index: Index, at: dict[str, Any]) -> View:
    """A place as a reader finds it: publication, date, paragraph, and the way there."""
    doc = at["doc"]
    known = doc in index.documents
    return {
        "doc": doc,
        "n": index.number.get(doc),
        "source": index.source(doc),
        "article": index.article(doc),
        "published": index.published(doc),
        "paragraph": index.paragraph(doc, at["start"]),
        "role": index.documents[doc]["role"] if known else "source",
        "trusted": index.trusted(doc),
        "href": index.href(at) if known else "",
        "origin": index.family(index.documents[doc]["origin"]) if known else "",
    }


def worst_view(index: Index, flag: dict[str, Any]) -> View:
    """A finding as the first screen shows it: the message, the words, the rival words."""
    rivals = [e for e in flag["evidence"] if e["role"] == "conflicts"]
    shown = rivals or [e for e in flag["evidence"] if e["role"] == "near-miss"]
    shown.sort(key=lambda e: index.documents.get(e["doc"], {}).get("role") != "primary")
    message = index.told(flag["message"])
    return flag | {
        "message": message,
        "place": place(index, flag),
        "words": () if flag["code"] in WHOLE else _unless_said(index, flag, message),
        "rivals": [e | {"words": _unless_said(index, e, message), "place": place(index, e)} for e in shown[:1]],
    }


def _unless_said(index: Index, at: dict[str, Any], message: str) -> tuple[str, ...]:
    """The words in their context, or nothing where the message has quoted them and there is no more to show."""
    before, words, after = index.context(at)
    said = words[:_QUOTED] in " ".join(message.split())
    return () if said and not before and not after else (before, words, after)


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


def _statuses(claims: Iterable[dict[str, Any]]) -> list[tuple[str, str, int]]:
    counts = Counter(c["status"] for c in claims)
    return [(s, STATUS_WORDS[s], counts[s]) for s in _STATUS_ORDER if counts[s]]


def _claim(index: Index, claim: dict[str, Any]) -> View:
    evidence = [_evidence(index, claim, e["claim"], e["relation"]) for e in claim["evidence"]]
    near = [_evidence(index, claim, other, "near-miss") for other in claim["near_misses"]]
    return claim | {
        "n": index.claim_number[claim["id"]],
        "place": place(index, claim),
        "when": date_words(claim["date"]),
        "proof": sorted((e for e in evidence if e), key=_weight),
        "near": [e for e in near if e],
        "findings": _found_at(index, claim),
        "because": index.told(claim["because"]),
        "same_words": _plain(claim["reads"]) == _plain(claim["text"]),
    }


def _plain(text: str) -> str:
    return key(text).strip(" .,;'\"")


def _weight(evidence: View) -> tuple[bool, bool, bool]:
    """What speaks against it before what speaks for it; a document before a trusted source, and both before others."""
    place = evidence["place"]
    return evidence["relation"] != "contradicts", place["role"] != "primary", not place["trusted"]


def _evidence(index: Index, claim: dict[str, Any], other: str, relation: str) -> View | None:
    rival = index.claims.get(other)
    if rival is None:
        return None
    link = index.links.get(frozenset((claim["id"], other)))
    return {
        "relation": relation,
        "text": rival["text"],
        "place": place(index, rival),
        "n": index.claim_number[other],
        "id": other,
        "because": reasons(index, link["because"]) if link else [],
        "independent": link["independent"] if link else None,
    }


def _found_at(index: Index, at: dict[str, Any]) -> list[dict[str, Any]]:
    """The findings whose words meet these; those on whole articles are not about any one statement."""
    flags = index.flags_of.get(at["doc"], ())
    n = index.number.get(at["doc"])
    met = (f for f in flags if f["start"] < at["end"] and at["start"] < f["end"] and f["code"] not in WHOLE)
    return [f | {"n": n} for f in met]


def _quote(index: Index, quote: dict[str, Any]) -> View:
    variants = [_variant(index, quote, other) for other in quote["variants"]]
    return quote | {
        "n": index.quote_number[quote["id"]],
        "place": place(index, quote),
        "when": date_words(quote["date"]),
        "others": [v for v in variants if v],
        "findings": _found_at(index, quote),
    }


def _variant(index: Index, quote: dict[str, Any], other: str) -> View | None:
    rival, variant = index.quotes.get(other), index.variants.get(frozenset((quote["id"], other)))
    if rival is None or variant is None:
        return None
    return {
        "kind": variant["kind"],
        "because": variant["because"],
        "place": place(index, rival),
        "n": index.quote_number[other],
        "id": other,
        "speaker": rival["speaker"],
        "diff": word_diff(quote["text"], rival["text"]),
        "content": any(e["weight"] == "content" for e in variant["edits"]),
    }


def _figure(index: Index, figure: dict[str, Any]) -> View:
    value, low, high = figure["value"], figure["low"], figure["high"]
    exact = low == value == high
    return figure | {
        "shown": number_words(value),
        "range": "" if exact else _range(low, high),
        "place": place(index, figure),
        "when": date_words(figure["period"]),
        "findings": _found_at(index, figure),
    }


def _range(low: float | None, high: float | None) -> str:
    if low is not None and high is not None:
        return f"{number_words(low)} to {number_words(high)}"
    if low is not None:
        return f"at least {number_words(low)}"
    return f"at most {number_words(high)}" if high is not None else ""


def number_words(value: float | None) -> str:
    """A number with its thousands set apart.

    >>> number_words(77000000), number_words(-2.5), number_words(None)
    ('77,000,000', '-2.5', '')
    """
    if value is None:
        return ""
    return f"{value:,}" if isinstance(value, int) else f"{value:,.6f}".rstrip("0").rstrip(".")


def _entity(index: Index, entity: dict[str, Any]) -> View:
    counts = Counter(m["doc"] for m in entity["mentions"])
    return entity | {
        "count": len(entity["mentions"]),
        "places": [place(index, m) | {"count": counts[m["doc"]]} for m in first_mentions(entity)],
        "also": [a for a in entity["aliases"] if a != entity["name"]],
    }


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
