"""What a story's texts offer for dating: each date expression with the event it dates, and which events are one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeAlias

from pipeline.align.ladder import same_act
from pipeline.align.lexicon import listed, rarity
from pipeline.model import Claim, Document, Entity, Extraction, Span, Timex
from pipeline.text import key, singular, words

_AROUND = 9
_REACH = 400
"""Characters to each side in which those words are looked for."""
_TELLING = 1.3
"""How rare the words that two statements share are together where they need name nobody."""
_PARTICULAR = 2.0
"""The same where nothing shows that the act is one but a number."""
_LONG_NUMBER = 3
"""Digits of a number that is no coincidence."""
_LIGHT = listed("be have do say tell make take get give go come include follow see hold show lead remain continue")
_PLAIN = listed(
    """
    a an the of in on at by for with from to and or but as after before during over under into than then also later
    previously since its his her their this that these those who which what when where he she it they we was were is
    are has had have been be not no s last next year month week day early late more most all some any other new
    """
)
_CALENDAR = listed(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december jan feb mar apr jun jul aug sep sept oct nov dec
    """
)
_HAPPENINGS = {
    word: kind
    for kind, named in {
        "fighting": "war conflict fighting fight battle strike airstrike attack offensive clash hostility shelling "
        "artillery bombing bombardment invasion siege raid missile ceasefire truce",
        "vote": "election vote ballot poll referendum runoff primary",
        "disaster": "earthquake quake flood flooding hurricane cyclone typhoon storm tsunami wildfire eruption "
        "landslide",
        "outbreak": "pandemic epidemic outbreak virus infection lockdown",
        "accident": "crash derailment collision explosion blast collapse sinking shipwreck",
        "protest": "protest demonstration riot uprising coup revolution unrest",
    }.items()
    for word in named.split()
}
Named: TypeAlias = tuple[Span, str, str]
"""A mention, the key of what it names, and its name."""
_NAME = re.compile(r"[A-ZÀ-Þ][\w'’-]*[\w]")


@dataclass(frozen=True, slots=True)
class Clue:
    """A date expression and what it dates.

    `names`, `words`: keys of the statement that it dates; `acts`: its verb, and the noun that it hangs on ("the
    suspension last week"), light verbs left out. `kinds` of happening and `nearby` names stand within a few words of
    the expression. `called`: the names by key, as known.
    """

    timex: Timex
    sentence: Span
    names: frozenset[str]
    words: frozenset[str]
    acts: tuple[str, ...]
    kinds: frozenset[str]
    nearby: frozenset[str]
    block: str
    called: dict[str, str] = field(default_factory=dict, compare=False)

    @property
    def doc(self) -> str:
        """The article it stands in."""
        return self.timex.doc


def find_clues(document: Document, extraction: Extraction) -> tuple[Clue, ...]:
    """A clue for each statement that a date or time of the article dates, or for the date alone, in order."""
    by_source: dict[Span, list[Claim]] = {}
    for claim in extraction.claims:
        if claim.date is not None and claim.date.source is not None:
            by_source.setdefault(claim.date.source, []).append(claim)
    named = sorted((m.at, _name_key(e), e.name) for e in extraction.entities for m in e.mentions)
    found: list[Clue] = []
    for timex in extraction.dates:
        if timex.type not in ("DATE", "TIME") or timex.when.value.endswith("_REF"):
            continue
        at = timex.at
        sentence = next((s for s in extraction.sentences if s.at.holds(at)), None)
        if sentence is None:
            continue
        dated: list[Claim | None] = [*sorted(by_source.get(at, ()), key=lambda c: (len(c.at.text), c.at))]
        here = [n for n in named if sentence.at.holds(n[0])]
        found.extend(_clue(timex, sentence.at, sentence.block, claim, here) for claim in dated or [None])
    return tuple(found)


def _clue(timex: Timex, sentence: Span, block: str, claim: Claim | None, named: list[Named]) -> Clue:
    near = _window(timex.at, sentence)
    nearby = _names(near, sentence, named)
    beside = {singular(key(w)) for _, _, w in words(near.text)}
    kinds = frozenset(_HAPPENINGS[w] for w in beside if w in _HAPPENINGS)
    if claim is None:
        return Clue(timex, sentence, frozenset(nearby), frozenset(beside - _PLAIN), (), kinds, frozenset(nearby), block,
                    nearby)  # fmt: skip
    called = _names(claim.at, sentence, named)
    names = frozenset(called)
    plain = frozenset(singular(w) for w in claim.words) - _PLAIN
    return Clue(timex, sentence, names, plain, _acts(claim, timex.at), kinds, frozenset(nearby), block, nearby | called)


def _acts(claim: Claim, at: Span) -> tuple[str, ...]:
    """The verb of a statement and, where its date stands in the subject or right behind it, the head of that."""
    if claim.frame is None:
        return ()
    found = [claim.frame.predicate.lower()]
    for subject in claim.frame.arguments:
        within = subject.at.start <= at.start and subject.at.end <= claim.frame.at.start
        if subject.role == "agent" and within and at.start - subject.at.end <= 1:
            found.append(subject.head)
    return tuple(act for act in dict.fromkeys(found) if act and act not in _LIGHT)


def _name_key(entity: Entity) -> str:
    """One key for a name in all articles, whatever label each gave it: a country's id, a surname, else the name."""
    if entity.entity.startswith("country:"):
        return entity.entity
    plain = key(entity.name)
    return plain.split()[-1] if entity.label == "PERSON" and plain else plain


def _window(at: Span, sentence: Span) -> Span:
    """The words around an expression that no statement claims, a few to each side."""
    middle, offset = at.start - sentence.start, at.end - sentence.start
    first = max(0, middle - _REACH)
    before = list(words(sentence.text[first:middle]))[-_AROUND:]
    after = list(words(sentence.text[offset : offset + _REACH]))[:_AROUND]
    start = sentence.start + (first + before[0][0] if before else middle)
    end = sentence.start + offset + (after[-1][1] if after else 0)
    return sentence.cut(start, end)


def _names(span: Span, sentence: Span, named: list[Named]) -> dict[str, str]:
    """What is named in a span, by key, as printed or as known: entities, then other capitalised words.

    The sentence's first word and the calendar's are no names.
    """
    inside = [n for n in named if span.holds(n[0])]
    found = {entity: name for _, entity, name in inside}
    for match in _NAME.finditer(span.text):
        name = match.group().removesuffix("'s").removesuffix("’s")
        start = span.start + match.start()
        known = any(at.start <= start < at.end for at, _, _ in inside)
        if not known and start > sentence.start and key(name) not in _PLAIN | _CALENDAR:
            found[key(name)] = name
    return found


def common_names(clues: Iterable[Clue]) -> frozenset[str]:
    """Names that stand in more than half of a story's dated statements: they tell no event from another."""
    dated: dict[Span, frozenset[str]] = {}
    for clue in clues:
        dated[clue.timex.at] = dated.get(clue.timex.at, frozenset()) | clue.names
    counts = Counter(name for names in dated.values() for name in names)
    return frozenset(n for n, count in counts.items() if len(dated) > 3 and count * 2 > len(dated))


def one_event(
    left: Clue, right: Clue, common: frozenset[str], act_only: bool = False, one_weekday: bool = False
) -> tuple[int, str]:
    """How strongly, and in words why, two dated statements tell of one event; (0, "") where nothing shows it.

    Either the same act with the same people and things; or, where both name `one_weekday`, the same particulars, a
    number among them; or, unless `act_only`, one kind of happening (a war, a vote) at a place that not everything in
    the story is about.
    """
    shared = left.names & right.names
    act = _one_act(left, right)
    if act:
        things = (left.words & right.words) - {singular(verb) for verb in (*left.acts, *right.acts)} - shared
        telling = sum(map(rarity, things)) >= _TELLING
        if len(shared) + min(len(things), 2) >= 3 or (shared and things) or (len(things) > 1 and telling):
            named = " and ".join(sorted({left.called.get(n, _shown(n)) for n in shared})[:3] or sorted(things)[:3])
            return 2 * len(shared) + len(things), f"{act}{named and ' and name '}{named}"
    if one_weekday:
        things = left.words & right.words
        counted = sorted(w for w in things if w.isdigit() and len(w) >= _LONG_NUMBER)
        if counted and len(things) > 2 and sum(map(rarity, things)) >= _PARTICULAR:
            return len(things), f"both tell of {' and '.join(sorted(things)[:4])}"
    kinds = left.kinds & right.kinds
    places = (left.nearby & right.nearby) - common
    if kinds and places and not act_only:
        place = min(places, key=lambda n: (-len(n), n))
        place = left.called.get(place, _shown(place))
        return len(places), f"both tell of {_KIND[min(kinds)]} and name {place}"
    return 0, ""


def _one_act(left: Clue, right: Clue) -> str:
    """In words, which act both tell of: by one verb, by two that can mean the same, or one by its noun; else ""."""
    pairs = [(a, b) for a in left.acts for b in right.acts if same_act(a, b)]
    if not pairs:
        return ""
    one, two = min(pairs, key=lambda pair: (pair[0] != pair[1], pair))
    return f"both say “{one}”" if one == two else f"both say “{one}” or “{two}”"


_KIND = {
    "fighting": "fighting",
    "vote": "a vote",
    "disaster": "a disaster",
    "outbreak": "an outbreak",
    "accident": "an accident",
    "protest": "unrest",
}


def _shown(name: str) -> str:
    plain = name.rsplit(":", 1)[-1]
    return plain if ":" in name else plain.title()
