"""One rule a module. Adding one is a file here and its name in RULES, nothing else.

A rule's docstring has a first line and three headings (What it flags, Why it matters, What is not flagged); the
module has CODE, NAME, SEVERITY, FLAGGED, CLEAN and `check(case)`, which yields findings.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from pipeline.flag.cases import Case
from pipeline.flag.examples import Example
from pipeline.flag.rules import (
    altered_quote,
    anonymous_source,
    causal,
    certainty_conflict,
    contradicted,
    date_conflict,
    fragment_quote,
    impossible_date,
    name_conflict,
    number_conflict,
    order_conflict,
    quote_not_found,
    repaired_text,
    repeated_text,
    scale_conflict,
    several_articles_in_file,
    single_origin,
    speaker_conflict,
    superlative,
    superseded,
    text_set_aside,
    unattributed_quote,
    undated_article,
    undated_statement,
    unnamed_speaker,
    unresolved_date,
    unsupported,
    unsupported_language,
    weekday_mismatch,
)
from pipeline.model import Finding


class Rule(Protocol):
    """What a rule's module offers."""

    CODE: str
    NAME: str
    SEVERITY: str

    @property
    def FLAGGED(self) -> tuple[Example, ...]:  # noqa: N802
        """Stories that the rule flags."""
        ...

    @property
    def CLEAN(self) -> tuple[Example, ...]:  # noqa: N802
        """Stories that it does not."""
        ...

    def check(self, case: Case) -> Iterator[Finding]:
        """The findings of this rule in one story."""
        ...


RULES: tuple[Rule, ...] = (
    contradicted,
    unsupported,
    single_origin,
    certainty_conflict,
    superseded,
    anonymous_source,
    superlative,
    causal,
    undated_article,
    unresolved_date,
    undated_statement,
    date_conflict,
    weekday_mismatch,
    impossible_date,
    order_conflict,
    name_conflict,
    several_articles_in_file,
    repeated_text,
    text_set_aside,
    repaired_text,
    unsupported_language,
    number_conflict,
    scale_conflict,
    unattributed_quote,
    unnamed_speaker,
    quote_not_found,
    altered_quote,
    speaker_conflict,
    fragment_quote,
)
