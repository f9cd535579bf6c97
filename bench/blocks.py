"""What block labels set aside: on clean articles, where hardly anything should be, and on pages copied whole.

    python bench/blocks.py --data FOLDER [--half odd|even|all] [--show lost|kept]

FOLDER holds clusters/, quotes/, dates/ (articles, one a text) and html/article_extraction_181.tar.xz (pages with their
gold bodies). A page is made a copied text by dropping its scripts and tags, a line a block element. `lost` are words of
the gold body that stand in a block which is not judged, or in no block of their own kind; `furniture` are the page's
other lines. `--show lost` prints the lines of the body that were set aside, `--show kept` some that were not.
"""

from __future__ import annotations

import argparse
import gzip
import html
import json
import lzma
import re
import sys
import tarfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from pipeline.ingest.articles import split
from pipeline.ingest.blocks import JUDGED
from pipeline.ingest.readers import to_text
from pipeline.model import Document

COLLECTIONS = {
    "clusters": ("clusters/basil_30.jsonl.xz",),
    "polnear": ("quotes/polnear_dev.jsonl.xz", "quotes/polnear_train300.jsonl.xz"),
    "timebank": ("dates/timebank.jsonl.xz",),
    "aquaint": ("dates/aquaint.jsonl.xz",),
}
PAGES = "html/article_extraction_181.tar.xz"
SILENT = re.compile(r"<(script|style|noscript|svg|template|head)\b.*?</\1\s*>|<!--.*?-->", re.DOTALL | re.IGNORECASE)
BREAK = re.compile(
    r"</?(?:p|div|li|ul|ol|h[1-6]|br|tr|td|th|table|section|article|header|footer|nav|aside|figure|figcaption|form|"
    r"blockquote|button|label|option|select|main|dl|dt|dd|hr|pre|iframe|picture|source|img)\b[^>]*>",
    re.IGNORECASE,
)
TAG = re.compile(r"<[^>]*>")
CONTAINED = 0.8


def articles(data: Path, name: str) -> Iterator[str]:
    for file in COLLECTIONS[name]:
        if not (data / file).exists():
            sys.exit(f"{data / file}: not there; give the folder that holds it with --data")
        with lzma.open(data / file, "rt", encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                for article in row.get("articles", [row]):
                    yield f"{article['title']}\n\n{article['text']}" if "articles" in row else article["text"]


def pages(data: Path, half: str) -> Iterator[tuple[str, str]]:
    """Each page as copied text, with its gold body."""
    if not (data / PAGES).exists():
        sys.exit(f"{data / PAGES}: not there; give the folder that holds it with --data")
    with tarfile.open(data / PAGES) as archive:
        files = {m.name.rsplit("/", 1)[-1]: m for m in archive.getmembers() if m.isfile()}
        gold = json.loads(content(archive, files["ground-truth.json"]))
        ids = sorted(gold)
        for page in ids if half == "all" else ids[1 if half == "odd" else 0 :: 2]:
            yield copied(content(archive, files[f"{page}.html"])), gold[page]["articleBody"]


def content(archive: tarfile.TarFile, member: tarfile.TarInfo) -> str:
    stream = archive.extractfile(member)
    data = stream.read() if stream else b""
    return (gzip.decompress(data) if data.startswith(b"\x1f\x8b") else data).decode("utf-8", "replace")


def copied(page: str) -> str:
    text = BREAK.sub("\n", re.sub(r"\s+", " ", SILENT.sub(" ", page)))
    lines = (html.unescape(TAG.sub("", line)).strip() for line in text.split("\n"))
    return "\n\n".join(line for line in lines if line)


def read(text: str) -> tuple[Document, ...]:
    return split("a.txt", to_text(text.encode("utf-8", "replace"), "a.txt"), (), "en")


def tokens(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def in_body(line: list[str], grams: frozenset[tuple[str, ...]]) -> bool:
    """Whether a line belongs to the gold body: its word triples stand there; a shorter line's words as one run."""
    n = min(3, len(line))
    mine = [tuple(line[i : i + n]) for i in range(len(line) - n + 1)]
    return bool(mine) and sum(g in grams for g in mine) >= CONTAINED * len(mine)


def grams(body: list[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(body[i : i + n]) for n in (1, 2, 3) for i in range(len(body) - n + 1))


def judge_articles(data: Path) -> None:
    print(f"{'articles':10s} {'n':>5s} {'split':>5s}  share of characters by kind")
    for name in COLLECTIONS:
        chars: Counter[str] = Counter()
        texts = list(articles(data, name))
        documents = [read(t) for t in texts]
        for document in (d for ds in documents for d in ds):
            for block in document.blocks:
                chars[block.kind] += len(block.at.text)
        shares = ", ".join(f"{k} {100 * v / sum(chars.values()):.2f} %" for k, v in chars.most_common())
        print(f"{name:10s} {len(texts):5d} {sum(len(d) > 1 for d in documents):5d}  {shares}")


def judge_pages(data: Path, half: str, show: str | None) -> None:
    body: Counter[str] = Counter()
    other: Counter[str] = Counter()
    repeated, several, n = 0, 0, 0
    for text, gold in pages(data, half):
        n += 1
        wanted = tokens(gold)
        known = grams(wanted)
        documents = read(text)
        several += len(documents) > 1
        for block in (b for d in documents for b in d.blocks):
            line = tokens(block.at.text)
            if not line:
                continue
            inside = in_body(line, known) and (len(line) >= 3 or block.kind == "body")
            if inside and block.kind == "repeat":
                repeated += len(line)
                continue
            (body if inside else other)[block.kind] += len(line) if inside else 1
            if show == "lost" and inside and block.kind not in JUDGED:
                print(f"  {block.kind:11s} {block.at.text[:150]!r}  {block.because}")
            if show == "kept" and not inside and block.kind in JUDGED and block.at.start % 7 == 0:
                print(f"  {block.kind:11s} {block.at.text[:150]!r}")
    words, lines = sum(body.values()), sum(other.values())
    lost = sum(v for k, v in body.items() if k not in JUDGED)
    away = sum(v for k, v in other.items() if k not in JUDGED)
    print(f"pages ({half} half): {n}, of which {several} split")
    print(f"words of the body: {words}; set aside wrongly: {lost} ({100 * lost / max(1, words):.2f} %)")
    print(f"  by kind: {dict(body.most_common())}; words of the body that stood twice: {repeated}")
    print(f"lines of the page beside it: {lines}; set aside: {away} ({100 * away / max(1, lines):.1f} %)")
    print(f"  by kind: {dict(other.most_common())}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the folder with the collections")
    parser.add_argument("--half", choices=("odd", "even", "all"), default="odd", help="of the pages")
    parser.add_argument("--show", choices=("lost", "kept"))
    arguments = parser.parse_args()
    if not arguments.show:
        judge_articles(arguments.data)
        texts = [t.encode("utf-8", "replace") for name in COLLECTIONS for t in articles(arguments.data, name)]
        began = time.process_time()
        for text in texts:
            split("a.txt", to_text(text, "a.txt"), (), "en")
        took = time.process_time() - began
        print(f"{1e6 * took / sum(len(t.split()) for t in texts):.1f} ms of processor time for 1,000 words")
    judge_pages(arguments.data, arguments.half, arguments.show)


if __name__ == "__main__":
    main()
