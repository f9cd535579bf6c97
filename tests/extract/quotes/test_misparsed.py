"""Reported clauses that the parser hangs elsewhere, and stances told in another build than the plain one."""

from pipeline.model import Quote


def contents(quotes: tuple[Quote, ...]) -> list[str]:
    return [" … ".join(p.text for p in q.parts) for q in quotes]


def test_what_somebody_is_called_on_to_do_is_reported(read) -> None:
    assert contents(read("Ann Tolliver called for voters to stay at home.")) == ["voters to stay at home"]
    assert contents(read("Ann Tolliver called on Paul Reyes to give the money back.")) == [
        "Paul Reyes to give the money back"
    ]


def test_a_call_on_the_telephone_reports_nothing(read) -> None:
    assert contents(read("Ann Tolliver called Paul Reyes to the harbour.")) == []


def test_a_doing_that_somebody_judges_is_reported(read) -> None:
    assert contents(read("Ann Tolliver opposes closing the bridge at night.")) == ["closing the bridge at night"]
    assert contents(read("Ann Tolliver stopped closing the bridge at night.")) == []


def test_who_judges_may_follow_a_passive(read) -> None:
    (quote,) = read("The plan was praised by Ann Tolliver as a bold step.")
    assert [p.text for p in quote.parts] == ["The plan", "as a bold step"]
    assert quote.speaker
    assert quote.speaker.name == "Ann Tolliver"
    assert contents(read("The plan was written by Ann Tolliver as a draft.")) == []


def test_a_passive_that_names_nobody_reports_nothing(read) -> None:
    assert contents(read("The plan was praised in the streets.")) == []


def test_a_question_hung_on_who_asks_it_is_what_was_asked(read) -> None:
    (quote,) = read("Paul Reyes was asked by a caller why young men are coming to the harbour.")
    assert quote.at.text == "why young men are coming to the harbour"
    assert quote.speaker
    assert quote.speaker.at.text == "a caller"


def test_a_clause_taken_for_an_object_is_reported_whole(read) -> None:
    quote = read("She suggested the reality TV star is no Alva Lindqvist.")[0]
    assert quote.at.text == "the reality TV star is no Alva Lindqvist"
    assert contents(read("She said raising it could put thousands of people out of work.")) == [
        "raising it could put thousands of people out of work"
    ]


def test_a_that_clause_torn_apart_by_when_is_reported_whole(read) -> None:
    quotes = read(
        "Ann Tolliver left, noting that at one point earlier in the campaign she had trailed Reyes by 50 points."
    )
    assert contents(quotes) == ["that at one point earlier in the campaign she had trailed Reyes by 50 points"]


def test_the_last_clause_reports_a_sentence_though_the_parser_joined_the_two(read) -> None:
    text = "The firm lobbied for the group at both the city and port levels, said lobbyist and adviser Paul Reyes."
    (quote,) = read(text)
    assert quote.at.text == "The firm lobbied for the group at both the city and port levels"
    assert quote.speaker
    assert quote.speaker.at.text.endswith("Paul Reyes")
    assert contents(read("The firm paid for the group, and its work continued.")) == []


def test_wanting_and_choosing_report_only_beside_marks(read) -> None:
    assert contents(read("Ann Tolliver wants to see the harbour.")) == []
    assert contents(read("Ann Tolliver wants to see the “brave new harbour” of the North.")) == [
        "to see the “brave new harbour” of the North"
    ]


def test_marked_words_in_an_aside_of_a_statement_stay(read) -> None:
    text = "Ann Tolliver said she has supported a bill against the boards, which she called “a cartel for learning.”"
    assert [w.text for q in read(text) for w in q.words] == ["a cartel for learning."]


def test_a_judgement_goes_on_to_the_end_of_the_marks_in_it(read) -> None:
    (quote,) = read("Ann Tolliver blamed the new toll on “greedy men in the council.”")
    assert quote.form == "mixed"
    assert quote.at.text == "the new toll on “greedy men in the council.”"


def test_a_thing_that_marks_another_judges_nothing(read) -> None:
    assert contents(read("Her time in office was criticised by a number of losses.")) == []
    assert contents(read("Her time in office was criticised by the council.")) == ["Her time in office"]


def test_a_doing_that_one_only_considers_is_not_reported(read) -> None:
    assert contents(read("Ann Tolliver considered leaving the council in March.")) == []
    assert contents(read("Ann Tolliver recommended leaving the council in March.")) == ["leaving the council in March"]


def test_one_statement_with_two_pieces_between_marks_is_one_entry(read) -> None:
    (quote,) = read("Ann Tolliver said the picture “is too harsh,” and that “it was not funny.”")
    assert [w.text for w in quote.words] == ["is too harsh,", "it was not funny."]
