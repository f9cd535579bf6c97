"""Quotations held against the record: the text of a primary source, a transcript or a notice, between marks or not.

For each quotation the stretch of the record that shares most of its runs of three words is cut out and compared word by
word, as two versions of a quotation are.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from pipeline.align.variants import kind, placed, same_utterance, spellings
from pipeline.align.wording import Word, compare, words_of
from pipeline.model import SPOKEN, Document, Extraction, Quote, Recorded

RUN = 3
"""Words in a run that a quotation and the record share."""
DRIFT = 6
"""So many words one of the two may be longer within the stretch."""
SHORTEST = 4
"""Words of a quotation under which nothing says that it was taken from the record."""

_TEXT = frozenset({"headline", "body", "caption", "pull-quote"})


def find_records(
    documents: Iterable[Document], extractions: Sequence[Extraction], style: Iterable[tuple[str, ...]] = ()
) -> tuple[Recorded, ...]:
    """Every quotation of an article whose words stand in a primary source, the closest place in each source.

    `style`: the desk's spellings of one thing, compared as one.
    """
    articles = {d.doc: d for d in documents}
    primaries = [d for d in articles.values() if d.role == "primary"]
    if not primaries:
        return ()
    names = spellings(extractions, style)
    records = [(d, text_words(d, names)) for d in primaries]
    indexed = [(d, said, index_of(said)) for d, said in records]
    found = []
    for quote in sorted(_quotes(extractions, articles), key=lambda q: (q.at, q.id)):
        ours = words_of(quote.words, names)
        for record, said, index in indexed if len(ours) >= SHORTEST else ():
            theirs = stretch(ours, said, index)
            match = held(quote, ours, record, theirs, articles) if theirs else None
            if match is not None:
                found.append(match)
    return tuple(found)


def _quotes(extractions: Iterable[Extraction], articles: Mapping[str, Document]) -> Iterator[Quote]:
    for extraction in extractions:
        if articles[extraction.doc].role != "primary":
            yield from (q for q in extraction.quotes if q.words and q.use in SPOKEN)


def text_words(document: Document, names: Mapping[str, str]) -> list[Word]:
    """The words of an article's own text, in order."""
    return [w for b in document.blocks if b.kind in _TEXT for w in words_of((b.at,), names)]


def runs(said: Sequence[Word]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Every run of three words, with the place of its first."""
    norms = [w.norm for w in said]
    return ((i, tuple(norms[i : i + RUN])) for i in range(len(norms) - RUN + 1))


def index_of(said: Sequence[Word]) -> dict[tuple[str, ...], list[int]]:
    """Where each run stands."""
    index: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i, run in runs(said):
        index[run].append(i)
    return index


def stretch(ours: Sequence[Word], said: Sequence[Word], index: Mapping[tuple[str, ...], list[int]]) -> list[Word]:
    """The words of the record that lie beside a quotation's, by the offset at which most of its runs are met."""
    shifts = [at - i for i, run in runs(ours) for at in index.get(run, ())]
    if not shifts:
        return []
    votes = Counter(shifts)
    near = {s: sum(n for other, n in votes.items() if abs(other - s) <= DRIFT) for s in votes}
    best = max(near, key=lambda s: (near[s], votes[s], -s))
    beside = [s for s in shifts if abs(s - best) <= DRIFT]
    first = max(0, min(beside) - DRIFT)
    return _trimmed(ours, said[first : max(beside) + len(ours) + DRIFT])


def _trimmed(ours: Sequence[Word], theirs: Sequence[Word]) -> list[Word]:
    """The stretch without what lies before the quotation's first word and after its last."""
    matcher = SequenceMatcher(None, [w.norm for w in ours], [w.norm for w in theirs], autojunk=False)
    blocks = [m for m in matcher.get_matching_blocks() if m.size]
    first, last = blocks[0], blocks[-1]
    after = len(ours) - last.a - last.size
    return list(theirs[max(0, first.b - first.a) : last.b + last.size + after])


def held(
    quote: Quote, ours: Sequence[Word], record: Document, theirs: Sequence[Word], articles: Mapping[str, Document]
) -> Recorded | None:
    """A quotation beside the stretch of a text that may be the same saying, None where it is not."""
    found = compare(ours, theirs)
    if not same_utterance(found, len(ours)):
        return None
    spans = [w.at for w in theirs if w.at is not None]
    at = record.span(spans[0].start, spans[-1].end)
    name, because = kind(found)
    edits = placed(found.edits, articles[quote.doc], record)
    return Recorded(quote.id, record.doc, at, name, edits, because)
