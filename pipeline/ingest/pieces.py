"""Text to pieces: paragraphs, however their lines are broken."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import quantiles

from pipeline.text import fold, key, trim

_LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
_NEWLINE = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_FULL_STOP = re.compile(r"[.!?:;…。！？।؟][\"'”’»)\]]{0,3}$|''$")
_WIDEST = 120
_NARROWEST = 40


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph or a line that stands for itself: `text == file_text[start:end]`, without white space at its ends.

    `gap`: blank lines before it. `plain`: folded, with single spaces. `size`: words by white space, or one for twelve
    characters where there is less of it, as in Chinese.
    """

    start: int
    end: int
    text: str
    gap: int
    plain: str
    size: int


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str
    gap: int
    indent: int


def ends_sentence(text: str) -> bool:
    """Whether a line ends as a sentence does, closing marks included."""
    return bool(_FULL_STOP.search(text[-6:]))


def same(title: str) -> str:
    """A key under which spellings of one headline meet."""
    return key(title[:400]).rstrip(" .")


def find_pieces(text: str) -> tuple[Piece, ...]:
    """The paragraphs of a text, in order; every character that is not white space is in exactly one."""
    lines = list(_lines(text))
    width = _wrap_width(lines)
    margin = sorted(line.indent for line in lines)[len(lines) // 2] if lines else 0
    pieces: list[Piece] = []
    start = 0
    for i in range(1, len(lines) + 1):
        if i == len(lines) or not _runs_on(lines[i - 1], lines[i], width, margin):
            first, last = lines[start], lines[i - 1]
            pieces.append(_piece(text[first.start : last.end], first))
            start = i
    return tuple(pieces)


def _piece(text: str, first: _Line) -> Piece:
    words = fold(text).split()
    return Piece(
        first.start, first.start + len(text), text, first.gap, " ".join(words), max(len(words), len(text) // 12)
    )


def _lines(text: str) -> Iterator[_Line]:
    end_before = 0
    for match in _LINE.finditer(text):
        start, end = trim(text, match.start(), match.end())
        if start < end:
            newlines = len(_NEWLINE.findall(text, end_before, start))
            yield _Line(start, end, text[start:end], max(0, newlines - 1), start - match.start())
            end_before = end


def _wrap_width(lines: list[_Line]) -> int:
    """The width at which the text was wrapped, 0 where its lines are paragraphs.

    Wrapped lines are short, and most of them stop in mid-sentence before a word in lower case.
    """
    breaks = [(a, b) for a, b in pairwise(lines) if b.gap == 0]
    if len(breaks) < 3 or len(breaks) < 0.3 * len(lines):
        return 0
    lengths = [len(a.text) for a, _ in breaks]
    width = int(quantiles(lengths, n=20)[-1]) if len(lengths) > 1 else lengths[0]
    middle = sum(1 for a, b in breaks if not ends_sentence(a.text) and b.text[0].islower())
    return width if _NARROWEST <= width <= _WIDEST and middle >= 0.4 * len(breaks) else 0


def _runs_on(line: _Line, after: _Line, width: int, margin: int) -> bool:
    """Whether the paragraph goes on over the line break."""
    if after.gap:
        return False
    if not width:
        return len(line.text) > _NARROWEST and not ends_sentence(line.text) and after.text[0].islower()
    if after.indent >= margin + 2:
        return False
    word = after.text.split(maxsplit=1)[0]
    if len(line.text) + 1 + len(word) > width:
        return True
    return not ends_sentence(line.text) and (after.text[0].islower() or len(line.text) > 0.75 * width)
