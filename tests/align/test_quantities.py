import pytest

from pipeline.align.quantities import kind
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
    ],
)
def test_two_figures_agree_differ_or_measure_different_things(one, two, verdict) -> None:
    assert kind(figure("a", "x", *one), figure("b", "y", *two)) == verdict


def test_an_open_bound_agrees_with_everything_beyond_it() -> None:
    assert kind(figure("a", "at least 12", 12, "people", low=12), figure("b", "400", 400, "people")) == "agree"
    assert kind(figure("a", "at least 12", 12, "people", low=12), figure("b", "7", 7, "people")) == "differ"
