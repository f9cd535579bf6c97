"""The speaker is printed but not named.

What it flags
-------------
A quotation whose speaker is a group or an unnamed person: "officials", "the leadership", "a person familiar with the
matter". Without quotation marks only speech whose source hides ("a person familiar ...", "sources") is flagged.

Why it matters
--------------
Words that nobody answers for cannot be checked with the one who is said to have spoken them.

What is not flagged
-------------------
People, ministries, companies and documents that are named, here or before ("she", "they", "the minister", "the
statement");
what people in general say or believe without quotation marks.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.flag.cases import Case
from pipeline.flag.examples import Example
from pipeline.flag.quotations import alone, printed, shown, spoken, stood_for
from pipeline.model import Finding, Place, Quote
from pipeline.text import listed

CODE = "Q002"
NAME = "unnamed-speaker"
SEVERITY = "warning"

FLAGGED = (
    Example(
        ("Talks\n\nThe talks went on until midnight. Officials called the draft a “fair and lasting answer”.",),
        on="fair and lasting answer",
        why="a group without a name",
    ),
    Example(
        ("Talks\n\nA deal was reached in early March, said a person familiar with the talks.",),
        on="A deal was reached",
        why="a source that hides",
    ),
)
CLEAN = (
    Example(
        ("Talks\n\nMinister Ann Tolliver arrived late. “The draft is a fair answer,” she said.",),
        why="a pronoun for somebody named",
    ),
    Example(("Talks\n\n“The draft is a fair and lasting answer,” the Norland foreign ministry said.",), why="a body"),
    Example(
        ("Talks\n\nMinisters met late. The draft, they said, was “a fair and lasting answer”.",),
        on="a fair and lasting answer",
        why="a pronoun for those printed before",
    ),
    Example(("Talks\n\nThe statement said the draft was “a fair and lasting answer”.",), why="a document"),
)

_HIDDEN = listed("person people source sources insider insiders someone somebody individual individuals")


def check(case: Case) -> Iterator[Finding]:
    """A finding at every quotation whose speaker has no name."""
    marked = {q.id for q in spoken(case)}
    for quote in case.quote.values():
        speaker = quote.speaker
        if speaker is None or speaker.kind not in ("collective", "anonymous") or stood_for(quote):
            continue
        if quote.id in marked:
            besides = ", and no other article carries the words" if alone(case, quote) else ""
            told = f"“{shown(quote)}” is said by “{printed(speaker.at)}”; nobody is named{besides}."
        elif quote.form == "indirect" and quote.block == "body" and _hides(quote):
            told = f"This is on the word of “{printed(speaker.at)}”, and nobody is named."
        else:
            continue
        yield Finding(quote.doc, quote.at, told, (Place(quote.doc, speaker.at, "context"),))


def _hides(quote: Quote) -> bool:
    """Whether a source without marks around its words is one that hides, not just a group."""
    if quote.speaker is None or quote.cue is None:
        return False
    text = quote.speaker.at.text.lower()
    first = text.split()[:4]
    return ("familiar" in text or "anonym" in text or bool(_HIDDEN & set(first))) and (
        quote.cue.text.lower().split()[-1] in _TELLING
    )


_TELLING = listed("said says say told tells tell added to claimed reported revealed disclosed confirmed")
