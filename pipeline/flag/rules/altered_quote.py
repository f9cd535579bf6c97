"""The same quotation with other words.

What it flags
-------------
Two versions of one quotation whose words differ where both print it. An error where a content word, a negation, a
number or a name differs between quotation marks in both places; a warning where words were put in, in round brackets
without a sign that they are the editor's; a note where only grammar words differ (a dropped "that"). The message shows
the words and does not say which version is right. Raised at both places.

Why it matters
--------------
Quotation marks promise the very words. One of the two papers does not keep the promise.

What is not flagged
-------------------
A shorter version, an ellipsis, a speech split around its cue, square brackets; typographic marks, house style
(Turkey and Türkiye, -ise and -ize, "percent" and "per cent", "Sen." and "Senator"); headlines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.flag.cases import Case
from pipeline.flag.examples import Example
from pipeline.flag.quotations import paper
from pipeline.model import Edit, Finding, Place, Quote, Span, Variant

CODE = "Q004"
NAME = "altered-quote"
SEVERITY = "error"

FLAGGED = (
    Example(
        (
            "Harbour\n\n“We will close the old harbour gate before the winter storms,” Ann Tolliver said.",
            "Gate\n\n“We will close the new harbour gate before the winter storms,” Ann Tolliver said.",
        ),
        on="We will close the old harbour gate",
        why="a content word",
    ),
    Example(
        (
            "Harbour\n\n“We will not close the harbour gate before the winter,” Ann Tolliver said.",
            "Gate\n\nMs Tolliver told the council: “We will close the harbour gate before the winter.”",
        ),
        on="We will close the harbour gate",
        why="a lost negation",
    ),
)
CLEAN = (
    Example(
        (
            "Harbour\n\n“We will close the harbour gate before the winter storms,” Ann Tolliver said.",
            'Gate\n\n"We will close the harbour gate … before the winter storms," Ann Tolliver said.',
        ),
        why="marks of another kind, and an ellipsis",
    ),
    Example(
        (
            "Harbour\n\n“We will modernise the harbour before the winter. It is a labour of love,” Ann Tolliver said.",
            "Gate\n\n“We will modernize the harbor before the winter,” Ann Tolliver said.",
        ),
        why="house spelling, and a shorter version",
    ),
    Example(
        (
            "Harbour\n\n“We will close the harbour gate before the winter storms,” Ann Tolliver said.",
            "Gate\n\n“The council has failed the people of this town for years,” Paul Reyes said.",
        ),
        why="two utterances",
    ),
)

_BRACKETS = re.compile(r"\([^()]{1,80}\)")


def check(case: Case) -> Iterator[Finding]:
    """A finding at both ends of every pair whose words differ."""
    for variant in case.alignment.variants:
        left, right = case.quote[variant.left], case.quote[variant.right]
        if "headline" in (left.block, right.block):
            continue
        level = _level(variant, left, right)
        if level is not None:
            yield _finding(case, variant, left, right, False, level)
            yield _finding(case, variant, right, left, True, level)


def _level(variant: Variant, left: Quote, right: Quote) -> str | None:
    if variant.kind == "brackets":
        rounded = any("(" in span.text for q in (left, right) for span in q.words)
        return "warning" if rounded else None
    if variant.kind not in ("altered", "other-speaker") or all(e.weight == "style" for e in variant.edits):
        return None
    return "error" if any(e.weight == "content" for e in variant.edits) else "note"


def _finding(case: Case, variant: Variant, here: Quote, there: Quote, turned: bool, level: str) -> Finding:
    edits = [e for e in variant.edits if e.weight != "style"]
    graver = [e for e in edits if e.weight == "content"] or edits
    told = "; ".join(_told(e, turned) for e in graver[:3]) or _bracketed(here, there)
    where = "elsewhere in this article" if here.doc == there.doc else f"in {paper(case, there)}"
    message = f"the words differ from those {where}: {told}"
    at, rival = _at(here, graver, turned), _at(there, graver, not turned)
    return Finding(here.doc, at, message, (Place(there.doc, rival, "conflicts"),), level)


def _bracketed(here: Quote, there: Quote) -> str:
    """Which words stand in round brackets, and in which of the two."""
    for quote, place in ((here, "here"), (there, "there")):
        found = [m.group() for span in quote.words for m in _BRACKETS.finditer(span.text)]
        other = " ".join(span.text for span in (there if quote is here else here).words)
        new = [f for f in found if f not in other]
        if new:
            return f"“{new[0]}” stands {place} only, in brackets"
    return "words stand in brackets in one of them"


def _at(quote: Quote, edits: list[Edit], turned: bool) -> Span:
    """From the first to the last of the words that differ, in one of the two; else the whole quotation."""
    places = [e.right_at if turned else e.left_at for e in edits]
    there = sorted(p for p in places if p is not None)
    if not there:
        return quote.at
    return quote.at.cut(max(there[0].start, quote.at.start), min(max(p.end for p in there), quote.at.end))


def _told(edit: Edit, turned: bool) -> str:
    here, there = (edit.right, edit.left) if turned else (edit.left, edit.right)
    if not here:
        return f"“{there}” stands there and not here"
    if not there:
        return f"“{here}” stands here and not there"
    return f"“{here}” here, “{there}” there"
