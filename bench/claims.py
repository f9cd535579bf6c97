"""How good the statements are: judged by eye, opinion against fact, what is worth checking, and how long it takes.

    python bench/claims.py --data FOLDER [--list HALF] [--only statements,opinion,worth,speed]

FOLDER holds `clusters/basil_30.jsonl.xz`, `claims/subjectivity_dev.jsonl.xz`, `claims/claimbuster_train.jsonl.xz`.
Nothing of them is kept here: `judged/claims.csv` and `judged/claims_fresh.csv` have verdicts by number and digest only.

Statements: 150 sentences of the clusters' develop half, every n-th, and 80 of the report half, which the rules were not
made on. `--list HALF` prints them with what is made of them, for judging.

Each verdict is a string of letters, one for each fault, empty where all is right: c not complete, a not to be
read alone, t not true to the text, p wrong polarity, s wrong speaker, k wrong certainty. A verdict counts while the
statement is the one that was judged. The baseline makes of each sentence one statement, of the outlet.
"""

from __future__ import annotations

import argparse
import csv
import json
import lzma
import time
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from pipeline import nlp
from pipeline.extract.claims import find_claims
from pipeline.extract.claims.opinion import score
from pipeline.extract.claims.tree import Tree, grow
from pipeline.extract.claims.worth import worth
from pipeline.extract.dates import find_dates
from pipeline.extract.entities import find_entities
from pipeline.extract.figures import find_figures
from pipeline.extract.quotes import find_quotes
from pipeline.extract.sentences import Passage, find_passages
from pipeline.model import Block, Claim, Document, Published, Span

JUDGED = Path(__file__).parent / "judged"
HALVES = {"develop": (JUDGED / "claims.csv", 150), "report": (JUDGED / "claims_fresh.csv", 80)}
"""By half of the clusters: the verdicts, and how many sentences were judged."""
FAULTS = {
    "c": "complete",
    "a": "readable alone",
    "t": "true to the text",
    "p": "polarity",
    "s": "speaker",
    "k": "certainty",
}


def rows(path: Path) -> list[dict]:
    if not path.is_file():
        raise SystemExit(f"{path} is missing: give the folder with the data sets as --data")
    with lzma.open(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


# ---------------------------------------------------------------- statements


def articles(data: Path, half: str = "develop") -> Iterator[Document]:
    for n, cluster in enumerate(rows(data / "clusters" / "basil_30.jsonl.xz")):
        if cluster["half"] == half:
            for article in cluster["articles"]:
                yield laid_out(f"{n:02d}-{article['source']}", article)


def laid_out(name: str, article: dict) -> Document:
    """A headline block, then one body block a paragraph."""
    text = article["title"] + "\n\n" + article["text"]
    blocks, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            at = start + len(line) - len(line.lstrip())
            words = line.strip()
            blocks.append(Block("body" if blocks else "headline", Span(name, at, at + len(words), words)))
        start += len(line) + 1
    day = article.get("date") or None
    published = Published(day, day, day, "manifest") if day else Published()
    return Document(f"{name}#1", name, 1, 0, len(text), text, tuple(blocks), published=published)


def read(document: Document, passages: tuple[Passage, ...]) -> tuple[Claim, ...]:
    dates = find_dates(document, passages)
    entities, references = find_entities(document, passages)
    quotes = find_quotes(document, passages, entities, references, dates)
    figures = find_figures(document, passages, dates)
    return find_claims(document, passages, entities, references, dates, quotes, figures)


def chosen(data: Path, half: str = "develop") -> list[tuple[Span, list[Claim]]]:
    """The sentences to judge, each with the claims made of it."""
    sentences = HALVES[half][1]
    found: list[tuple[Span, list[Claim]]] = []
    for document in articles(data, half):
        passages = find_passages(document)
        by_sentence: dict[Span, list[Claim]] = {}
        for claim in read(document, passages):
            by_sentence.setdefault(claim.sentence, []).append(claim)
        for passage in passages:
            for tokens in passage.parse.sents:
                if len(tokens.text.split()) >= 6:
                    at = passage.of(tokens)
                    found.append((at, by_sentence.get(at, [])))
    step = len(found) / sentences
    return [found[int(i * step)] for i in range(sentences)]


def digest(sentence: Span, claim: Claim | None) -> str:
    speaker = claim.speaker.name if claim and claim.speaker else ""
    words = (sentence.text, claim.reads, claim.polarity, claim.certainty, speaker) if claim else (sentence.text,)
    return sha256("\x1f".join(words).encode()).hexdigest()[:10]


def listed(data: Path, half: str) -> None:
    for n, (sentence, claims) in enumerate(chosen(data, half)):
        print(f"\n{n} # {sentence.text}")
        print(f"    {digest(sentence, None)} (the sentence as it stands)")
        for c in claims:
            who = f" BY {c.speaker.name}" if c.speaker else ""
            apart = "" if c.checkable else f" NOT CHECKABLE {c.unchecked_because}"
            print(f"    {digest(sentence, c)} {c.reads} | {c.polarity} {c.certainty}{who}{apart}")


def statements(data: Path) -> None:
    for half in HALVES:
        print(f"\nthe half to {half}")
        of_half(data, half)


def of_half(data: Path, half: str) -> None:
    path, sentences = HALVES[half]
    with path.open(encoding="utf-8", newline="") as file:
        verdicts = {(int(r["sentence"]), r["digest"]): r["faults"] for r in csv.DictReader(file)}
    judged: dict[str, list[str]] = {"statements": [], "baseline": []}
    unjudged = none = 0
    for n, (sentence, claims) in enumerate(chosen(data, half)):
        none += not claims
        for name, made in (("baseline", [None]), ("statements", claims)):
            for claim in made:
                verdict = verdicts.get((n, digest(sentence, claim)))
                if verdict is None:
                    unjudged += 1
                else:
                    judged[name].append(verdict)
    print(f"{sentences} sentences, {none} of which state nothing; {unjudged} statements not judged as they now are")
    print(f"{'':12s}{'judged':>8s}" + "".join(f"{what:>18s}" for what in FAULTS.values()) + f"{'all right':>12s}")
    for name, given in judged.items():
        if given:
            shares = "".join(f"{sum(f not in g for g in given) / len(given):18.2f}" for f in FAULTS)
            print(f"{name:12s}{len(given):8d}{shares}{sum(not g for g in given) / len(given):12.2f}")


# ---------------------------------------------------------------- opinion and worth


def trees(texts: list[str]) -> Iterator[list[Tree]]:
    for doc in nlp.parse(texts):
        grown = [grow(s, doc.text) for s in doc.sents if s.text.strip()]
        yield [t for t in grown if len(t)]


def opinion(data: Path) -> None:
    found = rows(data / "claims" / "subjectivity_dev.jsonl.xz")
    gold = [r["label"] == "SUBJ" for r in found]
    said = [max(score(t, range(len(t))) for t in ts) > 0 for ts in trees([r["text"] for r in found])]
    shares = [f1([g == c for g in gold], [s == c for s in said]) for c in (True, False)]
    print(f"opinion against fact, {len(found)} sentences: macro F1 {sum(shares) / 2:.3f}", end="")
    print(f" (opinion {shares[0]:.3f}, fact {shares[1]:.3f}); published mid-field 0.66, best about 0.8")


def f1(gold: list[bool], said: list[bool]) -> float:
    hits = sum(g and s for g, s in zip(gold, said, strict=True))
    return 2 * hits / max(1, sum(gold) + sum(said))


def worthiness(data: Path) -> None:
    """Rows of odd number only: the file is sorted by label, so that its halves are no samples."""
    found = rows(data / "claims" / "claimbuster_train.jsonl.xz")[1::2]
    scores = [max(worth(t, range(len(t))) for t in ts) for ts in trees([r["text"] for r in found])]
    order = sorted(range(len(found)), key=lambda i: -scores[i])
    hits, total = 0, 0.0
    for rank, i in enumerate(order, 1):
        if found[i]["label"] == 1:
            hits += 1
            total += hits / rank
    share = hits / len(found)
    print(f"worth checking, {len(found)} sentences: average precision {total / hits:.3f} (by chance {share:.3f})")


# ---------------------------------------------------------------- time


def speed(data: Path) -> None:
    documents = list(articles(data))[:15]
    nlp.load()
    start = time.process_time()
    passages = [find_passages(d) for d in documents]
    parsed = time.process_time() - start
    made = [(d, ps, find_dates(d, ps), *find_entities(d, ps)) for d, ps in zip(documents, passages, strict=True)]
    given = [(d, ps, e, r, t, find_quotes(d, ps, e, r, t), find_figures(d, ps, t)) for d, ps, t, e, r in made]
    start = time.process_time()
    count = sum(len(find_claims(*arguments)) for arguments in given)
    taken = time.process_time() - start
    print(f"{count} claims of {len(documents)} articles: {taken:.2f} s beside {parsed:.2f} s of parsing", end="")
    print(f", a share of {taken / parsed:.3f}")


PARTS = {"statements": statements, "opinion": opinion, "worth": worthiness, "speed": speed}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with the data sets")
    parser.add_argument("--list", choices=tuple(HALVES), help="print the sentences and what is made of them")
    parser.add_argument("--only", default=",".join(PARTS), help="parts to run, with commas between")
    given = parser.parse_args()
    if given.list:
        listed(given.data, given.list)
        return
    for name in given.only.split(","):
        PARTS[name](given.data)


if __name__ == "__main__":
    main()
