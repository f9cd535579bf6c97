"""How two claims that were compared relate: same, supports, contradicts, supersedes or related.

The slots decide first. A judge (a model of entailment) is then asked in one batch, where there is one: a contradiction
that it does not confirm in both directions is only `related`, and a support that it calls a contradiction as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from pipeline.align import acts, amounts, asked, casualties, days, differences, measures, surroundings, within
from pipeline.align.carrying import RELATED, carried
from pipeline.align.differences import Difference
from pipeline.align.ladder import Likeness, compare
from pipeline.align.lexicon import listed
from pipeline.align.times import meet, moment, names, narrow
from pipeline.align.views import Days, View, stated
from pipeline.model import Extraction

Judge: TypeAlias = Callable[[Sequence[tuple[str, str]]], Sequence[str]]
"""Pairs of premise and hypothesis to `entailment`, `neutral` or `contradiction`, one each."""

DAYS = 0.1
CONFLICT = 0.3
"""Score from which a difference is one about the same thing."""

_LADDER = {"days": "days", "figures": "figures", "scale": "figures", "opposites": "predicate"}
"""The ladder of each slot of difference, whose own harm does not count against it."""
_TOLLS = listed(
    """
    die kill injure wound hurt displace arrest infect miss rescue evacuate detain dead death injury evacuation infection
    """
)
_BY_NOW = re.compile(r"\b(?:now|so far|to date|by then|up from|down from)\b", re.IGNORECASE)
_LOOSE = frozenset({"possible", "denied"})


@dataclass(frozen=True, slots=True)
class Relation:
    """How two claims relate, with the views and the comparison it rests on.

    `carried` says whose statement the other one carries: `left`, `right`, `both` or "".
    """

    left: View
    right: View
    likeness: Likeness
    relation: str
    because: tuple[str, ...]
    carried: str = ""


Found: TypeAlias = dict[tuple[str, str], Relation]
"""Relations by the claims that they are between."""


def relate(pairs: Iterable[tuple[View, View]], judge: Judge | None = None) -> list[Relation]:
    """Every pair that relates, in order."""
    found = [r for left, right in pairs if (r := decide(left, right)) is not None]
    return found if judge is None else _unopposed(found, judge)


def with_measures(
    views: Sequence[View],
    relations: Sequence[Relation],
    extractions: Sequence[Extraction] = (),
    ask: asked.Ask | None = None,
) -> list[Relation]:
    """The relations, and the conflicts of figures, days and acts that the words around them show.

    `ask`: a model of entailment that has the last word on those that are not sure; without one they are none.
    """
    sure: Found = {}
    open_: Found = {}
    settled = settled_by(relations, "contradicts", "supersedes", "same", "supports")
    for left, right, because in measures.conflicts(views):
        pair = (left.claim.id, right.claim.id)
        if pair not in settled and pair[::-1] not in settled and moment(left, right) == "same":
            likeness = compare(left, right)
            sure[pair] = Relation(left, right, likeness, "contradicts", (f"figures: {because}", *likeness.reasons()))
    changed = settled_by(relations, "supersedes")
    decided = settled_by(relations, "contradicts") | changed | {pair[::-1] for pair in changed}
    for relation, certain in _around(views, extractions):
        pair = (relation.left.claim.id, relation.right.claim.id)
        if pair not in decided:
            (sure if certain else open_).setdefault(pair, relation)
    for left, right, because in within.conflicts(views):
        likeness = compare(left, right)
        sure[left.claim.id, right.claim.id] = Relation(
            left, right, likeness, "contradicts", (because, *likeness.reasons())
        )
    if ask is not None:
        sure |= _borne_out({pair: r for pair, r in open_.items() if pair not in sure}, ask)
        for left, right, likeness, because in asked.conflicts(views, decided | sure.keys(), ask):
            relation = Relation(left, right, likeness, "contradicts", (because, *likeness.reasons()))
            sure[left.claim.id, right.claim.id] = _confirmed(relation)
    return [r for r in relations if (r.left.claim.id, r.right.claim.id) not in sure] + list(sure.values())


def _around(views: Sequence[View], extractions: Sequence[Extraction]) -> Iterator[tuple[Relation, bool]]:
    """What the words around verbs, figures and days make of them, and whether they surely are of one thing."""
    whole = {v.claim.id: v for v in views}
    for left, right, likeness, difference, certain in acts.differing(surroundings.acts(views, extractions)):
        relation = _differing(left, right, likeness, difference)
        yield replace(relation, left=whole[relation.left.claim.id], right=whole[relation.right.claim.id]), certain
    for left, right, likeness, because in casualties.conflicts(views):
        relation = _differing(left, right, likeness, Difference("polarity", because))
        if relation.relation == "contradicts":
            yield relation, True
    places = surroundings.places(views, extractions)
    for left, right, because, certain in amounts.differences(places):
        yield _changed(left, right, because), certain
    for left, right, because, certain in days.differences(places):
        likeness = compare(left, right)
        yield Relation(left, right, likeness, "contradicts", (because, *likeness.reasons())), certain


def _borne_out(doubtful: Found, ask: asked.Ask) -> Found:
    """The conflicts of which a model says both ways that the sentences contradict each other."""
    able = {pair: r for pair, r in doubtful.items() if r.relation == "contradicts" and _askable(r)}
    texts = [(r.left.claim.sentence.text, r.right.claim.sentence.text) for r in able.values()]
    told = zip(able.items(), asked.contradicting(texts, ask), strict=True)
    return {pair: _confirmed(relation) for (pair, relation), against in told if against}


def _askable(relation: Relation) -> bool:
    """Whether two statements can be of one thing, and are of one time or differ in nothing but that; of figures the
    words around them have said so, unless one statement is about somebody and the other about somebody else."""
    slot, left, right = relation.because[0].partition(":")[0], relation.left, relation.right
    if slot != "days" and not asked.of_one_moment(left, right):
        return False
    if slot in ("figures", "scale"):
        return not asked.of_other_people(left, right)
    return asked.of_one_thing(relation.likeness)


def _confirmed(relation: Relation) -> Relation:
    first, *others = relation.because
    return replace(relation, because=(first, "entailment: the sentences contradict each other both ways", *others))


def settled_by(relations: Sequence[Relation], *named: str) -> frozenset[tuple[str, str]]:
    """The pairs of claims that stand in one of some relations."""
    return frozenset((r.left.claim.id, r.right.claim.id) for r in relations if r.relation in named)


def _changed(left: View, right: View, because: str) -> Relation:
    """Two figures of one thing: a conflict, or one that has changed since, as tolls do and what is told of two days."""
    likeness = compare(left, right)
    reasons = (because, *likeness.reasons())
    growing = _toll(left, right) or _up_to_now(left, right)
    of = _own_days(left, right) or (growing and _reports(left, right))
    if of and of[0] != of[1]:
        first, second = (left, right) if of[0] > of[1] else (right, left)
        return Relation(first, second, likeness, "supersedes", (f"time: {_told(first, second)}", *reasons))
    return Relation(left, right, likeness, "contradicts", reasons)


def _own_days(left: View, right: View) -> tuple[Days, Days] | None:
    """The days of two statements of different days, neither of which names the other's as well."""
    if not left.days or not right.days or meet(left.days, right.days) or not (narrow(left.days) and narrow(right.days)):
        return None
    return None if names(left, right.days) or names(right, left.days) else (left.days, right.days)


def _up_to_now(left: View, right: View) -> bool:
    """Whether the later report says of its figure that it stands so by now."""
    later = max(left, right, key=lambda v: v.reported or ("", ""))
    return bool(_BY_NOW.search(later.claim.at.text))


def _reports(left: View, right: View) -> tuple[Days, Days] | None:
    return (left.reported, right.reported) if left.reported and right.reported else None


def decide(left: View, right: View) -> Relation | None:
    """How one pair relates by its slots alone; None where it does not."""
    likeness = compare(left, right)
    difference = differences.find(left, right, likeness)
    if difference is not None and likeness.apart_from(_LADDER.get(difference.slot, "words")) >= _needed(difference):
        return _differing(left, right, likeness, difference)
    whose = "" if difference is not None else carried(left, right, likeness)
    reasons = likeness.reasons()
    if not whose:
        return Relation(left, right, likeness, "related", reasons) if likeness.score >= RELATED else None
    unsure = differences.certainty(left, right)
    if unsure is not None:
        reasons = (f"{unsure.slot}: {unsure.because}", *reasons)
    return Relation(left, right, likeness, "same" if whose == "both" else "supports", reasons, whose)


# ---------------------------------------------------------------- differences


def _needed(difference: Difference) -> float:
    """Days conflict only in what is much the same already."""
    return DAYS if difference.slot == "days" else CONFLICT


def _differing(left: View, right: View, likeness: Likeness, difference: Difference) -> Relation:
    """Conflict or change, or neither where a slot is too loose to tell."""
    because = (f"{difference.slot}: {difference.because}", *likeness.reasons())
    when = moment(left, right)
    if left.claim.doc == right.claim.doc:
        return Relation(left, right, likeness, "related", because)
    sure = (stated(left) and stated(right)) or differences.disowned(left, right)
    if not (sure or _near_copy(left, right, likeness)):
        return Relation(left, right, likeness, "related", because)
    if difference.slot == "figures" and _toll(left, right) and left.reported and right.reported:
        when = "same" if left.reported == right.reported else "earlier" if left.reported < right.reported else "later"
    if difference.slot != "days" and when in ("earlier", "later"):
        if _can_change(left, right, difference):
            first, second = (left, right) if when == "later" else (right, left)
            return Relation(first, second, likeness, "supersedes", (f"time: {_told(first, second)}", *because))
        return Relation(left, right, likeness, "related", because)
    if when == "unknown" and min(likeness.left_cover, likeness.right_cover) < differences.NEAR:
        return Relation(left, right, likeness, "related", ("time: nothing says when", *because))
    return Relation(left, right, likeness, "contradicts", because)


def _told(later: View, earlier: View) -> str:
    return f"{(later.day or ('?', '?'))[0]} after {(earlier.day or ('?', '?'))[1]}"


def _near_copy(left: View, right: View, likeness: Likeness) -> bool:
    """Whether one sentence is the other but for a word, one of them stated: what is said of it holds of both."""
    alike = min(likeness.left_cover, likeness.right_cover) >= differences.NEAR
    loose = {left.claim.certainty, right.claim.certainty} & _LOOSE
    return alike and (stated(left) or stated(right)) and not loose


def _can_change(left: View, right: View, difference: Difference) -> bool:
    """Whether the difference can be a change: states, plans and counts can change, an act once done cannot."""
    if difference.slot == "scale":
        return False
    aspects = {v.claim.frame.aspect for v in (left, right) if v.claim.frame}
    return difference.slot in ("figures", "opposites") or "holds" in aspects or "planned" in aspects


def _toll(left: View, right: View) -> bool:
    return bool(_TOLLS & (left.words.keys() | right.words.keys() | {left.predicate, right.predicate}))


# ---------------------------------------------------------------- the judge


def _unopposed(relations: list[Relation], judge: Judge) -> list[Relation]:
    """The relations that the judge does not speak against; the others become `related`."""
    asked = [r for r in relations if r.relation in ("contradicts", "same", "supports")]
    pairs = [p for r in asked for p in _both_ways(r)]
    labels = list(judge(pairs))
    told = {id(r): (labels[2 * i], labels[2 * i + 1]) for i, r in enumerate(asked)}
    return [_weighed(r, told.get(id(r))) for r in relations]


def _both_ways(relation: Relation) -> tuple[tuple[str, str], tuple[str, str]]:
    one, two = relation.left.claim.reads, relation.right.claim.reads
    return (one, two), (two, one)


def _weighed(relation: Relation, labels: tuple[str, str] | None) -> Relation:
    if labels is None:
        return relation
    against = labels.count("contradiction")
    if relation.relation == "contradicts" and against < 2:
        told = f"entailment: {labels[0]}, {labels[1]}"
        return replace(relation, relation="related", because=(told, *relation.because))
    if relation.relation != "contradicts" and against == 2:
        return replace(relation, relation="related", because=("entailment: contradiction", *relation.because))
    return relation
