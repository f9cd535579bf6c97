# ruff: noqa: E501
"""Which way a bare name points: "met Monday" and "will meet Monday" are two Mondays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.extract.dates.expressions import Expression

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_AHEAD = frozenset({"will", "shall", "'ll", "wo", "would", "may", "might", "could", "should", "must"})
_PLANNING = frozenset(["plan", "schedule", "expect", "slate", "due", "set", "aim", "intend", "hope", "want", "begin", "start", "promise", "agree", "need"])
_AHEAD_PREPOSITIONS = frozenset({"until", "till", "by", "next"})


def direction(expression: Expression, parse: Doc) -> str:
    """`past`, `future` or `near`, from the verb that the expression hangs on."""
    tokens = parse.char_span(expression.start, expression.end, alignment_mode="expand")
    if tokens is None or not len(tokens):
        return "past"
    verb = _governor(tokens.root)
    if verb is None:
        return "past"
    return _of_verb(verb)


def _governor(token: Token) -> Token | None:
    for _ in range(12):
        if token.pos_ in ("VERB", "AUX"):
            return token
        if token.head is token:
            return None
        token = token.head
    return None


def _of_verb(verb: Token) -> str:
    for _ in range(6):
        helpers = {c.lower_: c for c in verb.children if c.dep_ in ("aux", "auxpass")}
        if _AHEAD & helpers.keys() and "have" not in helpers:
            return "future"
        if "to" in helpers and verb.tag_ == "VB":
            return "future"
        if verb.tag_ == "VBD" or any(h.tag_ == "VBD" for h in helpers.values()):
            return "past"
        if verb.tag_ == "VBN" and any(h.lower_ in ("has", "have", "'ve", "'s") for h in helpers.values()):
            return "past"
        if verb.tag_ in ("VBP", "VBZ") or any(h.tag_ in ("VBP", "VBZ") for h in helpers.values()):
            return "future" if verb.tag_ != "VBN" or verb.lemma_ in _PLANNING else "past"
        if verb.head is verb:
            break
        parent = _governor(verb.head)
        if parent is None or parent is verb:
            break
        verb = parent
    return "past"
