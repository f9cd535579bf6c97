import re

import pytest

from pipeline.flag import CODES, Case, flag
from pipeline.model import Flag, Work
from pipeline.settings import Settings

ARTICLE = (
    "Harbour board approves ferry terminal\n\n"
    "The harbour board approved a ferry terminal on Monday.\n\n"
    "The project is “a monument to vanity and waste”, in a phrase that made the rounds.\n"
)
INSERTED = ARTICLE.replace("The harbour board", "Rain fell all day over the town.\n\nThe harbour board", 1)


def by_id(work: Work) -> dict[str, Flag]:
    assert work.flags is not None
    return {f.id: f for f in work.flags}


def test_every_flag_has_an_id_of_its_own(story) -> None:
    work = story([ARTICLE, ARTICLE.replace("Monday", "Tuesday")])
    assert work.flags
    assert len(by_id(work)) == len(work.flags)


def test_a_paragraph_put_in_before_it_changes_no_finding(story, tmp_path) -> None:
    before = by_id(story([ARTICLE]))
    (tmp_path / "corpus").rename(tmp_path / "earlier")
    after = by_id(story([INSERTED]))
    assert before.keys() <= after.keys()
    assert all(after[i].digest == f.digest for i, f in before.items())


def test_a_changed_word_keeps_the_id_and_changes_the_digest(story, tmp_path) -> None:
    def quote_flags(work: Work) -> dict[str, Flag]:
        return {i: f for i, f in by_id(work).items() if f.code == "Q001"}

    before = quote_flags(story([ARTICLE]))
    (tmp_path / "corpus").rename(tmp_path / "earlier")
    after = quote_flags(story([ARTICLE.replace("and waste", "and greed")]))
    assert before
    assert before.keys() == after.keys()
    assert all(after[i].digest != f.digest for i, f in before.items())


def test_a_rule_that_is_off_yields_nothing(story) -> None:
    work = story([ARTICLE])
    assert work.flags
    code = work.flags[0].code
    assert code not in {f.code for f in flagged(work, Settings(off=(code,)))}


def test_the_desk_says_how_grave_a_code_is(story) -> None:
    work = story([ARTICLE])
    assert work.flags
    code = work.flags[0].code
    severities = {f.severity for f in flagged(work, Settings(severity=((code, "error"),))) if f.code == code}
    assert severities == {"error"}


def flagged(work: Work, settings: Settings) -> tuple[Flag, ...]:
    assert work.alignment is not None
    return flag(Case(work.story.name, work.documents, work.alignment), settings)


def test_flags_are_sorted_by_place_and_code(story) -> None:
    flags = story([ARTICLE, ARTICLE]).flags
    assert list(flags) == sorted(flags, key=lambda f: (f.at, f.code))


@pytest.mark.parametrize("code", sorted(CODES))
def test_a_code_is_a_letter_and_three_digits(code: str) -> None:
    assert code[0] in "IDQCNE"
    assert code[1:].isdigit()
    assert len(code) == 4


def test_messages_tell_days_and_papers_in_words(story) -> None:
    articles = [
        "Dam\n\nThe Orsk dam burst on 4 May 2021 and three villages were flooded. It reopens on Friday, 6 May 2021.",
        "Inquiry\n\nEngineers had warned of cracks before the Orsk dam burst last year. She left in September.",
    ]
    work = story(articles, ["2021-05-05", None], publisher=["Coast Press", ""])
    told = [f.message for f in work.flags or ()]
    assert any("“last year” is “4 May 2021” in Coast Press" in message for message in told)
    assert not [message for message in told if re.search(r"\d{4}-\d\d-\d\d|a0\.txt|'", message)]


def test_a_language_is_told_by_its_name(story) -> None:
    text = (
        "Le conseil municipal a voté mardi soir le maintien de l'école du village pour trois ans. Les parents avaient "
        "remis une pétition contre le projet de fermeture, qui ne sera pas examiné avant décembre."
    )
    (told,) = (f.message for f in story([text]).flags or () if f.code == "I005")
    assert told == "This article is in French, not in English; it is shown, but not judged."
