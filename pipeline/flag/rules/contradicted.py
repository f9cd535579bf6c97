"""Another source says what cannot hold together with this.

What it flags
-------------
Two statements of two articles on the same event, the same attribute and the same time, of which one denies what the
other affirms, or that use words which exclude each other ("released" and "withheld", "guilty" and "not guilty"). A
headline or caption and the body of its own article are compared in the same way. The flag stands at both places; which
of the two is right is not said.

Why it matters
--------------
One of them is wrong, or both leave out what would make them agree. An editor has to know before either is printed.

What is not flagged
-------------------
A state that changed later (C005), figures (N001, N002), days (D004), certainty (C004), two speakers who disagree,
opinions, conditions, what is denied of others, of a part or elsewhere ("no motorists were hurt", "two cyclists were
hurt"), what only one source tells, and statements of which nothing says that they mean one moment; a
headline that leaves out, or that some statement of its body bears out.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.flag.cases import Case
from pipeline.flag.conflicts import both_ends, pairs, slot
from pipeline.flag.examples import Example
from pipeline.model import Finding

CODE = "C001"
NAME = "contradicted"
SEVERITY = "warning"

_DAY = "2023-05-10"

FLAGGED = (
    Example(
        (
            "Council vote\n\nThe city council of Marlow approved the stadium plan on Tuesday after a long debate.",
            "Stadium\n\nThe city council of Marlow rejected the stadium plan on Tuesday, to loud protest.",
        ),
        on="approved the stadium plan",
        published=(_DAY, _DAY),
        why="words that exclude each other, one event, one day",
    ),
    Example(
        (
            "Court\n\nJanet Holloway pleaded guilty in federal court on Wednesday to charges of bribery.",
            "Plea\n\nJanet Holloway pleaded not guilty in federal court on Wednesday to charges of bribery.",
        ),
        on="pleaded not guilty",
        published=(_DAY, _DAY),
        why="one denies what the other affirms",
    ),
    Example(
        (
            "Council rejects stadium plan\n\nThe city council of Marlow approved the stadium plan on Tuesday after a "
            "long debate. The plan goes to the mayor next.",
        ),
        on="Council rejects stadium plan",
        published=(_DAY,),
        why="a headline and its own body",
    ),
)
CLEAN = (
    Example(
        (
            "Exports\n\nNorland suspended exports of drone parts to Vestria in 2020.",
            "Exports again\n\nNorland resumed exports of drone parts to Vestria on Monday.",
        ),
        published=("2020-10-06", "2024-01-30"),
        why="a state that changed: superseded, not contradicted",
    ),
    Example(
        (
            "Bridge\n\nMayor Ann Tolliver said the Harbour Bridge is safe.",
            "Bridge\n\nEngineer Paul Reyes said the Harbour Bridge is not safe.",
        ),
        published=(_DAY, _DAY),
        why="two speakers who disagree are no fault of the papers",
    ),
    Example(
        (
            "Council vote\n\nThe city council of Marlow approved the stadium plan on Tuesday after a long debate.",
            "Library\n\nThe city council of Marlow rejected the library budget on Tuesday.",
        ),
        published=(_DAY, _DAY),
        why="one body, one day, another matter",
    ),
    Example(
        (
            "Crash\n\nNo motorists were hurt in the crash at the Marlow crossing on Tuesday.",
            "Crash\n\nTwo cyclists were hurt in the crash at the Marlow crossing on Tuesday.",
        ),
        published=(_DAY, _DAY),
        why="denied of one kind of people, told of another",
    ),
    Example(
        (
            "Vote\n\nThe board approved the merger of the two Velden hospitals on Tuesday.",
            "Vote\n\nThree members of the board did not approve the merger of the two Velden hospitals on Tuesday.",
        ),
        published=(_DAY, _DAY),
        why="a part and the whole",
    ),
    Example(
        (
            "Valley\n\nRebels broke the ceasefire in the Koru valley on Tuesday, the army said.",
            "Valley\n\nRebels did not break the ceasefire in the Koru valley on Tuesday, a rebel commander said.",
        ),
        published=(_DAY, _DAY),
        why="two sides of which each says its own",
    ),
    Example(
        (
            "Council rejects stadium plan\n\nThe city council of Marlow, which had approved the stadium plan in March, "
            "rejected it on Tuesday after a long debate.",
        ),
        published=(_DAY,),
        why="a headline that puts the latest first",
    ),
)

_SLOTS = frozenset({"polarity", "opposites", "agent"})


def check(case: Case) -> Iterator[Finding]:
    """A finding at both ends of every contradiction that is not one of figures, days or certainty."""
    for link, left, right in pairs(case, "contradicts"):
        if slot(link) in _SLOTS:
            yield from both_ends(case, left, right, "“{here}” cannot hold together with “{there}” in {source}.")
