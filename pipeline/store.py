"""Records to Parquet tables and back, and folders that appear whole or not at all."""

from __future__ import annotations

import json
import shutil
import types
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.errors import StoreError

R = TypeVar("R")

MANIFEST = "run.json"
_SCALARS = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}


def plain(value: Any) -> Any:
    """A record as dicts, lists and scalars."""
    if is_dataclass(value):
        return {f.name: plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, tuple):
        return [plain(v) for v in value]
    return value


@cache
def _hints(record: type) -> dict[str, Any]:
    return get_type_hints(record)


def _inner(hint: Any) -> Any:
    """X for `X | None`, the hint itself otherwise."""
    if get_origin(hint) in (Union, types.UnionType):
        return next(a for a in get_args(hint) if a is not type(None))
    return hint


def _arrow(hint: Any) -> pa.DataType:
    hint = _inner(hint)
    if hint in _SCALARS:
        return _SCALARS[hint]
    if get_origin(hint) is tuple:
        return pa.list_(_arrow(get_args(hint)[0]))
    return pa.struct([(name, _arrow(h)) for name, h in _hints(hint).items()])


def _build(hint: Any, value: Any) -> Any:
    hint = _inner(hint)
    if value is None or hint in _SCALARS:
        return value
    if get_origin(hint) is tuple:
        return tuple(_build(get_args(hint)[0], v) for v in value)
    return hint(**{name: _build(h, value[name]) for name, h in _hints(hint).items()})


def frame(record: type, records: Iterable[object]) -> pd.DataFrame:
    """Records of one kind as a frame: a column a field, nested records as Arrow structs."""
    schema = pa.schema([(name, _arrow(h)) for name, h in _hints(record).items()])
    table = pa.Table.from_pylist([plain(r) for r in records], schema=schema)
    made: pd.DataFrame = table.to_pandas(types_mapper=pd.ArrowDtype)
    return made


def write_table(path: Path, record: type, records: Iterable[object]) -> None:
    """Records of one kind as a Parquet file, with the order kept."""
    path.parent.mkdir(parents=True, exist_ok=True)
    frame(record, records).to_parquet(path, index=False)


def read_table(path: Path, record: type[R]) -> tuple[R, ...]:
    """The records of a table. Raises StoreError where it is not there or was written by another version."""
    try:
        rows = pq.read_table(path).to_pylist()
        return tuple(_build(record, row) for row in rows)
    except FileNotFoundError:
        raise StoreError(f"{path}: no such table; run the stage before this one, or `crosscheck run`") from None
    except (KeyError, TypeError, pa.ArrowInvalid) as error:
        raise StoreError(f"{path}: not a table of this version ({error}); run `crosscheck run` again") from None


def replace_folder(folder: Path, files: Mapping[str, bytes], tables: Path | None = None) -> None:
    """Put `files` (path within the folder, bytes) and a prepared `tables` folder in the place of an earlier run's.

    The new folder is built beside the old one and takes its place in one step. What stood in the old folder and was
    not written by a run (its `run.json` lists what was) is carried over.
    """
    fresh = folder.with_name(f".{folder.name}.new")
    stale = folder.with_name(f".{folder.name}.old")
    for leftover in (fresh, stale):
        shutil.rmtree(leftover, ignore_errors=True)
    try:
        _fill(fresh, files, tables)
        if folder.exists():
            _carry_over(folder, fresh)
            folder.rename(stale)
        fresh.rename(folder)
    finally:
        for leftover in (fresh, stale):
            shutil.rmtree(leftover, ignore_errors=True)


def _fill(folder: Path, files: Mapping[str, bytes], tables: Path | None) -> None:
    folder.mkdir(parents=True)
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    if tables is not None:
        shutil.move(tables, folder / "tables")


def _carry_over(folder: Path, fresh: Path) -> None:
    """Copies what lies in an output folder and no run wrote."""
    for entry in _kept(folder):
        target = fresh / entry.name
        if target.exists():
            continue
        if entry.is_dir():
            shutil.copytree(entry, target)
        else:
            shutil.copy2(entry, target)


def _kept(folder: Path) -> list[Path]:
    """What lies in an output folder that no run wrote."""
    try:
        written = set(json.loads((folder / MANIFEST).read_text(encoding="utf-8"))["written"])
    except (FileNotFoundError, KeyError, ValueError):
        written = set()
    return [entry for entry in sorted(folder.iterdir()) if entry.name not in written]
