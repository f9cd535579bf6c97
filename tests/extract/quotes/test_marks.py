from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.quotes.marks import find_pairs


def inside(text: str) -> list[str]:
    return [text[p.inner_start : p.inner_end] for p in find_pairs(text)]


@pytest.mark.parametrize(
    "text",
    [
        'She said "not now" and left.',
        "She said “not now” and left.",
        "She said «not now» and left.",
        "She said »not now« and left.",
        "»not now«, she said.",
        "Then (»not now«).",
        "«not now», she said.",
        "She said „not now” and left.",
        "She said „not now“ and left.",
        "She said ''not now'' and left.",
        "She said 'not now' and left.",
        "She said ‘not now’ and left.",
    ],
)
def test_every_kind_of_mark_pairs(text: str) -> None:
    assert inside(text) == ["not now"]


def test_a_comma_within_does_not_turn_a_mark_round() -> None:
    assert inside("»Not now,« she said. «Not now,» he said.") == ["Not now,", "Not now,"]


def test_marks_set_off_by_spaces_pair() -> None:
    assert [t.strip() for t in inside("She said « not now » and « never » and left.")] == ["not now", "never"]


def test_an_apostrophe_is_no_quotation_mark() -> None:
    assert inside("The mayor's plan isn't the council's, and the '90s won't come back.") == []


def test_a_plural_apostrophe_does_not_close_a_single_quotation() -> None:
    assert inside("He wrote: 'The workers' hall is shut, and the drivers' hall too.' Then he left.") == [
        "The workers' hall is shut, and the drivers' hall too."
    ]


def test_marks_within_marks_belong_to_the_outer_ones() -> None:
    assert inside("“She told me ‘go away’ and I went,” he said.") == ["She told me ‘go away’ and I went,"]
    assert inside("'She told me \"go away\" and I went,' he said.") == ['She told me "go away" and I went,']


def test_a_lost_mark_costs_only_its_own_quotation() -> None:
    text = "“The gate is shut, he said. “It will stay shut,” she said. “For good,” he said."
    assert inside(text)[-1] == "For good,"


def test_inches_are_no_marks() -> None:
    assert inside('The plank was 6" wide. "It is too short," he said.') == ["It is too short,"]


def test_only_marks_hold_nothing() -> None:
    assert inside('"" “” \'\' " ” “') == []


def test_a_quotation_that_runs_on_is_open_to_the_end_of_its_block() -> None:
    (pair,) = find_pairs("“The gate is shut, and it will stay shut")
    assert not pair.closed
    assert pair.inner_end == len("“The gate is shut, and it will stay shut")


@given(st.text(alphabet="ab .,'\"“”‘’«»„\n\u202e\u05d0", max_size=80))
def test_pairs_are_in_order_apart_and_within_the_text(text: str) -> None:
    pairs = find_pairs(text)
    assert all(0 <= p.start <= p.inner_start < p.inner_end <= p.end <= len(text) for p in pairs)
    assert all(one.end <= two.start for one, two in pairwise(pairs))


def test_fifty_thousand_words_between_two_marks_are_one_pair() -> None:
    text = "“" + "word " * 50_000 + "end.” Then she left. “Good,” he said."
    assert [len(t.split()) for t in inside(text)] == [50_001, 1]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ('""We were not told,"" he said.', ["We were not told,"]),
        ('He held a ""secret"" meeting. ""Nobody came.""', ["secret", "Nobody came."]),
        ("““We were not told,”” he said.", ["We were not told,"]),
    ],
)
def test_marks_printed_twice_are_one_mark(text: str, inside: list[str]) -> None:
    assert [text[p.inner_start : p.inner_end] for p in find_pairs(text)] == inside


def test_two_marks_that_close_two_quotations_stay_two() -> None:
    text = 'He said: "She only told me "no.""'
    assert [text[p.inner_start : p.inner_end] for p in find_pairs(text)] == ['She only told me "no."']
