"""copy/*.docx: each article as a Word document, its findings as comments on the words they are about.

Errors and warnings are comments by "crosscheck"; notes, and what the desk has set aside, are by names of their own, so
that Word's list of reviewers shows or hides them. Nothing in the file knows what time it is.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as Word
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from pipeline.report.galley import article_notes
from pipeline.report.index import SET_ASIDE, Index, clip
from pipeline.report.marks import Mark, segments, spelled

_DESK = "crosscheck"
_NOTES = "crosscheck notes"
_ASIDE = "crosscheck, set aside by the desk"
_INITIALS = "cc"
_CREATED = datetime(2000, 1, 1)
_PACKED = (1980, 1, 1, 0, 0, 0)
_STYLES = {"headline": "Heading 1", "pull-quote": "Intense Quote"}
_SLANTED = frozenset({"byline", "caption", "credit"})
_KEPT_PARTS = (
    "/styles",
    "/settings",
    "numbering",
    "fontTable",
    "theme",
    "officeDocument",
    "core-properties",
    "extended-properties",
)
_ROLES = {"conflicts": "Against", "supports": "With", "near-miss": "Close, not the same", "context": "See"}
_MOST = 5
_WORDS, _NAME, _TITLE = 240, 60, 200
_UNFIT = re.compile(r"[^\w.-]+")
_GREY = RGBColor(0x60, 0x60, 0x60)


def docx_files(report: dict[str, Any]) -> Iterator[tuple[str, bytes]]:
    """A document for each article, named by its number in the report and by its file."""
    index = Index(report)
    for n, document in enumerate(report["documents"], 1):
        stem = _UNFIT.sub("-", document["file"].removesuffix(".txt"))[:_NAME].strip("-.")
        yield f"copy/{n:04}-{stem}.docx", to_docx(index, document)


def to_docx(index: Index, document: dict[str, Any]) -> bytes:
    """One article: a line that says where it comes from, its blocks, a comment at each place with a finding."""
    word: Word = Document(io.BytesIO(_template()))
    word.core_properties.title = spelled(clip(index.title(document["doc"]), _TITLE))
    _slug(word, index, document)
    notes = article_notes(index, document["doc"])
    runs: dict[str, list[Run]] = {}
    for block in document["blocks"]:
        _block(word, block, [_mark(index, document, note) for note in notes], runs)
    for note in notes:
        for author, findings in _by_author(note["findings"]):
            if marked := runs.get(str(note["n"])):
                comment = word.add_comment([marked[0], marked[-1]], _told(index, findings), author, _INITIALS)
                del comment._comment_elm.attrib[qn("w:date")]
    return _packed(word)


def _slug(word: Word, index: Index, document: dict[str, Any]) -> None:
    """Where the copy comes from, in small grey type above it."""
    doc = document["doc"]
    counts = ", ".join(f"{n} {severity}{'s' if n != 1 else ''}" for severity, n in index.counts(doc) if n)
    source = document["publisher"] or "publisher not stated"
    part = f" part {document['part']}" if document["parts"] > 1 else ""
    line = f"{index.article(doc)} · {document['file']}{part} · {source} · {index.published_in_full(doc)}"
    _small(word.add_paragraph(), spelled(f"{clip(line, _TITLE)} · {counts or 'no findings'}"))


def _small(paragraph: Paragraph, text: str) -> None:
    run = paragraph.add_run(text)
    run.font.size = Pt(8)
    run.font.color.rgb = _GREY


def _mark(index: Index, document: dict[str, Any], note: dict[str, Any]) -> Mark:
    """The words of a finding; one in the white space before a block is moved to its first character."""
    block = document["blocks"][index.block(document["doc"], note["start"]) or 0]
    start = min(max(note["start"], block["start"]), block["end"] - 1)
    return Mark(start, max(note["end"], start + 1), str(note["n"]))


def _block(word: Word, block: dict[str, Any], marks: list[Mark], runs: dict[str, list[Run]]) -> None:
    """A paragraph cut into runs at the ends of marks; `runs` gets them by the mark's name."""
    aside = block["kind"] in SET_ASIDE
    paragraph = word.add_paragraph(style=_STYLES.get(block["kind"]))
    if aside:
        _small(paragraph, f"[{block['kind']}] ")
    for segment in segments(block["text"], block["start"], marks):
        text = f"[{segment.hidden.split()[0]}]" if segment.hidden else segment.text.replace("\r\n", "\n")
        run = paragraph.add_run(text)
        run.italic = block["kind"] in _SLANTED or None
        if aside or segment.hidden:
            run.font.color.rgb = _GREY
        for name in segment.marks:
            runs.setdefault(name, []).append(run)


def _by_author(findings: list[dict[str, Any]]) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Findings at one place make one comment by each author."""
    for author in (_DESK, _NOTES, _ASIDE):
        if mine := [f for f in findings if _author(f) == author]:
            yield author, mine


def _author(finding: dict[str, Any]) -> str:
    return _ASIDE if finding["suppressed"] else _NOTES if finding["severity"] == "note" else _DESK


def _told(index: Index, findings: list[dict[str, Any]]) -> str:
    """The comment: of each finding its name, what is the matter, and the words it is held against."""
    return "\n".join(line for finding in findings for line in _lines(index, finding))


def _lines(index: Index, finding: dict[str, Any]) -> Iterator[str]:
    name = finding["name"].replace("-", " ").capitalize()
    yield f"{finding['severity'].upper()} · {name} ({finding['code']})"
    yield spelled(finding["message"])
    if finding["suppressed"]:
        yield spelled(f"Set aside by the desk: {finding['suppressed']}")
    proof = [*finding["proof"]["first"], *finding["proof"]["more"]]
    for e in proof[:_MOST]:
        where = (
            f"{e['source']}{', trusted' if e['trusted'] else ''}, {e['published']}"
            if e["elsewhere"]
            else "this article"
        )
        yield spelled(f"{_ROLES[e['role']]}: “{clip(e['text'], _WORDS)}” ({where}, {e['paragraph']})")
    if len(proof) > _MOST:
        yield f"{len(proof) - _MOST} more in report.html."


@cache
def _template() -> bytes:
    """python-docx's own empty document without what no copy needs: the picture of a page, a hundred table styles."""
    word = Document()
    for rels in (word.part.rels, word.part.package.rels):
        for name in [name for name, rel in rels.items() if not rel.reltype.endswith(_KEPT_PARTS)]:
            del rels[name]
    styles = word.styles.element
    for style in list(styles.iterchildren(qn("w:style"))):
        if style.get(qn("w:type")) in ("table", "numbering") and style.get(qn("w:default")) is None:
            styles.remove(style)
    properties = word.core_properties
    properties.author = properties.last_modified_by = _DESK
    properties.created = properties.modified = _CREATED
    properties.comments = ""
    file = io.BytesIO()
    word.save(file)
    return file.getvalue()


def _packed(word: Word) -> bytes:
    """The document with every entry of its archive at one fixed time."""
    saved, made = io.BytesIO(), io.BytesIO()
    word.save(saved)
    with ZipFile(saved) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = ZipInfo(name, _PACKED)
            entry.compress_type, entry.create_system = ZIP_DEFLATED, 3
            new.writestr(entry, old.read(name))
    return made.getvalue()
