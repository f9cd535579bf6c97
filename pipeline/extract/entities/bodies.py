"""Bodies of a state, in capitals or not: "the Turkish foreign ministry", "Norway's Ministry of Defence".

Each is tied to the country that stands with it, else to the one country that the article is about; where neither
decides, a body in lower case is nobody's name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from pipeline.extract.entities.gazetteer import Known, gazetteer
from pipeline.extract.entities.named import Named
from pipeline.extract.sentences import Passage
from pipeline.extract.tokens import Tokens
from pipeline.text import listed, word_map

_PORTFOLIO = word_map(
    "foreign:foreign external:foreign defence:defence defense:defence interior:interior home:interior finance:finance "
    "treasury:finance health:health education:education transport:transport transportation:transport trade:trade "
    "commerce:commerce justice:justice agriculture:agriculture energy:energy environment:environment labour:labour "
    "labor:labour culture:culture housing:housing immigration:immigration economy:economy tourism:tourism"
)
_BESIDE = listed("affairs and national of the security relations office")
_MINISTRIES = listed("ministry department")
_ALONE = listed("parliament military army navy")
_AMERICAN = word_map(
    "defence:defense justice:justice finance:treasury commerce:commerce labour:labor education:education energy:energy"
)
_OFTEN, _FAR_OFTENER = 3, 3

Body = tuple[int, str]
"""First token, and what is called: "foreign ministry", "parliament"."""


def public_bodies(
    names: list[Named], passages: list[tuple[Passage, Tokens]], taken: set[tuple[int, int]]
) -> Iterator[Named]:
    """Bodies in lower case, the country's own name left out of the mention. Adds the tokens of each to `taken`."""
    countries = {(n.passage, n.j - 1): n.known for n in names if n.known and n.known.country}
    mainly = _main_country(names)
    for number, (_, tokens) in enumerate(passages):
        for t, low in enumerate(tokens.low):
            body = _body(tokens, t) if low == tokens.text[t] and low in _MINISTRIES | _ALONE | {"bank"} else None
            if body is None or any((number, k) in taken for k in range(body[0], t + 1)):
                continue
            beside = _country_before(number, tokens, body[0], countries)
            beside = beside or _country_after(number, tokens, t + 1, countries)
            country = beside or _definite(tokens, body, mainly)
            if country:
                taken.update((number, k) for k in range(body[0], t + 1))
                text = " ".join(tokens.text[body[0] : t + 1])
                yield Named(number, body[0], t + 1, text, "ORG", known_body(country, body[1]))


def with_countries(names: list[Named], passages: list[tuple[Passage, Tokens]]) -> list[Named]:
    """The same bodies in capitals ("Turkish Foreign Ministry", "Ministry of Defence") under the same ids."""
    countries = {(n.passage, n.j - 1): n.known for n in names if n.known and n.known.country}
    return [_with_country(n, passages[n.passage][1], countries) for n in names]


def _with_country(name: Named, tokens: Tokens, countries: dict[tuple[int, int], Known]) -> Named:
    if (
        name.known is not None
        or name.label != "ORG"
        or not {"ministry", "parliament"} & set(tokens.low[name.i : name.j])
    ):
        return name
    own = gazetteer().find([tokens.low[name.i]], tokens.text[name.i])
    inside = own is not None and bool(own.country)
    called = _called(tokens.low[name.i + inside : name.j])
    beside = _country_before(name.passage, tokens, name.i, countries)
    beside = beside or _country_after(name.passage, tokens, name.j, countries)
    country = own.country if own is not None and inside else beside
    return replace(name, known=known_body(country, called)) if called and country else name


def known_body(code: str, called: str) -> Known:
    """The body of a country as the gazetteer would have it."""
    country = gazetteer().countries[code]
    portfolio = called.partition(" ")[0]
    if code == "US" and portfolio in _AMERICAN:
        listed = gazetteer().find([_AMERICAN[portfolio], "department"], "")
        if listed is not None:
            return listed
    return Known(f"org:{code.lower()}-{called.replace(' ', '-')}", f"{country.name}'s {called}", "ORG", "body", code)


def _called(words: list[str]) -> str:
    """One way of calling a body, whatever the order of its words; "" for what is none."""
    if words[-1:] == ["parliament"] and len(words) == 1:
        return "parliament"
    portfolios = {_PORTFOLIO[w] for w in words if w in _PORTFOLIO}
    rest = {w for w in words if w not in _PORTFOLIO} - _BESIDE
    return f"{portfolios.pop()} ministry" if len(portfolios) == 1 and rest == {"ministry"} else ""


def _body(tokens: Tokens, t: int) -> Body | None:
    """The body whose last word is token `t`, "foreign ministry" or "army"."""
    low = tokens.low
    if low[t] in _ALONE:
        noun = t + 1 >= len(tokens) or tokens.pos[t + 1] not in {"NOUN", "PROPN"}
        return (t, low[t]) if noun and tokens.pos[t] in {"NOUN", "PROPN"} else None
    if low[t] == "bank":
        return (t - 1, "central bank") if t and low[t - 1] == "central" else None
    start = t
    while start and t - start < 3 and low[start - 1] in {*_PORTFOLIO, "affairs", "and"}:
        start -= 1
    while start < t and low[start] not in _PORTFOLIO:
        start += 1
    portfolios = {_PORTFOLIO[w] for w in low[start:t] if w in _PORTFOLIO}
    return (start, f"{portfolios.pop()} ministry") if len(portfolios) == 1 else None


def _country_before(number: int, tokens: Tokens, start: int, countries: dict[tuple[int, int], Known]) -> str:
    """The country whose name or adjective stands before a token, a possessive 's between them left out."""
    last = start - 1
    if last >= 0 and tokens.tag[last] == "POS":
        last -= 1
    known = countries.get((number, last))
    return known.country if known is not None and known.kind in {"country", "demonym", "people", "capital"} else ""


def _country_after(number: int, tokens: Tokens, after: int, countries: dict[tuple[int, int], Known]) -> str:
    """The country in "the central bank of Norway"."""
    known = countries.get((number, after + 1)) if tokens.low[after : after + 1] == ["of"] else None
    return known.country if known is not None and known.kind == "country" else ""


def _definite(tokens: Tokens, body: Body, mainly: str) -> str:
    """The article's own country for "the defence ministry" alone."""
    ministry = body[1].endswith("ministry")
    return mainly if ministry and body[0] and tokens.low[body[0] - 1] == "the" else ""


def _main_country(names: list[Named]) -> str:
    """The country that an article names far oftener than any other, "" where there is none."""
    counts = Counter(n.known.country for n in names if n.known and n.known.country)
    ranked = sorted(counts.items(), key=lambda c: (-c[1], c[0]))
    if not ranked or ranked[0][1] < _OFTEN or (len(ranked) > 1 and ranked[0][1] < _FAR_OFTENER * ranked[1][1]):
        return ""
    return ranked[0][0]
