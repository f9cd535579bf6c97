"""How many findings are right: what somebody read, held against a fresh run.

    python -m bench.verdicts --data FOLDER [--write]

FOLDER holds clusters/basil_30.jsonl.xz. Each row of bench/verdicts/stories_*.csv is one finding that was read by eye
beside the other articles: cluster, code, the finding's id, `ok` or `wrong`, and why; in stories_undated.csv of a story
whose dates were taken out of the manifest. The ids outlive small edits of rules. This runs the stories and prints for
each code what it raises now, how many of the findings that were read are still raised and how many of those are right,
and how many warnings nobody has read. `--write` puts the figures of codes with enough readings into
pipeline/flag/precision.csv, which docs/rules.md prints.
"""

from __future__ import annotations

import argparse
import csv
import json
import lzma
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from pipeline import flow
from pipeline.engine import Local
from pipeline.model import Flag
from pipeline.settings import Settings

VERDICTS = Path(__file__).with_name("verdicts")
PRECISION = Path(__file__).parents[1] / "pipeline" / "flag" / "precision.csv"
ENOUGH = 10
"""Readings under which a share says nothing."""
PUBLISHED, UNDATED = "stories_published.csv", "stories_undated.csv"
ON = {
    PUBLISHED: "read by eye on 30 stories as published",
    UNDATED: "read by eye on 10 stories whose dates were taken away",
}

Key = tuple[str, str]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="the folder with clusters/basil_30.jsonl.xz")
    parser.add_argument("--write", action="store_true", help="write the figures into pipeline/flag/precision.csv")
    given = parser.parse_args()
    path = given.data / "clusters" / "basil_30.jsonl.xz"
    if not path.exists():
        sys.exit(f"{path}: not there; give the data folder with --data")
    known = []
    for name in (PUBLISHED, UNDATED):
        told = read(name)
        with tempfile.TemporaryDirectory() as folder:
            lay(path, Path(folder), {c for c, _ in told} if name == UNDATED else None)
            raised = {(story, f.id): f for story, flags in run(Path(folder)) for f in flags}
        print(f"{name}: {ON[name]}")
        known += [(name, *row) for row in show(told, raised)]
    if given.write:
        write(known)
    return 0


def read(name: str) -> dict[Key, dict[str, str]]:
    """The verdicts of one file, by cluster and id of the finding."""
    with (VERDICTS / name).open(encoding="utf-8", newline="") as file:
        return {(r["cluster"], r["flag"]): r for r in csv.DictReader(file)}


def lay(path: Path, folder: Path, undated: set[str] | None) -> None:
    """Each cluster as a story folder: a0.txt, a1.txt, ... and the manifest; those in `undated` alone, without dates."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        clusters = [c for c in map(json.loads, lines) if undated is None or c["cluster_id"] in undated]
    for cluster in clusters:
        story = folder / cluster["cluster_id"]
        story.mkdir()
        with (story / "sources.csv").open("w", newline="", encoding="utf-8") as file:
            table = csv.writer(file)
            table.writerow(["file", "publisher", "title", "published", "url"])
            for i, a in enumerate(cluster["articles"]):
                title = a["title"] or ""
                text = a["text"] if a["text"].startswith(title) else f"{title}\n\n{a['text']}"
                (story / f"a{i}.txt").write_text(text, encoding="utf-8", newline="")
                table.writerow([f"a{i}.txt", a["source"], title, "" if undated else a["date"], ""])


def run(folder: Path) -> Iterable[tuple[str, tuple[Flag, ...]]]:
    for work, _ in flow.run(folder, Settings(), Local()):
        yield work.story.name, work.flags or ()


def show(told: dict[Key, dict[str, str]], raised: dict[Key, Flag]) -> list[tuple[str, int, int]]:
    """Prints a row for each code; gives code, right and read of what was read and is still raised."""
    now: Counter[str] = Counter(f.code for f in raised.values())
    loud: Counter[str] = Counter(f.code for f in raised.values() if f.severity != "note")
    read_: dict[str, list[str]] = defaultdict(list)
    gone: Counter[str] = Counter()
    unread = loud.copy()
    for place, row in told.items():
        flag = raised.get(place)
        if flag is None:
            gone[row["code"]] += 1
            continue
        read_[row["code"]].append(row["verdict"])
        unread[row["code"]] -= flag.severity != "note"
    print("code   raised  warnings  read and still there  right  precision  read and gone  warnings unread")
    rows = []
    for code in sorted({row["code"] for row in told.values()}):
        right, seen = read_[code].count("ok"), len(read_[code])
        share = f"{right / seen:.2f}" if seen else "-"
        print(
            f"{code}   {now[code]:6d}  {loud[code]:8d}  {seen:20d}  {right:5d}  {share:>9s}  {gone[code]:13d}"
            f"  {max(0, unread[code]):15d}"
        )
        rows.append((code, right, seen))
    return rows


def write(rows: list[tuple[str, str, int, int]]) -> None:
    """The figures of codes with enough readings, beside those of codes that are read on other texts."""
    with PRECISION.open(encoding="utf-8", newline="") as file:
        known = {r["code"]: r for r in csv.DictReader(file)}
    for name, code, right, seen in rows:
        if seen >= ENOUGH:
            known[code] = {"code": code, "right": str(right), "read": str(seen), "on": ON[name]}
    with PRECISION.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, ["code", "right", "read", "on"], lineterminator="\n")
        table.writeheader()
        table.writerows(known[code] for code in sorted(known))


if __name__ == "__main__":
    sys.exit(main())
