"""What is done with a statement that cannot be read alone: it stays with its sentence, or has the one before it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.model import Claim

Claims = Callable[..., tuple[Claim, ...]]


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        (
            "The council met the board in May. This was a break with custom.",
            "[The council met the board in May.] This was a break with custom",
        ),
        (
            "The council met the board in May. That meeting ended in a quarrel.",
            "[The council met the board in May.] That meeting ended in a quarrel",
        ),
        (
            "The council held two meetings in May. Another is planned.",
            "[The council held two meetings in May.] Another is planned",
        ),
        (
            "The guards wept and the mayor sang in May. Ann Tolliver called it a waste of time.",
            "[The guards wept and the mayor sang in May.] Ann Tolliver called it a waste of time",
        ),
        (
            'The guards "like the dam. They do. It is no worse than a road.',
            "[They do.] It is no worse than a road",
        ),
        (
            "The storm felled a tree, and the tree fell on the wall; the wall broke the gate. It was a surprise.",
            "[The storm felled a tree, and the tree fell on the wall; the wall broke the gate.] It was a surprise",
        ),
    ],
)
def test_a_subject_that_points_out_of_the_sentence_has_the_one_before(claims: Claims, text: str, reads: str) -> None:
    assert claims(text)[-1].reads == reads


@pytest.mark.parametrize(
    "text",
    [
        "This was a break with custom.",
        "The council met the board. It is time to close the harbour.",
        "The council met the board. This week the harbour is closed.",
        "The council met the board. Those who came were cold.",
        "The council met the board. Ann Tolliver left.",
        "The council met the board. Some 55 percent of voters said they were ill.",
        "The old task force met in May. It proposed a night watch.",
        "The council met the board. " + "The board, which met the council, sold the mill, " * 8 + ". This was late.",
    ],
)
def test_what_can_be_read_alone_or_has_nothing_before_it_stays_as_it_is(claims: Claims, text: str) -> None:
    assert not claims(text)[-1].reads.startswith("[The council")
    assert ".]" not in claims(text)[-1].reads


def test_a_clause_of_which_nobody_knows_the_subject_is_not_taken_off(claims: Claims) -> None:
    text = "Ann Tolliver bought a bell in May for a sum that a friend had lent, and it was shipped in June to the mill"
    assert [c.reads for c in claims(text + ".")] == [text]
    found = claims("The old task force recommended new gates, and it proposed a night watch.")
    assert len(found) == 2


def test_the_sentence_before_names_whom_its_pronouns_mean_once(claims: Claims) -> None:
    (_, last) = claims("The mayor of Velden closed the dam. That surprised many.")
    assert last.reads == "[The mayor of Velden closed the dam.] That surprised many"
