"""No other source carries the words.

What it flags
-------------
A quotation that no other article of the story prints, with or without marks. A note; a warning where the speaker is
unnamed and Q002 does not ask for him already, where the words stand in a sentence of the article's own and nobody is
found who said them, or where another article reports the same utterance in other words. Whole sentences between marks
without a speaker stay notes: mostly he stands a paragraph off. Sentences elsewhere that share a word of it are listed
as near misses: they do not bear it out.

Why it matters
--------------
A quotation that one paper alone has may be its own work, or invented. With nobody named there is no one to ask.

What is not flagged
-------------------
Stories of one article; words that another article prints, in whole or in part, whoever is said to have spoken them.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.flag.cases import Case
from pipeline.flag.examples import Example
from pipeline.flag.quotations import alone, echoes, elsewhere, other, shown, spoken, unnamed
from pipeline.model import Finding, Place, Quote
from pipeline.text import words

CODE = "Q003"
NAME = "quote-not-found"
SEVERITY = "note"

_COUNCIL = "Council\n\nThe council of Marlow approved the harbour plan on Tuesday after a long debate."

FLAGGED = (
    Example(
        (f"{_COUNCIL} “It is a start for this whole town,” said Ann Tolliver, the mayor.", _COUNCIL),
        on="It is a start",
        why="one paper alone has the words",
    ),
    Example(
        (f"{_COUNCIL} Aides called it a “brave and gentle turn”.", f"{_COUNCIL} The mayor called it a brave move."),
        on="brave and gentle turn",
        why="nobody named, nobody else has it",
    ),
    Example(
        (f"{_COUNCIL} The letters piled up. “It was a brave and gentle turn for a hard winter.”", _COUNCIL),
        on="brave and gentle turn",
        why="a sentence of its own, whose speaker may stand a paragraph off",
        noted=True,
    ),
)
CLEAN = (
    Example(
        (
            f"{_COUNCIL} “It is a start for this whole town,” said Ann Tolliver, the mayor.",
            f"{_COUNCIL} Mayor Ann Tolliver said: “It is a start for this whole town.”",
        ),
        why="both have it",
    ),
    Example((f"{_COUNCIL} “It is a start for this whole town,” said Ann Tolliver.",), why="one article only"),
    Example(
        (
            f"{_COUNCIL} “It is a start for this whole town,” said Ann Tolliver, the mayor.",
            f"{_COUNCIL} Ann Tolliver, the mayor, said it is a start for this whole town.",
        ),
        why="the other prints the words without marks",
    ),
)

_OWN = 3
"""Words of a sentence outside the marks from which it is the writer's own."""


def check(case: Case) -> Iterator[Finding]:
    """A finding at every quotation that only its own article carries."""
    for quote in spoken(case):
        if not alone(case, quote):
            continue
        rivals = tuple(_place(case.quote[other(v, quote)]) for v in elsewhere(case, quote))
        near = echoes(case, quote)
        otherwise = "; there the same speaker is quoted in other words" if rivals else ""
        told = f"No other article carries “{shown(quote)}”{otherwise}."
        yield Finding(quote.doc, quote.at, told, rivals + near, "warning" if rivals or _hidden(quote) else None)


def _hidden(quote: Quote) -> bool:
    """Whether the speaker is printed and not named, or nobody is found for words within a sentence of the article."""
    if quote.speaker is not None:
        return unnamed(quote)
    return len(list(words(quote.sentence.text))) - sum(len(list(words(w.text))) for w in quote.words) >= _OWN


def _place(quote: Quote) -> Place:
    return Place(quote.doc, quote.at, "near-miss")
