"""The statements a sentence makes, split along its dependency parse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.extract.claims.cues import FIND, SAY, TEMPORAL, THINK
from pipeline.extract.claims.tree import NOMINAL, SUBJECTS, VERBAL, Tree, Word

COMPLEMENTS = ("dobj", "attr", "acomp", "oprd", "ccomp", "xcomp", "dative", "prep", "agent", "nsubjpass", "prt")
CUES = SAY | THINK | FIND
_WH = frozenset({"WDT", "WP", "WP$", "WRB"})
_BREAK = frozenset({",", "-", "--", "(", ";", ":", "—", "–"})
_SIDES = frozenset({"left", "right", "center", "centre"})
_DEFINITE = frozenset({"the", "this", "these", "that", "those", "its", "his", "her", "their", "our", "my"})


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
    """A clause still to be read."""

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
    """The statements of a sentence, in the order of their heads; empty where nothing is stated."""
    found: list[Statement] = []
    todo = [_Clause(tree.root, "main")]
    while todo:
        clause = todo.pop()
        reading = _Reading(clause)
        if clause.kind != "apposition":
            _walk(tree, reading)
        statement = _state(tree, reading)
        if statement is not None:
            found.append(statement)
        todo.extend(reading.next)
    return sorted(found, key=lambda s: (s.own[0], s.head))


# ---------------------------------------------------------------- one clause


def _walk(tree: Tree, reading: _Reading) -> None:
    """Visit every word of the clause from the top and cut out what is a statement of its own."""
    clause = reading.clause
    todo = [(clause.head, clause.real)]
    while todo:
        at, real = todo.pop()
        for kid in tree.kids(at):
            if not _cut(tree, reading, tree[at], kid, real):
                todo.append((kid.i, real and not _unreal(tree, kid)))


def _unreal(tree: Tree, word: Word) -> bool:
    """Whether what stands below this word is not told as having happened."""
    if word.dep in ("xcomp", "advcl", "acl", "ccomp") and tree.kid(word.i, "aux", "mark"):
        marks = {w.lower for w in tree.kids(word.i, "aux", "mark")}
        return bool(marks & {"to", "if", "unless", "whether", "would", "could", "may", "might", "will"})
    return False


def _cut(tree: Tree, reading: _Reading, above: Word, kid: Word, real: bool) -> bool:
    """Whether `kid` was taken out of the clause (its statement, if any, is then in `reading.next`)."""
    match kid.dep:
        case "conj":
            return _conjunct(tree, reading, above, kid)
        case "relcl":
            return _relative(tree, reading, above, kid, real)
        case "appos":
            return _apposition(tree, reading, above, kid)
        case "advcl" | "pcomp" | "acl":
            return _adverbial(tree, reading, above, kid, real)
        case "ccomp" | "parataxis":
            return _content(tree, reading, above, kid, real)
        case "prep" if kid.lower in ("according", "per"):
            reading.cut.add(kid.i)
            source = next((w.i for p in tree.kids(kid.i) for w in [p, *tree.kids(p.i)] if w.dep == "pobj"), None)
            reading.clause.cues = (*reading.clause.cues, Cue(kid.i, source))
            return True
    return False


def _conjunct(tree: Tree, reading: _Reading, above: Word, kid: Word) -> bool:
    clause = reading.clause
    if above.i != clause.head or kid.pos not in VERBAL or above.pos not in VERBAL:
        return False
    own_subject = tree.kid(kid.i, *SUBJECTS)
    if own_subject is None:
        rest = [w for w in tree.kids(kid.i) if w.dep in COMPLEMENTS]
        first = [w for w in tree.kids(above.i) if w.i > above.i and w.dep in (*COMPLEMENTS, "npadvmod", "advcl")]
        passive = tree.kid(above.i, "auxpass") is not None
        if (not rest and not passive) or (not first and not passive):
            return False
    shared: tuple[int, ...] = ()
    if own_subject is None and tree.kid(kid.i, "aux", "auxpass") is None and kid.tag == above.tag:
        shared = clause.shared + tuple(w.i for w in tree.kids(above.i, "aux", "auxpass"))
        if any(w.dep == "cc" and w.lower in ("or", "nor") for w in tree.kids(above.i)):
            shared += tuple(w.i for w in tree.kids(above.i, "neg"))
    reading.cut.update({kid.i, *(w.i for w in tree.kids(above.i, "cc", "preconj") if w.i < kid.i)})
    subject = own_subject.i if own_subject else _subject(tree, clause)
    kind = "conjunct" if clause.kind in ("main", "conjunct") else clause.kind
    reading.next.append(
        _Clause(kid.i, kind, subject, clause.noun if own_subject is None else None, shared, clause.cues)
    )
    return True


def _relative(tree: Tree, reading: _Reading, above: Word, kid: Word, real: bool) -> bool:
    first = tree.under(kid.i)[0]
    apart = first > 0 and tree[first - 1].text in _BREAK
    noun = above
    if above.dep == "appos" and above.head >= 0 and tree[above.head].pos == "PROPN":
        noun = tree[above.head]
    if not apart and not (real and noun is above and _specific(tree, above, kid)) and noun is above:
        return False
    reading.next.append(_Clause(kid.i, "relative", None, noun.i, cues=reading.clause.cues))
    if apart:
        reading.cut.add(kid.i)
    return apart


def _specific(tree: Tree, noun: Word, head: Word) -> bool:
    """Whether a clause that tells which one is meant also says when, where or who, of a definite thing."""
    definite = noun.pos == "PROPN" or any(
        w.lower in _DEFINITE or w.dep in ("poss", "nummod") for w in tree.kids(noun.i, "det", "poss", "nummod")
    )
    past = head.tag == "VBD" or any(w.tag in ("VBD", "VBZ") for w in tree.kids(head.i, "aux", "auxpass"))
    return definite and past and any(tree[i].label for i in tree.under(head.i))


def _apposition(tree: Tree, reading: _Reading, above: Word, kid: Word) -> bool:
    under = tree.under(kid.i)
    if above.pos != "PROPN" or not above.label or under[0] == 0 or tree[under[0] - 1].text not in _BREAK:
        return False
    if kid.pos == "NOUN" and sum(tree[i].pos in ("NOUN", "PROPN", "ADJ") for i in under) > 1:
        reading.next.append(_Clause(kid.i, "apposition", above.i, cues=reading.clause.cues))
        for relcl in tree.kids(kid.i, "relcl"):
            _relative(tree, reading, kid, relcl, True)
        reading.cut.add(kid.i)
        return True
    return False


def _adverbial(tree: Tree, reading: _Reading, above: Word, kid: Word, real: bool) -> bool:
    if kid.pos not in VERBAL:
        return False
    if kid.dep == "acl" and above.pos in NOMINAL and tree.kid(kid.i, "mark") and tree.kid(kid.i, *SUBJECTS):
        reading.next.append(_Clause(kid.i, "content", cues=(*reading.clause.cues, Cue(above.i, None)), real=real))
        return False
    if _as_cue(tree, reading, kid):
        return True
    outer = above if kid.dep == "pcomp" else kid
    mark = _mark(tree, kid) if kid.dep != "pcomp" else above.lower
    finite = tree.kid(kid.i, *SUBJECTS) is not None
    under = tree.under(kid.i)
    apart = _apart(tree, under, kid)
    if mark and (mark not in TEMPORAL or not real):
        return False
    if not mark and (finite or kid.tag not in ("VBG", "VBN") or not apart):
        return False
    if not finite and not any(w.dep in COMPLEMENTS for w in tree.kids(kid.i)):
        return False
    if finite and mark in ("when", "as", "once", "since", "before") and not _past(tree, kid):
        return False
    subject = None if finite else (above.i if kid.dep == "acl" else _subject(tree, reading.clause))
    reading.next.append(_Clause(kid.i, "clause" if finite else "participle", subject, cues=reading.clause.cues))
    if not _stands_without(tree, reading.clause.head, outer) or mark == "because":
        return False
    reading.cut.add(outer.i)
    return True


def _apart(tree: Tree, under: list[int], kid: Word) -> bool:
    """Whether a clause is set off: by a mark before it, or by a comma after it where it opens the sentence."""
    if under[0] > 0 and tree[under[0] - 1].text in _BREAK:
        return True
    return under[-1] < kid.head and under[-1] + 1 < len(tree) and tree[under[-1] + 1].text == ","


def _as_cue(tree: Tree, reading: _Reading, kid: Word) -> bool:
    """ "As Roe said": the clause is a cue to what it hangs on."""
    source = tree.kid(kid.i, *SUBJECTS)
    if (
        kid.lemma in SAY
        and source is not None
        and _mark(tree, kid) == "as"
        and tree.kid(kid.i, "dobj", "ccomp") is None
    ):
        reading.cut.add(kid.i)
        reading.clause.cues = (*reading.clause.cues, Cue(kid.i, source.i))
        return True
    return False


def _mark(tree: Tree, word: Word) -> str:
    found = tree.kid(word.i, "mark") or next((w for w in tree.kids(word.i, "advmod") if w.tag == "WRB"), None)
    if found is None and word.kids and tree[word.kids[0]].dep == "prep" and tree[word.kids[0]].lower in TEMPORAL:
        found = tree[word.kids[0]]
    return found.lower if found is not None and found.i < word.i else ""


def _past(tree: Tree, word: Word) -> bool:
    return word.tag == "VBD" or any(
        w.tag == "VBD" or w.lower in ("has", "have") for w in tree.kids(word.i, "aux", "auxpass")
    )


def _stands_without(tree: Tree, head: int, outer: Word) -> bool:
    """Whether a clause still says something when `outer` is taken out of it."""
    if outer.head != head:
        return True
    marks = [w for w in tree.kids(outer.i, "mark", "advmod") if w.i < outer.i]
    if any(w.dep in ("advmod", "npadvmod") and w.tag != "WRB" for w in marks):
        return False
    if outer.i > 0 and any(w.dep in ("advmod", "npadvmod") for w in tree.kids(outer.i)) and outer.dep == "prep":
        return False
    return any(w.i != outer.i and w.dep in COMPLEMENTS for w in tree.kids(head))


def _content(tree: Tree, reading: _Reading, above: Word, kid: Word, real: bool) -> bool:
    """A clause that is said, found or believed, or that only stands beside another."""
    clause = reading.clause
    subject = tree.kid(kid.i, *SUBJECTS)
    if kid.pos not in VERBAL and subject is None:
        return False
    if kid.dep == "parataxis" or (kid.i < above.i and above.lemma not in CUES):
        return _beside(tree, reading, kid)
    if (
        above.lemma not in CUES
        or subject is None
        or _asks(tree, kid)
        or any(w.tag == "TO" for w in tree.kids(kid.i, "aux"))
    ):
        return False
    source = tree.kid(above.i, *SUBJECTS)
    source_i = source.i if source is not None else _source(tree, reading.clause, above)
    cues = (*clause.cues, Cue(above.i, source_i))
    reading.next.append(_Clause(kid.i, "content", cues=cues, real=real))
    reading.cut.add(kid.i)
    return True


def _beside(tree: Tree, reading: _Reading, kid: Word) -> bool:
    """A clause beside the main one: the words that attribute it, or a statement as good as the other."""
    source = tree.kid(kid.i, *SUBJECTS)
    if kid.lemma in CUES and source is not None and tree.kid(kid.i, "ccomp", "dobj") is None:
        reading.cut.add(kid.i)
        reading.clause.cues = (*reading.clause.cues, Cue(kid.i, source.i))
        return True
    if source is None or _asks(tree, kid):
        return False
    reading.cut.add(kid.i)
    reading.next.append(_Clause(kid.i, "main", cues=reading.clause.cues))
    return True


def _asks(tree: Tree, kid: Word) -> bool:
    """Whether a clause is a question in other words: "whether", "how", "what"."""
    first = tree.under(kid.i)[0]
    return tree[first].lower in ("whether", "if") or tree[first].tag in _WH


def _source(tree: Tree, clause: _Clause, cue: Word) -> int | None:
    """Who says it where the verb of saying has no subject of its own: the subject of the clause it is in."""
    if cue.dep == "acl":
        return cue.head
    return _subject(tree, clause)


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
    own = _edges(tree, _gaps(tree, tree.under(clause.head, reading.cut), clause.head))
    if not own or not _says(tree, clause, reading, own):
        return None
    relative = None
    if clause.noun is not None:
        relative = next((i for i in own if tree[i].tag in _WH and i <= head.i), None)
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
    if (
        head.lower in _SIDES
        and head.i + 1 < len(tree)
        and tree[head.i + 1].text in (",", "and")
        and tree[head.i - 1].text == ","
    ):
        return False
    if head.pos not in VERBAL:
        return _without_verb(tree, clause, own)
    if head.lemma in SAY and not any(
        w.dep in ("dobj", "prep", "xcomp", "attr", "nsubjpass", "advcl") for w in tree.kids(head.i)
    ):
        return False
    subject = _subject(tree, clause)
    return subject is not None or clause.kind == "content" or bool(tree.kid(head.i, "dobj", "attr", "agent"))


def _without_verb(tree: Tree, clause: _Clause, own: list[int]) -> bool:
    """A line without a verb states something where it has a day and a name in it ("Smoke over Stepanakert, Oct. 3")."""
    if tree.kid(clause.head, *SUBJECTS) is not None:
        return True
    labels = {tree[i].label for i in own}
    return "DATE" in labels and bool(labels & {"GPE", "LOC", "FAC", "PERSON", "ORG", "EVENT"}) and clause.kind == "main"


def _gaps(tree: Tree, own: list[int], head: int) -> list[int]:
    """The words without the commas and dashes round what was cut out; one stays where a phrase stood first."""
    opening = next((w.i for w in tree.kids(head, *SUBJECTS)), head)
    kept: list[int] = []
    for n, i in enumerate(own):
        after = own[n + 1] if n + 1 < len(own) else len(tree)
        before = own[n - 1] if n else -1
        if (
            tree[i].text in (",", "-", "--", "—", "–", ";", ":")
            and (after > i + 1 or before < i - 1)
            and not (before < i - 1 and kept and i < opening and tree[i].text == ",")
        ):
            continue
        kept.append(i)
    return kept


def _edges(tree: Tree, own: list[int]) -> list[int]:
    """The words without marks and joining words at either end."""
    start, end = 0, len(own)
    while start < end and _loose(tree[own[start]]):
        start += 1
    while end > start and (
        (tree[own[end - 1]].pos == "PUNCT" and tree[own[end - 1]].text not in ")%") or tree[own[end - 1]].dep == "cc"
    ):
        end -= 1
    return own[start:end]


def _loose(word: Word) -> bool:
    if (word.pos in ("PUNCT", "SPACE") and word.text not in "($") or word.dep in ("cc", "preconj"):
        return True
    return word.dep == "mark" and word.lower not in ("if", "unless", "to", "for")


def nouns(tree: Tree, head: int) -> Iterator[int]:
    """The words of a noun phrase without the clauses and appositions that hang on it, in order."""
    without = {
        w.i
        for i in tree.under(head)
        for w in tree.kids(i, "relcl", "appos", "acl")
        if w.dep != "acl" or tree[w.i].tag != "VBN"
    }
    own = tree.under(head, without)
    yield from _edges(tree, _gaps(tree, own, head))
