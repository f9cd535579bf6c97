"""A page that holds several articles is split where a new one begins."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.ingest import shapes
from pipeline.ingest.pieces import Piece, ends_sentence, same

_DATELINE = re.compile(
    r"(?:[A-Z][A-Z.'-]+(?: [A-Z][A-Z.'-]+){0,3})(?:, [\w. ]{2,30}){0,3}(?: \([\w ./-]{2,30}\))? ?(?:--?|_) ?\S"
)
_ENOUGH = 2
_BODY = 60
_AHEAD = 12


def find_starts(pieces: Sequence[Piece], titles: Sequence[str] = ()) -> tuple[int, ...]:
    """The indices of the pieces at which an article begins, the first always 0.

    `titles`: headlines that the manifest names. A new article begins with a line that could be a headline, after
    prose and before prose, where at least two points speak for it: it is in the manifest (2), it stands once more
    before its prose (2), a byline, time stamp or dateline follows (2), a caption follows (1), credits, a rule or end
    matter stand before it (1), the gap before it is the widest of the page (1).
    """
    kinds = [(shapes.shape(p) or ("", ""))[0] for p in pieces]
    wanted = {same(t) for t in titles}
    widest = max((p.gap for p in pieces[1:]), default=0)
    starts = [0]
    for i in range(1, len(pieces)):
        named = bool(wanted) and same(pieces[i].text) in wanted
        if not named and not (shapes.is_title_like(pieces[i]) and pieces[i].size >= 4 and kinds[i] in ("", "teaser")):
            continue
        if _prose(pieces, kinds, starts[-1], i) < _BODY or _prose_ahead(pieces, kinds, i) < _BODY:
            continue
        if _points(pieces, kinds, i, widest, named) >= _ENOUGH:
            starts.append(i)
    return tuple(starts)


def _points(pieces: Sequence[Piece], kinds: Sequence[str], i: int, widest: int, named: bool) -> int:
    head = _head_end(pieces, kinds, i)
    mine = pieces[i].plain.casefold()
    points = 2 if named else 0
    points += 2 if any(p.plain.casefold() == mine for p in pieces[i + 1 : head]) else 0
    dated = head < len(pieces) and _DATELINE.match(pieces[head].plain)
    points += 2 if "byline" in kinds[i + 1 : head] or dated else 0
    points += 1 if "caption" in kinds[i + 1 : head] else 0
    points += 1 if kinds[i - 1] in ("credit", "boilerplate") else 0
    points += 1 if pieces[i].gap >= 3 and pieces[i].gap == widest else 0
    return points


def _head_end(pieces: Sequence[Piece], kinds: Sequence[str], i: int) -> int:
    """Where the prose after a headline at `i` begins."""
    for j in range(i + 1, min(i + _AHEAD, len(pieces))):
        if not kinds[j] and _is_prose(pieces[j]) and not shapes.depicts(pieces[j]):
            return j
    return min(i + _AHEAD, len(pieces))


def _is_prose(piece: Piece) -> bool:
    return piece.size >= 12 and ends_sentence(piece.text)


def _prose(pieces: Sequence[Piece], kinds: Sequence[str], start: int, end: int) -> int:
    return sum(p.size for p, k in zip(pieces[start:end], kinds[start:end], strict=True) if not k and _is_prose(p))


def _prose_ahead(pieces: Sequence[Piece], kinds: Sequence[str], i: int) -> int:
    return _prose(pieces, kinds, i + 1, min(len(pieces), i + 1 + 2 * _AHEAD))
