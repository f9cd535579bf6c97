"""Dates in the many forms of time stamps, read by dateparser; our own patterns read the common ones faster."""

from __future__ import annotations

import re
from datetime import date, datetime

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_LONGEST = 40
_STRICT = {
    # Only days of the calendar with their year: no "yesterday", nothing filled in from a clock.
    "PARSERS": ["absolute-time"],
    "STRICT_PARSING": True,
    "RELATIVE_BASE": datetime(2000, 1, 1),
}


def full_date(text: str) -> date | None:
    """The day that a short line is, with nothing else in it but a time of day; None for any other line.

    >>> full_date("4-Mar-2024 10:15 EST")
    datetime.date(2024, 3, 4)
    >>> full_date("In March 2024 the quay was closed") is None
    True
    """
    if len(text) > _LONGEST or not _YEAR.search(text):
        return None
    from dateparser import parse  # its tables take a fifth of a second to load, and few pages need them

    found = parse(text, languages=["en"], settings=_STRICT)
    return found.date() if found else None
