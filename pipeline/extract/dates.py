"""Not written yet."""

from __future__ import annotations

from typing import Any


def find_dates(document: Any, passages: Any) -> tuple[Any, ...]:
    """Nothing yet."""
    return ()
