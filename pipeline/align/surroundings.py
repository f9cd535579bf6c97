"""Figures and days in their sentences, with the words around them, and days of two articles in the same words.

The window of words on either side stands for what is counted or dated, however the statements were cut and whatever the
slots of their frames say. Where two sentences share what stands around a day and differ in it, they conflict; figures
are held against each other in `amounts.py`. Days in quotations are left to the comparison of quotations.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from pipeline.align.differences import other_things
from pipeline.align.ladder import COMMON_VERBS, same_act
from pipeline.align.lexicon import rarity
from pipeline.align.times import edge, gap, meet, narrow, printed
from pipeline.align.views import CALENDAR, Days, View
from pipeline.model import Extraction, Figure, Span, Timex
from pipeline.text import fold, words

WINDOW = 12
"""Words on either side that are looked at."""
REACH = 400
"""Characters to each side in which those words are looked for."""
NEAR = 5
"""Words on either side that stand next to it."""
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
    """A figure, a day or a verb in its sentence; `window` and `near` are the stems around it with their weight.

    `quoted`: whether a verb stands between quotation marks.
    """

    view: View
    at: Span
    window: dict[str, float]
    near: dict[str, float]
    figure: Figure | None = None
    days: Days | None = None
    verb: str = ""
    quoted: bool = False


def places(views: Sequence[View], extractions: Sequence[Extraction]) -> dict[str, list[Place]]:
    """The figures and days of each document."""
    found: dict[str, list[Place]] = defaultdict(list)
    for place in _places(views, extractions):
        found[place.view.claim.doc].append(place)
    return found


def conflicts(found: Mapping[str, Sequence[Place]]) -> Iterator[tuple[View, View, str, bool]]:
    """Claims of two documents that say one thing on another day, the earlier place first, with why and whether they do
    so whatever their statements have in common (a rare act, "arraigned")."""
    for ours, theirs in combinations([found[doc] for doc in sorted(found)], 2):
        for left, right in meeting(ours, theirs):
            because = _days(left, right)
            if because:
                yield left.view, right.view, because, _rare_act(left, right)


def meeting(ours: Sequence[Place], theirs: Sequence[Place]) -> Iterator[tuple[Place, Place]]:
    """The places of two documents with a word in common around them, where the two tell one piece of news."""
    if not ours or not theirs or not _one_news(ours[0].view, theirs[0].view):
        return
    filed: dict[str, list[Place]] = defaultdict(list)
    for place in theirs:
        for word in place.window:
            filed[word].append(place)
    for left in ours:
        met = {p.at: p for word in left.window for p in filed[word]}
        yield from ((left, right) for _, right in sorted(met.items()))


def _one_news(left: View, right: View) -> bool:
    return bool(left.reported and right.reported and gap(left.reported, right.reported) <= SAME_NEWS)


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
    both = {word: weight for word, weight in left.window.items() if word in right.window}
    beyond = sum(weight for word, weight in both.items() if word not in _doers(left.view))
    enough = sum(both.values()) >= (ONE_VERB if _one_verb(left, right) else MANY) and beyond >= BEYOND
    if not (enough or _rare_act(left, right)):
        return ""
    return f"days: {printed(left.at, left.days)} against {printed(right.at, right.days)}"


def _doers(view: View) -> frozenset[str]:
    """The stems of the act and of who did it: one man does much in a week."""
    named = (part for key in view.agent for part in key.rpartition(":")[2].split("-"))
    return frozenset(stem(w) for w in (*named, *view.actor, view.predicate))


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
    return sum(min(weight, right[word]) for word, weight in left.items() if word in right)


def _places(views: Sequence[View], extractions: Sequence[Extraction]) -> Iterator[Place]:
    """Every figure and day outside quotation marks in a sentence that makes a claim, with the claim it belongs to."""
    told: dict[str, list[View]] = defaultdict(list)
    for view in sorted(views, key=lambda v: (v.claim.sentence.start, v.order)):
        told[view.claim.doc].append(view)
    for extraction in extractions:
        for figure in extraction.figures:
            here = _telling(told[extraction.doc], figure.at)
            holding = _claiming(here, figure.at)
            if holding is not None:
                yield Place(holding, figure.at, *_around(holding, figure.at), figure=figure)
        for timex in extraction.dates:
            here = _telling(told[extraction.doc], timex.at)
            dated = None if here and _quoted(here[0], timex.at) else _dated(here, timex)
            days = _span(timex)
            if dated is not None and days is not None:
                verb = stem(timex.verb.text.casefold()) if timex.verb else ""
                if not (timex.verb and _told_by(dated, timex.verb)) and _weight(verb) < RARE:
                    verb = ""
                yield Place(dated, timex.at, *_around(dated, timex.at), days=days, verb=verb)


def acts(views: Sequence[View], extractions: Sequence[Extraction] = ()) -> dict[str, list[Place]]:
    """The verbs of each document's statements, those in its headlines and captions included."""
    marked = {e.doc: [w for q in e.quotes if q.marked for w in q.words] for e in extractions}
    found: dict[str, list[Place]] = defaultdict(list)
    for view in sorted(views, key=lambda v: v.order):
        frame = view.claim.frame
        if frame is not None and view.claim.sentence.holds(frame.at):
            said = any(w.holds(frame.at) for w in marked.get(view.claim.doc, ()))
            found[view.claim.doc].append(Place(view, frame.at, *_around(view, frame.at), quoted=said))
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
    """Whether a place stands in a quotation, by the marks of its sentence."""
    sentence = view.claim.sentence
    return fold(sentence.text[: at.start - sentence.start]).count('"') % 2 == 1


def _around(view: View, at: Span) -> tuple[dict[str, float], dict[str, float]]:
    """The stems in the window around a place, and those next to it."""
    sentence = view.claim.sentence
    middle, offset = at.start - sentence.start, at.end - sentence.start
    before = [w for _, _, w in words(fold(sentence.text[max(0, middle - REACH) : middle]))]
    after = [w for _, _, w in words(fold(sentence.text[offset : offset + REACH]))]
    window, near = ((before[-n:], after[:n]) for n in (WINDOW, NEAR))
    return _weighed([*window[0], *window[1]]), _weighed([*near[0], *near[1]])


def _weighed(found: Sequence[str]) -> dict[str, float]:
    weights: dict[str, float] = {}
    for word in found:
        plain = word.casefold()
        if plain in CALENDAR or not plain[0].isalpha() or len(plain) == 1:
            continue
        for part in plain.split("-"):
            root = stem(part)
            weight = min(rarity(part), _weight(root))
            if weight > 0:
                weights[root] = weight * (_NAMED if word[0].isupper() else 1.0)
    return weights


def _weight(root: str) -> float:
    return min(rarity(root), rarity(root + "e"))


def stem(word: str) -> str:
    """A word without its ending; the commonest irregular pasts as their verb."""
    word = _PAST.get(word, word)
    return _ENDINGS.sub("", word) if len(word) > _SHORTEST else word
