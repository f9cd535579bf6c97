"""The dateline of a story is cut off, and nothing that only looks like one."""

import pytest

from pipeline import nlp
from pipeline.extract.datelines import dateline
from pipeline.extract.sentences import find_passages
from tests.extract.dates.conftest import article


@pytest.mark.parametrize(
    "opening",
    [
        "PORT ANSEL - ",
        "PORT ANSEL, March 4, 2024 — ",
        "PORT ANSEL, Mass. (Interpress) – ",
        "Port Ansel, March 4 (Interpress) -- ",
        "(Interpress) — ",
    ],
)
def test_a_dateline_ends_with_its_dash(opening: str) -> None:
    text = opening + "The mayor resigned on Monday."
    assert text[dateline(text) :] == "The mayor resigned on Monday."


@pytest.mark.parametrize(
    "text",
    [
        "The mayor - Jane Roe - resigned.",
        "NATO - the alliance - met.",
        "Port Ansel - The town that said no",
        "Jane Roe (67) - mother, mayor, maverick",
        '"YES - Vote now," said the poster.',
        "",
    ],
)
def test_a_dash_within_a_sentence_opens_nothing(text: str) -> None:
    assert dateline(text) == 0


def test_the_first_sentence_is_parsed_as_if_no_dateline_stood_before_it() -> None:
    sentence = "A fire burned through the forest on Monday and forced 2,300 people to leave, officials said."
    (bare,) = nlp.parse([sentence])
    (passage,) = find_passages(article(f"PORT ANSEL, July 20, 2020 — {sentence}"))
    (parsed,) = passage.sentences
    assert parsed.text == sentence
    assert [(t.dep_, t.head.text) for t in parsed] == [(t.dep_, t.head.text) for t in bare]
