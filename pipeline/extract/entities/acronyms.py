"""Acronyms: a name, then its initials in brackets or the other way round."""

from __future__ import annotations

import re

from pipeline.extract.entities.mentions import Named
from pipeline.extract.sentences import Passage
from pipeline.extract.tokens import Tokens
from pipeline.names import is_acronym

_ACRONYM = re.compile(r"(?:[A-Z]\.?){2,8}s?")


def find_acronyms(names: list[Named], passages: list[tuple[Passage, Tokens]]) -> dict[str, str]:
    """Each acronym that the article itself explains, with its expansion as named there."""
    found: dict[str, str] = {}
    for name in names:
        tokens = passages[name.passage][1]
        if name.j + 2 < len(tokens) and tokens.text[name.j] == "(" and tokens.text[name.j + 2] == ")":
            inner = tokens.text[name.j + 1]
            if _ACRONYM.fullmatch(inner) and is_acronym(inner, name.text):
                found.setdefault(inner, name.text)
    return found
