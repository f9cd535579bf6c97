import pytest

from pipeline.align.quantities import kind, slipped
from tests.align.conftest import figure


@pytest.mark.parametrize(
    ("one", "two", "verdict"),
    [
        ((77e6, "USD"), (76.8e6, "USD"), "agree"),
        ((77e6, "USD"), (77e9, "USD"), "scale"),
        ((77e6, "USD"), (77e6, "EUR"), "scale"),
        ((77e6, "USD"), (82e6, "EUR"), "apart"),
        ((2, "percent"), (2, "percentage-points"), "scale"),
        ((35, "percent"), (71, "percent"), "differ"),
        ((2, "year"), (11, "year"), "differ"),
        ((12, "people"), (12, "year"), "apart"),
        ((31, "passenger"), (13, "people"), "differ"),
        ((31, "demonstrator"), (13, "arrest"), "differ"),
        ((31, "passenger"), (13, "vehicle"), "apart"),
        ((20, "year"), (21, "year"), "agree"),
    ],
)
def test_two_figures_agree_differ_or_measure_different_things(one, two, verdict) -> None:
    assert kind(figure("a", "x", *one), figure("b", "y", *two)) == verdict


def test_an_open_bound_agrees_with_everything_beyond_it() -> None:
    assert kind(figure("a", "at least 12", 12, "people", low=12), figure("b", "400", 400, "people")) == "agree"
    assert kind(figure("a", "at least 12", 12, "people", low=12), figure("b", "7", 7, "people")) == "differ"


def test_a_number_that_names_nothing_may_count_what_another_counts_but_measures_nothing() -> None:
    bare, people, miles = figure("a", "31", 31, ""), figure("b", "13", 13, "people"), figure("b", "13", 13, "mile")
    assert kind(bare, people) == "apart"
    assert kind(bare, people, bare=True) == "differ"
    assert kind(bare, miles, bare=True) == "apart"


def test_two_particular_sums_that_differ_in_one_digit_are_a_slip() -> None:
    assert slipped(figure("a", "$5,687.75", 5687.75, "USD"), figure("b", "$5,587.75", 5587.75, "USD"))
    assert not slipped(figure("a", "$5,000", 5000, "USD"), figure("b", "$6,000", 6000, "USD"))
    assert not slipped(figure("a", "$5,687.75", 5687.75, "USD"), figure("b", "$466.30", 466.30, "USD"))
