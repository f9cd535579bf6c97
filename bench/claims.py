"""How good the statements are: judged by eye, opinion against fact, what is worth checking, and how long it takes.

    python bench/claims.py --data FOLDER [--list SET] [--only statements,opinion,worth,speed]

FOLDER holds `clusters/basil_30.jsonl.xz`, `claims/subjectivity_dev.jsonl.xz`, `claims/claimbuster_train.jsonl.xz`.
Nothing of them is kept here: `judged/claims*.csv` have verdicts by place and digest only. `article` is the number of
the cluster and the outlet, `place` a character of the sentence in its text (title, empty line, body).

Statements: three sets of sentences. `developed`: 150 of the develop half, every n-th, and those drawn there later, on
which the rules were made; `seen`: 80 of the report half, read in an earlier round; `fresh`: 80 more of that half, drawn
by chance and read once, at the end. `--list SET` prints them with what is made of them, for judging.

Each verdict is a string of letters, one for each fault, empty where all is right: c not complete, a not to be
read alone, t not true to the text, p wrong polarity, s wrong speaker, k wrong certainty. A verdict counts while the
statement is the one that was judged. In the last column a statement also counts that cannot be read alone and says so
itself (`unchecked_because`). The baseline makes of each sentence one statement, of the outlet.
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
SETS = {
    "developed": ("develop", JUDGED / "claims.csv"),
    "seen": ("report", JUDGED / "claims_seen.csv"),
    "fresh": ("report", JUDGED / "claims_fresh.csv"),
}
"""By name: the half of the clusters that the sentences are of, and the verdicts."""
OPEN = ('what "', "it speaks to")
"""How the reason begins where a statement says itself that it cannot be read alone."""
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


def verdicts(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def chosen(data: Path, name: str) -> dict[tuple[str, int], tuple[Span, list[Claim]]]:
    """The judged sentences by article and place, each with the claims made of it."""
    half, path = SETS[name]
    places: dict[str, list[int]] = {}
    for row in verdicts(path):
        places.setdefault(row["article"], []).append(int(row["place"]))
    found: dict[tuple[str, int], tuple[Span, list[Claim]]] = {}
    for document in articles(data, half):
        if document.file in places:
            passages = find_passages(document)
            claims = read(document, passages)
            for at in (passage.of(s) for passage in passages for s in passage.sentences):
                for place in sorted({p for p in places[document.file] if at.start <= p < at.end}):
                    found[document.file, place] = at, [c for c in claims if c.sentence == at]
    return found


def digest(sentence: Span, claim: Claim | None) -> str:
    speaker = claim.speaker.name if claim and claim.speaker else ""
    words = (claim.reads, claim.polarity, claim.certainty, speaker) if claim else (sentence.text,)
    return sha256("\x1f".join(words).encode()).hexdigest()[:10]


def listed(data: Path, name: str) -> None:
    for (article, place), (sentence, claims) in chosen(data, name).items():
        print(f"\n{article} {place} # {sentence.text}")
        print(f"    {digest(sentence, None)} (the sentence as it stands)")
        for c in claims:
            who = f" BY {c.speaker.name}" if c.speaker else ""
            apart = "" if c.checkable else f" NOT CHECKABLE {c.unchecked_because}"
            print(f"    {digest(sentence, c)} {c.reads} | {c.polarity} {c.certainty}{who}{apart}")


def statements(data: Path) -> None:
    for name, (half, _) in SETS.items():
        print(f"\n{name}: of the half to {half}")
        of_set(data, name)


def of_set(data: Path, name: str) -> None:
    given = {(r["article"], int(r["place"]), r["digest"]): r["faults"] for r in verdicts(SETS[name][1])}
    judged: dict[str, list[tuple[str, bool]]] = {"statements": [], "baseline": []}
    sentences = chosen(data, name)
    unjudged = none = 0
    for (article, place), (sentence, claims) in sentences.items():
        none += not claims
        for kind, made in (("baseline", [None]), ("statements", claims)):
            for claim in made:
                verdict = given.get((article, place, digest(sentence, claim)))
                if verdict is None:
                    unjudged += 1
                else:
                    judged[kind].append((verdict, claim is not None and claim.unchecked_because.startswith(OPEN)))
    print(
        f"{len(sentences)} sentences, {none} of which state nothing; {unjudged} statements not judged as they now are"
    )
    heads = "".join(f"{what:>18s}" for what in FAULTS.values())
    print(f"{'':12s}{'judged':>8s}{heads}{'all right':>12s}{'or said to be open':>20s}")
    for kind, found in judged.items():
        if found:
            shares = "".join(f"{sum(f not in g for g, _ in found) / len(found):18.2f}" for f in FAULTS)
            right = sum(not g for g, _ in found) / len(found)
            owned = sum(not g or (g == "a" and said) for g, said in found) / len(found)
            print(f"{kind:12s}{len(found):8d}{shares}{right:12.2f}{owned:20.2f}")


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
    parser.add_argument("--list", choices=tuple(SETS), help="print the sentences and what is made of them")
    parser.add_argument("--only", default=",".join(PARTS), help="parts to run, with commas between")
    given = parser.parse_args()
    if given.list:
        listed(given.data, given.list)
        return
    for name in given.only.split(","):
        PARTS[name](given.data)


if __name__ == "__main__":
    main()
