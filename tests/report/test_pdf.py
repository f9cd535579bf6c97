"""The page on paper."""

from __future__ import annotations

import shutil
from typing import Any

import pytest

from pipeline.errors import UsageError
from pipeline.report.to_html import to_html
from pipeline.report.to_pdf import to_pdf


def test_a_machine_without_a_browser_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(UsageError, match="install Chromium"):
        to_pdf(b"<p>x</p>")


def test_a_browser_that_fails_is_an_error_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: "/bin/false")
    with pytest.raises(UsageError, match=r"print report\.html by hand"):
        to_pdf(b"<p>x</p>")


@pytest.mark.usefixtures("chromium")
def test_the_page_prints(report: dict[str, Any]) -> None:
    made = to_pdf(to_html(report))
    assert made.startswith(b"%PDF")
    assert made.count(b"/Type /Page\n") + made.count(b"/Type /Page ") + made.count(b"/Type /Page/") >= 3
