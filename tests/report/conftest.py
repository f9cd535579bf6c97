"""A small story made by hand: two papers on one bridge, with a finding of every severity."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import Any

import pytest

from pipeline.model import (
    Alignment,
    Block,
    Change,
    Claim,
    Dating,
    Document,
    Edit,
    Entity,
    Event,
    Evidence,
    Extraction,
    Figure,
    Flag,
    Link,
    Mention,
    Origin,
    Place,
    Published,
    Quantity,
    Quote,
    Repair,
    Skipped,
    Span,
    Speaker,
    Standing,
    Timex,
    Variant,
    Versions,
    When,
    short_id,
)
from pipeline.report import build
from pipeline.report.to_pdf import find_browser

NORTH = (
    "Bridge at Hollow Ford closed after inspection",
    "By Ada Marsh",
    "The bridge at Hollow Ford was closed on Monday after an inspection, the county said.",
    "“The deck is not safe for lorries,” said Peter Lund, the county engineer. Repairs will cost $2.5 million.",
    "READ MORE: Market day moves to the square",
    "The bridge at Hollow Ford was closed on Monday after an inspection, the county said.",
)
SOUTH = (
    "Hollow Ford bridge shut to lorries",
    "“The deck is safe for lorries,” Lund said on 3 March 2025. Repairs will cost 3.5 million dollars, officials said.",
)
KINDS = {
    "north.txt": ("headline", "byline", "body", "body", "teaser", "repeat"),
    "south.txt": ("headline", "body"),
}


class Desk:
    """Makes records whose spans are found in the text by their words."""

    def __init__(self, texts: dict[str, tuple[str, ...]], kinds: dict[str, tuple[str, ...]]) -> None:
        self.texts = {file: "\n\n".join(blocks) for file, blocks in texts.items()}
        self.blocks = texts
        self.kinds = kinds

    def at(self, file: str, words: str, nth: int = 0) -> Span:
        start = -1
        for _ in range(nth + 1):
            start = self.texts[file].index(words, start + 1)
        return Span(file, start, start + len(words), words)

    def document(self, file: str, **more: Any) -> Document:
        offset, blocks = 0, []
        for text, kind in zip(self.blocks[file], self.kinds[file], strict=True):
            first = self.at(file, text) if kind == "repeat" else None
            blocks.append(Block(kind, Span(file, offset, offset + len(text), text), "", first))
            offset += len(text) + 2
        text = self.texts[file]
        title = self.blocks[file][0]
        return Document(f"{file}#1", file, 1, 0, len(text), text, tuple(blocks), title, **more)

    def flag(self, code: str, name: str, severity: str, at: Span, message: str, *evidence: Place) -> Flag:
        return Flag(
            short_id(code.lower(), at.file, at.text), short_id("d", at.text), code, name, severity,
            f"{at.file}#1", at, message, evidence,
        )  # fmt: skip


MONDAY = When("2025-03-03", "2025-03-03", "2025-03-03", "resolved", None, "the day the story was published")


def _quote(desk: Desk, file: str, words: str, speaker: Span, name: str) -> Quote:
    at = desk.at(file, words)
    who = Speaker(speaker, name, "person:peter-lund", "named", (), "county engineer")
    cue = desk.at(file, "said", 1 if file == "north.txt" else 0)
    return Quote(
        short_id("q", file, words), f"{file}#1", at, (at,), "direct", "speech", True, cue, who, MONDAY, "body", at
    )


def _claim(desk: Desk, file: str, words: str, **more: Any) -> Claim:
    at = desk.at(file, words)
    fields: dict[str, Any] = {
        "sentence": at, "reads": words, "block": "body", "polarity": "positive", "speaker": None,
        "certainty": "asserted", "date": None, "kinds": ("act",), "frame": None, "words": (), "entities": (),
        "figures": (),
    }  # fmt: skip
    return Claim(short_id("c", file, words), f"{file}#1", at, **fields | more)


def _story(desk: Desk) -> dict[str, Any]:
    north = desk.document(
        "north.txt",
        publisher="North Courier",
        published=Published("2025-03-04", "2025-03-04", "2025-03-04", "manifest"),
    )
    south = desk.document("south.txt", repairs=(Repair(desk.at("south.txt", "“"), "a byte was repaired", 2),))
    one = _quote(
        desk, "north.txt", "The deck is not safe for lorries,", desk.at("north.txt", "Peter Lund"), "Peter Lund"
    )
    two = _quote(desk, "south.txt", "The deck is safe for lorries,", desk.at("south.txt", "Lund"), "Peter Lund")
    closed = _claim(
        desk, "north.txt", "The bridge at Hollow Ford was closed on Monday after an inspection", date=MONDAY
    )
    cost = _claim(desk, "north.txt", "Repairs will cost $2.5 million.")
    dear = _claim(desk, "south.txt", "Repairs will cost 3.5 million dollars", polarity="negative")
    view = _claim(desk, "south.txt", "Hollow Ford bridge", checkable=False, unchecked_because="a headline's fragment")
    figures = (
        Figure("north.txt#1", desk.at("north.txt", "$2.5 million"), 2500000.0, 2450000.0, 2550000.0, "USD", "repairs"),
        Figure("south.txt#1", desk.at("south.txt", "3.5 million dollars"), -3.5, None, -3.5, "USD", "repairs"),
    )
    timex = Timex("south.txt#1", desk.at("south.txt", "3 March 2025"), "DATE", MONDAY)
    lund = Entity(
        "person:peter-lund", "Peter Lund", "PERSON", ("Peter Lund", "Lund"),
        tuple(Mention(f"{f}#1", desk.at(f, n)) for f, n in (("north.txt", "Peter Lund"), ("south.txt", "Lund"))),
        ("county engineer",),
    )  # fmt: skip
    quiet = When("PRESENT_REF", because="nothing anchors it")
    alignment = Alignment(
        (
            Extraction("north.txt#1", (), (), (), (one,), figures[:1], (closed, cost)),
            Extraction("south.txt#1", (), (), (timex,), (two,), figures[1:], (dear, view)),
        ),
        (lund,),
        (Dating("south.txt#1", Published(None, "2025-03-03", None, "inferred", "it tells of 3 March 2025")),),
        (Origin("north.txt#1", "north.txt#1", ()), Origin("south.txt#1", "north.txt#1", ("it credits the Courier",))),
        (Link(cost.id, dear.id, "contradicts", 0.91, False, ("the same repairs", "another sum")),),
        (Variant(one.id, two.id, "altered", (Edit("not", "", "content"),), "one word is gone"),),
        (
            Standing(cost.id, "conflicting", (Evidence(dear.id, "contradicts"),), (), "another sum"),
            Standing(dear.id, "conflicting", (Evidence(cost.id, "contradicts"),), (), "another sum"),
            Standing(closed.id, "single-source", (), (dear.id,), "nobody else reports it"),
        ),
        (Event("bridge closed", MONDAY, (closed.id,), False), Event("repairs", quiet, (dear.id,), True)),
        (Quantity("repairs", "USD", figures, "differ", "$2.5 million against 3.5 million dollars"),),
    )
    here, there, repeat = desk.at("north.txt", "safe for"), desk.at("south.txt", SOUTH[0]), NORTH[2]

    def against(at: Span) -> Place:
        return Place(f"{at.file}#1", at, "conflicts")

    flags = (
        desk.flag("Q004", "altered-quote", "error", one.at, "“not safe” is “safe” in South.", against(two.at)),
        desk.flag("Q004", "altered-quote", "error", two.at, "“safe” is “not safe” elsewhere.", against(one.at)),
        desk.flag("N001", "number-conflict", "warning", cost.at, "$2.5 million here, 3.5 there.", against(dear.at)),
        desk.flag("D001", "undated-article", "warning", there, "No date of publication."),
        desk.flag("Q006", "fragment-quote", "note", here, "Too few words."),
        desk.flag("I002", "repeated-text", "note", desk.at("north.txt", repeat, 1), "This stands twice."),
    )
    skipped = (Skipped("photo.jpg", "ingest", "not a text"),)
    return {"documents": (north, south), "alignment": alignment, "flags": flags, "skipped": skipped}


@pytest.fixture(scope="session")
def story() -> dict[str, Any]:
    """The arguments of `build` but the name."""
    return _story(Desk({"north.txt": NORTH, "south.txt": SOUTH}, KINDS))


@pytest.fixture(scope="session")
def report(story: dict[str, Any]) -> dict[str, Any]:
    """With every part that a report can have: a house style, and the two articles as versions of one."""
    north, south = story["documents"]
    change = Change(north.doc, south.doc, north.span(0, 6), south.span(0, 11))
    versions = Versions((north.doc, south.doc), south.doc, ("they share 9 of 10 sentences",), (change,))
    alignment = replace(story["alignment"], versions=(versions,))
    return build("hollow-ford", **(story | {"alignment": alignment}), style=(("truck", "lorry", "lorries"),))


@pytest.fixture(scope="session")
def chromium() -> str:
    """The browser. Without one its tests are skipped, unless CROSSCHECK_BROWSER=required says that they must run."""
    found = find_browser()
    if found is None:
        assert os.environ.get("CROSSCHECK_BROWSER") != "required", "no Chromium: apt-get install chromium"
        pytest.skip("no Chromium here; install it to run the tests of the page in a browser")
    return found
