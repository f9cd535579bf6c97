"""Words between marks that are somebody's utterance: the cue and the source beside them, and what runs on from them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.extract.quotes.beside import (
    FINITE,
    Cue,
    Side,
    closing,
    cue_after,
    cue_at_end,
    cue_before,
    is_cue,
    side_after,
    side_before,
    unlisted,
)
from pipeline.extract.quotes.marks import Pair
from pipeline.extract.quotes.parts import Attribution, Run
from pipeline.extract.quotes.pointing import copula_after, sentence_after

if TYPE_CHECKING:
    from spacy.tokens import Doc


_ENDS = frozenset((".", "?", "!", "…"))
_JOINS = frozenset(("and", "but", "because", "or"))
"""Words that alone may stand between two pieces of one utterance: '“... ,” she said, and “...”'."""

_LONGEST_ASIDE = 80
"""Characters between dashes that interrupt an utterance without ending it."""


@dataclass(slots=True)
class _Last:
    """The utterance read last: its place among the pairs, its end, the verbs beside it that report, what follows it."""

    pair: int
    end: int
    attribution: Attribution
    verbs: frozenset[int | None]
    after: Side


def token_bounds(doc: Doc, pair: Pair) -> tuple[int, int]:
    """The first token at or after the opening mark, and the first one after the closing mark.

    Where the marks stand within the last token, as in garbled text, that token is the first.
    """
    return min(first_token_from(doc, pair.start), len(doc) - 1), first_token_from(doc, pair.end)


def first_token_from(doc: Doc, place: int) -> int:
    """The index of the first token that begins at character `place` or behind it."""
    low, high = 0, len(doc)
    while low < high:
        middle = (low + high) // 2
        if doc[middle].idx < place:
            low = middle + 1
        else:
            high = middle
    return low


def find_direct(doc: Doc, text: str, pairs: Sequence[Pair]) -> tuple[list[tuple[Attribution, str]], list[int]]:
    """The utterances among the pairs of a block with their form, and the indices of the pairs that are none."""
    found: list[tuple[Attribution, str]] = []
    left: list[int] = []
    bounds = [token_bounds(doc, p) for p in pairs]
    last: _Last | None = None
    for i, pair in enumerate(pairs):
        low, high = bounds[i]
        before = side_before(doc, text, low, bounds[i - 1][1] if i else 0)
        after = side_after(doc, high, bounds[i + 1][0] if i + 1 < len(pairs) else len(doc))
        content, form = (pair.inner_start, pair.inner_end), "direct"
        cue = _behind(doc, text, pair, before, after)
        lead = cue_before(doc, text, pair, before, after)
        if cue is None and last and last.pair == i - 1 and _runs_on(doc, text, pair, last, before, after, lead):
            last.attribution.content.append(content)
            last.pair, last.end, last.after = i, pair.end, after
            continue
        if cue is not None and lead is None and _reports(doc, before):
            cue = None  # the words before the marks say who speaks: the parse will tell what
        elif cue is not None and lead is None and (opening := _opening(doc, text, pairs, i, before, left)):
            content, form = opening, "mixed"
            if _sets_scene(doc, opening, cue):
                cue = None
        if cue is None and lead is None:
            content, form = (pair.inner_start, pair.inner_end), "direct"
            if _goes_on(doc, text, pair, after) and not _reports(doc, before) and (ended := cue_at_end(doc, after)):
                first = _opening(doc, text, pairs, i, before, left) or (pair.start, pair.end)
                comma, close = ended
                run = first[0], doc[comma - 1].idx + len(doc[comma - 1].text)
                if not _opens_scene(doc, run):
                    content, form, cue = run, "mixed", close
        breaks_off = closing(text, pair) == ","
        verbs = frozenset(c.verb for c in (cue, lead) if c is not None and (c is lead or lead is None or breaks_off))
        if lead is not None:
            after = after if cue is not None else Side(high, high)
            cue = lead if cue is None or (lead.strong and lead.verb is not None) else cue
        elif cue is None and closing(text, pair) in _ENDS and before.first >= before.last:
            cue = sentence_after(doc, high, bounds[i + 1][0] if i + 1 < len(pairs) else len(doc))
        if cue is None:
            left.append(i)
            if last and last.pair == i - 1 and before.first <= last.after.last:
                # A title or a scare quote within the attribution: what follows may still run on.
                last.pair, last.end, last.after = i, pair.end, Side(last.after.first, after.last)
            continue
        runs = [content]
        if cue is lead and (opening := _clause_before(doc, text, pair, before, cue)):
            if left and left[-1] == i - 1 and _joined(doc, text, pairs[i - 1], before.first):
                opening = pairs[left.pop()].start, opening[1]
            runs, form = [opening, content], "mixed"
        attribution = Attribution(runs, cue.cue, cue.source, cue.head, marked=True, pointed=cue.pointed)
        found.append((attribution, form))
        last = _Last(i, pair.end, attribution, verbs, after)
    return found, left


def _behind(doc: Doc, text: str, pair: Pair, before: Side, after: Side) -> Cue | None:
    """The cue that follows the marks in their sentence."""
    if before.first >= before.last and (cue := copula_after(doc, after)) is not None:
        return cue
    cue = cue_after(doc, text, pair, after)
    return unlisted(doc, text, pair, after) if cue is None and before.first >= before.last else cue


def _goes_on(doc: Doc, text: str, pair: Pair, after: Side) -> bool:
    """Whether the sentence goes on behind the marks with words that belong to what they begin."""
    if closing(text, pair) in _ENDS or after.last - after.first < 4:
        return False
    return doc[after.first].is_alpha and (doc[after.first].lower_ in _JOINS or closing(text, pair) != ",")


def _clause_before(doc: Doc, text: str, pair: Pair, before: Side, cue: Cue) -> Run | None:
    """What is reported before the cue, where the marks go on with it ('If it fails, he wrote, “nobody wins.”')."""
    starts = text[pair.inner_start : pair.inner_start + 1]
    if cue.source is None or cue.cue is None or not starts.islower() or doc[before.last - 1].text != ",":
        return None
    low, high = doc[before.first].idx, min(cue.source[0], cue.cue[0])
    lead = text[low:high].rstrip(" ,–—-")
    if lead.lower() in _JOINS or not text[low:high].rstrip().endswith((",", "–", "—", "-")):
        return None
    return low, low + len(lead)


def _reports(doc: Doc, side: Side) -> bool:
    """Whether the words before the marks hold a finite reporting verb of their own."""
    return any(is_cue(t) and t.tag_ in ("VBD", "VBZ", "VBP") for t in doc[side.first : side.last])


def _opening(doc: Doc, text: str, pairs: Sequence[Pair], i: int, before: Side, left: list[int]) -> Run | None:
    """The run from the sentence's beginning where its own words lead into the marks ('Voters "think so," he said.')."""
    if before.first >= before.last and not (left and left[-1] == i - 1):
        return None
    first = before.first
    at = i
    while at - 1 in left and first > 0 and _joined(doc, text, pairs[at - 1], first):
        at -= 1
        first = _sentence_start(doc, first_token_from(doc, pairs[at].start))
        left.remove(at)
    words = [t for t in doc[first : before.last] if t.is_alpha]
    if not words or (len(words) <= 2 and doc[before.last - 1].text == ","):
        return None
    while first < before.last and (doc[first].is_space or (doc[first].is_punct and not doc[first].is_quote)):
        first += 1
    return doc[first].idx, pairs[i].inner_end


def _sets_scene(doc: Doc, opening: Run, cue: Cue) -> bool:
    """Whether the words up to the marks are none of what is said after them.

    They set the scene ('In “Her Life,” Roe wrote that', 'Asked on “Today,” she said she had not'), or they stand beside
    the subject ('Roe, who calls it “a farce,” said').
    """
    verb = doc[cue.verb] if cue.verb is not None else None
    inside = doc.char_span(*opening, alignment_mode="expand")
    if verb is None or inside is None:
        return False
    if not is_cue(verb) and (inside[0].pos_ in ("ADP", "SCONJ") or inside[0].tag_ == "WRB"):
        return True
    if any(c.dep_ in ("nsubj", "nsubjpass") and inside.start <= c.i < inside.end for c in verb.children):
        return not any(c.dep_ == "nsubj" and c.i > verb.i for c in verb.children)
    if any(c.dep_ == "ccomp" and c.left_edge.i > verb.i for c in verb.children):
        return True
    if any(t.tag_ in FINITE for t in inside):
        return False
    leads = inside[0].pos_ in ("ADP", "SCONJ") or inside[0].tag_ in ("VBG", "VBN")
    return leads or any(c.dep_ == "dobj" and c.i > verb.i for c in verb.children)


def _opens_scene(doc: Doc, run: Run) -> bool:
    """Whether words are no statement but what the speaker was doing: 'Watching “Her Life” on Monday'."""
    inside = doc.char_span(*run, alignment_mode="expand")
    return inside is not None and inside[0].tag_ == "VBG" and not any(t.tag_ in FINITE for t in inside)


def _joined(doc: Doc, text: str, pair: Pair, place: int) -> bool:
    """Whether the sentence that goes on at token `place` holds the pair before it."""
    ends = text[pair.inner_end - 1 : pair.inner_end] in (".", "?", "!")
    return not ends and pair.end <= doc[place].idx <= pair.end + 2


def _sentence_start(doc: Doc, place: int) -> int:
    while place > 0 and not doc[place].is_sent_start:
        place -= 1
    return place


def _runs_on(doc: Doc, text: str, pair: Pair, last: _Last, before: Side, after: Side, lead: Cue | None) -> bool:
    """Whether these marks hold the rest of the utterance before: only its cue, or nothing, stands between."""
    ended = text[pair.inner_start : pair.inner_end].rstrip(" '’‘\"”")[-1:] in (".", "?", "!", "…", "-", "—")
    trailing = [t for t in doc[after.first : after.last] if t.is_alpha]
    phrase = trailing and trailing[0].pos_ == "ADP" and not any(t.tag_ in FINITE for t in trailing)
    if lead is not None and lead.verb in last.verbs and doc[before.last - 1].text == ",":
        return lead.verb is not None
    if after.first < after.last and doc[after.first].text in ("—", "–", "-", "--"):
        trailing = []  # an aside, or the cue of what comes next
    if lead is None and _aside(text, last, pair):
        return True
    if trailing and not ended and not phrase:
        return False
    if lead is not None:
        return lead.verb is not None and lead.verb in last.verbs
    if (
        before.last == last.after.last
        and before.last > last.after.first
        and doc[before.last - 1].text not in (",", ":")
        and not (doc[before.last - 1].lower_ in _JOINS and doc[before.last - 2].text == ",")
    ):
        return False
    between = [t for t in doc[last.after.last : before.last] if t.is_alpha]
    return not between or (len(between) == 1 and between[0].lower_ in _JOINS and doc[before.last - 1].is_alpha)


def _aside(text: str, last: _Last, pair: Pair) -> bool:
    """Whether only words between dashes stand between two pieces: '“... and” — she paused — “...”'."""
    between = text[last.end : pair.start].strip()
    return 2 < len(between) <= _LONGEST_ASIDE and between[0] in "—–-" and between[-1] in "—–-" and "\n" not in between
