"""Versions of one article: told, ordered by what is stated, and no source beside themselves."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.align.versions import find_versions
from pipeline.model import Document, Extraction, Published, Sentence, Versions
from tests.align.conftest import document

FIRE = (
    "Fire at the Velden mill\n"
    "A fire broke out at the old paper mill in Velden shortly before noon.\n"
    "Three workers were taken to hospital with burns, the county said.\n"
    "Ann Tolliver, who runs the mill, said the cause was not known."
)
LATER = FIRE.replace("Three workers", "Five workers") + "\nThe fire was out by evening."
STRANGER = "Rain fell all day over Marlow.\nThe ferry to Harwick did not sail, and the market closed at two."


def version(name: str, text: str, published: str | None = None, **known) -> Document:
    made = document(name, text, published=None, **({"publisher": "The Herald"} | known))
    if published is None:
        return made
    day, _, time = published.partition("T")
    return replace(made, published=Published(day, day, day, "manifest", moment=published if time else ""))


def found(*documents: Document) -> list[Versions]:
    extractions = [
        Extraction(d.doc, tuple(Sentence(d.doc, b.at, "body") for b in d.blocks), (), (), (), (), ()) for d in documents
    ]
    return list(find_versions(documents, extractions))


def test_a_text_updated_by_its_own_paper_is_a_version_and_the_later_one_is_the_newest() -> None:
    (made,) = found(version("b.txt", FIRE, "2023-05-10"), version("a.txt", LATER, "2023-05-11"))
    assert made.docs == ("b.txt#1", "a.txt#1")
    assert made.newest == "a.txt#1"


def test_what_changed_is_shown_sentence_by_sentence() -> None:
    (made,) = found(version("a.txt", FIRE, "2023-05-10"), version("b.txt", LATER, "2023-05-11"))
    told = [(c.old.text if c.old else None, c.new.text if c.new else None) for c in made.changes]
    assert told == [
        (
            "Three workers were taken to hospital with burns, the county said.",
            "Five workers were taken to hospital with burns, the county said.",
        ),
        (None, "The fire was out by evening."),
    ]


def test_without_dates_the_order_of_the_files_decides_nothing() -> None:
    (made,) = found(version("a.txt", FIRE), version("b.txt", LATER))
    assert made.newest is None
    assert "nothing says which version is the newest" in made.because


def test_the_time_of_day_orders_versions_of_one_day_in_one_zone_only() -> None:
    early, late = version("a.txt", LATER, "2023-05-10T16:05Z"), version("b.txt", FIRE, "2023-05-10T09:30Z")
    assert found(early, late)[0].newest == "a.txt#1"
    elsewhere = version("b.txt", FIRE, "2023-05-10T09:30+02:00")
    assert found(early, elsewhere)[0].newest is None


@pytest.mark.parametrize(
    "notice",
    [
        "This story has been updated.",
        "An earlier version of this article gave a wrong number of workers.",
        "CORRECTION: Five workers were hurt, not three.",
        "Updated at 5:15 p.m.",
    ],
)
def test_a_notice_of_the_change_says_which_is_newer(notice: str) -> None:
    (made,) = found(version("b.txt", FIRE), version("a.txt", f"{LATER}\n{notice}"))
    assert made.newest == "a.txt#1"


def test_a_second_update_is_newer_than_the_first() -> None:
    one, two = (version(f"{n}.txt", f"UPDATE {n}-{LATER}") for n in (1, 2))
    assert found(two, one, version("0.txt", FIRE))[0].docs == ("0.txt#1", "1.txt#1", "2.txt#1")


def test_a_withdrawn_version_is_never_the_newest() -> None:
    withdrawn = version("b.txt", LATER, "2023-05-11", role="withdrawn")
    assert found(version("a.txt", FIRE, "2023-05-10"), withdrawn)[0].newest == "a.txt#1"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (version("a.txt", FIRE), version("b.txt", LATER, publisher="The Courier")),
        (version("a.txt", FIRE), version("b.txt", STRANGER)),
        (version("a.txt", FIRE, publisher=None), version("b.txt", LATER, publisher=None)),
        (version("a.txt", FIRE, role="draft"), version("b.txt", LATER)),
    ],
    ids=["another paper's copy", "the same paper's next article", "nobody says whose they are", "the draft"],
)
def test_these_are_no_versions(left: Document, right: Document) -> None:
    assert found(left, right) == []


def test_one_address_makes_versions_where_the_publisher_is_unknown() -> None:
    one = version("a.txt", FIRE, publisher=None, url="https://www.herald.example/fire?src=a")
    two = version("b.txt", LATER, publisher=None, url="http://herald.example/fire/")
    assert len(found(one, two)) == 1


def test_one_headline_and_a_notice_make_versions_where_the_publisher_is_unknown() -> None:
    one = version("a.txt", FIRE, publisher=None, title="Fire at the Velden mill")
    two = version("b.txt", LATER, publisher=None, title="UPDATE 1-Fire at the Velden mill")
    assert found(one, two) == []
    noted = version("b.txt", f"{LATER}\nThis story has been updated.", publisher=None, title=two.title)
    assert found(one, noted)[0].newest == "b.txt#1"


LINES = [
    f"{who} told the council of Marlow about the {what}."
    for who in ("Ann", "Paul", "Ilse")
    for what in ("harbour gate", "ferry", "school roof", "market hall")
]
drafts = st.lists(st.lists(st.sampled_from(LINES), min_size=2, max_size=8, unique=True), min_size=2, max_size=4)


@given(drafts, st.randoms(use_true_random=False))
def test_the_order_of_the_files_changes_nothing(texts, random) -> None:
    documents = [version(f"a{i}.txt", "\n".join(lines)) for i, lines in enumerate(texts)]
    shuffled = list(documents)
    random.shuffle(shuffled)
    assert found(*documents) == found(*shuffled)
    assert all(v.newest is None for v in found(*documents))
