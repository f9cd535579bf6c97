"""A parse as plain lists: spaCy's tokens are slow to ask one by one, so they are read once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, IDX, LEMMA, LENGTH, POS, SENT_START, TAG

if TYPE_CHECKING:
    from spacy.tokens import Doc

_KEPT = "crosscheck.tokens"
_ATTRIBUTES = [POS, TAG, DEP, HEAD, LEMMA, ENT_TYPE, ENT_IOB, SENT_START, IDX, LENGTH]


@dataclass(frozen=True, slots=True)
class Tokens:
    """One passage's tokens, a list for each attribute, all as long as the passage.

    `head` holds indices (a root is its own head), `start` and `end` characters of the passage, `sentence` the number
    of the sentence, `iob` spaCy's 3 (begins a name), 1 (inside), else 0 or 2.
    """

    text: list[str]
    low: list[str]
    lemma: list[str]
    pos: list[str]
    tag: list[str]
    dep: list[str]
    head: list[int]
    label: list[str]
    iob: list[int]
    sentence: list[int]
    start: list[int]
    end: list[int]
    kids: list[list[int]]

    def __len__(self) -> int:
        return len(self.text)

    def subtree(self, i: int) -> tuple[int, int]:
        """First and one past the last token that hang on `i`, however deep (a projective parse is assumed)."""
        left = right = i
        stack = [i]
        while stack:
            t = stack.pop()
            left, right = min(left, t), max(right, t)
            stack.extend(self.kids[t])
        return left, right + 1


def read(parse: Doc) -> Tokens:
    """The tokens of a parse; kept on the parse, so that a second call costs nothing."""
    kept = parse.user_data.get(_KEPT)
    if isinstance(kept, Tokens):
        return kept
    table = parse.to_array(_ATTRIBUTES).astype("uint64")
    names = _Names(parse)
    columns = table.T.tolist() if len(parse) else [[] for _ in _ATTRIBUTES]
    pos, tag, dep, head, lemma, label, iob, begins, start, length = columns
    text = parse.text
    end = [s + n for s, n in zip(start, length, strict=True)]
    words = [text[s:e] for s, e in zip(start, end, strict=True)]
    heads = [i + (h if h < 2**63 else h - 2**64) for i, h in enumerate(head)]
    sentences, number = [], -1
    for b in begins:
        number += b == 1 or number < 0
        sentences.append(number)
    kids: list[list[int]] = [[] for _ in words]
    for i, h in enumerate(heads):
        if h != i:
            kids[h].append(i)
    found = Tokens(
        words,
        [w.lower() for w in words],
        [names[x] for x in lemma],
        [names[x] for x in pos],
        [names[x] for x in tag],
        [names[x] for x in dep],
        heads,
        [names[x] for x in label],
        iob,
        sentences,
        start,
        end,
        kids,
    )
    parse.user_data[_KEPT] = found
    return found


class _Names(dict[int, str]):
    """Hash to string, each looked up once."""

    def __init__(self, parse: Doc) -> None:
        super().__init__({0: ""})
        self._strings = parse.vocab.strings

    def __missing__(self, code: int) -> str:
        self[code] = name = self._strings[code]
        return name
