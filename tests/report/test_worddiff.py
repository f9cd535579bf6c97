"""How two versions of a quotation differ."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.report.worddiff import word_diff
from pipeline.text import key

WORDS = st.lists(
    st.sampled_from(["the", "The", "deck", "is", "not", "safe", "“safe”", "it’s", "it's", "$2.5"]), max_size=9
)


def test_a_deleted_negation_is_the_only_difference() -> None:
    assert word_diff("The deck is not safe", "The deck is safe") == [
        ("same", "The deck is "),
        ("gone", "not "),
        ("same", "safe"),
    ]


def test_a_changed_word_is_told_as_one_gone_and_one_come() -> None:
    assert word_diff("it ruined his life", "it destroyed his life") == [
        ("same", "it "),
        ("gone", "ruined"),
        ("come", "destroyed"),
        ("same", " his life"),
    ]


def test_typography_alone_is_no_difference() -> None:
    assert word_diff("It’s “safe”", 'It\'s "safe"') == [("same", 'It\'s "safe"')]


@given(WORDS, WORDS)
def test_the_same_and_the_come_make_up_the_right_side(left: list[str], right: list[str]) -> None:
    a, b = " ".join(left), " ".join(right)
    pieces = word_diff(a, b)
    assert "".join(text for kind, text in pieces if kind != "gone") == b
    assert key("".join(text for kind, text in pieces if kind != "come")) == key(a)


def test_very_long_quotations_are_not_compared_word_by_word() -> None:
    left, right = "a " * 1000, "b " * 1000
    assert word_diff(left, right) == [("gone", left), ("come", right)]
