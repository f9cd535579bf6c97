"""Which days of two articles date one thing, by the words around them, and whether both can be right.

Two printed days of one grain (a day, a month or a year) date one thing where the words around them, the verbs they hang
on and the statements they stand in are alike: a sum of log-odds whose weights stand in `data/days.toml`. A day that the
other article has as well, in words as much like it, is no difference.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from pipeline.align.differences import other_things
from pipeline.align.ladder import COMMON_VERBS, compare, same_act
from pipeline.align.lexicon import stem, weights
from pipeline.align.surroundings import Place, alike, one_news, senses
from pipeline.align.times import GRAINS, edge, grain, meet, narrow, printed
from pipeline.align.views import View
from pipeline.align.windows import weight

ALIKE = 0.6
"""How likely two days must be of one thing before their difference is a conflict."""
DOUBTED = 0.2
"""How likely before a model of entailment is asked whether it is one."""
APART = 0.8
"""How likely where they hang on two verbs that are known and do not mean one act."""
RARE = 0.9
"""The weight of a verb that names one act of a story by itself ("arraigned")."""
BEYOND = 0.25
"""The weight that the words around them share at least, agent and act left out."""
FURTHER = 0.4
"""That weight where they hang on two such verbs and do not open their articles."""
FEATURES = ("beyond", "claims", "verb", "act", "apart", "elsewhere", "opening", "month", "ahead", "year")
"""What the likeness of two days is a sum of; `data/days.toml` says what each is."""
"""Days that a day, a month and a year have fewer than."""
_YEAR = len(GRAINS) - 1
_FOUR_DIGITS = re.compile(r"\b\d{4}\b")
_WEEKDAY = re.compile(r"day\b", re.IGNORECASE)
_FLOOR = -4.0
"""No two statements are less alike than this: frames are cut in many ways."""


def conflicts(found: Mapping[str, Sequence[Place]]) -> Iterator[tuple[View, View, str]]:
    """Claims of two documents that date one thing apart, with why, the earlier place first."""
    return ((left, right, because) for left, right, because, sure in differences(found) if sure)


def differences(found: Mapping[str, Sequence[Place]]) -> Iterator[tuple[View, View, str, bool]]:
    """The same, and those that may date one thing; last, whether they surely do."""
    for ours, theirs in combinations([found[doc] for doc in sorted(found)], 2):
        yield from _between(ours, theirs)


def comparable(ours: Sequence[Place], theirs: Sequence[Place]) -> Iterator[tuple[Place, Place, str, tuple[float, ...]]]:
    """The pairs of days of two documents that could be of one thing: they are the `same`, or `differ`; and what they
    share, as FEATURES names it."""
    sides = [[p for p in side if p.days is not None] for side in (ours, theirs)]
    if not all(sides) or not one_news(sides[0][0].view, sides[1][0].view):
        return
    kinds = [[(place, _kind(place)) for place in side] for side in sides]
    able = [(left, right, _verdict(left, right)) for left, one in kinds[0] for right, two in kinds[1] if one == two]
    met: dict[object, set[object]] = defaultdict(set)
    agreed: dict[object, set[object]] = defaultdict(set)
    for left, right, verdict in able:
        for one, two in ((left.at, right.at), (right.at, left.at)):
            met[one].add(two)
            if verdict == "same":
                agreed[one].add(two)
    for left, right, verdict in able:
        if (left.window.keys() & right.window.keys() or _only_ahead(left, right, met)) and not _barred(left, right):
            yield left, right, verdict, _features(left, right, agreed)


def _only_ahead(left: Place, right: Place, met: Mapping[object, set[object]]) -> bool:
    """Whether each is the one day ahead, printed with its month, that the other can be."""
    return _planned(left, right) and len(met[left.at]) == len(met[right.at]) == 1


def _verdict(left: Place, right: Place) -> str:
    return "same" if left.days and right.days and meet(left.days, right.days) else "differ"


def _kind(place: Place) -> tuple[int, str]:
    """Whether it is a day, a month or a year, and the day or which edge of something."""
    return _grain(place), edge(place.view.claim.sentence, place.at)


def _barred(left: Place, right: Place) -> bool:
    """Whether what they date is not one thing: one denies it, somebody else did or said it, it was done to something
    else, it was not yet done when the other came out, or they are the edge ("since 2007") of two things."""
    one, two = left.view, right.view
    if not left.act and not right.act and one.voice != two.voice:
        return True
    if _not_yet(left, right) or _not_yet(right, left) or _planned_and_done(left, right):
        return True
    if edge(one.claim.sentence, left.at) and left.verb != right.verb and not _one_act(left, right):
        return True
    return one.claim.polarity != two.claim.polarity or _other_agents(one, two) or other_things(one, two)


def _planned_and_done(left: Place, right: Place) -> bool:
    """Whether one tells of a plan and the other of what was done, on days that are not both still ahead."""
    aspects = {p.view.claim.frame.aspect for p in (left, right) if p.view.claim.frame}
    return aspects == {"planned", "happened"} and not (_ahead(left) and _ahead(right))


def _not_yet(early: Place, late: Place) -> bool:
    """Whether one tells as done what the other dates after its report."""
    reported = early.view.reported
    return bool(reported and late.days and late.days[0] > reported[1]) and not _ahead(early)


def likeness(features: Sequence[float]) -> float:
    """The log-odds that two days date one thing."""
    known = weights("days.toml")
    return known["prior"] + sum(known[name] * value for name, value in zip(FEATURES, features, strict=True))


def _features(left: Place, right: Place, agreed: Mapping[object, set[object]]) -> tuple[float, ...]:
    """As FEATURES names them. `agreed`: the days of the other article that each is."""
    one_verb = bool(left.verb) and left.verb == right.verb
    ends = ((left.at, right.at), (right.at, left.at))
    return (
        _beyond(left, right),
        max(_FLOOR, compare(left.view, right.view).odds_without("days")),
        float(one_verb),
        float(_one_act(left, right)),
        float(_other_acts(left, right)),
        float(sum(bool(agreed.get(a, set()) - {b}) for a, b in ends)),
        float(left.opening and right.opening),
        float(_in_month(left) and _in_month(right)),
        float(_ahead(left) and _ahead(right)),
        float(_grain(left) == len(GRAINS) - 1),
    )


def _in_month(place: Place) -> bool:
    """Whether a day is printed with its month, and not as a weekday."""
    return _grain(place) == 0 and any(c.isdigit() for c in place.at.text)


def _ahead(place: Place) -> bool:
    """Whether a day lies after the report that names it."""
    return bool(place.days and place.view.reported and place.days[0] > place.view.reported[1])


def _beyond(left: Place, right: Place) -> float:
    """The weight of the words around both that name neither the act nor who did it."""
    passed_over = _doers(left) | _doers(right)
    one, two = ({w: x for w, x in p.window.items() if w not in passed_over} for p in (left, right))
    return alike(one, two)


def _between(ours: Sequence[Place], theirs: Sequence[Place]) -> Iterator[tuple[View, View, str, bool]]:
    same: dict[object, float] = defaultdict(lambda: -math.inf)
    differing: list[tuple[float, Place, Place]] = []
    for left, right, verdict, features in comparable(ours, theirs):
        odds = likeness(features)
        if verdict == "same":
            for place in (left, right):
                same[place.at] = max(odds, same[place.at])
        elif not (_names(left, right) or _names(right, left)):
            differing.append((odds, left, right))
    for odds, left, right in differing:
        settled = max(same[left.at], same[right.at]) >= odds
        sure = _one_thing(left, right, odds)
        doubted = odds >= _odds(DOUBTED) and "headline" not in (left.view.claim.block, right.view.claim.block)
        if not settled and (sure or doubted) and left.days and right.days:
            told = f"days: {printed(left.at, left.days)} against {printed(right.at, right.days)}"
            yield left.view, right.view, told, sure


def _one_thing(left: Place, right: Place, odds: float) -> bool:
    """Whether two days are held to date one thing: so likely, and by more than who did it and the act."""
    if _rare_act(left, right):
        return True
    two_acts = _other_acts(left, right)
    if odds < _odds(APART if two_acts else ALIKE):
        return False
    opening = left.opening and right.opening
    needed = FURTHER if two_acts and not opening else BEYOND
    return _planned(left, right) or _beyond(left, right) >= needed or _done_once(left, right)


def _planned(left: Place, right: Place) -> bool:
    """Whether both are days still ahead, printed with their month: few articles name more than one."""
    return all(_in_month(p) and _ahead(p) for p in (left, right))


def _done_once(left: Place, right: Place) -> bool:
    """Whether a thing without a name did it alone: a trial ends once, a man speaks on many days."""
    one, two = left.view, right.view
    things = one.agent & two.agent
    alone = left.act == right.act and not (one.patient | two.patient)
    return alone and bool(things) and all(":" not in thing for thing in things)


def _odds(likely: float) -> float:
    return math.log(likely / (1 - likely))


def _names(here: Place, there: Place) -> bool:
    """Whether the sentence of one day names the other's too, as exactly; or, where a month is printed without its
    year, the other's year."""
    limit = GRAINS[_grain(there)]
    if there.days is None:
        return False
    met = [d for d in here.view.dates if meet(there.days, d)]
    return any(narrow(d, limit) or (_no_year(here) and grain(d) == _YEAR) for d in met)


def _no_year(place: Place) -> bool:
    """Whether a month, or a day of one, is printed without its year, which was then only guessed."""
    return _grain(place) < _YEAR and not _FOUR_DIGITS.search(place.at.text) and not _WEEKDAY.search(place.at.text)


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


def _one_act(left: Place, right: Place) -> bool:
    """Whether the two hang on different verbs of one meaning that tell something: much is said on many days."""
    if left.verb == right.verb or min(weight(p.verb) if p.verb else 0.0 for p in (left, right)) < COMMON_VERBS:
        return False
    return same_act(left.act, right.act) or bool(senses(left.verb) & senses(right.verb))


def _other_acts(left: Place, right: Place) -> bool:
    """Whether the two hang on verbs that are known and not of one meaning."""
    return bool(left.verb and right.verb) and left.verb != right.verb and not _one_act(left, right)


def _other_agents(left: View, right: View) -> bool:
    """Whether both name who did it, and not the same."""
    if not left.agent or not right.agent or left.agent & right.agent:
        return False
    return all(":" in key for key in left.agent | right.agent)


def _grain(place: Place) -> int:
    """A day, a month or a year."""
    return grain(place.days) if place.days is not None else len(GRAINS)
