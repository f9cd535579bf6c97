"""What the docs say of commands and settings is what the code has."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest

from pipeline.cli import app
from pipeline.settings import Settings

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")])
COMMANDS = [command.name or command.callback.__name__ for command in app.registered_commands if command.callback]


def test_the_page_of_the_commands_is_up_to_date(tmp_path: Path) -> None:
    made = tmp_path / "cli.md"
    command = [sys.executable, "-m", "typer", "pipeline.cli", "utils", "docs", "--name", "crosscheck"]
    plain = os.environ | {"NO_COLOR": "1", "COLUMNS": "100"}
    subprocess.run([*command, "--title", "Commands", "--output", made], check=True, capture_output=True, env=plain)
    assert (ROOT / "docs/cli.md").read_text(encoding="utf-8") == made.read_text(encoding="utf-8"), "run: make docs"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_readme(command: str) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert f"crosscheck {command}" in readme or f"`{command}`" in readme


@pytest.mark.parametrize("field", fields(Settings), ids=lambda f: f.name)
def test_every_setting_is_documented(field) -> None:
    assert f"| `{field.name}` |" in (ROOT / "docs/settings.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_what_a_page_links_to_is_there(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#\s]+)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_every_module_that_a_page_names_is_there(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    named = set(re.findall(r"`((?:[a-z_]+/)*[a-z_]+\.py)\b", text)) - {"score_planted.py"}
    modules = [
        p.as_posix() for top in ("pipeline", "bench", "train", "tools", "tests") for p in (ROOT / top).rglob("*.py")
    ]
    assert [name for name in sorted(named) if not any(m.endswith(f"/{name}") for m in modules)] == []


def test_the_life_of_a_sentence_is_as_the_overview_tells_it(story) -> None:
    page = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    told = " ".join(page.replace("\n   > ", "\n").split())
    sentences = re.findall(r"^> (.*)$", page, re.MULTILINE)[:2]
    headlines = ("Valley council votes for new bridge", "Bridge vote divides valley")
    articles = [f"{headline}\n\n{sentence}\n" for headline, sentence in zip(headlines, sentences, strict=True)]
    work = story(articles, ["2024-03-05"] * 2, publisher=["Valley Herald", "Coast Press"])
    first = work.alignment.extractions[0]
    assert [f.code for f in work.flags] == ["N001", "N001"]
    assert work.flags[0].message in told
    for words in (first.dates[0].when.because, first.claims[1].reads, work.alignment.links[-1].because[0]):
        assert words in told
