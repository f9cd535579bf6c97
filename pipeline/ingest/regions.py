"""Where an article's prose begins and ends among the lines of its page, and which line above it is the headline."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.ingest import credits, shapes
from pipeline.ingest.pieces import Piece, ends_sentence, same
from pipeline.text import words

_LONG = 25
_SHORT = 10
WITHIN = 8
"""Lines within which the prose that begins an article goes on."""
ENOUGH = 45
"""Words that fill a short article."""
_MENU = 6
_OPENING = 6
_LIKE = 0.4


def is_prose(piece: Piece, kind: str | None) -> bool:
    """A paragraph, by its length or its stop; `kind` is what its wording makes it, None for nothing."""
    if kind is not None:
        return False
    stopped = ends_sentence(piece.text) and piece.text[-1] not in "?!:"
    return piece.size > _LONG or (piece.size >= _SHORT and stopped)


@dataclass(frozen=True, slots=True)
class Region:
    """Indices of the first and last paragraph of prose; `menu`: the page's own lines stand above it, many of them.

    `lead == 0` and `last == -1` where there is no prose.
    """

    lead: int
    last: int
    menu: bool


def find_prose(pieces: Sequence[Piece], kinds: Sequence[str | None]) -> list[int]:
    """The indices of the paragraphs of prose, captions left out."""
    return [i for i, p in enumerate(pieces) if is_prose(p, kinds[i]) and not shapes.depicts(p)]


def find_region(pieces: Sequence[Piece], kinds: Sequence[str | None]) -> Region:
    """The prose of the article. A lone sentence among menu lines does not begin it."""
    prose = find_prose(pieces, kinds)
    if not prose:
        return Region(0, -1, False)
    lead = next((i for i in prose if is_dense(pieces, prose, i)), prose[0])
    above = sum(1 for p in pieces[:lead] if shapes.is_title_like(p))
    return Region(lead, prose[-1], above > _MENU)


def is_dense(pieces: Sequence[Piece], prose: Sequence[int], start: int) -> bool:
    """Whether prose that fills a short article begins at `start`: enough words within a few lines."""
    return words_within(pieces, prose, start, start + WITHIN) >= ENOUGH


def words_within(pieces: Sequence[Piece], prose: Sequence[int], start: int, end: int) -> int:
    """The words of the prose from piece `start` to before piece `end`."""
    return sum(pieces[i].size for i in prose[bisect_left(prose, start) : bisect_left(prose, end)])


def find_headline(
    pieces: Sequence[Piece], kinds: Sequence[str | None], region: Region, title: str | None
) -> tuple[int, str]:
    """The index of the headline, or -1, and why it is one."""
    wanted = same(title) if title else ""
    for i, piece in enumerate(pieces[: region.lead + 1]):
        if wanted and same(piece.text) == wanted:
            return i, "equals the title in the manifest"
    if len(pieces) < 2:
        return -1, ""
    above = [i for i in range(region.lead) if kinds[i] in (None, "teaser") and shapes.is_title_like(pieces[i])]
    long = [i for i in above if pieces[i].size >= 4]
    if region.menu and long:
        return _likest(pieces, long, region.lead), "the line above the prose that shares most words with it"
    for i in long or above:
        return i, "the first short line, above the prose"
    first = next((i for i in range(len(pieces)) if kinds[i] is None), -1)
    if 0 <= first < len(pieces) - 1 and 3 <= pieces[first].size <= _LONG and shapes.is_titled(pieces[first].text):
        return first, "the first line, capitalised as a title"
    return -1, ""


def _likest(pieces: Sequence[Piece], lines: Sequence[int], lead: int) -> int:
    """The line most of whose words stand at the beginning of the prose; the last above it where none is like it."""
    opening = " ".join(p.plain for p in pieces[lead : lead + _OPENING]).casefold()
    known = {w for _, _, w in words(opening)}
    shares = {i: _share(pieces[i], known) for i in lines}
    best = max(lines, key=lambda i: (shares[i], -i))
    return best if shares[best] >= _LIKE else lines[-1]


def _share(piece: Piece, known: set[str]) -> float:
    mine = {w for _, _, w in words(piece.plain.casefold())} - credits.SMALL
    return sum(w in known for w in mine) / max(4, len(mine))
