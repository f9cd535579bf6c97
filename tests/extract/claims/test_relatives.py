"""What a relative clause or an apposition speaks of, and when it stays with its sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.model import Claim

Claims = Callable[..., tuple[Claim, ...]]


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        (
            "The letter from the mayor, Ann Tolliver, that preceded the vote angered many guards in Marlow.",
            "The letter from the mayor preceded the vote",
        ),
        (
            "Ann Tolliver cited a 1997 case in which an assistant teacher ran to the gate to get a key and subdued a "
            "thief who had robbed two pupils.",
            "An assistant teacher subdued a thief who had robbed two pupils",
        ),
        ("Ann Tolliver sold the boat she had lived on in May.", "Ann Tolliver sold the boat she had lived on in May"),
    ],
)
def test_a_clause_is_told_of_what_it_speaks_of(claims: Claims, text: str, reads: str) -> None:
    assert reads in [c.reads for c in claims(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The council wrote a letter on the plan, over which the board insists it had no influence.",
        "The gap between the two towns, shaped by the flood, grew in May.",
        "Ann Tolliver praised the work that the town hired the guards to do.",
        "The members of the board in Marlow, where they hold a majority, opposed the plan.",
    ],
)
def test_what_cannot_be_put_into_words_alone_stays_with_its_sentence(claims: Claims, text: str) -> None:
    assert [c.reads for c in claims(text)] == [text.rstrip(".")]


@pytest.mark.parametrize(
    "text",
    [
        "The popularity of the plan among Democrats, especially older voters, helps the senator.",
        "The town turned away from Ann Tolliver, an odd turn in a safe town.",
    ],
)
def test_what_is_no_name_for_somebody_is_no_apposition(claims: Claims, text: str) -> None:
    assert len(claims(text)) == 1


def test_a_sentence_that_was_cut_within_brackets_is_told_whole(claims: Claims) -> None:
    text = "The two exceptions are Marlow (plan 26 percent, dam 27 percent) and Velden, where the dam won."
    reads = [c.reads for c in claims(text)]
    assert all(r.count("(") == r.count(")") for r in reads)
