"""What the articles of one story say about each other."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.model.articles import Published
from pipeline.model.places import Span
from pipeline.model.statements import Entity, Extraction, Figure, When


@dataclass(frozen=True, slots=True)
class Link:
    """How two claims relate. `relation`: same, supports, contradicts, supersedes or related; `left` < `right` by
    place, except that in `supersedes` the left one is the later. `because`: the slots that made it."""

    left: str
    right: str
    relation: str
    score: float
    independent: bool
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Edit:
    """One difference between two versions of a quotation; `left` or `right` is empty in an insertion or deletion.

    `weight`: style (house style, folded), function (a dropped "that") or content (a content word, negation, number
    or name). `left_at`, `right_at`: where it stands, with a word on either side.
    """

    left: str
    right: str
    weight: str
    left_at: Span | None = None
    right_at: Span | None = None


@dataclass(frozen=True, slots=True)
class Variant:
    """Two quotations that are versions of one utterance, `left` < `right` by place.

    `kind`: identical, ellipsis, shortened, altered, other-speaker, other-words, brackets or translation.
    """

    left: str
    right: str
    kind: str
    edits: tuple[Edit, ...]
    because: str


@dataclass(frozen=True, slots=True)
class Recorded:
    """A quotation whose words stand in a primary source, or elsewhere without marks: where, and how the two differ.

    `kind`: identical, ellipsis, shortened, altered or brackets. In `edits` the quotation is left.
    """

    quote: str
    doc: str
    at: Span
    kind: str
    edits: tuple[Edit, ...]
    because: str


@dataclass(frozen=True, slots=True)
class Origin:
    """The origin family of a document: everything that has it from one source counts once."""

    doc: str
    family: str
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Another claim that bears on one, and how."""

    claim: str
    relation: str


@dataclass(frozen=True, slots=True)
class Standing:
    """How a claim stands towards the other sources; `status` as in the output contract."""

    claim: str
    status: str
    evidence: tuple[Evidence, ...]
    near_misses: tuple[str, ...]
    because: str


@dataclass(frozen=True, slots=True)
class Event:
    """One row of the timeline; `conflict` where its sources date it apart."""

    event: str
    date: When
    claims: tuple[str, ...]
    conflict: bool


@dataclass(frozen=True, slots=True)
class Ordered:
    """How one article orders two happenings: claim ids, "" for a happening that it only names ("the suspension").

    `at`: the word of order or, where dates order them, the date of the later one; `worded`: it is a word.
    """

    doc: str
    earlier: str
    later: str
    at: Span
    worded: bool
    because: str


@dataclass(frozen=True, slots=True)
class Reversal:
    """Two happenings in opposite order in two articles: what is earlier in `one` is later in `other`."""

    one: Ordered
    other: Ordered


@dataclass(frozen=True, slots=True)
class Dating:
    """What a story's texts together say about one document's date.

    `conflict` names constraints that cannot all hold, `places` where they stand. `ties`: its relative expressions that
    another date in the story places, each with what it then means.
    """

    doc: str
    published: Published
    conflict: str | None = None
    places: tuple[Span, ...] = ()
    ties: tuple[tuple[Span, When], ...] = ()


@dataclass(frozen=True, slots=True)
class Quantity:
    """One thing that is counted or measured, with every figure that the articles give for it, by place.

    `of`: what it is, in the words used most. `agreement`: `alone` where one article has it, `agree`, `differ`, or
    `changed` where a later report gives another value.
    """

    of: str
    unit: str
    figures: tuple[Figure, ...]
    agreement: str
    because: str


@dataclass(frozen=True, slots=True)
class Change:
    """A passage that one version of an article has and the next has not, or has in other words.

    `old` stands in the document `earlier`, `new` in `later`; one of them is None where words were put in or taken out.
    """

    earlier: str
    later: str
    old: Span | None
    new: Span | None


@dataclass(frozen=True, slots=True)
class Versions:
    """One article that was published several times: a live story updated, a correction.

    `docs` run from the oldest to the newest, by name where nothing says which came first; then `newest` is None.
    `changes` are those from each to the next.
    """

    docs: tuple[str, ...]
    newest: str | None
    because: tuple[str, ...]
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Alignment:
    """What a story's articles say about each other.

    `extractions` are those of the stage before with entities made one across the story and dates read again from
    what the story dates; `entities` are the story's, with the mentions of all articles.
    """

    extractions: tuple[Extraction, ...]
    entities: tuple[Entity, ...]
    datings: tuple[Dating, ...]
    origins: tuple[Origin, ...]
    links: tuple[Link, ...]
    variants: tuple[Variant, ...]
    standings: tuple[Standing, ...]
    timeline: tuple[Event, ...]
    numbers: tuple[Quantity, ...] = ()
    versions: tuple[Versions, ...] = ()
    records: tuple[Recorded, ...] = ()
    reversals: tuple[Reversal, ...] = ()
    unmarked: tuple[Recorded, ...] = ()
