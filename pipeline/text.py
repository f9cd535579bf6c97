"""Characters and words: folding that keeps offsets, folding that makes keys, and words with their places."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_STYLE = {
    **dict.fromkeys("“”„‟«»〝〞＂", '"'),
    **dict.fromkeys("‘’‚‛ʼ＇‹›", "'"),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u2028\u2029\u202f\u205f\u3000", " "),
    **{chr(c): " " for c in range(0x2000, 0x200B)},
}
_FOLD = str.maketrans(_STYLE)
_WORD = re.compile(r"\w+(?:[.,]\d+)*(?:['’-]\w+)*")
_LETTERS = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"})


def fold(text: str) -> str:
    """The text with typographic quotation marks, dashes and white space made plain, one character for one.

    >>> fold("“It’s”\\u00a0– so")
    '"It\\'s" - so'
    """
    return text.translate(_FOLD)


def key(text: str) -> str:
    """A key under which spellings of one name meet: no case, no diacritics, plain marks, single spaces.

    >>> key("Recep  Tayyip Erdoğan") == key("recep tayyip erdogan")
    True
    """
    if text.isascii():  # nine texts in ten, and nothing there to fold but capitals and blanks
        return " ".join(text.lower().split())
    plain = unicodedata.normalize("NFKD", fold(text)).casefold().translate(_LETTERS)
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())


def words(text: str) -> Iterator[tuple[int, int, str]]:
    """Each word with its start and end: runs of letters and digits, with inner apostrophes, hyphens and decimals."""
    for match in _WORD.finditer(text):
        yield match.start(), match.end(), match.group()


def singular(word: str) -> str:
    """A noun without the ending of its plural or genitive, a verb without that of the third person, by spelling alone.

    >>> [singular(w) for w in ("vehicles", "cities", "boxes", "mayor's", "passes", "gas", "virus")]
    ['vehicle', 'city', 'box', 'mayor', 'pass', 'gas', 'virus']
    """
    word = word.removesuffix("'s")
    if len(word) <= 3 or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "zes", "ches", "shes")):
        return word[:-2]
    return word.removesuffix("s")


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """`start` and `end` moved inward past white space; `start == end` where nothing else is there."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def listed(text: str) -> frozenset[str]:
    """The words of a list written out over lines, as a set: word lists stay readable in the source."""
    return frozenset(text.split())


def word_map(text: str) -> dict[str, str]:
    """A mapping written as words `key:value`."""
    return dict(word.split(":") for word in text.split())
