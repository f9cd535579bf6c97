"""What "it", "they", "this bill" stand for where no name does, and what is said where nothing is known."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.model import Claim

Claims = Callable[..., tuple[Claim, ...]]


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        (
            "The old task force recommended new gates, and it proposed a night watch.",
            "[The old task force] proposed a night watch",
        ),
        (
            "Some village elders oppose the dam. They want a second survey.",
            "[Some village elders] want a second survey",
        ),
        (
            "The council drew up a bill to close the harbour. This bill goes to the vote on Monday.",
            "This bill [a bill to close the harbour] goes to the vote on Monday",
        ),
        (
            "The harbour master and the mayor met on Monday. The two agreed on a price.",
            "The two [the harbour master and the mayor] agreed on a price",
        ),
        (
            "One of the suspects had worked as a guard until June, when he was dismissed for sleeping on duty.",
            "[one of the suspects] was dismissed for sleeping on duty",
        ),
        (
            "One of the oldest members of the board said he agrees with the plan.",
            "[One of the oldest members of the board] agrees with the plan",
        ),
    ],
)
def test_a_pointer_takes_the_phrase_it_stands_for(claims: Claims, text: str, reads: str) -> None:
    assert reads in [c.reads for c in claims(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The report praised the plan. The plan praised the report.",
        "The council met the board. The survey pleased the council, and the board sold it.",
        "It is time to close the harbour.",
        "The dam made it harder to fish.",
        "The carver had a bear of oak brought to the hall, and it was sold a month later to the mill.",
        "It is from the hills that the water comes.",
        "The council passed a bill on ports. The board passed a bill on mills. This bill is late.",
    ],
)
def test_nothing_is_put_in_where_two_could_be_meant_or_none_is(claims: Claims, text: str) -> None:
    own = [c.reads.rpartition(".] ")[2] for c in claims(text)]
    assert not [reads for reads in own if "[" in reads]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("You have to wait for it.", 'it speaks to somebody as "you"'),
        ("This was a departure from practice.", 'what "this" stands for is not clear'),
        ("It was an accident.", 'what "it" stands for is not clear'),
        ("It was clear that the dam had burst.", ""),
        ("We sold the mill.", ""),
    ],
)
def test_what_cannot_be_read_alone_says_so(claims: Claims, text: str, why: str) -> None:
    assert why in {c.unchecked_because for c in claims(text)}


def test_a_request_states_nothing(claims: Claims) -> None:
    assert claims("See the old harbour below, and tell us whether you think it should close.") == ()
    assert [c.reads for c in claims("Tell the board that the dam has burst.")] == []


def test_a_request_not_to_states_nothing(claims: Claims) -> None:
    assert claims("And certainly don't make faces during public events.") == ()
    assert claims("Never tell your mother about the dam.") == ()
    assert [c.reads for c in claims("The guards never tell the mayor about the dam.")]


def test_a_request_for_attention_hides_no_statement(claims: Claims) -> None:
    assert "The dam has burst" in [c.reads for c in claims("Note that the dam has burst.")]


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        ("The museum insists it had no influence.", "[The museum] had no influence"),
        ("The teacher insists it had no influence.", "It had no influence"),
    ],
)
def test_it_is_who_says_so_where_that_is_no_person_and_nothing_written(claims: Claims, text: str, reads: str) -> None:
    assert [c.reads for c in claims(text)] == [reads]


def test_they_behind_anyone_is_whoever_that_is(claims: Claims) -> None:
    text = "The guards and the miners met in May. The law allows anyone to ask for a vote if they pay a fee."
    assert "if they pay a fee" in claims(text)[-1].reads


def test_themselves_is_nobody_of_another_clause(claims: Claims) -> None:
    text = "The board took more than 900 letters. It met men who called themselves guards."
    assert "themselves" in claims(text)[-1].reads
