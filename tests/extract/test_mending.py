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


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The National Association for Sailors President Terry Lund said that the quota is too low.", "Lund"),
        ("After the Velden shooting, Wayne Roe, the club's executive director, announced that it would close.", "Roe"),
    ],
)
def test_the_person_is_the_subject_not_what_stands_before(text: str, speaker: str) -> None:
    parse = mend(next(iter(nlp.parse([text]))))
    verb = next(t for t in parse if t.text in ("said", "announced"))
    assert [t.text for t in verb.children if t.dep_ == "nsubj"] == [speaker]


def test_whose_wife_she_is_does_not_speak() -> None:
    parse = mend(next(iter(nlp.parse(["The wife of President John Lund said that the house was sold."]))))
    verb = next(t for t in parse if t.text == "said")
    assert [t.text for t in verb.children if t.dep_ == "nsubj"] == ["wife"]
