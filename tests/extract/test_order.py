"""Which of two happenings came first, by an article's own words."""

from __future__ import annotations

import pytest

from pipeline.extract.dates import find_dates
from pipeline.extract.order import find_orders
from pipeline.extract.sentences import find_passages
from tests.extract.dates.conftest import article


def orders(text: str) -> list[tuple[str, str, str]]:
    document = article(text, "2021-05-13")
    passages = find_passages(document)
    found = find_orders(document, passages, find_dates(document, passages))
    assert all(o.at.text == text[o.at.start : o.at.end] for o in found)
    return [(o.at.text, o.earlier.text, o.later.text) for o in found]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("After the court ordered an inquiry, Tolliver dismissed Reeve.", ("After", "ordered", "dismissed")),
        ("Tolliver dismissed Reeve before the court ordered an inquiry.", ("before", "dismissed", "ordered")),
        ("Tolliver dismissed Reeve after meeting the council.", ("after", "meeting", "dismissed")),
        ("After the suspension, the ministry approved a licence.", ("After", "suspension", "approved")),
        ("The resignation came after the council ordered an inquiry.", ("after", "ordered", "resignation")),
        ("The resignation was followed by an investigation.", ("followed", "resignation", "investigation")),
        ("The court closed the dam. Two days later, Tolliver resigned.", ("Two days later", "closed", "resigned")),
    ],
)
def test_words_of_order_put_the_earlier_happening_first(text: str, told: tuple[str, str, str]) -> None:
    assert orders(text) == [told]


@pytest.mark.parametrize(
    "text",
    [
        "Tolliver will dismiss Reeve after the court orders an inquiry.",
        "Tolliver did not dismiss Reeve after the court ordered an inquiry.",
        "The dam burst before he could act.",
        "“After the court ordered an inquiry, Tolliver dismissed Reeve,” he said.",
        "Tolliver looked after her mother. The council follows the rules.",
        "The court closed the dam on 3 May 2021. Two days later, Tolliver resigned.",
    ],
)
def test_what_is_planned_denied_quoted_or_dated_puts_nothing_in_order(text: str) -> None:
    assert orders(text) == []
