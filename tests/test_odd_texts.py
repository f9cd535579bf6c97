"""Texts that no editor would print, through the whole pipeline: none is lost, and every place holds its words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline import flow
from pipeline.engine import Local
from pipeline.ingest.readers import to_text
from pipeline.settings import Settings

ARTICLE = """Harbour fire: two sheds lost

By Ada Quist

NORTHMARK, March 4, 2024 (Coast Press) - A fire in the old harbour destroyed two sheds on Monday and hurt at least 12
people, Mayor Jane Roe said.

“We have lost two sheds and $3.5 million of goods,” Roe told reporters. “It was the worst fire in 40 years,” she added.

The council, which banned night work in May 2019, is to vote on Friday. It was not arson, police said last week.
"""
ODD = {
    "a sentence without an end": "the council voted and " * 250 + "left.",
    "marks without words": "“" * 200 + "x" + "”" * 200,
    "signs only": ". . . , ; ! ? … — -- “ ” x" * 50,
    "a line for a word": "a\n" * 1000,
    "one long word": "x" * 100_000,
    "one long number": "They paid " + "9" * 5000 + " dollars, and " + "9" * 400 + " more.",
    "a number beyond counting": "They paid five " + "trillion " * 40 + "dollars.",
    "raised digits": "The hall² of 40 m² cost $² and ½ of it, ²³ said.",
    "marks on every letter": "".join(c + "\u0301" for c in ARTICLE),
    "a speaker in a speaker": "Roe said that Hale said that " * 40 + "it was over.",
    "names only": "Jane Roe " * 300,
    "dates only": "Monday, March 4, 2024; " * 150,
    "no such days": "On 31 November 2024, February 30 and 99/99/9999, in the year 0 and year 99999, it closed.",
    "capitals": ARTICLE.upper(),
    "hard spaces": ARTICLE.replace(" ", "\u00a0"),
    "ends of lines of an old machine": ARTICLE.replace("\n", "\r"),
    "the other direction": "\u202e" + ARTICLE.replace("Roe", "\u200fרו\u202c"),
    "letters of a font": "𝕿𝖍𝖊 𝖒𝖆𝖞𝖔𝖗 𝖘𝖆𝖎𝖉 𝖎𝖙 𝖜𝖆𝖘 𝖔𝖛𝖊𝖗. " * 10,
    "families": "👩‍👩‍👧‍👦 said “👍🏽” to 🇹🇷. " * 20,
    "marks within a word": 'It was over. Hale;"3”from',
    "no closing marks": ARTICLE.replace("”", ""),
    "no opening marks": ARTICLE.replace("“", ""),
}


def at_rest(lay: Any, texts: list[str]) -> dict[str, Any]:
    """The report on these articles, held to what must always be true of one."""
    ((_, files),) = flow.run(lay(texts), Settings(), Local())
    report: dict[str, Any] = json.loads(files["report.json"])
    read = {f"a{i}.txt": to_text(text.encode("utf-8", "surrogatepass"), "x").text for i, text in enumerate(texts)}
    assert report["skipped"] == []
    assert {d["file"] for d in report["documents"]} == set(read)
    for place in places(report):
        assert read[place["file"]][place["start"] : place["end"]] == place["text"] != ""
    return report


def places(value: Any) -> Iterator[dict[str, Any]]:
    """Everything in a report that says where it stands."""
    if isinstance(value, dict):
        if value.keys() >= {"file", "start", "end", "text"}:
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            yield from places(inner)


@pytest.mark.parametrize("name", ODD)
def test_an_odd_text_is_read_beside_a_sound_one(name: str, lay) -> None:
    assert at_rest(lay, [ODD[name], ARTICLE])["claims"]


ANYTHING = st.text("“”\"'.,-²9\n\u0301\u202eé漢 ", max_size=6)
CUTS = st.lists(st.tuples(st.integers(0, len(ARTICLE)), st.integers(0, 80), ANYTHING), min_size=1, max_size=4)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(CUTS)
def test_a_garbled_article_is_read_beside_a_sound_one(lay, cuts: list[tuple[int, int, str]]) -> None:
    text = ARTICLE
    for start, length, put_in in cuts:
        text = text[:start] + put_in + text[start + length :]
    at_rest(lay, [text + "\nThe end.", ARTICLE])
