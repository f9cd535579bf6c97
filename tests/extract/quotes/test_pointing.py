import pytest

BY_TOLLIVER = [
    "“A day nobody will forget,” was how Ann Tolliver described the vote.",
    "“A disgrace” was how the harbour master, Ann Tolliver, described the vote on Monday.",
    "“Utterly hopeless” is what Ann Tolliver called the plan.",
    "“No comment” was all Ann Tolliver would say.",
    "“We will never leave” was the message from Ann Tolliver on Tuesday.",
    "“We will never leave,” was Ann Tolliver's answer.",
    "“The gate will stay shut, and I am glad of it.” That was Ann Tolliver, the harbour master, on Monday.",
    "“The gate will stay shut, and I am glad of it.” Those were the words of Ann Tolliver.",
    "“The gate will stay shut, and I am glad of it.” So said Ann Tolliver on Monday.",
    "“The gate will stay shut, and I am glad of it.” Ann Tolliver was speaking after the vote.",
]
NOBODYS = [
    "“The Quiet Harbour” was how Ann Tolliver spent her summer.",
    "“The Quiet Harbour” was what Ann Tolliver bought at the fair.",
    "“We will never leave” was the title of Ann Tolliver's first book.",
    "“The gate will stay shut until spring.” That was the plan. Ann Tolliver had other ideas.",
    "“The gate will stay shut until spring.” That was Ann Tolliver's plan.",
    "“The gate will stay shut until spring.” That was on Monday. Ann Tolliver was not speaking to anybody.",
]


@pytest.mark.parametrize("text", BY_TOLLIVER)
def test_a_copula_points_from_the_words_to_the_speaker(read, text: str) -> None:
    (quote,) = read(text)
    assert (quote.form, quote.use, quote.words[0].start) == ("direct", "speech", 1)
    assert quote.speaker
    assert quote.speaker.name == "Ann Tolliver"
    assert quote.cue


@pytest.mark.parametrize("text", NOBODYS)
def test_a_copula_that_points_to_no_saying_gives_no_speaker(read, text: str) -> None:
    assert [q.speaker for q in read(text) if q.marked] == [None]
