from __future__ import annotations

from pipeline.extract import extract
from pipeline.model import Quote
from pipeline.settings import Settings
from tests.extract.dates.conftest import article


def quotes(text: str) -> tuple[Quote, ...]:
    return extract(article(text, "2023-03-17"), Settings()).quotes


def test_what_the_same_speaker_goes_on_to_say_is_of_the_same_day() -> None:
    _, second = quotes(
        'Ann Tolliver told reporters on Tuesday that the ferry was safe. "We will sail in May," Tolliver said.'
    )
    assert second.date is not None
    assert second.date.value == "2023-03-14"
    assert "goes on" in second.date.because
    assert "'Tuesday'" in second.date.because.replace("“", "'").replace("”", "'")


def test_another_speaker_has_no_day_of_hers() -> None:
    _, second = quotes(
        'Ann Tolliver told reporters on Tuesday that the ferry was safe. "It leaks badly," Jonas Reed said.'
    )
    assert second.date is None


def test_a_sentence_between_breaks_off_the_speech() -> None:
    found = quotes(
        "Ann Tolliver told reporters on Tuesday that the ferry was safe. The yard stands by the river. It has two "
        'docks. "We will sail in May," Tolliver said.'
    )
    assert found[-1].date is None


def test_what_she_added_further_on_in_the_paragraph_is_of_the_day_of_the_saying() -> None:
    told = "Ann Tolliver told reporters on Tuesday that the ferry was safe. The yard stands by the river. "
    assert [q.date.value for q in quotes(f"{told}Tolliver added that the crew was new.") if q.date] == [
        "2023-03-14"
    ] * 2
    assert quotes(f"{told}Tolliver said that the crew was new.")[-1].date is None
    assert quotes(f"{told}It sank in 2019. Tolliver added that the crew was new.")[-1].date is None
    assert quotes(f"{told.strip()}\n\nTolliver added that the crew was new.")[-1].date is None


def test_a_statement_is_of_the_day_on_which_it_was_released() -> None:
    for text in (
        "According to a statement released on Monday, the gate is shut.",
        "The gate is shut, according to a long report that was published on Monday by the ministry.",
        "A statement issued on Monday said the gate is shut.",
    ):
        assert [q.date.value for q in quotes(text) if q.date] == ["2023-03-13"]


def test_the_day_on_which_the_source_did_something_else_is_not_that_of_the_saying() -> None:
    assert [q.date for q in quotes("According to police who arrived on Monday, the gate is shut.")] == [None]
