"""Claims and documents made by hand: these tests are about comparing, not about reading."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.model import Argument, Block, Claim, Document, Extraction, Figure, Frame, Published, Span, Speaker, When

Make = Callable[..., Claim]


def document(name: str, text: str = "Headline", published: str | None = "2023-05-10", **known: str | None) -> Document:
    """One article of one body block."""
    date = Published(published, published, published, "manifest") if published else Published()
    blocks = tuple(Block("body", Span(name, at, at + len(line), line)) for at, line in _lines(text))
    return Document(f"{name}#1", name, 1, 0, len(text), text, blocks, published=date, **known)


def _lines(text: str) -> list[tuple[int, str]]:
    found, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            found.append((at, line))
        at += len(line) + 1
    return found


def extraction(name: str, *claims: Claim) -> Extraction:
    """An article's claims and nothing else."""
    return Extraction(f"{name}#1", (), (), (), (), (), claims)


def figure(name: str, text: str, value: float, unit: str, of: str = "", low: float | None = None) -> Figure:
    """A figure, exact unless `low` is given."""
    return Figure(
        f"{name}#1",
        Span(name, 0, len(text), text),
        value,
        value if low is None else low,
        value if low is None else None,
        unit,
        of,
    )


@pytest.fixture
def claim() -> Make:
    """Makes a claim of one article; words are the sentence's own, as written, unless they are given."""
    count = 0

    def make(
        name: str,
        text: str,
        predicate: str = "",
        agent: str = "",
        patient: str = "",
        *,
        words: str = "",
        polarity: str = "positive",
        day: str | None = None,
        speaker: str | None = None,
        certainty: str = "asserted",
        aspect: str = "happened",
        figures: tuple[Figure, ...] = (),
        entities: tuple[str, ...] = (),
        block: str = "body",
    ) -> Claim:
        nonlocal count
        count += 1
        at = Span(name, 1000 * count, 1000 * count + len(text), text)
        slots = tuple(
            Argument(role, at, head, (head,), head if ":" in head else None)
            for role, head in (("agent", agent), ("patient", patient))
            if head
        )
        who = Speaker(at, speaker, speaker, "named") if speaker else None
        when = When(day, day, day, "resolved") if day else None
        frame = Frame(predicate, at, slots, aspect) if predicate else None
        names = entities or tuple(a.entity for a in slots if a.entity)
        content = tuple(words.split()) or tuple(w.strip(".,").lower() for w in text.split())
        return Claim(
            f"c-{name}-{count}",
            f"{name}#1",
            at,
            at,
            text,
            block,
            polarity,
            who,
            certainty,
            when,
            ("act",),
            frame,
            content,
            names,
            figures,
        )

    return make
