"""The file was not clean text.

What it flags
    Bytes that were not UTF-8 and were read as Windows-1252, control characters that were replaced, hidden characters
    and characters that turn the direction of the text. One flag a kind, on the first place, with the count.

Why it matters
    A repaired letter may be a wrong one, and a hidden character can make two spellings that look alike differ, or
    show words in another order than they stand.

What is not flagged
    A byte order mark at the start of a UTF-8 file, the way lines end, and letters of any script.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.flag.cases import Case
from pipeline.flag.examples import Example
from pipeline.model import Finding

CODE = "I004"
NAME = "repaired-text"
SEVERITY = "note"

_TEXT = "The harbour office of Port Ansel closed its northern quay on Friday after cracks were found in the wall."

FLAGGED = (
    Example((_TEXT.replace("northern", "nor\u200bthern"),), "nor\u200bthern", why="a hidden character inside a word"),
    Example((_TEXT.replace("cracks", "\x93cracks\x94"),), "cracks", why="quotation marks from another code page"),
    Example((_TEXT.replace("on Friday", "\u202eon Friday"),), "on", why="text turned from right to left"),
)
CLEAN = (
    Example((_TEXT,), why="clean text"),
    Example(("\ufeff" + _TEXT,), why="a byte order mark"),
    Example((_TEXT.replace("Ansel", "Åñšël") + "\r\n",), why="letters with marks, and another end of line"),
)


def check(case: Case) -> Iterator[Finding]:
    """One finding for each kind of repair."""
    for document in case.documents:
        for repair in document.repairs:
            count = f"{repair.count} character{'s' if repair.count > 1 else ''}"
            yield Finding(document.doc, repair.at, f"The file was not clean text: {repair.what} ({count}).")
