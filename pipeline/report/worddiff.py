"""How two versions of a quotation differ, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from pipeline.text import key

_PIECE = re.compile(r"\w+(?:[.,’'-]\w+)*|\s+|[^\w\s]")
_MOST = 400


def word_diff(left: str, right: str) -> list[tuple[str, str]]:
    """Pieces as (`same`, `gone` or `come`, text): the same and the gone make up `left`, the same and the come `right`.

    Words that differ in case or typography alone are the same, printed as on the right. Over 400 words a side nothing
    is compared.
    """
    ours, theirs = _PIECE.findall(left), _PIECE.findall(right)
    if max(len(ours), len(theirs)) > 2 * _MOST:
        return [("gone", left), ("come", right)]
    matcher = SequenceMatcher(None, [_fold(p) for p in ours], [_fold(p) for p in theirs], autojunk=False)
    return list(_joined(_pieces(matcher, ours, theirs)))


def _pieces(matcher: SequenceMatcher[str], ours: list[str], theirs: list[str]) -> Iterator[tuple[str, str]]:
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            yield "same", "".join(theirs[c:d])
            continue
        if b > a:
            yield "gone", "".join(ours[a:b])
        if d > c:
            yield "come", "".join(theirs[c:d])


def _joined(pieces: Iterator[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Two changes with nothing but a space between them read as one."""
    gone = come = ""
    for kind, text in pieces:
        if kind == "same" and text.isspace() and (gone or come):
            gone, come = gone + text, come + text
        elif kind == "same":
            yield from _change(gone, come)
            gone = come = ""
            yield kind, text
        elif kind == "gone":
            gone += text
        else:
            come += text
    yield from _change(gone, come)


def _change(gone: str, come: str) -> Iterator[tuple[str, str]]:
    tail = ""
    if gone.endswith(" ") and come.endswith(" "):
        gone, come, tail = gone[:-1], come[:-1], " "
    if gone:
        yield "gone", gone
    if come:
        yield "come", come
    if tail:
        yield "same", tail


def _fold(piece: str) -> str:
    return " " if piece.isspace() else key(piece) or piece
