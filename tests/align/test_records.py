"""Quotations held against a primary source: found wherever they stand in it, compared word by word."""

from __future__ import annotations

import pytest

from pipeline.align.records import find_records
from pipeline.model import Extraction, Quote, Recorded, Span
from tests.align.conftest import document

SPEECH = (
    "Thank you all for coming tonight.\n"
    "We will not close the old harbour gate before the winter storms, and we ask for patience.\n"
    "The ferry sails again in the second week of May, as the council promised to the people of Marlow."
)


def held(words: str, role: str = "primary", speech: str = SPEECH) -> list[Recorded]:
    text = f"“{words}” said Ann Tolliver."
    article, record = document("a0.txt", text), document("b0.txt", speech, role=role)
    at = Span("a0.txt", 1, 1 + len(words), words)
    whole = Span("a0.txt", 0, len(text), text)
    quote = Quote("q", "a0.txt#1", at, (at,), "direct", "speech", True, None, None, None, "body", whole, (at,))
    extractions = (
        Extraction("a0.txt#1", (), (), (), (quote,), (), ()),
        Extraction("b0.txt#1", (), (), (), (), (), ()),
    )
    return list(find_records((article, record), extractions))


def test_the_very_words_are_found_in_the_record() -> None:
    (found,) = held("We will not close the old harbour gate before the winter storms")
    assert (found.kind, found.doc) == ("identical", "b0.txt#1")
    assert found.at.text == "We will not close the old harbour gate before the winter storms"


@pytest.mark.parametrize(
    ("words", "gone", "come"),
    [
        ("We will close the old harbour gate before the winter storms", "", "not"),
        ("We will not close the new harbour gate before the winter storms", "new", "old"),
        ("They will not close the old harbour gate before the winter storms", "They", "We"),
        ("The ferry sails again in the third week of May, as the council promised", "third", "second"),
    ],
)
def test_what_departs_from_the_record_is_told_word_by_word(words: str, gone: str, come: str) -> None:
    (found,) = held(words)
    assert found.kind == "altered"
    assert [(e.left, e.right) for e in found.edits] == [(gone, come)]


def test_what_the_record_does_not_hold_is_not_held_against_it() -> None:
    assert held("The market hall burned down in one night and nobody was hurt") == []


def test_three_words_are_too_few_to_have_been_taken_from_the_record() -> None:
    assert held("the old harbour") == []


def test_an_article_is_no_record() -> None:
    assert held("We will not close the old harbour gate before the winter storms", role="source") == []
