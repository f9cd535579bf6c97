"""Explicit days against another reader of dates, told neither today's day nor a language to guess."""

from __future__ import annotations

from datetime import date, datetime

import dateparser
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.extract.dates.conftest import Find

FORMS = ["{d:%B} {d.day}, {d.year}", "{d.day} {d:%B} {d.year}", "{d:%b}. {d.day}, {d.year}", "{d:%Y-%m-%d}"]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.sampled_from(FORMS))
def test_an_explicit_day_is_read_as_dateparser_reads_it(find: Find, day: date, form: str) -> None:
    words = form.format(d=day).replace("May.", "May")
    other = dateparser.parse(words, languages=["en"], settings={"RELATIVE_BASE": datetime(2001, 2, 3)})
    found = find(f"The council met on {words}, and left.")
    assert other is not None
    assert [t.when.value for t in found] == [other.date().isoformat()] == [day.isoformat()]
