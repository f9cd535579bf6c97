"""Annotated copy: an article block by block, its marks numbered, the notes beside the block they belong to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from pipeline.report.index import SET_ASIDE, SEVERITIES, WHOLE, Index, clip
from pipeline.report.marks import Mark, segments

View = dict[str, Any]
Rows = Iterable[dict[str, Any]]

_BESIDE = 3
"""Pieces of evidence shown with a finding before the rest is folded."""


def article_view(index: Index, document: dict[str, Any], n: int) -> View:
    """One article: its sections in order, each some blocks of one standing, and its findings counted."""
    notes = article_notes(index, document["doc"])
    anchors = _anchors(index, document["doc"])
    blocks = [_block(index, document, k, notes, anchors) for k in range(len(document["blocks"]))]
    return {
        "n": n,
        "doc": document["doc"],
        "file": document["file"],
        "part": document["part"],
        "parts": document["parts"],
        "title": index.title(document["doc"]),
        "headed": any(b["kind"] == "headline" for b in document["blocks"]),
        "publisher": document["publisher"],
        "role": document["role"],
        "trusted": document["trusted"],
        "newer": index.article(document["newer_version"]).lower() if document["newer_version"] else "",
        "published": index.published_in_full(document["doc"]),
        "origin": index.family(document["origin"]),
        "counts": index.counts(document["doc"]),
        "sections": [_section(aside, list(group)) for aside, group in groupby(blocks, key=lambda b: b["aside"])],
    }


def _section(aside: bool, blocks: list[View]) -> View:
    kinds = list(dict.fromkeys(b["kind"] for b in blocks))
    return {
        "aside": aside,
        "blocks": blocks,
        "kinds": kinds,
        "begins": clip(" ".join(b["text"] for b in blocks), 90) if aside else "",
    }


def article_notes(index: Index, doc: str) -> list[View]:
    """The findings of an article by place, numbered in reading order; at one place the gravest first."""
    places: dict[tuple[int, int], list[dict[str, Any]]] = defaultdict(list)
    for flag in index.flags_of.get(doc, ()):
        places[flag["start"], flag["end"]].append(flag)
    ordered = sorted(places.items(), key=lambda p: (p[0][0], -p[0][1]))
    return [_note(index, n, place, flags) for n, (place, flags) in enumerate(ordered, 1)]


def _note(index: Index, n: int, place: tuple[int, int], flags: list[dict[str, Any]]) -> View:
    ranked = sorted(flags, key=lambda f: (SEVERITIES.index(f["severity"]), f["code"], f["id"]))
    return {
        "n": n,
        "start": place[0],
        "end": place[1],
        "severity": ranked[0]["severity"],
        "whole": all(f["code"] in WHOLE for f in ranked),
        "findings": [f | {"proof": _proof(index, f), "message": index.beside(f)} for f in ranked],
    }


def _proof(index: Index, flag: dict[str, Any]) -> View:
    rows = [
        e
        | {"source": index.source(e["doc"]), "published": index.published(e["doc"]), "href": index.href(e)}
        | {"paragraph": index.paragraph(e["doc"], e["start"]), "elsewhere": e["doc"] != flag["doc"]}
        | {"n": index.number.get(e["doc"]), "words": index.context(e), "trusted": index.trusted(e["doc"])}
        for e in flag["evidence"]
    ]
    rank = ("conflicts", "supports", "near-miss", "context")
    rows.sort(key=lambda e: (rank.index(e["role"]), index.standing(e["doc"])))
    return {"first": rows[:_BESIDE], "more": rows[_BESIDE:]}


def _anchors(index: Index, doc: str) -> list[tuple[int, int]]:
    """Every place of this article that something in the report points to."""
    found = index.pointed_at.get(doc, set())
    return sorted(found)


def _block(index: Index, document: dict[str, Any], k: int, notes: list[View], anchors: list[tuple[int, int]]) -> View:
    blocks = document["blocks"]
    block = blocks[k]
    start, end = block["start"], block["end"]
    # What begins in the white space before a block belongs to it; what begins after the last one, to the last.
    home = range(blocks[k - 1]["end"] if k else 0, end if k + 1 < len(blocks) else document["end"] + 1)
    here = [note for note in notes if note["start"] in home]
    points = [(a, f"s{index.number[document['doc']]}-{a}-{b}") for a, b in anchors if a in home]
    points += [(note["start"], f"b{note['n']}") for note in here]
    marks = [Mark(note["start"], note["end"], f"n{note['n']}") for note in notes if not note["whole"]]
    marks += [Mark(min(max(a, start), end - 1), end, name) for a, name in points]
    return {
        "kind": block["kind"],
        "name": index.paragraph(document["doc"], start),
        "aside": block["kind"] in SET_ASIDE,
        "because": block["because"],
        "first": block["first"],
        "start": start,
        "end": end,
        "text": block["text"],
        "pieces": list(_pieces(block["text"], start, marks, {str(x["n"]): x for x in notes})),
        "notes": here,
        "claims": _begun(index.claims_of.get(document["doc"], ()), index.claim_number, start, end),
        "quotes": _begun(index.quotes_of.get(document["doc"], ()), index.quote_number, start, end),
    }


def _begun(rows: Rows, numbers: dict[str, int], start: int, end: int) -> list[tuple[int, str]]:
    return [(numbers[r["id"]], r["id"]) for r in rows if start <= r["start"] < end]


def _pieces(text: str, start: int, marks: list[Mark], notes: dict[str, View]) -> Iterator[View]:
    """Segments with the notes that mark them, the numbers to print before them and the anchors that stand there.

    Marks are called `n` and the note's number, the place of that number `b` and the number, anchors `s...`.
    """
    for segment in segments(text, start, marks):
        over = [notes[m[1:]] for m in segment.marks if m[0] == "n"]
        yield {
            "text": segment.text,
            "hidden": segment.hidden,
            "severity": min((x["severity"] for x in over), key=SEVERITIES.index, default=""),
            "under": " ".join(str(x["n"]) for x in over),
            "begins": [notes[m[1:]] for m in segment.begins if m[0] == "b"],
            "anchors": [m for m in segment.begins if m[0] == "s"],
        }
