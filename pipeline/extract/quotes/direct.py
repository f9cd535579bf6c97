"""Words between marks that are somebody's utterance: the cue and the source beside them, and what runs on from them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.extract.quotes.cues import SAYING
from pipeline.extract.quotes.marks import Pair
from pipeline.extract.quotes.parts import Attribution, Run, cue_run, source_run, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_REACH = 70
"""Tokens beside the marks in which a cue is looked for."""
_STOPS = frozenset(".!?")


@dataclass(frozen=True, slots=True)
class Side:
    """The tokens outside the marks that belong to the same sentence, `first` to `last` (exclusive)."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Cue:
    """What was found beside the marks."""

    cue: Run | None
    source: Run | None
    head: int | None
    verb: int | None = None


def token_bounds(doc: Doc, pair: Pair) -> tuple[int, int]:
    """The first token at or after the opening mark, and the first one after the closing mark."""
    low = _first_token_from(doc, pair.start)
    high = _first_token_from(doc, pair.end)
    return low, high


def _first_token_from(doc: Doc, place: int) -> int:
    low, high = 0, len(doc)
    while low < high:
        middle = (low + high) // 2
        if doc[middle].idx < place:
            low = middle + 1
        else:
            high = middle
    return low


def find_direct(doc: Doc, text: str, pairs: Sequence[Pair]) -> tuple[list[Attribution], list[int]]:
    """The utterances among the pairs of a block, and the indices of the pairs that are none (or not by themselves)."""
    found: list[Attribution] = []
    left_over: list[int] = []
    bounds = [token_bounds(doc, p) for p in pairs]
    last: tuple[int, Attribution, Side] | None = None
    for i, pair in enumerate(pairs):
        floor = bounds[i - 1][1] if i else 0
        ceiling = bounds[i + 1][0] if i + 1 < len(pairs) else len(doc)
        before = _before(doc, bounds[i][0], floor)
        after = _after(doc, text, pair, bounds[i][1], ceiling)
        content = (pair.inner_start, pair.inner_end)
        cue = _cue_after(doc, text, pair, after)
        if cue is None and last and last[0] == i - 1 and _runs_on(doc, text, pair, last, bounds[i][0], after):
            last[1].content.append(content)
            last = (i, last[1], after)
            continue
        if cue is None:
            cue = _cue_before(doc, text, pair, before, after)
            side = before
        else:
            side = after
        if cue is None:
            left_over.append(i)
            continue
        attribution = Attribution([content], cue.cue, cue.source, cue.head, marked=True)
        found.append(attribution)
        last = (i, attribution, after if side is after else Side(bounds[i][1], bounds[i][1]))
    return found, left_over


def _before(doc: Doc, place: int, floor: int) -> Side:
    first = place
    while first > floor and place - first < _REACH:
        # A colon or comma before the marks does not end the sentence, whatever the parser thought.
        leads = first - 1 >= floor and doc[first - 1].text in (":", ",")
        if doc[first].is_sent_start and first < place and not leads:
            break
        first -= 1
    return Side(first, place)


def _after(doc: Doc, text: str, pair: Pair, place: int, ceiling: int) -> Side:
    last = place
    while last < ceiling and last - place < _REACH:
        token = doc[last]
        if token.text in _STOPS or (token.is_sent_start and last > place + 2 and doc[last - 1].text in (".", "?", "!")):
            break
        if "\n" in token.text:
            break
        last += 1
    return Side(place, last)


def _closing(text: str, pair: Pair) -> str:
    """The last sign inside the marks, or the sign right after them: a quotation's end."""
    inner = text[pair.inner_start : pair.inner_end].rstrip(" '’‘\"”")
    tail = inner[-1:] if inner else ""
    if tail and tail in ",.?!…—–-;":
        return tail
    follow = text[pair.end : pair.end + 1]
    return follow if follow in ",—–-" and follow else tail


def _cue_after(doc: Doc, text: str, pair: Pair, side: Side) -> Cue | None:
    closing = _closing(text, pair)
    if side.first >= side.last or not closing or closing not in ",?!…—–-.":
        return None
    first = side.first
    while first < side.last and doc[first].text in {",", "-", "--", "–", "—"}:
        first += 1
    if first >= side.last:
        return None
    according = doc[first]
    if according.lower_ in ("according", "per") and closing != ".":
        return _according(doc, first, side.last)
    for place in range(first, side.last):
        verb = doc[place]
        if not _is_cue(verb):
            continue
        if closing == "." and (place - first > 12 or not _adjoins(doc, first, place)):
            return None
        return _with_subject(doc, verb, first, side.last)
    return None


def _adjoins(doc: Doc, first: int, verb: int) -> bool:
    """After a full stop inside the marks, only 'Smith said' or 'said Smith' right there is an attribution."""
    if verb == first:
        return True
    return all(t.pos_ in ("PROPN", "DET", "ADJ", "NOUN", "PRON", "ADV") for t in doc[first:verb]) and (
        verb + 1 >= len(doc) or doc[verb + 1].text in (".", ",") or doc[verb + 1].pos_ == "ADP"
    )


def _is_cue(token: Token) -> bool:
    return (
        token.lemma_.lower() in SAYING
        and token.tag_ in ("VBD", "VBZ", "VBP", "VBG", "VBN", "VB")
        and token.dep_ not in ("relcl", "aux", "amod")
    )


def _according(doc: Doc, place: int, last: int) -> Cue | None:
    to = place + 1 if doc[place].lower_ == "according" else place
    if to >= last:
        return None
    head = next((t for t in doc[to].children if t.dep_ == "pobj" and t.i < last), None)
    if head is None:
        head = next((t for t in doc[to + 1 : last] if t.pos_ in ("PROPN", "NOUN", "PRON")), None)
    if head is None:
        return None
    return Cue((doc[place].idx, doc[to].idx + len(doc[to].text)), source_run(head), head.i, place)


def _with_subject(doc: Doc, verb: Token, first: int, last: int) -> Cue | None:
    """The cue with its subject: the parser's, when it lies beside the marks, else the nearest noun phrase."""
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and first <= c.i < last), None)
    if subject is None:
        shared = subject_of(verb)
        subject = shared if shared is not None and first <= shared.i < last else None
    if subject is None:
        subject = _nearest(doc, verb.i, first, last)
    if subject is None:
        return Cue(cue_run(verb), None, None, verb.i)
    start, end = source_run(subject, verb)
    low = doc[first].idx
    high = doc[last - 1].idx + len(doc[last - 1].text)
    return Cue(cue_run(verb), (max(start, low), min(end, high)), subject.i, verb.i)


def _nearest(doc: Doc, verb: int, first: int, last: int) -> Token | None:
    after = verb + 1
    if verb == first:
        while after < last and doc[after].pos_ in ("DET", "ADJ", "PUNCT", "ADV"):
            after += 1
        while after < last and doc[after].pos_ in ("PROPN", "NOUN", "PRON"):
            if after + 1 >= last or doc[after + 1].pos_ not in ("PROPN", "NOUN"):
                return doc[after]
            after += 1
        return None
    for place in range(verb - 1, first - 1, -1):
        if doc[place].pos_ in ("PROPN", "NOUN", "PRON"):
            return doc[place]
    return None


def _cue_before(doc: Doc, text: str, pair: Pair, side: Side, after: Side) -> Cue | None:
    if side.first >= side.last:
        return None
    last = side.last - 1
    while last > side.first and doc[last].is_space:
        last -= 1
    sign = doc[last].text
    starts = text[pair.inner_start : pair.inner_start + 2].lstrip("'‘’\"“[(… .")
    upper = bool(starts) and (starts[0].isupper() or starts[0].isdigit())
    verbs = [t for t in doc[side.first : side.last] if _is_cue(t)]
    if sign == ":":
        return _colon(doc, side, last, verbs)
    if not verbs:
        return None
    verb = verbs[-1]
    if sign == ",":
        if not upper and _closing(text, pair) not in ".?!,":
            return None
    elif not upper or last - verb.i > 8:
        return None
    if doc[last].lower_ in ("that", "the", "a", "an", "of", "his", "her", "their", "its", "to", "as"):
        return None
    if any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") and t.i > verb.i for t in doc[verb.i + 1 : side.last]):
        return None
    cue = _with_subject(doc, verb, side.first, side.last)
    if cue and cue.source is None:
        shared = subject_of(verb)
        if shared is not None:
            return Cue(cue.cue, source_run(shared), shared.i, verb.i)
    return cue


def _colon(doc: Doc, side: Side, last: int, verbs: list[Token]) -> Cue | None:
    if verbs and last - verbs[-1].i <= 25:
        return _with_subject(doc, verbs[-1], side.first, last)
    subject = next(
        (t for t in doc[side.first : last] if t.dep_ in ("nsubj", "nsubjpass") and t.head.dep_ == "ROOT"), None
    )
    colon = (doc[last].idx, doc[last].idx + 1)
    if subject is not None:
        return Cue(colon, source_run(subject), subject.i, None)
    nouns = [t for t in doc[side.first : last] if t.pos_ in ("PROPN", "NOUN", "PRON")]
    if not nouns or any(t.pos_ in ("VERB", "AUX") for t in doc[side.first : last]):
        return Cue(colon, None, None, None) if nouns else None
    head = nouns[0] if nouns[0].pos_ != "PROPN" else _name_end(doc, nouns[0].i, last)
    return Cue(colon, (nouns[0].idx, head.idx + len(head.text)), head.i, None)


def _name_end(doc: Doc, place: int, last: int) -> Token:
    while place + 1 < last and doc[place + 1].pos_ == "PROPN":
        place += 1
    return doc[place]


def _runs_on(doc: Doc, text: str, pair: Pair, last: tuple[int, Attribution, Side], place: int, after: Side) -> bool:
    """Whether these marks hold the rest of the utterance before: only its cue, or nothing, stands between."""
    side = last[2]
    between = doc[side.last : place]
    if any(t.is_alpha for t in between):
        return False
    follows = [t for t in doc[after.first : after.last] if t.is_alpha]
    return not follows
