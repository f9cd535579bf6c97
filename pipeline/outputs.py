"""`outputs/<story>/`: each stage's tables, the rendered files and the run's manifest, written and read back."""

from __future__ import annotations

import json
import os
import platform
import shutil
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, fields
from datetime import UTC, datetime
from importlib.metadata import version
from itertools import groupby
from pathlib import Path
from typing import Any, get_args, get_type_hints

from pipeline import __version__, store
from pipeline.errors import StoreError, UsageError
from pipeline.model import Alignment, Document, Entity, Extraction, Flag, Input, Skipped, Story, Work
from pipeline.settings import Settings

REPORT = "report.json"
PACKAGES = ("dateparser", "pandas", "pyarrow", "rapidfuzz", "spacy")
_LISTS = {f.name: get_args(get_type_hints(Extraction)[f.name])[0] for f in fields(Extraction) if f.name != "doc"}
_STORY_LISTS = {
    f.name: get_args(get_type_hints(Alignment)[f.name])[0] for f in fields(Alignment) if f.name != "extractions"
}


def need_writable(out: Path) -> None:
    """Raises UsageError where nothing can be written under `out`, which need not be there yet. Makes nothing."""
    place = out
    while not place.exists() and place != place.parent:
        place = place.parent
    if not place.is_dir():
        raise UsageError(f"{place}: not a folder; give another place with --out")
    if not os.access(place, os.W_OK | os.X_OK):
        raise UsageError(f"{place}: cannot be written to; give another place with --out, or mend its permissions")


def find(out: Path) -> list[Path]:
    """The story folders under `out`, sorted. Raises UsageError where there are none."""
    found = sorted(p.parent.parent.parent for p in out.glob("*/tables/ingest/story.parquet"))
    if not found:
        raise UsageError(f"{out}: no stored story there; run `crosscheck ingest CORPUS --out {out}` first")
    return found


def load(folder: Path, stage: str) -> Work:
    """A story as the stages up to `stage` left it. Raises StoreError where one of them has not run."""
    tables = folder / "tables"
    work = Work(
        store.read_table(tables / "ingest/story.parquet", Story)[0],
        store.read_table(tables / "ingest/documents.parquet", Document),
        store.read_table(tables / "ingest/skipped.parquet", Skipped),
        store.read_table(tables / "ingest/inputs.parquet", Input),
    )
    parts: dict[str, Any] = {}
    if stage == "extract":
        parts["extractions"] = _read_extractions(tables / "extract", work.documents)
    if stage in ("align", "flag"):
        lists = {name: store.read_table(tables / f"align/{name}.parquet", r) for name, r in _STORY_LISTS.items()}
        parts["extractions"] = _read_extractions(tables / "extract", work.documents)
        parts["alignment"] = Alignment(_read_extractions(tables / "align", work.documents), **lists)
    if stage == "flag":
        parts["flags"] = store.read_table(tables / "flag/flags.parquet", Flag)
    return Work(work.story, work.documents, work.skipped, work.inputs, **parts)


def write(out: Path, work: Work, files: Mapping[str, bytes], run: Mapping[str, object], settings: Settings) -> Path:
    """Everything that is known of a story, in one step, in the place of what an earlier run left; gives the folder."""
    folder = out / work.story.name
    tables = out / f".{work.story.name}.tables"
    shutil.rmtree(tables, ignore_errors=True)
    try:
        written = sorted({"tables", store.MANIFEST, *(name.partition("/")[0] for name in files)})
        manifest = {**_manifest(work, settings), **run, "written": written}
        data = json.dumps(manifest, ensure_ascii=False, indent=1, sort_keys=True).encode() + b"\n"
        with _writing(folder):
            _write_tables(tables, work)
            store.replace_folder(folder, {**files, store.MANIFEST: data}, tables)
    finally:
        shutil.rmtree(tables, ignore_errors=True)
    return folder


def report(place: Path) -> dict[str, Any]:
    """A stored report: its file, or the folder of its story. Raises UsageError where there is none."""
    path = place / REPORT if place.is_dir() else place
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise UsageError(f"{path}: no report there; give a story's folder under the outputs, or its {REPORT}") from None
    except ValueError as error:
        raise UsageError(f"{path}: not a report ({error}); give a story's folder, or its {REPORT}") from None
    if not isinstance(found, dict) or "flags" not in found:
        raise UsageError(f"{path}: not a report; give a story's folder, or its {REPORT}")
    return found


def briefs(out: Path) -> list[dict[str, Any]]:
    """Of every report under `out`, by the story's name: `story`, `summary`, `skipped`, and the worst of its `flags`."""
    return [_brief(report(path)) for path in sorted(out.glob(f"*/{REPORT}")) if not path.parent.name.startswith(".")]


def _brief(found: dict[str, Any]) -> dict[str, Any]:
    worst = set(found["summary"]["worst"])
    flags = [f for f in found["flags"] if f["id"] in worst]
    return {"story": found["story"], "summary": found["summary"], "skipped": found["skipped"], "flags": flags}


def put(path: Path, data: bytes) -> None:
    """One file, whole or not at all. Raises StoreError where it cannot be written."""
    fresh = path.with_name(f".{path.name}.new")
    with _writing(path):
        fresh.write_bytes(data)
        fresh.replace(path)


@contextmanager
def _writing(place: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        why = error.strerror or error
        raise StoreError(f"{place}: cannot be written ({why}); make room, or give another place") from error


def now() -> str:
    """The time, for the manifest and for nothing else."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def counts(work: Work) -> dict[str, int]:
    """How many of each thing a story has; flags by severity."""
    found = {"documents": len(work.documents), "skipped": len(work.skipped)}
    found |= {name: sum(len(getattr(e, name)) for e in work.extractions or ()) for name in _LISTS}
    severities = Counter(f.severity for f in work.flags or ())
    return found | {f"flags.{s}": severities[s] for s in ("error", "warning", "note")}


def _write_tables(tables: Path, work: Work) -> None:
    store.write_table(tables / "ingest/story.parquet", Story, [work.story])
    store.write_table(tables / "ingest/documents.parquet", Document, work.documents)
    store.write_table(tables / "ingest/skipped.parquet", Skipped, work.skipped)
    store.write_table(tables / "ingest/inputs.parquet", Input, work.inputs)
    if work.extractions is not None:
        _write_extractions(tables / "extract", work.extractions)
    if work.alignment is not None:
        _write_extractions(tables / "align", work.alignment.extractions)
        for name, record in _STORY_LISTS.items():
            store.write_table(tables / f"align/{name}.parquet", record, getattr(work.alignment, name))
    if work.flags is not None:
        store.write_table(tables / "flag/flags.parquet", Flag, work.flags)


def _write_extractions(folder: Path, extractions: tuple[Extraction, ...]) -> None:
    for name, record in _LISTS.items():
        store.write_table(
            folder / f"{_table(name)}.parquet", record, [r for e in extractions for r in getattr(e, name)]
        )


def _read_extractions(folder: Path, documents: tuple[Document, ...]) -> tuple[Extraction, ...]:
    lists: dict[str, dict[str, tuple[Any, ...]]] = {}
    for name, record in _LISTS.items():
        rows = store.read_table(folder / f"{_table(name)}.parquet", record)
        lists[name] = {doc: tuple(group) for doc, group in groupby(rows, _doc)}
    return tuple(
        Extraction(d.doc, **{name: by_doc.get(d.doc, ()) for name, by_doc in lists.items()}) for d in documents
    )


def _table(name: str) -> str:
    """An article's own entities and the story's are two tables of one stage."""
    return "article_entities" if name == "entities" else name


def _doc(record: Any) -> str:
    """The article a record belongs to; an article's entity says so by its mentions."""
    return str(record.mentions[0].doc if isinstance(record, Entity) else record.doc)


def _manifest(work: Work, settings: Settings) -> dict[str, object]:
    return {
        "schema": "crosscheck-run/1",
        "story": work.story.name,
        "versions": {"crosscheck": __version__, "python": platform.python_version(), settings.model: _model(settings)}
        | {name: version(name) for name in PACKAGES},
        "settings": asdict(settings),
        "settings_digest": settings.digest(),
        "inputs": [asdict(i) for i in work.inputs],
        "counts": counts(work),
    }


def _model(settings: Settings) -> str:
    try:
        return version(settings.model.replace("_", "-"))
    except ModuleNotFoundError as error:
        raise StoreError(f"the model '{settings.model}' is not an installed package ({error})") from None
