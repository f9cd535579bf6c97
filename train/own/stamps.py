"""The day, month or year of an event put into both sentences of a pair: the same, another, or into one of them only."""

from __future__ import annotations

import random
import re

from train.own.figures import DAYS, MONTHS

DATED = re.compile(r"\b(?:" + "|".join(DAYS + MONTHS) + r"|\d{3,4}|yesterday|today|always|often|usually|never)\b")
_EVENT = re.compile(
    r"(?<!\bbe )(?<!\bis )(?<!\bare )\b(?:[a-z]{3,}ed|won|lost|made|took|gave|went|came|left|met|told|held|"
    r"began|bought|sold|found|wrote|led|sent|said)\b"
)
_SAID = re.compile(
    r"\b(said|announced|reported|told \w+|voted|agreed|decided|declared|warned|confirmed)\b(?! (?:on|in|by|to be)\b)"
)


def stampable(text: str) -> bool:
    """Whether a sentence tells of something that happened and names no time of its own."""
    return bool(_EVENT.search(text)) and not DATED.search(text) and text.endswith(".") and text[:1].isupper()


def times(rng: random.Random) -> tuple[str, str]:
    """Two different times of one grain."""
    kind = rng.random()
    if kind < 0.5:
        one, two = rng.sample(DAYS, 2)
        return f"on {one}", f"on {two}"
    if kind < 0.65:
        one, two = rng.sample(MONTHS, 2)
        return f"in {one}", f"in {two}"
    if kind < 0.85:
        year = rng.randint(1980, 2022)
        return f"in {year}", f"in {year + rng.choice([-6, -3, -2, -1, 1, 2, 4, 7])}"
    month, day = rng.choice(MONTHS), rng.randint(1, 27)
    other = day + rng.choice([d for d in (-7, -3, -2, -1, 1, 2, 3, 7) if 1 <= day + d <= 28])
    return (
        (f"on {month} {day}", f"on {month} {other}")
        if rng.random() < 0.6
        else (f"on {day} {month}", f"on {other} {month}")
    )


def stamp(text: str, time: str, rng: random.Random) -> str:
    """The sentence with the time put first, last or behind its verb of saying, as news writes it."""
    said = _SAID.search(text)
    bare = time[3:] if time.startswith("on ") and rng.random() < 0.5 else time
    way = rng.random()
    if said and way < 0.7:
        return f"{text[: said.end()]} {bare}{text[said.end() :]}"
    if way < 0.3:
        head = (
            text
            if re.match(r"[A-Z]\w* [A-Z]|[A-Z]\w+ (?:said|was|had|\w+ed)\b|I\b", text)
            and not re.match(r"(?:The|A|An|He|She|It|They|In|On|At|His|Her|Its|Their)\b", text)
            else text[0].lower() + text[1:]
        )
        return f"{time[0].upper()}{time[1:]}, {head}"
    return f"{text[:-1]} {bare if way > 0.8 else time}."
