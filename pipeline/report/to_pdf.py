"""report.pdf: the page printed by the Chromium of this machine. The one output that need not be the same bytes."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from pipeline.errors import UsageError

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
_PATIENCE = 180
_OPTIONS = (
    *("--headless", "--disable-gpu", "--no-first-run", "--disable-background-networking"),
    *("--disable-extensions", "--no-pdf-header-footer"),
)


def find_browser() -> str | None:
    """The first browser of BROWSERS that this machine has; None where it has none."""
    return next((found for found in map(shutil.which, BROWSERS) if found), None)


def need_browser() -> str:
    """The browser that prints. Raises UsageError where this machine has none."""
    browser = find_browser()
    if browser is None:
        raise UsageError(
            f"no PDF: none of {', '.join(BROWSERS)} is here; install Chromium or print report.html by hand"
        )
    return browser


def to_pdf(html: bytes) -> bytes:
    """The page as PDF, everything open.

    Raises UsageError where no browser is there, or where it fails or takes over three minutes.
    """
    browser = need_browser()
    with TemporaryDirectory(prefix="crosscheck-") as name:
        folder = Path(name)
        page, made = folder / "report.html", folder / "report.pdf"
        page.write_bytes(html)
        # Chromium refuses its sandbox to the superuser; the page is ours, holds no foreign script and loads nothing.
        root = ("--no-sandbox",) if hasattr(os, "geteuid") and os.geteuid() == 0 else ()
        command = [browser, *_OPTIONS, *root, f"--user-data-dir={folder / 'profile'}", f"--print-to-pdf={made}"]
        try:
            subprocess.run([*command, page.as_uri()], check=True, capture_output=True, timeout=_PATIENCE)
            return made.read_bytes()
        except (subprocess.SubprocessError, OSError) as error:
            raise UsageError(f"no PDF: {browser} failed ({error}); print report.html by hand") from None
