"""Which figures of two articles are of one thing, by the words around them, and whether they can both be right.

Two figures of one unit are of one thing where the words next to them, those further off, what they are said to count
and the statements they stand in are alike: a sum of log-odds whose weights stand in `data/figures.toml`. A figure that
the other article gives as well, in words as much like it, is no difference; both halves of a tally ("by 61 to 38") are
held against each other together.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from pipeline.align import quantities
from pipeline.align.ladder import compare
from pipeline.align.lexicon import rarity, stem, weights
from pipeline.align.surroundings import Place, meeting, shared
from pipeline.align.views import View
from pipeline.model import Figure
from pipeline.text import key

ALIKE = 0.6
"""How likely two figures must be of one thing before their difference is a conflict."""
FEATURES = ("near", "rest", "claims", "of", "of_apart", "only")
"""What the likeness of two figures is a sum of; `data/figures.toml` says what each is."""
_FLOOR = 0.02
"""No two statements are less alike than this: frames are cut in many ways."""
_VAGUE = re.compile(r"\b(?:dozens|scores|hundreds|thousands|millions|billions|trillions|several|few|tens)\b", re.I)
_MEASURES = frozenset({"percent", "percentage-points", "vote", "age", "year", "month", "week", "day", "hour", "minute"})
_TALLY = 6
"""Characters between the halves of a tally, at most."""


def conflicts(found: Mapping[str, Sequence[Place]]) -> Iterator[tuple[View, View, str]]:
    """Claims of two documents that give one thing two values, with why, the earlier place first."""
    for ours, theirs in combinations([found[doc] for doc in sorted(found)], 2):
        yield from _between(ours, theirs)


def comparable(ours: Sequence[Place], theirs: Sequence[Place]) -> Iterator[tuple[Place, Place, str]]:
    """The pairs of figures of two documents in one unit, with how they compare; vague ones are left out."""
    exact = [
        [p for p in side if p.figure is not None and not _VAGUE.search(p.figure.at.text)] for side in (ours, theirs)
    ]
    halves = {**_halves(exact[0]), **_halves(exact[1])}
    for left, right in meeting(*exact):
        if left.figure is not None and right.figure is not None and not _other_half(left, right, halves):
            verdict = quantities.kind(left.figure, right.figure)
            if verdict != "apart":
                yield left, right, verdict


def _between(ours: Sequence[Place], theirs: Sequence[Place]) -> Iterator[tuple[View, View, str]]:
    agreeing: dict[object, float] = {}
    differing: list[tuple[float, Place, Place, str]] = []
    halves = {**_halves(ours), **_halves(theirs)}
    single = singles(ours) & singles(theirs)
    for left, right, verdict in comparable(ours, theirs):
        odds = likeness(left, right, single)
        if verdict != "agree":
            beside = _beside(left, right, halves)
            if beside or shared(left.near, right.near):
                differing.append((odds + beside, left, right, verdict))
        elif not (_open(left) or _open(right)):
            for place in (left, right):
                agreeing[place.at] = max(odds, agreeing.get(place.at, -math.inf))
    for odds, left, right, verdict in differing:
        said = agreeing.get(left.at, -math.inf), agreeing.get(right.at, -math.inf)
        if odds >= math.log(ALIKE / (1 - ALIKE)) and max(said) < odds and not _said_both(left, right, ours, theirs):
            slot = "scale" if verdict == "scale" else "figures"
            yield left.view, right.view, f"{slot}: {left.at.text} against {right.at.text}"


def _open(place: Place) -> bool:
    """Whether a figure has no upper or no lower end: "more than 50" agrees with too much to say that it is the same."""
    return place.figure is not None and None in (place.figure.low, place.figure.high)


def likeness(left: Place, right: Place, single: frozenset[str]) -> float:
    """The log-odds that two figures of one unit are of one thing. `single`: the units of one value in each document."""
    known = weights("figures.toml")
    told = zip(FEATURES, features(left, right, single), strict=True)
    return known["prior"] + sum(known[name] * value for name, value in told)


def features(left: Place, right: Place, single: frozenset[str]) -> tuple[float, ...]:
    """What two figures have in common, as FEATURES names it."""
    near = shared(left.near, right.near)
    score = min(max(compare(left.view, right.view).score, _FLOOR), 1 - _FLOOR)
    counted = _counted(left), _counted(right)
    common = shared(*counted)
    only = left.figure is not None and left.figure.unit in single
    return (
        near,
        shared(left.window, right.window) - near,
        math.log(score / (1 - score)),
        common,
        float(all(counted) and not common),
        float(only),
    )


def singles(places: Sequence[Place]) -> frozenset[str]:
    """The nouns that are counted or measured with one value in all of a document; money, shares and times are not."""
    values: dict[str, set[float]] = defaultdict(set)
    for place in places:
        if place.figure is not None and place.figure.unit.islower() and place.figure.unit not in _MEASURES:
            values[place.figure.unit].add(place.figure.value)
    return frozenset(unit for unit, found in values.items() if len(found) == 1)


def _counted(place: Place) -> dict[str, float]:
    """The stems of what a figure is said to count or measure."""
    of = place.figure.of if place.figure is not None else ""
    return {stem(word): rarity(word) for word in key(of).split() if word.isalpha() and rarity(word) > 0}


def _said_both(left: Place, right: Place, ours: Sequence[Place], theirs: Sequence[Place]) -> bool:
    """Whether each article has the other's figure too."""
    return any(_agree(left, p) for p in theirs) and any(_agree(right, p) for p in ours)


def _agree(left: Place, right: Place) -> bool:
    if left.figure is None or right.figure is None:
        return False
    return quantities.kind(left.figure, right.figure) == "agree"


# ---------------------------------------------------------------- tallies


def _halves(places: Sequence[Place]) -> dict[object, tuple[int, Figure]]:
    """For each half of a tally, whether it is the first or the second, and the other half."""
    found: dict[object, tuple[int, Figure]] = {}
    ordered = sorted((p for p in places if p.figure is not None and p.figure.unit == "vote"), key=lambda p: p.at)
    for one, two in pairwise(ordered):
        if one.figure and two.figure and one.at.file == two.at.file and 0 < two.at.start - one.at.end <= _TALLY:
            found[one.at], found[two.at] = (0, two.figure), (1, one.figure)
    return found


def _other_half(left: Place, right: Place, halves: Mapping[object, tuple[int, Figure]]) -> bool:
    """Whether one is the winning half of a tally and the other the losing one, or only one is of a tally."""
    one, two = halves.get(left.at), halves.get(right.at)
    return (one is None) != (two is None) or (one is not None and two is not None and one[0] != two[0])


def _beside(left: Place, right: Place, halves: Mapping[object, tuple[int, Figure]]) -> float:
    """What the other halves of two tallies add: much where they agree."""
    one, two = halves.get(left.at), halves.get(right.at)
    if one is None or two is None:
        return 0.0
    return weights("figures.toml")["tally"] * (1 if quantities.agree(one[1], two[1]) else -1)
