"""Whom a pronoun stands for.

Rules with agreement, grammatical role, salience and distance, after Lappin and Leass (1994): every name is a candidate
with a weight that falls with each sentence; where two candidates weigh nearly the same, nothing is linked.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pipeline.extract.entities.candidates import SAYS, SUBJECTS, Candidate, Found, Here, Noun, distance, verb_over, why
from pipeline.extract.tokens import Tokens
from pipeline.text import listed

_PRONOUNS = {
    **dict.fromkeys(("he", "him", "his", "himself"), "m"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "f"),
    **dict.fromkeys(("it", "its", "itself"), "n"),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), "p"),
}
_BY_DISTANCE = (3.0, 2.4, 1.2, 0.6)
_BY_ROLE = {"nsubj": 1.0, "nsubjpass": 0.9, "agent": 0.5, "dobj": 0.3, "poss": 0.2, "appos": 0.2, "conj": 0.3}
_PLURAL = frozenset({"NNS", "NNPS"})
_MARGIN = 0.5
_TURN, _LONG_TURN = 4, 12
_LEAST = 2.0
_PARALLEL, _ONLY_QUOTED = 0.5, 0.5


def pronoun(mind: dict[str, Candidate], here: Here) -> Found | None:
    """Whom the pronoun at this place stands for; None where it is none, or two candidates tie."""
    gender = _PRONOUNS.get(here.tokens.low[here.t])
    if gender is None:
        return None
    if gender == "n":
        return _neuter(mind, here)
    return _plural(mind, here) if gender == "p" else _personal(mind, here, gender)


def _personal(mind: dict[str, Candidate], here: Here, gender: str) -> Found | None:
    able = [c for c in mind.values() if c.label == "PERSON" and c.gender in {gender, ""} and _may(c, here)]
    author = _author(here)
    able = [c for c in able if not _predicated(c, here) and c.entity != author]
    here = replace(here, master=_master(mind, here))
    weighed = sorted(((_weight(c, here, gender) + _owned(c, here), c.entity) for c in able), reverse=True)
    if not weighed:
        return _still_speaking(mind, here, gender)
    if _gives_reason(here) and sum(c.sentence == here.sentence and c.place[0] == here.passage for c in able) > 1:
        return None
    if weighed[0][0] < _LEAST or (len(weighed) > 1 and weighed[0][0] - weighed[1][0] < _MARGIN):
        return None
    best = mind[weighed[0][1]]
    best.gender = best.gender or gender
    word = here.tokens.low[here.t]
    return here.t, here.t + 1, best, f"“{word}”: the person in mind, {why(best, here)}"


def _may(candidate: Candidate, here: Here) -> bool:
    """Within reach, and not ruled out by the clause: "she praised her" speaks of two."""
    if distance(candidate, here) >= len(_BY_DISTANCE):
        return False
    if _named_below(candidate, here):
        return False
    low = here.tokens.low[here.t]
    object_ = low in {"him", "her", "it"} and here.tokens.dep[here.t] != "poss"
    if object_ and candidate.place[0] == here.passage and candidate.sentence == here.sentence:
        return _doer_of(here.tokens, verb_over(here.tokens, here.t)) not in candidate.subject_of
    return True


def _doer_of(tokens: Tokens, verb: int) -> int:
    """The verb whose subject does this one too: "Roe left to fetch him", but not "Roe asked Doe to fetch him"."""
    for _ in range(4):
        own = any(tokens.dep[k] in SUBJECTS for k in tokens.kids[verb])
        over = tokens.head[verb]
        asked = tokens.dep[verb] == "xcomp" and any(tokens.dep[k] == "dobj" for k in tokens.kids[over])
        if own or asked or over == verb or tokens.dep[verb] not in {"xcomp", "advcl"} or tokens.tag[verb] != "VB":
            return verb
        verb = over
    return verb


def _still_speaking(mind: dict[str, Candidate], here: Here, gender: str) -> Found | None:
    """Who spoke last, where the sentences since then are that person's words and nobody else has been named."""
    last = max(mind.values(), key=lambda c: (c.spoke, c.entity), default=None)
    tokens = here.tokens
    earlier = range(here.t - 1, -1, -1) if tokens.dep[here.t] in SUBJECTS else ()
    number = tokens.sentence[here.t]
    if any(tokens.dep[i] in SUBJECTS for i in earlier if tokens.sentence[i] == number):
        return None
    if here.quoted or last is None or last.label != "PERSON" or last.gender not in {gender, ""}:
        return None
    if here.sentence - last.spoke > _LONG_TURN or any(
        c.label == "PERSON" and c is not last and c.sentence >= last.spoke for c in mind.values()
    ):
        return None
    return here.t, here.t + 1, last, f"'{here.tokens.low[here.t]}': the one who spoke last, {why(last, here)}"


def _author(here: Here) -> str:
    """Who says the quotation in which the pronoun stands: a whole sentence of it does not call its speaker "he"."""
    tokens = here.tokens
    number, size = tokens.sentence[here.t], len(tokens)
    first = next(i for i in range(here.t, -1, -1) if i == 0 or tokens.sentence[i - 1] != number)
    if not here.quoted or not here.inside[first]:
        return ""
    last = next((i for i in range(here.t, size) if tokens.sentence[i] != number), size)
    says = (i for i in range(first, last) if tokens.lemma[i] in SAYS and not here.inside[i])
    found = {here.heads[k] for i in says for k in tokens.kids[i] if tokens.dep[k] in SUBJECTS and k in here.heads}
    return found.pop() if len(found) == 1 else ""


def _owned(candidate: Candidate, here: Here) -> float:
    """More for whose the thing is that the pronoun hangs on: "Roe's choice of Doe as his deputy"; for the owner of the
    first of several ("Roe's pride, his ego"); and, of nobody more than that, for the owner of the subject."""
    tokens, t = here.tokens, here.t
    if tokens.tag[t] not in {"PRP$", "PRP"} or candidate.place[0] != here.passage:
        return 0.0
    owns = {i for i, entity in here.heads.items() if entity == candidate.entity and tokens.dep[i] == "poss" and i < t}
    above = t
    for _ in range(12):
        below, above = above, tokens.head[above]
        if above == below:
            return 0.0
        if any(k in owns for k in tokens.kids[above] if k < t) and tokens.pos[above] == "NOUN":
            return 2.5 if tokens.dep[below] == "conj" else 1.0
        if tokens.pos[above] in {"VERB", "AUX"}:
            subjects = (k for k in tokens.kids[above] if tokens.dep[k] in SUBJECTS and k < t and k != t)
            return 0.7 if any(k in owns for s in subjects for k in tokens.kids[s]) else 0.0
    return 0.0


def _named_below(candidate: Candidate, here: Here) -> bool:
    """Whether the pronoun is the subject of a clause that names the candidate: "he praised Roe" is not Roe.

    Whoever the sentence has named as the subject over that clause may be named again further down in it.
    """
    tokens, t = here.tokens, here.t
    if tokens.dep[t] not in SUBJECTS:
        return False
    verb, number = tokens.head[t], tokens.sentence[t]
    governs = candidate.place[0] == here.passage and candidate.sentence == here.sentence
    if governs and any(v != verb and _below(tokens, verb, v) for v in candidate.subject_of):
        near = (i for i, entity in here.heads.items() if entity == candidate.entity and i > verb)
        return any(verb_over(tokens, i) == verb for i in near)
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
    weight = _BY_DISTANCE[distance(candidate, here)] + _BY_ROLE.get(candidate.dep, 0.0)
    weight += 0.6 if candidate.gender == gender else 0.0
    weight += 0.1 * min(candidate.times, 6) - (1.0 if candidate.paired else 0.0)
    if not here.quoted and here.tokens.lemma[here.tokens.head[here.t]] in SAYS:
        weight += 1.0 if here.sentence - candidate.spoke <= _TURN else 0.0
        weight -= 1.5 if candidate.quoted else 0.0
    weight += _parallel(candidate, here)
    if here.master is not None and candidate is here.master[0]:
        weight += _mastery(here, here.master[1])
    elif here.quoted and here.sentence - candidate.spoke <= 2 and _goes_on(here):
        weight -= 3.0
    return weight


def _parallel(candidate: Candidate, here: Here) -> float:
    """More for the subject of an earlier clause of the sentence, where the pronoun is a subject; outside quotation
    marks, less for whom only somebody quoted has named."""
    if here.tokens.dep[here.t] not in SUBJECTS:
        return 0.0
    own = candidate.place[0] == here.passage and candidate.sentence == here.sentence
    own = own and candidate.quoted == here.quoted
    weight = _PARALLEL if own and candidate.dep in SUBJECTS else 0.0
    return weight - (_ONLY_QUOTED if candidate.quoted and not here.quoted else 0.0)


def _gives_reason(here: Here) -> bool:
    """Whether the pronoun is the subject of a reason: in "Roe backs Doe because he ..." it may be either."""
    tokens, t = here.tokens, here.t
    verb = tokens.head[t]
    because = any(tokens.low[k] == "because" and tokens.dep[k] == "mark" for k in tokens.kids[verb])
    return because and tokens.dep[t] in SUBJECTS and not here.quoted


def _goes_on(here: Here) -> bool:
    """Whether nobody is said to speak in this sentence, so that who spoke last goes on speaking, of somebody else."""
    tokens = here.tokens
    number, size = tokens.sentence[here.t], len(tokens)
    first = next(i for i in range(here.t, -1, -1) if i == 0 or tokens.sentence[i - 1] != number)
    last = next((i for i in range(here.t, size) if tokens.sentence[i] != number), size)
    says = (i for i in range(first, last) if tokens.lemma[i] in SAYS and not here.inside[i])
    return not any(tokens.dep[k] in SUBJECTS for i in says for k in tokens.kids[i])


def _mastery(here: Here, verb: int) -> float:
    """More for the subject of the clause that the pronoun hangs on; less, inside a quotation, for who says it."""
    says = here.tokens.lemma[verb] in SAYS
    if says and here.quoted and not here.inside[verb]:
        return -1.5
    if here.tokens.low[here.t] in {"him", "her"} and here.tokens.dep[here.t] != "poss":
        return 0.9 if _clause_between(here, verb) and not says else 0.2
    return 1.5 if says else 0.9


def _clause_between(here: Here, verb: int) -> bool:
    """Whether the verb of an object pronoun has a subject of its own, or hangs on a noun: "Roe resented efforts to oust
    him", not "Roe overruled the board to oust him"."""
    tokens = here.tokens
    own = verb_over(tokens, here.t)
    subject = any(tokens.dep[k] in SUBJECTS for k in tokens.kids[own])
    return own != verb and (subject or tokens.pos[tokens.head[own]] == "NOUN")


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
    lead = [c for c in able if c.dep in SUBJECTS | {"agent"}]
    if len(lead) != 1 or not (_governs(lead[0], here) or (len(able) == 1 and _opens(lead[0], here))):
        return None
    if any(c is not lead[0] and c.sentence == here.sentence and c.place > lead[0].place for c in able):
        return None
    return t, t + 1, lead[0], f"“{tokens.low[t]}”: the only body that acts, {why(lead[0], here)}"


def _plural(mind: dict[str, Candidate], here: Here) -> Found | None:
    """ "they" and "their" of a people or party that is the subject, where no other plural stands in its sentence or
    since."""
    able = [c for c in mind.values() if c.plural and here.sentence - c.sentence <= 1]
    if here.quoted or len(able) != 1 or able[0].dep not in SUBJECTS or not _may(able[0], here):
        return None
    best = able[0]
    if any(n.tag in _PLURAL or n.dep == "conj" for n in _rivals(best, here)):
        return None
    return here.t, here.t + 1, best, f"“{here.tokens.low[here.t]}”: the only group about, {why(best, here)}"


def _rivals(best: Candidate, here: Here) -> Iterator[Noun]:
    """The nouns from the candidate's sentence on, its own and what belongs to it left out."""
    for noun in reversed(here.nouns):
        if noun.sentence < best.sentence:
            return
        own = noun.passage == best.place[0] and best.place[1] in (noun.t, noun.head)
        if not own and (noun.passage, noun.t) != (here.passage, here.t):
            yield noun


def could_be_meant(tokens: Tokens, t: int) -> bool:
    """Whether a token is a noun that "it" or "they" could mean."""
    named = tokens.label[t] in {"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "PERSON"}
    return tokens.pos[t] in {"NOUN", "PROPN"} and not named and tokens.dep[t] != "compound"


def _governs(candidate: Candidate, here: Here) -> bool:
    """Whether the clause of the pronoun hangs on the candidate's verb, or begins the next sentence."""
    tokens = here.tokens
    if candidate.sentence == here.sentence and candidate.place[0] == here.passage:
        verbs = [v for v in candidate.subject_of if tokens.low[here.t] != "it" or tokens.lemma[v] in SAYS]
        between = range(candidate.place[1] + 1, here.t)
        rivals = [t for t in between if tokens.dep[t] in SUBJECTS and tokens.pos[t] in {"NOUN", "PROPN"}]
        return not rivals and any(_under(tokens, here.t, v) for v in verbs)
    return False


def _opens(candidate: Candidate, here: Here) -> bool:
    """Whether the pronoun opens a sentence as its subject and the candidate was the subject of the one before, in which
    no other clause has a thing for its subject."""
    tokens, t = here.tokens, here.t
    first = t == 0 or tokens.sentence[t - 1] != tokens.sentence[t]
    if not first or tokens.dep[t] not in SUBJECTS or here.sentence - candidate.sentence != 1:
        return False
    return not any(n.dep in SUBJECTS and n.tag not in _PLURAL for n in _rivals(candidate, here))


def _empty_it(tokens: Tokens, t: int) -> bool:
    """ "it is clear that", "it seems", "it would take"."""
    verb = tokens.head[t]
    if tokens.lemma[verb] in listed("seem appear turn rain snow take remain happen be"):
        return True
    return any(tokens.dep[k] in {"ccomp", "csubj"} and tokens.lemma[verb] not in SAYS for k in tokens.kids[verb])
