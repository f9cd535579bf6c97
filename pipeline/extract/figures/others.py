"""Digits that count nothing: codes, sections, years, scores, telephone numbers, clock times."""

from __future__ import annotations

from pipeline.extract.figures.numerals import Lexemes, Number
from pipeline.text import listed

_LABELS = listed(
    "no nos number section sections article articles chapter chapters page pages paragraph clause rule proposition "
    "amendment group category level grade tier phase stage type class title schedule appendix annex figure table item "
    "volume vol issue episode season route highway interstate flight channel line unit apollo district ward precinct "
    "room suite floor gate pier platform zone area sector block room version model mark mk series part act scene bus "
    "resolution directive regulation form law bill formula day week year covid nike top big"
)
_TALLIES = listed(
    "vote votes decision ruling win victory loss defeat draw tie majority margin score lead split party-line record "
    "triumph rout over against in to"
)
_VOTED = listed("vote votes voted voting ruling ruled decision party-line")
_WON = listed("won win beat beats voted vote passed lost defeated approved rejected led trailed drew tied ruled")
_UNITS_TIGHT = listed("km kg mph kph ft lb lbs mm cm mw gw kw mb gb tb kb hz ghz mhz cc ml pc p c x")


_LOOSE_AFTER = listed("in on at of to for and or with from by as that which who is was were are has had")


def ranked(lex: Lexemes, number: Number) -> bool:
    """Whether a number is a place in an order: "the No. 2 job"; not the number of a rule, a flight, a docket."""
    following = lex.at(number.j)
    if (
        not number.digits
        or lex.at(number.i - 1) != "."
        or lex.at(number.i - 2) != "no"
        or lex.at(number.i - 3) in _LABELS
    ):
        return False
    return 0 < number.value <= 100 and following.isalpha() and following not in _LOOSE_AFTER


def counts_nothing(lex: Lexemes, number: Number) -> bool:
    """Whether a number in digits is a name or a code: part of one, after a label, an ordinal, a decade, a fraction of
    a date."""
    i, j = number.i, number.j
    before, after = lex.at(i - 1), lex.at(j)
    if (
        lex.tight(i)
        and before
        and (before[-1].isalnum() or before in "/#:._@&" or (before == "-" and lex.tight(i - 1)))
    ):
        return True
    if before == "." and lex.at(i - 2) in {"no", "nos"}:
        return True
    if before in _LABELS and not _plural_count(lex, number):
        return True
    if before == "#" or (before in "'’" and len(lex.at(i)) == 2):
        return True
    if not number.digits or not lex.tight(j):
        return False
    if after[:1].isalpha():
        return after not in _UNITS_TIGHT
    return after in {":", "/", "_", "@", "#", "&"} and j + 1 < len(lex.text) and lex.tight(j + 1)


def _plural_count(lex: Lexemes, number: Number) -> bool:
    return number.value >= 1000 or not number.digits


def is_year(lex: Lexemes, number: Number) -> bool:
    """Whether four plain digits look like a year: 1500 to 2199, without a comma, and nothing counted after them."""
    text = lex.text[number.i]
    return number.digits and len(text) == 4 and text.isdecimal() and 1500 <= number.value < 2200


def hyphened(lex: Lexemes, number: Number) -> tuple[str, int]:
    """What "10-12" is: `range`, `other` (a score, season, telephone number), or empty; and the lexeme after it."""
    j = number.j
    if not (lex.at(j) == "-" and j + 1 < len(lex.text) and lex.text[j + 1][0].isdecimal()):
        return "", j
    if not number.digits or not lex.tight(j) or not lex.tight(j + 1):
        return "", j
    k = j + 2
    while lex.at(k) in {"-", "/"} and lex.tight(k) and k + 1 < len(lex.text) and lex.text[k + 1][0].isdecimal():
        k += 2
    if k > j + 2:
        return "other", k
    second = float(lex.text[j + 1].replace(",", ""))
    if second <= number.value or is_year(lex, number) or lex.at(number.i) == "0":
        return "other", k
    if lex.at(k) in _TALLIES or lex.at(number.i - 1) in _WON:
        return "other", k
    return "range", k


def tally_at(lex: Lexemes, number: Number) -> Number | None:
    """The losing side of a vote that begins with `number`: "134 to 63", "a 134-to-63 vote", "voted 134-63"."""
    if not number.digits or "." in lex.at(number.i) or lex.at(number.i - 1) in {"from", "$", "£", "€"}:
        return None
    j = number.j
    hyphened_ = lex.at(j) == "-" and lex.at(j + 1) == "to" and lex.at(j + 2) == "-"
    dashed = (
        not hyphened_ and lex.at(j) == "-" and lex.tight(j) and lex.tight(j + 1) and lex.at(j + 2) not in {"-", "/"}
    )
    k = j + 3 if hyphened_ else j + 1
    if not (hyphened_ or dashed or lex.at(j) == "to") or not lex.at(k).isdecimal():
        return None
    value = float(lex.at(k))
    near = {lex.at(t) for t in (*range(number.i - 6, number.i), k + 1, k + 2)}
    telling = _VOTED if dashed else (_TALLIES | _WON) - {"in", "to", "over", "against", "record"}
    if value >= number.value or not near & telling:
        return None
    return Number(k, k + 1, value, value, value, digits=True)
