"""Quotations: which words are reported, between marks or not, what says so, and who is said to have spoken."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.extract.dates import date_of
from pipeline.extract.quotes.direct import find_direct, token_bounds
from pipeline.extract.quotes.indirect import find_reported
from pipeline.extract.quotes.marks import Pair, find_pairs
from pipeline.extract.quotes.parts import Attribution, Run
from pipeline.extract.quotes.speakers import Speakers
from pipeline.extract.quotes.uses import use_of
from pipeline.extract.sentences import Passage
from pipeline.model import Document, Entity, Quote, Reference, Span, Timex, short_id

__all__ = ["find_quotes"]


def find_quotes(
    document: Document,
    passages: tuple[Passage, ...],
    entities: tuple[Entity, ...],
    references: tuple[Reference, ...],
    dates: tuple[Timex, ...],
) -> tuple[Quote, ...]:
    """Every quotation of the article, direct, mixed and indirect, in order of place.

    Words between marks that nobody speaks (a title, a scare quote, a nickname) come with their `use`; only those of
    use `speech` say that somebody said something.
    """
    speakers = Speakers(document, entities, references)
    quotes: list[Quote] = []
    for passage in passages:
        if not passage.judged:
            continue
        for attribution, form in read_block(passage):
            quotes.append(_record(document, passage, attribution, form, speakers, dates, len(quotes)))
    return tuple(sorted(quotes, key=lambda q: (q.at, q.id)))


def read_block(passage: Passage) -> list[tuple[Attribution, str]]:
    """The attributions of one block, each with its form."""
    text, doc = passage.block.at.text, passage.parse
    pairs = find_pairs(text)
    direct, left = find_direct(doc, text, pairs)
    taken = set(range(len(pairs))) - set(left)
    claimed: set[int] = set()
    found: list[tuple[Attribution, str]] = [(a, "direct") for a in direct]
    for attribution in find_reported(doc):
        if _spoken(attribution, [pairs[i] for i in taken]):
            continue
        inside = [i for i in left if any(_meet(run, pairs[i]) for run in attribution.content)]
        if any(attribution.cue and _holds(pairs[i], attribution.cue) for i in left):
            continue
        form = "indirect"
        if inside:
            attribution.content = _widened(attribution.content, [pairs[i] for i in inside])
            attribution.marked = True
            claimed.update(inside)
            form = "mixed"
            if len(inside) == len(attribution.content) == 1 and _whole(attribution.content[0], pairs[inside[0]], text):
                attribution.content = [(pairs[inside[0]].inner_start, pairs[inside[0]].inner_end)]
                form = "direct"
        found.append((attribution, form))
    for i in left:
        if i not in claimed:
            pair = pairs[i]
            low, high = token_bounds(doc, pair)
            use = use_of(doc, text, pair, low, high, passage.block.kind)
            found.append((Attribution([(pair.inner_start, pair.inner_end)], marked=True, use=use), "direct"))
    return found


def _meet(run: Run, pair: Pair) -> bool:
    return run[0] < pair.inner_end and pair.inner_start < run[1]


def _holds(pair: Pair, run: Run) -> bool:
    return pair.inner_start <= run[0] and run[1] <= pair.inner_end


def _spoken(attribution: Attribution, pairs: list[Pair]) -> bool:
    """Whether the attribution is part of an utterance that was found already."""
    runs = [*attribution.content, *([attribution.cue] if attribution.cue else [])]
    return any(_meet(run, pair) for run in runs for pair in pairs)


def _widened(runs: list[Run], pairs: list[Pair]) -> list[Run]:
    """The runs, each made to hold the whole of every pair that it cuts."""
    widened: list[Run] = []
    for start, end in runs:
        for pair in pairs:
            if _meet((start, end), pair):
                start = min(start, pair.start) if start > pair.start else start
                end = max(end, pair.inner_end)
        if widened and start < widened[-1][1]:
            widened[-1] = (widened[-1][0], max(end, widened[-1][1]))
        else:
            widened.append((start, end))
    return widened


def _whole(run: Run, pair: Pair, text: str) -> bool:
    """Whether a run says nothing beside what stands between the marks."""
    outside = text[run[0] : max(run[0], pair.start)] + text[min(pair.end, run[1]) : run[1]]
    return not any(c.isalnum() for c in outside)


def _record(
    document: Document,
    passage: Passage,
    attribution: Attribution,
    form: str,
    speakers: Speakers,
    dates: Iterable[Timex],
    order: int,
) -> Quote:
    parts = tuple(passage.span(*run) for run in attribution.content)
    at = document.span(parts[0].start, parts[-1].end)
    cue = passage.span(*attribution.cue) if attribution.cue else None
    speaker = None
    if attribution.source is not None and attribution.source[0] < attribution.source[1]:
        head = passage.parse[attribution.head] if attribution.head is not None else None
        speaker = speakers.speaker(passage, passage.span(*attribution.source), head)
    sentence = _sentence(passage, attribution)
    date = date_of(at, sentence, dates, sentence) if attribution.use == "speech" else None
    return Quote(
        short_id("q", document.doc, at.start, at.end, form, cue.start if cue else -1),
        document.doc,
        at,
        parts,
        form,
        attribution.use,
        attribution.marked,
        cue,
        speaker,
        date,
        passage.block.kind,
        sentence,
    )


def _sentence(passage: Passage, attribution: Attribution) -> Span:
    """The sentences that the quotation, its cue or its source stand in, from the first to the last."""
    runs = [*attribution.content]
    runs += [r for r in (attribution.cue, attribution.source) if r]
    low, high = min(r[0] for r in runs), max(r[1] for r in runs)
    start, end = low, high
    for sentence in passage.parse.sents:
        if sentence.start_char < high and sentence.end_char > low:
            start, end = min(start, sentence.start_char), max(end, sentence.end_char)
    return passage.span(start, end)
