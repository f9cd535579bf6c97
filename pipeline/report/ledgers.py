"""The ledgers that go across articles, as rows of the report: numbers, names, versions of one article."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pipeline.model import Change, Entity, Extraction, Figure, Mention, Origin, Quantity, Span, Versions

Row = dict[str, Any]

NAMED = frozenset({"PERSON", "ORG"})
"""What the ledger of names lists: people and bodies."""


def number_rows(numbers: Iterable[Quantity], origins: Mapping[str, Origin]) -> list[Row]:
    """A row for everything that is counted or measured, its values by size with the places that give each."""
    return [_number_row(q, origins) for q in sorted(numbers, key=lambda q: min(f.at for f in q.figures))]


def _number_row(quantity: Quantity, origins: Mapping[str, Origin]) -> Row:
    docs = sorted({f.doc for f in quantity.figures})
    by_value: dict[tuple[float, float, float], list[Figure]] = defaultdict(list)
    for figure in quantity.figures:
        by_value[figure.value, _bound(figure.low, -1), _bound(figure.high, 1)].append(figure)
    periods = sorted({f.period.value for f in quantity.figures if f.period})
    return {
        "of": quantity.of,
        "unit": quantity.unit,
        "values": [_value(by_value[known]) for known in sorted(by_value)],
        "periods": periods,
        "docs": docs,
        "origins": len({origins[d].family if d in origins else d for d in docs}),
        "agreement": quantity.agreement,
        "because": quantity.because,
    }


def _bound(bound: float | None, sign: int) -> float:
    return sign * float("inf") if bound is None else bound


def _value(figures: list[Figure]) -> Row:
    first = figures[0]
    return {
        "value": whole(first.value),
        "low": whole(first.low),
        "high": whole(first.high),
        "places": [{"doc": f.doc} | located(f.at) for f in sorted(figures, key=lambda f: f.at)],
    }


def whole(value: float | None) -> float | int | None:
    """A whole number as one: 77000000, not 77000000.0."""
    return int(value) if value is not None and float(value).is_integer() else value


def name_rows(extractions: Sequence[Extraction], entities: Iterable[Entity]) -> list[Row]:
    """A row for each person and body: every form of the name and every title, with the articles that use it."""
    titles: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for extraction in extractions:
        for entity in extraction.entities:
            for title in entity.titles:
                titles[entity.entity][title].add(extraction.doc)
    rows = [_name_row(e, titles[e.entity]) for e in entities if e.label in NAMED]
    return sorted(rows, key=lambda r: str(r["entity"]))


def _name_row(entity: Entity, titles: Mapping[str, set[str]]) -> Row:
    forms: dict[str, list[Mention]] = defaultdict(list)
    for mention in entity.mentions:
        forms[" ".join(mention.at.text.split())].append(mention)
    counts = Counter({form: len(held) for form, held in forms.items()})
    return {
        "entity": entity.entity,
        "name": entity.name,
        "label": entity.label,
        "forms": [
            {"form": form, "count": counts[form], "docs": sorted({m.doc for m in forms[form]})}
            for form in sorted(forms, key=lambda f: (-counts[f], f))
        ],
        "titles": [{"title": title, "docs": sorted(titles[title])} for title in sorted(titles)],
        "docs": sorted({m.doc for m in entity.mentions}),
    }


def version_rows(versions: Iterable[Versions]) -> list[Row]:
    """A row for each article that stands in several versions, with what changed from each to the next."""
    return [
        {
            "docs": list(v.docs),
            "newest": v.newest,
            "because": list(v.because),
            "changes": [_change(c) for c in v.changes],
        }
        for v in sorted(versions, key=lambda v: min(v.docs))
    ]


def _change(change: Change) -> Row:
    old, new = (None if at is None else located(at) for at in (change.old, change.new))
    return {"earlier": change.earlier, "later": change.later, "old": old, "new": new}


def located(span: Span) -> Row:
    """A place as the report has it: `file, start, end, text`."""
    return {"file": span.file, "start": span.start, "end": span.end, "text": span.text}
