"""Words before and after a number that say how far it can be from what is meant."""

from __future__ import annotations

from pipeline.extract.figures.numerals import Lexemes
from pipeline.text import listed

_AROUND = 0.1
_LEAST = ("at least", "no fewer than", "no less than", "not less than", "not fewer than", "a minimum of", "minimum",
          "more than", "over", "above", "upwards of", "upward of", "greater than", "in excess of", "exceeding",
          "exceeded", "exceeds", "topped", "surpassed", "well over", "better than", "north of")  # fmt: skip
_MOST = ("at most", "no more than", "not more than", "up to", "as many as", "as much as", "a maximum of", "maximum",
         "fewer than", "less than", "under", "below", "south of", "a ceiling of", "capped at")  # fmt: skip
_BARELY = ("nearly", "almost", "close to", "just under", "just shy of", "shy of", "approaching", "not quite",
           "virtually", "practically", "slightly less than", "a little less than")  # fmt: skip
_PAST = ("just over", "slightly more than", "a little more than", "a little over", "slightly over")
_ABOUT = ("about", "around", "roughly", "some", "approximately", "an estimated", "estimated", "circa", "~",
          "in the region of", "in the neighborhood of", "something like", "approx", "approx.", "perhaps")  # fmt: skip
_AFTER = {"or more": "least", "or so": "about", "or less": "most", "or fewer": "most", "plus": "least", "+": "least",
          "at least": "least", "at most": "most", "odd": "about", "ish": "about"}  # fmt: skip
_KINDS = {
    **dict.fromkeys(_LEAST, "least"), **dict.fromkeys(_MOST, "most"), **dict.fromkeys(_BARELY, "barely"),
    **dict.fromkeys(_PAST, "past"), **dict.fromkeys(_ABOUT, "about"),
}  # fmt: skip
_LAST = {p.split()[-1]: max(len(q.split()) for q in _KINDS if q.split()[-1] == p.split()[-1]) for p in _KINDS}
_SKIPPED = frozenset({"another", "an", "additional", "extra", "further", "a", "only", "just", "even"})
"""Not "the": what is "over the 2 percent that the bank aims for" is so beside a figure that is itself exact."""
_MOVED = listed(
    "rise rose risen edged inched crept ticked moved went gone go climbed jumped pushed brought drove driven grew "
    "grown raised lifted was were is are"
)
"""Words after which "up to" says where something has come, not how much it can be at most."""


def bound_before(lex: Lexemes, i: int) -> str:
    """How the words that end before lexeme `i` bound the number: least, most, barely, past, about, or empty."""
    for back in (i, i - 1) if lex.at(i - 1) in _SKIPPED else (i,):
        most = _LAST.get(lex.at(back - 1), 0)
        for n in range(min(most, back), 0, -1):
            words = " ".join(lex.low[back - n : back])
            if words in _KINDS:
                return "" if words == "up to" and lex.at(back - n - 1) in _MOVED else _KINDS[words]
    return ""


def bound_after(lex: Lexemes, j: int) -> str:
    """The same for the words that begin at lexeme `j`."""
    if lex.at(j) == "-" and lex.tight(j):
        j += 1
    return _AFTER.get(lex.at(j), "") or _AFTER.get(f"{lex.at(j)} {lex.at(j + 1)}", "")


def bounded(low: float, high: float, kind: str) -> tuple[float | None, float | None]:
    """The interval from `low` to `high` as bounded; None is open.

    "about" is taken as a tenth either way, "nearly" as a tenth below: conventions of this program, not of English.
    """
    slack = _AROUND * max(abs(low), abs(high))
    if kind == "least":
        return low, None
    if kind == "most":
        return None, high
    if kind == "barely":
        return low - slack, high
    if kind == "past":
        return low, high + slack
    if kind == "about":
        return low - slack, high + slack
    return low, high
