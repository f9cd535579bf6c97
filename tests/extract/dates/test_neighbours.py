"""What dates beside each other lend: a year, a month, a day."""

from __future__ import annotations

import pytest

from tests.extract.dates.conftest import Find

DAY = "2021-05-13"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It was held May 3-5, 2020 in Orsk.", [("May 3", "2020-05-03"), ("5, 2020", "2020-05-05")]),
        ("It was held on May 3 and 4.", [("May 3", "2021-05-03"), ("4", "2021-05-04")]),
        ("It ran from 3 to 7 May 2020.", [("3", "2020-05-03"), ("7 May 2020", "2020-05-07")]),
        ("It closed in April and May 2020.", [("April", "2020-04"), ("May 2020", "2020-05")]),
        ("It ran from November to March 2020.", [("November", "2019-11"), ("March 2020", "2020-03")]),
        ("It ran from November 2017 to March.", [("November 2017", "2017-11"), ("March", "2018-03")]),
        ("He left at 5 p.m. on Friday.", [("5 p.m.", "2021-05-07T17:00"), ("Friday", "2021-05-07")]),
        ("It fell in the 2019/20 season.", [("2019/20", "2019/2020")]),
    ],
)
def test_a_date_takes_from_its_neighbour_what_its_own_words_leave_out(
    find: Find, text: str, values: list[tuple[str, str]]
) -> None:
    found = find(text, DAY)
    assert [(t.at.text, t.when.value) for t in found] == values
    assert all(t.when.status == "resolved" for t in found)


@pytest.mark.parametrize(
    "text", ["He met May 3 and 4 others.", "They won 3-5, May 3.", "Norland beat Orsk 20-10 on May 3."]
)
def test_a_number_that_is_no_day_stays_out(find: Find, text: str) -> None:
    assert [t.at.text for t in find(text, DAY)] == ["May 3"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He leaves a week on Tuesday.", "2021-05-25"),
        ("They met the Tuesday before last.", "2021-05-04"),
        ("He left two Fridays ago.", "2021-04-30"),
        ("He will leave in ten days' time.", "2021-05-23"),
        ("The hearing was adjourned until Friday.", "2021-05-14"),
        ("The talks lasted until Friday.", "2021-05-07"),
        ("Profit fell in Q3.", "2020-Q3"),
        ("The firm expects to report a loss for the first quarter.", "2021-Q1"),
        ("The Sept. 11 attacks changed it.", "2001-09-11"),
        ("It was built in the early 2000s.", "200"),
        ("The pair is due to be arraigned Monday.", "2021-05-17"),
        ("They meet Monday in Orsk.", "2021-05-17"),
    ],
)
def test_far_weekdays_ends_quarters_and_plans_fall_where_they_are_meant(find: Find, text: str, value: str) -> None:
    (only,) = find(text, DAY)
    assert only.when.value == value


def test_yesterday_between_quotation_marks_is_left_open_to_the_left_where_the_day_of_speaking_is_not_given(
    find: Find,
) -> None:
    (only,) = find("“The dam burst yesterday,” she said.", DAY)
    assert (only.when.earliest, only.when.latest, only.when.status) == (None, "2021-05-12", "bounded")
