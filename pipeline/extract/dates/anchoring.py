"""From an expression to a value: what it is read from, in which direction, and what it can mean."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from pipeline import timex
from pipeline.extract.dates.expressions import Expression
from pipeline.extract.dates.tense import direction
from pipeline.model import Published, Span, When

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(slots=True)
class Anchors:
    """What is known while an article is read: the days on which it can have appeared, and the last date named."""

    first: date | None
    last: date | None
    mention: When | None = None
    quarter: When | None = None

    def note(self, expression: Expression, when: When) -> None:
        """Keep a date for those that count from it."""
        if expression.type not in ("DATE", "TIME") or expression.fuzzy:
            return
        self.mention = when
        if when.earliest and expression.grain in ("quarter", "half") and expression.base == "publication":
            self.quarter = when

    @classmethod
    def of(cls, published: Published) -> Anchors:
        """The anchors at the beginning of an article."""
        only = timex.day(published.value)
        if only is not None:
            return cls(only, only)
        return cls(timex.day(published.earliest), timex.day(published.latest))


@dataclass(frozen=True, slots=True)
class Anchored:
    """A reading done: the date, what it was read from (publication, mention, utterance, none), and the reading."""

    when: When
    anchor: str
    reading: str = ""


def anchor(expression: Expression, at: Span, anchors: Anchors, parse: Doc) -> Anchored:
    """What the expression at `at` means; unresolved, never invented, where nothing anchors it."""
    if expression.type in ("DURATION", "SET") or expression.fuzzy:
        return Anchored(_fixed(expression, at), "none")
    if expression.value:
        return Anchored(_absolute(expression, at), "none")
    if expression.part and not expression.reading:
        return _time(expression, at, anchors)
    reading = expression.reading
    if ":auto" in reading:
        reading = reading.replace(":auto", ":" + direction(expression, parse))
    if expression.part:
        reading += ">" + expression.part
    if expression.base == "period":
        return _from_period(reading, at, anchors)
    if anchors.quarter is not None and reading == "ago:-1:year":
        return _from_period("quarter:0~year:-1", at, anchors)
    if expression.base == "mention":
        return _from_mention(expression, reading, at, anchors)
    return _from_days(reading, at, anchors)


def is_full_day(expression: Expression) -> bool:
    """Whether the words name one day of one year."""
    return expression.type == "DATE" and len(expression.value) == 10 and timex.bounds(expression.value) is not None


def of_picture(expression: Expression, at: Span, pictured: When | None) -> Anchored | None:
    """A relative date in the caption of an undated article, after the day of the picture: it counts from that day.

    Only from a day that the same sentence gives: what a caption goes on to say is told from the day of the article,
    which may be years after the picture. A direction that only tense would tell is left open.
    """
    day = timex.day(pictured.earliest) if pictured is not None else None
    if pictured is None or day is None or not expression.reading or expression.base != "publication":
        return None
    if ":auto" in expression.reading:
        return None
    moment = timex.read(expression.reading, day)
    if moment is None:
        return None
    return Anchored(
        _when(moment, at, f"counted from “{_words(pictured)}” in the caption"), "mention", expression.reading
    )


def _fixed(expression: Expression, at: Span) -> When:
    if expression.fuzzy:
        return When(expression.value, status="unresolved", source=at, because="says no more than before, now or later")
    return When(expression.value, status="resolved", source=at, because="as the words say")


def _absolute(expression: Expression, at: Span) -> When:
    value = expression.value + expression.part
    interval = timex.bounds(value)
    if interval is None:
        return When(_masked(value), status="unresolved", source=at, because="the calendar has no such day")
    because = "as the words say"
    if expression.alternatives:
        because = f"day and month in the American order; {expression.alternatives[0]} in the other"
    first, last = (d.isoformat() for d in interval)
    return When(value, first, last, "resolved", at, because, expression.alternatives)


def _masked(value: str) -> str:
    """An impossible day keeps what is possible of it."""
    for cut in (7, 4):
        if len(value) >= cut and timex.bounds(value[:cut]):
            return value[:cut] + "-XX" * (2 if cut == 4 else 1)
    return "XXXX-XX-XX"


def _time(expression: Expression, at: Span, anchors: Anchors) -> Anchored:
    mention = anchors.mention
    if mention is not None and mention.status == "resolved" and mention.earliest == mention.latest and mention.earliest:
        when = When(mention.earliest + expression.part, mention.earliest, mention.latest, "resolved", at,
                    f"the day of “{_words(mention)}”")  # fmt: skip
        return Anchored(when, "mention")
    return _from_days("day:0>" + expression.part, at, anchors)


def _words(when: When) -> str:
    return when.source.text if when.source else when.value


def _from_mention(expression: Expression, reading: str, at: Span, anchors: Anchors) -> Anchored:
    mention = anchors.mention
    first, last = (timex.day(mention.earliest), timex.day(mention.latest)) if mention else (None, None)
    if mention is None or first is None or last is None:
        because = "counted from a date that is not given"
        return Anchored(When(timex.loose(reading), source=at, because=because), "mention", reading)
    moment = timex.read_over(reading, first, last)
    if moment is None:
        return Anchored(When(timex.loose(reading), source=at, because="the calendar has no such day"), "none", reading)
    return Anchored(_when(moment, at, f"counted from “{_words(mention)}”"), "mention", reading)


def _from_period(reading: str, at: Span, anchors: Anchors) -> Anchored:
    """Results are compared with the quarter named before; without one, with the quarter that ended last."""
    period = anchors.quarter
    first, last = (timex.day(period.earliest), timex.day(period.latest)) if period else (None, None)
    if period is None or first is None or last is None:
        return _from_days(reading.replace("quarter:0", "quarter:-1"), at, anchors)
    moment = timex.read_over(reading, first, last)
    if moment is None:
        return Anchored(When(timex.loose(reading), source=at, because="the calendar has no such day"), "none", reading)
    return Anchored(_when(moment, at, f"counted from “{_words(period)}”"), "mention", reading)


def _from_days(reading: str, at: Span, anchors: Anchors) -> Anchored:
    if anchors.first is None or anchors.last is None:
        when = When(timex.loose(reading), status="unresolved", source=at,
                    because="relative to a publication date that is not known")  # fmt: skip
        return Anchored(when, "none", reading)
    moment = timex.read_over(reading, anchors.first, anchors.last)
    if moment is None:
        return Anchored(When(timex.loose(reading), source=at, because="the calendar has no such day"), "none", reading)
    if anchors.first == anchors.last:
        because = f"read from the publication date, {anchors.first.isoformat()}"
    else:
        because = f"read from a publication between {anchors.first.isoformat()} and {anchors.last.isoformat()}"
    return Anchored(_when(moment, at, because), "publication", reading)


def _when(moment: timex.Moment, at: Span, because: str) -> When:
    status = "resolved" if moment.exact else "bounded"
    return When(moment.value, moment.earliest.isoformat(), moment.latest.isoformat(), status, at, because)
