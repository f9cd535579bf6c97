"""The manual of the rules, made from their docstrings: `python -m pipeline.flag.manual > docs/rules.md`."""

from __future__ import annotations

import csv
import inspect
import re
import sys
import textwrap
from collections.abc import Iterable
from pathlib import Path

from pipeline.flag.examples import Example
from pipeline.flag.rules import RULES, Rule

SECTIONS = {"What it flags": "what", "Why it matters": "why", "What is not flagged": "not"}
"""The headings of a rule's docstring, each with the key of its text."""
_HEADING = re.compile(rf"^({'|'.join(SECTIONS)})(?:\n-+)?$", re.MULTILINE)
_INTRODUCTION = """# What is flagged

Made from the rules' own docstrings (`python -m pipeline.flag.manual > docs/rules.md`); `crosscheck explain CODE` prints
the same. A finding says what the words lack or what they meet elsewhere, never whether they are true. Severities can be
set, and rules switched off, in `crosscheck.toml`.
"""


def entry(rule: Rule) -> dict[str, str]:
    """A rule in words: `name`, `severity`, `title` (the first line) and its three sections as `what`, `why`, `not`."""
    title, *sections = _HEADING.split(inspect.cleandoc(rule.__doc__ or ""))
    named = dict(zip(sections[::2], sections[1::2], strict=True))
    texts = {short: textwrap.dedent(named.get(heading, "").strip("\n")).strip() for heading, short in SECTIONS.items()}
    return {"name": rule.NAME, "severity": rule.SEVERITY, "title": title.strip()} | texts


def manual(rules: Iterable[Rule] = RULES) -> dict[str, dict[str, str]]:
    """Every rule in words, by code."""
    return {rule.CODE: entry(rule) for rule in sorted(rules, key=lambda r: r.CODE)}


def page(rules: Iterable[Rule] = RULES) -> str:
    """The manual as Markdown: a table of the codes, then each rule with its examples."""
    ordered = sorted(rules, key=lambda r: r.CODE)
    rows = [
        f"| [{r.CODE}](#{r.CODE.lower()}-{r.NAME}) | {r.NAME} | {r.SEVERITY} | {entry(r)['title']} |" for r in ordered
    ]
    table = "\n".join(("| code | name | severity | |", "|---|---|---|---|", *rows))
    return "\n\n".join((_INTRODUCTION.rstrip(), table, *(_section(r) for r in ordered))) + "\n"


def _section(rule: Rule) -> str:
    told = entry(rule)
    parts = [f"## {rule.CODE} {rule.NAME}", f"{told['title']} Severity: {rule.SEVERITY}.", _measured(rule.CODE)]
    parts += [f"**{heading}.** {told[short]}" for heading, short in SECTIONS.items() if told[short]]
    parts += [_examples("Flagged", rule.FLAGGED), _examples("Not flagged", rule.CLEAN)]
    return "\n\n".join(p for p in parts if p)


def _measured(code: str) -> str:
    """How many of the findings that somebody read were right, where that is known."""
    path = Path(__file__).with_name("precision.csv")
    if not path.is_file():
        return ""
    with path.open(encoding="utf-8", newline="") as file:
        row = next((r for r in csv.DictReader(file) if r["code"] == code), None)
    return f"Measured: {row['right']} of {row['read']} right, {row['on']}." if row else ""


def _examples(title: str, examples: Iterable[Example]) -> str:
    told = [
        f"- {'only noted: ' if e.noted else ''}{e.why or e.on}"
        + (f": “{' '.join(e.on.split())}”" if e.on and e.why else "")
        for e in examples
    ]
    return "\n".join((f"{title}, from its tests:", "", *told)) if told else ""


if __name__ == "__main__":
    sys.stdout.buffer.write(page().encode("utf-8"))
