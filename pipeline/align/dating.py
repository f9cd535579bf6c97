"""Undated articles dated by what the story says: constraints between days, never guesses.

Every date expression is a constraint on the day its article appeared. An explicit date told as past is not after it;
"last year" said of an event that another text dates ties it to that date. Intervals are cut until nothing changes,
as in constraint propagation over time points (Dechter, Meiri and Pearl 1991); a cut that would leave nothing is not
made but reported.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import TypeVar

from pipeline import timex
from pipeline.align.clues import Clue, common_names, find_clues, one_event
from pipeline.model import Act, Claim, Dating, Document, Extraction, Published, Quote, Span, Timex, When

_FIRST, _LAST = date(1800, 1, 1), date(2200, 12, 31)
_ROUNDS = 12
_LONGEST = 1500
"""Days of a window that are tried one by one."""
_NAMED_MONTH = re.compile(r"(?:month|date):([0-9]{2})(?![0-9])")
_NAMED_WEEKDAY = re.compile(r"(?:weekday:|week:-?[0-9]+>)([1-7])(?![0-9])")
_LIKELY = re.compile(r":(?:near|back|ahead)\b|>T[0-9]")
T = TypeVar("T", Act, Claim, Quote)


@dataclass(slots=True)
class Window:
    """The days on which one article can have appeared, and why. `fixed`: it states its date itself.

    `ties`: by expression, its reading, the days of the date that places it, and why the two are one event.
    """

    doc: str
    first: date
    last: date
    fixed: bool
    reasons: list[str] = field(default_factory=list)
    places: list[Span] = field(default_factory=list)
    conflict: str | None = None
    ties: dict[Span, tuple[str, timex.Interval, str]] = field(default_factory=dict)

    def cut(self, first: date, last: date, reason: str, places: Iterable[Span]) -> bool:
        """Keep what lies within `first` and `last`; True where that took days away. An empty rest is a conflict."""
        low, high = max(first, self.first), min(last, self.last)
        if low > high:
            if self.conflict is None:
                dated = f"it is dated {timex.day_words(self.first.isoformat())}"
                self.conflict = f"{reason}; but {'; '.join(self.reasons) or dated}"
                self.places.extend(p for p in places if p not in self.places)
            return False
        if (low, high) == (self.first, self.last) or self.fixed:
            return False
        self.first, self.last = low, high
        self.reasons.append(reason)
        self.places.extend(p for p in places if p not in self.places)
        return True


def date_story(documents: tuple[Document, ...], extractions: tuple[Extraction, ...]) -> tuple[Dating, ...]:
    """One Dating for every document, in their order: the date it states, else what the story implies.

    `published.basis` is `inferred` where only the story dates it; `because` is the chain of reasons in words.
    `conflict` is set where constraints cannot all hold.
    """
    said = {e.doc: e for e in extractions}
    clues = {d.doc: find_clues(d, said[d.doc]) for d in documents if d.doc in said}
    windows = {d.doc: _window(d) for d in documents}
    names = {d.doc: d.publisher or d.file for d in documents}
    for doc, found in clues.items():
        _bound(windows[doc], found)
    _propagate(windows, clues, names)
    return tuple(_dating(d, windows[d.doc]) for d in documents)


def _window(document: Document) -> Window:
    published = document.published
    first, last = timex.day(published.earliest), timex.day(published.latest)
    only = timex.day(published.value)
    if only is not None:
        first = last = only
    return Window(document.doc, first or _FIRST, last or _LAST, first is not None or last is not None)


def _bound(window: Window, clues: tuple[Clue, ...]) -> None:
    """What an article says of dated things that were, or will be, by the time it appeared."""
    past: list[tuple[date, date, Clue]] = []
    for clue in clues:
        days = _absolute(clue.timex)
        if days is None:
            continue
        if _was(clue):
            past.append((*days, clue))
        elif clue.timex.told == "future" and not window.fixed:
            reason = f"“{clue.timex.at.text}” is still to come"
            window.cut(_FIRST, days[1], reason, (clue.timex.at,))
    if window.fixed or not past:
        return
    first, _, clue = max(past, key=lambda p: (p[0], p[1]))
    window.cut(first, _LAST, f"“{clue.timex.at.text}” is told as past", (clue.timex.at,))


def _absolute(expression: Timex) -> timex.Interval | None:
    """The days of an expression that is complete in itself."""
    if expression.reading or expression.anchor != "none" or expression.when.status != "resolved":
        return None
    return timex.bounds(expression.when.value)


def _was(clue: Clue) -> bool:
    if clue.block == "caption":
        return clue.timex.told != "future"
    return clue.timex.told == "past"


def _propagate(windows: Mapping[str, Window], clues: Mapping[str, tuple[Clue, ...]], names: Mapping[str, str]) -> None:
    every = [c for found in clues.values() for c in found]
    common = common_names(every)
    loose = [c for c in every if not windows[c.doc].fixed and _firm(c.timex)]
    pairs = [(clue, _same(clue, every, common)) for clue in loose]
    for _ in range(_ROUNDS):
        changed = [clue for clue, others in pairs if _tie(windows, clue, others, names)]
        if not changed:
            return


def _same(clue: Clue, every: list[Clue], common: frozenset[str]) -> list[tuple[Clue, int, str]]:
    found = []
    for other in every:
        if _other(clue, other):
            strength, why = one_event(clue, other, common, _fine(clue), _one_weekday(clue, other))
            if strength:
                found.append((other, strength, why))
    return found


def _firm(expression: Timex) -> bool:
    """Whether an expression ties its article to what it dates; a bare month, whose year is the likely one, does not."""
    reading = expression.reading
    return bool(reading) and expression.anchor != "mention" and not _LIKELY.search(reading)


def _fine(clue: Clue) -> bool:
    """Whether the expression names a day or a week: for it, two happenings of one kind at one place are too loose."""
    return clue.timex.reading.startswith(("day", "week", "ago"))


def _other(clue: Clue, other: Clue) -> bool:
    """Whether another date can say when: not itself, nor a relative one of the same article, nor another month.

    Nor one that stands for an event and leaves its year out ("Sept. 11").
    """
    expression = other.timex
    if clue.timex.at == expression.at or (clue.doc == other.doc and expression.reading):
        return False
    if _absolute(expression) is not None and expression.when.value[2:4] not in expression.at.text:
        return False
    return _agree(_weekday(clue.timex), _weekday(other.timex)) and _agree(_month(clue.timex), _month(other.timex))


def _agree(left: int, right: int) -> bool:
    return not left or not right or left == right


def _one_weekday(left: Clue, right: Clue) -> bool:
    return _weekday(left.timex) == _weekday(right.timex) != 0


def _weekday(expression: Timex) -> int:
    """The ISO weekday that an expression names, 0 where it names none."""
    named = _NAMED_WEEKDAY.match(expression.reading)
    if named:
        return int(named[1])
    days = _absolute(expression)
    return days[0].isoweekday() if days is not None and days[0] == days[1] else 0


def _month(expression: Timex) -> int:
    """The month that an expression names, 0 where it names none."""
    named = _NAMED_MONTH.match(expression.reading)
    if named:
        return int(named[1])
    days = _absolute(expression)
    return days[0].month if days is not None and days[0].month == days[1].month and _span(days) < 31 else 0


def _tie(
    windows: Mapping[str, Window], clue: Clue, others: list[tuple[Clue, int, str]], names: Mapping[str, str]
) -> bool:
    """Cut an article's window by what one of its relative dates is dated by elsewhere, explicit dates first.

    Where several dates are at hand, the article can have appeared on any day that fits one of them.
    """
    dated = [(days, *other) for other in others if (days := _days(windows, other[0])) is not None]
    explicit = [d for d in dated if _absolute(d[1].timex) is not None]
    changed = False
    for tier in (explicit, [d for d in dated if d not in explicit]):
        changed |= _cut_by(windows[clue.doc], clue, tier, names)
    return changed


def _cut_by(
    window: Window, clue: Clue, dated: list[tuple[timex.Interval, Clue, int, str]], names: Mapping[str, str]
) -> bool:
    best = [d for d in dated if _names_month(clue.timex, d[0])] or dated
    top = max((d[2] for d in best), default=0)
    likely = [d for d in best if d[2] >= top - 1]
    reaches = [(reach, other, why) for days, other, _, why in likely if (reach := _reach(clue.timex.reading, days))]
    if not reaches:
        return False
    first, last = min(r[0][0] for r in reaches), max(r[0][1] for r in reaches)
    _, other, why = min(reaches, key=lambda r: (_span(r[0]), _width(r[1].timex), r[1].timex.at))
    where = "here" if other.doc == clue.doc else f"in {names[other.doc]}"
    reason = f"“{clue.timex.at.text}” is “{other.timex.at.text}” {where} ({why})"
    days = _absolute(other.timex)
    if days is not None and len({_absolute(r[1].timex) for r in reaches}) == 1:
        window.ties[clue.timex.at] = (clue.timex.reading, days, reason)
    return window.cut(first, last, reason, (clue.timex.at, other.timex.at))


def _width(expression: Timex) -> int:
    days = timex.bounds(expression.when.value)
    return _span(days) if days is not None else 9999


def _span(days: timex.Interval) -> int:
    return (days[1] - days[0]).days


def _days(windows: Mapping[str, Window], clue: Clue) -> timex.Interval | None:
    """The days that a dated statement can mean, as far as its article's window says; None where it is wide open."""
    days = _absolute(clue.timex)
    if days is not None:
        return days
    window = windows[clue.doc]
    if not clue.timex.reading or clue.timex.anchor == "mention" or window.first == _FIRST or window.last == _LAST:
        return None
    moment = timex.read_over(clue.timex.reading, window.first, window.last)
    return (moment.earliest, moment.latest) if moment is not None else None


def _names_month(expression: Timex, days: timex.Interval) -> bool:
    """Whether the other date lies in the very month that a relative one names ("last October", "October 2020")."""
    month = _month(expression)
    return bool(month) and days[0].month == days[1].month == month and _span(days) < 31


def _reach(reading: str, days: timex.Interval) -> timex.Interval | None:
    """The first and last day on which the reading can be said of something in `days`.

    Readings move on with the day they are said, so both ends are found by halving. People are loose at the edges:
    a week may begin on a Sunday, "last October" may be that of last year.
    """
    low = _least(lambda said: (m := timex.read(reading, said)) is not None and m.latest >= days[0])
    high = _least(lambda said: (m := timex.read(reading, said)) is None or m.earliest > days[1])
    if low is None:
        return None
    last = high - timedelta(1) if high is not None else _LAST
    slack = 1 if reading.startswith(("week:", "weekend:", "day:")) else 0
    if ":last" in reading and reading.startswith(("month", "season", "quarter")):
        last = max(last, date(days[1].year + 1, 12, 31))
    elif ":last" in reading or ":past" in reading:
        last += timedelta(1)
    if last < low:
        return None
    return low - timedelta(slack), last + timedelta(slack)


def _least(holds: Callable[[date], bool]) -> date | None:
    """The first day within reach for which a test holds that, once true, stays true."""
    low, high = _FIRST.toordinal(), _LAST.toordinal()
    if not holds(date.fromordinal(high)):
        return None
    while low < high:
        middle = (low + high) // 2
        if holds(date.fromordinal(middle)):
            high = middle
        else:
            low = middle + 1
    return date.fromordinal(low)


def _dating(document: Document, window: Window) -> Dating:
    places = tuple(sorted(window.places))
    if window.fixed or not window.reasons:
        return Dating(document.doc, document.published, window.conflict, places)
    first = None if window.first == _FIRST else window.first.isoformat()
    last = None if window.last == _LAST else window.last.isoformat()
    value = first if first is not None and first == last else None
    published = Published(value, first, last, "inferred", "; ".join(window.reasons))
    return Dating(document.doc, published, window.conflict, places, _placed(window))


def _placed(window: Window) -> tuple[tuple[Span, When], ...]:
    """What the tied expressions of an article mean: the one value that fits both its window and the other date."""
    if _span((window.first, window.last)) > _LONGEST:
        return ()
    found = []
    for at, (reading, days, reason) in sorted(window.ties.items()):
        said = (window.first + timedelta(n) for n in range(_span((window.first, window.last)) + 1))
        meant = {m for d in said if (m := timex.read(reading, d)) and m.earliest <= days[1] and days[0] <= m.latest}
        if len({m.value for m in meant}) == 1:
            one = min(meant, key=lambda m: (m.earliest, m.latest))
            status = "resolved" if one.exact else "bounded"
            first, last = one.earliest.isoformat(), max(m.latest for m in meant).isoformat()
            found.append((at, When(one.value, first, last, status, at, reason)))
    return tuple(found)


def redate(extractions: tuple[Extraction, ...], datings: tuple[Dating, ...]) -> tuple[Extraction, ...]:
    """The same extractions, relative dates of undated articles read again from what the story implies.

    Only where both ends of the article's window are known; what the window leaves open becomes `bounded`.
    """
    inferred = {d.doc: d for d in datings if d.published.basis == "inferred"}
    return tuple(_redated(e, inferred[e.doc]) if e.doc in inferred else e for e in extractions)


def _redated(extraction: Extraction, dating: Dating) -> Extraction:
    first, last = timex.day(dating.published.earliest), timex.day(dating.published.latest)
    if first is None or last is None:
        return extraction
    ties = dict(dating.ties)
    dates = tuple(
        replace(t, when=ties[t.at], anchor="mention") if t.at in ties else _reread(t, first, last)
        for t in extraction.dates
    )
    now = {t.at: t.when for t in dates}
    return replace(
        extraction,
        dates=dates,
        claims=tuple(replace(_again(c, now), acts=tuple(_again(a, now) for a in c.acts)) for c in extraction.claims),
        quotes=tuple(_again(q, now) for q in extraction.quotes),
    )


def _reread(expression: Timex, first: date, last: date) -> Timex:
    if not expression.reading or expression.anchor != "none" or expression.when.status != "unresolved":
        return expression
    moment = timex.read_over(expression.reading, first, last)
    if moment is None:
        return expression
    status = "resolved" if moment.exact else "bounded"
    because = (
        f"read from an article dated {timex.interval_words(first.isoformat(), last.isoformat())} by what the story says"
    )
    when = replace(
        expression.when,
        value=moment.value,
        earliest=moment.earliest.isoformat(),
        latest=moment.latest.isoformat(),
        status=status,
        because=because,
    )
    return replace(expression, when=when, anchor="publication")


def _again(thing: T, now: Mapping[Span, When]) -> T:
    source = thing.date.source if thing.date is not None else None
    if thing.date is None or source is None or source not in now:
        return thing
    new = now[source]
    if (new.value, new.earliest, new.status) == (thing.date.value, thing.date.earliest, thing.date.status):
        return thing
    return replace(thing, date=replace(new, because=f"{thing.date.because.split('; ')[0]}; {new.because}"))
