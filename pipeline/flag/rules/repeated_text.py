"""The same words stand several times in one article.

What it flags
    A headline, caption, sentence or paragraph of four words or more that stands again, word for word, in the same
    article. One flag a text, on its first place; the other places are its evidence.

Why it matters
    Copied pages carry captions and headlines two to four times. What is said twice by one page is said once, and
    is judged once.

What is not flagged
    The same words in two articles, a quotation that is displayed beside the text it was taken from, and the buttons
    and links of a page, however often they stand.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.flag.cases import Case
from pipeline.flag.examples import Example
from pipeline.model import Finding, Place, Span

CODE = "I002"
NAME = "repeated-text"
SEVERITY = "note"

_TEXT = (
    "The harbour office of Port Ansel closed its northern quay on Friday after cracks were found in the wall.\n\n"
    "Divers will look at the foundations next week, and the fish market moves to the southern side until then.\n"
)
_CAPTION = "The northern quay of Port Ansel, seen from the lighthouse. (Ines Halvorsen/Coast Pictures)\n"

FLAGGED = (
    Example(
        ("Quay Closed at Port Ansel\n\n" + _CAPTION + _CAPTION + "\n" + _TEXT,),
        "The northern quay of",
        why="a caption twice",
    ),
    Example(
        ("Quay Closed at Port Ansel\n\n" + _TEXT + "\n" + _TEXT.split("\n\n")[0] + "\n",),
        "The harbour office",
        why="a paragraph twice",
    ),
)
CLEAN = (
    Example(("Quay Closed at Port Ansel\n\n" + _TEXT,), why="nothing stands twice"),
    Example((_TEXT, _TEXT), why="two articles with the same words are a matter of origin, not of repetition"),
    Example(("Quay Closed at Port Ansel\n\nShare this\n\n" + _TEXT + "\nShare this\n",), why="a button twice"),
)


def check(case: Case) -> Iterator[Finding]:
    """One finding for each text that is repeated in an article."""
    for document in case.documents:
        again: dict[Span, list[Span]] = {}
        for block in document.blocks:
            if block.first is not None:
                again.setdefault(block.first, []).append(block.at)
        for first, others in again.items():
            kind = next((b.kind for b in document.blocks if b.at.start == first.start), "text")
            noun = {"body": "paragraph", "pull-quote": "displayed quotation"}.get(kind, kind)
            times = "twice" if len(others) == 1 else f"{len(others) + 1} times"
            message = f"This {noun} stands {times} in the article; it is judged once, here."
            yield Finding(document.doc, first, message, tuple(Place(document.doc, o, "context") for o in others))
