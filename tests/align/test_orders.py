"""Two happenings in opposite order in two articles."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.align.orders import find_reversals
from pipeline.align.timeline import timeline
from pipeline.model import Claim, Extraction, Frame, Link, Order, Span, When
from tests.align.conftest import Make


def dated(claim: Claim, day: str) -> Claim:
    at = claim.at.cut(claim.at.end - 1, claim.at.end)
    return replace(claim, date=When(day, day, day, "resolved", at))


def act(make: Make, name: str, start: int, predicate: str) -> Claim:
    made = make(name, f"{predicate} it here", predicate)
    at = Span(name, start, start + len(made.at.text), made.at.text)
    verb = Frame(predicate, at.cut(start, start + 3), (), "happened")
    return replace(made, id=f"{name}-{predicate}", at=at, sentence=at, frame=verb)


def article(name: str, first: Claim, then: Claim, worded: bool = True) -> Extraction:
    orders = ()
    if worded:
        at = Span(name, 90, 95, "after")
        orders = (Order(f"{name}#1", at, first.frame.at, then.frame.at, first.frame.predicate, then.frame.predicate),)
    return Extraction(f"{name}#1", (), (), (), (), (), (first, then), (), orders)


def story(make: Make, worded: bool) -> tuple[tuple[Extraction, ...], tuple[Link, ...]]:
    a = [act(make, "a.txt", 0, "dismiss"), act(make, "a.txt", 40, "order")]
    b = [act(make, "b.txt", 0, "order"), act(make, "b.txt", 40, "dismiss")]
    links = tuple(Link(x.id, y.id, "same", 0.9, True, ()) for x, y in ((a[0], b[1]), (a[1], b[0])))
    if not worded:
        a = [dated(a[0], "2021-05-03"), dated(a[1], "2021-05-07")]
        b = [dated(b[0], "2021-05-05"), dated(b[1], "2021-05-09")]
    return (article("a.txt", *a, worded), article("b.txt", *b, worded)), links


@pytest.mark.parametrize("worded", [True, False])
def test_opposite_orders_are_found_by_words_and_by_days(claim: Make, worded: bool) -> None:
    extractions, links = story(claim, worded)
    (found,) = find_reversals(extractions, links)
    assert (found.one.earlier, found.one.later) == ("a.txt-dismiss", "a.txt-order")
    assert (found.other.earlier, found.other.later) == ("b.txt-order", "b.txt-dismiss")
    assert found.one.worded is worded
    assert find_reversals(extractions[::-1], links) == (found,)


def test_happenings_that_no_link_holds_to_be_one_are_in_no_order(claim: Make) -> None:
    extractions, links = story(claim, worded=True)
    assert find_reversals(extractions, links[:1]) == ()


def test_the_same_order_is_no_reversal(claim: Make) -> None:
    extractions, links = story(claim, worded=True)
    turned = replace(extractions[1].orders[0], earlier=extractions[1].orders[0].later,
                     later=extractions[1].orders[0].earlier)  # fmt: skip
    agreeing = replace(extractions[1], orders=(turned,))
    assert find_reversals((extractions[0], agreeing), links) == ()


def test_disputed_happenings_without_a_date_stand_on_the_shelf_of_the_timeline(claim: Make) -> None:
    extractions, links = story(claim, worded=True)
    assert timeline(extractions, links) == ()
    rows = timeline(extractions, links, find_reversals(extractions, links))
    assert [r.date.because for r in rows] == ["no article dates it"] * 2
