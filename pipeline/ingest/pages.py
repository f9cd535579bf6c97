"""A page that holds several articles is split where a new one begins."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.ingest import shapes
from pipeline.ingest.pieces import Piece, same
from pipeline.ingest.regions import find_prose, is_dense

_DATELINE = re.compile(
    r"(?:[A-Z][A-Z.'-]+(?: [A-Z][A-Z.'-]+){0,3})(?:, [\w. ]{2,30}){0,3}(?: \([\w ./-]{2,30}\))? ?(?:--?|_) ?\S"
)
_POINTS = 2
_HEAD = 12


def find_starts(pieces: Sequence[Piece], titles: Sequence[str] = ()) -> tuple[int, ...]:
    """The indices of the pieces at which an article begins, the first always 0.

    `titles`: headlines that the manifest names. A new article begins with a line that could be a headline, after
    prose that fills an article and before prose that does, where at least two points speak for it: it is in the
    manifest (2), it stands once more before its prose (2), a byline, time stamp or dateline follows (2), a caption
    follows (1), credits or the page's own lines stand before it (1), the gap before it is the widest of the page (1).
    """
    kinds = [(shapes.shape(p) or (None, ""))[0] for p in pieces]
    prose = find_prose(pieces, kinds)
    wanted = {same(t) for t in titles}
    widest = max((p.gap for p in pieces[1:]), default=0)
    starts = [0]
    for i in range(1, len(pieces)):
        named = bool(wanted) and same(pieces[i].text) in wanted
        titled = shapes.is_title_like(pieces[i]) and pieces[i].size >= 4 and kinds[i] in (None, "teaser")
        if not (named or titled) or not _holds_article(pieces, prose, starts[-1], i):
            continue
        if any(
            p.plain.casefold() == pieces[i].plain.casefold() for p in pieces[starts[-1] : min(i, starts[-1] + _HEAD)]
        ):
            continue
        head = next((j for j in prose if j > i), len(pieces))
        if head - i > _HEAD or not is_dense(pieces, prose, head):
            continue
        if (2 if named else 0) + _points(pieces, kinds, (i, head), widest) >= _POINTS:
            starts.append(i)
    return tuple(starts)


def _holds_article(pieces: Sequence[Piece], prose: Sequence[int], start: int, end: int) -> bool:
    inside = [j for j in prose if start <= j < end]
    return any(is_dense(pieces, inside, j) for j in inside)


def _points(pieces: Sequence[Piece], kinds: Sequence[str | None], head: tuple[int, int], widest: int) -> int:
    """What speaks for an article whose headline is the first piece of `head` and whose prose begins at the other."""
    i, end = head
    mine = pieces[i].plain.casefold()
    points = 2 if any(p.plain.casefold() == mine for p in pieces[i + 1 : end]) else 0
    points += 2 if "byline" in kinds[i + 1 : min(i + 4, end)] or _DATELINE.match(pieces[end].plain) else 0
    points += 1 if "caption" in kinds[i + 1 : end] else 0
    points += 1 if kinds[i - 1] in ("credit", "boilerplate") else 0
    points += 1 if pieces[i].gap >= 3 and pieces[i].gap == widest else 0
    return points
