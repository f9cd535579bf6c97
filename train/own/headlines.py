"""Statements as headlines write them: without articles and forms of *be*, often without the full stop."""

from __future__ import annotations

import random
import re

_SMALL = re.compile(r"\b(?:the|a|an|The|A|An) ")
_BE = re.compile(r" (?:is|are|was|were|has been|have been)(?= \w+(?:ed|ing)\b)")
_TITLE = re.compile(r"\b[a-z]\w{3,}")


def headline(text: str, rng: random.Random) -> str | None:
    """The sentence as a headline; None where it is long or nothing falls away."""
    made = _BE.sub("", _SMALL.sub("", text)).rstrip(".")
    if made == text.rstrip(".") or not 4 <= len(made.split()) <= 16:
        return None
    if rng.random() < 0.3:
        made = _TITLE.sub(lambda m: m.group().capitalize(), made)
    return made[0].upper() + made[1:]
