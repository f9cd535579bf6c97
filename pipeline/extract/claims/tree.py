"""A sentence's dependency tree as plain lists: one pass over the parse, then no more calls into it."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

VERBAL = frozenset({"VERB", "AUX"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_PREFIXES = frozenset(
    {"re", "co", "pre", "ex", "non", "anti", "mid", "post", "self", "un", "vice", "semi", "multi", "counter", "inter"}
)
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

    def hang(self, word: Word, head: int, dep: str) -> None:
        """Hang a word on another; never on what hangs on it, which would close a ring."""
        if head == word.i or any(w.i == word.i for w in self.chain(head)):
            return
        if word.head >= 0:
            self.words[word.head].kids.remove(word.i)
        word.head, word.dep = head, dep
        self.words[head].kids.append(word.i)
        self.words[head].kids.sort()

    def text(self, indices: Iterable[int]) -> str:
        """These words as text, spaced as printed where they were neighbours, else by one space."""
        out: list[str] = []
        before: Word | None = None
        for i in indices:
            word = self.words[i]
            closes = word.text == "”" or (word.text == '"' and sum(w.count('"') + w.count("“") for w in out) % 2 == 1)
            if before is not None and (word.i != before.i + 1 or word.start > before.end) and not closes:
                out.append(" ")
            out.append(word.text)
            before = word
        return "".join(out)


def grow(tokens: Tokens, text: str) -> Tree:
    """The tree of one sentence of a parse, without white space tokens. `text`: the block as printed.

    A prefix that stands apart ("re-", "co-") is one word with what follows it.
    """
    kept = [t for t in tokens if not t.is_space]
    groups = _grouped(kept)
    above = {t.i: t.head.i for t in kept}
    place = {t.i: n for n, group in enumerate(groups) for t in group}
    words: list[Word] = []
    root = next((n for n, group in enumerate(groups) for t in group if above[t.i] == t.i), 0)
    for n, group in enumerate(groups):
        outer = group[0]
        if len(group) > 1:
            outer = next((t for t in reversed(group) if _leads_out(t.i, above, place)), group[-1])
        head = -1 if n == root else place.get(above[outer.i], root)
        words.append(_word(n, group, outer, root if head == n else head, text))
    for word in words:
        if word.head >= 0:
            words[word.head].kids.append(word.i)
    return Tree(words, root)


def _leads_out(i: int, above: dict[int, int], place: dict[int, int]) -> bool:
    """Whether the way up from a token never comes back to its own group, which would close a ring."""
    group, at = place[i], i
    while above.get(at, at) != at:
        at = above[at]
        if place.get(at) == group:
            return False
    return True


def _word(n: int, group: list[Token], outer: Token, head: int, text: str) -> Word:
    last, start = group[-1], group[0].idx
    end = last.idx + len(last)
    prefix = "".join(t.lower_ for t in group[:-1])
    lemma = prefix + last.lemma_.lower()
    return Word(
        n,
        start,
        end,
        text[start:end],
        prefix + last.lower_,
        lemma,
        last.pos_,
        last.tag_,
        outer.dep_,
        head,
        last.ent_type_,
        [],
    )


def _grouped(tokens: list[Token]) -> list[list[Token]]:
    """The tokens one by one, but "re", "-" and "export" together."""
    groups: list[list[Token]] = []
    n = 0
    while n < len(tokens):
        size = 3 if tokens[n].lower_ in _PREFIXES and _hyphened(tokens[n : n + 3]) else 1
        groups.append(tokens[n : n + size])
        n += size
    return groups


def _hyphened(tokens: list[Token]) -> bool:
    return len(tokens) == 3 and tokens[1].text == "-" and not (tokens[0].whitespace_ or tokens[1].whitespace_)
