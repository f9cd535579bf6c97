"""Values and the days they cover."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import timex


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2020-10-03", "2020-10-03", "2020-10-03"),
        ("2020-10", "2020-10-01", "2020-10-31"),
        ("2020-W53", "2020-12-28", "2021-01-03"),
        ("2021-W15-WE", "2021-04-17", "2021-04-18"),
        ("2020-Q4", "2020-10-01", "2020-12-31"),
        ("2020-H1", "2020-01-01", "2020-06-30"),
        ("199", "1990-01-01", "1999-12-31"),
        ("18", "1800-01-01", "1899-12-31"),
        ("2020-10-03TEV", "2020-10-03", "2020-10-03"),
        ("9999", "9999-01-01", "9999-12-31"),
    ],
)
def test_a_value_covers_its_days(value: str, first: str, last: str) -> None:
    assert timex.bounds(value) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "value", ["2020-11-31", "2023-02-29", "0000", "10000", "2020-13", "2020-W54", "XXXX-10", "", "PAST_REF"]
)
def test_what_the_calendar_does_not_have_covers_nothing(value: str) -> None:
    assert timex.bounds(value) is None


def test_fall_is_taken_as_widely_as_people_use_it() -> None:
    assert timex.bounds("2020-FA") == (date(2020, 9, 1), date(2020, 12, 21))


def test_a_winter_may_be_that_of_either_end_of_its_year() -> None:
    first, last = timex.bounds("2020-WI") or (date.max, date.min)
    assert first.year == 2019
    assert last.year == 2021


@given(st.text())
def test_no_text_breaks_the_reading_of_values(text: str) -> None:
    interval = timex.bounds(text)
    assert interval is None or interval[0] <= interval[1]


@given(
    st.dates(),
    st.sampled_from(["day", "week", "month", "quarter", "year", "decade", "century"]),
    st.integers(-(10**6), 10**6),
)
def test_a_shift_ends_on_a_day_or_nowhere(start: date, unit: str, count: int) -> None:
    moved = timex.shift(start, unit, count)
    assert moved is None or (moved >= start) == (count >= 0) or moved == start


def test_a_month_from_the_last_of_march_is_the_last_of_april() -> None:
    assert timex.shift(date(2021, 3, 31), "month", 1) == date(2021, 4, 30)


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("thanksgiving", 2014, "2014-11-27"),
        ("memorial day", 2024, "2024-05-27"),
        ("easter monday", 2021, "2021-04-05"),
        ("election day", 2016, "2016-11-08"),
        ("christmas eve", 1999, "1999-12-24"),
    ],
)
def test_a_holiday_has_its_day(name: str, year: int, day: str) -> None:
    assert timex.holiday(name, year) == date.fromisoformat(day)


def test_a_holiday_that_follows_the_moon_is_not_known() -> None:
    assert timex.holiday("ramadan", 2021) is None
