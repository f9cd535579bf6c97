"""Names everybody knows: countries, capitals, demonyms, regions, large cities, public bodies.

The tables lie in `data/` and anyone may edit them; `docs/names.md` says where each comes from.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from pipeline.text import key

_SPLIT = re.compile(r"[\s'/,()-]+")
_SLUG = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Known:
    """What the gazetteer knows of a form. `kind`: country, capital, demonym, people, place, city or body.

    `country` is the ISO 3166 code that a capital, demonym or city belongs to. `exact` forms (acronyms) match only as
    they are written.
    """

    entity: str
    name: str
    label: str
    kind: str
    country: str = ""
    exact: str = ""


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """What the tables hold.

    `forms` by normal form; `longest` by first word: how many words the longest form has that begins with it. By
    country code: `neighbours`, `people` and `countries`. `nouns` by entity: what it is called ("the alliance").
    `given`: m or f by given name.
    """

    forms: dict[str, Known]
    longest: dict[str, int]
    neighbours: dict[str, frozenset[str]]
    people: dict[str, Known]
    countries: dict[str, Known]
    nouns: dict[str, frozenset[str]]
    given: dict[str, str]

    def find(self, words: list[str], text: str) -> Known | None:
        """What is known of a name given as normalised words, printed as `text`."""
        known = self.forms.get(" ".join(w for w in words if w))
        if known is None or (known.exact and text.replace(".", "") != known.exact):
            return None
        return known


def normal(text: str) -> str:
    """The form under which the gazetteer holds a name: no case, marks or diacritics, words apart by one space.

    >>> normal("Côte d’Ivoire"), normal("U.S."), normal("Guinea-Bissau")
    ('cote d ivoire', 'us', 'guinea bissau')
    """
    return " ".join(w for w in _SPLIT.split(key(text).replace(".", "")) if w)


def slug(text: str) -> str:
    """The part of a canonical id after the colon: lower-case ASCII words with hyphens, never empty."""
    folded = key(text).replace("'", "").replace(".", "")
    return _SLUG.sub("-", folded).strip("-") or "x" + folded.encode("utf-8").hex()[:24]


@cache
def gazetteer() -> Gazetteer:
    """The packaged gazetteer, read once a process; where two tables hold a form, the earlier one stands."""
    forms: dict[str, Known] = {}
    longest: dict[str, int] = {}
    for form, known in _all_forms():
        words = normal(form)
        if words in forms:
            if forms[words].entity == known.entity and not known.exact:
                forms[words] = replace(forms[words], exact="")
        elif words:
            forms[words] = known
            first, _, rest = words.partition(" ")
            longest[first] = max(longest.get(first, 0), 1 + len(rest.split()))
    near = {r["country"]: frozenset(r["neighbours"].split("|")) - {""} for r in _rows("countries")}
    people: dict[str, Known] = {}
    countries: dict[str, Known] = {}
    for known in forms.values():
        if known.kind == "people" and known.country:
            people.setdefault(known.country, known)
        elif known.kind == "country":
            countries.setdefault(known.country, known)
    nouns = {r["entity"]: frozenset(r["nouns"].split("|")) for r in _rows("names") if r["nouns"]}
    given = {r["name"]: r["gender"] for r in _rows("given_names")}
    return Gazetteer(forms, longest, near, people, countries, nouns, given)


def with_desk(aliases: tuple[tuple[str, ...], ...]) -> Gazetteer:
    """The gazetteer with the desk's names on top; one known under any of its forms keeps its id."""
    listed = gazetteer()
    if not aliases:
        return listed
    forms, longest = dict(listed.forms), dict(listed.longest)
    for name, *others in aliases:
        known = next((k for f in (name, *others) if (k := listed.forms.get(normal(f)))), None)
        entity, label = (known.entity, known.label) if known else (f"name:{slug(name)}", "")
        for form in (name, *others):
            if words := normal(form):
                forms[words] = Known(entity, name, label, "desk")
                first, _, rest = words.partition(" ")
                longest[first] = max(longest.get(first, 0), 1 + len(rest.split()))
    return replace(listed, forms=forms, longest=longest)


def _rows(table: str) -> Iterator[dict[str, str]]:
    source = files("pipeline.extract.entities").joinpath(f"data/{table}.csv")
    with source.open(encoding="utf-8") as file:
        yield from csv.DictReader(file)


def _all_forms() -> Iterator[tuple[str, Known]]:
    countries = list(_rows("countries"))
    capitals = {f"place:{slug(r['capital'])}": r["country"] for r in countries if r["capital"]}
    names = {r["country"]: r["names"].split("|")[0] for r in countries}
    for row in _rows("names"):
        known = _named(row, capitals)
        if known.kind == "country":
            names[known.country] = known.name
        for form in (row["name"], *filter(None, row["forms"].split("|"))):
            yield form, replace(known, exact=_exact(form))
    for row in countries:
        code = row["country"]
        for form in row["names"].split("|"):
            yield form, Known(f"country:{code}", names[code], "GPE", "country", code)
    for row in _rows("demonyms"):
        yield from _demonyms(row, names[row["country"]])
    for row in countries:
        if row["capital"]:
            place = f"place:{slug(row['capital'])}"
            yield row["capital"], Known(place, row["capital"], "GPE", "capital", row["country"])
    for row in _rows("cities"):
        yield row["city"], Known(f"place:{slug(row['city'])}", row["city"], "GPE", "city", row["country"])


def _named(row: dict[str, str], capitals: dict[str, str]) -> Known:
    entity = row["entity"]
    scheme, _, rest = entity.partition(":")
    kind = {"country": "country", "org": "body", "people": "people"}.get(scheme, "place")
    code = rest if kind == "country" else ""
    if entity in capitals:
        kind, code = "capital", capitals[entity]
    return Known(entity, row["name"], row["label"], kind, code)


def _demonyms(row: dict[str, str], country: str) -> Iterator[tuple[str, Known]]:
    code, adjectives = row["country"], row["adjective"].split("|")
    people = [p for p in row["people"].split("|") if p]
    for form in filter(None, adjectives):
        yield form, Known(f"country:{code}", country, "GPE", "demonym", code)
    for form in people:
        yield form, Known(f"people:{slug(people[0])}", people[0], "NORP", "people", code)


def _exact(form: str) -> str:
    bare = form.replace(".", "").replace("-", "")
    return form.replace(".", "") if bare.isupper() and len(bare) <= 6 and " " not in bare else ""
