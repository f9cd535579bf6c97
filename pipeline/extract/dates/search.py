"""The grammar at work on one block: candidates, the longest kept, neighbours joined, the words before taken in."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.extract.dates import calendar_dates, relative_dates, spans_of_time
from pipeline.extract.dates.expressions import Expression
from pipeline.extract.dates.guards import is_date
from pipeline.extract.dates.neighbours import lend

if TYPE_CHECKING:
    from spacy.tokens import Doc

_RULES = calendar_dates.RULES + relative_dates.RULES + spans_of_time.RULES
_EARLY = re.compile(
    r"(?:the[ ]{1,3})?(?:early|late|mid|(?:beginning|end|start|middle|close) of)(?:[ ]{1,3}in)?[ -](?:the[ ])?$",
    re.IGNORECASE,
)
_LATER = re.compile(r"(?:earlier|later)[ ]{1,3}$", re.IGNORECASE)
_ABOUT = re.compile(
    r"(?<!\w)(?:about|around|nearly|almost|more than|less than|fewer than|at least|at most|up to|approximately"
    r"|roughly|just over|just under|well over|each of)[ ]{1,3}$",
    re.IGNORECASE,
)
_OVER = re.compile(
    r"(?<!\w)(?:(?:the|these|those)[ ]{1,3})?"
    r"(?:past|last|next|first|coming|final|previous|additional|full|other)[ ]{1,3}$",
    re.IGNORECASE,
)
_IN = re.compile(r"\b(?:in|during|over|through|of|into|by)[ ]{1,3}$", re.IGNORECASE)
_THE = re.compile(r"(?<!\w)the[ ]{1,3}$", re.IGNORECASE)


def find_expressions(text: str, parse: Doc) -> list[Expression]:
    """The date expressions of a block, in order, none overlapping another. `text` is folded as the parse is."""
    found = _longest(_candidates(text, parse))
    return [_widened(e, text) for e in lend(_joined(found, text), text) if _stands(e, text)]


def _candidates(text: str, parse: Doc) -> list[tuple[int, int, int, Expression]]:
    candidates = []
    for order, (pattern, build) in enumerate(_RULES):
        for match in pattern.finditer(text):
            expression = build(match)
            if expression is not None and is_date(expression, text, parse):
                candidates.append((expression.start, -expression.end, order, expression))
    candidates.sort(key=lambda c: c[:3])
    return candidates


def _longest(candidates: list[tuple[int, int, int, Expression]]) -> list[Expression]:
    kept: list[Expression] = []
    for *_, expression in candidates:
        if not kept or expression.start >= kept[-1].end:
            kept.append(expression)
        elif expression.start == kept[-1].start or expression.end <= kept[-1].end:
            continue
    return kept


def _joined(found: list[Expression], text: str) -> list[Expression]:
    """A day and the hour beside it are one: "Saturday night", "noon Saturday", "5 p.m. EST Nov. 9"."""
    joined: list[Expression] = []
    for expression in found:
        if joined and (one := _one(joined[-1], expression, text)):
            joined[-1] = one
        else:
            joined.append(expression)
    return joined


def _stands(expression: Expression, text: str) -> bool:
    """A part of a day alone says when only after a preposition: "in the morning", not "morning show"."""
    if expression.grain != "part" or not expression.part:
        return True
    return bool(_IN.search(text[max(0, expression.start - 10) : expression.start])) and (
        text[expression.start : expression.start + 4].lower() == "the "
    )


def _one(left: Expression, right: Expression, text: str) -> Expression | None:
    between = text[left.end : right.start]
    if between not in (" ", ", ", "  "):
        return None
    for day, hour in ((left, right), (right, left)):
        if day.type == "DATE" and day.grain == "day" and hour.type == "TIME" and hour.part:
            if hour.grain == "part" and (hour is left or text[hour.start : hour.start + 4].lower() == "the "):
                return None
            return replace(day, start=left.start, end=right.end, type="TIME", part=hour.part, grain="time",
                           alternatives=())  # fmt: skip
    return None


def _widened(expression: Expression, text: str) -> Expression:
    start = expression.start
    before = text[max(0, start - 30) : start]
    if expression.type == "DURATION":
        words = text[start : expression.end]
        adjective = "-" in words or (not words.endswith("s") and expression.value[-2:-1] != "1")
        patterns = (_OVER, _ABOUT) if adjective else (_OVER, _THE, _ABOUT)
        for pattern in patterns:
            match = pattern.search(before)
            if match:
                start -= len(match.group())
                before = before[: match.start()]
    elif expression.type in ("DATE", "TIME"):
        for pattern in (_EARLY, _LATER, _ABOUT if expression.part or expression.reading.startswith("ago") else _EARLY):
            match = pattern.search(before)
            if match and (match.start() == 0 or not before[match.start() - 1].isalnum()):
                start -= len(match.group())
                before = before[: match.start()]
    return replace(expression, start=start) if start != expression.start else expression
