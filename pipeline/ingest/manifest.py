"""`sources.csv`: what a desk knows about its files, checked cell by cell."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from calendar import monthrange
from collections.abc import Collection
from datetime import date
from difflib import get_close_matches
from pathlib import Path, PurePosixPath

from pipeline.errors import ManifestError
from pipeline.model import Published, Row

NAME = "sources.csv"
COLUMNS = ("file", "publisher", "title", "published", "url", "part", "role", "origin")
ROLES = ("source", "draft", "primary", "withdrawn")
_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2})(?:[T ]\d{1,2}:\d{2}\S{0,20}(?: ?[A-Z]{1,5})?)?)?)?")


def load_rows(path: Path, files: Collection[str]) -> tuple[tuple[Row, ...], tuple[str, ...]]:
    """The sound rows of a manifest, by file and part, and what is wrong with the others.

    `files`: what lies in the story folder, relative to it. A problem names file, row, value and way out; an unknown
    column is passed over, a row with a bad cell is left out.
    """
    problems: list[str] = []
    rows: dict[tuple[str, int], Row] = {}
    try:
        text = _text(path)
        lines = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
        header = _header(path, next(lines, []), problems)
        for cells in lines:
            if any(c.strip() for c in cells):
                try:
                    row = _row(f"{path}, row {lines.line_num}", lines.line_num, header, cells, files)
                    _once(path, row, rows)
                except ManifestError as error:
                    problems.append(str(error))
    except csv.Error as error:
        problems.append(f"{path}, row {lines.line_num}: not CSV ({error}); mend the row's quotation marks")
    except ManifestError as error:
        problems.append(str(error))
    return tuple(rows[place] for place in sorted(rows)), tuple(problems)


def _once(path: Path, row: Row, rows: dict[tuple[str, int], Row]) -> None:
    """Keep the row unless another speaks of the same article."""
    other = rows.setdefault((row.file, row.part), row)
    if other is not row:
        raise ManifestError(
            f"{path}, row {row.row}: '{row.file}', part {row.part}, stands in row {other.row} already;"
            " keep one of the two, or number the articles of the file in the column part"
        )


def interval(cell: str) -> tuple[date, date]:
    """First and last day that an ISO day, month or year (or a moment) can mean.

    Raises ValueError with the way out for what is none, or is in no calendar.

    >>> [d.isoformat() for d in interval("2024-02")]
    ['2024-02-01', '2024-02-29']
    """
    match = _DAY.fullmatch(cell)
    if not match:
        raise ValueError("write it as 2024-03-04, 2024-03 or 2024, or leave the cell empty")
    year, month, day = (int(g) if g else None for g in match.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
    except ValueError:
        raise ValueError("no such day in the calendar; correct it or leave the cell empty") from None
    last = first if day else date(first.year, month or 12, monthrange(first.year, month or 12)[1])
    return first, last


def as_published(row: Row) -> Published | None:
    """The row's date as a publication date; None where the cell is empty."""
    if row.published is None:
        return None
    first, last = interval(row.published)
    value = first.isoformat() if first == last else None
    because = f"{NAME}, row {row.row}: {row.published}"
    moment = row.published if ":" in row.published else ""
    return Published(value, first.isoformat(), last.isoformat(), "manifest", because, moment)


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ManifestError(f"{path}: not UTF-8; save it as CSV in UTF-8") from None
    except OSError as error:
        raise ManifestError(f"{path}: cannot be read ({error.strerror}); check its permissions") from None


def _delimiter(text: str) -> str:
    header = text.splitlines()[0] if text.strip() else ""
    return max(",;\t", key=header.count)


def _header(path: Path, cells: list[str], problems: list[str]) -> list[str]:
    """The columns' names, an empty one for each that is unknown or stands twice."""
    header: list[str] = []
    for cell in cells:
        name = cell.strip().casefold()
        if name not in COLUMNS:
            close = get_close_matches(name, COLUMNS, n=1, cutoff=0.5)
            out = f"did you mean '{close[0]}'?" if close else f"there are {', '.join(COLUMNS)}"
            problems.append(f"{path}, row 1: no column '{cell.strip()}'; {out}")
        elif name in header:
            problems.append(f"{path}, row 1: the column '{name}' stands twice; keep one")
        header.append(name if name in COLUMNS and name not in header else "")
    if "file" not in header:
        raise ManifestError(f"{path}, row 1: there is no column 'file'; begin with the row {','.join(COLUMNS[:5])}")
    return header


def _row(where: str, number: int, header: list[str], cells: list[str], files: Collection[str]) -> Row:
    if len(cells) > len(header) and any(c.strip() for c in cells[len(header) :]):
        raise ManifestError(
            f"{where}: {len(cells)} cells under {len(header)} columns; put a cell that holds a comma in quotation marks"
        )
    cell = {name: value.strip() or None for name, value in zip(header, cells, strict=False)}
    role = (cell.get("role") or "source").casefold()
    if role not in ROLES:
        close = get_close_matches(role, ROLES, n=1, cutoff=0.5)
        out = f"did you mean '{close[0]}'?" if close else f"there are {', '.join(ROLES)}"
        raise ManifestError(f"{where}: no role '{role}'; {out}")
    part = cell.get("part") or "1"
    if not re.fullmatch(r"[1-9][0-9]{0,4}", part):
        raise ManifestError(f"{where}: part '{part}'; it is a number from 1, or empty for the file's first article")
    published = cell.get("published")
    try:
        interval(published or "2000")
    except ValueError as error:
        raise ManifestError(f"{where}: published '{published}': {error}") from None
    file = _file(where, cell.get("file"), files)
    return Row(
        file,
        int(part),
        cell.get("publisher"),
        cell.get("title"),
        published,
        cell.get("url"),
        role,
        cell.get("origin"),
        number,
    )


def _file(where: str, cell: str | None, files: Collection[str]) -> str:
    if cell is None:
        raise ManifestError(f"{where}: the cell 'file' is empty; name the file or take the row out")
    path = PurePosixPath(cell.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or re.match(r"[A-Za-z]:", cell):
        raise ManifestError(f"{where}: '{cell}' leads out of the story folder; name a file that lies in it")
    wanted = unicodedata.normalize("NFC", str(path))
    for name in files:
        if unicodedata.normalize("NFC", name) == wanted:
            return name
    stems = {PurePosixPath(name).stem: name for name in sorted(files)}
    close = get_close_matches(PurePosixPath(wanted).stem, stems, n=1, cutoff=0.6)
    out = f"did you mean '{stems[close[0]]}'?" if close else "put the file there or take the row out"
    raise ManifestError(f"{where}: there is no file '{cell}' in the story folder; {out}")
