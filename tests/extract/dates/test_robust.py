"""No text breaks it, and no clock moves it."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.extract.dates.conftest import Find, article

TEXT = (
    "On Monday the council met; it will meet again on Friday. Last week, two days earlier, in October and on 10/3/20, "
    "it did not. In the fall of '98 and earlier this year it was Easter. “We saw it today,” he said on Tuesday."
)
CODE = """
import sys, datetime, time
shift = float(sys.argv[1])
real = datetime.datetime
class Clock(real):
    @classmethod
    def now(cls, tz=None): return real.fromtimestamp(shift, tz)
    @classmethod
    def utcnow(cls): return real.utcfromtimestamp(shift)
    @classmethod
    def today(cls): return real.fromtimestamp(shift)
class Day(datetime.date):
    @classmethod
    def today(cls): return real.fromtimestamp(shift).date()
datetime.datetime, datetime.date = Clock, Day
time.time = lambda: shift
from tests.extract.dates.conftest import article
from pipeline.extract.dates import find_dates
from pipeline.extract.sentences import find_passages
for day in (None, "2021-04-14"):
    document = article(sys.argv[2], day)
    for t in find_dates(document, find_passages(document)):
        print(t.at.text, t.type, t.when.value, t.when.status, t.when.earliest, t.when.latest)
"""


def test_three_clocks_and_two_time_zones_give_one_answer() -> None:
    answers = set()
    for clock, zone in (("0", "UTC"), ("951782400", "Pacific/Kiritimati"), ("4102444800", "America/Los_Angeles")):
        done = subprocess.run(
            [sys.executable, "-c", CODE, clock, TEXT],
            capture_output=True,
            text=True,
            check=True,
            cwd=Path(__file__).parents[3],
            env={**os.environ, "TZ": zone, "PYTHONPATH": str(Path(__file__).parents[3]), "PYTHONHASHSEED": clock},
        )
        answers.add(done.stdout)
    assert len(answers) == 1
    assert "2021-04-12" in answers.pop()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=120))
def test_no_bytes_break_it(find: Find, data: bytes) -> None:
    text = data.decode("latin-1")
    for timex in find(text, "2021-04-14"):
        assert text[timex.at.start : timex.at.end] == timex.at.text


VOCABULARY = """
Monday , . may May 31 30 29 November Feb. February last next the of 2020 9999 10000 0000 0 year years ago later two
earlier this week quarter third 12:75 25:00 5 p.m. noon - / 13/13/13 ' 's " 1990s century Easter fall every a
"""
WORDS = st.sampled_from(VOCABULARY.split())


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(WORDS, max_size=14), st.sampled_from([None, "0001-01-01", "9999-12-31", "2021-04-14"]))
def test_no_order_of_date_words_breaks_it(find: Find, words: list[str], published: str | None) -> None:
    text = " ".join(words)
    for timex in find(text, published):
        assert timex.at.text.strip()
        if timex.when.earliest and timex.when.latest:
            assert timex.when.earliest <= timex.when.latest


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
@pytest.mark.parametrize("words", ["0000 year ago", "a year ago", "two years ago", "a month ago"])
def test_a_distance_at_the_end_of_the_calendar_stays_within_it(find: Find, words: str, day: str) -> None:
    for timex in find(words, day):
        assert not timex.when.earliest or timex.when.earliest <= (timex.when.latest or "9999-12-31")


@pytest.mark.parametrize("piece", ["1 ", "the ", "a year ", "twenty ", "1,000,", "May ", "10-", "of 2020 ", "  ", '"'])
def test_a_sentence_of_100_kb_takes_no_more_than_its_share(piece: str) -> None:
    from spacy.tokens import Doc

    from pipeline import nlp
    from pipeline.extract.dates.search import find_expressions

    text = piece * (100_000 // len(piece))
    parse = Doc(nlp.load().vocab, words=[text], spaces=[False])
    begin = time.perf_counter()
    find_expressions(text, parse)
    assert time.perf_counter() - begin < 20


def test_without_a_publication_date_nothing_relative_is_resolved(find: Find) -> None:
    for timex in find(TEXT):
        if timex.reading and timex.anchor != "mention":
            assert timex.when.status == "unresolved"
    assert article(TEXT).published.value is None
