"""Two tellings of one event as reports have them: other words, each with a lead, a tail, a source or a second statement
that the other leaves out; and a clash in what both tell, or none.

The words around a statement are cut from other sentences of the same sources, so that length and foreign detail say
nothing about the label.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from train.own import details, shorten, stamps

LONGEST = 44
"""Words of a dressed statement."""

WHO = (
    "officials", "police", "a spokesman", "a spokeswoman for the ministry", "the company", "the mayor's office",
    "a person with knowledge of the matter", "two witnesses", "her lawyer", "his lawyer", "the agency", "court papers",
    "researchers", "the union", "a statement", "the authorities", "an official who asked not to be named", "aides",
    "the committee", "prosecutors", "the campaign", "people who were there", "a senior adviser", "the army", "analysts",
)  # fmt: skip
_BEFORE = (
    "According to {who}, {said}.", "{Who} said that {said}.", "{Who} told reporters that {said}.",
    "{Who} confirmed that {said}.", "{Who} said {said}.", "It was {who} who said that {said}.",
)  # fmt: skip
_AFTER = ("{Said}, {who} said.", "{Said}, according to {who}.", "{Said}, {who} told reporters.", "{Said}, {who} added.")
_SPOKEN = re.compile(r"^(?:And|But|Yes|No|So|Or|If|Yeah|Well|Oh)\b|\b(?:I|you|You|we|We|my|your|our|uh|um)\b|[?!]")


@dataclass(frozen=True, slots=True)
class Bank:
    """Parts of sentences to dress others with: opening phrases, endings, short statements."""

    leads: tuple[str, ...]
    tails: tuple[str, ...]
    brief: tuple[str, ...]


def bank(sentences: Sequence[str]) -> Bank:
    """The parts that `sentences` hold."""
    leads, tails = set(), set()
    for text in sentences:
        if _SPOKEN.search(text) or stamps.DATED.search(text):
            continue
        lead, tail = shorten.LEAD.match(text), shorten.TAIL.match(text)
        if lead:
            leads.add(lead[1])
        if tail:
            tails.add(text[len(tail[1]) : -1])
    brief = sorted({s for s in sentences if 5 <= len(s.split()) <= 13 and not _SPOKEN.search(s)})
    return Bank(tuple(sorted(leads)), tuple(sorted(tails)), tuple(brief))


def framed(text: str, rng: random.Random) -> str:
    """The statement with a source that stands behind it."""
    who, said = rng.choice(WHO), text.rstrip(".")
    form = rng.choice(_BEFORE + _AFTER)
    return form.format(who=who, Who=who[0].upper() + who[1:], said=details.lower(said), Said=said)


def dressed(text: str, parts: Bank, rng: random.Random) -> str | None:
    """The statement with details of its own, and sometimes a source; None where it would grow too long."""
    made, way = text, rng.random()
    if way < 0.35:
        made = f"{made.rstrip('.')}{rng.choice(parts.tails)}."
    elif way < 0.6:
        made = f"{rng.choice(parts.leads)}, {details.lower(made)}"
    else:
        made = details.joined(made, rng.choice(parts.brief), rng)
    if rng.random() < 0.35 and ". " not in made:
        made = framed(made, rng)
    return made if len(made.split()) <= LONGEST else None


def longer(text: str, parts: Bank, rng: random.Random) -> str:
    """The statement dressed once more where it has room."""
    return dressed(text, parts, rng) or text


def together(one: str, other: str, rng: random.Random) -> str:
    """Two statements as one report tells them, in either order."""
    first, second = rng.sample((one, other), 2)
    return details.joined(first, second, rng)


Edit = Callable[[str], str | None]


def told(
    premise: str, hypothesis: str, label: int, edit: Edit, parts: Bank, rng: random.Random
) -> tuple[str, str, str] | None:
    """Both statements dressed, and what they are.

    That is clash, against (a clash by the licensed pair), open, other (open by the licensed pair) or carried.

    `label`: of the pair as given. `edit`: makes the hypothesis clash with what entails it, or gives None.
    """
    way = rng.random()
    if label == 0 and way < 0.15:
        return _with_another(premise, hypothesis, edit, parts, rng)
    if label == 0 and way < 0.6:
        clash = edit(hypothesis)
        return _dress_both(premise, clash, "clash", parts, rng) if clash else None
    if label == 0 and way < 0.75:
        return _dress_both(premise, hypothesis, "open", parts, rng, both=True)
    if label == 0:
        left = dressed(premise, parts, rng)
        return (left, hypothesis, "carried") if left else None
    if label == 1:
        return _dress_both(premise, (edit(hypothesis) if way < 0.3 else None) or hypothesis, "other", parts, rng)
    return _dress_both(premise, hypothesis, "against", parts, rng)


def _dress_both(
    left: str, right: str, what: str, parts: Bank, rng: random.Random, both: bool = False
) -> tuple[str, str, str] | None:
    one = dressed(left, parts, rng) if both or rng.random() < 0.85 else left
    two = dressed(right, parts, rng) if both or rng.random() < 0.75 else right
    if not one or not two:
        return None
    swap = what in ("clash", "against", "open") and rng.random() < 0.5
    return (two, one, what) if swap else (one, two, what)


def _with_another(
    premise: str, hypothesis: str, edit: Edit, parts: Bank, rng: random.Random
) -> tuple[str, str, str] | None:
    """The pair beside a second statement that both report, alike or not."""
    second = rng.choice(parts.brief)
    clash = edit(second) if rng.random() < 0.7 else None
    left, right = together(premise, second, rng), together(hypothesis, clash or second, rng)
    return (left, right, "clash" if clash else "carried") if len(left.split()) <= LONGEST else None
