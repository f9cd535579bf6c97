import random
import time
from dataclasses import replace

import pytest

from pipeline.align.variants import find_variants
from pipeline.model import Document, Extraction, Quote, Span, Speaker, short_id

LINE = "We will close the old harbour gate before the winter storms come"


def quote(doc: str, text: str, who: str | None = "Ann Tolliver", at: int = 0, **known: str) -> Quote:
    span = Span(doc, at, at + len(text), text)
    entity = "person:" + who.lower().replace(" ", "-") if who else None
    speaker = Speaker(Span(doc, 0, 1, "x"), who, entity, "named") if who else None
    form, use, block = known.get("form", "direct"), known.get("use", "speech"), known.get("block", "body")
    ident = short_id("q", doc, at, text)
    return Quote(ident, doc, span, (span,), form, use, True, None, speaker, None, block, span, (span,))


def variants(*quotes: Quote, style: tuple[tuple[str, ...], ...] = ()) -> list[tuple[str, str]]:
    docs = sorted({q.doc for q in quotes})
    articles = []
    for doc in docs:
        text = [" "] * max(q.at.end for q in quotes if q.doc == doc)
        for q in quotes:
            if q.doc == doc:
                text[q.at.start : q.at.end] = q.at.text
        articles.append(Document(doc, doc, 1, 0, len(text), "".join(text), ()))
    found = [Extraction(d, (), (), (), tuple(q for q in quotes if q.doc == d), (), ()) for d in docs]
    return [(v.kind, v.because) for v in find_variants(articles, found, style)]


def kinds(*quotes: Quote) -> list[str]:
    return [kind for kind, _ in variants(*quotes)]


@pytest.mark.parametrize(
    ("other", "kind"),
    [
        (LINE + ".", "identical"),
        (LINE.replace("harbour", "harbor"), "identical"),
        (LINE + ", whatever the council of this town may say", "shortened"),
        (LINE.replace("before the winter storms", "... storms"), "ellipsis"),
        (LINE.replace("old", "new"), "altered"),
        (LINE.replace("We will", "We will not"), "altered"),
        (LINE.replace("gate", "gate (Norgate)"), "brackets"),
    ],
)
def test_two_versions_of_one_utterance_are_named(other: str, kind: str) -> None:
    assert kinds(quote("a", LINE), quote("b", other)) == [kind]


@pytest.mark.parametrize("printed", ["The Gatelands", "Greater Gatelands"])
def test_the_desks_spellings_of_one_thing_are_the_same_words(printed: str) -> None:
    one, other = quote("a", LINE + " in Gateland"), quote("b", f"{LINE} in {printed}")
    assert [kind for kind, _ in variants(one, other)] == ["altered"]
    style = (("Gateland", "The Gatelands", "Greater Gatelands"),)
    assert [kind for kind, _ in variants(one, other, style=style)] == ["identical"]


def test_the_same_words_from_another_speaker_are_told() -> None:
    ((kind, because),) = variants(quote("a", LINE), quote("b", LINE, "Paul Reyes"))
    assert kind == "other-speaker"
    assert "Ann Tolliver" in because
    assert "Paul Reyes" in because


def test_a_surname_alone_is_no_other_speaker() -> None:
    assert kinds(quote("a", LINE), quote("b", LINE, "Tolliver")) == ["identical"]


def test_nobody_named_is_no_other_speaker() -> None:
    assert kinds(quote("a", LINE), quote("b", LINE, None)) == ["identical"]


def test_two_utterances_are_no_versions() -> None:
    assert kinds(quote("a", LINE), quote("b", "The council has failed this town for many years")) == []


def test_a_pull_quote_is_held_against_the_body_of_its_own_article() -> None:
    body = quote("a", LINE)
    pull = quote("a", LINE.replace("old ", ""), at=500, block="pull-quote")
    assert kinds(body, pull) == ["altered"]


def test_the_order_of_the_articles_changes_nothing() -> None:
    quotes = [quote("a", LINE), quote("b", LINE.replace("old", "new")), quote("c", LINE)]
    assert variants(*quotes) == variants(*reversed(quotes))


def test_titles_and_scare_quotes_are_not_compared() -> None:
    assert kinds(quote("a", "The Quiet Harbour", use="title"), quote("b", "The Quiet Harbour", use="title")) == []


def test_other_words_of_one_speaker_may_be_a_translation_where_the_text_says_so() -> None:
    said = "It is the old harbour gate that I want shut by autumn"
    text = f"{said}, she said in remarks translated from Norlandish"
    one, other = quote("a", "We will close the old harbour gate before winter"), quote("b", said)
    told = replace(other, sentence=Span("b", 0, len(text), text))
    assert kinds(one, other) == ["other-words"]
    assert kinds(one, told) == ["translation"]


def test_ten_thousand_quotations_compare_in_seconds() -> None:
    dice = random.Random(7)
    vocabulary = [f"word{i}" for i in range(4000)]
    quotes = [quote(f"d{i % 50}", " ".join(dice.choices(vocabulary, k=14)), at=i * 200) for i in range(10_000)]
    quotes.append(quote("e", quotes[17].at.text, at=0))
    start = time.perf_counter()
    assert kinds(*quotes) == ["identical"]
    assert time.perf_counter() - start < 30


def test_a_speaker_who_quotes_another_does_not_contradict_the_source() -> None:
    told = "He was clear about it: ‘We will close the old harbour gate before the winter storms come.’ So there"
    assert "other-speaker" not in kinds(quote("a", LINE, "Ann Tolliver"), quote("b", told, "Paul Reyes"))


def test_one_sentence_of_plain_words_is_one_utterance_where_one_word_of_it_differs() -> None:
    said = quote("a", "We are throwing everything at it")
    assert kinds(said, quote("b", "We are throwing nothing at it")) == ["altered"]
    assert kinds(said, quote("b", "We are throwing nothing at it", "Bo Berg")) == []
    assert kinds(said, quote("b", "We are looking everywhere at once")) == []


def test_a_whole_plain_sentence_of_two_speakers_is_given_to_both() -> None:
    said = quote("a", "I called her and I wished her well")
    assert kinds(said, quote("b", "I called her and I wished her well", "Bo Berg")) == ["other-speaker"]
    assert kinds(quote("a", "I am very happy"), quote("b", "I am very happy", "Bo Berg")) == []
