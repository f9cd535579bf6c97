"""Pairing quotation marks: which run of characters each pair holds, whatever the house's marks are.

Works on one block of raw text. Marks are paired by what they are (an opening curly mark opens) and, where they do not
say, by what stands around them. A pair inside a pair belongs to it. A mark that finds no partner costs nothing but
itself: the rest of the block is read on. One pass, linear in the length of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

_MARK = re.compile("''|``|[\"“”„‟«»〝〞＂‘’'‚‛‹›`]")
_DOUBLED = re.compile(r"([\"“”])\1+")
_OPENERS = frozenset("“„〝‟")
_CLOSERS = frozenset("”〞")
_HIDDEN = frozenset("\u200b\u200e\u200f\u202a\u202b\u202d\u202e\u2066\u2067\u2068\ufeff")
_BEFORE_OPENING = frozenset(" \t\n\r\xa0\u2009\u202f([{<—–-/…:;,.=“\"«‘'|>*_") | _HIDDEN
_AFTER_CLOSING = frozenset(".,;:!?)]}-–—")
_ELISIONS = re.compile(r"['’](?:em|til|tis|twas|cause|bout|round|n|cuz|ere|s|\d0s|\d\d)\b", re.I)
LONGEST_SINGLE = 1500
"""Characters between two single marks beyond which they are taken for apostrophes."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two marks and what is between them, as offsets in the block.

    `start`, `end`: the outside, marks included; `inner_start`, `inner_end`: the words between the marks. `single`:
    the marks are single ones. `closed` is false where the block ended first (a quotation that runs on).
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    single: bool = False
    closed: bool = True


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    opens: bool
    closes: bool


def _character(text: str, place: int) -> str:
    return text[place] if 0 <= place < len(text) else " "


def _doubled(text: str) -> dict[int, int]:
    """Marks that a table printed twice, each start with its end; none where only one side of a quotation is doubled.

    Two that close together may be those of a quotation and of one within it.
    """
    runs = [m.span() for m in _DOUBLED.finditer(text)]
    leads = any(b < len(text) and text[b].isalnum() and not _character(text, a - 1).isalnum() for a, b in runs)
    trails = any(not _character(text, a - 1).isspace() and not _character(text, b).isalnum() for a, b in runs)
    return dict(runs) if leads and trails else {}


def _doubles(text: str) -> list[_Mark]:
    """Every double mark, with what it can be by its form and its surroundings."""
    found: list[_Mark] = []
    doubled = _doubled(text)
    for match in _MARK.finditer(text):
        sign, start = match.group(), match.start()
        end = doubled.get(start, match.end())
        if found and start < found[-1].end:
            continue
        if sign in "‘’'‚‛‹›`":
            continue
        before, after = _character(text, start - 1), _character(text, end)
        if sign in _OPENERS or sign == "``":
            # A German closing mark has the shape of an English opening one.
            german = sign == "“" and not before.isspace() and (after.isspace() or after in ".,;:!?)") and start > 0
            found.append(_Mark(start, end, not german, german))
        elif sign in _CLOSERS:
            swedish = (before.isspace() or start == 0 or before in _HIDDEN) and not after.isspace()
            found.append(_Mark(start, end, swedish, not swedish))
        elif sign in "«»":
            leads = start == 0 or before.isspace() or before in _HIDDEN or before in '([{-–—“„"'
            trails = end == len(text) or after.isspace() or after in _AFTER_CLOSING
            opens = leads if leads != trails else sign == "«"  # »so« in German, « so » in French
            found.append(_Mark(start, end, opens, not opens))
        else:
            opens = (before in _BEFORE_OPENING or start == 0) and not after.isspace() and end < len(text)
            opens = opens and not (before in ".,?!…" and after == '"')  # the first of two that close
            closes = not before.isspace() and start > 0
            if closes and before.isdigit() and not opens and sign == '"' and not _open_before(found):
                continue  # inches
            found.append(_Mark(start, end, opens or not closes, closes or not opens))
    return found


def _open_before(marks: list[_Mark]) -> bool:
    depth = 0
    for mark in marks[-40:]:
        depth += 1 if mark.opens and not (mark.closes and depth) else -1
    return depth > 0


def _pair_doubles(text: str) -> list[Pair]:
    marks = _doubles(text)
    openings = [0] * (len(marks) + 1)
    closings = [0] * (len(marks) + 1)
    for i in range(len(marks) - 1, -1, -1):
        openings[i] = openings[i + 1] + (marks[i].opens and not marks[i].closes)
        closings[i] = closings[i + 1] + (marks[i].closes and not marks[i].opens)
    pairs: list[Pair] = []
    opened: _Mark | None = None
    depth = 0
    for i, mark in enumerate(marks):
        if opened is None:
            if mark.opens:
                opened, depth = mark, 0
            continue
        if mark.closes and not (mark.opens and _again_opens(text, mark)):
            if depth:
                depth -= 1
                continue
            pairs.append(Pair(opened.start, mark.end, opened.end, mark.start))
            opened = None
        elif closings[i] > openings[i]:
            depth += 1
        else:
            # Nothing left to close the first one: it stands alone, and this one begins anew.
            opened, depth = mark, 0
    if opened is not None:
        pairs.append(Pair(opened.start, len(text), opened.end, len(text), closed=False))
    return pairs


def _again_opens(text: str, mark: _Mark) -> bool:
    """Whether a straight mark can only open, though one is open already."""
    before, after = _character(text, mark.start - 1), _character(text, mark.end)
    return before.isspace() and after.isalnum()


def _opens_single(text: str, start: int, end: int, sign: str) -> bool:
    before, after = _character(text, start - 1), _character(text, end)
    if sign in "‘‚‛‹":
        return (start == 0 or not before.isalnum()) and not after.isspace()
    if sign in "’›":
        return False
    return (
        (before in _BEFORE_OPENING or start == 0)
        and end < len(text)
        and not after.isspace()
        and not _ELISIONS.match(text, start)
    )


def _closes_single(text: str, start: int, end: int) -> int:
    """How surely a single mark closes: 0 no, 1 perhaps (it may be a plural's apostrophe), 2 yes."""
    before, after = _character(text, start - 1), _character(text, end)
    if before.isspace() or after.isalnum() or start == 0:
        return 0
    if before in ".,!?…" or before.lower() != "s":
        return 2
    return 1 if after.isspace() else 2


def _pair_singles(text: str, taken: list[Pair]) -> list[Pair]:
    """Pairs of single marks outside the double ones."""
    pairs: list[Pair] = []
    opened: tuple[int, int] | None = None
    perhaps: tuple[int, int] | None = None
    index = 0
    for match in _MARK.finditer(text):
        sign, start, end = match.group(), match.start(), match.end()
        while index < len(taken) and taken[index].end <= start:
            index += 1
        if sign not in "‘’'‚‛‹›" or (index < len(taken) and taken[index].start <= start):
            continue
        if opened and start - opened[0] > LONGEST_SINGLE:
            opened = perhaps = None
        if opened and sign not in "‚‹" and (sure := _closes_single(text, start, end)):
            if sure == 2:
                pairs.append(Pair(opened[0], end, opened[1], start, single=True))
                opened = perhaps = None
            else:
                perhaps = (start, end)
        elif _opens_single(text, start, end, sign):
            if opened and perhaps:
                pairs.append(Pair(opened[0], perhaps[1], opened[1], perhaps[0], single=True))
            opened, perhaps = (start, end), None
    if opened and perhaps:
        pairs.append(Pair(opened[0], perhaps[1], opened[1], perhaps[0], single=True))
    return pairs


def meeting(pairs: Sequence[Pair], start: int, end: int) -> Sequence[Pair]:
    """The pairs, sorted and apart, whose inside shares a character with the run from `start` to `end`."""
    low = bisect_right(pairs, start, key=lambda p: p.inner_end)
    high = bisect_left(pairs, end, key=lambda p: p.inner_start)
    return pairs[low:high]


def find_pairs(text: str) -> list[Pair]:
    """The outermost pairs of quotation marks of a block, in order; none holds only white space or marks.

    >>> [(p.inner_start, p.inner_end) for p in find_pairs('He said “no” and ‘perhaps’.')]
    [(9, 11), (18, 25)]
    """
    doubles = _pair_doubles(text)
    singles = _pair_singles(text, doubles)
    # A pair of singles around doubles is the outer one: British copy.
    outer: list[Pair] = []
    for pair in sorted([*doubles, *singles], key=lambda p: (p.start, -p.end)):
        if outer and pair.start < outer[-1].end:
            if pair.end > outer[-1].end and outer[-1].single:
                outer[-1] = pair
            continue
        outer.append(pair)
    return [p for p in outer if any(c.isalnum() for c in text[p.inner_start : p.inner_end])]
