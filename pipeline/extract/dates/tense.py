"""Which way a bare name points: "met Monday" and "will meet Monday" are two Mondays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.extract.dates.expressions import Expression

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_AHEAD = frozenset({"will", "shall", "'ll", "wo", "would", "may", "might", "could", "should", "must", "can"})
_PLANNING = frozenset(
    {"plan", "schedule", "expect", "slate", "due", "set", "aim", "intend", "hope", "want", "go", "agree", "promise"}
    | {"prepare", "vow", "pledge", "propose", "threaten", "ask", "urge", "need", "order", "continue", "bind", "invite"}
)
_DECIDING = frozenset(
    {"announce", "postpone", "delay", "extend", "move", "vote", "call", "project", "forecast", "predict", "warn"}
    | {"book", "give", "approve", "decide", "reschedule", "push", "fix", "reserve", "designate", "declare"}
    | {"expire"}
)
_LIKELY = frozenset({"likely", "unlikely", "due", "set", "ready", "about", "poised", "sure", "certain", "bound"})
_UNTIL = frozenset({"until", "till"})
_LASTING = frozenset(
    {"last", "run", "continue", "stay", "remain", "go", "work", "live", "stand", "wait", "be", "have", "keep", "serve"}
    | {"fight", "talk", "sit", "sleep", "rain", "burn", "hide", "know", "hear", "see", "say"}
)
_AT = frozenset({"on", "in", "since", "during", "at"})
_ENDS = frozenset({"until", "till", "by", "to", "for", "of", "'s", "from", "after", "before", "through", "effective"})


def direction(expression: Expression, parse: Doc) -> str:
    """`past`, `future`, `back`, `ahead` or `near`, from the verb that the expression hangs on.

    A weekday without a verb that looks ahead is the one behind. Longer periods lean to one side (`back`, `ahead`)
    where the tense is not that of their own clause.
    """
    tokens = parse.char_span(expression.start, expression.end, alignment_mode="expand")
    if tokens is None or not len(tokens):
        return "past"
    root = tokens.root
    verb = _governor(root)
    way = _of_verb(verb) if verb is not None else ""
    above = root.head.head
    by_preposition = root.head.pos_ == "ADP" and (above == verb or above.ent_type_ == "TIME")
    through_noun = verb is not None and root.head != verb and not by_preposition
    if expression.reading.startswith("weekday") and root.head.lower_ in _UNTIL and verb is not None:
        return "past" if verb.lemma_ in _LASTING and way == "past" else "future"
    if expression.reading.startswith(("weekday", "weekend")):
        return "future" if way == "future" or (way == "present" and not through_noun) else "past"
    if expression.reading.startswith(("quarter", "half")):
        # Results are told of the period behind, whatever the tense: "expects to report a loss for the third quarter".
        if way == "past" and not through_noun:
            return "past"
        return "ahead" if way == "future" and root.head.lower_ == "in" and not through_noun else "back"
    if way == "future":
        return "ahead"
    if root.head.lower_ in _ENDS or way == "open":
        return "near"
    if way == "past" and not through_noun:
        return "past"
    return "near" if way == "present" else "back"


def verb_of(expression: Expression, parse: Doc) -> tuple[Token | None, bool]:
    """The verb that an expression hangs on, and whether directly or by a preposition of time.

    Not directly: by the noun of a phrase that says where ("wrote in a post Tuesday").
    """
    tokens = parse.char_span(expression.start, expression.end, alignment_mode="expand")
    if tokens is None or not len(tokens):
        return None, False
    step, direct = tokens.root.head, True
    if step.pos_ == "ADP" and step.lower_ in _AT:
        step = step.head
    if step.pos_ in ("NOUN", "PROPN") and step.head.pos_ == "ADP" and step.head.head != step.head:
        step, direct = step.head.head, False
    return (step, direct) if step.pos_ in ("VERB", "AUX") else (None, False)


def told(verb: Token | None) -> str:
    """`past` or `future` where a verb says so plainly of what it dates, else empty."""
    if verb is None or verb.lemma_ in _PLANNING or verb.lemma_ in _DECIDING:
        return ""
    way = _tense(verb)
    if way == "future":
        helpers = {c.lower_ for c in verb.children if c.dep_ == "aux"}
        return "future" if helpers & {"will", "shall", "'ll"} else ""
    return way if way == "past" and not any(c.dep_ == "neg" for c in verb.children) else ""


def _governor(token: Token) -> Token | None:
    for _ in range(12):
        if token.pos_ in ("VERB", "AUX"):
            return token
        if token.head == token:
            return None
        token = token.head
    return None


def _of_verb(verb: Token) -> str:
    """past, present, future, `open` ("had been set to expire"), or nothing where no verb on the way up has a tense."""
    for _ in range(6):
        own = _tense(verb)
        if own:
            return own
        parent = _governor(verb.head) if verb.head != verb else None
        if parent is None or parent == verb:
            return ""
        if _infinitive(verb) and verb.head.lemma_ in _LIKELY:
            return "open" if any(c.lower_ == "had" for c in parent.children) else "future"
        if _infinitive(verb) and (parent.lemma_ in _PLANNING or parent.lemma_ == "be"):
            return "future"
        verb = parent
    return ""


def _infinitive(verb: Token) -> bool:
    return verb.tag_ == "VB" or any(c.tag_ == "TO" for c in verb.children)


def _tense(verb: Token) -> str:
    helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    if any(h.lower_ in _AHEAD for h in helpers) and not any(h.lower_ in ("have", "'ve") for h in helpers):
        return "future"
    if any(h.lower_ in ("has", "have", "'ve", "had") for h in helpers) and verb.tag_ == "VBN":
        return "future" if verb.lemma_ == "schedule" else "past"
    tags = {verb.tag_, *(h.tag_ for h in helpers)}
    if verb.tag_ in ("VBN", "VBG") and verb.lemma_ in _PLANNING and tags & {"VBD", "VBZ", "VBP"}:
        return "future"
    if "VBD" in tags:
        return "past"
    if verb.tag_ == "VBN" and not helpers:
        return "past"
    if tags & {"VBP", "VBZ"}:
        return "past" if verb.tag_ == "VBN" else "present"
    return ""
