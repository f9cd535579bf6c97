"""Which folders are stories, and which of their files are articles."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from pipeline.errors import SettingsError, UsageError
from pipeline.ingest import manifest
from pipeline.ingest.aliases import load_aliases
from pipeline.ingest.suppressions import load_suppressions
from pipeline.model import Skipped, Story

DESK_FILES = frozenset({manifest.NAME, "aliases.toml", "crosscheck.toml", "suppressions.toml"})
"""Files that speak about articles and are none."""

_READ = (".txt",)


def find_stories(corpus: Path, names: Path = Path("aliases.toml")) -> tuple[Story, ...]:
    """Every folder under `corpus` is a story; files that lie loose in it are one more, under its own name. Sorted.

    Hidden files and folders are passed over. `names`: the desk's aliases for every story, which need not be there.
    What is broken in a story's manifest or aliases stands in its `problems`. Raises UsageError where `corpus` is no
    folder, SettingsError where `names` is broken.
    """
    load_aliases([names])
    if not corpus.is_dir():
        what = "is a file" if corpus.is_file() else "is not there"
        raise UsageError(f"{corpus} {what}; give the folder whose folders are the stories")
    entries = sorted(e for e in corpus.iterdir() if not e.name.startswith("."))
    folders = [e for e in entries if e.is_dir() and not e.is_symlink()]
    stories = [_story(f.name, f, _walk(f, f), names) for f in folders]
    loose = [e for e in entries if e not in folders]
    if any(e.name not in DESK_FILES or e.name == manifest.NAME for e in loose):
        name = corpus.resolve().name or "corpus"
        while any(f.name == name for f in folders):
            name += "-loose"
        stories.append(_story(name, corpus, iter(loose), names))
    return tuple(sorted(stories, key=lambda s: s.name))


def _walk(folder: Path, top: Path) -> Iterator[Path]:
    """Every file below `folder`, and every link, which is not followed."""
    for entry in sorted(folder.iterdir()):
        if entry.name.startswith("."):
            continue
        if entry.is_dir() and not entry.is_symlink():
            yield from _walk(entry, top)
        elif folder != top or entry.name not in DESK_FILES or entry.name == manifest.NAME:
            yield entry


def _story(name: str, folder: Path, entries: Iterator[Path], names: Path) -> Story:
    files: list[str] = []
    skipped: list[Skipped] = []
    table: Path | None = None
    for entry in entries:
        file = entry.relative_to(folder).as_posix()
        if file == manifest.NAME and entry.is_file() and not entry.is_symlink():
            table = entry
        elif file in DESK_FILES:
            continue
        elif reason := _unfit(entry):
            skipped.append(Skipped(_printable(file), "ingest", reason))
        else:
            files.append(file)
    rows, problems = manifest.load_rows(table, [*files, *(s.path for s in skipped)]) if table else ((), ())
    try:
        aliases = load_aliases([names, folder / "aliases.toml"])
    except SettingsError as error:
        aliases = load_aliases([names])
        problems = (*problems, str(error))
    try:
        suppressions = load_suppressions(folder / "suppressions.toml")
    except SettingsError as error:
        suppressions = ()
        problems = (*problems, str(error))
    if not files:
        skipped.append(Skipped(_printable(name), "ingest", "no .txt file in this story; put articles there"))
    return Story(
        name=_printable(name),
        folder=str(folder),
        files=tuple(sorted(files)),
        rows=rows,
        aliases=aliases,
        skipped=tuple(sorted(skipped, key=lambda s: s.path)),
        problems=problems,
        suppressions=suppressions,
    )


def _unfit(entry: Path) -> str | None:
    """Why an entry is not read; None where it is."""
    if entry.is_symlink():
        return "a link, which is not followed; copy the file into the story folder"
    if not entry.is_file():
        return "neither a file nor a folder; take it away"
    if _printable(entry.name) != entry.name or not entry.name.isprintable():
        return "the file's name is not clean UTF-8; give it another name"
    if entry.suffix.casefold() not in _READ:
        return f"not read: only {', '.join(_READ)} files are; save the article's text as UTF-8 under such a name"
    return None


def _printable(name: str) -> str:
    """The name with what is not UTF-8 in it written as the replacement character."""
    return os.fsencode(name).decode("utf-8", "replace")
