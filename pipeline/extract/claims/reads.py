"""The normal form: a statement in the article's own words, in an order in which it can be read alone.

A pronoun is replaced by the name it stands for, in square brackets: the only words that are not the article's.
"""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.extract.claims.clauses import PLACING
from pipeline.extract.claims.phrases import nouns
from pipeline.extract.claims.statements import Statement
from pipeline.extract.claims.tree import Tree

_COMMA, _POSSESSIVE = -1, -2
LONGEST = 600
"""Code points; a statement is never longer."""


def reads(tree: Tree, statement: Statement, names: Mapping[int, str], before: str = "") -> str:
    """The statement as it can be read alone. `names`: the name in place of a word (a resolved pronoun); `before`: what
    is put before it, where that leaves room."""
    own = list(statement.own)
    pieces: list[list[int]] = []
    if statement.noun is not None:
        pieces = _relative(tree, statement, own)
    elif statement.subject is not None and statement.subject not in own:
        alone = statement.kind == "apposition"
        pieces = [nouns(tree, statement.subject, alone), list(statement.shared), own]
        if own[0] == 0 and tree[0].pos != "PROPN" and tree[0].lower != "i":
            names = {0: tree[0].text[0].lower() + tree[0].text[1:], **names}
        if statement.kind in ("participle", "apposition"):
            pieces.insert(1, [_COMMA])
    else:
        pieces = [list(statement.shared), own] if statement.shared else [own]
    text = (
        " ".join(filter(None, (_piece(tree, p, names) for p in pieces)))
        .replace(" ,", ",")
        .replace(" 's ", "'s ")
        .replace("] ’s ", "]’s ")
    )
    text = text[0].upper() + text[1:]
    text = before + text if len(before + text) <= LONGEST else text
    return text if len(text) <= LONGEST else text[: text.rfind(" ", 0, LONGEST)] + " …"


def _piece(tree: Tree, piece: list[int], names: Mapping[int, str]) -> str:
    if piece in ([_COMMA], [_POSSESSIVE]):
        return "," if piece == [_COMMA] else "'s"
    if not any(i in names for i in piece):
        return tree.text(piece)
    out, run = [], list[int]()
    for i in piece:
        if i in names:
            owner = (
                ("'" if tree[i].lower == "their" and names[i].endswith("s]") else "'s") if tree[i].tag == "PRP$" else ""
            )
            out += [tree.text(run), names[i] + owner]
            run = []
        else:
            run.append(i)
    return " ".join(filter(None, [*out, tree.text(run)]))


def _is_stranded(tree: Tree, i: int) -> bool:
    """Whether a preposition has nothing behind it: "the boat she had lived on in May"."""
    behind = tree[i + 1].pos if i + 1 < len(tree) else "PUNCT"
    return (
        tree[i].dep == "prep" and tree.kid(i, "pobj", "pcomp") is None and behind in ("ADP", "PUNCT", "CCONJ", "SCONJ")
    )


def _relative(tree: Tree, statement: Statement, own: list[int]) -> list[list[int]]:
    """A relative clause with what it speaks of in the place of its pronoun."""
    assert statement.noun is not None
    later = any(w.i > statement.head for w in tree.kids(statement.noun, "conj"))
    noun = nouns(tree, statement.noun, alone=later)
    if statement.relative is None:
        if statement.subject in own:
            cut = next((n + 1 for n, i in enumerate(own) if i == statement.head), len(own))
            cut = next((n for n, i in enumerate(own, 1) if n > cut and _is_stranded(tree, i)), cut)
            return [own[:cut], noun, own[cut:]]
        return [noun, list(statement.shared), own]
    word = tree[statement.relative]
    at = own.index(word.i)
    rest = own[at + 1 :]
    if word.dep == "dobj":
        cut = next((n + 1 for n, i in enumerate(rest) if i == statement.head), 0)
        return [own[:at], rest[:cut], noun, rest[cut:]]
    if word.dep == "advmod":
        governor = tree[tree[statement.noun].head]
        if word.lower == "where" and own[0] == word.i and governor.lower in PLACING:
            return [[governor.i, *noun], rest]
        return [noun, own]
    if word.tag == "WP$":
        return [own[:at], noun, [_POSSESSIVE], rest]
    return [own[:at], noun, rest]
