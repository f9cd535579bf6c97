"""Figures of two articles that are of one thing."""

import pytest

from pipeline.align import amounts, measures, quantities
from pipeline.align.surroundings import places
from pipeline.align.views import view
from pipeline.model import Extraction, Figure, Span
from tests.align.conftest import document


def told(claim, name, text, *figures, names=()):
    """One article of one sentence with its figures: words, value, unit and, where it is a range, its ends."""
    start, placed = 0, []
    made = claim(name, text, "", entities=names)
    for words, value, unit, *ends in figures:
        start = text.index(words, start)
        at = Span(name, made.at.start + start, made.at.start + start + len(words), words)
        low, high = ends or (value, value)
        of = text[: text.index(words)].split()[-1].strip(",") if unit == "age" and text[start - 2] == "," else ""
        placed.append(Figure(made.doc, at, value, low, high, unit, of))
        start += len(words)
    made = type(made)(**{**{f: getattr(made, f) for f in made.__slots__}, "figures": tuple(placed)})
    return view(made, document(name, text)), Extraction(made.doc, (), (), (), (), tuple(placed), (made,))


def reasons(*articles):
    found = places([v for v, _ in articles], [e for _, e in articles])
    return [because for _, _, because in amounts.conflicts(found)]


ONE = "Roe won the harbour board by a vote of 61 to 38 on Monday."
TWO = "The harbour board chose Roe, with 52 to 38 voting for her."


def test_tallies_conflict_where_one_half_agrees_and_the_other_does_not(claim) -> None:
    left = told(claim, "a0.txt", ONE, ("61", 61.0, "vote"), ("38", 38.0, "vote"))
    right = told(claim, "a1.txt", TWO, ("52", 52.0, "vote"), ("38", 38.0, "vote"))
    assert reasons(left, right) == ["figures: 61 against 52"]


def test_two_tallies_with_nothing_in_common_are_of_two_votes(claim) -> None:
    left = told(claim, "a0.txt", ONE, ("61", 61.0, "vote"), ("38", 38.0, "vote"))
    right = told(claim, "a1.txt", TWO.replace("38", "17"), ("52", 52.0, "vote"), ("17", 17.0, "vote"))
    assert reasons(left, right) == []


def test_a_figure_that_the_other_article_gives_in_words_as_near_is_no_difference(claim) -> None:
    text = "The harbour board hired 14 divers, and 9 divers of the harbour board retired."
    left = told(claim, "a0.txt", "The harbour board hired 14 divers in May.", ("14", 14.0, "diver"))
    right = told(claim, "a1.txt", text, ("14", 14.0, "diver"), ("9", 9.0, "diver"))
    assert reasons(left, right) == []


def test_vague_words_for_many_conflict_with_nothing(claim) -> None:
    left = told(
        claim, "a0.txt", "The harbour board hired dozens of divers in May.", ("dozens", 48.0, "diver", 24.0, 120.0)
    )
    right = told(claim, "a1.txt", "In May the harbour board hired 14 divers.", ("14", 14.0, "diver"))
    assert reasons(left, right) == []


@pytest.mark.parametrize(("ends", "agreed"), [((40.0, 60.0), True), ((20.0, 60.0), False), ((40.0, 90.0), False)])
def test_ranges_agree_where_both_their_ends_do(ends, agreed) -> None:
    def hours(low, high):
        words = f"{low:.0f}-{high:.0f}"
        return Figure("a", Span("a", 0, len(words), words), (low + high) / 2, low, high, "hour", "hours")

    assert quantities.agree(hours(40.0, 60.0), hours(*ends)) is agreed


@pytest.mark.parametrize(("age", "found"), [(52.0, 0), (53.0, 0), (61.0, 1)], ids=["equal", "a birthday", "apart"])
def test_the_age_of_one_person_conflicts_beyond_a_birthday(claim, age, found) -> None:
    who = ("person:jane-roe",)
    left = told(claim, "a0.txt", "Jane Roe, 52, runs the harbour.", ("52", 52.0, "age"), names=who)
    text = f"The {age:.0f}-year-old Roe has never sailed."
    right = told(claim, "a1.txt", text, (f"{age:.0f}", age, "age"), names=who)
    assert len(list(measures.conflicts([left[0], right[0]]))) == found


def test_the_ages_of_two_people_do_not_conflict(claim) -> None:
    left = told(claim, "a0.txt", "Jane Roe, 52, runs it.", ("52", 52.0, "age"), names=("person:jane-roe",))
    right = told(claim, "a1.txt", "Ann Poe, 61, runs it.", ("61", 61.0, "age"), names=("person:ann-poe",))
    assert list(measures.conflicts([left[0], right[0]])) == []
