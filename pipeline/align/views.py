"""A claim as the comparisons see it: its slots as sets of keys, made once for each claim."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

from pipeline.align.lexicon import listed, meanings, rarity, spelt
from pipeline.model import Argument, Claim, Document, Figure, Published, When
from pipeline.text import fold, key, words

Days: TypeAlias = tuple[str, str]
"""First and last day that is meant, ISO, both included."""

_NEGATORS = frozenset({"not", "no", "never", "neither", "nor", "cannot", "nobody", "none", "without"})
_PASSED_OVER = listed(
    """
    yet be been being was were is are have has had one very roughly about only even ever just so an the any to longer
    quite really
    """
)
CALENDAR = listed(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
    october november december mon tue wed thu fri sat sun jan feb apr jun jul aug sep sept oct nov dec a.m p.m
    """
)
"""Words of dates, which say nothing about what is dated."""
PRONOUNS = listed(
    """
    i me my we us our you your he him his she her it its they them their who whom which that this these those one
    somebody someone everybody everyone nobody anybody people
    """
)
"""Heads that say nothing about whom they mean."""
SOMEBODY = "?"
"""The voice of a speaker who is not known by name."""
_REACH = 1
_NO_DENIAL = re.compile(
    r" (?:only|just|quite|merely|simply|least|doubt|matter|less|more than|fewer|later than|sooner)\b"
)
_NUMERO = re.compile(r"\.? ?\d")
_HALF_DENIALS = frozenset({"barely", "hardly", "scarcely", "little", "few", "rarely", "seldom"})
_CLAUSE_END = re.compile(r"[,;:()\n]")
_UNSURE = frozenset({"opinion", "possible", "denied"})


@dataclass(frozen=True, slots=True)
class View:
    """One claim, ready to be compared.

    `words` are content lemmas with their rarity, `weight` their sum; `names` canonical ids; `surface` the words as
    printed, folded, `negated` those a negation stands before; `agent`, `patient` and `place` keys (ids, else heads),
    `actor` and `object` the words of agent and patient, `attribute` those of what they are said to be; `days` the
    claim's own days, None where nothing dates it, `dates` those of everything dated in its sentence, `inner` in its own
    words; `since` whether its days are when it began; `told` the days on which its speaker said it; `reported` the days
    on which its article can have appeared; `voice` who says it, "" for the outlet, SOMEBODY where it is not known who;
    `source` what such a somebody is called, or what a known person is.
    """

    claim: Claim
    words: dict[str, float]
    weight: float
    senses: frozenset[int]
    names: frozenset[str]
    surface: frozenset[str]
    negated: frozenset[str]
    predicate: str
    agent: frozenset[str]
    actor: frozenset[str]
    patient: frozenset[str]
    object: frozenset[str]
    attribute: frozenset[str]
    place: frozenset[str]
    days: Days | None
    dates: tuple[Days, ...]
    inner: tuple[Days, ...]
    since: bool
    told: Days | None
    reported: Days | None
    voice: str
    source: str
    figures: tuple[Figure, ...]

    @property
    def hedged(self) -> bool:
        """Whether it half denies ("barely") or leaves open ("has not decided whether to appeal"), which neither affirms
        nor denies for sure."""
        return bool(self.surface & _HALF_DENIALS) or "whether" in self.surface

    @property
    def order(self) -> tuple[str, int, int, str]:
        """Where the claim stands, for sorting."""
        at = self.claim.at
        return at.file, at.start, at.end, self.claim.id

    @property
    def day(self) -> Days | None:
        """The days it speaks of: its own, up to its report where they are when it began; else those of its report."""
        if self.since and self.days and self.reported:
            return min(self.days[0], self.reported[0]), max(self.days[1], self.reported[1])
        return self.days or self.reported


def view(
    claim: Claim,
    document: Document,
    published: Published | None = None,
    said: When | None = None,
    dated: tuple[When, ...] = (),
) -> View:
    """The claim with its slots as keys.

    `published`: what the story implies, where the article itself says nothing. `said`: when the words were spoken, for
    a claim in a quotation. `dated`: every date in its sentence.
    """
    weighed = _weighed(claim)
    known = published if published is not None and published.earliest else document.published
    return View(
        claim=claim,
        words=weighed,
        weight=sum(weighed.values()),
        senses=frozenset(s for word in weighed for s in meanings(word)),
        names=frozenset(claim.entities),
        surface=frozenset(w for _, _, w in words(fold(claim.at.text).casefold())),
        negated=negated(claim.at.text),
        predicate=spelt(claim.frame.predicate.lower()) if claim.frame else "",
        agent=_participants(claim, "agent"),
        actor=_words_of(claim, "agent"),
        patient=_participants(claim, "patient"),
        object=_words_of(claim, "patient"),
        attribute=_words_of(claim, "attribute"),
        place=_participants(claim, "place"),
        days=_days(claim.date),
        dates=tuple(d for when in dated if (d := _days(when)) is not None),
        inner=tuple(d for when in dated if (d := _days(when)) is not None and _within(claim, when)),
        since=_began(claim),
        told=_days(said),
        reported=(known.earliest, known.latest) if known.earliest and known.latest else None,
        voice=_voice(claim),
        source=_source(claim),
        figures=claim.figures,
    )


def by_the_way(seen: View) -> Iterator[View]:
    """Each act that a claim tells by the way, as if the claim were about it."""
    for act in seen.claim.acts:
        claim = replace(seen.claim, polarity=act.polarity, frame=act.frame, date=act.date, acts=())
        yield replace(
            seen,
            claim=claim,
            predicate=spelt(act.frame.predicate.lower()),
            agent=_participants(claim, "agent"),
            actor=_words_of(claim, "agent"),
            patient=_participants(claim, "patient"),
            object=_words_of(claim, "patient"),
            attribute=_words_of(claim, "attribute"),
            place=_participants(claim, "place"),
            days=_days(act.date),
            since=_began(claim),
        )


def stated(view: View) -> bool:
    """Whether it is put forward as so, not as an opinion, a possibility or a condition."""
    frame = view.claim.frame
    sure = view.claim.checkable and view.claim.certainty not in _UNSURE
    return sure and (frame is None or frame.aspect != "conditional")


def negated(text: str) -> frozenset[str]:
    """The words that a negation in the text bears on: the next that carries meaning, within the clause.

    >>> sorted(negated("They have not led the party since 2003, and never will"))
    ['led', 'will']
    >>> sorted(negated("Nobody was seriously hurt, and police detained no one"))
    ['seriously']
    """
    found: set[str] = set()
    plain = fold(text).casefold()
    listed = list(words(plain))
    for i, (_, end, word) in enumerate(listed):
        if not _denies(plain, word, end):
            continue
        left = _REACH
        for start, stop, follower in listed[i + 1 :]:
            if not left or _CLAUSE_END.search(plain, end, start):
                break
            end = stop
            if follower not in _PASSED_OVER:
                found.add(follower)
                left -= 1
    return frozenset(found)


def denials(text: str) -> int:
    """How often a text denies.

    >>> denials("They have not led the party, and never will"), denials("No. 2 did not only sing")
    (2, 0)
    """
    plain = fold(text).casefold()
    return sum(_denies(plain, word, end) for _, end, word in words(plain))


def _denies(text: str, word: str, end: int) -> bool:
    """Whether a word denies what follows; "not only", "no longer than" and "No. 2" do not."""
    if word not in _NEGATORS and not word.endswith("n't"):
        return False
    return not (_NO_DENIAL.match(text, end) or (word == "no" and _NUMERO.match(text, end)))


def _weighed(claim: Claim) -> dict[str, float]:
    lemmas = (spelt(key(word)) for word in claim.words)
    telling = (w for w in lemmas if w not in CALENDAR and any(c.isalnum() for c in w))
    return {lemma: weight for lemma in telling if (weight := rarity(lemma)) > 0}


def _participants(claim: Claim, role: str) -> frozenset[str]:
    keys = (a.entity or key(a.head) for a in _arguments(claim, role))
    return frozenset(k for k in keys if k and k not in PRONOUNS)


def _words_of(claim: Claim, role: str) -> frozenset[str]:
    return frozenset(key(w) for a in _arguments(claim, role) for w in a.words)


def _arguments(claim: Claim, role: str) -> Iterator[Argument]:
    return (a for a in (claim.frame.arguments if claim.frame else ()) if a.role == role)


def _days(when: When | None) -> Days | None:
    if when is None or when.earliest is None or when.latest is None:
        return None
    return when.earliest, when.latest


def _within(claim: Claim, when: When) -> bool:
    return when.source is not None and claim.at.holds(when.source)


def _began(claim: Claim) -> bool:
    """Whether the claim's date is when it began: "since 2003"."""
    source = claim.date.source if claim.date else None
    if source is None or not claim.at.holds(source):
        return False
    before = claim.at.text[: source.start - claim.at.start].casefold().split()
    return bool(before) and before[-1] == "since"


def _source(claim: Claim) -> str:
    if claim.speaker is None:
        return ""
    return key(claim.speaker.title or "") if claim.speaker.entity else key(claim.speaker.at.text)


def _voice(claim: Claim) -> str:
    if claim.speaker is None:
        return ""
    if claim.speaker.entity:
        return claim.speaker.entity
    named = claim.speaker.kind == "named" and key(claim.speaker.name) not in PRONOUNS
    named = named and "'s " not in key(claim.speaker.name)
    return key(claim.speaker.name) if named else SOMEBODY
