"""An utterance that goes on is of the day on which it began: "..., she said on Friday. ..., she added."."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.model import Document, Quote, Timex
from pipeline.text import listed

_BETWEEN = 3
"""Characters between two sentences that follow each other: marks and a space or a new line."""
_FAR = 400
"""Characters of the reporter's own words in one paragraph after which "added" still adds to what was said before."""
_ADDING = listed("added continued went concluded")
_GOES_ON = "the same speaker goes on; "


def carried_on(document: Document, quotes: Iterable[Quote], dates: Iterable[Timex]) -> tuple[Quote, ...]:
    """The quotations, in their order, undated speech dated by that of the same speaker right before it.

    Only of a speaker who is known, where nothing else dates it, in the same sentence or the next one; further on in
    the paragraph only where the cue says that he goes on ("she added"), with no date and no other speaker between.
    """
    starts = sorted(t.at.start for t in dates)
    found: list[Quote] = []
    for quote in quotes:
        before = found[-1] if found else None
        found.append(_continued(document, before, quote, starts) if before is not None else quote)
    return tuple(found)


def _continued(document: Document, before: Quote, quote: Quote, dates: Sequence[int]) -> Quote:
    when, one, two = before.date, before.speaker, quote.speaker
    if quote.date is not None or when is None or when.source is None or one is None or two is None:
        return quote
    spoken = before.use == quote.use == "speech" and one.entity is not None and one.entity == two.entity
    if not spoken or quote.at.start < before.at.end:
        return quote
    if quote.sentence.start - before.sentence.end > _BETWEEN and not _added(document, before, quote, dates):
        return quote
    because = f"{_GOES_ON}{when.because.removeprefix(_GOES_ON)}"
    return replace(quote, date=replace(when, because=because))


def _added(document: Document, before: Quote, quote: Quote, dates: Sequence[int]) -> bool:
    """Whether a cue like "she added" reaches back over sentences of the reporter's own in its paragraph."""
    start, end = before.sentence.end, quote.sentence.start
    if quote.cue is None or not _ADDING & set(quote.cue.text.lower().split()) or not 0 < end - start <= _FAR:
        return False
    between = document.text[start - document.start : end - document.start]
    return "\n" not in between and bisect_left(dates, start) == bisect_left(dates, end)
