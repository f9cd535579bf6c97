"""An utterance that goes on is of the day on which it began: "..., she said on Friday. ..., she added."."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from pipeline.model import Quote

_BETWEEN = 3
"""Characters between two sentences that follow each other: marks and a space or a new line."""
_GOES_ON = "the same speaker goes on; "


def carried_on(quotes: Iterable[Quote]) -> tuple[Quote, ...]:
    """The quotations, in their order, undated speech dated by that of the same speaker right before it.

    Only in the same sentence or the next one, only of a speaker who is known, and only where nothing else dates it.
    """
    found: list[Quote] = []
    for quote in quotes:
        before = found[-1] if found else None
        found.append(_continued(before, quote) if before is not None else quote)
    return tuple(found)


def _continued(before: Quote, quote: Quote) -> Quote:
    when, one, two = before.date, before.speaker, quote.speaker
    if quote.date is not None or when is None or when.source is None or one is None or two is None:
        return quote
    spoken = before.use == quote.use == "speech" and one.entity is not None and one.entity == two.entity
    if not spoken or not quote.at.start - before.at.end >= 0 or quote.sentence.start - before.sentence.end > _BETWEEN:
        return quote
    because = f"{_GOES_ON}{when.because.removeprefix(_GOES_ON)}"
    return replace(quote, date=replace(when, because=because))
