from __future__ import annotations

from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.extract.claims import LONGEST_SENTENCE
from pipeline.extract.claims.reads import LONGEST
from pipeline.model import Claim, Work

Claims = Callable[..., tuple[Claim, ...]]


_PIECES = (
    "The ",
    "council ",
    "closed ",
    "it ",
    ", ",
    "who ",
    "said ",
    "that ",
    "denied ",
    "not ",
    "and ",
    "12 ",
    ". ",
    '"',
)


def test_reported_speech_is_taken_off_its_cue(claims: Claims) -> None:
    (claim,) = claims("Jane Roe said on Monday that the council had closed the old harbour.")
    assert claim.reads == "The council had closed the old harbour"
    assert claim.certainty == "reported"
    assert claim.speaker is not None
    assert claim.speaker.at.text == "Jane Roe"


def test_a_relative_clause_is_a_statement_of_its_own(claims: Claims) -> None:
    found = {c.reads for c in claims("Jane Roe, who chairs the harbour board, resigned from the council on Friday.")}
    assert found == {"Jane Roe chairs the harbour board", "Jane Roe resigned from the council on Friday"}


def test_a_verb_of_saying_that_is_an_act_needs_no_content(claims: Claims) -> None:
    found = claims("The mayor did not testify. The governor conceded on Tuesday. The council did not comment.")
    assert [(c.reads, c.polarity) for c in found] == [
        ("The mayor did not testify", "negative"),
        ("The governor conceded on Tuesday", "positive"),
    ]
    assert [c.reads for c in claims('"The bridge is safe," the mayor testified.')] == ["The bridge is safe"]


def test_a_failure_to_act_is_negative(claims: Claims) -> None:
    (claim,) = claims("The council failed to repair the bridge.")
    assert claim.polarity == "negative"
    assert claim.frame is not None
    assert claim.frame.predicate == "repair"


def test_passive_and_active_share_their_roles(claims: Claims) -> None:
    (active,) = claims("Norland suspended the licences.")
    (passive,) = claims("The licences were suspended by Norland.")
    assert active.frame is not None
    assert passive.frame is not None
    slots = [{(a.role, a.head) for a in c.frame.arguments if c.frame} for c in (active, passive) if c.frame]
    assert slots[0] == slots[1] == {("agent", "norland"), ("patient", "licence")}


def test_an_allegation_is_not_a_report(claims: Claims) -> None:
    (claim,) = claims("Jane Roe claimed that the council had hidden the letters.")
    assert claim.certainty == "alleged"


def test_a_run_of_words_is_not_read(claims: Claims) -> None:
    (claim,) = claims("score " * (LONGEST_SENTENCE + 50))
    assert not claim.checkable
    assert claim.unchecked_because
    assert len(claim.at.text) <= LONGEST


def _letters(text: str) -> set[str]:
    return set("".join(c.lower() if c.isalnum() else " " for c in text).split())


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(_PIECES)).map("".join))
def test_every_claim_stands_in_its_sentence_and_says_nothing_else(claims: Claims, text: str) -> None:
    for claim in claims(text or "x"):
        assert claim.at.text == text[claim.at.start : claim.at.end]
        assert claim.sentence.holds(claim.at)
        assert 0 < len(claim.at.text) <= LONGEST
        assert _letters(claim.reads) <= _letters(text)


def test_ids_are_unique_and_outlive_a_new_sentence_before(claims: Claims) -> None:
    text = "The council closed the harbour. The council closed the harbour. Ships left."
    before, after = [c.id for c in claims(text)], [c.id for c in claims("It rained a lot. " + text)]
    assert len(set(before)) == len(before) == 3
    assert after[-3:] == before


def test_a_full_sentence_whose_only_verb_is_read_as_a_participle_is_a_statement(claims: Claims) -> None:
    found = claims("A crowd of 230 gathered in Velden to hear Ann Tolliver that night.")
    assert [c.frame.predicate for c in found if c.frame] == ["gather"]


def test_whoever_is_named_beside_a_noun_acts(story: Callable[..., Work]) -> None:
    work = story(["The mayor, Jane Roe, closed the bridge. Two ministers, Ann Lund and Bo Berg, opened a tunnel."])
    claims = [c for e in work.extractions or () for c in e.claims if c.frame and c.frame.predicate in ("close", "open")]
    agents = {c.frame.predicate: [a.entity for a in c.frame.arguments if a.role == "agent"] for c in claims if c.frame}
    assert agents == {"close": ["person:jane-roe"], "open": [None]}


def test_whoever_speaks_of_he_does_not_speak_of_himself(story: Callable[..., Work]) -> None:
    work = story(
        ['Tomas Berg won the race on Sunday. "He is the fastest runner of all," Berg said of his rival, Abel Kip.']
    )
    claims = [c.reads for e in work.extractions or () for c in e.claims]
    assert not [reads for reads in claims if reads.startswith("[Tomas Berg] is")]


def test_a_speaker_printed_with_a_pronoun_is_named(story: Callable[..., Work]) -> None:
    work = story(["Jan Hale was charged on Monday. His lawyer said then that the council had lost the letters."])
    claims = {c.reads: c.speaker for e in work.extractions or () for c in e.claims}
    speaker = claims["The council had lost the letters"]
    assert speaker is not None
    assert speaker.name == "Jan Hale's lawyer"


def test_a_pronoun_before_the_name_is_the_subject_behind_it(story: Callable[..., Work]) -> None:
    work = story(["Bo Berg met the board in May. Though he lost the vote, Jan Hale thanked the council."])
    assert "[Jan Hale] lost the vote" in [c.reads for e in work.extractions or () for c in e.claims]


def test_an_unnamed_person_in_the_sentence_is_nearer_than_a_name_before_it(story: Callable[..., Work]) -> None:
    work = story(["Ann Lund met the board in May. An aide resigned on Monday after her letter to the board was found."])
    assert not [c.reads for e in work.extractions or () for c in e.claims if "[Ann Lund]" in c.reads]
    work = story(["Ann Lund met the board in May. The board resigned on Monday after her letter to it was found."])
    assert [c.reads for e in work.extractions or () for c in e.claims if "[Ann Lund]" in c.reads]


def test_his_or_her_is_nobody_who_is_named(story: Callable[..., Work]) -> None:
    work = story(["Bo Berg met the board in May. A cap is set by a worker's pay over his or her life, Berg said."])
    assert not [c.reads for e in work.extractions or () for c in e.claims if "[Bo Berg]" in c.reads]


def test_whose_daughter_is_not_she_where_the_daughter_is_the_subject(story: Callable[..., Work]) -> None:
    work = story(["Ann Lund won the vote. Her daughter has a degree from Marlow - she works in a mill."])
    assert "[Ann Lund] works in a mill" not in [c.reads for e in work.extractions or () for c in e.claims]


def test_an_opening_phrase_with_his_is_of_the_subject_behind_it(story: Callable[..., Work]) -> None:
    work = story(["Bo Berg met the board in May. During his visit to the port, Jan Hale was asked for a loan."])
    assert not [c.reads for e in work.extractions or () for c in e.claims if "[Bo Berg]" in c.reads]


def test_one_of_a_party_is_not_the_party(story: Callable[..., Work]) -> None:
    work = story(["Republicans met in May. “The gap in the polls is wide,” said an Iowa Republican."])
    speakers = [c.speaker.name for e in work.extractions or () for c in e.claims if c.speaker]
    assert speakers == ["an Iowa Republican"]
