import pytest

from pipeline.align.relations import decide, relate
from pipeline.align.views import view
from tests.align.conftest import document, figure

PLAN = "the city council of Marlow approved the stadium plan"
WORDS = "city council marlow stadium plan"


def related(left, right, days=("2023-05-10", "2023-05-10")):
    one = view(left, document("a0.txt", published=days[0]))
    two = view(right, document("a1.txt", published=days[1]))
    return decide(one, two)


def test_two_reports_of_one_act_are_the_same(claim) -> None:
    left = claim("a0.txt", PLAN, "approve", "org:council", "plan")
    right = claim(
        "a1.txt",
        "Marlow's city council approved a plan for the stadium",
        "approve",
        "org:council",
        "plan",
        words=WORDS + " approve",
    )
    found = related(left, right)
    assert found is not None
    assert found.relation == "same"


def test_opposite_predicates_of_one_moment_contradict(claim) -> None:
    left = claim("a0.txt", PLAN, "approve", "org:council", "plan", words=WORDS + " approve")
    right = claim(
        "a1.txt", PLAN.replace("approved", "rejected"), "reject", "org:council", "plan", words=WORDS + " reject"
    )
    found = related(left, right)
    assert found is not None
    assert found.relation == "contradicts"
    assert found.because[0].startswith("opposites:")


@pytest.mark.parametrize("unsure", [{"certainty": "possible"}, {"aspect": "conditional"}])
def test_what_may_be_contradicts_nothing(claim, unsure: dict[str, str]) -> None:
    left = claim("a0.txt", PLAN, "approve", "org:council", "plan", words=WORDS + " approve")
    text = "if it rains Marlow's city council rejects a plan for the new stadium by the river on its east side"
    words = WORDS + " reject rain river side east new"
    found = related(left, claim("a1.txt", text, "reject", "org:council", "plan", words=words))
    assert found is not None
    assert found.relation == "contradicts"
    found = related(left, claim("a1.txt", text, "reject", "org:council", "plan", words=words, **unsure))
    assert found is not None
    assert found.relation == "related"


def test_a_denied_word_contradicts_the_same_word_affirmed(claim) -> None:
    left = claim("a0.txt", "Janet Holloway pleaded guilty in federal court to bribery", "plead", "person:holloway")
    right = claim("a1.txt", "Janet Holloway pleaded not guilty in federal court to bribery", "plead", "person:holloway")
    found = related(left, right)
    assert found is not None
    assert (found.relation, found.because[0]) == ("contradicts", "polarity: “guilty” is denied in one")


def test_not_accurate_and_inaccurate_agree(claim) -> None:
    left = claim(
        "a0.txt",
        "the Marlow ferry terminal description was not accurate",
        "be",
        "description",
        words="marlow ferry terminal description accurate",
        polarity="negative",
    )
    right = claim(
        "a1.txt",
        "the Marlow ferry terminal description was inaccurate",
        "be",
        "description",
        words="marlow ferry terminal description inaccurate",
    )
    found = related(left, right)
    assert found is None or found.relation != "contradicts"


def test_a_state_that_ended_weeks_later_is_superseded_by_the_later(claim) -> None:
    left = claim(
        "a0.txt",
        "the Vestria export ban remains in place",
        "remain",
        "ban",
        aspect="holds",
        words="vestria export ban place remain",
    )
    right = claim(
        "a1.txt",
        "the Vestria export ban is not in place",
        "remain",
        "ban",
        aspect="holds",
        words="vestria export ban place remain",
        polarity="negative",
    )
    found = related(left, right, ("2024-01-10", "2024-01-30"))
    assert found is not None
    assert found.relation == "supersedes"
    assert found.left.claim is right


@pytest.mark.parametrize(("told_for", "relation"), [("2023-05-10", "contradicts"), ("2023-05-18", "related")])
def test_a_report_cannot_tell_of_days_after_it_came_out(claim, told_for: str, relation: str) -> None:
    words = "tanker wait Marlow harbour mouth"
    left = claim("a0.txt", "tankers were waiting at the mouth of Marlow harbour", "wait", "tanker", words=words)
    right = claim(
        "a1.txt",
        "no tankers were waiting at the mouth of Marlow harbour",
        "wait",
        "tanker",
        words=words,
        polarity="negative",
        day=told_for,
    )
    found = related(left, right, ("2023-05-10", told_for))
    assert found is not None
    assert found.relation == relation


def test_a_headline_tells_the_news_of_its_day(claim) -> None:
    words = "profit Quayle Foods percent"
    left = claim("a0.txt", "Quayle Foods profit rises by 12 percent", "rise", "profit", words=words, block="headline")
    right = claim(
        "a1.txt", "profit of Quayle Foods fell by 12 percent", "fall", "profit", words=words, day="2023-02-10"
    )
    then, now = related(left, right, ("2023-02-11", "2023-02-11")), related(left, right, ("2024-04-25", "2024-04-26"))
    assert then is not None
    assert then.relation == "contradicts"
    assert now is not None
    assert now.relation != "contradicts"


def test_two_speakers_who_disagree_do_not_contradict(claim) -> None:
    left = claim("a0.txt", "the Harbour Bridge is safe", "be", "bridge", speaker="person:tolliver")
    right = claim(
        "a1.txt", "the Harbour Bridge is not safe", "be", "bridge", speaker="person:reyes", polarity="negative"
    )
    found = related(left, right)
    assert found is None or found.relation == "related"


@pytest.mark.parametrize(("other", "relation"), [(71.0, "contradicts"), (35.2, "same")])
def test_figures_conflict_only_beyond_rounding(claim, other: float, relation: str) -> None:
    text = "the Harwick district is {} percent Latino"
    left = claim(
        "a0.txt",
        text.format(35),
        "be",
        "district",
        words="harwick district percent latino",
        figures=(figure("a0.txt", "35 percent", 35, "percent", "district"),),
    )
    right = claim(
        "a1.txt",
        text.format(other),
        "be",
        "district",
        words="harwick district percent latino",
        figures=(figure("a1.txt", f"{other} percent", other, "percent", "district"),),
    )
    found = related(left, right)
    assert found is not None
    assert found.relation == relation


def test_at_least_twelve_agrees_with_thirty_one(claim) -> None:
    left = claim(
        "a0.txt",
        "the Velden flood killed at least 12 people",
        "kill",
        "flood",
        "people",
        words="velden flood kill people",
        figures=(figure("a0.txt", "at least 12", 12, "people", "people", low=12),),
    )
    right = claim(
        "a1.txt",
        "the Velden flood killed 31 people",
        "kill",
        "flood",
        "people",
        words="velden flood kill people",
        figures=(figure("a1.txt", "31", 31, "people", "people"),),
    )
    found = related(left, right)
    assert found is not None
    assert found.relation == "same"


def test_one_act_on_two_days_contradicts_by_its_days(claim) -> None:
    left = claim("a0.txt", PLAN, "approve", "org:council", "plan", words=WORDS + " approve", day="2023-05-09")
    right = claim("a1.txt", PLAN, "approve", "org:council", "plan", words=WORDS + " approve", day="2023-05-06")
    found = related(left, right)
    assert found is not None
    assert (found.relation, found.because[0].split(":")[0]) == ("contradicts", "days")


def test_a_judge_that_does_not_confirm_both_ways_takes_a_contradiction_back(claim) -> None:
    left = claim("a0.txt", PLAN, "approve", "org:council", "plan", words=WORDS + " approve")
    right = claim("a1.txt", PLAN, "reject", "org:council", "plan", words=WORDS + " reject")
    pair = view(left, document("a0.txt")), view(right, document("a1.txt"))

    def once(pairs):
        return ["contradiction", "neutral"] * (len(pairs) // 2)

    def twice(pairs):
        return ["contradiction"] * len(pairs)

    assert [r.relation for r in relate([pair], once)] == ["related"]
    assert [r.relation for r in relate([pair], twice)] == ["contradicts"]
