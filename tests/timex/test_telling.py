"""Days and stretches of days in words."""

from __future__ import annotations

import pytest

from pipeline.timex import day_words, interval_words


@pytest.mark.parametrize("value", ["2021-04", "2021-W14", "2021-02-30", "2021", ""])
def test_what_is_no_day_of_the_calendar_stays_as_it_is(value: str) -> None:
    assert day_words(value) == value
    assert day_words("2021-04-12") == "12 April 2021"


@pytest.mark.parametrize(
    ("ends", "words"),
    [
        ((None, None), "undated"),
        (("2021-03-04", None), "from 4 March 2021"),
        (("2021-02-01", "2021-02-28"), "February 2021"),
        (("2021-02-01", "2021-02-27"), "1 to 27 February 2021"),
        (("2021-02-03", "2021-03-27"), "3 February to 27 March 2021"),
        (("2020-10-01", "2021-03-31"), "October 2020 to March 2021"),
        (("2020-01-01", "2021-12-31"), "2020 to 2021"),
        (("2021-02-03", "2021-02-03"), "3 February 2021"),
    ],
)
def test_an_interval_is_told_as_short_as_it_can_be(ends: tuple[str | None, str | None], words: str) -> None:
    assert interval_words(*ends) == words
