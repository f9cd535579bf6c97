"""A name in the text."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.extract.entities.gazetteer import Known


@dataclass(frozen=True, slots=True)
class Named:
    """One name: tokens `i` to `j` of passage number `passage`; `known` where the gazetteer has it."""

    passage: int
    i: int
    j: int
    text: str
    label: str
    known: Known | None = None
