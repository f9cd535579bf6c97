"""Quotations: which words are reported, between marks or not, what says so, and who is said to have spoken."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.extract.dates import said_on
from pipeline.extract.quotes.blocks import Reported, read_block
from pipeline.extract.quotes.carried import carried_on
from pipeline.extract.quotes.continued import Chain
from pipeline.extract.quotes.marks import meeting
from pipeline.extract.quotes.parts import Attribution
from pipeline.extract.quotes.speakers import Speakers
from pipeline.extract.quotes.turns import find_turn, is_transcript
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
    read: list[Reported] = []
    transcript = is_transcript(passages)
    chain = Chain()
    for passage in passages:
        if not passage.judged:
            continue
        turn = find_turn(passage.block.at.text, passage.parse) if transcript else None
        found = read_block(passage)
        if turn is not None:
            spoken = [
                r for r in found if r.attribution.use == "speech" and (r.attribution.cue or not r.attribution.marked)
            ]
            found = [Reported(passage, turn, "indirect"), *spoken]
        read.extend(chain.follow(passage, found))
    read = [r for r in read if r.attribution.content]
    read.sort(key=_order)
    quotes = [_record(document, r, speakers, dates) for r in read]
    return carried_on(document, sorted(quotes, key=lambda q: (q.at, q.id)), dates)


def _order(read: Reported) -> int:
    """Where the source stands, else the words: pronouns are read in the order of the text."""
    passage = read.told or read.passage
    return passage.block.at.start + (read.attribution.source or read.attribution.content[0])[0]


def _record(document: Document, read: Reported, speakers: Speakers, dates: Iterable[Timex]) -> Quote:
    passage, attribution, form = read.passage, read.attribution, read.form
    parts = (*(passage.span(*run) for run in attribution.content), *read.tail)
    at = document.span(parts[0].start, parts[-1].end)
    teller = read.told or passage
    cue = teller.span(*attribution.cue) if attribution.cue else None
    speaker = None
    if attribution.source is not None and attribution.source[0] < attribution.source[1]:
        head = teller.parse[attribution.head] if attribution.head is not None else None
        speaker = speakers.speaker(teller, teller.span(*attribution.source), head, _words(read, parts))
        if attribution.use == "headline" and speaker.entity is None:
            cue = speaker = None  # 'Exclusive: ...' names nobody
    sentence = _sentence(passage, attribution, read.told is None)
    source = speaker.at if speaker else None
    date = said_on(parts, cue, sentence, dates, form == "direct", source) if attribution.use == "speech" else None
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
        _words(read, parts),
    )


def _words(read: Reported, parts: tuple[Span, ...]) -> tuple[Span, ...]:
    """What stands between marks in the content, in order."""
    if not read.attribution.marked:
        return ()
    if read.form == "direct":
        return parts
    met = ((p, a, b) for a, b in read.attribution.content for p in meeting(read.pairs, a, b) if p not in read.lent)
    runs = ((max(p.inner_start, a), min(p.inner_end, b)) for p, a, b in met)
    return (*(read.passage.span(a, b) for a, b in runs if a < b), *read.tail)


def _sentence(passage: Passage, attribution: Attribution, here: bool) -> Span:
    """The sentences that the quotation, its cue or its source stand in, from the first to the last."""
    runs = [*attribution.content]
    runs += [r for r in (attribution.cue, attribution.source) if r and here]
    low, high = min(r[0] for r in runs), max(r[1] for r in runs)
    tokens = passage.parse.char_span(low, high, alignment_mode="expand")
    if tokens is None:
        return passage.span(low, high)
    start = min(low, tokens[0].sent.start_char)
    end = max(high, tokens[-1].sent.end_char)
    return passage.span(start, end)
