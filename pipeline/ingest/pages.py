"""A page that holds several articles is split where a new one begins."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from pipeline.ingest import shapes
from pipeline.ingest.pieces import Piece, same
from pipeline.ingest.regions import ENOUGH, WITHIN, find_prose, is_dense, words_within

_DATELINE = re.compile(
    r"(?:[A-Z][A-Z.'-]+(?: [A-Z][A-Z.'-]+){0,3})(?:, [\w. ]{2,30}){0,3}(?: \([\w ./-]{2,30}\))? ?(?:--?|_) ?\S"
)
_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][\w'-]{2,}")
_SIDE = 10
_PROSE = 0.7
_SOME, _FEW = 8, 0.15
_MANY, _NONE, _LONG_TITLE = 12, 0.08, 6
_POINTS = 2
_HEAD = 12


def find_starts(pieces: Sequence[Piece], titles: Sequence[str] = ()) -> tuple[int, ...]:
    """The indices of the pieces at which an article begins, the first always 0.

    `titles`: headlines that the manifest names. A new article begins with a line that could be a headline, after
    prose that fills an article and before prose that does, where at least two points speak for it: it is in the
    manifest (2), it stands once more before its prose (2), a byline, time stamp or dateline follows (2), a caption
    follows (1), credits or the page's own lines stand before it (1), the gap before it is the widest of the page (1),
    the paragraphs on its two sides name other people and places (1, or 2 where they share next to none of many).
    """
    kinds = [(shapes.shape(p) or (None, ""))[0] for p in pieces]
    prose = find_prose(pieces, kinds)
    wanted = {same(t) for t in titles}
    widest = max((p.gap for p in pieces[1:]), default=0)
    starts = [0]
    filled = False
    for i in range(1, len(pieces)):
        filled = filled or _is_filled(pieces, prose, starts[-1], i)
        named = bool(wanted) and same(pieces[i].text) in wanted
        titled = shapes.is_title_like(pieces[i]) and pieces[i].size >= 4 and kinds[i] in (None, "teaser")
        if not filled or not (named or titled) or _stood(pieces, starts[-1], i):
            continue
        ahead = bisect_left(prose, i + 1)
        if ahead == len(prose) or prose[ahead] - i > _HEAD or not is_dense(pieces, prose, prose[ahead]):
            continue
        points = (2 if named else 0) + _points(pieces, kinds, (i, prose[ahead]), widest)
        if points >= _POINTS or points + _turn(pieces, prose, starts[-1], i) >= _POINTS:
            starts.append(i)
            filled = False
    return tuple(starts)


def _is_filled(pieces: Sequence[Piece], prose: Sequence[int], start: int, end: int) -> bool:
    """Whether the lines just before `end`, none of them before `start`, hold prose enough for an article."""
    return words_within(pieces, prose, max(start, end - WITHIN), end) >= ENOUGH


def _stood(pieces: Sequence[Piece], start: int, i: int) -> bool:
    """Whether the line stood at the head of the article before: it is its headline once more."""
    mine = pieces[i].plain.casefold()
    return any(p.plain.casefold() == mine for p in pieces[start : min(i, start + _HEAD)])


def _turn(pieces: Sequence[Piece], prose: Sequence[int], start: int, i: int) -> int:
    """How far the names before and after a line are others: 0, 1 or 2. A question or a quotation is no headline "
    "here."""
    if pieces[i].text[-1] in "?!" or pieces[i].text[0] in "\"'“‘«":
        return 0
    middle = bisect_left(prose, i)
    before = _names(pieces, prose[max(bisect_left(prose, start), middle - _SIDE) : middle])
    after = _names(pieces, prose[middle : middle + _SIDE])
    around = bisect_left(prose, i + 1 + _SIDE) - bisect_left(prose, i - _SIDE)
    if around < _PROSE * min(2 * _SIDE, len(pieces) - start - 1):
        return 0
    fewer = min(len(before), len(after))
    shared = len(before & after)
    if fewer >= _MANY and shared <= _NONE * fewer and pieces[i].size >= _LONG_TITLE:
        return 2
    return 1 if fewer >= _SOME and shared <= _FEW * fewer else 0


def _names(pieces: Sequence[Piece], indices: Sequence[int]) -> set[str]:
    """The capitalised words within sentences."""
    return {m.removesuffix("'s") for j in indices for m in _NAME.findall(pieces[j].plain)}


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
