"""What is known about words before any story is read."""

import tomllib
from importlib import resources
from itertools import combinations

import pytest

from pipeline.align.lexicon import meanings, opposites, rarity

ALIKE = tomllib.loads((resources.files("pipeline.align") / "data" / "alike.toml").read_text(encoding="utf-8"))
GROUPS = [tuple(group) for kind in ("verbs", "nouns") for group in ALIKE[kind]]


@pytest.mark.parametrize(("one", "other"), [("raise", "increase"), ("share", "stock"), ("blaze", "fire")])
def test_words_that_the_news_puts_one_for_another_share_a_meaning(one: str, other: str) -> None:
    assert meanings(one) & meanings(other)


@pytest.mark.parametrize(("one", "other"), [("raise", "cut"), ("open", "end"), ("buy", "sell"), ("judge", "jury")])
def test_words_for_two_things_share_none(one: str, other: str) -> None:
    assert not meanings(one) & meanings(other)


@pytest.mark.parametrize("group", GROUPS)
def test_no_two_words_of_a_group_exclude_each_other(group: tuple[str, ...]) -> None:
    assert len(set(group)) == len(group) > 1
    assert not [(a, b) for a, b in combinations(group, 2) if b in opposites(a)]


def test_words_that_carry_nothing_weigh_nothing() -> None:
    assert rarity("the") == 0 < rarity("people") < rarity("epidemiologist")
