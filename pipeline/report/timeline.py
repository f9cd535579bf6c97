"""The timeline as rows with a drawing each, all on one scale, and the shelf of what has no date.

Days are set along the line with long gaps shortened (a gap of d days is log2(1 + d) wide), so that three days of one
week and an event of years before fit one line.
"""

from __future__ import annotations

from datetime import date
from itertools import chain, pairwise
from math import log2
from typing import Any

from pipeline.report.index import Index, clip, date_words
from pipeline.timex import interval_words

View = dict[str, Any]
WIDTH = 320.0
_MARGIN = 6.0
_TICKS = 4
_NARROW = 4.0


def timeline_view(index: Index) -> View:
    """`rows` in order of time (events and publications), `shelf` of the undated, and the `ticks` of their scale."""
    events = [_event(index, e) for e in index.report["timeline"]]
    published = [_publication(index, d) for d in index.report["documents"]]
    dated = [r for r in (*events, *published) if r["earliest"] or r["latest"]]
    shelf = [r for r in (*events, *published) if not (r["earliest"] or r["latest"])]
    scale = _scale([day for r in dated for day in (r["earliest"], r["latest"]) if day])
    rows = sorted(dated, key=lambda r: (r["earliest"] or "", r["latest"] or "9999", r["kind"], r["label"]))
    drawn = [r | _bar(r, scale) for r in rows]
    return {"rows": drawn, "shelf": shelf, "left_out": 0, "ticks": _ticks(scale), "width": WIDTH}


def told_most(timeline: View, most: int, claims: int) -> View:
    """The timeline cut to the events that the sources date or order apart, then to those that most articles tell."""
    ranked = sorted(
        (r for r in (*timeline["rows"], *timeline["shelf"]) if r["kind"] == "event"),
        key=lambda r: (not r["conflict"] and not r["orders"], -len(r["claims"])),
    )
    kept = {id(r) for r in ranked[:most]}
    short = {
        part: [r | {"claims": r["claims"][:claims]} for r in timeline[part] if id(r) in kept]
        for part in ("rows", "shelf")
    }
    return timeline | short | {"left_out": len(timeline["rows"]) + len(timeline["shelf"]) - len(kept)}


def _event(index: Index, event: dict[str, Any]) -> View:
    claims = [index.claims[c] for c in event["claims"] if c in index.claims]
    when = event["date"]
    return {
        "kind": "event",
        "label": clip(event["event"], 140),
        "when": date_words(when),
        "earliest": when["earliest"],
        "latest": when["latest"],
        "because": index.told(when["because"]),
        "conflict": event["conflict"],
        "orders": [_disputed(index, o) for o in event["order_conflicts"]],
        "claims": list({(c["source"], c["words"]): c for c in (_said(index, c) for c in reversed(claims))}.values())[
            ::-1
        ],
    }


def _disputed(index: Index, conflict: dict[str, Any]) -> View:
    """The other happening and how each article orders the two."""
    orders = [
        {"article": index.number.get(o["doc"]), "source": index.source(o["doc"]), "because": o["because"]}
        for o in conflict["orders"]
    ]
    return {"event": clip(conflict["event"], 100) if conflict["event"] else "", "orders": orders}


def _said(index: Index, claim: dict[str, Any]) -> View:
    return {
        "n": index.claim_number[claim["id"]],
        "id": claim["id"],
        "article": index.number.get(claim["doc"]),
        "source": index.source(claim["doc"]),
        "words": claim["date"]["from"]["text"] if claim["date"] and claim["date"]["from"] else "",
    }


def _publication(index: Index, document: dict[str, Any]) -> View:
    published = document["published"]
    return {
        "kind": "published",
        "label": index.title(document["doc"]),
        "n": index.number[document["doc"]],
        "source": index.source(document["doc"]),
        "when": interval_words(published["earliest"], published["latest"]),
        "earliest": published["earliest"],
        "latest": published["latest"],
        "because": index.told(published["because"]),
        "conflict": document["dating_conflict"] is not None,
        "orders": [],
        "claims": [],
    }


def _scale(days: list[str]) -> dict[str, float]:
    """Where each day stands, in drawing units."""
    ordered = sorted(set(days))
    gaps = [log2(1 + _ordinal(b) - _ordinal(a)) for a, b in pairwise(ordered)]
    room = (WIDTH - 2 * _MARGIN) / (sum(gaps) or 1.0)
    places, x = {}, _MARGIN
    for day, gap in zip(ordered, chain(gaps, [0.0]), strict=False):
        places[day] = round(x, 1)
        x += gap * room
    return places


def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()


def _bar(row: View, scale: dict[str, float]) -> View:
    left = scale[row["earliest"]] if row["earliest"] else 0.0
    right = scale[row["latest"]] if row["latest"] else WIDTH
    return {
        "x": left,
        "w": round(right - left, 1),
        "point": right - left < _NARROW,
        "open_left": not row["earliest"],
        "open_right": not row["latest"],
    }


def _ticks(scale: dict[str, float]) -> list[tuple[float, str]]:
    """A few years or days to read the scale by, none closer to another than a quarter of it."""
    ticks: list[tuple[float, str]] = []
    years: set[str] = set()
    for day, x in scale.items():
        if day[:4] not in years and all(abs(x - other) >= WIDTH / _TICKS / 1.5 for other, _ in ticks):
            ticks.append((x, day[:4]))
        years.add(day[:4])
    return ticks
