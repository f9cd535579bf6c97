"""One report, rendered many times: `build` makes the dict, `render` every file made from it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from pipeline.report.build import SCHEMA, build
from pipeline.report.diff import compare, diff_text
from pipeline.report.pages import diff_html, stories_html
from pipeline.report.to_csv import claims_csv, figures_csv, flags_csv, quotes_csv
from pipeline.report.to_docx import docx_files
from pipeline.report.to_html import html_files
from pipeline.report.to_json import to_json
from pipeline.report.to_jsonld import annotations_jsonld, claims_jsonld
from pipeline.report.to_markdown import to_markdown
from pipeline.report.to_pdf import to_pdf
from pipeline.report.to_sarif import to_sarif
from pipeline.report.to_xlsx import to_xlsx

__all__ = [
    "RENDERERS",
    "SCHEMA",
    "Renderer",
    "build",
    "compare",
    "diff_html",
    "diff_text",
    "render",
    "stories_html",
    "to_pdf",
]

Renderer = tuple[str, Callable[[dict[str, Any]], bytes]]

RENDERERS: tuple[Renderer, ...] = (
    ("report.json", to_json),
    ("flags.csv", flags_csv),
    ("claims.csv", claims_csv),
    ("quotes.csv", quotes_csv),
    ("figures.csv", figures_csv),
    ("worksheet.xlsx", to_xlsx),
    ("report.md", to_markdown),
    ("report.sarif", to_sarif),
    ("annotations.jsonld", annotations_jsonld),
    ("claims.jsonld", claims_jsonld),
)


def render(report: dict[str, Any]) -> Iterator[tuple[str, bytes]]:
    """Name and content of every file made from a report; the same bytes for the same report."""
    yield from html_files(report)
    yield from docx_files(report)
    for name, renderer in RENDERERS:
        yield name, renderer(report)
