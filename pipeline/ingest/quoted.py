"""Displayed quotations: a sentence of the article, set apart to draw the eye."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from pipeline.ingest import credits
from pipeline.ingest.pieces import Piece, ends_sentence
from pipeline.text import fold, words

_MARKED = re.compile(
    r"[\"“„«]([^\"“”„«»]{20,1200})(?:[\"”»]|$)|(?:``|'')(.{20,1200}?)''|"
    r"(?<!\w)[‘']([^‘’']{20,600}(?:['’]\w[^‘’']{0,600})*)[’'](?!\w)"
)
_NAME_AND_ROLE = re.compile(r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}, [^.,;:!?]{3,60}")
_OPENING = "\"“«„‘'"
_CLOSING = "\"”»“’'"
_FEWEST = 6
_MOST = 70
_SAME = 0.85


def find_marked(pieces: Sequence[Piece], kinds: Sequence[str]) -> list[tuple[int, list[str]]]:
    """The words of every quotation in marks in the prose, with the index of its piece."""
    found = []
    for i, piece in enumerate(pieces):
        if kinds[i] == "body":
            for match in _MARKED.finditer(piece.text):
                tokens = _tokens(next(g for g in match.groups() if g))
                if len(tokens) >= _FEWEST:
                    found.append((i, tokens))
    return found


def could_be_pulled(piece: Piece) -> bool:
    """Of the length of a displayed quotation, and no quotation with its cue."""
    inner = piece.text.strip("\"“”'’‘«» ")
    paired = (piece.text[0] in _OPENING) == (piece.text[-1] in _CLOSING)
    return _FEWEST <= piece.size <= _MOST and paired and not re.search(r"[\"“”«»]", inner)


def stands_marked(index: int, piece: Piece, marked: Sequence[tuple[int, list[str]]]) -> bool:
    """Whether the piece's words stand, nearly all and in order, in a quotation of another piece."""
    mine = _tokens(piece.text)
    if len(mine) < _FEWEST:
        return False
    known = set(mine)
    for other, theirs in marked:
        if other == index or len(known & set(theirs)) < _SAME * len(known) * 0.9:
            continue
        blocks = SequenceMatcher(None, mine, theirs, autojunk=False).get_matching_blocks()
        if sum(b.size for b in blocks) >= _SAME * len(mine):
            return True
    return False


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
