"""What the whole pipeline costs beside the language model alone, as a ratio of whole processes run in turn.

python -m bench.overhead [CORPUS] [--runs N]
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

MODEL_ALONE = """
import sys
from pathlib import Path
from pipeline.nlp import load
model = load()
for path in sorted(Path(sys.argv[1]).rglob("*.txt")):
    model(path.read_text(encoding="utf-8"))
"""


def seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", nargs="?", default="corpus", type=Path)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as out:
        whole = [sys.executable, "-m", "pipeline.cli", "run", str(options.corpus), "--out", out, "--quiet"]
        alone = [sys.executable, "-c", MODEL_ALONE, str(options.corpus)]
        seconds(whole), seconds(alone)  # warm the disk's cache
        pairs = [(seconds(whole), seconds(alone)) for _ in range(options.runs)]
    ratios = sorted(a / b for a, b in pairs)
    print(f"crosscheck run      {statistics.median(a for a, _ in pairs):.2f} s (median of {options.runs})")
    print(f"model alone         {statistics.median(b for _, b in pairs):.2f} s")
    print(f"ratio               {statistics.median(ratios):.2f} ({ratios[0]:.2f} to {ratios[-1]:.2f})")


if __name__ == "__main__":
    main()
