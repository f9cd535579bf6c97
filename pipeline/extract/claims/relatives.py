"""What a relative clause or an apposition speaks of, and whether it can be told apart from its noun."""

from __future__ import annotations

from pipeline.extract.claims.clauses import PERSONAL, PLACING, WH
from pipeline.extract.claims.cues import PEOPLE
from pipeline.extract.claims.derivations import verb_of
from pipeline.extract.claims.phrases import DASHES
from pipeline.extract.claims.tree import SUBJECTS, Tree, Word
from pipeline.extract.entities.titles import ROLES
from pipeline.extract.quotes.kinds import is_human

_BEFALLS = frozenset(
    {"kill", "injure", "wound", "destroy", "devastate", "prompt", "spark", "cause", "trigger", "displace", "follow"}
)
"""What events do, and places do not."""
_DEFINITE = frozenset({"the", "this", "these", "that", "those", "its", "his", "her", "their", "our", "my"})


def specific(tree: Tree, noun: Word, head: Word) -> bool:
    """Whether a clause that tells which one is meant also says when, where or who, of a definite thing."""
    definite = noun.pos == "PROPN" or any(
        w.lower in _DEFINITE or w.dep in ("poss", "nummod") for w in tree.kids(noun.i, "det", "poss", "nummod")
    )
    past = head.tag == "VBD" or any(w.tag in ("VBD", "VBZ") for w in tree.kids(head.i, "aux", "auxpass"))
    return definite and past and any(tree[i].label for i in tree.under(head.i))


def event_at(tree: Tree, place: Word, verb: Word) -> Word:
    """What a relative clause speaks of: "the attack in Velden, which killed four" speaks of the attack, not of the
    place."""
    if verb.lemma not in _BEFALLS or place.label not in ("GPE", "LOC", "FAC"):
        return place
    for word in tree.chain(place.i):
        if word.pos == "NOUN" and verb_of(word.lemma) is not None:
            return word
        if word.pos not in ("PROPN", "ADP", "NOUN"):
            break
    return place


def within(tree: Tree, noun: Word) -> bool:
    """Whether a noun is the place in or at which something is."""
    return noun.head >= 0 and tree[noun.head].lower in PLACING


def cleft(tree: Tree, attribute: Word) -> bool:
    """ "It is Roe that resigned": the clause belongs to the whole sentence."""
    subject = tree.kid(attribute.head, "nsubj")
    return subject is not None and subject.lower == "it"


def fronted(tree: Tree, above: Word, kid: Word) -> bool:
    """ "The report, over which the board says it had no say": what is said lacks what the pronoun stands for."""
    pronoun = next((tree[i] for i in tree.under(above.i)[:3] if tree[i].tag in WH), None)
    return pronoun is not None and pronoun.dep not in SUBJECTS and pronoun.i not in tree.under(kid.i)


def plain_object(tree: Tree, verb: Word, pronoun: Word | None) -> bool:
    """Whether what a relative clause speaks of can be put behind its verb, where it is the object: not "the work that
    they hired Roe to do", "a photo that they called cruel", "the rules he seemed to break"."""
    if pronoun is not None and pronoun.dep != "dobj":
        return True
    if pronoun is None and any(w.dep == "prep" and tree.kid(w.i, "pobj", "pcomp") is None for w in tree.kids(verb.i)):
        return True
    more = (w for w in tree.kids(verb.i, "dobj", "xcomp", "ccomp", "oprd", "auxpass"))
    return verb.lemma != "do" and not any(pronoun is None or w.i != pronoun.i for w in more)


def content_of(tree: Tree, verb: Word, pronoun: Word) -> bool:
    """ "The news that twenty had been hurt": the clause lacks nothing that "that" could stand for."""
    whole = tree.kid(verb.i, "auxpass") is not None and tree.kid(verb.i, "nsubjpass") is not None
    return whole and pronoun.lower == "that" and pronoun.dep == "dobj" and pronoun.head == verb.i


def disagrees(tree: Tree, head: int, noun: int | None) -> bool:
    """Whether a relative clause was hung on a noun that its verb does not fit: "several towns, which lies"."""
    subject = tree.kid(head, *SUBJECTS)
    if noun is None or subject is None or subject.tag not in WH or tree.kid(noun, "conj", "cc") is not None:
        return False
    helper = tree.kid(head, "aux", "auxpass") or tree[head]
    plural = tree[noun].tag in ("NNS", "NNPS")
    if helper.lower in ("is", "was", "has", "does") or helper.tag == "VBZ":
        return plural and tree[noun].label not in ("ORG", "GPE")
    return helper.tag == "VBP" and tree[noun].tag in ("NN", "NNP") and tree[noun].label in ("GPE", "PERSON")


def says_who(apposed: Word, name: Word) -> bool:
    """Whether what stands beside a name only says who or what that is: "Roe, a former guard, who ..."."""
    person = name.label == "PERSON" and apposed.label != "PERSON"
    return person or (name.pos == "PROPN" and apposed.pos != "PROPN" and name.label != "NORP")


def may_be_said_of(name: Word, noun: Word) -> bool:
    """Whether a noun beside the name of somebody means a person, where it may also sum up the clause before it: "gave
    it to Roe, a guard", not "turned away from Roe, an odd thing in May"."""
    if name.label != "PERSON" or name.dep not in ("dobj", "pobj"):
        return True
    return (
        noun.label == "PERSON" or noun.lemma in PEOPLE | ROLES or is_human(noun.lemma) or noun.lemma.endswith(PERSONAL)
    )


def within_subject(tree: Tree, noun: Word) -> bool:
    """ "The gap between the two, shaped by the war, grew": a participle behind may as well tell of the gap."""
    prep = tree[noun.head] if noun.dep == "pobj" else noun
    return prep.dep == "prep" and prep.head >= 0 and tree[prep.head].dep in SUBJECTS and noun.pos != "PROPN"


def within_relative(tree: Tree, first: Word, second: Word) -> bool:
    """Whether a joined verb may as well belong to a relative clause before it: no comma, and that clause ends there."""
    joint = next((w.i for w in tree.kids(first.i, "cc") if first.i < w.i < second.i), None)
    if joint is None or tree[joint - 1].text == ",":
        return False
    if tree[joint - 1].text in DASHES:
        return sum(w.text in DASHES for w in tree.words[first.i : joint]) % 2 == 1
    for word in (tree[joint - 1], *tree.chain(joint - 1)):
        if word.i == first.i:
            return False
        if word.dep == "relcl":
            return word.tag == second.tag
    return False
