"""The manual says what the rules say, and the page in docs/ is up to date."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.flag.manual import manual, page
from pipeline.flag.rules import RULES, Rule

RULES_PAGE = Path(__file__).parents[2] / "docs" / "rules.md"


def test_the_page_of_the_rules_is_up_to_date() -> None:
    assert RULES_PAGE.read_text(encoding="utf-8") == page(), "run: python -m pipeline.flag.manual > docs/rules.md"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.CODE)
def test_every_rule_says_what_why_and_what_not(rule: Rule) -> None:
    told = manual()[rule.CODE]
    assert all(told[part] for part in ("title", "what", "why", "not"))
