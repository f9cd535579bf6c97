"""What the shipped entailment model says of plain pairs; `bench/entailment.py` measures it."""

from __future__ import annotations

import json

import pytest

from pipeline import entail

CLASHES = [
    (
        "The ferry carried 40 passengers when it left the harbour.",
        "The ferry carried 90 passengers when it left the harbour.",
    ),
    ("Nine people died in the fire.", "The fire killed twelve people."),
    ("The factory was closed last year.", "The factory was not closed last year."),
    ("The minister resigned on Tuesday.", "The minister resigned on Friday."),
]
AGREE = [
    ("The council approved the plan on Monday.", "On Monday, the council approved the plan."),
    ("The ferry, which was built in 1998, carried 40 passengers.", "The ferry carried 40 passengers."),
]
OTHER = [
    ("The council approved the plan on Monday.", "The mayor thanked the firemen for their work."),
    ("Mr. Hale said the school would open again.", "Mr. Hale was born in a village near the coast."),
]


@pytest.fixture(scope="module")
def shipped() -> entail.Judge:
    return entail.load()


def test_the_shipped_model_calls_plain_clashes_contradictions_both_ways(shipped: entail.Judge) -> None:
    assert entail.both_ways(shipped, CLASHES) == [True] * len(CLASHES)


def test_the_shipped_model_leaves_agreeing_and_other_statements_alone(shipped: entail.Judge) -> None:
    assert entail.both_ways(shipped, AGREE + OTHER) == [False] * (len(AGREE) + len(OTHER))
    assert shipped(AGREE) == ["entailment"] * len(AGREE)


def test_the_shipped_folder_names_its_sums_and_licences() -> None:
    card = json.loads((entail.PACKAGED / "judge.json").read_text(encoding="utf-8"))
    assert sorted(card["sha256"]) == ["model.onnx", "tokenizer.json"]
    assert "CC BY-SA" in (entail.PACKAGED / "card.md").read_text(encoding="utf-8")
