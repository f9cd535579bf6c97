import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.ingest.pieces import ends_sentence, find_pieces

PARAGRAPHS = (
    "The harbour office of Port Ansel closed its northern quay on Friday after cracks were found in the wall that "
    "carries "
    "the crane, and sent the boats that lay there to the marina of the next town.",
    "Nobody was hurt.",
    "Divers will look at the foundations next week. The fish market moves to the southern side until then, and the "
    "ferry "
    "to the islands leaves from there as well, an hour later than it does on other days of the week.",
    "“The wall has stood for a hundred years, and it will stand again before the winter,” the harbour master said.",
)


def wrapped(width: int, between: str, indent: str) -> str:
    return between.join(textwrap.fill(p, width, initial_indent=indent) for p in PARAGRAPHS)


@pytest.mark.parametrize("width", [55, 65, 72])
@pytest.mark.parametrize(("between", "indent"), [("\n\n", ""), ("\n", "    "), ("\r\n\r\n", "")])
def test_wrapped_paragraphs_come_back_whole(width: int, between: str, indent: str) -> None:
    found = find_pieces(wrapped(width, between, indent))
    assert [p.plain for p in found] == [p.replace("“", '"').replace("”", '"') for p in PARAGRAPHS]


def test_lines_that_are_paragraphs_stay_apart() -> None:
    assert [p.text for p in find_pieces("\n".join(PARAGRAPHS))] == list(PARAGRAPHS)


def test_a_line_broken_in_mid_sentence_runs_on_even_in_text_that_is_not_wrapped() -> None:
    text = "The mayor, who had come to the quay with the\nharbour master, left at noon.\nDivers stayed.\n"
    assert len(find_pieces(text)) == 2


def test_gaps_count_the_blank_lines_before() -> None:
    assert [p.gap for p in find_pieces("One.\n\n\nTwo.\nThree.\r\n\r\nFour.")] == [0, 2, 0, 1]


@pytest.mark.parametrize(
    "text", ["It ended.", "Did it?", "“It ended.”", "He said (it ended.)", "It ended.''", "終わった。"]
)
def test_a_sentence_ends_with_its_stop_and_closing_marks(text: str) -> None:
    assert ends_sentence(text)


@given(st.text(alphabet="ab. \n\r\t\u2028\x85“", max_size=80))
def test_pieces_hold_every_character_but_white_space_once(text: str) -> None:
    pieces = find_pieces(text)
    assert "".join("".join(p.text.split()) for p in pieces) == "".join(text.split())
    assert all(p.text == text[p.start : p.end] == p.text.strip() for p in pieces)
