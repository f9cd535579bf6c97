"""Whether a statement can be read alone, and what helps where it cannot: the sentence before it, in brackets."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.extract.claims.pointers import KINDS, stands_for_nothing
from pipeline.extract.claims.statements import Statement
from pipeline.extract.claims.tree import SUBJECTS, Tree, Word
from pipeline.extract.claims.who import Seen

LONGEST = 240
"""Characters of a sentence that are worth putting in brackets."""
_POINTING = frozenset({"this", "that", "these", "those"})
_OPEN = frozenset(KINDS) | _POINTING
_NAMED_AS = SUBJECTS | {"dobj", "pobj", "attr"}
_PERSONS = frozenset({"PERSON", "DATE", "TIME"})
_SOME = frozenset({"another", "both", "each", "either", "neither", "former", "latter", "two", "three", "pair", "rest"})
_DATED = frozenset({"DATE", "TIME"})
_WHICH = ("relcl", "acl", "prep", "appos")
"""What says of a noun which one is meant, behind it."""


def left_open(seen: Seen, statement: Statement, names: Mapping[int, str]) -> str:
    """Why a statement cannot be read alone, where its subject is a pointer that nothing answers; "" where it can.

    What has a name, a day or a figure of its own can still be looked up.
    """
    tree, subject = seen.tree, statement.subject
    if subject is None or subject in names or any(_can_be_looked_up(seen, i) for i in statement.own):
        return ""
    word = tree[subject]
    if word.lower == "you":
        return 'it speaks to somebody as "you"'
    open_ = _points(seen, word) or (seen.meant[subject] is not None and seen.rivalled(statement, subject))
    return f'what "{word.lower}" stands for is not clear' if open_ else ""


def unanswered(seen: Seen) -> frozenset[int]:
    """The pronouns of a sentence that nothing answers, but for "its" and "their", which are mostly of the subject."""
    return frozenset(w.i for w in seen.tree.words if w.i not in seen.pointers and _is_open(seen, w))


def _is_open(seen: Seen, word: Word) -> bool:
    if word.tag == "PRP$":
        return word.lower in ("his", "her") and seen.meant[word.i] is None and not seen.ids[word.i]
    return _points(seen, word) and (word.dep not in SUBJECTS or seen.same_subject(word.head, word.i) is None)


def told_before(seen: Seen, statement: Statement, names: Mapping[int, str]) -> str:
    """The sentence before, in brackets, for a statement of which the subject points out of it; "" for any other."""
    subject = statement.subject
    if not seen.told or subject is None:
        return ""
    if _object_leads_out(seen, statement, names):
        return f"[{seen.told}] "
    if subject in names:
        return ""
    tree, word = seen.tree, seen.tree[subject]
    named = any(w.label == "PERSON" and w.dep in SUBJECTS for w in tree.words[:subject])
    if (word.lower in ("he", "she") and named) or _speaks(tree, statement, word):
        return ""
    out = _pointed_noun(tree, word) or _of_some(tree, word) or _points(seen, word)
    return f"[{seen.told}] " if out else ""


def _speaks(tree: Tree, statement: Statement, word: Word) -> bool:
    """Whether "they" are those who say it: "some 55 percent of voters said they were ill"."""
    source = statement.cues[-1].source if statement.cues else None
    return word.lower == "they" and source is not None and tree[source].pos == "NOUN"


def _object_leads_out(seen: Seen, statement: Statement, names: Mapping[int, str]) -> bool:
    """Whether the object of a statement is "it" or "them" and the sentence has nothing before it that it can mean."""
    tree = seen.tree
    for word in tree.kids(statement.head, "dobj"):
        things = (w for w in tree.words[: word.i] if w.pos in ("NOUN", "PROPN") and w.dep in _NAMED_AS)
        if word.i not in names and _points(seen, word) and all(w.label in _PERSONS for w in things):
            return True
    return False


def _of_some(tree: Tree, word: Word) -> bool:
    """Whether a subject is one or some of those told of before: "another", "both", "the latter"."""
    alone = tree.kid(word.i, *_WHICH, "amod", "nummod", "compound") is None
    first = not any(w.dep in SUBJECTS for w in tree.words[: word.i])
    return word.lower in _SOME and word.dep in SUBJECTS and alone and first


def as_context(sentence: str, last: str) -> str:
    """A sentence as it is put before the next one: whole, the last statement of it where it is long, else nothing."""
    told = sentence if len(sentence) <= LONGEST else last
    if len(told) > LONGEST:
        return ""
    paired = told.count('"') % 2 == 0 and told.count("“") == told.count("”")
    return told if paired else "".join(c for c in told if c not in '"“”')


def _points(seen: Seen, word: Word) -> bool:
    """Whether a word is a pronoun that nothing answers, and stands for something."""
    if word.tag == "DT" and (word.dep == "det" or seen.tree.kid(word.i, *_WHICH) is not None):
        return False
    pronoun = word.lower in _OPEN and word.tag in ("PRP", "DT")
    return pronoun and seen.meant[word.i] is None and not seen.ids[word.i] and not stands_for_nothing(seen, word)


def _pointed_noun(tree: Tree, word: Word) -> bool:
    """Whether a noun is one that was told of before: "this decision", "such attacks", not "that part of the bill"."""
    pointer = word.pos == "NOUN" and any(
        w.lower in _POINTING | {"such"} for w in tree.kids(word.i, "det", "amod", "predet")
    )
    return pointer and word.label not in _DATED and word.dep in SUBJECTS and tree.kid(word.i, *_WHICH) is None


def _can_be_looked_up(seen: Seen, i: int) -> bool:
    return bool(seen.ids[i]) or seen.figures[i] is not None or seen.dates[i] is not None
