"""What is read: stories, files, articles and their blocks."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pipeline.model.places import Span

if TYPE_CHECKING:
    from pipeline.model.flags import Flag


@dataclass(frozen=True, slots=True)
class Skipped:
    """What could not be read or judged; it reaches the report."""

    path: str
    stage: str
    reason: str


@dataclass(frozen=True, slots=True)
class Row:
    """One row of `sources.csv`: what a desk knows of one article. None where the cell is empty.

    `published` is a day, month, year or moment in ISO form; `part` counts from 1; `row` is its line in the file.
    """

    file: str
    part: int = 1
    publisher: str | None = None
    title: str | None = None
    published: str | None = None
    url: str | None = None
    role: str = "source"
    origin: str | None = None
    row: int = 0


@dataclass(frozen=True, slots=True)
class Suppression:
    """A finding that the desk has set aside, by its id. `digest`, where given, is that of the words looked at."""

    id: str
    reason: str
    digest: str = ""

    def holds(self, flag: Flag) -> bool:
        """Whether it speaks of this finding, and of the words and evidence as they are now."""
        return self.id == flag.id and self.digest in ("", flag.digest)


@dataclass(frozen=True, slots=True)
class Story:
    """A folder of articles on one story.

    `files` are paths relative to `folder`, sorted; `rows` the sound rows of the manifest.
    `aliases`: the desk's names, each a canonical name followed by its other forms. `skipped`: files that are not
    read, and manifest rows that are not believed, with reasons. `problems`: what is broken in the manifest, a message
    each; the articles are read all the same, and the run ends with exit code 2. `suppressions`: findings set aside.
    """

    name: str
    folder: str
    files: tuple[str, ...]
    rows: tuple[Row, ...] = ()
    aliases: tuple[tuple[str, ...], ...] = ()
    skipped: tuple[Skipped, ...] = ()
    problems: tuple[str, ...] = ()
    suppressions: tuple[Suppression, ...] = ()


@dataclass(frozen=True, slots=True)
class Input:
    """A file for the run's manifest: size in bytes and SHA-256 in hex; None where it could not be opened."""

    file: str
    bytes: int | None
    sha256: str | None


@dataclass(frozen=True, slots=True)
class Repair:
    """One kind of repair or warning about a file's bytes (I004), with the word in which it was first made."""

    at: Span
    what: str
    count: int


@dataclass(frozen=True, slots=True)
class Block:
    """A run of lines with one job on the page.

    `kind`: headline, body, caption, pull-quote, byline, credit, teaser, boilerplate or repeat. `first` is set on a
    repeat: the place where the same words stood before. `because` says in words why the label was given.
    """

    kind: str
    at: Span
    because: str = ""
    first: Span | None = None


@dataclass(frozen=True, slots=True)
class Published:
    """When an article appeared.

    `value`: TIMEX3 day where it is known to the day, else None. `earliest`, `latest`: ISO days. `basis`: manifest,
    metadata, dateline, text, inferred or none. `moment`: day and time of day as the manifest states them, "" where it
    states none.
    """

    value: str | None = None
    earliest: str | None = None
    latest: str | None = None
    basis: str = "none"
    because: str = ""
    moment: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """One article: a whole file, or one part of a page that held several.

    `doc` is `file#part`; `text` is the part's own text, `start` and `end` its place in the file. Every character of
    the part is in exactly one block or is white space between blocks. `trusted`: by a source whose word the desk takes
    first.
    """

    doc: str
    file: str
    part: int
    start: int
    end: int
    text: str
    blocks: tuple[Block, ...]
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    role: str = "source"
    origin: str | None = None
    published: Published = field(default_factory=Published)
    language: str = "en"
    parts: int = 1
    repairs: tuple[Repair, ...] = ()
    trusted: bool = False

    def span(self, start: int, end: int) -> Span:
        """The characters from file offset `start` to `end`, both within this part."""
        return Span(self.file, start, end, self.text[start - self.start : end - self.start])
