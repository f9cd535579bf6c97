"""The dateline of a news story ("PORT ANSEL, March 4 (Interpress) - "), which is no part of its first sentence."""

from __future__ import annotations

import re

_DASH = re.compile(r"\s[-–—_]{1,2}\s+|--\s*")
_OPENS = re.compile(r"[\"'“‘(]?[A-Z0-9]")
_WORD = re.compile(r"[^\W\d_]+")
_AGENCY = re.compile(r"(?:^|\s)\([A-Z][\w .,/&-]{1,40}\)$")
_SENTENCE = re.compile(r"[:;!?\"“”]")
LONGEST = 80
"""Characters before the dash, at most."""


def dateline(text: str) -> int:
    """How many characters of a block its dateline takes, dash and spaces with it; 0 where there is none.

    >>> text = "PORT ANSEL, March 4 (Interpress) - The mayor resigned."
    >>> text[dateline(text) :]
    'The mayor resigned.'
    >>> dateline("The mayor - Jane Roe - resigned."), dateline("NATO - the alliance - met.")
    (0, 0)
    """
    dash = _DASH.search(text, 0, LONGEST + 4)
    if dash is None or not _OPENS.match(text, dash.end()):
        return 0
    head = text[: dash.start()].strip()
    names = _WORD.findall(head)
    if not names or _SENTENCE.search(head) or any(word[0].islower() for word in names):
        return 0
    capitals = names[0].isupper() and len(names[0]) > 2
    return dash.end() if capitals or _AGENCY.search(head) else 0
