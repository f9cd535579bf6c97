import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.align.wording import compare, weigh, words_of
from pipeline.model import Span


def told(text: str) -> tuple:
    return words_of([Span("a.txt", 0, len(text), text)], {})


def edits(left: str, right: str) -> list[tuple[str, str, str]]:
    return [(e.left, e.right, e.weight) for e in compare(told(left), told(right)).edits]


def graver(left: str, right: str) -> list[str]:
    return [weight for *_, weight in edits(left, right) if weight != "style"]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("We will modernise the harbour at 5 percent a year", "We will modernize the harbor at 5 per cent a year"),
        ("It's a well-known case of health care", "It is a well known case of healthcare"),
        ("Senator Roe gave ten dollars to the school", "Sen. Roe gave $10 to the school"),
        ("the I.R.S. rules & the F.B.I. rules", "the IRS rules and the FBI rules"),
        ("“We ‘lost’ – and we knew it”", "\"We 'lost' - and we knew it\""),
        ("We lost twenty-five boats that night", "We lost 25 boats that night"),
        ("We lost three hundred boats that night", "We lost 300 boats that night"),
        ("We told Mr. Roe that the boats were lost", "We told Roe that the boats were lost"),
        ("The Prime Minister knew of it all along", "The PM knew of it all along"),
    ],
)
def test_house_style_is_folded(left: str, right: str) -> None:
    assert graver(left, right) == []


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("We will close the old gate before winter", "We will not close the old gate before winter"),
        ("We will close the old gate before winter", "We will close the new gate before winter"),
        ("We will close 12 old gates before winter", "We will close 21 old gates before winter"),
        ("We lost twenty-five boats that night", "We lost twenty-six boats that night"),
        ("We lost three hundred boats that night", "We lost 200 boats that night"),
        ("The Prime Minister knew of it all along", "The MP knew of it all along"),
        ("Paul Reyes knew about the leak", "Mary Stokes knew about the leak"),
        ("More than ten boats sank", "Fewer than ten boats sank"),
        ("We will close the old gate before March", "We will close the old gate before May"),
        ("Ann Tolliver will close the old gate soon", "Mary Tolliver will close the old gate soon"),
        ("We should have closed the old gate before winter", "We shouldn't have closed the old gate before winter"),
    ],
)
def test_a_negation_a_word_a_number_a_month_or_a_name_is_never_folded(left: str, right: str) -> None:
    assert graver(left, right) == ["content"]


def test_a_dropped_that_is_grammar_alone() -> None:
    assert graver("I know that the old gate must close", "I know the old gate must close") == ["function"]


def test_words_left_out_at_an_ellipsis_are_no_change() -> None:
    whole = "We will close the old gate for good before winter"
    found = compare(told("We will close the old gate ... before winter"), told(whole))
    assert found.gaps
    assert found.edits == ()
    assert found.span == found.matched


def test_words_left_out_without_an_ellipsis_widen_the_stretch() -> None:
    whole = "We will close the old gate for good before winter"
    found = compare(told("We will close the old gate before winter"), told(whole))
    assert found.span > found.matched


def test_square_brackets_are_the_editors_own() -> None:
    found = compare(told("We expect [the town] to close the old gate"), told("We expect them to close the old gate"))
    assert found.edits == ()
    assert found.brackets == 1


def test_a_name_put_in_round_brackets_is_seen() -> None:
    plain = "We expect our allies to avoid such steps"
    found = compare(told("We expect our allies (Norland) to avoid such steps"), told(plain))
    assert found.brackets == 2


def test_an_alias_is_compared_as_the_name_it_stands_for() -> None:
    names = {"turkey": "country:TR", "turkiye": "country:TR"}
    left, right = "We will sell to Turkey before winter", "We will sell to Türkiye before winter"
    one, two = (words_of([Span("a.txt", 0, len(t), t)], names) for t in (left, right))
    assert compare(one, two).edits == ()


def test_an_edit_stands_at_the_words_that_differ() -> None:
    text = "We will close the old gate before winter"
    (edit,) = compare(told(text), told("We will close the new gate before winter")).edits
    assert edit.left_at is not None
    assert text[edit.left_at.start : edit.left_at.end] == "the old gate"


@given(
    st.lists(
        st.sampled_from(["we", "will", "not", "close", "the", "old", "gate", "before", "winter", "march", "12"]),
        max_size=12,
    )
)
def test_a_text_does_not_differ_from_itself(tokens: list[str]) -> None:
    text = " ".join(tokens)
    found = compare(told(text), told(text))
    assert found.edits == ()
    assert found.matched == len(tokens)


@given(st.text(max_size=30), st.text(max_size=30))
def test_weights_do_not_depend_on_the_side(left: str, right: str) -> None:
    one, two = ([w.norm for w in told(t)] for t in (left, right))
    assert weigh(one, two) == weigh(two, one)


@pytest.mark.parametrize(
    ("left", "right", "left_out"),
    [
        ("It is not safe to cross the harbour", "It is … safe to cross the harbour", "not"),
        ("They will never be welcome in the harbour", "They will … be welcome in the harbour", "never"),
    ],
)
def test_an_ellipsis_that_hides_little_but_a_negation_is_a_change(left: str, right: str, left_out: str) -> None:
    assert edits(left, right) == [(left_out, "", "content")]


def test_an_ellipsis_may_leave_out_a_clause_with_a_negation() -> None:
    left = "The gate is shut because it is not safe to cross, and it stays shut"
    assert edits(left, "The gate is shut … and it stays shut") == []


def test_one_courtesy_for_another_is_another_person() -> None:
    assert graver("We told Mr. Roe that the boats were lost", "We told Mrs. Roe that the boats were lost") == [
        "content"
    ]


@pytest.mark.parametrize(
    ("right", "cut"),
    [
        ("It isn't safe to cross the harbour, and you know it", False),
        ("It is not safe to cross the harbour", True),
        ("cross the harbour, and you know it", True),
    ],
)
def test_only_what_begins_or_ends_earlier_is_cut(right: str, cut: bool) -> None:
    assert compare(told("It is not safe to cross the harbour, and you know it"), told(right)).cut is cut
