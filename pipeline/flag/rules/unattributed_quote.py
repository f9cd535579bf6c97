"""Words between quotation marks that nobody is said to have spoken.

What it flags
-------------
Quotation marks around speech or a judgement, with no speaker at all: nobody beside them, nobody in the sentence
before, no document they are taken from ("It has been hailed as “...”").

Why it matters
--------------
Marks say that somebody used these words. Where nobody did, they are the writer's own judgement in borrowed clothes;
where somebody did, the reader has a right to know who.

What is not flagged
-------------------
Headlines, titles of works, nicknames, terms and single words held at arm's length; a quotation that runs on from one
whose speaker is named; a speaker who is printed but not named (Q002).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.flag.cases import Case
from pipeline.flag.examples import Example
from pipeline.flag.quotations import shown, spoken
from pipeline.model import Finding

CODE = "Q001"
NAME = "unattributed-quote"
SEVERITY = "warning"

FLAGGED = (
    Example(
        ("Harbour plan\n\nThe plan was approved on Tuesday. It has been praised as a “brave new start”.",),
        on="brave new start",
        why="a judgement that nobody is said to have made",
    ),
    Example(
        ("Vote\n\nThe hall was full.\n\n“I have never seen such anger in this town.”\n\nThe vote was put off.",),
        on="I have never seen such anger",
        why="a whole utterance with nobody beside it",
    ),
)
CLEAN = (
    Example(
        ("Harbour plan\n\nThe plan is a “brave new start”, said Ann Tolliver, the mayor.",),
        why="the speaker stands behind the words",
    ),
    Example(
        ("Prize\n\nThe novel “The Quiet Harbour” won the prize on Tuesday, and its author thanked the jury.",),
        why="a title",
    ),
    Example(
        ("Vote\n\n“We lost the vote,” Ann Tolliver said. “We will not lose the next one.”",),
        on="We will not lose",
        why="it runs on from words whose speaker is named",
    ),
    Example(("Trade\n\nThe so-called “gentle” rules came into force on Monday in Norland.",), why="a scare quote"),
)

_AGENTLESS = re.compile(r"\b(?:is|are|was|were|be|been|being|gets?|got)\b", re.IGNORECASE)
"""A cue in the passive: that nobody is named is the writer's doing, not a slip of the reading."""


def check(case: Case) -> Iterator[Finding]:
    """A finding at every quotation without a speaker."""
    for quote in spoken(case):
        if quote.speaker is None and (quote.cue is None or _AGENTLESS.search(quote.cue.text)):
            yield Finding(quote.doc, quote.at, f"nobody is said to have spoken these words: “{shown(quote)}”")
