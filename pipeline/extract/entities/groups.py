"""Who and what an article names: every name, the forms it takes, and one canonical id for each.

Ids are the same over runs and stories: `country:TR`, `person:jane-roe`, `org:nato`, `place:oslo`, `people:danes`,
`thing:...` for products, events, laws and works. An adjective ("Danish") counts as a name of its country unless it
speaks of people; a capital that acts ("Oslo said") as one of its government's names.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace

from pipeline.extract.entities.acronyms import find_acronyms
from pipeline.extract.entities.gazetteer import Known, gazetteer, slug, with_desk
from pipeline.extract.entities.mentions import find_names, readable
from pipeline.extract.entities.metonyms import governs, is_people
from pipeline.extract.entities.named import Named
from pipeline.extract.entities.references import Seen, find_references
from pipeline.extract.entities.titles import Role, is_kin, kinds_of, roles_of
from pipeline.extract.sentences import Passage
from pipeline.extract.tokens import Tokens
from pipeline.model import Document, Entity, Mention, Reference
from pipeline.names import FEMALE, HONORIFICS, MALE, PersonName, can_be, parse_name, same_role

_AMERICAN = frozenset(
    {"country:US", "org:us-congress", "org:us-senate", "org:us-house", "people:republicans", "people:democrats"}
)
_IN_AMERICA = {
    "House": ("org:us-house", "US House of Representatives", "ORG"),
    "Supreme Court": ("org:us-supreme-court", "US Supreme Court", "ORG"),
}
_ONE_HOLDER = frozenset({"president", "king", "queen", "pope", "chancellor", "premier", "emperor", "sultan", "emir"})
_AMERICAS = re.compile(r"^(?:U\.S\.|US|United States) (?=\S+ \S)")
_SCHEMES = {"PERSON": "person", "ORG": "org", "GPE": "place", "LOC": "place", "FAC": "place", "NORP": "people"}


@dataclass(slots=True)
class Group:
    """An entity in the making: its id, label and names in order."""

    entity: str
    name: str
    label: str
    names: list[Named] = field(default_factory=list)


Aliases = tuple[tuple[str, ...], ...]
Owner = tuple[str, str, str]
"""Canonical id, name and label."""
Read = list[tuple[Passage, Tokens]]


def find_entities(
    document: Document, passages: tuple[Passage, ...], aliases: Aliases = ()
) -> tuple[tuple[Entity, ...], tuple[Reference, ...]]:
    """The entities of one article by first mention, and the pronouns and descriptions that stand for one.

    `aliases`: the desk's names, each a canonical name followed by its other forms; they win over everything.
    """
    read = readable(passages)
    names = find_names(read, with_desk(aliases))
    owners = _owners(names, read)
    seen = [_seen(n, o, read) for n, o in zip(names, owners, strict=True)]
    groups = _grouped(names, owners)
    entities = tuple(_entity(document, g, read, _titles(g, seen)) for g in groups)
    return entities, tuple(find_references(document, read, seen))


def _seen(name: Named, owner: Owner, read: Read) -> Seen:
    entity, title, label = owner
    tokens = read[name.passage][1]
    roles = roles_of(tokens, name.i, name.j) if label == "PERSON" else kinds_of(tokens, name.i, name.j)
    return Seen(name.passage, name.i, name.j, entity, label, title, tuple(roles))


def _titles(group: Group, seen: list[Seen]) -> tuple[str, ...]:
    if group.label != "PERSON":
        return ()
    found = (r.words for s in seen if s.entity == group.entity for r in s.roles)
    return tuple(dict.fromkeys(w for w in found if w.lower().rstrip(".") not in HONORIFICS))


def _grouped(names: list[Named], owners: list[Owner]) -> list[Group]:
    """Names that are one entity's together, in order of their first."""
    groups: dict[str, Group] = {}
    for name, (entity, title, label) in zip(names, owners, strict=True):
        group = groups.setdefault(entity, Group(entity, title, label))
        group.names.append(name)
    return list(groups.values())


def _owners(names: list[Named], read: Read) -> list[Owner]:
    short = find_acronyms(names, read)
    people = Persons(names, read)
    products = {n.text.split()[0]: n.text for n in reversed(names) if n.label == "PRODUCT" and " " in n.text}
    american = any(n.known and n.known.entity in _AMERICAN for n in names) and not _foreign(names)
    found: list[Owner] = []
    for n, name in enumerate(names):
        tokens = read[name.passage][1]
        if name.known:
            found.append(_known_owner(name, name.known, tokens))
        elif name.text in _IN_AMERICA and american:
            found.append(_IN_AMERICA[name.text])
        elif name.text in short:
            found.append(_plain_owner(short[name.text], "ORG"))
        elif name.label != "ORG" and name.text in products:
            found.append(_plain_owner(products[name.text], "PRODUCT"))
        elif (owner := people.owner(n)) is not None:
            found.append(owner)
        else:
            found.append(_plain_owner(name.text, name.label))
    return found


def _foreign(names: list[Named]) -> bool:
    """Whether another country than the United States is named as often."""
    found = Counter(n.known.country for n in names if n.known and n.known.country)
    return bool(found) and found.most_common(1)[0][0] != "US" and found["US"] < max(found.values())


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
    if label == "ORG":
        text = _AMERICAS.sub("", text)
    return f"{_SCHEMES.get(label, 'thing')}:{slug(text)}", text, label


class Persons:
    """The persons of one article by full name, and whom a shorter form stands for."""

    def __init__(self, names: list[Named], read: Read) -> None:
        self._names = names
        self._read = read
        self._parsed: dict[int, PersonName] = {}
        self._full: dict[int, int] = {}
        self._beside: dict[int, list[Role]] = {}
        self._best: dict[int, str] = {}
        self._others: dict[tuple[str, int], bool] = {}
        for n, name in enumerate(names):
            if name.known is None and (name.label == "PERSON" or " " not in name.text):
                self._parsed[n] = parse_name(name.text)
        for n, parsed in self._parsed.items():
            if parsed.full and names[n].label == "PERSON":
                self._full[n] = self._first(n, parsed)
        self._firsts = sorted(set(self._full.values()))

    def _first(self, n: int, parsed: PersonName) -> int:
        """The first full name before this one that can be the same person's."""
        namesake = self._kin(n)
        for m, first in self._full.items():
            if first == m and can_be(parsed, self._parsed[m]) and not (namesake and not parsed.suffix):
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
        if first not in self._best:
            forms = {self._bare(m): m for m, f in reversed(self._full.items()) if f == first}
            self._best[first] = max(forms, key=lambda form: (len(form), -forms[form]))
        best = self._best[first]
        return f"person:{slug(best)}", best, "PERSON"

    def _bare(self, n: int) -> str:
        """The name as printed without the titles before it."""
        return " ".join(self._names[n].text.split()[len(self._parsed[n].titles) :])

    def _bearer(self, n: int, parsed: PersonName) -> int | None:
        able = [f for f in self._firsts if can_be(parsed, self._parsed[f])]
        named = [f for f in able if self._parsed[f].surname.split()[-1] == parsed.surname.split()[-1]]
        able = [f for f in named or able if self._suits(n, f) and not self._namesake(n, f)]
        before = [f for f in able if f < n]
        if len(able) == 1:
            return able[0]
        return before[0] if len(before) == 1 else (able[0] if able else None)

    def _suits(self, n: int, first: int) -> bool:
        """Whether what stands before a surname ("President Roe", "Mr. Roe") can be that person's.

        An office must be one stated with the full name; where none is, it fits anybody but a relative and a woman,
        since papers introduce a woman who has an office by it.
        """
        roles = {r.noun for r in self._stated(n)}
        gender = "m" if roles & MALE else ("f" if roles & FEMALE else "")
        full = [m for m, f in self._full.items() if f == first]
        theirs = self._gender(full)
        if gender and theirs and gender != theirs:
            return False
        office = self._office(n)
        if not office:
            return True
        known = {o for m in full for o in self._roles(m)}
        return office in known if known else theirs != "f" and not any(self._kin(m) for m in full)

    def _gender(self, full: list[int]) -> str:
        given = next((g for m in full for g in self._parsed[m].given[:1]), "")
        return gazetteer().given.get(given, "")

    def _kin(self, n: int) -> bool:
        name = self._names[n]
        return is_kin(self._read[name.passage][1], name.i, name.j)

    def _namesake(self, n: int, first: int) -> bool:
        """Whether a surname alone is rather another's, who is named by it with an office or title that does not suit
        the full name: "Mr. Roe" beside "Maria Roe"."""
        asked = (self._parsed[n].surname, first)
        if asked not in self._others:
            alone = (m for m, p in self._parsed.items() if not p.full and p.surname == asked[0])
            self._others[asked] = any(not self._suits(m, first) for m in alone)
        return self._others[asked] and not self._stated(n)

    def _office(self, n: int) -> str:
        return next((r for r in sorted(self._roles(n)) if r in _ONE_HOLDER), "")

    def _roles(self, n: int) -> set[str]:
        return {same_role(r.noun) for r in self._stated(n)}

    def _stated(self, n: int) -> list[Role]:
        if n not in self._beside:
            name = self._names[n]
            self._beside[n] = roles_of(self._read[name.passage][1], name.i, name.j)
        return self._beside[n]


def _entity(document: Document, group: Group, read: Read, titles: tuple[str, ...]) -> Entity:
    mentions, forms = [], Counter[str]()
    for name in group.names:
        passage, tokens = read[name.passage]
        at = passage.span(tokens.start[name.i], tokens.end[name.j - 1])
        adjective = group.label == "GPE" and name.known is not None and name.known.kind == "demonym"
        mentions.append(Mention(document.doc, at, adjective))
        forms[" ".join(at.text.split())] += 1
    aliases = tuple(sorted(set(forms) - {group.name}))
    return Entity(group.entity, group.name, group.label, aliases, tuple(mentions), titles)
