"""What marks are for when nobody beside them speaks: scare quotes, titles, nicknames, terms, headlines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.extract.quotes.marks import Pair
from pipeline.text import listed

if TYPE_CHECKING:
    from spacy.tokens import Doc

_TERM_BEFORE = listed(
    "word words term phrase label slogan name motto nickname titled entitled headlined called dubbed named known "
    "so-called hashtag abbreviated moniker codenamed code-named nicknamed"
)
_WORK_BEFORE = listed(
    "book novel film movie show song album play poem series documentary magazine podcast essay memoir programme "
    "program sitcom musical episode column report book's author authored hit bestseller anthem ballad opera painting "
    "sketch game exhibition hymn single track video on in host of"
)
_PREDICATES = listed("be become remain seem as")
_NOT_AS = listed("being been")
_PERSONS = listed("i we you my our your me us i'm we're you're")
_NAME = re.compile(
    r"^(?:[A-Z0-9][\w'’.-]*|of|the|a|an|and|to|in|on|for|with|from|at|by|is|it|vs\.?|&|[:!?,])"
    r"(?:\s+(?:[A-Z0-9][\w'’.!?:,-]*|of|the|a|an|and|to|in|on|for|with|from|at|by|is|it|vs\.?|&))*$"
)


def use_of(doc: Doc, text: str, pair: Pair, low: int, high: int, block: str) -> str:
    """`speech`, `scare`, `title`, `nickname`, `term` or `headline` for words between marks that no cue claims.

    `low`, `high`: the first token of the pair and the first one after it.
    """
    words = text[pair.inner_start : pair.inner_end].strip(" ,.;:")
    count = len(words.split())
    if block == "headline":
        return "headline"
    before = doc[low - 1] if low > 0 else None
    after = doc[high] if high < len(doc) else None
    if count <= 2 and before is not None and after is not None and _within_name(doc, low, high):
        return "nickname"
    if before is not None and before.lower_ in _TERM_BEFORE:
        return "term"
    capital = words[:1].isupper() and _NAME.match(words) is not None and (count > 1 or pair.start > 0)
    asks = text[pair.inner_end - 1 : pair.inner_end] in ("!", "?")
    if capital and count <= 12 and (not asks or _headed(words)):
        return "title"
    return "speech" if _utters(doc, low, high, count) or _judges(doc, low, high, count) else "scare"


def _headed(words: str) -> bool:
    """Whether words are set as a heading is: at least four, all the longer ones in capitals."""
    longer = [w for w in words.split() if len(w) > 3]
    return len(words.split()) >= 4 and len(longer) >= 2 and all(w[0].isupper() for w in longer)


def _judges(doc: Doc, low: int, high: int, count: int) -> bool:
    """Whether the words say what something is, in marks: a predicate of three words or more that judges."""
    if not 3 <= count <= 15 or low == 0:
        return False
    before = doc[low - 1]
    while before.pos_ in ("DET", "ADV") and before.i > 0:
        before = doc[before.i - 1]
    if sum(t.text[:1].isupper() for t in doc[low:high]) * 2 > count:
        return False
    predicate = before.lemma_.lower() in _PREDICATES and before.lower_ not in _NOT_AS
    return predicate and any(t.pos_ in ("ADJ", "NOUN") for t in doc[low:high])


def _utters(doc: Doc, low: int, high: int, count: int) -> bool:
    """Whether the words are a whole utterance: a finite verb, and a beginning or an end of their own."""
    inside = [t for t in doc[low:high] if not t.is_punct]
    if count < 4 or not inside:
        return False
    finite = any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in inside)
    person = any(t.lower_ in _PERSONS for t in inside)
    ended = any(t.text in (".", "!", "?") for t in doc[max(low, high - 3) : high])
    return finite and inside[0].text[:1].isupper() and (person or ended)


def _within_name(doc: Doc, low: int, high: int) -> bool:
    before, after = doc[low - 1], doc[high]
    return before.pos_ == "PROPN" and after.pos_ == "PROPN" and before.text[:1].isupper() and after.text[:1].isupper()
