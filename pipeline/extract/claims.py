"""Not written yet."""

from __future__ import annotations

from typing import Any


def find_claims(document: Any, passages: Any, entities: Any, references: Any, dates: Any, quotes: Any, figures: Any) -> tuple[Any, ...]:
    """Nothing yet."""
    return ()
