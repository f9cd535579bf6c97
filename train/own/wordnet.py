"""WordNet 3's database files, as Debian's package `wordnet-base` lays them: sister terms and synonyms of nouns.

Format: the manual page wndb(5WN). WordNet is Princeton University's, under its own permissive licence.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from pathlib import Path

# Kinds of things of which one excludes the other, by the first lemma of the node.
KINDS = (
    "chromatic_color", "musical_instrument", "beverage", "vehicle", "edible_fruit", "vegetable", "room", "garment",
    "furniture", "sport", "domestic_animal", "bird", "tree", "metallic_element", "tool", "weapon", "building",
    "body_of_water", "meal", "disease", "academic_degree", "military_officer", "fabric", "bread", "meat",
    "skilled_worker", "health_professional", "performer", "athlete", "craft", "natural_object", "relative", "season",
    "time_unit", "linear_unit", "insect", "fish", "footwear", "headdress", "planet", "crime", "ceremony", "contest",
    "movement", "religion", "natural_language", "book", "dish", "communication_medium", "road", "solid_figure",
)  # fmt: skip


@cache
def nouns(folder: Path) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """Sister terms and synonyms by word, single words in lower case only, first senses that texts use."""
    path = folder / "data.noun"
    if not path.exists():
        raise FileNotFoundError(f"no data.noun in {folder}; WordNet 3's files are in Debian's package wordnet-base")
    words: dict[str, tuple[str, ...]] = {}
    below: defaultdict[str, list[str]] = defaultdict(list)
    named: dict[str, str] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("  "):
            continue
        fields = line.split(" | ")[0].split()
        count = int(fields[3], 16)
        words[fields[0]] = tuple(fields[4 + 2 * i] for i in range(count))
        for lemma in words[fields[0]][:1]:
            named.setdefault(lemma.lower(), fields[0])
        for symbol, above, part in re.findall(r"(@i?) (\d{8}) (n)", " ".join(fields[4 + 2 * count :])):
            if part == "n" and symbol == "@":
                below[above].append(fields[0])
    first = _first_senses(folder / "index.noun")
    return _sisters(words, below, named, first), _synonyms(words, first)


def _first_senses(path: Path) -> dict[str, str]:
    first = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.split()
        if line.startswith("  ") or not fields[0].isalpha():
            continue
        pointers = int(fields[3])
        if int(fields[5 + pointers]) > 0:  # senses that the tagged texts hold
            first[fields[0]] = fields[6 + pointers]
    return first


def _plain(word: str) -> bool:
    return word.isalpha() and word.islower() and len(word) > 2


def _sisters(
    words: dict[str, tuple[str, ...]], below: dict[str, list[str]], named: dict[str, str], first: dict[str, str]
) -> dict[str, tuple[str, ...]]:
    made: dict[str, tuple[str, ...]] = {}
    for kind in KINDS:
        node = named.get(kind)
        for level in ([node] if node else []) + (below.get(node, []) if node else []):
            group = [w for n in below.get(level, ()) for w in words[n][:1] if _plain(w) and first.get(w) == n]
            if len(group) > 2:
                for word in group:
                    made.setdefault(word, tuple(w for w in group if w != word))
    return made


def _synonyms(words: dict[str, tuple[str, ...]], first: dict[str, str]) -> dict[str, tuple[str, ...]]:
    made = {}
    for word, node in first.items():
        others = tuple(w for w in words[node] if _plain(w) and w != word and first.get(w) == node)
        if others and _plain(word):
            made[word] = others
    return made
