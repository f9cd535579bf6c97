"""Date expressions in running news: where they stand, what they can mean, and what rests on them."""

from __future__ import annotations

from pipeline.extract.dates.statement import date_of
from pipeline.extract.sentences import Passage
from pipeline.model import Document, Timex

__all__ = ["date_of", "find_dates"]


def find_dates(document: Document, passages: tuple[Passage, ...]) -> tuple[Timex, ...]:
    """Every date, time, duration and set in the article, in order of place."""
    return ()
