"""Facts that two articles share, changed in one of them: how many are found, and why the others are missed.

    python bench/changes.py --data FOLDER [--cache FOLDER] [--kind number|date|negation|polarity] [--seed N] [--misses]

FOLDER holds clusters/basil_30.jsonl.xz. bench/same_facts.csv lists places in the articles marked `half: develop` where
two sentences of two articles give one number of one thing, one date of one event, or tell one act by its verb: cluster,
kind, and for each side article and span; no text is kept. They were proposed by the words, numbers and dates that two
sentences share (counts within the story, nothing of the aligner) and judged by reading. Each place is changed in turn:
another number, weekday, month, day or year; a "not" put in or taken out; a verb turned round. The changed article is
read anew, the others once, and the story goes through align and flag.

A change counts as found when a warning or an error of a code that it calls for stands on the changed sentence (or names
it as evidence) and no flag of that code stood there before. A missed one is put down to the first of: no claim made
there, the figure or date not read, the two statements never compared, compared and found to be of different things,
held to differ but no conflict (with the relation), only a note.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import pickle
import random
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from alignment import clusters, extracted, labelled
from turned import negated, other_date, other_number, turned

from pipeline import nlp
from pipeline.align import align, see
from pipeline.align.blocks import candidates
from pipeline.flag import Case, flag
from pipeline.flag.rules import RULES
from pipeline.model import Alignment, Extraction, Flag, Span, Work
from pipeline.settings import Settings
from pipeline.text import fold

FACTS = Path(__file__).with_name("same_facts.csv")
EXPECTED = {
    "number": {"N001", "N002", "C001", "D004"},
    "date": {"D004", "C001", "D005"},
    "negation": {"C001"},
    "polarity": {"C001"},
}
LOUD = ("warning", "error")
CONFLICT = {"C001", "C004", "N001", "N002", "D004"}
SETTINGS = Settings(off=tuple(sorted({r.CODE for r in RULES} - CONFLICT - {"D005"})))


@dataclass(frozen=True)
class Change:
    """One place changed: in which article, from where to where, into what; `partners`: (article, start, end)."""

    cluster: str
    kind: str
    article: int
    start: int
    end: int
    words: str
    partners: tuple[tuple[int, int, int], ...]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="the folder with clusters/basil_30.jsonl.xz")
    parser.add_argument("--cache", type=Path, help="where articles that were read are kept between runs")
    parser.add_argument("--kind", choices=sorted(EXPECTED), help="one kind of change alone")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--misses", action="store_true", help="print every missed change with its reason")
    given = parser.parse_args()
    facts = labelled(FACTS)
    outcomes: dict[str, Counter[str]] = defaultdict(Counter)
    noise = words = 0
    for cluster in clusters(given.data, facts.keys()):
        story = Reader(cluster, given.cache)
        clean = story.judged(story.work)
        noise += conflicts(clean[1])
        words += sum(len(d.text.split()) for d in story.work.documents)
        for change in changes(story, facts[cluster["cluster_id"]], random.Random(f"{given.seed}{story.name}")):
            if given.kind in (None, change.kind):
                why, told = outcome(story, change, clean[1])
                outcomes[change.kind][why] += 1
                if given.misses and why != "found":
                    print(f"{change.kind} | {why} | {told}")
    show(outcomes)
    print(f"conflict flags on the stories as published: {noise}, {1000 * noise / max(1, words):.2f} in 1,000 words")
    return 0


class Reader:
    """A story whose articles are read once, and again where one is changed."""

    def __init__(self, cluster: dict, cache: Path | None) -> None:
        self.name = cluster["cluster_id"]
        self.cache = cache
        self.rows = [(a["source"], a["title"], a["date"]) for a in cluster["articles"]]
        self.texts = [
            a["text"] if a["text"].startswith(a["title"] or "") else f"{a['title']}\n\n{a['text']}"
            for a in cluster["articles"]
        ]
        self.work = self.read(self.texts)

    def changed(self, change: Change) -> Work:
        """The story with one article changed; only that one is read again."""
        text = self.texts[change.article]
        text = text[: change.start] + change.words + text[change.end :]
        alone = self.read([text], change.article)
        file = f"a{change.article}.txt"
        documents = (*(d for d in self.work.documents if d.file != file), *alone.documents)
        kept = {d.doc for d in documents if d.file != file}
        extractions = (*(e for e in self.work.extractions or () if e.doc in kept), *(alone.extractions or ()))
        return Work(self.work.story, documents, extractions=extractions)

    def judged(self, work: Work) -> tuple[Alignment, tuple[Flag, ...]]:
        """What align and flag make of it."""
        alignment = align(work.documents, work.extractions or (), SETTINGS)
        return alignment, flag(Case("story", work.documents, alignment, "en"), SETTINGS)

    def read(self, texts: list[str], first: int = 0) -> Work:
        """The articles read, from the cache where they were read before."""
        key = hashlib.sha256(json.dumps([texts, first, self.rows]).encode()).hexdigest()[:24]
        kept = self.cache / f"{key}.pickle" if self.cache else None
        if kept is not None and kept.exists():
            return pickle.loads(kept.read_bytes())
        with tempfile.TemporaryDirectory() as folder:
            story = Path(folder, "corpus", "story")
            story.mkdir(parents=True)
            with (story / "sources.csv").open("w", newline="", encoding="utf-8") as file:
                table = csv.writer(file)
                table.writerow(["file", "publisher", "title", "published", "url"])
                for i, text in enumerate(texts, first):
                    source, title, date = self.rows[i]
                    (story / f"a{i}.txt").write_text(text, encoding="utf-8", newline="")
                    table.writerow([f"a{i}.txt", source, title, date, ""])
            work = extracted(Path(folder, "corpus"))
        if kept is not None:
            kept.parent.mkdir(parents=True, exist_ok=True)
            kept.write_bytes(pickle.dumps(work))
        return work


def changes(story: Reader, rows: list[dict[str, str]], dice: random.Random) -> Iterator[Change]:
    """Each place of the story changed once in every way that its kind allows."""
    places: dict[tuple[str, int, int, int], list[tuple[int, int, int]]] = defaultdict(list)
    for row in rows:
        sides = [tuple(int(row[f"{s}{part}"]) for part in ("", "_start", "_end")) for s in ("left", "right")]
        for here, there in (sides, sides[::-1]):
            places[row["kind"], *here].append(there)
    for (kind, article, start, end), partners in sorted(places.items()):
        text = story.texts[article]
        for name, begins, ends, words in _changed(text, kind, start, end, story, article, dice):
            yield Change(story.name, name, article, begins, ends, words, tuple(partners))


def _changed(
    text: str, kind: str, start: int, end: int, story: Reader, article: int, dice: random.Random
) -> Iterator[tuple[str, int, int, str]]:
    if kind == "number":
        yield from (("number", start, end, w) for w in other_number(text[start:end], dice))
    elif kind == "date":
        yield from (("date", start, end, w) for w in other_date(text[start:end], dice))
    else:
        at = sentence(story.work, f"a{article}.txt", start)
        doc = next(iter(nlp.parse([fold(at.text)])))
        for name, make in (("negation", negated), ("polarity", turned)):
            made = make(doc, start - at.start)
            if made is not None:
                yield name, at.start + made[0], at.start + made[1], made[2]


def sentence(work: Work, file: str, place: int) -> Span:
    """The sentence that holds a place."""
    return next(
        s.at
        for e in work.extractions or ()
        for s in e.sentences
        if s.at.file == file and s.at.start <= place < s.at.end
    )


# ---------------------------------------------------------------- what became of a change


def outcome(story: Reader, change: Change, clean: tuple[Flag, ...]) -> tuple[str, str]:
    """`found` or why not, with the words."""
    work = story.changed(change)
    alignment, flags = story.judged(work)
    file = f"a{change.article}.txt"
    now = sentence(work, file, change.start)
    was = sentence(story.work, file, change.start)
    expected = EXPECTED[change.kind]
    before = {f.code for f in clean if f.code in expected and f.severity in LOUD and stands(f, was)}
    here = [f for f in flags if f.code in expected and f.code not in before and stands(f, now)]
    told = f"{_marked(now, change)} || " + " || ".join(
        " ".join(sentence(story.work, f"a{a}.txt", s).text.split())[:260] for a, s, _ in change.partners
    )
    if any(f.severity in LOUD for f in here):
        return "found", told
    if here:
        return "only a note", told
    return reason(alignment, work, change), told


def _marked(now: Span, change: Change) -> str:
    start = change.start - now.start
    end = start + len(change.words)
    return " ".join(f"{now.text[:start]}[{now.text[start:end]}]{now.text[end:]}".split())[:300]


def stands(flag: Flag, at: Span) -> bool:
    """Whether a flag stands on a place or names it as evidence."""
    return any(
        p.file == at.file and p.start < at.end and p.end > at.start for p in (flag.at, *(e.at for e in flag.evidence))
    )


def reason(alignment: Alignment, work: Work, change: Change) -> str:
    """Why a change was missed."""
    by_file = {d.file: e for d in work.documents for e in alignment.extractions if e.doc == d.doc}
    here = by_file[f"a{change.article}.txt"]
    start, end = change.start, change.start + max(1, len(change.words))
    ours = [c for c in here.claims if c.at.start < end and c.at.end > start]
    if not ours:
        return "no claim made at the change"
    if not _read(here, change.kind, start, end):
        return "figure or date not read"
    theirs = []
    for article, begin, stop in change.partners:
        other = by_file[f"a{article}.txt"]
        if _read(other, change.kind, begin, stop):
            theirs += [c for c in other.claims if c.at.start < stop and c.at.end > begin]
    if not theirs:
        return "no claim made on the other side, or not read"
    links = {frozenset((x.left, x.right)): x for x in alignment.links}
    between = [links.get(frozenset((a.id, b.id))) for a in ours for b in theirs]
    met = [x for x in between if x is not None]
    if not met:
        return _unlinked(alignment, work, {c.id for c in ours}, {c.id for c in theirs})
    best = max(met, key=lambda x: (x.relation == "contradicts", x.relation != "related", x.score))
    why = best.because[0].partition(":")[0] if best.because else ""
    return (
        f"{best.relation} ({why})"
        if why in ("polarity", "opposites", "figures", "scale", "days", "time")
        else best.relation
    )


def _unlinked(alignment: Alignment, work: Work, ours: set[str], theirs: set[str]) -> str:
    """Whether two statements without a link were ever compared."""
    views = see(work.documents, alignment.extractions, alignment.datings)
    for left, right in candidates(views):
        ids = left.claim.id, right.claim.id
        if (ids[0] in ours and ids[1] in theirs) or (ids[1] in ours and ids[0] in theirs):
            return "compared, too little alike"
    return "never compared"


def _read(extraction: Extraction, kind: str, start: int, end: int) -> bool:
    if kind == "number":
        return any(f.at.start < end and f.at.end > start for f in extraction.figures)
    if kind == "date":
        return any(t.at.start < end and t.at.end > start and t.when.earliest for t in extraction.dates)
    return True


def conflicts(flags: tuple[Flag, ...]) -> int:
    """Warnings and errors of conflict, the two ends of one counted once."""
    ends = {
        (f.code, frozenset({(f.at.file, f.at.start), *((e.at.file, e.at.start) for e in f.evidence)}))
        for f in flags
        if f.severity in LOUD and f.code in CONFLICT
    }
    return len(ends)


def show(outcomes: dict[str, Counter[str]]) -> None:
    """The share found of each kind, and the reasons of the rest."""
    for kind, counts in sorted(outcomes.items()):
        made = sum(counts.values())
        print(f"{kind:9s} found {counts['found']:3d} of {made:3d}  {counts['found'] / made:.2f}")
        for why, n in counts.most_common():
            if why != "found":
                print(f"    {n:4d}  {why}")


if __name__ == "__main__":
    sys.exit(main())
