"""Edits that put another thing of the same kind in a thing's place, and synonyms."""

from __future__ import annotations

import csv
import random
import re
from functools import cache
from importlib import resources
from pathlib import Path

from train.own import wordnet

_TOKEN = re.compile(r"[A-Za-z]+(?:-[a-z]+)*")
_VAGUE = frozenset(
    {
        "lead",
        "light",
        "may",
        "will",
        "can",
        "craft",
        "ring",
        "iron",
        "novel",
        "suit",
        "dress",
        "spring",
        "train",
        "fire",
        "tank",
        "judge",
    }
)
_NAME = re.compile(
    r"(?<![.?!] )(?<!^)\b(?!(?:January|February|March|April|May|June|July|August|September|October|November|"
    r"December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|"
    r"I)\b)[A-Z][a-z]{2,}(?: [A-Z][a-z]{2,})*\b"
)
_PERSON = re.compile(
    r"^([A-Z][a-z]+ [A-Z][a-z]{2,})(?= (?:was|is|said|told|has|had|won|became|died|served|signed|played|wrote|\w+ed)\b)"
)

SYNONYMS = (
    ("said", "stated"), ("began", "started"), ("approximately", "about"), ("purchased", "bought"), ("large", "big"),
    ("near", "close to"), ("killed", "left dead"), ("children", "kids"), ("happy", "glad"), ("help", "assist"),
    ("physician", "doctor"), ("attorney", "lawyer"), ("film", "movie"), ("car", "automobile"),
    ("U.S.", "United States"), ("percent", "per cent"), ("%", " percent"), ("television", "TV"),
    ("located", "situated"),
    ("resides", "lives"), ("constructed", "built"), ("quickly", "rapidly"), ("start", "begin"), ("ended", "finished"),
    ("sick", "ill"), ("smart", "clever"), ("couch", "sofa"), ("road", "street"), ("taxi", "cab"),
    ("cop", "police officer"),
    ("photo", "picture"), ("beautiful", "lovely"), ("tiny", "very small"), ("huge", "enormous"), ("angry", "furious"),
    ("announced", "made public"), ("according to", "as told by"), ("more than", "over"), ("died", "passed away"),
    ("received", "was given"), ("several", "a number of"), ("attempted", "tried"),
    ("obtained", "got"), ("required", "needed"), ("prior to", "before"), ("following", "after"), ("assisted", "helped"),
)  # fmt: skip

_TURNABLE = frozenset({
    "bought", "big", "kids", "glad", "assist", "doctor", "lawyer", "movie", "TV", "situated", "lives", "rapidly",
    "begin",
    "ill", "clever", "sofa", "cab", "picture", "enormous", "furious", "stated",
})  # fmt: skip


@cache
def _groups() -> dict[str, tuple[str, ...]]:
    made: dict[str, tuple[str, ...]] = {}
    with resources.files("train.own").joinpath("sisters.csv").open(encoding="utf-8") as lines:
        for row in csv.reader(lines):
            made.update({word: tuple(w for w in row if w != word) for word in row})
    with resources.files("train.own").joinpath("places.csv").open(encoding="utf-8") as lines:
        for column in zip(*csv.reader(lines), strict=True):
            made.update({word: tuple(w for w in column if w and w != word) for word in column if word})
    return made


def sister(text: str, rng: random.Random, folder: Path | None) -> str | None:
    """The sentence with one thing replaced by another of its kind (colour, country, instrument, ...)."""
    ours = _groups()
    theirs = wordnet.nouns(folder)[0] if folder else {}
    found = [(m, ours[m.group()]) for m in _TOKEN.finditer(text) if m.group() in ours and m.group() not in _VAGUE]
    if not found or rng.random() < 0.2:
        found += [
            (m, theirs[m.group()]) for m in _TOKEN.finditer(text) if m.group() in theirs and m.group() not in _VAGUE
        ]
    if not found:
        return None
    match, others = rng.choice(found)
    new = rng.choice(others)
    before = text[: match.start()]
    if before.endswith((" a ", " A ")) and new[0] in "aeiou":
        before = before[:-1] + "n "
    elif before.endswith((" an ", " An ")) and new[0] not in "aeiou":
        before = before[:-2] + " "
    return before + new + text[match.end() :]


def synonym(text: str, rng: random.Random, folder: Path | None) -> str | None:
    """The sentence with one word replaced by another for the same thing."""
    options = []
    for left, right in SYNONYMS:
        for old, new in ((left, right), (right, left)) if right in _TURNABLE else ((left, right),):
            match = re.search(rf"(?<!\w){re.escape(old)}(?!\w)", text)
            if match and (old.isalpha() or old in ("%", "U.S.")):
                options.append(text[: match.start()] + new + text[match.end() :])
    if folder and not options:
        names = wordnet.nouns(folder)[1]
        for match in _TOKEN.finditer(text):
            if match.group() in names and len(match.group()) > 4:
                options.append(text[: match.start()] + names[match.group()][0] + text[match.end() :])
    return rng.choice(options) if options else None


def other_person(text: str, rng: random.Random, names: list[str]) -> str | None:
    """The sentence with its subject, a person in full, replaced by another."""
    match = _PERSON.match(text)
    if not match:
        return None
    return rng.choice(names) + text[match.end(1) :]


def names_in(text: str) -> list[str]:
    """Capitalised names within the sentence, not its first word."""
    return [m.group() for m in _NAME.finditer(text)]


def subject(text: str) -> str | None:
    """The full name that a sentence begins with."""
    match = _PERSON.match(text)
    return match[1] if match else None
