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
whose speaker is named; a speaker who is printed but not named (Q002); words beside somebody who may have spoken them,
in their sentence, the one before or the one behind; marks of which one is missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.flag.cases import Case
from pipeline.flag.examples import Example
from pipeline.flag.quotations import shown, spoken
from pipeline.flag.quotations import words as spoken_words
from pipeline.model import Finding, Quote, Span

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
    Example(
        ("Vote\n\nPaul Reyes left the hall at nine.\n\n“I have never seen such anger in this town.”\n\nIt was late.",),
        why="the one who may have spoken stands in the sentence before",
    ),
    Example(("Trade\n\nThe so-called “gentle” rules came into force on Monday in Norland.",), why="a scare quote"),
)

_NEAR = 10
"""Characters between a sentence and the quotation that follows it."""
_PRONOUN = re.compile(r"\b(?:he|she|they|I|we)\b", re.IGNORECASE)
_TELLS = re.compile(
    r"\b(?:sa(?:ys?|id)|tells?|told|asks?|asked|writes?|wrote|added|adds|states?|stated|claims?|claimed|according)\b"
)
_SIGNED = re.compile(r"^[–—―-]\s?[A-Z]")
_FEW = 5
"""Words between marks under which nothing says that they are an utterance."""
_SPEAKERS = frozenset(("PERSON",))
_OPENING = re.compile(r"(?<!\()[\"“”„«»‘'’‹›]\s?$")
_CLOSING = re.compile(r"\s?[\"“”«»‘'’‹›]+(?!\s?\()")
_AGENTLESS = re.compile(
    r"\b(?:is|are|was|were|be|been|being)\b.*\b(?:hailed|praised|described|branded|seen|viewed|characteri[sz]ed|deemed"
    r"|critici[sz]ed|denounced|condemned|slammed|dismissed|touted|portrayed|depicted|regarded|derided|mocked|welcomed"
    r"|celebrated|lauded|decried|blasted|attacked|acclaimed)\b",
    re.IGNORECASE,
)
"""A cue in the passive: that nobody is named is the writer's doing, not a slip of the reading."""


def check(case: Case) -> Iterator[Finding]:
    """A finding at every quotation that neither a cue nor the sentences around it give a speaker."""
    told_by: dict[str, list[Span]] = {}
    for quote in case.quote.values():
        if quote.speaker is not None:
            told_by.setdefault(quote.doc, []).extend(quote.parts)
    for quote in spoken(case):
        if quote.speaker is not None or any(part.holds(quote.at) for part in told_by.get(quote.doc, ())):
            continue
        if _passive(quote) or (quote.cue is None and _stands_alone(case, quote)):
            told = f"“{shown(quote)}” is quoted without a word on who said it."
            yield Finding(quote.doc, quote.at, told)


def _passive(quote: Quote) -> bool:
    return quote.cue is not None and _AGENTLESS.search(quote.cue.text) is not None


def _stands_alone(case: Case, quote: Quote) -> bool:
    """Whether nobody is named around a quotation: not in its own sentence, nor in the one before or behind it.

    Words whose marks are not both there, and words in brackets, are no quotation that anyone can be asked about.
    """
    document = case.document[quote.doc]
    before, after = (document.text[max(0, a - document.start) : b - document.start] for a, b in _beside(quote))
    if len(spoken_words(quote)) < _FEW or not _OPENING.search(before) or not _CLOSING.match(after):
        return False
    extraction = case.extraction[quote.doc]
    paragraph = next((b.at for b in document.blocks if b.at.holds(quote.at)), quote.at)
    if any(q.speaker is not None and paragraph.holds(q.sentence) and q.sentence < quote.at for q in extraction.quotes):
        return False
    around = [quote.sentence, *_next_to(quote, [s.at for s in extraction.sentences if s.block == quote.block])]
    named = [m.at for e in extraction.entities if e.label in _SPEAKERS for m in e.mentions]
    for sentence in around:
        words = _without(sentence, quote.at)
        people = any(sentence.holds(at) and not at.meets(quote.at) for at in named)
        if people or any(sign.search(words) for sign in (_PRONOUN, _TELLS, _SIGNED)):
            return False
    return True


def _beside(quote: Quote) -> tuple[tuple[int, int], tuple[int, int]]:
    first, last = quote.words[0], quote.words[-1]
    return (first.start - 3, first.start), (last.end, last.end + 5)


def _next_to(quote: Quote, sentences: list[Span]) -> Iterator[Span]:
    """The sentence right before a quotation's own, and the one right behind it."""
    before = [s for s in sentences if s.end <= quote.sentence.start]
    if before and quote.sentence.start - before[-1].end <= _NEAR:
        yield before[-1]
    after = [s for s in sentences if s.start >= quote.sentence.end]
    if after and after[0].start - quote.sentence.end <= _NEAR:
        yield after[0]


def _without(sentence: Span, at: Span) -> str:
    """A sentence without the quotation in it."""
    if not sentence.meets(at):
        return sentence.text
    start, end = max(0, at.start - sentence.start), max(0, at.end - sentence.start)
    return f"{sentence.text[:start]} {sentence.text[end:]}"
