"""Text on the page that is not the article's prose.

What it flags
    A page's own words (menus, share buttons, prompts), pointers to other articles, and captions. Neighbouring lines
    of one kind are one flag.

Why it matters
    A page's furniture says nothing about the story, and a link to another article is another article's claim. An
    editor must see what was not judged, or was judged apart from the prose, because a wrong label hides a statement.

What is not flagged
    Bylines, time stamps and agency credits, which belong to an article; displayed quotations, which are judged as
    quotations; repeats, which have a code of their own (I002).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from pipeline.flag.cases import Case
from pipeline.flag.examples import Example
from pipeline.model import Finding

CODE = "I003"
NAME = "text-set-aside"
SEVERITY = "note"

_SAID = {
    "boilerplate": "This belongs to the page, not to the article; it is set aside and not judged.",
    "teaser": "This points to another article; it is set aside and not judged.",
    "caption": "This is a caption; it is judged apart from the article's prose.",
}
_TEXT = (
    "The harbour office of Port Ansel closed its northern quay on Friday after cracks were found in the wall.\n\n"
    "Divers will look at the foundations next week, and the fish market moves to the southern side until then.\n"
)

FLAGGED = (
    Example(("Skip to content\n\nQuay Closed at Port Ansel\n\n" + _TEXT,), "Skip to content", why="a page's menu"),
    Example((_TEXT + "\nSEE ALSO: Ferry fares rise in May\n",), "SEE ALSO", why="a pointer to another article"),
    Example(
        ("Quay Closed at Port Ansel\n\nThe northern quay in winter. (Ines Halvorsen/Coast Pictures)\n\n" + _TEXT,),
        "The northern quay",
        why="a caption with its picture credit",
    ),
)
CLEAN = (
    Example(("Quay Closed at Port Ansel\n\nBy Mara Lindqvist\n\n" + _TEXT,), why="a byline belongs to the article"),
    Example(
        (_TEXT + "\nRead the wall, the mason told them, and you will see which stones have moved since the winter.\n",),
        why="prose that begins like a link",
    ),
    Example(
        (_TEXT + "\nMore than 40 boats, left without a berth, have been sent to the marina of the next town.\n",),
        why="prose that holds a caption's word",
    ),
)


def check(case: Case) -> Iterator[Finding]:
    """One finding for each run of blocks of one such kind."""
    for document in case.documents:
        for kind, run in groupby(document.blocks, key=lambda b: b.kind):
            if kind in _SAID:
                blocks = list(run)
                yield Finding(document.doc, document.span(blocks[0].at.start, blocks[-1].at.end), _SAID[kind])
