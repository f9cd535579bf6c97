"""Undated articles dated by their story: each article in turn without its date, the others of the story with theirs.

    python -m bench.dating --data FOLDER [--half develop|report]

FOLDER holds clusters/*.jsonl.xz. Printed: how many windows hold the true day, and how many are closed at both ends.
"""

from __future__ import annotations

import argparse
import json
import lzma
import sys
from dataclasses import replace
from pathlib import Path

from pipeline.align.dating import date_story
from pipeline.extract import extract
from pipeline.model import Block, Document, Published, Span
from pipeline.settings import Settings


def document(number: int, text: str, day: str) -> Document:
    name = f"a{number}.txt"
    blocks = tuple(Block("body", Span(name, start, start + len(words), words)) for start, words in paragraphs(text))
    known = Published(day, day, day, "manifest", "the manifest")
    return Document(f"{name}#1", name, 1, 0, len(text), text, blocks, published=known)


def paragraphs(text: str) -> list[tuple[int, str]]:
    found, start = [], 0
    for line in text.splitlines(keepends=True):
        if words := line.strip():
            found.append((start + line.index(words), words))
        start += len(line)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--half", choices=("develop", "report"))
    options = parser.parse_args()
    files = sorted((options.data / "clusters").glob("*.jsonl.xz"))
    if not files:
        sys.exit(f"no clusters/*.jsonl.xz under {options.data}; name the folder of the data with --data")
    tried = right = closed = 0
    for file in files:
        with lzma.open(file, "rt", encoding="utf-8") as lines:
            stories = [json.loads(line) for line in lines]
        for story in stories:
            if options.half not in (None, story["half"]):
                continue
            dated = [document(i, a["text"], a["date"]) for i, a in enumerate(story["articles"])]
            extractions = [extract(d, Settings()) for d in dated]
            for i, known in enumerate(dated):
                blank = replace(known, published=Published())
                documents = tuple(blank if j == i else d for j, d in enumerate(dated))
                found = tuple(extract(blank, Settings()) if j == i else e for j, e in enumerate(extractions))
                made = next(d for d in date_story(documents, found) if d.doc == blank.doc).published
                day = known.published.value or ""
                tried += 1
                right += (made.earliest or "") <= day <= (made.latest or "9999")
                closed += made.earliest is not None and made.latest is not None
    print(f"{tried} articles without their date: the window holds the true day for {right}, is closed for {closed}")


if __name__ == "__main__":
    main()
