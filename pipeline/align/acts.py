"""Which statements of two articles tell one act, by the words around their verbs, and whether both can hold.

Two verbs that mean one act, or that exclude each other, tell of one where the words around them and the statements they
stand in are alike: a sum of log-odds whose weights stand in `data/acts.toml`. Only pairs that differ in polarity or by
opposite verbs are looked at, whatever `blocks.py` made of them. Two quotations are left to their own comparison.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations

from pipeline.align.differences import Difference, denied_otherwise, other_things, tells_both
from pipeline.align.ladder import COPULAS, Likeness, compare, same_act
from pipeline.align.lexicon import opposites, rarity, stem, weights
from pipeline.align.scope import apart
from pipeline.align.surroundings import Place, meeting, shared
from pipeline.align.views import View
from pipeline.model import Span

DENIED = 0.25
"""How likely two statements must be of one act before it is a conflict that one denies it."""
DOUBTED = 0.1
"""How likely before a model of entailment is asked whether it is one."""
OPPOSED = 0.78
"""How likely where the verbs exclude each other: "win" and "lose" may tell of two races."""
FEATURES = ("window", "claims", "verb", "beyond")
"""What the likeness of two acts is a sum of; `data/acts.toml` says what each is."""
_ONE = ("same", "alike")
_FLOOR = 0.02
_MUCH = 0.7


def conflicts(found: Mapping[str, Sequence[Place]]) -> Iterator[tuple[View, View, Likeness, Difference]]:
    """Statements of two documents on one act that cannot both hold, the earlier place first."""
    return ((left, right, compared, why) for left, right, compared, why, sure in differing(found) if sure)


def differing(found: Mapping[str, Sequence[Place]]) -> Iterator[tuple[View, View, Likeness, Difference, bool]]:
    """The same, and those that may be on one act; last, whether they surely are."""
    for ours, theirs in combinations([found[doc] for doc in sorted(found)], 2):
        yield from _between(ours, theirs)


def comparable(ours: Sequence[Place], theirs: Sequence[Place]) -> Iterator[tuple[Place, Place, str]]:
    """The pairs of verbs of two documents that mean one act or opposite ones: `same`, `polarity` or `opposites`."""
    for left, right in meeting(ours, theirs):
        one, two = left.view, right.view
        if left.quoted and right.quoted:
            continue
        denied = one.claim.polarity != two.claim.polarity
        if same_act(one.predicate, two.predicate):
            yield left, right, "polarity" if denied else "same"
        elif two.predicate in opposites(one.predicate):
            yield left, right, "same" if denied else "opposites"


def likeness(left: Place, right: Place) -> tuple[float, Likeness]:
    """The log-odds that two verbs tell of one act, and the comparison of their statements."""
    known = weights("acts.toml")
    compared = compare(left.view, right.view)
    told = zip(FEATURES, features(left, right, compared), strict=True)
    return known["prior"] + sum(known[name] * value for name, value in told), compared


def features(left: Place, right: Place, compared: Likeness) -> tuple[float, ...]:
    """What two verbs have in common, as FEATURES names it."""
    score = min(max(compared.score, _FLOOR), 1 - _FLOOR)
    one, two = left.view.predicate, right.view.predicate
    verb = min(rarity(one), rarity(two), _MUCH) if one == two or two in opposites(one) else 0.0
    return shared(left.window, right.window), math.log(score / (1 - score)), verb, compared.beyond


def _between(ours: Sequence[Place], theirs: Sequence[Place]) -> Iterator[tuple[View, View, Likeness, Difference, bool]]:
    same: list[tuple[Place, Place]] = []
    rivals: list[tuple[float, Place, Place, Likeness, str]] = []
    for left, right, verdict in comparable(ours, theirs):
        if verdict == "same":
            same.append((left, right))
            continue
        odds, compared = likeness(left, right)
        one_act = odds >= _odds(DOUBTED) and _one_scene(left, right, compared, verdict)
        if one_act and _excluded(left.view, right.view, compared):
            rivals.append((odds, left, right, compared, verdict))
    borne_out = _borne_out({p.at for _, left, right, _, _ in rivals for p in (left, right)}, same)
    for odds, left, right, compared, verdict in rivals:
        if max(borne_out[left.at], borne_out[right.at]) < odds:
            why = Difference(verdict, _told(left.view, right.view, verdict))
            yield left.view, right.view, compared, why, odds >= _odds(DENIED if verdict == "polarity" else OPPOSED)


def _odds(likely: float) -> float:
    return math.log(likely / (1 - likely))


def _borne_out(asked: Collection[Span], same: Sequence[tuple[Place, Place]]) -> Mapping[Span, float]:
    """For each verb asked about, how surely the other document tells the same act the same way."""
    found: dict[Span, float] = defaultdict(lambda: -math.inf)
    for left, right in same:
        if left.at in asked or right.at in asked:
            odds, _ = likeness(left, right)
            for place in (left, right):
                found[place.at] = max(odds, found[place.at])
    return found


def _excluded(left: View, right: View, compared: Likeness) -> bool:
    """Whether the two cannot both hold: nobody else says it, nothing is half denied, and what is denied is affirmed."""
    if (
        "other" in (compared.level("speaker"), compared.level("agent"))
        or left.hedged
        or right.hedged
        or _mirrored(left, right)
        or apart(left, right)
        or (left.claim.polarity == right.claim.polarity and (other_things(left, right) or tells_both(left, right)))
    ):
        return False
    return left.claim.polarity == right.claim.polarity or _bears(left, right) or _bears(right, left)


def _bears(denying: View, other: View) -> bool:
    """Whether what one denies is its act or a word of the other: "no federal post" does not deny a post."""
    if denying.claim.polarity != "negative":
        return False
    if not denying.negated:
        return denying.predicate not in COPULAS
    denied = {stem(w) for w in denying.negated}
    verb = {stem(w) for w in denying.claim.frame.at.text.casefold().split()} if denying.claim.frame else set()
    return bool(denied & {stem(w) for w in other.surface}) or (denying.predicate not in COPULAS and bool(denied & verb))


def _one_scene(left: Place, right: Place, compared: Likeness, verdict: str) -> bool:
    """Whether who acts, or what is acted on, can be one: opposite verbs of two things are no conflict.

    Of what is told by the way, who acts must not be somebody else.
    """
    if (left.by_the_way or right.by_the_way) and compared.level("agent") == "unclear":
        return False
    return verdict == "polarity" or compared.level("agent") != "unclear" or compared.level("patient") in _ONE


def _mirrored(left: View, right: View) -> bool:
    """Whether both deny, each in its way: one word in both, or "not accurate" and "inaccurate"."""
    return bool(left.negated & right.negated) or denied_otherwise(left, right) or denied_otherwise(right, left)


def _told(left: View, right: View, verdict: str) -> str:
    if verdict == "opposites":
        return f"{left.predicate} against {right.predicate}"
    return f"{left.predicate}: {left.claim.polarity} against {right.claim.polarity}"
