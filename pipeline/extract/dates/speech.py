""" "Today" between quotation marks is the speaker's day: that of the statement where it is given."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from pipeline import timex
from pipeline.extract.dates.expressions import Expression
from pipeline.model import Timex

if TYPE_CHECKING:
    from spacy.tokens import Doc

_SAYING = frozenset(
    {"say", "tell", "add", "announce", "write", "tweet", "post", "declare", "state", "claim", "argue", "warn", "insist"}
    | {"note", "report", "comment", "testify", "reply", "respond", "ask", "explain", "acknowledge", "admit", "deny"}
)
_OWN_DAY = re.compile(r"(?:day|week|weekday|weekend|ago):")


def quoted(text: str) -> list[tuple[int, int]]:
    """The stretches between double quotation marks, one left open running to the end. `text` is folded."""
    marks = [m.start() for m in re.finditer('"', text)]
    ends = [*marks[1::2], len(text)] if len(marks) % 2 else marks[1::2]
    return list(zip(marks[::2], ends, strict=True))


def of_speaker(
    found: list[Timex], expressions: list[Expression], text: str, parse: Doc, published: date | None
) -> list[Timex]:
    """The dates of one block, those in quotations that count from the day of speaking read from the statement's day.

    Where the statement's day is not given it is no later than the article's: the date stays, `bounded`.
    """
    stretches = quoted(text)
    if not stretches:
        return found
    days = [(e, d) for e, t in zip(expressions, found, strict=True) if (d := _day_of_saying(e, t, parse, stretches))]
    return [_spoken(t, e, days, parse, stretches, published) for e, t in zip(expressions, found, strict=True)]


def _within(expression: Expression, stretches: list[tuple[int, int]]) -> bool:
    return any(start <= expression.start and expression.end <= end for start, end in stretches)


def _day_of_saying(expression: Expression, found: Timex, parse: Doc, stretches: list[tuple[int, int]]) -> Timex | None:
    """The date itself where it stands outside quotation marks on a verb of saying and names one day."""
    when = found.when
    if _within(expression, stretches) or when.earliest is None or when.earliest != when.latest:
        return None
    tokens = parse.char_span(expression.start, expression.end, alignment_mode="expand")
    if tokens is None or not len(tokens):
        return None
    head = tokens.root.head
    verb = head.head if head.pos_ == "ADP" else head
    return found if verb.lemma_ in _SAYING else None


def _spoken(
    found: Timex,
    expression: Expression,
    days: list[tuple[Expression, Timex]],
    parse: Doc,
    stretches: list[tuple[int, int]],
    published: date | None,
) -> Timex:
    if found.anchor != "publication" or not _OWN_DAY.match(found.reading) or not _within(expression, stretches):
        return found
    said = _nearest(expression, days, parse)
    if said is not None and (day := timex.day(said.when.earliest)) is not None:
        moment = timex.read(found.reading, day)
        if moment is not None:
            because = f"the speaker's day, that of “{said.at.text}”"
            first, last = moment.earliest.isoformat(), moment.latest.isoformat()
            status = "resolved" if moment.exact else "bounded"
            when = replace(found.when, value=moment.value, earliest=first, latest=last, status=status, because=because)
            return replace(found, when=when, anchor="utterance")
    because = "the speaker's day, which is not given; it is taken to be the article's"
    if published is not None and found.when.status == "resolved" and found.reading.startswith("day:"):
        return replace(found, when=replace(found.when, earliest=None, status="bounded", because=because))
    return found


def _nearest(expression: Expression, days: list[tuple[Expression, Timex]], parse: Doc) -> Timex | None:
    """The day of saying in the same sentence, else the only one of the block."""
    sentence = next((s for s in parse.sents if s.start_char <= expression.start < s.end_char), None)
    if sentence is not None:
        for other, found in days:
            if sentence.start_char <= other.start < sentence.end_char:
                return found
    return days[0][1] if len(days) == 1 else None
