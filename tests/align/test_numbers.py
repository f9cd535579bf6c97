"""The ledger of numbers: every figure once, together with those that count the same."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from pipeline.align.numbers import find_numbers
from pipeline.align.relations import Relation, decide
from pipeline.align.views import view
from pipeline.model import Extraction, Figure, Span
from tests.align.conftest import document, figure

PLAN = "The city council of Marlow gave {} for the ferry terminal in the old harbour"


def at(figure: Figure, start: int) -> Figure:
    return replace(figure, at=Span(figure.at.file, start, start + len(figure.at.text), figure.at.text))


def read(name: str, *figures: Figure) -> Extraction:
    placed = tuple(at(f, 100 * i) for i, f in enumerate(figures))
    return Extraction(f"{name}#1", (), (), (), (), placed, ())


def grouped(*extractions: Extraction) -> list[list[str]]:
    return [[f.at.text for f in q.figures] for q in find_numbers((), extractions)]


def test_one_sum_in_two_articles_is_one_number() -> None:
    one = read("a0.txt", figure("a0.txt", "$447 billion", 4.47e11, "USD", "jobs"))
    two = read("a1.txt", figure("a1.txt", "$447 billion", 4.47e11, "USD", "package"))
    assert grouped(one, two) == [["$447 billion", "$447 billion"]]


def test_a_small_number_of_two_things_is_two_numbers() -> None:
    one = read("a0.txt", figure("a0.txt", "two", 2, "vote", "votes"))
    two = read("a1.txt", figure("a1.txt", "two", 2, "ferry", "ferries"))
    assert grouped(one, two) == [["two"], ["two"]]


def test_a_small_number_of_one_thing_by_name_is_one_number() -> None:
    one = read("a0.txt", figure("a0.txt", "60", 60, "vote", "votes"))
    two = read("a1.txt", figure("a1.txt", "sixty", 60, "vote", "votes in the council"))
    assert grouped(one, two) == [["60", "sixty"]]


def contradiction(claim) -> tuple[Relation, list[Extraction]]:
    figures = [
        figure("a0.txt", "$12 million", 1.2e7, "USD", "grant"),
        figure("a1.txt", "$19 million", 1.9e7, "USD", "grant"),
    ]
    claims = [
        claim(f.at.file, PLAN.format(f.at.text), "give", "org:council", "ferry terminal", figures=(f,)) for f in figures
    ]
    relation = decide(*(view(c, document(c.at.file)) for c in claims))
    assert relation is not None
    return relation, [Extraction(c.doc, (), (), (), (), c.figures, (c,)) for c in claims]


def test_values_that_two_articles_dispute_stand_in_one_row_that_says_so(claim) -> None:
    relation, extractions = contradiction(claim)
    assert relation.relation == "contradicts"
    (row,) = find_numbers([relation], extractions)
    assert (row.agreement, row.because) == ("differ", "$12 million against $19 million")


def test_a_value_that_was_changed_later_is_no_dispute(claim) -> None:
    relation, extractions = contradiction(claim)
    (row,) = find_numbers([replace(relation, relation="supersedes")], extractions)
    assert row.agreement == "changed"


counted = st.sampled_from([2, 60, 447, 1234567])
values = st.lists(
    st.tuples(counted, st.sampled_from(["vote", "USD"]), st.sampled_from(["votes", "", "package"])), max_size=5
)


@given(st.lists(values, min_size=1, max_size=3), st.randoms(use_true_random=False))
def test_every_figure_is_in_one_row_in_whatever_order_they_come(story, random) -> None:
    read_all = [
        read(f"a{i}.txt", *(figure(f"a{i}.txt", f"{value:,}", value, unit, of) for value, unit, of in rows))
        for i, rows in enumerate(story)
    ]
    shuffled = list(read_all)
    random.shuffle(shuffled)
    numbers = find_numbers((), read_all)
    assert numbers == find_numbers((), shuffled)
    assert sorted(f.at for q in numbers for f in q.figures) == sorted(f.at for e in read_all for f in e.figures)
