"""Words that look like dates and are not: May the minister, a fall in prices, Boeing 747, a second person."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.extract.dates.expressions import Expression
from pipeline.extract.dates.lexicon import MONTHS, SEASONS, WEEKDAYS, listed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_YEAR_CUES = listed(
    """
    in since of by until till from to through before after during early late mid year between and for circa around
    about summer fall autumn winter spring the than as fiscal - ( / , ; back mid- early- again
    """
)
_SEASON_CUES = listed(
    """
    in this last next by since until till during through every each of from early late mid the past coming previous
    following that for all over
    """
)
_CLOCK_CUES = listed("at by until till from to around about before after between and since")
_NAMES = frozenset({"PERSON", "ORG", "GPE", "PRODUCT", "WORK_OF_ART", "LAW", "FAC", "EVENT", "LOC", "NORP"})
_MEASURING = frozenset({"early", "late", "long", "past", "last", "next", "few", "many", "several", "recent", "coming"})
_TARGETS = frozenset({"on", "to", "against", "for", "of", "in"})
_NOT_SEASONS = frozenset({"PERSON", "ORG", "GPE", "WORK_OF_ART", "FAC", "PRODUCT"})
_HOURS = re.compile(r"\b(?:small|early|wee|rush|office|working|business|opening|visiting)[ -]$")
_ZONE = re.compile(r"[A-Z]{2,4}$|time$", re.IGNORECASE)


def is_date(expression: Expression, text: str, parse: Doc) -> bool:
    """Whether the words around a candidate let it be a date."""
    words = text[expression.start : expression.end]
    tokens = parse.char_span(expression.start, expression.end, alignment_mode="expand")
    if tokens is None or not len(tokens):
        return True
    first, last = tokens[0], tokens[-1]
    if re.fullmatch(r"[0-9]{4}", words):
        return _year(int(words), first, text, expression)
    if expression.type in ("DATE", "TIME") and re.match(r"[0-9]{4}-[0-9]", expression.value):
        return True
    low = words.lower().rstrip(".")
    if low in MONTHS:
        return _month(words, first)
    if low in WEEKDAYS:
        return _weekday(words, first)
    if low.removeprefix("the ") in SEASONS:
        return _season(first, last, text, expression)
    if expression.grain == "holiday":
        return words[0].isupper() and not (last.dep_ == "compound" and last.head.i > last.i)
    if expression.grain == "decade":
        return not re.search(r"\b(?:his|her|their|my|our|your|its)$", text[: expression.start].rstrip()[-6:])
    if expression.type == "DURATION":
        return _duration(low, text, expression) and not _rate(low, first) and not _figure_of_speech(low, first)
    if expression.type == "SET" and " " not in words:
        return first.pos_ == "ADV" or first.dep_ == "advmod"
    if expression.grain == "clock" and expression.part and ":" in words and not _ZONE.search(words) and "m" not in low:
        return _before(first) in _CLOCK_CUES
    return expression.grain == "quarter" or not _named(tokens[-1])


def _before(token: Token) -> str:
    return str(token.doc[token.i - 1].lower_) if token.i else ""


def _after(token: Token) -> str:
    return str(token.doc[token.i + 1].lower_) if token.i + 1 < len(token.doc) else ""


def _named(token: Token) -> bool:
    return token.ent_type_ in _NAMES and token.ent_type_ not in ("EVENT", "NORP", "LOC", "GPE")


def _year(year: int, token: Token, text: str, expression: Expression) -> bool:
    if not 1000 <= year <= 2100:
        return False
    if token.ent_type_ in ("MONEY", "PERCENT", "QUANTITY", "PRODUCT", "CARDINAL") and token.ent_type_ != "DATE":
        return False
    joined = re.search(r"([0-9]+)-$", text[max(0, expression.start - 12) : expression.start])
    if joined and not re.fullmatch(r"(?:1[89]|20)[0-9]{2}", joined[1]):
        return False
    before, after = _before(token), _after(token)
    if after in ("percent", "%", "people", "points") or before in ("$", "#", "no.", "flight", "section", "room"):
        return False
    if token.dep_ == "nummod" and token.head.tag_ == "NNS" and token.head.i > token.i and token.ent_type_ != "DATE":
        return False
    if token.ent_type_ == "DATE":
        return True
    return 1600 <= year <= 2100 and before in _YEAR_CUES and token.ent_type_ not in _NAMES


def _month(words: str, token: Token) -> bool:
    low = words.lower().rstrip(".")
    if low == "march" and _before(token) in ("the", "a") and _after(token) in _TARGETS:
        return False
    if token.i and token.nbor(-1).pos_ == "PROPN" and low in ("may", "april", "june", "august", "jan"):
        return token.nbor(-1).ent_type_ in ("DATE", "TIME")
    if token.ent_type_ == "DATE":
        return True
    if token.ent_type_ in _NAMES or token.tag_ == "MD":
        return False
    if low in ("may", "march", "august") or len(low) < 4:
        return token.pos_ == "PROPN" and _before(token) in _SEASON_CUES and _after(token) not in ("on",)
    return True


def _weekday(words: str, token: Token) -> bool:
    low = words.lower().rstrip(".")
    if len(low) < 5:
        return token.ent_type_ == "DATE" and (words.endswith(".") or _after(token) == "." or words.isupper())
    return token.ent_type_ not in ("PERSON", "ORG", "WORK_OF_ART", "EVENT", "PRODUCT", "FAC")


def _season(first: Token, last: Token, text: str, expression: Expression) -> bool:
    if last.ent_type_ in _NOT_SEASONS or last.pos_ not in ("NOUN", "PROPN"):
        return False
    following = _after(last)
    if following in ("of", "in", "to", "from", "-") or last.tag_ in ("VB", "VBP"):
        return False
    if first.lower_ == "the":
        return _before(first) in _SEASON_CUES
    if last.lower_ in ("summer", "winter") and last.ent_type_ == "DATE":
        return True
    return _before(first) in _SEASON_CUES - {"the", "of"}


def _duration(low: str, text: str, expression: Expression) -> bool:
    rest = text[expression.end : expression.end + 12].lower()
    if re.match(r"[ -]olds?\b", rest):
        return False
    if re.match(r"(?:an?|one) quarter$", low) or (low.endswith("second") and low != "one second"):
        return False
    if re.search(r"(?:few|some|many|several) (?:second|quarter|morning|night|evening|day|week|month|year)$", low):
        return False
    if "quarter" in low and re.match(r" of\b|-mile|-inch|back|-century", rest):
        return False
    if low == "hours" and _HOURS.search(text[: expression.start][-10:]):
        return False
    if low == "one day":
        return bool(re.search(r"\b(?:in|for|of|than|within|about|after|just|only)[ ]$", text[: expression.start][-8:]))
    return not re.match(r"'s?\b (?:old)\b", rest)


def _figure_of_speech(low: str, token: Token) -> bool:
    """golden years, teen years."""
    if low not in ("years", "days") or not token.i:
        return False
    before = token.nbor(-1)
    return before.dep_ in ("amod", "compound") and before.lower_ not in _MEASURING


def _rate(low: str, token: Token) -> bool:
    """$5 a year, four flights a week."""
    if not low.startswith(("a ", "an ")) or not token.i:
        return False
    before = token.doc[token.i - 1]
    return before.pos_ in ("NOUN", "NUM", "SYM") or before.text == "%"
