"""Reported words: where they begin and end, what is a part of what, and who speaks."""

import pytest

from pipeline.model import Quote


def contents(quotes: tuple[Quote, ...]) -> list[str]:
    return [" … ".join(p.text for p in q.parts) for q in quotes]


def test_a_stance_that_somebody_else_reports_is_no_quotation_of_its_own(read) -> None:
    assert len(read("Ann Tolliver said that she supports the harbour plan.")) == 1
    assert contents(read("Ann Tolliver supports the harbour plan.")) == ["the harbour plan"]


def test_marked_words_of_another_who_is_named_keep_their_own_entry(read) -> None:
    quotes = read("Ann Tolliver said that Paul Reyes called the plan “a farce for the whole town”.")
    assert {q.speaker.name for q in quotes if q.speaker and q.marked} >= {"Paul Reyes"}


def test_what_is_named_before_its_verb_belongs_to_the_words(read) -> None:
    (quote,) = [q for q in read("The council met in what Ann Tolliver called “a brave new start”.") if q.marked]
    assert quote.parts[0].text == "what"
    assert quote.words[0].text == "a brave new start"


def test_the_bare_name_of_a_firm_is_nobodys_words(read) -> None:
    assert contents(read("The council hired a firm called Marlow Dredging.")) == []


def test_a_word_is_not_cut_at_its_hyphen(read) -> None:
    (quote,) = read("Ann Tolliver will indicate whether the boats will be re-exported.")
    assert quote.at.text.endswith("re-exported")


def test_any_verb_that_the_words_hang_on_speaks_them(read) -> None:
    quote = read("“The harbour will always be ours,” an angry Reyes retaliated.")[0]
    assert quote.speaker
    assert quote.speaker.at.text == "an angry Reyes"


def test_words_in_a_paragraph_of_marks_alone_are_said_by_the_one_who_was_reported_before(read) -> None:
    quotes = read("Paul Reyes said the talks can begin in March.\n\n“With the gate open, we can talk.”")
    assert [(q.form, q.speaker.name) for q in quotes if q.speaker] == [
        ("indirect", "Paul Reyes"),
        ("direct", "Paul Reyes"),
    ]
    assert [w.text for w in quotes[1].words] == ["With the gate open, we can talk."]


def test_what_somebody_says_she_thinks_is_one_entry(read) -> None:
    assert contents(read("Ann Tolliver said she believes that the gate will hold.")) == [
        "she believes that the gate will hold"
    ]
    (quote,) = read("Ann Tolliver said she believes “the gate may hold until the spring.”")
    assert (quote.form, quote.speaker and quote.speaker.name) == ("mixed", "Ann Tolliver")


def test_what_another_is_said_to_have_said_keeps_its_own_entry(read) -> None:
    assert len(read("Ann Tolliver said that Paul Reyes denied that the gate was rotten.")) == 2


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("As Ann Tolliver told the Harbour Post, the gate is rotten.", ["the gate is rotten"]),
        ("The gate, as Ann Tolliver pointed out, is rotten.", ["The gate … is rotten"]),
        ("As Ann Tolliver announced her plan, the gate fell.", ["her plan"]),
        ("As the ferry left, the gate fell.", []),
    ],
)
def test_a_clause_with_as_reports_the_sentence_beside_it(read, text: str, content: list[str]) -> None:
    assert contents(read(text)) == content


def test_a_participle_before_the_cue_is_no_part_of_what_is_said(read) -> None:
    assert contents(read("Listing several of his ventures she added, Reyes has ruined the harbour.")) == [
        "Reyes has ruined the harbour"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Tolliver referred to him as “a danger to the harbour” in an interview.",
        "Tolliver argued for the second time that the gate was “a danger to the harbour”.",
    ],
)
def test_where_and_how_often_it_was_said_is_no_part_of_the_words(read, text: str) -> None:
    (quote,) = [q for q in read(text) if q.marked]
    assert quote.parts[0].text in ("him as “a danger to the harbour”", "that the gate was “a danger to the harbour”")


def test_reported_words_that_hold_one_mark_hold_the_other(read) -> None:
    (quote,) = read("Ann Tolliver said the gate was “a danger.”")
    assert quote.at.text == "the gate was “a danger.”"
    assert [w.text for w in quote.words] == ["a danger."]


def test_marks_behind_but_go_on_from_the_reported_words(read) -> None:
    text = (
        "Tolliver’s office, for example, said she would “keep the gate” but “is not buying a new one,” "
        "while Reyes said nothing."
    )
    (quote,) = [q for q in read(text) if q.marked]
    assert [w.text for w in quote.words] == ["keep the gate", "is not buying a new one,"]
    assert quote.speaker
    assert quote.speaker.name == "Tolliver’s office"


def test_a_clause_at_the_end_reports_what_stands_before_it(read) -> None:
    (quote,) = [q for q in read("“It would be a disgrace” if the gate fell, said Ann Tolliver, a pilot.") if q.marked]
    assert (quote.form, quote.at.text) == ("mixed", "“It would be a disgrace” if the gate fell")
    assert quote.speaker
    assert quote.speaker.name == "Ann Tolliver"


def test_words_behind_a_colon_go_on_from_the_reported_clause(read) -> None:
    text = "Ann Tolliver said this was a “costly mistake” and that she has learned from it: “The gate was never safe.”"
    (quote,) = [q for q in read(text) if q.marked]
    assert [w.text for w in quote.words] == ["costly mistake", "The gate was never safe."]


@pytest.mark.parametrize("text", ["She wrote a book called “Rain and Rust” last year.", "He owns a boat named “Nora”."])
def test_a_name_in_marks_is_said_by_nobody(read, text: str) -> None:
    assert not [q for q in read(text) if q.marked and q.use == "speech"]


def test_who_calls_it_so_is_the_one_named_behind_by(read) -> None:
    quote = next(q for q in read("She left a plan called “a farce” by pilots.") if q.marked and q.cue and q.speaker)
    assert quote.speaker
    assert quote.speaker.at.text == "pilots"


@pytest.mark.parametrize(
    "text",
    [
        "Paul Reyes, who calls the plan “a farce,” said he will vote for it.",
        "Asked on “Harbour Today,” Paul Reyes said he had not read the plan.",
    ],
)
def test_marks_beside_the_subject_or_the_scene_are_not_what_the_verb_says(read, text: str) -> None:
    said = [q for q in read(text) if q.cue and q.cue.text == "said"]
    assert [q.marked for q in said] == [False]


def test_nobody_speaks_of_himself_by_name(read) -> None:
    text = (
        "Paul Reyes spoke for Joe Marlow, the pilot, on Monday. “The gate was open,” Reyes said. "
        "Joe Marlow was at home. “The record of Marlow is clean,” he said."
    )
    last = read(text)[-1]
    assert last.speaker
    assert last.speaker.name != "Joe Marlow"


def test_the_lawyer_of_somebody_is_not_that_one(read) -> None:
    (quote,) = read("Joe Marlow was at home. Marlow’s attorney said that the gate was open.")
    assert quote.speaker
    assert quote.speaker.name == "Marlow’s attorney"


def test_one_of_a_group_who_is_named_behind_a_comma_is_named(read) -> None:
    (quote,) = read("However, one of her lawyers, Tom Kirchner, says the plea “does not foresee a term like that”.")
    assert quote.speaker
    assert quote.speaker.name == "Tom Kirchner"


def test_what_somebody_is_blamed_for_refusing_is_no_quotation_of_theirs(read) -> None:
    quotes = read("Ann Tolliver criticised Paul Reyes for refusing “to talk with the harbour workers.”")
    assert [q.speaker.name for q in quotes if q.speaker] == ["Ann Tolliver"]
    (own,) = read("Paul Reyes refused “to talk with the harbour workers.”")
    assert own.speaker is not None
    assert own.speaker.name == "Paul Reyes"
