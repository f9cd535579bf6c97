"""Undated articles dated by what a story says."""

from __future__ import annotations

from itertools import permutations

import pytest

from pipeline.align.dating import date_story, redate
from pipeline.extract import extract
from pipeline.model import Dating, Document, Extraction
from pipeline.settings import Settings
from tests.extract.dates.conftest import article


def read(*texts: tuple[str, str | None]) -> tuple[tuple[Document, ...], tuple[Extraction, ...]]:
    """Articles `a0.txt`, `a1.txt`, ..., each with its publication date or None."""
    from dataclasses import replace

    from pipeline.model import Block, Span

    documents = []
    for i, (text, published) in enumerate(texts):
        plain = article(text, published)
        name = f"a{i}.txt"
        blocks = tuple(Block(b.kind, Span(name, b.at.start, b.at.end, b.at.text)) for b in plain.blocks)
        documents.append(replace(plain, doc=f"{name}#1", file=name, blocks=blocks))
    return tuple(documents), tuple(extract(d, Settings()) for d in documents)


def dated(*texts: tuple[str, str | None]) -> tuple[Dating, ...]:
    documents, extractions = read(*texts)
    return date_story(documents, extractions)


def test_a_stated_date_is_left_as_it_is() -> None:
    (only,) = dated(("The Orsk dam burst on 4 May 2020.", "2021-03-01"))
    assert only.published.basis == "manifest"
    assert only.published.value == "2021-03-01"


def test_an_article_is_not_older_than_what_it_tells_as_past() -> None:
    (only,) = dated(("The Orsk dam burst on 4 May 2020. It will be rebuilt by 2030.", None))
    assert (only.published.basis, only.published.earliest, only.published.latest) == ("inferred", "2020-05-04", None)
    assert "4 May 2020" in only.published.because


def test_an_article_is_not_younger_than_what_it_says_will_be() -> None:
    (only,) = dated(("The council will meet on 4 May 2020.", None))
    assert only.published.latest == "2020-05-04"


def test_last_year_is_tied_to_the_war_that_another_source_dates() -> None:
    _, second = dated(
        ("A shell struck the market of Orsk in the fighting on 9 March 2018.", "2018-03-10"),
        ("Engineers rebuilt the bridge that fell in last year's war over Orsk.", None),
    )
    assert (second.published.earliest, second.published.latest) == ("2019-01-01", "2019-12-31")
    assert "last year" in second.published.because
    assert "9 March 2018" in second.published.because
    assert {p.file for p in second.places} == {"a0.txt", "a1.txt"}


def test_a_weekday_is_tied_to_the_same_act_on_a_day_that_another_source_dates() -> None:
    _, second = dated(
        ("Norland suspended exports of drones to Vestria on Monday.", "2021-04-13"),
        ("On Monday, Norland suspended its exports of drones to Vestria.", None),
    )
    assert second.published.earliest == "2021-04-12"
    assert second.published.latest is not None
    assert second.published.latest <= "2021-04-19"


def test_a_noun_tells_of_the_act_that_another_source_tells_by_its_verb() -> None:
    _, second = dated(
        ("The transport ministry suspended a contract for six ferries on Tuesday.", "2023-03-14"),
        ("The suspension of the ferry contract last week is a blow for the yard.", None),
    )
    assert (second.published.earliest, second.published.latest) == ("2023-03-19", "2023-03-27")
    assert "“suspension” or “suspend”" in second.published.because


def test_one_number_of_the_same_on_one_weekday_is_one_event_whatever_the_verbs() -> None:
    _, second = dated(
        ("Some 2,400 dockers stopped work in Orsk on Tuesday, closing three terminals.", "2022-06-21"),
        ("The strike began on Tuesday last week, when 2,400 dockers left three terminals.", None),
    )
    assert (second.published.earliest, second.published.latest) == ("2022-06-26", "2022-07-04")
    _, other = dated(
        ("Some 2,400 dockers stopped work in Orsk on Tuesday, closing three terminals.", "2022-06-21"),
        ("The strike began on Friday last week, when 2,400 dockers left three terminals.", None),
    )
    assert other.published.basis == "none"


def test_a_date_is_of_every_act_that_its_sentence_tells_of_that_moment() -> None:
    _, second = dated(
        ("The Orsk dam burst on 3 May 2021.", "2021-05-10"),
        ("The Orsk dam burst on Monday, flooding three villages.", None),
    )
    assert (second.published.earliest, second.published.latest) == ("2021-05-03", "2021-05-10")


def test_another_weekday_is_another_day_and_ties_nothing() -> None:
    _, second = dated(
        ("Norland suspended exports of drones to Vestria on Monday.", "2021-04-13"),
        ("On Friday, Norland suspended its exports of drones to Vestria.", None),
    )
    assert second.published.basis == "none"


def test_a_chain_over_three_articles_reaches_the_last() -> None:
    _, second, third = dated(
        ("Norland suspended exports of drones to Vestria in October 2020.", "2020-11-02"),
        ("Last October Norland suspended exports of drones to Vestria. Last week Orsk sued Marlow for a bridge.", None),
        ("Last week Orsk sued Marlow over the bridge at Harwick.", None),
    )
    assert second.published.basis == "inferred"
    assert second.published.earliest == "2020-11-01"
    assert third.published.basis == "inferred"


def test_two_acts_of_one_kind_in_two_years_tie_nothing_wrongly() -> None:
    _, second = dated(
        ("Norland suspended exports of drones to Vestria in 2019.", "2019-11-02"),
        ("Norland suspended exports of drones to Vestria last October. It had suspended them in 2019 too.", None),
    )
    assert second.published.earliest is None or second.published.earliest <= "2020-11-01"
    assert second.published.latest is None or second.published.latest >= "2019-12-31"


def test_constraints_that_cannot_all_hold_are_told_and_do_not_crash() -> None:
    _, second = dated(
        ("A shell struck the market of Orsk in the fighting on 9 March 2018.", "2018-03-10"),
        ("The bridge fell in last year's war over Orsk. It was rebuilt on 5 June 2022.", None),
    )
    assert second.conflict is not None
    assert second.published.earliest == "2022-06-05"


def test_relative_dates_are_read_again_from_the_year_that_was_worked_out() -> None:
    documents, extractions = read(
        ("A shell struck the market of Orsk in the fighting on 9 March 2018.", "2018-03-10"),
        ("Engineers rebuilt the bridge that fell in last year's war over Orsk. They met on Monday.", None),
    )
    again = redate(extractions, date_story(documents, extractions))
    year, monday = again[1].dates
    assert (year.when.value, year.when.status) == ("2018", "resolved")
    assert (monday.when.status, monday.when.earliest) == ("bounded", "2018-12-31")
    assert again[0] == extractions[0]


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_the_order_of_the_articles_changes_no_window(order: tuple[int, ...]) -> None:
    documents, extractions = read(
        ("A shell struck the market of Orsk in the fighting on 9 March 2018.", "2018-03-10"),
        ("Engineers rebuilt the bridge that fell in last year's war over Orsk.", None),
        ("The council met on 5 June 2022.", None),
    )
    wanted = {d.doc: (d.published.earliest, d.published.latest) for d in date_story(documents, extractions)}
    turned = date_story(tuple(documents[i] for i in order), tuple(extractions[i] for i in order))
    assert {d.doc: (d.published.earliest, d.published.latest) for d in turned} == wanted
