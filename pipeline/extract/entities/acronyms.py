"""Acronyms: a name, then its initials in brackets or the other way round."""

from __future__ import annotations

import re

from pipeline.extract.entities.mentions import Named
from pipeline.extract.sentences import Passage
from pipeline.extract.tokens import Tokens

_SKIPPED = frozenset({"a", "an", "and", "at", "de", "for", "in", "of", "on", "the", "to", "&"})
_ACRONYM = re.compile(r"(?:[A-Z]\.?){2,8}s?")


def find_acronyms(names: list[Named], passages: list[tuple[Passage, Tokens]]) -> dict[str, str]:
    """Each acronym that the article itself explains, with its expansion as named there."""
    found: dict[str, str] = {}
    for name in names:
        tokens = passages[name.passage][1]
        if name.j + 2 < len(tokens) and tokens.text[name.j] == "(" and tokens.text[name.j + 2] == ")":
            inner = tokens.text[name.j + 1]
            if _ACRONYM.fullmatch(inner) and matches(inner, name.text):
                found.setdefault(inner, name.text)
    return found


def matches(acronym: str, name: str) -> bool:
    """Whether the letters of an acronym are the initials of a name, small words counted or not.

    >>> matches("I.M.F.", "International Monetary Fund"), matches("FDA", "Food and Drug Administration")
    (True, True)
    """
    letters = acronym.replace(".", "").removesuffix("s").casefold()
    words = [w for w in re.split(r"[\s/-]+", name) if w and w[0].isalnum()]
    every = "".join(w[0] for w in words).casefold()
    main = "".join(w[0] for w in words if w.casefold() not in _SKIPPED).casefold()
    return len(letters) > 1 and letters in {every, main}
