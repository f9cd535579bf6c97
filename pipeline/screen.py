"""What a person sees in the terminal: progress while it runs, and the last screen."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import zip_longest
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn
from rich.text import Text

from pipeline.flag import Rule
from pipeline.flag.manual import SECTIONS, entry
from pipeline.flow import Show, quiet
from pipeline.ingest import DESK_FILES
from pipeline.report.index import clip
from pipeline.report.marks import spelled
from pipeline.settings import SEVERITIES

_WORST = 5
_WORDS, _MESSAGE = 60, 240
_INDENT = 9


@contextmanager
def progress(silent: bool) -> Iterator[Show]:
    """A progress bar on a terminal, a plain line a stage elsewhere, nothing where `silent`."""
    console = Console(stderr=True)
    if silent:
        yield quiet
    elif console.is_terminal:
        with _bars(console) as bars:
            tasks: dict[str, TaskID] = {}
            yield lambda stage, done, of: _advance(bars, tasks, stage, done, of)
    else:
        yield _line


def _bars(console: Console) -> Progress:
    columns = (TextColumn("{task.description:8}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    return Progress(*columns, console=console, transient=True)


def _advance(bars: Progress, tasks: dict[str, TaskID], stage: str, done: int, of: int) -> None:
    if stage not in tasks:
        tasks[stage] = bars.add_task(stage, total=of)
    bars.update(tasks[stage], completed=done, total=of)


def _line(stage: str, done: int, of: int) -> None:
    if done == of > 0:
        print(f"{stage}: {done}", file=sys.stderr)


def summary(console: Console, out: Path, briefs: Sequence[dict[str, Any]]) -> None:
    """The last screen: what was read, how many flags, the five to read first, and where the reports lie.

    `briefs`: of each report its `story`, `summary`, `skipped` and worst `flags`.
    """
    documents = sum(b["summary"]["documents"] for b in briefs)
    flags = [_many(sum(b["summary"]["flags"][s] for b in briefs), s, f"{s}s") for s in reversed(SEVERITIES)]
    # What is wrong in the desk's own files is printed as an error.
    skipped = [(b["story"], s) for b in briefs for s in b["skipped"] if s["path"] not in DESK_FILES]
    articles = _many(documents, "article", "articles")
    read = f"{_many(len(briefs), 'story', 'stories')}, {articles} read, {len(skipped)} skipped"
    console.print(f"{read}: {', '.join(flags)}", highlight=False, soft_wrap=True)
    for story, s in skipped:
        told = f"  skipped {_where(briefs, story, s['path'])}: {s['reason']}"
        console.print(escape(spelled(told)), highlight=False, soft_wrap=True)
    worst = sorted(_worst(briefs), key=lambda flag: -SEVERITIES.index(flag["severity"]))[:_WORST]
    for flag in worst:
        _show(console, flag)
    where = out / briefs[0]["story"] / "report.html" if len(briefs) == 1 else out / "index.html"
    console.print(f"Open {escape(str(where))}", highlight=False, soft_wrap=True)


def _worst(briefs: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The findings to read first, the first of every story before the second of any."""
    chosen = [[next(f for f in b["flags"] if f["id"] == name) for name in b["summary"]["worst"]] for b in briefs]
    for row in zip_longest(*chosen):
        for flag, brief in zip(row, briefs, strict=True):
            if flag is not None:
                yield flag | {"where": _where(briefs, brief["story"], flag["file"])}


def _where(briefs: Sequence[dict[str, Any]], story: str, path: str) -> str:
    """A path as the reader of the last screen finds it: where there are several stories, within which."""
    return path if len(briefs) == 1 or path == story else f"{story}/{path}"


def _show(console: Console, flag: dict[str, Any]) -> None:
    """A finding: how grave, its code and name, where, and what is the matter, with the words where it lacks them."""
    message, words = flag["message"], " ".join(flag["text"].split()).strip(".,;")
    told = message if words in message or len(words) > _WORDS else f"“{words}”: {message}"
    head = f"{flag['severity']:8} {flag['code']} {flag['name']}  {spelled(flag['where'])}"
    console.print(escape(head), highlight=False, soft_wrap=True)
    _indented(console, clip(spelled(told), _MESSAGE), _INDENT)


def _indented(console: Console, text: str, by: int) -> None:
    """The text in lines that fit the terminal, each `by` columns in and without blanks at its end."""
    for line in Text(text).wrap(console, max(console.width - by, _INDENT)):
        line.rstrip()
        console.print(Text(" " * by) + line, soft_wrap=True)


def _many(count: int, one: str, more: str) -> str:
    return f"{count} {one if count == 1 else more}"


def explain(console: Console, rule: Rule) -> None:
    """A rule's manual under its code, name and severity, with what its examples show."""
    told = entry(rule)
    console.print(f"[bold]{rule.CODE} {rule.NAME}[/bold] ({rule.SEVERITY})", highlight=False)
    console.print(escape(told["title"]), highlight=False)
    for heading, short in SECTIONS.items():
        console.print(f"\n[bold]{heading}[/bold]", highlight=False)
        for paragraph in told[short].split("\n\n"):
            _indented(console, " ".join(paragraph.split()), 2)
    for heading, examples in (("Flagged, from its tests", rule.FLAGGED), ("Not flagged", rule.CLEAN)):
        console.print(f"\n[bold]{heading}[/bold]", highlight=False)
        for example in examples:
            words = f": “{' '.join(example.on.split())}”" if example.on else ""
            _indented(console, f"- {example.why}{words}", 2)
