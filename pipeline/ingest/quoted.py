"""Displayed quotations: a sentence of the article, set apart to draw the eye."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from pipeline.ingest import credits
from pipeline.ingest.pieces import Piece, ends_sentence
from pipeline.text import fold, words

_MARKED = re.compile(
    r"[\"“„«]([^\"“”„«»]{20,1200})(?:[\"”»]|$)|(?:``|'')((?:[^`']|'(?!')){20,1200})''|"
    r"(?<!\w)[‘']([^‘’']{20,600}(?:['’]\w[^‘’']{0,200}){0,12})[’'](?!\w)"
)
_NAME_AND_ROLE = re.compile(r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}, [^.,;:!?]{3,60}")
_OPENING = "\"“«„‘'"
_CLOSING = "\"”»“’'"
_FEWEST = 6
_MOST = 70
_SAME = 0.85
_RUN = 4
_COMPARED = 8


Marked = dict[tuple[str, ...], list[tuple[int, list[str]]]]
"""Quotations as words, with the index of the piece they stand in, by every run of a few of their words."""


def find_marked(pieces: Sequence[Piece], kinds: Sequence[str]) -> Marked:
    """Every quotation in marks in the prose."""
    found: Marked = {}
    for i, piece in enumerate(pieces):
        if kinds[i] == "body":
            for match in _MARKED.finditer(piece.text):
                tokens = _tokens(next(g for g in match.groups() if g))
                for run in sorted(_runs(tokens)) if len(tokens) >= _FEWEST else ():
                    found.setdefault(run, []).append((i, tokens))
    return found


def could_be_pulled(piece: Piece) -> bool:
    """Of the length of a displayed quotation, and no quotation with its cue."""
    if not _FEWEST <= piece.size <= _MOST or (piece.text[0] in _OPENING) != (piece.text[-1] in _CLOSING):
        return False
    return not re.search(r"[\"“”«»]", piece.text.strip("\"“”'’‘«» "))


def stands_marked(index: int, piece: Piece, marked: Marked) -> bool:
    """Whether the piece's words stand, nearly all and in order, in a quotation of another piece."""
    mine = _tokens(piece.text)
    if len(mine) < _FEWEST:
        return False
    near = {id(words): words for run in _runs(mine) for i, words in marked.get(run, ())[:_COMPARED] if i != index}
    return any(_share(mine, theirs) >= _SAME for theirs in near.values())


def _share(mine: list[str], theirs: list[str]) -> float:
    """The share of one's words that stand in the other in the same order."""
    return sum(b.size for b in SequenceMatcher(None, mine, theirs, autojunk=False).get_matching_blocks()) / len(mine)


def _runs(tokens: list[str]) -> set[tuple[str, ...]]:
    return {tuple(tokens[i : i + _RUN]) for i in range(len(tokens) - _RUN + 1)}


def is_all_quote(piece: Piece) -> bool:
    """Whether the piece is one quotation from its first mark to its last."""
    return piece.text[0] in _OPENING and piece.text[-1] in _CLOSING


def is_speaker(piece: Piece) -> bool:
    """A line that holds a speaker and nothing else."""
    text = piece.text.lstrip("-–—~ ")
    if not text or not text[0].isupper() or ends_sentence(text) or piece.size > 12:
        return False
    return credits.is_signature(piece) or bool(_NAME_AND_ROLE.fullmatch(text))


def _tokens(text: str) -> list[str]:
    return [w for _, _, w in words(fold(text).casefold())]
