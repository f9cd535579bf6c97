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
