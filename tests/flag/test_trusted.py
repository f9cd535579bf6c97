"""What changes where the desk trusts a source: how loud a finding is and what it says, never what is held true."""

from __future__ import annotations

from dataclasses import replace

from pipeline.flag import Case, flag
from pipeline.flag.rules import single_origin, unsupported
from pipeline.model import Flag, Work
from pipeline.settings import Settings


def _trusting(work: Work, file: str) -> tuple[Flag, ...]:
    documents = tuple(replace(d, trusted=d.file == file) for d in work.documents)
    assert work.alignment is not None
    return flag(Case(work.story.name, documents, work.alignment), Settings())


def test_what_a_trusted_source_alone_carries_is_a_note_that_says_so(story) -> None:
    example = unsupported.FLAGGED[0]
    work = story(example.articles, example.published)
    loud = [f for f in work.flags if (f.code, f.severity) == ("C002", "warning")]
    assert loud
    for before in loud:
        (after,) = [f for f in _trusting(work, before.at.file) if f.id == before.id]
        assert after.severity == "note"
        assert after.message.endswith(f"; the desk trusts {before.at.file}.")
        assert [f.severity for f in _trusting(work, "another.txt") if f.id == before.id] == ["warning"]


def test_one_origin_says_that_the_desk_trusts_one_that_carries_it_and_stays(story) -> None:
    example = single_origin.FLAGGED[0]
    work = story(example.articles, example.published)
    told = [f.message for f in _trusting(work, "a0.txt") if f.code == "C003"]
    assert len(told) == len([f for f in work.flags if f.code == "C003"]) > 0
    assert all(m.endswith("all of one origin; the desk trusts a0.txt, one of them.") for m in told)
