"""Two sources put the same two events in opposite order.

What it flags
-------------
"After the court ordered an inquiry, the mayor dismissed the harbour chief" here, "dismissed him before the court
ordered an inquiry" there: words of order ("after", "before", "followed by", "two days later") of one article against
those of another, or against the days that it gives the two events. A warning where both say it in words of statements
that tell the same; a note where one of the events is only named ("after the suspension") or where days say it. The flag
stands at both places, and the timeline marks both events.

Why it matters
--------------
What came first is often the story: a dismissal before an inquiry was ordered is another thing than one after it.

What is not flagged
-------------------
Orders that agree; events that only one article tells of; what is planned, denied or merely possible; two articles whose
days alone put two events in another order, since D004 then stands at the days (the timeline marks the order).
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.flag.cases import Case
from pipeline.flag.examples import Example
from pipeline.model import Finding, Ordered, Place, Span

CODE = "D007"
NAME = "order-conflict"
SEVERITY = "warning"

_DAY = "2023-05-13"
_LONGEST = 160

FLAGGED = (
    Example(
        (
            "Mayor\n\nAfter the court ordered an inquiry, Mayor Ann Tolliver dismissed the harbour chief, Paul Reeve.",
            "Port\n\nMayor Ann Tolliver dismissed the harbour chief, Paul Reeve, before the court ordered an inquiry.",
        ),
        on="After the court ordered an inquiry",
        published=(_DAY, _DAY),
        why="after in one, before in the other",
    ),
    Example(
        (
            "Exports\n\nAfter the suspension, the foreign ministry approved a licence for the drone maker Orsk Aero.",
            "Exports\n\nThe foreign ministry approved a licence for the drone maker Orsk Aero before the suspension.",
        ),
        on="After the suspension",
        published=(_DAY, _DAY),
        why="one of the two events is only named",
        noted=True,
    ),
)
CLEAN = (
    Example(
        (
            "Mayor\n\nAfter the court ordered an inquiry, Mayor Ann Tolliver dismissed the harbour chief, Paul Reeve.",
            "Port\n\nThe court ordered an inquiry before Mayor Ann Tolliver dismissed the harbour chief, Paul Reeve.",
        ),
        published=(_DAY, _DAY),
        why="the same order in other words",
    ),
    Example(
        (
            "Mayor\n\nAfter the court ordered an inquiry, Mayor Ann Tolliver dismissed the harbour chief, Paul Reeve.",
            "Port\n\nMayor Ann Tolliver dismissed the ferry captain, Ron Hale, before the court ordered an inquiry.",
        ),
        published=(_DAY, _DAY),
        why="two dismissals",
    ),
    Example(
        (
            "Mayor\n\nAfter the vote, Mayor Ann Tolliver dismissed the harbour chief, Paul Reeve.",
            "Port\n\nMayor Ann Tolliver dismissed the harbour chief, Paul Reeve, before the vote.",
        ),
        published=(_DAY, _DAY),
        why="there can be many votes",
    ),
)


def check(case: Case) -> Iterator[Finding]:
    """A finding at both ends of every reversal that words tell, at the sentence with the word of order."""
    for reversal in case.alignment.reversals:
        one, other = reversal.one, reversal.other
        if not (one.worded or other.worded):
            continue
        told = all(o.worded and o.earlier and o.later for o in (one, other))
        for here, there in ((one, other), (other, one)):
            yield _finding(case, here, there, None if told else "note")


def _finding(case: Case, here: Ordered, there: Ordered, severity: str | None) -> Finding:
    document = case.document[there.doc]
    source = document.publisher or document.file
    words = " ".join(_sentence(case, there).text.split())
    words = words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"
    told = f"{here.because[0].upper()}{here.because[1:]} here"
    message = f"{told}, but {there.because} in {source}, which has “{words}”."
    place = Place(there.doc, _sentence(case, there), "conflicts")
    return Finding(here.doc, _sentence(case, here), message, (place,), severity)


def _sentence(case: Case, told: Ordered) -> Span:
    extraction = next(x for x in case.alignment.extractions if x.doc == told.doc)
    return next((s.at for s in extraction.sentences if s.at.holds(told.at)), told.at)
