"""What the slots leave open, put before a model of entailment: both must speak for a conflict.

Two kinds are asked about. Figures, days and acts of two articles that may be of one thing, but not surely (`amounts`,
`days` and `acts` say which); and sentences that share much of what they say, of which one denies or has an opposite,
whatever statements were cut out of them. A model is asked for both directions, the second only where the first is a
contradiction: it sees two sentences and nothing of when, by whom or of whom they were said, which is what the slots
have settled before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TypeAlias

from pipeline.align.differences import other_things
from pipeline.align.ladder import Likeness, compare
from pipeline.align.lexicon import listed, opposites, stem
from pipeline.align.scope import apart
from pipeline.align.surroundings import one_news
from pipeline.align.times import meet, moment, narrow
from pipeline.align.views import View, denials, stated
from pipeline.align.windows import stems
from pipeline.entail import Score
from pipeline.text import fold, words

Ask: TypeAlias = Callable[[Sequence[tuple[str, str]]], Sequence[Score]]
"""Pairs of premise and hypothesis to what a model makes of each."""

SHARED = 2.0
"""The weight of the words that two sentences must share before a model is asked about them."""
COVER = 0.3
"""The share of the lighter one that must be in the other."""
BEYOND = 1.0
"""The weight of the words that two statements must share, agent and act left out, where their objects may be two."""
PERIOD = 25
"""Days from which a date is a period that is told of, and not a day."""
_UNDONE = listed("refus fail declin unabl lack fals untru")
"""Stems of words that say without a "not" that something is not so; that somebody denies it does not make it so."""
_ORDER = frozenset({"before", "after"})
"""Words that tell an order, which `orders` compares."""


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence with the claims made of it: its stems with their weight, how often it denies, all of its stems."""

    views: tuple[View, ...]
    bag: dict[str, float]
    weight: float
    denied: int
    stems: frozenset[str]

    @property
    def text(self) -> str:
        """The sentence as printed."""
        return self.views[0].claim.sentence.text


def conflicts(
    views: Sequence[View], known: Collection[tuple[str, str]], ask: Ask
) -> Iterator[tuple[View, View, Likeness, str]]:
    """Statements of two articles that a model finds to contradict each other, in sentences that tell much the same and
    of which one denies or has an opposite; with their comparison and why they were asked about.

    `known`: the claims, by their ids, between which there is a conflict or a change already.
    """
    able = [(left, right, why, pairs) for left, right, why in open_pairs(views) if (pairs := _able(left, right, known))]
    texts = [(left.text, right.text) for left, right, _, _ in able]
    for (_, _, why, pairs), against in zip(able, contradicting(texts, ask), strict=True):
        reads = [(one.claim.reads, two.claim.reads) for one, two in pairs] if against else []
        told = [pairs[i] for i, clash in enumerate(contradicting(reads, ask)) if clash]
        if told:
            compared, one, two = max(
                ((compare(one, two), one, two) for one, two in told), key=lambda c: (c[0].score, c[1].order, c[2].order)
            )
            yield one, two, compared, why


def open_pairs(views: Sequence[View]) -> Iterator[tuple[Told, Told, str]]:
    """Sentences of two articles that tell much the same, one with a denial or an opposite, and which."""
    by_article = _told(views)
    for ours, theirs in combinations([by_article[doc] for doc in sorted(by_article)], 2):
        if one_news(ours[0].views[0], theirs[0].views[0]):
            for left, right in _meeting(ours, theirs):
                if why := _turned(left, right):
                    yield left, right, why


def contradicting(texts: Sequence[tuple[str, str]], ask: Ask) -> list[bool]:
    """Of each pair of texts, whether a model calls it a contradiction in both directions, at its working threshold.

    The same two texts are asked about once: papers print each other's sentences.
    """
    once = list(dict.fromkeys(texts))
    there = _against(once, ask)
    back = _against([(b, a) for a, b in there], ask)
    return [(b, a) in back for a, b in texts]


def _against(texts: Sequence[tuple[str, str]], ask: Ask) -> dict[tuple[str, str], None]:
    """The pairs that a model calls contradictions, in their order."""
    scores = ask(texts) if texts else []
    return {pair: None for pair, score in zip(texts, scores, strict=True) if score.verdict == "contradiction"}


def of_one_thing(compared: Likeness) -> bool:
    """Whether two statements can be of one thing: nobody else says, does or suffers it, they share a name where both
    have some, and where it is not clear that it is done to the same, they share more than who did it."""
    levels = {slot: compared.level(slot) for slot in ("agent", "patient", "speaker")}
    if "other" in levels.values() or compared.level("names") == "none":
        return False
    return levels["patient"] != "unclear" or compared.beyond >= BEYOND


def of_other_people(left: View, right: View) -> bool:
    """Whether both statements name people and nobody is named in both."""
    ours, theirs = ({name for name in view.names if name.startswith("person:")} for view in (left, right))
    return bool(ours and theirs) and not ours & theirs


def of_one_moment(left: View, right: View) -> bool:
    """Whether both tell of one moment: neither came out before what the other tells of had come about, and no month,
    quarter or year that the sentence of one names is over and past where the other speaks."""
    ends = ((left, right), (right, left))
    return not any(_too_early(*pair) or _other_period(*pair) for pair in ends) and moment(left, right) == "same"


def _too_early(one: View, two: View) -> bool:
    if not one.reported or not two.days or two.claim.certainty == "planned":
        return False
    return one.reported[1] < two.days[0]


def _other_period(one: View, two: View) -> bool:
    periods = [d for d in one.dates if not narrow(d, PERIOD)]
    spoken_of = [*two.dates, *([two.day] if two.day else [])]
    return bool(periods and spoken_of) and not any(meet(p, d) for p in periods for d in spoken_of)


# ---------------------------------------------------------------- sentences


def _told(views: Sequence[View]) -> dict[str, list[Told]]:
    """The sentences of each article, in order."""
    made: dict[tuple[str, int], list[View]] = defaultdict(list)
    for view in sorted(views, key=lambda v: v.order):
        made[view.claim.doc, view.claim.sentence.start].append(view)
    found: dict[str, list[Told]] = defaultdict(list)
    for (doc, _), held in sorted(made.items()):
        text = held[0].claim.sentence.text
        bag, roots = stems(text), frozenset(stem(w) for _, _, w in words(fold(text).casefold()))
        denied = denials(text) + len(_UNDONE & roots)
        found[doc].append(Told(tuple(held), bag, sum(bag.values()), denied, roots))
    return found


def _meeting(ours: Sequence[Told], theirs: Sequence[Told]) -> Iterator[tuple[Told, Told]]:
    """The sentences of two articles that share enough of their words."""
    filed: dict[str, list[int]] = defaultdict(list)
    for i, told in enumerate(theirs):
        for word in told.bag:
            filed[word].append(i)
    for left in ours:
        common: dict[int, float] = defaultdict(float)
        for word, weight in left.bag.items():
            for i in filed.get(word, ()):
                common[i] += min(weight, theirs[i].bag[word])
        for i, weight in sorted(common.items()):
            if weight >= SHARED and weight >= COVER * min(left.weight, theirs[i].weight):
                yield left, theirs[i]


def _turned(left: Told, right: Told) -> str:
    """Why two sentences may not both hold: one denies more often, or has a word that excludes one of the other's."""
    if left.denied != right.denied:
        return "polarity: one of the sentences denies"
    for word in sorted(left.stems - right.stems):
        others = opposites(word) | opposites(word + "e")
        rivals = {stem(o) for o in others} & (right.stems - left.stems)
        if rivals and not others & _ORDER:
            return f"opposites: {word} against {min(rivals)}"
    return ""


def _able(left: Told, right: Told, known: Collection[tuple[str, str]]) -> list[tuple[View, View]]:
    """The claims of two sentences that can conflict; none where some are known to."""
    met = [(one, two) for one in left.views for two in right.views]
    if any((a.claim.id, b.claim.id) in known or (b.claim.id, a.claim.id) in known for a, b in met):
        return []
    return [pair for pair in met if _can_conflict(*pair)]


def _can_conflict(left: View, right: View) -> bool:
    """Whether both are stated, of one moment, in one voice, of nobody else; what two quotations say is left to their
    own comparison, and a headline tells too little."""
    if not (stated(left) and stated(right)) or left.hedged or right.hedged or (left.claim.quote and right.claim.quote):
        return False
    if left.voice != right.voice or "headline" in (left.claim.block, right.claim.block):
        return False
    compared = compare(left, right)
    if not of_one_thing(compared) or apart(left, right) or other_things(left, right):
        return False
    return of_one_moment(left, right)
