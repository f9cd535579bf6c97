"""What the model's names need before they can be used: edges, pieces of one name joined, labels by their last word."""

from __future__ import annotations

import re

from pipeline.extract.entities.gazetteer import gazetteer
from pipeline.extract.tokens import Tokens
from pipeline.names import SUFFIXES
from pipeline.text import listed

_LAST_WORD = {
    **dict.fromkeys(
        listed(
            "committee caucus party union council agency bureau university college school institute "
            "foundation ministry department association organization organisation federation league bank "
            "corporation corp inc ltd plc llc group company co commission court congress parliament senate "
            "assembly administration authority embassy consulate police army navy force forces corps brigade "
            "times post journal news network center centre coalition alliance society club airlines airways "
            "motors industries holdings partners service services office board fund trust hospital church "
            "front movement brotherhood"
        ),
        "ORG",
    ),
    **dict.fromkeys(listed("act treaty amendment accord accords protocol constitution"), "LAW"),
    **dict.fromkeys(listed("airport bridge stadium tower hotel palace prison cathedral mosque temple museum"), "FAC"),
    **dict.fromkeys(listed("ocean sea river mountains valley desert peninsula island islands gulf bay coast"), "LOC"),
    **dict.fromkeys(listed("war olympics championship festival"), "EVENT"),
}
_AT = listed("in at near outside inside around throughout across")
_MAKERS = listed(
    "company firm maker manufacturer contractor producer supplier group agency bank developer retailer carrier airline "
    "operator publisher broadcaster organization organisation charity party union startup subsidiary conglomerate"
)
_PREFIXES = listed("anti pro non ex pre post un ultra neo former then late trans inter mid")
_PARTY_TAG = re.compile(r"[DRI]-[A-Z][\w.]*")
_GENERIC = listed(
    "committee bureau department office council commission company group agency ministry party board administration "
    "campaign congressional state secretary government senator president representative governor minister judge"
)
_NOT_PEOPLE = listed("congressional presidential federal senatorial gubernatorial")
_NUMBERED = re.compile(
    r"(?:section|article|chapter|group|phase|part|title|tier|level|category|clause|page|no\.?|number|room|gate|line)"
    r"[ -]?[\dIVX][\dIVX.]*[a-z]?",
    re.IGNORECASE,
)
_CODE = re.compile(r"(?=.*\d)(?=.*[A-Z])[A-Za-z0-9-]+")


def mended(tokens: Tokens, i: int, j: int, label: str) -> tuple[int, int, str] | None:
    """The name at tokens `i` to `j` with its edges and label put right; None where it is no name."""
    while j - i > 2 and tokens.low[i] in _PREFIXES and tokens.text[i + 1] == "-":
        i += 2
    if label == "PERSON":
        i, j = _whole_person(tokens, i, j)
    text = tokens.text[i] if j == i + 1 else "".join(tokens.text[i:j])
    if _NUMBERED.fullmatch(text) or len(text) == 1 or text.lower() in _GENERIC:
        return None
    if _PARTY_TAG.fullmatch(text) or (label == "NORP" and (text.lower() in _NOT_PEOPLE or j - i > 3)):
        return None
    if tokens.low[i] in _PREFIXES and "-" in tokens.low[i]:
        return None
    last = tokens.low[j - 1].rstrip(".")
    if j - i > 1 and last in _LAST_WORD and label != "PERSON":
        label = _LAST_WORD[last]
    elif label in {"PERSON", "GPE", "LOC", "ORG", "WORK_OF_ART", "FAC"} and _CODE.fullmatch(tokens.text[j - 1]):
        label = "PRODUCT" if j - i < 4 else label
    return i, j, label


def _whole_person(tokens: Tokens, i: int, j: int) -> tuple[int, int]:
    """A person's name with a "Jr." after it and the given name before it that the model left out."""
    if j < len(tokens) and tokens.low[j].rstrip(".") in SUFFIXES:
        j += 1
    while i and tokens.text[i - 1][0].isupper() and tokens.dep[i - 1] == "compound" and i - 1 in tokens.kids[j - 1]:
        if tokens.label[i - 1] == "PERSON" or tokens.low[i - 1] in gazetteer().given:
            i -= 1
        else:
            break
    return i, j


def body_or_place(tokens: Tokens, i: int, j: int) -> int:
    """1 where a name's surroundings say that it is a body ("Roe sensors", "Roe, a maker of sensors"), -1 where they
    say that it is a place ("in Roe", "Roe, Ohio"), else 0."""
    head = j - 1
    over = tokens.head[head]
    if tokens.dep[head] == "pobj" and tokens.low[over] in _AT:
        return -1
    if j + 1 < len(tokens) and tokens.text[j] == "," and tokens.label[j + 1] == "GPE":
        return -1
    if tokens.dep[head] in {"compound", "nmod", "amod"} and tokens.pos[over] == "NOUN" and tokens.tag[over] == "NNS":
        return 1
    for k in tokens.kids[head]:
        if tokens.dep[k] == "appos" and k >= j and _kind(tokens, k) in _MAKERS:
            return 1
    return 0


def _kind(tokens: Tokens, noun: int) -> str:
    """The noun that says what something is, past "one of the"."""
    if tokens.low[noun] in {"one", "some", "part", "member"}:
        for of in (k for k in tokens.kids[noun] if tokens.low[k] == "of"):
            return next((tokens.lemma[k] for k in tokens.kids[of] if tokens.dep[k] == "pobj"), "")
    return tokens.lemma[noun]
