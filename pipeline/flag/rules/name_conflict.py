"""One person or body under names that cannot be spelling variants of each other.

What it flags
    Two sources, or a headline and its own body, that give one person the same surname and different first names:
    "Foreign Minister Anna Roe" in one, "Foreign Minister Maria Roe" in the other, or one act told of both. A name one
    letter off the spelling that two other sources, or the article itself, settle on. Titles of one person that nobody
    holds together (foreign minister and defence minister, senator and representative) in reports of one time. One
    acronym explained by two different names. Raised at both places.

Why it matters
    One of the two is wrong, and a wrong name is the mistake that readers and the persons themselves forgive least.

What is not flagged
    Ways of writing another script (Mohammed and Muhammad, Belensky and Belenskyy), initials, nicknames (Chris and
    Christopher), forms in the desk's aliases, middle names, offices that many hold at once (a senator, a judge) unless
    the place or body stands with them, former and acting holders, titles in reports that lie more than six weeks apart,
    and two names that one article tells apart. Two bodies of the same letters that share no word are only noted.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.flag import naming
from pipeline.flag.cases import Case
from pipeline.flag.examples import Example
from pipeline.model import Entity, Finding, Mention, Place
from pipeline.names import one_slip, parse_name

CODE = "E001"
NAME = "name-conflict"
SEVERITY = "warning"


def check(case: Case) -> Iterator[Finding]:
    """The findings of this rule in one story."""
    yield from _persons(case)
    yield from _titles(case)
    yield from _letters(case)
    for left, right, why in naming.within(case):
        yield from _both(left, right, why)


def _persons(case: Case) -> Iterator[Finding]:
    """First names and spellings that differ between articles."""
    people = [e for e in case.alignment.entities if e.label == "PERSON" and parse_name(e.name).full]
    for i, left in enumerate(people):
        for right in people[i + 1 :]:
            if naming.apart(left, right):
                yield from _pair(case, left, right)


def _pair(case: Case, left: Entity, right: Entity) -> Iterator[Finding]:
    here, there = _full_mention(left), _full_mention(right)
    if one_slip(left.name, right.name):
        settled = naming.settled(case, left, right) or naming.settled(case, right, left)
        known = "one letter apart" if settled else "one letter apart, and nothing says which is right"
        yield from _both(here, there, known, None if settled else "note")
    elif parse_name(left.name).surname == parse_name(right.name).surname:
        office = naming.two_forenames(left, right)
        if office:
            yield from _both(here, there, f"both are called {office}")
        elif naming.same_part(case, left, right):
            yield from _both(here, there, "the same is told of both")


def _titles(case: Case) -> Iterator[Finding]:
    for entity in case.alignment.entities:
        if entity.label == "PERSON":
            for here, ours, there, theirs in naming.two_titles(case, entity):
                yield from _both(here, there, f"called {ours} in one and {theirs} in the other")


def _letters(case: Case) -> Iterator[Finding]:
    for letters, here, there, alike in naming.two_expansions(case):
        if alike:
            yield from _both(here, there, f"{letters} is explained by two names")
        else:
            yield from _both(here, there, f"{letters} stands for two bodies", "note")


def _both(left: Mention, right: Mention, why: str, severity: str | None = None) -> Iterator[Finding]:
    """The finding at each of the two places, with the other as evidence."""
    for here, there in ((left, right), (right, left)):
        where = "elsewhere in this article" if here.doc == there.doc else "in another article"
        told = f"“{_line(here)}” stands here and “{_line(there)}” {where}: {why}."
        yield Finding(here.doc, here.at, told, (Place(there.doc, there.at, "conflicts"),), severity)


def _line(mention: Mention) -> str:
    return " ".join(mention.at.text.split())


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
_THREE = "Treaty\n\nThe foreign minister, Anna Brandvold, will sign the fishing treaty. Brandvold said so on Friday."
_SLIP = _TWO.replace("Margrethe", "Anna").replace("Brandvold", "Brandvald")
_DAYS = ("2024-05-03", "2024-05-03", "2024-05-03")

FLAGGED: tuple[Example, ...] = (
    Example((_ONE, _TWO), "Anna Brandvold", _DAYS[:2], "one minister, two first names"),
    Example((_ONE, _TWO), "Margrethe Brandvold", _DAYS[:2], "raised at both places"),
    Example((_SLIP, _ONE, _THREE), "Brandvald", _DAYS, "a letter off what two others write"),
    Example((_SLIP, _ONE), "Brandvald", _DAYS[:2], "nothing says which spelling is right", noted=True),
    Example((_ONE, _ONE.replace("Foreign", "Defence")), "Anna Brandvold", _DAYS[:2], "two posts nobody holds together"),
    Example(
        (
            "Aid\n\nThe World Food Programme (WFP) cut its rations in Bergen on Monday. The WFP said it had no money.",
            "Rations\n\nRations in Bergen were cut on Monday by the World Feeding Programme (WFP), aid workers said.",
        ),
        "World Feeding Programme",
        _DAYS[:2],
        "one acronym, two names",
    ),
    Example(
        ("Maria Brandvold to sign fishing treaty\n\n" + _TWO.partition("\n\n")[2],),
        "Maria Brandvold",
        _DAYS[:1],
        "a headline and its own body",
    ),
)
CLEAN: tuple[Example, ...] = (
    Example((_ONE, _TWO.replace("Margrethe", "Ana")), "", _DAYS[:2], "a spelling"),
    Example((_ONE, _TWO.replace("Margrethe", "A.")), "", _DAYS[:2], "an initial"),
    Example(
        (_ONE, _TWO.replace("Foreign Minister Margrethe", "Former Foreign Minister Margrethe")),
        "",
        _DAYS[:2],
        "another time's holder",
    ),
    Example(
        (_ONE, _TWO.replace("Foreign Minister Margrethe", "The minister's sister Margrethe")),
        "",
        _DAYS[:2],
        "a relative without the office",
    ),
    Example(
        (_ONE, _ONE.replace("Foreign", "Defence")), "", ("2024-05-03", "2019-05-03"), "a title that changed over time"
    ),
    Example(
        (_ONE.replace("Brandvold", "Belensky"), _THREE.replace("Brandvold", "Belenskyy")),
        "",
        _DAYS[:2],
        "two ways of writing another script",
    ),
)
