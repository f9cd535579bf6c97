"""Numbers as printed: digits, words and their scale, read from left to right."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.text import listed

_LEX = re.compile(r"\d{1,3}(?:,\d{3})+(?![\d,]*\d)(?:\.\d+)?|\d+(?:\.\d+)?|[^\W\d_]+(?:['.][^\W\d_]+)*|\S")
_TO_NINETEEN = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_BY_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
ONES = {word: n for n, word in enumerate(_TO_NINETEEN.split())}
TENS = {word: 10 * n for n, word in enumerate(_BY_TENS.split(), 2)}
SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12.0}
SHORT = {"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "bln": 1e9, "b": 1e9, "tn": 1e12, "trn": 1e12}
VAGUE = {
    "dozens": (24.0, 120.0), "scores": (40.0, 200.0), "hundreds": (200.0, 2e3), "thousands": (2e3, 2e4),
    "millions": (2e6, 1e9), "billions": (2e9, 1e12), "trillions": (2e12, 1e15),
}  # fmt: skip
FRACTIONS = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4, "fifth": 5,
    "fifths": 5, "sixth": 6, "sixths": 6, "eighth": 8, "eighths": 8, "tenth": 10, "tenths": 10,
}  # fmt: skip
LARGEST = 1e30
"""Beyond it a row of figures is a code, or a slip of the keyboard, and counts nothing."""
BEGINS = frozenset(ONES) | frozenset(TENS) | frozenset(VAGUE) | listed("a an half several couple few tens quarter")


@dataclass(frozen=True, slots=True)
class Lexemes:
    """A passage cut into numbers, words and signs; `start` and `end` are characters of the passage."""

    text: list[str]
    low: list[str]
    start: list[int]
    end: list[int]

    def tight(self, k: int) -> bool:
        """Whether nothing stands between this lexeme and the one before."""
        return 0 < k < len(self.text) and self.start[k] == self.end[k - 1]

    def at(self, k: int) -> str:
        """The lexeme in lower case, empty beyond either end."""
        return self.low[k] if 0 <= k < len(self.low) else ""


@dataclass(frozen=True, slots=True)
class Number:
    """A number in lexemes `i` to `j`. `low` and `high` are its own bounds ("dozens"), equal where it has none.

    `share` marks a fraction of something; `digits` one printed in figures without a scale.
    """

    i: int
    j: int
    value: float
    low: float
    high: float
    share: bool = False
    digits: bool = False


def exactly(i: int, j: int, value: float, share: bool = False, digits: bool = False) -> Number:
    """A number that is its own bounds."""
    return Number(i, j, value, value, value, share, digits)


def lexemes(text: str) -> Lexemes:
    """The text's numbers, words and signs."""
    found = list(_LEX.finditer(text))
    words = [m.group() for m in found]
    return Lexemes(words, [w.lower() for w in words], [m.start() for m in found], [m.end() for m in found])


def read_number(lex: Lexemes, k: int) -> Number | None:
    """The number that begins at lexeme `k`, with its scale; None where none does, or only "a" or "few"."""
    number = _number(lex, k)
    return number if number is not None and number.high <= LARGEST else None


def _number(lex: Lexemes, k: int) -> Number | None:
    word = lex.at(k)
    if word[:1].isdecimal():  # not isdigit: a raised ² is no number
        return _scaled(lex, exactly(k, k + 1, float(word.replace(",", "")), digits=True))
    if word in VAGUE:
        low, high = VAGUE[word]
        return Number(k, k + 1, low, low, high)
    if word in {"tens", "hundreds"} and lex.at(k + 1) == "of" and lex.at(k + 2) in VAGUE:
        return _vague_tens(lex, k)
    if word in ONES or word in TENS:
        return _scaled(lex, _fraction(lex, _spelled(lex, k)))
    return _with_article(lex, k)


def _vague_tens(lex: Lexemes, k: int) -> Number:
    size = 10.0 if lex.at(k) == "tens" else 100.0
    unit = VAGUE[lex.at(k + 2)][0] / 2
    return Number(k, k + 3, 2 * size * unit, 2 * size * unit, 10 * size * unit)


def _spelled(lex: Lexemes, k: int) -> Number:
    """Words up to the first that cannot belong: "two hundred and fifty thousand", "twenty-one"."""
    total, part, j = 0.0, 0.0, k
    room = 1000.0
    while True:
        word = lex.at(j)
        if word in ONES and part % 10 == 0 and (part % 100 == 0 or ONES[word] < 10) and room > ONES[word]:
            part, room = part + ONES[word], 1.0
        elif word in TENS and part % 100 == 0 and room > TENS[word]:
            part, room = part + TENS[word], 10.0
        elif word in SCALES and word != "dozen" and part:
            if word == "hundred" and part < 100:
                part, room = part * 100, 100.0
            else:
                total, part, room = total + part * SCALES[word], 0.0, 1000.0
        else:
            break
        j = _after_joint(lex, j + 1)
    while j > k + 1 and lex.at(j - 1) in {"and", "-"}:
        j -= 1
    value = total + part
    return Number(k, j, value, value, value)


def _after_joint(lex: Lexemes, j: int) -> int:
    """Past a hyphen or an "and" that goes on with the number."""
    if lex.at(j) == "-" and lex.tight(j) and lex.tight(j + 1) and (lex.at(j + 1) in ONES or lex.at(j + 1) in SCALES):
        return j + 1
    if lex.at(j) == "and" and lex.at(j - 1) in SCALES and (lex.at(j + 1) in ONES or lex.at(j + 1) in TENS):
        return j + 1
    return j


def _fraction(lex: Lexemes, number: Number) -> Number:
    """ "two-thirds", "one third of"."""
    j = number.j + (lex.at(number.j) == "-" and lex.tight(number.j))
    part = FRACTIONS.get(lex.at(j))
    if part is None or number.value > part or (lex.at(j).endswith("s") == (number.value == 1)):
        return number
    if j == number.j and lex.at(j + 1) != "of":
        return number
    value = 100 * number.value / part
    return Number(number.i, j + 1, value, value, value, share=True)


def _scaled(lex: Lexemes, number: Number) -> Number:
    """The number times the scale that follows it: "5 million", "1.2-billion", "77m", "two and a half million"."""
    if number.share:
        return number
    j, value, digits = number.j, number.value, number.digits
    if lex.at(j) == "and" and lex.at(j + 1) == "a" and lex.at(j + 2) == "half":
        j, value, digits = j + 3, value + 0.5, False
    while True:
        dash = int(lex.at(j) == "-" and lex.tight(j) and lex.tight(j + 1) and lex.at(j + 1) in SCALES)
        word = lex.at(j + dash)
        if word in SCALES:
            value, j, digits = value * SCALES[word], j + dash + 1, False
        elif word in SHORT and digits and lex.text[j] != "M" and (lex.tight(j) or word in {"bn", "mn", "mln", "bln"}):
            return exactly(number.i, j + 1, value * SHORT[word])
        else:
            return exactly(number.i, j, value, digits=digits)


def _with_article(lex: Lexemes, k: int) -> Number | None:
    """ "a dozen", "half a million", "several hundred", "a couple of", "a third of", "half of"."""
    j, word = k, lex.at(k)
    low = high = 1.0
    if word in {"a", "an"}:
        j, word = k + 1, lex.at(k + 1)
    if word == "half" and lex.at(j + 1) in {"a", "-", ""} and lex.at(j + 2) in SCALES:
        return exactly(k, j + 3, SCALES[lex.at(j + 2)] / 2)
    if word in {"several", "few", "couple"}:
        low, high = {"several": (3.0, 9.0), "few": (2.0, 6.0), "couple": (2.0, 3.0)}[word]
        j += 1 + (lex.at(j + 1) == "of" and lex.at(j + 2) in SCALES)
        if lex.at(j) not in SCALES:
            return Number(k, j, 2.0, 2.0, 3.0) if word == "couple" and lex.at(j) in {"of", "dozen"} else None
        word = lex.at(j)
    elif j == k and word != "half":
        return None
    if word in SCALES:
        number = _scaled(lex, Number(k, j, 1.0, 1.0, 1.0))
        return Number(k, number.j, low * number.value, low * number.value, high * number.value)
    return _part(lex, k, j)


def _part(lex: Lexemes, k: int, j: int) -> Number | None:
    """ "a third of", "half of", "half the": a share."""
    part = FRACTIONS.get(lex.at(j))
    after = lex.at(j + 1)
    if (
        part is None
        or lex.at(j).endswith("s")
        or not (after == "of" or (part == 2 and after in {"the", "its", "their"}))
    ):
        return None
    return exactly(k, j + 1, 100.0 / part, share=True)
