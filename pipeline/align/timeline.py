"""The events of a story in order of time, each with what its sources date it by."""

from __future__ import annotations

from pipeline.model import Event, Extraction, Link


def timeline(extractions: tuple[Extraction, ...], links: tuple[Link, ...]) -> tuple[Event, ...]:
    """One Event for every dated happening: claims that tell of the same one share a row; the undated stand last."""
    return ()
