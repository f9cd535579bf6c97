"""Predicate and arguments: what a statement says, in slots that two wordings of one thing share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pipeline.extract.claims.clauses import past
from pipeline.extract.claims.cues import (
    CARRIED_OUT,
    HEARSAY,
    HELD_TRUE,
    LIGHT,
    NEGATION,
    NEGATIVE_IMPLICATIVE,
    PLAN,
    SAY,
    STATIVE,
    STOP,
)
from pipeline.extract.claims.derivations import verb_of
from pipeline.extract.claims.phrases import nouns
from pipeline.extract.claims.statements import Statement
from pipeline.extract.claims.tree import SUBJECTS, Tree, Word
from pipeline.model import Argument, Frame, Span

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_ROLES = {
    **dict.fromkeys(("about", "regarding", "concerning"), "topic"),
    **dict.fromkeys(("with", "using", "through"), "instrument"),
    **dict.fromkeys(("because", "amid", "following", "after"), "cause"),
    **dict.fromkeys(("to", "for", "from"), "recipient"),
}
_COMMENT = frozenset({"comment", "discuss", "elaborate", "speak", "talk"})
_FOUND_OUT = frozenset({"reach", "confirm", "verify", "determine"})
_TIMES = frozenset({"DATE", "TIME"})
_AMOUNTS = frozenset({"MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL"})
_NOT_ONLY = frozenset({"only", "just", "merely", "simply", "solely"})


@dataclass(frozen=True, slots=True)
class Core:
    """The verb a statement is about, with what the verbs above it say: reversed, planned or conditional."""

    head: int
    path: tuple[int, ...]
    negative: bool
    aspect: str


def core(tree: Tree, statement: Statement, headline: bool = False) -> Core:
    """Follow "failed to", "agreed to", "began to" down to the verb that carries the meaning.

    In a headline the present tense tells what happened.
    """
    at, path, negative, aspect = statement.head, [statement.head], False, "happened"
    negative ^= _negated(tree, at, statement.shared)
    while True:
        told = hearsay(tree, at) or _ability(tree, at)
        if told is not None:
            negative ^= tree[told.head].lower == "unable"
            at = told.i
            path.append(at)
            negative ^= _negated(tree, at, ())
            continue
        below = next(
            (w for w in tree.kids(at, "xcomp") if w.pos in ("VERB", "AUX") and not tree.kid(w.i, *SUBJECTS)), None
        )
        lemma = tree[at].lemma
        if below is None or lemma not in NEGATIVE_IMPLICATIVE | PLAN | CARRIED_OUT or tree.kid(at, "dobj"):
            break
        if lemma in NEGATIVE_IMPLICATIVE:
            negative = not negative
        elif lemma == "go" or (lemma in PLAN and not (past(tree, tree[at]) and _negated(tree, at, ()))):
            aspect = "planned"
        at = below.i
        path.append(at)
        negative ^= _negated(tree, at, ())
    aspect = _aspect(tree, statement, at, path, aspect)
    if headline and aspect == "holds" and tree[at].pos == "VERB" and tree[at].lemma not in STATIVE:
        aspect = "happened"
    return Core(at, tuple(path), negative, aspect)


def hearsay(tree: Tree, at: int) -> Word | None:
    """The verb that somebody is said, believed or found to have done, or accused of."""
    lemma = tree[at].lemma
    if lemma not in HEARSAY | HELD_TRUE or tree.kid(at, "auxpass") is None:
        return None
    below = tree.kid(at, "xcomp")
    if below is not None:
        told = below.pos in ("VERB", "AUX") and any(w.lower == "to" for w in tree.kids(below.i, "aux"))
        return below if told and not tree.kid(below.i, *SUBJECTS) else None
    of = next((w for w in tree.kids(at, "prep") if w.lower == "of"), None)
    return tree.kid(of.i, "pcomp") if of is not None and lemma in ("accuse", "suspect") else None


def _ability(tree: Tree, at: int) -> Word | None:
    """The verb of what somebody was able or unable to do."""
    if tree[at].lemma != "be":
        return None
    able = next((w for w in tree.kids(at, "acomp") if w.lower in ("able", "unable")), None)
    return tree.kid(able.i, "xcomp") if able is not None else None


def _negated(tree: Tree, at: int, shared: tuple[int, ...]) -> bool:
    if any(tree[i].dep == "neg" for i in shared):
        return True
    for kid in tree.kids(at):
        if kid.dep == "neg":
            if kid.i + 1 >= len(tree) or tree[kid.i + 1].lower not in _NOT_ONLY:
                return True
            continue
        if kid.dep in ("nsubj", "nsubjpass", "dobj", "attr", "pobj") and (
            (kid.lower in ("nobody", "none", "nothing", "neither") and not _is_all_but(tree, kid))
            or any(d.lower in ("neither", "nor") for d in tree.kids(kid.i, "preconj", "cc"))
            or (kid.lower in ("one", "longer") and any(d.lower == "no" for d in tree.kids(kid.i)))
            or any(d.lower in ("no", "neither") for d in tree.kids(kid.i, "det"))
        ):
            return True
        if kid.dep == "advmod" and (kid.lower in NEGATION or (kid.lower == "longer" and _no_before(tree, kid))):
            return True
    return False


def _is_all_but(tree: Tree, word: Word) -> bool:
    """ "Nothing but praise" is praise."""
    return word.i + 1 < len(tree) and tree[word.i + 1].lower == "but"


def _no_before(tree: Tree, word: Word) -> bool:
    return word.i > 0 and tree[word.i - 1].lower == "no"


def _aspect(tree: Tree, statement: Statement, at: int, path: list[int], aspect: str) -> str:
    for i in path:
        for kid in tree.kids(i):
            if kid.dep == "advcl" and any(w.lower in ("if", "unless") for w in tree.kids(kid.i, "mark")):
                return "conditional"
            if kid.dep == "mark" and kid.lower in ("if", "unless"):
                return "conditional"
    modals = {tree[i].lower for i in statement.shared} | {w.lower for i in path for w in tree.kids(i, "aux")}
    if _would_not_say(tree, statement, at, modals):
        return "happened"
    if "would" in modals and _is_supposed(tree, statement, path, modals):
        return "conditional"
    if modals & {"will", "'ll", "shall", "wo", "would"} or aspect == "planned":
        return "planned"
    if tree[path[0]].tag == "VB" and "to" in modals and len(path) == 1:
        return "planned"
    if modals & {"may", "might"} or ("could" in modals and not any(_negated(tree, i, statement.shared) for i in path)):
        return "conditional"
    head = tree[at]
    return "holds" if head.pos == "AUX" or (head.tag in ("VBZ", "VBP") and len(path) == 1) else aspect


def _is_supposed(tree: Tree, statement: Statement, path: list[int], modals: set[str]) -> bool:
    """ "Roe would have left", "Roe would be a good choice": what "would" only supposes; not a plan that is reported."""
    if "have" in modals:
        return True
    head = tree[path[-1]]
    return not statement.cues and head.lemma == "be" and tree.kid(head.i, "acomp", "attr") is not None


def _would_not_say(tree: Tree, statement: Statement, at: int, modals: set[str]) -> bool:
    """ "The mayor would not say when", "could not be reached": what did not happen, where the outlet tells it."""
    silent = tree[at].lemma in SAY | _COMMENT and "would" in modals
    silent = silent or (tree[at].lemma in _FOUND_OUT and "could" in modals)
    return silent and not statement.cues and _negated(tree, at, statement.shared)


def frame(
    tree: Tree,
    statement: Statement,
    found: Core,
    span: Callable[[list[int]], Span],
    entity: Callable[[int], str | None],
) -> Frame:
    """The frame of a statement. `span` makes a place of words; `entity` names who a word is."""
    head = tree[found.head]
    builder = _Builder(tree, span, entity)
    own = frozenset(statement.own)
    if statement.kind == "apposition":
        assert statement.subject is not None
        builder.add("agent", statement.subject)
        builder.add("attribute", statement.head)
        return Frame("be", span([statement.head]), tuple(builder.arguments), "holds")
    passive = _passive(tree, statement, head)
    if statement.subject is not None:
        builder.add("patient" if passive else "agent", statement.subject)
    predicate = _predicate(tree, head, builder, passive)
    for i in found.path:
        _objects(tree, i, builder, own, last=i == found.head)
    _borrowed(tree, statement, builder)
    return Frame(predicate, span([head.i]), tuple(builder.arguments), found.aspect)


def noun_frame(
    tree: Tree,
    noun: Word,
    verb: str,
    span: Callable[[list[int]], Span],
    entity: Callable[[int], str | None],
) -> Frame:
    """The frame of an act that a noun names: "the rejection of the deal by the board" is reject(board, deal)."""
    builder = _Builder(tree, span, entity)
    for prep in tree.kids(noun.i, "prep", "agent"):
        below = tree.kid(prep.i, "pobj")
        if below is not None and below.label not in _TIMES and prep.lower in ("by", "of", "on", "against"):
            builder.add("agent" if prep.lower == "by" else "patient", below.i)
    return Frame(verb, span([noun.i]), tuple(builder.arguments), "happened")


@dataclass(slots=True)
class _Builder:
    tree: Tree
    span: Callable[[list[int]], Span]
    entity: Callable[[int], str | None]
    arguments: list[Argument]
    seen: set[int]

    def __init__(self, tree: Tree, span: Callable[[list[int]], Span], entity: Callable[[int], str | None]) -> None:
        self.tree, self.span, self.entity = tree, span, entity
        self.arguments, self.seen = [], set()

    def add(self, role: str, head: int) -> None:
        """Add the phrase round `head`, once."""
        if head in self.seen:
            return
        self.seen.add(head)
        phrase = nouns(self.tree, head)
        word = self.tree[head]
        content = tuple(self.tree[i].lemma for i in phrase if content_word(self.tree[i]))
        self.arguments.append(Argument(role, self.span(phrase), word.lemma, content, self.entity(head)))


def content_word(word: Word) -> bool:
    """Whether a word counts when statements are compared."""
    return (
        word.pos not in ("PUNCT", "SPACE", "SYM", "PART", "PRON", "DET")
        and word.lemma not in STOP
        and word.lower not in STOP
    )


def _passive(tree: Tree, statement: Statement, head: Word) -> bool:
    if tree.kid(head.i, "nsubjpass", "auxpass") or any(tree[i].dep == "auxpass" for i in statement.shared):
        return True
    return (
        head.tag == "VBN"
        and statement.kind in ("participle", "conjunct")
        and not tree.kid(head.i, "aux", "dobj")
        and not statement.shared
    )


def _predicate(tree: Tree, head: Word, builder: _Builder, passive: bool) -> str:
    """The verb with its particle; the verb of the noun where a light verb governs one."""
    particle = tree.kid(head.i, "prt")
    thing = tree.kid(head.i, "nsubjpass" if passive else "dobj")
    if head.lemma in LIGHT and thing is not None and thing.pos == "NOUN":
        verb = verb_of(thing.lemma)
        if verb is not None:
            builder.seen.add(thing.i)
            if passive:
                builder.arguments.clear()
            _complements(tree, thing, builder)
            return verb
    return f"{head.lemma} {particle.lower}" if particle is not None else verb_of(head.lemma, head.pos) or head.lemma


def _complements(tree: Tree, noun: Word, builder: _Builder) -> None:
    """What a noun of action acts on: "an embargo on Turkey", "the export of drones"."""
    for prep in tree.kids(noun.i, "prep"):
        below = tree.kid(prep.i, "pobj")
        if below is not None and prep.lower in ("on", "of", "against", "for", "to", "in", "with"):
            builder.add("patient" if prep.lower in ("on", "of", "against") else "recipient", below.i)


def _objects(tree: Tree, at: int, builder: _Builder, own: frozenset[int], last: bool) -> None:
    for kid in tree.kids(at):
        if kid.i not in own:
            continue
        match kid.dep:
            case "dobj" if kid.label not in _TIMES or kid.pos != "NOUN":
                builder.add("patient", kid.i)
            case "attr" | "acomp" | "oprd":
                builder.add("attribute", kid.i)
            case "dative":
                below = tree.kid(kid.i, "pobj") if kid.pos == "ADP" else kid
                if below is not None:
                    builder.add("recipient", below.i)
            case "agent":
                below = tree.kid(kid.i, "pobj")
                if below is not None:
                    builder.add("agent", below.i)
            case "prep":
                _oblique(tree, kid, builder)
            case "xcomp" | "ccomp" if last:
                builder.add("topic", kid.i)


def _oblique(tree: Tree, prep: Word, builder: _Builder) -> None:
    below = tree.kid(prep.i, "pobj")
    if below is None:
        nested = tree.kid(prep.i, "prep")
        if nested is not None:
            _oblique(tree, nested, builder)
        return
    if below.label in _TIMES:
        return
    if prep.lower in ("in", "at", "near", "across", "inside", "outside", "into") and below.label in _PLACES:
        builder.add("place", below.i)
    elif prep.lower == "over" or prep.lower == "on":
        builder.add("topic", below.i)
    elif below.label in _AMOUNTS and below.pos != "PROPN":
        return
    elif prep.lower in _ROLES:
        builder.add(_ROLES[prep.lower], below.i)
    elif prep.lower == "due":
        builder.add("cause", below.i)
    else:
        builder.add("topic", below.i)


def _borrowed(tree: Tree, statement: Statement, builder: _Builder) -> None:
    """What a relative clause speaks of, in the role its pronoun has there."""
    if statement.noun is None or statement.noun in builder.seen:
        return
    relative = None if statement.relative is None else tree[statement.relative]
    if relative is None or relative.dep == "dobj":
        builder.add("patient", statement.noun)
    elif relative.dep == "pobj" or relative.dep == "poss":
        builder.add("topic", statement.noun)
    elif relative.dep == "advmod" and relative.lower == "where":
        builder.add("place", statement.noun)
