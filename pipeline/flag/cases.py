"""The join that rules look at: one story, with everything that was found in it within reach."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

from pipeline.model import (
    Alignment,
    Claim,
    Dating,
    Document,
    Entity,
    Extraction,
    Link,
    Quote,
    Recorded,
    Span,
    Standing,
    Variant,
)
from pipeline.text import key

_WORD = re.compile(r"\w+(?:['-]\w+)*")
_PROSE = frozenset({"body", "pull-quote", "caption"})


@dataclass(frozen=True)
class Case:
    """A story as the rules see it. `documents` are sorted by file and part; everything else can be looked up."""

    story: str
    documents: tuple[Document, ...]
    alignment: Alignment
    language: str = field(default="en")

    @cached_property
    def extraction(self) -> dict[str, Extraction]:
        """By document."""
        return {e.doc: e for e in self.alignment.extractions}

    @cached_property
    def document(self) -> dict[str, Document]:
        """By `doc`."""
        return {d.doc: d for d in self.documents}

    @cached_property
    def claim(self) -> dict[str, Claim]:
        """By id."""
        return {c.id: c for e in self.alignment.extractions for c in e.claims}

    @cached_property
    def quote(self) -> dict[str, Quote]:
        """By id."""
        return {q.id: q for e in self.alignment.extractions for q in e.quotes}

    @cached_property
    def entity(self) -> dict[str, Entity]:
        """By canonical id, across the story."""
        return {e.entity: e for e in self.alignment.entities}

    @cached_property
    def dating(self) -> dict[str, Dating]:
        """By document: the publication date, as known or as implied."""
        return {d.doc: d for d in self.alignment.datings}

    @cached_property
    def standing(self) -> dict[str, Standing]:
        """By claim id."""
        return {s.claim: s for s in self.alignment.standings}

    @cached_property
    def family(self) -> dict[str, str]:
        """Origin family by document."""
        return {o.doc: o.family for o in self.alignment.origins}

    @cached_property
    def links(self) -> dict[str, tuple[Link, ...]]:
        """By claim id: every link with that claim at one end."""
        found: dict[str, list[Link]] = {}
        for link in self.alignment.links:
            found.setdefault(link.left, []).append(link)
            found.setdefault(link.right, []).append(link)
        return {claim: tuple(links) for claim, links in found.items()}

    @cached_property
    def variants(self) -> dict[str, tuple[Variant, ...]]:
        """By quotation id: every other version of the same utterance."""
        found: dict[str, list[Variant]] = {}
        for variant in self.alignment.variants:
            found.setdefault(variant.left, []).append(variant)
            found.setdefault(variant.right, []).append(variant)
        return {quote: tuple(variants) for quote, variants in found.items()}

    @cached_property
    def plain(self) -> dict[str, str]:
        """By document: its words as keys, one space between them."""
        return {d.doc: " ".join(_WORD.findall(key(d.text))) for d in self.documents}

    @cached_property
    def sentences_with(self) -> dict[str, list[tuple[str, Span]]]:
        """By word as key: the sentences of all articles that print it, with their documents."""
        found: dict[str, list[tuple[str, Span]]] = {}
        for extraction in self.alignment.extractions:
            for sentence in extraction.sentences:
                if sentence.block in _PROSE:
                    for word in set(_WORD.findall(key(sentence.at.text))):
                        found.setdefault(word, []).append((extraction.doc, sentence.at))
        return found

    @cached_property
    def records(self) -> dict[str, tuple[Recorded, ...]]:
        """By quotation id: its words in the primary sources."""
        found: dict[str, list[Recorded]] = {}
        for record in self.alignment.records:
            found.setdefault(record.quote, []).append(record)
        return {quote: tuple(records) for quote, records in found.items()}

    @cached_property
    def unmarked(self) -> frozenset[str]:
        """The quotations whose words, or nearly, another article prints without marks."""
        return frozenset(r.quote for r in self.alignment.unmarked)

    @cached_property
    def article(self) -> dict[str, str]:
        """By document: the first version of its article; its own name where there is one version only."""
        named = {doc: v.docs[0] for v in self.alignment.versions for doc in v.docs}
        return {d.doc: named.get(d.doc, d.doc) for d in self.documents}

    @cached_property
    def older(self) -> frozenset[str]:
        """Versions of which a newer one is known."""
        return frozenset(d for v in self.alignment.versions if v.newest for d in v.docs if d != v.newest)

    def bearing(self, doc: str) -> tuple[Document, ...]:
        """The documents that can bear out what one says: other articles, no draft, none withdrawn or out of date."""
        return tuple(
            d
            for d in self.documents
            if d.role in ("source", "primary") and d.doc not in self.older and self.article[d.doc] != self.article[doc]
        )

    def sentence(self, doc: str, at: Span) -> Span:
        """The sentence that a place stands in, or the place where it stands in none."""
        return next((s.at for s in self.extraction[doc].sentences if s.at.meets(at)), at)

    def head(self, document: Document) -> Span:
        """Where a flag on a whole article stands: its headline, else its first block."""
        headline = next((b for b in document.blocks if b.kind == "headline"), None)
        return (headline or document.blocks[0]).at
