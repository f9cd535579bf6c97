"""The speaker whom a copula names: '“...” was how Roe put it', '“...” was Roe's answer', '“...” That was Roe'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.extract.quotes import cues
from pipeline.extract.quotes.beside import FINITE, Cue, Side
from pipeline.extract.quotes.parts import cue_run, source_run
from pipeline.text import listed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_MANNER = listed("how what all")
"""Words that open a clause about the words before: 'was how Roe put it', 'was all Roe would say'."""
_TELLS = cues.SAYING | cues.STATING | cues.NAMING | cues.CALLING | listed("put phrase")
_WORDS = listed(
    "word message answer reply response reaction retort verdict comment remark statement claim assertion argument "
    "explanation description warning announcement accusation allegation complaint pledge prediction conclusion "
    "question advice assessment view opinion refrain quip boast cry"
)
"""Nouns for what somebody says."""
_FROM = listed("of from by")
_THESE = listed("that this those these it such")
_SPEAKING = listed("speak talk") | cues.SAYING
_REACH = 25
"""Tokens after the copula in which its clause or its noun is looked for."""


def copula_after(doc: Doc, side: Side) -> Cue | None:
    """The cue and the source where a copula right behind the marks says whose words they are."""
    first = side.first
    while first < side.last and doc[first].text in (",", "-", "–", "—"):
        first += 1
    if first + 1 >= side.last or doc[first].lemma_ != "be" or doc[first].tag_ not in FINITE:
        return None
    return _clause(doc, first + 1, side.last) or _noun(doc, first + 1, side.last)


def sentence_after(doc: Doc, place: int, ceiling: int) -> Cue | None:
    """The cue and the source in the sentence that begins at token `place`, if all it does is say who spoke just now."""
    while place < ceiling and doc[place].is_space:
        place += 1
    last = next((i for i in range(place, ceiling) if doc[i].text in (".", "?", "!", ";")), ceiling)
    if last - place < 3:
        return None
    if doc[place].lower_ in ("so", "thus") and doc[place + 1].tag_ in FINITE:
        return _inverted(doc, place + 1, last)
    verb = doc[place + 1]
    if doc[place].lower_ in _THESE and verb.lemma_ == "be" and verb.tag_ in FINITE:
        return _person(doc, verb, last) or _clause(doc, place + 2, last) or _noun(doc, place + 2, last)
    return _speaking(doc, place, last)


def _clause(doc: Doc, first: int, last: int) -> Cue | None:
    """'how Roe described it', 'what Roe called the plan', 'all Roe would say': the verb and its subject."""
    if first >= last or doc[first].lower_ not in _MANNER:
        return None
    for verb in doc[first + 1 : min(last, first + _REACH)]:
        subject = next((c for c in verb.children if c.dep_ == "nsubj" and first < c.i < verb.i), None)
        if verb.pos_ == "VERB" and subject is not None:
            return (
                Cue(cue_run(verb), source_run(subject, verb), subject.i, verb.i, pointed=True) if _tells(verb) else None
            )
    return None


def _noun(doc: Doc, first: int, last: int) -> Cue | None:
    """'the message from Roe', 'the words of Roe', 'Roe's verdict': the noun and whose it is."""
    noun = next((t for t in doc[first : min(last, first + _REACH)] if t.pos_ == "NOUN" and t.dep_ != "compound"), None)
    if noun is None or noun.lemma_.lower() not in _WORDS or noun.left_edge.i < first:
        return None
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    if owner is None:
        links = (c for c in noun.children if c.dep_ == "prep" and c.lower_ in _FROM)
        owner = next((g for c in links for g in c.children if g.dep_ == "pobj" and g.i < last), None)
    if owner is None or owner.pos_ not in ("PROPN", "NOUN", "PRON"):
        return None
    start, end = source_run(owner)
    if owner.dep_ == "poss":
        end = next((c.idx for c in owner.children if c.dep_ == "case"), end)
    return Cue((noun.idx, noun.idx + len(noun.text)), (start, end), owner.i)


def _person(doc: Doc, verb: Token, last: int) -> Cue | None:
    """'That was Jane Roe, the mayor': a person's name, and nothing that belongs to the person."""
    place = verb.i + 1
    while place < last and doc[place].pos_ in ("DET", "ADJ", "NOUN", "PROPN") and doc[place].ent_type_ != "PERSON":
        place += 1
    end = place
    while end < last and doc[end].ent_type_ == "PERSON" and doc[end].tag_ != "POS":
        end += 1
    if end == place or (end < last and doc[end].tag_ == "POS"):
        return None
    head = doc[end - 1]
    return Cue(cue_run(verb), (doc[verb.i + 1].idx, head.idx + len(head.text)), head.i)


def _inverted(doc: Doc, place: int, last: int) -> Cue | None:
    verb = doc[place]
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and place < c.i < last), None)
    if subject is None or not _tells(verb):
        return None
    return Cue(cue_run(verb), source_run(subject, verb), subject.i, verb.i)


def _speaking(doc: Doc, place: int, last: int) -> Cue | None:
    """'Roe was speaking after the vote': a clause that tells when or where somebody spoke."""
    for verb in doc[place:last]:
        if verb.tag_ != "VBG" or verb.lemma_.lower() not in _SPEAKING or verb.dep_ != "ROOT":
            continue
        subject = next((c for c in verb.children if c.dep_ == "nsubj" and place <= c.left_edge.i), None)
        plain = not any(c.dep_ in ("dobj", "ccomp", "xcomp", "neg") for c in verb.children)
        if subject is not None and plain and any(c.dep_ == "aux" and c.lemma_ == "be" for c in verb.children):
            return Cue(cue_run(verb), source_run(subject, verb), subject.i, verb.i)
    return None


def _tells(verb: Token) -> bool:
    return verb.lemma_.lower() in _TELLS
