"""The one report: a dict of plain values with every key of the output contract, which the renderers only show.

Lists are sorted by file, start, end, code and id where those exist, so the order of the input changes nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from pipeline.model import (
    SPOKEN,
    Alignment,
    Block,
    Claim,
    Dating,
    Document,
    Entity,
    Event,
    Figure,
    Flag,
    Link,
    Ordered,
    Origin,
    Place,
    Published,
    Quote,
    Recorded,
    Reversal,
    Skipped,
    Span,
    Speaker,
    Standing,
    Suppression,
    Timex,
    Variant,
    When,
)
from pipeline.report.house import house_style
from pipeline.report.ledgers import located, name_rows, number_rows, version_rows, whole
from pipeline.report.summary import summarise

SCHEMA = "crosscheck-report/1"

Report = dict[str, Any]


def build(
    story: str,
    documents: Iterable[Document],
    alignment: Alignment,
    flags: Iterable[Flag],
    skipped: Iterable[Skipped],
    rules: Mapping[str, Mapping[str, str]] | None = None,
    suppressions: Iterable[Suppression] = (),
    style: Iterable[tuple[str, ...]] = (),
) -> Report:
    """The report on one story.

    `rules` is the manual by code (`name`, `title`, `what`, `why`, `not`), which a report may quote; a report without
    it says the same and explains less. A finding in `suppressions` is kept and carries the desk's reason, unless the
    suppression names a digest that is no longer the finding's. `style`: the desk's spellings, each followed by those it
    does not print.
    """
    documents = tuple(documents)
    datings = {d.doc: d for d in alignment.datings}
    origins = {o.doc: o for o in alignment.origins}
    standings = {s.claim: s for s in alignment.standings}
    newer = {doc: v.newest for v in alignment.versions for doc in v.docs if doc != v.newest}
    aside = {s.id: s for s in suppressions}
    others: dict[str, set[str]] = defaultdict(set)
    for variant in alignment.variants:
        others[variant.left].add(variant.right)
        others[variant.right].add(variant.left)
    records: dict[str, list[Recorded]] = defaultdict(list)
    for record in alignment.records:
        records[record.quote].append(record)
    extractions = sorted(alignment.extractions, key=lambda e: e.doc)
    said = {q.id: q.date for e in extractions for q in e.quotes if q.date is not None}
    quotes = [q for e in extractions for q in e.quotes if q.use in SPOKEN]
    report: Report = {
        "schema": SCHEMA,
        "story": story,
        "documents": _placed(_document(d, datings.get(d.doc), origins.get(d.doc), newer.get(d.doc)) for d in documents),
        "dates": _placed(_timex(t) for e in extractions for t in e.dates),
        "entities": sorted((_entity(e) for e in alignment.entities), key=lambda e: str(e["entity"])),
        "quotes": _placed(_quote(q, others[q.id], records[q.id]) for q in quotes),
        "figures": _placed(_figure(f) for e in extractions for f in e.figures),
        "claims": _placed(_claim(c, standings.get(c.id), said) for e in extractions for c in e.claims),
        "links": [_link(k) for k in sorted(alignment.links, key=lambda k: (k.left, k.right, k.relation))],
        "variants": [_variant(v) for v in sorted(alignment.variants, key=lambda v: (v.left, v.right, v.kind))],
        "numbers": number_rows(alignment.numbers, origins),
        "names": name_rows(extractions, alignment.entities),
        "versions": version_rows(alignment.versions),
        "timeline": _timeline(alignment.timeline, alignment.reversals),
        "flags": _placed(_flag(f, aside.get(f.id)) for f in flags),
        "skipped": [_skipped(s) for s in sorted(skipped, key=lambda s: (s.path, s.stage, s.reason))],
        "house_style": house_style(documents, (q for e in extractions for q in e.quotes), style),
        "suppressions": [_suppression(aside[name]) for name in sorted(aside)],
        "rules": {code: dict(manual) for code, manual in sorted((rules or {}).items())},
    }
    report["summary"] = summarise(report)
    return report


def _placed(rows: Iterable[Report]) -> list[Report]:
    """The rows by file, start, end, code and id."""
    return sorted(rows, key=lambda r: (r["file"], r["start"], r["end"], r.get("code", ""), r.get("id", ""), str(r)))


def _maybe_at(span: Span | None) -> Report | None:
    return None if span is None else located(span)


def _when(when: When) -> Report:
    return {
        "value": when.value,
        "earliest": when.earliest,
        "latest": when.latest,
        "status": when.status,
        "from": _maybe_at(when.source),
        "because": when.because,
        "alternatives": list(when.alternatives),
    }


def _maybe_when(when: When | None) -> Report | None:
    return None if when is None else _when(when)


def _speaker(speaker: Speaker | None) -> Report | None:
    if speaker is None:
        return None
    return located(speaker.at) | {
        "name": speaker.name,
        "entity": speaker.entity,
        "kind": speaker.kind,
        "candidates": list(speaker.candidates),
        "title": speaker.title,
    }


def _published(published: Published) -> Report:
    return {
        "value": published.value,
        "earliest": published.earliest,
        "latest": published.latest,
        "basis": published.basis,
        "because": published.because,
    }


def _document(document: Document, dating: Dating | None, origin: Origin | None, newer: str | None) -> Report:
    return {
        "doc": document.doc,
        "file": document.file,
        "part": document.part,
        "start": document.start,
        "end": document.end,
        "title": document.title,
        "publisher": document.publisher,
        "url": document.url,
        "role": document.role,
        "trusted": document.trusted,
        "language": document.language,
        "parts": document.parts,
        "published": _published(dating.published if dating else document.published),
        "dating_conflict": dating.conflict if dating else None,
        "dating_places": [located(p) for p in sorted(dating.places)] if dating else [],
        "origin": origin.family if origin else document.origin or document.doc,
        "origin_because": list(origin.because) if origin else [],
        "newer_version": newer,
        "blocks": _placed(_block(b) for b in document.blocks),
        "repairs": _placed(located(r.at) | {"what": r.what, "count": r.count} for r in document.repairs),
    }


def _block(block: Block) -> Report:
    return {"kind": block.kind} | located(block.at) | {"because": block.because, "first": _maybe_at(block.first)}


def _timex(timex: Timex) -> Report:
    return {"doc": timex.doc} | located(timex.at) | {"type": timex.type} | _when(timex.when) | {"anchor": timex.anchor}


def _entity(entity: Entity) -> Report:
    return {
        "entity": entity.entity,
        "name": entity.name,
        "label": entity.label,
        "aliases": sorted(entity.aliases),
        "titles": sorted(entity.titles),
        "mentions": _placed({"doc": m.doc} | located(m.at) for m in entity.mentions),
    }


def _quote(quote: Quote, others: set[str], records: list[Recorded]) -> Report:
    return (
        {"id": quote.id, "doc": quote.doc}
        | located(quote.at)
        | {
            "parts": [located(p) for p in sorted(quote.parts)],
            "form": quote.form,
            "use": quote.use,
            "marked": quote.marked,
            "block": quote.block,
            "cue": _maybe_at(quote.cue),
            "speaker": _speaker(quote.speaker),
            "date": _maybe_when(quote.date),
            "variants": sorted(others),
            "records": _placed(_record(r) for r in records),
            "sentence": located(quote.sentence),
        }
    )


def _record(record: Recorded) -> Report:
    return {"doc": record.doc} | located(record.at) | {"kind": record.kind, "because": record.because}


def _figure(figure: Figure) -> Report:
    return (
        {"doc": figure.doc}
        | located(figure.at)
        | {
            "value": whole(figure.value),
            "low": whole(figure.low),
            "high": whole(figure.high),
            "unit": figure.unit,
            "of": figure.of,
            "period": _maybe_when(figure.period),
        }
    )


def _claim(claim: Claim, standing: Standing | None, said: Mapping[str, When]) -> Report:
    status = standing.status if standing else ("not-comparable" if claim.checkable else "not-checkable")
    evidence = sorted({(e.claim, e.relation) for e in standing.evidence}) if standing else []
    return (
        {"id": claim.id, "doc": claim.doc}
        | located(claim.at)
        | {
            "reads": claim.reads,
            "polarity": claim.polarity,
            "speaker": _speaker(claim.speaker),
            "certainty": claim.certainty,
            "date": _maybe_when(claim.date or _said(said.get(claim.quote or ""))),
            "status": status,
            "because": standing.because if standing else claim.unchecked_because,
            "evidence": [{"claim": other, "relation": relation} for other, relation in evidence],
            "near_misses": sorted(set(standing.near_misses)) if standing else [],
            "kinds": sorted(claim.kinds),
            "checkable": claim.checkable,
            "unchecked_because": claim.unchecked_because,
            "block": claim.block,
            "quote": claim.quote,
            "sentence": located(claim.sentence),
        }
    )


def _said(when: When | None) -> When | None:
    """The day of its utterance, for a statement that tells no day of its own; nothing is compared by it."""
    return when and replace(when, because=f"the day on which it was said: {when.because}")


def _link(link: Link) -> Report:
    return {
        "left": link.left,
        "right": link.right,
        "relation": link.relation,
        "score": round(link.score, 4),
        "independent": link.independent,
        "because": list(link.because),
    }


def _variant(variant: Variant) -> Report:
    return {
        "left": variant.left,
        "right": variant.right,
        "kind": variant.kind,
        "edits": [{"left": e.left, "right": e.right, "weight": e.weight} for e in variant.edits],
        "because": variant.because,
    }


def _timeline(events: Iterable[Event], reversals: Iterable[Reversal]) -> list[Report]:
    """The events in order of time, each with the happenings that two articles put on either side of it."""
    rows = sorted(events, key=_event_order)
    of_claim = {claim: event for event in rows for claim in event.claims}
    disputed: dict[int, list[Report]] = defaultdict(list)
    for reversal in reversals:
        one, other = reversal.one, reversal.other
        for before, after in ((one, other), (other, one)):
            mine, rival = ((of_claim.get(a) or of_claim.get(b)) for a, b in
                           ((before.earlier, after.later), (before.later, after.earlier)))  # fmt: skip
            if mine is not None and mine is not rival:
                orders = [{"says": "before"} | _ordered(before), {"says": "after"} | _ordered(after)]
                disputed[id(mine)].append({"event": rival.event if rival else None, "orders": orders})
    return [_event(e) | {"order_conflicts": disputed[id(e)]} for e in rows]


def _ordered(told: Ordered) -> Report:
    return {"doc": told.doc} | located(told.at) | {"because": told.because}


def _event_order(event: Event) -> tuple[str, str, str, str]:
    return event.date.earliest or "9999", event.date.latest or "9999", event.date.value, event.event


def _event(event: Event) -> Report:
    return {
        "event": event.event,
        "date": _when(event.date),
        "claims": sorted(event.claims),
        "conflict": event.conflict,
    }


def _flag(flag: Flag, aside: Suppression | None) -> Report:
    return (
        {"id": flag.id, "digest": flag.digest, "code": flag.code, "name": flag.name, "severity": flag.severity}
        | {"doc": flag.doc}
        | located(flag.at)
        | {"message": flag.message, "evidence": _placed(_place(p) for p in flag.evidence)}
        | {"suppressed": aside.reason if aside and aside.holds(flag) else None}
    )


def _suppression(aside: Suppression) -> Report:
    return {"id": aside.id, "reason": aside.reason, "digest": aside.digest}


def _place(place: Place) -> Report:
    return {"doc": place.doc} | located(place.at) | {"role": place.role}


def _skipped(skipped: Skipped) -> Report:
    return {"path": skipped.path, "stage": skipped.stage, "reason": skipped.reason}
