import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from pipeline.text import fold, key, trim, words


@given(st.text())
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text())
def test_words_stand_where_they_say(text: str) -> None:
    assert all(text[start:end] == word and word for start, end, word in words(text))


def test_typographic_marks_become_plain_ones() -> None:
    assert fold("“It’s”\u00a0–") == '"It\'s" -'


def test_spellings_of_one_name_share_a_key() -> None:
    assert key("Łódź  Żółw") == key("lodz zolw")
    assert key("Ørsted") == "orsted"


@given(st.text(st.characters(max_codepoint=127)))
def test_plain_text_has_the_key_that_the_long_way_gives(text: str) -> None:
    assert key(text) == " ".join(unicodedata.normalize("NFKD", fold(text)).casefold().split())


@given(st.text())
def test_a_key_is_its_own_key(text: str) -> None:
    assert key(key(text)) == key(text)


def test_different_names_have_different_keys() -> None:
    assert key("Marta") != key("Martha")


def test_a_word_keeps_its_hyphen_apostrophe_and_decimals() -> None:
    assert [w for _, _, w in words("the ex-minister's 3.5-mile walk, 1,200 in all.")] == [
        "the", "ex-minister's", "3.5-mile", "walk", "1,200", "in", "all",
    ]  # fmt: skip


@given(st.text())
def test_trimming_leaves_no_white_space_at_the_ends(text: str) -> None:
    start, end = trim(text, 0, len(text))
    assert text[start:end] == text.strip()
