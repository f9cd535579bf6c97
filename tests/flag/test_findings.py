"""From what a rule yields to flags, with a rule that stands in: severities, merging, ids, and what roles take away."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from pipeline import flag as stage
from pipeline.align import align
from pipeline.flag import Case
from pipeline.model import Document, Extraction, Finding, Flag, Place, Sentence, Span, Versions
from pipeline.settings import Settings
from tests.align.conftest import document

TEXT = "The harbour gate was closed.\nThe harbour gate was closed.\nThe ferry terminal opened late."


def case(*documents: Document, versions: tuple[Versions, ...] = ()) -> Case:
    extractions = tuple(
        Extraction(d.doc, tuple(Sentence(d.doc, b.at, b.kind) for b in d.blocks), (), (), (), (), ()) for d in documents
    )
    alignment = align((), (), Settings())
    fields = {name: getattr(alignment, name) for name in alignment.__slots__} | {"extractions": extractions}
    return Case("story", documents, type(alignment)(**(fields | {"versions": versions})), "en")


def flags(case: Case, *findings: Finding, monkeypatch, code: str = "C001", **settings) -> list[Flag]:
    rule = SimpleNamespace(CODE=code, NAME="stand-in", SEVERITY="warning", check=lambda _: iter(findings))
    monkeypatch.setattr(stage, "RULES", (rule,))
    return list(stage.flag(case, Settings(**settings)))


def place(article: Document, block: int = 0) -> Span:
    return article.blocks[block].at


def against(*others: Document) -> tuple[Place, ...]:
    return tuple(Place(d.doc, place(d), "conflicts") for d in others)


def test_the_finding_is_as_grave_as_it_says_then_as_its_rule(monkeypatch) -> None:
    one = document("a.txt", TEXT)
    own = [Finding(one.doc, place(one), "m", severity="note"), Finding(one.doc, place(one, 2), "m")]
    assert [f.severity for f in flags(case(one), *own, monkeypatch=monkeypatch)] == ["note", "warning"]


def test_the_desk_has_the_last_word_on_how_grave_a_code_is(monkeypatch) -> None:
    one = document("a.txt", TEXT)
    own = [Finding(one.doc, place(one), "m", severity="note"), Finding(one.doc, place(one, 2), "m")]
    found = flags(case(one), *own, monkeypatch=monkeypatch, severity=(("C001", "error"),))
    assert [f.severity for f in found] == ["error", "error"]


def test_two_findings_of_a_rule_at_one_place_are_one_with_the_evidence_of_both(monkeypatch) -> None:
    one, two, three = (document(name, TEXT) for name in ("a.txt", "b.txt", "c.txt"))
    mild = Finding(one.doc, place(one), "mild", against(two), "note")
    grave = Finding(one.doc, place(one), "grave", against(three), "error")
    (found,) = flags(case(one, two, three), mild, grave, monkeypatch=monkeypatch)
    assert (found.message, found.severity) == ("grave", "error")
    assert [p.doc for p in found.evidence] == [two.doc, three.doc]


def test_a_sentence_that_stands_twice_gives_two_ids(monkeypatch) -> None:
    one = document("a.txt", TEXT)
    both = [Finding(one.doc, place(one, n), "m") for n in (0, 1)]
    first, second = flags(case(one), *both, monkeypatch=monkeypatch)
    assert first.at.text == second.at.text
    assert first.id != second.id


def test_nobody_is_held_against_an_older_version(monkeypatch) -> None:
    one, old, new = (document(name, TEXT) for name in ("a.txt", "b.txt", "c.txt"))
    known = case(one, old, new, versions=(Versions((old.doc, new.doc), new.doc, (), ()),))
    assert flags(known, Finding(one.doc, place(one), "m", against(old)), monkeypatch=monkeypatch) == []
    assert flags(known, Finding(old.doc, place(old), "m", against(one)), monkeypatch=monkeypatch) == []
    assert len(flags(known, Finding(one.doc, place(one), "m", against(new)), monkeypatch=monkeypatch)) == 1


def test_of_versions_that_nothing_dates_none_is_older(monkeypatch) -> None:
    one, other = document("a.txt", TEXT), document("b.txt", TEXT)
    unknown = case(one, other, versions=(Versions((one.doc, other.doc), None, (), ()),))
    assert unknown.older == frozenset()
    assert unknown.bearing(one.doc) == ()
    (found,) = flags(unknown, Finding(one.doc, place(one), "m", against(other)), monkeypatch=monkeypatch)
    assert found.severity == "note"


@pytest.mark.parametrize("code", ["C002", "C003", "C006", "D003", "Q001", "Q003"])
def test_the_record_is_not_asked_for_what_articles_are_asked_for(monkeypatch, code: str) -> None:
    record, article = document("a.txt", TEXT, role="primary"), document("b.txt", TEXT)
    both = [Finding(d.doc, place(d), "m") for d in (record, article)]
    assert [f.doc for f in flags(case(record, article), *both, monkeypatch=monkeypatch, code=code)] == [article.doc]


def test_other_articles_and_the_record_bear_a_statement_out_and_nothing_else_does() -> None:
    roles = {"b.txt": "source", "c.txt": "primary", "d.txt": "draft", "e.txt": "withdrawn"}
    one, *others = document("a.txt", TEXT), *(document(name, TEXT, role=role) for name, role in roles.items())
    assert [d.file for d in case(one, *others).bearing(one.doc)] == ["b.txt", "c.txt"]
