"""Quotations: which words are reported, between marks or not, what says so, and who is said to have spoken."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from pipeline.extract.dates import said_on
from pipeline.extract.quotes.beside import Cue, leads_in
from pipeline.extract.quotes.carried import carried_on
from pipeline.extract.quotes.direct import find_direct, token_bounds
from pipeline.extract.quotes.indirect import find_reported
from pipeline.extract.quotes.marks import Pair, find_pairs, meeting
from pipeline.extract.quotes.parts import Attribution, Run
from pipeline.extract.quotes.pulled import find_pulled
from pipeline.extract.quotes.speakers import Speakers
from pipeline.extract.quotes.turns import find_turn, is_transcript
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
    read: list[Reported] = []
    transcript = is_transcript(passages)
    before: Reported | None = None
    lead: tuple[Passage, Cue] | None = None
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
        if lead is not None and _told_by_lead(lead, passage, found):
            before = None
        if before is not None and (run := _runs_on_from(before, passage, found)):
            before.tail.extend(passage.span(*r) for r in run)
            before.form, before.attribution.marked = "direct" if before.form == "direct" else "mixed", True
            found = [r for r in found if not r.attribution.marked or r.attribution.cue]
        elif passage.block.kind == "body":
            before = _last_utterance(passage, found) or _left_open(passage, found)
        read.extend(found)
        cue = leads_in(passage.parse) if passage.block.kind == "body" else None
        lead = (passage, cue) if cue is not None else None
    read = [r for r in read if r.attribution.content]
    read.sort(key=_order)
    quotes = [_record(document, r, speakers, dates) for r in read]
    return carried_on(sorted(quotes, key=lambda q: (q.at, q.id)))


def _order(read: Reported) -> int:
    """Where the source stands, else the words: pronouns are read in the order of the text."""
    passage = read.told or read.passage
    return passage.block.at.start + (read.attribution.source or read.attribution.content[0])[0]


@dataclass(slots=True)
class Reported:
    """An attribution in its block, with its form and what later blocks add to it."""

    passage: Passage
    attribution: Attribution
    form: str
    pairs: Sequence[Pair] = ()
    tail: list[Span] = field(default_factory=list)
    told: Passage | None = None


def read_block(passage: Passage) -> list[Reported]:
    """The attributions of one block, each with its form."""
    text, doc = passage.block.at.text, passage.parse
    if passage.block.kind == "pull-quote" and (pulled := find_pulled(text, doc)) is not None:
        return [Reported(passage, pulled, "direct")]
    pairs = [p for p in find_pairs(text) if p.closed or _begins(text, p)]
    direct, left = find_direct(doc, text, pairs)
    taken = [pairs[i] for i in sorted(set(range(len(pairs))) - set(left))]
    open_pairs = [pairs[i] for i in left]
    found = [Reported(passage, a, form, pairs) for a, form in direct]
    claimed: set[Pair] = set()
    uses = {p: use_of(doc, text, p, *token_bounds(doc, p), passage.block.kind) for p in open_pairs}
    for attribution in find_reported(doc, [p for p in open_pairs if uses[p] in ("speech", "scare")]):
        if _spoken(attribution, taken) or (attribution.cue is not None and meeting(open_pairs, *attribution.cue)):
            continue
        if (host := _told_by(attribution, found)) is not None:
            host.attribution.content[:0] = attribution.content
            host.form = "mixed"
            continue
        inside = [p for run in attribution.content for p in meeting(open_pairs, *run)]
        found.append(Reported(passage, attribution, _with_marks(attribution, inside, text), pairs))
        claimed.update(inside)
    for pair in open_pairs:
        if pair not in claimed:
            if uses[pair] == "speech" and (host := _told_before(passage, pair, found)):
                host.attribution.content.append((pair.inner_start, pair.inner_end))
                host.attribution.marked, host.form = True, "mixed"
                continue
            attribution = Attribution([(pair.inner_start, pair.inner_end)], marked=True, use=uses[pair])
            found.append(Reported(passage, attribution, "direct", pairs))
    for read in found:
        _outside_marks(read.attribution, found)
    return [r for r in found if not _told_within(r, found)]


def _told_within(read: Reported, found: list[Reported]) -> bool:
    """Whether somebody else reports a stance ('Roe said she backs the plan'): it is a part of what that one says.

    Marked words of somebody else named ('Roe said Stokes called it “a farce”') keep their own entry.
    """
    own = read.attribution
    if not own.stance or own.cue is None:
        return False
    if read.form != "indirect" and own.head is not None and read.passage.parse[own.head].pos_ != "PRON":
        return False
    low, high = min(own.cue[0], own.content[0][0]), max(own.cue[1], own.content[-1][1])
    return any(a <= low and high <= b for r in found if r is not read for a, b in r.attribution.content)


def _outside_marks(attribution: Attribution, found: list[Reported]) -> None:
    """Drop a source that stands among the marked words of an utterance while its cue stands outside them."""
    source, cue = attribution.source, attribution.cue
    if source is None or cue is None:
        return
    said = [run for r in found if r.attribution.marked and r.form == "direct" for run in r.attribution.content]
    if any(a <= source[0] and source[1] <= b and not a <= cue[0] < b for a, b in said):
        attribution.source = attribution.head = None


def _told_by_lead(lead: tuple[Passage, Cue], passage: Passage, found: list[Reported]) -> bool:
    """Give the utterance that begins a block the cue that ended the block before; whether there was one."""
    first = next((r for r in found if r.attribution.marked and r.attribution.cue is None), None)
    if first is None or any(c.isalnum() for c in passage.block.at.text[: first.attribution.content[0][0]]):
        return False
    told, cue = lead
    first.told, first.form = told, "direct"
    spoken = first.attribution
    spoken.use, spoken.cue, spoken.source, spoken.head = "speech", cue.cue, cue.source, cue.head
    return True


def _told_by(attribution: Attribution, found: list[Reported]) -> Reported | None:
    """The utterance whose cue reports the words before it too ('The plan has failed, she said: "It is dead."')."""
    for read in found:
        spoken = read.attribution
        same = attribution.cue is not None and spoken.cue is not None and spoken.cue[0] == attribution.cue[0]
        if same and read.form == "direct" and attribution.content[-1][1] <= min(spoken.cue[0], spoken.content[0][0]):  # type: ignore[index]
            return read
    return None


def _told_before(passage: Passage, pair: Pair, found: list[Reported]) -> Reported | None:
    """The attribution of the sentence before, where the marks hold a sentence that goes on from it."""
    text = passage.block.at.text
    lead = text[: pair.start].rstrip()
    ends = text[pair.inner_start : pair.inner_end].rstrip("'’‘ ")[-1:]
    if lead[-1:] not in (".", "?", "!", "”", '"') or ends not in (".", "?", "!", "…"):
        return None
    sentence = next((s for s in passage.parse.sents if s.start_char < len(lead) <= s.end_char), None)
    if sentence is None:
        return None
    there = [
        r
        for r in found
        if r.attribution.cue
        and sentence.start_char <= r.attribution.cue[0] < sentence.end_char
        and r.attribution.source
    ]
    outermost = max(there, key=lambda r: sum(b - a for a, b in r.attribution.content), default=None)
    return outermost if outermost is not None and outermost.attribution.content[-1][1] < pair.start else None


def _begins(text: str, pair: Pair) -> bool:
    """Whether marks that nothing closes may open a quotation that runs on: they begin the block or follow a cue."""
    lead = text[: pair.start].rstrip()
    return not lead or lead[-1] in ':,.?!”"»'


def _last_utterance(passage: Passage, found: list[Reported]) -> Reported | None:
    """The utterance that ends a block, if nothing but its own attribution follows it."""
    spoken = [r for r in found if r.attribution.cue and r.attribution.use == "speech" and not r.attribution.stance]
    if not spoken:
        return None
    last = max(
        spoken, key=lambda r: (r.attribution.content[-1][1], r.attribution.content[-1][1] - r.attribution.content[0][0])
    )
    cue = last.attribution.cue if last.told is None else None
    end = max(last.attribution.content[-1][1], (cue or (0, 0))[1])
    sentence = next((s for s in passage.parse.sents if s.start_char <= end - 1 < s.end_char), None)
    close = max(end, sentence.end_char if sentence is not None else end)
    rest = passage.block.at.text[close:]
    return last if sum(c.isalnum() for c in rest) < 3 else None


def _left_open(passage: Passage, found: list[Reported]) -> Reported | None:
    """The utterance, whoever speaks, whose marks the block leaves open."""
    last = max(found, key=lambda r: r.attribution.content[-1], default=None)
    open_to_end = any(not p.closed for p in find_pairs(passage.block.at.text))
    return last if last is not None and open_to_end and last.attribution.marked else None


def _runs_on_from(before: Reported, passage: Passage, found: list[Reported]) -> list[Run]:
    """The pieces of a block that is nothing but the rest of the utterance before it."""
    pieces = [r.attribution for r in found if r.attribution.marked and not r.attribution.cue]
    others = [r for r in found if r.attribution.cue and r.form != "indirect"]
    if not pieces or others or passage.block.kind != "body":
        return []
    runs = [a.content[0] for a in pieces]
    text = passage.block.at.text
    outside = text[: runs[0][0]] + "".join(text[a[1] : b[0]] for a, b in pairwise(runs)) + text[runs[-1][1] :]
    if any(c.isalnum() for c in outside):
        return []
    return runs


def _with_marks(attribution: Attribution, inside: list[Pair], text: str) -> str:
    """The form of a reported clause, its content made to hold the marks that it cuts."""
    if not inside:
        return "indirect"
    attribution.content = _widened(attribution.content, inside)
    attribution.marked = True
    if len(inside) == len(attribution.content) == 1 and _whole(attribution.content[0], inside[0], text):
        attribution.content = [(inside[0].inner_start, inside[0].inner_end)]
        return "direct"
    return "mixed"


def _meet(run: Run, pair: Pair) -> bool:
    return run[0] < pair.inner_end and pair.inner_start < run[1]


def _spoken(attribution: Attribution, pairs: list[Pair]) -> bool:
    """Whether the attribution is part of an utterance that was found already."""
    runs = [*attribution.content, *([attribution.cue] if attribution.cue else [])]
    return any(meeting(pairs, *run) for run in runs)


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
    sentence = _sentence(passage, attribution, read.told is None)
    date = said_on(parts, cue, sentence, dates, form == "direct") if attribution.use == "speech" else None
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
    runs = ((max(p.inner_start, a), min(p.inner_end, b)) for p in read.pairs for a, b in read.attribution.content)
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
