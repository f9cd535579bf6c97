"""Which claims are worth comparing: those of two articles that share names, figures, days or rare words.

Every claim is filed under its features; claims meet under a feature, and what they share adds up. Which pairs come out
depends on the two articles alone: a feature is dropped where one article is full of it, a claim keeps its best few
partners in each other article, and how rare a word is was known before. So another article in the story neither adds
nor removes a pair among the others. Work grows with the claims and not with their square: a feature holds at most
CROWD claims of an article, and the features of a claim are few.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline.align.views import View

RARE = 0.35
"""Words less rare than this file nothing."""
CROWD = 12
"""A feature that more claims than this of one article have does not select among them."""
PARTNERS = 4
"""So many partners a claim keeps in each other article."""
ENOUGH = 1.3
"""What a pair must share, as the sum of its features' weights."""
FEATURES = 16
"""So many features, the weightiest, a claim is filed under."""

_ASIDE = frozenset({"headline", "caption", "pull-quote"})


def features(seen: View) -> dict[str, float]:
    """What a claim is filed under, each with its weight: the weightiest FEATURES of its names, figures, days, words.

    Countries weigh less than people and bodies: a story is full of them.
    """
    found: dict[str, float] = {}
    for word, weight in seen.words.items():
        if weight >= RARE:
            found[f"w:{word}"] = weight
    for name in seen.names:
        found[f"n:{name}"] = 0.5 if name.startswith(("country:", "gpe:", "place:", "norp:")) else 0.8
    for figure in seen.figures:
        found[f"f:{figure.value:g}:{figure.unit}"] = 1.0
        found[f"u:{figure.unit}"] = 0.3
    if seen.days and seen.days[0] == seen.days[1]:
        found[f"d:{seen.days[0]}"] = 0.5
    best = sorted(found.items(), key=lambda item: (-item[1], item[0]))[:FEATURES]
    return dict(best)


def candidates(views: Sequence[View]) -> Iterator[tuple[View, View]]:
    """Pairs worth comparing, each once, the earlier place first, sorted by place.

    Within one article a pair comes out only where one of the two stands in a headline, caption or pull quote.
    """
    views = sorted(views, key=lambda v: v.order)
    filed = [features(v) for v in views]
    shelves = _shelves(views, filed)
    pairs: set[tuple[int, int]] = set()
    for i, mine in enumerate(filed):
        shared: dict[int, float] = defaultdict(float)
        for name, weight in mine.items():
            for j in shelves[name]:
                if j != i:
                    shared[j] += weight
        pairs.update((min(i, j), max(i, j)) for j in _best(i, shared, views))
    for i, j in sorted(pairs):
        yield views[i], views[j]


def _shelves(views: Sequence[View], filed: Sequence[dict[str, float]]) -> dict[str, list[int]]:
    """Claims by feature, without the articles in which the feature is everywhere."""
    by_article: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, names in enumerate(filed):
        for name in names:
            by_article[name, views[i].claim.doc].append(i)
    shelves: dict[str, list[int]] = defaultdict(list)
    for (name, _), held in by_article.items():
        if len(held) <= CROWD:
            shelves[name].extend(held)
    return shelves


def _best(i: int, shared: dict[int, float], views: Sequence[View]) -> Iterator[int]:
    """The partners of claim `i`: the best few in each other article that share enough."""
    mine = views[i].claim
    rows: dict[str, list[tuple[float, int]]] = defaultdict(list)
    for j, weight in shared.items():
        other = views[j].claim
        if weight >= ENOUGH and (other.doc != mine.doc or _apart(mine.block, other.block)):
            rows[other.doc].append((-weight, j))
    for held in rows.values():
        yield from (j for _, j in sorted(held)[:PARTNERS])


def _apart(left: str, right: str) -> bool:
    return (left in _ASIDE) != (right in _ASIDE)
