"""Coreference inside an article: pronouns, and descriptions such as "the ministry" or "the senator".

Rules with agreement, grammatical role, salience and distance, after Lappin and Leass (1994): every name is a candidate
with a weight that falls with each sentence; where two candidates weigh nearly the same, nothing is linked.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from pipeline.extract.entities.gazetteer import gazetteer, normal
from pipeline.extract.entities.titles import ROLES, Role
from pipeline.extract.sentences import Passage
from pipeline.extract.tokens import Tokens
from pipeline.model import Document, Reference
from pipeline.names import FEMALE, MALE, parse_name, same_role
from pipeline.text import word_set

_PRONOUNS = {
    **dict.fromkeys(("he", "him", "his", "himself"), "m"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "f"),
    **dict.fromkeys(("it", "its", "itself"), "n"),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), "p"),
}
_BY_DISTANCE = (3.0, 2.4, 1.2, 0.6)
_BY_ROLE = {"nsubj": 1.0, "nsubjpass": 0.9, "agent": 0.5, "dobj": 0.3, "poss": 0.2, "appos": 0.2, "conj": 0.3}
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_MARGIN = 0.5
_TURN = 4
_LEAST = 2.0
_SAYS = word_set(
    "say tell add announce claim argue insist believe think feel know hope warn note explain acknowledge admit deny "
    "declare suggest state write ask promise vow pledge maintain contend complain recall concede tweet confirm stress"
)
_THE = word_set("the this that")
_LAWMAKERS = frozenset({"senator", "representative"})
_GENERIC_ORG = word_set("group organization organisation company firm agency body")
_PLAIN = word_set("military western defense defence international global news government federal national main")
_ORG_NOUNS = _GENERIC_ORG | word_set(
    "ministry department committee commission council court bank union party university college school institute "
    "foundation association federation league alliance bloc bureau office army navy newspaper paper network channel "
    "magazine website site broadcaster cartel fund lender caucus panel board administration embassy movement coalition "
    "platform authority corporation airline carrier manufacturer automaker church hospital club team"
)


@dataclass(slots=True)
class Candidate:
    """An entity as the reader has it in mind so far."""

    entity: str
    label: str
    gender: str
    nouns: frozenset[str]
    roles: dict[str, set[str]] = field(default_factory=dict)
    sentence: int = -99
    dep: str = ""
    place: tuple[int, int] = (-1, -1)
    subject_of: frozenset[int] = frozenset()
    paired: bool = False
    quoted: bool = False
    plural: bool = False
    spoke: int = -99
    times: int = 0


@dataclass(frozen=True, slots=True)
class Seen:
    """A name in the running text: its tokens and whose it is; `roles` are those stated beside it."""

    passage: int
    i: int
    j: int
    entity: str
    label: str
    name: str
    roles: tuple[Role, ...]


def find_references(document: Document, read: list[tuple[Passage, Tokens]], names: list[Seen]) -> Iterator[Reference]:
    """The pronouns and descriptions that stand for one of the names, in order."""
    by_place = {(n.passage, n.i): n for n in names}
    heads: dict[int, dict[int, str]] = {}
    for n in names:
        heads.setdefault(n.passage, {})[n.j - 1] = n.entity
    inside = {(n.passage, t) for n in names for t in range(n.i, n.j)}
    mind: dict[str, Candidate] = {}
    sentence = 0
    for number, (passage, tokens) in enumerate(read):
        quoted = _quoted(tokens)
        told = passage.block.kind in {"body", "caption"}
        for t in range(len(tokens)):
            if t == 0 or tokens.sentence[t] != tokens.sentence[t - 1]:
                sentence += 1
            here = Here(number, t, sentence, tokens, quoted[t], heads=heads.get(number, {}), inside=quoted)
            name = by_place.get((number, t))
            if name is not None:
                _remember(mind, name, here)
            elif told and (number, t) not in inside:
                found = _resolve(mind, here)
                if found is not None:
                    i, j, candidate, because = found
                    _touch(candidate, here, _dep(tokens, j - 1))
                    at = passage.span(tokens.start[i], tokens.end[j - 1])
                    yield Reference(document.doc, at, candidate.entity, because)


@dataclass(frozen=True, slots=True)
class Here:
    """The place of a possible anaphor.

    `heads`: whom the names of its passage name, by their last token; `inside`: which tokens stand in a quotation.
    """

    passage: int
    t: int
    sentence: int
    tokens: Tokens
    quoted: bool
    master: tuple[Candidate, int] | None = None
    heads: dict[int, str] = field(default_factory=dict)
    inside: list[bool] = field(default_factory=list)


def _quoted(tokens: Tokens) -> list[bool]:
    """Whether each token stands between quotation marks; an unclosed one runs to the end."""
    state, found = False, []
    for text in tokens.text:
        if '"' in text:
            state = not state
        found.append(state)
    return found


def _remember(mind: dict[str, Candidate], name: Seen, here: Here) -> None:
    candidate = mind.get(name.entity)
    if candidate is None:
        candidate = Candidate(name.entity, name.label, "", _nouns(name))
        mind[name.entity] = candidate
    for role in name.roles:
        candidate.roles.setdefault(same_role(role.noun), set()).update(role.words.lower().split())
    candidate.gender = candidate.gender or _gender(name)
    head = name.j - 1
    candidate.plural = here.tokens.tag[head] in {"NNS", "NNPS"} and name.label in {"NORP", "ORG"}
    _touch(candidate, Here(here.passage, head, here.sentence, here.tokens, here.quoted), _dep(here.tokens, head))


def _touch(candidate: Candidate, here: Here, dep: str) -> None:
    """Note a name or a link; within a sentence, a subject stays one."""
    subject = dep in _SUBJECTS
    same = candidate.sentence == here.sentence and candidate.place[0] == here.passage
    if not same:
        candidate.subject_of = frozenset()
        candidate.dep = dep
    elif subject or candidate.dep not in _SUBJECTS:
        candidate.dep = dep
    if subject:
        candidate.subject_of |= {_verb(here.tokens, here.t)}
        candidate.paired = _is_paired(here.tokens, here.t)
    elif not same:
        candidate.paired = False
    if subject and not here.quoted and here.tokens.lemma[_verb(here.tokens, here.t)] in _SAYS:
        candidate.spoke = here.sentence
    candidate.quoted = here.quoted
    candidate.sentence, candidate.place = here.sentence, (here.passage, here.t)
    candidate.times += 1


def _is_paired(tokens: Tokens, t: int) -> bool:
    """Whether a subject is one of several ("Roe and Doe said")."""
    return tokens.dep[t] == "conj" or any(tokens.dep[k] == "conj" for k in tokens.kids[t])


def _dep(tokens: Tokens, t: int) -> str:
    """The grammatical role of a name: that of the first in a row of equals, "agent" in the "by" of a passive."""
    dep, over = tokens.dep[t], tokens.head[t]
    for _ in range(4):
        described = dep == "appos" and over < t and tokens.low[over] in ROLES
        if (dep != "conj" and not described) or tokens.pos[over] not in {"PROPN", "NOUN"}:
            break
        dep, over = tokens.dep[over], tokens.head[over]
    if dep == "pobj" and tokens.dep[over] == "agent":
        return "agent"
    return dep


def _verb(tokens: Tokens, t: int) -> int:
    """The verb that a token hangs on."""
    for _ in range(12):
        over = tokens.head[t]
        if over == t or tokens.pos[over] in {"VERB", "AUX"}:
            return over
        t = over
    return t


def _gender(name: Seen) -> str:
    if name.label != "PERSON":
        return "n"
    words = {w.rstrip(".") for r in name.roles for w in r.words.lower().split()}
    if words & MALE and not words & FEMALE:
        return "m"
    if words & FEMALE and not words & MALE:
        return "f"
    given = parse_name(name.name).given
    return gazetteer().given.get(given[0], "") if given else ""


def _nouns(name: Seen) -> frozenset[str]:
    listed = gazetteer().nouns.get(name.entity, frozenset())
    last = [*normal(name.name).split()[-1:], *(r.noun for r in name.roles)]
    return listed | frozenset(w for w in last if w in _ORG_NOUNS)


Found = tuple[int, int, Candidate, str]


def _resolve(mind: dict[str, Candidate], here: Here) -> Found | None:
    low = here.tokens.low[here.t]
    gender = _PRONOUNS.get(low)
    if gender is not None:
        if gender == "n":
            return _neuter(mind, here)
        if gender == "p":
            return _plural(mind, here)
        return _personal(mind, here, gender)
    if low in _THE and here.tokens.dep[here.t] == "det":
        return _description(mind, here)
    return None


# ---------------------------------------------------------------- pronouns


def _personal(mind: dict[str, Candidate], here: Here, gender: str) -> Found | None:
    able = [c for c in mind.values() if c.label == "PERSON" and c.gender in {gender, ""} and _may(c, here)]
    able = [c for c in able if not _predicated(c, here)]
    here = replace(here, master=_master(mind, here))
    weighed = sorted(((_weight(c, here, gender), c.entity) for c in able), reverse=True)
    if not weighed or weighed[0][0] < _LEAST:
        return None
    if len(weighed) > 1 and weighed[0][0] - weighed[1][0] < _MARGIN:
        return None
    best = mind[weighed[0][1]]
    best.gender = best.gender or gender
    word = here.tokens.low[here.t]
    return here.t, here.t + 1, best, f"'{word}': the person in mind, {_why(best, here)}"


def _may(candidate: Candidate, here: Here) -> bool:
    """Within reach, and not ruled out by the clause: "she praised her" speaks of two."""
    if here.sentence - candidate.sentence >= len(_BY_DISTANCE):
        return False
    if _named_below(candidate, here):
        return False
    low = here.tokens.low[here.t]
    object_ = low in {"him", "her", "it"} and here.tokens.dep[here.t] != "poss"
    if object_ and candidate.place[0] == here.passage and candidate.sentence == here.sentence:
        return _verb(here.tokens, here.t) not in candidate.subject_of
    return True


def _named_below(candidate: Candidate, here: Here) -> bool:
    """Whether the pronoun is the subject of a clause that names the candidate: "he praised Roe" is not Roe."""
    tokens, t = here.tokens, here.t
    if tokens.dep[t] not in _SUBJECTS:
        return False
    verb, number = tokens.head[t], tokens.sentence[t]
    after = (i for i, entity in here.heads.items() if i > verb and entity == candidate.entity)
    return any(tokens.sentence[i] == number and _below(tokens, i, verb) for i in after)


def _below(tokens: Tokens, t: int, verb: int) -> bool:
    """Whether a word hangs on a verb, and not on another that is joined to it."""
    for _ in range(40):
        if t == verb:
            return True
        if tokens.head[t] == t or (tokens.dep[t] == "conj" and tokens.pos[t] in {"VERB", "AUX"}):
            return False
        t = tokens.head[t]
    return False


def _predicated(candidate: Candidate, here: Here) -> bool:
    """Whether the pronoun stands in what the candidate is said to be: "Roe is his choice"."""
    tokens, t = here.tokens, here.t
    if candidate.place[0] != here.passage or candidate.sentence != here.sentence:
        return False
    while tokens.head[t] != t and tokens.pos[t] not in {"VERB", "AUX"}:
        below, t = t, tokens.head[t]
        if tokens.lemma[t] == "be" and tokens.dep[below] == "attr":
            return t in candidate.subject_of
    return False


def _weight(candidate: Candidate, here: Here, gender: str) -> float:
    distance = here.sentence - candidate.sentence
    weight = _BY_DISTANCE[distance] + _BY_ROLE.get(candidate.dep, 0.0)
    weight += 0.6 if candidate.gender == gender else 0.0
    weight += 0.1 * min(candidate.times, 6) - (1.0 if candidate.paired else 0.0)
    if not here.quoted and here.tokens.lemma[here.tokens.head[here.t]] in _SAYS:
        weight += 1.0 if here.sentence - candidate.spoke <= _TURN else 0.0
        weight -= 1.5 if candidate.quoted else 0.0
    if here.master is not None and candidate is here.master[0]:
        weight += _mastery(here, here.master[1])
    elif here.quoted and here.sentence - candidate.spoke <= 2 and _goes_on(here):
        weight -= 3.0
    return weight


def _goes_on(here: Here) -> bool:
    """Whether nobody is said to speak in this sentence, so that who spoke last goes on speaking, of somebody else."""
    tokens = here.tokens
    number, size = tokens.sentence[here.t], len(tokens)
    first = next(i for i in range(here.t, -1, -1) if i == 0 or tokens.sentence[i - 1] != number)
    last = next((i for i in range(here.t, size) if tokens.sentence[i] != number), size)
    says = (i for i in range(first, last) if tokens.lemma[i] in _SAYS and not here.inside[i])
    return not any(tokens.dep[k] in _SUBJECTS for i in says for k in tokens.kids[i])


def _mastery(here: Here, verb: int) -> float:
    """More for the subject of the clause that the pronoun hangs on; less, inside a quotation, for who says it."""
    says = here.tokens.lemma[verb] in _SAYS
    if says and here.quoted:
        return -1.5
    if here.tokens.low[here.t] in {"him", "her"} and here.tokens.dep[here.t] != "poss":
        return 0.2
    return 1.5 if says else 0.9


def _master(mind: dict[str, Candidate], here: Here) -> tuple[Candidate, int] | None:
    """The person who is the subject of the nearest verb above the pronoun, other than the pronoun itself.

    What a person is said to be ("Roe is his choice") does not hang on that person.
    """
    tokens, t = here.tokens, here.t
    subjects = {
        verb: c
        for c in mind.values()
        if c.label == "PERSON" and c.place[0] == here.passage and c.sentence == here.sentence
        for verb in sorted(c.subject_of)
    }
    for _ in range(40):
        below, t = t, tokens.head[t]
        if below == t:
            return None
        if t in subjects and not (tokens.lemma[t] == "be" and tokens.dep[below] == "attr"):
            return subjects[t], t
    return None


def _under(tokens: Tokens, t: int, verb: int) -> bool:
    for _ in range(40):
        if t == verb:
            return True
        if tokens.head[t] == t:
            return False
        t = tokens.head[t]
    return False


def _why(candidate: Candidate, here: Here) -> str:
    distance = here.sentence - candidate.sentence
    where = ("named in the same sentence", "named in the sentence before")
    role = ", its subject" if candidate.dep in _SUBJECTS else ""
    return (where[distance] if distance < 2 else f"named {distance} sentences before") + role


def _neuter(mind: dict[str, Candidate], here: Here) -> Found | None:
    """ "its" and "it" of a country or body that is the subject, with no other one about."""
    tokens, t = here.tokens, here.t
    if here.quoted or tokens.low[t] == "itself":
        return None
    if tokens.low[t] == "it" and (tokens.dep[t] not in {"nsubj", "nsubjpass"} or _empty_it(tokens, t)):
        return None
    able = [
        c
        for c in mind.values()
        if (c.label == "ORG" or c.entity.startswith("country:")) and here.sentence - c.sentence <= 1 and _may(c, here)
    ]
    lead = [c for c in able if c.dep in _SUBJECTS | {"agent"}]
    if len(lead) != 1 or not _governs(lead[0], here):
        return None
    if any(c is not lead[0] and c.sentence == here.sentence and c.place > lead[0].place for c in able):
        return None
    return t, t + 1, lead[0], f"'{tokens.low[t]}': the only body that acts, {_why(lead[0], here)}"


def _plural(mind: dict[str, Candidate], here: Here) -> Found | None:
    """ "they" and "their" of a people or party that is the subject, where no other plural stands in its sentence or
    since."""
    tokens, t = here.tokens, here.t
    able = [c for c in mind.values() if c.plural and c.place[0] == here.passage and here.sentence - c.sentence <= 1]
    lead = [c for c in able if c.dep in _SUBJECTS]
    if here.quoted or len(able) != 1 or lead != able or not _may(able[0], here):
        return None
    best = able[0]
    first = next(i for i in range(best.place[1], -1, -1) if i == 0 or tokens.sentence[i - 1] != tokens.sentence[i])
    if any(_is_plural(tokens, i) for i in range(first, t) if i != best.place[1] and tokens.head[i] != best.place[1]):
        return None
    return t, t + 1, best, f"'{tokens.low[t]}': the only group about, {_why(best, here)}"


def _is_plural(tokens: Tokens, t: int) -> bool:
    """A noun in the plural, or one of several, that "they" could mean."""
    if tokens.pos[t] not in {"NOUN", "PROPN"} or tokens.label[t] in {"DATE", "TIME", "MONEY", "PERCENT"}:
        return False
    return tokens.tag[t] in {"NNS", "NNPS"} or tokens.dep[t] == "conj"


def _governs(candidate: Candidate, here: Here) -> bool:
    """Whether the clause of the pronoun hangs on the candidate's verb, or begins the next sentence."""
    tokens = here.tokens
    if candidate.sentence == here.sentence and candidate.place[0] == here.passage:
        verbs = [v for v in candidate.subject_of if tokens.low[here.t] != "it" or tokens.lemma[v] in _SAYS]
        between = range(candidate.place[1] + 1, here.t)
        rivals = [t for t in between if tokens.dep[t] in _SUBJECTS and tokens.pos[t] in {"NOUN", "PROPN"}]
        return not rivals and any(_under(tokens, here.t, v) for v in verbs)
    return False


def _empty_it(tokens: Tokens, t: int) -> bool:
    """ "it is clear that", "it seems", "it would take"."""
    verb = tokens.head[t]
    if tokens.lemma[verb] in word_set("seem appear turn rain snow take remain happen be"):
        return True
    return any(tokens.dep[k] in {"ccomp", "csubj"} and tokens.lemma[verb] not in _SAYS for k in tokens.kids[verb])


# ---------------------------------------------------------------- descriptions


def _description(mind: dict[str, Candidate], here: Here) -> Found | None:
    tokens, t = here.tokens, here.t
    noun = tokens.head[t]
    if (
        noun <= t
        or noun - t > 5
        or tokens.pos[noun] != "NOUN"
        or tokens.tag[noun] != "NN"
        or tokens.dep[noun] == "appos"
    ):
        return None
    if any(tokens.dep[k] in {"prep", "relcl", "acl", "appos"} for k in tokens.kids[noun] if k > noun):
        return None
    if noun + 1 < len(tokens) and tokens.pos[noun + 1] == "PROPN":
        return None
    low = tokens.low[noun]
    extra = {tokens.low[k] for k in range(t + 1, noun)}
    found = None
    if low in ROLES or low == "lawmaker":
        found = _by_role(mind, here, low, extra)
    if found is None and low in _ORG_NOUNS:
        found = _by_noun(mind, here, low, extra)
    if found is None and low in {"country", "nation"} and not extra:
        found = _country(mind, here)
    if found is None:
        return None
    words = " ".join(tokens.low[t : noun + 1])
    return t, noun + 1, found, f"'{words}': the only one so described, {_why(found, here)}"


def _by_role(mind: dict[str, Candidate], here: Here, noun: str, extra: set[str]) -> Candidate | None:
    wanted = _LAWMAKERS if noun == "lawmaker" else {same_role(noun)}
    able = [c for c in mind.values() if c.label == "PERSON" and wanted & c.roles.keys()]
    if extra:
        able = [c for c in able if any(extra <= c.roles[w] for w in wanted & c.roles.keys())]
    elif len(able) > 1:
        able = [
            c
            for c in able
            if not any(c.roles[w] & {"former", "ex", "late", "vice", "deputy"} for w in wanted & c.roles.keys())
        ]
    near = [c for c in able if here.sentence - c.sentence <= 3]
    if len(able) == 1 and here.sentence - able[0].sentence <= 30:
        return able[0]
    return near[0] if len(near) == 1 else None


def _by_noun(mind: dict[str, Candidate], here: Here, noun: str, extra: set[str]) -> Candidate | None:
    bodies = [c for c in mind.values() if c.label == "ORG"]
    extra = extra - _PLAIN
    able = [c for c in bodies if noun in c.nouns and extra <= set(normal(c.entity.replace("-", " ")).split()) | c.nouns]
    if not able and noun in _GENERIC_ORG and not extra:
        able = [c for c in bodies if here.sentence - c.sentence <= 1 and c.dep in _SUBJECTS | {"agent"}]
        return able[0] if len(able) == 1 and not able[0].nouns - _GENERIC_ORG else None
    near = [c for c in able if here.sentence - c.sentence <= 3]
    if len(able) == 1 and here.sentence - able[0].sentence <= 12:
        return able[0]
    return near[0] if len(near) == 1 else None


def _country(mind: dict[str, Candidate], here: Here) -> Candidate | None:
    able = [c for c in mind.values() if c.entity.startswith("country:") and here.sentence - c.sentence <= 1]
    return able[0] if len(able) == 1 else None
