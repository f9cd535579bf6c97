"""Who and what an article names: every name, the forms it takes, and one canonical id for each.

Ids are the same over runs and stories: `country:TR`, `person:jane-roe`, `org:nato`, `place:oslo`, `people:danes`,
`thing:...` for products, events, laws and works. An adjective ("Danish") counts as a name of its country unless it
speaks of people; a capital that acts ("Oslo said") as one of its government's names.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace

from pipeline.extract.entities.acronyms import find_acronyms
from pipeline.extract.entities.gazetteer import Known, gazetteer, slug, with_desk
from pipeline.extract.entities.mentions import Named, find_names, readable
from pipeline.extract.entities.metonyms import governs, is_people
from pipeline.extract.entities.persons import PersonName, can_be, parse_name
from pipeline.extract.sentences import Passage
from pipeline.extract.tokens import Tokens
from pipeline.model import Document, Entity, Mention, Reference

_SCHEMES = {"PERSON": "person", "ORG": "org", "GPE": "place", "LOC": "place", "FAC": "place", "NORP": "people"}


@dataclass(slots=True)
class Group:
    """An entity in the making: its id, label and names in order."""

    entity: str
    name: str
    label: str
    names: list[Named] = field(default_factory=list)


Aliases = tuple[tuple[str, ...], ...]
Read = list[tuple[Passage, Tokens]]


def find_entities(
    document: Document, passages: tuple[Passage, ...], aliases: Aliases = ()
) -> tuple[tuple[Entity, ...], tuple[Reference, ...]]:
    """The entities of one article by first mention, and the pronouns and descriptions that stand for one.

    `aliases`: the desk's names, each a canonical name followed by its other forms; they win over everything.
    """
    read = readable(passages)
    names = find_names(read, with_desk(aliases))
    groups = _grouped(names, read)
    entities = tuple(_entity(document, g, read, ()) for g in groups)
    return entities, ()


def _grouped(names: list[Named], read: Read) -> list[Group]:
    """Names that are one entity's together, in order of their first."""
    groups: dict[str, Group] = {}
    owner = _owners(names, read)
    for name, (entity, title, label) in zip(names, owner, strict=True):
        group = groups.setdefault(entity, Group(entity, title, label))
        group.names.append(name)
    return list(groups.values())


Owner = tuple[str, str, str]
"""Canonical id, name and label."""


def _owners(names: list[Named], read: Read) -> list[Owner]:
    short = find_acronyms(names, read)
    people = Persons(names)
    found: list[Owner] = []
    for n, name in enumerate(names):
        tokens = read[name.passage][1]
        if name.known:
            found.append(_known_owner(name, name.known, tokens))
        elif name.text in short:
            found.append(_plain_owner(short[name.text], "ORG"))
        elif (owner := people.owner(n)) is not None:
            found.append(owner)
        else:
            found.append(_plain_owner(name.text, name.label))
    return found


def _known_owner(name: Named, known: Known, tokens: Tokens) -> Owner:
    listed = gazetteer()
    if known.kind == "demonym" and is_people(tokens, name.i, name.j):
        known = listed.people.get(
            known.country, replace(known, label="NORP", entity=f"people:{slug(name.text)}", name=name.text)
        )
    elif known.kind == "capital" and governs(tokens, name.i, name.j):
        known = listed.countries.get(known.country, known)
    return known.entity, known.name, known.label or name.label or "ORG"


def _plain_owner(text: str, label: str) -> Owner:
    return f"{_SCHEMES.get(label, 'thing')}:{slug(text)}", text, label


class Persons:
    """The persons of one article by full name, and whom a shorter form stands for."""

    def __init__(self, names: list[Named]) -> None:
        self._names = names
        self._parsed: dict[int, PersonName] = {}
        self._full: dict[int, int] = {}
        for n, name in enumerate(names):
            if name.known is None and (name.label == "PERSON" or name.j - name.i == 1):
                self._parsed[n] = parse_name(name.text)
        for n, parsed in self._parsed.items():
            if parsed.full and names[n].label == "PERSON":
                self._full[n] = self._first(n, parsed)

    def _first(self, n: int, parsed: PersonName) -> int:
        """The first full name before this one that can be the same person's."""
        for m, first in self._full.items():
            if first == m and can_be(parsed, self._parsed[m]):
                return m
        return n

    def owner(self, n: int) -> Owner | None:
        """Whose name this is: a full name's own, else of the only person it can be, the one named last before it."""
        parsed = self._parsed.get(n)
        if parsed is None:
            return None
        first = self._full.get(n)
        if first is None:
            first = self._bearer(n, parsed)
        if first is None:
            return _plain_owner(self._bare(n), "PERSON") if self._names[n].label == "PERSON" else None
        best = max((m for m, f in self._full.items() if f == first), key=lambda m: (len(self._bare(m)), -m))
        return f"person:{slug(self._bare(best))}", self._bare(best), "PERSON"

    def _bare(self, n: int) -> str:
        """The name as printed without the titles before it."""
        return " ".join(self._names[n].text.split()[len(self._parsed[n].titles) :])

    def _bearer(self, n: int, parsed: PersonName) -> int | None:
        able = sorted({f for f in self._full.values() if can_be(parsed, self._parsed[f])})
        named = [f for f in able if self._parsed[f].surname.split()[-1] == parsed.surname.split()[-1]]
        able = named or able
        before = [f for f in able if f < n]
        if len(able) == 1:
            return able[0]
        return before[0] if len(before) == 1 else (able[0] if able else None)


def _entity(document: Document, group: Group, read: Read, titles: tuple[str, ...]) -> Entity:
    mentions, forms = [], Counter[str]()
    for name in group.names:
        passage, tokens = read[name.passage]
        at = passage.span(tokens.start[name.i], tokens.end[name.j - 1])
        mentions.append(Mention(document.doc, at))
        forms[" ".join(at.text.split())] += 1
    aliases = tuple(sorted(set(forms) - {group.name}))
    return Entity(group.entity, group.name, group.label, aliases, tuple(mentions), titles)
