"""`suppressions.toml`: what the desk has set aside, and why."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import SettingsError
from pipeline.ingest.suppressions import load_suppressions
from pipeline.model import Suppression


def _load(folder: Path, text: str) -> tuple[Suppression, ...]:
    path = folder / "suppressions.toml"
    path.write_text(text, encoding="utf-8")
    return load_suppressions(path)


def test_no_file_sets_nothing_aside(tmp_path: Path) -> None:
    assert load_suppressions(tmp_path / "suppressions.toml") == ()


def test_entries_come_sorted_by_id(tmp_path: Path) -> None:
    text = '[[suppress]]\nid = "q2"\nreason = "asked"\n[[suppress]]\nid = "q1"\nreason = "seen"\ndigest = "d-1"\n'
    assert _load(tmp_path, text) == (Suppression("q1", "seen", "d-1"), Suppression("q2", "asked", ""))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[suppress]\n", "not valid TOML"),
        ('[[suppress]]\nid = "q1"\n', "entry 1: no reason"),
        ('[[suppress]]\nid = "q1"\nreason = " "\n', "entry 1: no reason"),
        ('[[suppress]]\nid = "q1"\nreason = "r"\nwho = "x"\n', "no key 'who'"),
        ('[suppressed]\nq1 = "r"\n', "no key 'suppressed'"),
        ('suppress = ["q1"]\n', "entry 1 is 'q1'"),
        ('[[suppress]]\nid = "q1"\nreason = "r"\n[[suppress]]\nid = "q1"\nreason = "s"\n', "'q1' is suppressed twice"),
    ],
)
def test_a_broken_file_is_an_error_that_says_where(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(SettingsError, match=r"suppressions\.toml") as error:
        _load(tmp_path, text)
    assert said in str(error.value)
