from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.model import Claim

Claims = Callable[..., tuple[Claim, ...]]


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        (
            "The council closed the harbour and opened a new road to the mill.",
            ["The council closed the harbour", "The council opened a new road to the mill"],
        ),
        (
            "The ferries were inspected, but grounded again in May.",
            ["The ferries were inspected", "The ferries were grounded again in May"],
        ),
        (
            "Ann Tolliver, a lawyer from Marlow, won the vote on Sunday.",
            ["Ann Tolliver, a lawyer from Marlow", "Ann Tolliver won the vote on Sunday"],
        ),
        (
            "Citing the storm, the council closed the harbour.",
            ["The council, citing the storm", "The council closed the harbour"],
        ),
        (
            "The council closed the harbour after a crane had fallen into the water.",
            ["The council closed the harbour", "A crane had fallen into the water"],
        ),
        (
            "If the crane falls, the council will close the harbour.",
            ["If the crane falls, the council will close the harbour"],
        ),
        ("MARLOW (NP) — The council closed the harbour.", ["The council closed the harbour"]),
        (
            "It is the first time the council has closed the harbour.",
            ["It is the first time the council has closed the harbour"],
        ),
        ("Ann Tolliver, left, and Ben Ashdown.", []),
        (
            "Ann Tolliver said the vote did not turn out as she had wanted.",
            ["The vote did not turn out as she had wanted"],
        ),
        (
            "The bill stalled in the upper chamber, where a few members oppose any new road.",
            [
                "The bill stalled in the upper chamber",
                "In the upper chamber a few members oppose any new road",
            ],
        ),
        (
            "Ann Tolliver would do harm to the town, threaten the mill and lead to ruin.",
            [
                "Ann Tolliver would do harm to the town",
                "Ann Tolliver would threaten the mill",
                "Ann Tolliver would lead to ruin",
            ],
        ),
        (
            "After news of the fire broke, Ann Tolliver closed the mill.",
            ["After news of the fire broke, Ann Tolliver closed the mill"],
        ),
        (
            "After the storm broke the gate, Ann Tolliver closed the mill.",
            ["The storm broke the gate", "Ann Tolliver closed the mill"],
        ),
        (
            "Ann Tolliver wrote that the guards should leave the dam and described their coats as ugly.",
            ["The guards should leave the dam", "Ann Tolliver described [the guards]' coats as ugly"],
        ),
        (
            "Mr. Ryle mounted a bid against Ms. Tolliver, long considered a legislative and money-raising powerhouse.",
            ["Mr. Ryle mounted a bid against Ms. Tolliver, long considered a legislative and money-raising powerhouse"],
        ),
        ('"Oh, let him close the dam," said Ann Tolliver.', []),
        ("added Ann Tolliver, who works for the mill.", ["Ann Tolliver works for the mill"]),
        (
            "In a column, Will urged the voters to abandon all outsiders.",
            ["In a column, Will urged the voters to abandon all outsiders"],
        ),
        (
            "Quill became the best known runner in the town after Vance sent out letters for him in May.",
            ["Quill became the best known runner in the town after Vance sent out letters for him in May"],
        ),
        (
            "The mayor said in a statement that the guard was sacked on Friday.",
            ["The guard was sacked on Friday"],
        ),
        (
            "The mayor said in a letter to the board that the dam was safe.",
            ["The dam was safe"],
        ),
        (
            "In 2010, after a wave of new voters swept the Greens out of power, the mayor lost just 43 votes.",
            ["A wave of new voters swept the Greens out of power", "In 2010, the mayor lost just 43 votes"],
        ),
        (
            "But casting Mr. Vance as the likely winner did have one great advantage: the board was pleased with him.",
            [
                "Casting Mr. Vance as the likely winner did have one great advantage",
                "The board was pleased with him",
            ],
        ),
        (
            "Can anybody say with a straight face that the dam is safe?",
            ["Can anybody say with a straight face that the dam is safe"],
        ),
        (
            "The mayor hasn't endorsed the plan or conceded his bid for the board.",
            ["The mayor hasn't endorsed the plan", "The mayor hasn't conceded his bid for the board"],
        ),
        (
            "The inn was inspected in March and found to be safe.",
            ["The inn was inspected in March", "The inn was found to be safe"],
        ),
        (
            "The guard was hurt in March and died in May.",
            ["The guard was hurt in March", "The guard died in May"],
        ),
        (
            "The bank raised its rate to 4 percent on Wednesday, the ninth increase in a row.",
            ["The bank raised its rate to 4 percent on Wednesday, the ninth increase in a row"],
        ),
        (
            "The party is committed to cutting the tax, closing the mill, and building a road.",
            ["The party is committed to cutting the tax, closing the mill, and building a road"],
        ),
        (
            "The board proposed that guards patrol the harbour and that the gates be locked.",
            ["The board proposed that guards patrol the harbour and that the gates be locked"],
        ),
        (
            "The board said that guards patrol the harbour and that the gates are locked.",
            ["Guards patrol the harbour", "The gates are locked"],
        ),
        (
            "Let me be clear: the dam is as safe as it was in May, Ann Tolliver said.",
            ["The dam is as safe as it was in May"],
        ),
        (
            "It turns out, the mayor would pay for part of the plan by cutting the grant.",
            ["The mayor would pay for part of the plan by cutting the grant"],
        ),
        (
            "Average spending grew faster than the town, measured by the output of its mills, plus one percent.",
            ["Average spending grew faster than the town, measured by the output of its mills, plus one percent"],
        ),
        (
            "Nearly a month passed before the guards began to read the letters in the drawer.",
            [
                "Nearly a month passed before the guards began to read the letters in the drawer",
                "The guards began to read the letters in the drawer",
            ],
        ),
        (
            "If the mayor signs the order, one aide said, the harbour may close.",
            ["If the mayor signs the order the harbour may close"],
        ),
    ],
)
def test_a_sentence_makes_these_statements(claims: Claims, text: str, reads: list[str]) -> None:
    assert sorted(c.reads for c in claims(text)) == sorted(reads)


def test_a_question_in_other_words_is_not_taken_off_its_verb(claims: Claims) -> None:
    (claim,) = claims("The mayor asked whether the bridge was safe.")
    assert claim.reads == "The mayor asked whether the bridge was safe"


def test_what_stands_beside_a_reporting_clause_is_not_its_content(claims: Claims) -> None:
    found = {c.reads: c for c in claims("Two officers watched the gate; one warned the crowd to leave.")}
    assert found["Two officers watched the gate"].speaker is None


def test_what_is_read_out_while_something_happens_says_nothing_of_it(claims: Claims) -> None:
    found = {c.reads: c.speaker for c in claims("Ann Tolliver showed no feeling as the verdict was read.")}
    assert found["Ann Tolliver showed no feeling"] is None
    (claim,) = claims("The dam was safe, as Ann Tolliver reported.")
    assert claim.speaker is not None
    assert claim.speaker.name == "Ann Tolliver"


def test_two_cues_leave_one_statement_each(claims: Claims) -> None:
    found = {
        c.reads: c.certainty
        for c in claims("Ann Tolliver said the bridge was safe, adding that the harbour would reopen.")
    }
    assert found == {"The bridge was safe": "reported", "The harbour would reopen": "planned"}


def test_a_quotation_mark_is_never_left_alone(claims: Claims) -> None:
    for claim in claims('Ann Tolliver called the plan "a gift to the harbour" and the vote "a great day."'):
        assert claim.reads.count('"') % 2 == 0


def test_a_headline_in_capitals_is_read_like_any_other(claims: Claims) -> None:
    (claim,) = claims("COUNCIL CLOSES THE HARBOUR IN MARLOW", kind="headline")
    assert claim.checkable


def test_a_headline_without_a_verb_is_a_statement_as_it_stands(claims: Claims) -> None:
    (claim,) = claims("Long Talks Over Harbour In Marlow", kind="headline")
    assert claim.reads == "Long Talks Over Harbour In Marlow"
    assert claims("Long Talks Over Harbour In Marlow", kind="teaser") == ()


@pytest.mark.parametrize(
    "text",
    [
        "Roe 3 Doe 2, " * 400,
        "THE COUNCIL CLOSED THE HARBOUR AND " * 100,
        "mill\nroad\nharbour\n" * 200,
        "who said that " * 300,
        "( " * 600,
    ],
)
def test_no_text_takes_long_or_breaks(claims: Claims, text: str) -> None:
    for claim in claims(text):
        assert claim.sentence.holds(claim.at)
        assert len(claim.at.text) <= 600


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        (
            "Norland suspended exports of drone parts in 2020. The suspension was lifted on Monday.",
            "The suspension [suspended exports of drone parts] was lifted on Monday",
        ),
        (
            "A top official with the harbour company said it is open to talks.",
            "[the harbour company] is open to talks",
        ),
    ],
)
def test_what_points_back_is_named_in_brackets(claims: Claims, text: str, reads: str) -> None:
    assert reads in [c.reads for c in claims(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Norland suspended exports of drone parts and Vestria suspended talks. The suspension was lifted on Monday.",
        "The suspension was lifted on Monday.",
        "Norland suspended exports. The suspension of talks was lifted on Monday.",
    ],
)
def test_an_event_noun_without_one_telling_stays_as_it_is(claims: Claims, text: str) -> None:
    assert not [c.reads for c in claims(text) if "suspension" in c.reads and "[" in c.reads]


def test_what_came_of_it_all_stays_with_what_was_told(claims: Claims) -> None:
    found = [c.reads for c in claims("The council closed the harbour on Monday, thus providing work for the mill.")]
    assert found == ["The council closed the harbour on Monday, thus providing work for the mill"]


@pytest.mark.parametrize(
    ("text", "because"),
    [
        ("Harwick 10 2 0 .833 301 200 Marlow 8 4 0 .667 280 210", "it is a row of figures, not a sentence"),
        (
            "Der Stadtrat von Marlow hat am Montag den Hafen geschlossen, nachdem ein Kran ins Wasser gefallen war.",
            "it is not in English",
        ),
        ("THE COUNCIL CLOSED THE HARBOUR ON MONDAY.", "it is in capitals throughout"),
        ("Harbour " + "road, mill, " * 80 + "and crane.", "it is too long to be one sentence"),
        ("Is this the end of the harbour?", "it is a question"),
        ("Who knows.", "it is a question"),
        ("What a wonderful day it was!", "it is an opinion"),
        ("Prices will rise.", "it is a forecast"),
    ],
)
def test_what_cannot_be_checked_says_why(claims: Claims, text: str, because: str) -> None:
    assert {c.unchecked_because for c in claims(text)} == {because}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The harbour is the largest in Norland.", "superlative"),
        ("It was the first time that a crane had fallen.", "superlative"),
        ("Marlow is bigger than Velden.", "comparative"),
        ("The crane fell because its chain broke.", "causal"),
        ("The storm led to the closure of the harbour.", "causal"),
    ],
)
def test_what_editors_check_first_is_a_kind_of_its_own(claims: Claims, text: str, kind: str) -> None:
    assert any(kind in c.kinds for c in claims(text))


def test_a_prefix_that_stands_apart_closes_no_ring(claims: Claims) -> None:
    for text in (
        "Because members hoping to re-elect her spoke, the board met.",
        "A mid- to long-term re-export deal fell.",
    ):
        assert all(c.sentence.holds(c.at) for c in claims(text))


@pytest.mark.parametrize(
    "text",
    [
        "The longer the council waits, the more difficult the repair will be.",
        "The council hired two guards so the board can meet in May.",
        "About twice as many voters said that the dam was safe.",
        "Some 71 percent of voters said that the dam was safe.",
    ],
)
def test_what_says_nothing_without_the_rest_is_not_split(claims: Claims, text: str) -> None:
    assert [c.reads for c in claims(text)] == [text.rstrip(".")]


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        (
            "The mayor left as the dam broke and the mill burned.",
            ["The mayor left as the dam broke and the mill burned", "The dam broke and the mill burned"],
        ),
        (
            "The mayor said the use of the funds continued despite many warnings from the board.",
            ["The use of the funds continued despite many warnings from the board"],
        ),
        (
            "Tolliver summed up the plan as poor, denounced the board as lazy and left the hall in May.",
            ["Tolliver denounced the board as lazy"],
        ),
        (
            "While the port has not issued figures on how cuts might be carried out, the group’s recent talks with its "
            "members signal support for using new revenue to fill two-thirds of the gap, Ann Tolliver said.",
            [
                "While the port has not issued figures on how cuts might be carried out, the group’s recent talks with "
                "its members signal support for using new revenue to fill two-thirds of the gap"
            ],
        ),
    ],
)
def test_what_goes_on_is_told(claims: Claims, text: str, reads: list[str]) -> None:
    assert set(reads) & {c.reads for c in claims(text)}


def test_whose_claim_it_is_says_it(claims: Claims) -> None:
    (claim,) = [c for c in claims("The board rejected Ann Tolliver's claim that the dam had failed.") if c.speaker]
    assert claim.speaker is not None
    assert (claim.speaker.name, claim.certainty) == ("Ann Tolliver", "alleged")


def test_an_aside_in_reported_speech_is_the_outlets(claims: Claims) -> None:
    text = "Ann Tolliver said the dam, which was built in 1950, had failed."
    said = {c.reads: c.speaker.name if c.speaker else "" for c in claims(text)}
    assert said == {"The dam had failed": "Ann Tolliver", "The dam was built in 1950": ""}


def test_nothing_but_is_no_denial(claims: Claims) -> None:
    but, none = claims("The mayor had nothing but praise for the guards. The mayor had nothing to say of the guards.")
    assert (but.polarity, none.polarity) == ("positive", "negative")
