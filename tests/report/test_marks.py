"""Marked text: however marks overlap, the segments joined are the text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.report.marks import Mark, hidden, segments, shown

TEXTS = st.text(alphabet=st.sampled_from("ab cé\n\u202e\u200b<😀"), min_size=1, max_size=30)
MARKS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=8)


@given(TEXTS, MARKS, st.integers(0, 20))
def test_the_segments_joined_are_the_text(text: str, spans: list[tuple[int, int]], start: int) -> None:
    marks = [Mark(a, b, str(n)) for n, (a, b) in enumerate(spans)]
    assert "".join(s.text for s in segments(text, start, marks)) == text


@given(TEXTS, MARKS, st.integers(0, 20))
def test_every_character_carries_just_the_marks_that_cover_it(
    text: str, spans: list[tuple[int, int]], start: int
) -> None:
    marks = [Mark(a, b, str(n)) for n, (a, b) in enumerate(spans)]
    offset = start
    for segment in segments(text, start, marks):
        for _ in segment.text:
            assert segment.marks == tuple(m.name for m in marks if m.start <= offset < m.end)
            offset += 1


@given(TEXTS, MARKS)
def test_a_mark_that_touches_the_text_begins_once(text: str, spans: list[tuple[int, int]]) -> None:
    marks = [Mark(a, b, str(n)) for n, (a, b) in enumerate(spans)]
    begun = [name for s in segments(text, 0, marks) for name in s.begins]
    assert sorted(begun) == sorted(m.name for m in marks if m.start < min(m.end, len(text)))


def test_characters_that_cannot_be_seen_stand_alone_with_their_code_point() -> None:
    parts = list(shown("ab\u202ecd"))
    assert [(p.text, p.hidden) for p in parts] == [
        ("ab", ""),
        ("\u202e", "U+202E RIGHT-TO-LEFT OVERRIDE"),
        ("cd", ""),
    ]


def test_letters_accents_and_line_breaks_are_not_hidden() -> None:
    assert not any(hidden(c) for c in "aé\n\r\t ’—عربי😀")
    assert all(hidden(c) for c in "\u200b\u202e\u2066\x00\x07\ufeff\u00ad\u2028")
