"""What one article says: sentences, names, dates, quotations, figures, claims."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.model.places import Span


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
    is past or future where the verb it hangs on tells of what was or will be, else empty; `verb` is that verb, `beside`
    those of clauses that tell of the same moment ("wrote on Monday, calling it a lie").
    """

    doc: str
    at: Span
    type: str
    when: When
    anchor: str = "none"
    reading: str = ""
    told: str = ""
    verb: Span | None = None
    beside: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Order:
    """Two happenings that an article's words put in order ("after the vote, the court ruled").

    `at`: the word that says so. `earlier`, `later`: the verb or noun of each; `earlier_act`, `later_act`: the lemma of
    that verb, or of the one the noun comes from.
    """

    doc: str
    at: Span
    earlier: Span
    later: Span
    earlier_act: str
    later_act: str


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
    """One place where an entity is named or referred to. `adjective`: a country by the word for what is of it ("a Greek
    port")."""

    doc: str
    at: Span
    adjective: bool = False


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
class Act:
    """An act that a statement tells by the way ("Roe, whose licence was revoked in May, ..."), with its own date."""

    polarity: str
    frame: Frame
    date: When | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement that can be checked, or is set apart because it cannot.

    `reads`: the statement, readable alone. `kinds`: any of act, state, figure, superlative, causal, comparative,
    opinion, forecast, question. `checkable` false comes with `unchecked_because`. `certainty`: established,
    asserted, reported, alleged, denied, planned, possible or opinion. `quote` is the id of the quotation it stands
    in. `words` are its content lemmas, in order, for blocking and comparing; `entities` the canonical ids in it.
    `worth`: how much there is to check in it; only the order means something. `acts`: those told by the way.
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
    acts: tuple[Act, ...] = ()


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
    orders: tuple[Order, ...] = ()
