"""Bytes to text: what is not clean UTF-8 is repaired one code point by one, or refused with a reason."""

from __future__ import annotations

import codecs
import hashlib
import os
import re
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import UnreadableFileError
from pipeline.model import Input, Repair, Span

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"RIFF", "a sound, film or picture file"),
)
_HTML = re.compile(rb"\s{0,99}(?:<\?xml[^>]{0,200}>\s{0,99})?<(?:!doctype\s+html|html[\s>])", re.IGNORECASE)
_CONTROL_BYTES = bytes(sorted({*range(0x20), 0x7F} - set(b"\t\n\v\f\r\x1a\x1b")))
_WORD = 40
_MOST_CONTROLS = 0.05
_MOST_FOREIGN = 0.25

_WINDOWS = {c: bytes([c]).decode("cp1252", "replace") for c in range(0x80, 0x100)}
_ESCAPED = re.compile("[\udc80-\udcff]+")
_MENDED = (
    (_ESCAPED, {0xDC00 + c: w for c, w in _WINDOWS.items()}, "read as Windows-1252 where the bytes were not UTF-8"),
    (re.compile("[\x80-\x9f]+"), {c: _WINDOWS[c] for c in range(0x80, 0xA0)}, "C1 controls read as Windows-1252"),
    (
        re.compile("[\x00-\x08\x0e-\x1f\x7f]+"),
        dict.fromkeys([*range(9), *range(0x0E, 0x20), 0x7F], " "),
        "control characters replaced by spaces",
    ),
    (
        re.compile("[\ufdd0-\ufdef\ufffe\uffff]+"),
        dict.fromkeys([*range(0xFDD0, 0xFDF0), 0xFFFE, 0xFFFF], "\ufffd"),
        "noncharacters replaced by the replacement character",
    ),
)
_SEEN = (
    (re.compile("\ufffd+"), "replacement characters: letters that were lost before the file came here"),
    (
        re.compile(
            "[\u00ad\u180e\u200b\u200c\u2060-\u2064\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]+|(?<=[\0-\u024f])\u200d+"
        ),
        "hidden characters, left as they are",
    ),
    (
        re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+"),
        "characters that turn the direction of the text, left as they are",
    ),
)


@dataclass(frozen=True, slots=True)
class Reading:
    """A file's text as all offsets count it, and what was repaired or is odd about it."""

    text: str
    repairs: tuple[Repair, ...]


def entry(folder: str, file: str) -> Input:
    """The file's entry in the run manifest, without holding the whole file."""
    try:
        with Path(folder, file).open("rb") as stream:
            return Input(file, os.fstat(stream.fileno()).st_size, hashlib.file_digest(stream, "sha256").hexdigest())
    except OSError:
        return Input(file, None, None)


def fetch(folder: str, file: str, max_file_mb: float) -> bytes:
    """The bytes of a file. Raises UnreadableFileError where it is too large or cannot be opened."""
    path = Path(folder, file)
    try:
        size = path.stat().st_size
        if size > max_file_mb * 1_000_000:
            raise UnreadableFileError(
                f"{size / 1_000_000:.1f} MB, over the limit of {max_file_mb:g} MB; split the file or raise max_file_mb"
            )
        return path.read_bytes()
    except OSError as error:
        raise UnreadableFileError(f"cannot be opened ({error.strerror or error}); check its permissions") from None


def to_text(data: bytes, file: str) -> Reading:
    """Decode and repair. Raises UnreadableFileError for bytes that are no text or hold no word."""
    if not data:
        raise UnreadableFileError("0 bytes; save the article's text in it or take it away")
    text, how = _decode(data)
    repairs = []
    for pattern, table, what in _MENDED:
        found = _places(pattern, text)
        text = text.translate(table) if found else text
        repairs += [(what, found)] if found else []
    if not any(c.isalnum() for c in text):
        raise UnreadableFileError("holds white space or marks only, no word; save the article's text in it")
    if how:
        word = next(i for i, c in enumerate(text) if c.isalnum())
        repairs.insert(0, (how, (word, word + 1, len(text))))
    for pattern, what in _SEEN:
        found = _places(pattern, text)
        repairs += [(what, found)] if found else []
    return Reading(text, tuple(Repair(Span(file, a, b, text[a:b]), what, count) for what, (a, b, count) in repairs))


def _places(pattern: re.Pattern[str], text: str) -> tuple[int, int, int] | None:
    """The word in which the first match stands, from start to end, and how many characters all matches hold."""
    first = pattern.search(text)
    if first is None:
        return None
    start, end = first.span()
    while start > 0 and first.start() - start < _WORD and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and end - first.end() < _WORD and not text[end].isspace():
        end += 1
    return start, end, sum(len(m) for m in pattern.findall(text))


def _decode(data: bytes) -> tuple[str, str]:
    """Text in which each byte that is not UTF-8 stands as a lone surrogate, and how it was read, if not as UTF-8."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            if encoding == "utf-8":
                data = data[len(mark) :]
                break
            text = data[len(mark) :].decode(encoding, "replace")
            return text, f"read as {encoding[:6].upper()}, by the file's byte order mark"
    _refuse_binary(data)
    text = data.decode("utf-8", "surrogateescape")
    foreign = sum(map(len, _ESCAPED.findall(text)))
    if foreign > max(1, _MOST_FOREIGN * len(text)):
        raise UnreadableFileError(
            f"neither UTF-8 nor Windows-1252 text ({foreign} of {len(data)} bytes do not fit); save it as UTF-8"
        )
    return text, ""


def _refuse_binary(data: bytes) -> None:
    kind = next((what for magic, what in _MAGIC if data.startswith(magic)), None)
    if kind:
        raise UnreadableFileError(f"{kind} under the name of a text file; save its text as UTF-8")
    if _HTML.match(data):
        raise UnreadableFileError("an HTML page under the name of a text file; save the article's text as UTF-8")
    controls = len(data) - len(data.translate(None, _CONTROL_BYTES))
    if controls > _MOST_CONTROLS * len(data):
        raise UnreadableFileError(
            f"not text ({controls} of {len(data)} bytes are control bytes: a binary file, or UTF-16 without its mark);"
            " save the article's text as UTF-8"
        )
