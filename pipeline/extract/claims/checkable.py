"""What kind of statement it is, and whether it can be checked at all."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.claims import opinion
from pipeline.extract.claims.cues import STATIVE
from pipeline.extract.claims.frames import Core
from pipeline.extract.claims.statements import Statement
from pipeline.extract.claims.tree import SUBJECTS, Tree, Word
from pipeline.text import listed

OPINION_AT = 0.9
"""Score above which a statement as a whole is set apart: well beyond where opinion begins to outweigh report, since a
fact that is set apart is never compared."""

_JUDGEMENT = listed(
    """good bad great terrible wonderful awful beautiful ugly brilliant stupid ridiculous absurd shameful disgraceful
    disastrous outrageous pathetic magnificent superb dreadful horrible fantastic amazing incredible
    unbelievable tragic happy proud sorry glad lovely nasty foolish silly wise fair unfair right wrong important
    crucial interesting boring stunning innocuous damning remarkable optimistic pragmatic symbolic sad critical
    sexist hypocritical dishonest"""
)
_JUDGED_AT = 0.75
_COPULAR = frozenset({"be", "seem", "appear", "look", "feel", "sound", "become", "remain"})
_FIRST = frozenset({"i", "we"})
_OUTLOOK = listed("predict forecast expect anticipate fear hope warn foresee")
_COURSE = listed(
    """rise fall increase decrease decline drop grow shrink win lose suffer cause lead become happen end collapse
    remain continue improve worsen recover survive fail succeed cost hurt help benefit harm damage destroy change
    affect require mean need take last come bring"""
)
_SUPERLATIVES = listed("first only sole unprecedented record-breaking unparalleled unmatched unrivaled unrivalled")
_NOT_RANKED = listed("best worst least most late last near next dear wealthy rich poor")
_NO_SCALE = listed(
    """recent likely common useful viable constructive vulnerable controversial extreme harsh sharp raw clear basic
    obvious fundamental urgent convincing serious"""
)
"""Adjectives of which the highest degree is no rank that could be looked up."""
_NO_RECORD = listed(
    """time place day week month quarter half term round step name lady amendment minister degree half instance
    stop task ad question priority order problem shot challenge concern nerve test fear mistake
    hand glance thing way sign look responder floor person daughter family child couple likely possible"""
)
_CAUSE_VERBS = listed("cause trigger prompt spark provoke")
_CAUSE_WITH = {"lead": "to", "result": "in", "stem": "from", "blame": "for", "attribute": "to"}
_CAUSE_MARKS = listed("because since due owing thanks")


def kinds(tree: Tree, statement: Statement, core: Core, figures: bool, said: bool) -> tuple[str, ...]:
    """The kinds of a statement, sorted. `said`: it is in somebody's own words, between quotation marks."""
    state = core.aspect == "holds" or tree[core.head].pos == "AUX" or statement.kind == "apposition"
    found = {"state" if state else "act"}
    own = [tree[i] for i in statement.own]
    if figures:
        found.add("figure")
    if _superlative(tree, own, core):
        found.add("superlative")
    if any(w.tag in ("JJR", "RBR") for w in own) and any(w.lower == "than" for w in own):
        found.add("comparative")
    if _causal(tree, statement, core.head):
        found.add("causal")
    asks = statement.subject is not None and tree[statement.subject].tag == "WP" and statement.subject < 2
    if statement.kind in ("main", "conjunct", "content") and (asks or "?" in (w.text for w in tree.words[-3:])):
        found.add("question")
    if not figures and _opinion(tree, statement, core, said):
        found.add("opinion")
    if _forecast(tree, statement, core):
        found.add("forecast")
    return tuple(sorted(found))


def unchecked(kinds: tuple[str, ...]) -> str:
    """Why a statement of these kinds cannot be checked; empty where it can."""
    for kind, why in (
        ("question", "it is a question"),
        ("opinion", "it is an opinion"),
        ("forecast", "it is a forecast"),
    ):
        if kind in kinds:
            return why
    return ""


def _opinion(tree: Tree, statement: Statement, core: Core, said: bool) -> bool:
    """A judgement as predicate, a duty, a view in the first person, or signs of opinion that outweigh all others."""
    if any(w.lower in ("should", "ought") for i in core.path for w in tree.kids(i, "aux")):
        return True
    if tree[statement.head].lemma in ("think", "believe", "feel", "guess") and _is_first(tree, statement.subject):
        return True
    for cue in statement.cues:
        if tree[cue.word].lemma in ("think", "believe", "feel", "guess") and _is_first(tree, cue.source):
            return True
    attribute = tree.kid(core.head, "acomp", "attr")
    if attribute is not None and tree[core.head].lemma in _COPULAR and _judges(tree, attribute):
        return True
    return opinion.score(tree, statement.own, said) > OPINION_AT


def _is_first(tree: Tree, source: int | None) -> bool:
    return source is not None and tree[source].lower in _FIRST


def _judges(tree: Tree, attribute: Word) -> bool:
    """Whether what is predicated is a judgement ("absurd", "a remarkable success", "a disgrace")."""
    for word in (attribute, *tree.kids(attribute.i, "amod")):
        if word.pos == "PROPN" or word.label:
            continue
        if word.lemma in _JUDGEMENT or (word.pos == "ADJ" and opinion.lexicon().get(word.lower, 0.0) >= _JUDGED_AT):
            return not any(w.dep == "xcomp" or w.lower == "of" for w in tree.kids(word.i))
        if word.lower in opinion.VERDICT:
            return True
    return False


def _forecast(tree: Tree, statement: Statement, core: Core) -> bool:
    """What will be, where it is nobody's plan: a state or a course of events to come, or what somebody predicts."""
    modals = {tree[i].lower for i in statement.shared} | {w.lower for i in core.path for w in tree.kids(i, "aux")}
    coming = bool(modals & {"will", "'ll", "wo", "shall"}) or (bool(statement.cues) and "would" in modals)
    if not coming or (statement.subject is not None and tree[statement.subject].lower in _FIRST):
        return False
    if any(tree[c.word].lemma in _OUTLOOK for c in statement.cues):
        return True
    head = tree[core.head]
    passive = tree.kid(head.i, "auxpass") is not None
    return not passive and (head.pos == "AUX" or head.lemma in _COURSE or head.lemma in STATIVE)


def _superlative(tree: Tree, own: Sequence[Word], core: Core) -> bool:
    """ "The largest", "the first woman to", "the only", "has never": a rank or a record, not a manner of speaking."""
    denied = any(w.lower in ("not", "n't", "hardly") for w in tree.kids(core.head))
    for word in own:
        if word.lower == "never" and word.head in core.path:
            auxiliaries = {w.lower for w in tree.kids(word.head, "aux")}
            later = any(w.lower in ("until", "till") for i in core.path for w in tree.kids(i) if w.i > word.i)
            if not later and (auxiliaries & {"has", "have", "had", "'ve", "'d"} or tree[word.head].tag == "VBD"):
                return True
        if word.tag == "RBS" and word.lower == "most" and word.dep == "advmod" and _on_a_scale(tree[word.head]):
            return True
        ranked = word.tag == "JJS" and word.lemma not in _NOT_RANKED and word.lower not in _NOT_RANKED
        ranked = (ranked and _on_a_scale(word)) or word.lower in _SUPERLATIVES
        if not ranked or (denied and word.lower == "first"):
            continue
        if word.dep == "amod" and word.pos != "PROPN" and _ranks(tree, word):
            return True
        if word.dep in ("attr", "acomp") and any(w.lower == "the" for w in tree.kids(word.i, "det")):
            return True
    return False


def _on_a_scale(word: Word) -> bool:
    """Whether an adjective can be ranked by something other than taste."""
    if word.pos != "ADJ" or word.lemma in _NO_RECORD or word.lemma in _NO_SCALE:
        return False
    return word.lemma not in _JUDGEMENT


def _ranks(tree: Tree, word: Word) -> bool:
    noun = tree[word.head]
    if noun.lemma == "time" and word.lower in ("first", "only"):
        return any(w.lower == "the" for w in tree.kids(noun.i, "det"))
    if noun.lemma in _NO_RECORD or (noun.pos == "PROPN" and word.text[0].isupper() and word.i > 0):
        return False
    owners = [w.lower for w in tree.kids(noun.i, "poss")]
    if word.lower == "first" and (noun.tag == "NNS" or any(o in ("his", "her", "their", "its", "my") for o in owners)):
        return False
    if any(w.lower == "next" for w in tree.kids(noun.i)):
        return False
    return bool(owners) or any(w.lower in ("the", "its", "his", "her", "their", "'s", "our") for w in tree.kids(noun.i))


def _causal(tree: Tree, statement: Statement, head: int) -> bool:
    own = set(statement.own)
    if any(tree[i].lower in _CAUSE_MARKS and tree[i].dep in ("mark", "prep") and _is_cause(tree, tree[i]) for i in own):
        return True
    lemma = tree[head].lemma
    if any(tree[i].lower == "result" and i > 1 and i + 1 < len(tree) and tree[i + 1].lower == "of" for i in own):
        return True
    if lemma == "lead" and tree.kid(head, "dobj") is not None:
        return False
    if lemma in _CAUSE_WITH:
        return any(w.lower == _CAUSE_WITH[lemma] for w in tree.kids(head, "prep", "dative"))
    return lemma in _CAUSE_VERBS and tree.kid(head, "dobj", "nsubjpass") is not None and bool(tree.kid(head, *SUBJECTS))


def _is_cause(tree: Tree, mark: Word) -> bool:
    """Whether "since" or "due" gives a reason, not a time."""
    if mark.lower == "because" and mark.i and tree[mark.i - 1].lower == "just":
        return not any(w.lemma == "mean" for w in tree.chain(mark.i))
    if mark.lower == "since":
        return mark.dep == "mark" and tree[mark.head].tag in ("VBZ", "VBP")
    if mark.lower in ("due", "owing", "thanks"):
        return mark.i + 1 < len(tree) and tree[mark.i + 1].lower == "to"
    return True
