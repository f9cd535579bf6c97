"""Utterances that go on from one block into the next: what belongs to the one before, and by which sign."""

from __future__ import annotations

from itertools import pairwise

from pipeline.extract.quotes.beside import Cue, Side, cue_at_end, leads_in
from pipeline.extract.quotes.blocks import Reported
from pipeline.extract.quotes.direct import token_bounds
from pipeline.extract.quotes.marks import find_pairs
from pipeline.extract.quotes.parts import Attribution, Run
from pipeline.extract.sentences import Passage

_ENDS = frozenset((".", "?", "!", "…"))


class Chain:
    """The utterance that the next block may go on from, and the cue that a block hands over with a colon."""

    def __init__(self) -> None:
        self._before: Reported | None = None
        self._lead: tuple[Passage, Cue] | None = None

    def follow(self, passage: Passage, found: list[Reported]) -> list[Reported]:
        """What of a block's attributions stands for itself, what continues the one before being added to that."""
        if self._lead is not None and _told_by_lead(self._lead, passage, found):
            self._before = None
        before = self._before
        if before is not None and (rest := _rest_of(before, passage, found)) is not None:
            _prolong(before, passage, rest.attribution.content)
            found = [r for r in found if r is not rest]
            last = _last_utterance(passage, [*found, rest])
            self._before = before if before.open or last is rest else last
        elif before is not None and (run := _runs_on_from(before, passage, found)):
            found = [r for r in found if not r.attribution.marked or r.attribution.cue]
            if before.form == "indirect":
                self._before = _told_anew(before, passage, run)
                found.append(self._before)
            else:
                _prolong(before, passage, run)
        elif passage.block.kind == "body":
            self._before = _last_utterance(passage, found) or _left_open(passage, found)
            if self._before is not None:
                self._before.open = _open_at_end(passage)
        cue = leads_in(passage.parse) if passage.block.kind == "body" else None
        self._lead = (passage, cue) if cue is not None else None
        return found


def _prolong(before: Reported, passage: Passage, runs: list[Run]) -> None:
    before.tail.extend(passage.span(*run) for run in runs)
    before.form, before.attribution.marked = "direct" if before.form == "direct" else "mixed", True
    before.open = _open_at_end(passage)


def _told_anew(before: Reported, passage: Passage, runs: list[Run]) -> Reported:
    """The words between marks that follow a reported statement: its cue and speaker, and an entry of their own."""
    told = before.attribution
    source, head = _asked(before) or (told.source, told.head)
    spoken = Attribution(runs, told.cue, source, head, marked=True)
    found = Reported(passage, spoken, "direct", told=before.told or before.passage)
    found.open = _open_at_end(passage)
    return found


def _asked(before: Reported) -> tuple[Run | None, int | None] | None:
    """Who answers where the words before are a question: "Roe asked Doe how long it was. “Long.”" is Doe's answer."""
    doc, cue = (before.told or before.passage).parse, before.attribution.cue
    verb = next((t for t in doc if cue is not None and cue[0] <= t.idx < cue[1] and t.lemma_.lower() == "ask"), None)
    if verb is None:
        return None
    asked = next((t for t in verb.children if t.dep_ in ("dobj", "dative") and t.ent_type_ == "PERSON"), None)
    if asked is None:
        return None, None
    return (doc[asked.left_edge.i].idx, asked.idx + len(asked)), asked.i


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


def _open_at_end(passage: Passage) -> bool:
    """Whether a block ends within marks that nothing closes: the next one opens with marks and goes on.

    Not where its last words are an attribution, or no sentence ends there: then a mark is missing.
    """
    text, parse = passage.block.at.text, passage.parse
    left = next((p for p in find_pairs(text) if not p.closed), None)
    if left is None:
        return False
    last = len(parse) - 1
    while last > 0 and (parse[last].is_space or parse[last].is_quote):
        last -= 1
    if parse[last].text not in _ENDS:
        return False
    return cue_at_end(parse, Side(token_bounds(parse, left)[0], last)) is None


def _rest_of(before: Reported, passage: Passage, found: list[Reported]) -> Reported | None:
    """The utterance that begins a block and ends what the block before left open, though it has a cue of its own.

    An utterance that got no cue before ("... and that is that.) takes the one found here.
    """
    if passage.block.kind != "body" or not before.open or before.form != "direct":
        return None
    first = next((r for r in found if r.attribution.marked and r.form == "direct"), None)
    if first is None or first.attribution.cue is None:
        return None
    if any(c.isalnum() for c in passage.block.at.text[: first.attribution.content[0][0]]):
        return None
    own, late = before.attribution, first.attribution
    if own.cue is None:
        own.use = "speech"
        before.told, own.cue, own.source, own.head = passage, late.cue, late.source, late.head
    return first


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
