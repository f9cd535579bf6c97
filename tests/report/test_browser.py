"""The page in a browser: keys, filters, permalinks, print, and nothing that leaves the file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from pipeline.model import Suppression
from pipeline.report import build
from pipeline.report.to_html import to_html

AXE = (Path(__file__).parents[1] / "vendor" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
CONTRAST = (Path(__file__).parent / "contrast.js").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as play:
        made = play.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        yield made
        made.close()


@pytest.fixture(scope="module")
def file(report: dict[str, Any], tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "report.html"
    path.write_bytes(to_html(report))
    return path


@pytest.fixture
def page(browser: Browser, file: Path) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    made = context.new_page()
    told: list[str] = []
    made.on("console", lambda message: told.append(message.text))
    made.on("pageerror", lambda error: told.append(str(error)))
    made.on("request", lambda request: told.append(request.url) if request.url != file.as_uri() else None)
    made.goto(file.as_uri())
    yield made
    context.close()
    assert told == [], "no console message, no error, no request but for the file itself"


def _shown(page: Page, query: str) -> int:
    return int(page.evaluate("q => [...document.querySelectorAll(q)].filter(n => n.checkVisibility()).length", query))


def test_keys_walk_through_the_findings_and_the_address_follows(page: Page, report: dict[str, Any]) -> None:
    seen = []
    for _ in range(len(report["flags"])):
        page.keyboard.press("j")
        seen.append(page.evaluate("document.activeElement.id"))
        assert page.url.endswith(f"#{seen[-1]}")
    assert sorted(seen) == sorted(f["id"] for f in report["flags"])
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.id") == seen[-2]


def test_brackets_turn_to_the_next_article_and_the_question_mark_lists_the_keys(page: Page) -> None:
    page.keyboard.press("]")
    page.keyboard.press("]")
    assert abs(page.evaluate("document.querySelector('#article-2').getBoundingClientRect().top")) < 400
    page.keyboard.press("?")
    assert page.evaluate("document.querySelector('dialog').open")
    page.keyboard.press("Escape")
    assert not page.evaluate("document.querySelector('dialog').open")


def test_a_filter_hides_findings_and_says_how_many(page: Page) -> None:
    assert _shown(page, ".said") == 0 or page.inner_text(".said") == ""
    page.uncheck("[name=severity][value=note]")
    assert "Hidden: 2 of 6 findings (notes)." in page.inner_text(".said")
    assert _shown(page, ".finding[data-severity=note]") == 0
    page.select_option("[name=code]", "Q004")
    assert _shown(page, ".galley .finding") == 2
    page.click("text=Show all")
    page.wait_for_function("document.querySelector('.said').textContent === ''")


def test_a_permalink_opens_what_is_folded(page: Page, file: Path, report: dict[str, Any]) -> None:
    note = next(f for f in report["flags"] if f["code"] == "I002")
    page.evaluate("id => { location.hash = id }", note["id"])
    page.wait_for_function("id => document.getElementById(id).checkVisibility()", arg=note["id"])


def test_without_scripts_everything_is_open(browser: Browser, file: Path, report: dict[str, Any]) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(file.as_uri())
    text = page.inner_text("body")
    for flag in report["flags"]:
        assert flag["message"] in text
    assert page.locator("details:not([open])").count() == 0
    context.close()


def test_in_print_everything_is_open_and_the_apparatus_is_gone(page: Page, tmp_path: Path) -> None:
    assert _shown(page, ".galley details .finding") == 0
    page.emulate_media(media="print")
    assert _shown(page, ".filters, .hints, nav") == 0
    assert _shown(page, ".signoff") == 1
    assert len(page.pdf()) > 10_000
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert _shown(page, ".galley details .finding") > 0


@pytest.mark.parametrize("width", [390, 1440])
def test_nothing_is_wider_than_the_window(browser: Browser, file: Path, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(file.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_stands_out_from_its_ground_by_four_and_a_half_to_one(
    browser: Browser, file: Path, scheme: Any
) -> None:
    context = browser.new_context(color_scheme=scheme)
    page = context.new_page()
    page.goto(file.as_uri())
    page.keyboard.press("e")
    assert page.evaluate(CONTRAST) == []
    context.close()


def test_what_the_desk_has_set_aside_is_hidden_and_counted_until_asked_for(
    browser: Browser, story: dict[str, Any], tmp_path: Path
) -> None:
    flag = story["flags"][0]
    path = tmp_path / "report.html"
    path.write_bytes(to_html(build("s", **story, suppressions=(Suppression(flag.id, "the county was asked"),))))
    page = browser.new_page()
    page.goto(path.as_uri())
    assert not page.is_visible(f"#{flag.id}")
    assert "Hidden: 1 of 6 findings (set aside by the desk)." in page.inner_text(".said")
    page.check("[name=aside]")
    assert "the county was asked" in page.inner_text(f"#{flag.id}")
    page.close()


@pytest.mark.parametrize("media", ["light", "dark", "print"])
def test_axe_finds_no_serious_violation(browser: Browser, file: Path, media: Any) -> None:
    scheme: Any = "dark" if media == "dark" else "light"
    context = browser.new_context(bypass_csp=True, color_scheme=scheme)
    page = context.new_page()
    page.goto(file.as_uri())
    if media == "print":
        page.emulate_media(media="print")
    page.evaluate(AXE)
    found = page.evaluate("axe.run()")["violations"]
    assert [f"{v['impact']} {v['id']} {v['nodes'][0]['html'][:120]}" for v in found] == []
    context.close()
