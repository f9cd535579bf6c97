"""What kind of statement it is, and whether it can be checked at all."""

from __future__ import annotations

from pipeline.extract.claims.cues import listed
from pipeline.extract.claims.frames import Core
from pipeline.extract.claims.statements import Statement
from pipeline.extract.claims.tree import Tree

_SUPERLATIVE = listed(
    "first only never largest biggest highest lowest oldest youngest longest shortest unprecedented sole unique"
)
_CAUSE_VERBS = listed("cause trigger prompt spark provoke")
_CAUSE_WITH = {"lead": "to", "result": "in", "stem": "from", "blame": "for", "attribute": "to"}
_CAUSE_MARKS = listed("because since due owing thanks")
_JUDGEMENT = listed(
    """good bad great terrible wonderful awful beautiful ugly brilliant stupid ridiculous absurd shameful
    disgraceful disastrous outrageous pathetic magnificent superb dreadful horrible fantastic amazing
    incredible unbelievable
    tragic sad happy proud sorry lovely nasty foolish silly wise fair unfair right wrong important crucial vital
    interesting boring stunning remarkable optimistic pragmatic symbolic critical"""
)


def kinds(tree: Tree, statement: Statement, core: Core, figures: bool) -> tuple[str, ...]:
    """The kinds of a statement, sorted."""
    state = core.aspect == "holds" or tree[core.head].pos == "AUX" or statement.kind == "apposition"
    found = {"state" if state else "act"}
    own = [tree[i] for i in statement.own]
    if figures:
        found.add("figure")
    if any((w.tag in ("JJS", "RBS") and w.lower not in ("least", "most")) or w.lower in _SUPERLATIVE for w in own):
        found.add("superlative")
    if any(w.tag in ("JJR", "RBR") for w in own) and any(w.lower == "than" for w in own):
        found.add("comparative")
    if _causes(tree, core.head) or any(w.lower in _CAUSE_MARKS and w.dep in ("mark", "prep") for w in own):
        found.add("causal")
    if tree.words[-1].text == "?" or any(w.text == "?" for w in tree.words[-3:]):
        found.add("question")
    attribute = tree.kid(core.head, "acomp", "attr")
    if attribute is not None and attribute.lemma in _JUDGEMENT:
        found.add("opinion")
    if core.aspect == "planned" and tree[core.head].pos == "AUX":
        found.add("forecast")
    return tuple(sorted(found))


def unchecked(kinds: tuple[str, ...]) -> str:
    """Why a statement of these kinds cannot be checked; empty where it can."""
    for kind, why in (
        ("question", "it is a question"),
        ("opinion", "it is an opinion"),
        ("forecast", "it is a forecast"),
    ):
        if kind in kinds:
            return why
    return ""


def _causes(tree: Tree, head: int) -> bool:
    lemma = tree[head].lemma
    if lemma in _CAUSE_WITH:
        return any(w.lower == _CAUSE_WITH[lemma] for w in tree.kids(head, "prep", "dative"))
    return lemma in _CAUSE_VERBS and tree.kid(head, "dobj", "nsubjpass") is not None
