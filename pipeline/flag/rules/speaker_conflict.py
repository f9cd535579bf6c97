"""The same words, another speaker.

What it flags
-------------
Two articles print the same words between quotation marks and name two different people as having spoken them. Raised
at both places. It is a warning where one of the two is not printed by name and only read from "he", "she" or a role.

Why it matters
--------------
One of them puts words into the wrong mouth.

What is not flagged
-------------------
One person under two names or titles; a body and its spokeswoman; a pronoun that nothing ties to a name; phrases too
short to be anyone's own.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.flag.cases import Case
from pipeline.flag.examples import Example
from pipeline.flag.quotations import paper
from pipeline.model import Finding, Place, Quote
from pipeline.text import key, words

CODE = "Q005"
NAME = "speaker-conflict"
SEVERITY = "error"

_WORDS = "We will close the old harbour gate before the winter storms"

FLAGGED = (
    Example(
        (f"Harbour\n\n“{_WORDS},” Ann Tolliver said.", f"Gate\n\n“{_WORDS},” Paul Reyes said."),
        on=_WORDS,
        why="two people for one utterance",
    ),
    Example(
        (
            f"Harbour\n\nMayor Ann Tolliver told reporters: “{_WORDS}.”",
            f"Gate\n\nThe engineer Paul Reyes was clear. “{_WORDS},” Reyes said.",
        ),
        on=_WORDS,
        why="the surname alone",
    ),
)
CLEAN = (
    Example(
        (f"Harbour\n\n“{_WORDS},” Mayor Ann Tolliver said.", f"Gate\n\n“{_WORDS},” Ms. Tolliver said."),
        why="one person, two forms of the name",
    ),
    Example(
        (f"Harbour\n\n“{_WORDS},” Ann Tolliver said.", f"Gate\n\n“{_WORDS},” the council said."),
        why="a body may speak through her",
    ),
    Example(
        (f"Harbour\n\n“{_WORDS},” Ann Tolliver said.", "Gate\n\n“The gate is old and must go,” Paul Reyes said."),
        why="other words",
    ),
)


def check(case: Case) -> Iterator[Finding]:
    """A finding at both ends of every utterance with two speakers."""
    for variant in case.alignment.variants:
        if variant.kind == "other-speaker":
            left, right = case.quote[variant.left], case.quote[variant.right]
            level = None if _named(left) and _named(right) else "warning"
            for here, there in ((left, right), (right, left)):
                message = f"These words are given to {_name(here)} here and to {_name(there)} in {paper(case, there)}."
                yield Finding(here.doc, here.at, message, (Place(there.doc, there.at, "conflicts"),), level)


def _named(quote: Quote) -> bool:
    """Whether the source is printed by name, so that nothing rests on our reading of a pronoun or a role."""
    if quote.speaker is None:
        return False
    name, source = ({w for _, _, w in words(key(t))} for t in (quote.speaker.name, quote.speaker.at.text))
    return bool(name & source)


def _name(quote: Quote) -> str:
    return quote.speaker.name if quote.speaker is not None else "nobody named"
