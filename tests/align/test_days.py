"""Days of two articles that only look as if they dated one thing; what is found is in `test_surroundings.py`."""

from tests.align.test_surroundings import reasons, told

MONDAY, TUESDAY = "2023-05-08", "2023-05-09"


def test_a_day_and_an_edge_do_not_conflict(claim) -> None:
    left = told(claim, "a0.txt", "Roe closed the harbour ferry on Monday.", dated=[("Monday", MONDAY)])
    right = told(claim, "a1.txt", "Roe closed the harbour ferry until Tuesday.", dated=[("Tuesday", TUESDAY)])
    assert reasons(left, right) == []


def test_a_day_that_the_other_article_gives_as_well_does_not_conflict(claim) -> None:
    left = told(claim, "a0.txt", "Roe sold the harbour ferry on Monday.", dated=[("Monday", MONDAY)])
    both = "Roe sold the harbour ferry on Monday and sold the harbour ferry again on Tuesday."
    right = told(claim, "a1.txt", both, dated=[("Monday", MONDAY), ("Tuesday", TUESDAY)])
    assert reasons(left, right) == []
