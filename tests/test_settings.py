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
        'off = ["C006"]\ntrusted_sources = ["Coast Press", "a.txt"]\n[severity]\nQ001 = "error"\n'
        '[house_style]\n"Türkiye" = ["Turkey"]\n',
    )
    severity, style = (("Q001", "error"),), (("Türkiye", "Turkey"),)
    trusted = ("Coast Press", "a.txt")
    assert load(path, CODES) == Settings("en_core_web_lg", "nli", "en", 5.0, severity, ("C006",), trusted, style)


def test_a_source_is_trusted_by_its_publisher_however_spelled_or_by_its_file() -> None:
    settings = Settings(trusted_sources=("Coast Press", "wires/gazette.txt"))
    assert settings.trusts("COAST PRESS", "x.txt")
    assert settings.trusts(None, "wires/gazette.txt")
    assert not settings.trusts("Coast", "gazette.txt")
    assert not Settings().trusts(None, "x.txt")


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
        ('trusted_source = ["A"]', "did you mean 'trusted_sources'"),
        ('trusted_sources = "A"', "a list of publishers or files"),
        ("house_styles = 3", "did you mean 'house_style'"),
        ("house_style = 3", "a table of the spelling"),
        ('[house_style]\n"Türkiye" = "Turkey"', "a table of the spelling"),
        ('[house_style]\n"a" = ["b"]\n"c" = ["b"]', "keep one of them"),
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
