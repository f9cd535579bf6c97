"""What a line can be told to be by its own wording and shape."""

from __future__ import annotations

import re

from pipeline.ingest import credits, furniture
from pipeline.ingest.pieces import Piece, ends_sentence

_LONGEST = 1_200
_LINE = 300
_KINDS = (
    ("byline", credits.stamp),
    ("boilerplate", furniture.furniture),
    ("teaser", furniture.teaser),
    ("byline", credits.byline),
    ("credit", credits.credit),
    ("caption", credits.picture),
)
_POSITION = re.compile(
    r", (?:far |second from |third from |center |centre |top |bottom )?(?:left|right|center|centre)(?:[,;.]| and\b|$)|"
    r"\((?:L|C|L-R|left|right|centre|center)\)|\bfrom (?:left|right)\b|"
    r"\b(?:in this|file) (?:photo|photograph|image|picture)\b|^(?:FILE|File photo|PHOTO)\b|"
    r"\b(?:is|are) (?:pictured|photographed|(?:seen|shown) (?:in|at|on|here|near|outside|inside|during|after|before|"
    r"with))\b|^(?:Pictured|Above|Below)\b"
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|may|might|must|should|shall|says?|said|"
    r"told|tells?|asks|made|makes?|took|takes?|came|comes?|went|goes|got|gets?|gave|gives?|found|finds?|knew|knows?|"
    r"thinks?|thought|saw|sees?|wants?|became|becomes?|began|begins?|left|leaves|kept|keeps?|held|holds?|"
    r"brought|brings?|wrote|writes?|lost|loses?|won|wins?|met|meets|paid|pays|ran|runs?|rose|rises?|fell|falls|"
    r"led|leads?|spoke|speaks?|sent|sends?|grew|grows?|stood|stands?|set|put|cut|hit|let|\w+n't|\w+'(?:m|s|re|ve|d|ll))\b",
    re.IGNORECASE,
)
_PAST = re.compile(r"(?:^|(\S+) )(\w{2,}ed)\b(?: (\w+))?")
_BEFORE_PARTICIPLE = frozenset(
    {"a", "an", "the", "its", "of", "and", "or", "in", "by", "with", "from", "for", "on", "at"}
)
_FULL_DATE = re.compile(r"\b[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}\b|\b\d{1,2} [A-Z][a-z]{2,8}\.? \d{4}\b")


def shape(piece: Piece) -> tuple[str, str] | None:
    """The kind of block that a line is by its own wording, and why; None for prose, titles and whatever is not sure."""
    if len(piece.text) > _LONGEST:
        return None
    for kind, because_of in _KINDS:
        if because := because_of(piece):
            return kind, because
    return None


def depicts(piece: Piece) -> str | None:
    """Why a line is a caption by its wording; this counts only where captions stand."""
    if not 4 <= piece.size <= 90 or len(piece.text) > _LONGEST or "?" in piece.plain:
        return None
    if match := _POSITION.search(piece.plain):
        return f"says where in the picture, or that it is one: “{match.group().strip(' ,;.')}”"
    if piece.size <= 45 and ends_sentence(piece.text) and _FULL_DATE.search(piece.plain) and not _tells(piece.plain):
        return "a scene with its date, and no verb in a tense"
    return None


def _tells(text: str) -> bool:
    """Whether a verb stands in a tense, by its form; a word in -ed is a participle after an article or preposition."""
    return bool(_FINITE.search(text)) or any(
        (m[1] or "").casefold() not in _BEFORE_PARTICIPLE and m[3] != "by" for m in _PAST.finditer(text)
    )


def is_titled(text: str) -> bool:
    """Whether nearly all words that a title would capitalise are capitalised."""
    words = [w for w in re.findall(r"[^\W\d_][\w'’-]*", text) if w.casefold() not in credits.SMALL]
    return len(words) >= 3 and sum(w[0].isupper() for w in words) >= 0.85 * len(words)


def is_title_like(piece: Piece) -> bool:
    """A line that could be a headline: short, one line, begins upper, does not end as a sentence of prose does."""
    text = piece.text
    if not 1 <= piece.size <= 28 or len(text) > _LINE or "\n" in text or text[-1] in ",;:":
        return False
    if not (text[0].isupper() or text[0].isdigit() or text[0] in "\"'“‘«$£€¿¡"):
        return False
    if text[-1] in "?!":
        return piece.size <= 15 or is_titled(text)
    return not ends_sentence(text)
