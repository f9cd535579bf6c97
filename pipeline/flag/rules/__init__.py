"""One rule a module. Adding one is a file here and its name in RULES, nothing else.

A rule's docstring has a first line and three headings (What it flags, Why it matters, What is not flagged); the
module has CODE, NAME, SEVERITY, FLAGGED, CLEAN and `check(case)`, which yields findings.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from pipeline.flag.cases import Case
from pipeline.flag.examples import Example
from pipeline.model import Finding


class Rule(Protocol):
    """What a rule's module offers."""

    CODE: str
    NAME: str
    SEVERITY: str
    FLAGGED: tuple[Example, ...]
    CLEAN: tuple[Example, ...]

    def check(self, case: Case) -> Iterator[Finding]:
        """The findings of this rule in one story."""
        ...


RULES: tuple[Rule, ...] = ()
