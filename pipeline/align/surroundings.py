"""Figures and days in their sentences, with the words around them, and days of two articles in the same words.

The window of words on either side stands for what is counted or dated, however the statements were cut and whatever the
slots of their frames say. Where two sentences share what stands around a day and differ in it, they conflict; figures
are held against each other in `amounts.py`. Days in quotations are left to the comparison of quotations.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from pipeline.align.ladder import SENSE
from pipeline.align.lexicon import meanings, stem
from pipeline.align.times import gap, narrow
from pipeline.align.views import CALENDAR, Days, View, by_the_way
from pipeline.align.windows import Sentences
from pipeline.model import Extraction, Figure, Span, Timex
from pipeline.text import fold, words

OPENING = 2
"""Sentences of the body with which an article opens: they tell its news."""
SAME_NEWS = 3
"""Reports this many days apart, or fewer, tell one piece of news."""
_MOST = 64
_HOUR = re.compile(r"\b\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.?m\b\.?|o['’]clock)|\b\d{1,2}:\d\d\b")


@dataclass(frozen=True, slots=True)
class Place:
    """A figure, a day or a verb in its sentence; `window` and `near` are the stems around it with their weight.

    `verb`: the stem of the verb that a day hangs on, `act` the predicate it makes where a statement is made of it.
    `opening`: whether a day stands where the article opens. `quoted`: whether a verb stands between quotation marks;
    `by_the_way`: whether its statement is about another.
    """

    view: View
    at: Span
    window: dict[str, float]
    near: dict[str, float]
    figure: Figure | None = None
    days: Days | None = None
    verb: str = ""
    act: str = ""
    quoted: bool = False
    by_the_way: bool = False
    opening: bool = False


def places(views: Sequence[View], extractions: Sequence[Extraction]) -> dict[str, list[Place]]:
    """The figures and days of each document."""
    found: dict[str, list[Place]] = defaultdict(list)
    for place in _places(views, extractions):
        found[place.view.claim.doc].append(place)
    return found


def meeting(ours: Sequence[Place], theirs: Sequence[Place]) -> Iterator[tuple[Place, Place]]:
    """The places of two documents with a word in common around them, where the two tell one piece of news."""
    if not ours or not theirs or not one_news(ours[0].view, theirs[0].view):
        return
    filed: dict[str, list[Place]] = defaultdict(list)
    for place in theirs:
        for word in place.window:
            filed[word].append(place)
    for left in ours:
        met = {p.at: p for word in left.window for p in filed[word]}
        yield from ((left, right) for _, right in sorted(met.items()))


def one_news(left: View, right: View) -> bool:
    """Whether two articles came out so near to each other that they tell one piece of news."""
    return bool(left.reported and right.reported and gap(left.reported, right.reported) <= SAME_NEWS)


def shared(left: dict[str, float], right: dict[str, float]) -> float:
    """The weight of the stems in both."""
    return sum(min(weight, right[word]) for word, weight in left.items() if word in right)


def alike(left: dict[str, float], right: dict[str, float]) -> float:
    """The weight of the stems in both; those that only mean the same as one of the other's count SENSE."""
    found = shared(left, right)
    for ours, theirs in ((left, right), (right, left)):
        meant = frozenset().union(*(senses(word) for word in theirs))
        found += SENSE / 2 * sum(w for word, w in ours.items() if word not in theirs and senses(word) & meant)
    return found


@cache
def senses(root: str) -> frozenset[int]:
    """What a stem can mean, by the words it can be the stem of."""
    return meanings(root) | meanings(root + "e")


def _places(views: Sequence[View], extractions: Sequence[Extraction]) -> Iterator[Place]:
    """Every figure and day outside quotation marks in a sentence that makes a claim, with the claim it belongs to."""
    told: dict[str, list[View]] = defaultdict(list)
    for view in sorted(views, key=lambda v: (v.claim.sentence.start, v.order)):
        told[view.claim.doc].append(view)
    for extraction in extractions:
        here_told = told[extraction.doc]
        opening = _opening(here_told)
        windows = Sentences(v.claim.sentence for v in here_told)
        for figure in extraction.figures:
            here = _telling(here_told, figure.at)
            holding = _claiming(here, figure.at)
            if holding is not None:
                around = windows.around(holding.claim.sentence, figure.at)
                yield Place(holding, figure.at, *around, figure=figure)
        for timex in extraction.dates:
            here = _telling(here_told, timex.at)
            dated = None if here and _quoted(here[0], timex.at) else _dated(here, timex)
            days = _span(timex)
            if dated is not None and days is not None:
                act = _own_act(dated, timex)
                verb = stem(timex.verb.text.casefold()) if timex.verb else stem(act)
                sentence = dated.claim.sentence
                around = windows.around(sentence, timex.at)
                yield Place(dated, timex.at, *around, days=days, verb=verb, act=act, opening=sentence in opening)


def _opening(views: Sequence[View]) -> frozenset[Span]:
    """The first sentences of an article's body that claim something."""
    body = dict.fromkeys(v.claim.sentence for v in views if v.claim.block == "body")
    return frozenset(list(body)[:OPENING])


def acts(views: Sequence[View], extractions: Sequence[Extraction] = ()) -> dict[str, list[Place]]:
    """The verbs of each document's statements, headlines and captions included, and of acts told by the way."""
    marked = {e.doc: [w for q in e.quotes if q.marked for w in q.words] for e in extractions}
    found: dict[str, list[Place]] = defaultdict(list)
    held: dict[str, set[Span]] = defaultdict(set)
    for view in views:
        held[view.claim.doc].add(view.claim.sentence)
    windows = {doc: Sentences(sentences) for doc, sentences in held.items()}
    for whole in sorted(views, key=lambda v: v.order):
        for view in (whole, *by_the_way(whole)):
            frame = view.claim.frame
            if frame is not None and view.claim.sentence.holds(frame.at):
                said = any(w.holds(frame.at) for w in marked.get(view.claim.doc, ()))
                around = windows[view.claim.doc].around(view.claim.sentence, frame.at)
                found[view.claim.doc].append(Place(view, frame.at, *around, quoted=said, by_the_way=view is not whole))
    return found


def _span(timex: Timex) -> Days | None:
    """The days that a printed date means; None where they are open, too many, or only counted from today."""
    first, last = timex.when.earliest, timex.when.latest
    if not first or not last or not _printed(timex.at.text):
        return None
    return (first, last) if narrow((first, last), 370) else None


def _telling(views: Sequence[View], at: Span) -> list[View]:
    """The claims of the sentence a place is in, in order."""
    first = bisect_right(views, at.start, key=lambda v: v.claim.sentence.start)
    return [v for v in views[max(0, first - _MOST) : first] if v.claim.sentence.holds(at)]


def _printed(text: str) -> bool:
    """Whether a date names a weekday, a month or a year, and does not only count from today or give the hour."""
    plain = _HOUR.sub("", text.casefold())
    return any(c.isdigit() for c in plain) or bool({w for _, _, w in words(plain)} & CALENDAR)


def _dated(here: Sequence[View], timex: Timex) -> View | None:
    """The claim of the verb that a date hangs on, else the one nearest to the date."""
    verb = timex.verb
    of_verb = [v for v in here if verb is not None and _told_by(v, verb)]
    if of_verb:
        return min(of_verb, key=lambda v: (len(v.claim.at.text), v.order))
    return _claiming(here, timex.at)


def _own_act(view: View, timex: Timex) -> str:
    """The predicate of a statement that a date is the date of, else ""."""
    if timex.verb is not None:
        return view.predicate if _told_by(view, timex.verb) else ""
    return view.predicate if view.claim.date is not None and view.claim.date.source == timex.at else ""


def _told_by(view: View, verb: Span) -> bool:
    return view.claim.frame is not None and view.claim.frame.at.meets(verb)


def _claiming(here: Sequence[View], at: Span) -> View | None:
    """The claim that holds a place, the shortest of them, else the nearest."""
    return min(
        here,
        key=lambda v: (not v.claim.at.holds(at), _distance(v.claim.at, at), len(v.claim.at.text), v.order),
        default=None,
    )


def _distance(claim: Span, at: Span) -> int:
    return max(0, at.start - claim.end, claim.start - at.end)


def _quoted(view: View, at: Span) -> bool:
    """Whether a place stands in a quotation, by the marks of its sentence."""
    sentence = view.claim.sentence
    return fold(sentence.text[: at.start - sentence.start]).count('"') % 2 == 1
