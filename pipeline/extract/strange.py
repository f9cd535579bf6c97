"""Runs of words that are no English sentence: rows of a table, scores, another language."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.text import listed

_NUMBER = re.compile(r"[\W_]*\d[\d.,:/%-]*")
_ROW = 6
"""Tokens from which figures can make a row."""
_FIGURES = 0.4
_PLAIN = 0.3
_SENTENCE = 5
"""Words from which a sentence shows its language."""
_ENGLISH = listed(
    "the of and to a is that for was with as it be by at he has have from are his they not this said who its but were "
    "she their had or i we you if which when there been would will can"
)
_FOREIGN = listed(
    "der die das und den von zu mit sich des auf für im dem nicht ein eine als auch aus hat am nachdem wird sind "
    "le la les et une du est que qui dans pour au aux sur il elle ce cette ne pas avec plus ont été "
    "el los las y en un con del su para lo como pero sus fue che per della dei non nel sono gli come più alla "
    "os uma não mais foi pelo sua het een dat zijn voor niet aan om ook bij maar naar och att som för till inte ett"
)


def reason(words: Sequence[str]) -> str:
    """Why these words, in order, cannot be read as a sentence; "" where they can."""
    if is_row(words):
        return "it is a row of figures, not a sentence"
    return "it is not in English" if is_foreign(words) else ""


def is_row(words: Sequence[str]) -> bool:
    """Whether figures with hardly a plain word among them stand in a row."""
    told = [w for w in words if any(c.isalnum() for c in w)]
    figures = sum(bool(_NUMBER.fullmatch(w)) for w in told)
    plain = sum(w.isalpha() and w.islower() for w in told)
    return len(told) >= _ROW and figures >= _FIGURES * len(told) and plain < _PLAIN * len(told)


def is_capitals(words: Sequence[str]) -> bool:
    """Whether a sentence is printed in capitals, in which names cannot be told from other words.

    >>> is_capitals("THE COUNCIL CLOSED THE HARBOUR ON MONDAY".split()), is_capitals("THE COUNCIL met in May".split())
    (True, False)
    """
    letters = [w for w in words if w.isalpha() and len(w) > 1]
    return len(letters) > _SENTENCE and all(w.isupper() for w in letters)


def is_foreign(words: Sequence[str]) -> bool:
    """Whether the small words are those of other languages.

    >>> is_foreign("Der Rat hat am Montag den Hafen geschlossen".split()), is_foreign("He saw Der Spiegel".split())
    (True, False)
    """
    low = [w.lower() for w in words if w.isalpha()]
    strange = sum(w in _FOREIGN for w in low)
    return len(low) >= _SENTENCE and strange >= 2 and strange > 2 * sum(w in _ENGLISH for w in low)
