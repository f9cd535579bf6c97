"""The records that the stages hand to each other: frozen, slotted dataclasses of plain values.

Everything that stands somewhere carries a `Span`; a mention's identity is its span. Offsets count Unicode code points
of the file as read, from its beginning, whichever part or block the mention is in. Nothing here computes more than a
property of its own fields.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A run of characters in one file: `text == file_text[start:end]`, never empty."""

    file: str
    start: int
    end: int
    text: str

    def holds(self, other: Span) -> bool:
        """Whether `other` lies wholly within this span."""
        return self.file == other.file and self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.file == other.file and self.start < other.end and other.start < self.end

    def cut(self, start: int, end: int) -> Span:
        """The part of this span from file offset `start` to `end`, both within it."""
        return Span(self.file, start, end, self.text[start - self.start : end - self.start])


def short_id(prefix: str, *words: object) -> str:
    """A short name for a thing that is the same over runs, processes and machines: `prefix-` and 12 hex digits."""
    text = "\x1f".join(str(w) for w in words)
    return f"{prefix}-{sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"


# ---------------------------------------------------------------- ingest


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
    metadata, dateline, text, inferred or none.
    """

    value: str | None = None
    earliest: str | None = None
    latest: str | None = None
    basis: str = "none"
    because: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """One article: a whole file, or one part of a page that held several.

    `doc` is `file#part`; `text` is the part's own text, `start` and `end` its place in the file. Every character of
    the part is in exactly one block or is white space between blocks.
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

    def span(self, start: int, end: int) -> Span:
        """The characters from file offset `start` to `end`, both within this part."""
        return Span(self.file, start, end, self.text[start - self.start : end - self.start])


# ---------------------------------------------------------------- extract


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence inside one block; `block` is that block's kind."""

    doc: str
    at: Span
    block: str


@dataclass(frozen=True, slots=True)
class When:
    """A date as TIMEX3 and as the interval of days it can mean (ISO, both ends included; None = open).

    `status`: resolved (the value is as precise as the words), bounded (an interval is known), unresolved.
    `source` is the expression it rests on; `because` says how it was read, in words.
    """

    value: str
    earliest: str | None = None
    latest: str | None = None
    status: str = "unresolved"
    source: Span | None = None
    because: str = ""
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Timex:
    """A date expression. `type`: DATE, TIME, DURATION or SET. `anchor`: none, publication, mention or utterance.

    `reading` is how a relative one is read from its anchor (see `pipeline.timex.readings`), empty for others. `told`
    is past or future where the verb it hangs on tells of what was or will be, else empty; `verb` is that verb.
    """

    doc: str
    at: Span
    type: str
    when: When
    anchor: str = "none"
    reading: str = ""
    told: str = ""
    verb: Span | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something named, within one article (extract) or across a story (align).

    `entity` is the canonical id: `country:TR`, `person:jane-roe`, `org:nato`, ... `label` is spaCy's (PERSON, ORG,
    GPE, NORP, FAC, LOC, EVENT, PRODUCT, LAW, WORK_OF_ART). `mentions` are name mentions only, in order;
    there is at least one; `aliases` the forms they take. `titles` are roles as stated before or beside the name
    ("foreign minister").
    """

    entity: str
    name: str
    label: str
    aliases: tuple[str, ...]
    mentions: tuple[Mention, ...]
    titles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where an entity is named or referred to."""

    doc: str
    at: Span


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is said to have said it. `at` is the source as printed; `name` as resolved, else as printed.

    `kind`: named, organisation, collective, anonymous. `candidates`: entity ids between which nothing decides.
    """

    at: Span
    name: str
    entity: str | None
    kind: str
    candidates: tuple[str, ...] = ()
    title: str | None = None


SPOKEN = frozenset(("speech", "headline"))
"""Uses of quotation marks that quote; titles, nicknames, terms and scare quotes are no entries of a quote ledger."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: the words between the marks (or the reported content), its cue and its speaker apart.

    `form`: direct, mixed, indirect. `use`: speech, scare, title, nickname, term or headline: quotation marks do not
    always quote. `marked` is true where the words stand between quotation marks or in a pull quote. `parts` are the
    pieces that a cue interrupts; `at` runs from the first one's start to the last one's end. `words` are the runs
    that stand between marks: the parts of a direct quotation, what a mixed one holds of them, nothing else.
    """

    id: str
    doc: str
    at: Span
    parts: tuple[Span, ...]
    form: str
    use: str
    marked: bool
    cue: Span | None
    speaker: Speaker | None
    date: When | None
    block: str
    sentence: Span
    words: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity. `value` in units of `unit` (ISO 4217 code, percent, percentage-points, or the counted noun's lemma).

    `low` and `high` are the bounds of what the words can mean ("about", "at least", "dozens"); None = open.
    `of`: what is counted or measured, in the text's words.
    """

    doc: str
    at: Span
    value: float
    low: float | None
    high: float | None
    unit: str
    of: str
    period: When | None = None


@dataclass(frozen=True, slots=True)
class Argument:
    """A participant in a frame. `role`: agent, patient, recipient, place, instrument, attribute, topic or cause.

    `head` is the head noun's lemma in lower case, `words` the content lemmas of the whole phrase, `entity` the
    canonical id of the name it is or stands for.
    """

    role: str
    at: Span
    head: str
    words: tuple[str, ...]
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """What a statement says, in slots. `predicate` is a lemma, a light verb giving way to its noun.

    `aspect`: happened, holds, planned or conditional.
    """

    predicate: str
    at: Span
    arguments: tuple[Argument, ...]
    aspect: str


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement that can be checked, or is set apart because it cannot.

    `reads`: the statement, readable alone. `kinds`: any of act, state, figure, superlative, causal, comparative,
    opinion, forecast, question. `checkable` false comes with `unchecked_because`. `certainty`: established,
    asserted, reported, alleged, denied, planned, possible or opinion. `quote` is the id of the quotation it stands
    in. `words` are its content lemmas, in order, for blocking and comparing; `entities` the canonical ids in it.
    `worth`: how much there is to check in it; only the order means something.
    """

    id: str
    doc: str
    at: Span
    sentence: Span
    reads: str
    block: str
    polarity: str
    speaker: Speaker | None
    certainty: str
    date: When | None
    kinds: tuple[str, ...]
    frame: Frame | None
    words: tuple[str, ...]
    entities: tuple[str, ...]
    figures: tuple[Figure, ...]
    quote: str | None = None
    checkable: bool = True
    unchecked_because: str = ""
    worth: float = 0.0


@dataclass(frozen=True, slots=True)
class Reference:
    """A pronoun or description and the entity it stands for."""

    doc: str
    at: Span
    entity: str
    because: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one article says, article by article, before anything is compared."""

    doc: str
    sentences: tuple[Sentence, ...]
    entities: tuple[Entity, ...]
    dates: tuple[Timex, ...]
    quotes: tuple[Quote, ...]
    figures: tuple[Figure, ...]
    claims: tuple[Claim, ...]
    references: tuple[Reference, ...] = ()


# ---------------------------------------------------------------- align


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


# ---------------------------------------------------------------- flag


@dataclass(frozen=True, slots=True)
class Place:
    """A place that bears on a flag. `role`: conflicts, supports, near-miss or context."""

    doc: str
    at: Span
    role: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule yields; the stage adds code, name, id and digest. `severity` None means the rule's own."""

    doc: str
    at: Span
    message: str
    evidence: tuple[Place, ...] = ()
    severity: str | None = None


@dataclass(frozen=True, slots=True)
class Flag:
    """One finding in the report. `id` outlives small edits, `digest` changes with the words or the evidence."""

    id: str
    digest: str
    code: str
    name: str
    severity: str
    doc: str
    at: Span
    message: str
    evidence: tuple[Place, ...]


# ---------------------------------------------------------------- flow


@dataclass(frozen=True, slots=True)
class Work:
    """One story and what the stages have made of it so far; None where a stage has not run."""

    story: Story
    documents: tuple[Document, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    inputs: tuple[Input, ...] = ()
    extractions: tuple[Extraction, ...] | None = None
    alignment: Alignment | None = None
    flags: tuple[Flag, ...] | None = None

    @property
    def open_flags(self) -> tuple[Flag, ...]:
        """The findings that the desk has not set aside."""
        aside = {s.id: s for s in self.story.suppressions}
        return tuple(f for f in self.flags or () if f.id not in aside or not aside[f.id].holds(f))
