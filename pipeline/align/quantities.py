"""Whether two figures can both be right: what their words can mean, rounding, scale."""

from __future__ import annotations

import math
import re

from pipeline.align.lexicon import meanings, person
from pipeline.model import Figure
from pipeline.text import key, listed

_SCALES = (1e3, 1e6, 1e9, 1e12)
_SHARE = {"percent", "percentage-points"}
_ROUNDING = 0.05
TIMES = listed("year month week day hour minute second")
_BEFALLING = listed(
    "arrest case casualty conviction death detention fatality infection injury life resignation suicide"
)
"""What befalls people, by which they are counted."""
MEASURED = _SHARE | listed(
    "vote rank age fold year month week day hour minute second decade century mile kilometer meter foot inch acre "
    "hectare ton tonne pound kilogram gram gallon liter mph kph degree megawatt kilowatt square"
)
"""Units of measure, which count nothing that has another name."""
_PARTICULAR = 4
"""Digits before the zeros from which a value is not nearly met by chance."""
_ENDS = re.compile(r"\d[\d,.]*[^\d,.]+\d")


def kind(left: Figure, right: Figure, *, bare: bool = False) -> str:
    """How two figures compare: `agree`, `differ`, `scale`, or `apart` where they do not measure one thing.

    `scale`: the same digits at another scale (million for billion), or the same number of percent and of percentage
    points, or of two currencies. Whether they are of one thing is for the caller to say, beyond the unit. `bare`: a
    number that names nothing ("sent 61 to hospital") may count what the other counts.
    """
    if is_money(left.unit) and is_money(right.unit) and left.unit != right.unit:
        return "scale" if left.value == right.value and left.value > 1 else "apart"
    if {left.unit, right.unit} == _SHARE:
        return "scale" if left.value == right.value else "apart"
    if left.unit != right.unit and not _counts_alike(left, right) and not (bare and _one_bare(left, right)):
        return "apart"
    if agree(left, right):
        return "agree"
    return "scale" if _scaled(left.value, right.value) else "differ"


def slipped(left: Figure, right: Figure) -> bool:
    """Whether two particular values, of four digits or more, differ in one of them, as by a slip of the pen."""
    one, two = (f"{f.value:.2f}".rstrip("0").rstrip(".") for f in (left, right))
    if len(one) != len(two) or min(len(d.replace(".", "").rstrip("0")) for d in (one, two)) < _PARTICULAR:
        return False
    return sum(a != b for a, b in zip(one, two, strict=True)) == 1


def agree(left: Figure, right: Figure) -> bool:
    """Whether one value can be meant by both: their intervals meet, each widened by how it is rounded.

    Two ranges that print both their ends agree where both ends do.
    """
    if _range(left) and _range(right):
        return all(_near(a, b) for a, b in ((left.low, right.low), (left.high, right.high)))
    low1, high1 = _reach(left)
    low2, high2 = _reach(right)
    return low1 <= high2 and low2 <= high1


def _range(figure: Figure) -> bool:
    """Whether both its ends are printed ("40 to 60")."""
    return figure.low != figure.high and _ENDS.search(figure.at.text) is not None


def _near(left: float | None, right: float | None) -> bool:
    if left is None or right is None:
        return left is right
    return abs(left - right) <= max(rounding(left), rounding(right))


def _reach(figure: Figure) -> tuple[float, float]:
    low = -math.inf if figure.low is None else figure.low
    high = math.inf if figure.high is None else figure.high
    slack = rounding(figure.value, is_money(figure.unit) or figure.unit in _SHARE | TIMES)
    return low - slack, high + slack


def rounding(value: float, measured: bool = False) -> float:
    """Half of the last place that is not zero, at most a twentieth of the value.

    Things that are counted (`measured` false) are not rounded under a hundred.

    >>> rounding(77000000), rounding(12000), rounding(35), rounding(35, measured=True)
    (500000.0, 500.0, 0.0, 0.5)
    """
    size = abs(value)
    if size < 100 and size == int(size) and not measured:
        return 0.0
    digits = f"{size:.10f}".rstrip("0").rstrip(".")
    places = len(digits.split(".")[1]) if "." in digits else len(digits.rstrip("0")) - len(digits)
    return float(min(0.5 * 10.0 ** (-places), _ROUNDING * size))


def _scaled(left: float, right: float) -> bool:
    if not left or not right:
        return False
    ratio = max(left, right) / min(left, right)
    return any(math.isclose(ratio, scale, rel_tol=1e-9) for scale in _SCALES)


def is_money(unit: str) -> bool:
    """Whether a unit is a currency, by its ISO 4217 code."""
    return len(unit) == 3 and unit.isupper()


def _one_bare(left: Figure, right: Figure) -> bool:
    """Whether one names nothing that it counts ("sent 61 to hospital", "12 of them") and the other counts something."""
    named = left.unit or right.unit
    return not (left.unit and right.unit) and not is_money(named) and named not in MEASURED


def _counts_alike(left: Figure, right: Figure) -> bool:
    """Whether two counted nouns may name one thing: one is the last word of what the other counts, they can mean the
    same, or both count people, by what they are or by what befell them."""
    if any(is_money(f.unit) or f.unit in MEASURED or not f.unit for f in (left, right)):
        return False
    if key(left.unit) in key(right.of).split() or key(right.unit) in key(left.of).split():
        return True
    one, two = key(left.unit), key(right.unit)
    return bool(meanings(one) & meanings(two)) or (counts_people(left) and counts_people(right))


def counts_people(figure: Figure) -> bool:
    """Whether a figure counts people, by what they are ("passengers") or by what befell them ("arrests")."""
    unit = key(figure.unit)
    return person(unit) or unit in _BEFALLING
