"""Date expressions in running news: where they stand, what they can mean, and what rests on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline import timex
from pipeline.extract.dates.anchoring import Anchors, anchor, is_full_day, of_picture
from pipeline.extract.dates.search import find_expressions
from pipeline.extract.dates.speech import of_speaker, quoted
from pipeline.extract.dates.statement import date_of, goes_with, said_on
from pipeline.extract.dates.tense import told, verb_of
from pipeline.extract.dates.together import together
from pipeline.extract.sentences import Passage
from pipeline.model import Document, Timex, When

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["date_of", "find_dates", "goes_with", "quoted", "said_on"]


def find_dates(document: Document, passages: tuple[Passage, ...]) -> tuple[Timex, ...]:
    """Every date, time, duration and set in the article, in order of place.

    Relative ones are read from the publication date, from the date before them or, between quotation marks, from the
    day of the statement; where none is known they stay unresolved, their value masked ("XXXX-WXX-1" is a Monday).
    """
    anchors = Anchors.of(document.published)
    published = timex.day(document.published.value)
    found: list[Timex] = []
    for passage in passages:
        text, parse = passage.parse.text, passage.parse
        expressions = find_expressions(text, parse)
        here = []
        pictured: When | None = None
        pictured_to = 0
        for expression in expressions:
            at = passage.span(expression.start, expression.end)
            beside = pictured if expression.start < pictured_to else None
            read = of_picture(expression, at, beside) or anchor(expression, at, anchors, parse)
            dated = expression.type in ("DATE", "TIME") and not expression.fuzzy
            verb, direct = verb_of(expression, parse) if dated else (None, False)
            here.append(
                Timex(
                    document.doc,
                    at,
                    expression.type,
                    read.when,
                    read.anchor,
                    read.reading,
                    told(verb) if direct else "",
                    passage.of(parse[verb.i : verb.i + 1]) if verb is not None else None,
                    tuple(passage.of(parse[v.i : v.i + 1]) for v in together(verb)) if verb is not None else (),
                )
            )
            anchors.note(expression, read.when)
            if passage.block.kind == "caption" and anchors.first is None and is_full_day(expression):
                pictured, pictured_to = read.when, _sentence_end(parse, expression.start)
        found.extend(of_speaker(here, expressions, text, parse, published))
    return tuple(found)


def _sentence_end(parse: Doc, offset: int) -> int:
    """Where the sentence around a character ends."""
    return next((s.end_char for s in parse.sents if s.end_char > offset), len(parse.text))
