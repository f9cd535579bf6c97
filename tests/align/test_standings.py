from __future__ import annotations

from collections.abc import Mapping

import pytest

from pipeline.align.ladder import compare
from pipeline.align.relations import Relation
from pipeline.align.standings import NEAR_MISSES, Sources, find_standings
from pipeline.align.views import View, view
from pipeline.model import Standing
from tests.align.conftest import Make, document

PLAN = "the city council of Marlow approved the stadium plan"


def seen(claim: Make, name: str, text: str = PLAN, **known) -> View:
    return view(claim(name, text, "approve", "org:council", "plan", **known), document(name))


def related(left: View, right: View, relation: str, carried: str = "") -> Relation:
    return Relation(left, right, compare(left, right), relation, (f"slot: {relation}",), carried)


def standings(
    views: list[View], relations: list[Relation], roles: Mapping[str, str] | None = None, one_family: bool = False
) -> list[Standing]:
    docs = [v.claim.doc for v in views]
    sources = Sources({d: "wire" if one_family else d for d in docs}, {d: (roles or {}).get(d, "source") for d in docs})
    return list(find_standings(views, relations, sources))


def test_what_another_origin_carries_whole_is_corroborated_on_both_sides(claim) -> None:
    left, right = seen(claim, "a.txt"), seen(claim, "b.txt")
    one, two = standings([left, right], [related(left, right, "same", "both")])
    assert [one.status, two.status] == ["corroborated"] * 2
    assert [e.claim for e in one.evidence] == [right.claim.id]


def test_what_another_carries_in_part_is_partly_supported(claim) -> None:
    left, right = seen(claim, "a.txt"), seen(claim, "b.txt")
    one, two = standings([left, right], [related(left, right, "supports", "right")])
    assert [one.status, two.status] == ["partly-supported", "corroborated"]


def test_one_family_or_one_named_speaker_is_one_origin(claim) -> None:
    left, right = seen(claim, "a.txt"), seen(claim, "b.txt")
    one, _ = standings([left, right], [related(left, right, "same", "both")], one_family=True)
    assert one.status == "same-origin"
    left, right = (seen(claim, name, speaker="person:quist") for name in ("a.txt", "b.txt"))
    one, _ = standings([left, right], [related(left, right, "same", "both")])
    assert one.status == "same-origin"


def test_two_speakers_are_two_origins(claim) -> None:
    left, right = seen(claim, "a.txt", speaker="person:quist"), seen(claim, "b.txt", speaker="person:hale")
    one, _ = standings([left, right], [related(left, right, "same", "both")])
    assert one.status == "corroborated"


@pytest.mark.parametrize("role", ["draft", "withdrawn"])
def test_the_draft_and_what_was_withdrawn_bear_nothing_out(claim, role: str) -> None:
    left, right = seen(claim, "a.txt"), seen(claim, "b.txt")
    one, two = standings([left, right], [related(left, right, "same", "both")], {right.claim.doc: role})
    assert (one.status, one.because) == ("not-comparable", "there is no other source")
    assert two.status == "same-origin"


def test_the_record_alone_is_said_to_have_it(claim) -> None:
    left, right = seen(claim, "a.txt"), seen(claim, "b.txt")
    one, _ = standings([left, right], [related(left, right, "same", "both")], {right.claim.doc: "primary"})
    assert one.status == "corroborated"
    assert "the primary source among them" in one.because


def test_only_the_earlier_of_two_reports_is_superseded(claim) -> None:
    later, earlier = seen(claim, "a.txt"), seen(claim, "b.txt")
    new, old = standings([later, earlier], [related(later, earlier, "supersedes")])
    assert [new.status, old.status] == ["single-source", "superseded"]


def test_a_conflict_outweighs_support(claim) -> None:
    one, two, three = (seen(claim, name) for name in ("a.txt", "b.txt", "c.txt"))
    pairs = [related(one, two, "same", "both"), related(one, three, "contradicts")]
    first, second, third = standings([one, two, three], pairs)
    assert [first.status, second.status, third.status] == ["conflicting", "corroborated", "conflicting"]
    assert first.because == "slot: contradicts"


def test_what_says_too_little_is_not_looked_for_elsewhere(claim) -> None:
    left, right = seen(claim, "a.txt", "it was", words="be"), seen(claim, "b.txt")
    assert standings([left, right], [])[0].status == "not-comparable"
    assert standings([left, right], [])[1].status == "single-source"


def test_the_nearest_misses_come_first_and_few(claim) -> None:
    mine = seen(claim, "a.txt")
    texts = ("the council met", "the council of Marlow met", PLAN, "the city council of Marlow met", "a council sat")
    others = [seen(claim, f"b{i}.txt", text) for i, text in enumerate(texts)]
    pairs = [related(mine, other, "related") for other in others]
    scores = {p.right.claim.id: p.likeness.score for p in pairs}
    misses = standings([mine, *others], pairs)[0].near_misses
    assert len(misses) == NEAR_MISSES
    assert [scores[m] for m in misses] == sorted(scores.values(), reverse=True)[:NEAR_MISSES]
    assert scores[misses[0]] > scores[misses[-1]]
