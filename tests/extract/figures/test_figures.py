from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.extract.dates import find_dates
from pipeline.extract.figures import find_figures
from pipeline.extract.sentences import find_passages
from pipeline.model import Block, Document, Figure, Span


def figures(text: str) -> list[Figure]:
    lines = [m for m in re.finditer(r"[^\n]+", text) if m.group().strip()]
    blocks = tuple(Block("body", Span("a.txt", m.start(), m.end(), m.group())) for m in lines)
    article = Document("a.txt#1", "a.txt", 1, 0, len(text), text, blocks)
    passages = find_passages(article)
    found = list(find_figures(article, passages, find_dates(article, passages)))
    assert all(text[f.at.start : f.at.end] == f.at.text for f in found)
    return found


def only(text: str) -> Figure:
    (figure,) = figures(text)
    return figure


@pytest.mark.parametrize(
    ("words", "value", "unit"),
    [
        ("US$77 million", 77e6, "USD"),
        ("C$5.5bn", 5.5e9, "CAD"),
        ("£3m", 3e6, "GBP"),
        ("€20,000", 20e3, "EUR"),
        ("$1.2-billion", 1.2e9, "USD"),
        ("five million dollars", 5e6, "USD"),
        ("tens of thousands of dollars", 20e3, "USD"),
        ("40 million Canadian dollars", 40e6, "CAD"),
        ("30 million pounds", 30e6, "GBP"),
        ("7.5 percent", 7.5, "percent"),
        ("7.5 per cent", 7.5, "percent"),
        ("7.5%", 7.5, "percent"),
        ("two percentage points", 2, "percentage-points"),
    ],
)
def test_money_and_shares_are_read_with_their_unit(words: str, value: float, unit: str) -> None:
    figure = only(f"The yard lost {words} on the order.")
    assert (figure.value, figure.unit) == (value, unit)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("twenty-one", 21),
        ("two hundred and fifty thousand", 250e3),
        ("a dozen", 12),
        ("half a million", 500e3),
        ("two and a half million", 2.5e6),
        ("a couple of hundred", 200),
        ("12,000", 12e3),
        ("1.5 million", 1.5e6),
    ],
)
def test_numbers_in_words_and_digits(words: str, value: float) -> None:
    assert only(f"The council counted {words} ships.").value == value


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("at least 40", 40, None),
        ("more than 40", 40, None),
        ("up to 40", None, 40),
        ("fewer than 40", None, 40),
        ("nearly 40", 36, 40),
        ("about 40", 36, 44),
        ("40 or more", 40, None),
        ("between 40 and 50", 40, 50),
        ("40 to 50", 40, 50),
        ("40-50", 40, 50),
        ("dozens of", 24, 120),
        ("40", 40, 40),
    ],
)
def test_bounds_say_what_the_words_can_mean(words: str, low: float | None, high: float | None) -> None:
    figure = only(f"The council counted {words} ships in the harbour.")
    assert (figure.low, figure.high) == (low, high)
    assert figure.unit == "ship"


@pytest.mark.parametrize(
    "words",
    [
        "The second ship sailed.",
        "See Section 7.3 and Article 5.",
        "They bought the MX-15 and the TB2.",
        "Call 202-555-0143 for help.",
        "The team won 3-2 in Bergen.",
        "They met at 10:30 on 9/11.",
        "It happened in 2016 and 2017.",
        "She is No. 10 on the list.",
        "No one spoke, and one of them left.",
        "The 1990s were quiet.",
    ],
)
def test_what_counts_nothing_is_left_out(words: str) -> None:
    assert figures(words) == []


def test_a_change_from_one_value_to_another_is_two_figures() -> None:
    assert [f.value for f in figures("Profits rose 7.5 percent to $3 billion.")] == [7.5, 3e9]


def test_negative_numbers_keep_their_sign() -> None:
    assert [f.value for f in figures("It fell to -3.5 degrees. The loss was -$4 million.")] == [-3.5, -4e6]


def test_an_age_is_not_a_count_of_years() -> None:
    assert only("A 35-year-old man was arrested.").unit == "age"
    assert only("The law is for adults over 21.").unit == "age"
    assert only("The vote was won by over 21 votes.").unit != "age"


def test_two_years_ago_is_a_date_and_no_figure() -> None:
    assert figures("The war ended two years ago.") == []


@pytest.mark.parametrize(
    "text",
    [
        "The house approved it by a vote of 228 to 191.",
        "The house voted 228-191 to approve it.",
        "It was a 228-191 vote.",
    ],
)
def test_both_sides_of_a_vote(text) -> None:
    assert [(f.value, f.unit) for f in figures(text)] == [(228, "vote"), (191, "vote")]


def test_a_score_is_no_vote() -> None:
    assert figures("Harwick beat Marlow 3-1 on Saturday.") == []


def test_what_is_measured_is_named() -> None:
    assert only("Exports of salt fish jumped sixfold.").of == "Exports of salt fish"
    assert only("The court set a fine of up to $250,000.").of == "fine"
    assert only("The ministry sent 500 North Korean troops.").of == "North Korean troops"


@pytest.mark.parametrize(
    "words",
    [
        "The hall² was opened.",
        "They met at ½ past.",
        "Call " + "9" * 400 + " now.",
        "Call " + "9" * 5000 + " now.",
        "It cost five " + "trillion " * 40 + "dollars.",
    ],
)
def test_what_no_count_can_be_is_no_figure(words: str) -> None:
    assert figures(words) == []


def test_a_raised_two_behind_a_measure_leaves_the_measure() -> None:
    assert only("The flat has 40 m² of floor.").value == 40


def test_a_bare_dollar_sign_is_another_currency_where_the_article_says_so() -> None:
    assert figures("The yard lost $5 million. Figures are in Canadian dollars.")[0].unit == "CAD"


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet="0123456789,.-$€%kmbn toandhalf²½٣Ⅷ\n", max_size=60))
def test_any_text_is_read_without_error(text: str) -> None:
    for figure in figures(text):
        assert figure.low is None or figure.high is None or figure.low <= figure.high
