"""Why two statements were held against each other, in an editor's words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.report.index import Index
from pipeline.timex import interval_words

_SLOTS = {
    "agent": "who",
    "predicate": "does",
    "patient": "what",
    "recipient": "to whom",
    "place": "where",
    "days": "when",
    "time": "when",
    "figures": "how much",
    "speaker": "who says it",
    "certainty": "how surely",
    "polarity": "yes or no",
    "opposites": "opposites",
    "names": "names",
    "words": "words",
}
"""The slots of a comparison as a reader would call them, in the order of their telling."""
_INTERVAL = re.compile(r"(\d{4}-\d\d-\d\d)?\.\.(\d{4}-\d\d-\d\d)?")


def reasons(index: Index, because: Iterable[str]) -> list[str]:
    """Each `slot: what was compared` under a plain name, who and what before names and words.

    A reason in another shape stays as it is and comes last.
    """
    order = list(_SLOTS)
    split = [reason.partition(": ") for reason in because]
    ranked = sorted(split, key=lambda part: order.index(part[0]) if part[0] in _SLOTS else len(order))
    return [index.told(_INTERVAL.sub(_days, _named(*part))) for part in ranked]


def _named(slot: str, colon: str, text: str) -> str:
    if slot not in _SLOTS:
        return slot + colon + text
    return f"{_SLOTS[slot]}: {text.removeprefix('both say ').removeprefix('both name ')}"


def _days(match: re.Match[str]) -> str:
    return interval_words(match[1], match[2])
