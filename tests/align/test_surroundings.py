"""Figures and days that stand in the same words of two articles."""

from dataclasses import replace

import pytest

from pipeline.align import amounts, days, surroundings
from pipeline.align.views import view
from pipeline.model import Extraction, Figure, Span, Timex, When
from tests.align.conftest import document

ONE = "Ferry owner Jane Roe was accused of spending $750,000 in pension funds on racing yachts."
TWO = "Roe, the ferry owner, admitted on Friday that $900,000 in pension funds went on racing yachts."


def told(claim, name, text, figures=(), dated=(), published="2023-05-10", verb="", act="spend"):
    """One article of one sentence with its figures (words, value and perhaps what it is of) and days (words and day),
    which hang on a verb."""
    made = claim(name, text, act, entities=("person:jane-roe",))
    placed = [(words, value, text.index(words)) for words, value, *_ in (*figures, *dated)]
    things = ["".join(thing) for _, _, *thing in figures]
    start = made.at.start
    spans = [(Span(name, start + at, start + at + len(words), words), value) for words, value, at in placed]
    amounts = tuple(Figure(made.doc, at, v, v, v, "USD", of) for (at, v), of in zip(spans, things, strict=False))
    dates = tuple(Timex(made.doc, at, "DATE", When(v, v, v, "resolved", at)) for at, v in spans[len(figures) :])
    if verb:
        begin = start + text.index(verb)
        dates = tuple(replace(d, verb=Span(name, begin, begin + len(verb), verb)) for d in dates)
    seen = view(made, document(name, text, published=published))
    return seen, Extraction(made.doc, (), (), dates, (), amounts, (made,))


def reasons(*articles):
    places = surroundings.places([v for v, _ in articles], [e for _, e in articles])
    sums = [because for _, _, because in amounts.conflicts(places)]
    return sums + [because for _, _, because in days.conflicts(places)]


def test_two_sums_in_the_same_words_conflict(claim) -> None:
    left = told(claim, "a0.txt", ONE, [("$750,000", 750000.0)])
    right = told(claim, "a1.txt", TWO, [("$900,000", 900000.0)])
    assert reasons(left, right) == ["figures: $750,000 against $900,000"]


@pytest.mark.parametrize(
    ("text", "act", "published"),
    [
        ("Roe paid $900,000 for a house by the harbour last autumn.", "pay", "2023-05-10"),
        (TWO, "spend", "2023-06-10"),
    ],
    ids=["another sum", "another month's news"],
)
def test_other_words_or_another_time_do_not_conflict(claim, text, act, published) -> None:
    left = told(claim, "a0.txt", ONE, [("$750,000", 750000.0, "pension funds")])
    right = told(claim, "a1.txt", text, [("$900,000", 900000.0, "house")], published=published, act=act)
    assert reasons(left, right) == []


def test_a_sum_that_the_other_sentence_has_too_does_not_conflict(claim) -> None:
    left = told(claim, "a0.txt", ONE, [("$750,000", 750000.0)])
    text = "Of $900,000 in pension funds, $750,000 in pension funds went on racing yachts."
    right = told(claim, "a1.txt", text, [("$900,000", 900000.0), ("$750,000", 750000.0)])
    assert reasons(left, right) == []


def test_a_value_ten_times_as_large_is_of_another_thing(claim) -> None:
    left = told(claim, "a0.txt", ONE, [("$750,000", 750000.0)])
    right = told(claim, "a1.txt", TWO, [("$900,000", 9000000.0)])
    assert reasons(left, right) == []


def test_two_days_of_one_act_in_the_same_words_conflict(claim) -> None:
    left = told(claim, "a0.txt", "Roe sold the harbour ferry on Monday.", dated=[("Monday", "2023-05-08")])
    right = told(claim, "a1.txt", "The harbour ferry was sold on Tuesday by Roe.", dated=[("Tuesday", "2023-05-09")])
    assert reasons(left, right) == ["days: “Monday” (2023-05-08) against “Tuesday” (2023-05-09)"]
    assert reasons(left, left) == []


def test_a_rare_act_is_one_event_whatever_else_is_said(claim) -> None:
    thursday, monday = [("Thursday", "2023-05-11")], [("Monday", "2023-05-15")]
    left = told(claim, "a0.txt", "The pair is due to be arraigned on Thursday.", dated=thursday, verb="arraigned")
    right = told(claim, "a1.txt", "The Roes are to be arraigned Monday in Orsk.", dated=monday, verb="arraigned")
    assert reasons(left, right) == ["days: “Thursday” (2023-05-11) against “Monday” (2023-05-15)"]


def test_a_plan_and_what_was_done_are_two_things(claim) -> None:
    left = told(claim, "a0.txt", "Roe sold the harbour ferry on Monday.", dated=[("Monday", "2023-05-08")])
    right = told(claim, "a1.txt", "Roe would sell the harbour ferry on Tuesday.", dated=[("Tuesday", "2023-05-09")])
    view, found = right
    planned = replace(view, claim=replace(view.claim, frame=replace(view.claim.frame, aspect="planned")))
    assert reasons(left, right) == ["days: “Monday” (2023-05-08) against “Tuesday” (2023-05-09)"]
    assert reasons(left, (planned, found)) == []


def test_a_month_without_its_year_may_be_of_the_year_that_its_sentence_names(claim) -> None:
    left = told(claim, "a0.txt", "Roe sold the harbour ferry in July 2022.", dated=[("July 2022", "2022-07-04")])
    text, day = "Roe sold the harbour ferry on July 4", [("July 4", "2023-07-04")]
    right = told(claim, "a1.txt", f"{text}.", dated=day, published="2023-07-06")
    named = told(
        claim, "a2.txt", f"{text}, papers of 2022 say.", dated=[("July 4", "2023-07-04")], published="2023-07-06"
    )
    left = (replace(left[0], reported=right[0].reported), left[1])
    year = (replace(named[0], dates=(*named[0].dates, ("2022-01-01", "2022-12-31"))), named[1])
    assert len(reasons(left, right)) == 1
    assert reasons(left, year) == []
