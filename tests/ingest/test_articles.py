import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import UnreadableFileError
from pipeline.flag.cases import Case
from pipeline.flag.rules import RULES
from pipeline.ingest import find_stories, ingest
from pipeline.ingest.articles import split
from pipeline.ingest.readers import to_text
from pipeline.model import Alignment, Document
from pipeline.settings import Settings

CORPUS = Path(__file__).parents[2] / "corpus"
OURS = [r for r in RULES if r.CODE[0] == "I"]
EMPTY = Alignment((), (), (), (), (), (), (), ())


def sound(documents: tuple[Document, ...], text: str) -> None:
    """Hold documents to the contract: spans are what stands there, and blocks hold all but white space, once."""
    for document in documents:
        assert document.text == text[document.start : document.end]
        at = document.start
        for block in document.blocks:
            assert block.at.text == text[block.at.start : block.at.end] != ""
            assert text[at : block.at.start].strip() == ""
            at = block.at.end
        assert text[at : document.end].strip() == ""


@given(st.binary(max_size=400))
def test_no_bytes_crash_and_every_span_is_what_stands_there(data: bytes) -> None:
    try:
        reading = to_text(data, "a.txt")
    except UnreadableFileError:
        return
    documents = split("a.txt", reading, (), "en")
    assert documents
    sound(documents, reading.text)
    reading.text.encode("utf-8")


PARTS = st.sampled_from(
    (
        *("A Short Title Here", "By Jane Roe", "TT", "READ MORE: Something else", "(AP)"),
        *("\n", "\n\n", "\r\n", "\u2028", " "),
        '"We will not leave the house before spring," she said on Monday.',
        "One line of prose that goes on, and on.",
    )
)


@given(st.lists(PARTS, max_size=40))
def test_blocks_hold_every_word_of_a_page_once(parts: list[str]) -> None:
    text = "\n".join(parts) + "\nword"
    sound(split("a.txt", to_text(text.encode(), "a.txt"), (), "en"), text)


def test_the_five_articles_are_six() -> None:
    (story,) = find_stories(CORPUS)
    found = [ingest(story, file, Settings()) for file in story.files]
    assert [len(d) for d, _, _ in found] == [1, 1, 1, 1, 2]
    assert not any(s for _, s, _ in found)
    for file, (documents, _, record) in zip(story.files, found, strict=True):
        data = Path(story.folder, file).read_bytes()
        assert (record.bytes, record.sha256) == (len(data), hashlib.sha256(data).hexdigest())
        sound(documents, data.decode())


def flags(rule, articles: tuple[str, ...]) -> list[str]:
    documents = [
        d for i, a in enumerate(articles) for d in split(f"a{i}.txt", to_text(a.encode(), f"a{i}.txt"), (), "en")
    ]
    return [f.at.text for f in rule.check(Case("story", tuple(documents), EMPTY))]


@pytest.mark.parametrize("rule", OURS, ids=lambda r: r.NAME)
def test_examples_of_the_rules_about_input_hold(rule) -> None:
    for example in rule.FLAGGED:
        found = flags(rule, example.articles)
        assert any(example.on in text or text in example.on for text in found), (example.why, found)
    for example in rule.CLEAN:
        assert flags(rule, example.articles) == [], example.why
