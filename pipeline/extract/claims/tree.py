"""A sentence's dependency tree as plain lists: one pass over the parse, then no more calls into it."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens

VERBAL = frozenset({"VERB", "AUX"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})


@dataclass(slots=True)
class Word:
    """A token. `i`, `head` and `kids` count within the sentence; `start` and `end` are characters of the block."""

    i: int
    start: int
    end: int
    text: str
    lower: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    label: str
    kids: list[int]


class Tree:
    """The words of one sentence and how they hang together. `root` is the index of its head."""

    def __init__(self, words: list[Word], root: int) -> None:
        self.words = words
        self.root = root

    def __len__(self) -> int:
        return len(self.words)

    def __getitem__(self, i: int) -> Word:
        return self.words[i]

    def kids(self, i: int, *deps: str) -> Iterator[Word]:
        """The dependents of a word, those with one of these labels only where any are given."""
        for k in self.words[i].kids:
            if not deps or self.words[k].dep in deps:
                yield self.words[k]

    def kid(self, i: int, *deps: str) -> Word | None:
        """The first such dependent."""
        return next(self.kids(i, *deps), None)

    def under(self, i: int, without: Container[int] = ()) -> list[int]:
        """The word and everything below it, in order; what hangs below `without` is left out."""
        found, todo = [], [i]
        while todo:
            at = todo.pop()
            found.append(at)
            todo.extend(k for k in self.words[at].kids if k not in without)
        return sorted(found)

    def chain(self, i: int) -> Iterator[Word]:
        """The words above this one, nearest first."""
        at = self.words[i]
        while at.head >= 0:
            at = self.words[at.head]
            yield at

    def text(self, indices: Iterable[int]) -> str:
        """These words as text, spaced as printed where they were neighbours, else by one space."""
        out: list[str] = []
        before: Word | None = None
        for i in indices:
            word = self.words[i]
            closes = word.text in '"”' and sum(w.count('"') + w.count("“") for w in out) % 2 == 1
            if before is not None and (word.i != before.i + 1 or word.start > before.end) and not closes:
                out.append(" ")
            out.append(word.text)
            before = word
        return "".join(out)


def grow(tokens: Tokens, text: str) -> Tree:
    """The tree of one sentence of a parse; white space tokens are left out. `text`: the block as printed."""
    kept = [t for t in tokens if not t.is_space]
    place = {t.i: n for n, t in enumerate(kept)}
    words = [
        Word(n, t.idx, end, text[t.idx : end], t.lower_, t.lemma_.lower(), t.pos_, t.tag_, t.dep_, -1, t.ent_type_, [])
        for n, t in enumerate(kept)
        for end in (t.idx + len(t),)
    ]
    root = 0
    for n, token in enumerate(kept):
        above = token.head
        while above.is_space and above.head is not above:
            above = above.head
        head = place.get(above.i, -1)
        if token.dep_ == "ROOT" or head in (n, -1):
            root = n if token.dep_ == "ROOT" or not words[root].kids else root
            continue
        words[n].head = head
        words[head].kids.append(n)
    return Tree(words, root)
