"""`crosscheck verify`: a file of pairs, one JSON object a line, judged line by line.

Streams: memory holds one chunk of lines, whatever the file's size. What is judged is written at once, so that an
interruption or a broken line loses nothing; the same call with `resume` goes on behind the last whole line.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, TextIO

from pipeline.entail import LABELS, Judge, Score
from pipeline.errors import UsageError

CHUNK = 256
"""Lines judged and written together."""

Row = dict[str, Any]


def lines(pairs: Path) -> int:
    """How many lines there are to judge. Raises UsageError where there is no such file."""
    if not pairs.is_file():
        raise UsageError(f"no file of pairs at {pairs}; give a .jsonl file with premise and hypothesis on each line")
    with pairs.open("rb") as file:
        return sum(1 for line in file if line.strip())


def verify(
    pairs: Path, out: Path, judge: Judge, resume: bool = False, progress: Callable[[int], None] | None = None
) -> int:
    """Judge every line of `pairs` into `out`; returns how many lines `out` then holds.

    Each line of `pairs` is an object with the texts `premise` and `hypothesis`; the line of `out` adds `label`,
    `scores` (by label) and `window` ([start, end] of the premise), and `because` where the model could not be asked.
    `progress` is called with the lines done so far. Raises UsageError that names the line for one that is not such an
    object, or where `out` is there and `resume` is not set, or holds other pairs.
    """
    if not pairs.is_file():
        raise UsageError(f"no file of pairs at {pairs}; give a .jsonl file with premise and hypothesis on each line")
    if out.exists() and not resume:
        raise UsageError(f"{out} is there already; go on with --resume, or name another file with --out")
    if out.exists() and out.resolve() == pairs.resolve():
        raise UsageError(f"{out} is the file of pairs itself; name another with --out")
    rows = _rows(pairs)
    done = _skip(rows, out) if out.exists() else 0
    out.parent.mkdir(parents=True, exist_ok=True)
    with out.open("a", encoding="utf-8", newline="\n") as lines:
        while chunk := _take(rows, lines, judge):
            done += chunk
            if progress:
                progress(done)
    return done


def _take(rows: Iterator[Row], lines: TextIO, judge: Judge) -> int:
    """Judge and write the next chunk; rows before a broken one are written before its error goes on."""
    chunk: list[Row] = []
    broken: UsageError | None = None
    try:
        for row in islice(rows, CHUNK):
            chunk.append(row)
    except UsageError as error:
        broken = error
    scores = judge.scores([(row["premise"], row["hypothesis"]) for row in chunk])
    for row, score in zip(chunk, scores, strict=True):
        lines.write(json.dumps(row | _told(score), ensure_ascii=False) + "\n")
    lines.flush()
    if broken:
        raise broken
    return len(chunk)


def _told(score: Score) -> Row:
    numbers = (score.entailment, score.neutral, score.contradiction)
    told: Row = {"label": score.label, "scores": dict(zip(LABELS, numbers, strict=True)), "window": list(score.window)}
    return told | ({"because": score.because} if score.because else {})


def _rows(path: Path) -> Iterator[Row]:
    """Each line as an object with two texts; blank lines at the end are passed over."""
    with path.open("rb") as lines:
        for number, raw in enumerate(lines, 1):
            if raw.strip():
                yield _row(raw, f"{path}, line {number}")


def _row(raw: bytes, where: str) -> Row:
    try:
        row = json.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise UsageError(
            f"{where}: not UTF-8 (byte {error.start + 1}); write the file anew and go on with --resume"
        ) from None
    except (json.JSONDecodeError, RecursionError) as error:
        told = error.msg if isinstance(error, json.JSONDecodeError) else "nested too deep"
        raise UsageError(f"{where}: not JSON ({told}); mend the line and go on with --resume") from None
    if not isinstance(row, dict):
        raise UsageError(f"{where}: not an object with premise and hypothesis; mend the line and go on with --resume")
    for name in ("premise", "hypothesis"):
        if not isinstance(row.get(name), str) or not row[name].strip():
            what = (
                "is missing"
                if name not in row
                else "is empty"
                if row[name] in ("", None) or isinstance(row[name], str)
                else "is no text"
            )
            raise UsageError(f"{where}: the {name} {what}; mend the line and go on with --resume")
    return row


def _skip(rows: Iterator[Row], out: Path) -> int:
    """Pass over the pairs that `out` holds; a half line at its end, left by an interruption, is cut off."""
    done, end = 0, 0
    with out.open("r+b") as lines:
        for raw in lines:
            if not raw.endswith(b"\n"):
                break
            row, held = next(rows, None), _held(raw, out, done + 1)
            if row is None or any(row[name] != held.get(name) for name in ("premise", "hypothesis")):
                raise UsageError(
                    f"{out}, line {done + 1} holds another pair than the file of pairs; name another file with --out"
                )
            done, end = done + 1, end + len(raw)
        lines.seek(end)
        lines.truncate()
        os.fsync(lines.fileno())
    return done


def _held(raw: bytes, out: Path, number: int) -> Row:
    try:
        row = json.loads(raw)
    except ValueError:
        row = None
    if not isinstance(row, dict):
        raise UsageError(f"{out}, line {number} was not written by verify; name another file with --out")
    return row
