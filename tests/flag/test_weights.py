"""Roles and versions, through the whole pipeline: what they take away from findings, and what they add."""

from __future__ import annotations

import pytest

from pipeline.flag import Case, flag
from pipeline.model import Flag, Work
from pipeline.settings import Settings

FIRE = (
    "Fire at the Velden mill\n\nA fire broke out at the old paper mill in Velden on Monday shortly before noon, the "
    "county said. Three workers of the mill were taken to hospital with burns. “We heard two loud bangs and then the "
    "whole roof was burning,” said Ann Tolliver, who runs the mill.\n"
)
LATER = FIRE.replace("Three workers", "Five workers") + "\nThe fire was out by evening.\n"
RIVAL = (
    "Mill burns in Velden\n\nFive workers of the paper mill in Velden were taken to hospital with burns on Monday, "
    "doctors said.\n"
)
SPEECH = (
    "Statement of the harbour board\n\nThe harbour board of Marlow approved the ferry terminal on Tuesday. We will not "
    "close the old harbour gate before the winter storms, and we ask for patience.\n"
)
ARTICLE = (
    "Gate stays open\n\n“We will close the old harbour gate before the winter storms,” said Ann Tolliver, who chairs "
    "the board.\n"
)
REPORT = ARTICLE.replace("We will close", "We will not close").replace("Gate stays", "The gate stays")
DAYS = ("2023-05-09", "2023-05-10")


def of(work: Work, code: str) -> list[Flag]:
    return [f for f in work.flags or () if f.code == code]


def test_a_figure_changed_by_an_update_is_told_on_the_older_version_and_disputes_nothing(story) -> None:
    work = story([FIRE, LATER, RIVAL], (*DAYS, DAYS[1]), publisher=("Herald", "Herald", "Courier"))
    assert not of(work, "N001")
    (flag,) = of(work, "C005")
    assert (flag.doc, flag.severity) == ("a0.txt#1", "note")
    assert "Five" in flag.message
    assert {f.code for f in work.flags if f.doc == "a0.txt#1"} <= {"C005", "D001", "I001", "I002", "I003", "I004"}


def test_versions_of_unknown_order_are_no_conflict_and_the_figure_is_told_in_both(story) -> None:
    work = story([FIRE, LATER], publisher=("Herald", "Herald"))
    assert not of(work, "N001")
    flags = of(work, "C005")
    assert {f.doc for f in flags} == {"a0.txt#1", "a1.txt#1"}
    assert all("nothing says which is newer" in f.message for f in flags)


def test_two_papers_with_the_same_two_texts_do_conflict(story) -> None:
    work = story([FIRE, LATER], DAYS, publisher=("Herald", "Courier"))
    assert of(work, "N001") or of(work, "C005")
    assert not work.alignment.versions


def test_a_version_bears_nothing_out(story) -> None:
    work = story([FIRE, LATER], DAYS, publisher=("Herald", "Herald"))
    assert {s.status for s in work.alignment.standings} <= {"not-comparable", "not-checkable", "superseded"}
    assert not of(work, "Q003")
    assert not of(work, "C003")


def test_a_quotation_is_held_against_the_record_and_the_message_says_so(story) -> None:
    work = story([ARTICLE, SPEECH], publisher=("Herald", "Harbour board"), role=("", "primary"))
    here, there = of(work, "Q004")
    assert (here.doc, here.severity) == ("a0.txt#1", "error")
    assert "the record (Harbour board)" in here.message
    assert "“not” stands there and not here" in here.message
    assert (there.doc, there.severity) == ("a1.txt#1", "note")


def test_who_quotes_the_record_rightly_is_not_held_against_who_does_not(story) -> None:
    work = story([ARTICLE, REPORT, SPEECH], publisher=("Herald", "Courier", "Harbour board"), role=("", "", "primary"))
    assert {f.doc for f in of(work, "Q004")} == {"a0.txt#1", "a2.txt#1"}
    assert not of(work, "Q003")
    kinds = {r.quote: r.kind for r in work.alignment.records}
    assert sorted(kinds.values()) == ["altered", "identical"]


def test_a_contradiction_with_the_record_names_it_and_the_record_itself_is_only_noted(story) -> None:
    denial = "Vote\n\nThe harbour board of Marlow rejected the ferry terminal on Tuesday, to loud protest.\n"
    work = story([denial, SPEECH], (DAYS[1], DAYS[1]), publisher=("Herald", "Harbour board"), role=("", "primary"))
    found = {f.doc: f for f in of(work, "C001")}
    assert found["a0.txt#1"].severity == "warning"
    assert "the record (Harbour board)" in found["a0.txt#1"].message
    assert found["a1.txt#1"].severity == "note"


@pytest.mark.parametrize("role", ["withdrawn", "draft"])
def test_neither_what_was_withdrawn_nor_the_draft_bears_a_statement_out(story, role: str) -> None:
    text = "Vote\n\nThe harbour board of Marlow approved the ferry terminal on Tuesday, to loud protest.\n"
    other = "Ferry\n\nOn Tuesday, the ferry terminal was approved by the harbour board of Marlow.\n"
    days = (DAYS[1], DAYS[1])
    backed = story([text, other], days, publisher=("Herald", "Courier"))
    assert "corroborated" in statuses(backed, "a0.txt#1")
    alone = story([text, other], days, publisher=("Herald", "Courier"), role=("", role))
    assert "corroborated" not in statuses(alone, "a0.txt#1")


def test_a_conflict_with_what_was_withdrawn_is_a_note(story) -> None:
    text = "Vote\n\nThe harbour board of Marlow {} the ferry terminal on Tuesday, to loud protest.\n"
    work = story(
        [text.format("approved"), text.format("rejected")],
        (DAYS[1], DAYS[1]),
        publisher=("Herald", "Courier"),
        role=("", "withdrawn"),
    )
    assert {f.severity for f in of(work, "C001")} == {"note"}


def statuses(work: Work, doc: str) -> set[str]:
    claims = {c.id for e in work.alignment.extractions if e.doc == doc for c in e.claims}
    return {s.status for s in work.alignment.standings if s.claim in claims}


def test_what_recurs_in_an_article_is_marked_every_time_and_asked_once(story) -> None:
    bribes = "Dorian Pell {}paid bribes to inspectors in Velden."
    alleged = bribes.format("allegedly ")
    work = story(
        [
            f"Pell\n\nOn Monday the town learned that {alleged}\n\nThe council met because {alleged}",
            f"Inquiry\n\nAn investigation found that {bribes.format('')}",
        ],
        (DAYS[1], DAYS[1]),
        publisher=("Herald", "Courier"),
    )
    levels = [f.severity for f in of(work, "C004") if f.doc == "a0.txt#1"]
    assert levels == ["warning", "note"]
    assert [f.severity for f in of(work, "C004") if f.doc == "a1.txt#1"] == ["warning"]


def test_words_whose_unnamed_speaker_is_asked_for_are_only_noted_as_found_nowhere_else(story) -> None:
    plan = "Harbour\n\nThe council of Marlow approved the harbour plan on Tuesday after a long debate."
    quoted = f"{plan} Aides called it a “brave and gentle turn” for the whole town."
    work = story([quoted, plan], publisher=("Herald", "Courier"))
    assert [f.severity for f in of(work, "Q002")] == ["warning"]
    assert [f.severity for f in of(work, "Q003")] == ["note"]
    kept = flag(Case("s", work.documents, work.alignment), Settings(severity=(("Q003", "warning"),)))
    assert [f.severity for f in kept if f.code == "Q003"] == ["warning"]
