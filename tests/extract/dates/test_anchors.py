"""What relative dates are read from."""

from __future__ import annotations

from tests.extract.dates.conftest import Find

DAY = "2021-04-14"  # a Wednesday


def test_a_weekday_without_an_anchor_stays_unresolved(find: Find) -> None:
    (only,) = find("The council met on Monday.")
    assert (only.when.value, only.when.status, only.anchor) == ("XXXX-WXX-1", "unresolved", "none")
    assert only.when.earliest is None
    assert only.when.latest is None


def test_a_weekday_counts_back_where_the_verb_is_past_and_on_where_it_is_not(find: Find) -> None:
    met, will = find("They met on Friday.", DAY), find("They will meet on Friday.", DAY)
    assert met[0].when.value == "2021-04-09"
    assert will[0].when.value == "2021-04-16"


def test_two_days_later_counts_from_the_date_before_it(find: Find) -> None:
    first, second = find("He arrived on 3 March 2021. Two days later he left.", DAY)
    assert first.anchor == "none"
    assert (second.when.value, second.anchor) == ("2021-03-05", "mention")


def test_the_same_day_counts_from_a_weekday_that_is_itself_open(find: Find) -> None:
    found = find("It was dated 5 May 2020. He spoke on Thursday. She spoke on the same day.")
    assert found[-1].at.text == "the same day"
    assert found[-1].when.status == "unresolved"


def test_a_year_earlier_keeps_the_quarter_it_is_compared_with(find: Find) -> None:
    found = find("Profit rose in the third quarter from $3 million a year earlier.", "2021-10-20")
    assert [t.when.value for t in found] == ["2021-Q3", "2020-Q3"]


def test_today_between_quotation_marks_is_the_day_of_the_statement(find: Find) -> None:
    found = {t.at.text: t for t in find("“We lost today,” Ann Tolliver said on Monday.", DAY)}
    assert found["today"].when.value == "2021-04-12"
    assert found["today"].anchor == "utterance"


def test_today_in_a_quotation_of_no_day_is_bounded_by_the_article(find: Find) -> None:
    (today,) = find("“We lost today,” Ann Tolliver said.", DAY)
    assert (today.when.status, today.when.earliest, today.when.latest) == ("bounded", None, DAY)


def test_an_impossible_day_is_not_made_a_possible_one(find: Find) -> None:
    (only,) = find("The council met on 31 November 2020.", DAY)
    assert (only.when.value, only.when.status) == ("2020-11-XX", "unresolved")


def test_a_publication_known_to_a_stretch_of_days_leaves_the_weekday_bounded() -> None:
    from dataclasses import replace

    from pipeline.extract.dates import find_dates
    from pipeline.extract.sentences import find_passages
    from pipeline.model import Published
    from tests.extract.dates.conftest import article

    document = replace(
        article("They met on Monday, and last year too."),
        published=Published(None, "2021-03-04", "2021-04-03", "metadata"),
    )
    monday, year = find_dates(document, find_passages(document))
    assert (monday.when.status, monday.when.earliest, monday.when.latest) == ("bounded", "2021-03-01", "2021-03-29")
    assert (year.when.value, year.when.status) == ("2020", "resolved")


def test_the_tense_of_a_verb_is_kept_with_its_date(find: Find) -> None:
    past, future = find("He died on 3 May 2020. She will speak on 3 May 2022.", DAY)
    assert (past.told, future.told) == ("past", "future")
    (planned,) = find("They announced a vote for 3 May 2022.", DAY)
    assert planned.told == ""


def test_a_caption_of_an_undated_article_counts_from_the_day_it_gives(find: Find) -> None:
    text = "A man passes a wall in Orsk on March 9, 2018, with posters of the fair held earlier this year."
    _, year = find(text, None, "caption")
    assert (year.when.value, year.when.latest, year.anchor) == ("2018", "2018-03-09", "mention")
    _, open_ = find(text)
    assert open_.when.status == "unresolved"


def test_the_next_sentence_of_a_caption_is_not_told_from_the_day_of_an_old_picture(find: Find) -> None:
    text = "The ferry leaves Orsk on March 9, 2018. Last May, the line was closed."
    _, may = find(text, None, "caption")
    assert may.when.status == "unresolved"
