"""What an editor should look at."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.model.places import Span


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
