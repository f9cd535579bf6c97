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
whose speaker is named; a speaker who is printed but not named (Q002). The speaker may stand further off than this rule
looks: about half of its findings on real news are right, so it is a note. Where no other source carries the words
either, Q003 warns of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.flag.cases import Case
from pipeline.flag.examples import Example
from pipeline.flag.quotations import shown, spoken
from pipeline.model import Finding, Place, Quote, Span

CODE = "Q001"
NAME = "unattributed-quote"
SEVERITY = "note"

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

_NEAR = 10
"""Characters between a sentence and the quotation that follows it."""
_PRONOUN = re.compile(r"\b(?:he|she)\b", re.IGNORECASE)
_AGENTLESS = re.compile(
    r"\b(?:is|are|was|were|be|been|being)\b.*\b(?:hailed|praised|described|label+ed|dubbed|branded|seen|viewed|rated"
    r"|characteri[sz]ed|deemed|criticized|criticised|denounced|condemned|slammed|dismissed|touted|billed|portrayed"
    r"|depicted|regarded|derided|mocked|welcomed|celebrated|reported|said|told|quoted|considered)\b",
    re.IGNORECASE,
)
"""A cue in the passive: that nobody is named is the writer's doing, not a slip of the reading."""


def check(case: Case) -> Iterator[Finding]:
    """A finding at every quotation without a speaker; the sentence that may name who has spoken is its context."""
    for quote in spoken(case):
        if quote.speaker is not None or (quote.cue is not None and not _AGENTLESS.search(quote.cue.text)):
            continue
        told = f"“{shown(quote)}” is quoted without a word on who said it."
        before = None if quote.cue is not None else _named_before(case, quote)
        context = () if before is None else (Place(quote.doc, before, "context"),)
        yield Finding(quote.doc, quote.at, told, context)


def _named_before(case: Case, quote: Quote) -> Span | None:
    """The sentence of a quotation, or the one right before it, that has a likely speaker."""
    extraction = case.extraction[quote.doc]
    before = [s.at for s in extraction.sentences if s.at.end <= quote.sentence.start and s.block == quote.block]
    near = [quote.sentence]
    if before and quote.sentence.start - before[-1].end <= _NEAR:
        near.append(before[-1])
    people = [m.at for e in extraction.entities if e.label == "PERSON" for m in e.mentions]
    for sentence in near:
        outside = [at for at in people if sentence.holds(at) and not at.meets(quote.at)]
        lead = sentence.text[: max(0, quote.at.start - sentence.start)] if sentence is quote.sentence else sentence.text
        if outside or _PRONOUN.search(lead):
            return sentence
    return None
