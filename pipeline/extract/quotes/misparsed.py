"""Reported clauses that the parser hung elsewhere than on the verb that reports them, or took for something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.extract.quotes import cues
from pipeline.extract.quotes.beside import FINITE, Side, cue_at_end
from pipeline.extract.quotes.parts import Attribution, Run, trimmed
from pipeline.text import listed

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

OCCASIONS = listed("interview statement conference briefing letter email e-mail memo tweet post video broadcast speech")
"""Nouns of where something is said, which stand between a verb and what it reports."""
_TIMES = listed("time day night week month year meeting debate session rally")
_ASKING = listed("ask tell wonder question explain recall inform remind")
_RELATIVES = frozenset(("WDT", "WP", "WP$", "WRB"))


def misplaced(verb: Token, other: bool) -> list[Run]:
    """The clause of a verb that has no clause in the parse.

    `other`: the verb has another complement; then only a that-clause behind when or where it was said will do.
    """
    found = _that_clause(verb, other)
    return found if found or other else _question(verb) or _clause_as_object(verb)


def _that_clause(verb: Token, other: bool) -> list[Run]:
    """A that-clause hung on a noun between it and its verb ('argued for the second time that ...'), or torn apart."""
    for token in verb.doc[verb.i + 1 : verb.right_edge.i]:
        if token.lower_ != "that":
            continue
        if token.dep_ == "mark" and token.head == verb and not other:
            return trimmed(verb.doc, token.i, verb.right_edge.i)  # 'noting that at one point last year he had led'
        if token.head.dep_ not in ("relcl", "acl"):
            continue
        noun = token.head.head
        said_then = noun.dep_ == "pobj" and noun.head.head.i == verb.i and token.i == noun.i + 1
        if token.dep_ != "mark" and not (said_then and noun.lemma_.lower() in _TIMES | OCCASIONS):
            continue
        if other and not said_then:
            continue
        if noun.lemma_.lower() not in cues.NOUNS and any(t.i == verb.i for t in noun.ancestors):
            return trimmed(verb.doc, token.i, token.head.right_edge.i)
    return []


def _question(verb: Token) -> list[Run]:
    """What is asked or told, hung on who is asked ('was asked by a caller why the bridge was closed')."""
    if verb.lemma_.lower() not in _ASKING:
        return []
    for token in verb.doc[verb.i + 1 : verb.right_edge.i]:
        clause = token.head
        asks = token.lower_ in ("why", "how") or (token.lower_ == "whether" and token.dep_ == "mark")
        if asks and clause.dep_ in ("relcl", "advcl") and clause.left_edge == token and verb in clause.ancestors:
            return [] if clause.head.lemma_ in ("reason", "way") else trimmed(verb.doc, token.i, clause.right_edge.i)
    return []


def _clause_as_object(verb: Token) -> list[Run]:
    """A clause whose subject was taken for the object, its verb for a relative clause ('said the boat he had sank').

    Or for a gerund with a clause of its own ('said raising the fare would hurt'). Only of a verb that takes a clause
    rather than an object.
    """
    if verb.lemma_.lower() not in (cues.STATING | cues.THINKING) - cues.JUDGING - cues.NAMING:
        return []
    for child in verb.children:
        if child.i < verb.i:
            continue
        within = child.children
        if child.dep_ == "xcomp" and child.tag_ == "VBG" and any(c.dep_ == "ccomp" and _finite(c) for c in within):
            return trimmed(verb.doc, child.left_edge.i, child.right_edge.i)
        if child.dep_ == "dobj" and any(c.dep_ == "relcl" and _finite(c) and _bare(child, c) for c in within):
            return trimmed(verb.doc, child.left_edge.i, child.right_edge.i)
    return []


def told_at_end(sentence: Tokens) -> Attribution | None:
    """A sentence that its last clause reports, where the parser made that clause a part of what is said.

    'The firm lobbied for both, said agent and adviser Jane Roe': the saying was read as another thing the firm did.
    """
    doc, last = sentence.doc, sentence.end
    while last > sentence.start and doc[last - 1].is_space:
        last -= 1
    ended = cue_at_end(doc, Side(sentence.start, last))
    if ended is None or any(t.is_quote for t in sentence):
        return None
    comma, cue = ended
    if cue.verb is None or cue.source is None or doc[cue.verb].lemma_.lower() not in cues.STATING:
        return None
    apart = any(c.dep_ in ("nsubj", "nsubjpass") and c.i < comma for c in doc[cue.verb].children)
    behind = doc[min(cue.verb + 1, last - 1)].pos_
    states = sentence.root.i < comma and any(t.tag_ in FINITE for t in doc[sentence.start : comma])
    if apart or not states or behind not in ("PROPN", "NOUN", "ADP", "PUNCT"):
        return None
    return Attribution(trimmed(doc, sentence.start, comma - 1), cue.cue, cue.source, cue.head)


def _finite(verb: Token) -> bool:
    return verb.tag_ in FINITE or any(c.dep_ in ("aux", "auxpass") and c.tag_ in FINITE for c in verb.children)


def _bare(noun: Token, clause: Token) -> bool:
    """Whether nothing leads a clause behind a noun: no relative pronoun, no "that"."""
    between = noun.doc[noun.i + 1 : clause.i]
    return not any(t.tag_ in _RELATIVES or t.lower_ == "that" for t in between)
