"""The page: every article as it stands in its file, hostile text harmless, links that lead somewhere."""

from __future__ import annotations

import posixpath
import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.model import Alignment, Block, Document, Flag, Span
from pipeline.report import build
from pipeline.report.index import SEVERITIES
from pipeline.report.to_html import html_files, to_html

VOID = frozenset(["meta", "link", "br", "input", "img", "path", "circle", "rect", "hr"])
HOSTILE = (
    "</script><script>alert(1)</script>",
    '"onload=alert(1) x="',
    "javascript:alert(1)",
    '=HYPERLINK("http://evil.example","x")',
    "abc\u202edcba",
    "<img src=x onerror=alert(1)>",
    "{{ 7 * 7 }} ${7*7} <!-- --> ]]> &amp;",
    "T" * 10_000,
    "https://evil.example/track",
)


class Page(HTMLParser):
    """What a test needs of a page: ids, links, elements, and the copy of each block."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.copy: list[str] = []
        self.stack: list[str] = []
        self._depth = 0
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        got = dict(attrs)
        self.tags.append((tag, got))
        if got.get("id"):
            self.ids.append(str(got["id"]))
        if tag == "a":
            self.links.append(str(got.get("href")))
        if tag == "p" and got.get("dir") == "auto":
            self.copy.append("")
            self._depth = len(self.stack) + 1
        if self._depth and got.get("data-u"):
            self.copy[-1] += chr(int(str(got["data-u"])[2:], 16))
        if tag not in VOID:
            self.stack.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.stack, f"</{tag}> closes nothing"
        assert self.stack.pop() == tag
        if self._depth and len(self.stack) < self._depth:
            self._depth = 0

    def handle_data(self, data: str) -> None:
        if self._depth:
            self.copy[-1] += data


def _hostile(words: str) -> dict[str, Any]:
    """A story whose every word is hostile."""
    file = f"{words[:40].replace('/', '_')}.txt"
    at = Span(file, 0, len(words), words)
    blocks = (Block("headline", at), Block("body", Span(file, len(words) + 1, 2 * len(words) + 1, words)))
    document = Document(f"{file}#1", file, 1, 0, 2 * len(words) + 1, f"{words}\n{words}", blocks, words, words, words)
    flag = Flag("q001-0", "d-0", "Q001", "unattributed-quote", "warning", document.doc, at, f"“{words}”", ())
    empty = Alignment((), (), (), (), (), (), (), ())
    return build(words, (document,), empty, (flag,), ())


@pytest.fixture(scope="module")
def page(report: dict[str, Any]) -> Page:
    return Page(to_html(report).decode())


def test_the_annotated_copy_is_the_article_character_by_character(report: dict[str, Any], page: Page) -> None:
    assert page.copy == [b["text"] for d in report["documents"] for b in d["blocks"]]


def test_every_id_is_there_once_and_every_link_leads_to_one(page: Page) -> None:
    assert len(page.ids) == len(set(page.ids))
    assert {link for link in page.links if link[1:] not in page.ids} == set()
    assert all(link.startswith("#") for link in page.links)


def test_every_finding_has_its_id_as_permalink(report: dict[str, Any], page: Page) -> None:
    assert {f["id"] for f in report["flags"]} <= set(page.ids)


def test_every_claim_and_quotation_has_its_row(report: dict[str, Any], page: Page) -> None:
    assert {x["id"] for x in (*report["claims"], *report["quotes"])} <= set(page.ids)


def test_headings_go_down_one_step_at_a_time(page: Page) -> None:
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(b <= a + 1 for a, b in pairwise(levels))


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_text_stays_text(words: str) -> None:
    made = Page(to_html(_hostile(words)).decode())
    assert made.copy == [words, words]
    assert [tag for tag, _ in made.tags].count("script") == 1
    assert not [tag for tag, _ in made.tags if tag in ("img", "iframe", "object", "embed", "base", "link")]
    attributes = {name for _, attrs in made.tags for name in attrs}
    assert not attrs_that_act(attributes)
    assert all(link.startswith("#") for link in made.links)


def attrs_that_act(names: set[str]) -> set[str]:
    return {n for n in names if n.startswith("on") or n in ("style", "src", "srcset", "action", "formaction", "ping")}


def test_a_character_that_turns_the_direction_is_shown_and_not_printed() -> None:
    text = to_html(_hostile("abc\u202edcba")).decode()
    assert "\u202e" not in text
    assert 'data-u="U+202E"' in text


def test_a_title_of_ten_thousand_characters_is_cut_everywhere_but_in_the_copy() -> None:
    text = to_html(_hostile("T" * 10_000)).decode()
    assert text.count("T" * 600) == 2 * (10_000 // 600)
    assert "T" * 300 not in text.split("<main>")[0]


def test_the_policy_allows_one_style_and_one_script_and_no_network(report: dict[str, Any]) -> None:
    text = to_html(report).decode()
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', text)
    assert policy is not None
    rules = policy[1].replace("&#39;", "'")
    assert rules.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in rules
    assert "http" not in rules
    assert "innerHTML" not in text


def test_a_story_without_findings_says_so(report: dict[str, Any], story: dict[str, Any]) -> None:
    calm = build("calm", **(story | {"flags": (), "skipped": ()}))
    text = to_html(calm).decode()
    assert "Nothing graver than a note was found." in text
    assert "Every file was read." in text


def test_a_story_with_nothing_in_it_is_a_page_all_the_same(story: dict[str, Any]) -> None:
    empty = Alignment((), (), (), (), (), (), (), ())
    page = Page(to_html(build("empty", (), empty, (), story["skipped"])).decode())
    assert "findings" in page.ids


def test_marks_that_overlap_are_cut_and_never_nested(story: dict[str, Any]) -> None:
    first = story["flags"][0]
    more = [
        replace(first, id=f"x-{a}-{b}", at=story["documents"][0].span(a, b))
        for a, b in ((150, 190), (160, 220), (155, 165))
    ]
    made = build("overlap", **(story | {"flags": (*story["flags"], *more)}))
    page = Page(to_html(made).decode())
    assert page.copy == [b["text"] for d in made["documents"] for b in d["blocks"]]


def test_a_report_too_large_for_one_page_is_an_index_and_a_page_for_each_article(report: dict[str, Any]) -> None:
    pages = {name: Page(content.decode()) for name, content in html_files(report, largest=1000)}
    assert list(pages) == ["report.html", "articles/0001.html", "articles/0002.html"]
    copy = [text for page in pages.values() for text in page.copy]
    assert copy == [b["text"] for d in report["documents"] for b in d["blocks"]]
    ids = {name: set(page.ids) for name, page in pages.items()}
    assert {x["id"] for kind in ("flags", "claims", "quotes") for x in report[kind]} <= set().union(*ids.values())
    for name, page in pages.items():
        assert len(page.ids) == len(set(page.ids))
        for link in page.links:
            file, _, anchor = link.partition("#")
            target = posixpath.normpath(posixpath.join(posixpath.dirname(name), file)) if file else name
            assert target in pages
            assert not anchor or anchor in ids[target], (name, link)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(spans=st.lists(st.tuples(st.integers(0, 380), st.integers(1, 120), st.sampled_from(SEVERITIES)), max_size=8))
def test_however_findings_overlap_the_copy_stays_the_article(
    story: dict[str, Any], spans: list[tuple[int, int, str]]
) -> None:
    document = story["documents"][0]
    flags = [
        replace(story["flags"][0], id=f"x-{n}", severity=severity, at=document.span(a, min(a + length, document.end)))
        for n, (a, length, severity) in enumerate(spans)
        if a < document.end
    ]
    made = build("overlap", **(story | {"flags": flags}))
    page = Page(to_html(made).decode())
    assert page.copy == [b["text"] for d in made["documents"] for b in d["blocks"]]
    assert len(page.ids) == len(set(page.ids))
    assert {link[1:] for link in page.links} <= set(page.ids)
