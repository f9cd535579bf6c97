"""A clash, or none, beside details that only one side tells, as two reports of one event have them."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Sequence

from train.own import shorten

Edit = Callable[[str, random.Random], str | None]


def joined(one: str, other: str, rng: random.Random) -> str:
    """Both statements in one sentence."""
    head, tail = one.rstrip("."), other.rstrip(".")
    low = tail if tail[:1].isupper() and tail.split()[0] not in _LOWERED else tail[0].lower() + tail[1:]
    return rng.choice(
        (f"{head}, while {low}.", f"{head}, and {low}.", f"{head}. {tail}.", f"{tail}, and {lower(head)}.")
    )


_LOWERED = frozenset(
    {"The", "A", "An", "He", "She", "It", "They", "In", "On", "At", "His", "Her", "Its", "There", "This"}
)


def lower(text: str) -> str:
    """The statement as it stands within a sentence."""
    return text[0].lower() + text[1:] if text.split()[0] in _LOWERED else text


def two_ways(text: str, rng: random.Random) -> tuple[str, str] | None:
    """Two shorter tellings of one sentence, each with something that the other leaves out."""
    found = sorted({made for _ in range(6) if (made := shorten.shorten(text, rng))})
    apart = [(a, b) for a in found for b in found if a < b and a.rstrip(".") not in b and b.rstrip(".") not in a]
    apart = [(a, b) for a, b in apart if len(set(a.split()) & set(b.split())) >= 4]
    return rng.choice(apart) if apart else None


def pairs(sentences: Sequence[str], kinds: dict[str, Edit], rng: random.Random) -> Iterable[tuple[str, str, str]]:
    """Premise, hypothesis and what they are: clash, open or carried."""
    brief = [s for s in sentences if 6 <= len(s.split()) <= 18]
    for text in sentences:
        told = two_ways(text, rng)
        if told:
            one, other = rng.sample(told, 2)
            yield (*_edited(one, other, kinds, rng),) if rng.random() < 0.7 else (one, other, "open")
    for text in brief:
        added = joined(text, rng.choice(brief), rng)
        way = rng.random()
        if way < 0.6:
            yield _edited(text, added, kinds, rng)
        elif way < 0.8:
            yield text, added, "open"
        else:
            yield added, text, "carried"


def _edited(one: str, other: str, kinds: dict[str, Edit], rng: random.Random) -> tuple[str, str, str]:
    possible = []
    for kind, edit in kinds.items():
        made = edit(one, rng)
        if not made or made == one:
            continue
        gone = [w.strip(".,") for w in one.split() if w not in made.split()]
        if kind == "own_negation" or (gone and all(w in other for w in gone)):
            possible.append(made)
    if not possible:
        return one, other, "open" if len(one) < len(other) else "skip"
    made = rng.choice(possible)
    return (made, other, "clash") if rng.random() < 0.5 else (other, made, "clash")
