"""Utterances that go on: round a cue, into the next paragraph, with and without a closing mark."""

import pytest

from pipeline.model import Quote


def direct(quotes: tuple[Quote, ...]) -> list[list[str]]:
    return [[p.text for p in q.parts] for q in quotes if q.form == "direct" and q.use == "speech"]


def test_a_second_cue_in_the_middle_does_not_break_it_off(read) -> None:
    quotes = read("Tolliver fired back: “As a pilot of this port,” she wrote, “I know every plank of it.”")
    assert direct(quotes) == [["As a pilot of this port,", "I know every plank of it."]]


def test_a_cue_between_two_halves_goes_on_whatever_trails_them(read) -> None:
    quotes = read("“In breaking news,” Tolliver wrote last month, “the gate is open,” after the pilot had closed it.")
    assert direct(quotes) == [["In breaking news,", "the gate is open,"]]


def test_a_question_and_its_answer_are_two_utterances(read) -> None:
    quotes = read("Tolliver asked, “Will it hold?” and Reyes answered, “It will hold for years.”")
    assert direct(quotes) == [["Will it hold?"], ["It will hold for years."]]


def test_a_sentence_that_begins_with_asked_is_no_cue_of_the_words_before(read) -> None:
    quotes = read("“We sail in May,” Tolliver said. “The ice is gone.” Asked what it cost, she said: “A lot of money.”")
    assert direct(quotes) == [["We sail in May,", "The ice is gone."], ["A lot of money."]]


def test_marks_left_open_go_on_in_the_next_paragraph_though_it_has_a_cue_too(read) -> None:
    quotes = read("“The gate is shut,” Ann Tolliver said. “It is not safe.\n\n“We will not open it,” she added.")
    assert direct(quotes) == [["The gate is shut,", "It is not safe.", "We will not open it,"]]
    assert [q.speaker.name for q in quotes if q.speaker] == ["Ann Tolliver"]


def test_a_paragraph_left_open_has_the_cue_of_the_one_that_closes_it(read) -> None:
    quotes = read("“The gate is shut and it is not safe.\n\n“We will not open it,” Ann Tolliver said.")
    assert direct(quotes) == [["The gate is shut and it is not safe.", "We will not open it,"]]
    assert [q.speaker.name for q in quotes if q.speaker] == ["Ann Tolliver"]


@pytest.mark.parametrize(
    "first", ["“The gate is shut, Paul Reyes said.", "“The gate is shut, he said and left the hall"]
)
def test_a_forgotten_closing_mark_takes_nothing_from_the_next_speaker(read, first: str) -> None:
    quotes = read(f"{first}\n\n“It is open,” Ann Tolliver said.")
    assert ["It is open,"] in direct(quotes)


def test_hidden_characters_before_a_mark_do_not_turn_it_round(read) -> None:
    (quote,) = read("\u202a”The gate is shut and ‘nobody will open it’ now!” wrote Ann Tolliver.")
    assert quote.at.text == "The gate is shut and ‘nobody will open it’ now!"


def test_whoever_is_asked_speaks_in_the_next_paragraph(read) -> None:
    quotes = read("Ann Tolliver asked Ben Reyes how high the wall would be.\n\n“I think it will be ten feet high.”")
    assert [q.speaker.name for q in quotes if q.form == "direct" and q.speaker] == ["Ben Reyes"]


def test_whoever_says_so_goes_on_in_the_next_paragraph(read) -> None:
    quotes = read("Ann Tolliver told Ben Reyes how high the wall would be.\n\n“I think it will be ten feet high.”")
    assert [q.speaker.name for q in quotes if q.form == "direct" and q.speaker] == ["Ann Tolliver"]
