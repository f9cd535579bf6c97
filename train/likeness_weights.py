"""The weights by which two figures are held to be of one thing, and two verbs to tell one act.

    python train/likeness_weights.py figures|acts|days --data FOLDER [--cache FOLDER]

FOLDER holds clusters/basil_30.jsonl.xz. Of one thing are the pairs that bench/same_facts.csv names, and the figures and
days marked in bench/told_twice/fitted.txt; of different things all pairs of figures of one unit in the same stories
whose values differ, and all pairs of verbs that differ in polarity or exclude each other: as published, nearly all of
them. Whether two values or polarities agree is no feature. Invented stories share more facts than others, so they have
a prior of their own. Logistic regression with a ridge and no weight under 0 for what is shared; each story is also
predicted by the weights fitted on the others. Prints what goes into pipeline/align/data.
"""

from __future__ import annotations

import argparse
import csv
import math
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parent.parent / "bench"))
import told_twice
from changes import FACTS, Reader, clusters

from pipeline.align import acts, align, amounts, days, see, surroundings
from pipeline.align.ladder import compare
from pipeline.align.surroundings import Place
from pipeline.model import Span, Work
from pipeline.settings import Settings

KINDS = {"figures": "number", "acts": "act", "days": "date"}
ABLE = {"figures": amounts, "acts": acts, "days": days}
NAMES = {"figures": amounts.FEATURES, "acts": acts.FEATURES, "days": days.FEATURES}
MAY_SPEAK_AGAINST = {"prior", "of_apart", "apart", "rivals", "bare", "elsewhere", "year", "invented", "others", "few"}
RIDGE = 0.5
LESS, MORE = 0.45, 2.2
"""What a figure is multiplied by to be another."""

Sides = tuple[str, int, str, int]


def main() -> int:
    """Fit and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("what", choices=sorted(KINDS))
    parser.add_argument("--data", type=Path, required=True, help="the folder with clusters/basil_30.jsonl.xz")
    parser.add_argument("--cache", type=Path, help="where articles that were read are kept between runs")
    given = parser.parse_args()
    facts: dict[str, set[Sides]] = defaultdict(set)
    for row in csv.DictReader(FACTS.read_text(encoding="utf-8").splitlines()):
        if row["kind"] == KINDS[given.what]:
            facts[row["cluster"]] |= set(sides(row))
    rows, labels, stories = [], [], []
    for cluster in clusters(given.data, facts.keys()):
        for features, same in pairs(given.what, Reader(cluster, given.cache).work, facts[cluster["cluster_id"]]):
            rows.append([1.0, 0.0, *features])
            labels.append(float(same))
            stories.append(cluster["cluster_id"])
    for story in told_twice.stories("fitted") if given.what != "acts" else ():
        for features, same in invented(given.what, story, given.cache):
            rows.append([1.0, 1.0, *features])
            labels.append(float(same))
            stories.append(f"told-{story.name}")
    x, y, groups = np.array(rows), np.array(labels), np.array(stories)
    names = ("prior", "invented", *NAMES[given.what])
    for name, weight in zip(names, fit(x, y, names), strict=True):
        print(f"{name} = {weight:.2f}")
    held = np.zeros(len(y))
    for story in sorted(set(stories)):
        out = groups == story
        held[out] = x[out] @ fit(x[~out], y[~out], names)
    for likely in (0.3, 0.5, 0.6, 0.7):
        over = held > math.log(likely / (1 - likely))
        print(
            f"# over {likely}: {int(y[over].sum())} of {int(y.sum())} of one thing, {int((1 - y)[over].sum())} others"
        )
    return 0


def sides(row: dict[str, str]) -> Iterator[Sides]:
    """The file and place of each side, both ways round."""
    for one, two in (("left", "right"), ("right", "left")):
        yield f"a{row[one]}.txt", int(row[f"{one}_start"]), f"a{row[two]}.txt", int(row[f"{two}_start"])


def pairs(what: str, work: Work, named: set[Sides]) -> Iterator[tuple[tuple[float, ...], bool]]:
    """The features of each pair, and whether it is of one thing: as they are once one of the two has been changed."""
    found = places(what, work)
    for ours, theirs in combinations([found[doc] for doc in sorted(found)], 2):
        for left, right, verdict, *known in ABLE[what].comparable(ours, theirs):
            same = any(_at(left.at, f1, s1) and _at(right.at, f2, s2) for f1, s1, f2, s2 in named)
            if what == "acts":
                if same or verdict != "same":
                    yield acts.features(left, right, compare(left.view, right.view)), same
            elif same:
                yield from ((features, True) for features in _once_changed(what, left, right, ours, theirs))
            elif verdict not in ("agree", "same"):
                yield known[0], same


def _once_changed(
    what: str, left: Place, right: Place, ours: Sequence[Place], theirs: Sequence[Place]
) -> Iterator[tuple[float, ...]]:
    """The features of two places of one thing, the value of the one or of the other changed."""
    for one, other, turned in ((left, right, False), (right, left, True)):
        mine, yours = (theirs, ours) if turned else (ours, theirs)
        sides = [changed(p, turned) if p.at == one.at else p for p in mine], yours
        for here, there, _, features in ABLE[what].comparable(*(sides[::-1] if turned else sides)):
            if {here.at, there.at} == {one.at, other.at}:
                yield features


def changed(place: Place, up: bool) -> Place:
    """A place with another figure or day: three days, months or years back, further ahead where it lies ahead."""
    if place.figure is not None:
        value = place.figure.value * (MORE if up else LESS)
        return replace(place, figure=replace(place.figure, value=value, low=value, high=value))
    if place.days is None:
        return place
    first, last = map(date.fromisoformat, place.days)
    step = (last - first + timedelta(1)) * 3
    step = step if place.view.reported and place.days[0] > place.view.reported[1] else -step
    return replace(place, days=((first + step).isoformat(), (last + step).isoformat()))


def places(what: str, work: Work) -> dict[str, list[surroundings.Place]]:
    """The figures and days of each article, or its verbs."""
    aligned = align(work.documents, work.extractions or (), Settings())
    views = see(work.documents, aligned.extractions, aligned.datings)
    return (surroundings.acts if what == "acts" else surroundings.places)(views, aligned.extractions)


def invented(what: str, story: told_twice.Story, cache: Path | None) -> Iterator[tuple[tuple[float, ...], bool]]:
    """The same for an invented story: what is marked in one paper, the others have as well."""
    texts = enumerate(told_twice.papers(story))
    work = told_twice.joined([told_twice.read(told_twice.plain(t), i, day, cache) for i, (t, day) in texts])
    marked = {
        (f"a{paper}.txt", change.start, len(change.was))
        for paper in range(len(story.marked))
        for change in story.changes(paper)
        if change.kind == KINDS[what]
    }
    held = [p for kept in places(what, work).values() for p in kept]
    here = [p for p in held if any(p.at.file == f and p.at.start < s + n and s < p.at.end for f, s, n in marked)]
    able = ABLE[what]
    named = {
        (a.at.file, a.at.start, b.at.file, b.at.start)
        for p in here
        for q in held
        if p.at.file != q.at.file and any(v in ("agree", "same") for _, _, v, *_ in able.comparable([p], [q]))
        for a, b in ((p, q), (q, p))
    }
    yield from pairs(what, work, named)


def _at(at: Span, file: str, start: int) -> bool:
    return at.file == file and at.start <= start < at.end


def fit(x: np.ndarray, y: np.ndarray, names: tuple[str, ...]) -> np.ndarray:
    """Weights of a logistic regression with a ridge on all but the first, by Newton's method.

    What is shared speaks for one thing or not at all: a feature whose weight comes out under 0 is left out.
    """
    kept = list(range(x.shape[1]))
    while True:
        found = _fit(x[:, kept], y)
        bad = [k for k, w in zip(kept, found, strict=True) if w < 0 and names[k] not in MAY_SPEAK_AGAINST]
        if not bad:
            break
        kept.remove(min(bad, key=lambda k: found[kept.index(k)]))
    weights = np.zeros(x.shape[1])
    weights[kept] = found
    return weights


def _fit(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    weights = np.zeros(x.shape[1])
    ridge = np.diag([1e-6, *[RIDGE] * (x.shape[1] - 1)])
    for _ in range(50):
        p = 1 / (1 + np.exp(-(x @ weights)))
        step = x.T @ (y - p) - ridge @ weights
        weights = weights + np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + ridge, step)
    return weights


if __name__ == "__main__":
    sys.exit(main())
