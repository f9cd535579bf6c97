"""Which days of two articles date one thing, by the words around them, and whether both can be right.

Two printed days of one grain (a day, a month or a year) date one thing where the words around them, the verbs they hang
on and the statements they stand in are alike: a sum of log-odds whose weights stand in `data/days.toml`. A day that the
other article has as well, in words as much like it, is no difference.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from pipeline.align.differences import other_things
from pipeline.align.ladder import compare, same_act
from pipeline.align.lexicon import stem, weights
from pipeline.align.surroundings import Place, meeting, weight
from pipeline.align.times import edge, meet, narrow, printed
from pipeline.align.views import View

ALIKE = 0.45
"""How likely two days must be of one thing before their difference is a conflict."""
APART = 0.65
"""How likely where they hang on two verbs that are known and do not mean one act."""
RARE = 0.9
"""The weight of a verb that names one act of a story by itself ("arraigned")."""
BEYOND = 0.25
"""The weight that the words around them share at least, agent and act left out."""
FEATURES = ("beyond", "claims", "verb", "rare", "apart")
"""What the likeness of two days is a sum of; `data/days.toml` says what each is."""
_FLOOR = -4.0
"""No two statements are less alike than this: frames are cut in many ways."""


def conflicts(found: Mapping[str, Sequence[Place]]) -> Iterator[tuple[View, View, str]]:
    """Claims of two documents that date one thing apart, with why, the earlier place first."""
    for ours, theirs in combinations([found[doc] for doc in sorted(found)], 2):
        yield from _between(ours, theirs)


def comparable(ours: Sequence[Place], theirs: Sequence[Place]) -> Iterator[tuple[Place, Place, str]]:
    """The pairs of days of two documents that could be of one thing: they are the `same`, or `differ`."""
    sides = [[p for p in side if p.days is not None] for side in (ours, theirs)]
    for left, right in meeting(*sides):
        if left.days is None or right.days is None or _grain(left) != _grain(right):
            continue
        if edge(left.view.claim.sentence, left.at) != edge(right.view.claim.sentence, right.at):
            continue
        if left.view.claim.polarity != right.view.claim.polarity or _other_agents(left.view, right.view):
            continue
        if not other_things(left.view, right.view):
            yield left, right, "same" if meet(left.days, right.days) else "differ"


def likeness(left: Place, right: Place) -> float:
    """The log-odds that two days date one thing."""
    known = weights("days.toml")
    told = zip(FEATURES, features(left, right), strict=True)
    return known["prior"] + sum(known[name] * value for name, value in told)


def features(left: Place, right: Place) -> tuple[float, ...]:
    """What two days have in common, as FEATURES names it."""
    one_verb = bool(left.verb) and left.verb == right.verb
    return (
        _beyond(left, right),
        max(_FLOOR, compare(left.view, right.view).odds_without("days")),
        float(one_verb),
        weight(left.verb) if one_verb else 0.0,
        float(_other_acts(left, right)),
    )


def _beyond(left: Place, right: Place) -> float:
    """The weight of the words around both that name neither the act nor who did it."""
    passed_over = _doers(left) | _doers(right)
    both = left.window.keys() & right.window.keys() - passed_over
    return sum(min(left.window[word], right.window[word]) for word in sorted(both))


def _between(ours: Sequence[Place], theirs: Sequence[Place]) -> Iterator[tuple[View, View, str]]:
    same: dict[object, float] = defaultdict(lambda: -math.inf)
    differing: list[tuple[float, Place, Place]] = []
    for left, right, verdict in comparable(ours, theirs):
        odds = likeness(left, right)
        if verdict == "same":
            for place in (left, right):
                same[place.at] = max(odds, same[place.at])
        elif not (_names(left.view, right) or _names(right.view, left)):
            differing.append((odds, left, right))
    for odds, left, right in differing:
        settled = max(same[left.at], same[right.at]) >= odds
        if not settled and _one_thing(left, right, odds) and left.days and right.days:
            told = f"days: {printed(left.at, left.days)} against {printed(right.at, right.days)}"
            yield left.view, right.view, told


def _one_thing(left: Place, right: Place, odds: float) -> bool:
    """Whether two days are held to date one thing: so likely, and by more than who did it and the act."""
    if _rare_act(left, right):
        return True
    likely = odds >= _odds(APART if _other_acts(left, right) else ALIKE)
    return likely and (_beyond(left, right) >= BEYOND or _done_once(left, right))


def _done_once(left: Place, right: Place) -> bool:
    """Whether a thing without a name did it alone: a trial ends once, a man speaks on many days."""
    one, two = left.view, right.view
    things = one.agent & two.agent
    alone = left.act == right.act and not (one.patient | two.patient)
    return alone and bool(things) and all(":" not in thing for thing in things)


def _odds(likely: float) -> float:
    return math.log(likely / (1 - likely))


def _names(view: View, place: Place) -> bool:
    """Whether a statement's sentence names those days too."""
    return place.days is not None and any(meet(place.days, d) for d in view.dates)


def _doers(place: Place) -> frozenset[str]:
    """The stems of the act and of who did it: one man does much in a week."""
    view = place.view
    named = (part for key in view.agent for part in key.rpartition(":")[2].split("-"))
    return frozenset(stem(w) for w in (*named, *view.actor, view.predicate)) | {place.verb}


def _rare_act(left: Place, right: Place) -> bool:
    """Whether both hang on one verb that is rare enough to name one act of a story, done to nobody else."""
    one, two = left.view.patient, right.view.patient
    others = bool(one and two) and not one & two and all(":" in key for key in one | two)
    return left.verb == right.verb and weight(left.verb) >= RARE and not others


def _other_acts(left: Place, right: Place) -> bool:
    """Whether the two hang on verbs that are known and not of one meaning."""
    known = bool(left.verb and right.verb)
    return known and left.verb != right.verb and not same_act(left.act, right.act)


def _other_agents(left: View, right: View) -> bool:
    """Whether both name who did it, and not the same."""
    if not left.agent or not right.agent or left.agent & right.agent:
        return False
    return all(":" in key for key in left.agent | right.agent)


def _grain(place: Place) -> int:
    """A day, a month or a year."""
    return next(i for i, limit in enumerate((3, 32, 370)) if place.days is not None and narrow(place.days, limit))
