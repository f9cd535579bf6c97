"""One story in two outlets' words: a headline and a statement that each know what the other leaves out.

Readers take such a headline for the statement's story. It is carried where the heart of both is the same, contradicted
where the headline calls the story untrue, and open where the headline only asks about it.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Sequence

from train.own import details, headlines, replace, stands, tellings

UNTRUE = (
    "{} story is a hoax", "{} hoax fools thousands", "{} rumour is false", "{} claim debunked", "No truth to {} story",
    "Paper retracts {} story", "Web site falls for {} hoax", "Family laughs off {} rumours", "Fake {} story spreads",
    "Experts debunk {} claims", "Fans fall for {} hoax", "{} report was a prank", "{} photo is fake, says maker",
    "Rumour debunked: {}", "Once again, {} is a hoax", "That {} story? Made up", "Officials dismiss {} rumours",
    "Station apologises for {} report", "{} tale exposed as a fake", "Police: nothing to {} report",
)  # fmt: skip
ASKED = (
    "What we know about {}", "{}: what we know so far", "Questions over {} story", "{} rumours spread",
    "{} story divides readers", "{}: the evidence so far", "Is there anything to the {} story?",
    "Police investigate {} report", "Experts puzzle over {} claim", "{} claim cannot be checked",
    "Mystery of {} deepens", "{} reports unconfirmed", "Search for proof of {}", "Talk of {} grows",
    "Could {} be true?",
)  # fmt: skip
_LOOSE = frozenset({
    "a", "an", "and", "as", "at", "but", "by", "for", "from", "had", "has", "have", "he", "her", "his", "in", "into",
    "is", "it", "its", "of", "on", "or", "she", "so", "than", "that", "the", "their", "they", "this", "to", "was",
    "were", "when", "where", "which", "while", "who", "will", "with", "would",
})  # fmt: skip
_LONGEST = 6


def topic(text: str, rng: random.Random) -> str | None:
    """What a statement is about, as the first words of its headline; None where they are too few."""
    words = stands.title(text, rng).split()[:_LONGEST]
    while words and words[-1].strip(",'\"").lower() in _LOOSE:
        words.pop()
    return " ".join(words).strip(",'\" ") if len(words) >= 3 else None


def of_paraphrases(
    given: Iterable[tuple[str, str, int]], parts: tellings.Bank, rng: random.Random
) -> Iterable[tuple[str, str, str]]:
    """Headline, statement and what they are (carried, other, asked, untrue), from licensed pairs and their labels."""
    for premise, hypothesis, label in given:
        left, right = (premise, hypothesis) if rng.random() < 0.6 else (hypothesis, premise)
        if label == 0:
            yield from _one_story(premise, hypothesis, left, right, parts, rng)
        elif label == 1 and rng.random() < 0.4:
            yield stands.title(_more(left, parts, rng), rng), stands.bare(_more(right, parts, rng), rng), "other"


def _one_story(
    premise: str, hypothesis: str, left: str, right: str, parts: tellings.Bank, rng: random.Random
) -> Iterable[tuple[str, str, str]]:
    way = rng.random()
    if way < 0.6:
        yield stands.title(_more(left, parts, rng), rng), stands.bare(_more(right, parts, rng), rng), "carried"
    elif (about := topic(hypothesis, rng)) and stands.at_heart(about, premise):
        forms, what = (UNTRUE, "untrue") if way < 0.82 else (ASKED, "asked")
        yield headlines.wrapped(about, forms, rng), stands.bare(premise, rng), what


def _more(text: str, parts: tellings.Bank, rng: random.Random) -> str:
    """The text as it stands, or with a detail of its own before or behind it."""
    way = rng.random()
    if way < 0.3:
        return f"{text.rstrip('.')}{rng.choice(parts.tails)}."
    return f"{rng.choice(parts.leads)}, {details.lower(text)}" if way < 0.45 else text


def known_by_surname(sentences: Sequence[str]) -> Iterable[tuple[str, str]]:
    """A sentence with its subject's surname alone, and with the full name: news gives the name in full once."""
    for text in sentences:
        name = replace.subject(text)
        parts = name.split() if name else []
        named = len(parts) == 2 and all(re.fullmatch(r"[A-Z][a-z]{2,}", part) for part in parts)
        if name and named and parts[0].lower() not in _LOOSE:
            yield text.replace(name, parts[1]), text


def sourced(pairs: Iterable[tuple[str, str]], rng: random.Random) -> Iterable[tuple[str, str]]:
    """Premises beside the statement that follows from them with a source of its own."""
    for premise, hypothesis in pairs:
        if len(hypothesis.split()) <= 20:
            yield premise, tellings.framed(hypothesis, rng)
