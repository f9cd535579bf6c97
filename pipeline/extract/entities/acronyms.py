"""Acronyms: a name, then its initials in brackets or the other way round."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.extract.entities.named import Named
from pipeline.extract.sentences import Passage
from pipeline.extract.tokens import Tokens
from pipeline.names import is_acronym

_ACRONYM = re.compile(r"(?:[A-Z]\.?){2,8}s?")


def explained(
    names: list[Named], passages: list[tuple[Passage, Tokens]], taken: set[tuple[int, int]]
) -> Iterator[Named]:
    """Acronyms in brackets after their expansion, and wherever else they stand, that the model passed over.

    Adds the tokens of each to `taken`.
    """
    short = set(_in_brackets(names, passages))
    if not short:
        return
    for number, (_, tokens) in enumerate(passages):
        for t, text in enumerate(tokens.text):
            if text in short and (number, t) not in taken:
                taken.add((number, t))
                yield Named(number, t, t + 1, text, "ORG")


def _in_brackets(names: list[Named], passages: list[tuple[Passage, Tokens]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name in names:
        tokens = passages[name.passage][1]
        if name.j + 2 < len(tokens) and tokens.text[name.j] == "(" and tokens.text[name.j + 2] == ")":
            inner = tokens.text[name.j + 1]
            if _ACRONYM.fullmatch(inner) and is_acronym(inner, name.text):
                found.setdefault(inner, name.text)
    return found


def find_acronyms(names: list[Named], passages: list[tuple[Passage, Tokens]]) -> dict[str, str]:
    """Each acronym that the article explains or that fits one name in it, with that name."""
    found = _in_brackets(names, passages)
    long = sorted({n.text for n in names if n.label == "ORG" and n.known is None and " " in n.text})
    for name in names:
        if name.known is None and name.text not in found and len(name.text.replace(".", "")) > 2:
            able = [t for t in long if _ACRONYM.fullmatch(name.text) and is_acronym(name.text, t)]
            if len(able) == 1:
                found[name.text] = able[0]
    return found
