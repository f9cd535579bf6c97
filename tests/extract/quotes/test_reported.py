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


def test_a_statement_goes_on_in_a_paragraph_of_marks_alone(read) -> None:
    quotes = read("Paul Reyes said the talks can begin in March.\n\n“With the gate open, we can talk.”")
    assert [(q.form, len(q.parts)) for q in quotes] == [("mixed", 2)]
    assert [w.text for w in quotes[0].words] == ["With the gate open, we can talk."]


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
