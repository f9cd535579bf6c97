"""Whose words they are, where two people stand in one sentence: they go to the one who spoke them, or to nobody."""

from dataclasses import replace

import pytest

from pipeline.extract.entities import find_entities
from pipeline.extract.quotes import find_quotes
from pipeline.extract.sentences import find_passages
from pipeline.model import Quote
from tests.extract.quotes.conftest import article


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


@pytest.mark.parametrize("verb", ["met", "debated", "spoke with"])
def test_she_after_two_women_who_met_is_one_of_both(read, verb: str) -> None:
    quotes = read(f"Ann Tolliver {verb} Mary Stokes on the quay. “The gate will stay shut until spring,” she said.")
    speaker = next(q.speaker for q in quotes if q.marked)
    assert speaker
    assert (speaker.entity, set(speaker.candidates)) == (None, {"person:ann-tolliver", "person:mary-stokes"})


@pytest.mark.parametrize(
    "before",
    [
        "Ann Tolliver met Paul Dobbs on the quay.",
        "Ann Tolliver sued Mary Stokes.",
        "“It is dangerous,” Ann Tolliver said. Tolliver met Mary Stokes on the quay.",
    ],
)
def test_she_is_the_one_woman_or_who_does_or_speaks(read, before: str) -> None:
    *_, quote = read(f"{before} “The gate will stay shut until spring,” she said.")
    assert quote.speaker
    assert quote.speaker.entity == "person:ann-tolliver"


@pytest.mark.parametrize(
    ("text", "entity", "candidates"),
    [
        ("The statement from the Fisheries Council read: “The gate is shut.”", "org:fisheries-council", ()),
        ("The letter, signed by Ann Tolliver, reads: “The gate is shut.”", "person:ann-tolliver", ()),
        ("“Keep the gate shut,” read a sign held by Ann Tolliver.", None, ("person:ann-tolliver",)),
        ("“Keep the gate shut” read a sign held by Ann Tolliver.", None, ("person:ann-tolliver",)),
        ("A letter to Ann Tolliver said: “The gate is shut.”", None, ()),
        ("A sign near Ann Tolliver read: “Keep the gate shut.”", None, ()),
    ],
)
def test_a_document_speaks_for_who_made_it_and_not_for_who_holds_it(read, text: str, entity, candidates) -> None:
    quote = next(q for q in read(text) if q.marked)
    assert quote.speaker
    assert (quote.speaker.entity, quote.speaker.candidates) == (entity, candidates)


@pytest.mark.parametrize(
    "text",
    [
        "Paul Dobbs quoted Ann Tolliver as saying “the gate is a danger to everyone.”",
        "“The gate is a danger to everyone,” Paul Dobbs quoted Ann Tolliver as saying.",
        "“The gate is a danger to everyone,” Ann Tolliver was quoted as saying by the Harbour News.",
    ],
)
def test_who_is_quoted_as_saying_it_is_the_speaker(read, text: str) -> None:
    assert [name for _, name in spoken(read(text))] == ["Ann Tolliver"]


def test_who_quotes_without_as_saying_is_the_speaker(read) -> None:
    assert [n for _, n in spoken(read("“The gate is a danger to everyone,” Paul Dobbs quoted from memory."))] == [
        "Paul Dobbs"
    ]


def test_a_title_between_the_name_and_its_cue_hides_nobody(read) -> None:
    text = "Ann Tolliver, author of “The Quiet Harbour”, said: “The gate is shut.”"
    assert spoken(read(text)) == [("The gate is shut.", "Ann Tolliver")]


def test_said_another_is_somebody_without_a_name(read) -> None:
    text = "“It is over,” one official told the paper. “Not yet,” said another."
    assert [q.speaker.at.text for q in read(text) if q.speaker] == ["one official", "another"]


def test_an_aside_between_dashes_does_not_end_an_utterance(read) -> None:
    (quote,) = read("“The gate,” Ann Tolliver said, “is shut, and” — she paused — “it will stay shut.”")
    assert [p.text for p in quote.parts] == ["The gate,", "is shut, and", "it will stay shut."]


def test_a_headline_that_begins_with_a_name_says_whose_words_it_marks() -> None:
    body = "Paul Dobbs told the council on Monday that the gate was a danger."
    for opening, speaker in (("Dobbs", "Paul Dobbs"), ("Exclusive", None)):
        text = f"{opening}: Gate is ‘a danger to all’\n{body}"
        document = article(text)
        headline, *rest = document.blocks
        document = replace(document, blocks=(replace(headline, kind="headline"), *rest))
        passages = find_passages(document)
        quotes = find_quotes(document, passages, *find_entities(document, passages), ())
        marked = next(q for q in quotes if q.use == "headline")
        assert (marked.speaker.name if marked.speaker else None) == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ann Tolliver said the gate was shut, adding that “nobody” wanted it.", "Ann Tolliver"),
        ("Ann Tolliver said Paul Dobbs left the hall, adding that the gate was “dead.”", "Ann Tolliver"),
        ("Ann Tolliver said Paul Dobbs left the hall, shouting that the gate was “dead.”", "Paul Dobbs"),
    ],
)
def test_who_adds_something_spoke_before(read, text: str, speaker: str) -> None:
    assert [name for _, name in spoken(read(text))] == [speaker]


def test_what_somebody_laughed_at_is_not_what_he_said(read) -> None:
    text = "Watching “The Quiet Harbour” on Monday, Ann Tolliver laughed."
    assert spoken(read(text)) == []
