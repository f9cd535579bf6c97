"""Whose words they are, where two people stand in one sentence: they go to the one who spoke them, or to nobody."""

import pytest

from pipeline.model import Quote


def spoken(quotes: tuple[Quote, ...]) -> list[tuple[str, str | None]]:
    """The words between marks of each quotation, with its speaker's name."""
    return [(w.text, q.speaker.name if q.speaker else None) for q in quotes if q.use == "speech" for w in q.words]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Tolliver rejected Paul Reyes’s claim that the dam was “a disgrace”.",
        "Paul Reyes’s claim that the dam was “a disgrace” was rejected by Ann Tolliver.",
        "Ann Tolliver criticised Paul Reyes for calling the dam “a disgrace”.",
        "Ann Tolliver praised Paul Reyes, who called the dam “a disgrace”.",
        "Ann Tolliver attacked what Paul Reyes called “a disgrace”.",
    ],
)
def test_marked_words_that_somebody_rejects_are_those_of_the_one_who_said_them(read, text: str) -> None:
    assert spoken(read(text)) == [("a disgrace", "Paul Reyes")]


def test_what_somebody_is_accused_of_between_marks_is_the_accusers(read) -> None:
    quotes = read("Paul Reyes was accused by Ann Tolliver of “lying to the town”.")
    assert spoken(quotes) == [("lying to the town", "Ann Tolliver")]


@pytest.mark.parametrize("opening", ["Asked whether the pier was safe", "Told that the pier was closed"])
def test_who_was_asked_or_told_did_not_ask_or_tell_it(read, opening: str) -> None:
    asked, said = read(f"{opening}, Ann Tolliver said it was a shame.")
    assert asked.speaker is None
    assert said.speaker
    assert said.speaker.name == "Ann Tolliver"


def test_who_asked_is_named_by_the_one_behind_by(read) -> None:
    asked = read("Asked by Paul Reyes whether the pier was safe, Ann Tolliver laughed.")[0]
    assert asked.speaker
    assert asked.speaker.name == "Paul Reyes"


def test_a_sentence_that_begins_behind_a_shout_does_not_tell_who_shouted(read) -> None:
    assert spoken(read("“Never!” shouted Paul Reyes. “Go home!” The crowd cheered.")) == [
        ("Never!", "Paul Reyes"),
        ("Go home!", "Paul Reyes"),
    ]
    (quote,) = read("“Go home!” the crowd cheered.")
    assert quote.speaker
    assert quote.speaker.at.text == "the crowd"


def test_of_two_who_speak_together_neither_is_chosen(read) -> None:
    (quote,) = read("Ann Tolliver and Paul Reyes said in a joint statement: “The dam must go.”")
    assert quote.speaker
    assert (quote.speaker.entity, quote.speaker.kind) == (None, "named")
    assert quote.speaker.candidates == ("person:ann-tolliver", "person:paul-reyes")
    (quote,) = read("Ann Tolliver, mayor of Norrby and Sund, said: “The dam must go.”")
    assert quote.speaker
    assert quote.speaker.entity == "person:ann-tolliver"


def test_in_somebodys_words_says_who_spoke(read) -> None:
    assert spoken(read("In Ann Tolliver’s words, the plan is “dead in the water”.")) == [
        ("dead in the water", "Ann Tolliver")
    ]
    assert not [q for q in read("In other words, the plan is “dead”.") if q.speaker]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("As Ann Tolliver put it, “the plan is dead”.", "the plan is dead"),
        ("« La digue est sûre », a déclaré Ann Tolliver.", "La digue est sûre"),
    ],
)
def test_a_stop_outside_the_marks_or_a_foreign_cue_still_names_the_speaker(read, text: str, words: str) -> None:
    assert spoken(read(text)) == [(words, "Ann Tolliver")]
