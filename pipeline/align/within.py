"""A headline or caption held against the body of its own article, as if they were two sources.

A headline compresses: it leaves out who, when and how many, rounds, and puts the latest first. So only what it does
say counts, and only where one sentence of the body tells the same and nothing in the body bears the headline out: no
figure there agrees with its figure (nor do two together), no day with its day, no statement with its verb. Such pairs
are conflicts and never support.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from pipeline.align import differences, quantities
from pipeline.align.ladder import Likeness, compare, same_act
from pipeline.align.lexicon import meanings, rarity
from pipeline.align.times import meet, narrow
from pipeline.align.views import Days, View, stated
from pipeline.model import Figure
from pipeline.text import key, words

COVER = 0.5
"""The share of a headline's words, figures left out, that one sentence of the body must have."""
SHARED = 0.9
"""The weight of the words they must share."""
SENSE = 0.6
"""What a word counts that only means the same."""

_ASIDE = frozenset({"headline", "caption"})
_ONE = frozenset({"same", "alike"})


@dataclass(frozen=True, slots=True)
class Body:
    """What the body of one article says: its statements, its figures, its days, and every word of it, folded."""

    views: tuple[View, ...]
    figures: tuple[Figure, ...]
    days: tuple[Days, ...]
    words: frozenset[str]
    sentences: dict[int, frozenset[str]]


def conflicts(views: Sequence[View]) -> Iterator[tuple[View, View, str]]:
    """A statement of a headline or caption and one of the body of the same article that cannot both hold, with why;
    the earlier place first."""
    articles: dict[str, list[View]] = defaultdict(list)
    for view in sorted(views, key=lambda v: v.order):
        articles[view.claim.doc].append(view)
    for held in articles.values():
        asides = [v for v in held if v.claim.block in _ASIDE and stated(v)]
        body = _body([v for v in held if v.claim.block == "body"]) if asides else None
        for aside in asides:
            found = _against(aside, body) if body is not None else None
            if found is not None:
                other, because = found
                yield (aside, other, because) if aside.order < other.order else (other, aside, because)


def _body(views: Sequence[View]) -> Body:
    sentences: dict[int, set[str]] = defaultdict(set)
    for view in views:
        sentences[view.claim.sentence.start].update(view.words)
    spans = {v.claim.sentence for v in views}
    return Body(
        tuple(views),
        tuple({f.at: f for v in views for f in v.figures}.values()),
        tuple(d for v in views for d in (*v.dates, *((v.days,) if v.days else ()))),
        frozenset(w for at in spans for _, _, w in words(key(at.text))),
        {start: frozenset(held) for start, held in sentences.items()},
    )


def _against(aside: View, body: Body) -> tuple[View, str] | None:
    """The statement of the body that conflicts most clearly with one of a headline, and why."""
    near = [(cover, v) for v in body.views if (cover := _cover(aside, v, body)) >= COVER]
    for _, view in sorted(near, key=lambda pair: (-pair[0], pair[1].order)):
        if not stated(view) or (aside.voice and view.voice and aside.voice != view.voice):
            continue
        likeness = compare(aside, view)
        because = (
            _figures(aside, view, body)
            or _day(aside, view, likeness, body)
            or _polarity(aside, view, likeness, body)
            or _doer(aside, view, likeness, body)
        )
        if because:
            return view, because
    return None


def _cover(aside: View, view: View, body: Body) -> float:
    """How much of a headline's weight the sentence of a statement has; 0 where they share too little. Figures do not
    count, nor does the name of a person whom the body does not know."""
    sentence = body.sentences[view.claim.sentence.start]
    senses = {s for word in sentence for s in meanings(word)}
    strange = _name_words(aside) - body.words
    told = {w: weight for w, weight in aside.words.items() if not w[0].isdigit() and w not in strange}
    same = sum(weight for w, weight in told.items() if w in sentence)
    alike = sum(SENSE * weight for w, weight in told.items() if w not in sentence and meanings(w) & senses)
    return (same + alike) / sum(told.values()) if same + alike >= SHARED else 0.0


# ---------------------------------------------------------------- figures


def _figures(aside: View, view: View, body: Body) -> str:
    for ours in aside.figures:
        if _borne_out(ours, body):
            continue
        rivals = [(kind, f) for f in view.figures if (kind := _compared(ours, f, aside, view)) in ("differ", "scale")]
        if len(rivals) == 1:
            kind, theirs = rivals[0]
            return f"{'scale' if kind == 'scale' else 'figures'}: {ours.at.text} against {theirs.at.text}"
    return ""


def _compared(ours: Figure, theirs: Figure, aside: View, view: View) -> str:
    """How two figures compare, `apart` where they are not of one thing. In "Twelve killed" nothing is named that is
    counted: it is who the same was done to in the body."""
    acts = same_act(aside.predicate, view.predicate)
    if not ours.unit and theirs.unit and not _measured(theirs):
        return quantities.kind(replace(ours, unit=theirs.unit), theirs) if acts else "apart"
    one, two = _content(ours), _content(theirs)
    alike = bool(one & two) or any(meanings(a) & meanings(b) for a in one for b in two)
    return quantities.kind(ours, theirs) if alike or (acts and (not one or _measured(ours))) else "apart"


def _measured(figure: Figure) -> bool:
    return figure.unit in ("percent", "percentage-points") or quantities.is_money(figure.unit)


def _content(figure: Figure) -> set[str]:
    return {w for w in key(figure.of).split() if rarity(w) > 0}


def _borne_out(figure: Figure, body: Body) -> bool:
    """Whether the body has the figure too, of whatever, or two figures of the same that come to it."""
    if any(quantities.agree(figure, f) or figure.value == f.value for f in body.figures):
        return True
    if any(word == f"{figure.value:.12g}" or word == key(figure.at.text) for word in body.words):
        return True
    parts = {f.value for f in body.figures if not figure.unit or f.unit == figure.unit}
    return any(a + b == figure.value or abs(a - b) == figure.value for a, b in combinations(sorted(parts), 2))


# ---------------------------------------------------------------- days


def _day(aside: View, view: View, likeness: Likeness, body: Body) -> str:
    """One act that the headline puts on a day of which the body knows nothing."""
    if aside.days is None or view.days is None or not narrow(aside.days, 370) or not narrow(view.days, 370):
        return ""
    if likeness.level("predicate") not in _ONE or likeness.level("agent") not in _ONE:
        return ""
    if any(meet(aside.days, days) for days in body.days) or any(meet(view.days, days) for days in aside.dates):
        return ""
    return f"days: {aside.days[0]} against {view.days[0]}"


# ---------------------------------------------------------------- polarity, opposites, who


def _polarity(aside: View, view: View, likeness: Likeness, body: Body) -> str:
    """What the headline denies or puts the other way round, where no statement of the body bears it out."""
    found = differences.find(aside, view, likeness)
    if found is None or found.slot not in ("polarity", "opposites") or not _one_act(aside, likeness):
        return ""
    return "" if any(_says_it(aside, v) for v in body.views) else f"{found.slot}: {found.because}"


def _one_act(aside: View, likeness: Likeness) -> bool:
    """Whether both tell of one doer, where the headline has one, and of one object, or of all that is in it."""
    if likeness.level("predicate") not in _ONE | {"opposite"}:
        return False
    doer = likeness.level("agent") in _ONE or not aside.actor
    return doer and (likeness.level("patient") in _ONE or (not aside.object and likeness.cover >= differences.NEAR))


def _says_it(aside: View, view: View) -> bool:
    """Whether a statement has the headline's verb, and denies and affirms what the headline does."""
    if view.claim.polarity != aside.claim.polarity:
        return False
    if aside.negated & view.surface - view.negated or view.negated & aside.surface - aside.negated:
        return False
    return same_act(aside.predicate, view.predicate) or aside.predicate in view.words


def _doer(aside: View, view: View, likeness: Likeness, body: Body) -> str:
    """Another person for the same act, where the body never has the name that the headline has."""
    if likeness.level("predicate") not in _ONE or not (likeness.level("patient") in _ONE or not aside.object):
        return ""
    ours, theirs = _person(aside), _person(view)
    if not ours or not theirs or _name_words(aside) & body.words or _cover(aside, view, body) < differences.NEAR:
        return ""
    return f"agent: {ours} against {theirs}"


def _name_words(view: View) -> frozenset[str]:
    return frozenset(w for _, _, w in words(key(_person(view))))


def _person(view: View) -> str:
    """The name, as printed, of the one person who did it; "" where it is somebody else's doing."""
    found = [a for a in (view.claim.frame.arguments if view.claim.frame else ()) if a.role == "agent"]
    one = len(found) == 1 and (found[0].entity or "").startswith("person:") and found[0].at.text[0].isupper()
    return found[0].at.text if one else ""
