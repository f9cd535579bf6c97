"""Date expressions against gold TIMEX3, this project's and other tools' in one run: spans, types, values, speed.

    python bench/dates.py --data FOLDER [--on timebank-even aquaint] [--peers PYTHON] [--misses]

FOLDER holds timebank.jsonl.xz and aquaint.jsonl.xz (text, dct, timexes). Scored as in TempEval-3 (UzZaman et al. 2013):
strict is the same span, relaxed an overlap one to one, type and value F1 those right among the relaxed matches; white
space is not counted. PYTHON is the interpreter of an environment with the other tools (see `bench/date_peers.py`); each
gets the same texts with the same days, and those that are not installed there are said to be missing. Speed leaves
start-up out. Each text is one article whose publication date is its document creation time.
"""

from __future__ import annotations

import argparse
import json
import lzma
import re
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pipeline import nlp
from pipeline.extract.datelines import dateline
from pipeline.extract.dates import find_dates
from pipeline.extract.sentences import Passage
from pipeline.model import Block, Document, Published, Span
from pipeline.text import fold

Row = dict[str, Any]
SETS = ("timebank", "timebank-odd", "timebank-even", "aquaint")
PEERS = ("heideltime", "recognizers", "dateparser")


def load(folder: Path, name: str) -> list[Row]:
    """The texts of a set, or of its odd or even half: `timebank-odd`."""
    kept, _, half = name.partition("-")
    path = folder / f"{kept}.jsonl.xz"
    if not path.exists():
        sys.exit(f"{path}: not there; give the folder that holds it with --data")
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        docs = [json.loads(line) for line in lines]
    return docs[1 if half == "odd" else 0 :: 2] if half else docs


def document(row: Row) -> Document:
    """The text as one article whose body blocks are its paragraphs."""
    text, blocks = row["text"], []
    for match in re.finditer(r"\S(?:.|\n(?!\s*\n))*", text):
        blocks.append(Block("body", Span("a.txt", match.start(), match.end(), match.group())))
    day = row["dct"][:10] or None
    published = Published(day, day, day, "manifest", "") if day else Published()
    return Document("a.txt#1", "a.txt", 1, 0, len(text), text, tuple(blocks), published=published)


def places(text: str, timexes: Iterable[Row]) -> list[tuple[int, int, Row]]:
    at, count = [], 0
    for character in text:
        at.append(count)
        count += not character.isspace()
    at.append(count)
    return [(at[t["start"]], at[t["end"] - 1] + 1, t) for t in timexes]


def score(rows: list[Row], answers: list[list[Row]], show: bool = False) -> dict[str, float]:
    counts = dict.fromkeys(("gold", "system", "strict", "relaxed", "type", "value"), 0)
    for row, answer in zip(rows, answers, strict=True):
        gold, system, used = places(row["text"], row["timexes"]), places(row["text"], answer), set()
        counts["gold"] += len(gold)
        counts["system"] += len(system)
        for start, end, wanted in gold:
            match = next((j for j, (a, b, _) in enumerate(system) if j not in used and a < end and start < b), None)
            got = None
            if match is not None:
                used.add(match)
                a, b, got = system[match]
                counts["relaxed"] += 1
                counts["strict"] += (a, b) == (start, end)
                counts["type"] += got["type"] == wanted["type"]
                counts["value"] += got["value"] == wanted["value"]
            if show:
                _show(row, wanted, got)
        if show:
            for j, (_, _, got) in enumerate(system):
                if j not in used:
                    _show(row, None, got)
    total = counts["gold"] + counts["system"]
    scores = {k: 200 * v / total if total else 0.0 for k, v in counts.items() if k not in ("gold", "system")}
    return {"gold": counts["gold"], "system": counts["system"], **scores}


def _show(row: Row, wanted: Row | None, got: Row | None) -> None:
    text, one = row["text"], wanted or got
    assert one is not None
    words = [text[t["start"] : t["end"]].replace("\n", " ") if t else "-" for t in (wanted, got)]
    values = [f"{t['type'][:3]} {t['value']}" if t else "-" for t in (wanted, got)]
    kind = "MISS" if got is None else "EXTRA" if wanted is None else "span" if words[0] != words[1] else ""
    if wanted and got and values[0] != values[1]:
        kind += " value"
    if kind:
        around = text[max(0, one["start"] - 60) : one["end"] + 40].replace("\n", " ")
        print(f"{kind:11s} {words[0]!r} {words[1]!r} | {values[0]} | {values[1]} | {row['dct'][:10]} | ...{around}")


def product(rows: list[Row], cache: Path | None) -> tuple[list[list[Row]], float, float]:
    """Answers, seconds with parsing and seconds of the date work alone."""
    documents = [document(row) for row in rows]
    list(nlp.parse(["Warm."]))
    begin = time.perf_counter()
    parses = [_parses(d, cache) for d in documents]
    parsed = time.perf_counter()
    answers = []
    for doc, passages in zip(documents, parses, strict=True):
        found = find_dates(doc, passages)
        answers.append([{"start": t.at.start, "end": t.at.end, "type": t.type, "value": t.when.value} for t in found])
    done = time.perf_counter()
    return answers, done - begin, done - parsed


def _parses(doc: Document, cache: Path | None) -> tuple[Passage, ...]:
    from spacy.tokens import DocBin

    texts = [fold(b.at.text) for b in doc.blocks]
    if cache is None:
        return tuple(Passage(b, p, doc) for b, p in zip(doc.blocks, nlp.parse(texts, begins=dateline), strict=True))
    from hashlib import sha256

    cache.mkdir(parents=True, exist_ok=True)
    kept = cache / sha256("\x1f".join(texts).encode()).hexdigest()
    if not kept.exists():
        DocBin(docs=list(nlp.parse(texts, begins=dateline)), store_user_data=False).to_disk(kept)
    parses = DocBin().from_disk(kept).get_docs(nlp.load().vocab)
    return tuple(Passage(b, p, doc) for b, p in zip(doc.blocks, parses, strict=True))


def peer(python: str, tool: str, rows: list[Row]) -> dict[str, Any] | None:
    """What another tool answers, from an environment of its own; None where it cannot run there."""
    texts = json.dumps([{"text": row["text"], "day": row["dct"][:10]} for row in rows])
    script = str(Path(__file__).with_name("date_peers.py"))
    done = subprocess.run([python, script, tool], input=texts, capture_output=True, text=True)
    if done.returncode:
        print(f"{tool}: not run: {(done.stderr.strip().splitlines() or ['no reason given'])[-1]}")
        return None
    answers: dict[str, Any] = json.loads(done.stdout)
    return answers


def report(name: str, scores: dict[str, float], seconds: float, rows: list[Row]) -> None:
    figures = "  ".join(f"{scores[k]:6.1f}" for k in ("strict", "relaxed", "type", "value"))
    words = sum(len(r["text"].split()) for r in rows) / seconds
    print(f"{name:38s} {figures} {scores['system']:7.0f} {words:10,.0f} {seconds / len(rows):10.4f}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--on", nargs="+", default=("timebank-even", "aquaint"), choices=SETS, metavar="SET",
                        help=", ".join(SETS))  # fmt: skip
    parser.add_argument("--misses", action="store_true", help="print every difference")
    parser.add_argument("--cache", type=Path, help="keep parses here between runs (the speed is then of dates alone)")
    parser.add_argument("--peers", metavar="PYTHON", help="the interpreter of an environment with the other tools")
    options = parser.parse_args()
    for name in options.on:
        rows = load(options.data, name)
        answers, seconds, alone = product(rows, options.cache)
        scores = score(rows, answers, options.misses)
        head = f"{name}: {len(rows)} texts, {scores['gold']:.0f} dates"
        print(f"{head:38s} strict relaxed    type   value   found    words/s  s/document")
        report("crosscheck", scores, seconds, rows)
        report("crosscheck, once parsed", scores, alone, rows)
        for tool in PEERS if options.peers else ():
            other = peer(options.peers, tool, rows)
            if other is not None:
                report(other["tool"], score(rows, other["answers"]), other["seconds"], rows)


if __name__ == "__main__":
    main()
