"""The noun phrases that an article has named so far, each with its number, its role and whether it means persons."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.extract.claims.cues import PEOPLE
from pipeline.extract.claims.phrases import DASHES, nouns
from pipeline.extract.claims.tree import Tree, Word
from pipeline.extract.claims.who import Seen
from pipeline.text import listed

LONGEST = 80
"""Characters of a phrase that are worth putting in brackets."""
POINTERS = frozenset({"this", "that", "these", "those", "such", "the"})
SUBJECT = 1.3
"""The least weight of a subject, in a clause below others."""

_SHARES = listed("majority number group handful dozen couple some many most few several half third lot score crowd")
_NOTHING = listed(
    "part rest others some many most both none all such those these one ones lot lots something anything nothing"
)
_NEW = frozenset({"a", "an", "another", "one", "two", "three", "several", "new"})
_ROLE = {"nsubj": 2.0, "nsubjpass": 2.0, "dobj": 1.0, "pobj": 0.3, "attr": -0.5, "agent": 0.5, "dative": 0.5}
_JOINED, _BELOW = 0.5, 0.7
_FULLER = ("amod", "compound", "nmod", "prep", "poss", "relcl", "acl", "nummod")
_DOWN = ("relcl", "acl", "advcl", "ccomp", "pcomp")


@dataclass(frozen=True, slots=True)
class Thing:
    """A noun phrase that was named.

    `weight`: how much it is in the foreground by its role; `verb`: the verb it hangs on, -1 where none; `speaker`: in
    whose quotation, "" outside of any; `text`: "" where it cannot be printed alone; `full`: it says of what kind;
    `new`: it is brought in as something new ("a bill"); `named`: by name; `pair`: two that are joined.
    """

    sentence: int
    head: int
    lemma: str
    plural: bool
    person: bool
    weight: float = 0.0
    verb: int = -1
    speaker: str = ""
    text: str = ""
    full: bool = False
    new: bool = False
    named: bool = False
    pair: bool = False


def things_of(seen: Seen, word: Word, sentence: int, meant: Thing | None) -> Iterator[Thing]:
    """A noun phrase as it is kept in mind, once more as the subject of its relative clause, and two that are joined as
    one; `meant`: the fuller one that it takes up."""
    tree = seen.tree
    if word.lower in _NOTHING:
        of = next((p for w in tree.kids(word.i, "prep") for p in tree.kids(w.i, "pobj") if w.lower == "of"), None)
        if word.lower == "one" and of is not None and is_person(seen, of):
            yield replace(_thing(seen, word, sentence, None), plural=False, person=True)
        return
    thing = _thing(seen, word, sentence, meant)
    yield thing
    for clause in tree.kids(word.i, "relcl"):
        if any(w.tag in ("WDT", "WP") for w in tree.kids(clause.i, "nsubj", "nsubjpass")):
            yield replace(thing, head=clause.i, weight=_ROLE["nsubj"], verb=clause.i)
    for of in tree.kids(word.i, "prep"):
        part = tree.kid(of.i, "pobj") if of.lower == "of" and thing.lemma in _SHARES else None
        if part is not None and part.tag in ("NNS", "NNPS"):
            yield replace(thing, plural=True, person=is_person(seen, part))
    other = tree.kid(word.i, "conj")
    if other is not None and other.pos in ("NOUN", "PROPN") and word.dep not in ("conj", "poss"):
        person = thing.person or is_person(seen, other)
        both = phrase_of(seen, word, alone=False)
        yield replace(thing, plural=True, person=person, text=both, full=False, new=False, pair=True)


def _thing(seen: Seen, word: Word, sentence: int, meant: Thing | None) -> Thing:
    weight, verb = weight_of(seen.tree, word)
    return Thing(
        sentence,
        word.i,
        word.lemma.lower(),
        plural=word.tag in ("NNS", "NNPS"),
        person=is_person(seen, word),
        weight=weight,
        verb=verb,
        speaker=speaker_of(seen, word.i),
        text=meant.text if meant is not None else phrase_of(seen, word),
        full=meant is not None or word.pos == "PROPN" or is_full(seen.tree, word),
        new=any(w.lower in _NEW for w in seen.tree.kids(word.i)) or (meant is not None and meant.new),
        named=word.pos == "PROPN",
    )


def is_full(tree: Tree, word: Word) -> bool:
    """Whether a noun has words beside it that say which or of what kind."""
    return any(w.lower not in POINTERS and w.lower != "same" for w in tree.kids(word.i, *_FULLER))


def is_person(seen: Seen, word: Word) -> bool:
    """Whether a noun means a person or persons."""
    entity = seen.entity(word.i)
    if entity is not None and entity in seen.who.entity:
        return seen.who.entity[entity].label == "PERSON"
    beside = seen.tree[word.head] if word.dep == "appos" and word.head >= 0 else word
    return word.lemma in PEOPLE or word.label in ("PERSON", "NORP") or beside.label == "PERSON"


def speaker_of(seen: Seen, i: int) -> str:
    """In whose words a word stands; "" for the outlet's."""
    quote = seen.quotes[i]
    if quote is None or quote.form == "indirect":
        return ""
    return quote.speaker.name if quote.speaker is not None else quote.id


def phrase_of(seen: Seen, word: Word, alone: bool = True) -> str:
    """A phrase as printed, its pronouns by name; "" where one is not known, or it is too long. `alone`: without what is
    joined to it."""
    tree = seen.tree
    phrase = nouns(tree, word.i, alone=alone)
    if tree[phrase[-1]].tag == "POS":
        phrase = phrase[:-1] or [word.i]
    aim = next((w for w in tree.kids(word.i, "acl", "relcl") if w.tag == "VB" and tree[w.i - 1].lower == "to"), None)
    if aim is not None and aim.i - phrase[-1] == 2:
        longer = [*phrase, *range(phrase[-1] + 1, tree.under(aim.i)[-1] + 1)]
        phrase = longer if len(tree.text(longer)) <= LONGEST else phrase
        far = {k.i for k in tree.kids(word.i, "prep") if k.lower != "of"}
        phrase = [i for i in phrase if not any(w.i in far for w in (tree[i], *tree.chain(i)))]
    first = tree[phrase[0]]
    if (
        word.label in ("DATE", "TIME")
        or first.pos == "ADV"
        or first.lower in ("this", "that", "these", "no", "neither")
    ):
        return ""
    if any(tree[i].tag == "WP$" or tree[i].text in DASHES - {"-"} for i in phrase):
        return ""
    text = _with_names(seen, phrase)
    if len(text) > LONGEST:
        return ""
    begins = first.tag in ("DT", "CD", "JJ", "NNS", "NN") and first.text.istitle()
    return text[0].lower() + text[1:] if begins and text else text


def _with_names(seen: Seen, phrase: list[int]) -> str:
    tree = seen.tree
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
    return " ".join(filter(None, [*out, tree.text(run)]))


def weight_of(tree: Tree, word: Word) -> tuple[float, int]:
    """How much a phrase is in the foreground by its role, and the verb that it hangs on."""
    dep, at = word.dep, word
    for _ in range(4):
        if at.dep not in ("conj", "appos") or at.head < 0 or tree[at.head].pos not in ("NOUN", "PROPN"):
            break
        at = tree[at.head]
        dep = at.dep
    weight = _ROLE.get(dep, 0.0) - (_JOINED if at is not word else 0.0)
    for above in tree.chain(at.i):
        if above.pos in ("VERB", "AUX"):
            return weight - (_BELOW if above.dep in _DOWN and dep != "pobj" else 0.0), above.i
    return weight, -1
