"""Words changed so that a sentence no longer tells the same: another number or date, a "not", a verb turned round."""

from __future__ import annotations

import calendar
import random
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_WORDS = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_WEEKDAYS = list(calendar.day_name)
_MONTHS = list(calendar.month_name)[1:]
_PAIRS = """
    reject:accept win:lose defeat:lose elect:oust re-elect:oust release:suppress hire:fire loosen:tighten repay:owe
    continue:stop endorse:oppose criticize:praise recommend:oppose urge:discourage lead:follow overrule:uphold
    contradict:confirm indict:clear charge:clear keep:lose remain:leave apologize:refuse stand:retreat deplete:refill
    exhaust:replenish rise:fall raise:lower increase:decrease approve:veto begin:end open:close support:oppose
    dispute:confirm resign:stay meet:avoid accept:refuse
"""
_TURNED = dict(turn for one, _, two in (p.partition(":") for p in _PAIRS.split()) for turn in ((one, two), (two, one)))
_PAST = {"win": "won", "lose": "lost", "keep": "kept", "leave": "left", "lead": "led", "rise": "rose", "fall": "fell",
         "uphold": "upheld", "stand": "stood", "begin": "began", "meet": "met"}  # fmt: skip
_DENIED = ("not", "n't", "never", "no")

Edit = tuple[int, int, str]
"""Where words are replaced, and by what."""


def other_number(word: str, dice: random.Random) -> Iterator[str]:
    """Two other numbers in the same dress, beyond any rounding: one smaller where there is room, one larger."""
    if not word[:1].isdigit():
        others = [w for w in _WORDS if w != word.lower()]
        chosen = dice.sample(others, 2) if word.lower() in _WORDS else ["several"] if word.lower() == "dozen" else []
        yield from (w.capitalize() if word[0].isupper() else w for w in chosen)
        return
    value = float(word.replace(",", ""))
    for factor in (dice.uniform(0.3, 0.7), dice.uniform(1.4, 3)):
        changed = value * factor
        if value < 20:
            changed = value + max(2, round(value * abs(factor - 1))) * (1 if factor > 1 else -1)
        if changed < 1:
            continue
        places = len(word.partition(".")[2])
        zeros = len(word) - len(word.rstrip("0,").rstrip(",")) if "." not in word else 0
        step = 10 ** max(0, len(str(int(value))) - 2) if zeros else 1
        made = f"{changed:.{places}f}" if places else str(int(round(changed / step) * step))
        yield f"{int(made):,}" if "," in word and not places else made


def other_date(words: str, dice: random.Random) -> Iterator[str]:
    """The expression with another weekday, month, day of the month or year, whichever it names first."""
    for names in (_WEEKDAYS, _MONTHS):
        for name in names:
            if re.search(rf"\b{name}\b", words):
                yield words.replace(name, dice.choice([n for n in names if n != name]))
                if names is _WEEKDAYS or not any(c.isdigit() for c in words):
                    return
    year = re.search(r"\b(?:19|20)\d\d\b", words)
    if year:
        made = int(year.group()) + dice.choice([-7, -4, -3, -2, -1, 1, 2, 3, 5])
        yield words.replace(year.group(), str(made))
        return
    day = re.search(r"\b\d{1,2}\b", words)
    if day:
        yield words.replace(day.group(), str(dice.choice([n for n in range(1, 29) if n != int(day.group())])))


def negated(doc: Doc, at: int) -> Edit | None:
    """A "not" put to the verb at a place of the sentence, or taken away where there is one."""
    verb = _token(doc, at)
    if verb is None:
        return None
    denial = next((t for t in verb.subtree if t.lower_ in _DENIED and (t.head == verb or t.head.head == verb)), None)
    if denial is not None:
        return _affirmed(doc, verb, denial)
    helper = next((t for t in verb.children if t.dep_ in ("aux", "auxpass") and t.i < verb.i), None)
    if helper is not None:
        end = helper.idx + len(helper)
        return end, end, " not"
    if verb.lemma_ == "be" or verb.tag_ in ("VBN", "VBG"):
        end = verb.idx + len(verb) if verb.lemma_ == "be" else verb.idx
        return (end, end, " not") if verb.lemma_ == "be" else (end, end, "Not " if verb.text[0].isupper() else "not ")
    help_ = {"VBD": "did", "VBZ": "does", "VBP": "do"}.get(verb.tag_)
    if help_ is None:
        return None
    capital = verb.text[0].isupper()
    made = f"{help_.capitalize() if capital else help_} {'Not' if capital else 'not'} {verb.lemma_}"
    return verb.idx, verb.idx + len(verb), made


def _affirmed(doc: Doc, verb: Token, denial: Token) -> Edit | None:
    start, end = denial.idx, denial.idx + len(denial)
    helper = next((t for t in verb.children if t.lower_ in ("did", "do", "does")), None)
    if denial.lower_ in ("not", "n't", "never") and helper is not None and verb.tag_ == "VB":
        past = _PAST.get(verb.lemma_, f"{verb.lemma_.rstrip('e')}ed")
        made = {"did": past, "does": f"{verb.lemma_}s", "do": verb.lemma_}[helper.lower_]
        return helper.idx, verb.idx + len(verb), made
    return (start, min(end + 1, len(doc.text)), "") if denial.text != "n't" else (start, end, "")


def turned(doc: Doc, at: int) -> Edit | None:
    """The verb at a place turned into one that excludes it, in the same form; None where none is known."""
    verb = _token(doc, at)
    other = _TURNED.get(verb.lemma_.lower()) if verb is not None else None
    if verb is None or other is None or any(t.dep_ == "neg" for t in verb.children):
        return None
    made = {"VBD": _past(other), "VBN": _past(other), "VBZ": f"{other}s", "VBG": f"{other.rstrip('e')}ing"}.get(
        verb.tag_, other
    )
    return verb.idx, verb.idx + len(verb), made.capitalize() if verb.text[0].isupper() else made


def _past(verb: str) -> str:
    if verb in _PAST:
        return _PAST[verb]
    if verb in ("stop",):
        return "stopped"
    return verb[:-1] + "ied" if verb.endswith("y") else verb + ("d" if verb.endswith("e") else "ed")


def _token(doc: Doc, at: int) -> Token | None:
    return next((t for t in doc if t.idx <= at < t.idx + len(t)), None)
