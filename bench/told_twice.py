"""Invented articles that tell the same facts in other words: how many changed figures and dates are found.

    python bench/told_twice.py [fitted|held] [--cache FOLDER] [--kind number|date] [--misses]

bench/told_twice/fitted.txt and held.txt hold stories of two papers or three, on accidents, trials, budgets, elections,
sport, companies, health and weather; the first file is one that train/likeness_weights.py fits on. `{n:14|24}` marks a
figure that another paper has as well and what it is changed into, `{d:...|...}` a date; everything else that the papers
count, counts something else. Each mark is changed in turn and the story judged again. Found is a change when a warning
or an error of a code that it calls for stands on the changed words' statement or names it as evidence; what is raised
where nothing is changed is printed.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import pickle
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).parent))
from alignment import extracted
from changes import EXPECTED, LOUD, SETTINGS, conflicts

from pipeline.align import align
from pipeline.flag import Case, flag
from pipeline.model import Flag, Work

FOLDER = Path(__file__).with_name("told_twice")
KINDS = {"n": "number", "d": "date"}
_MARK = re.compile(r"\{(n|d):([^|}]*)\|([^}]*)\}")


@dataclass(frozen=True)
class Change:
    """A marked place of a text: its kind, where it begins, what stands there, what is put there, the text with it."""

    kind: str
    start: int
    was: str
    now: str
    text: str


@dataclass(frozen=True)
class Story:
    """Its name, and for each paper the day it came out and its text with the marks."""

    name: str
    days: tuple[str, ...]
    marked: tuple[str, ...]

    def changes(self, paper: int) -> Iterator[Change]:
        """The marks of one paper, each with the text as it is with that change alone."""
        text = self.marked[paper]
        for mark in _MARK.finditer(text):
            before, after = plain(text[: mark.start()]), plain(text[mark.end() :])
            yield Change(KINDS[mark[1]], len(before), mark[2], mark[3], before + mark[3] + after)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("which", choices=("fitted", "held"), nargs="?", default="held")
    parser.add_argument("--cache", type=Path, help="where articles that were read are kept between runs")
    parser.add_argument("--kind", choices=sorted(KINDS.values()), help="one kind of change alone")
    parser.add_argument("--misses", action="store_true", help="print every missed change")
    given = parser.parse_args()
    made: Counter[str] = Counter()
    found: Counter[str] = Counter()
    noise = words = 0
    for story in stories(given.which):
        works = [read(plain(text), i, day, given.cache) for i, (text, day) in enumerate(papers(story))]
        clean = judged(works)
        noise += conflicts(clean)
        words += sum(len(plain(text).split()) for text in story.marked)
        for told in clean:
            print(f"{story.name} | as it is | {told.code} {told.message}")
        for paper, day in enumerate(story.days):
            for change in story.changes(paper):
                if given.kind in (None, change.kind):
                    works[paper] = read(change.text, paper, day, given.cache)
                    hit = any(_hit(f, f"a{paper}.txt", change) for f in judged(works))
                    made[change.kind] += 1
                    found[change.kind] += hit
                    if given.misses and not hit:
                        print(f"{story.name} | missed | {change.was} => {change.now} | {_around(change)}")
            works[paper] = read(plain(story.marked[paper]), paper, day, given.cache)
    for kind in sorted(made):
        print(f"{kind:6s} found {found[kind]:3d} of {made[kind]:3d}  {found[kind] / made[kind]:.2f}")
    print(f"conflict flags on the stories as they are: {noise}, {1000 * noise / words:.2f} in 1,000 words")
    return 0


def stories(which: str) -> list[Story]:
    """The stories of one of the two files."""
    found = []
    for block in re.split(r"^### ", (FOLDER / f"{which}.txt").read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        head, _, body = block.partition("\n")
        name, *days = (part.strip() for part in head.split("|"))
        texts = (text.strip("\n").replace("\n", "\n\n") + "\n" for text in body.strip("\n").split("\n---\n"))
        found.append(Story(name, tuple(days), tuple(texts)))
    return found


def papers(story: Story) -> Iterator[tuple[str, str]]:
    """Each paper's marked text and day."""
    return zip(story.marked, story.days, strict=True)


def plain(marked: str) -> str:
    """A text without its marks."""
    return _MARK.sub(lambda mark: mark[2], marked)


def read(text: str, paper: int, day: str, cache: Path | None) -> Work:
    """One paper read, from the cache where it was read before."""
    key = hashlib.sha256(json.dumps([text, paper, day]).encode()).hexdigest()[:24]
    kept = cache / f"told-{key}.pickle" if cache else None
    if kept is not None and kept.exists():
        return pickle.loads(kept.read_bytes())
    with tempfile.TemporaryDirectory() as folder:
        story = Path(folder, "corpus", "story")
        story.mkdir(parents=True)
        (story / f"a{paper}.txt").write_text(text, encoding="utf-8", newline="")
        with (story / "sources.csv").open("w", newline="", encoding="utf-8") as file:
            table = csv.writer(file)
            table.writerow(["file", "publisher", "title", "published", "url"])
            table.writerow([f"a{paper}.txt", f"Paper {paper}", text.partition("\n")[0], day, ""])
        work = extracted(Path(folder, "corpus"))
    if kept is not None:
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(pickle.dumps(work))
    return work


def joined(works: Sequence[Work]) -> Work:
    """The papers as one story."""
    documents = tuple(d for w in works for d in w.documents)
    return Work(works[0].story, documents, extractions=tuple(e for w in works for e in w.extractions or ()))


def judged(works: Sequence[Work]) -> tuple[Flag, ...]:
    """The warnings and errors of conflict between the papers."""
    work = joined(works)
    alignment = align(work.documents, work.extractions or (), SETTINGS)
    found = flag(Case("story", work.documents, alignment, "en"), SETTINGS)
    return tuple(f for f in found if f.severity in LOUD)


def _hit(found: Flag, file: str, change: Change) -> bool:
    end = change.start + len(change.now)
    places = (found.at, *(e.at for e in found.evidence))
    return found.code in EXPECTED[change.kind] and any(
        p.file == file and p.start < end and p.end > change.start for p in places
    )


def _around(change: Change) -> str:
    return " ".join(change.text[max(0, change.start - 70) : change.start + len(change.now) + 60].split())


if __name__ == "__main__":
    sys.exit(main())
