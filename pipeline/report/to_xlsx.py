"""worksheet.xlsx: a sheet for each ledger, with columns for the checker's verdict.

Every text is written as text, so that nothing in it is run; numbers are numbers. The file carries a fixed time.
"""

from __future__ import annotations

import io
from datetime import datetime
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from pipeline.report.cells import Cell, Sheet, claim_rows, figure_rows, flag_rows, name_rows, number_rows, quote_rows

_CREATED = datetime(2000, 1, 1)
_LONGEST = 32_000
"""Excel's limit for a cell is 32,767 characters."""
_WIDTHS = dict.fromkeys(("text", "message", "evidence", "variants", "places"), 60) | {
    **{"reads": 50, "near_misses": 40, "because": 30},
}
_CHECKER = ("verdict", "checked by", "checked on", "remark")
_VERDICTS = ["stands", "to be changed", "not an issue", "open"]
_SHEETS = (
    *(("Findings", flag_rows), ("Statements", claim_rows), ("Quotations", quote_rows)),
    *(("Figures", figure_rows), ("Numbers", number_rows), ("Names", name_rows)),
)


def to_xlsx(report: dict[str, Any]) -> bytes:
    """The workbook; the same bytes for the same report."""
    file = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(file, options)
    book.set_properties({"title": report["story"][:255], "created": _CREATED})
    head = book.add_format({"bold": True, "bottom": 1, "valign": "top"})
    body = book.add_format({"valign": "top", "text_wrap": True})
    for name, rows in _SHEETS:
        _fill(book.add_worksheet(name), rows(report), head, body)
    book.close()
    return file.getvalue()


def _fill(sheet: Worksheet, table: Sheet, head: Format, body: Format) -> None:
    header, rows = table
    columns = (*_CHECKER, *header)
    for column, name in enumerate(columns):
        sheet.write_string(0, column, name, head)
        sheet.set_column(column, column, _WIDTHS.get(name, 14))
    for number, row in enumerate(rows, 1):
        for column, cell in enumerate(row, len(_CHECKER)):
            _write(sheet, number, column, cell, body)
    last = max(1, len(rows))
    sheet.data_validation(1, 0, last, 0, {"validate": "list", "source": _VERDICTS})
    sheet.autofilter(0, 0, last, len(columns) - 1)
    sheet.freeze_panes(1, len(_CHECKER))


def _write(sheet: Worksheet, row: int, column: int, cell: Cell, body: Format) -> None:
    if cell is None:
        return
    if isinstance(cell, str):
        sheet.write_string(row, column, cell[:_LONGEST].encode("utf-8", "backslashreplace").decode(), body)
    else:
        sheet.write_number(row, column, cell, body)
