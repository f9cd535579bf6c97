"""One person or body under names that cannot be spelling variants of each other.

What it flags
    Two sources that give the holder of one office the same surname and different first names: "Foreign Minister Anna
    Roe" in one, "Foreign Minister Maria Roe" in the other. Raised at both places.

Why it matters
    One of the two is wrong, and a wrong name is the mistake that readers and the persons themselves forgive least.

What is not flagged
    Spellings (Mohammed and Muhammad), initials, nicknames (Chris and Christopher), forms in the desk's aliases, middle
    names, offices that many hold at once (a senator, a judge) unless the place or body stands with them, former
    holders, and two names that one article tells apart.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz.distance import DamerauLevenshtein

from pipeline.flag.cases import Case
from pipeline.flag.examples import Example
from pipeline.model import Entity, Finding, Mention, Place
from pipeline.names import OFFICES, parse_name, same_given, same_role
from pipeline.text import key, word_set

CODE = "E001"
NAME = "name-conflict"
SEVERITY = "warning"

_ONE_HOLDER = word_set("president premier chancellor king queen emperor sultan emir pope")
_HEADS = OFFICES | _ONE_HOLDER | word_set("spokesperson chair ceo head chief mayor captain manager editor")
_PAST = word_set("former ex late then deputy vice acting assistant")
_EMPTY = word_set("the of for in a an and to at")
_SPELLING = 2


def check(case: Case) -> Iterator[Finding]:
    """The findings of this rule in one story."""
    people = [e for e in case.alignment.entities if e.label == "PERSON" and parse_name(e.name).full]
    by_surname: dict[str, list[Entity]] = {}
    for entity in people:
        by_surname.setdefault(parse_name(entity.name).surname, []).append(entity)
    for group in by_surname.values():
        for i, left in enumerate(group):
            for right in group[i + 1 :]:
                office = _office(left, right)
                if office and _differ(left, right) and _apart(left, right):
                    yield from _both(left, right, office)


def _differ(left: Entity, right: Entity) -> bool:
    """Whether no form of one's given name can be a spelling, an initial or a nickname of the other's."""
    for one in _given(left):
        for two in _given(right):
            if same_given(one, two) or DamerauLevenshtein.distance(one[0], two[0]) <= _SPELLING:
                return False
    return True


def _given(entity: Entity) -> list[tuple[str, ...]]:
    names = (parse_name(form) for form in (entity.name, *entity.aliases))
    return [n.given for n in names if n.full]


def _apart(left: Entity, right: Entity) -> bool:
    """Whether no article names both: one that does tells them apart."""
    return not {m.doc for m in left.mentions} & {m.doc for m in right.mentions}


def _office(left: Entity, right: Entity) -> str:
    """The office that both are said to hold, or empty."""
    for one in left.titles:
        for two in right.titles:
            a, b = _words(one), _words(two)
            shared = a & b
            if (a | b) & _PAST or not shared & _HEADS:
                continue
            if len(shared) > 1 or (shared <= _ONE_HOLDER and (a == b)):
                return one if len(one) <= len(two) else two
    return ""


def _words(title: str) -> set[str]:
    return {same_role(w.strip(".,")) for w in key(title).split()} - _EMPTY


def _both(left: Entity, right: Entity, office: str) -> Iterator[Finding]:
    for one, other in ((left, right), (right, left)):
        here, there = _full_mention(one), _full_mention(other)
        yield Finding(
            here.doc,
            here.at,
            f"'{here.at.text}' here, '{there.at.text}' in another source: both are called {office}.",
            (Place(there.doc, there.at, "conflicts"),),
        )


def _full_mention(entity: Entity) -> Mention:
    return next((m for m in entity.mentions if parse_name(m.at.text).full), entity.mentions[0])


_ONE = (
    "The foreign minister answered critics of the fishing treaty on Friday.\n\nForeign Minister Anna Brandvold said "
    "the treaty would be signed in Bergen. Brandvold spoke to reporters after a cabinet meeting."
)
_TWO = (
    "Fishing treaty to be signed, minister says.\n\nForeign Minister Margrethe Brandvold said on Friday that the "
    "treaty would be signed in Bergen. Brandvold met the cabinet before that."
)

FLAGGED: tuple[Example, ...] = (
    Example((_ONE, _TWO), "Anna Brandvold", ("2024-05-03", "2024-05-03"), "one minister, two first names"),
    Example((_ONE, _TWO), "Margrethe Brandvold", ("2024-05-03", "2024-05-03"), "raised at both places"),
)
CLEAN: tuple[Example, ...] = (
    Example((_ONE, _TWO.replace("Margrethe", "Ana")), "", ("2024-05-03", "2024-05-03"), "a spelling"),
    Example((_ONE, _TWO.replace("Margrethe", "A.")), "", ("2024-05-03", "2024-05-03"), "an initial"),
    Example(
        (_ONE, _TWO.replace("Foreign Minister Margrethe", "Former Foreign Minister Margrethe")),
        "",
        ("2024-05-03", "2024-05-03"),
        "another time's holder",
    ),
    Example(
        (_ONE, _TWO.replace("Foreign Minister Margrethe", "The minister's sister Margrethe")),
        "",
        ("2024-05-03", "2024-05-03"),
        "a relative without the office",
    ),
)
