"""A headline or caption against its own body, through every stage."""

from __future__ import annotations

import pytest

from tests.conftest import Story

BODY = "The Bellmont museum received a grant of $17 million from the Orr Foundation on Monday. It is to mend the roof."


def conflicts(story: Story, headline: str, body: str) -> list[tuple[str, str]]:
    work = story((f"{headline}\n\n{body}",), ("2024-05-14",))
    assert work.flags is not None
    return [(f.code, f.at.text) for f in work.flags if f.code in {"C001", "D004", "N001", "N002"}]


@pytest.mark.parametrize(
    ("headline", "body", "code"),
    [
        ("Museum gets $12 million grant from Orr Foundation", BODY, "N001"),
        ("Museum gets $17 billion grant from Orr Foundation", BODY, "N002"),
        (
            "Janet Holloway pleads not guilty to bribery",
            "Janet Holloway pleaded guilty to bribery in federal court on Wednesday. She will be sentenced in June.",
            "C001",
        ),
        (
            "Janet Holloway resigns as mayor of Marlow",
            "Peter Tolliver resigned as mayor of Marlow on Monday after a long dispute about the stadium.",
            "C001",
        ),
    ],
)
def test_a_headline_that_its_body_speaks_against_is_flagged_at_both_places(
    story: Story, headline: str, body: str, code: str
) -> None:
    found = conflicts(story, headline, body)
    assert [c for c, _ in found] == [code, code]
    assert found[0][1] in headline
    assert found[1][1] in body


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        ("Museum gets grant", BODY),
        ("Museum gets more than $15 million from Orr Foundation", BODY),
        ("Museum gets $20 million from Orr Foundation", BODY + " Another $3 million comes from the city."),
        ("Dozens hurt as train derails near Marlow", "About 40 people were injured when a train derailed near Marlow."),
        (
            "Three firefighters killed in Velden flood",
            "At least 21 people were killed when the Velden burst its banks. Among them were three firefighters.",
        ),
        (
            "Bridge is not safe, engineer says",
            "Mayor Ann Tolliver said the bridge is safe. Engineer Paul Reyes said that the bridge is not safe.",
        ),
        ("Is the Harbour Bridge safe?", "The Harbour Bridge is not safe, engineers said on Monday."),
    ],
)
def test_a_headline_that_compresses_is_not(story: Story, headline: str, body: str) -> None:
    assert conflicts(story, headline, body) == []


def test_a_headline_never_corroborates_its_body(story: Story) -> None:
    work = story((f"Museum gets $17 million grant from Orr Foundation\n\n{BODY}",), ("2024-05-14",))
    assert work.alignment is not None
    assert {s.status for s in work.alignment.standings} <= {"not-comparable", "not-checkable"}
