"""What the reader of an article has in mind at a place: who was named, how, and how far back."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.extract.tokens import Tokens
from pipeline.text import listed

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
SAYS = listed(
    "say tell add announce claim argue insist believe think feel know hope warn note explain acknowledge admit deny "
    "declare suggest state write ask promise vow pledge maintain contend complain recall concede tweet confirm stress"
)


@dataclass(slots=True)
class Candidate:
    """An entity as the reader has it in mind so far."""

    entity: str
    label: str
    gender: str
    nouns: frozenset[str]
    roles: dict[str, set[str]] = field(default_factory=dict)
    sentence: int = -99
    told: int = -99
    dep: str = ""
    place: tuple[int, int] = (-1, -1)
    subject_of: frozenset[int] = frozenset()
    paired: bool = False
    quoted: bool = False
    plural: bool = False
    spoke: int = -99
    times: int = 0


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun that "it" or "they" could mean."""

    sentence: int
    passage: int
    t: int
    tag: str
    dep: str
    head: int


@dataclass(frozen=True, slots=True)
class Here:
    """The place of a possible anaphor.

    `heads`: whom the names of its passage name, by their last token; `inside`: which tokens stand in a quotation;
    `nouns`: those of the article so far, up to this place; `told`: how many sentences so far are not all in quotation.
    """

    passage: int
    t: int
    sentence: int
    tokens: Tokens
    quoted: bool
    master: tuple[Candidate, int] | None = None
    heads: dict[int, str] = field(default_factory=dict)
    inside: list[bool] = field(default_factory=list)
    nouns: list[Noun] = field(default_factory=list)
    told: int = 0


def distance(candidate: Candidate, here: Here) -> int:
    """Sentences since a candidate was named. Where both are in the outlet's own words, what is quoted between them does
    not count: "Roe spoke. “One. Two. Three,” he said."."""
    if here.quoted or candidate.quoted:
        return here.sentence - candidate.sentence
    return min(here.told - candidate.told, here.sentence - candidate.sentence)


Found = tuple[int, int, Candidate, str]
"""First token and one past the last, whom they stand for, and why."""


def verb_over(tokens: Tokens, t: int) -> int:
    """The verb that a token hangs on."""
    for _ in range(12):
        over = tokens.head[t]
        if over == t or tokens.pos[over] in {"VERB", "AUX"}:
            return over
        t = over
    return t


def why(candidate: Candidate, here: Here) -> str:
    """Where somebody was last named, in words."""
    distance = here.sentence - candidate.sentence
    where = ("named in the same sentence", "named in the sentence before")
    role = ", its subject" if candidate.dep in SUBJECTS else ""
    return (where[distance] if distance < 2 else f"named {distance} sentences before") + role
