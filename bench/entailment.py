"""What the entailment model is worth: python -m bench.entailment --data FOLDER [--model FOLDER] [--limit N].

Public sets it was never trained or tuned on, beside a majority and a lexical-overlap baseline; then the two figures
that decide: how often two sentences of one story that do not clash are called a contradiction both ways, and how often
an aligned pair with a planted fault is. The pairs of the latter are places in the data, kept as offsets beside this
file, judged by eye; their texts are not part of the project.
"""

from __future__ import annotations

import argparse
import csv
import json
import lzma
import re
import resource
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from pipeline.entail import LABELS, PRECISE, Judge, Score, both_ways, load

HERE = Path(__file__).parent
Pair = tuple[str, str]
_WORD = re.compile(r"\w+")
_NEGATION = frozenset(
    [
        "no",
        "not",
        "never",
        "nobody",
        "nothing",
        "none",
        "without",
        "deny",
        "denies",
        "denied",
        "refused",
        "false",
        "hoax",
        "fake",
        "n't",
        "isn't",
        "wasn't",
        "didn't",
    ]
)


def rows(data: Path, name: str) -> list[dict[str, Any]]:
    """One file of the data folder."""
    path = data / f"{name}.jsonl.xz"
    if not path.exists():
        raise SystemExit(f"{path} is not there; pass the folder that holds it as --data")
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def overlap_label(premise: str, hypothesis: str) -> str:
    """The baseline: a word of denial on one side only is a contradiction, most words shared an entailment."""
    left, right = (set(_WORD.findall(t.lower())) for t in (premise, hypothesis))
    if bool(left & _NEGATION) != bool(right & _NEGATION):
        return "contradiction"
    return "entailment" if len(left & right) >= 0.7 * len(right) else "neutral"


def accuracy(gold: Sequence[str], told: Sequence[str]) -> float:
    """Share of labels that are right."""
    return sum(g == t for g, t in zip(gold, told, strict=True)) / len(gold)


def macro_f1(gold: Sequence[str], told: Sequence[str]) -> float:
    """Mean F1 over the labels that the gold has."""
    scores = []
    for label in sorted(set(gold)):
        hit = sum(g == t == label for g, t in zip(gold, told, strict=True))
        scores.append(2 * hit / max(1, gold.count(label) + told.count(label)))
    return sum(scores) / len(scores)


def calibration_error(gold: Sequence[str], scores: Sequence[Score], bins: int = 10) -> float:
    """Expected calibration error of the likeliest label (Naeini et al. 2015)."""
    told = [max(zip((s.entailment, s.neutral, s.contradiction), LABELS, strict=True)) for s in scores]
    total = 0.0
    for low in range(bins):
        part = [(p, label == g) for (p, label), g in zip(told, gold, strict=True) if low / bins < p <= (low + 1) / bins]
        if part:
            total += abs(sum(p for p, _ in part) - sum(hit for _, hit in part)) / len(gold)
    return total


def sets(data: Path) -> Iterator[tuple[str, list[Pair], list[str]]]:
    """Name, pairs and gold labels of each three-way (or two-way) set."""
    for name in ("mnli_matched", "newsnli_numbers", "rte3_3way", "breaking_2000"):
        found = rows(data, f"nli/dev_{name}")
        yield name, [(r["premise"], r["hypothesis"]) for r in found], [r["label"] for r in found]
    stance = {"for": "entailment", "against": "contradiction", "observing": "neutral"}
    found = rows(data, "nli/dev_emergent_stance")
    yield "emergent_stance", [(r["headline"], r["claim"]) for r in found], [stance[r["label"]] for r in found]


def measure_sets(judge: Judge, data: Path, limit: int) -> None:
    """A line for each public set."""
    print(f"{'set':18s}{'pairs':>7s}{'acc':>8s}{'F1':>8s}{'ECE':>8s}{'major.':>8s}{'overlap':>9s}{'its F1':>8s}")
    for name, pairs, gold in sets(data):
        step = max(1, len(pairs) // limit) if limit else 1
        pairs, gold = pairs[::step], gold[::step]
        scores = judge.scores(pairs)
        told, base = [s.label for s in scores], [overlap_label(*p) for p in pairs]
        error = calibration_error(gold, scores)
        if "neutral" in gold and "contradiction" not in gold:  # entailment or not
            told, base = (["entailment" if t == "entailment" else "neutral" for t in labels] for labels in (told, base))
        most = Counter(gold).most_common(1)[0][1] / len(gold)
        figures = (accuracy(gold, told), macro_f1(gold, told), error, most, accuracy(gold, base))
        print(
            f"{name:18s}{len(pairs):7d}" + "".join(f"{f:8.3f}" for f in figures) + f"{macro_f1(gold, base):9.3f}",
            flush=True,
        )


def measure_wice(judge: Judge, data: Path, limit: int) -> None:
    """Area under the curve of telling supported claims from the others by the best window's entailment."""
    found = rows(data, "nli/dev_wice_claims")
    found = found[:: max(1, len(found) // limit)] if limit else found
    scores = judge.scores([("\n".join(r["evidence"]), r["claim"]) for r in found])
    ranked = sorted((s.entailment, r["label"] == "supported") for s, r in zip(scores, found, strict=True))
    yes = sum(hit for _, hit in ranked)
    ranks = sum(place for place, (_, hit) in enumerate(ranked, 1) if hit)
    print(f"wice_claims: AUROC {(ranks - yes * (yes + 1) / 2) / (yes * (len(ranked) - yes)):.3f} of {len(ranked)}")


def story_pairs(data: Path) -> tuple[list[Pair], list[str]]:
    """The judged pairs of sentences of one story, none of which clash, and their verdicts: agree or other."""
    clusters = rows(data, "clusters/basil_30")
    pairs, verdicts = [], []
    with (HERE / "entailment_story_pairs.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            texts = [a["text"] for a in clusters[int(row["cluster"])]["articles"]]
            left = texts[int(row["left"])][int(row["left_start"]) : int(row["left_end"])]
            right = texts[int(row["right"])][int(row["right_start"]) : int(row["right_end"])]
            pairs.append((left, right))
            verdicts.append(row["verdict"])
    return pairs, verdicts


def planted_pairs(data: Path, half: str) -> tuple[list[Pair], list[str]]:
    """Sentences with a planted fault, each beside another article's sentence that tells the same; the fault's kind.

    `half`: develop or report, by story.
    """
    cases = {c["case"]: c for c in rows(data, "planted/dev")}
    pairs, kinds = [], []
    with (HERE / "entailment_planted_pairs.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            case = cases[row["case"]]
            if case["half"] != half:
                continue
            texts = {a["name"]: a["text"] for a in case["articles"]}
            pairs.append(
                (
                    texts[row["draft"]][int(row["start"]) : int(row["end"])],
                    texts[row["other"]][int(row["other_start"]) : int(row["other_end"])],
                )
            )
            kinds.append(case["kind"])
    return pairs, kinds


def measure_story(judge: Judge, data: Path, show: bool) -> None:
    """The two figures that decide."""
    pairs, verdicts = story_pairs(data)
    wrong = both_ways(judge, pairs)
    print(
        f"one story, no clash: {sum(wrong)} of {len(pairs)} contradiction both ways ({sum(wrong) / len(pairs):.3f})",
        Counter(v for v, w in zip(verdicts, wrong, strict=True) if w) or "",
    )
    if show:
        for (left, right), bad in zip(pairs, wrong, strict=True):
            if bad:
                print("  wrong:", left, "||", right)
    for half in ("report", "develop"):
        measure_planted(judge, data, half, show)


def measure_planted(judge: Judge, data: Path, half: str, show: bool) -> None:
    """The share of planted faults found, of one half of the stories."""
    planted, kinds = planted_pairs(data, half)
    found = both_ways(judge, planted)
    hit, of = Counter(k for k, f in zip(kinds, found, strict=True) if f), Counter(kinds)
    print(
        f"planted, aligned, {half} half: {sum(found)} of {len(planted)} ({sum(found) / len(planted):.3f})  "
        + "  ".join(f"{k} {hit[k]}/{of[k]}" for k in sorted(of))
    )
    for (left, right), kind, got in zip(planted, kinds, found, strict=True):
        if show and not got:
            both = [f"{s.contradiction:.2f}" for s in judge.scores([(left, right), (right, left)])]
            print(f"  missed ({kind}):", left, "||", right, both)


def speed(folder: Path, threads: int) -> tuple[float, float, float]:
    """Pairs of 96 tokens a second by the clock and by processor time, and the most memory taken, in MB."""
    word = "report "
    pairs = [(word * 46, word * 46 + f"number {n % 9}") for n in range(200)]
    judge = load(folder, threads)
    judge.scores(pairs[:20])
    began, worked = time.perf_counter(), time.process_time()
    judge.scores(pairs)
    clock, work = time.perf_counter() - began, (time.process_time() - worked) / threads
    return len(pairs) / clock, len(pairs) / work, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure_speed(folder: Path, threads: int) -> None:
    """Speed and memory, each in a process of its own: what was loaded before counts for nothing."""
    with ProcessPoolExecutor(1, get_context("spawn")) as alone:
        clock, work, memory = alone.submit(speed, folder, threads).result()
    print(
        f"96 tokens, {threads} thread(s): {clock:.0f} pairs/s by the clock, {work:.0f} by processor time; "
        f"{memory:.0f} MB at most"
    )


def main() -> None:
    """Print every table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--model", type=Path, default=PRECISE)
    parser.add_argument("--limit", type=int, default=0, help="pairs of each public set; 0 for all")
    parser.add_argument("--show", action="store_true", help="print what was wrong and missed")
    parser.add_argument("--only", choices=("sets", "wice", "story", "speed"))
    args = parser.parse_args()
    judge = load(args.model)
    if args.only in (None, "story"):
        measure_story(judge, args.data, args.show)
    if args.only in (None, "sets"):
        measure_sets(judge, args.data, args.limit)
    if args.only in (None, "wice"):
        measure_wice(judge, args.data, args.limit)
    if args.only in (None, "speed"):
        for threads in (1, 2):
            measure_speed(args.model, threads)


if __name__ == "__main__":
    main()
