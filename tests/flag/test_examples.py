"""Every rule's own examples, run through the whole pipeline."""

from __future__ import annotations

import re

import pytest

from pipeline.flag import RULES, Rule
from pipeline.flag.examples import Example
from pipeline.model import Flag, Work

SENTENCE = re.compile(r"(?=[A-Z“])(?:“[^“”]*”|[^.!?“”\n]|[.!?](?! [A-Z])(?!$))*[.]")
"""Begins with a capital or a quotation, ends with its only full stop; abbreviations and file names hold others."""

CASES = [
    pytest.param(rule, example, kind, id=f"{rule.CODE}-{kind}-{i}")
    for rule in RULES
    for kind in ("FLAGGED", "CLEAN")
    for i, example in enumerate(getattr(rule, kind))
]


def touching(work: Work, code: str, words: str) -> list[Flag]:
    flags = [f for f in work.flags or () if f.code == code]
    if not words:
        return flags
    spans = []
    for d in work.documents:
        start = d.text.find(words)
        while start >= 0:
            spans.append(d.span(d.start + start, d.start + start + len(words)))
            start = d.text.find(words, start + 1)
    assert spans, f"the example does not hold the words {words!r}"
    return [f for f in flags if any(f.at.meets(s) for s in spans)]


@pytest.mark.parametrize(("rule", "example", "kind"), CASES)
def test_a_rule_does_what_its_examples_say(rule: Rule, example: Example, kind: str, story) -> None:
    flags = touching(story(example.articles, example.published), rule.CODE, example.on)
    assert bool(flags) == (kind == "FLAGGED"), example.why
    if kind == "FLAGGED" and example.noted:
        assert {f.severity for f in flags} == {"note"}
    elif kind == "FLAGGED" and rule.SEVERITY != "note":
        assert any(f.severity != "note" for f in flags), "an example that is a note says so"
    for flag in flags:
        assert SENTENCE.fullmatch(flag.message), "a message is one sentence, from its capital to its full stop"


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.CODE)
def test_a_rule_is_documented_and_has_examples(rule: Rule) -> None:
    manual = rule.__doc__ or ""
    for heading in ("What it flags", "Why it matters", "What is not flagged"):
        assert heading in manual
    assert rule.FLAGGED
    assert rule.CLEAN


def test_codes_are_unique_and_in_order() -> None:
    codes = [rule.CODE for rule in RULES]
    assert codes == sorted(set(codes))
