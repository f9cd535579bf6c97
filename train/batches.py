"""From pairs to batches: draws by source, token ids, and batches of like length in an order fixed by the seed."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor

from train.net import base_folder
from train.sources import Pair


@dataclass(frozen=True, slots=True)
class Item:
    """One encoded pair: token ids, where the second sentence begins, label."""

    ids: tuple[int, ...]
    second: int
    label: int
    source: str


def tokenizer(folder: Path | None = None) -> Tokenizer:
    """The base's own tokenizer, without truncation or padding."""
    made = Tokenizer.from_file(str((folder or base_folder()) / "tokenizer.json"))
    made.no_truncation()
    made.no_padding()
    return made


def draw(pairs: Iterable[Pair], counts: Mapping[str, int], seed: str) -> list[Pair]:
    """`counts[source]` pairs of each source named, in a fixed order; one too small is gone through again."""
    by_source: defaultdict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        if pair.source in counts:
            by_source[pair.source].append(pair)
    drawn: list[Pair] = []
    for source in sorted(counts):
        found = by_source[source]
        if not found:
            raise ValueError(f"the recipe asks for source '{source}', which holds no pair here")
        rng = random.Random(f"{seed}/{source}")
        left = counts[source]
        while left > 0:
            rng.shuffle(found)
            drawn += found[:left]
            left -= len(found)
    return drawn


def encode(pairs: Sequence[Pair], longest: int, folder: Path | None = None) -> list[Item]:
    """Token ids of each pair; those longer than `longest` are left out, since a cut pair may have another label."""
    made = tokenizer(folder)
    items = []
    for at in range(0, len(pairs), 4096):
        part = pairs[at : at + 4096]
        for pair, got in zip(part, made.encode_batch([(p.premise, p.hypothesis) for p in part]), strict=True):
            if len(got.ids) <= longest and 1 in got.sequence_ids:
                items.append(Item(tuple(got.ids), got.sequence_ids.index(1), pair.label, pair.source))
    return items


def bucket(items: Sequence[Item], size: int, seed: int) -> list[list[Item]]:
    """Batches of `size` pairs of like length, shuffled twice: the pairs before, the batches after."""
    rng = random.Random(seed)
    order = list(items)
    rng.shuffle(order)
    batches = []
    for at in range(0, len(order), size * 50):
        near = sorted(order[at : at + size * 50], key=lambda item: len(item.ids))
        part = [near[i : i + size] for i in range(0, len(near), size)]
        rng.shuffle(part)
        batches += part
    return batches


def stack(items: Sequence[Item]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Ids, attention mask, token types (all pairs x tokens) and labels."""
    longest = max(len(item.ids) for item in items)
    ids = torch.zeros(len(items), longest, dtype=torch.long)
    mask, types = torch.zeros_like(ids), torch.zeros_like(ids)
    for row, item in enumerate(items):
        length = len(item.ids)
        ids[row, :length] = torch.tensor(item.ids)
        mask[row, :length] = 1
        types[row, item.second : length] = 1
    return ids, mask, types, torch.tensor([item.label for item in items])
