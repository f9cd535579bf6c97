"""What a reading of one block yields before it becomes a record: content, cue and source as runs of characters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.extract.quotes import cues
from pipeline.extract.quotes.kinds import is_human

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Run = tuple[int, int]
"""Start and end in a block's characters."""

_TRIM = frozenset(",.;:–—-\"“”''``()")


@dataclass(slots=True)
class Attribution:
    """Reported words in one block.

    `content`: its pieces in order; `head`: token index of the source's head word; `stance`: what somebody wants,
    judges or names, rather than a statement; `pointed`: a copula leads from the words to their cue.
    """

    content: list[Run]
    cue: Run | None = None
    source: Run | None = None
    head: int | None = None
    marked: bool = False
    use: str = "speech"
    stance: bool = False
    pointed: bool = False


def trimmed(doc: Doc, first: int, last: int) -> list[Run]:
    """The run of tokens `first` to `last` without the signs and conjunctions at its ends: one run or none."""
    while first <= last and (doc[first].text in _TRIM or doc[first].is_space):
        first += 1
    while last >= first and (doc[last].text in _TRIM or doc[last].is_space or doc[last].dep_ == "cc"):
        last -= 1
    if first > last:
        return []
    while last + 2 < len(doc) and doc[last + 1].text == "-" and not doc[last].whitespace_ + doc[last + 1].whitespace_:
        last += 2  # 're-exported' is one word, whatever the parse made of it
    return [(doc[first].idx, doc[last].idx + len(doc[last].text))]


def run_of(tokens: list[Token]) -> Run:
    """The characters from the first to the last of some tokens."""
    first = min(tokens, key=lambda t: t.i)
    last = max(tokens, key=lambda t: t.i)
    return first.idx, last.idx + len(last.text)


def source_run(head: Token, stop: Token | None = None) -> Run:
    """The whole noun phrase of a source's head word, up to but without `stop`; outer punctuation left out."""
    doc: Doc = head.doc
    left, right = head.left_edge.i, head.right_edge.i
    if stop is not None:
        if stop.i > head.i:
            right = min(right, stop.i - 1)
        else:
            left = max(left, stop.i + 1)
    while right > head.i and (doc[right].is_punct or doc[right].is_space) and doc[right].text not in ").":
        right -= 1
    while left < head.i and (doc[left].is_punct or doc[left].is_space or doc[left].dep_ in ("cc", "mark", "preconj")):
        left += 1
    return doc[left].idx, doc[right].idx + len(doc[right].text)


def cue_run(verb: Token) -> Run:
    """A cue verb with its auxiliaries, negation, particle and the adverbs between them."""
    tokens = [verb]
    doc = verb.doc
    place = verb.i - 1
    while (
        place >= 0
        and (doc[place].dep_ in ("aux", "auxpass", "neg") or (doc[place].dep_ == "advmod" and doc[place].pos_ == "ADV"))
        and doc[place].head in (verb, *tokens)
    ):
        tokens.append(doc[place])
        place -= 1
    if verb.i + 1 < len(doc) and doc[verb.i + 1].dep_ == "prt":
        tokens.append(doc[verb.i + 1])
    return run_of(tokens)


def subject_of(verb: Token) -> Token | None:
    """The head word of who does what a verb says: its own subject, else the one it shares or inherits."""
    seen = 0
    passive = False
    while seen < 6:
        seen += 1
        for child in verb.children:
            if child.dep_ == "nsubj":
                return child
            if child.dep_ == "nsubjpass":
                passive = True
        if passive:
            return _agent(verb)
        if (speaker := quoted_by(verb) or _goes_on_saying(verb)) is not None:
            return speaker
        if verb.dep_ in ("conj", "xcomp", "advcl", "pcomp", "dep", "ccomp") and verb.dep_ != "ROOT":
            if _is_addressed(verb):
                return _agent(verb)
            above = verb.head
            if verb.dep_ == "pcomp" or above.pos_ == "ADP":
                above = above.head
                if (judged := _judged(above, verb.head)) is not None:
                    return judged
            if verb.dep_ == "xcomp":
                patient = next((c for c in above.children if c.dep_ in ("dobj", "dative")), None)
                if patient is not None and above.lemma_ not in ("use", "take", "issue", "release"):
                    return patient
            if above.pos_ in ("NOUN", "PROPN"):
                return above
            if verb.dep_ == "ccomp" or above.i == verb.i:
                return None
            verb = above
            continue
        if verb.dep_ == "acl" and verb.tag_ == "VBN" and not any(c.dep_ == "ccomp" for c in verb.children):
            return _agent(verb)  # 'a plan called a farce by critics': the plan says nothing
        if verb.dep_ in ("acl", "relcl"):
            return verb.head
        break
    return _before(verb)


def _is_addressed(verb: Token) -> bool:
    """Whether a participle in front stands for what somebody was asked or told ('Asked whether ..., she said')."""
    bare = verb.dep_ == "advcl" and verb.tag_ in ("VBN", "VBD") and verb.lemma_.lower() in cues.ADDRESSING
    return bare and not any(c.dep_ in ("aux", "auxpass") for c in verb.children)


def quoted_by(verb: Token) -> Token | None:
    """Who is quoted by another: the object of 'Stokes quoted Roe as saying', asked of either verb."""
    if verb.dep_ == "pcomp" and verb.head.lower_ == "as":
        verb = verb.head.head
    if verb.lemma_.lower() not in ("quote", "cite"):
        return None
    sayings = (g for c in verb.children if c.lower_ == "as" for g in c.children if g.dep_ == "pcomp")
    if not any(g.lemma_.lower() in cues.SAYING for g in sayings):
        return None
    return next((c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")), None)


def _goes_on_saying(verb: Token) -> Token | None:
    """Who adds something, where the participle hangs on what was said: 'Roe said the gate was shut, adding that ...'.

    Whoever adds has spoken before; another verb may be of the person spoken about, but not of a thing.
    """
    clause = verb.head
    if verb.dep_ != "advcl" or verb.tag_ != "VBG" or verb.lemma_.lower() not in cues.SAYING or clause.i > verb.i:
        return None
    if clause.dep_ != "ccomp" or clause.head.lemma_.lower() not in cues.SAYING:
        return None
    inner = next((c for c in clause.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    person = inner is not None and (inner.pos_ in ("PROPN", "PRON") or is_human(inner.lemma_.lower()))
    return None if person and verb.lemma_ != "add" else subject_of(clause.head)


def _judged(verb: Token, preposition: Token) -> Token | None:
    """Who is judged for what he does or says ('criticised Roe for calling it a farce'): the doer of what follows."""
    if preposition.lower_ not in ("for", "of") or verb.lemma_.lower() not in cues.NAMING | cues.JUDGING:
        return None
    return next((c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")), None)


def _before(verb: Token) -> Token | None:
    """The noun right before a finite verb, where the parser gave the verb no subject."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return None
    doc, place = verb.doc, verb.i - 1
    while place > verb.sent.start and doc[place].pos_ in ("ADV", "AUX", "PART"):
        place -= 1
    return doc[place] if place >= verb.sent.start and doc[place].pos_ in ("PROPN", "NOUN", "PRON") else None


def _agent(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ == "agent":
            return next((t for t in child.children if t.dep_ == "pobj"), None)
    return None
