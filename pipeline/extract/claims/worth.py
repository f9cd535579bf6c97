"""How much a sentence is worth checking: figures, votes and deeds before wishes, questions and generalities.

A weighted sum of the signs that work on check-worthiness (Hassan et al. 2017, ClaimBuster) keeps to; the weights are
rounded by hand. Only their order means something.
"""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.extract.claims.cues import SAY, THINK
from pipeline.extract.claims.tree import Tree
from pipeline.text import listed

_RECORD = listed(
    """vote tax cut spend increase create pass lose raise support oppose cost pay budget deficit job percent million
    billion trillion kill die arrest fire elect sign ban sue charge convict"""
)
_MODAL = listed("should must ought can could may might")
_FUTURE = listed("will 'll would going shall")
_WISH = listed("want let need try hope wish")
_NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC", "LOC", "EVENT", "LAW", "PRODUCT"})


def worth(tree: Tree, own: Iterable[int]) -> float:
    """A number that is the higher, the more there is to check in these words."""
    words = [tree[i] for i in own]
    lower = {w.lower for w in words}
    lemmas = {w.lemma for w in words}
    labels = {w.label for w in words}
    root = tree[tree.root]
    total = 0.2 * min(sum(w.pos == "NOUN" for w in words), 10)
    total += 0.8 * min(sum(w.tag == "CD" for w in words), 4)
    total += 0.7 * min(sum(w.tag in ("VBD", "VBN") and w.lemma not in SAY for w in words), 4)
    total += 0.9 * bool(labels & {"MONEY", "PERCENT"})
    total += 0.8 * bool(lemmas & _RECORD)
    total += 0.6 * any(w.tag in ("JJR", "RBR", "JJS", "RBS") for w in words)
    total -= 1.1 * (not labels & _NAMES and "CD" not in {w.tag for w in words})
    total -= 1.1 * bool(lemmas & THINK)
    total -= 1.2 * any(w.text == "?" for w in words)
    total -= 0.9 * bool(lemmas & _WISH)
    total -= 0.9 * ("i" in lower)
    total -= 0.7 * bool(lower & _FUTURE)
    total -= 0.7 * bool(lower & _MODAL)
    total -= 0.4 * bool(lower & {"you", "your"})
    total -= 0.5 * (root.lemma == "be" and tree.kid(root.i, "attr", "acomp") is not None)
    return round(total, 2)
