"""How good names are: coreference in an article, one id across a story, time against spaCy's own.

    python bench/entities.py --data FOLDER [--only coreference,story,names,speed]

FOLDER holds `clusters/basil_30.jsonl.xz`. Nothing of it is kept here, only places by number: `judged/coreference.csv`
has 204 pronouns and descriptions (drawn by chance from the report half, appositions left out) with the place of a name
of whom each stands for, empty where no name in the article does; `judged/entities.csv` has every name found in ten
stories of that half, numbered by whom it names (the program's own groups, read through and put right by hand);
`judged/names.csv` has the names of persons, bodies and places of ten more stories, five of each half, numbered by whom
they name, from the text alone, before anything of the program's was looked at: a name it does not find counts against
it. Parties and peoples are left out there, and adjectives of countries.
"""

from __future__ import annotations

import argparse
import csv
import json
import lzma
import re
import time
from collections import Counter, defaultdict
from itertools import pairwise
from pathlib import Path

from pipeline.align.identity import unify
from pipeline.extract.entities import find_entities
from pipeline.extract.figures import find_figures
from pipeline.extract.sentences import Passage, find_passages
from pipeline.model import Block, Document, Entity, Extraction, Reference, Span

JUDGED = Path(__file__).parent / "judged"
Article = tuple[Document, tuple[Passage, ...], tuple[Entity, ...], tuple[Reference, ...]]
PRONOUNS = {"he", "him", "his", "himself", "she", "her", "hers", "herself", "it", "its", "itself"}


def document(number: int, article: dict) -> Document:
    """The article as a file of its title, an empty line and its text."""
    title = article["title"]
    text = f"{title}\n\n{article['text']}" if title else article["text"]
    file = f"c{number:02d}_{article['source']}.txt"
    blocks, seen = [], set()
    for line in re.finditer(r"[^\n]+", text):
        if line.group().strip() and line.group() not in seen:
            seen.add(line.group())
            kind = "headline" if title and line.start() == 0 else "body"
            blocks.append(Block(kind, Span(file, line.start(), line.end(), line.group())))
    return Document(f"{file}#1", file, 1, 0, len(text), text, tuple(blocks))


def stories(data: Path, wanted: set[int]) -> dict[int, dict[str, Article]]:
    path = data / "clusters" / "basil_30.jsonl.xz"
    if not path.is_file():
        raise SystemExit(f"{path} is missing: give the folder with the data sets as --data")
    found: dict[int, dict[str, Article]] = {}
    with lzma.open(path, "rt", encoding="utf-8") as file:
        for number, line in enumerate(file):
            if number in wanted:
                found[number] = {a["source"]: read(document(number, a)) for a in json.loads(line)["articles"]}
    return found


def read(article: Document) -> Article:
    passages = find_passages(article)
    return (article, passages, *find_entities(article, passages))


def labels(name: str) -> list[dict[str, str]]:
    with (JUDGED / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def coreference(found: dict[int, dict[str, Article]]) -> None:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for row in labels("coreference.csv"):
        article, _, entities, references = found[int(row["cluster"])][row["source"]]
        start = int(row["start"])
        owner = {m.at.start: e.entity for e in entities for m in e.mentions}
        linked = next((r.entity for r in references if r.at.start == start), None)
        word = re.match(r"\w+", article.text[start:])
        kind = "pronouns" if word and word.group().lower() in PRONOUNS else "descriptions"
        right = owner.get(int(row["antecedent"]), "?") if row["antecedent"] else None
        for each in (kind, "all"):
            counts[each]["linked"] += linked is not None
            counts[each]["named"] += right is not None
            counts[each]["right"] += linked is not None and linked == right
    print(f"\n{'coreference':<16}{'linked':>8}{'right':>8}{'of':>8}{'precision':>11}{'recall':>8}")
    for kind, c in sorted(counts.items()):
        precision, recall = c["right"] / max(1, c["linked"]), c["right"] / max(1, c["named"])
        print(f"{kind:<16}{c['linked']:>8}{c['right']:>8}{c['named']:>8}{precision:>11.2f}{recall:>8.2f}")


def story(found: dict[int, dict[str, Article]]) -> None:
    """B-cubed (Bagga and Baldwin 1998) over the labelled names of each story."""
    rows: dict[int, list[dict[str, str]]] = defaultdict(list)
    for row in labels("entities.csv"):
        rows[int(row["cluster"])].append(row)
    totals = [0.0, 0.0, 0]
    print(f"\n{'one id a story':<16}{'names':>8}{'precision':>11}{'recall':>8}{'F1':>8}")
    for number, names in sorted(rows.items()):
        extractions = tuple(
            Extraction(d.doc, (), e, (), (), (), (), r) for _, (d, _, e, r) in sorted(found[number].items())
        )
        _, entities = unify(extractions)
        owner = {(m.doc, m.at.start): e.entity for e in entities for m in e.mentions}
        ours, gold = [], []
        for n, row in enumerate(names):
            doc = found[number][row["source"]][0].doc
            ours.append(owner.get((doc, int(row["start"])), f"missing {n}"))
            gold.append(row["entity"])
        precision, recall = b_cubed(ours, gold), b_cubed(gold, ours)
        show(f"cluster {number}", len(names), precision, recall)
        totals = [totals[0] + precision * len(names), totals[1] + recall * len(names), totals[2] + len(names)]
    show("all", int(totals[2]), totals[0] / totals[2], totals[1] / totals[2])


def names(found: dict[int, dict[str, Article]]) -> None:
    """B-cubed over the names labelled from the text alone; one that is not found is alone in its group."""
    rows: dict[int, list[dict[str, str]]] = defaultdict(list)
    for row in labels("names.csv"):
        rows[int(row["cluster"])].append(row)
    halves: dict[str, list[tuple[str, str]]] = defaultdict(list)
    print(f"\n{'names from text':<16}{'names':>8}{'precision':>11}{'recall':>8}{'F1':>8}{'found':>8}")
    for number, labelled in sorted(rows.items()):
        extractions = tuple(
            Extraction(d.doc, (), e, (), (), (), (), r) for _, (d, _, e, r) in sorted(found[number].items())
        )
        _, entities = unify(extractions)
        pairs = [(_owner(entities, found[number][r["source"]][0].doc, r, n), r) for n, r in enumerate(labelled)]
        both = [(f"{number} {ours}", f"{number} {r['entity']}") for ours, r in pairs]
        halves["develop" if number % 2 == 0 else "report"] += both
        show_names(f"cluster {number}", both)
    for half, both in sorted(halves.items()):
        show_names(half, both)
    show_names("all", [pair for both in halves.values() for pair in both])


def _owner(entities: tuple[Entity, ...], doc: str, row: dict[str, str], n: int) -> str:
    """Whose the program takes a labelled name to be: of the longest mention that meets it."""
    start, end = int(row["start"]), int(row["end"])
    mentions = ((m.at, e.entity) for e in entities for m in e.mentions if m.doc == doc)
    able = [(at.end - at.start, entity) for at, entity in mentions if at.start < end and start < at.end]
    return max(able)[1] if able else f"missing {n}"


def show_names(name: str, both: list[tuple[str, str]]) -> None:
    ours, gold = [o for o, _ in both], [g for _, g in both]
    precision, recall = b_cubed(ours, gold), b_cubed(gold, ours)
    f1 = 2 * precision * recall / (precision + recall)
    share = sum("missing" not in o for o in ours) / len(ours)
    print(f"{name:<16}{len(both):>8}{precision:>11.3f}{recall:>8.3f}{f1:>8.3f}{share:>8.3f}")


def b_cubed(left: list[str], right: list[str]) -> float:
    both, alone = Counter(zip(left, right, strict=True)), Counter(left)
    return sum(n * n / alone[a] for (a, _), n in both.items()) / len(left)


def show(name: str, size: int, precision: float, recall: float) -> None:
    f1 = 2 * precision * recall / (precision + recall)
    print(f"{name:<16}{size:>8}{precision:>11.3f}{recall:>8.3f}{f1:>8.3f}")


def speed(found: dict[int, dict[str, Article]]) -> None:
    articles = [a[0] for s in found.values() for a in s.values()][:12]
    clock = [time.process_time()]
    passages = [find_passages(a) for a in articles]
    clock.append(time.process_time())
    for article, parts in zip(articles, passages, strict=True):
        find_entities(article, parts)
    clock.append(time.process_time())
    for article, parts in zip(articles, passages, strict=True):
        find_figures(article, parts, ())
    clock.append(time.process_time())
    spacy, names, figures = (b - a for a, b in pairwise(clock))
    print(f"\nspaCy {spacy:.2f} s; names and coreference {names / spacy:.1%}, figures {figures / spacy:.1%} of that")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder of the data sets")
    parser.add_argument("--only", default="coreference,story,names,speed", help="which parts, with commas between")
    options = parser.parse_args()
    wanted = {int(r["cluster"]) for name in ("coreference.csv", "entities.csv", "names.csv") for r in labels(name)}
    found = stories(options.data, wanted)
    for part in options.only.split(","):
        {"coreference": coreference, "story": story, "names": names, "speed": speed}[part](found)


if __name__ == "__main__":
    main()
