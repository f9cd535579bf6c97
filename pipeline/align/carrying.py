"""Which of two claims that do not conflict carries what the other states, wholly.

Fitted on the pairs in `bench/pairs.csv`; `bench/alignment.py` measures it.
"""

from __future__ import annotations

from pipeline.align.differences import BEYOND
from pipeline.align.ladder import COPULAS, Likeness
from pipeline.align.views import View

RELATED = 0.3
"""Score from which claims are worth showing as near misses."""
SAME = 0.6
"""Score from which two claims say one thing."""
ACT = 0.45
"""Score from which they do where act and actor, or act and object, are one."""
WHOLE = 0.62
"""The share of a claim that the other must have before it carries it wholly."""
CORE = 0.5
"""The share that does where act and actor, or act and object, are one."""
CONTAINED = 0.9
"""The share from which all of a claim stands in the other."""
FULL = 1.5
"""The weight of shared words, agent and act left out, that is enough for that."""
VERBATIM = 0.95
"""The share on both sides from which one is the other's words."""
SOMETHING = 0.8
"""The weight of shared words, agent and act left out, that is enough for that."""

_ONE = ("same", "alike")


def carried(left: View, right: View, likeness: Likeness) -> str:
    """Whose statement the other one carries: `left`, `right`, `both` or ""."""
    shares = (likeness.left_cover, likeness.right_cover)
    if min(shares) >= VERBATIM and likeness.beyond >= SOMETHING and _polar(left, right, likeness):
        return "both"
    if not _compatible(left, right, likeness):
        return ""
    found = _wholly(likeness, CORE if _core(likeness) else WHOLE) if likeness.score >= _needed(likeness) else ""
    if likeness.level("predicate") == "other" and found and not _said_otherwise(left, right, likeness, found):
        found = ""
    if not found and _contained(likeness):
        found = _wholly(likeness, CONTAINED)
    return found or ("both" if one_act(likeness) else "")


def one_act(likeness: Likeness) -> bool:
    """Whether act, day and who or what it was done by or to say that one act is told, whatever else they hold."""
    if likeness.level("predicate") not in _ONE or likeness.level("days") not in ("same", "meet"):
        return False
    agent, patient = likeness.level("agent"), likeness.level("patient")
    if agent == "same":
        return likeness.score >= RELATED
    named = likeness.level("names") in ("all", "some")
    return patient in _ONE and named and agent != "other" and likeness.beyond >= BEYOND


def _core(likeness: Likeness) -> bool:
    """Whether act and actor, or act and object, are one."""
    return likeness.level("predicate") in _ONE and (
        likeness.level("agent") in _ONE or likeness.level("patient") in _ONE
    )


def _needed(likeness: Likeness) -> float:
    return ACT if _core(likeness) else SAME


def _wholly(likeness: Likeness, whole: float) -> str:
    left, right = likeness.left_cover >= whole, likeness.right_cover >= whole
    return "both" if left and right else "left" if left else "right" if right else ""


def _said_otherwise(left: View, right: View, likeness: Likeness, found: str) -> bool:
    """Whether another predicate can still tell the same: near all the words, one figure of one agent, a description."""
    if found == "both":
        return True
    if likeness.level("agent") != "same":
        return False
    lesser = left if found == "left" else right
    described = lesser.predicate in COPULAS and likeness.cover >= CONTAINED
    return described or likeness.level("figures") == "agree"


def _contained(likeness: Likeness) -> bool:
    """Whether all that one says stands in the other, its act included."""
    act = likeness.level("predicate") in ("same", "alike", "mentioned")
    return act and likeness.cover >= CONTAINED and likeness.beyond >= FULL and likeness.level("names") != "none"


def _polar(left: View, right: View, likeness: Likeness) -> bool:
    return left.claim.polarity == right.claim.polarity or likeness.level("predicate") == "opposite"


def _compatible(left: View, right: View, likeness: Likeness) -> bool:
    """Whether nothing in the slots speaks against one statement."""
    if not _polar(left, right, likeness) or likeness.level("days") == "disjoint":
        return False
    return "other" not in (likeness.level("agent"), likeness.level("patient"), likeness.level("speaker"))
