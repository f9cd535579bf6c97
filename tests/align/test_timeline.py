"""Events in order of time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from pipeline.align.timeline import timeline
from pipeline.model import Claim, Link, When
from tests.align.conftest import extraction


def when(value: str, first: str | None, last: str | None, status: str = "resolved") -> When:
    return When(value, first, last, status)


YEAR = when("2020", "2020-01-01", "2020-12-31")
MONTH = when("2020-10", "2020-10-01", "2020-10-31")
LATER = when("2021-02", "2021-02-01", "2021-02-28")
LOOSE = when("XXXX-WXX-1", None, None, "unresolved")


def same(left: Claim, right: Claim, relation: str = "same", why: str = "words: both") -> Link:
    return Link(left.id, right.id, relation, 0.9, True, (why,))


def test_events_stand_in_order_of_time_and_the_undated_last(claim: Callable[..., Claim]) -> None:
    loose = replace(claim("a.txt", "They met on Monday"), date=LOOSE)
    later = replace(claim("a.txt", "They voted in February 2021"), date=LATER)
    year = replace(claim("b.txt", "It fell in 2020"), date=YEAR)
    rows = timeline((extraction("a.txt", loose, later), extraction("b.txt", year)), ())
    assert [r.date.value for r in rows] == ["2020", "2021-02", "XXXX-WXX-1"]


def test_claims_of_one_event_share_a_row_dated_by_the_finest(claim: Callable[..., Claim]) -> None:
    left = replace(claim("a.txt", "It fell in 2020"), date=YEAR)
    right = replace(claim("b.txt", "It fell in October 2020"), date=MONTH)
    (row,) = timeline((extraction("a.txt", left), extraction("b.txt", right)), (same(left, right),))
    assert row.date.value == "2020-10"
    assert set(row.claims) == {left.id, right.id}
    assert not row.conflict


def test_a_row_whose_sources_date_it_apart_says_so(claim: Callable[..., Claim]) -> None:
    left = replace(claim("a.txt", "It fell in October 2020"), date=MONTH)
    right = replace(claim("b.txt", "It fell in February 2021"), date=LATER)
    link = same(left, right, "contradicts", "days: 2020-10 against 2021-02")
    (row,) = timeline((extraction("a.txt", left), extraction("b.txt", right)), (link,))
    assert row.conflict


def test_support_over_another_date_joins_no_row(claim: Callable[..., Claim]) -> None:
    left = replace(claim("a.txt", "It fell in October 2020"), date=MONTH)
    right = replace(claim("b.txt", "It fell in February 2021"), date=LATER)
    rows = timeline((extraction("a.txt", left), extraction("b.txt", right)), (same(left, right, "supports"),))
    assert len(rows) == 2


def test_a_claim_without_a_date_makes_no_row_of_its_own(claim: Callable[..., Claim]) -> None:
    undated = claim("a.txt", "It fell")
    dated = replace(claim("b.txt", "It fell in 2020"), date=YEAR)
    assert timeline((extraction("a.txt", undated),), ()) == ()
    (row,) = timeline((extraction("a.txt", undated), extraction("b.txt", dated)), (same(undated, dated),))
    assert set(row.claims) == {undated.id, dated.id}
