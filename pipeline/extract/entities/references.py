"""Coreference inside an article: who is in mind at each place, and what stands for one of them there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.extract.entities.candidates import SAYS, SUBJECTS, Candidate, Here, Noun, verb_over
from pipeline.extract.entities.descriptions import ORG_NOUNS, description
from pipeline.extract.entities.gazetteer import gazetteer, normal
from pipeline.extract.entities.pronouns import could_be_meant, pronoun
from pipeline.extract.entities.titles import ROLES, Role
from pipeline.extract.sentences import Passage
from pipeline.extract.tokens import Tokens
from pipeline.model import Document, Reference
from pipeline.names import FEMALE, MALE, parse_name, same_role


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
    nouns: list[Noun] = []
    sentence = told_so_far = 0
    for number, (passage, tokens) in enumerate(read):
        quoted = _quoted(tokens)
        told = passage.block.kind in {"body", "caption"}
        for t in range(len(tokens)):
            if t == 0 or tokens.sentence[t] != tokens.sentence[t - 1]:
                sentence += 1
                told_so_far += not _is_quoted(tokens, quoted, t)
            known = heads.get(number, {})
            here = Here(number, t, sentence, tokens, quoted[t], None, known, quoted, nouns, told_so_far)
            if could_be_meant(tokens, t):
                nouns.append(Noun(sentence, number, t, tokens.tag[t], tokens.dep[t], tokens.head[t]))
            name = by_place.get((number, t))
            if name is not None:
                _remember(mind, name, here)
            elif told and (number, t) not in inside:
                found = pronoun(mind, here) or description(mind, here)
                if found is not None:
                    i, j, candidate, because = found
                    _touch(candidate, here, _dep(tokens, j - 1))
                    at = passage.span(tokens.start[i], tokens.end[j - 1])
                    yield Reference(document.doc, at, candidate.entity, because)


def _quoted(tokens: Tokens) -> list[bool]:
    """Whether each token stands between quotation marks; an unclosed one runs to the end."""
    state, found = False, []
    for text in tokens.text:
        if '"' in text:
            state = not state
        found.append(state)
    return found


def _is_quoted(tokens: Tokens, quoted: list[bool], first: int) -> bool:
    """Whether a sentence, of which this is the first token, has no word outside quotation marks."""
    number = tokens.sentence[first]
    own = (t for t in range(first, len(tokens)) if tokens.sentence[t] == number)
    return all(quoted[t] or tokens.pos[t] == "PUNCT" for t in own)


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
    _touch(candidate, replace(here, t=head), _dep(here.tokens, head))


def _touch(candidate: Candidate, here: Here, dep: str) -> None:
    """Note a name or a link; within a sentence, a subject stays one."""
    subject = dep in SUBJECTS
    same = candidate.sentence == here.sentence and candidate.place[0] == here.passage
    if not same:
        candidate.subject_of = frozenset()
        candidate.dep = dep
    elif subject or candidate.dep not in SUBJECTS:
        candidate.dep = dep
    if subject:
        candidate.subject_of |= {verb_over(here.tokens, here.t)}
        candidate.paired = _is_paired(here.tokens, here.t)
    elif not same:
        candidate.paired = False
    if subject and not here.quoted and here.tokens.lemma[verb_over(here.tokens, here.t)] in SAYS:
        candidate.spoke = here.sentence
    candidate.quoted = here.quoted
    candidate.sentence, candidate.told, candidate.place = here.sentence, here.told, (here.passage, here.t)
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
    return listed | frozenset(w for w in last if w in ORG_NOUNS)
