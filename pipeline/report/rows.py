"""The rows of the ledgers as a reader sees them: statements, quotations, figures, numbers, names, versions."""

from __future__ import annotations

from collections import Counter
from typing import Any

from pipeline.report.index import WHOLE, Index, date_words, first_mentions
from pipeline.report.reasons import reasons
from pipeline.report.worddiff import word_diff
from pipeline.text import key
from pipeline.timex import day_words

View = dict[str, Any]

_AGREEMENT = {
    "differ": "the sources differ",
    "changed": "changed later",
    "agree": "the sources agree",
    "alone": "one article only",
}
"""How the figures of one thing stand to each other, in words, the gravest first."""


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
        "trusted": index.trusted(doc),
        "href": index.href(at) if known else "",
        "origin": index.family(index.documents[doc]["origin"]) if known else "",
    }


def claim_row(index: Index, claim: dict[str, Any]) -> View:
    """A statement with what the others say beside it."""
    evidence = [_evidence(index, claim, e["claim"], e["relation"]) for e in claim["evidence"]]
    near = [_evidence(index, claim, other, "near-miss") for other in claim["near_misses"]]
    return claim | {
        "n": index.claim_number[claim["id"]],
        "place": place(index, claim),
        "when": date_words(claim["date"]),
        "proof": sorted(
            (e for e in evidence if e),
            key=lambda e: (e["relation"] != "contradicts", index.standing(e["place"]["doc"])),
        ),
        "near": [e for e in near if e],
        "findings": _found_at(index, claim),
        "because": index.told(claim["because"]),
        "same_words": _plain(claim["reads"]) == _plain(claim["text"]),
    }


def _plain(text: str) -> str:
    return key(text).strip(" .,;'\"")


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


def quote_row(index: Index, quote: dict[str, Any]) -> View:
    """A quotation with its other versions."""
    variants = [_variant(index, quote, other) for other in quote["variants"]]
    return quote | {
        "n": index.quote_number[quote["id"]],
        "place": place(index, quote),
        "when": date_words(quote["date"]),
        "others": [v for v in variants if v],
        "records": [_record(index, quote, r) for r in quote.get("records", ())],
        "findings": _found_at(index, quote),
    }


def _record(index: Index, quote: dict[str, Any], record: dict[str, Any]) -> View:
    """The words as they stand in a primary source."""
    return {
        "kind": record["kind"],
        "because": record["because"],
        "place": place(index, record),
        "diff": word_diff(quote["text"], record["text"]),
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


def figure_row(index: Index, figure: dict[str, Any]) -> View:
    """A figure with its value and what it can mean."""
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


def number_rows(index: Index) -> list[View]:
    """What is counted or measured across the articles: first what the sources give differently."""
    rows = [_number_row(index, n) for n in index.report["numbers"]]
    order = list(_AGREEMENT)
    return sorted(rows, key=lambda r: order.index(r["agreement"]))


def _number_row(index: Index, number: dict[str, Any]) -> View:
    places = [p for v in number["values"] for p in v["places"]]
    findings = {f["id"]: f for p in places for f in _found_at(index, p)}
    return number | {
        "told": _AGREEMENT[number["agreement"]],
        "values": [_value(index, v) for v in number["values"]],
        "articles": sorted({index.number[doc] for doc in number["docs"]}),
        "periods": [day_words(p) for p in number["periods"] if p[:1].isdigit()],
        "findings": list(findings.values()),
    }


def _value(index: Index, value: dict[str, Any]) -> View:
    exact = value["low"] == value["value"] == value["high"]
    return {
        "shown": number_words(value["value"]),
        "range": "" if exact else _range(value["low"], value["high"]),
        "places": [place(index, p) | {"text": p["text"]} for p in value["places"]],
    }


def name_rows(index: Index) -> list[View]:
    """Everybody and everything named, by mentions, each with the forms of the name and who prints which."""
    ledger = {row["entity"]: row for row in index.report["names"]}
    rows = [_name_row(index, e, ledger.get(e["entity"])) for e in index.report["entities"]]
    return sorted(rows, key=lambda r: (-r["count"], r["name"]))


def _name_row(index: Index, entity: dict[str, Any], known: dict[str, Any] | None) -> View:
    counts = Counter(m["doc"] for m in entity["mentions"])
    forms = known["forms"] if known else _forms(entity)
    titles = known["titles"] if known else []
    return entity | {
        "count": len(entity["mentions"]),
        "places": [place(index, m) | {"count": counts[m["doc"]]} for m in first_mentions(entity)],
        "more": 0,
        "forms": [(f["form"], f["count"], _who(index, f["docs"], len(counts))) for f in forms],
        "held": [(t["title"], _who(index, t["docs"], len(counts))) for t in titles],
    }


def _forms(entity: dict[str, Any]) -> list[View]:
    """The forms of a name that the ledger of people and bodies does not hold."""
    docs: dict[str, list[str]] = {}
    for mention in entity["mentions"]:
        docs.setdefault(" ".join(mention["text"].split()), []).append(mention["doc"])
    ranked = sorted(docs, key=lambda form: (-len(docs[form]), form))
    return [{"form": form, "count": len(docs[form]), "docs": sorted(set(docs[form]))} for form in ranked]


def _who(index: Index, docs: list[str], of: int) -> str:
    """The articles that print it, where not all of those that name the thing do."""
    return "" if len(docs) == of else ", ".join(index.source(doc) for doc in docs)


def version_row(index: Index, versions: dict[str, Any]) -> View:
    """One article in several versions: its articles in order, and what changed from each to the next, word by word."""
    return {
        "articles": [place(index, _first(index, doc)) for doc in versions["docs"]],
        "newest": versions["newest"],
        "because": [index.told(b) for b in versions["because"]],
        "changes": [_change(index, c) for c in versions["changes"]],
    }


def _first(index: Index, doc: str) -> dict[str, Any]:
    block: dict[str, Any] = index.documents[doc]["blocks"][0]
    return {"doc": doc} | block


def _change(index: Index, change: dict[str, Any]) -> View:
    old, new = change["old"], change["new"]
    kind = "put in" if old is None else "taken out" if new is None else "changed"
    at = {"doc": change["later"]} | new if new else {"doc": change["earlier"]} | old
    diff = word_diff(old["text"] if old else "", new["text"] if new else "")
    return {"kind": kind, "diff": diff, "place": place(index, at)}
