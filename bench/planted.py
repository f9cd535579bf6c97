"""Faults planted in real news: how many are found, and what the clean stories cost an editor.

    python bench/planted.py --data FOLDER --scorer score_planted.py --out OUTPUTS [--half develop|report] [--codes]

FOLDER holds planted/dev.jsonl.xz (or the cases another --cases names); the scorer unpacks them into story folders and
counts; this runs the pipeline in between, as `crosscheck run` does, and can count the flags of the clean stories by
code. Nothing of FOLDER is kept but under OUTPUTS.
"""

from __future__ import annotations

import argparse
import json
import lzma
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

MISSING = "{}: not there; give {} with {}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="the folder with planted/dev.jsonl.xz")
    parser.add_argument("--cases", default="planted/dev.jsonl.xz", help="the cases, relative to --data")
    parser.add_argument("--scorer", type=Path, required=True, help="score_planted.py")
    parser.add_argument("--out", type=Path, required=True, help="where stories and reports are laid")
    parser.add_argument("--half", choices=("develop", "report"), help="one half; both where left out")
    parser.add_argument("--engine", default="local", help="as crosscheck run takes it")
    parser.add_argument("--codes", action="store_true", help="count the flags of the clean stories by code")
    given = parser.parse_args()
    cases = given.data / given.cases
    for path, what, option in ((cases, "the data folder", "--data"), (given.scorer, "the scorer", "--scorer")):
        if not path.exists():
            sys.exit(MISSING.format(path, what, option))
    corpus, reports = given.out / "corpus", given.out / "reports"
    lay(cases, given.scorer, corpus, given.half)
    run(corpus, reports, given.engine)
    half = [given.half] if given.half else []
    code = subprocess.run([sys.executable, str(given.scorer), "score", str(cases), str(reports), *half]).returncode
    if given.codes:
        print_codes(cases, reports, given.half)
    return code


def rows(cases: Path, half: str | None) -> list[dict]:
    opener = lzma.open if cases.suffix == ".xz" else open
    with opener(cases, "rt", encoding="utf-8") as lines:
        return [row for row in map(json.loads, lines) if half in (None, row.get("half"))]


def lay(cases: Path, scorer: Path, corpus: Path, half: str | None) -> None:
    """One story folder for each case of the half, laid out by the scorer."""
    if corpus.exists():
        return
    chosen = corpus.parent / "cases.jsonl"
    chosen.parent.mkdir(parents=True, exist_ok=True)
    chosen.write_text("".join(json.dumps(row) + "\n" for row in rows(cases, half)), encoding="utf-8")
    subprocess.run([sys.executable, str(scorer), "unpack", str(chosen), str(corpus)], check=True)
    chosen.unlink()


def run(corpus: Path, reports: Path, engine: str) -> None:
    """The pipeline over every case, as from the command line."""
    command = [sys.executable, "-m", "pipeline.cli", "run", str(corpus), "--out", str(reports)]
    began = time.perf_counter()
    done = subprocess.run([*command, "--engine", engine, "--quiet"])
    if done.returncode:
        sys.exit(f"crosscheck run ended with exit code {done.returncode}")
    print(f"ran in {time.perf_counter() - began:.0f} s")


def print_codes(cases: Path, reports: Path, half: str | None) -> None:
    """Flags of the clean stories, by code and severity."""
    seen: Counter[tuple[str, str]] = Counter()
    words = 0
    for row in rows(cases, half):
        if row["kind"] != "clean":
            continue
        words += sum(len(a["text"].split()) for a in row["articles"])
        report = json.loads((reports / row["case"] / "report.json").read_text(encoding="utf-8"))
        seen.update((f["code"], f["severity"]) for f in report["flags"])
    for (code, severity), n in sorted(seen.items()):
        print(f"{code} {severity:8s} {n:5d}  {1000 * n / words:6.2f} per 1,000 words")


if __name__ == "__main__":
    sys.exit(main())
