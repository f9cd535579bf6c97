"""flags.csv, claims.csv, quotes.csv and figures.csv: one row a finding, claim, quotation, figure.

UTF-8 with a byte order mark, since spreadsheets need it, and CRLF (RFC 4180).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

from pipeline.report.cells import Cell, Row, claim_rows, figure_rows, flag_rows, quote_rows, safe


def flags_csv(report: dict[str, Any]) -> bytes:
    """One row a finding."""
    return _table(*flag_rows(report))


def claims_csv(report: dict[str, Any]) -> bytes:
    """One row a claim, with its evidence in one cell."""
    return _table(*claim_rows(report))


def quotes_csv(report: dict[str, Any]) -> bytes:
    """One row a quotation."""
    return _table(*quote_rows(report))


def figures_csv(report: dict[str, Any]) -> bytes:
    """One row a figure."""
    return _table(*figure_rows(report))


def _table(header: Sequence[str], rows: Iterable[Row]) -> bytes:
    sheet = io.StringIO(newline="")
    writer = csv.writer(sheet, lineterminator="\r\n")
    writer.writerow(header)
    for row in rows:
        writer.writerow([_printed(cell) for cell in row])
    return ("\ufeff" + sheet.getvalue()).encode("utf-8", "backslashreplace")


def _printed(cell: Cell) -> str | int | float:
    return "" if cell is None else safe(cell) if isinstance(cell, str) else cell
