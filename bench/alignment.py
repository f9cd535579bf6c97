"""Links against pairs labelled by hand: precision and recall of "one carries what the other states".

    python bench/alignment.py --data FOLDER [--misses]

FOLDER holds clusters/basil_30.jsonl.xz. The labels are in bench/pairs.csv: cluster, article and span of each claim, and
`carries` or `apart`; the texts are not kept. Claims are met by span (half of it shared), so that the labels outlive
small changes in how sentences are split; pairs that no longer meet a claim are counted as lost. The pairs were drawn
from the candidates of the stories marked `half: develop`, by strata of an earlier score, and labelled by reading.
"""

from __future__ import annotations

import argparse
import csv
import json
import lzma
import sys
import tempfile
from collections import defaultdict
from collections.abc import Collection
from pathlib import Path

from pipeline import flow
from pipeline.align.relations import decide
from pipeline.align.views import View, view
from pipeline.engine import Local
from pipeline.model import Work
from pipeline.settings import Settings

PAIRS = Path(__file__).with_name("pairs.csv")
CARRIES = ("same", "supports")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="the folder with clusters/basil_30.jsonl.xz")
    parser.add_argument("--misses", action="store_true", help="print the pairs that come out wrong")
    given = parser.parse_args()
    rows = labelled(PAIRS)
    right = wrong = missed = lost = 0
    for cluster in clusters(given.data, rows.keys()):
        views = read(cluster)
        for row in rows[cluster["cluster_id"]]:
            pair = at(views, row, "left"), at(views, row, "right")
            if None in pair:
                lost += 1
                continue
            relation = decide(*pair)
            got, wanted = relation is not None and relation.relation in CARRIES, row["label"] == "carries"
            right, wrong, missed = right + (got and wanted), wrong + (got > wanted), missed + (got < wanted)
            if given.misses and got != wanted:
                print(
                    "missed" if wanted else "wrong ", *(" ".join(v.claim.reads.split())[:100] for v in pair), sep=" | "
                )
    print(
        f"precision {right / max(1, right + wrong):.2f}  recall {right / max(1, right + missed):.2f}  "
        f"({right} right, {wrong} wrong, {missed} missed, {lost} lost)"
    )
    return 0


def labelled(table: Path) -> dict[str, list[dict[str, str]]]:
    """The rows of a table of places, by cluster."""
    rows = defaultdict(list)
    for row in csv.DictReader(table.read_text(encoding="utf-8").splitlines()):
        rows[row["cluster"]].append(row)
    return rows


def clusters(data: Path, wanted: Collection[str]) -> list[dict]:
    """The clusters of those ids, in the order of the file; ends the program where it is not there."""
    path = data / "clusters" / "basil_30.jsonl.xz"
    if not path.exists():
        sys.exit(f"{path}: not there; give the data folder with --data")
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        return [c for c in map(json.loads, lines) if c["cluster_id"] in wanted]


def read(cluster: dict) -> list[View]:
    """The claims of one cluster as views; its articles are `a0.txt`, `a1.txt`, ..., with their title first."""
    with tempfile.TemporaryDirectory() as folder:
        story = Path(folder, "corpus", "story")
        story.mkdir(parents=True)
        with (story / "sources.csv").open("w", newline="", encoding="utf-8") as file:
            table = csv.writer(file)
            table.writerow(["file", "publisher", "title", "published", "url"])
            for i, a in enumerate(cluster["articles"]):
                text = a["text"] if a["text"].startswith(a["title"] or "") else f"{a['title']}\n\n{a['text']}"
                (story / f"a{i}.txt").write_text(text, encoding="utf-8", newline="")
                table.writerow([f"a{i}.txt", a["source"], a["title"], a["date"], ""])
        work = extracted(Path(folder, "corpus"))
    documents = {d.doc: d for d in work.documents}
    return [view(c, documents[e.doc]) for e in work.extractions or () for c in e.claims]


def extracted(corpus: Path) -> Work:
    settings = Settings()
    return flow.extract_all(flow.read_all(flow.stories(corpus), settings, Local()), settings, Local())[0]


def at(views: list[View], row: dict[str, str], side: str) -> View | None:
    """The claim that shares most with the labelled span, if it shares half."""
    file, start, end = f"a{row[side]}.txt", int(row[f"{side}_start"]), int(row[f"{side}_end"])
    best, share = None, 0.5
    for v in views:
        here = v.claim.at
        if here.file == file and here.start < end and here.end > start:
            common = min(end, here.end) - max(start, here.start)
            if common / (max(end, here.end) - min(start, here.start)) >= share:
                best, share = v, common / (max(end, here.end) - min(start, here.start))
    return best


if __name__ == "__main__":
    sys.exit(main())
