"""What "it", "they", "this bill" and the like stand for where it is no name but a phrase of the text before.

A pronoun takes the phrase that weighs most by nearness and role (after Lappin and Leass 1994), a noun with a pointer
the last fuller phrase of the same noun. Where two weigh nearly the same nothing is taken.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pipeline.extract.claims.clauses import PERSONAL
from pipeline.extract.claims.cues import BODIES, SAY, THINK, WRITTEN
from pipeline.extract.claims.events import EVENTS
from pipeline.extract.claims.things import (
    POINTERS,
    SUBJECT,
    Thing,
    is_full,
    is_person,
    speaker_of,
    things_of,
    weight_of,
)
from pipeline.extract.claims.tree import SUBJECTS, Tree, Word
from pipeline.extract.claims.who import Pointer, Seen
from pipeline.names import FEMALE, MALE
from pipeline.text import listed

REACH = 8
"""Sentences that a noun with a pointer reaches back; a pronoun reaches back one."""

KINDS = {
    **dict.fromkeys(("it", "its", "itself"), "n"),
    **dict.fromkeys(("they", "them", "their", "themselves"), "p"),
    **dict.fromkeys(("he", "him", "his", "himself"), "m"),
    **dict.fromkeys(("she", "her", "herself"), "f"),
}
_LEADS = frozenset({"a", "an", "one", "another"}) | POINTERS
_SAME = (
    listed("bill legislation measure act"),
    listed("plan proposal"),
    listed("picture photo photograph image"),
    listed("statement comment remark"),
    listed("tweet post"),
    listed("suit lawsuit case"),
    listed("film movie video"),
    listed("article story report piece"),
    listed("attack assault raid"),
    listed("company firm"),
    listed("deal agreement accord"),
)
_PLAIN = listed(
    """time day week month year hour minute moment country nation world state government president public media press
    city house people way thing man woman fact end beginning past future same rest case point morning afternoon evening
    night weekend economy law street internet court party situation problem question reason issue part side others one
    number group kind sort"""
)
"""Nouns that "the" often makes plain by itself, or that mean another thing each time."""
_MEN = MALE | listed("husband son man boy boyfriend uncle nephew grandfather widower")
_WOMEN = FEMALE | listed("wife daughter mother woman girl girlfriend aunt niece grandmother widow")
_NEAR, _BEFORE, _ALIKE = 2.0, 1.5, 0.5
_OVER, _OWN = 0.7, 1.5
"""More for the subject of the clause above that of the pronoun; for that of its own clause, whose "its" it is."""
_LEAST, _MARGIN = 3.0, 1.0
_PAIR = 2
"""Sentences back within which "the two" were named."""


class Pointers:
    """What the sentences of one article point back at. Sentences are counted through the article."""

    def __init__(self) -> None:
        self._told: list[Thing] = []
        self._sentence = 0

    def meant(self, seen: Seen) -> dict[int, Pointer]:
        """What the words of the next sentence stand for that point back."""
        self._sentence += 1
        self._told = [t for t in self._told if self._sentence - t.sentence <= REACH]
        found: dict[int, Pointer] = {}
        for word in seen.tree.words:
            thing: Thing | None = None
            if word.lower in KINDS and word.lower.endswith(("self", "selves")):
                continue  # of whoever does it, who stands in the same clause
            if word.lower in KINDS and word.tag in ("PRP", "PRP$"):
                thing = self._pronoun(seen, word)
                self._told.append(self._again(seen, word, thing))
            elif word.lower in ("two", "pair") and _is_bare(seen.tree, word):
                thing = self._pair()
            elif (word.pos == "NOUN" or word.lower == "one") and word.dep != "compound":
                thing = self._noun(seen, word)
                self._told.extend(things_of(seen, word, self._sentence, thing))
            elif word.tag in ("NNP", "NNPS") and word.dep not in ("compound", "nmod"):
                self._told.extend(things_of(seen, word, self._sentence, None))
            if thing is not None and not _is_of_anyone(seen.tree, word):
                found[word.i] = Pointer(thing.text, thing.head if thing.sentence == self._sentence else None)
        return found

    def _again(self, seen: Seen, word: Word, thing: Thing | None) -> Thing:
        """The same thing, named once more by a pronoun; one that is not known stands in the way of others."""
        weight, verb = weight_of(seen.tree, word)
        kind = KINDS[word.lower]
        thing = thing or Thing(0, 0, word.lower, plural=kind == "p", person=kind in "mf")
        speaker = speaker_of(seen, word.i)
        return replace(thing, sentence=self._sentence, head=word.i, weight=weight, verb=verb, speaker=speaker)

    def _pronoun(self, seen: Seen, word: Word) -> Thing | None:
        kind = KINDS[word.lower]
        if seen.meant[word.i] is not None or seen.ids[word.i] or stands_for_nothing(seen, word):
            return None
        able: dict[str, tuple[float, Thing]] = {}
        for weight, thing in self._weighed(seen, word, kind):
            name = thing.text or thing.lemma
            if name not in able or able[name][0] < weight:
                able[name] = weight, thing
        ranked = sorted(able.values(), key=lambda a: (-a[0], a[1].sentence, a[1].head))
        if not ranked or ranked[0][0] < _LEAST or not ranked[0][1].text:
            return None
        if len(ranked) > 1 and (ranked[0][0] - ranked[1][0] < _MARGIN or word.dep in ("dobj", "dative", "pobj")):
            return None
        best = ranked[0][1]
        if kind == "n" and best.lemma.endswith(PERSONAL) and best.lemma not in BODIES | WRITTEN and not best.named:
            return None
        known_elsewhere = best.named and seen.passage.block.kind != "headline"
        return None if kind in "mf" and (known_elsewhere or word.dep not in SUBJECTS) else best

    def _weighed(self, seen: Seen, word: Word, kind: str) -> Iterator[tuple[float, Thing]]:
        """The things that a pronoun could mean, each with its weight."""
        tree, speaker = seen.tree, speaker_of(seen, word.i)
        _, verb = weight_of(tree, word)
        able = [t for t in self._told if _agrees(t, kind)]
        alone = not any(t.sentence == self._sentence for t in able)
        reach = 1 if alone or (word.dep != "dobj" and _in_front(tree, verb)) else 0
        subject = word.dep in SUBJECTS
        speaks = subject and tree[word.head].lemma in SAY | THINK
        for thing in able:
            back = self._sentence - thing.sentence
            if back > reach or thing.speaker != speaker or (not back and _is_beside(tree, word, thing, verb)):
                continue
            if speaks and not (thing.person or thing.lemma in BODIES | WRITTEN):
                continue
            if word.dep == "dative" and not (thing.person or thing.lemma in BODIES):
                continue
            if thing.person and _is_called_a_thing(seen, word):
                continue
            weight = thing.weight + (_BEFORE if back else _NEAR)
            weight += _ALIKE if subject == (thing.weight >= SUBJECT) else 0.0
            if not back and verb >= 0 and thing.weight >= SUBJECT:
                over = thing.verb == (tree[verb].head if subject else verb)
                weight += (_OVER if subject else _OWN) if over else 0.0
            yield weight, thing

    def _pair(self) -> Thing | None:
        """The two who were named together of late."""
        able = [t for t in self._told if t.pair and self._sentence - t.sentence <= _PAIR]
        return able[-1] if able and able[-1].text and len({t.text for t in able}) == 1 else None

    def _noun(self, seen: Seen, word: Word) -> Thing | None:
        """The fuller phrase of the same noun that "this bill" or "the bill" takes up."""
        tree = seen.tree
        pointer = next((w.lower for w in tree.kids(word.i, "det", "predet", "amod") if w.lower in POINTERS), None)
        if pointer is None or is_full(tree, word) or seen.ids[word.i] or any(tree.kids(word.i, "appos", "conj")):
            return None
        if word.lemma in _PLAIN or word.lemma in EVENTS or is_person(seen, word):
            return None
        same = next((group for group in _SAME if word.lemma in group and pointer != "the"), frozenset({word.lemma}))
        able = [t for t in self._told if t.lemma in same and t.plural == (word.tag == "NNS") and t.full]
        last = able[-1] if able else None
        if last is None or len([w for w in last.text.split() if w.lower() not in _LEADS]) < 2:
            return None
        if pointer == "the" and not (last.new and last.weight >= 1 and self._sentence - last.sentence <= REACH // 2):
            return None
        return last if all(t.text in (last.text, "") for t in able) else None


def _is_bare(tree: Tree, word: Word) -> bool:
    """Whether "two" stands for whole: "the two", not "two", "the two men"."""
    return tree.kid(word.i, "det") is not None and not is_full(tree, word)


def _agrees(thing: Thing, kind: str) -> bool:
    """Whether a thing is of the number and kind of a pronoun."""
    if kind in "np":
        return thing.plural == (kind == "p") and not (thing.person and kind == "n")
    return thing.person and not thing.plural and thing.lemma not in (_MEN if kind == "f" else _WOMEN)


def _is_beside(tree: Tree, word: Word, thing: Thing, verb: int) -> bool:
    """Whether a phrase of the pronoun's own sentence is not what it means: it comes later, the pronoun is within it, or
    the two are parts of one clause, which then are two things; "its" may be the subject's."""
    if thing.head > word.i or any(w.i == thing.head for w in tree.chain(word.i)):
        return True
    return word.tag == "PRP" and verb >= 0 and thing.verb == verb


def _is_of_anyone(tree: Tree, word: Word) -> bool:
    """Whether "they" follows "anyone" or "somebody" in its sentence, and means whoever that is."""
    indefinite = ("any", "some", "every", "no")
    return KINDS.get(word.lower) == "p" and any(
        w.lower.endswith(("one", "body")) and w.lower.startswith(indefinite) for w in tree.words[: word.i]
    )


def _is_called_a_thing(seen: Seen, word: Word) -> bool:
    """ "As if they were bank accounts": whether a pronoun is said to be something that nobody is."""
    tree = seen.tree
    said = tree.kid(word.head, "attr") if tree[word.head].lemma == "be" and word.dep in SUBJECTS else None
    return said is not None and said.pos == "NOUN" and not is_person(seen, said)


def _in_front(tree: Tree, verb: int) -> bool:
    """Whether a verb is that of the sentence, of one joined to it, or of what is said there."""
    if verb in (-1, tree.root):
        return True
    head = tree[verb]
    content = head.dep == "ccomp" and tree[tree.root].lemma in SAY
    return head.head == tree.root and (content or head.dep in ("conj", "parataxis"))


def stands_for_nothing(seen: Seen, word: Word) -> bool:
    """ "It is time to go", "made it harder to", "it is from them that": a pronoun that points at nothing, or at the
    noun right before it ("Norland, with its long coast")."""
    tree = seen.tree
    head = tree[word.head]
    if word.tag == "PRP$" and head.dep == "pobj" and tree[head.head].lower == "with":
        return True
    if word.lower != "it":
        return False
    if head.pos == "ADJ" or (word.i + 1 < len(tree) and tree[word.i + 1].pos == "ADJ"):
        return True
    if word.dep not in SUBJECTS:
        return False
    cleft = head.lemma == "be" and any(w.dep in ("prep", "advmod", "neg") for w in tree.kids(head.i))
    that = any(w.lower == "that" and w.i > head.i and w.dep in ("mark", *SUBJECTS, "dobj") for w in tree.words)
    return seen.empty(head.i, word.i) or (cleft and that)
