"""One id for one person or body across the articles of a story.

A surname alone in one article is the full name in another, an acronym here its expansion there, "Chris" there
"Christopher" here. Two names that one article keeps apart stay apart. Only articles that speak of some of the same
names lend each other full ones, so that an unrelated article changes nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from pipeline.align.renaming import renamed
from pipeline.model import Entity, Extraction
from pipeline.names import OFFICES, PersonName, can_be, is_acronym, parse_name, same_given, same_role, sound
from pipeline.text import key

_LISTED = ("country:", "people:")
_DOMINANT = 4
_SHORT = 4
"""Letters up to which two surnames that sound alike are two names."""
_CORPORATE = frozenset({"inc", "corp", "corporation", "ltd", "plc", "llc", "co", "company", "the", "group", "us"})


@dataclass(frozen=True, slots=True)
class Node:
    """An entity as one article has it."""

    doc: str
    entity: Entity
    person: PersonName

    @property
    def id(self) -> str:
        """The id that the article gave it."""
        return self.entity.entity


def unify(extractions: tuple[Extraction, ...]) -> tuple[tuple[Extraction, ...], tuple[Entity, ...]]:
    """The extractions with one id for each entity throughout, and the story's entities by id."""
    nodes = [Node(x.doc, e, parse_name(e.name)) for x in extractions for e in x.entities]
    nodes.sort(key=lambda n: (n.doc, n.id))
    sets = _Sets(nodes)
    _join_equal(nodes, sets)
    _join_persons(nodes, sets)
    _join_acronyms(nodes, sets)
    _join_surnames(nodes, sets)
    chosen = {n: _chosen([nodes[m] for m in members]) for members in sets.members() for n in members}
    new = {(nodes[n].doc, nodes[n].id): best for n, best in chosen.items()}
    changed = tuple(renamed(x, {e.entity: new[x.doc, e.entity] for e in x.entities}) for x in extractions)
    return changed, tuple(_together(changed))


class _Sets:
    """Disjoint sets of nodes; two that one article keeps apart are never joined."""

    def __init__(self, nodes: list[Node]) -> None:
        self._over = list(range(len(nodes)))
        self._docs: list[dict[str, str]] = [{n.doc: n.id} for n in nodes]

    def find(self, n: int) -> int:
        """The node that stands for the set of node `n`."""
        while self._over[n] != n:
            self._over[n] = self._over[self._over[n]]
            n = self._over[n]
        return n

    def join(self, a: int, b: int) -> None:
        """Make the sets of `a` and `b` one, unless an article has a name in each."""
        a, b = sorted((self.find(a), self.find(b)))
        if a == b or any(self._docs[a].get(doc, name) != name for doc, name in self._docs[b].items()):
            return
        self._over[b] = a
        self._docs[a].update(self._docs[b])

    def members(self) -> Iterator[list[int]]:
        """Every set, its nodes in order."""
        found: dict[int, list[int]] = {}
        for n in range(len(self._over)):
            found.setdefault(self.find(n), []).append(n)
        yield from found.values()


def _join_equal(nodes: list[Node], sets: _Sets) -> None:
    """The same id, or the same name with another label or with "Inc." after it."""
    first: dict[str, int] = {}
    for n, node in enumerate(nodes):
        sets.join(first.setdefault(node.id, n), n)
    names: dict[str, int] = {}
    for n, node in enumerate(nodes):
        if not node.id.startswith(_LISTED):
            sets.join(names.setdefault(_bare(node.entity.name), n), n)


def _bare(name: str) -> str:
    words = key(name).replace(".", "").replace(",", " ").split()
    kept = [w for w in words if w not in _CORPORATE]
    return " ".join(kept or words)


def _join_persons(nodes: list[Node], sets: _Sets) -> None:
    """Full names that can be one person's, the fullest first."""
    by_surname: dict[str, list[int]] = {}
    for n, node in enumerate(nodes):
        if node.entity.label == "PERSON" and node.person.full:
            by_surname.setdefault(sound(node.person.surname), []).append(n)
    for group in by_surname.values():
        group.sort(key=lambda n: (-len(nodes[n].person.given), nodes[n].id, nodes[n].doc))
        for i, a in enumerate(group):
            for b in group[i + 1 :]:
                if _can_be_one(nodes[a].person, nodes[b].person):
                    sets.join(a, b)


def _can_be_one(one: PersonName, two: PersonName) -> bool:
    """Whether two full names can be one person's, another way of writing a long surname or its given name included."""
    if can_be(one, two) and can_be(two, one):
        return True
    given = same_given(one.given, two.given) or sound(one.given[0]) == sound(two.given[0])
    return given and len(one.surname) > _SHORT and sound(one.surname) == sound(two.surname)


def _join_acronyms(nodes: list[Node], sets: _Sets) -> None:
    """An acronym in one article and the only expansion of it in the others."""
    bodies = [n for n, node in enumerate(nodes) if node.entity.label == "ORG"]
    long = [n for n in bodies if " " in nodes[n].entity.name]
    for n in bodies:
        name = nodes[n].entity.name
        letters = name.replace(".", "")
        if not letters.isupper() or not 3 <= len(letters) <= 8 or " " in name:
            continue
        able = [m for m in long if name in nodes[m].entity.aliases or is_acronym(name, nodes[m].entity.name)]
        if len({sets.find(m) for m in able}) == 1:
            sets.join(able[0], n)


def _join_surnames(nodes: list[Node], sets: _Sets) -> None:
    """A name of one word and the only person about who bears it as surname, or who bears it far oftenest."""
    full: dict[str, list[int]] = {}
    for n, node in enumerate(nodes):
        if node.entity.label == "PERSON" and node.person.full:
            full.setdefault(node.person.surname.split()[-1], []).append(n)
    related = _related(nodes)
    for n, node in enumerate(nodes):
        if node.person.full or " " in node.entity.name or node.id.startswith(_LISTED):
            continue
        if node.entity.label not in {"PERSON", "ORG", "GPE", "PRODUCT", "WORK_OF_ART"}:
            continue
        able = [m for m in full.get(node.person.surname, ()) if nodes[m].doc in related[node.doc]]
        offices = _offices(node.entity)
        able = [m for m in able if offices & _offices(nodes[m].entity)] or able
        if node.entity.label != "PERSON" and len({sets.find(m) for m in able}) != 1:
            continue
        votes = Counter[int]()
        for m in able:
            votes[sets.find(m)] += len(nodes[m].entity.mentions)
        ranked = sorted(votes.items(), key=lambda v: (-v[1], nodes[v[0]].id))
        if len(ranked) == 1 or (ranked and ranked[0][1] >= _DOMINANT * ranked[1][1]):
            sets.join(ranked[0][0], n)


def _offices(entity: Entity) -> set[str]:
    words = (w.rstrip(".") for t in entity.titles for w in t.lower().split())
    return {same_role(w) for w in words if w in OFFICES}


def _related(nodes: list[Node]) -> dict[str, set[str]]:
    """For each article, those that name some of the same: one person, body or thing, or three of anything."""
    names: dict[str, set[str]] = {}
    for node in nodes:
        names.setdefault(node.doc, set()).add(node.id)
    found: dict[str, set[str]] = {}
    for doc, ids in names.items():
        found[doc] = set()
        for other, theirs in names.items():
            shared = ids & theirs
            if doc != other and (len(shared) >= 3 or any(not i.startswith(("country:", "place:")) for i in shared)):
                found[doc].add(other)
    return found


def _chosen(members: list[Node]) -> tuple[str, str, str]:
    """Id, name and label for a set: the gazetteer's, else a full person's name, else what most articles say."""
    votes = Counter((m.id, m.entity.name, m.entity.label) for m in members)
    full = {(m.id, m.entity.name, m.entity.label) for m in members if m.entity.label == "PERSON" and m.person.full}
    pool: Iterable[tuple[str, str, str]] = full or votes
    return min(pool, key=lambda c: (-votes[c], " " not in c[1], -len(c[1]), c))


def _together(extractions: tuple[Extraction, ...]) -> Iterator[Entity]:
    found: dict[str, list[Entity]] = {}
    for entity in (e for extraction in extractions for e in extraction.entities):
        found.setdefault(entity.entity, []).append(entity)
    for name in sorted(found):
        parts = found[name]
        first = parts[0]
        mentions = sorted((m for e in parts for m in e.mentions), key=lambda m: (m.at.file, m.at.start, m.at.end))
        aliases = {a for e in parts for a in (*e.aliases, e.name)} - {first.name}
        titles = tuple(dict.fromkeys(t for e in parts for t in e.titles))
        yield replace(first, aliases=tuple(sorted(aliases)), mentions=tuple(mentions), titles=titles)
