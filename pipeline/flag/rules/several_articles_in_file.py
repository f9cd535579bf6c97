"""A page holds more than one article.

What it flags
    A file in which a second headline, with its own byline, caption or prose, follows the end of the first article.
    One flag a file, on the second article's headline; the others are its evidence.

Why it matters
    Pages saved whole often carry the next story along. Its dates and quotations must not be read with the first
    one's date, nor may the two corroborate each other as if they were two sources.

What is not flagged
    Sub-headings within an article, lists of links to other stories, and a headline that only stands twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from pipeline.flag.cases import Case
from pipeline.flag.examples import Example
from pipeline.model import Finding, Place

CODE = "I001"
NAME = "several-articles-in-file"
SEVERITY = "note"

_FERRY = (
    "Ferry to Port Ansel halted after engine fire\n\n"
    "By Mara Lindqvist\n\n"
    "The evening ferry to Port Ansel was halted on Thursday after a fire in its engine room, the harbour office said. "
    "None of the 214 people on board was hurt, and all of them were brought ashore by midnight.\n\n"
    "The operator said the ship would be towed to a yard, where the cause would be examined over the coming weeks. "
    "Buses will run in place of the ferry until the end of the month.\n\n"
)
_SCHOOL = (
    "Council votes to keep the Dunmore school open\n\n"
    "By Pavel Orsini\n\n"
    "The council of Dunmore voted nine to four on Tuesday evening to keep the village school open for three more years."
    " Parents had collected 1,900 signatures against the plan to close it.\n\n"
    "The head of the finance committee said the money would come from the reserve, which stands at 2.1 million crowns."
    " A second vote on the building's roof is planned for the spring.\n"
)

FLAGGED = (
    Example((_FERRY + "\n\n" + _SCHOOL,), "Council votes to keep", why="a headline and a byline after the first's end"),
    Example(
        (
            _FERRY.replace("By Mara Lindqvist\n\n", "")
            + "\n\n\nNew Bridge over the Tarn Opens Two Years Late\n\n"
            + "New Bridge over the Tarn Opens Two Years Late\n\n"
            + _SCHOOL.split("\n\n", 2)[2],
        ),
        "New Bridge over",
        why="a headline that stands twice above prose of its own",
    ),
)
CLEAN = (
    Example((_FERRY,), why="one article"),
    Example(
        (_FERRY + "What happens next\n\n" + _SCHOOL.split("\n\n", 2)[2],),
        why="a sub-heading, with nothing else that begins an article",
    ),
    Example(
        (_FERRY + "READ MORE: Council votes to keep the Dunmore school open\n\n" + "The yard is in Holm.\n",),
        why="a link to another story is a line, not an article",
    ),
)


def check(case: Case) -> Iterator[Finding]:
    """One finding for each file that held several articles."""
    for _, group in groupby(case.documents, key=lambda d: d.file):
        parts = list(group)
        if len(parts) > 1:
            second = parts[1]
            places = tuple(Place(d.doc, case.head(d), "context") for d in parts if d is not second)
            message = f"This page holds {len(parts)} articles; they are split and judged apart."
            yield Finding(second.doc, case.head(second), message, places)
