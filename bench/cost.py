"""What aligning and judging cost beside parsing, and whether twice the stories take twice the time.

    python -m bench.cost --data FOLDER [--articles 1000] [--of 30] [--one-event]

FOLDER holds clusters/basil_30.jsonl.xz. Its articles are laid together into stories of so many, three of each event;
with --one-event a story is one event, its three articles repeated until there are enough: as bad as it can get.
Stories are repeated until there are enough articles. Parsing is spaCy's pipeline alone, over the same articles; what is
printed are ratios, since seconds are the machine's.
"""

from __future__ import annotations

import argparse
import csv
import json
import lzma
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from itertools import cycle, islice
from pathlib import Path

from pipeline import flow
from pipeline.engine import Local
from pipeline.model import Work
from pipeline.nlp import load
from pipeline.settings import Settings

SETTINGS = Settings()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="the folder with clusters/basil_30.jsonl.xz")
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--of", type=int, default=30, help="articles in a story")
    parser.add_argument("--one-event", action="store_true", help="each story is one event, its articles repeated")
    given = parser.parse_args()
    path = given.data / "clusters" / "basil_30.jsonl.xz"
    if not path.exists():
        sys.exit(f"{path}: not there; give the data folder with --data")
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        clusters = [json.loads(line)["articles"] for line in lines]
    with tempfile.TemporaryDirectory() as folder:
        lay(Path(folder), stories(clusters, given.of, given.one_event))
        works = extracted(Path(folder))
    print_costs(works, given.articles, given.of)
    return 0


def stories(clusters: Sequence[list[dict]], of: int, one_event: bool) -> list[list[dict]]:
    """The articles in stories of one size; three stories of events repeated, or all articles once."""
    if one_event:
        return [list(islice(cycle(cluster), of)) for cluster in clusters[:3]]
    articles = [a for cluster in clusters for a in cluster]
    return [articles[i : i + of] for i in range(0, len(articles) - of + 1, of)]


def lay(folder: Path, made: Sequence[list[dict]]) -> None:
    for n, articles in enumerate(made):
        story = folder / f"story{n}"
        story.mkdir(parents=True)
        with (story / "sources.csv").open("w", newline="", encoding="utf-8") as file:
            table = csv.writer(file)
            table.writerow(["file", "publisher", "published"])
            for i, a in enumerate(articles):
                text = a["text"] if a["text"].startswith(a["title"] or "") else f"{a['title']}\n\n{a['text']}"
                (story / f"a{i:03}.txt").write_text(text, encoding="utf-8", newline="")
                table.writerow([f"a{i:03}.txt", f"{a['source']} {i // 3}", a["date"]])


def extracted(folder: Path) -> list[Work]:
    read = flow.read_all(flow.stories(folder), SETTINGS, Local())
    return flow.extract_all(read, SETTINGS, Local())


def print_costs(works: Sequence[Work], articles: int, of: int) -> None:
    model = load()
    texts = [d.text for w in works for d in w.documents]
    model(texts[0])
    judged(works[:1])  # tables are read and caches are filled before the clock runs
    count = max(1, round(articles / of))
    parsing = seconds(lambda: [model(t) for t in texts]) * count / len(works)
    several = list(islice(cycle(works), count))
    halves = [seconds(lambda n=n: judged(several[:n])) for n in (count // 2, 2 * (count // 2))]
    aligned: list[Work] = []
    aligning = seconds(lambda: aligned.extend(flow.align_all(several, SETTINGS, Local())))
    flagging = seconds(lambda: flow.flag_all(aligned, SETTINGS, Local()))
    words = sum(len(t.split()) for t in texts) * count // len(works)
    print(f"{count} stories of {of} articles, {words:,} words")
    print(f"parsing            1.00  ({parsing:.0f} s here)")
    print(f"aligning           {aligning / parsing:.2f}")
    print(f"judging            {flagging / parsing:.2f}")
    print(f"both               {(aligning + flagging) / parsing:.2f}  (to stay under 1)")
    print(f"twice the stories  {halves[1] / max(halves[0], 1e-9):.2f} times the time")


def judged(works: Sequence[Work]) -> list[Work]:
    return flow.flag_all(flow.align_all(works, SETTINGS, Local()), SETTINGS, Local())


def seconds(do: Callable[[], object]) -> float:
    start = time.process_time()
    do()
    return time.process_time() - start


if __name__ == "__main__":
    sys.exit(main())
