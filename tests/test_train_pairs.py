"""The pairs that we make ourselves to train on: what an edit changes, and what stays."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from train import own, sources
from train.own import details, figures, headlines, near, opposites, replace, shorten, stamps, stands, stories, tellings

SENTENCES = [
    "The council approved the plan on Monday, after a long debate in the town hall.",
    "In 1987, the ferry carried 1,240 passengers across the river.",
    "Mara Quill was elected to the board in March 2009.",
    "The bridge, which was built by a local firm, has not been repaired.",
    "The guitar was sold for 300 dollars, and the buyer was a teacher from Norway.",
    "Tomas Reed visited the harbour (the oldest in the country) with his brother.",
]


def rng(seed: int = 1) -> random.Random:
    return random.Random(seed)


@given(st.integers(0, 10_000))
def test_another_number_is_never_the_same_number(seed: int) -> None:
    made = figures.other_number("The ferry carried 1,240 passengers.", rng(seed))
    assert made is not None
    assert "1,240" not in made
    assert made.startswith("The ferry carried ")


def test_a_year_and_a_day_of_the_month_are_no_quantities() -> None:
    assert figures.other_number("The school was founded in 1874.", rng()) is None
    assert figures.other_number("It closed on 26 May.", rng()) is None


@given(st.integers(0, 10_000))
def test_another_date_changes_the_date_alone(seed: int) -> None:
    made = figures.other_date("The talks began on Tuesday.", rng(seed))
    assert made is not None
    assert made.split()[:4] == ["The", "talks", "began", "on"]
    assert "Tuesday" not in made


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("The bridge was closed.", {"was not", "wasn't", "was never"}),
        ("The bridge was not closed.", {"was closed"}),
        (
            "The mayor signed the order.",
            {"did not sign", "didn't sign", "never signed", "failed to sign", "refused to sign"},
        ),
    ],
)
def test_a_negation_is_put_in_or_taken_out(text: str, ways: set[str]) -> None:
    for seed in range(20):
        made = opposites.negate(text, rng(seed))
        assert made is not None
        assert any(way in made for way in ways)


@pytest.mark.parametrize(
    ("past", "base"),
    [("signed", "sign"), ("moved", "move"), ("carried", "carry"), ("stopped", "stop"), ("died", "die")],
)
def test_the_base_form_of_a_past_tense(past: str, base: str) -> None:
    assert opposites.base_of(past) == base


def test_a_thing_gives_way_to_another_of_its_kind_and_the_article_follows() -> None:
    made = {replace.sister("He bought an orange at the fair.", rng(s), None) for s in range(40)}
    assert all(m is None or " an orange" not in m for m in made)
    assert not any(m and " an blue" in m for m in made)


def test_what_is_left_out_is_left_out_whole() -> None:
    made = {shorten.shorten(SENTENCES[5], rng(s)) for s in range(20)}
    assert "Tomas Reed visited the harbour with his brother." in made


def test_agent_and_patient_change_places() -> None:
    made = {shorten.swap("Reed accused Marlow.", rng(s)) for s in range(10)}
    assert made == {"Marlow accused Reed.", "Reed was accused by Marlow."}


def test_a_time_is_put_into_a_sentence_that_has_none() -> None:
    assert not stamps.stampable("The talks began on Tuesday.")
    assert stamps.stampable("The council approved the plan.")
    assert "on Friday" in {
        stamps.stamp("The council approved the plan.", "on Friday", rng(s))[-10:-1] for s in range(20)
    }


def test_neighbours_share_rare_words_and_differ_in_most() -> None:
    said = [
        "Mara Quill praised the Ostrel harbour works.",
        "The Ostrel harbour works cost Quill her seat in the council.",
    ]
    found = near.neighbours([*said, "Rain fell on the hills for the whole of the week."], rng(), 9)
    assert {frozenset(pair) for pair in found} <= {frozenset(said)}


def test_two_tellings_each_leave_something_out() -> None:
    text = "In 1987, the old ferry carried many passengers across the wide river, after a long winter on the coast."
    told = details.two_ways(text, rng())
    assert told is not None
    assert all(one != text and len(one) < len(text) for one in told)


def test_the_same_seed_makes_the_same_pairs() -> None:
    given_pairs = [sources.Pair(s, s, 0, "mnli") for s in SENTENCES]
    assert own.make(given_pairs, 7) == own.make(given_pairs, 7)
    assert {p.source for p in own.make(given_pairs, 7)} >= {"own_number", "own_date", "own_negation"}


def test_a_premise_and_all_its_pairs_are_held_out_together() -> None:
    pairs = [sources.Pair(SENTENCES[n % 6], f"Statement {n}.", 0, "mnli") for n in range(60)]
    for text in SENTENCES:
        assert len({sources.held_out(p, 0.5) for p in pairs if p.premise == text}) == 1


def test_spacing_of_tokenised_sources_is_made_prose() -> None:
    assert sources.tidy("He did n't say ( so ) , did he ?") == "He didn't say (so), did he?"


@pytest.mark.parametrize("forms", [headlines.RUMOURED, headlines.REFUTED, headlines.CONFIRMED])
def test_a_headline_that_says_how_far_a_statement_holds_keeps_its_words(forms: tuple[str, ...]) -> None:
    for form in forms:
        made = headlines.wrapped("The ferry sank near Aldhaven.", (form,), rng())
        assert "erry sank near Aldhaven" in made
        assert "Aldhaven.," not in made
        assert form.format("").strip(" ,?:.-")[-8:] in made


def test_what_follows_from_a_refuted_statement_is_not_refuted() -> None:
    pair = sources.Pair("Four men in red coats ran.", "Men ran.", own.ENTAILMENT, "mnli")
    kinds = own.edits(["Mara Quill"], None)
    made = [p for seed in range(200) for p in own._held([pair], kinds, rng(seed))]
    refuted = [p for p in made if p.source == "own_held_refuted"]
    assert refuted
    assert all("coats" not in p.premise for p in refuted)
    assert {p.label for p in refuted} == {own.CONTRADICTION}
    assert {p.label for p in made if p.source == "own_held_rumoured"} == {own.NEUTRAL}


def test_a_reported_headline_hedges_its_verb() -> None:
    made = {headlines.reported("Ferry was sunk near Aldhaven", rng(seed)) for seed in range(20)}
    assert "Ferry was reportedly sunk near Aldhaven" in made
    assert headlines.reported("Nothing but rain", rng()) is None


BANK = tellings.Bank(("After the storm",), (", leaving three roads closed",), ("The mayor thanked the firemen.",))
PREMISE, HYPOTHESIS = "The council approved the plan in March.", "The plan was approved in March."


def tellings_of(label: int, edited: str | None) -> set[tuple[str, str, str]]:
    made = [tellings.told(PREMISE, HYPOTHESIS, label, lambda _: edited, BANK, rng(seed)) for seed in range(300)]
    return {m for m in made if m}


def test_two_tellings_clash_only_by_an_edit_or_by_the_licensed_pair() -> None:
    assert {what for *_, what in tellings_of(own.ENTAILMENT, None)} == {"open", "carried"}
    assert {what for *_, what in tellings_of(own.ENTAILMENT, "The plan was approved in May.")} == {
        "clash",
        "open",
        "carried",
    }
    assert {what for *_, what in tellings_of(own.NEUTRAL, "The plan was approved in May.")} == {"other"}
    assert {what for *_, what in tellings_of(own.CONTRADICTION, None)} == {"against"}


def test_a_telling_keeps_its_statement_beside_what_it_adds() -> None:
    carried = [(left, right) for left, right, what in tellings_of(own.ENTAILMENT, None) if what == "carried"]
    assert all("approved the plan in March" in left and len(left) > len(PREMISE) for left, _ in carried)
    opened = [(left, right) for left, right, what in tellings_of(own.ENTAILMENT, None) if what == "open"]
    assert all(len(left) > len(HYPOTHESIS) and len(right) > len(HYPOTHESIS) for left, right in opened)


def test_parts_for_dressing_name_no_day_and_no_speaker() -> None:
    parts = tellings.bank(
        [*SENTENCES, "After the long winter, the ferry carried passengers.", "I saw the old ferry go."]
    )
    assert parts.leads == ("After the long winter",)
    assert not any("I saw" in text for text in parts.brief)


def test_a_licensed_pair_asked_the_other_way_round_clashes_or_is_open() -> None:
    long = "The council approved the plan for the new harbour in March after a debate."
    pairs = [sources.Pair(long, "The plan was approved in March.", label, "mnli") for label in range(3)]
    assert [(p.premise, p.label) for p in own._turned(pairs)] == [
        ("The plan was approved in March.", own.NEUTRAL),
        ("The plan was approved in March.", own.NEUTRAL),
        ("The plan was approved in March.", own.CONTRADICTION),
    ]


FULL = "The council approved the plan for a new harbour in March, by 12 votes."
SHORT = "The council approved the plan in March."


def headlines_above(label: int, edited: str | None) -> set[tuple[str, str, str]]:
    def edit(text: str, rng: random.Random) -> str | None:
        return edited

    made: set[tuple[str, str, str]] = set()
    for seed in range(300):
        made |= set(stands.of_paraphrases([(FULL, SHORT, label)], edit, rng(seed)))
    return made


def test_a_headline_stands_for_a_fuller_statement_unless_it_doubts_or_denies_it() -> None:
    found = headlines_above(own.ENTAILMENT, None)
    assert {what for *_, what in found} == {"carried", "rumoured", "against"}
    assert ("Council approved plan in March", FULL.rstrip("."), "carried") in found
    assert all("plan" in head.lower() and "harbour" in said for head, said, _ in found)


def test_a_headline_clashes_where_the_fuller_statement_tells_what_was_changed() -> None:
    changed = headlines_above(own.ENTAILMENT, "The council approved the plan in June.")
    assert ("Council approved plan in June", "clash") in {(head, what) for head, _, what in changed}
    assert all("June" in head or "JUNE" in head for head, _, what in changed if what == "clash")
    backed = [(FULL, "The council backed the plan in March.", own.ENTAILMENT)] * 50
    told = stands.of_paraphrases(backed, lambda text, rng: "The council left the plan in March.", rng())
    assert {what for *_, what in told} == {"carried", "rumoured", "against"}


def test_a_headline_of_another_statement_stands_for_nothing() -> None:
    assert {what for *_, what in headlines_above(own.NEUTRAL, None)} == {"other"}
    assert {what for *_, what in headlines_above(own.CONTRADICTION, None)} == {"against"}
    assert not stands.at_heart("The mayor resigned.", FULL)
    near_by = [
        "The council of Aldhaven read a letter that the harbour master wrote.",
        "The harbour master of Aldhaven owns two ferries, several barges, one crane.",
    ]
    assert {what for *_, what in stands.of_sentences(near_by, rng())} == {"other"}


def test_a_topic_is_the_start_of_a_headline_and_ends_in_a_full_word() -> None:
    def topics(text: str) -> set[str]:
        return {made.lower() for seed in range(20) if (made := stories.topic(text, rng(seed)))}

    assert topics("The council approved the plan for a harbour in March.") == {"council approved plan for harbour"}
    assert topics("The mayor of the town has had it with them.") == {"mayor of town"}
    assert topics("It was.") == set()


def test_a_headline_that_calls_a_story_untrue_contradicts_it_and_one_that_asks_leaves_it_open() -> None:
    found: set[tuple[str, str, str]] = set()
    for seed in range(400):
        found |= set(stories.of_paraphrases([(FULL, SHORT, own.ENTAILMENT)], BANK, rng(seed)))
    assert {what for *_, what in found} == {"carried", "untrue", "asked"}
    marks = {what: {head for head, _, w in found if w == what} for what in ("carried", "untrue", "asked")}
    assert any("hoax" in head.lower() for head in marks["untrue"])
    assert not any("hoax" in head.lower() or "?" in head for head in marks["carried"])
    assert any("storm" in head.lower() and "storm" not in said.lower() for head, said, _ in found)


def test_an_open_pair_stays_open_as_headline_and_statement() -> None:
    found: set[tuple[str, str, str]] = set()
    for seed in range(50):
        found |= set(stories.of_paraphrases([(FULL, SHORT, own.NEUTRAL)], BANK, rng(seed)))
    assert {what for *_, what in found} == {"other"}
    assert not list(stories.of_paraphrases([(FULL, SHORT, own.CONTRADICTION)], BANK, rng()))


def test_a_surname_alone_is_the_person_and_an_opening_word_is_no_first_name() -> None:
    assert list(stories.known_by_surname([SENTENCES[2], "While Norway voted, Spain waited."])) == [
        ("Quill was elected to the board in March 2009.", SENTENCES[2])
    ]


def test_a_statement_with_a_source_keeps_its_words() -> None:
    made = list(stories.sourced([(PREMISE, HYPOTHESIS)], rng()))
    assert len(made) == 1
    assert "plan was approved in March" in made[0][1]
    assert made[0][1] != HYPOTHESIS
