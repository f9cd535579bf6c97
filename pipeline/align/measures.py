"""Measures that name their thing: "a two-year investigation", "the 225-page report", "Jane Roe, 52,".

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
_AGED = re.compile(r"^[- ]years?[- ]old ((?:[A-Z][\w'’.-]+ ?){1,3})")
_BIRTHDAY = 1
"""Years by which two ages of one person may differ: a birthday lies between two reports, or one has not counted."""

Thing = tuple[str, str]
"""Unit, and the head noun of what is measured."""


def thing(view: View, figure: Figure) -> Thing | None:
    """What a figure in a claim measures, where the words after it say so; None where they do not."""
    text = view.claim.sentence.text[figure.at.end - view.claim.sentence.start :]
    if figure.unit == "age":
        return _person(view, figure, text)
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


def _person(view: View, figure: Figure, text: str) -> Thing | None:
    """Whose age it is, where a name stands next to it: "Jane Roe, 52,", "the 52-year-old Roe"."""
    after = _AGED.match(text)
    name = key(after.group(1)).split()[-1] if after else key(figure.of) if figure.of[:1].isupper() else ""
    able = sorted(i for i in view.names if name in i.partition(":")[2].split("-"))
    return ("age", able[0]) if name and len(able) == 1 else None


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
                if _apart(ours[0][1], theirs[0][1]):
                    yield ours[0][0], theirs[0][0], f"{_told(ours, named)} against {_told(theirs, named)}"


def _apart(left: Figure, right: Figure) -> bool:
    slack = _BIRTHDAY if left.unit == "age" else 0
    return quantities.kind(left, right) == "differ" and abs(left.value - right.value) > slack


def _told(held: list[tuple[View, Figure]], named: Thing) -> str:
    if held[0][1].unit == "age":
        return f"aged {held[0][1].at.text}"
    return f"{held[0][1].at.text}-{named[0]} {named[1]}"
