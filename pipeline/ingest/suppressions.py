"""`suppressions.toml`: findings that the desk has looked at and set aside, each with its reason."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pipeline.errors import SettingsError
from pipeline.model import Suppression
from pipeline.settings import read_toml

_KEYS = ("id", "reason", "digest")
_SHAPE = 'write [[suppress]], id = "..." and reason = "..." (and digest = "..." to hold only for these very words)'


def load_suppressions(path: Path) -> tuple[Suppression, ...]:
    """What the file sets aside, sorted by id; nothing where there is no file.

    Raises SettingsError for a file that is no TOML, an entry without a reason, an unknown key, an id named twice.
    """
    found: dict[str, Suppression] = {}
    for n, entry in enumerate(_entries(path), 1):
        made = _suppression(path, n, entry)
        if made.id in found:
            raise SettingsError(f"{path}: '{made.id}' is suppressed twice; keep one of them")
        found[made.id] = made
    return tuple(found[name] for name in sorted(found))


def _entries(path: Path) -> list[Any]:
    table = read_toml(path) or {}
    unknown = sorted(set(table) - {"suppress"})
    if unknown:
        raise SettingsError(f"{path}: no key '{unknown[0]}'; {_SHAPE}")
    entries = table.get("suppress", [])
    if not isinstance(entries, list):
        raise SettingsError(f"{path}: suppress = {entries!r}; {_SHAPE}")
    return entries


def _suppression(path: Path, n: int, entry: Any) -> Suppression:
    if not isinstance(entry, dict) or not all(isinstance(v, str) for v in entry.values()):
        raise SettingsError(f"{path}: entry {n} is {entry!r}; {_SHAPE}")
    for name in entry:
        if name not in _KEYS:
            raise SettingsError(f"{path}: entry {n}: no key '{name}'; {_SHAPE}")
    for name in ("id", "reason"):
        if not entry.get(name, "").strip():
            raise SettingsError(f"{path}: entry {n}: no {name}; {_SHAPE}")
    return Suppression(entry["id"].strip(), entry["reason"].strip(), entry.get("digest", "").strip())
