"""One file to its articles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256

from pipeline.errors import UnreadableFileError
from pipeline.ingest import blocks, manifest, pages, published
from pipeline.ingest.language import language_of
from pipeline.ingest.pieces import Piece, find_pieces
from pipeline.ingest.readers import Reading, entry, fetch, to_text
from pipeline.model import Document, Input, Row, Skipped, Story
from pipeline.settings import Settings


def ingest(story: Story, file: str, settings: Settings) -> tuple[tuple[Document, ...], tuple[Skipped, ...], Input]:
    """The articles of one file of a story, in order, what of it could not be read, and its entry for the run manifest.

    Reads that file and nothing else.
    """
    rows = tuple(r for r in story.rows if r.file == file)
    try:
        data = fetch(story.folder, file, settings.max_file_mb)
    except UnreadableFileError as error:
        return (), (Skipped(file, "ingest", str(error)),), entry(story.folder, file)
    record = Input(file, len(data), sha256(data).hexdigest())
    try:
        reading = to_text(data, file)
    except UnreadableFileError as error:
        return (), (Skipped(file, "ingest", str(error)),), record
    parts = split(file, reading, rows, settings.language)
    documents = tuple(replace(d, trusted=settings.trusts(d.publisher, d.file)) for d in parts)
    skipped = tuple(
        Skipped(
            f"{file}#{row.part}",
            "ingest",
            f"{manifest.NAME}, row {row.row}, names part {row.part}; the page holds {len(documents)}; correct the row",
        )
        for row in rows
        if row.part > len(documents)
    )
    return documents, skipped, record


def split(file: str, reading: Reading, rows: Sequence[Row], language: str) -> tuple[Document, ...]:
    """The articles of a page. `language` is taken for those too short to tell."""
    pieces = find_pieces(reading.text)
    starts = pages.find_starts(pieces, [r.title for r in rows if r.title])
    by_part = {r.part: r for r in rows}
    documents = []
    for part, (first, after) in enumerate(zip(starts, [*starts[1:], len(pieces)], strict=True), start=1):
        start = 0 if part == 1 else pieces[first].start
        end = pieces[after].start if after < len(pieces) else len(reading.text)
        row = by_part.get(part, Row(file, part))
        documents.append(_document(row, reading, (start, end), pieces[first:after], len(starts), language))
    return tuple(documents)


def _document(
    row: Row, reading: Reading, place: tuple[int, int], pieces: Sequence[Piece], parts: int, language: str
) -> Document:
    start, end = place
    text = reading.text[start:end]
    labelled = blocks.label(row.file, reading.text, pieces, row.title)
    headline = next((b.at.text for b in labelled if b.kind == "headline"), None)
    prose = "\n".join(b.at.text for b in labelled if b.kind in blocks.JUDGED)
    return Document(
        doc=f"{row.file}#{row.part}",
        file=row.file,
        part=row.part,
        start=start,
        end=end,
        text=text,
        blocks=labelled,
        title=row.title or headline,
        publisher=row.publisher,
        url=row.url,
        role=row.role,
        origin=row.origin,
        published=manifest.as_published(row) or published.find_published(labelled),
        language=language_of(prose or text, language),
        parts=parts,
        repairs=tuple(r for r in reading.repairs if start <= r.at.start < end),
    )
