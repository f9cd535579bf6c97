"""The copy as Word documents: its words, the comments on them, no clock, and nothing that hostile text can break."""

from __future__ import annotations

import io
import time
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document as Word

from pipeline.model import Alignment, Block, Document, Flag, Span, Suppression
from pipeline.report import build
from pipeline.report.to_docx import docx_files


def _copies(report: dict[str, Any]) -> list[Word]:
    return [docx.Document(io.BytesIO(content)) for _, content in docx_files(report)]


def _commented(word: Word, comment: int) -> str:
    """The words between the ends of a comment's range."""
    inside, words = False, ""
    for node in word.element.body.iter():
        name = node.tag.rsplit("}", 1)[-1]
        if name in ("commentRangeStart", "commentRangeEnd") and node.get(f"{{{node.nsmap['w']}}}id") == str(comment):
            inside = name == "commentRangeStart"
        elif name == "t" and inside:
            words += node.text or ""
    return words


def test_the_copy_holds_the_article_word_by_word(report: dict[str, Any]) -> None:
    for word, document in zip(_copies(report), report["documents"], strict=True):
        printed = [
            p.text.removeprefix(f"[{b['kind']}] ") for p, b in zip(word.paragraphs[1:], document["blocks"], strict=True)
        ]
        assert printed == [b["text"] for b in document["blocks"]]
        assert word.paragraphs[1].style is not None
        assert word.paragraphs[1].style.name == "Heading 1"


def test_each_finding_is_a_comment_on_its_words_with_the_rival_words(report: dict[str, Any]) -> None:
    north, south = _copies(report)
    told = {c.text.split("\n")[0]: c for c in north.comments}
    altered = told["ERROR · Altered quote (Q004)"]
    assert altered.author == "crosscheck"
    assert "Against: “The deck is safe for lorries,” (Article 2, undated, ¶ 1)" in altered.text
    assert _commented(north, altered.comment_id) == "The deck is not safe for lorries,"
    assert sum(c.text.count("(Q004)") for c in (*north.comments, *south.comments)) == 2


def test_notes_and_what_the_desk_has_set_aside_are_by_authors_of_their_own(story: dict[str, Any]) -> None:
    aside = Suppression(story["flags"][0].id, "the county was asked")
    north, _ = _copies(build("s", **story, suppressions=(aside,)))
    authors = {c.text.split("\n")[0]: c.author for c in north.comments}
    assert authors["ERROR · Altered quote (Q004)"] == "crosscheck, set aside by the desk"
    assert authors["NOTE · Repeated text (I002)"] == "crosscheck notes"
    assert any("Set aside by the desk: the county was asked" in c.text for c in north.comments)


def test_no_entry_of_the_archive_and_no_comment_knows_the_time(
    report: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    once = list(docx_files(report))
    monkeypatch.setattr(time, "time", lambda: 4_000_000_000.0)
    assert list(docx_files(report)) == once
    for _, content in once:
        with ZipFile(io.BytesIO(content)) as archive:
            assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
            assert b"w:date" not in archive.read("word/comments.xml")


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("</w:t></w:r><w:evil/>", "</w:t></w:r><w:evil/>"),
        ("abc\u202edcba", "abc[U+202E]dcba"),
        ("a\x00b\x0bc\ufffed", "a[U+0000]b[U+000B]c[U+FFFE]d"),
        ("a\ud800b", "a[U+D800]b"),
        ("T" * 10_000, "T" * 10_000),
        ('=HYPERLINK("http://evil.example")', '=HYPERLINK("http://evil.example")'),
    ],
)
def test_hostile_text_stays_text(words: str, printed: str) -> None:
    at = Span("a.txt", 0, len(words), words)
    document = Document("a.txt#1", "a.txt", 1, 0, len(words), words, (Block("headline", at),), words, words, words)
    flag = Flag("q001-0", "d-0", "Q001", "unattributed-quote", "warning", document.doc, at, f"It says {words}.", ())
    empty = Alignment((), (), (), (), (), (), (), ())
    (word,) = _copies(build(words, (document,), empty, (flag,), ()))
    assert word.paragraphs[1].text == printed
    (comment,) = word.comments
    assert printed[:200] in comment.text
    assert not [rel for rel in word.part.rels.values() if rel.is_external]


def test_however_a_file_is_called_its_copy_has_a_safe_name(story: dict[str, Any]) -> None:
    made = build("s", **story)
    for document, file in zip(made["documents"], ("../../x/\n" + "y" * 300 + ".txt", "ш/é.txt"), strict=True):
        document["file"] = file
    names = [name for name, _ in docx_files(made)]
    assert names[1] == "copy/0002-ш-é.docx"
    assert all("/" not in name.removeprefix("copy/") and len(name) < 90 for name in names)
