"""Relative readings from a day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import timex

MONDAY = date(2021, 4, 12)
READINGS = [
    "day:-1", "week:-1", "weekend:0", "month:1", "quarter:-1", "year:0!before", "decade:0", "ago:-3:week",
    "weekday:1:past", "weekday:5:future", "weekday:1:last", "weekday:1:next", "month:10:last", "month:10:past",
    "date:10-03:past", "date:02-29:past", "dom:31:past", "season:FA:last", "season:WI:past", "year:-1>10", "day:-1>TNI",
    "week:-1>3", "holiday:easter:last", "quarter:0~year:-1", "quarter:3:back", "month:05:near", "month:05:ahead",
]  # fmt: skip


@pytest.mark.parametrize(
    ("reading", "value"),
    [
        ("day:-1", "2021-04-11"),
        ("week:-1", "2021-W14"),
        ("weekday:1:past", "2021-04-12"),
        ("weekday:1:last", "2021-04-05"),
        ("weekday:1:next", "2021-04-19"),
        ("weekday:3:past", "2021-04-07"),
        ("weekday:3:future", "2021-04-14"),
        ("month:10:last", "2020-10"),
        ("month:04:past", "2021-04"),
        ("year:-1>FA", "2020-FA"),
        ("week:-1>3", "2021-04-07"),
        ("day:-1>TNI", "2021-04-11TNI"),
        ("date:02-29:past", "2020-02-29"),
        ("quarter:0~year:-1", "2020-Q2"),
        ("holiday:easter:past", "2021-04-04"),
    ],
)
def test_a_reading_has_its_value(reading: str, value: str) -> None:
    moment = timex.read(reading, MONDAY)
    assert moment is not None
    assert moment.value == value


def test_earlier_this_year_ends_on_the_day_it_is_said() -> None:
    moment = timex.read("year:0!before", MONDAY)
    assert moment == timex.Moment("2021", date(2021, 1, 1), MONDAY, False)


def test_two_years_ago_is_not_one_exact_year() -> None:
    moment = timex.read("ago:-2:year", MONDAY)
    assert moment is not None
    assert moment.value == "2019"
    assert moment.earliest < date(2019, 1, 1)
    assert not moment.exact


def test_a_year_of_days_leaves_last_year_certain_and_monday_open() -> None:
    first, last = date(2021, 1, 1), date(2021, 12, 31)
    year, monday = timex.read_over("year:-1", first, last), timex.read_over("weekday:1:past", first, last)
    assert year is not None
    assert (year.value, year.exact) == ("2020", True)
    assert monday is not None
    assert (monday.value, monday.exact) == ("XXXX-WXX-1", False)


@given(st.sampled_from(READINGS), st.dates(date(1700, 1, 1), date(2300, 1, 1)), st.integers(0, 800))
def test_a_later_day_never_means_an_earlier_one(reading: str, said: date, days: int) -> None:
    one, other = timex.read(reading, said), timex.read(reading, said + timedelta(days))
    if one is not None and other is not None:
        assert one.earliest <= other.earliest
        assert one.latest <= other.latest


@given(st.sampled_from(READINGS), st.dates(), st.dates())
def test_what_is_meant_on_a_day_lies_in_what_is_meant_over_a_stretch(reading: str, one: date, other: date) -> None:
    first, last = sorted((one, other))
    over, within = timex.read_over(reading, first, last), timex.read(reading, first)
    if over is not None and within is not None:
        assert over.earliest <= within.earliest
        assert within.latest <= over.latest


_PIECES = st.sampled_from(
    ("day", "ago", "weekday", "weekend", "date", "dom", "holiday", "a", ":", "-1", "9", "99", "x", ">", "!", "~")
)


@given(st.one_of(st.text(), st.lists(_PIECES, max_size=8).map("".join)), st.dates())
def test_no_text_breaks_the_reader(text: str, said: date) -> None:
    assert timex.read(text, said) is None or ":" in text
    assert timex.loose(text)


@pytest.mark.parametrize("text", ["a:;", "a:0", "weekday:9:past", "date:99-99", "ago:-3:weekend", "day:-1~weekend:2"])
def test_a_reading_that_is_none_reads_as_nothing_or_as_a_stretch(text: str) -> None:
    moment = timex.read(text, date(2024, 3, 1))
    assert (moment is not None) == (text == "ago:-3:weekend")
