import pytest

from pipeline.ingest.articles import split
from pipeline.ingest.readers import to_text
from pipeline.model import Row

LEAD = "The harbour office of Port Ansel closed its northern quay on Friday after cracks were found in the wall."
MORE = "Divers will look at the foundations next week, and the fish market moves to the southern side until then."
SAID = "“The wall has stood for a hundred years, and it will stand again before the winter,” said Ines Halvorsen."


def page(*lines: str) -> str:
    return "\n\n".join(lines) + "\n"


def test_a_short_first_line_is_the_headline_and_the_deck_is_one_too(kinds) -> None:
    found = kinds(page("Quay Closed at Port Ansel", "Fish market moves to the southern side", LEAD, MORE))
    assert [k for k, _ in found] == ["headline", "headline", "body", "body"]


def test_prose_from_the_first_line_has_no_headline(kinds) -> None:
    assert [k for k, _ in kinds(page(LEAD, MORE, SAID))] == ["body", "body", "body"]


def test_a_text_of_one_line_is_body(kinds) -> None:
    assert kinds("Quay Closed at Port Ansel") == [("body", "Quay Closed at Port Ansel")]


def test_the_headline_of_the_manifest_is_the_headline_wherever_above_the_prose_it_stands() -> None:
    text = page("Harbour News Today and Tomorrow", "Cracks found in the northern quay.", LEAD, MORE)
    rows = (Row("a.txt", title="Cracks found in the northern quay"),)
    (document,) = split("a.txt", to_text(text.encode(), "a.txt"), rows, "en")
    assert [b.at.text for b in document.blocks if b.kind == "headline"] == ["Cracks found in the northern quay."]


@pytest.mark.parametrize(
    "line",
    [
        "By Mara Lindqvist",
        "By MARA LINDQVIST and Pavel Orsini, Coast Press",
        "Mara Lindqvist, Staff Writer",
        "Published: March 4, 2024 10:15 GMT",
        "Updated 4 March 2024, 6:05 p.m.",
        "2024-03-04T10:15:00Z",
        "PORT ANSEL (AP) _",
    ],
)
def test_writers_and_time_stamps_are_bylines(kinds, line: str) -> None:
    assert kinds(page("Quay Closed at Port Ansel", line, LEAD, MORE))[1] == ("byline", line)


@pytest.mark.parametrize(
    "line",
    [
        "With Reuters input",
        "(Reporting by Mara Lindqvist; Editing by Pavel Orsini)",
        "(Reuters)",
        "Pavel Orsini in Holm contributed to this report.",
        "© 2024 The Coast Press. All rights reserved.",
        "Photo: Ines Halvorsen",
    ],
)
def test_whose_material_it_is_is_a_credit(kinds, line: str) -> None:
    assert kinds(page("Quay Closed at Port Ansel", LEAD, MORE, line))[-1] == ("credit", line)


@pytest.mark.parametrize(
    "line",
    [
        "Skip to main content",
        "Recommended Articles",
        "More from The Coast Press Staff",
        "Share this article on Facebook",
        "Advertisement",
        "Story continues below advertisement",
        "TT",
        "* * *",
        "Sign up here for our daily newsletter.",
        "This site uses cookies to make your visit better.",
        "5 min read",
    ],
)
def test_a_pages_own_words_are_boilerplate_wherever_they_stand(kinds, line: str) -> None:
    assert ("boilerplate", line) in kinds(page("Quay Closed at Port Ansel", LEAD, line, MORE, SAID))
    assert ("boilerplate", line) in kinds(page(line, "Quay Closed at Port Ansel", LEAD, MORE))


@pytest.mark.parametrize(
    "line", ["READ MORE: Ferry fares rise in May", "ALSO READ:\u00a0Ferry fares rise", "Related: Fares rise in May"]
)
def test_pointers_to_other_articles_are_teasers(kinds, line: str) -> None:
    assert ("teaser", line) in kinds(page("Quay Closed at Port Ansel", LEAD, line, MORE))


def test_titles_under_a_heading_of_links_after_the_prose_are_teasers(kinds) -> None:
    found = kinds(
        page("Quay Closed at Port Ansel", LEAD, MORE, "Most read", "Ferry fares rise in May", "Mayor resigns")
    )
    assert [k for k, _ in found[-3:]] == ["boilerplate", "teaser", "boilerplate"]


@pytest.mark.parametrize(
    "line",
    [
        "The northern quay in winter. (Ines Halvorsen/Coast Pictures)",
        "Mayor Ada Quist, left, and the harbour master at the quay on Friday.",
        "The northern quay is pictured before the storm, with the ferry at its side.",
        "Boats at the northern quay on Oct. 3, 2023, in Port Ansel.",
        "FILE - The northern quay of Port Ansel on a winter day.",
    ],
)
def test_lines_above_the_prose_that_describe_a_picture_are_captions(kinds, line: str) -> None:
    assert ("caption", line) in kinds(page("Quay Closed at Port Ansel", line, LEAD, MORE))


@pytest.mark.parametrize(
    "line",
    [
        "By Tuesday, the last of the boats had left the northern quay for good.",
        "More than 40 boats, left without a berth, have been sent to the next town.",
        "Read the wall, the mason told them, and you will see which stones have moved.",
        "Related work on the southern quay was finished in the spring of last year.",
        "Share prices of the ferry company fell by a tenth on Friday morning.",
        "Governor Ada Quist (R) and her deputy (D) were at the quay within the hour.",
        "With the northern quay closed, the harbour office expects delays and few reports.",
        "He paused.",
        "Source of the cracks: nobody knows.",
    ],
)
def test_prose_that_begins_or_sounds_like_something_else_is_body(kinds, line: str) -> None:
    assert ("body", line) in kinds(page("Quay Closed at Port Ansel", LEAD, line, MORE, SAID))


def test_a_displayed_sentence_of_a_quotation_is_a_pull_quote_and_holds_its_speaker(kinds) -> None:
    displayed = "The wall has stood for a hundred years (or more), and it will stand again before the winter"
    found = kinds(page("Quay Closed at Port Ansel", LEAD, displayed, "Ines Halvorsen, harbour master", MORE, SAID))
    assert ("pull-quote", f"{displayed}\n\nInes Halvorsen, harbour master") in found


def test_a_quotation_set_apart_above_a_line_that_names_its_speaker_is_a_pull_quote(kinds) -> None:
    found = kinds(
        page("Quay Closed at Port Ansel", LEAD, "“We will mend it, stone by stone.”", "— Ines Halvorsen", MORE)
    )
    assert ("pull-quote", "“We will mend it, stone by stone.”\n\n— Ines Halvorsen") in found


def test_a_quotation_that_stands_once_in_the_prose_is_body(kinds) -> None:
    found = kinds(
        page("Quay Closed at Port Ansel", LEAD, "“We will mend it, stone by stone, whatever it costs.”", MORE)
    )
    assert {k for k, _ in found[1:]} == {"body"}


def test_the_same_paragraph_again_is_a_repeat_that_knows_its_first_place(articles) -> None:
    (document,) = articles(page("Quay Closed at Port Ansel", LEAD, MORE, LEAD))
    last = document.blocks[-1]
    assert (last.kind, last.at.text) == ("repeat", LEAD)
    assert last.first == document.blocks[1].at


def test_a_sub_heading_between_paragraphs_is_a_headline_and_a_speakers_turn_is_not(kinds) -> None:
    found = kinds(
        page("Quay Closed at Port Ansel", LEAD, MORE, "A wall with a past", SAID, "Q: Will it hold?", MORE + " So.")
    )
    assert ("headline", "A wall with a past") in found
    assert ("body", "Q: Will it hold?") in found


def test_hard_wrapped_lines_are_one_paragraph_and_keep_their_line_breaks(kinds) -> None:
    wrapped = (
        "The harbour office of Port Ansel closed its northern quay\non Friday after cracks were found in the wall "
        "that\n"
        "carries the crane. Divers will look at the foundations\nnext week, and the fish market moves to the southern\n"
        "side until then.\n"
    )
    (first, second) = kinds(wrapped + "\n" + wrapped.replace("Friday", "Monday"))
    assert (first[0], first[1]) == ("body", wrapped.strip())
    assert second[1] == wrapped.strip().replace("Friday", "Monday")


def test_paragraphs_on_a_line_each_are_blocks_each(kinds) -> None:
    assert [t for _, t in kinds(f"{LEAD}\n{MORE}\n{SAID}\n")] == [LEAD, MORE, SAID]


def test_every_label_but_body_says_why(articles) -> None:
    (document,) = articles(page("Skip to content", "Quay Closed at Port Ansel", "By Mara Lindqvist", LEAD, MORE, LEAD))
    assert all(bool(b.because) == (b.kind != "body") for b in document.blocks)


def test_a_menu_above_the_headline_is_set_aside_and_the_headline_is_the_line_like_the_prose(kinds) -> None:
    menu = ["News", "Sport", "Weather", "Harbour Life and Boats", "Letters to the Editor", "Jobs", "Obituaries", "Shop"]
    found = kinds(page(*menu, "Northern quay closed after cracks found in wall", LEAD, MORE, SAID))
    assert [t for k, t in found if k == "headline"] == ["Northern quay closed after cracks found in wall"]
    assert {k for k, t in found if t in menu} == {"boilerplate"}


def test_a_title_right_under_a_bare_read_more_is_a_teaser_and_a_sub_heading_after_a_teaser_is_not(kinds) -> None:
    found = kinds(page("Quay Closed at Port Ansel", LEAD, "READ MORE", "Ferry fares rise in May", MORE, SAID))
    assert ("teaser", "Ferry fares rise in May") in found
    found = kinds(
        page("Quay Closed at Port Ansel", LEAD, "READ MORE: Fares rise in May", "A wall with a past", MORE, SAID)
    )
    assert ("teaser", "A wall with a past") not in found


def test_the_name_and_the_role_under_a_pull_quote_are_in_its_block(kinds) -> None:
    displayed = "The wall has stood for a hundred years, and it will stand again before the winter."
    speaker = "Ines Halvorsen\nHarbour master"
    found = kinds(page("Quay Closed at Port Ansel", LEAD, f"{displayed}\n{speaker}", MORE, SAID))
    assert ("pull-quote", f"{displayed}\n{speaker}") in found


def test_a_line_under_the_headline_with_small_words_is_no_byline(kinds) -> None:
    found = kinds(page("Quay Closed at Port Ansel", "Mayor Willing to Use Reserve on Wall", LEAD, MORE))
    assert found[1] == ("headline", "Mayor Willing to Use Reserve on Wall")
