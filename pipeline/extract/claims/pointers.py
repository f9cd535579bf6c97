"""What "it", "they", "this bill" and the like stand for where it is no name but a phrase of the text before.

Every noun phrase is kept in mind for a few sentences, with its number, its role and whether it means persons; a pronoun
takes the one that weighs most by nearness and role (after Lappin and Leass 1994), a noun with a pointer the last fuller
phrase of the same noun. Where two weigh nearly the same nothing is taken.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from pipeline.extract.claims.cues import BODIES, SAY, THINK
from pipeline.extract.claims.events import EVENTS
from pipeline.extract.claims.phrases import nouns
from pipeline.extract.claims.statements import Statement
from pipeline.extract.claims.tree import SUBJECTS, Tree, Word
from pipeline.extract.claims.who import Pointer, Seen
from pipeline.extract.entities.titles import ROLES
from pipeline.names import FEMALE, MALE
from pipeline.text import listed

REACH = 8
"""Sentences that a noun with a pointer reaches back; a pronoun reaches back one."""
LONGEST = 80
"""Characters of a phrase that are worth putting in brackets."""

_KINDS = {
    **dict.fromkeys(("it", "its", "itself"), "n"),
    **dict.fromkeys(("they", "them", "their", "themselves"), "p"),
    **dict.fromkeys(("he", "him", "his", "himself"), "m"),
    **dict.fromkeys(("she", "her", "herself"), "f"),
}
_OPEN = frozenset(_KINDS) | {"this", "that", "these", "those"}
_LEADS = frozenset({"a", "an", "the", "this", "that", "these", "those", "one", "another"})
_THE = frozenset({"this", "that", "these", "those", "such", "the"})
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
_ALONE = listed(
    """time day week month year hour minute moment country nation world state government president public media press
    city house people way thing man woman fact end beginning past future same rest case point morning afternoon evening
    night weekend economy law public street internet court party situation problem question reason issue part side
    others one number group kind sort"""
)
"""Nouns that "the" often makes plain by itself, or that mean another thing each time."""
_PEOPLE = ROLES | listed(
    """man woman child girl boy person people parent mother father wife husband son daughter brother sister friend
    supporter opponent voter resident worker employee member colleague ally relative neighbor neighbour victim villager
    protester demonstrator citizen passenger pupil patient"""
)
_SHARES = listed("majority number group handful dozen couple some many most few several half third lot score crowd")
_NO_THING = listed("others some many most both none all such those these one ones lot lots something anything nothing")
_MEN = MALE | listed("husband son man boy boyfriend uncle nephew grandfather widower")
_WOMEN = FEMALE | listed("wife daughter mother woman girl girlfriend aunt niece grandmother widow")
_MAIN = {"nsubj": 2.0, "nsubjpass": 2.0, "dobj": 1.0, "pobj": 0.3, "attr": -0.5, "agent": 0.5, "dative": 0.5}
_NEAR, _BEFORE = 2.0, 1.5
_LEAST, _MARGIN = 3.0, 1.0
_FULLER = ("amod", "compound", "nmod", "prep", "poss", "relcl", "acl", "nummod")
_DOWN = ("relcl", "acl", "advcl", "ccomp", "pcomp")


@dataclass(frozen=True, slots=True)
class Thing:
    """A noun phrase that was named. `speaker`: in whose quotation, "" outside of any; `text`: "" where it cannot be
    printed alone; `full`: it says of what kind; `new`: it is brought in as something new ("a bill"), `named`: by name."""

    sentence: int
    head: int
    lemma: str
    plural: bool
    person: bool
    weight: float
    verb: int
    speaker: str
    text: str
    full: bool
    new: bool
    named: bool = False


class Things:
    """The noun phrases of an article so far. Sentences are counted through the article."""

    def __init__(self) -> None:
        self._told: list[Thing] = []
        self._sentence = 0

    def meant(self, seen: Seen) -> dict[int, Pointer]:
        """What the words of the next sentence stand for that point back."""
        tree = seen.tree
        self._sentence += 1
        self._told = [t for t in self._told if self._sentence - t.sentence <= REACH]
        found: dict[int, Pointer] = {}
        for word in tree.words:
            if word.lower in _KINDS and word.tag in ("PRP", "PRP$"):
                thing = self._pronoun(seen, word)
                if thing is not None:
                    found[word.i] = self._pointer(thing)
                self._told.append(self._again(seen, word, thing))
            elif word.pos == "NOUN" and word.dep != "compound":
                thing = self._noun(seen, word)
                if thing is not None:
                    found[word.i] = self._pointer(thing)
                self._told.extend(things_of(seen, word, self._sentence, thing))
            elif word.pos == "PROPN" and word.dep not in ("compound", "nmod") and word.tag in ("NNP", "NNPS"):
                self._told.extend(things_of(seen, word, self._sentence, None))
        return found

    def _pointer(self, thing: Thing) -> Pointer:
        return Pointer(thing.text, thing.head if thing.sentence == self._sentence else None)

    def _again(self, seen: Seen, word: Word, thing: Thing | None) -> Thing:
        """The same thing, named once more by a pronoun; one that is not known stands in the way of others."""
        weight, verb = _weight(seen.tree, word)
        if thing is None:
            kind = _KINDS[word.lower]
            thing = Thing(0, 0, word.lower, kind == "p", kind in "mf", 0, 0, "", "", False, False)
        return replace(
            thing, sentence=self._sentence, head=word.i, weight=weight, verb=verb, speaker=_speaker(seen, word.i)
        )

    def _pronoun(self, seen: Seen, word: Word) -> Thing | None:
        tree, kind = seen.tree, _KINDS[word.lower]
        if seen.meant[word.i] is not None or seen.ids[word.i] or _stands_for_nothing(seen, word):
            return None
        _, verb = _weight(tree, word)
        front = word.dep != "dobj" and _in_front(tree, verb)
        reach = int(front or not any(t.sentence == self._sentence and _agrees(t, kind) for t in self._told))
        speaker = _speaker(seen, word.i)
        speaks = word.dep in SUBJECTS and tree[word.head].lemma in SAY | THINK
        able: dict[str, tuple[float, Thing]] = {}
        for thing in self._told:
            back = self._sentence - thing.sentence
            if back > reach or not _agrees(thing, kind) or thing.speaker != speaker:
                continue
            if back == 0 and (thing.head > word.i or _within(tree, word.i, thing.head) or _beside(tree, word, thing, verb)):
                continue
            if speaks and not (thing.person or thing.lemma in BODIES):
                continue
            if thing.person and _is_called_a_thing(seen, word):
                continue
            weight = thing.weight + (_BEFORE if back else _NEAR) + (0.5 if _alike(word, thing) else 0.0)
            name = thing.text or thing.lemma
            if name not in able or able[name][0] < weight:
                able[name] = weight, thing
        ranked = sorted(able.values(), key=lambda a: (-a[0], a[1].sentence, a[1].head))
        if not ranked or ranked[0][0] < _LEAST or not ranked[0][1].text:
            return None
        by_name = ranked[0][1].named and seen.passage.block.kind != "headline"
        if kind in "mf" and (by_name or word.dep not in SUBJECTS):
            return None
        return ranked[0][1] if len(ranked) == 1 or ranked[0][0] - ranked[1][0] >= _MARGIN else None

    def _noun(self, seen: Seen, word: Word) -> Thing | None:
        """The fuller phrase of the same noun that "this bill" or "the bill" takes up."""
        tree = seen.tree
        pointer = next((w.lower for w in tree.kids(word.i, "det", "predet", "amod") if w.lower in _THE), None)
        if pointer is None or _is_full(tree, word) or word.lemma in _ALONE or word.lemma in _PEOPLE:
            return None
        if any(tree.kids(word.i, "appos", "conj")) or word.lemma in EVENTS or seen.ids[word.i]:
            return None
        same = next((group for group in _SAME if word.lemma in group and pointer != "the"), frozenset({word.lemma}))
        able = [t for t in self._told if t.lemma in same and t.plural == (word.tag == "NNS") and t.full]
        last = able[-1] if able else None
        if last is None or len([w for w in last.text.split() if w.lower() not in _LEADS]) < 2:
            return None
        if pointer == "the" and not (last.new and last.weight >= 1 and self._sentence - last.sentence <= REACH // 2):
            return None
        return last if all(t.text == last.text or not t.text for t in able) else None


def _agrees(thing: Thing, kind: str) -> bool:
    """Whether a thing is of the number and kind of a pronoun."""
    if kind in "np":
        return thing.plural == (kind == "p") and not (thing.person and kind == "n")
    return thing.person and not thing.plural and thing.lemma not in (_MEN if kind == "f" else _WOMEN)


def things_of(seen: Seen, word: Word, sentence: int, meant: Thing | None) -> Iterator[Thing]:
    """A noun phrase as it is kept in mind, once more as the subject of its relative clause, and two that are joined as
    one; `meant`: the fuller one that it takes up."""
    tree = seen.tree
    if word.lower in _NO_THING:
        return
    thing = _thing(seen, word, sentence, meant)
    yield thing
    for clause in tree.kids(word.i, "relcl"):
        if any(w.tag in ("WDT", "WP") for w in tree.kids(clause.i, *SUBJECTS)):
            yield replace(thing, head=clause.i, weight=_MAIN["nsubj"], verb=clause.i)
    for of in tree.kids(word.i, "prep"):
        part = tree.kid(of.i, "pobj") if of.lower == "of" and thing.lemma in _SHARES else None
        if part is not None and part.tag in ("NNS", "NNPS"):
            yield replace(thing, plural=True, person=_is_person(seen, part))
    other = tree.kid(word.i, "conj")
    if other is not None and other.pos in ("NOUN", "PROPN") and word.dep not in ("conj", "poss"):
        person = thing.person or _is_person(seen, other)
        yield replace(
            thing, plural=True, person=person, lemma=f"{thing.lemma}&", text=_text(seen, word, False), full=True, new=False
        )


def _thing(seen: Seen, word: Word, sentence: int, meant: Thing | None) -> Thing:
    tree = seen.tree
    weight, verb = _weight(tree, word)
    full = meant is not None or word.pos == "PROPN" or _is_full(tree, word)
    text = meant.text if meant is not None else _text(seen, word)
    new = any(w.lower in ("a", "an", "another", "one", "two", "three", "several", "new") for w in tree.kids(word.i))
    lemma = word.lemma.lower()
    return Thing(
        *(sentence, word.i, lemma, word.tag in ("NNS", "NNPS"), _is_person(seen, word), weight, verb),
        *(_speaker(seen, word.i), text, full, new or (meant is not None and meant.new), word.pos == "PROPN"),
    )


def _is_full(tree: Tree, word: Word) -> bool:
    return any(w.lower not in _THE and w.lower != "same" for w in tree.kids(word.i, *_FULLER))


def _is_person(seen: Seen, word: Word) -> bool:
    entity = seen.entity(word.i)
    if entity is not None and entity in seen.who.entity:
        return seen.who.entity[entity].label == "PERSON"
    return word.lemma in _PEOPLE or word.label == "PERSON"


def _speaker(seen: Seen, i: int) -> str:
    """In whose words a word stands; "" for the outlet's."""
    quote = seen.quotes[i]
    if quote is None or quote.form == "indirect":
        return ""
    return quote.speaker.name if quote.speaker is not None else quote.id


def _text(seen: Seen, word: Word, alone: bool = True) -> str:
    """A phrase as printed, its pronouns by name; "" where one is not known, or it is too long."""
    tree = seen.tree
    phrase = nouns(tree, word.i, alone=alone)
    if len(tree.text(phrase)) > LONGEST:
        far = {k.i for k in tree.kids(word.i, "prep") if k.lower != "of"}
        phrase = [i for i in phrase if not any(w.i in far for w in (tree[i], *tree.chain(i)))]
    out: list[str] = []
    run: list[int] = []
    for i in phrase:
        if tree[i].tag not in ("PRP", "PRP$"):
            run.append(i)
            continue
        meant = seen.meant[i]
        if meant is None:
            return ""
        out += [tree.text(run), meant.name + ("'s" if tree[i].tag == "PRP$" else "")]
        run = []
    text = " ".join(filter(None, [*out, tree.text(run)]))
    if word.label in ("DATE", "TIME") or len(text) > LONGEST or tree[phrase[0]].lower in ("this", "that", "these", "no"):
        return ""
    first = tree[phrase[0]]
    if first.pos == "ADV":
        return ""
    return text[0].lower() + text[1:] if first.tag in ("DT", "CD", "JJ", "NNS", "NN") and first.text.istitle() else text


def _weight(tree: Tree, word: Word) -> tuple[float, int]:
    """How much a phrase is in the foreground by its role, and the verb that it hangs on."""
    dep, at = word.dep, word
    for _ in range(4):
        if at.dep not in ("conj", "appos") or at.head < 0 or tree[at.head].pos not in ("NOUN", "PROPN"):
            break
        at = tree[at.head]
        dep = at.dep
    weight = _MAIN.get(dep, 0.0) - (0.5 if at is not word else 0.0)
    for above in tree.chain(at.i):
        if above.pos in ("VERB", "AUX"):
            return weight - (0.7 if above.dep in _DOWN and dep not in ("pobj",) else 0.0), above.i
    return weight, -1


def _within(tree: Tree, i: int, head: int) -> bool:
    """Whether a word stands in the phrase round `head`."""
    return any(w.i == head for w in tree.chain(i))


def _beside(tree: Tree, word: Word, thing: Thing, verb: int) -> bool:
    """Whether pronoun and phrase are two parts of one clause, which then are two things; "its" may be the subject's."""
    return word.tag == "PRP" and verb >= 0 and thing.verb == verb


def _is_called_a_thing(seen: Seen, word: Word) -> bool:
    """ "As if they were bank accounts": whether a pronoun is said to be something that nobody is."""
    tree = seen.tree
    said = tree.kid(word.head, "attr") if tree[word.head].lemma == "be" and word.dep in SUBJECTS else None
    return said is not None and said.pos == "NOUN" and not _is_person(seen, said)


def left_open(seen: Seen, statement: Statement, names: Mapping[int, str]) -> str:
    """Why a statement cannot be read alone, where its subject is a pointer that nothing answers; "" where it can.

    What has a name, a day or a figure of its own can still be looked up.
    """
    tree, subject = seen.tree, statement.subject
    if subject is None or subject in names or any(_looked_up(seen, i) for i in statement.own):
        return ""
    word = tree[subject]
    if word.lower == "you":
        return 'it speaks to somebody as "you"'
    pronoun = word.lower in _OPEN and word.tag in ("PRP", "DT") and seen.meant[subject] is None
    if not pronoun or seen.ids[subject] or _stands_for_nothing(seen, word):
        return ""
    return f'what "{word.lower}" stands for is not clear'


def _looked_up(seen: Seen, i: int) -> bool:
    return bool(seen.ids[i]) or seen.figures[i] is not None or seen.dates[i] is not None


def _in_front(tree: Tree, verb: int) -> bool:
    """Whether a verb is that of the sentence, of one joined to it, or of what is said there."""
    if verb < 0:
        return True
    head = tree[verb]
    return head.i == tree.root or (
        head.head == tree.root
        and (head.dep in ("conj", "parataxis") or (head.dep == "ccomp" and tree[tree.root].lemma in SAY))
    )


def _stands_for_nothing(seen: Seen, word: Word) -> bool:
    """ "It is time to go", "made it harder to", "it is from them that": a pronoun that points at nothing."""
    tree = seen.tree
    head = tree[word.head]
    if word.lower != "it":
        return False
    if head.pos == "ADJ" or (word.i + 1 < len(tree) and tree[word.i + 1].pos == "ADJ"):
        return True
    if word.dep not in SUBJECTS:
        return False
    cleft = head.lemma == "be" and any(w.dep in ("prep", "advmod", "neg") for w in tree.kids(head.i))
    that = any(w.lower == "that" and w.i > head.i for w in tree.words)
    return seen.empty(head.i, word.i) or (cleft and that)


def _alike(word: Word, thing: Thing) -> bool:
    return (word.dep in SUBJECTS) == (thing.weight >= 1.3)
