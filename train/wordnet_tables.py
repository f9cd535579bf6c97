"""Make the word tables of `pipeline/align/data` from the files of WordNet 3.0.

    python train/wordnet_tables.py --wordnet FOLDER --out pipeline/align/data

FOLDER holds `data.*`, `index.verb`, `index.noun` and `cntlist.rev` (Debian's package wordnet-base lays
them in /usr/share/wordnet). Writes

- `frequency.csv`: lemma and how often it was seen in the sense-tagged corpora that WordNet counts;
- `meanings.csv`: verb or noun, and the synsets it can stand for, numbered: those of its commonest senses and, for a
  noun that names an act, those of its verb; words that share one can mean the same;
- `denials.csv`: word and the word that denies it by a prefix or ending ("armed", "unarmed"): antonyms;
- `persons.csv`: nouns that stand for people in their commonest sense.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non", "non-", "a")
SENSES = 3
NOUN_SENSES = 2
SEEN = 3
PERSON = "18"
"""The lexicographer's file of nouns for people."""


def synsets(path: Path) -> dict[str, tuple[list[str], list[tuple[str, str, str]]]]:
    """Offset -> words, and pointers as (symbol, offset, part of speech)."""
    found = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith(" "):
            continue
        fields = line.split("|")[0].split()
        count = int(fields[3], 16)
        words = [fields[4 + 2 * i].lower() for i in range(count)]
        at = 4 + 2 * count
        pointers = [tuple(fields[at + 1 + 4 * i : at + 4 + 4 * i]) for i in range(int(fields[at]))]
        found[fields[0]] = (words, pointers)
    return found


def senses(path: Path) -> dict[str, list[str]]:
    """Lemma -> synset offsets, commonest first."""
    found = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith(" "):
            continue
        fields = line.split()
        found[fields[0]] = fields[-int(fields[2]) :]
    return found


def frequencies(path: Path) -> Counter[str]:
    """Lemma -> how often it was tagged, in any sense."""
    seen: Counter[str] = Counter()
    for line in path.read_text(encoding="utf-8").splitlines():
        sense, _, count = line.split()
        seen[sense.split("%")[0]] += int(count)
    return seen


def meanings(folder: Path, seen: Counter[str]) -> dict[str, set[str]]:
    """Lemma -> its commonest senses as synsets, and for a noun that names an act those of its verb."""
    verbs, nouns = senses(folder / "index.verb"), senses(folder / "index.noun")
    noun_sets = synsets(folder / "data.noun")
    found: dict[str, set[str]] = defaultdict(set)
    for lemma, offsets in verbs.items():
        if seen[lemma] and "_" not in lemma:
            found[lemma].update("v" + offset for offset in offsets[:SENSES])
    for lemma, offsets in nouns.items():
        if not seen[lemma] or "_" in lemma:
            continue
        found[lemma].update("n" + offset for offset in offsets[:NOUN_SENSES])
        if lemma not in verbs:
            derived = (p for offset in offsets[:NOUN_SENSES] for p in noun_sets[offset][1])
            found[lemma].update("v" + to for symbol, to, pos in derived if symbol == "+" and pos == "v")
    return found


def persons(folder: Path) -> list[str]:
    """Nouns whose commonest sense WordNet files under people; names of single ones are left out."""
    able = set()
    for line in (folder / "data.noun").read_text(encoding="utf-8").splitlines():
        fields = line.split("|")[0].split()
        if not line.startswith(" ") and fields[1] == PERSON and "@i" not in fields:
            able.add(fields[0])
    commonest = {lemma: offsets[0] for lemma, offsets in senses(folder / "index.noun").items()}
    return sorted(lemma for lemma, offset in commonest.items() if offset in able and lemma.isalpha())


def shared(table: dict[str, set[str]]) -> dict[str, list[int]]:
    """The table without synsets that only one lemma has, the others numbered in order."""
    holders = Counter(s for ids in table.values() for s in ids)
    number = {s: i for i, s in enumerate(sorted(s for s, n in holders.items() if n > 1))}
    kept = {lemma: sorted(number[s] for s in ids if s in number) for lemma, ids in table.items()}
    return {lemma: ids for lemma, ids in sorted(kept.items()) if ids}


def denials(folder: Path) -> set[tuple[str, str]]:
    """Pairs of antonyms of which the second is the first with a prefix, or ends in -less where that ends in -ful."""
    found = set()
    for kind in ("adj", "adv", "noun", "verb"):
        for word, other in antonyms(folder / f"data.{kind}"):
            prefixed = any(other == prefix + word for prefix in PREFIXES)
            if "_" not in word and (prefixed or (word.endswith("ful") and other == f"{word[:-3]}less")):
                found.add((word, other))
    return found


def antonyms(path: Path) -> Iterator[tuple[str, str]]:
    """Every two words that a file of synsets calls antonyms, both ways round."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith(" ")]
    words, pointers = {}, []
    for line in lines:
        fields = line.split("|")[0].split()
        count = int(fields[3], 16)
        words[fields[0]] = [fields[4 + 2 * i].lower().partition("(")[0] for i in range(count)]
        at = 4 + 2 * count
        pointers += [(fields[0], *fields[at + 1 + 4 * i : at + 5 + 4 * i]) for i in range(int(fields[at]))]
    for here, symbol, there, _, which in pointers:
        if symbol == "!":
            yield words[here][int(which[:2], 16) - 1], words[there][int(which[2:], 16) - 1]


def write(path: Path, header: tuple[str, ...], rows: list[tuple[object, ...]]) -> None:
    """A table as CSV, the same bytes on every machine."""
    with path.open("w", newline="", encoding="utf-8") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(header)
        table.writerows(rows)


def main() -> None:
    """Make the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--wordnet", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    seen = frequencies(given.wordnet / "cntlist.rev")
    rows = sorted((lemma, n) for lemma, n in seen.items() if n >= SEEN and "_" not in lemma)
    write(given.out / "frequency.csv", ("lemma", "count"), rows)
    table = shared(meanings(given.wordnet, seen))
    write(given.out / "denials.csv", ("word", "denied"), sorted(denials(given.wordnet)))
    write(given.out / "meanings.csv", ("lemma", "synsets"), [(k, " ".join(map(str, v))) for k, v in table.items()])
    write(given.out / "persons.csv", ("lemma",), [(lemma,) for lemma in persons(given.wordnet)])


if __name__ == "__main__":
    main()
