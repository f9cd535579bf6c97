"""Repairs of the parser's commonest slips on news prose, made on the tree before it is split."""

from __future__ import annotations

from pipeline.extract.claims.attach import attach
from pipeline.extract.claims.clauses import ATTENTION
from pipeline.extract.claims.cues import CUES, SAY, TEMPORAL
from pipeline.extract.claims.phrases import BREAKS, DASHES
from pipeline.extract.claims.tree import SUBJECTS, VERBAL, Tree, Word

_WH = frozenset({"WDT", "WP", "WP$", "WRB"})
_LISTED = frozenset({"dobj", "pobj", "attr", "oprd", "conj", "appos"})
_FULL = 8
"""Words from which a line that ends in a full stop is a sentence."""
_RESULTS = frozenset(
    {"lead", "cause", "prompt", "result", "force", "mark", "raise", "spark", "trigger", "leave", "bring"}
)


def mend(tree: Tree) -> Tree:
    """The tree with its slips repaired, in place."""
    _nominal_root(tree)
    _named_root(tree)
    _first_of_several(tree)
    attach(tree)
    for word in list(tree.words):
        if word.dep in SUBJECTS and tree[word.head].dep in ("aux", "auxpass"):
            verb = tree[word.head]
            tree.hang(word, verb.head, "nsubjpass" if verb.dep == "auxpass" else "nsubj")
        if word.tag == "VBG" and word.dep == "xcomp" and _said_apart(tree, word):
            word.dep = "advcl"
        if word.tag == "VBG" and word.dep == "advcl":
            _one_of_several(tree, word)
        if word.dep == "acl":
            _said_in_writing(tree, word)
        elif word.dep in ("ccomp", "advcl"):
            _marked(tree, word)
        if word.dep == "advcl" and tree[word.head].lemma in SAY:
            _condition(tree, word)
        if word.dep in ("ccomp", "advcl"):
            _the_more(tree, word)
        if word.dep == "conj" and word.pos in VERBAL:
            _joined_to_a_clause(tree, word)
        if word.tag == "VB" and word.lemma in ATTENTION:
            _called_for(tree, word)
        if word.lemma in CUES and word.pos in VERBAL:
            _reduced(tree, word)
            _trailing_cue(tree, word)
            _second_saying(tree, word)
        elif word.pos == "NOUN" and word.dep in ("dobj", "npadvmod", "attr", "dep"):
            _second_object(tree, word)
        elif word.pos == "NOUN" and word.dep == "conj":
            _joined_to_a_verb(tree, word)
        elif word.tag == "VBD" and word.dep == "conj":
            _back_to_the_past(tree, word)
        elif word.tag == "VBG" and word.dep == "advcl" and word.lemma in _RESULTS:
            _result(tree, word)
    return tree


def _said_apart(tree: Tree, word: Word) -> bool:
    """ "Roe said, adding that ...": the participle stands apart from the verb of saying."""
    return tree[word.head].lemma in SAY and word.i > 0 and tree[word.i - 1].text == ","


def _reduced(tree: Tree, cue: Word) -> None:
    """ "Concluding its equipment had been used": the object of the cue is the subject of the clause that follows."""
    thing = tree.kid(cue.i, "dobj")
    if thing is None or tree.kid(cue.i, "ccomp") is not None:
        return
    _behind_dashes(tree, cue, thing)
    after = tree.under(thing.i)[-1] + 1
    if (
        after >= len(tree)
        or tree[after].dep not in ("aux", "auxpass")
        or tree[after].tag not in ("VBD", "VBZ", "VBP", "MD")
    ):
        return
    verb = tree[tree[after].head]
    if (
        verb.head < 0
        or verb.i < cue.i
        or tree.kid(verb.i, *SUBJECTS) is not None
        or verb.dep not in ("advcl", "conj", "ccomp")
    ):
        return
    if cue.i in tree.under(verb.i):
        return
    tree.hang(verb, cue.i, "ccomp")
    tree.hang(thing, verb.i, "nsubjpass" if tree.kid(verb.i, "auxpass") else "nsubj")


def _behind_dashes(tree: Tree, cue: Word, thing: Word) -> None:
    """ "The guard said Roe -- a lawyer -- lied": the verb behind the dashes is that of the name before them."""
    after = tree.under(thing.i)[-1] + 1
    apart = thing.pos == "PROPN" and tree.kid(thing.i, "appos") is not None and cue.lemma != "tell"
    if not apart or after + 1 >= len(tree) or tree[after].text not in DASHES:
        return
    verb = tree[after + 1]
    if (
        verb.tag not in ("VBD", "VBZ")
        or verb.dep != "conj"
        or tree.kid(verb.i, *SUBJECTS, "aux", "auxpass") is not None
    ):
        return
    tree.hang(verb, cue.i, "ccomp")
    tree.hang(thing, verb.i, "nsubj")
    tree.hang(tree[after], thing.i, "punct")


def _trailing_cue(tree: Tree, cue: Word) -> None:
    """ "..., Roe told reporters" read as a second verb: it attributes what stands before it."""
    if cue.lemma not in SAY or cue.head >= cue.i or tree.kid(cue.i, "ccomp", "xcomp") is not None:
        return
    source = tree.kid(cue.i, *SUBJECTS)
    if cue.dep == "ccomp" and source is not None:
        _behind_a_mark(tree, cue, source)
    if cue.dep != "conj":
        return
    if source is None or source.i > cue.i or any(w.dep == "cc" and cue.head < w.i < cue.i for w in tree.kids(cue.head)):
        return
    if cue.lemma == "tell" or tree.kid(cue.i, "dobj") is None:
        cue.dep = "parataxis"


def _behind_a_mark(tree: Tree, cue: Word, source: Word) -> None:
    """ "I like that,” Roe told reporters", read as what is liked: a closing mark stands before who says it."""
    first = tree.under(source.i)[0]
    if first < 2 or tree[first - 1].text not in ('"', "”") or tree[first - 2].text != "," or cue.i < source.i:
        return
    for word in tree.kids(cue.i, "mark"):
        tree.hang(word, cue.head, "dobj")
    cue.dep = "parataxis"


def _second_saying(tree: Tree, cue: Word) -> None:
    """ "Roe said the bank failed and said it would pay": who says the second is who says the first."""
    if cue.dep != "conj" or cue.lemma not in SAY or tree.kid(cue.i, *SUBJECTS, "aux", "auxpass") is not None:
        return
    first = tree[cue.head]
    outer = tree[first.head] if first.head >= 0 else first
    if first.dep == "ccomp" and first.lemma not in SAY and outer.lemma in SAY and outer.tag == cue.tag:
        tree.hang(cue, outer.i, "conj")


def _one_of_several(tree: Tree, verb: Word) -> None:
    """ "Committed to cutting tax, ending aid, and closing bases": the later ones are joined to the first."""
    first = verb.i - 1
    if first < 1 or tree[first].text != "," or (verb.kids[:1] and verb.kids[0] < verb.i):
        return
    gerund = next((w for w in tree.words[verb.head + 1 : first] if w.tag == "VBG" and w.dep == "pcomp"), None)
    if tree[verb.head].tag == "VBG" and tree[verb.head].dep in ("pcomp", "conj"):
        gerund = tree[verb.head]
    after = [w for w in tree.words[verb.i + 1 :] if w.tag == "VBG" and tree[w.i - 1].lower in ("and", "or")]
    last = tree[first - 1].lower in ("and", "or") or any(w.lower in ("and", "or") for w in tree.kids(verb.i, "cc"))
    if gerund is not None and (after or last):
        tree.hang(verb, gerund.i, "conj")
        for w in after[:1]:
            if w.head == gerund.i or w.dep == "advcl":
                tree.hang(w, gerund.i, "conj")


def _condition(tree: Tree, verb: Word) -> None:
    """ "If the rain stays, one adviser said, the match will be put off": the condition is of what is said."""
    cue = tree[verb.head]
    said = tree.kid(cue.i, "ccomp")
    if said is None or verb.i > cue.i or not any(w.lower in ("if", "unless") for w in tree.kids(verb.i, "mark")):
        return
    if tree.under(verb.i)[0] > 1 or tree.kid(cue.i, *SUBJECTS) is None:
        return
    comma = next((w for w in tree.kids(cue.i, "punct") if w.i == tree.under(verb.i)[-1] + 1), None)
    tree.hang(verb, said.i, "advcl")
    if comma is not None:
        tree.hang(comma, said.i, "punct")


def _said_in_writing(tree: Tree, clause: Word) -> None:
    """ "Roe said in a statement that ...": what is said there is what Roe says."""
    noun = tree[clause.head]
    prep = tree[noun.head] if noun.dep == "pobj" else noun
    cue = tree[prep.head] if prep.dep == "prep" and prep.lower in ("in", "on", "at", "during", "to") else noun
    that = any(w.lower == "that" for w in tree.kids(clause.i, "mark"))
    if that and cue.lemma in SAY and cue.pos in VERBAL and prep.i == cue.i + 1 and tree.kid(cue.i, "ccomp") is None:
        tree.hang(clause, cue.i, "ccomp")


def _marked(tree: Tree, clause: Word) -> None:
    """ "In May, after the dam burst, she left": a clause with "after" before the main one tells when, and is not said;
    what stands before its "after" is of the main one."""
    opening = TEMPORAL | {"if", "unless"}
    mark = next((w for w in tree.kids(clause.i, "mark") if w.lower in opening), None)
    before = [w for w in tree.kids(clause.i) if mark is not None and w.i < mark.i]
    if mark is None or not clause.i < clause.head or any(w.dep in SUBJECTS for w in before):
        return
    clause.dep = "advcl"
    for word in before:
        if word.dep in ("prep", "punct"):
            tree.hang(word, clause.head, word.dep)


def _the_more(tree: Tree, clause: Word) -> None:
    """ "The longer we wait, the more it costs": neither of the two says anything without the other."""
    other = next((w for w in tree.kids(clause.head, "ccomp", "advcl") if w.i > clause.i), None)
    if other is not None and _is_more(tree, clause) and _is_more(tree, other):
        tree.hang(clause, other.i, "advcl")


def _is_more(tree: Tree, clause: Word) -> bool:
    first = next((i for i in tree.under(clause.i) if tree[i].pos != "PUNCT"), clause.i)
    return tree[first].lower == "the" and first + 1 < len(tree) and tree[first + 1].tag in ("RBR", "JJR")


def _joined_to_a_clause(tree: Tree, verb: Word) -> None:
    """ "Roe left as the dam broke and the mill burned": what follows without a comma is joined to the clause before."""
    start = tree.under(verb.i)[0] - 1
    joint = tree[start] if start > 0 else verb
    if joint.dep != "cc" or tree[start - 1].pos == "PUNCT" or tree.kid(verb.i, *SUBJECTS) is None:
        return
    for clause in (w for w in (tree[start - 1], *tree.chain(start - 1)) if w.dep == "advcl"):
        marked = tree.kid(clause.i, "mark") is not None and tree.kid(clause.i, *SUBJECTS) is not None
        if marked and verb.head < clause.i and _tense(tree, clause) == _tense(tree, verb):
            tree.hang(verb, clause.i, "conj")
            tree.hang(joint, clause.i, "cc")
        return


def _tense(tree: Tree, verb: Word) -> str:
    helper = next((w for w in tree.kids(verb.i, "aux", "auxpass")), verb)
    return {"VBZ": "VBP"}.get(helper.tag, helper.tag)


def _called_for(tree: Tree, verb: Word) -> None:
    """ "Let me be clear: the dam is safe, Roe said": what follows the call for attention stands beside it."""
    after = (w for w in tree.kids(verb.i, "ccomp") if w.i > verb.i and tree.kid(w.i, *SUBJECTS) is not None)
    said = next((w for w in after if any(tree[i].text in BREAKS for i in _edge(tree, w))), None)
    if said is None:
        return
    if verb.dep == "ccomp" and tree[verb.head].lemma in CUES:
        tree.hang(said, verb.head, "ccomp")
    else:
        said.dep = "parataxis"


def _edge(tree: Tree, clause: Word) -> tuple[int, int]:
    """The first word of a clause and the one before it."""
    first = tree.under(clause.i)[0]
    return max(first - 1, 0), first


def _joined_to_a_verb(tree: Tree, noun: Word) -> None:
    """ "They say the plan has two parts; a tax; ...", its last parts joined to the verb: to the noun before them."""
    above = tree[noun.head]
    before = tree.under(noun.i)[0] - 1
    joint = next((w for w in tree.kids(above.i, "cc") if w.i == before and above.i < before), None)
    before -= joint is not None
    if above.pos not in VERBAL or above.i > noun.i or before < 1 or tree[before].text not in (";", ","):
        return
    if tree.kid(noun.i, *SUBJECTS) is not None or noun.i in (w.i for w in tree.kids(above.i, *SUBJECTS)):
        return
    last = next((w for w in reversed(tree.words[above.i : before]) if w.pos == "NOUN" and w.dep in _LISTED), None)
    if last is not None:
        tree.hang(noun, last.i, "conj")
        if joint is not None:
            tree.hang(joint, last.i, "cc")
        if tree[before].head == above.i:
            tree.hang(tree[before], last.i, "punct")


def _back_to_the_past(tree: Tree, verb: Word) -> None:
    """ "Roe said the cover is poor and pointed to a test": a past behind a present is joined to the verb of saying."""
    first = tree[verb.head]
    outer = tree[first.head] if first.head >= 0 else first
    alone = tree.kid(verb.i, *SUBJECTS, "aux", "auxpass") is None
    told = outer.lemma in SAY and outer.tag == "VBD" and outer.i < first.i
    quoted = sum('"' in w.text for w in tree.words[: verb.i]) % 2 == 1
    modal = first.tag == "VB" and any(w.tag == "MD" for w in tree.kids(first.i, "aux"))
    if alone and told and not quoted and first.dep == "ccomp" and (first.tag == "VBZ" or modal):
        tree.hang(verb, outer.i, "conj")


def _second_object(tree: Tree, noun: Word) -> None:
    """ "..., an enclave Baku has retaken", hung on the verb: it stands in apposition to the name before its comma."""
    first = tree.under(noun.i)[0]
    if first < 2 or tree[first - 1].text != "," or tree[first].lower not in ("a", "an", "the") or noun.head < 0:
        return
    name = tree[first - 2]
    if name.pos == "PROPN" and name.i > noun.head and name.i not in tree.under(noun.i) and tree.kid(noun.head, "dobj"):
        tree.hang(noun, name.i, "appos")


def _result(tree: Tree, verb: Word) -> None:
    """ "..., leading to a freeze" at the end of a sentence is the outcome of the main clause, not of the last one."""
    first, above = tree.under(verb.i)[0], tree[verb.head]
    if (
        tree[first - 1].text != ","
        or above.i == tree.root
        or tree.root in (verb.i, first)
        or above.dep not in ("acl", "relcl")
    ):
        return
    if tree.root < first and tree.under(verb.i)[-1] >= len(tree) - 2:
        tree.hang(verb, tree.root, "advcl")


def _unfinished(tree: Tree, noun: Word) -> Word | None:
    """ "A crowd of 75 gathered in the square.": the only verb of a full sentence, read as a participle of its noun; or,
    where it has an object, of a noun in its relative clause ("Groups that lose out accused the mayor of theft.")."""
    inner = [i for clause in tree.kids(noun.i, "relcl", "appos") for i in tree.under(clause.i)]
    verbs = [*tree.kids(noun.i, "acl"), *(tree[i] for i in inner if tree[i].dep == "acl" and _has_objects(tree, i))]
    verb = next((w for w in verbs if w.tag == "VBN" and w.lower.endswith("ed")), None)
    if verb is None or tree.kid(verb.i, "agent") is not None:
        return None
    inside = {*tree.under(verb.i), *(i for i in inner if i < verb.i)}
    finite = any(w.tag in ("VBD", "VBZ", "VBP", "MD") for w in tree.words if w.i not in inside)
    ends = any(w.text == "." for w in tree.words[-2:])
    apart = tree[verb.i - 1].text == "," and not _has_objects(tree, verb.i)
    if finite or len(tree) < _FULL or not ends or apart:
        return None
    verb.tag = "VBD"
    return verb


def _has_objects(tree: Tree, verb: int) -> bool:
    """Whether a verb has an object that no passive has: "accused the board", "called the plan a mistake"."""
    return tree.kid(verb, "dobj") is not None or len(list(tree.kids(verb, "oprd"))) > 1


def _nominal_root(tree: Tree) -> None:
    """ "The report, commissioned in May, recommended ...", read as a noun with two participles."""
    noun = tree[tree.root]
    if noun.pos not in ("NOUN", "PROPN"):
        return
    verb = next((w for w in reversed(list(tree.kids(noun.i, "acl", "relcl"))) if w.tag in ("VBD", "VBZ")), None)
    verb = verb or _unfinished(tree, noun)
    if (
        verb is None
        or tree.kid(verb.i, *SUBJECTS, "mark") is not None
        or any(tree[i].tag in _WH for i in tree.under(verb.i)[:2])
    ):
        return
    tree[verb.head].kids.remove(verb.i)
    tree.root, verb.head, verb.dep = verb.i, -1, "ROOT"
    for kid in [k for k in noun.kids if k > verb.i]:
        tree.hang(tree[kid], verb.i, tree[kid].dep)
    noun.head, noun.dep = verb.i, "nsubj"
    verb.kids.append(noun.i)
    verb.kids.sort()


def _first_of_several(tree: Tree) -> None:
    """ "Roe called it a farce, left and said so": the first, read as the content of the second, is joined to it."""
    second = tree[tree.root]
    first = next((w for w in tree.kids(second.i, "ccomp") if w.i < second.i and w.tag == "VBD"), None)
    if first is None or second.tag != "VBD" or tree.kid(second.i, *SUBJECTS, "mark", "aux", "auxpass") is not None:
        return
    subject, between = tree.kid(first.i, *SUBJECTS), tree.words[tree.under(first.i)[-1] : second.i]
    if (
        subject is None
        or subject.i > first.i
        or any(w.pos != "PUNCT" and w.i > tree.under(first.i)[-1] for w in between)
    ):
        return
    second.kids.remove(first.i)
    tree.root, first.head, first.dep = first.i, -1, "ROOT"
    second.head, second.dep = first.i, "conj"
    first.kids = sorted([*first.kids, second.i])
    for word in list(tree.kids(second.i, "punct", "cc")):
        if word.i < second.i or word.i == len(tree) - 1:
            tree.hang(word, first.i, word.dep)


def _named_root(tree: Tree) -> None:
    """ "The firm Sorex is accused of theft", read as a firm that Sorex is accused of: the name is that of the noun."""
    noun = tree[tree.root]
    verb = tree.kid(noun.i, "relcl") if noun.pos == "NOUN" else None
    name = tree.kid(verb.i, "nsubj", "nsubjpass") if verb is not None else None
    if verb is None or name is None or name.pos != "PROPN" or tree.under(name.i)[0] != noun.i + 1:
        return
    noun.kids.remove(verb.i)
    tree.root, verb.head, verb.dep = verb.i, -1, "ROOT"
    for word in [w for w in tree.kids(noun.i) if w.i > verb.i]:
        tree.hang(word, verb.i, word.dep)
    noun.head, noun.dep = name.i, "compound"
    name.kids = sorted([*name.kids, noun.i])
