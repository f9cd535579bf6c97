"""What the grammar finds: a run of characters and how it is to be read, before it is tied to any day."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Expression:
    """A date expression at `start` to `end` of its block.

    `type`: DATE, TIME, DURATION or SET. Either `value` stands (complete in itself) or `reading` (see
    `pipeline.timex.readings`), to be read from `base`: publication or mention (the date before it). `way` inside a
    reading is `auto` where tense and cue decide. `grain` is the unit the words name. `alternatives` are other values
    that the words allow. `bare` marks a name that is a date only where the grammar around it says so.
    """

    start: int
    end: int
    type: str
    value: str = ""
    reading: str = ""
    base: str = "publication"
    grain: str = ""
    alternatives: tuple[str, ...] = ()
    fuzzy: bool = False
    part: str = ""

    @property
    def length(self) -> int:
        """Characters covered."""
        return self.end - self.start
