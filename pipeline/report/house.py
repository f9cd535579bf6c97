"""Where the copy prints a spelling that the desk does not: a list for the copy editor, apart from the findings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from pipeline.model import Document, Quote, Span
from pipeline.report.index import SET_ASIDE


def house_style(
    documents: Iterable[Document], quotes: Iterable[Quote], style: Iterable[tuple[str, ...]]
) -> list[dict[str, Any]]:
    """A row for each other spelling that stands in the copy: `preferred`, `printed`, and its `places`.

    `style`: the desk's spellings, each followed by those it does not print. What stands in quotation marks is left as
    it was said, and text set aside is not looked at.
    """
    quoted = [span for q in quotes if q.marked for span in (q.words or q.parts)]
    articles = sorted(documents, key=lambda d: (d.file, d.part))
    rows = []
    for preferred, *others in style:
        found: dict[str, list[dict[str, Any]]] = {other: [] for other in others}
        for document in articles:
            for at, other in _printed(document, preferred, others):
                if not any(at.meets(words) for words in quoted):
                    place = {"file": at.file, "start": at.start, "end": at.end, "text": at.text}
                    found[other].append({"doc": document.doc} | place)
        rows += [{"preferred": preferred, "printed": o, "places": places} for o, places in found.items() if places]
    return rows


def _printed(document: Document, preferred: str, others: list[str]) -> Iterator[tuple[Span, str]]:
    """Each place of another spelling, and which one; not within the preferred one, nor within a word."""
    forms = sorted({preferred, *others}, key=len, reverse=True)
    pattern = re.compile("|".join(rf"(?<!\w){_either(form)}(?!\w)" for form in forms))
    for block in document.blocks:
        if block.kind in SET_ASIDE:
            continue
        for match in pattern.finditer(block.at.text):
            other = next(f for f in forms if re.fullmatch(_either(f), match[0]))
            if other != preferred:
                start = block.at.start + match.start()
                yield Span(document.file, start, start + len(match[0]), match[0]), other


def _either(form: str) -> str:
    """A spelling as a pattern; one in lower case may begin a sentence."""
    first, rest = form[0], re.escape(form[1:])
    return f"[{re.escape(first)}{re.escape(first.upper())}]{rest}" if first.islower() else re.escape(first) + rest
