"""Statements of two articles that tell one act, and what one of them denies."""

import pytest

from pipeline.align.acts import conflicts
from pipeline.align.surroundings import acts
from pipeline.align.views import view
from pipeline.model import Span
from tests.align.conftest import document


def told(claim, name, text, predicate, verb, **known):
    """The view of one sentence whose frame stands at `verb`."""
    made = claim(name, text, predicate, **known)
    start = made.at.start + text.index(verb)
    frame = made.frame
    placed = type(frame)(frame.predicate, Span(name, start, start + len(verb), verb), frame.arguments, frame.aspect)
    made = type(made)(**{**{f: getattr(made, f) for f in made.__slots__}, "frame": placed})
    return view(made, document(name, text))


def found(*views):
    return [(d.slot, d.because) for _, _, _, d in conflicts(acts(views))]


LOADED = ("The ferry board said its harbour pilots were dismissed over the sandbank collision.", "dismiss", "dismissed")


def test_an_act_that_one_denies_conflicts_though_the_sentences_are_cut_apart(claim) -> None:
    left = told(claim, "a0.txt", *LOADED)
    text = "Over the sandbank collision the harbour pilots were not dismissed, a ferry clerk said."
    right = told(claim, "a1.txt", text, "dismiss", "dismissed", polarity="negative")
    assert found(left, right) == [("polarity", "dismiss: positive against negative")]


def test_opposite_verbs_of_one_act_conflict(claim) -> None:
    left = told(claim, "a0.txt", *LOADED, patient="pilot")
    text = "After the sandbank collision the ferry board said its harbour pilots were reinstated."
    right = told(claim, "a1.txt", text, "reinstate", "reinstated", patient="pilot")
    assert found(left, right) == [("opposites", "dismiss against reinstate")]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Over the sandbank collision the harbour pilots were not dismissed, the ferry clerk said.", "person:ann-poe"),
        ("The lighthouse keepers were not dismissed by the museum.", None),
    ],
    ids=["another speaker", "others"],
)
def test_what_another_says_or_of_others_does_not_conflict(claim, text, speaker) -> None:
    left = told(claim, "a0.txt", *LOADED, speaker="person:jane-roe")
    right = told(claim, "a1.txt", text, "dismiss", "dismissed", polarity="negative", speaker=speaker)
    assert found(left, right) == []


def test_what_the_denying_article_affirms_in_the_same_words_is_no_conflict(claim) -> None:
    left = told(claim, "a0.txt", *LOADED)
    text = "Over the sandbank collision the harbour pilots were not dismissed, a ferry clerk said."
    denied = told(claim, "a1.txt", text, "dismiss", "dismissed", polarity="negative")
    affirmed = told(claim, "a1.txt", *LOADED)
    assert found(left, denied, affirmed) == []


def test_not_and_a_word_that_denies_mean_the_same(claim) -> None:
    left = told(
        claim, "a0.txt", "The harbour report on the ferry collision was not accurate.", "be", "was", polarity="negative"
    )
    right = told(claim, "a1.txt", "The harbour report on the ferry collision was inaccurate.", "be", "was")
    assert found(left, right) == []
