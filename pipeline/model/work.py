"""One story on its way through the stages."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.model.articles import Document, Input, Skipped, Story
from pipeline.model.comparison import Alignment
from pipeline.model.flags import Flag
from pipeline.model.statements import Extraction


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
