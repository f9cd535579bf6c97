"""Slips of the parser on news prose, repaired before anything reads the parse.

"Acme said on Thursday its profit fell": without a "that" the day of the saying is hung on what was said. And the
subject is missed where a body and an office stand before a name ("Bureau for Fisheries President Ida Lund said"), where
a rare first name is taken for a preposition ("said board chair Reinold Lund"), and behind an opening phrase that is
followed by a name in apposition ("After the vote, Ida Lund, its chair, resigned").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SAYING = frozenset({"say", "announce", "report", "warn", "add", "claim", "confirm", "insist", "argue"})
_DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday", "today"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_NOMINAL = frozenset({"NOUN", "PROPN"})


def mend(parse: Doc) -> Doc:
    """The same parse, in place."""
    for clause in [t for t in parse if t.dep_ == "ccomp" and t.head.lemma_ in _SAYING]:
        day = _day_behind(clause)
        if day is not None:
            day.head = clause.head
    for subject in [t for t in parse if t.dep_ in ("nsubj", "nsubjpass") and t.pos_ in _NOMINAL]:
        name = _first_name_as_preposition(subject) or _person_behind_office(subject)
        if name is not None:
            _take_over(subject, name, "compound")
        elif (opener := _opener_without_object(subject)) is not None:
            name = next(k for k in subject.children if k.dep_ == "appos")
            for kid in [k for k in subject.children if k.i > name.i]:
                kid.head = subject.head
            _take_over(subject, name, "pobj", opener)
    return parse


def _take_over(subject: Token, name: Token, dep: str, under: Token | None = None) -> None:
    """Make `name` the subject, the old one a dependent of it or of `under`."""
    verb, role = subject.head, subject.dep_
    name.head, name.dep_ = verb, role
    subject.head, subject.dep_ = under or name, dep


def _first_name_as_preposition(subject: Token) -> Token | None:
    """ "Chair Reinold Lund", its middle word read as a preposition: the last word of the name."""
    for kid in subject.children:
        if kid.dep_ == "prep" and kid.tag_ == "NNP" and kid.i == subject.i + 1:
            last = next((k for k in kid.children if k.dep_ == "pobj" and k.tag_ == "NNP" and k.i == kid.i + 1), None)
            if last is not None:
                kid.head, kid.dep_ = last, "compound"
            return last
    return None


def _person_behind_office(subject: Token) -> Token | None:
    """The person who ends a subject that begins with a body: "the Bureau for Fisheries President Ida Lund"."""
    last = subject.right_edge
    if subject.pos_ != "PROPN" or last.ent_type_ != "PERSON" or last.dep_ != "pobj" or last.head.head != subject:
        return None
    first = last.left_edge
    office = next((k for k in last.children if k.dep_ == "compound" and k.ent_type_ != "PERSON"), None)
    inner = office is not None and last.head.dep_ == "prep" and last.head.i < first.i < office.i < last.i
    return last if inner else None


def _opener_without_object(subject: Token) -> Token | None:
    """The preposition that opens a sentence and governs nothing, right before a subject with a name in apposition."""
    start = subject.left_edge.i
    name = next((k for k in subject.children if k.dep_ == "appos"), None)
    if start == 0 or name is None or name.ent_type_ not in ("PERSON", "ORG", "GPE") or subject.pos_ == "PROPN":
        return None
    before = subject.doc[start - 1]
    if before.dep_ != "prep" or before.head != subject.head or any(before.children) or not before.is_sent_start:
        return None
    return before if subject.doc[name.left_edge.i - 1].text == "," else None


def _day_behind(clause: Token) -> Token | None:
    """The "Thursday" or "on Thursday" that begins a reported clause, right behind the verb and before the subject."""
    first = clause.left_edge
    kid = next((k for k in clause.children if k.left_edge == first), None)
    subject = next((k for k in clause.children if k.dep_ in _SUBJECTS), None)
    if kid is None or subject is None or first.i != clause.head.i + 1 or kid.right_edge.i + 1 != subject.left_edge.i:
        return None
    bare = kid.dep_ in ("npadvmod", "nmod") and len(list(kid.subtree)) == 1
    named = kid if bare else next(iter(kid.children), None) if kid.lower_ == "on" and kid.dep_ == "prep" else None
    return kid if named is not None and named.lower_ in _DAYS else None
