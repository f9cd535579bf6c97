"""How many findings are right: what somebody read, held against a fresh run.

    python -m bench.verdicts --data FOLDER [--write]

FOLDER holds clusters/basil_30.jsonl.xz and planted/dev.jsonl.xz. Each row of bench/verdicts/*.csv is one finding that
was read by eye beside the other articles: story, code, the finding's id, `ok` or `wrong`, and why.
stories_published.csv and quotations.csv are of the stories as published; stories_undated.csv of some whose dates were
taken out of the manifest; stories_planted.csv of the conflicts that a planted fault brought into stories of the half
developed on. The ids outlive small edits of rules. This runs the stories and prints for each code what it raises now,
how many of the findings that were read are still raised as loud as they were read (a warning that has become a note no
longer counts, right or wrong) and how many of those are right, also for the half of the stories that no rule was mended
on, and how many warnings nobody has read. `--write` puts the figures of codes with enough readings into
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
from collections.abc import Iterator
from pathlib import Path

from pipeline import flow
from pipeline.engine import Local
from pipeline.flag import RULES
from pipeline.model import Flag
from pipeline.settings import Settings

VERDICTS = Path(__file__).with_name("verdicts")
PRECISION = Path(__file__).parents[1] / "pipeline" / "flag" / "precision.csv"
ENOUGH = 10
"""Readings under which a share says nothing."""
PUBLISHED, UNDATED, PLANTED = "stories_published.csv", "stories_undated.csv", "stories_planted.csv"
QUOTATIONS = "quotations.csv"
READ_AS = {"Q004": ("error",)} | {
    rule.CODE: ("warning", "error")
    for rule in RULES
    if rule.CODE != "Q004" and (rule.SEVERITY != "note" or rule.CODE == "Q003")
}
"""The severities that a code's findings were read at, where notes were not."""
ON = {
    PUBLISHED: "30 stories as published",
    UNDATED: "10 stories whose dates were taken away",
    PLANTED: "stories with a planted fault, of the half developed on",
}

Key = tuple[str, str]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="the folder with clusters/basil_30.jsonl.xz")
    parser.add_argument("--write", action="store_true", help="write the figures into pipeline/flag/precision.csv")
    given = parser.parse_args()
    for path in (given.data / "clusters" / "basil_30.jsonl.xz", given.data / "planted" / "dev.jsonl.xz"):
        if not path.exists():
            sys.exit(f"{path}: not there; give the data folder with --data")
    halves = half_of(given.data)
    known = []
    for name in (PUBLISHED, UNDATED, PLANTED):
        told = read(name) | (read(QUOTATIONS) if name == PUBLISHED else {})
        with tempfile.TemporaryDirectory() as folder:
            for story in stories(given.data, name, {story for story, _ in told}):
                lay(story, Path(folder))
            raised = {(story, f.id): f for story, flags in run(Path(folder)) for f in flags}
        print(f"{name}: {ON[name]}")
        known += [(name, *row) for row in show(told, raised, halves)]
    if given.write:
        write(known)
    return 0


def half_of(data: Path) -> dict[str, str]:
    """By story: `develop`, on which rules are mended, or `report`."""
    with lzma.open(data / "clusters" / "basil_30.jsonl.xz", "rt", encoding="utf-8") as lines:
        return {row["cluster_id"]: row["half"] for row in map(json.loads, lines)}


def read(name: str) -> dict[Key, dict[str, str]]:
    """The verdicts of one file, by story and id of the finding."""
    with (VERDICTS / name).open(encoding="utf-8", newline="") as file:
        return {(r["cluster"], r["flag"]): r for r in csv.DictReader(file)}


def stories(data: Path, name: str, wanted: set[str]) -> Iterator[tuple[str, list[dict]]]:
    """The stories that a file of verdicts is about, each with its articles; all of them as published."""
    path = data / ("planted/dev.jsonl.xz" if name == PLANTED else "clusters/basil_30.jsonl.xz")
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            story = row.get("case") or row["cluster_id"]
            if name == PUBLISHED or story in wanted:
                yield story, [a | ({"date": ""} if name == UNDATED else {}) for a in row["articles"]]


def lay(story: tuple[str, list[dict]], folder: Path) -> None:
    """A story as a folder: a0.txt, a1.txt, ... and the manifest."""
    name, articles = story
    (folder / name).mkdir()
    with (folder / name / "sources.csv").open("w", newline="", encoding="utf-8") as file:
        table = csv.writer(file)
        table.writerow(["file", "publisher", "title", "published", "url"])
        for i, a in enumerate(articles):
            title, at = a["title"] or "", a.get("name", f"a{i}.txt")
            text = a["text"] if "name" in a or a["text"].startswith(title) else f"{title}\n\n{a['text']}"
            (folder / name / at).write_text(text, encoding="utf-8", newline="")
            table.writerow([at, a["source"], title, a.get("published", a.get("date")), ""])


def run(folder: Path) -> Iterator[tuple[str, tuple[Flag, ...]]]:
    """The findings of each story, without a report."""
    settings, here = Settings(), Local()
    for story in flow.stories(folder):
        read = flow.extract_all(flow.read_all([story], settings, here), settings, here)
        (work,) = flow.flag_all(flow.align_all(read, settings, here), settings, here)
        yield story.name, work.flags or ()


def show(
    told: dict[Key, dict[str, str]], raised: dict[Key, Flag], halves: dict[str, str]
) -> list[tuple[str, int, int]]:
    """Prints a row for each code; gives code, right and read of what was read and is still as loud."""
    now: Counter[str] = Counter(f.code for f in raised.values())
    unread: Counter[str] = Counter(f.code for place, f in raised.items() if f.severity != "note" and place not in told)
    seen: dict[str, list[tuple[str, bool]]] = defaultdict(list)
    gone: Counter[str] = Counter()
    quieter: Counter[str] = Counter()
    for (story, name), row in told.items():
        flag, code = raised.get((story, name)), row["code"]
        if flag is None:
            gone[code] += 1
        elif flag.severity not in READ_AS.get(code, ("note", "warning", "error")):
            quieter[code] += 1
        else:
            seen[code].append((halves.get(story, "develop"), row["verdict"] == "ok"))
    print("code   raised  right/read  precision  of the other half  read and gone  quieter now  warnings unread")
    rows = []
    for code in sorted({row["code"] for row in told.values()} | set(unread)):
        right, read_ = sum(ok for _, ok in seen[code]), len(seen[code])
        others = [ok for half, ok in seen[code] if half != "develop"]
        share = f"{right / read_:.2f}" if read_ else "-"
        print(
            f"{code}   {now[code]:6d}  {f'{right}/{read_}':>10s}  {share:>9s}  {f'{sum(others)}/{len(others)}':>17s}"
            f"  {gone[code]:13d}  {quieter[code]:11d}  {unread[code]:15d}"
        )
        rows.append((code, right, read_))
    return rows


def write(rows: list[tuple[str, str, int, int]]) -> None:
    """The figures of codes with enough readings, all their texts together, beside those that are measured elsewhere."""
    with PRECISION.open(encoding="utf-8", newline="") as file:
        known = {r["code"]: r for r in csv.DictReader(file)}
    for code in sorted({row[1] for row in rows}):
        mine = [row for row in rows if row[1] == code]
        right, seen = (sum(row[n] for row in mine) for n in (2, 3))
        if seen >= ENOUGH:
            what = "errors, " if READ_AS.get(code) == ("error",) else "warnings, " if code in READ_AS else ""
            on = f"{what}read by eye on " + " and on ".join(ON[row[0]] for row in mine if row[3])
            known[code] = {"code": code, "right": str(right), "read": str(seen), "on": on}
    with PRECISION.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, ["code", "right", "read", "on"], lineterminator="\n")
        table.writeheader()
        table.writerows(known[code] for code in sorted(known))


if __name__ == "__main__":
    sys.exit(main())
