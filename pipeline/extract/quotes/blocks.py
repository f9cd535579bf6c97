"""The attributions of one block: utterances, reported clauses and marks that nobody speaks, each with its form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from pipeline.extract.quotes.beside import FINITE, is_cue
from pipeline.extract.quotes.direct import find_direct, first_token_from, token_bounds
from pipeline.extract.quotes.indirect import find_reported
from pipeline.extract.quotes.marks import Pair, find_pairs, meeting
from pipeline.extract.quotes.parts import Attribution, Run
from pipeline.extract.quotes.pulled import find_pulled
from pipeline.extract.quotes.uses import use_of
from pipeline.extract.sentences import Passage
from pipeline.model import Span

_SPEAKERS = frozenset(("i", "we", "you"))
_JOINTS = frozenset(("and", "but", "or", "because"))
_HEADED = re.compile(r"(?P<who>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3})(?P<sign>:) ")
"""The name that a headline begins with: 'Roe: Gate is “a danger”'."""
_SHELF = 2000
"""Characters of a block whose attributions are looked through together."""
_LONGEST_JOINT = 10
"""Words between two pieces of one reported clause that both hold marks."""


@dataclass(slots=True)
class Reported:
    """An attribution in its block, with its form and what later blocks add to it.

    `tail`: its pieces in later blocks; `told`: the block that holds its cue, where that is another; `open`: its marks
    were not closed yet; `lent`: the marks in it whose words somebody else is said to have spoken.
    """

    passage: Passage
    attribution: Attribution
    form: str
    pairs: Sequence[Pair] = ()
    tail: list[Span] = field(default_factory=list)
    open: bool = False
    told: Passage | None = None
    lent: Sequence[Pair] = ()


def read_block(passage: Passage) -> list[Reported]:
    """The attributions of one block, each with its form."""
    text, doc = passage.block.at.text, passage.parse
    if passage.block.kind == "pull-quote" and (pulled := find_pulled(text, doc)) is not None:
        return [Reported(passage, pulled, "direct")]
    pairs = [p for p in find_pairs(text) if p.closed or _begins(text, p)]
    direct, left = find_direct(doc, text, pairs)
    taken = [pairs[i] for i in sorted(set(range(len(pairs))) - set(left))]
    open_pairs = [pairs[i] for i in left]
    found = _Found(Reported(passage, a, form, pairs) for a, form in direct)
    pointed = {a.cue for a, _ in direct if a.pointed}
    claimed: set[Pair] = set()
    uses = {p: use_of(doc, text, p, *token_bounds(doc, p), passage.block.kind) for p in open_pairs}
    for attribution in find_reported(doc, [p for p in open_pairs if uses[p] in ("speech", "scare")]):
        if _spoken(attribution, taken) or (attribution.cue is not None and meeting(open_pairs, *attribution.cue)):
            continue
        if attribution.cue in pointed:
            continue  # what “...” was said of
        inside = [p for run in attribution.content for p in meeting(open_pairs, *run)]
        if (host := _told_by(attribution, found, text)) is not None:
            spoken = host.attribution
            spoken.content[:0], host.form = _widened(attribution.content, inside), "mixed"
            spoken.cue, spoken.source, spoken.head = attribution.cue, attribution.source, attribution.head
            found.place(host)
        else:
            found.add(Reported(passage, attribution, _with_marks(attribution, inside, text), pairs))
        claimed.update(inside)
    for pair in open_pairs:
        if pair not in claimed:
            _place(passage, pair, uses[pair], pairs, found)
    for read in found.reads:
        _outside_marks(read.attribution, found)
    within: set[int] = set()
    for read in sorted(found.reads, key=_begin):
        if _told_within(read, found, within):
            within.add(id(read))
    kept = [r for r in found.reads if id(r) not in within]
    for read in kept:
        read.lent = _spoken_by_another(read, found, within)
    return kept


def _place(passage: Passage, pair: Pair, use: str, pairs: Sequence[Pair], found: _Found) -> None:
    """Add marks that no cue was found for: to what they go on from, else as an entry of their own."""
    if use in ("speech", "scare") and (host := _joined_to(passage, pair, found)):
        start, _ = host.attribution.content[-1]
        host.attribution.content[-1] = (start, pair.end)
    elif use == "speech" and (host := _told_before(passage, pair, found)):
        host.attribution.content.append((pair.inner_start, pair.inner_end))
    else:
        own = Attribution([(pair.inner_start, pair.inner_end)], marked=True, use=use)
        if use == "headline" and (named := _HEADED.match(passage.block.at.text)) and named.end() <= pair.start:
            heads = [t.i for t in passage.parse if named.start() <= t.idx < named.end("who")]
            own.cue, own.source, own.head = named.span("sign"), named.span("who"), heads[-1] if heads else None
        found.add(Reported(passage, own, "direct", pairs))
        return
    host.attribution.marked, host.form = True, "mixed"
    found.place(host)


class _Found:
    """What was read in a block, in the order of reading, and by place: a block may hold thousands."""

    def __init__(self, reads: Iterable[Reported]) -> None:
        self.reads: list[Reported] = []
        self._shelves: dict[int, list[Reported]] = {}
        for read in reads:
            self.add(read)

    def add(self, read: Reported) -> None:
        self.reads.append(read)
        self.place(read)

    def place(self, read: Reported) -> None:
        """Note where the words and the cue of `read` stand, anew where they have grown."""
        for start, end in (*read.attribution.content, *filter(None, (read.attribution.cue,))):
            for number in range(start // _SHELF, end // _SHELF + 1):
                shelf = self._shelves.setdefault(number, [])
                if not any(r is read for r in shelf):
                    shelf.append(read)

    def near(self, start: int, end: int) -> list[Reported]:
        """Those whose words or cue stand within a shelf of the run from `start` to `end`, each once."""
        met: dict[int, Reported] = {}
        for number in range(start // _SHELF, end // _SHELF + 1):
            met.update((id(r), r) for r in self._shelves.get(number, ()))
        return list(met.values())


def _begin(read: Reported) -> int:
    """Where an attribution begins, with its words or with its cue."""
    own = read.attribution
    return min(own.content[0][0], own.cue[0] if own.cue is not None else own.content[0][0])


def _told_within(read: Reported, found: _Found, within: set[int]) -> bool:
    """Whether somebody else reports it: what 'Roe said she believes' is a part of what Roe said.

    `within`: the identities of those that begin before it and are such parts themselves; they hold nothing.

    A statement of somebody else with a name keeps its own entry ('Roe said Stokes denied it'), and so do his marked
    words ('Roe said Stokes called it “a farce”'), and what people say of themselves between marks.
    """
    own = read.attribution
    if own.cue is None:
        return False
    source = read.passage.parse[own.head] if own.head is not None else None
    apart = source is not None and (source.pos_ != "PRON" or source.lower_ in _SPEAKERS)
    if apart and not (own.stance and read.form == "indirect"):
        return False
    low = min(own.cue[0], own.content[0][0])
    over = [r for r in found.near(low, own.cue[1]) if r is not read and id(r) not in within]
    if own.marked:
        over = [r for r in over if not r.attribution.stance]  # what is judged may be another's words
    return any(a <= low and own.cue[1] <= b for r in over for a, b in r.attribution.content)


def _spoken_by_another(read: Reported, found: _Found, within: set[int]) -> list[Pair]:
    """The marks in what one judges and another, quoted there, spoke ('Roe rejected the claim that it was “dead”')."""
    own = read.attribution
    if not own.marked or not own.stance or read.form != "mixed":
        return []
    inner: list[Pair] = []
    for start, end in own.content:
        for other in found.near(start, end):
            spoken = other.attribution
            if other is read or id(other) in within or spoken.cue is None or spoken.source in (None, own.source):
                continue
            runs = (spoken.cue, *spoken.content)
            if spoken.marked and all(start <= a and b <= end for a, b in runs):
                inner += [p for run in spoken.content for p in meeting(read.pairs, *run)]
    return inner


def _outside_marks(attribution: Attribution, found: _Found) -> None:
    """Drop a source that stands among the marked words of an utterance while its cue stands outside them."""
    source, cue = attribution.source, attribution.cue
    if source is None or cue is None:
        return
    direct = (r.attribution for r in found.near(*source) if r.form == "direct" and r.attribution.marked)
    said = [run for spoken in direct for run in spoken.content]
    if any(a <= source[0] and source[1] <= b and not a <= cue[0] < b for a, b in said):
        attribution.source = attribution.head = None


def _told_by(attribution: Attribution, found: _Found, text: str) -> Reported | None:
    """The utterance that the cue of a reported clause reports too, the clause being its first part.

    It has that cue itself ('The plan has failed, she said: "It is dead."'), or a bare colon leads from the one to the
    other ('She said that the plan had failed and was wrong from the start: "It is dead."').
    """
    if attribution.cue is None:
        return None
    end = attribution.content[-1][1]
    for read in (*found.near(*attribution.cue), *found.near(end, end + 2)):
        spoken = read.attribution
        if read.form != "direct" or spoken.cue is None:
            continue
        colon = text[slice(*spoken.cue)] == ":" and not attribution.stance and attribution.cue[1] < end
        if colon and end <= spoken.cue[0] and not any(c.isalnum() for c in text[end : spoken.cue[0]]):
            return read
        if attribution.cue[0] == spoken.cue[0] and end <= min(spoken.cue[0], spoken.content[0][0]):
            return read
    return None


def _joined_to(passage: Passage, pair: Pair, found: _Found) -> Reported | None:
    """The attribution that marks go on from in its sentence: 'said he was “unfit” because he lied and “knew it.”'."""
    text, parse = passage.block.at.text, passage.parse
    beside = found.near(max(0, pair.start - _SHELF), pair.start)
    there = [r for r in beside if r.attribution.cue and r.attribution.content[-1][1] <= pair.start]
    host = max(there, key=lambda r: r.attribution.content[-1][1], default=None)
    if host is None or host.attribution.cue[0] > host.attribution.content[-1][0]:  # type: ignore[index]
        return None
    end = host.attribution.content[-1][1]
    between = [t for t in parse[first_token_from(parse, end) : first_token_from(parse, pair.start)] if t.is_alpha]
    if not between or len(between) > _LONGEST_JOINT or between[0].lower_ not in _JOINTS:
        return None
    ended = any(c in ".?!\n" for c in text[end : pair.start])
    return None if ended or any(is_cue(t) and t.tag_ in FINITE for t in between) else host


def _told_before(passage: Passage, pair: Pair, found: _Found) -> Reported | None:
    """The attribution of the sentence before, where the marks hold a sentence that goes on from it."""
    text = passage.block.at.text
    lead = text[: pair.start].rstrip()
    ends = text[pair.inner_start : pair.inner_end].rstrip("'’‘ ")[-1:]
    if lead[-1:] not in (".", "?", "!", "”", '"') or ends not in (".", "?", "!", "…"):
        return None
    sentence = passage.parse[max(0, first_token_from(passage.parse, len(lead)) - 1)].sent
    there = [
        r
        for r in found.near(sentence.start_char, sentence.end_char)
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
                start, end = min(start, pair.start), max(end, pair.end)
        if widened and start < widened[-1][1]:
            widened[-1] = (widened[-1][0], max(end, widened[-1][1]))
        else:
            widened.append((start, end))
    return widened


def _whole(run: Run, pair: Pair, text: str) -> bool:
    """Whether a run says nothing beside what stands between the marks."""
    outside = text[run[0] : max(run[0], pair.start)] + text[min(pair.end, run[1]) : run[1]]
    return not any(c.isalnum() for c in outside)
