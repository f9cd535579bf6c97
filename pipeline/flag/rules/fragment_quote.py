"""Too few words to show sameness or context.

What it flags
-------------
A quotation of three words or fewer that is given as somebody's words.

Why it matters
--------------
Three words can be anybody's. Out of their sentence they can be made to say what the speaker did not, and that another
paper has them too proves little.

What is not flagged
-------------------
Whole utterances, however short ("I resign."); titles, nicknames, terms and scare quotes; headlines.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.flag.cases import Case
from pipeline.flag.examples import Example
from pipeline.flag.quotations import shown, spoken, words
from pipeline.model import Finding

CODE = "Q006"
NAME = "fragment-quote"
SEVERITY = "note"

FLAGGED = (
    Example(
        ("Harbour\n\nAnn Tolliver said the plan was a “brave new start” for the harbour.",),
        on="brave new start",
        why="three words of a sentence",
    ),
    Example(
        ("Harbour\n\nPaul Reyes called the gate “rotten” and asked the council to close it.",),
        on="rotten",
        why="one word",
    ),
)
CLEAN = (
    Example(
        ("Harbour\n\n“We will close the old gate before winter,” Ann Tolliver said.",),
        why="a whole sentence",
    ),
    Example(("Harbour\n\n“I resign,” Ann Tolliver said.",), why="short, but whole"),
    Example(("Prize\n\nThe novel “The Quiet Harbour” won the prize on Tuesday.",), why="a title"),
)

_FEW = 3


def check(case: Case) -> Iterator[Finding]:
    """A finding at every quotation of a few words."""
    for quote in spoken(case):
        whole = quote.form == "direct" and quote.at.text[:1].isupper()
        if len(words(quote)) <= _FEW and not whole:
            yield Finding(quote.doc, quote.at, f"“{shown(quote)}” is too short to show what was meant.")
