from typing import cast

import pytest
from spacy.tokens import Doc

from pipeline import nlp
from pipeline.extract.quotes import find_quotes
from pipeline.extract.quotes.blocks import Reported, _Found, _outside_marks
from pipeline.extract.quotes.parts import Attribution, Run
from pipeline.extract.sentences import Passage
from pipeline.model import Quote
from tests.extract.quotes.conftest import article


def said(quotes: tuple[Quote, ...]) -> list[tuple[str, str, str | None]]:
    return [(q.form, q.parts[0].text, q.speaker.name if q.speaker else None) for q in quotes if q.use == "speech"]


@pytest.mark.parametrize(
    "text",
    [
        "“The gate will stay shut,” Ann Tolliver said.",
        "“The gate will stay shut,” said Ann Tolliver, who runs the harbour.",
        "Ann Tolliver said: “The gate will stay shut.”",
        "Ann Tolliver: “The gate will stay shut.”",
        "Ann Tolliver told reporters on Monday, “The gate will stay shut.”",
        "“The gate will stay shut,” according to Ann Tolliver.",
        "„The gate will stay shut,“ said Ann Tolliver.",
        "»The gate will stay shut«, Ann Tolliver said.",
        "«The gate will stay shut», dijo Ann Tolliver.",
        "'The gate will stay shut,' said Ann Tolliver.",
        "''The gate will stay shut,'' Ann Tolliver said.",
        "``The gate will stay shut,'' Ann Tolliver said.",
    ],
)
def test_an_utterance_has_its_words_and_its_speaker(read, text: str) -> None:
    quote = next(q for q in read(text) if q.marked)
    assert quote.form == "direct"
    assert quote.at.text.rstrip(".,") == "The gate will stay shut"
    assert quote.speaker
    assert quote.speaker.name == "Ann Tolliver"
    assert quote.speaker.kind == "named"


def test_a_name_behind_said_in_another_language_is_the_source(read) -> None:
    (quote,) = read("„Das Tor bleibt zu“, sagte Ann Tolliver am Montag.")
    assert quote.speaker
    assert (quote.cue and quote.cue.text, quote.speaker.at.text) == ("sagte", "Ann Tolliver")


def test_the_span_is_the_words_between_the_marks(read) -> None:
    text = "“The gate will stay shut,” Ann Tolliver said."
    (quote,) = read(text)
    assert text[quote.at.start : quote.at.end] == quote.at.text == "The gate will stay shut,"
    assert quote.cue
    assert quote.cue.text == "said"


def test_speech_split_around_its_cue_is_one_quotation_of_two_parts(read) -> None:
    (quote,) = read("“The gate will stay shut,” Ann Tolliver said. “It is not safe.”")
    assert [p.text for p in quote.parts] == ["The gate will stay shut,", "It is not safe."]
    assert (quote.at.start, quote.at.end) == (quote.parts[0].start, quote.parts[1].end)


def test_a_paragraph_of_marks_alone_goes_on_from_the_one_before(read) -> None:
    quotes = read("“The gate will stay shut,” Ann Tolliver said.\n\n“It is not safe, and I will not open it.”")
    assert len(quotes) == 1
    assert len(quotes[0].parts) == 2


def test_opening_marks_repeated_and_one_closing_mark_are_one_quotation(read) -> None:
    text = "Ann Tolliver said: “The gate is shut.\n\n“It is not safe.\n\n“We will not open it.”\n\nShe left."
    direct = [q for q in read(text) if q.form == "direct"]
    assert [len(q.parts) for q in direct] == [3]


def test_a_paragraph_that_ends_in_a_colon_hands_over_to_the_next(read) -> None:
    text = "Ann Tolliver told the paper:\n\n“The gate is shut, and I will not open it.”"
    quote = next(q for q in read(text) if q.form == "direct")
    assert quote.speaker
    assert quote.speaker.name == "Ann Tolliver"
    assert quote.cue
    assert quote.cue.text == "told"


def test_a_name_behind_a_dash_signs_the_words(read) -> None:
    (quote,) = (q for q in read("“The gate is shut, and I am glad of it.” ― Ann Tolliver") if q.marked)
    assert quote.speaker
    assert quote.speaker.name == "Ann Tolliver"


def test_words_with_and_without_marks_are_mixed(read) -> None:
    (quote,) = (q for q in read("Ann Tolliver said the gate was “a danger to everyone” in the town.") if q.marked)
    assert quote.form == "mixed"
    assert [w.text for w in quote.words] == ["a danger to everyone"]


def test_a_reported_clause_is_indirect(read) -> None:
    quotes = read("Ann Tolliver said that the gate would stay shut until spring.")
    assert said(quotes) == [("indirect", "that the gate would stay shut until spring", "Ann Tolliver")]


def test_according_to_reports_the_rest_of_its_sentence(read) -> None:
    (quote,) = read("According to the harbour board, the gate is a danger.")
    assert quote.parts[0].text == "the gate is a danger"
    assert quote.speaker
    assert quote.speaker.kind == "organisation"


@pytest.mark.parametrize(
    ("text", "use"),
    [
        ("The novel “The Quiet Harbour” won the prize on Tuesday.", "title"),
        ("The council let the so-called “fast” lane go.", "term"),
        ("Frank “Lucky” Dobbs ran the ferry for years.", "nickname"),
        ("The council closed the “fast” lane on Monday.", "scare"),
    ],
)
def test_marks_that_do_not_quote_are_told_apart(read, text: str, use: str) -> None:
    assert [q.use for q in read(text) if q.marked] == [use]


def test_a_pronoun_stands_for_the_one_who_spoke_before(read) -> None:
    quotes = read("“The gate is shut,” Ann Tolliver said.\n\n“I will not open it,” she added.")
    assert [q.speaker.name for q in quotes if q.speaker] == ["Ann Tolliver", "Ann Tolliver"]


def test_two_who_fit_a_pronoun_alike_are_candidates_and_neither_is_chosen(read) -> None:
    text = "Jane Roe and Mary Stokes met at the harbour. “The gate is shut,” she said."
    quote = next(q for q in read(text) if q.marked)
    assert quote.speaker
    assert quote.speaker.entity is None
    assert len(quote.speaker.candidates) > 1


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("officials", "collective"),
        ("the leadership", "collective"),
        ("one person familiar with the process", "anonymous"),
        ("a senior diplomat", "anonymous"),
        ("the statement", "organisation"),
        ("the ministry", "organisation"),
        ("the alliance", "organisation"),
    ],
)
def test_a_speaker_without_a_name_has_a_kind(read, source: str, kind: str) -> None:
    quote = next(q for q in read(f"“The gate will stay shut until spring,” {source} said.") if q.marked)
    assert quote.speaker
    assert quote.speaker.kind == kind


def test_a_title_beside_the_name_is_not_another_speaker(read) -> None:
    quote = next(q for q in read("“The gate is shut,” said the harbour master, Ann Tolliver.") if q.marked)
    assert quote.speaker
    assert quote.speaker.name == "Ann Tolliver"


def test_a_quotation_nobody_speaks_has_no_speaker(read) -> None:
    quote = next(q for q in read("The plan was approved. It has been hailed as a “brave and gentle turn”.") if q.marked)
    assert quote.speaker is None
    assert quote.use == "speech"


def test_headline_marks_are_no_speech(read) -> None:
    assert {q.use for q in read("Harbour plan a ‘brave new start’ for town", "headline") if q.marked} <= {"headline"}


@pytest.mark.parametrize(
    "bad",
    [
        "“The gate is shut, he said and left the hall",
        '" " " "',
        "”””“““",
        "“\u05d4\u05e9\u05e2\u05e8 \u05e1\u05d2\u05d5\u05e8\u202e (gate)” \u202c",
        "'''' ''",
    ],
)
def test_bad_marks_leave_the_rest_of_the_article_to_be_read(read, bad: str) -> None:
    quotes = read(f"{bad}\n\n“The gate will stay shut,” Ann Tolliver said.")
    assert any(q.at.text == "The gate will stay shut," and q.speaker for q in quotes)


def test_a_quotation_of_fifty_thousand_words_leaves_the_rest_to_be_read() -> None:
    first, again, end, last = nlp.load().pipe(
        [
            "“The gate is shut and nobody may open it. ",
            "The gate is shut and nobody may open it. ",
            "Not even she.” That was all.",
            "“It will stay shut,” Ann Tolliver said.",
        ]
    )
    long = Doc.from_docs([first, *[again] * 5_600, end])
    document = article(f"{long.text}\n{last.text}")
    passages = tuple(Passage(b, p, document) for b, p in zip(document.blocks, (long, last), strict=True))
    quotes = find_quotes(document, passages, (), (), ())
    assert max(len(q.at.text.split()) for q in quotes) > 50_000
    assert quotes[-1].at.text == "It will stay shut,"
    assert quotes[-1].speaker


def test_a_nested_quotation_is_part_of_the_outer_one(read) -> None:
    (quote,) = read("“She told me, ‘Go away,’ and I went,” Ann Tolliver said.")
    assert quote.at.text == "She told me, ‘Go away,’ and I went,"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The report said “nobody was hurt at the gate.”", "The report"),
        ("“Nobody was hurt at the gate,” according to the board’s statement.", "the board’s statement"),
        ("“Nobody was hurt at the gate,” the letter reads.", "the letter"),
    ],
)
def test_words_are_attributed_to_the_document_that_holds_them(read, text: str, source: str) -> None:
    quote = next(q for q in read(text) if q.marked)
    assert quote.speaker
    assert (quote.speaker.at.text, quote.speaker.kind) == (source, "organisation")


def test_every_part_is_what_stands_there(read) -> None:
    text = "“A,” said Ann Tolliver, “is not B.” According to her, “C” is “D”.\n\n“E is F,” the board said."
    for quote in read(text):
        for span in (quote.at, *quote.parts, *quote.words, quote.sentence, *filter(None, (quote.cue,))):
            assert span.text
            assert text[span.start : span.end] == span.text


def test_a_pull_quote_has_its_speaker_on_the_line_below(read) -> None:
    text = "We expect the gate to stay shut until the spring.\vAnn Tolliver"
    (quote,) = read(text.replace("\v", "\u2028"), "pull-quote")
    assert quote.marked
    assert quote.at.text == "We expect the gate to stay shut until the spring."
    assert quote.speaker
    assert quote.speaker.name == "Ann Tolliver"


def test_a_group_that_opens_the_paragraph_by_name_speaks_of_itself(read) -> None:
    text = "“The Norland Ferry Association condemns the vote,” the group said in a statement online."
    quote = next(q for q in read(text) if q.marked)
    assert quote.speaker
    assert quote.speaker.name == "Norland Ferry Association"


def test_a_statement_has_the_body_that_spoke_before_as_its_candidate(read) -> None:
    text = "“The gate is shut,” Norland Ports said on Monday.\n\n“It is not safe,” the statement said."
    first, second = (q.speaker for q in read(text) if q.speaker and q.marked)
    assert first.entity is not None
    assert (second.name, second.entity, second.candidates) == ("the statement", None, (first.entity,))


def test_a_transcript_gives_each_paragraph_its_speaker(read) -> None:
    text = "TOLLIVER: The gate is shut.\n\nREYES: For how long?\n\nTOLLIVER: Until the spring, and not before."
    turns = [q for q in read(text) if q.cue and q.cue.text == ":"]
    assert [q.speaker.at.text for q in turns if q.speaker] == ["TOLLIVER", "REYES", "TOLLIVER"]
    assert turns[1].at.text == "For how long?"


@pytest.mark.parametrize(
    ("text", "held", "speaker"),
    [
        ("Ann Tolliver urged the council to close the old gate.", "the council to close the old gate", "Ann Tolliver"),
        ("Ann Tolliver is confident that the gate will hold.", "that the gate will hold", "Ann Tolliver"),
        ("Ann Tolliver has doubts about the new gate.", "the new gate", "Ann Tolliver"),
        ("Ann Tolliver's belief that the gate will hold was tested.", "that the gate will hold", "Ann Tolliver"),
    ],
)
def test_what_is_urged_or_held_is_reported(read, text: str, held: str, speaker: str) -> None:
    found = [(q.at.text, q.speaker.name) for q in read(text) if q.form == "indirect" and q.speaker]
    assert (held, speaker) in found


def test_what_is_expected_holds_its_subject(read) -> None:
    (quote,) = read("The gate is expected to close on Friday.")
    assert [p.text for p in quote.parts] == ["The gate", "to close on Friday"]


def test_a_book_in_marks_before_the_source_is_not_said_by_it(read) -> None:
    quotes = read("In her book, “The Long Harbour,” Ann Tolliver wrote that the gate was rotten.")
    assert [q.at.text for q in quotes if q.form == "indirect"] == ["that the gate was rotten"]
    assert not [q for q in quotes if q.form == "mixed"]


def test_speech_goes_on_behind_a_lone_and(read) -> None:
    quotes = read("“This gate must close for good,” Ann Tolliver said, and “nobody may open it again.”")
    assert [len(q.parts) for q in quotes if q.form == "direct"] == [2]


def test_speech_goes_on_behind_a_second_cue(read) -> None:
    quotes = read("Ann Tolliver was clear: “The gate will close,” she recalled telling them. “It is not safe.”")
    assert [len(q.parts) for q in quotes if q.form == "direct"] == [2]


def test_speech_goes_on_though_a_phrase_trails_it(read) -> None:
    quotes = read(
        "“We will not open the gate,” Ann Tolliver wrote. “The harbour comes first” with the hashtag GateShut."
    )
    assert [len(q.parts) for q in quotes if q.form == "direct"] == [2]


def test_what_somebody_asks_with_if_is_reported(read) -> None:
    (quote,) = read("Ann Tolliver asked the council if the gate would hold.")
    assert quote.at.text == "if the gate would hold"


@pytest.mark.parametrize(("cue", "kept"), [((60, 68), False), ((30, 34), True)])
def test_a_source_among_the_words_of_an_utterance_counts_only_where_its_cue_does(cue: Run, kept: bool) -> None:
    passage = cast(Passage, None)
    utterance = Reported(passage, Attribution([(1, 50)], cue=(52, 56), marked=True), "direct")
    reported = Attribution([(70, 90)], cue=cue, source=(20, 24), head=5)
    _outside_marks(reported, _Found([utterance, Reported(passage, reported, "mixed")]))
    assert (reported.source, reported.head) == (((20, 24), 5) if kept else (None, None))
