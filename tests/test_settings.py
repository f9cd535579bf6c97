from pathlib import Path

import pytest

from pipeline.errors import SettingsError
from pipeline.settings import Settings, load

CODES = frozenset({"Q001", "C006"})


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "crosscheck.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_no_file_means_the_defaults() -> None:
    assert load(None) == Settings()


def test_every_setting_can_be_set(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        'model = "en_core_web_lg"\nentailment = "nli"\nlanguage = "en"\nmax_file_mb = 5\n'
        'off = ["C006"]\n[severity]\nQ001 = "error"\n',
    )
    assert load(path, CODES) == Settings("en_core_web_lg", "nli", "en", 5.0, (("Q001", "error"),), ("C006",))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("max_file_mbs = 3", "did you mean 'max_file_mb'"),
        ("max_file_mb = 0", "above 0"),
        ("max_file_mb = true", "a number"),
        ("model = 3", "a text"),
        ('off = "C006"', "a list"),
        ('off = ["C066"]', "did you mean 'C006'"),
        ('[severity]\nQ001 = "fatal"', "note, warning, error"),
        ("severity = 3", "a table"),
        ("model = ", "not valid TOML"),
    ],
)
def test_a_wrong_setting_is_an_error_that_names_the_file_and_the_way_out(
    tmp_path: Path, text: str, message: str
) -> None:
    with pytest.raises(SettingsError, match=message) as raised:
        load(written(tmp_path, text), CODES)
    assert "crosscheck.toml" in str(raised.value)


def test_a_settings_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="no such settings file"):
        load(tmp_path / "none.toml")


def test_the_digest_changes_with_a_setting_and_only_then() -> None:
    assert Settings().digest() == Settings().digest()
    assert Settings().digest() != Settings(off=("C006",)).digest()
