"""Every rendering of the small story, as it was when somebody last looked at it.

`CROSSCHECK_GOLDEN=rewrite python -m pytest tests/report/test_golden.py` writes the files anew; read the diff.
"""

from __future__ import annotations

import io
import os
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest

from pipeline.report import RENDERERS, diff_html, diff_text, stories_html
from pipeline.report.to_docx import docx_files
from pipeline.report.to_html import to_html
from pipeline.report.to_xlsx import to_xlsx

GOLDEN = Path(__file__).parent / "golden"
REWRITE = "CROSSCHECK_GOLDEN=rewrite python -m pytest tests/report/test_golden.py"
_INLINED = re.compile(rb"(<(style|script)>).*?(</\2>)|(sha256-)[\w+/=]+", re.DOTALL)


def _plain(content: bytes) -> bytes:
    """A page without its style and script, which have no golden file."""
    return _INLINED.sub(rb"\1\3\4", content)


def _unpacked(content: bytes, *parts: str) -> bytes:
    """The parts of an office file that hold what we write, an element a line."""
    with ZipFile(io.BytesIO(content)) as archive:
        trees = [ElementTree.fromstring(archive.read(part)) for part in parts]
    for tree in trees:
        ElementTree.indent(tree)
    return b"\n".join(ElementTree.tostring(tree) for tree in trees) + b"\n"


def _made(name: str, report: dict[str, Any]) -> bytes:
    earlier = report | {"flags": report["flags"][1:]}
    pages = {
        "report.html": lambda: _plain(to_html(report)),
        "index.html": lambda: _plain(stories_html([report])),
        "diff.html": lambda: _plain(diff_html(earlier, report)),
        "copy.docx.xml": lambda: _unpacked(next(docx_files(report))[1], "word/document.xml", "word/comments.xml"),
        "worksheet.xlsx.xml": lambda: _unpacked(to_xlsx(report), *SHEETS),
        "diff.txt": lambda: diff_text(earlier, report).encode(),
    }
    return pages[name]() if name in pages else dict(RENDERERS)[name](report)


SHEETS = ("xl/sharedStrings.xml", *(f"xl/worksheets/sheet{n}.xml" for n in range(1, 7)))
NAMES = [
    *("report.html", "index.html", "diff.html", "diff.txt", "copy.docx.xml", "worksheet.xlsx.xml"),
    *(n for n, _ in RENDERERS if n != "worksheet.xlsx"),
]


@pytest.mark.parametrize("name", NAMES)
def test_a_rendering_is_as_it_was(name: str, report: dict[str, Any]) -> None:
    made, path = _made(name, report), GOLDEN / name
    if os.environ.get("CROSSCHECK_GOLDEN") == "rewrite":
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(made)
    assert path.read_bytes() == made, f"if this change is meant: {REWRITE}"
