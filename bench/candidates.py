"""Which pairs to compare: blocking by rare words against a sentence embedder, on pairs labelled `carries`.

    python -m bench.candidates --data FOLDER [--embedder FOLDER] [--show N]

FOLDER holds clusters/basil_30.jsonl.xz; the labels are in bench/pairs.csv (stories of the develop half). A labelled
pair is a target twice: from the left claim, is the right one among the first five of its article, and the other way
round. The labelled pairs were drawn from what blocking offers, so that its share of offered pairs says nothing; its
order does. `--show N` prints N pairs, drawn by a seed, that the embedder holds among the four nearest of an article and
blocking does not offer: to be judged by eye. The embedder's folder is made by `python -m train.export embedder --out
FOLDER`; without it only blocking is measured.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from bench.alignment import PAIRS, at, clusters, labelled, read
from pipeline.align.blocks import PARTNERS, candidates, features
from pipeline.align.views import View

Table = npt.NDArray[np.float32]
FIRST = 5


def by_words(views: Sequence[View]) -> Table:
    """What each two claims share, as the sum of their features' weights: claims x claims."""
    filed = [features(v) for v in views]
    shelves: dict[str, list[int]] = defaultdict(list)
    for i, names in enumerate(filed):
        for name in names:
            shelves[name].append(i)
    table = np.zeros((len(views), len(views)), dtype=np.float32)
    for i, names in enumerate(filed):
        for name, weight in names.items():
            table[i, shelves[name]] += weight
    return table


class Embedder:
    """Sentences as vectors of length one, one sentence at a time."""

    def __init__(self, folder: Path) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self.session = onnxruntime.InferenceSession(
            str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"]
        )
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.enable_truncation(128)

    def vectors(self, texts: Sequence[str]) -> Table:
        """One row for each text."""
        rows = []
        for text in texts:
            got = self.tokenizer.encode(text)
            fed = {"input_ids": [got.ids], "attention_mask": [got.attention_mask]}
            (row,) = self.session.run(None, {k: np.array(v, dtype=np.int64) for k, v in fed.items()})[0]
            rows.append(row / np.linalg.norm(row))
        return np.array(rows, dtype=np.float32)


def place(table: Table, views: Sequence[View], i: int, j: int) -> int:
    """The place of claim `j` among its article's claims in the order of likeness to `i`; equals count as before it."""
    others = [k for k, v in enumerate(views) if v.claim.doc == views[j].claim.doc and k != i]
    return sum(table[i, k] >= table[i, j] for k in others if k != j) + 1


def nearest(table: Table, views: Sequence[View]) -> Iterator[tuple[int, int]]:
    """Pairs of which one is among the PARTNERS nearest of the other in its article."""
    by_article: dict[str, list[int]] = defaultdict(list)
    for k, v in enumerate(views):
        by_article[v.claim.doc].append(k)
    for i, v in enumerate(views):
        for doc, held in by_article.items():
            if doc != v.claim.doc:
                for j in sorted(held, key=lambda k: -table[i, k])[:PARTNERS]:
                    yield min(i, j), max(i, j)


def measure(data: Path, embedder: Embedder | None, show: int) -> None:
    """A line for each way, then the pairs that only the embedder has."""
    rows = {cluster: [r for r in held if r["label"] == "carries"] for cluster, held in labelled(PAIRS).items()}
    places: dict[str, list[int]] = defaultdict(list)
    took: dict[str, float] = defaultdict(float)
    offered: dict[str, int] = defaultdict(int)
    claims, only = 0, []
    for cluster in clusters(data, [cluster for cluster, held in rows.items() if held]):
        views = read(cluster)
        claims += len(views)
        began = time.process_time()
        blocked = {(id(a), id(b)) for a, b in candidates(views)}
        took["words"] += time.process_time() - began
        offered["words"] += len(blocked)
        tables = {"words": by_words(views)}
        if embedder:
            began = time.process_time()
            vectors = embedder.vectors([v.claim.reads for v in views])
            tables["embedder"] = vectors @ vectors.T
            pairs = set(nearest(tables["embedder"], views))
            took["embedder"] += time.process_time() - began
            offered["embedder"] += len(pairs)
            only += [
                (float(tables["embedder"][i, j]), views[i].claim.reads, views[j].claim.reads)
                for i, j in sorted(pairs)
                if not {(id(views[i]), id(views[j])), (id(views[j]), id(views[i]))} & blocked
            ]
            both = {name: table / max(1.0, float(table.max())) for name, table in tables.items()}
            tables["both"] = both["words"] + both["embedder"]
        index = {id(v): k for k, v in enumerate(views)}
        for row in rows[cluster["cluster_id"]]:
            left, right = at(views, row, "left"), at(views, row, "right")
            if left is not None and right is not None:
                i, j = index[id(left)], index[id(right)]
                for name, table in tables.items():
                    places[name] += [place(table, views, i, j), place(table, views, j, i)]
    for name, got in places.items():
        print(
            f"{name:9s} first {sum(p == 1 for p in got) / len(got):.3f}  "
            f"among {FIRST} {sum(p <= FIRST for p in got) / len(got):.3f} of {len(got)}  pairs {offered[name]:6d}  "
            f"{1000 * took[name] / claims:.2f} s of processor time for 1,000 claims"
        )
    for like, one, two in random.Random(1).sample(only, min(show, len(only))):
        print(f"{like:.2f} {one[:200]} || {two[:200]}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--embedder", type=Path)
    parser.add_argument("--show", type=int, default=0)
    given = parser.parse_args()
    measure(given.data, Embedder(given.embedder) if given.embedder else None, given.show)


if __name__ == "__main__":
    main()
