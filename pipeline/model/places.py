"""Where things stand, and short names for them."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A run of characters in one file: `text == file_text[start:end]`, never empty."""

    file: str
    start: int
    end: int
    text: str

    def holds(self, other: Span) -> bool:
        """Whether `other` lies wholly within this span."""
        return self.file == other.file and self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.file == other.file and self.start < other.end and other.start < self.end

    def cut(self, start: int, end: int) -> Span:
        """The part of this span from file offset `start` to `end`, both within it."""
        return Span(self.file, start, end, self.text[start - self.start : end - self.start])


def short_id(prefix: str, *words: object) -> str:
    """A short name for a thing that is the same over runs, processes and machines: `prefix-` and 12 hex digits."""
    text = "\x1f".join(str(w) for w in words)
    return f"{prefix}-{sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"
