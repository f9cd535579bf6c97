"""Bodies of a state in lower case, tied to their country."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("The Turkish foreign ministry said on Monday that it would sell ships.", "org:tr-foreign-ministry"),
        ("Norway's defense ministry declined to comment.", "org:no-defence-ministry"),
        ("The Norwegian Ministry of Defence declined to comment.", "org:no-defence-ministry"),
        ("The central bank of Norway raised its rate.", "org:no-central-bank"),
        ("The Chinese military held a drill near Bergen.", "org:cn-military"),
        ("Norway met Norway's neighbours. In Norway the foreign ministry was silent.", "org:no-foreign-ministry"),
        ("The US defense department declined to comment.", "org:us-defense-department"),
    ],
)
def test_a_body_of_a_state_is_a_name(names, text: str, entity: str) -> None:
    entities, _ = names(text)
    assert entity in {e.entity if hasattr(e, "entity") else e for e in entities}


@pytest.mark.parametrize(
    "text",
    [
        "The foreign ministry declined to comment.",
        "Norwegian military equipment was sold.",
        "Norway and Sweden met in Denmark, where a defence ministry was silent.",
    ],
)
def test_what_no_country_decides_is_none(names, text: str) -> None:
    entities, _ = names(text)
    assert not [e for e in entities if str(getattr(e, "entity", e)).startswith("org:")]
