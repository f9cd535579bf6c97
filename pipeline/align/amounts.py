"""Which figures of two articles are of one thing, by the words around them, and whether they can both be right.

Two figures that can count or measure one thing do so where the words next to them, those further off, what they are
said to count and the statements they stand in are alike, where their sentences share a day, and where few others come
into question: a sum of log-odds whose weights stand in `data/figures.toml`. A figure that the other
article gives as well, in words as much like it, is no difference; both halves of a tally ("by 61 to 38") are held
against each other together; each figure conflicts with one other of an article at most.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from pipeline.align import quantities
from pipeline.align.ladder import compare, without_figures
from pipeline.align.lexicon import rarity, stem, weights
from pipeline.align.surroundings import Place, alike, one_news, shared
from pipeline.align.times import narrow
from pipeline.align.views import Days, View
from pipeline.model import Figure
from pipeline.text import key

ALIKE = 0.75
"""How likely two figures must be of one thing before their difference is a conflict."""
DOUBTED = 0.25
"""How likely before a model of entailment is asked whether it is one."""
FAR = 6
"""So many times as large, a figure is of another thing, but for a slip of scale."""
FEATURES = ("near", "rest", "claims", "of_apart", "rivals", "day", "bare", "elsewhere", "others", "few")
"""What the likeness of two figures is a sum of; `data/figures.toml` says what each is."""
_FLOOR = -4.0
"""No two statements are less alike than this: frames are cut in many ways."""
_SOMETHING = 0.3
"""The weight that the words next to two figures and those for what they count share at least."""
_MUCH = 1.0
"""The weight that the words next to them share from which two figures are of one thing whoever is said to say it."""
_FEW = 4
"""Up to so many, a text counts all sorts of things."""
_VAGUE = re.compile(r"\b(?:dozens|scores|hundreds|thousands|millions|billions|trillions|several|few|tens)\b", re.I)
_DURATIONS = frozenset({"decade", "year", "month", "week", "day", "hour", "minute"})
_TALLY = 6
"""Characters between the halves of a tally, at most."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure in its sentence: the place, what it is said to count in weighed stems, its statement without its
    figures, the other figures of its sentence and the days named there."""

    place: Place
    figure: Figure
    counted: dict[str, float]
    plain: View
    beside: tuple[Figure, ...]
    days: frozenset[Days]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two figures that can be of one thing, how they compare, and what they have in common, as FEATURES names it."""

    left: Amount
    right: Amount
    verdict: str
    features: tuple[float, ...]


def conflicts(found: Mapping[str, Sequence[Place]]) -> Iterator[tuple[View, View, str]]:
    """Claims of two documents that give one thing two values, with why, the earlier place first."""
    return ((left, right, because) for left, right, because, sure in differences(found) if sure)


def differences(found: Mapping[str, Sequence[Place]]) -> Iterator[tuple[View, View, str, bool]]:
    """The same, and those that may be of one thing; last, whether they surely are."""
    amounts = {doc: _amounts(found[doc]) for doc in sorted(found)}
    for ours, theirs in combinations(amounts.values(), 2):
        yield from _between(ours, theirs)


def comparable(ours: Sequence[Place], theirs: Sequence[Place]) -> Iterator[tuple[Place, Place, str, tuple[float, ...]]]:
    """The pairs of figures of two documents that can be of one thing, with how they compare and what they share."""
    for pair in _pairs(_amounts(ours), _amounts(theirs)):
        yield pair.left.place, pair.right.place, pair.verdict, pair.features


def _amounts(places: Sequence[Place]) -> list[Amount]:
    """The figures that are exact enough to be held against others."""
    exact = [(p, p.figure) for p in places if p.figure is not None and not _vague(p.figure)]
    figures = [figure for _, figure in exact]
    return [
        Amount(
            place,
            figure,
            _counted(figure),
            without_figures(place.view),
            tuple(f for f in figures if f.at != figure.at and place.view.claim.sentence.holds(f.at)),
            frozenset(d for d in place.view.dates if narrow(d)),
        )
        for place, figure in exact
    ]


def _counted(figure: Figure) -> dict[str, float]:
    """The stems of what a figure is said to count or measure; that days are counted in days says nothing."""
    measured = {figure.unit, f"{figure.unit}s"} if figure.unit in _DURATIONS else set()
    told = {word: stem(word) for word in key(figure.of).split() if word.isalpha() and rarity(word) > 0}
    return {root: rarity(word) for word, root in told.items() if not measured & {word, root}}


def _between(ours: Sequence[Amount], theirs: Sequence[Amount]) -> Iterator[tuple[View, View, str, bool]]:
    agreeing: dict[object, float] = {}
    differing: list[tuple[float, Pair]] = []
    halves = {**_halves(ours), **_halves(theirs)}
    for pair in _pairs(ours, theirs):
        odds = likeness(pair.features)
        if pair.verdict != "agree":
            differing.append((odds + _beside(pair, halves) + _slip(pair), pair))
        elif not (_open(pair.left.figure) or _open(pair.right.figure)):
            for amount in (pair.left, pair.right):
                agreeing[amount.place.at] = max(odds, agreeing.get(amount.place.at, -math.inf))
    taken: set[object] = set()
    for odds, pair in sorted(differing, key=lambda d: (-d[0], d[1].left.place.at, d[1].right.place.at)):
        ends = {pair.left.place.at, pair.right.place.at}
        said = max(agreeing.get(end, -math.inf) for end in ends)
        one, two = pair.left.place, pair.right.place
        sure = odds >= _odds(ALIKE) and said < odds
        doubted = odds >= _odds(DOUBTED) and all(p.view.claim.at.holds(p.at) for p in (one, two))
        if (sure or doubted) and not ends & taken:
            taken |= ends
            slot = "scale" if pair.verdict == "scale" else "figures"
            yield one.view, two.view, f"{slot}: {one.at.text} against {two.at.text}", sure


def _odds(likely: float) -> float:
    return math.log(likely / (1 - likely))


def _open(figure: Figure) -> bool:
    """Whether a figure has no upper or no lower end: "more than 50" agrees with too much to say that it is the same."""
    return None in (figure.low, figure.high)


def likeness(features: Sequence[float]) -> float:
    """The log-odds that two figures are of one thing."""
    known = weights("figures.toml")
    return known["prior"] + sum(known[name] * value for name, value in zip(FEATURES, features, strict=True))


# ---------------------------------------------------------------- what two figures have in common


def _pairs(ours: Sequence[Amount], theirs: Sequence[Amount]) -> Iterator[Pair]:
    """The pairs that can be of one thing and share a word, a figure or a day around them."""
    if not ours or not theirs or not one_news(ours[0].place.view, theirs[0].place.view):
        return
    halves = {**_halves(ours), **_halves(theirs)}
    able = [
        (left, right, verdict)
        for left in ours
        for right in theirs
        if (verdict := _verdict(left, right)) != "apart" and not _other_half(left, right, halves)
    ]
    agreed: dict[object, set[object]] = defaultdict(set)
    met: dict[object, set[object]] = defaultdict(set)
    for left, right, verdict in able:
        for one, two in ((left.place.at, right.place.at), (right.place.at, left.place.at)):
            met[one].add(two)
            if verdict == "agree":
                agreed[one].add(two)
    for left, right, verdict in able:
        features = _features(left, right, met, agreed)
        if features is not None:
            yield Pair(left, right, verdict, features)


def _verdict(left: Amount, right: Amount) -> str:
    """How two figures compare; `apart` where they cannot be of one thing, one is only possible or many times the
    other."""
    if left.figure.unit == "age" and not _one_person(left.place.view, right.place.view):
        return "apart"
    if _unsure(left.place.view) != _unsure(right.place.view):
        return "apart"
    return _within_reach(left.figure, right.figure, bare=True)


def _within_reach(left: Figure, right: Figure, *, bare: bool = False) -> str:
    """How two figures compare, as `quantities.kind` says; `apart` also where one is many times the other."""
    verdict = quantities.kind(left, right, bare=bare)
    small, large = sorted((abs(left.value), abs(right.value)))
    return "apart" if verdict == "differ" and large >= FAR * small else verdict


def _vague(figure: Figure) -> bool:
    """Whether a figure is told by a word that says too little to differ from another ("dozens")."""
    return _VAGUE.search(figure.at.text) is not None


def _one_person(left: View, right: View) -> bool:
    return any(name.startswith("person:") for name in left.names & right.names)


def _unsure(view: View) -> bool:
    """Whether a statement only says what may be."""
    frame = view.claim.frame
    return view.claim.certainty == "possible" or (frame is not None and frame.aspect == "conditional")


def _features(
    left: Amount, right: Amount, met: Mapping[object, set[object]], agreed: Mapping[object, set[object]]
) -> tuple[float, ...] | None:
    """As FEATURES names them; None where nothing around the two is in both, or two people say it. `met`: the figures of
    the other article that each could be, `agreed` those that it agrees with."""
    here, there = left.place, right.place
    day = bool(left.days & right.days)
    if not (
        _next_to(left, right) >= _SOMETHING
        or _share_figure(left.beside, right.beside)
        or (day and alike(here.window, there.window))
        or quantities.slipped(left.figure, right.figure)
    ):
        return None
    near = alike(here.near, there.near)
    window = alike(here.window, there.window)
    common = alike(left.counted, right.counted)
    compared = compare(left.plain, right.plain)
    if compared.level("speaker") == "other" and near < _MUCH:
        return None
    elsewhere = sum(bool(agreed.get(a.at, set()) - {b.at}) for a, b in ((here, there), (there, here)))
    rivals = [1 + sum(not agreed.get(r, set()) - {a.at} for r in met[a.at] - {b.at})
              for a, b in ((here, there), (there, here))]  # fmt: skip
    return (
        near,
        max(0.0, window - near),
        max(_FLOOR, compared.odds_without("figures")),
        float(bool(left.counted and right.counted) and not common),
        math.log(rivals[0] * rivals[1]),
        float(day),
        float(not (left.figure.unit and right.figure.unit)),
        float(elsewhere),
        float(sum(compared.level(slot) == "other" for slot in ("agent", "patient"))),
        float(max(left.figure.value, right.figure.value) <= _FEW),
    )


def _next_to(left: Amount, right: Amount) -> float:
    """The weight of what stands next to two figures and what they count; of sums of money, whose unit names nothing
    that is counted, only words that are the same and no part of a name."""
    near = left.place.near, right.place.near
    if not quantities.is_money(left.figure.unit):
        return alike(*near) + alike(left.counted, right.counted)
    named = _named(left.place.view) | _named(right.place.view)
    told = ({word: weight for word, weight in side.items() if word not in named} for side in near)
    return shared(*told) + shared(left.counted, right.counted)


def _named(view: View) -> set[str]:
    return {stem(part) for name in view.names for part in name.partition(":")[2].split("-")}


def _share_figure(ours: Iterable[Figure], theirs: Sequence[Figure]) -> bool:
    """Whether a figure stands in both sentences."""
    return any(f.unit == g.unit and not _open(f) and quantities.agree(f, g) for f in ours for g in theirs)


def _slip(pair: Pair) -> float:
    """What it adds that two particular values differ in one digit."""
    return weights("figures.toml")["slip"] if quantities.slipped(pair.left.figure, pair.right.figure) else 0.0


# ---------------------------------------------------------------- tallies


def _halves(amounts: Sequence[Amount]) -> dict[object, tuple[int, Figure]]:
    """For each half of a tally, whether it is the first or the second, and the other half."""
    found: dict[object, tuple[int, Figure]] = {}
    ordered = sorted((a.figure for a in amounts if a.figure.unit == "vote"), key=lambda f: f.at)
    for one, two in pairwise(ordered):
        if one.at.file == two.at.file and 0 < two.at.start - one.at.end <= _TALLY:
            found[one.at], found[two.at] = (0, two), (1, one)
    return found


def _other_half(left: Amount, right: Amount, halves: Mapping[object, tuple[int, Figure]]) -> bool:
    """Whether one is the winning half of a tally and the other the losing one, or only one is of a tally."""
    one, two = halves.get(left.place.at), halves.get(right.place.at)
    return (one is None) != (two is None) or (one is not None and two is not None and one[0] != two[0])


def _beside(pair: Pair, halves: Mapping[object, tuple[int, Figure]]) -> float:
    """What the other halves of two tallies add: much where they agree."""
    one, two = halves.get(pair.left.place.at), halves.get(pair.right.place.at)
    if one is None or two is None:
        return 0.0
    return weights("figures.toml")["tally"] * (1 if quantities.agree(one[1], two[1]) else -1)
