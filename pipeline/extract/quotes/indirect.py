"""Reported clauses from the parse: what is said, thought, shown or wanted, by whom, and the words that say so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pipeline.extract.quotes import cues
from pipeline.extract.quotes.parts import Attribution, Run, cue_run, source_run, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

_CLAUSAL = cues.STATING | cues.THINKING
_TRIM = frozenset(",.;:–—-\"“”''``()")


def find_reported(doc: Doc) -> Iterator[Attribution]:
    """Every reported clause of a block, in the order of its cue."""
    for sentence in doc.sents:
        for token in sentence:
            if token.pos_ == "VERB" or token.tag_.startswith("VB"):
                yield from _verb(token, sentence)
            elif token.lower_ == "according" and token.i + 1 < len(doc) and doc[token.i + 1].lower_ == "to":
                yield from _according(token, sentence)


def _verb(verb: Token, sentence: Tokens) -> Iterator[Attribution]:
    lemma = verb.lemma_.lower()
    subject = subject_of(verb)
    content: list[Run] = []
    for child in verb.children:
        if child.dep_ == "ccomp" and lemma in _CLAUSAL:
            if child.i < verb.i and child.right_edge.i < verb.i:
                content = _around(verb, sentence, subject)
            else:
                content = _trimmed(verb.doc, max(child.left_edge.i, verb.i + 1), child.right_edge.i)
            break
        if child.dep_ == "xcomp" and child.i > verb.i and lemma in cues.WILLING and _infinitive(child):
            content = _trimmed(verb.doc, child.left_edge.i, child.right_edge.i)
            break
        if child.dep_ in ("dobj", "oprd") and child.i > verb.i and lemma in (cues.NAMING | cues.JUDGING):
            content = _trimmed(verb.doc, child.left_edge.i, _object_end(verb, child))
            break
    if not content and verb.dep_ == "parataxis" and lemma in _CLAUSAL:
        content = _around(verb, sentence, subject)
    if not content:
        return
    source = source_run(subject, verb) if subject is not None else None
    yield Attribution(content, cue_run(verb), source, subject.i if subject is not None else None)


def _infinitive(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.tag_ == "TO" for c in verb.children)


def _object_end(verb: Token, thing: Token) -> int:
    end = thing.right_edge.i
    for child in verb.children:
        if child.i <= thing.i:
            continue
        if child.dep_ in ("oprd", "xcomp") or (child.dep_ in ("prep", "advcl") and child.lower_ in ("as", "of", "for")):
            end = max(end, child.right_edge.i)
    return end


def _trimmed(doc: Doc, first: int, last: int) -> list[Run]:
    while first <= last and (doc[first].text in _TRIM or doc[first].is_space):
        first += 1
    while last >= first and (doc[last].text in _TRIM or doc[last].is_space):
        last -= 1
    if first > last:
        return []
    return [(doc[first].idx, doc[last].idx + len(doc[last].text))]


def _around(verb: Token, sentence: Tokens, subject: Token | None) -> list[Run]:
    """The sentence without the clause that reports it: one run, or two where that clause stands in the middle."""
    doc = verb.doc
    first = verb.i
    if subject is not None and subject.head == verb:
        first = min(first, subject.left_edge.i)
    for child in verb.children:
        if child.dep_ in ("aux", "auxpass", "neg", "advmod") and child.i < verb.i:
            first = min(first, child.i)
    last = verb.i
    for child in verb.children:
        if child.dep_ in ("nsubj", "dobj", "dative", "prep", "npadvmod", "advmod", "prt", "advcl") and child.i > verb.i:
            last = max(last, child.right_edge.i)
    runs = _trimmed(doc, sentence.start, first - 1)
    tail = _trimmed(doc, last + 1, sentence.end - 1)
    if last + 1 < sentence.end and doc[last + 1].text == "," and tail:
        return runs + tail
    return runs


def _according(token: Token, sentence: Tokens) -> Iterator[Attribution]:
    doc = token.doc
    to = doc[token.i + 1]
    head = next((t for t in to.children if t.dep_ == "pobj"), None)
    if head is None:
        return
    last = head.right_edge.i
    runs = _trimmed(doc, sentence.start, token.i - 1) + _trimmed(doc, last + 1, sentence.end - 1)
    if runs:
        cue = (token.idx, to.idx + len(to.text))
        yield Attribution(runs, cue, source_run(head), head.i)
