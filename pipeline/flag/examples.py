"""The shape of a rule's own examples: a small story each, which the tests run through the whole pipeline."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Example:
    """Articles of one story (file `a0.txt`, `a1.txt`, ...).

    `published`: the manifest's dates, one each, None where unknown; shorter than `articles` where the rest are
    unknown. `on`: in FLAGGED, words that the flag must touch; in CLEAN, words that no flag of this code may touch
    (empty: anywhere). `why` says what the example shows. `noted`: what is flagged is a note only, though the rule warns
    of others.
    """

    articles: tuple[str, ...]
    on: str = ""
    published: tuple[str | None, ...] = ()
    why: str = ""
    noted: bool = False
