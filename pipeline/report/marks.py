"""Marked text as a flat run of segments: where marks overlap the text is split, so that nothing has to nest.

Characters that cannot be seen, or that change the direction of what follows, become segments of their own.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

_SEEN = frozenset("\n\r\t ")
_MAYBE = re.compile(r"[^ -~\n\r\t]")
_HIDDEN = frozenset(("Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp"))
_ALSO = frozenset("\u115f\u1160\u3164\uffa0\u2800\u034f\u17b4\u17b5")
"""Letters and marks that draw nothing, though their category says otherwise."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A run from file offset `start` to `end` that carries `name`."""

    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class Segment:
    """Text under the same marks from its first character to its last.

    `marks` are the names of those marks, `begins` the names of those that begin here, both in the order given.
    `hidden` is the Unicode name of the single character in `text` where that cannot be seen, else empty.
    """

    text: str
    marks: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()
    hidden: str = ""


def segments(text: str, start: int, marks: Sequence[Mark]) -> Iterator[Segment]:
    """Cut `text`, which stands at file offset `start`, at every end of a mark; joined again it is `text`.

    Marks that reach beyond the text are cut to it; those wholly outside are left out.
    """
    end = start + len(text)
    inside = [m for m in marks if m.start < end and m.end > start and m.start < m.end]
    cuts = sorted({start, end, *(max(m.start, start) for m in inside), *(min(m.end, end) for m in inside)})
    for left, right in pairwise(cuts):
        here = tuple(m.name for m in inside if m.start <= left and right <= m.end)
        begins = tuple(m.name for m in inside if max(m.start, start) == left)
        for piece in shown(text[left - start : right - start]):
            yield Segment(piece.text, here, begins, piece.hidden)
            begins = ()


def shown(text: str) -> Iterator[Segment]:
    """Cut the text so that each character that cannot be seen stands alone, with its name."""
    begin = 0
    for candidate in _MAYBE.finditer(text):
        n, character = candidate.start(), candidate[0]
        if not hidden(character):
            continue
        if begin < n:
            yield Segment(text[begin:n])
        yield Segment(character, hidden=f"U+{ord(character):04X} {unicodedata.name(character, '')}".strip())
        begin = n + 1
    if begin < len(text):
        yield Segment(text[begin:])


def spelled(text: str) -> str:
    """The text with each character that cannot be seen written as its code point, for where no element may stand.

    >>> spelled("a\\u202eb")
    'a[U+202E]b'
    """
    return "".join(f"[{p.hidden.split()[0]}]" if p.hidden else p.text for p in shown(text))


def hidden(character: str) -> bool:
    """Whether a character cannot be seen, or changes the direction of what follows.

    >>> hidden("\\u202e"), hidden("\\u200b"), hidden("a"), hidden("\\n")
    (True, True, False, False)
    """
    if character.isascii() and character.isprintable():
        return False
    return character in _ALSO or (character not in _SEEN and unicodedata.category(character) in _HIDDEN)
