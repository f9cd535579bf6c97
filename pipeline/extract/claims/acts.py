"""Acts that a statement tells by the way: in a clause that says which one is meant, by a joined verb, before or after
its own act, or as a noun ("the rejection of the deal by the board came as a surprise").

They make no statement of their own, but they are told as having happened, and another article may tell them otherwise.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from pipeline.extract.claims.clauses import WH
from pipeline.extract.claims.cues import CUES
from pipeline.extract.claims.derivations import verb_of
from pipeline.extract.claims.frames import Core
from pipeline.extract.claims.statements import Statement
from pipeline.extract.claims.tree import SUBJECTS, VERBAL, Tree, Word

_LINKS = frozenset({"relcl", "acl", "advcl", "conj", "pcomp"})
_PHRASES = _LINKS | {"prep", "pobj", "dobj", "nsubj", "nsubjpass", "agent", "attr", "appos", "nmod", "poss", "dative"}
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_SUPPOSED = frozenset({"if", "unless", "whether", "until", "lest", "before"})
_AFTER = frozenset({"after", "following", "since", "despite", "upon"})
MOST = 4
"""So many acts of one statement, the first ones."""


def verbs(tree: Tree, statement: Statement, found: Core, heads: Collection[int]) -> list[Statement]:
    """The verbs inside a statement that tell an act, each as a statement of its own; `heads` are those that are one."""
    if statement.kind == "apposition" or found.aspect not in ("happened", "holds"):
        return []
    inside = set(statement.own)
    told = (
        Statement(i, _kind(tree[i]), [k for k in tree.under(i) if k in inside], *_whose(tree, tree[i], statement))
        for i in statement.own
        if tree[i].pos == "VERB" and i not in heads and i not in found.path and _happened(tree, i, found.path)
    )
    return [s for s in told if s.subject is not None][:MOST]


def nouns_of_action(tree: Tree, statement: Statement, found: Core) -> Iterator[tuple[Word, str]]:
    """The nouns inside a statement that name an act that happened and say of what, each with its verb."""
    if found.aspect != "happened":
        return
    for i in statement.own:
        word = tree[i]
        verb = verb_of(word.lemma) if word.pos == "NOUN" and word.tag == "NN" else None
        if verb is None or not any(w.lower == "of" for w in tree.kids(i, "prep")):
            continue
        over = tree[word.head] if word.head >= 0 else word
        doer = word.dep in SUBJECTS and over.i in found.path and over.tag == "VBD"
        if doer or (word.dep == "pobj" and over.lower in _AFTER):
            yield word, verb


def _happened(tree: Tree, i: int, path: Collection[int]) -> bool:
    """Whether a verb tells what happened, and nothing between it and the statement's own verb makes it less."""
    word = tree[i]
    if not _plain(tree, word):
        return False
    while word.i not in path:
        if word.dep not in (_LINKS if word.pos in VERBAL else _PHRASES):
            return False
        if word.i != i and word.pos in VERBAL and not _plain(tree, word):
            return False
        if word.head < 0:
            return False
        word = tree[word.head]
    return True


def _plain(tree: Tree, word: Word) -> bool:
    """Whether a verb is finite or a participle of the past, with no modal and no condition, and brings no plan."""
    helpers = list(tree.kids(word.i, "aux", "auxpass"))
    if any(w.tag in ("MD", "TO") for w in helpers) or any(w.lower in _SUPPOSED for w in tree.kids(word.i, "mark")):
        return False
    if any(w.dep == "pcomp" for w in (word,)) and tree[word.head].lower in _SUPPOSED | {"without", "for"}:
        return False
    if word.lemma in CUES and (word.dep in ("acl", "relcl") or tree.kid(word.i, "ccomp") is not None):
        return False
    if word.tag in _FINITE or any(w.tag in ("VBD", "VBZ", "VBP") for w in helpers):
        return True
    return word.tag == "VBN" and word.dep in ("acl", "conj")


def _kind(word: Word) -> str:
    return "participle" if word.dep == "acl" else "conjunct"


def _whose(tree: Tree, verb: Word, statement: Statement) -> tuple[int | None, int | None, int | None]:
    """The subject of such a verb, the noun that it says more of, and the pronoun for that."""
    own = tree.kid(verb.i, *SUBJECTS)
    if verb.dep == "relcl":
        if own is not None and own.tag in WH:
            return verb.head, None, own.i
        relative = next((tree[k] for k in tree.under(verb.i) if tree[k].tag in WH and k < verb.i), None)
        if relative is not None and relative.tag in ("WP$", "WRB"):
            return (own.i if own else None), None, None
        return (own.i if own else None), verb.head, (relative.i if relative else None)
    if own is not None:
        return own.i, None, None
    if verb.dep == "acl":
        return verb.head, None, None
    if verb.dep == "conj":
        above = tree[verb.head]
        shared = tree.kid(above.i, *SUBJECTS)
        if shared is not None and shared.tag in WH and above.dep == "relcl":
            return above.head, None, None
        return (shared.i if shared is not None else statement.subject), None, None
    return statement.subject, None, None
