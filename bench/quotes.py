"""Quotations and speakers against PolNeAR's attributions; altered quotations against our own verdicts.

    python bench/quotes.py --data FOLDER [--set polnear_dev|polnear_train300] [--peers] [--unattributed N]

FOLDER holds quotes/polnear_dev.jsonl.xz and quotes/variants_basil.jsonl.xz. Content F1 by form: one to one, matched
where the characters of both, the pieces of one quotation taken together, overlap by 0.8 of their union. Speaker:
among matched direct and mixed ones that have a source, ours overlaps it, and ours has the same head word. The time is
that of finding quotations as a share of parsing; last, the seconds in which made-up quotations are compared.
`--unattributed N` prints N quotations of ours without a speaker,
place only, for reading by eye. Nothing of FOLDER is kept.
"""

from __future__ import annotations

import argparse
import csv
import importlib.util
import json
import lzma
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from pipeline.align.variants import find_variants, same_utterance
from pipeline.align.wording import compare, words_of
from pipeline.extract.entities import find_entities
from pipeline.extract.quotes import find_quotes
from pipeline.extract.sentences import find_passages
from pipeline.model import Block, Document, Extraction, Quote, Span, Speaker

FORMS = ("direct", "mixed", "indirect")
OVERLAP = 0.8
Found = list[dict]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="the folder with quotes/*.jsonl.xz")
    parser.add_argument("--set", default="polnear_dev", help="polnear_dev to report, polnear_train300 to develop")
    parser.add_argument("--peers", action="store_true", help="textacy beside ours, where it is installed")
    parser.add_argument("--unattributed", type=int, default=0, help="print so many of ours without a speaker")
    given = parser.parse_args()
    articles = list(rows(given.data / "quotes" / f"{given.set}.jsonl.xz"))
    answers, seconds = ours(articles)
    share = 100 * seconds[1] / seconds[0]
    print(f"{given.set}: {len(articles)} articles; finding quotations takes {share:.1f} % of parsing")
    show("crosscheck", articles, answers)
    plain = [i for i, a in enumerate(articles) if "''" not in a["text"]]
    show("  without '' as marks", [articles[i] for i in plain], [answers[i] for i in plain])
    if given.peers:
        peers(articles)
    altered(given.data / "quotes" / "variants_basil.jsonl.xz")
    for count in (5_000, 10_000):
        print(f"{'comparing':22s} {count:,} quotations, a third of them versions of another: {comparing(count):.1f} s")
    for article, quote in without_speaker(articles, answers)[: given.unattributed]:
        print(article["doc_id"], quote["spans"], quote["form"])


def rows(path: Path) -> Iterator[dict]:
    if not path.exists():
        sys.exit(f"{path}: not there; give the data folder with --data")
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def document(text: str) -> Document:
    lines = re.finditer(r"[^\n]*\S[^\n]*", text)
    blocks = tuple(Block("body", Span("a", m.start(), m.end(), m.group())) for m in lines)
    return Document("a#1", "a", 1, 0, len(text), text, blocks)


def ours(articles: Iterable[dict]) -> tuple[list[Found], tuple[float, float]]:
    """Our quotations by article, and the seconds of parsing and of finding quotations."""
    answers, parsing, finding = [], 0.0, 0.0
    for article in articles:
        read = document(article["text"])
        start = time.perf_counter()
        passages = find_passages(read)
        parsed = time.perf_counter()
        entities, references = find_entities(read, passages)
        named = time.perf_counter()
        quotes = find_quotes(read, passages, entities, references, ())
        finding += time.perf_counter() - named
        parsing += parsed - start
        answers.append([plain(q) for q in quotes if q.use == "speech"])
    return answers, (parsing, finding)


def plain(quote: Quote) -> dict:
    speaker, cue = quote.speaker, quote.cue
    return {
        "spans": [(p.start, p.end) for p in quote.parts],
        "form": quote.form,
        "speaker": (speaker.at.start, speaker.at.end) if speaker else None,
        "said": speaker.at.text if speaker else "",
        "cue": (cue.start, cue.end) if cue else None,
    }


def characters(spans: Iterable[tuple[int, int]]) -> set[int]:
    return set().union(*(range(a, b) for a, b in spans))


def gold_spans(part: list[dict] | None) -> list[tuple[int, int]]:
    return [tuple(s) for piece in part or [] for s in piece["spans"]]


def meets(span: tuple[int, int] | None, spans: list[tuple[int, int]]) -> bool:
    return span is not None and any(span[0] < b and a < span[1] for a, b in spans)


def head(text: str) -> str:
    """The head word of a source by rule: the last word before its first comma, preposition or relative."""
    words = re.split(r",|\b(?:of|for|at|in|from|with|who|which|that|on|to)\b", text.strip())[0].split()
    return words[-1].lower().strip(".") if words else ""


def score(articles: list[dict], answers: list[Found]) -> dict[str, Counter]:
    """Hits, gold and system by form; speakers and cues among the hits."""
    count: dict[str, Counter] = {k: Counter() for k in ("hits", "gold", "system", "other")}
    for article, found in zip(articles, answers, strict=True):
        held = [(q, characters(q["spans"])) for q in found]
        count["system"].update(q["form"] for q in found)
        used: set[int] = set()
        for gold in article["annotations"][0]["attributions"]:
            form, content = gold["quote_type"], characters(gold_spans(gold.get("content")))
            count["gold"][form] += 1
            best, place = max(
                (
                    (len(content & c) / len(content | c), j)
                    for j, (q, c) in enumerate(held)
                    if j not in used and content & c and q["form"] == form
                ),
                default=(0.0, -1),
            )
            if best >= OVERLAP:
                used.add(place)
                count["hits"][form] += 1
                tally(count["other"], gold, held[place][0], form)
    return count


def tally(count: Counter, gold: dict, quote: dict, form: str) -> None:
    source, cue = gold_spans(gold.get("source")), gold_spans(gold.get("cue"))
    if source and form != "indirect":
        count["speakers"] += 1
        count["speaker"] += meets(quote["speaker"], source)
        count["head"] += head(quote["said"]) == head(gold["source"][0]["text"])
    count["cue gold"] += bool(cue)
    count["cue system"] += quote["cue"] is not None
    count["cue"] += meets(quote["cue"], cue)


def show(name: str, articles: list[dict], answers: list[Found]) -> None:
    count = score(articles, answers)
    cells = []
    for form in FORMS:
        hits, gold, system = (count[k][form] for k in ("hits", "gold", "system"))
        cells.append(f"{form} {2 * hits / max(1, gold + system):.3f} ({hits} of {gold}, {system} ours)")
    other = count["other"]
    of = max(1, other["speakers"])
    cue = 2 * other["cue"] / max(1, other["cue gold"] + other["cue system"])
    print(f"{name:22s} F1 " + ", ".join(cells))
    print(f"{'':22s} speaker {other['speaker'] / of:.3f}, head {other['head'] / of:.3f} of {of}; cue F1 {cue:.3f}")


def without_speaker(articles: list[dict], answers: list[Found]) -> list[tuple[dict, dict]]:
    pairs = zip(articles, answers, strict=True)
    return [(a, q) for a, found in pairs for q in found if q["form"] != "indirect" and q["speaker"] is None]


def peers(articles: list[dict]) -> None:
    """textacy's direct quotations beside ours; it gives up on an article with an odd number of marks."""
    if importlib.util.find_spec("textacy") is None:
        print("textacy                not installed: pip install textacy")
        return
    from textacy.extract import direct_quotations

    show("textacy", articles, [textacy_quotes(a["text"], direct_quotations) for a in articles])


def textacy_quotes(text: str, direct_quotations: Callable) -> Found:
    from pipeline import nlp

    (parse,) = nlp.parse([text])
    try:
        triples = list(direct_quotations(parse))
    except (ValueError, IndexError):
        return []
    found: Found = []
    for triple in triples:
        speaker, cue = triple.speaker, triple.cue
        span = (triple.content.start_char, triple.content.end_char)
        at = (speaker[0].idx, speaker[-1].idx + len(speaker[-1])) if speaker else None
        verb = (cue[0].idx, cue[-1].idx + len(cue[-1])) if cue else None
        said = text[at[0] : at[1]] if at else ""
        if found and said == found[-1]["said"] and "\n" not in text[found[-1]["spans"][-1][1] : span[0]]:
            found[-1]["spans"].append(span)
            continue
        found.append({"spans": [span], "form": "direct", "speaker": at, "said": said, "cue": verb})
    return found


def comparing(count: int) -> float:
    """Processor seconds in which so many quotations of fifteen words are compared, every third one changed."""
    dice = random.Random(7)
    vocabulary = [f"word{i}" for i in range(4_000)]
    weights = [1 / (i + 1) for i in range(len(vocabulary))]
    said: list[list[str]] = []
    for i in range(count):
        words = dice.choices(vocabulary, weights, k=15)
        if i % 3 == 2:
            words = [*said[i - 2][:9], f"changed{i}", *said[i - 2][10:]]
        said.append(words)
    works: dict[str, list[str]] = {f"d{n:02d}": [] for n in range(50)}
    for i, words in enumerate(said):
        works[f"d{i % 50:02d}"].append(" ".join(words))
    articles = [Document(name, name, 1, 0, len("\n".join(t)), "\n".join(t), ()) for name, t in works.items()]
    found = [Extraction(a.doc, (), (), (), tuple(lines(a)), (), ()) for a in articles]
    start = time.process_time()
    find_variants(articles, found)
    return time.process_time() - start


def lines(article: Document) -> Iterator[Quote]:
    """Every line of an article as a quotation of one speaker."""
    speaker = Speaker(article.span(0, 1), "Ann Tolliver", "person:ann-tolliver", "named")
    for match in re.finditer(r"[^\n]+", article.text):
        at = article.span(*match.span())
        name = f"{article.doc}-{at.start}"
        yield Quote(name, article.doc, at, (at,), "direct", "speech", True, None, speaker, None, "body", at, (at,))


def altered(path: Path) -> None:
    """Precision and recall of a changed content word on the pairs that we judged ourselves."""
    with (Path(__file__).parent / "variants_judged.csv").open(encoding="utf-8", newline="") as file:
        verdict = {int(row["pair"]): row["verdict"] for row in csv.DictReader(file)}
    right = wrong = missed = 0
    for place, row in enumerate(rows(path)):
        if place in verdict:
            said = changed(row["a"]["quote"], row["b"]["quote"])
            right += said and verdict[place] == "content"
            wrong += said and verdict[place] != "content"
            missed += not said and verdict[place] == "content"
    precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
    print(f"{'altered quotations':22s} precision {precision:.2f}, recall {recall:.2f} on {len(verdict)} judged pairs")


def changed(left: str, right: str) -> bool:
    """Whether two quotations are versions of one utterance with another content word."""
    one, two = (words_of([Span("a", 0, len(t), t)], {}) for t in (left, right))
    found = compare(one, two)
    return same_utterance(found, min(len(one), len(two))) and any(e.weight == "content" for e in found.edits)


if __name__ == "__main__":
    main()
