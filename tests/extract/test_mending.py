from __future__ import annotations

import pytest

from pipeline import nlp
from pipeline.extract.mending import mend


def above(text: str, word: str) -> str:
    parse = mend(next(iter(nlp.parse([text]))))
    token = next(t for t in parse if t.text == word)
    head = token.head if token.head.pos_ != "ADP" else token.head.head
    return head.text


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Orsk Foods said on Thursday its net profit fell 12 percent in the first quarter.", "Thursday"),
        ("Officials said Friday at least 12 people died.", "Friday"),
        ("Orsk Foods said Monday its shares fell.", "Monday"),
    ],
)
def test_a_day_behind_the_verb_of_saying_is_the_day_of_the_saying(text: str, day: str) -> None:
    assert above(text, day) == "said"


def test_a_day_in_what_was_said_stays_there() -> None:
    assert above("Officials said the dam burst on Friday.", "Friday") == "burst"
    assert above("Officials said Friday was a holiday.", "Friday") == "was"
