"""What a report of many articles costs to render beside parsing them, and its pages to open beside a blank page.

    python -m bench.render [CORPUS] [--articles 500] [--pages 8]

The first story of CORPUS is read and judged once, and its report repeated under other names until it has so many
articles. Parsing is spaCy's pipeline alone over as many. Both are counted in processor seconds of this process. Pages
are opened in Chromium, where Playwright and a browser are installed, and counted in processor seconds of the page's
main thread until it is loaded. What counts are the ratios, since seconds are the machine's.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from pipeline import flow
from pipeline.engine import Local
from pipeline.flag.manual import manual
from pipeline.model import Work
from pipeline.nlp import load
from pipeline.report import RENDERERS, build
from pipeline.report.summary import summarise
from pipeline.report.to_docx import docx_files
from pipeline.report.to_html import html_files
from pipeline.report.to_pdf import find_browser
from pipeline.settings import Settings

LISTS = ("documents", "dates", "quotes", "figures", "claims", "links", "variants", "numbers", "timeline", "flags")
BLANK = "<!DOCTYPE html><title>blank</title>"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", nargs="?", default="corpus", type=Path)
    parser.add_argument("--articles", type=int, default=500)
    parser.add_argument("--pages", type=int, default=8, help="how many of the pages are opened")
    given = parser.parse_args()
    (work, _), *_ = flow.run(given.corpus, Settings(), Local())
    times = -(-given.articles // len(work.documents))
    report = repeated(report_of(work), times)
    print(f"{len(report['documents'])} articles, {len(report['flags'])} findings, {len(report['claims'])} statements")
    parsing = times * taken(lambda: [load()(d.text) for d in work.documents])[0]
    whole = print_rendering(report, parsing)
    with tempfile.TemporaryDirectory() as folder:
        print_opening(whole, Path(folder), given.pages)


def report_of(work: Work) -> dict[str, Any]:
    if work.alignment is None or work.flags is None:
        raise ValueError("a run gives both")
    return build(work.story.name, work.documents, work.alignment, work.flags, work.skipped, manual())


def repeated(report: dict[str, Any], times: int) -> dict[str, Any]:
    """The report with its articles so many times over, each time under other file names and ids."""
    names = {d["file"] for d in report["documents"]} | {d["doc"] for d in report["documents"]}
    ids = {x["id"] for kind in ("claims", "quotes", "flags") for x in report[kind]}

    def renamed(value: Any, k: int) -> Any:
        if isinstance(value, dict):
            return {key: renamed(inner, k) for key, inner in value.items()}
        if isinstance(value, list):
            return [renamed(inner, k) for inner in value]
        if value in names:
            return f"{k:03}-{value}"
        return f"{value}-{k}" if value in ids else value

    many = report | {name: [renamed(row, k) for k in range(times) for row in report[name]] for name in LISTS}
    return many | {"entities": [merged(e, times, renamed) for e in report["entities"]], "summary": summarise(many)}


def merged(entity: dict[str, Any], times: int, renamed: Callable[[Any, int], Any]) -> dict[str, Any]:
    return entity | {"mentions": [renamed(m, k) for k in range(times) for m in entity["mentions"]]}


def taken(work: Callable[[], Any]) -> tuple[float, Any]:
    start = time.process_time()
    made = work()
    return time.process_time() - start, made


def print_rendering(report: dict[str, Any], parsing: float) -> dict[str, bytes]:
    """Prints what each kind of file costs, and gives the pages."""
    spent, pages = taken(lambda: dict(html_files(report)))
    rows = [("pages", spent, pages), ("Word copies", *taken(lambda: dict(docx_files(report))))]
    rows += [(name, *taken(lambda: {name: renderer(report)})) for name, renderer in RENDERERS]  # noqa: B023
    for name, seconds, files in rows:
        size = sum(map(len, files.values())) / 1e6
        print(f"{name:20} {seconds:6.1f} s  {seconds / parsing:5.2f} of parsing  {len(files):4} files  {size:6.1f} MB")
    whole = sum(seconds for _, seconds, _ in rows)
    print(f"{'all':20} {whole:6.1f} s  {whole / parsing:5.2f} of parsing ({parsing:.0f} s)")
    return pages


def print_opening(pages: dict[str, bytes], folder: Path, most: int) -> None:
    """Prints how long the largest pages take to open, beside a blank one."""
    browser = find_browser()
    if browser is None:
        print("no Chromium here: pages were not opened")
        return
    for name, content in {**pages, "blank.html": BLANK.encode()}.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)
    largest = sorted(pages, key=lambda name: (name != "report.html", -len(pages[name])))[:most]
    seconds = dict(opened(browser, folder, [*largest, "blank.html"]))
    blank = seconds.pop("blank.html")
    for name, spent in seconds.items():
        print(f"opens {name:22} {spent:5.2f} s  {spent / blank:5.1f} of a blank page  {len(pages[name]) / 1e6:4.1f} MB")


def opened(browser: str, folder: Path, names: list[str]) -> Iterator[tuple[str, float]]:
    """Of each page the median of three times its main thread was at work until it was loaded, in seconds."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=browser, args=["--no-sandbox", "--disable-gpu"])
        for name in names:
            spent = []
            for _ in range(3):
                page = chromium.new_page(viewport={"width": 1440, "height": 1000})
                thread = page.context.new_cdp_session(page)
                thread.send("Performance.enable", {"timeDomain": "threadTicks"})
                page.goto((folder / name).as_uri(), wait_until="load")
                metrics = {m["name"]: m["value"] for m in thread.send("Performance.getMetrics")["metrics"]}
                spent.append(metrics["TaskDuration"])
                page.close()
            yield name, statistics.median(spent)
        chromium.close()


if __name__ == "__main__":
    main()
