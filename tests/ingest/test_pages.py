from pipeline.ingest.articles import split
from pipeline.ingest.readers import to_text
from pipeline.model import Row

FERRY = (
    "The evening ferry to Port Ansel was halted on Thursday after a fire in its engine room, the harbour office said. "
    "None of the 214 people on board was hurt.\n\n"
    "The operator said the ship would be towed to a yard, where the cause would be examined over the coming weeks. "
    "Buses will run in place of the ferry until the end of the month.\n\n"
)
SCHOOL = (
    "The council of Dunmore voted nine to four on Tuesday evening to keep the village school open for three more "
    "years. "
    "Parents had collected signatures against the plan.\n\n"
    "The head of the finance committee said the money would come from the reserve, which stands at 2.1 million crowns. "
    "A second vote is planned for the spring.\n\n"
)
FIRST = "Ferry to Port Ansel halted after engine fire\n\n"
SECOND = "Council votes to keep the Dunmore school open\n\n"


def test_a_headline_and_byline_after_the_end_of_an_article_begin_another(articles) -> None:
    first, second = articles(FIRST + FERRY + SECOND + "By Pavel Orsini\n\n" + SCHOOL)
    assert (first.doc, second.doc, first.parts) == ("a.txt#1", "a.txt#2", 2)
    assert (first.start, first.end) == (0, second.start)
    assert (first.title, second.title) == (FIRST.strip(), SECOND.strip())


def test_a_headline_that_stands_twice_above_its_own_prose_begins_another(articles) -> None:
    assert len(articles(FIRST + FERRY + SECOND + "TT\n\n" + SECOND + SCHOOL)) == 2


def test_a_dateline_after_a_headline_begins_another(articles) -> None:
    assert len(articles(FIRST + FERRY + SECOND + "DUNMORE (Reuters) - " + SCHOOL)) == 2


def test_credits_and_a_wide_gap_before_a_headline_begin_another(articles) -> None:
    assert len(articles(FIRST + FERRY + "(Reporting by Mara Lindqvist)\n\n\n\n\n" + SECOND + SCHOOL)) == 2


def test_a_headline_in_the_manifest_begins_another_by_itself() -> None:
    text = FIRST + FERRY + SECOND + SCHOOL
    rows = (Row("a.txt", 1, title=FIRST.strip()), Row("a.txt", 2, title=SECOND.strip(), publisher="The Herald"))
    first, second = split("a.txt", to_text(text.encode(), "a.txt"), rows, "en")
    assert (first.publisher, second.publisher) == (None, "The Herald")


def test_sub_headings_do_not_split_an_article(articles) -> None:
    assert len(articles(FIRST + "By Mara Lindqvist\n\n" + FERRY + "What happens to the school\n\n" + SCHOOL)) == 1


def test_a_list_of_other_stories_after_an_article_does_not_split_it(articles) -> None:
    links = "Related articles\n\n" + SECOND + "Bridge opens two years late\n\nBy Pavel Orsini\n\n"
    assert len(articles(FIRST + FERRY + links)) == 1


def test_an_article_told_under_its_headline_twice_is_one(articles) -> None:
    assert len(articles(FIRST + "TT\n\n" + FIRST + FERRY + SCHOOL)) == 1


def test_a_page_of_three_gives_three_in_order(articles) -> None:
    byline = "By Pavel Orsini\n\n"
    third = "Bridge over the Tarn opens two years late\n\n"
    found = articles(FIRST + FERRY + SECOND + byline + SCHOOL + third + byline + FERRY.replace("ferry", "bridge"))
    assert [d.part for d in found] == [1, 2, 3]
    assert "".join(d.text for d in found) == FIRST + FERRY + SECOND + byline + SCHOOL + third + byline + FERRY.replace(
        "ferry", "bridge"
    )


def test_a_row_for_a_part_that_is_not_there_is_skipped_with_a_reason(lay) -> None:
    from pipeline.ingest import find_stories, ingest
    from pipeline.settings import Settings

    (story,) = find_stories(lay({"s/a.txt": FIRST + FERRY, "s/sources.csv": "file,part\na.txt,1\na.txt,3\n"}))
    documents, skipped, _ = ingest(story, "a.txt", Settings())
    assert len(documents) == 1
    assert [(s.path, "names part 3; the page holds 1" in s.reason) for s in skipped] == [("a.txt#3", True)]


def test_a_headline_between_paragraphs_that_name_others_begins_another_without_more() -> None:
    def told(people: str) -> str:
        return "".join(
            f"The plan was laid before the council by {a}, said {b}, and after the vote in {c} it was read by {d}, "
            f"who had come from {e} with the papers of the case and the letters of the year before.\n\n"
            for a, b, c, d, e in (people.split()[i : i + 5] for i in (0, 5, 10))
        )

    ones = "Aldren Bexley Corvane Dunmore Elstow Farrow Gantry Holmby Istead Jarrow Kelby Lanark Morven Norby Ousden"
    others = "Quarrie Renfrew Saltby Tavener Ulster Varley Wexham Yardley Zennor Arden Bray Caldy Derwen Eskby Frome"
    headline = "Harbour crane falls into the northern basin\n\n"
    page = FIRST + told(ones) + headline + told(others)
    same_names = FIRST + told(ones) + headline + told(ones)
    assert [len(split("a.txt", to_text(t.encode(), "a.txt"), (), "en")) for t in (page, same_names)] == [2, 1]
