"""What a person sees in the terminal: progress while it runs, and the last screen."""

from __future__ import annotations

import inspect
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table

from pipeline.flag import Rule
from pipeline.flow import Show, quiet
from pipeline.ingest import MANIFEST
from pipeline.model import Flag, Work
from pipeline.settings import SEVERITIES

_WORST = 5
_WIDTH = 100


@contextmanager
def progress(silent: bool) -> Iterator[Show]:
    """A progress bar on a terminal, a plain line a stage elsewhere, nothing where `silent`."""
    console = Console(stderr=True)
    if silent:
        yield quiet
    elif console.is_terminal:
        with _bars(console) as bars:
            tasks: dict[str, object] = {}
            yield lambda stage, done, of: _advance(bars, tasks, stage, done, of)
    else:
        yield _line


def _bars(console: Console) -> Progress:
    return Progress(
        TextColumn("{task.description:8}"), BarColumn(), MofNCompleteColumn(), console=console, transient=True
    )


def _advance(bars: Progress, tasks: dict[str, object], stage: str, done: int, of: int) -> None:
    if stage not in tasks:
        tasks[stage] = bars.add_task(stage, total=of)
    bars.update(tasks[stage], completed=done, total=of)  # type: ignore[arg-type]


def _line(stage: str, done: int, of: int) -> None:
    if done == of:
        print(f"{stage}: {done}", file=sys.stderr)


def summary(console: Console, out: Path, works: Sequence[Work]) -> None:
    """The last screen: what was read, how many flags, the five worst, and where the reports lie."""
    flags = [(w, f) for w in works for f in w.open_flags]
    severities = Counter(f.severity for _, f in flags)
    documents, skipped = (sum(len(getattr(w, name)) for w in works) for name in ("documents", "skipped"))
    console.print(
        f"{_many(len(works), 'story', 'stories')}, {_many(documents, 'article', 'articles')} read, {skipped} skipped: "
        f"{_many(severities['error'], 'error', 'errors')}, {_many(severities['warning'], 'warning', 'warnings')}, "
        f"{_many(severities['note'], 'note', 'notes')}",
        highlight=False,
    )
    for work in works:
        for s in work.skipped:
            if s.path != MANIFEST:  # what is wrong there is printed as an error
                console.print(f"  skipped {escape(s.path)}: {escape(s.reason)}", highlight=False, soft_wrap=True)
    worst = [pair for pair in sorted(flags, key=_gravity) if pair[1].severity != "note"][:_WORST]
    if worst:
        console.print(_table(worst, len(works) > 1))
    where = out / works[0].story.name / "report.html" if len(works) == 1 else out / "index.html"
    console.print(f"Open {escape(str(where))}", highlight=False, soft_wrap=True)


def _table(worst: Sequence[tuple[Work, Flag]], several: bool) -> Table:
    table = Table(box=None, pad_edge=False, show_header=False, padding=(0, 2, 0, 0))
    for work, f in worst:
        file = f"{work.story.name}/{f.at.file}" if several else f.at.file
        table.add_row(f.severity, f.code, escape(_short(f.message)), escape(file))
    return table


def _gravity(pair: tuple[Work, Flag]) -> tuple[int, str, str, int, str]:
    work, f = pair
    return -SEVERITIES.index(f.severity), work.story.name, f.at.file, f.at.start, f.code


def _short(text: str) -> str:
    return text if len(text) <= _WIDTH else text[: _WIDTH - 1].rstrip() + "…"


def _many(count: int, one: str, more: str) -> str:
    return f"{count} {one if count == 1 else more}"


def explain(console: Console, rule: Rule) -> None:
    """A rule's own docstring, under its code, name and severity."""
    console.print(f"{rule.CODE} {rule.NAME} ({rule.SEVERITY})\n", highlight=False)
    console.print(escape(inspect.cleandoc(rule.__doc__ or "")), highlight=False)
