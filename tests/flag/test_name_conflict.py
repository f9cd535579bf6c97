"""E001 through every stage: what is a conflict of names, and the near misses."""

from __future__ import annotations

import pytest

from pipeline.names import one_slip
from tests.conftest import Story

DAYS = ("2024-05-14", "2024-05-14", "2024-05-14")
MINISTER = "Foreign Minister Paul Tarneau met envoys in Oslo on Monday. Tarneau said the talks were useful."


def flagged(story: Story, *articles: str) -> list[tuple[str, str, str]]:
    work = story([f"Talks\n\n{text}" if "\n\n" not in text else text for text in articles], DAYS[: len(articles)])
    assert work.flags is not None
    return [(f.at.file, f.at.text, f.severity) for f in work.flags if f.code == "E001"]


def test_a_spelling_that_two_others_do_not_share_is_warned_of(story: Story) -> None:
    found = flagged(story, MINISTER.replace("Tarneau", "Tarnau"), MINISTER, MINISTER.replace("Oslo", "Bergen"))
    assert [f for f in found if f[0] == "a0.txt"] == [("a0.txt", "Paul Tarnau", "warning")]
    assert {f[1] for f in found if f[0] != "a0.txt"} == {"Paul Tarneau"}


def test_one_against_one_is_only_noted(story: Story) -> None:
    found = flagged(story, MINISTER.replace("Tarneau", "Tarnau"), MINISTER)
    assert {severity for _, _, severity in found} == {"note"}
    assert len(found) == 2


def test_a_slip_within_an_article_is_found_where_the_other_spelling_is_settled(story: Story) -> None:
    found = flagged(story, MINISTER + ' Tarneau left on Tuesday. "We did well," Tarnau said.')
    assert ("a0.txt", "Tarnau", "warning") in found


def test_a_headline_that_misspells_a_name_is_found(story: Story) -> None:
    found = flagged(story, f"Tarnau Meets Envoys In Oslo\n\n{MINISTER}")
    assert ("a0.txt", "Tarnau", "warning") in found


def test_one_death_told_of_two_first_names_is_a_conflict(story: Story) -> None:
    told = "{} Brandvold, 34, was killed by a falling crane in Bergen on Monday."
    found = flagged(story, told.format("Anna"), told.format("Margrethe"))
    assert [text for _, text, _ in found] == ["Anna Brandvold", "Margrethe Brandvold"]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (MINISTER, MINISTER.replace("Foreign Minister", "Former Defence Minister")),
        (MINISTER, MINISTER.replace("Paul Tarneau", "Paul Tarneau, who was defence minister until 2020,")),
        (
            "Anna Brandvold voted against the bill on Monday in Bergen, to loud protest.",
            "Margrethe Brandvold spoke for the bill on Monday. Anna Brandvold is her sister.",
        ),
        (
            "The Food and Drug Administration (FDA) approved the pill on Monday.",
            "The U.S. Food and Drug Administration (FDA) approved the pill on Monday.",
        ),
        (
            "The World Health Organization (WHO) met in Oslo on Monday.",
            "The World Health Organisation (WHO) met in Oslo on Monday.",
        ),
        ("President Anna Brandvold spoke in Oslo.", "Anna Brandvold, president of the chess club, spoke in Oslo."),
    ],
)
def test_what_can_be_one_name_or_two_persons_is_none(story: Story, one: str, two: str) -> None:
    assert flagged(story, one, two) == []


def test_ways_of_writing_another_script_are_one_person(story: Story) -> None:
    work = story(
        ["Talks\n\nArkady Belensky met envoys in Oslo.", "Talks\n\nArkady Belenskyy met envoys in Oslo."], DAYS[:2]
    )
    assert work.alignment is not None
    assert len([e for e in work.alignment.entities if e.label == "PERSON"]) == 1


def test_a_plural_or_a_short_name_is_no_slip() -> None:
    assert not one_slip("Tarneau", "Tarneaus")
    assert not one_slip("Roe", "Rae")
    assert not one_slip("Miller", "Killer")
    assert one_slip("Cavusoglu", "Cavusolgu")
