"""Which expression dates a statement or an utterance."""

from __future__ import annotations

import pytest

from pipeline.extract.dates import date_of, said_on
from pipeline.model import Span
from tests.extract.dates.conftest import Find

DAY = "2021-04-14"


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span("a.txt", start, start + len(words), words)


def test_a_date_in_the_clause_comes_before_one_in_the_sentence(find: Find) -> None:
    text = "The bridge fell in March 2020, and the council met on 5 May 2020."
    sentence = span(text, text)
    when = date_of(span(text, "The bridge fell in March 2020"), sentence, find(text, DAY))
    assert when is not None
    assert when.value == "2020-03"
    assert "stands in the statement" in when.because


def test_a_date_of_the_sentence_serves_where_the_clause_has_none(find: Find) -> None:
    text = "The bridge fell, the council was told on 5 May 2020."
    when = date_of(span(text, "The bridge fell"), span(text, text), find(text, DAY))
    assert when is not None
    assert when.value == "2020-05-05"


def test_a_length_of_time_dates_nothing(find: Find) -> None:
    text = "The bridge was closed for six weeks."
    assert date_of(span(text, text), span(text, text), find(text, DAY)) is None


def test_an_utterance_has_the_date_of_its_verb_and_none_from_between_the_marks(find: Find) -> None:
    text = "“It fell in early July and in 2010,” Ann Tolliver said on Monday."
    words, cue = span(text, "It fell in early July and in 2010,"), span(text, "said")
    when = said_on((words,), cue, span(text, text), find(text, DAY))
    assert when is not None
    assert when.value == "2021-04-12"
    assert when.source is not None
    assert when.source.text == "Monday"


def test_an_utterance_of_no_day_has_no_date(find: Find) -> None:
    text = "“It fell in July,” said Ann Tolliver, who lost the vote in 2010."
    words, cue = span(text, "It fell in July,"), span(text, "said")
    assert said_on((words,), cue, span(text, text), find(text, DAY)) is None
    assert said_on((words,), None, span(text, text), find(text, DAY)) is None


def test_a_date_in_the_phrase_that_says_where_it_was_written_dates_the_words(find: Find) -> None:
    text = "She wrote in a post Tuesday that the bridge “was never safe.”"
    words = span(text, "that the bridge “was never safe.")
    when = said_on((words,), span(text, "wrote"), span(text, text), find(text, DAY), direct=False)
    assert when is not None
    assert when.value == "2021-04-13"


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Ann Tolliver wrote to the council on Monday, calling it “a sad day.”", "calling"),
        ("When the court charged them on Monday, Ann Tolliver said “we did nothing.”", "said"),
        ("In a statement issued on Monday, Ann Tolliver said “we did nothing.”", "said"),
    ],
)
def test_an_utterance_has_the_date_of_the_act_it_goes_with(find: Find, text: str, cue: str) -> None:
    words = span(text, text[text.index("“") : text.index("”") + 1])
    when = said_on([words], span(text, cue), span(text, text), find(text, DAY))
    assert when is not None
    assert when.value == "2021-04-12"
    assert f"with which “{cue}” goes" in when.because


def test_a_participle_with_a_day_of_its_own_keeps_it(find: Find) -> None:
    text = "The mayor resigned on Monday, leaving office on Thursday."
    monday, thursday = find(text, DAY)
    assert monday.beside == ()
    assert thursday.verb is not None
    assert thursday.verb.text == "leaving"
