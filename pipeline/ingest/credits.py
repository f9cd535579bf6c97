"""Lines about an article: who wrote it, when it appeared, whose material it holds."""

from __future__ import annotations

import re

from pipeline.ingest.pieces import Piece, ends_sentence
from pipeline.ingest.stamps import full_date

AGENCY = (
    r"(?:Reuters|REUTERS|AP|AFP|UPI|DPA|dpa|EFE|ANSA|TASS|Xinhua|Kyodo|PTI|ANI|IANS|EPA|AAP|Bloomberg|The Canadian "
    r"Press|"
    r"(?:The )?Associated Press|Agence France-Presse|PA Media|Press Association|Getty(?: Images)?|Anadolu(?: Agency)?)"
)
SMALL = frozenset(
    {"a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "is", "nor", "of", "off", "on", "or"}
    | {"over", "so", "the", "to", "up", "via", "vs", "with", "yet", "after", "amid", "de", "da", "di", "du", "del"}
    | {"van", "von", "der", "den", "la", "le", "bin", "al", "el"}
)
_ROLE = re.compile(
    r"\b(?:staff|writers?|reporters?|correspondents?|editors?|agency|agencies|newsroom|news desk|editorial board|"
    r"columnist|"
    r"contributors?|wire services?|news service|producer)\b",
    re.IGNORECASE,
)
_NAMES = re.compile(r"{0}(?:(?:, | and | & |, and ){0})*".format(r"[A-Z][\w.'-]+(?: [A-Z][\w.'-]+){1,3}"))
_BY = re.compile(r"(?:By|BY|by|Story by|Written by|Reported by|Text by|From|Author:|Byline:|BYLINE:)\s(?=\S)")
_WORKS = (
    r"(?:reporting|writing|editing|compiled|translation|research|edited|written|reported|translated|production|"
    r"graphics?)"
)
_CREDITS = (
    rf"\W{{0,2}}(?:additional |extra |further )?{_WORKS} (?:and (?:writing|editing|reporting) )?by\b.{{2,400}}",
    r".{2,200}\bcontributed (?:reporting|research|to (?:this|the) (?:report|story|article|reporting|research|"
    r"piece)).{0,120}",
    r"\W{0,2}with (?:additional |extra )?(?:inputs?|reporting|reports?|files?|information|material|agency|"
    r"agencies)\b.{0,80}",
    r"\W{0,2}with .{2,60} (?:inputs?|reports?|files?|agencies|wires?)\W{0,2}",
    rf"[(\[\-_ ]*{AGENCY}(?: ?[/,&] ?{AGENCY}| (?:and|via) {AGENCY})*[)\]\-_ .]*",
    r"(?:via|photos?|images?|pictures?|photographs?|photographer|illustration|graphic|"
    r"(?:(?:main|lead|cover|header|featured?) )?(?:photo|image|picture)? ?(?:credit|source))"
    r"(?: (?:by|courtesy of|from|credit))? ?[:|] ?.{2,100}",
    r"(?:photo|photograph|image|illustration)s? (?:by|courtesy of) .{2,60}",
    r"(?:\(c\)|©|copyright)\s.{2,400}",
    r".{0,120}\ball rights reserved\b.{0,300}",
    r"this (?:article|story|report|piece|post) (?:was|is|has been|first|originally|also|appeared|ran)\b.{0,200}"
    r"\b(?:published|appeared|republished|corrected|amended|produced|provided|syndicated|translated|edited)\b.{0,200}",
    r"(?:originally|first) published (?:by|in|on|at)\b.{2,160}",
)
_CREDIT = re.compile("(?:" + "|".join(_CREDITS) + ")", re.IGNORECASE)

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\.?"
)
_ORDINAL = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = (
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?"
    rf"(?:{_MONTH} {_ORDINAL},? \d{{4}}|{_ORDINAL} {_MONTH},? \d{{4}}|\d{{4}}[-/]\d{{2}}[-/]\d{{2}}|"
    rf"\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}})"
)
_CLOCK = r"(?:\d{1,2}[:.]\d{2}(?::\d{2}(?:\.\d+)?)? ?(?:[ap]\.?m\.?)?|\d{1,2} ?[ap]\.?m\.?)"
_ZONE = r"(?: ?\(?[A-Z]{1,5}\)?(?:[+-]\d{1,2}:?\d{0,2})?|[+-]\d{2}:?\d{2})?"
_APPEARED = (
    r"(?:first |last |originally )?(?:published|posted|updated|modified|date|publication date|created|issued|"
    r"released|filed|"
    r"revised|load-date)(?: (?:on|at|date|time))?"
)
_STAMPED = (
    rf"(?:{_APPEARED} ?[:|-]? ?)?(?:at )?(?:{_CLOCK}[ ,|]*(?:[a-z]{{2,5}}[ ,|]+)?(?:on )?)?{_DATE}"
    rf"(?:[ T,|·•@/-]*(?:at )?{_CLOCK}{_ZONE})?(?:[ ,;|·•/(-]+(?:last )?(?:updated|modified)\b.{{0,80}})?"
    r"(?: (?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)?(?: ?[/|·] ?[A-Z][\w/.& ]{1,30})?\.?"
)
_STAMP = re.compile(_STAMPED, re.IGNORECASE)
_NAMED_STAMP = re.compile(rf"([^\d:-][^\d:]{{1,60}}?)[ ,|·•-]+{_STAMPED}", re.IGNORECASE)
_DATELINE = re.compile(
    rf"[A-Z][\w.,' -]{{2,60}}\( ?{AGENCY} ?\) ?[-_]{{0,2}}|[A-Z][A-Z.' -]{{2,30}},? ?[\w. ]{{0,30}}[-_]{{1,2}}"
)
_PICTURES = (
    r"[(\[](?:photo|image|picture|credit|photograph|file photo|photo by|by)\b:? ?[^()\[\]]{2,80}[)\]]",
    r"[(\[][^()\[\]/]{3,60} ?/ ?[^()\[\]/]{2,60}[)\]]",
    rf"[(\[][^()\[\]]{{0,50}}{AGENCY}[^()\[\]]{{0,20}}(?:photo|images?|file)[^()\[\]]{{0,40}}[)\]]",
    r"[(\[][^()\[\]]{0,60}\b(?:[Pp]hoto|[Gg]etty [Ii]mages|[Ss]hutterstock)\b[^()\[\]]{0,40}[)\]]",
    r"\b(?:AP Photo|REUTERS|AFP|EPA|Getty Images) ?/ ?[\w.' -]{3,60}",
    r"\b(?:Photo|Photograph|Image|Picture|Credit)(?: (?:by|credit|courtesy))?: ?[^.]{3,80}",
    r"[.!?\"']\s?Credit(?:\.{3}|…)?\s?[A-Z][^.]{3,60}",
)
_PICTURE = re.compile("(?:" + "|".join(_PICTURES) + r")\.?$")


def byline(piece: Piece) -> str | None:
    """Why a line names the writers, or is a dateline that stands alone."""
    if piece.size > 20:
        return None
    if (by := _BY.match(piece.plain)) and _are_names(piece.plain[by.end() :]):
        return "names the writers"
    if _DATELINE.fullmatch(piece.plain):
        return "a dateline that stands alone"
    return None


def stamp(piece: Piece) -> str | None:
    """Why a line is a time stamp."""
    if piece.size > 30 or not any(c.isdigit() for c in piece.plain):
        return None
    if _STAMP.fullmatch(piece.plain):
        return "a time stamp"
    named = _NAMED_STAMP.fullmatch(piece.plain)
    if named and "@" not in named[1] and _are_names(named[1]):
        return "a time stamp"
    return "a time stamp" if full_date(piece.plain) else None


def credit(piece: Piece) -> str | None:
    """Why a line says whose material it is."""
    return "names agencies, editors or owners" if piece.size <= 70 and _CREDIT.fullmatch(piece.plain) else None


def picture(piece: Piece) -> str | None:
    """Why a line is a caption: the credit of a picture at its end."""
    return "ends in a picture credit" if piece.size <= 90 and _PICTURE.search(piece.plain[-200:]) else None


def is_names(piece: Piece) -> bool:
    """A line of one name or a few, with nothing else but a role: a byline without its "by"."""
    if not 2 <= piece.size <= 10 or ends_sentence(piece.text):
        return False
    return bool(_NAMES.fullmatch(piece.plain)) or (bool(_ROLE.search(piece.plain)) and _are_names(piece.plain))


def is_signature(piece: Piece) -> bool:
    """A line of names and roles, such as stands under a headline or a displayed quotation."""
    if not 1 <= piece.size <= 10 or len(piece.text) > 200 or ends_sentence(piece.text.rstrip(".")):
        return False
    return _are_names(piece.plain) or bool(_ROLE.search(piece.plain))


def _are_names(text: str) -> bool:
    """Whether every word is a name's, an initial, a connecting word or a role."""
    words = re.findall(r"[^\W\d_][\w'’.@-]*", _ROLE.sub("Role", text))
    big = [w for w in words if w.casefold() not in SMALL]
    return bool(big) and all(w[0].isupper() or "@" in w for w in big)
