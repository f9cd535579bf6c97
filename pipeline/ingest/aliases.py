"""`aliases.toml`: the names a desk knows people and bodies by."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from pipeline.errors import SettingsError
from pipeline.settings import read_toml
from pipeline.text import key

_SHAPE = 'write [names] and lines such as "Türkiye" = ["Turkey", "Republic of Türkiye"]'


def load_aliases(paths: Iterable[Path]) -> tuple[tuple[str, ...], ...]:
    """Each canonical name followed by its other forms, sorted; files that are not there are passed over.

    The forms of one name are gathered over all `paths`. Raises SettingsError for a file that is no TOML or of another
    shape, and for a form that two names claim.
    """
    names: dict[str, dict[str, str]] = {}
    claimed: dict[str, tuple[str, Path]] = {}
    for path in paths:
        for name, forms in _table(path):
            known = names.setdefault(name, {})
            for form in (name, *forms):
                other, where = claimed.setdefault(key(form), (name, path))
                if other != name:
                    raise SettingsError(
                        f"{path}: '{form}' stands for '{name}' here and for '{other}' in {where}; keep one of them"
                    )
                known.setdefault(key(form), form)
    return tuple((name, *sorted(f for f in forms.values() if f != name)) for name, forms in sorted(names.items()))


def _table(path: Path) -> list[tuple[str, list[str]]]:
    table = read_toml(path) or {}
    unknown = sorted(set(table) - {"names"})
    if unknown:
        raise SettingsError(f"{path}: no table '{unknown[0]}'; {_SHAPE}")
    names = table.get("names", {})
    if not isinstance(names, dict):
        raise SettingsError(f"{path}: names = {names!r}; {_SHAPE}")
    for name, forms in names.items():
        if not isinstance(forms, list) or not all(isinstance(f, str) and f.strip() for f in forms) or not name.strip():
            raise SettingsError(f'{path}: "{name}" = {forms!r}; {_SHAPE}')
    return list(names.items())
