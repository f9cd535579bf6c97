from pipeline.align.origins import find_origins
from tests.align.conftest import document

WIRE = (
    "Norland resumed exports of drone parts to Vestria after talks that had lasted for months between the trade "
    "ministries of the two countries, a ministry notice showed."
)


def families(*documents) -> list[str]:
    return [o.family for o in find_origins(documents)]


def test_a_long_run_of_shared_words_makes_one_family() -> None:
    one, two = families(document("a0.txt", WIRE), document("a1.txt", "Today. " + WIRE + " More followed."))
    assert one == two


def test_a_long_shared_quotation_does_not_make_a_family() -> None:
    one, two = families(
        document("a0.txt", f"“{WIRE}” she said on Monday."), document("a1.txt", f"According to her: “{WIRE}”")
    )
    assert one != two


def test_two_articles_that_credit_one_agency_are_one_family() -> None:
    one, two, three = families(
        document("a0.txt", "A bridge fell.\nWith Reuters input"),
        document("a1.txt", "The bridge is down.\nReuters contributed to this report."),
        document("a2.txt", "No bridge stands."),
    )
    assert one == two != three


def test_a_photo_credit_is_no_credit() -> None:
    one, two = families(
        document("a0.txt", "A bridge fell.\n(Jo Roe/Associated Press)"),
        document("a1.txt", "The bridge is down.\n(Al Poe/Associated Press)"),
    )
    assert one != two


def test_one_publisher_and_one_manifest_origin_are_one_family() -> None:
    one, two, three, four = families(
        document("a0.txt", "A", publisher="The Herald"),
        document("a1.txt", "B", publisher="the herald"),
        document("a2.txt", "C", origin="pool"),
        document("a3.txt", "D", origin="Pool"),
    )
    assert one == two
    assert three == four != one


def test_a_copy_of_a_copy_joins_the_family() -> None:
    made = families(*(document(f"a{i}.txt", f"{i}. {WIRE}") for i in range(6)))
    assert len(set(made)) == 1


def test_a_copy_too_short_for_a_run_is_a_copy_all_the_same() -> None:
    one, two, three = families(
        document("a0.txt", "The mayor left."), document("a1.txt", "The mayor left."), document("a2.txt", "She stayed.")
    )
    assert one == two != three
