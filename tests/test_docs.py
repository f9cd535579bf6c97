"""What the docs say of commands and settings is what the code has."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest

from pipeline.cli import app
from pipeline.settings import Settings

ROOT = Path(__file__).parents[1]
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
