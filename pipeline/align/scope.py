"""What a denial or an opposite bears on: two statements that differ in it conflict only where both mean the same people
and things, at the same place.

"No motorists were hurt" says nothing of cyclists, "three members of the board did not approve it" nothing of the board,
"killed nobody in the capital" nothing of the villages, and "did not win it for her novel but for her poems" not that
she did not win it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.align.lexicon import listed, meanings, rarity
from pipeline.align.views import PRONOUNS, SOMEBODY, View
from pipeline.model import Argument
from pipeline.text import fold, key, words

_PARTS = listed("some most many several few half part parts portions two-thirds majority minority dozens scores")
_MEMBERS = listed("member members number group handful section portion third quarter")
_ALL = listed("no none nobody nothing neither all every everyone everybody each")
_ANYBODY = PRONOUNS | listed("person man woman child victim individual anything something thing nothing life")
_INSTEAD = re.compile(
    r"\b(?:not|n't)\b[^.;:]*,? but (?:rather |because |only |for |in |on |by |with |from |to |at |as |over |after )"
)
_ANY_SOURCE = listed(
    """
    official source report statement spokesman spokeswoman spokesperson authority people person someone reporter paper
    newspaper medium news account they he she it who one other some many
    """
)
"""Heads of speakers that can be the same as any other."""
_WHERE = re.compile(r"\b(?:in|at|on|near|across|outside|inside|aboard)\b")
_SETTINGS = frozenset({"place", "topic"})


def apart(left: View, right: View) -> bool:
    """Whether a denial or an opposite in one of the two is of something else than what the other tells."""
    return (
        any(_INSTEAD.search(fold(v.claim.at.text).casefold()) for v in (left, right))
        or _parts(left, right)
        or _other_kinds(left, right)
        or _elsewhere(left, right)
        or two_sources(left, right)
        or _answered(left, right)
        or _not_since(left, right)
        or _not_since(right, left)
    )


def two_sources(left: View, right: View) -> bool:
    """Whether two speakers who cannot be one say it, each the other way: "the army said", "rebels said"."""
    if SOMEBODY not in (left.voice, right.voice) or not left.voice or not right.voice:
        return False
    if not left.source or not right.source:
        return "'s " in left.source + right.source
    one, two = (_spoken_by(v.source) for v in (left, right))
    if one & two or one & _ANY_SOURCE or two & _ANY_SOURCE or not one or not two:
        return False
    return not any(meanings(a) & meanings(b) for a in one for b in two)


def _not_since(denying: View, other: View) -> bool:
    """Whether it was not done since a day by which the other article has it done: "not inspected since 2017"."""
    if denying.claim.polarity != "negative" or not denying.since or denying.days is None or other.days is None:
        return False
    return not other.since and other.days[0] <= denying.days[1]


def _answered(left: View, right: View) -> bool:
    """Whether somebody speaks against what the other article only reports as alleged."""
    levels = left.claim.certainty, right.claim.certainty
    if levels.count("alleged") != 1:
        return False
    alleged, other = (left, right) if levels[0] == "alleged" else (right, left)
    return bool(other.voice) and other.voice != alleged.voice


def _spoken_by(source: str) -> set[str]:
    """What a speaker is called, in the singular: "its lawyer" is {lawyer}."""
    plain = (w for _, _, w in words(source.partition(" of ")[0]))
    singular = (w[:-1] if w.endswith("s") and not w.endswith("ss") else w for w in plain)
    return {w for w in singular if rarity(w) > 0}


def _parts(left: View, right: View) -> bool:
    """Whether one speaks of some of those whom the other speaks of: "most shops", "three members of the board"."""
    for role in ("agent", "patient"):
        one, two = (next(_of(v, role), None) for v in (left, right))
        if one is None or two is None:
            continue
        if (_partial(one) or _partial(two)) and not (_universal(one) or _universal(two)):
            return True
    return False


def _partial(argument: Argument) -> bool:
    told = [w for _, _, w in words(key(argument.at.text))][:3]
    if not told:
        return False
    return told[0] in _PARTS or (argument.head in _MEMBERS and " of " in f" {key(argument.at.text)} ")


def _universal(argument: Argument) -> bool:
    first = next((w for _, _, w in words(key(argument.at.text))), "")
    return first in _ALL


def _other_kinds(left: View, right: View) -> bool:
    """Whether what is denied of one kind is told of another: "no motorists", "two cyclists"."""
    for role in ("agent", "patient"):
        one, two = (next(_of(v, role), None) for v in (left, right))
        if one is None or two is None or not (_none_of(one) or _none_of(two)):
            continue
        heads = key(one.head), key(two.head)
        one_kind = one.entity or two.entity or set(one.words) & set(two.words)
        if one_kind or set(heads) & _ANYBODY or heads[0] == heads[1] or meanings(heads[0]) & meanings(heads[1]):
            continue
        if not (set(heads) & {w for a in (one, two) for w in a.words if key(a.head) != w}):
            return True
    return False


def _none_of(argument: Argument) -> bool:
    first = next((w for _, _, w in words(key(argument.at.text))), "")
    return first in ("no", "none", "neither")


def _elsewhere(left: View, right: View) -> bool:
    """Whether nobody here is denied and somebody there is told of: both name a setting, and they share no word."""
    if not any(_universal(a) for v in (left, right) for role in ("agent", "patient") for a in _of(v, role)):
        return False
    one, two = (_setting(v) for v in (left, right))
    if not one or not two or one & two:
        return False
    senses = {s for w in two for s in meanings(w)}
    return not any(meanings(w) & senses for w in one)


def _setting(view: View) -> set[str]:
    told = [a for role in _SETTINGS for a in _of(view, role)]
    inner = [a for role in ("agent", "patient") for a in _of(view, role) if _WHERE.search(fold(a.at.text))]
    heads = {a.head for a in inner}
    return {key(w) for a in (*told, *inner) for w in a.words if w not in heads and rarity(key(w)) > 0}


def _of(view: View, role: str) -> Iterator[Argument]:
    return (a for a in (view.claim.frame.arguments if view.claim.frame else ()) if a.role == role)
