"""Measures that name their thing: "a two-year investigation", "the 225-page report".

Such a figure says what it measures in the same breath, and a document that has it once means one thing by it. So two
documents can be held against each other on it, however different the sentences are that it stands in.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline.align import quantities
from pipeline.align.lexicon import EMPTY
from pipeline.align.views import View
from pipeline.model import Figure
from pipeline.text import key

_ATTRIBUTE = re.compile(r"-([a-z]+)((?:[ -][a-zA-Z]+){1,4})")
_AGE = "old"

Thing = tuple[str, str]
"""Unit, and the head noun of what is measured."""


def thing(view: View, figure: Figure) -> Thing | None:
    """What a figure in a claim measures, where the words after it say so; None where they do not."""
    text = view.claim.at.text[max(0, figure.at.end - view.claim.at.start) :]
    found = _ATTRIBUTE.match(text)
    if found is None:
        return None
    following = []
    for word in re.split(r"[ -]", found.group(2).strip(" -")):
        if word.casefold() in EMPTY:
            break
        following.append(key(word))
    if not following or following[0] == _AGE:
        return None
    return key(found.group(1)), following[-1]


def conflicts(views: Sequence[View]) -> Iterator[tuple[View, View, str]]:
    """Claims of two documents that measure one thing apart, with why, the earlier place first.

    A thing counts only where each of the two documents gives it one value.
    """
    by_thing: dict[Thing, dict[str, list[tuple[View, Figure]]]] = defaultdict(lambda: defaultdict(list))
    for view in sorted(views, key=lambda v: v.order):
        for figure in view.figures:
            named = thing(view, figure)
            if named is not None:
                by_thing[named][view.claim.doc].append((view, figure))
    for named in sorted(by_thing):
        rows = [held for _, held in sorted(by_thing[named].items()) if len({f.value for _, f in held}) == 1]
        for i, ours in enumerate(rows):
            for theirs in rows[i + 1 :]:
                if quantities.kind(ours[0][1], theirs[0][1]) == "differ":
                    yield ours[0][0], theirs[0][0], f"{_told(ours, named)} against {_told(theirs, named)}"


def _told(held: list[tuple[View, Figure]], named: Thing) -> str:
    return f"{held[0][1].at.text}-{named[0]} {named[1]}"
