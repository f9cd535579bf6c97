"""Pull quotes: words set apart in large type, with or without marks, and the speaker on the line below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.extract.quotes.parts import Attribution, Run
from pipeline.text import trim

if TYPE_CHECKING:
    from spacy.tokens import Doc

_MARKS = "\"“”„«»‘’'"
_SHORT = 12
"""Words beyond which a last line is no speaker's."""


def find_pulled(text: str, doc: Doc) -> Attribution | None:
    """The words of a pull quote and the source below them, None where the block is one line with a cue of its own."""
    lines = _lines(text)
    if not lines:
        return None
    source = lines[-1] if len(lines) > 1 and _signs(text[slice(*lines[-1])]) else None
    said = lines[:-1] if source is not None else lines
    if source is None and any(t.pos_ == "VERB" and t.lower_ in ("said", "says", "told", "wrote") for t in doc):
        return None
    start, end = trim(text, said[0][0], said[-1][1])
    while start < end and (text[start] in _MARKS or text[start].isspace()):
        start += 1
    while end > start and (text[end - 1] in _MARKS or text[end - 1].isspace()):
        end -= 1
    if start >= end:
        return None
    found = Attribution([(start, end)], marked=True)
    if source is not None:
        found.source, found.head = _source(text, doc, source)
    return found


def _lines(text: str) -> list[Run]:
    found, at = [], 0
    for line in text.splitlines(keepends=True):
        start, end = trim(text, at, at + len(line))
        if start < end:
            found.append((start, end))
        at += len(line)
    return found


def _signs(line: str) -> bool:
    """Whether a last line names who said the words above it: short, no sentence, in capitals or behind a dash."""
    bare = line.strip(" -–—―")
    return len(bare.split()) <= _SHORT and bare[-1:] not in '.!?”"' and bare[:1].isupper()


def _source(text: str, doc: Doc, line: Run) -> tuple[Run, int | None]:
    start, end = line
    while start < end and text[start] in "-–—― ":
        start += 1
    tokens = [t for t in doc if start <= t.idx < end]
    name = [t for t in tokens if t.pos_ in ("PROPN", "NOUN")]
    comma = next((t.idx for t in tokens if t.text == ","), end)
    first = [t for t in name if t.idx < comma and t.dep_ != "pobj"] or name
    return (start, end), first[-1].i if first else None
