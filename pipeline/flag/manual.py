"""The manual of the rules, made from their docstrings: `python -m pipeline.flag.manual > docs/rules.md`."""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Iterable

from pipeline.flag.rules import RULES, Rule

_HEADING = re.compile(r"^(.+)\n-{3,}$", re.MULTILINE)
_SECTIONS = {"What it flags": "what", "Why it matters": "why", "What is not flagged": "not"}
_INTRODUCTION = """# What is flagged

Made from the rules' own docstrings (`python -m pipeline.flag.manual > docs/rules.md`); `crosscheck explain CODE` prints
the same. A finding says what the words lack or what they meet elsewhere, never whether they are true. Severities can be
set, and rules switched off, in `crosscheck.toml`.
"""


def entry(rule: Rule) -> dict[str, str]:
    """A rule in words: `name`, `severity`, `title` (the first line) and its three sections as `what`, `why`, `not`."""
    title, *sections = _HEADING.split(inspect.cleandoc(rule.__doc__ or ""))
    named = dict(zip(sections[::2], sections[1::2], strict=True))
    texts = {short: named.get(heading, "").strip() for heading, short in _SECTIONS.items()}
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
    parts = [f"## {rule.CODE} {rule.NAME}", f"{told['title']} Severity: {rule.SEVERITY}."]
    parts += [f"**{heading}.** {told[short]}" for heading, short in _SECTIONS.items() if told[short]]
    parts += [
        _examples("Flagged", [e.why for e in rule.FLAGGED]),
        _examples("Not flagged", [e.why for e in rule.CLEAN]),
    ]
    return "\n\n".join(p for p in parts if p)


def _examples(title: str, reasons: list[str]) -> str:
    told = [reason for reason in reasons if reason]
    return f"**{title} in its examples:** {'; '.join(told)}." if told else ""


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.write(page())
