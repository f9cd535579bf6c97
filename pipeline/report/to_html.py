"""report.html: one file that works from a disk, without a network and without scripts.

Article text is hostile. It is escaped where it stands, isolated from the direction of the text around it, and never
becomes a link, an attribute that acts or a script; the page's policy allows the one style and the one script in it.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, lru_cache, partial
from hashlib import sha256
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from pipeline.report.index import clip
from pipeline.report.marks import shown, spelled
from pipeline.report.view import article_page, index_view, view

LARGEST = 5_000_000
"""Bytes of one page; over that a browser makes its reader wait."""

_PAGE = "{:04}.html"
_LABELS = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "NORP": "people",
    "FAC": "building",
    "EVENT": "event",
    "PRODUCT": "product",
    "LAW": "law",
    "WORK_OF_ART": "work",
}


def to_html(report: dict[str, Any]) -> bytes:
    """The report as one HTML page, however long."""
    return render_page("report.html", view(report) | {"paged": False}, "report.js")


def html_files(report: dict[str, Any], largest: int = LARGEST) -> Iterator[tuple[str, bytes]]:
    """report.html; where that would be over `largest` bytes, an index under that name and a page for each article."""
    shown = view(report)
    if _least(report) <= largest:
        page = render_page("report.html", shown | {"paged": False}, "report.js")
        if len(page) <= largest:
            yield "report.html", page
            return
    yield "report.html", render_page("report.html", index_view(shown), "report.js", _from_index)
    for n in range(1, len(shown["articles"]) + 1):
        page = render_page("article.html", article_page(shown, n, _PAGE), "report.js", partial(_from_article, n))
        yield f"articles/{_PAGE.format(n)}", page


def _least(report: dict[str, Any]) -> int:
    """Bytes that a page of everything has at the very least, by the markup of its rows: enough to know that it is too
    large without making it."""
    return 400 * (2 * len(report["flags"]) + len(report["claims"]) + len(report["quotes"]))


def _here(n: int | None, anchor: str) -> str:
    return f"#{anchor}"


def _from_index(n: int | None, anchor: str) -> str:
    return f"articles/{_PAGE.format(n)}#{anchor}" if n else f"#{anchor}"


def _from_article(page: int, n: int | None, anchor: str) -> str:
    return f"{_PAGE.format(n)}#{anchor}" if n and n != page else f"#{anchor}"


def render_page(
    template: str, shown: Mapping[str, Any], script: str | None = None, to: Callable[[int | None, str], str] = _here
) -> bytes:
    """A page with the style, and the script where there is one, in it and allowed by its policy.

    `to` makes the address of an anchor from the number of its article.
    """
    style, code = _read("report.css"), _read(script) if script else ""
    allowed = policy((style,), (code,) if script else ())
    page = _environment().get_template(template)
    text = page.render(shown, to=to, style=Markup(style), script=Markup(code), policy=allowed)
    return text.encode("utf-8", "backslashreplace")


def policy(styles: Iterable[str], scripts: Iterable[str]) -> str:
    """A content security policy that allows these styles and scripts and nothing else."""
    style = " ".join(_hash(s) for s in styles) or "'none'"
    script = " ".join(_hash(s) for s in scripts) or "'none'"
    return f"default-src 'none'; style-src {style}; script-src {script}; base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(sha256(text.encode()).digest()).decode()}'"


def _read(name: str) -> str:
    return files("pipeline.report").joinpath("templates", name).read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("pipeline.report", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "shown": isolated,
        "bare": bare,
        "piece": _piece,
        "clip": clip,
        "named": _named,
    }
    environment.filters["plainly"] = lambda place: place | {"href": ""}
    environment.filters["label"] = lambda label: _LABELS.get(label, label.lower())
    return environment


def bare(text: object) -> Markup:
    """Escaped text for where no element may stand: a character that cannot be seen is written as its code point."""
    return escape(spelled(str(text)))


@lru_cache(maxsize=10_000)
def isolated(text: str) -> Markup:
    """Escaped text in a direction of its own, each character that cannot be seen shown by its code point."""
    return Markup("<bdi>") + Markup("").join(_seen(p.text, p.hidden) for p in shown(text)) + Markup("</bdi>")


def _piece(piece: dict[str, Any]) -> Markup:
    return _seen(piece["text"], piece["hidden"])


def _seen(text: str, hidden: str) -> Markup:
    if not hidden:
        return escape(text)
    point, _, name = hidden.partition(" ")
    return Markup('<span class="hid" role="img" aria-label="hidden character {}" data-u="{}"></span>').format(
        name or point, point
    )


def _named(name: str) -> str:
    """`altered-quote` as `Altered quote`."""
    return name.replace("-", " ").capitalize()
