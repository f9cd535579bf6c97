"""What is found, and what is left alone."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.extract.dates.conftest import Find

DAY = "2021-04-14"  # a Wednesday


@pytest.mark.parametrize(
    ("text", "words", "kind", "value"),
    [
        ("The permit was signed on Oct. 3, 2020, in Orsk.", "Oct. 3, 2020", "DATE", "2020-10-03"),
        ("The permit was signed on 3 October 2020.", "3 October 2020", "DATE", "2020-10-03"),
        ("The permit was signed on 2020-10-03.", "2020-10-03", "DATE", "2020-10-03"),
        ("The permit was signed in October 2020.", "October 2020", "DATE", "2020-10"),
        ("They were suspended in the fall of 2020.", "the fall of 2020", "DATE", "2020-FA"),
        ("Sales rose in mid-2019.", "mid-2019", "DATE", "2019"),
        ("Music of the 1990s filled the hall.", "the 1990s", "DATE", "199"),
        ("It earned $3 million in Q3 2020.", "Q3 2020", "DATE", "2020-Q3"),
        ("The budget for FY2021 was cut.", "FY2021", "DATE", "2021"),
        ("The council met on Monday.", "Monday", "DATE", "2021-04-12"),
        ("The council will meet on Monday.", "Monday", "DATE", "2021-04-19"),
        ("The council met last week.", "last week", "DATE", "2021-W14"),
        ("The bridge fell last October.", "last October", "DATE", "2020-10"),
        ("The bridge fell earlier this year.", "earlier this year", "DATE", "2021"),
        ("The bridge fell two years ago.", "two years ago", "DATE", "2019"),
        ("The war lasted six weeks.", "six weeks", "DURATION", "P6W"),
        ("It took two and a half years to build.", "two and a half years", "DURATION", "P2Y6M"),
        ("The council meets every Monday.", "every Monday", "SET", "XXXX-WXX-1"),
        ("She spoke to him at 7:15 p.m. on the bridge.", "7:15 p.m.", "TIME", "2021-04-14T19:15"),
        ("The fire broke out Saturday night.", "Saturday night", "TIME", "2021-04-10TNI"),
        ("He recently moved to Orsk.", "recently", "DATE", "PAST_REF"),
        ("It will open in the coming weeks.", "the coming weeks", "DATE", "FUTURE_REF"),
        ("The town celebrated Thanksgiving 2014 in the hall.", "Thanksgiving 2014", "DATE", "2014-11-27"),
        ("The castle is from the 11th century.", "the 11th century", "DATE", "10"),
        ("It opened in nineteen ninety-four.", "nineteen ninety-four", "DATE", "1994"),
    ],
)
def test_an_expression_has_its_words_type_and_value(find: Find, text: str, words: str, kind: str, value: str) -> None:
    found = find(text, DAY)
    assert [(t.at.text, t.type, t.when.value) for t in found] == [(words, kind, value)]


@pytest.mark.parametrize(
    "text",
    [
        "The permit falls under Section 7.3 of the act.",
        "He may resign, and she might.",
        "They joined the March on Orsk.",
        "The Boeing 747 landed safely.",
        "Call 555-1998 for help.",
        "The home side won 3-2.",
        "Rents are $1,850 a month.",
        "Theresa May spoke to the crowd.",
        "A second person was hurt.",
        "The 27-year-old driver was unhurt.",
        "There was a fall in prices.",
        "They lead by 2000 votes.",
        "The senators are in their 80s.",
        "In the year 0 and in the year 10000 nothing was written.",
        "٢٠٢٠ and ２０２０ are written with other digits.",
    ],
)
def test_what_only_looks_like_a_date_is_left_alone(find: Find, text: str) -> None:
    assert [t.at.text for t in find(text, DAY)] == []


def test_both_ends_of_a_range_are_dates_of_their_own(find: Find) -> None:
    found = find("Exports fell from March to May and again between 2018 and 2019.", DAY)
    assert [t.at.text for t in found] == ["March", "May", "2018", "2019"]


def test_a_date_in_figures_keeps_its_other_reading(find: Find) -> None:
    (only,) = find("The deal was closed on 10/3/20.")
    assert only.when.value == "2020-10-03"
    assert only.when.alternatives == ("2020-03-10",)


def test_spans_do_not_overlap_and_stand_where_they_say(find: Find) -> None:
    text = "On “Friday, March 5,” the mayor said — at 5 p.m. Thursday — that the last weeks of the 1990s were quiet."
    found = find(text, "2021-03-09")
    assert found
    for timex in found:
        assert text[timex.at.start : timex.at.end] == timex.at.text
    for one, other in pairwise(found):
        assert one.at.end <= other.at.start
