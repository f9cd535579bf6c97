"""The records that the stages hand to each other: frozen, slotted dataclasses of plain values.

Everything that stands somewhere carries a `Span`; a mention's identity is its span. Offsets count Unicode code points
of the file as read, from its beginning, whichever part or block the mention is in. Nothing here computes more than a
property of its own fields.
"""

from __future__ import annotations

from pipeline.model.articles import Block, Document, Input, Published, Repair, Row, Skipped, Story, Suppression
from pipeline.model.comparison import (
    Alignment,
    Change,
    Dating,
    Edit,
    Event,
    Evidence,
    Link,
    Ordered,
    Origin,
    Quantity,
    Recorded,
    Reversal,
    Standing,
    Variant,
    Versions,
)
from pipeline.model.flags import Finding, Flag, Place
from pipeline.model.places import Span, short_id
from pipeline.model.statements import (
    SPOKEN,
    Act,
    Argument,
    Claim,
    Entity,
    Extraction,
    Figure,
    Frame,
    Mention,
    Order,
    Quote,
    Reference,
    Sentence,
    Speaker,
    Timex,
    When,
)
from pipeline.model.work import Work

__all__ = [
    "SPOKEN",
    "Act",
    "Alignment",
    "Argument",
    "Block",
    "Change",
    "Claim",
    "Dating",
    "Document",
    "Edit",
    "Entity",
    "Event",
    "Evidence",
    "Extraction",
    "Figure",
    "Finding",
    "Flag",
    "Frame",
    "Input",
    "Link",
    "Mention",
    "Order",
    "Ordered",
    "Origin",
    "Place",
    "Published",
    "Quantity",
    "Quote",
    "Recorded",
    "Reference",
    "Repair",
    "Reversal",
    "Row",
    "Sentence",
    "Skipped",
    "Span",
    "Speaker",
    "Standing",
    "Story",
    "Suppression",
    "Timex",
    "Variant",
    "Versions",
    "When",
    "Work",
    "short_id",
]
