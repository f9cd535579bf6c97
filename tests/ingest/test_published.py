import pytest

PROSE = (
    "The harbour office of Port Ansel closed its northern quay on Friday after cracks were found in the wall.\n\n"
    "The quay was built on March 4, 1931, and mended on 7 June 1988, the office said. Divers will look at it next "
    "week.\n"
)
HEAD = "Quay Closed at Port Ansel\n\n"


def published(articles, text: str):
    (document,) = articles(text)
    return document.published


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("Published: March 4, 2024 10:15 GMT", "2024-03-04"),
        ("Mon, 4 Mar 2024", "2024-03-04"),
        ("2024-03-04T10:15:00+01:00", "2024-03-04"),
        ("Updated at 6:05 p.m. on March 5, 2024", "2024-03-05"),
        ("Posted on 31.12.2023", "2023-12-31"),
        ("By Mara Lindqvist | Published: Sept. 9, 2023", "2023-09-09"),
        ("4-Mar-2024 10:15 EST", "2024-03-04"),
        ("4th of March 2024", "2024-03-04"),
        ("Mon Mar  4 10:15:00 GMT 2024", "2024-03-04"),
        ("Coast Press November 18, 2019 11:03 PM", "2019-11-18"),
    ],
)
def test_a_time_stamp_above_the_prose_is_the_publication_date(articles, stamp: str, day: str) -> None:
    found = published(articles, HEAD + stamp + "\n\n" + PROSE)
    assert (found.value, found.earliest, found.latest, found.basis) == (day, day, day, "metadata")
    assert "time stamp" in found.because


def test_published_goes_before_updated(articles) -> None:
    stamps = "Updated: March 6, 2024\n\nPublished: March 4, 2024\n\n"
    assert published(articles, HEAD + stamps + PROSE).value == "2024-03-04"


def test_a_stamp_of_two_readings_is_an_interval(articles) -> None:
    found = published(articles, HEAD + "Published: 03/04/2024\n\n" + PROSE)
    assert (found.value, found.earliest, found.latest) == (None, "2024-03-04", "2024-04-03")


def test_a_dateline_with_its_year_is_the_publication_date(articles) -> None:
    found = published(articles, HEAD + "PORT ANSEL, March 4, 2024 (AP) - " + PROSE)
    assert (found.value, found.basis) == ("2024-03-04", "dateline")


@pytest.mark.parametrize("dateline", ["Jan 29 (Reuters) - ", "PORT ANSEL, March 4 (AP) - ", "PORT ANSEL, March 4 —"])
def test_a_dateline_without_a_year_gives_no_date_and_says_so(articles, dateline: str) -> None:
    found = published(articles, HEAD + dateline + " " + PROSE)
    assert (found.value, found.earliest, found.basis) == (None, None, "none")
    assert "gives no year" in found.because


def test_a_date_in_prose_is_never_the_publication_date(articles) -> None:
    found = published(articles, HEAD + PROSE)
    assert (found.value, found.basis) == (None, "none")
    assert "no time stamp" in found.because


def test_a_bare_date_after_the_prose_is_not_the_publication_date(articles) -> None:
    assert published(articles, HEAD + PROSE + "\nSaturday, March 19, 2016\n").basis == "none"


def test_an_impossible_stamp_is_no_date(articles) -> None:
    assert published(articles, HEAD + "Published: February 30, 2024\n\n" + PROSE).basis == "none"


@pytest.mark.parametrize(
    "prose",
    [
        "The COAST treaty was signed on April 4, 1949 — and ",
        "NORTHMARK officials said on 4 March 1931 - when ",
        "On March 4, 1931 (a Wednesday) ",
    ],
)
def test_a_date_within_the_first_sentence_is_no_dateline(articles, prose: str) -> None:
    assert published(articles, HEAD + prose + PROSE).basis == "none"
