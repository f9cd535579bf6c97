"""Which other verbs a date holds for: clauses that tell of one moment ("wrote on Friday, calling it a lie")."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_UTTERANCES = frozenset(
    {
        "statement",
        "letter",
        "interview",
        "speech",
        "post",
        "tweet",
        "message",
        "memo",
        "email",
        "e-mail",
        "note",
        "video",
    }
    | {"announcement", "release", "testimony", "article", "editorial", "broadcast", "address", "remark", "comment"}
)
_WHERE = frozenset({"in", "at", "during", "on", "through", "via", "with"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_NOT_ALONGSIDE = frozenset({"follow", "include", "accord", "concern", "regard", "exclude", "begin", "start", "end"})


def together(verb: Token) -> tuple[Token, ...]:
    """Verbs that tell of the same moment as this one, which a date hangs on, in order of their place.

    Its participles ("saying", "calling"), the clause that a "when" ties it to, and the verb that has it as the words of
    an utterance ("in a statement issued on Monday, Roe said").
    """
    found = [kid for kid in verb.children if _alongside(kid)]
    found += [kid for kid in verb.children if kid.dep_ == "advcl" and _opened_by_when(kid) and not _dated(kid)]
    head = verb.head
    if verb.dep_ == "advcl" and head != verb and _opened_by_when(verb):
        found.append(head)
    if verb.dep_ == "acl" and head.lemma_.lower() in _UTTERANCES:
        found += _saying(head)
    return tuple(sorted((t for t in found if t.pos_ in ("VERB", "AUX")), key=lambda t: t.i))


def _saying(noun: Token) -> list[Token]:
    above = noun.head
    held = noun.dep_ == "pobj" and above.lower_ in _WHERE and above.head.pos_ in ("VERB", "AUX")
    return [above.head] if held else []


def _alongside(kid: Token) -> bool:
    if kid.dep_ != "advcl" or kid.tag_ != "VBG" or kid.lemma_ in _NOT_ALONGSIDE:
        return False
    opened = any(c.tag_ in ("WRB", "IN") and c.i < kid.i for c in kid.children)
    helped = any(c.dep_ in ("mark", "aux", "auxpass") or c.dep_ in _SUBJECTS for c in kid.children)
    return not (opened or helped or _dated(kid))


def _opened_by_when(verb: Token) -> bool:
    return any(c.lower_ == "when" and c.i < verb.i for c in verb.children)


def _dated(verb: Token) -> bool:
    """Whether a date of its own hangs on it."""
    below = [c for c in verb.children if c.dep_ in ("prep", "npadvmod", "advmod")]
    return any(t.ent_type_ in ("DATE", "TIME") for c in below for t in (c, *c.children))
