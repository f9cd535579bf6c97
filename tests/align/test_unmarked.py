"""Quotations beside what other articles print without marks."""

import pytest

from pipeline.model import Work

SAID = "“We will close the old harbour gate before the winter storms come again,” Ann Tolliver said."


def differences(work: Work) -> list[list[tuple[str, str]]]:
    assert work.alignment
    return [[(e.left, e.right) for e in r.edits] for r in work.alignment.unmarked]


def test_a_word_changed_in_a_text_without_marks_is_found(story) -> None:
    printed = "Her letter reads:\n\nWe will close the new harbour gate before the winter storms come again."
    assert differences(story((f"Harbour\n\n{SAID}", f"Gate\n\n{printed}"))) == [[("old", "new")]]


@pytest.mark.parametrize(
    "printed",
    [
        "We will close the old harbour gate before the winter storms come again.",
        "She said the council means to shut the gate at the old harbour when winter comes.",
        "“We will close the new harbour gate before the winter storms come again,” she said.",
    ],
)
def test_the_same_words_a_paraphrase_and_marked_words_are_not(story, printed: str) -> None:
    assert differences(story((f"Harbour\n\n{SAID}", f"Gate\n\nAnn Tolliver spoke.\n\n{printed}"))) == []
