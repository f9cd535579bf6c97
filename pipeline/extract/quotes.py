"""Not written yet."""

from __future__ import annotations

from typing import Any


def find_quotes(document: Any, passages: Any, entities: Any, references: Any, dates: Any) -> tuple[Any, ...]:
    """Nothing yet."""
    return ()
