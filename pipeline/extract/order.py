"""Which of two happenings came first, where an article's words say so: "after", "before", "followed by", "days later".

Only what is told as having happened: "before he could act" and "will vote after the break" put nothing in order.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from pipeline.extract.claims.derivations import verb_of
from pipeline.extract.dates import quoted
from pipeline.extract.sentences import Passage
from pipeline.model import Document, Order, Span, Timex

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_AFTER, _BEFORE = frozenset({"after", "following", "once"}), frozenset({"before"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_UNREAL = frozenset({"will", "would", "can", "could", "may", "might", "shall", "should", "must", "wo", "'ll"})
_TAKES_PLACE = frozenset({"come", "occur", "happen"})
_VERBS = frozenset({"VERB", "AUX"})
_LATER = ("later", "following", "next", "after")


def find_orders(document: Document, passages: tuple[Passage, ...], dates: tuple[Timex, ...]) -> tuple[Order, ...]:
    """Every pair of happenings that the article's own words put in order, by place; none in quotations.

    Raises nothing: where a happening cannot be told, there is no order.
    """
    found: dict[tuple[Span, Span, Span], Order] = {}
    for passage in passages:
        if not passage.judged:
            continue
        marks = quoted(passage.parse.text)
        for cue, earlier, later in (*_in_sentences(passage), *_across_sentences(passage, dates)):
            if any(start <= cue.start - passage.block.at.start < end for start, end in marks):
                continue
            first, then = (passage.of(passage.parse[t.i : t.i + 1]) for t in (earlier, later))
            order = Order(document.doc, cue, first, then, _act(earlier), _act(later))
            found[order.at, order.earlier, order.later] = order
    return tuple(sorted(found.values(), key=lambda o: (o.at, o.earlier, o.later)))


def _act(token: Token) -> str:
    """The verb of a happening, as frames have it; "" where there is none."""
    if token.pos_ in _VERBS:
        return token.lemma_.lower()
    return verb_of(token.lemma_.lower()) or ""


def _in_sentences(passage: Passage) -> Iterator[tuple[Span, Token, Token]]:
    """Word of order, what came first, what came then."""
    for token in passage.parse:
        word, cue = token.lower_, passage.of(passage.parse[token.i : token.i + 1])
        if word in _AFTER | _BEFORE and (pair := _around(token)) is not None:
            inner, outer = pair
            yield (cue, inner, outer) if word in _AFTER else (cue, outer, inner)
        elif token.lemma_ == "follow" and token.pos_ == "VERB" and (pair := _followed(token)) is not None:
            yield cue, *pair


def _around(cue: Token) -> tuple[Token, Token] | None:
    """The happening that "after" or "before" opens, and the one that it is put beside."""
    if cue.dep_ == "mark" and cue.head.dep_ == "advcl":
        inner, outer = cue.head, cue.head.head
    elif cue.dep_ == "prep":
        inner = next((c for c in cue.children if c.dep_ in ("pcomp", "pobj")), cue)
        outer = cue.head
    else:
        return None
    if any(c.dep_ == "npadvmod" and c.ent_type_ == "DATE" and c.lower_ in ("year", "years") for c in cue.children):
        return None
    if not _happened(outer):
        return None
    if outer.lemma_ in _TAKES_PLACE:
        outer = next((c for c in outer.children if c.dep_ in _SUBJECTS), outer)
        if not _is_act(outer):
            return None
    if not (_happened(inner) or inner.tag_ == "VBG" or _is_act(inner)):
        return None
    return inner, outer


def _followed(verb: Token) -> tuple[Token, Token] | None:
    """What came first and then: "the vote was followed by a protest", "a protest followed the vote"."""
    agent = next((c for c in verb.children if c.dep_ == "agent"), None)
    subject = next((c for c in verb.children if c.dep_ in _SUBJECTS), None)
    if agent is not None:
        first = verb.head if verb.dep_ == "acl" else subject
        then = next((c for c in agent.children if c.dep_ == "pobj"), None)
    else:
        first, then = next((c for c in verb.children if c.dep_ == "dobj"), None), subject
        if verb.tag_ not in ("VBD", "VBZ", "VBN"):
            return None
    if first is None or then is None or not (_is_act(first) and _is_act(then)):
        return None
    return first, then


def _happened(token: Token) -> bool:
    """Whether a verb tells of what took place: past or perfect, not denied, nothing that could or would be."""
    if token.pos_ not in _VERBS:
        return False
    helpers = [c for c in token.children if c.dep_ in ("aux", "auxpass", "neg")]
    if any(h.dep_ == "neg" or h.lower_ in _UNREAL or h.tag_ == "TO" for h in helpers):
        return False
    tags = {token.tag_, *(h.tag_ for h in helpers)}
    return "VBD" in tags or (token.tag_ == "VBN" and bool(tags & {"VBZ", "VBP"}))


def _is_act(token: Token) -> bool:
    return token.pos_ == "NOUN" and bool(_act(token))


def _across_sentences(passage: Passage, dates: tuple[Timex, ...]) -> Iterator[tuple[Span, Token, Token]]:
    """ "Two days later, the ministry approved": after what the sentence before tells, which nothing dates."""
    offset = passage.block.at.start
    counted = {t.at.start - offset: t for t in dates if _counts_on(t) and passage.block.at.holds(t.at)}
    if not counted:
        return
    for before, sentence in pairwise(passage.parse.sents):
        cue = next((t for t in sentence if t.idx in counted), None)
        if cue is not None and _leads(cue, sentence) and _happened(before.root) and _happened(sentence.root):
            yield counted[cue.idx].at, before.root, sentence.root


def _counts_on(timex: Timex) -> bool:
    """Whether it counts forward from another happening, and from no date."""
    words = timex.at.text.lower().split()
    return timex.when.status == "unresolved" and bool(timex.reading) and any(w in words for w in _LATER)


def _leads(cue: Token, sentence: Tokens) -> bool:
    """Whether it opens the sentence and dates its main verb."""
    head = cue
    while head.head != head and head.pos_ not in _VERBS:
        head = head.head
    return cue.i - sentence.start <= 2 and head.i == sentence.root.i
