"""How sure the text is of a statement, on the contract's scale.

An outlet's own unhedged words are `asserted`; what a finding or an admission carries is `established`; what somebody
says is `reported`, at arm's length `alleged`, said not to be so `denied`. What is still to come is `planned`, what may
be is `possible`. The weakest link decides: a plan that a minister reports is `planned`, an allegation of one `alleged`.
"""

from __future__ import annotations

from pipeline.extract.claims.cues import (
    ALLEGE,
    ALLEGE_ADVERB,
    ALLEGE_NOUN,
    DENIAL,
    FACT_NOUN,
    FACTIVE,
    HEARSAY,
    HEDGE,
    HEDGE_VERB,
    MAYBE_NOUN,
    NEGATIVE_IMPLICATIVE,
    REPORT_NOUN,
    SAY,
    THINK,
)
from pipeline.extract.claims.frames import Core, hearsay
from pipeline.extract.claims.statements import Cue, Statement
from pipeline.extract.claims.tree import Tree

_BELOW = frozenset({"advcl", "relcl", "acl", "ccomp", "pcomp"})
_ORDER = ("denied", "alleged", "opinion", "possible", "planned", "reported", "established", "asserted")


def certainty(tree: Tree, statement: Statement, core: Core, said: bool) -> str:
    """One of the scale. `said`: the statement stands in somebody's quotation."""
    found = {of_cue(tree, cue) for cue in statement.cues}
    if said:
        found.add("reported")
    found.add(_own(tree, statement, core))
    return next(level for level in _ORDER if level in found)


def of_cue(tree: Tree, cue: Cue) -> str:
    """What one cue makes of its clause."""
    word = tree[cue.word]
    if word.pos in ("NOUN", "PROPN"):
        return _noun(tree, cue)
    if word.lemma in DENIAL:
        return "possible" if tree.kid(cue.word, "neg") else "denied"
    if tree.kid(cue.word, "neg"):
        return "possible"
    if word.lemma == "suspect" and cue.source is not None and tree[cue.source].lower in ("i", "we"):
        return "possible"
    if word.lemma in ALLEGE:
        return "alleged"
    if word.lemma in FACTIVE:
        modal = any(w.lower in ("may", "might", "could", "would", "will") for w in tree.kids(cue.word, "aux"))
        return "possible" if modal else "established"
    if word.lemma in THINK:
        return "possible" if word.lemma not in ("think", "believe", "feel", "consider") else "reported"
    if word.lemma in SAY or word.lower in ("according", "per"):
        return "reported"
    return "asserted"


def _noun(tree: Tree, cue: Cue) -> str:
    lemma = tree[cue.word].lemma
    if any(w.lower == "no" for w in tree.kids(cue.word, "det")) or _under_negation(tree, cue.word):
        return "possible"
    for nouns, level in (
        (ALLEGE_NOUN, "alleged"),
        (REPORT_NOUN, "reported"),
        (FACT_NOUN, "established"),
        (MAYBE_NOUN, "possible"),
    ):
        if lemma in nouns:
            return level
    return "reported"


def _under_negation(tree: Tree, i: int) -> bool:
    """Whether a verb above says that there was none ("failed to produce evidence that ...")."""
    for word in tree.chain(i):
        if tree.kid(word.i, "neg") is not None or word.lemma in NEGATIVE_IMPLICATIVE:
            return True
        if word.dep in ("ccomp", "advcl", "relcl", "conj"):
            return False
    return False


def _own(tree: Tree, statement: Statement, core: Core) -> str:
    """What the words of the statement itself say."""
    lowers = {w.lower for i in core.path for w in tree.kids(i, "aux", "advmod")} | {
        tree[i].lower for i in statement.shared
    }
    over = {tree[i].lemma for i in core.path if i != core.head and hearsay(tree, i) is not None}
    if over & HEARSAY:
        return "alleged"
    if over:
        return "established" if over & FACTIVE else "possible"
    if lowers & ALLEGE_ADVERB or any(_is_alleged(tree, i, statement.head) for i in statement.own):
        return "alleged"
    hedges = HEDGE - ({"could"} if core.aspect == "happened" or core.negative else set())
    if core.aspect == "conditional" or lowers & hedges or _seems(tree, statement.head):
        return "possible"
    if lowers & {"should", "ought"}:
        return "opinion"
    return "planned" if core.aspect == "planned" else "asserted"


def _is_alleged(tree: Tree, i: int, head: int) -> bool:
    """Whether a word says "alleged" in the clause itself, not in one below it."""
    if tree[i].lower != "alleged":
        return False
    for word in tree.chain(i):
        if word.i == head:
            return True
        if word.dep in _BELOW:
            return False
    return True


def _seems(tree: Tree, head: int) -> bool:
    """Whether the verb says what something seems to be, not that somebody showed up."""
    return tree[head].lemma in HEDGE_VERB and tree.kid(head, "xcomp", "acomp", "oprd", "ccomp", "attr") is not None
