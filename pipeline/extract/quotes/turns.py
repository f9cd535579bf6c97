"""Transcripts: paragraphs that begin with who speaks, in capitals or as question and answer."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from pipeline.extract.quotes.parts import Attribution
from pipeline.extract.sentences import Passage
from pipeline.text import trim

if TYPE_CHECKING:
    from spacy.tokens import Doc

_LABEL = re.compile(r"[\"“”]?(?P<who>[A-Z][A-Z.’' -]{2,28}|[QA])(?P<sign>:)\s+(?=\S)")
FEWEST = 3
"""Paragraphs with a label that make a transcript."""


def is_transcript(passages: Iterable[Passage]) -> bool:
    """Whether so many paragraphs begin with a label that the article holds a transcript."""
    return sum(1 for p in passages if p.block.kind == "body" and _LABEL.match(p.block.at.text)) >= FEWEST


def find_turn(text: str, doc: Doc) -> Attribution | None:
    """What one paragraph of a transcript says and who says it; of questions and answers nobody is named."""
    match = _LABEL.match(text)
    if match is None:
        return None
    start, end = trim(text, match.end(), len(text))
    while end > start and text[end - 1] in '"“”':
        end -= 1
    if start >= end:
        return None
    found = Attribution([(start, end)], cue=match.span("sign"))
    if len(match.group("who")) > 1:
        found.source = match.span("who")
        inside = [t.i for t in doc if match.start("who") <= t.idx < match.end("who")]
        found.head = inside[-1] if inside else None
    return found
