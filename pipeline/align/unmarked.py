"""Quotations held against what other articles print without marks: a block quotation, a statement given in full.

Only where nearly all the words stand there, in one run and outside quotation marks, is the other text the same saying;
what paraphrases it is not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from pipeline.align.records import held, index_of, runs, stretch, text_words
from pipeline.align.variants import COMMON, spellings
from pipeline.align.wording import Word, words_of
from pipeline.model import Document, Extraction, Quote, Recorded, Span

SHORTEST = 8
"""Words of a quotation under which another article may have them by chance."""
SAME = 0.8
"""The share of a quotation's words that the other article prints."""
CHANGED = 2
"""Content words that may differ."""


def find_unmarked(
    documents: Sequence[Document], extractions: Sequence[Extraction], style: Iterable[tuple[str, ...]] = ()
) -> tuple[Recorded, ...]:
    """Every quotation of which another article prints the words without marks, a few of them changed; by place.

    `style`: the desk's spellings of one thing, compared as one.
    """
    articles = {d.doc: d for d in documents if d.role != "primary"}
    if len(articles) < 2:
        return ()
    names = spellings(extractions, style)
    quotes = [(q, words_of(q.words, names)) for e in extractions if e.doc in articles for q in _whole(e.quotes)]
    quotes = sorted(((q, w) for q, w in quotes if len(w) >= SHORTEST), key=lambda pair: (pair[0].at, pair[0].id))
    marked = {e.doc: sorted(s for q in e.quotes if q.words for s in q.words) for e in extractions}
    said = {doc: _outside(text_words(d, names), marked.get(doc, [])) for doc, d in articles.items()}
    indexed = {doc: index_of(words) for doc, words in said.items()}
    holders: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for doc, index in indexed.items():
        for run in index:
            holders[run].append(doc)
    found = []
    for quote, ours in quotes:
        for doc in _sharing(ours, quote.doc, holders):
            theirs = stretch(ours, said[doc], indexed[doc])
            record = held(quote, ours, articles[doc], theirs, articles) if theirs else None
            if record is not None and _same(record, ours):
                found.append(record)
    return tuple(found)


def _whole(quotes: Iterable[Quote]) -> Iterator[Quote]:
    return (q for q in quotes if q.words and q.form == "direct" and q.use == "speech" and q.block == "body")


def _outside(words: Sequence[Word], marked: Sequence[Span]) -> list[Word]:
    """The words that stand outside all marks."""
    found: list[Word] = []
    at = 0
    for word in words:
        if word.at is None:
            continue
        while at < len(marked) and marked[at].end <= word.at.start:
            at += 1
        if at == len(marked) or word.at.end <= marked[at].start:
            found.append(word)
    return found


def _sharing(ours: Sequence[Word], own: str, holders: Mapping[tuple[str, ...], Sequence[str]]) -> Iterator[str]:
    """The other articles that hold at least half as many of a quotation's runs as one changed word leaves."""
    mine = {run for _, run in runs(ours)}
    shared: dict[str, int] = defaultdict(int)
    for run in mine:
        held_by = holders.get(run, ())
        if len(held_by) <= COMMON:
            for doc in held_by:
                shared[doc] += 1
    return iter(sorted(doc for doc, n in shared.items() if doc != own and n >= len(mine) // 2))


def _same(record: Recorded, ours: Sequence[Word]) -> bool:
    changed = [e for e in record.edits if e.weight == "content"]
    words = sum(max(len(e.left.split()), len(e.right.split())) for e in record.edits if e.weight != "style")
    return record.kind == "altered" and 0 < len(changed) <= CHANGED and words <= (1 - SAME) * len(ours)
