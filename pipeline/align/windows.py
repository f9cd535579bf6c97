"""The words around a place of a sentence, as stems with their weight.

A stem weighs what is known of it from the background, a name less.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TypeAlias

from pipeline.align.lexicon import rarity, stem
from pipeline.align.views import CALENDAR
from pipeline.model import Span
from pipeline.text import fold, words

WINDOW = 12
"""Words on either side that are looked at."""
NEAR = 5
"""Words on either side that stand next to it."""
_NAMED = 0.6
"""What the weight of a capitalised word counts: a story is full of its names."""

Weights: TypeAlias = dict[str, float]
_Parts: TypeAlias = tuple[tuple[str, float], ...]


class Sentences:
    """The sentences of one article, each read once."""

    def __init__(self, sentences: Iterable[Span]) -> None:
        self._read = {sentence: _words(sentence) for sentence in sentences}

    def around(self, sentence: Span, at: Span) -> tuple[Weights, Weights]:
        """The stems in the window around a place, and those next to it."""
        listed = self._read[sentence]
        start, end = at.start - sentence.start, at.end - sentence.start
        first = bisect_right(listed, start, key=lambda w: w[1])
        last = bisect_left(listed, end, key=lambda w: w[0])
        before = [w[2] for w in listed[max(0, first - WINDOW) : first]]
        after = [w[2] for w in listed[last : last + WINDOW]]
        if last > first and listed[last - 1][1] > end:  # "148-page": the place is a part of a word
            rest = sentence.text[end : listed[last - 1][1]]
            after = [*(parts for *_, parts in _read(fold(rest))), *after][:WINDOW]
        return _weights([*before, *after]), _weights([*before[-NEAR:], *after[:NEAR]])


def stems(text: str) -> Weights:
    """All stems of a text with their weight."""
    return _weights([parts for *_, parts in _read(fold(text))])


def _weights(found: Sequence[_Parts]) -> Weights:
    return {root: weight for parts in found for root, weight in parts}


def _words(sentence: Span) -> list[tuple[int, int, _Parts]]:
    return list(_read(fold(sentence.text)))


def _read(text: str) -> Iterator[tuple[int, int, _Parts]]:
    return ((start, end, _parts(word)) for start, end, word in words(text))


@cache
def _parts(word: str) -> _Parts:
    """The stems of a word, one for each part that a hyphen joins, with their weight; none where it says nothing."""
    plain = word.casefold()
    if plain in CALENDAR or not plain[0].isalpha() or len(plain) == 1:
        return ()
    share = _NAMED if word[0].isupper() else 1.0
    told = ((stem(part), part) for part in plain.split("-"))
    rare = ((root, min(rarity(part), weight(root))) for root, part in told)
    return tuple((root, rarest * share) for root, rarest in rare if rarest > 0)


def weight(root: str) -> float:
    """How rare a stem is."""
    return min(rarity(root), rarity(root + "e"))
