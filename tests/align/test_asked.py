"""What the slots leave open and a model is asked about, with a model that says what the test wants."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.align.asked import conflicts, contradicting, of_other_people
from pipeline.align.views import view
from pipeline.entail import Score
from tests.align.conftest import document

FOUND = "Divers recovered the flight recorder from the lagoon near Ostrava on Tuesday."
LOST = "The flight recorder has not been recovered from the lagoon near Ostrava, divers said."


class Model:
    """Calls a contradiction what it is told to, as surely as it is told to, and remembers what it was asked."""

    def __init__(self, sure: float = 0.95, one_way: bool = False) -> None:
        self.sure, self.one_way = sure, one_way
        self.asked: list[tuple[str, str]] = []

    def __call__(self, pairs):
        again = {(b, a) for a, b in self.asked}
        self.asked += pairs
        return [self.score(0.1 if self.one_way and p in again else self.sure) for p in pairs]

    @staticmethod
    def score(against: float) -> Score:
        return Score(0.0, 1 - against, against, (0, 1), threshold=0.7)


def asked(claim, here: str, there: str, model: Model, **known):
    """What becomes of two statements of one sentence each."""
    one = claim("a0.txt", here, "recover", **known.get("left", {}))
    two = claim("a1.txt", there, "recover", polarity="negative", **known.get("right", {}))
    when = known.get("published", ("2023-05-10", "2023-05-10"))
    texts = zip((one, two), (here, there), when, strict=True)
    views = [view(c, document(c.at.file, text, day)) for c, text, day in texts]
    return [why for _, _, _, why in conflicts(views, known.get("known", frozenset()), model)]


def test_a_denial_in_much_the_same_words_is_a_conflict_where_the_model_says_so(claim) -> None:
    assert asked(claim, FOUND, LOST, Model()) == ["polarity: one of the sentences denies"]


def test_it_is_none_where_the_model_is_not_sure(claim) -> None:
    assert asked(claim, FOUND, LOST, Model(sure=0.6)) == []


def test_both_directions_must_contradict(claim) -> None:
    assert asked(claim, FOUND, LOST, Model(one_way=True)) == []


@pytest.mark.parametrize(
    "right",
    [
        "Divers have recovered the flight recorder from the lagoon near Ostrava, the navy said.",
        "The ferry did not leave the harbour on Tuesday.",
    ],
    ids=["nothing is denied", "of something else"],
)
def test_a_model_is_not_asked_about_other_sentences(claim, right: str) -> None:
    model = Model()
    assert asked(claim, FOUND, right, model) == []
    assert model.asked == []


@pytest.mark.parametrize(
    "known",
    [
        {"left": {"speaker": "person:jane-roe"}, "right": {"speaker": "person:ann-poe"}},
        {"right": {"certainty": "possible"}},
        {"left": {"day": "2023-05-09"}, "published": ("2023-05-10", "2023-05-08")},
    ],
    ids=["two speakers", "only possible", "told before it came about"],
)
def test_a_model_is_not_asked_where_the_slots_settle_it(claim, known) -> None:
    model = Model()
    assert asked(claim, FOUND, LOST, model, **known) == []
    assert model.asked == []


def test_what_conflicts_already_is_not_asked_again(claim) -> None:
    model = Model()
    assert asked(claim, FOUND, LOST, model, known={("c-a0.txt-1", "c-a1.txt-2")}) == []
    assert model.asked == []


def test_the_way_back_is_asked_only_where_the_way_there_contradicts() -> None:
    model = Model(sure=0.2)
    assert contradicting([("a", "b"), ("c", "d")], model) == [False, False]
    assert model.asked == [("a", "b"), ("c", "d")]
    assert contradicting([], model) == []


@pytest.mark.parametrize(
    ("ours", "theirs", "apart"),
    [
        ({"person:ann-holt", "body:navy"}, {"person:paul-reyes", "body:navy"}, True),
        ({"person:ann-holt"}, {"person:ann-holt", "person:paul-reyes"}, False),
        ({"person:ann-holt"}, {"body:navy"}, False),
        (set(), set(), False),
    ],
)
def test_statements_are_of_other_people_where_each_names_some_and_they_share_none(claim, ours, theirs, apart) -> None:
    told = view(claim("a0.txt", FOUND, "recover"), document("a0.txt", FOUND, "2023-05-10"))
    left, right = replace(told, names=frozenset(ours)), replace(told, names=frozenset(theirs))
    assert of_other_people(left, right) is apart
