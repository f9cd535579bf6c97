"""Who and what an article names, and which pronouns and descriptions stand for them."""

from __future__ import annotations

from pipeline.extract.entities.groups import find_entities

__all__ = ["find_entities"]
