"""Not written yet."""

from __future__ import annotations

from typing import Any


def find_figures(document: Any, passages: Any, dates: Any) -> tuple[Any, ...]:
    """Nothing yet."""
    return ()
