"""Places, dates and sentences in a reader's words."""

from __future__ import annotations

from typing import Any

from pipeline.report.index import Index


def test_a_sentence_names_articles_people_and_days_but_leaves_what_is_quoted(report: dict[str, Any]) -> None:
    told = Index(report).told("south.txt#1: person:peter-lund on 2025-03-03, “south.txt#1 of 2025-03-03”.")
    assert told == "Article 2: Peter Lund on 3 March 2025, “south.txt#1 of 2025-03-03”."


def test_beside_the_copy_a_message_says_this_for_the_words_it_stands_at(report: dict[str, Any]) -> None:
    text = "The bridge at Hollow Ford was closed on Monday"
    flag = {
        "text": text,
        "message": f"No other article carries “{text[:30]}…”, though “others” cover it",
        "evidence": [],
    }
    assert Index(report).beside(flag) == "No other article carries this, though “others” cover it"
    other = flag | {"message": "No other article carries “something else altogether here”"}
    assert Index(report).beside(other) == other["message"]


def test_beside_the_rival_words_a_message_does_not_repeat_them(report: dict[str, Any]) -> None:
    text, rival = "The deck was safe for lorries on Monday", "On Monday the deck was not safe for lorries"
    flag = {"text": text, "evidence": [{"role": "conflicts", "text": rival}]}
    for message, told in (
        (f"“{text}” cannot hold together with “{rival}” in South.", "This cannot hold together with that in South."),
        (
            f"“{text}” is dated otherwise in South, which has “{rival}”: 3 and 4.",
            "This is dated otherwise in South: 3 and 4.",
        ),
        (
            f"“{text}” is alleged here and established in South: “{rival}”.",
            "This is alleged here and established in South.",
        ),
    ):
        assert Index(report).beside(flag | {"message": message}) == told


def test_short_words_are_shown_in_their_quotation(report: dict[str, Any]) -> None:
    quote = report["quotes"][0]
    at = {"doc": quote["doc"], "start": quote["start"] + 12, "end": quote["start"] + 15, "text": quote["text"][12:15]}
    assert Index(report).context(at) == ("The deck is ", "not", " safe for lorries,")


def test_a_paragraph_is_counted_among_the_body_and_other_blocks_go_by_their_kind(report: dict[str, Any]) -> None:
    index = Index(report)
    document = report["documents"][0]
    names = [index.paragraph(document["doc"], b["start"]) for b in document["blocks"]]
    assert names == ["headline", "byline", "¶ 1", "¶ 2", "teaser", "repeat"]
