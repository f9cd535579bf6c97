"""Headlines that stand for a statement fuller than they are.

A headline leaves out who, where and how many, and still tells the story below it. So what is open between two full
sentences (the second says more) is carried where the first is written as a headline and says the heart of it.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence

from train.own import headlines, near, shorten, tellings
from train.own.details import Edit

FULLEST = 26
"""Words of the statement that a headline stands for."""


def title(text: str, rng: random.Random) -> str:
    """The statement written as a headline; in capitals throughout one time in ten."""
    made = headlines.headline(text, rng) or text.rstrip(".")
    return made.upper() if rng.random() < 0.1 else made


def bare(text: str, rng: random.Random) -> str:
    """The statement as lists of claims print it: mostly without its full stop, sometimes with its source."""
    said = tellings.framed(text, rng) if rng.random() < 0.12 and ". " not in text else text
    return said.rstrip(".") if rng.random() < 0.8 else said


def at_heart(short: str, full: str) -> bool:
    """Whether the shorter statement shares enough with the fuller one to be told for it."""
    one, two = near.words(short), near.words(full)
    return len(one & two) >= max(2, 0.4 * len(one)) and len(short.split()) <= len(full.split()) + 2


def of_paraphrases(
    given: Iterable[tuple[str, str, int]], edit: Edit, rng: random.Random
) -> Iterable[tuple[str, str, str]]:
    """Headline, statement and what they are, from premise, hypothesis and label of licensed pairs.

    What they are is carried, other (open), rumoured (open), against or clash. The hypothesis makes the headline, the
    premise the statement. `edit` changes a statement, or gives None.
    """
    for full, short, label in given:
        if not 4 <= len(short.split()) <= 16 or len(full.split()) > FULLEST:
            continue
        way = rng.random()
        if label == 0 and at_heart(short, full):
            yield from _carried(short, full, edit, rng)
        elif label == 1 and way < 0.5:
            yield title(short, rng), bare(full, rng), "other"
        elif label == 2 and way < 0.5:
            yield title(short, rng), bare(full, rng), "against"


def _carried(short: str, full: str, edit: Edit, rng: random.Random) -> Iterable[tuple[str, str, str]]:
    way = rng.random()
    if way < 0.2:
        clash = edit(short, rng)
        if clash and _of_both(short, clash, full):
            yield title(clash, rng), bare(full, rng), "clash"
    elif way < 0.32:
        yield headlines.wrapped(title(short, rng), headlines.RUMOURED, rng), bare(full, rng), "rumoured"
    elif way < 0.44:
        yield headlines.wrapped(title(short, rng), headlines.REFUTED, rng), bare(full, rng), "against"
    elif way < 0.54:
        yield headlines.wrapped(title(short, rng), headlines.CONFIRMED, rng), bare(full, rng), "carried"
    else:
        yield title(short, rng), bare(full, rng), "carried"


def _of_both(short: str, made: str, full: str) -> bool:
    """Whether what the edit took out of the headline stands in the fuller statement too."""
    gone = set(short.split()) - set(made.split())
    return all(word.strip(".,") in full for word in gone)


def of_sentences(sentences: Sequence[str], rng: random.Random) -> Iterable[tuple[str, str, str]]:
    """A sentence's own shorter form as a headline above it (carried), and another sentence's (other)."""
    for text in sentences:
        if len(text.split()) <= FULLEST and (short := shorten.shorten(text, rng)) and at_heart(short, text):
            yield title(short, rng), bare(text, rng), "carried"
    for one, two in near.neighbours(list(sentences), rng, 6000):
        if len(one.split()) <= 18 and len(two.split()) <= FULLEST:
            yield title(one, rng), bare(two, rng), "other"
