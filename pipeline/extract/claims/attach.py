"""Repairs of what the parser hangs on the wrong word: subjects, relative clauses, later members of a list."""

from __future__ import annotations

from pipeline.extract.claims.cues import ANONYMOUS, BODIES, PEOPLE
from pipeline.extract.claims.tree import NOMINAL, SUBJECTS, VERBAL, Tree, Word

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_WH = frozenset({"WDT", "WP", "WP$", "WRB"})
_DATED = frozenset({"DATE", "TIME"})
_BESIDE_VERB = ("aux", "auxpass", "neg", "advmod")
_NAMES = frozenset({"PERSON", "NORP", "ORG"})
_MODIFIERS = ("prep", "advmod", "npadvmod")


def attach(tree: Tree) -> None:
    """Hang every subject, relative clause and member of a list where it belongs, in place."""
    for word in list(tree.words):
        if word.text == "Will" and word.tag == "MD":
            _named_will(tree, word)
        if word.pos in VERBAL:
            _opening_apposition(tree, word)
            _missing_subject(tree, word)
            _joined_to_a_participle(tree, word)
            _second_content(tree, word)
        if word.dep == "relcl":
            _relative(tree, word)
        elif word.pos in NOMINAL and word.dep in SUBJECTS:
            _whose(tree, word)
            _behind_a_clause(tree, word)
        elif word.label == "PERSON" and word.dep in ("attr", "dobj", "pobj"):
            _list_behind_a_clause(tree, word)
        if word.pos in NOMINAL and word.dep == "dobj":
            _behind_another_clause(tree, word)


def _join(tree: Tree, verb: Word, first: Word) -> None:
    """Join a verb to another, with the words that join it."""
    old, start = verb.head, tree.under(verb.i)[0]
    for word in list(tree.kids(old, "cc", "punct")):
        if max(old, first.i) < word.i < start and word.i > start - 3:
            tree.hang(word, first.i, word.dep)
    tree.hang(verb, first.i, "conj")


# ---------------------------------------------------------------- subjects


def _named_will(tree: Tree, word: Word) -> None:
    """ "In a column, Will urged the voters": before a past it is somebody's name."""
    if tree[word.head].tag == "VBD" and tree.kid(word.head, *SUBJECTS) is None:
        word.pos, word.tag, word.lemma, word.dep = "PROPN", "NNP", "will", "nsubj"


def _opening_apposition(tree: Tree, verb: Word) -> None:
    """ "A former marine, Roe was elected": of two subjects the first only says who the second is."""
    both = [w for w in tree.kids(verb.i, "nsubj", "nsubjpass") if w.i < verb.i]
    if len(both) != 2 or both[1].pos != "PROPN":
        return
    first, second = both
    comma = tree.under(second.i)[0] - 1
    if comma > first.i and tree[comma].text == "," and tree.kid(first.i, "det") is not None:
        tree.hang(first, second.i, "appos")


def _missing_subject(tree: Tree, verb: Word) -> None:
    """ "They will skip the fair and others have left", "After talks with Doe, Roe, a lawyer, left": the noun phrase
    right before a finite verb without a subject, joined to another noun, is its subject."""
    beside = [w.i for w in tree.kids(verb.i, *_BESIDE_VERB) if w.i < verb.i]
    finite = verb.tag in _FINITE or any(tree[i].tag in _FINITE for i in beside)
    if verb.dep not in ("ROOT", "conj") or tree.kid(verb.i, *SUBJECTS) is not None:
        return
    start = verb.i
    while start - 1 in beside:
        start -= 1
    noun = _span_of_time(tree, verb, start) or (_joined_before(tree, verb, start) if finite else None)
    if noun is not None:
        tree.hang(noun, verb.i, "nsubjpass" if tree.kid(verb.i, "auxpass") is not None else "nsubj")


def _span_of_time(tree: Tree, verb: Word, start: int) -> Word | None:
    """ "Nearly a month passed before ...": a span of time right before the verb of the sentence."""
    for noun in tree.kids(verb.i, "npadvmod") if verb.dep == "ROOT" and verb.tag in ("VBD", "VBN") else ():
        if tree.under(noun.i)[-1] == start - 1 and tree.kid(noun.i, "det", "nummod") is not None:
            return noun
    return None


def _joined_before(tree: Tree, verb: Word, start: int) -> Word | None:
    """The noun phrase that ends before the first word of a verb and is joined to another noun."""
    before = start - 1 if start and tree[start - 1].text == "," else start
    ends = (start - 1, before - 1)
    noun = next((w for w in tree.words[:before] if w.dep == "conj" and tree.under(w.i)[-1] in ends), None)
    if noun is None or noun.pos not in NOMINAL or tree[noun.head].pos not in NOMINAL:
        return None
    joint = [w for w in tree.kids(noun.head, "cc") if w.i < noun.i]
    if verb.dep != "conj":
        inside = verb.i in (w.i for w in tree.chain(noun.i))
        return noun if inside and not joint and before != start else None
    apart = joint and before == start and noun.head > verb.head
    if not apart or any(w.i > verb.head for w in tree.kids(verb.head, "cc")):
        return None
    tree.hang(joint[-1], verb.head, "cc")
    return noun


# ---------------------------------------------------------------- clauses


def _joined_to_a_participle(tree: Tree, verb: Word) -> None:
    """ "The board sacked two men, accusing them of theft, and hired a third": a past is joined to the past."""
    if verb.dep != "conj" or verb.tag != "VBD":
        return
    above = tree[verb.head]
    bare = above.tag == "VBG" and above.dep == "advcl" and tree.kid(above.i, *_BESIDE_VERB[:2]) is None
    if bare and tree[above.head].tag == "VBD" and tree[above.head].i < above.i and tree.kid(verb.i, *SUBJECTS) is None:
        _join(tree, verb, tree[above.head])


def _second_content(tree: Tree, verb: Word) -> None:
    """ "Proposed that guards patrol the schools and that gates be locked": the second "that" is joined to the first."""
    first = tree[verb.head] if verb.dep == "ccomp" and verb.head >= 0 else verb
    start = tree.under(verb.i)[0]
    if first.dep != "ccomp" or not first.i < start - 1 or tree[start].lower != "that" or tree[start - 1].dep != "cc":
        return
    if not any(w.lower == "that" for w in tree.kids(first.i, "mark")):
        return
    tree.hang(tree[start], verb.i, "mark")
    tree.hang(tree[start - 1], first.i, "cc")
    tree.hang(verb, first.i, "conj")


def _relative(tree: Tree, clause: Word) -> None:
    """ "In Marlow on Monday, where ...", "a letter from Roe, which ...", "the man for safety who ...": a relative
    clause speaks of the nearest noun of the kind that its pronoun asks for."""
    noun = tree[clause.head]
    pronoun = next((tree[i] for i in tree.under(clause.i)[:3] if tree[i].tag in _WH), None)
    if pronoun is not None and pronoun.lower == "who" and (last := _last_named(tree, noun, clause)) is not None:
        tree.hang(clause, last.i, "relcl")
        return
    fits = pronoun is not None and _fits(noun, pronoun.lower) and not _is_named(tree, noun, pronoun.lower)
    if pronoun is None or noun.dep == "appos" or (fits and _agrees(tree, noun, clause)):
        return
    inside = {noun.i, *(w.i for w in tree.chain(noun.i))}
    for word in reversed(tree.words[: tree.under(clause.i)[0]]):
        if word.pos in VERBAL:
            return
        near = word.i in inside or (pronoun.lower not in ("who", "whom") and word.dep in ("pobj", "dobj"))
        if near and word.pos in ("NOUN", "PROPN") and word.dep != "compound" and _fits(word, pronoun.lower):
            person = pronoun.lower == "that" and (word.lemma in PEOPLE or _is_named(tree, word, "that"))
            if person or not _agrees(tree, word, clause):
                continue
            tree.hang(clause, word.i, "relcl")
            return


def _is_named(tree: Tree, noun: Word, pronoun: str) -> bool:
    """Whether "that" follows somebody who is named beside an office: "a report by the mayor, Jane Roe, that ..."."""
    return pronoun == "that" and any(w.label == "PERSON" for w in tree.kids(noun.i, "appos"))


def _last_named(tree: Tree, noun: Word, clause: Word) -> Word | None:
    """ "Roe and Doe of Velden, 66, who has sat ...": the last of several who are named, where one is meant."""
    if noun.label != "PERSON" or not _is_singular(tree, clause):
        return None
    between = [w for w in tree.kids(noun.i, "conj") if w.i < clause.i and w.label == "PERSON"]
    return between[-1] if between else None


def _is_singular(tree: Tree, clause: Word) -> bool:
    verbs = {clause.lower, *(w.lower for w in tree.kids(clause.i, "aux", "auxpass"))}
    return clause.tag == "VBZ" or bool(verbs & {"is", "was", "has", "does"})


def _agrees(tree: Tree, noun: Word, clause: Word) -> bool:
    """Whether the verb of a relative clause, where it speaks of its subject, has the number of a noun."""
    subject = tree.kid(clause.i, "nsubj", "nsubjpass")
    if subject is None or subject.lower != "which" or tree.kid(noun.i, "conj") is not None:
        return True
    if noun.label == "GPE" and clause.tag == "VBP" and tree.kid(clause.i, "aux", "auxpass") is None:
        return False
    verbs = {clause.lower, *(w.lower for w in tree.kids(clause.i, "aux", "auxpass"))}
    if noun.tag == "NNS":
        return not verbs & {"is", "was", "has", "does"}
    return noun.tag != "NN" or not verbs & {"are", "were", "have", "do"}


def _fits(noun: Word, pronoun: str) -> bool:
    """Whether a relative pronoun can speak of a noun."""
    person = noun.label == "PERSON" or (noun.lemma in PEOPLE | ANONYMOUS and not noun.label)
    if pronoun == "where":
        return noun.pos in NOMINAL and noun.label not in _DATED and not person
    if pronoun == "which":
        return not person
    if pronoun == "that":
        return noun.label != "PERSON"
    if pronoun in ("who", "whom"):
        return person or noun.label in _NAMES or noun.pos != "NOUN" or noun.lemma in BODIES
    return True


def _whose(tree: Tree, noun: Word) -> None:
    """ "Called Roe, whose son, Jan, was hurt", Roe read as the one who was: the son was."""
    owned = next((w for w in tree.kids(noun.i, "appos") if any(k.tag == "WP$" for k in tree.kids(w.i, "poss"))), None)
    verb = tree[noun.head]
    if owned is None or verb.head < 0 or verb.i < owned.i or tree[verb.head].i > noun.i:
        return
    role = noun.dep
    tree.hang(noun, verb.head, "dobj")
    tree.hang(verb, noun.i, "relcl")
    tree.hang(owned, verb.i, role)


def _behind_a_clause(tree: Tree, noun: Word) -> None:
    """ "Roe, who sat for ten years, first as a Red, voted", "Roe, clad in a blue tie, red shirt and a hat, spoke": what
    follows a clause between the subject and its verb belongs to that clause."""
    verb = tree[noun.head]
    clause = next((w for w in tree.kids(noun.i, "relcl", "acl") if w.i < verb.i), None)
    if clause is None or clause.pos not in VERBAL:
        return
    end = tree.under(clause.i)[-1]
    after = [w for w in tree.kids(noun.i) if end < w.i < verb.i and w.dep != "punct"]
    if not after or tree[tree.under(after[0].i)[0] - 1].text != ",":
        return
    under = clause
    if after[0].dep == "conj":
        listed = _objects(tree, clause)
        if noun.pos != "PROPN" or after[0].pos != "NOUN" or not listed:
            return
        under = listed[-1]
    elif after[0].dep not in _MODIFIERS:
        return
    tree.hang(tree[tree.under(after[0].i)[0] - 1], under.i, "punct")
    for word in after:
        tree.hang(word, under.i, word.dep)


def _objects(tree: Tree, clause: Word) -> list[Word]:
    """The common nouns and numbers that are objects in a clause."""
    words = (tree[i] for i in tree.under(clause.i))
    return [w for w in words if w.dep in ("pobj", "dobj") and w.pos in ("NOUN", "NUM")]


def _list_behind_a_clause(tree: Tree, noun: Word) -> None:
    """ "It is Roe, who bought two more, the Ritz and the Savoy": what is no person is not joined to a person."""
    clause = tree.kid(noun.i, "relcl")
    if clause is None or tree.kid(noun.i, "cc") is not None:
        return
    end = tree.under(clause.i)[-1]
    listed = _objects(tree, clause)
    for word in list(tree.kids(noun.i, "conj", "appos")):
        if word.i > end and word.label != "PERSON" and tree[tree.under(word.i)[0] - 1].text == "," and listed:
            tree.hang(word, listed[-1].i, "appos")


def _behind_another_clause(tree: Tree, noun: Word) -> None:
    """ "Roe scored as the side won on Saturday, its fifth win": what follows such a clause is no object before it."""
    start = tree.under(noun.i)[0]
    if start < 2 or tree[start - 1].text != ",":
        return
    between = [w for w in tree.kids(noun.head, "advcl") if noun.head < w.i < start and tree.under(w.i)[-1] < start]
    if between:
        tree.hang(noun, between[-1].i, "npadvmod")
