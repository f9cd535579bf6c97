"""Quantities: what is counted or measured, how much, and how exactly.

Ranks ("the No. 2 job") are read as such. Left out are dates, clock times, ordinals, codes, section and telephone
numbers, scores and vote tallies. A bare "$" is the US dollar unless the article says that its figures are in another
(see `currencies.house_dollar`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.extract.figures.bounds import bound_after, bound_before, bounded
from pipeline.extract.figures.counted import TIMES, counted, measured, token_at
from pipeline.extract.figures.currencies import house_dollar, sign_before, word_after
from pipeline.extract.figures.numerals import BEGINS, SCALES, Lexemes, Number, lexemes, read_number
from pipeline.extract.figures.others import counts_nothing, hyphened, is_year, ranked, tally_at
from pipeline.extract.sentences import Passage
from pipeline.extract.tokens import Tokens, read
from pipeline.model import Document, Figure, Span, Timex, When
from pipeline.text import listed

__all__ = ["find_figures"]

_NEAR = 60
_WORDS = tuple(sorted(w for w in BEGINS | SCALES.keys() | {"fold"} if len(w) > 2))
_AGO = listed("ago earlier later before after hence since")
_LOOSE_ONE = listed("day time thing way point side hand another more moment morning night case example reason")
_CHANGES = listed(
    "rise rose risen rising fall fell fallen falling grow grew grown growing drop dropped dropping increase increasing "
    "decrease decreasing jump jumped jumping climb climbed climbing decline declining slip slipped gain gained cut "
    "lose lost up down surge surging soar soaring plunge plunging"
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit, in lexemes `i` to `j`; `unit` empty where the parse must say what is counted."""

    i: int
    j: int
    value: float
    low: float | None
    high: float | None
    unit: str


def find_figures(document: Document, passages: tuple[Passage, ...], dates: tuple[Timex, ...]) -> tuple[Figure, ...]:
    """Every quantity in the judged passages, in order; `dates` are the article's, whose digits count nothing."""
    judged = [p for p in passages if p.judged]
    dollar = house_dollar([p.block.at.text for p in judged])
    found: list[Figure] = []
    for passage in judged:
        if not _may_count(passage.parse.text):
            continue
        tokens = read(passage.parse)
        near = [d for d in dates if passage.block.at.holds(d.at)]
        lex = lexemes(passage.parse.text)
        for quantity in _quantities(lex, dollar):
            figure = _figure(document, passage, tokens, lex, quantity, near)
            if figure is not None:
                found.append(figure)
    return tuple(found)


def _may_count(text: str) -> bool:
    return any(c.isdecimal() for c in text) or any(w in text.lower() for w in _WORDS)


def _quantities(lex: Lexemes, dollar: str) -> Iterator[Quantity]:
    k = 0
    while k < len(lex.text):
        if not (lex.low[k][0].isdecimal() or lex.low[k] in BEGINS):
            fold = _fold_at(lex, k)
            if fold is not None:
                yield fold
            k += 1
            continue
        number = read_number(lex, k)
        if number is None:
            k += 1
            continue
        tally = tally_at(lex, number)
        if tally is not None:
            for part in (number, tally):
                yield Quantity(part.i, part.j, part.value, part.value, part.value, "vote")
            k = tally.j
            continue
        if ranked(lex, number):
            yield Quantity(number.i, number.j, number.value, number.value, number.value, "rank")
            k = number.j
            continue
        what, end = hyphened(lex, number)
        if what == "other" or counts_nothing(lex, number):
            k = max(end, number.j)
            continue
        quantity = _quantity(lex, number, dollar)
        if quantity is not None:
            yield quantity
        k = quantity.j if quantity is not None else number.j


def _fold_at(lex: Lexemes, k: int) -> Quantity | None:
    """ "sixfold", "ten-fold"."""
    word = lex.low[k]
    if word.endswith("fold") and len(word) > 6:
        number = read_number(lexemes(word[:-4]), 0)
        if number is not None and number.value > 1:
            return Quantity(k, k + 1, number.value, number.low, number.high, "fold")
    return None


def _quantity(lex: Lexemes, number: Number, dollar: str) -> Quantity | None:
    """The number with its range, sign, currency or percent and its bounds."""
    first, i, j = number, number.i, number.j
    currency, i = sign_before(lex, i, dollar)
    if (lex.at(i - 1) == "-" and not lex.tight(i - 1) and lex.tight(i)) or (
        lex.at(i - 1) == "-" and lex.tight(i) and lex.at(i - 2) in {"(", "", "to"}
    ):
        first = Number(i - 1, j, -number.value, -number.value, -number.value, digits=number.digits)
        i -= 1
    unit, after = _unit(lex, j, currency, number)
    second, end = _second(lex, first, after, lex.at(i - 1) == "between")
    if second is not None:
        unit2, end = _unit(lex, end, currency, second)
        if _one_range(lex, i, after, unit, unit2, sign_before(lex, second.i, dollar)[0]):
            unit, after, first = unit2 or unit, end, _same_scale(first, second)
        else:
            second = None
    low, high = first.low, (second or first).high
    kind = bound_before(lex, i) or bound_after(lex, after)
    if first.value == 1 and not unit and number.j == number.i + 1 and not number.digits and _loose_one(lex, number):
        return None
    if is_year(lex, number) and not unit and second is None and kind in {"", "about", "least"}:
        following = lex.at(after)
        if not following.isalpha() or kind or following in {"and", "to", "in", "at", "as", "but", "when", "after"}:
            return None
    value = low if second is None else (low + high) / 2
    bounds = bounded(low, high, kind)
    return Quantity(i, after, value if low == high or second else first.value, *bounds, unit)


def _loose_one(lex: Lexemes, number: Number) -> bool:
    following = lex.at(number.j)
    return following in _LOOSE_ONE or not following.isalpha() or following in {"of", "in", "who", "that", "is", "was"}


def _unit(lex: Lexemes, j: int, currency: str, number: Number) -> tuple[str, int]:
    """Currency code, `percent`, `percentage-points`, `fold` or empty, and the lexeme after it."""
    if number.share:
        return "percent", j
    dash = int(lex.at(j) == "-" and lex.tight(j))
    word, after = lex.at(j + dash), lex.at(j + dash + 1)
    if word in {"percentage", "percent", "%"} and after.removesuffix("s") == "point":
        return "percentage-points", j + dash + 2
    if word in {"%", "percent", "pct", "pc"}:
        return "percent", j + dash + 1
    if word == "per" and after == "cent":
        points = lex.at(j + dash + 2) in {"point", "points"}
        return ("percentage-points", j + dash + 3) if points else ("percent", j + dash + 2)
    if (
        word == "fold"
        or (word == "x" and number.digits)
        or (word == "times" and after in {"as", "the", "more", "higher"})
    ):
        return "fold", j + dash + 1
    if currency:
        return currency, j
    if word == "of":
        found, end = word_after(lex, j + 1, number.value >= 1e5)
        return (found, end) if found else ("", j)
    return word_after(lex, j, number.value >= 1e5)


def _one_range(lex: Lexemes, i: int, joint: int, unit: str, unit2: str, sign: str) -> bool:
    """Whether two numbers with a joint between them are ends of one range, by their units and the words before."""
    if sign and sign != unit:
        return False
    if unit and unit2 and unit != unit2:
        return False
    changed = any(lex.at(i - n).rstrip("sd") in _CHANGES for n in (1, 2, 3))
    return not (lex.at(joint) == "to" and changed)


def _second(lex: Lexemes, first: Number, j: int, between: bool) -> tuple[Number | None, int]:
    """The other end of a range: "10-12", "10 to 12", "between 10 and 12"."""
    joint = lex.at(j)
    if joint not in {"-", "to", "and"} or (joint == "and" and not between) or lex.at(first.i - 1) in {"from", "by"}:
        return None, j
    hanging = joint == "-" and lex.at(j + 1) in {"to", "or"}
    if joint == "-" and not hanging and not (lex.tight(j) and lex.tight(j + 1)):
        return None, j
    k = j + 1 + hanging
    while lex.at(k) in {"$", "£", "€", "us", "c"} and k < j + 3:
        k += 1
    number = read_number(lex, k) if lex.at(k)[:1].isdecimal() or lex.at(k) in BEGINS else None
    if number is None or number.share or number.value <= first.value * (1e-9 if number.value >= 1e3 else 1):
        return None, j
    if joint == "to" and number.value > 1000 * max(first.value, 1) and first.digits and number.digits:
        return None, j
    return number, number.j


def _same_scale(first: Number, second: Number) -> Number:
    """ "5 to 6 million": the scale stands once."""
    if first.digits and not second.digits and second.value >= 1000 > first.value:
        for scale in (1e12, 1e9, 1e6, 1e3):
            if second.value >= scale and first.value * scale < second.value:
                value = first.value * scale
                return Number(first.i, first.j, value, value, value)
    return first


def _figure(
    document: Document, passage: Passage, tokens: Tokens, lex: Lexemes, quantity: Quantity, dates: list[Timex]
) -> Figure | None:
    at = passage.span(lex.start[quantity.i], lex.end[quantity.j - 1])
    over = [d for d in dates if d.at.meets(at)]
    first, last = token_at(tokens, lex.start[quantity.i]), token_at(tokens, lex.end[quantity.j - 1] - 1)
    if any(d.type != "DURATION" for d in over):
        return None
    if quantity.unit == "vote":
        unit, of = "vote", "vote"
    elif quantity.unit:
        unit, of = quantity.unit, measured(tokens, first, last)
    else:
        unit, of = counted(tokens, first, last)
        if unit in TIMES and _dates_something(lex, quantity):
            return None
        unit, of = _aged(lex, quantity, tokens, last, unit, of)
        if not unit and _small_word(lex, quantity):
            return None
        if unit in TIMES and lex.at(quantity.i - 1) in {"over", "a"} and quantity.high is None:
            quantity = replace(quantity, low=quantity.value, high=quantity.value)
    period = _period(at, dates, tokens, last, passage)
    return Figure(document.doc, at, quantity.value, quantity.low, quantity.high, unit, of, period)


def _small_word(lex: Lexemes, quantity: Quantity) -> bool:
    """Whether a number is a word up to ten that counts nothing named ("the two", "the one before")."""
    return 0 < quantity.value <= 10 and lex.low[quantity.i].isalpha() and quantity.j == quantity.i + 1


def _dates_something(lex: Lexemes, quantity: Quantity) -> bool:
    """Whether a span of time places something on the calendar ("two years ago", "the last five years")."""
    if lex.at(quantity.j + 1) in _AGO or lex.at(quantity.j) in _AGO:
        return True
    return lex.at(quantity.i - 1) in {"last", "past", "next", "recent", "coming", "in", "within"}


_OF_AN_AGE = frozenset(
    {"adults", "children", "people", "persons", "those", "anyone", "everyone", "men", "women", "youths"}
)
"""Whom "over 21" and "under 12" behind them tell the age of."""


def _aged(lex: Lexemes, quantity: Quantity, tokens: Tokens, last: int, unit: str, of: str) -> tuple[str, str]:
    """ "a 35-year-old man", "Jane Roe, 35," are ages."""
    j = quantity.j
    k = j + (lex.at(j) == "-")
    if lex.at(k) in {"year", "years", "month", "months"} and "old" in (lex.at(k + 1), lex.at(k + 2)):
        return "age", "" if of in {"year", "years"} else of.removeprefix("old ")
    if lex.at(quantity.i - 1) == "aged" or (
        lex.at(quantity.i - 1) == "of" and lex.at(quantity.i - 2) in {"age", "ages"}
    ):
        return "age", ""
    if lex.at(j) in {"and", "or"} and lex.at(j + 1) in {"older", "over", "under", "younger"}:
        return "age", ""
    if not unit and lex.at(quantity.i - 1) in {"over", "under"} and lex.at(quantity.i - 2) in _OF_AN_AGE:
        return "age", ""
    if not unit and lex.at(j) in {",", ".", ")"} and lex.at(quantity.i - 1) in {",", "("} and 0 < quantity.value < 115:
        before = token_at(tokens, lex.start[quantity.i]) - 2
        if before >= 0 and tokens.pos[before] == "PROPN" and lex.low[quantity.i].isdecimal():
            return "age", tokens.text[before]
    return unit, of


def _period(at: Span, dates: list[Timex], tokens: Tokens, last: int, passage: Passage) -> When | None:
    """The date that follows the figure with no verb, comma or full stop between: "77 million in September"."""
    offset = passage.block.at.start
    for timex in dates:
        if timex.type == "DATE" and at.end <= timex.at.start <= at.end + _NEAR:
            between = range(last + 1, token_at(tokens, timex.at.start - offset))
            if all(tokens.pos[t] not in {"VERB", "AUX", "PUNCT"} for t in between):
                return timex.when
    return None
