"""The statements a sentence makes, split along its dependency parse.

Main and joined verbs, relative clauses, appositions, participles, adverbial clauses that tell of something, and the
content of what is said, found or alleged; few and whole rather than many and short.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.extract.claims.cues import CARRIED_OUT, CUE_NOUNS, CUES, SAY, TEMPORAL
from pipeline.extract.claims.phrases import BREAKS, DASHES, words_of
from pipeline.extract.claims.tree import NOMINAL, SUBJECTS, VERBAL, Tree, Word

COMPLEMENTS = ("dobj", "attr", "acomp", "oprd", "ccomp", "xcomp", "dative", "prep", "agent", "nsubjpass", "prt")
_WH = frozenset({"WDT", "WP", "WP$", "WRB"})
_SIDES = frozenset({"left", "right", "center", "centre"})
_DEFINITE = frozenset({"the", "this", "these", "that", "those", "its", "his", "her", "their", "our", "my"})
_AS_PREPOSITION = frozenset(
    {
        "concern",
        "regard",
        "include",
        "follow",
        "accord",
        "give",
        "consider",
        "base",
        "depend",
        "start",
        "exclude",
        "bar",
    }
)
_BARE = frozenset({"say", "tell", "add", "continue", "quip", "joke", "note", "reply", "explain"})
_NO_PART = frozenset(
    {"time", "day", "way", "reason", "moment", "year", "month", "week", "place", "point", "fact", "extent"}
)
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


@dataclass(slots=True)
class _Reading:
    """What is being learned about one clause: dependents cut out of it, clauses to read next."""

    clause: _Clause
    cut: set[int] = field(default_factory=set)
    next: list[_Clause] = field(default_factory=list)


def split(tree: Tree) -> list[Statement]:
    """The statements of a sentence, in the order of their words; empty where nothing is stated."""
    found: list[Statement] = []
    todo = [_Clause(tree.root, "main")]
    while todo:
        clause = todo.pop()
        reading = _Reading(clause)
        if clause.kind != "apposition":
            _attribute(tree, reading)
            _walk(tree, reading)
        statement = _state(tree, reading)
        if statement is not None:
            found.append(statement)
        todo.extend(reading.next)
    return sorted(found, key=lambda s: (s.own[0], s.head))


# ---------------------------------------------------------------- one clause


def _attribute(tree: Tree, reading: _Reading) -> None:
    """Take off the words beside a clause that say where it comes from: ", Roe said", "as Roe said", "according to"."""
    clause = reading.clause
    for kid in tree.kids(clause.head):
        source: int | None = None
        if kid.lemma == "know" and _cue_beside(tree, kid) and tree.text(tree.under(kid.i)).lower().endswith("you know"):
            reading.cut.add(kid.i)
            continue
        if kid.dep == "prep" and kid.lower in ("according", "per"):
            source = next((w.i for p in tree.kids(kid.i) for w in [p, *tree.kids(p.i)] if w.dep == "pobj"), None)
            if kid.i > clause.head:
                reading.cut.update(w.i for w in tree.kids(clause.head, "npadvmod", "appos", "dep") if w.i > kid.i)
        elif not _cue_beside(tree, kid):
            continue
        else:
            source = next(w.i for w in tree.kids(kid.i, *SUBJECTS))
            _before_source(tree, reading, source)
        reading.cut.add(kid.i)
        clause.cues = (*clause.cues, Cue(kid.i, source))


def _cue_beside(tree: Tree, kid: Word) -> bool:
    """Whether a clause beside another is only its cue."""
    if kid.lemma not in CUES or tree.kid(kid.i, *SUBJECTS) is None or tree.kid(kid.i, "ccomp", "xcomp") is not None:
        return False
    if kid.dep == "parataxis":
        return kid.lemma == "tell" or tree.kid(kid.i, "dobj") is None
    return kid.dep == "advcl" and _mark(tree, kid) == "as" and tree.kid(kid.i, "dobj") is None


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
                todo.append((kid.i, real and not _unreal(tree, kid)))


def _unreal(tree: Tree, word: Word) -> bool:
    """Whether what stands below this word is not told as having happened."""
    if word.dep not in ("xcomp", "advcl", "acl", "ccomp", "relcl"):
        return False
    if word.dep == "xcomp" and tree[word.head].lemma in CARRIED_OUT:
        return False
    marks = {w.lower for w in tree.kids(word.i, "aux", "mark")}
    return bool(marks & {"to", "if", "unless", "whether", "would", "could", "may", "might", "will"})


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
                cues = (*reading.clause.cues, Cue(above.i, None))
                reading.next.append(_Clause(kid.i, "content", cues=cues, real=real))
            return True
        case "advcl" | "pcomp" | "acl":
            return _adverbial(tree, reading, above, kid, real)
        case "ccomp" | "parataxis":
            return _content(tree, reading, above, kid, real)
    return False


def _conjunct(tree: Tree, reading: _Reading, above: Word, kid: Word) -> bool:
    clause = reading.clause
    if above.i != clause.head or kid.pos not in VERBAL or above.pos not in VERBAL:
        return False
    own_subject = tree.kid(kid.i, *SUBJECTS)
    if _asks(tree, kid) or (own_subject is None and not _both_whole(tree, above, kid)):
        return False
    shared: tuple[int, ...] = ()
    if own_subject is None and tree.kid(kid.i, "aux", "auxpass") is None and kid.tag == above.tag:
        shared = clause.shared + tuple(w.i for w in tree.kids(above.i, "aux", "auxpass"))
        if any(w.dep == "cc" and w.lower in ("or", "nor") for w in tree.kids(above.i)):
            shared += tuple(w.i for w in tree.kids(above.i, "neg"))
    reading.cut.update({kid.i, *(w.i for w in tree.kids(above.i, "cc", "preconj") if w.i < kid.i)})
    subject = own_subject.i if own_subject else _subject(tree, clause)
    kind = "conjunct" if clause.kind == "main" else clause.kind
    noun = clause.noun if own_subject is None else None
    reading.next.append(_Clause(kid.i, kind, subject, noun, shared, clause.cues, clause.real))
    return True


def _both_whole(tree: Tree, first: Word, second: Word) -> bool:
    """Whether two joined verbs that share a subject have something of their own to say."""
    if second.tag == "VBG" and first.tag != "VBG" and tree.kid(second.i, "aux") is None:
        return False
    if second.tag == "VB" and first.tag != "VB" and tree.kid(second.i, "aux") is None:
        return False
    if tree.kid(first.i, "auxpass") is not None and second.tag == "VBN":
        return True
    after = [w for w in tree.kids(first.i) if w.i > first.i and w.dep in (*COMPLEMENTS, "npadvmod", "advcl")]
    return bool(after) and any(w.dep in COMPLEMENTS for w in tree.kids(second.i))


def _relative(tree: Tree, reading: _Reading, above: Word, kid: Word, real: bool) -> bool:
    first = tree.under(kid.i)[0]
    apart = first > 0 and tree[first - 1].text in BREAKS
    noun = above
    if above.dep == "appos" and above.head >= 0 and tree[above.head].pos == "PROPN":
        noun = tree[above.head]
    pronoun = next((w for w in map(tree.__getitem__, tree.under(kid.i)) if w.tag in _WH), None)
    whole = pronoun is not None and kid.lemma == "do" and pronoun.dep == "dobj"
    whole = whole or (noun.lemma in _NO_PART and (pronoun is None or pronoun.tag != "WRB"))
    told = apart or noun is not above or (real and _specific(tree, above, kid))
    if told and not whole:
        reading.next.append(_Clause(kid.i, "relative", None, noun.i, cues=reading.clause.cues))
    if apart:
        reading.cut.add(kid.i)
    return told


def _specific(tree: Tree, noun: Word, head: Word) -> bool:
    """Whether a clause that tells which one is meant also says when, where or who, of a definite thing."""
    definite = noun.pos == "PROPN" or any(
        w.lower in _DEFINITE or w.dep in ("poss", "nummod") for w in tree.kids(noun.i, "det", "poss", "nummod")
    )
    past = head.tag == "VBD" or any(w.tag in ("VBD", "VBZ") for w in tree.kids(head.i, "aux", "auxpass"))
    return definite and past and any(tree[i].label for i in tree.under(head.i))


def _apposition(tree: Tree, reading: _Reading, above: Word, kid: Word) -> bool:
    under = tree.under(kid.i)
    if above.pos != "PROPN" or not above.label or under[0] == 0 or tree[under[0] - 1].text not in BREAKS:
        return False
    if kid.pos != "NOUN" or sum(tree[i].pos in ("NOUN", "PROPN", "ADJ") for i in under) < 2:
        return False
    reading.next.append(_Clause(kid.i, "apposition", above.i, cues=reading.clause.cues))
    for relcl in tree.kids(kid.i, "relcl"):
        _relative(tree, reading, kid, relcl, True)
    reading.cut.add(kid.i)
    return True


def _adverbial(tree: Tree, reading: _Reading, above: Word, kid: Word, real: bool) -> bool:
    if kid.pos not in VERBAL:
        return False
    outer = above if kid.dep == "pcomp" else kid
    mark = above.lower if kid.dep == "pcomp" else _mark(tree, kid)
    finite = tree.kid(kid.i, *SUBJECTS) is not None
    if mark:
        if mark not in TEMPORAL or not real or (finite and mark in _REAL_PAST and not _past(tree, kid)):
            return False
    elif finite or kid.tag not in ("VBG", "VBN") or not _set_off(tree, kid) or kid.lemma in _AS_PREPOSITION:
        return False
    if not finite and (not any(w.dep in COMPLEMENTS for w in tree.kids(kid.i)) or (mark and kid.tag == "VBN")):
        return False
    subject = None if finite else _subject_of(tree, reading.clause, above)
    reading.next.append(_Clause(kid.i, "clause" if finite else "participle", subject, cues=reading.clause.cues))
    if mark != "because" and (not mark or _stands_without(tree, reading.clause.head, outer)):
        reading.cut.add(outer.i)
    return True


def _set_off(tree: Tree, kid: Word) -> bool:
    """Whether a clause is set off: by a mark before it, or by a comma after it where it opens the sentence."""
    under = tree.under(kid.i)
    before = under[0] - 1
    if before > 0 and tree[before].tag in ("``", "''"):
        before -= 1
    if before >= 0 and tree[before].text in BREAKS:
        return True
    return under[-1] < kid.head and under[-1] + 1 < len(tree) and tree[under[-1] + 1].text == ","


def _mark(tree: Tree, word: Word) -> str:
    found = _mark_word(tree, word)
    return found.lower if found is not None and found.i < word.i else ""


def _mark_word(tree: Tree, word: Word) -> Word | None:
    found = tree.kid(word.i, "mark") or next((w for w in tree.kids(word.i, "advmod") if w.tag == "WRB"), None)
    if found is None and word.kids and tree[word.kids[0]].dep == "prep" and tree[word.kids[0]].lower in TEMPORAL:
        found = tree[word.kids[0]]
    return found


def _past(tree: Tree, word: Word) -> bool:
    return word.tag == "VBD" or any(
        w.tag == "VBD" or w.lower in ("has", "have") for w in tree.kids(word.i, "aux", "auxpass")
    )


def _stands_without(tree: Tree, head: int, outer: Word) -> bool:
    """Whether a clause still says something when `outer`, which tells when or why, is taken out of it."""
    if outer.head != head:
        return True
    mark = outer if outer.dep == "prep" else _mark_word(tree, outer)
    if mark is not None and any(w.dep in ("advmod", "npadvmod") and w.i < mark.i for w in tree.kids(outer.i)):
        return False
    return any(w.i != outer.i and w.dep in COMPLEMENTS for w in tree.kids(head))


def _content(tree: Tree, reading: _Reading, above: Word, kid: Word, real: bool) -> bool:
    """A clause that is said, found or believed, or that only stands beside another."""
    clause = reading.clause
    subject = tree.kid(kid.i, *SUBJECTS)
    if subject is None or _asks(tree, kid) or not _finite(tree, kid):
        return False
    if kid.dep == "parataxis" or (kid.i < above.i and (above.lemma not in CUES or _beside(tree, kid))):
        reading.cut.add(kid.i)
        reading.next.append(_Clause(kid.i, "main", cues=clause.cues))
        return True
    if above.lemma not in CUES:
        return False
    if not real:
        return True
    source = tree.kid(above.i, *SUBJECTS)
    if source is not None and source.tag in _WH and clause.noun is not None and above.i == clause.head:
        source = tree[clause.noun]
    source_i = (
        source.i if source is not None else _subject_of(tree, clause, tree[above.head] if above.head >= 0 else above)
    )
    reading.next.append(_Clause(kid.i, "content", cues=(*clause.cues, Cue(above.i, source_i)), real=real))
    if source_i is not None and kid.i < source_i:
        _before_source(tree, reading, source_i)
    if above.i == clause.head:
        reading.cut.add(kid.i)
    return True


def _finite(tree: Tree, kid: Word) -> bool:
    auxiliaries = list(tree.kids(kid.i, "aux", "auxpass"))
    if any(w.tag == "TO" for w in auxiliaries):
        return False
    return kid.tag != "VBG" or bool(auxiliaries)


def _beside(tree: Tree, first: Word) -> bool:
    """ "It is so - he also said that": two clauses side by side, not one the content of the other."""
    end = tree.under(first.i)[-1] + 1
    return end < len(tree) and tree[end].text in (DASHES | {";"}) and tree[end - 1].pos != "PUNCT"


def _asks(tree: Tree, kid: Word) -> bool:
    """Whether a clause is a question in other words: "whether", "how", "what"."""
    first = tree.under(kid.i)[:3]
    return any(
        (tree[i].lower in ("whether", "if") and tree[i].head == kid.i) or (tree[i].tag in _WH and tree[i].head >= kid.i)
        for i in first
    )


def _subject_of(tree: Tree, clause: _Clause, above: Word) -> int | None:
    """Whose doing a verb is that has no subject and hangs on `above`: the nearest subject over it, or the noun."""
    if above.pos in NOMINAL and above.dep not in ("attr", "ROOT"):
        return above.i
    for word in (above, *tree.chain(above.i)):
        own = _agent(tree, word.i) or tree.kid(word.i, *SUBJECTS)
        if own is not None and own.tag not in _WH:
            return own.i
        if word.dep == "relcl":
            return word.head
        if word.i == clause.head:
            break
    return _subject(tree, clause)


def _agent(tree: Tree, verb: int) -> Word | None:
    by = tree.kid(verb, "agent")
    return tree.kid(by.i, "pobj") if by is not None else None


def _subject(tree: Tree, clause: _Clause) -> int | None:
    own = tree.kid(clause.head, *SUBJECTS)
    if own is not None and own.tag in _WH and clause.noun is not None:
        return clause.noun
    return own.i if own is not None else clause.subject


# ---------------------------------------------------------------- its words


def _state(tree: Tree, reading: _Reading) -> Statement | None:
    """The statement that is left of a clause, if one is."""
    clause = reading.clause
    head = tree[clause.head]
    own = _bounded(tree, clause, words_of(tree, clause.head, reading.cut))
    if clause.head not in own or not _says(tree, clause, reading, own):
        return None
    relative = None
    if clause.noun is not None:
        relative = next((i for i in own if tree[i].tag in _WH and i <= head.i), None)
    return Statement(
        clause.head, clause.kind, own, _subject(tree, clause), clause.noun, relative, clause.shared, clause.cues
    )


def _bounded(tree: Tree, clause: _Clause, own: list[int]) -> list[int]:
    """The words after the mark of an adverbial clause (before it they are of the clause above), up to a dash."""
    if clause.kind == "clause":
        mark = _mark_word(tree, tree[clause.head])
        if mark is not None and mark.i < clause.head:
            own = [i for i in own if i > mark.i]
    if clause.kind in ("relative", "participle", "apposition"):
        dashes = [i for i in own if tree[i].text in DASHES and tree[i].tag != "HYPH"]
        if len(dashes) % 2 and dashes[-1] > clause.head:
            own = [i for i in own if i < dashes[-1]]
    return own


def _says(tree: Tree, clause: _Clause, reading: _Reading, own: list[int]) -> bool:
    """Whether a clause says more than that somebody said something."""
    head = tree[clause.head]
    if clause.kind == "apposition":
        return True
    if head.lemma in CUES and any(n.kind == "content" and n.cues and n.cues[-1].word == head.i for n in reading.next):
        return False
    if _stage_direction(tree, head):
        return False
    if head.pos not in VERBAL:
        return _without_verb(tree, clause, own)
    if head.lemma in SAY and _only_cue(tree, head, own):
        return False
    subject = _subject(tree, clause)
    if subject is None and head.tag == "VB" and not tree.kid(head.i, "aux"):
        return False
    return subject is not None or clause.kind == "content" or bool(tree.kid(head.i, "dobj", "attr", "agent"))


def _only_cue(tree: Tree, head: Word, own: list[int]) -> bool:
    """Whether a clause round a verb of saying tells no more than that somebody spoke."""
    inside = set(own)
    if any(
        w.dep in ("xcomp", "nsubjpass", "attr")
        or (w.dep == "dobj" and head.lemma != "tell")
        or w.lower in ("about", "of")
        for w in tree.kids(head.i)
    ):
        return False
    if any(tree[i].dep in SUBJECTS and tree[i].head != head.i and tree[i].head in inside for i in own):
        return own[-1] == head.i
    return head.lemma in _BARE or not any(w.dep in ("dobj", "prep", "advcl") for w in tree.kids(head.i))


def _stage_direction(tree: Tree, head: Word) -> bool:
    """ "Roe, left, and Doe": where somebody stands in a picture, which the parser takes for a verb."""
    if head.lower not in _SIDES or not 0 < head.i < len(tree) - 1:
        return False
    return tree[head.i - 1].text == "," and tree[head.i + 1].text in (",", "and")


def _without_verb(tree: Tree, clause: _Clause, own: list[int]) -> bool:
    """A line without a verb states something where it has a day and a name in it ("Smoke over Stepanakert, Oct. 3")."""
    if tree.kid(clause.head, *SUBJECTS) is not None:
        return True
    labels = {tree[i].label for i in own}
    return "DATE" in labels and bool(labels & {"GPE", "LOC", "FAC", "PERSON", "ORG", "EVENT"}) and clause.kind == "main"
