"""What somebody holds, read off a noun or an adjective: 'her belief that ...', 'a call for ...', 'is sure that ...'."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pipeline.extract.quotes import cues
from pipeline.extract.quotes.parts import Attribution, run_of, source_run, subject_of, trimmed

if TYPE_CHECKING:
    from spacy.tokens import Token


def held_by_noun(noun: Token) -> Iterator[Attribution]:
    """The clause or thing that a noun of saying, thinking or wanting carries, with its owner where there is one."""
    lemma = noun.lemma_.lower()
    if lemma not in cues.NOUNS:
        return
    for child in noun.children:
        if child.i < noun.i:
            continue
        first = child.left_edge.i
        if child.dep_ == "prep" and child.lower_ in cues.CARRIES.get(lemma, cues.ABOUT):
            first = child.i + 1
        elif not (child.dep_ in ("acl", "ccomp", "relcl") and _that(child)) and not _to(child):
            continue
        content = trimmed(noun.doc, first, child.right_edge.i)
        owner = _owner(noun)
        if content and (owner is not None or child.dep_ != "prep"):
            source = source_run(owner, noun) if owner is not None else None
            found = Attribution(content, run_of([noun]), source, owner.i if owner is not None else None)
            found.stance = True
            yield found
        return


def held_by_adjective(adjective: Token) -> Iterator[Attribution]:
    """The clause that an adjective of certainty or feeling carries: 'Roe is confident that ...'."""
    if adjective.lemma_.lower() not in cues.ADJECTIVES or adjective.dep_ != "acomp":
        return
    subject = subject_of(adjective.head)
    for child in adjective.children:
        first = child.left_edge.i
        if child.i < adjective.i or child.dep_ not in ("ccomp", "xcomp", "prep"):
            continue
        if child.dep_ == "xcomp" and adjective.lemma_.lower() in cues.READY:
            return
        if child.dep_ == "prep":
            if child.lower_ not in ("about", "of"):
                continue
            first = child.i + 1
        content = trimmed(adjective.doc, first, child.right_edge.i)
        if content and subject is not None:
            yield Attribution(
                content, run_of([adjective.head, adjective]), source_run(subject, adjective.head), subject.i
            )
        return


def _that(clause: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ in ("that", "whether", "if") for c in clause.children)


def _to(clause: Token) -> bool:
    return clause.dep_ == "acl" and any(c.tag_ == "TO" for c in clause.children)


def _owner(noun: Token) -> Token | None:
    """Whose belief or demand it is: the possessor, 'by Roe', or the subject of the verb that it is the object of."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
        if child.dep_ == "prep" and child.lower_ in ("by", "from"):
            return next((t for t in child.children if t.dep_ == "pobj"), None)
    verb = noun.head
    if noun.dep_ == "dobj" and verb.pos_ == "VERB" and verb.lemma_.lower() in cues.HAVING:
        return subject_of(verb)
    return None
