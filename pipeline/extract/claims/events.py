"""Nouns of action that point back at a verb: "Norland suspended exports ... The suspension".

A definite noun with nothing that says of what ("the suspension") is tied to the last telling of its verb, or of the
noun with its object, a few sentences back. Where two tellings with other objects are within reach, nothing is tied.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.extract.claims.derivations import verb_of
from pipeline.extract.claims.phrases import nouns
from pipeline.extract.claims.tree import SUBJECTS, Tree, Word
from pipeline.text import listed

REACH = 6
"""Sentences that a noun reaches back."""
LONGEST = 70
"""Characters of a telling that are worth putting in brackets."""

EVENTS = listed(
    """suspension embargo ban decision announcement agreement withdrawal removal seizure closure arrival departure
    approval refusal denial dismissal resignation appointment nomination invasion explosion expansion extension
    resumption reduction acquisition destruction cancellation termination evacuation indictment settlement shooting
    killing bombing attack strike raid arrest boycott siege assault sale purchase transfer release halt pause freeze
    veto rescue murder merger deployment shipment payment ratification violation accusation restoration launch visit"""
)
_THE = frozenset({"the", "this", "that"})
_WHOSE = frozenset({"of", "on", "against", "between", "to", "by", "from", "with", "over", "in", "at", "for"})


@dataclass(frozen=True, slots=True)
class _Telling:
    sentence: int
    verb: str
    about: str
    text: str


class Events:
    """The acts that an article has told of so far. Sentences are counted through the article."""

    def __init__(self) -> None:
        self._told: list[_Telling] = []
        self._sentence = 0

    def meant(self, tree: Tree) -> dict[int, str]:
        """The nouns of the next sentence that point back at a verb, each with the words of that telling."""
        self._sentence += 1
        self._told = [t for t in self._told if self._sentence - t.sentence <= REACH]
        found = {}
        for word in tree.words:
            if word.lemma in EVENTS and _points_back(tree, word):
                text = self._last(verb_of(word.lemma) or word.lemma)
                if text:
                    found[word.i] = f"{word.text} [{text}]"
        self._told.extend(_tellings(tree, self._sentence))
        return found

    def _last(self, verb: str) -> str:
        able = [t for t in self._told if t.verb == verb]
        return able[-1].text if len({t.about for t in able}) == 1 else ""


def _points_back(tree: Tree, word: Word) -> bool:
    if word.tag != "NN" or word.dep not in (*SUBJECTS, "dobj", "pobj"):
        return False
    if not any(w.lower in _THE for w in tree.kids(word.i, "det")):
        return False
    return not any(
        w.dep in ("poss", "compound", "nmod", "relcl", "acl", "appos", "conj", "nummod")
        or (w.dep == "amod" and w.tag in ("JJS", "JJR"))
        or (w.dep == "prep" and w.lower in _WHOSE and w.i > word.i)
        for w in tree.kids(word.i)
    )


def _tellings(tree: Tree, sentence: int) -> Iterator[_Telling]:
    wanted = {verb_of(noun) or noun for noun in EVENTS}
    for word in tree.words:
        if word.pos == "VERB" and word.lemma in wanted and not tree.kid(word.i, "neg"):
            told = _of_verb(tree, word)
        elif word.lemma in EVENTS and word.tag == "NN" and any(w.lower in ("of", "on") for w in tree.kids(word.i)):
            told = word, tree.text(nouns(tree, word.i))
        else:
            continue
        if told is not None and len(told[1]) <= LONGEST:
            yield _Telling(sentence, verb_of(word.lemma) or word.lemma, _about(tree, told[0]), told[1])


def _of_verb(tree: Tree, verb: Word) -> tuple[Word, str] | None:
    """What was done to, else who did it, with verb and phrase as printed; None where that is a pronoun or missing."""
    object_ = tree.kid(verb.i, "dobj")
    before = tree.kid(verb.i, "nsubjpass") or (tree.kid(verb.i, "nsubj") if object_ is None else None)
    part = object_ or before
    if part is None or part.pos == "PRON":
        return None
    phrase = tree.text(nouns(tree, part.i))
    return part, f"{verb.text} {phrase}" if object_ is not None else f"{phrase} {verb.text}"


def _about(tree: Tree, head: Word) -> str:
    """What tells one act from another: the noun that it was done to."""
    if head.lemma in EVENTS:
        inner = (p for w in tree.kids(head.i, "prep") for p in tree.kids(w.i, "pobj"))
        return next((p.lemma for p in inner), head.lemma)
    return head.lemma
