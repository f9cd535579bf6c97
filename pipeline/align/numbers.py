"""The ledger of numbers: the figures of all articles, grouped by what they count or measure.

Figures come together where two statements that were held against each other are about them, where one article or two
give the same value for something called by the same word, and where the value itself is too particular to be found
twice by chance.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from pipeline.align import quantities
from pipeline.align.ladder import figure_pairs
from pipeline.align.lexicon import rarity
from pipeline.align.relations import Relation
from pipeline.model import Extraction, Figure, Quantity
from pipeline.text import key

PARTICULAR = 3
"""Digits before the zeros from which a count is not met twice by chance."""
PARTICULAR_SUM = 2
"""The same for sums of money, which are said of fewer things."""

Group: TypeAlias = list[Figure]
_SHARED = ("same", "supports")
_CHANGED = {"contradicts": "differ", "supersedes": "changed"}


def find_numbers(relations: Iterable[Relation], extractions: Sequence[Extraction]) -> tuple[Quantity, ...]:
    """Every figure of the story in exactly one group, the groups by their first place."""
    figures = sorted((f for e in extractions for f in e.figures), key=_place)
    over = {_place(f): _place(f) for f in figures}
    apart: dict[tuple[object, ...], tuple[str, str]] = {}
    for one, two in _alike(figures):
        _join(over, one, two)
    for relation in sorted(relations, key=lambda r: (r.left.order, r.right.order)):
        for one, two, verdict in _told(relation):
            if _place(one) in over and _place(two) in over:
                _join(over, one, two)
                if verdict:
                    apart[_place(one)] = (verdict, f"{one.at.text} against {two.at.text}")
    groups: dict[object, Group] = {}
    for figure in figures:
        groups.setdefault(_root(over, _place(figure)), []).append(figure)
    return tuple(_quantity(group, apart) for group in groups.values())


def _place(figure: Figure) -> tuple[object, ...]:
    return figure.at.file, figure.at.start, figure.at.end, figure.doc


def _root(over: dict[tuple[object, ...], tuple[object, ...]], place: tuple[object, ...]) -> tuple[object, ...]:
    while over[place] != place:
        over[place] = over[over[place]]
        place = over[place]
    return place


def _join(over: dict[tuple[object, ...], tuple[object, ...]], one: Figure, two: Figure) -> None:
    roots = sorted((_root(over, _place(one)), _root(over, _place(two))), key=repr)
    over[roots[1]] = roots[0]


def _alike(figures: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Figures of one value and unit that are of one thing by its name, or too particular to be of two."""
    first: dict[tuple[object, ...], Figure] = {}
    for figure in figures:
        exact = (figure.value, figure.low, figure.high)
        keys: list[tuple[object, ...]] = [(*exact, figure.unit, w) for w in _content(figure.of)]
        if _particular(figure):
            keys.append((figure.value, figure.unit))
        for name in keys:
            yield first.setdefault(name, figure), figure


def _content(of: str) -> list[str]:
    return sorted({w for w in key(of).split() if rarity(w) > 0})


def _particular(figure: Figure) -> bool:
    digits = f"{abs(figure.value):.6f}".rstrip("0").rstrip(".").replace(".", "").strip("0")
    return len(digits) >= (PARTICULAR_SUM if quantities.is_money(figure.unit) else PARTICULAR)


def _told(relation: Relation) -> Iterator[tuple[Figure, Figure, str]]:
    """The figures that a relation holds against each other, and how they differ, "" where they agree."""
    slot = relation.because[0].partition(":")[0] if relation.because else ""
    for verdict, one, two in figure_pairs(relation.left, relation.right):
        if relation.relation in _SHARED and verdict == "agree":
            yield one, two, ""
        elif relation.relation in _CHANGED and slot in ("figures", "scale") and _named(relation, one, two):
            yield one, two, "" if quantities.agree(one, two) else _CHANGED[relation.relation]


def _named(relation: Relation, one: Figure, two: Figure) -> bool:
    return any(r.endswith(f"{one.at.text} against {two.at.text}") for r in relation.because)


def _quantity(group: Group, apart: dict[tuple[object, ...], tuple[str, str]]) -> Quantity:
    names = Counter(" ".join(f.of.split()) for f in group if f.of)
    units = Counter(f.unit for f in group)
    of = min(names, key=lambda n: (-names[n], len(n), n), default="")
    agreement, because = _agreement(group, apart)
    return Quantity(of, min(units, key=lambda u: (-units[u], u)), tuple(group), agreement, because)


def _agreement(group: Group, apart: dict[tuple[object, ...], tuple[str, str]]) -> tuple[str, str]:
    told = sorted({apart[_place(f)] for f in group if _place(f) in apart}, key=lambda t: (t[0] == "changed", t))
    if told:
        return told[0]
    docs = len({f.doc for f in group})
    if docs == 1:
        return "alone", "one article has it"
    return "agree", f"{docs} articles have it"
