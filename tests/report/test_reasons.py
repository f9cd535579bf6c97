"""Reasons of a comparison, told plainly."""

from __future__ import annotations

from typing import Any

from pipeline.report.index import Index
from pipeline.report.reasons import reasons


def test_who_and_what_come_before_names_and_words_and_ids_become_names(report: dict[str, Any]) -> None:
    because = ["words: both say bridge, ford", "predicate: both close", "agent: both person:peter-lund"]
    assert reasons(Index(report), because) == ["who: both Peter Lund", "does: both close", "words: bridge, ford"]


def test_days_are_told_as_dates(report: dict[str, Any]) -> None:
    told = reasons(Index(report), ["days: 2020-10-01..2020-10-31 and 2020-01-01..2020-12-31"])
    assert told == ["when: October 2020 and 2020"]


def test_a_reason_of_another_shape_stays_and_comes_last(report: dict[str, Any]) -> None:
    assert reasons(Index(report), ["the same repairs", "names: both name Ford"]) == ["names: Ford", "the same repairs"]
