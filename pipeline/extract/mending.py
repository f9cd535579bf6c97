"""One slip of the parser on news prose, repaired before anything reads the parse.

"Acme said on Thursday its profit fell": without a "that" the day of the saying is hung on what was said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SAYING = frozenset({"say", "announce", "report", "warn", "add", "claim", "confirm", "insist", "argue"})
_DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday", "today"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})


def mend(parse: Doc) -> Doc:
    """The same parse, in place, a day right behind a verb of saying hung on that verb."""
    for clause in [t for t in parse if t.dep_ == "ccomp" and t.head.lemma_ in _SAYING]:
        day = _day_behind(clause)
        if day is not None:
            day.head = clause.head
    return parse


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
