"""What is known about words before any story is read: how common they are, what they can mean, what they exclude.

All of it is fixed background knowledge, so that another article in the story changes nothing about the others.
"""

from __future__ import annotations

import csv
import math
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import resources

from pipeline.text import listed as listed

_DATA = resources.files("pipeline.align") / "data"
_COMMONEST = math.log(3000)
_FLOOR = 0.1
_ENDINGS = re.compile(r"(?:'s|ing|ed|es|s|e)$")
_SHORT_PLURAL = re.compile(r"\w{2}[^aisu]s")
_SHORTEST = 4
_PAST = {
    **{"said": "say", "told": "tell", "went": "go", "took": "take", "made": "make", "gave": "give", "got": "get"},
    **{"met": "meet", "won": "win", "lost": "lose", "led": "lead", "held": "hold", "left": "leave", "sent": "send"},
    **{"spent": "spend", "wrote": "write", "paid": "pay", "kept": "keep", "began": "begin", "came": "come"},
    **{"saw": "see", "found": "find", "ran": "run", "shot": "shoot", "fell": "fall", "rose": "rise", "grew": "grow"},
}

EMPTY = listed(
    """
    a an the and or but nor so of in on at by to from for with without as if than that this these those there
    here it its he she him her his hers they them their we us our i me my you your who whom whose which what
    when where why how be is are was were been being am do does did done have has had having will would shall
    should can could may might must not no n't 's 're 've 'll 'd 'm ' up out off down over under into onto about
    again then once also just very more most much many some any all both each such same too only own
    """
)
"""Words that carry nothing when two statements are compared."""


@cache
def _frequencies() -> dict[str, int]:
    return {row["lemma"]: int(row["count"]) for row in _rows("frequency.csv")}


@cache
def _meanings() -> dict[str, frozenset[int]]:
    """Synsets by their number, and the groups of `alike.toml` by numbers under 0."""
    found = {row["lemma"]: set(map(int, row["synsets"].split())) for row in _rows("meanings.csv")}
    groups = tomllib.loads((_DATA / "alike.toml").read_text(encoding="utf-8"))
    for number, group in enumerate([*groups["verbs"], *groups["nouns"]], 1):
        for word in group:
            found.setdefault(word, set()).add(-number)
    return {lemma: frozenset(numbers) for lemma, numbers in found.items()}


@cache
def _persons() -> frozenset[str]:
    return frozenset(row["lemma"] for row in _rows("persons.csv"))


@cache
def weights(name: str) -> dict[str, float]:
    """A table of fitted weights: the numbers of one of the data files."""
    table = tomllib.loads((_DATA / name).read_text(encoding="utf-8"))
    return {key: float(value) for key, value in table.items()}


def _rows(name: str) -> Iterator[dict[str, str]]:
    return csv.DictReader((_DATA / name).read_text(encoding="utf-8").splitlines())


@cache
def _opposites() -> dict[str, frozenset[str]]:
    groups = tomllib.loads((_DATA / "opposites.toml").read_text(encoding="utf-8"))["group"]
    found: dict[str, set[str]] = {}
    for group in groups:
        for ours, theirs in ((group["one"], group["other"]), (group["other"], group["one"])):
            for word in ours:
                found.setdefault(word, set()).update(theirs)
    for row in _rows("denials.csv"):
        found.setdefault(row["word"], set()).add(row["denied"])
        found.setdefault(row["denied"], set()).add(row["word"])
    return {word: frozenset(others) for word, others in found.items()}


@cache
def rarity(lemma: str) -> float:
    """How much sharing this word says, 0 to 1, from background counts: 0 for empty words, 1 for what is never seen.

    >>> rarity("the"), rarity("say") < rarity("suspend") < rarity("quincunx")
    (0.0, True)
    """
    if lemma in EMPTY:
        return 0.0
    return max(_FLOOR, 1.0 - math.log(1 + _frequencies().get(lemma, 0)) / _COMMONEST)


def meanings(lemma: str) -> frozenset[int]:
    """What the word can mean, as numbers of WordNet synsets and of groups of words that the news puts one for another;
    a noun that names an act has its verb's as well.

    >>> bool(meanings("licence") & meanings("permit") or meanings("license") & meanings("permit"))
    True
    """
    return _meanings().get(lemma, frozenset())


@cache
def spelt(lemma: str) -> str:
    """The lemma in the spelling that the word tables have: "apologise" is apologize, "favour" is favor.

    >>> spelt("apologise"), spelt("promise"), spelt("harbour")
    ('apologize', 'promise', 'harbor')
    """
    for ending, other in (("ise", "ize"), ("yse", "yze"), ("our", "or")):
        changed = lemma.removesuffix(ending) + other
        if lemma.endswith(ending) and lemma not in _frequencies() and changed in _frequencies():
            return changed
    return lemma


def stem(word: str) -> str:
    """A word without its ending; the commonest irregular pasts as their verb."""
    word = _PAST.get(word, word)
    if len(word) > _SHORTEST:
        return _ENDINGS.sub("", word)
    return word[:-1] if _SHORT_PLURAL.fullmatch(word) else word


def person(lemma: str) -> bool:
    """Whether a noun stands for people in its commonest sense.

    >>> person("passenger"), person("people"), person("vehicle")
    (True, True, False)
    """
    return lemma in ("person", "people") or lemma in _persons()


def opposites(lemma: str) -> frozenset[str]:
    """The words that cannot hold of a thing together with this one.

    >>> "reject" in opposites("approve"), "buy" in opposites("sell")
    (True, False)
    """
    return _opposites().get(lemma, frozenset())
