"""How alike two claims are: one ladder of levels for each slot, from the best match down to "else".

Each comparison names the level that holds, its weight (a log-odds step, after Fellegi and Sunter 1969, as in splink)
and, in words, why. They were fitted on pairs labelled by hand (`bench/pairs.csv`, measured by `bench/alignment.py`).
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TypeAlias

from pipeline.align import quantities
from pipeline.align.lexicon import meanings, opposites, rarity
from pipeline.align.times import meet, narrow
from pipeline.align.views import SOMEBODY, View
from pipeline.model import Figure

PRIOR = -5.2
SENSE = 0.6
"""What a word counts that only means the same, next to one that is the same."""
COPULAS = frozenset({"be", "remain", "stay", "stand", "keep"})
COMMON_VERBS = 0.3
"""Rarity under which a shared predicate says little."""


Keys: TypeAlias = frozenset[str]


@dataclass(frozen=True, slots=True)
class Rung:
    """The level that holds in one comparison: its name, its weight, and why in words."""

    slot: str
    level: str
    weight: float
    because: str


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two claims compared. `score` 0 to 1; `shared` the weight of the words in both, `beyond` of those among them that
    name neither agent nor act; `left_cover` and `right_cover` the share of each that is in the other."""

    score: float
    shared: float
    beyond: float
    left_cover: float
    right_cover: float
    rungs: dict[str, Rung]

    @property
    def cover(self) -> float:
        """The share of the lighter one's words that the other has too."""
        return max(self.left_cover, self.right_cover)

    def apart_from(self, slot: str) -> float:
        """The score as it would be without what one slot takes away."""
        harm = min(0.0, self.rungs[slot].weight)
        odds = math.log(self.score / (1 - self.score)) - harm if 0 < self.score < 1 else self.score
        return 1 / (1 + math.exp(-odds))

    def odds_without(self, slot: str) -> float:
        """The log-odds of all slots but one."""
        return PRIOR + sum(r.weight for name, r in self.rungs.items() if name != slot)

    def level(self, slot: str) -> str:
        """The level that holds in a slot."""
        return self.rungs[slot].level

    def reasons(self) -> tuple[str, ...]:
        """Why, the weightiest first; what neither helps nor harms is left out."""
        telling = (r for r in self.rungs.values() if r.because and r.weight)
        told = sorted(telling, key=lambda r: (-abs(r.weight), r.slot))
        return tuple(f"{r.slot}: {r.because}" for r in told)


def compare(left: View, right: View) -> Likeness:
    """Every ladder for one pair."""
    shared, left_cover, right_cover, common = _overlap(left, right)
    rungs = (
        _words(shared, max(left_cover, right_cover), min(left_cover, right_cover), common),
        _predicate(left, right),
        _participant("agent", (left.agent, left.actor), (right.agent, right.actor)),
        _participant("patient", (left.patient, left.object), (right.patient, right.object)),
        _names(left, right),
        _figures(left, right),
        _days(left, right),
        _voice(left, right),
    )
    odds = PRIOR + sum(r.weight for r in rungs)
    known = _parts(left.agent) | _parts(right.agent) | left.agent | right.agent | {left.predicate, right.predicate}
    beyond = sum(left.words[w] for w in common if w not in known)
    return Likeness(1 / (1 + math.exp(-odds)), shared, beyond, left_cover, right_cover, {r.slot: r for r in rungs})


def without_figures(view: View) -> View:
    """The claim as it is whatever its figures are: without them, and without the words that stand for them."""
    words = {word: weight for word, weight in view.words.items() if not word[0].isdigit()}
    return replace(view, words=words, weight=sum(words.values()), figures=())


def _overlap(left: View, right: View) -> tuple[float, float, float, tuple[str, ...]]:
    """Shared weight, the share of it on each side, and the words shared, rarest first."""
    same = left.words.keys() & right.words.keys()
    weight = sum(left.words[w] for w in same)
    mine = weight + _by_sense(left, right, same)
    theirs = weight + _by_sense(right, left, same)
    common = tuple(sorted(same, key=lambda w: (-left.words[w], w)))
    return weight, _part(mine, left.weight), _part(theirs, right.weight), common


def _by_sense(of: View, other: View, same: set[str]) -> float:
    return SENSE * sum(w for word, w in of.words.items() if word not in same and meanings(word) & other.senses)


def _part(weight: float, whole: float) -> float:
    return weight / whole if whole else 0.0


def _words(shared: float, cover: float, low: float, common: tuple[str, ...]) -> Rung:
    said = f"both say {', '.join(common[:5])}" if common else "no word in common"
    if shared < 0.5:
        return Rung("words", "few", -2.0, said)
    amount = min(shared, 6.0)
    weight = 4.0 * cover + 2.5 * low + 0.45 * amount - 1.5
    level = "most" if cover >= 0.6 else "half" if cover >= 0.35 else "some"
    return Rung("words", level, weight, said)


def same_act(left: str, right: str) -> bool:
    """Whether two predicates can name one act: one lemma, or a shared meaning."""
    if not left or not right:
        return False
    return left == right or {left, right} <= COPULAS or bool(meanings(left) & meanings(right))


def _predicate(left: View, right: View) -> Rung:
    one, two = left.predicate, right.predicate
    if not one or not two:
        return Rung("predicate", "missing", 0.0, "")
    if one == two:
        weight = 1.2 if rarity(one) >= COMMON_VERBS else 0.4
        return Rung("predicate", "same", weight, f"both {one}")
    if two in opposites(one):
        return Rung("predicate", "opposite", 0.6, f"{one} against {two}")
    if same_act(one, two):
        return Rung("predicate", "alike", 0.7, f"{one} and {two}")
    if one in right.words or two in left.words:
        return Rung("predicate", "mentioned", 0.0, f"{one} and {two}")
    return Rung("predicate", "other", -1.0, f"{one} and {two}")


def _participant(slot: str, one: tuple[Keys, Keys], two: tuple[Keys, Keys]) -> Rung:
    """Two sides of a slot, each its keys (ids, else heads) and all its words."""
    (left, mine), (right, theirs) = one, two
    if not left or not right:
        return Rung(slot, "missing", 0.0, "")
    both = left & right
    if both:
        return Rung(slot, "same", 1.2 if slot == "agent" else 1.0, f"both {', '.join(sorted(both))}")
    said = f"{', '.join(sorted(left))} and {', '.join(sorted(right))}"
    if _names_only(left) and _names_only(right):
        nested = _parts(left) <= _parts(right) or _parts(right) <= _parts(left)
        return Rung(slot, "alike", 0.8, said) if nested else Rung(slot, "other", -1.3, said)
    if left <= theirs | _parts(right) or right <= mine | _parts(left):
        return Rung(slot, "alike", 0.8, said)
    if any(meanings(a) & meanings(b) for a in left for b in right):
        return Rung(slot, "alike", 0.6, said)
    return Rung(slot, "unclear", -0.3, said)


def _parts(ids: Keys) -> frozenset[str]:
    """The words of canonical ids: `person:jane-roe` has jane and roe."""
    return frozenset(p for i in ids for p in i.partition(":")[2].split("-"))


def _names_only(keys: Keys) -> bool:
    return all(":" in k for k in keys)


def _names(left: View, right: View) -> Rung:
    both = left.names & right.names
    if not left.names or not right.names:
        return Rung("names", "missing", 0.0, "")
    if not both:
        if _parts(left.names) & _parts(right.names):
            return Rung("names", "alike", 0.2, "names share words")
        return Rung("names", "none", -1.2, "no name in common")
    part = len(both) / min(len(left.names), len(right.names))
    weight = 0.4 + 0.5 * min(len(both), 3) * part
    return Rung("names", "all" if part == 1 else "some", weight, f"both name {', '.join(sorted(both))}")


def figure_pairs(left: View, right: View) -> list[tuple[str, Figure, Figure]]:
    """Every pair of figures that measure in one unit, with how they compare."""
    pairs = ((quantities.kind(a, b), a, b) for a in left.figures for b in right.figures)
    return [p for p in pairs if p[0] != "apart"]


def _figures(left: View, right: View) -> Rung:
    if not left.figures or not right.figures:
        return Rung("figures", "missing", 0.0, "")
    pairs = figure_pairs(left, right)
    for verdict, a, b in pairs:
        if verdict == "agree":
            return Rung("figures", "agree", 1.2, f"{a.at.text} and {b.at.text} agree")
    for verdict, a, b in pairs:
        return Rung("figures", verdict, -0.2, f"{a.at.text} against {b.at.text}")
    return Rung("figures", "apart", -0.2, "")


def _days(left: View, right: View) -> Rung:
    if left.days is None or right.days is None:
        return Rung("days", "missing", 0.0, "")
    said = f"{_range(left.days)} and {_range(right.days)}"
    if not meet(left.days, right.days):
        return Rung("days", "disjoint", -1.2, said)
    if narrow(left.days) and narrow(right.days):
        return Rung("days", "same", 0.9, said)
    return Rung("days", "meet", 0.4, said)


def _range(days: tuple[str, str]) -> str:
    return days[0] if days[0] == days[1] else f"{days[0]}..{days[1]}"


def _voice(left: View, right: View) -> Rung:
    if {left.voice, right.voice} & {"", SOMEBODY}:
        return Rung("speaker", "missing", 0.0, "")
    if left.voice == right.voice or _one_name(left.voice, right.voice):
        return Rung("speaker", "same", 0.8, f"both {left.voice}")
    return Rung("speaker", "other", -1.0, f"{left.voice} and {right.voice}")


def _one_name(left: str, right: str) -> bool:
    """Whether a name as printed ("editor Ben Smith") ends in the words of a known person's."""
    known, printed = (left, right) if left.startswith("person:") else (right, left)
    if not known.startswith("person:") or ":" in printed:
        return False
    name = known.partition(":")[2].split("-")
    return printed.split()[-len(name) :] == name
