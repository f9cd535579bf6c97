"""Make the scores of an exported model probabilities and fix its working threshold; both are written to judge.json.

    python -m train.calibrate FOLDER --data FOLDER [--wordnet FOLDER] [--allowed SHARE]

The temperature is the one that makes held-out pairs (two in a hundred premises of the training sources, and our own
pairs made from them) likeliest (Guo et al. 2017). The threshold is the lowest one at which no more than the share
`--allowed` of pairs of sentences from two articles on one story, of the develop half of `clusters`, is called a
contradiction both ways: such pairs hardly ever clash.
"""

from __future__ import annotations

import argparse
import json
import lzma
import math
import random
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from train import batches, own, sources

Logits = Sequence[Sequence[float]]
_END = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[\"“‘'(]?[A-Z0-9])|\n+")
_ABBREVIATED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Rep|Reps|Sen|Sens|Gov|Gen|Lt|Col|Sgt|Capt|Rev|Prof|No|St|Jr|Sr|vs|[A-Z](?:\.[A-Z])*)\.$"
)
_WORD = re.compile(r"[A-Za-z]{4,}|\d[\d,.]*")
ALLOWED = 0.02
LOWEST = 0.34


def ask(folder: Path, pairs: Sequence[tuple[str, str]]) -> Logits:
    """Logits of each pair, one at a time as in use."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"])
    taken = {i.name for i in session.get_inputs()}
    tokenizer = batches.tokenizer(folder)
    made = []
    for premise, hypothesis in pairs:
        got = tokenizer.encode(premise, hypothesis)
        fed = {"input_ids": got.ids, "attention_mask": got.attention_mask, "token_type_ids": got.type_ids}
        asked = {k: np.array([v], dtype=np.int64) for k, v in fed.items() if k in taken}
        made.append(session.run(None, asked)[0][0].tolist())
    return made


def likelihood(logits: Logits, labels: Sequence[int], temperature: float) -> float:
    """Mean negative log likelihood of the labels."""
    total = 0.0
    for row, label in zip(logits, labels, strict=True):
        scaled = [x / temperature for x in row]
        total += math.log(sum(math.exp(x - max(scaled)) for x in scaled)) + max(scaled) - scaled[label]
    return total / len(labels)


def temperature(logits: Logits, labels: Sequence[int]) -> float:
    """The temperature from 0.5 to 4 with the highest likelihood."""
    return min((t / 50 for t in range(25, 200)), key=lambda t: likelihood(logits, labels, t))


def held_pairs(data: Path, wordnet: Path | None, seed: int, most: int = 1500) -> list[sources.Pair]:
    """Held-out pairs: half of the sources that a recipe may name, half of our own making."""
    held = [p for p in sources.read(data) if p.source not in sources.LEFT_OUT and sources.held_out(p)]
    ours = own.make(held, seed, wordnet)
    rng = random.Random(seed)
    rng.shuffle(held)
    rng.shuffle(ours)
    return [p for p in held if not p.source.startswith(("summedits", "semi_auto", "inli", "conjnli"))][
        : most // 2
    ] + ours[: most // 2]


def story_pairs(data: Path, half: str, seed: int, most: int = 600) -> list[tuple[str, str]]:
    """Sentences of two articles on one story: each with those nearest to it by rare words, and with one farther off."""
    with lzma.open(data / "clusters" / "basil_30.jsonl.xz", "rt", encoding="utf-8") as lines:
        clusters = [c for c in map(json.loads, lines) if c["half"] == half]
    found = []
    for cluster in clusters:
        told = [(i, s) for i, a in enumerate(cluster["articles"]) for s in _sentences(a["text"])]
        bags = [{w.lower() for w in _WORD.findall(s)} for _, s in told]
        often = Counter(w for bag in bags for w in bag)
        for at, (article, text) in enumerate(told):
            likely = sorted(
                (-sum(1 / often[w] for w in sorted(bags[at] & bags[o])), o)
                for o, (a, _) in enumerate(told)
                if a > article and bags[at] & bags[o]
            )
            found += [(text, told[o][1]) for _, o in likely[:2] + likely[len(likely) // 2 : len(likely) // 2 + 1]]
    found = list(dict.fromkeys(found))
    random.Random(seed).shuffle(found)
    return found[:most]


def _sentences(text: str) -> list[str]:
    """The sentences of an article that are neither very short nor very long; no part of one is taken for a whole."""
    found, held = [], ""
    for part in _END.split(text):
        held = f"{held} {part}".strip()
        if not _ABBREVIATED.search(held):
            found.append(held)
            held = ""
    return [s for s in found if 6 <= len(s.split()) <= 45]


def threshold(logits: Logits, heat: float, allowed: float = ALLOWED) -> float:
    """The lowest threshold that `allowed` of the pairs pass twice; logits of each pair one way, then the other."""
    both = []
    for there, back in zip(logits[::2], logits[1::2], strict=True):
        both.append(min(_softmax(there, heat)[2], _softmax(back, heat)[2]))
    passing = sorted(both, reverse=True)[: int(allowed * len(both)) + 1]
    return max(LOWEST, math.ceil(passing[-1] * 1000 + 1e-9) / 1000)


def _softmax(row: Sequence[float], heat: float) -> list[float]:
    weights = [math.exp((x - max(row)) / heat) for x in row]
    return [w / sum(weights) for w in weights]


def main() -> None:
    """Calibrate one folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--wordnet", type=Path)
    parser.add_argument("--seed", type=int, default=20261121)
    parser.add_argument("--allowed", type=float, default=ALLOWED, help="share of the story pairs that may pass")
    args = parser.parse_args()
    pairs = held_pairs(args.data, args.wordnet, args.seed)
    logits = ask(args.folder, [(p.premise, p.hypothesis) for p in pairs])
    heat = temperature(logits, [p.label for p in pairs])
    right = sum(max(range(3), key=row.__getitem__) == p.label for row, p in zip(logits, pairs, strict=True))
    print(f"held out: {right / len(pairs):.3f} right of {len(pairs)}, temperature {heat:.2f}")
    story = story_pairs(args.data, "develop", args.seed)
    limit = threshold(
        ask(args.folder, [p for left, right in story for p in ((left, right), (right, left))]), heat, args.allowed
    )
    print(f"threshold {limit:.3f} from {len(story)} pairs of the develop half")
    path = args.folder / "judge.json"
    table = json.loads(path.read_text(encoding="utf-8")) | {"temperature": round(heat, 3), "threshold": limit}
    path.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
