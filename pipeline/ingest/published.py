"""The publication date that a page itself states: a time stamp, or a dateline with its year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from pipeline.ingest.stamps import full_date
from pipeline.model import Block, Published

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME = rf"(?P<month>{'|'.join(_MONTHS)})[a-z]*\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d{2})"
_FULL = (
    re.compile(rf"(?<!\d){_YEAR}[-/](?P<number>\d{{2}})[-/](?P<day>\d{{2}})(?!\d)"),
    re.compile(rf"\b{_NAME}\s+{_DAY},?\s+{_YEAR}\b", re.IGNORECASE),
    re.compile(rf"(?<!\d){_DAY}\s+{_NAME},?\s+{_YEAR}\b", re.IGNORECASE),
)
_NUMBERS = re.compile(rf"(?<!\d)(?P<one>\d{{1,2}})[./](?P<two>\d{{1,2}})[./]{_YEAR}(?!\d)")
_NO_YEAR = re.compile(rf"\b{_NAME}\s+{_DAY}\b|(?<!\d)\d{{1,2}}\s+(?:{'|'.join(_MONTHS)})", re.IGNORECASE)
_APPEARED = re.compile(r"(?:first |originally |last )?(?:published|posted|updated|modified|load-date)\b", re.IGNORECASE)
_UPDATED = re.compile(r"\b(?:updated|modified|revised)\b", re.IGNORECASE)
_SHORT = "|".join(_MONTHS)
_WHEN = rf"(?:(?:{_SHORT})[a-z]{{0,6}}\.? \d{{1,2}}|\d{{1,2}} (?:{_SHORT})[a-z]{{0,6}}\.?)(?:,? \d{{4}})?"
_AGENCY = r" ?[(/](?-i:[A-Z])[\w ./-]{1,30}[)/] ?"
_DATELINE = re.compile(
    r"(?:(?:(?-i:[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3}(?:, ?[A-Z][\w. ]{1,30}){0,2})[,.]? )?"
    rf"{_WHEN}(?:{_AGENCY}[-–—_]{{0,2}}| ?[-–—_]{{1,2}})"
    rf"|(?-i:[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){{0,2}}), {_WHEN}{_AGENCY}[-–—_]{{1,2}})(?: |$)",
    re.IGNORECASE,
)


def find_published(blocks: Sequence[Block]) -> Published:
    """What the stamps and the dateline say; basis `none`, with what was looked for, where they say nothing.

    A date in running prose is never taken.
    """
    prose = next((i for i, b in enumerate(blocks) if b.kind == "body"), len(blocks))
    stamps = [
        b.at.text
        for i, b in enumerate(blocks)
        if b.kind == "byline" and b.because == "a time stamp" and (i < prose or _APPEARED.match(b.at.text))
    ]
    for text in sorted(stamps, key=lambda t: bool(_UPDATED.match(t))):
        if found := _read(text):
            return _published(found, "metadata", f"the time stamp “{_short(text)}”")
    opening = [b for b in blocks[: prose + 2] if b.kind in ("body", "byline")]
    dateline = next((m for b in opening if (m := _DATELINE.match(" ".join(b.at.text[:160].split()) + " "))), None)
    if dateline:
        text = dateline.group()
        if found := _read(text):
            return _published(found, "dateline", f"the dateline “{_short(dateline.group())}”")
        if _NO_YEAR.search(text):
            where = _short(dateline.group())
            return Published(because=f"the dateline “{where}” gives no year; no time stamp was found")
    return Published(because="no date in the manifest, no time stamp on the page, no dateline with its year")


def _read(text: str) -> tuple[date, date] | None:
    """The first full date in a stamp, as the first and last day it can mean."""
    for pattern in _FULL:
        if match := pattern.search(text):
            groups = match.groupdict()
            month = int(groups["number"]) if groups.get("number") else 1 + _MONTHS.index(groups["month"].lower())
            if day := _day(int(groups["year"]), month, int(groups["day"])):
                return day, day
    if match := _NUMBERS.search(text):
        one, two, year = int(match["one"]), int(match["two"]), int(match["year"])
        days = sorted(d for d in {_day(year, one, two), _day(year, two, one)} if d)
        return (days[0], days[-1]) if days else None
    day = full_date(text)
    return (day, day) if day else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _published(found: tuple[date, date], basis: str, because: str) -> Published:
    first, last = (d.isoformat() for d in found)
    if first != last:
        because += f", which is {first} or {last}"
    return Published(first if first == last else None, first, last, basis, because)


def _short(text: str) -> str:
    text = " ".join(text.split()).strip(" -–—_")
    return text if len(text) <= 80 else text[:79] + "…"
