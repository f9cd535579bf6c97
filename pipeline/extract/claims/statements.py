"""The statements a sentence makes, split along its dependency parse.

Main and joined verbs, relative clauses, appositions, participles, adverbial clauses that tell of something, and the
content of what is said, found or alleged; few and whole rather than many and short.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.extract.claims import relatives
from pipeline.extract.claims.clauses import (
    COMPLEMENTS,
    WANTING,
    WH,
    agent,
    aims,
    asks,
    bare,
    behind_mark,
    beside,
    both_whole,
    commands,
    compares,
    cue_beside,
    denied_too,
    filler,
    finite,
    found_too,
    hangs_on_object,
    inverted,
    is_share,
    mark,
    only_speaks,
    owner,
    past,
    set_off,
    stage_direction,
    stands_without,
    tells_apart,
    unreal,
    wished,
)
from pipeline.extract.claims.cues import BODIES, CUE_NOUNS, CUES, NEG_RAISING, PLAN, SAY, TEMPORAL
from pipeline.extract.claims.phrases import BREAKS, cut_open, paired, up_to_dash, words_of
from pipeline.extract.claims.tree import NOMINAL, SUBJECTS, VERBAL, Tree, Word

_POINTERS = frozenset({"it", "this", "that", "these", "those", "which"})
"""Subjects that a participle does not borrow: it could not be read alone."""
_THIN = frozenset({"nsubj", "punct", "cc", "conj", "mark", "neg", "aux"})
_NO_PART = frozenset(
    {
        "time",
        "day",
        "way",
        "reason",
        "moment",
        "year",
        "month",
        "week",
        "place",
        "point",
        "fact",
        "extent",
        "appearance",
    }
)
_LEAST_SAID = 6
"""Words before an attribution that say something also where the parser finds no clause in them."""
_SCENE = ("advcl", "prep", "advmod", "npadvmod")
_REAL_PAST = ("when", "as", "once", "since", "before")


@dataclass(frozen=True, slots=True)
class Cue:
    """What a statement hangs on: the verb, noun or preposition at `word`; `source`: the head of who says it."""

    word: int
    source: int | None


@dataclass(slots=True)
class Statement:
    """One statement. All numbers are words of the sentence.

    `own`: its words, in order, function words at the edges left out. `kind`: main, conjunct, relative, apposition,
    participle, clause or content. `subject`: the head of its subject, borrowed where it is not in `own`. `noun`: what a
    relative clause speaks of, `relative` the pronoun that stands for it. `shared`: auxiliaries borrowed from the verb
    it is joined to. `cues`: what it hangs on, outermost first.
    """

    head: int
    kind: str
    own: list[int]
    subject: int | None = None
    noun: int | None = None
    relative: int | None = None
    shared: tuple[int, ...] = ()
    cues: tuple[Cue, ...] = ()


@dataclass(slots=True)
class _Clause:
    """A clause still to be read. `real`: what it tells is not merely supposed, wished or planned."""

    head: int
    kind: str
    subject: int | None = None
    noun: int | None = None
    shared: tuple[int, ...] = ()
    cues: tuple[Cue, ...] = ()
    real: bool = True
    without: frozenset[int] = frozenset()


@dataclass(slots=True)
class _Reading:
    """What is being learned about one clause: dependents cut out of it, clauses to read next.

    `unanswered`: the subjects of which nobody knows what they stand for; their clauses are not taken off.
    """

    clause: _Clause
    unanswered: frozenset[int]
    cut: set[int] = field(default_factory=set)
    next: list[_Clause] = field(default_factory=list)


def split(tree: Tree, unanswered: frozenset[int] = frozenset()) -> list[Statement]:
    """The statements of a sentence, in the order of their words; empty where nothing is stated.

    `unanswered`: pronouns that are a subject and that nothing before the sentence answers; what they stand for is told
    in the clause before theirs, if anywhere, so that the two stay together.
    """
    unread = _unread(tree)
    found: list[Statement] = [unread] if unread is not None else []
    todo = [] if unread is not None else [_Clause(tree.root, "main", real=not commands(tree, tree[tree.root]))]
    while todo:
        clause = todo.pop()
        reading = _Reading(clause, unanswered, set(clause.without))
        if clause.kind != "apposition":
            _attribute(tree, reading)
            _walk(tree, reading)
        statement = _state(tree, reading)
        if statement is not None:
            found.append(statement)
        todo.extend(reading.next)
    found = [_whole(tree)] if any(cut_open(tree, s.own) for s in found) else found
    return sorted(found, key=lambda s: (s.own[0], s.head))


def _whole(tree: Tree) -> Statement:
    return Statement(tree.root, "main", words_of(tree, tree.root, ()), _subject(tree, _Clause(tree.root, "main")))


def _unread(tree: Tree) -> Statement | None:
    """ "..., Roe said." behind words of which the parser made no clause that is said: they are one statement, whole."""
    root, source = tree[tree.root], tree.kid(tree.root, *SUBJECTS)
    if root.lemma not in SAY or source is None or tree.kid(root.i, "ccomp", "parataxis", "dobj", "xcomp") is not None:
        return None
    end = min(root.i, tree.under(source.i)[0])
    after = [w for w in tree.words[max(root.i, tree.under(source.i)[-1]) + 1 :] if w.pos != "PUNCT"]
    comma = next((i for i in range(end - 1, max(end - 3, 0), -1) if tree[i].text == ","), None)
    beside = {i for w in tree.kids(root.i, *_SCENE) for i in tree.under(w.i)}
    if after or comma is None or len(set(range(comma)) - beside) < _LEAST_SAID:
        return None
    verbs = [w for w in tree.words[:comma] if w.tag in ("VBD", "VBZ", "VBP", "MD") and w.dep != "ROOT"]
    head = next((tree[w.head] if w.dep in ("aux", "auxpass") else w for w in verbs), None)
    if head is None:
        return None
    own = [i for i in range(comma) if tree[i].pos != "PUNCT" or i]
    return Statement(head.i, "content", paired(tree, own), cues=(Cue(root.i, source.i),))


# ---------------------------------------------------------------- one clause


def _attribute(tree: Tree, reading: _Reading) -> None:
    """Take off the words beside a clause that say where it comes from: ", Roe said", "as Roe said", "according to"."""
    clause = reading.clause
    for kid in tree.kids(clause.head):
        source: int | None = None
        if kid.pos in VERBAL and filler(tree, kid):
            reading.cut.add(kid.i)
            continue
        if kid.dep == "prep" and kid.lower in ("according", "per"):
            source = next((w.i for p in tree.kids(kid.i) for w in [p, *tree.kids(p.i)] if w.dep == "pobj"), None)
            if kid.i > clause.head:
                reading.cut.update(w.i for w in tree.kids(clause.head, "npadvmod", "appos", "dep") if w.i > kid.i)
        elif not cue_beside(tree, kid):
            continue
        else:
            source = next(w.i for w in tree.kids(kid.i, *SUBJECTS))
            more = [w for w in tree.kids(kid.i, "advcl") if w.tag == "VBG"]
            reading.next.extend(_Clause(w.i, "participle", source) for w in more)
            _before_source(tree, reading, source)
        reading.cut.add(kid.i)
        clause.cues = (*clause.cues, Cue(kid.i, source))


def _before_source(tree: Tree, reading: _Reading, source: int) -> None:
    """Cut the description of a speaker that the parser hung on the words before it."""
    start = tree.under(source)[0]
    for i in range(start - 1, max(start - 30, 0), -1):
        word = tree[i]
        if word.dep == "appos" and tree.under(word.i)[-1] == start - 1:
            reading.cut.add(i)
            return


def _walk(tree: Tree, reading: _Reading) -> None:
    """Visit every word of the clause from the top; what is a statement of its own is read apart."""
    clause = reading.clause
    todo = [(clause.head, clause.real)]
    while todo:
        at, real = todo.pop()
        for kid in tree.kids(at):
            if kid.i not in reading.cut and not _apart(tree, reading, tree[at], kid, real):
                todo.append((kid.i, real and not unreal(tree, kid)))


def _apart(tree: Tree, reading: _Reading, above: Word, kid: Word, real: bool) -> bool:
    """Whether `kid` is not to be walked into: it is read apart or of no account, cut out of the clause or not."""
    match kid.dep:
        case "conj":
            return _conjunct(tree, reading, above, kid)
        case "relcl":
            return _relative(tree, reading, above, kid, real)
        case "appos":
            return _apposition(tree, reading, above, kid)
        case "acl" if above.pos in NOMINAL and tree.kid(kid.i, "mark") and tree.kid(kid.i, *SUBJECTS):
            if above.lemma in CUE_NOUNS:
                cues = (*reading.clause.cues, Cue(above.i, owner(tree, above)))
                reading.next.append(_Clause(kid.i, "content", cues=cues, real=real))
            return True
        case "advcl" | "pcomp" | "acl":
            return _adverbial(tree, reading, above, kid, real)
        case "csubj" | "csubjpass":
            return True
        case "ccomp" | "parataxis":
            return _content(tree, reading, above, kid, real)
    return False


def _conjunct(tree: Tree, reading: _Reading, above: Word, kid: Word) -> bool:
    clause = reading.clause
    if above.i != clause.head or kid.pos not in VERBAL or above.pos not in VERBAL:
        return False
    own_subject = tree.kid(kid.i, *SUBJECTS)
    if asks(tree, kid) or aims(tree, kid) or (own_subject is None and not both_whole(tree, above, kid)):
        return False
    if own_subject is not None and own_subject.i in reading.unanswered:
        return False
    joined = tree.kid(above.i, "cc") or tree.kid(kid.i, "cc")
    if own_subject is None and not joined and tree.kid(kid.i, "oprd", "agent"):
        return False
    shared: tuple[int, ...] = ()
    alike = kid.tag == above.tag or (kid.tag == "VBP" and above.tag == "VB") or found_too(tree, above, kid)
    alike = alike or (kid.tag == "VBD" and above.tag == "VBN" and denied_too(tree, above, kid))
    if own_subject is None and tree.kid(kid.i, "aux", "auxpass") is None and alike:
        shared = clause.shared + tuple(w.i for w in tree.kids(above.i, "aux", "auxpass"))
        if any(w.dep == "cc" and w.lower in ("or", "nor") for w in tree.kids(above.i)):
            shared += tuple(w.i for w in tree.kids(above.i, "neg"))
    if own_subject is None and not shared and relatives.within_relative(tree, above, kid):
        return True
    reading.cut.update({kid.i, *(w.i for w in tree.kids(above.i, "cc", "preconj") if w.i < kid.i)})
    subject = own_subject.i if own_subject else _subject(tree, clause)
    kind = "conjunct" if clause.kind == "main" else clause.kind
    of = tree[subject].tag in WH or subject == clause.noun if subject is not None else True
    noun = clause.noun if own_subject is None and of else None
    reading.next.append(_Clause(kid.i, kind, subject, noun, shared, clause.cues, clause.real))
    return True


def _relative(tree: Tree, reading: _Reading, above: Word, kid: Word, real: bool) -> bool:
    open_subject = any(i in reading.unanswered and tree[i].dep in SUBJECTS for i in tree.under(kid.i))
    if open_subject or any(w.tag == "TO" for w in tree.kids(kid.i, "aux")):
        return False
    if above.dep in ("attr", "acomp") and relatives.cleft(tree, above):
        return False
    first = tree.under(kid.i)[0]
    apart = first > 0 and tree[first - 1].text in BREAKS
    noun = above
    if above.dep == "appos" and above.head >= 0 and relatives.says_who(above, tree[above.head]):
        noun = tree[above.head]
    pronoun = next((w for w in map(tree.__getitem__, tree.under(kid.i)) if w.tag in WH), None)
    noun = relatives.event_at(tree, noun, kid)
    dated = pronoun is not None and pronoun.lower == "which" and noun.label in ("DATE", "TIME")
    if dated or (pronoun is not None and relatives.content_of(tree, kid, pronoun)):
        return False
    whole = not relatives.plain_object(tree, kid, pronoun)
    whole = whole or (noun.lemma in _NO_PART and (pronoun is None or pronoun.tag != "WRB"))
    whole = whole or (pronoun is not None and pronoun.dep == "det")
    whole = whole or (pronoun is not None and pronoun.lower == "where" and not relatives.within(tree, noun))
    told = apart or noun is not above or (real and relatives.specific(tree, above, kid))
    if told and not whole:
        when = pronoun is not None and pronoun.lower == "when"
        kind, of = ("clause", None) if when else ("relative", noun.i)
        cues = () if kind == "relative" and (apart or noun is not above) else reading.clause.cues
        reading.next.append(_Clause(kid.i, kind, None, of, cues=cues))
    if apart and not (whole and pronoun is not None and pronoun.lower == "where"):
        reading.cut.add(kid.i)
    return told


def _apposition(tree: Tree, reading: _Reading, above: Word, kid: Word) -> bool:
    under = tree.under(kid.i)
    if (
        above.pos != "PROPN"
        or above.label in ("", "DATE", "TIME")
        or under[0] == 0
        or tree[under[0]].pos == "ADV"
        or (above.label == "NORP" and above.tag == "NNP")
        or not relatives.may_be_said_of(above, kid)
        or tree[under[0] - 1].text not in BREAKS
    ):
        return False
    if (
        kid.pos != "NOUN"
        or kid.label in ("DATE", "TIME")
        or sum(tree[i].pos in ("NOUN", "PROPN", "ADJ") for i in under) < 2
    ):
        return False
    told = {w.i for w in tree.kids(kid.i, "relcl") if _relative(tree, reading, kid, w, True)}
    rest = tree.under(kid.i, told)
    telling = sum(tree[i].pos in ("NOUN", "PROPN", "ADJ") for i in rest) > 1
    if telling and (above.label != "PERSON" or kid.lemma not in BODIES):
        apposed = _Clause(kid.i, "apposition", above.i, cues=reading.clause.cues, without=frozenset(told))
        reading.next.append(apposed)
    reading.cut.add(kid.i)
    return True


def _adverbial(tree: Tree, reading: _Reading, above: Word, kid: Word, real: bool) -> bool:
    if kid.pos not in VERBAL:
        return False
    if kid.dep == "pcomp" and asks(tree, kid):
        return True
    outer = above if kid.dep == "pcomp" else kid
    opener = above.lower if kid.dep == "pcomp" else mark(tree, kid)
    own = tree.kid(kid.i, *SUBJECTS)
    told = own is not None
    if kid.lemma not in CUES and any(i in reading.unanswered for i in tree.under(kid.i)):
        return False
    if opener == "as" and compares(tree, above):
        return False
    if told and opener and bare(tree, kid) and tree.kid(kid.i, "npadvmod") is None:
        return False
    if told and opener == "as" and bare(tree, kid) and kid.lemma in WANTING | CUES | PLAN:
        return False
    if opener:
        if opener not in TEMPORAL or not real or (told and opener in _REAL_PAST and not past(tree, kid)):
            return False
    elif told or not set_off(tree, kid) or not tells_apart(tree, above, kid) or hangs_on_object(tree, above, kid):
        return False
    if kid.dep == "acl" and relatives.within_subject(tree, above):
        return False
    if not told and (not any(w.dep in COMPLEMENTS for w in tree.kids(kid.i)) or (opener and kid.tag == "VBN")):
        return False
    subject = None if told else _subject_of(tree, reading.clause, above, bool(opener))
    if subject is not None and tree[subject].lower in _POINTERS:
        return False
    leaves = not opener or (opener != "because" and stands_without(tree, reading.clause.head, outer))
    supposed = any(w.lower in ("might", "may", "could", "would") for w in tree.kids(kid.i, "aux"))
    if not leaves and (supposed or not told):
        return False
    if not told and subject is None:
        return False
    reading.next.append(_Clause(kid.i, "clause" if told else "participle", subject, cues=reading.clause.cues))
    if leaves:
        reading.cut.add(outer.i)
    return True


def _content(tree: Tree, reading: _Reading, above: Word, kid: Word, real: bool) -> bool:
    """A clause that is said, found or believed, or that only stands beside another."""
    clause = reading.clause
    subject = tree.kid(kid.i, *SUBJECTS)
    if above.lemma in SAY and kid.i < above.i and commands(tree, kid):
        reading.cut.add(kid.i)
        return True
    if subject is None or asks(tree, kid) or not finite(tree, kid):
        return False
    if above.dep == "relcl" and ((kid.lemma in WANTING and bare(tree, kid)) or relatives.fronted(tree, above, kid)):
        return False
    if kid.dep == "parataxis" or (kid.i < above.i and (above.lemma not in CUES or beside(tree, kid))):
        reading.cut.add(kid.i)
        reading.next.append(_Clause(kid.i, "main", cues=clause.cues))
        return True
    if above.lemma not in CUES:
        return False
    if not real or (above.lemma in NEG_RAISING and tree.kid(above.i, "neg")) or wished(tree, above, kid):
        return True
    source = tree.kid(above.i, *SUBJECTS)
    open_thought = subject.i in reading.unanswered and above.lemma not in SAY
    if open_thought or inverted(tree, above) or (source is not None and is_share(tree, source)):
        return True
    if source is not None and source.tag in WH and above.dep == "relcl":
        source = tree[above.head]
        if source.dep == "appos" and tree[source.head].pos == "PROPN":
            source = tree[source.head]
    source_i = (
        source.i if source is not None else _subject_of(tree, clause, tree[above.head] if above.head >= 0 else above)
    )
    reading.next.append(_Clause(kid.i, "content", cues=(*clause.cues, Cue(above.i, source_i)), real=real))
    if source_i is not None and tree[source_i].lower in _POINTERS - {"it"}:
        source_i = None
    if source_i is not None and kid.i < source_i:
        _before_source(tree, reading, source_i)
    if above.i == clause.head:
        reading.cut.add(kid.i)
    return True


def _subject_of(tree: Tree, clause: _Clause, above: Word, doer: bool = False) -> int | None:
    """Whose doing a verb is that has no subject and hangs on `above`: the nearest subject over it, or the noun."""
    if above.pos in NOMINAL and above.dep not in ("attr", "ROOT"):
        return above.i
    for word in (above, *tree.chain(above.i)):
        own = (agent(tree, word.i) if doer else None) or tree.kid(word.i, *SUBJECTS)
        if own is not None and own.tag not in WH:
            return own.i
        if word.dep == "relcl":
            over = tree[word.head]
            return over.head if over.dep == "appos" and relatives.says_who(over, tree[over.head]) else over.i
        if word.i == clause.head:
            break
    return _subject(tree, clause)


def _subject(tree: Tree, clause: _Clause) -> int | None:
    own = tree.kid(clause.head, *SUBJECTS)
    if own is not None and own.tag in WH and clause.noun is not None:
        return clause.noun
    return own.i if own is not None else clause.subject


# ---------------------------------------------------------------- its words


def _state(tree: Tree, reading: _Reading) -> Statement | None:
    """The statement that is left of a clause, if one is."""
    clause = reading.clause
    head = tree[clause.head]
    own = words_of(tree, clause.head, reading.cut)
    if clause.kind == "clause":
        own = behind_mark(tree, head, own)
    elif clause.kind in ("relative", "participle", "apposition"):
        own = up_to_dash(tree, clause.head, own)
    if (
        clause.head not in own
        or not _says(tree, clause, reading, own)
        or relatives.disagrees(tree, clause.head, clause.noun)
    ):
        return None
    relative = None
    if clause.noun is not None:
        relative = next((i for i in own if tree[i].tag in WH and i <= head.i), None)
    return Statement(
        clause.head, clause.kind, own, _subject(tree, clause), clause.noun, relative, clause.shared, clause.cues
    )


def _says(tree: Tree, clause: _Clause, reading: _Reading, own: list[int]) -> bool:
    """Whether a clause says more than that somebody said something."""
    head = tree[clause.head]
    if clause.kind == "apposition":
        return True
    if head.lemma in CUES and any(n.kind == "content" and n.cues and n.cues[-1].word == head.i for n in reading.next):
        return False
    if stage_direction(tree, head) or (clause.kind == "main" and commands(tree, head)):
        return False
    if head.pos not in VERBAL:
        return _without_verb(tree, clause, own)
    if only_speaks(tree, head, own):
        return False
    subject = _subject(tree, clause)
    if (
        (head.tag == "MD" or head.lemma in ("be", "have", "do"))
        and head.dep != "aux"
        and not any(w.dep not in _THIN for w in tree.kids(head.i))
    ):
        return False
    if subject is None and head.lemma in SAY and head.tag in ("VBD", "VBZ") and own[0] == head.i:
        return False
    if own[-1] != head.i and tree[own[-1]].tag == "TO":
        return False
    if subject is not None and tree[subject].tag == "VB" and not tree.kid(subject, "aux"):
        return False
    if subject is None and head.tag in ("VB", "VBP") and head.lemma != "be" and not tree.kid(head.i, "aux", "auxpass"):
        return False
    return subject is not None or clause.kind == "content" or bool(tree.kid(head.i, "dobj", "attr", "agent"))


def _without_verb(tree: Tree, clause: _Clause, own: list[int]) -> bool:
    """A line without a verb states something where it has a day and a name in it ("Smoke over Stepanakert, Oct. 3")."""
    if tree.kid(clause.head, *SUBJECTS) is not None:
        return True
    labels = {tree[i].label for i in own}
    return "DATE" in labels and bool(labels & {"GPE", "LOC", "FAC", "PERSON", "ORG", "EVENT"}) and clause.kind == "main"
