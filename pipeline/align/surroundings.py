"""Figures and days of two articles that stand in the same words.

Where two sentences share nearly all that stands around a figure or a day and differ in it, they conflict, however their
statements were cut and whatever the slots of their frames say. The window of words on either side stands for what is
counted or dated; the nearer words must be shared, and what the other sentence, or the other article in such words,
says as well is no difference. Quotations are left to the comparison of quotations.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.align import quantities
from pipeline.align.differences import other_things
from pipeline.align.ladder import COMMON_VERBS, same_act
from pipeline.align.lexicon import rarity
from pipeline.align.times import edge, gap, meet, narrow, printed
from pipeline.align.views import CALENDAR, Days, View
from pipeline.model import Extraction, Figure, Span, Timex
from pipeline.text import fold, words

WINDOW = 12
"""Words on either side that are looked at."""
NEAR = 5
"""Words on either side that stand next to it."""
FIGURES = (1.4, 0.8)
"""The weight of words that two figures of one thing share: in the window, and next to them."""
ONE_VERB = 0.8
"""The weight of words that two days of one act share where they hang on one verb that says something."""
MANY = 1.2
"""The weight they share where it is a common verb, or only the statements' predicates are one."""
RARE = 0.9
"""The weight of a verb that names one act of a story by itself ("arraigned")."""
BEYOND = 0.5
"""The weight they share apart from the act and who did it."""
SAME_NEWS = 3
"""Reports this many days apart, or fewer, tell one piece of news."""
_NAMED = 0.6
"""What the weight of a capitalised word counts: a story is full of its names."""
_ENDINGS = re.compile(r"(?:'s|ing|ed|es|s|e)$")
_SHORTEST = 4
_MOST = 64
_PAST = {
    **{"said": "say", "told": "tell", "went": "go", "took": "take", "made": "make", "gave": "give", "got": "get"},
    **{"met": "meet", "won": "win", "lost": "lose", "led": "lead", "held": "hold", "left": "leave", "sent": "send"},
    **{"spent": "spend", "wrote": "write", "paid": "pay", "kept": "keep", "began": "begin", "came": "come"},
    **{"saw": "see", "found": "find", "ran": "run", "shot": "shoot", "fell": "fall", "rose": "rise", "grew": "grow"},
}


@dataclass(frozen=True, slots=True)
class Place:
    """A figure or a day in its sentence; `window` and `near` are the stems around it with their weight."""

    view: View
    at: Span
    window: dict[str, float]
    near: dict[str, float]
    figure: Figure | None = None
    days: Days | None = None
    verb: str = ""


def conflicts(views: Sequence[View], extractions: Sequence[Extraction]) -> Iterator[tuple[View, View, str, bool]]:
    """Claims of two documents that say one thing with another figure or day, the earlier place first, with why and
    whether they do so whatever their statements have in common (a rare act, "arraigned")."""
    places: dict[str, list[Place]] = defaultdict(list)
    for place in _places(views, extractions):
        places[place.view.claim.doc].append(place)
    docs = sorted(places)
    for i, one in enumerate(docs):
        for two in docs[i + 1 :]:
            yield from _between(places[one], places[two])


def _between(ours: Sequence[Place], theirs: Sequence[Place]) -> Iterator[tuple[View, View, str, bool]]:
    filed: dict[str, list[Place]] = defaultdict(list)
    for place in theirs:
        for stem in place.window:
            filed[stem].append(place)
    for left in ours:
        met = {p.at: p for stem in left.window for p in filed[stem]}
        for _, right in sorted(met.items()):
            because = _differ(left, right, ours, theirs)
            if because:
                firm = left.figure is None and _rare_act(left, right)
                yield left.view, right.view, because, firm


def _differ(left: Place, right: Place, ours: Sequence[Place], theirs: Sequence[Place]) -> str:
    """Why the two cannot both hold, "" where they can or are of different things."""
    if not _one_news(left.view, right.view):
        return ""
    if left.figure is not None and right.figure is not None:
        return _figures(left, right, ours, theirs)
    if left.days is not None and right.days is not None:
        return _days(left, right)
    return ""


def _one_news(left: View, right: View) -> bool:
    return bool(left.reported and right.reported and gap(left.reported, right.reported) <= SAME_NEWS)


def _figures(left: Place, right: Place, ours: Sequence[Place], theirs: Sequence[Place]) -> str:
    if left.figure is None or right.figure is None:
        return ""
    kind = quantities.kind(left.figure, right.figure)
    if kind not in ("differ", "scale"):
        return ""
    window, near = shared(left.window, right.window), shared(left.near, right.near)
    if window < FIGURES[0] or near < FIGURES[1]:
        return ""
    settled = _said_too(left, theirs), _said_too(right, ours)
    if all(settled) or _in_sentence(left, right.view, theirs) or _in_sentence(right, left.view, ours):
        return ""
    return f"{'scale' if kind == 'scale' else 'figures'}: {left.at.text} against {right.at.text}"


def _said_too(place: Place, others: Sequence[Place]) -> bool:
    """Whether the other article has this figure too."""
    return any(_agree(place, p) for p in others)


def _in_sentence(place: Place, other: View, others: Sequence[Place]) -> bool:
    return any(p.view.claim.sentence == other.claim.sentence and _agree(place, p) for p in others)


def _agree(left: Place, right: Place) -> bool:
    if left.figure is None or right.figure is None:
        return False
    return quantities.kind(left.figure, right.figure) == "agree"


def _days(left: Place, right: Place) -> str:
    if left.days is None or right.days is None or meet(left.days, right.days):
        return ""
    if any(meet(left.days, d) for d in right.view.dates) or any(meet(right.days, d) for d in left.view.dates):
        return ""
    if edge(left.view.claim.sentence, left.at) != edge(right.view.claim.sentence, right.at):
        return ""
    if left.view.claim.polarity != right.view.claim.polarity or _grain(left.days) != _grain(right.days):
        return ""
    if not _one_act(left, right) or _other_agents(left.view, right.view) or other_things(left.view, right.view):
        return ""
    both = {stem: weight for stem, weight in left.window.items() if stem in right.window}
    beyond = sum(weight for stem, weight in both.items() if stem not in _doers(left.view))
    enough = sum(both.values()) >= (ONE_VERB if _one_verb(left, right) else MANY) and beyond >= BEYOND
    if not (enough or _rare_act(left, right)):
        return ""
    return f"days: {printed(left.at, left.days)} against {printed(right.at, right.days)}"


def _doers(view: View) -> frozenset[str]:
    """The stems of the act and of who did it: one man does much in a week."""
    named = (part for key in view.agent for part in key.rpartition(":")[2].split("-"))
    return frozenset(_stem(w) for w in (*named, *view.actor, view.predicate))


def _other_agents(left: View, right: View) -> bool:
    """Whether both name who did it, and not the same."""
    if not left.agent or not right.agent or left.agent & right.agent:
        return False
    return all(":" in key for key in left.agent | right.agent)


def _grain(days: Days) -> int:
    """A day, a month or a year."""
    return next(i for i, limit in enumerate((3, 32, 370)) if narrow(days, limit))


def _one_act(left: Place, right: Place) -> bool:
    return bool(left.verb and left.verb == right.verb) or same_act(left.view.predicate, right.view.predicate)


def _one_verb(left: Place, right: Place) -> bool:
    return bool(left.verb) and left.verb == right.verb and _weight(left.verb) >= COMMON_VERBS


def _rare_act(left: Place, right: Place) -> bool:
    """Whether both days hang on one verb that is rare enough to name one act of a story, done to nobody else."""
    one, two = left.view.patient, right.view.patient
    others = bool(one and two) and not one & two and all(":" in key for key in one | two)
    return bool(left.verb) and left.verb == right.verb and _weight(left.verb) >= RARE and not others


def shared(left: dict[str, float], right: dict[str, float]) -> float:
    """The weight of the stems in both."""
    return sum(min(weight, right[stem]) for stem, weight in left.items() if stem in right)


def _places(views: Sequence[View], extractions: Sequence[Extraction]) -> Iterator[Place]:
    """Every figure and day outside quotation marks in a sentence that makes a claim, with the claim it belongs to."""
    told: dict[str, list[View]] = defaultdict(list)
    for view in sorted(views, key=lambda v: (v.claim.sentence.start, v.order)):
        told[view.claim.doc].append(view)
    for extraction in extractions:
        for figure in extraction.figures:
            holding = _claiming(_telling(told[extraction.doc], figure.at), figure.at)
            if holding is not None:
                yield Place(holding, figure.at, *_around(holding, figure.at), figure=figure)
        for timex in extraction.dates:
            here = _telling(told[extraction.doc], timex.at)
            dated = _dated(here, timex)
            days = _span(timex)
            if dated is not None and days is not None:
                verb = _stem(timex.verb.text.casefold()) if timex.verb else ""
                if not (timex.verb and _told_by(dated, timex.verb)) and _weight(verb) < RARE:
                    verb = ""
                yield Place(dated, timex.at, *_around(dated, timex.at), days=days, verb=verb)


def _span(timex: Timex) -> Days | None:
    """The days that a printed date means; None where they are open, too many, or only counted from today."""
    first, last = timex.when.earliest, timex.when.latest
    if not first or not last or not _printed(timex.at.text):
        return None
    return (first, last) if narrow((first, last), 370) else None


def _telling(views: Sequence[View], at: Span) -> list[View]:
    """The claims of the sentence a place is in, in order; none where it is in a quotation."""
    first = bisect_right(views, at.start, key=lambda v: v.claim.sentence.start)
    here = [v for v in views[max(0, first - _MOST) : first] if v.claim.sentence.holds(at)]
    return [] if here and _quoted(here[0], at) else here


def _printed(text: str) -> bool:
    """Whether a date names a weekday, a month or a year, and does not only count from today."""
    return any(c.isdigit() for c in text) or bool({w for _, _, w in words(text.casefold())} & CALENDAR)


def _dated(here: Sequence[View], timex: Timex) -> View | None:
    """The claim of the verb that a date hangs on, else the one nearest to the date."""
    verb = timex.verb
    of_verb = [v for v in here if verb is not None and _told_by(v, verb)]
    if of_verb:
        return min(of_verb, key=lambda v: (len(v.claim.at.text), v.order))
    return _claiming(here, timex.at)


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
    sentence = view.claim.sentence
    return fold(sentence.text[: at.start - sentence.start]).count('"') % 2 == 1


def _around(view: View, at: Span) -> tuple[dict[str, float], dict[str, float]]:
    """The stems in the window around a place, and those next to it."""
    sentence = view.claim.sentence
    text = fold(sentence.text)
    before = [w for _, _, w in words(text[: at.start - sentence.start])]
    after = [w for _, _, w in words(text[at.end - sentence.start :])]
    window, near = ((before[-n:], after[:n]) for n in (WINDOW, NEAR))
    return _weighed([*window[0], *window[1]]), _weighed([*near[0], *near[1]])


def _weighed(found: Sequence[str]) -> dict[str, float]:
    weights: dict[str, float] = {}
    for word in found:
        plain = word.casefold()
        if plain in CALENDAR or not plain[0].isalpha() or len(plain) == 1:
            continue
        for part in plain.split("-"):
            stem = _stem(part)
            weight = min(rarity(part), _weight(stem))
            if weight > 0:
                weights[stem] = weight * (_NAMED if word[0].isupper() else 1.0)
    return weights


def _weight(stem: str) -> float:
    return min(rarity(stem), rarity(stem + "e"))


def _stem(word: str) -> str:
    word = _PAST.get(word, word)
    return _ENDINGS.sub("", word) if len(word) > _SHORTEST else word
