"""Nobody hurt or killed in one article, somebody in another, in what the words around show to be one accident.

"No one was killed." names no accident: what it is of stands in the sentence before. So the two are held against each
other by their sentences together with the ones before them, and only where neither article also tells the other thing
of that accident.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from pipeline.align.ladder import Likeness, compare
from pipeline.align.lexicon import listed
from pipeline.align.scope import apart
from pipeline.align.times import moment
from pipeline.align.views import View, stated
from pipeline.text import fold, key

ONE_ACCIDENT = 1.8
"""The weight of words, those for the harm left out, that two accounts of one accident share."""

_DEATH = frozenset({"die", "kill", "perish", "drown"})
_HURT = frozenset({"injure", "hurt", "wound"})
_WORDS = _DEATH | _HURT | listed("dead death fatality casualty injury people person man woman")
_NONE = re.compile(
    r"\b(?:no|without|not any|nobody|no one|none)\b(?: (?:reported|known|serious|major|other|further|immediate))*"
    r"(?: (?P<noun>casualt|injur|death|fatalit|deaths)|[^,;:.]{0,30}\b(?P<verb>killed|died|hurt|injured|wounded)\b)"
)


@dataclass(frozen=True, slots=True)
class _Account:
    """What one statement says of the people in an accident: `kinds` of harm, denied or told; `around` it."""

    view: View
    denied: bool
    kinds: frozenset[str]
    around: dict[str, float]


def conflicts(views: Sequence[View]) -> Iterator[tuple[View, View, Likeness, str]]:
    """Statements of two articles, the earlier place first, of which one denies harm that the other tells, and why."""
    told = _accounts(views)
    for ours, theirs in combinations([told[doc] for doc in sorted(told)], 2):
        for left in ours:
            for right in theirs:
                if left.denied == right.denied or not _one_accident(left, right):
                    continue
                if any(_bears_out(a, left) for a in theirs) or any(_bears_out(a, right) for a in ours):
                    continue
                yield left.view, right.view, compare(left.view, right.view), "nobody hurt against somebody hurt"


def _accounts(views: Sequence[View]) -> dict[str, list[_Account]]:
    found: dict[str, list[_Account]] = defaultdict(list)
    before: dict[str, float] = {}
    here: dict[str, float] = {}
    doc, start = "", -1
    held: list[View] = []
    for view in [*sorted(views, key=lambda v: (v.claim.doc, v.claim.sentence.start, v.order)), None]:
        if view is None or (view.claim.doc, view.claim.sentence.start) != (doc, start):
            for v in held:
                account = _account(v, {**before, **here})
                if account is not None:
                    found[doc].append(account)
            if view is None:
                break
            before = here if view.claim.doc == doc else {}
            doc, start, here, held = view.claim.doc, view.claim.sentence.start, {}, []
        here.update(view.words)
        held.append(view)
    return found


def _account(view: View, around: dict[str, float]) -> _Account | None:
    if not stated(view) or view.claim.frame is None or view.claim.frame.aspect not in ("happened", "holds"):
        return None
    plain = fold(view.claim.at.text).casefold()
    kept = {word: weight for word, weight in around.items() if word not in _WORDS}
    none = _NONE.search(plain)
    if none is not None and (view.claim.polarity == "negative" or none.group("noun")):
        return _Account(view, True, _denied(none), kept)
    if none is not None or view.claim.polarity == "negative" or view.negated:
        return None
    kind = "death" if view.predicate in _DEATH else "hurt" if view.predicate in _HURT else ""
    suffered = view.actor if view.predicate in _DEATH - {"kill"} else view.object
    return _Account(view, False, frozenset({kind}), kept) if kind and suffered else None


def _denied(none: re.Match[str]) -> frozenset[str]:
    """The kinds of harm that are denied; nobody hurt is nobody killed either, no casualties are neither."""
    told = none.group("noun") or none.group("verb")
    return frozenset({"death"}) if told in ("death", "fatalit", "killed", "died") else frozenset({"death", "hurt"})


def _one_accident(left: _Account, right: _Account) -> bool:
    if not left.kinds & right.kinds or moment(left.view, right.view) != "same" or apart(left.view, right.view):
        return False
    if _places(left.view) and _places(right.view) and not _places(left.view) & _places(right.view):
        return False
    return _shared(left, right) >= ONE_ACCIDENT


def _shared(left: _Account, right: _Account) -> float:
    return sum(min(weight, right.around[word]) for word, weight in left.around.items() if word in right.around)


def _bears_out(account: _Account, other: _Account) -> bool:
    """Whether an account of the other article says the same of the accident."""
    return account.denied == other.denied and bool(account.kinds & other.kinds) and _shared(account, other) >= 1.0


def _places(view: View) -> frozenset[str]:
    return frozenset(n for n in view.names if n.startswith(("gpe:", "place:")) and _inside(view, n))


def _inside(view: View, name: str) -> bool:
    return name.partition(":")[2].split("-")[0] in key(view.claim.at.text)
