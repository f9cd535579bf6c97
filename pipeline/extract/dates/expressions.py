"""What the grammar finds: a run of characters and how it is to be read, before it is tied to any day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Expression:
    """A date expression at `start` to `end` of its block.

    `type`: DATE, TIME, DURATION or SET. Either `value` stands (complete in itself) or `reading` (see
    `pipeline.timex.readings`), to be read from `base`: publication or mention (the date before it). `way` inside a
    reading is `auto` where tense and cue decide. `grain` is the unit the words name. `alternatives` are other values
    that the words allow. `fuzzy`: no day can be counted from it ("recently"). `part` is its time of day, as TIMEX3 has
    it behind the day ("T10:30", "TMO").
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


def made(match: re.Match[str], type_: str = "DATE", **how: Any) -> Expression:
    """The expression that a pattern matched; `how`: its other fields."""
    return Expression(match.start(), match.end(), type_, **how)
