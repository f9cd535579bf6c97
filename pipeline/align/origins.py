"""Who has it from whom: documents with one origin make a family, and a family counts once.

Five things join two documents: the manifest's `origin`, one publisher, a long run of words that both print outside
quotation marks, one news agency credited by both, and being versions of one article.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from pipeline.model import Block, Document, Origin, Versions
from pipeline.text import fold, key, words

SHINGLE = 8
"""Words in a shingle."""
RUN = 16
"""Words in a row that two writers do not both find."""
SHARE = 0.2
"""The share of a document's shingles from which it is a copy, however short the runs."""

_TEXT = frozenset({"headline", "body"})
_CREDITED = frozenset({"body", "byline", "credit"})
_QUOTED = re.compile(r'"[^"\n]{0,2000}"')
_FORMS = {
    "Reuters": "Reuters",
    "the Associated Press": r"(?:the )?Associated Press|AP",
    "AFP": r"AFP|Agence France[- ]Presse",
    "UPI": "UPI|United Press International",
    "Bloomberg": "Bloomberg News",
    "dpa": r"dpa|Deutsche Presse-Agentur",
    "Xinhua": "Xinhua",
    "TASS": "TASS|Tass",
    "Interfax": "Interfax",
    "RIA Novosti": "RIA Novosti",
    "Anadolu": r"Anadolu(?: Agency)?",
    "Kyodo": r"Kyodo(?: News)?",
    "Yonhap": r"Yonhap(?: News Agency)?",
    "PTI": "PTI|Press Trust of India",
    "ANI": "ANI",
    "EFE": "EFE",
    "ANSA": "ANSA",
    "PA": r"PA Media|Press Association",
    "the Canadian Press": r"(?:the )?Canadian Press",
    "AAP": "AAP|Australian Associated Press",
}
_AGENCY = {name: f"(?i:the )?(?:{forms})" for name, forms in _FORMS.items()}
_CREDIT = {
    name: re.compile(
        rf"\b[Ww]ith (?:\w+ ){{0,2}}(?:inputs?|reporting|files|material|reports|information) (?:from|by|of) {agency}\b"
        rf"|\b[Ww]ith {agency}(?:,? and \w+)? (?:inputs?|reporting|files|material|reports)\b"
        rf"|\b{agency}(?: [\w.]+){{0,5}} contributed\b"
        rf"|\({agency}\) ?[-:]|^\W*(?:[Ss]ource|SOURCE)s?: ?{agency}\b|^\W*(?:[Bb]y|BY) (?:.{{0,60}}\W)?{agency}\W*$"
        rf"|^\W*{agency}\W*$",
        re.MULTILINE,
    )
    for name, agency in _AGENCY.items()
}
_MENTION = {
    name: re.compile(
        rf"\b(?:told|tells|telling|by|to|from|with) {agency}\b"
        rf"|\b{agency} (?:exclusive|reported|reports|first reported)\b"
    )
    for name, agency in _AGENCY.items()
}


def find_origins(documents: Sequence[Document], versions: Iterable[Versions] = ()) -> tuple[Origin, ...]:
    """The family of each document, in their order. A family is named after its first document."""
    ordered = sorted(documents, key=lambda d: (d.file, d.part))
    joins = [*_by_manifest(ordered), *_by_publisher(ordered)]
    runs, copies = _shared_text(ordered)
    joins += copies
    joins += _by_credit(ordered, runs)
    joins += [(*pair, "versions of one article") for v in versions for pair in pairwise(v.docs)]
    parent = {d.doc: d.doc for d in ordered}
    place = {d.doc: i for i, d in enumerate(ordered)}
    because: dict[str, list[str]] = defaultdict(list)
    for left, right, reason in joins:
        one, two = _root(parent, left), _root(parent, right)
        first, second = sorted((one, two), key=place.__getitem__)
        parent[second] = first
        because[left].append(f"{right}: {reason}")
        because[right].append(f"{left}: {reason}")
    return tuple(Origin(d.doc, _root(parent, d.doc), tuple(sorted(set(because[d.doc])))) for d in documents)


def _root(parent: dict[str, str], doc: str) -> str:
    while parent[doc] != doc:
        parent[doc] = parent[parent[doc]]
        doc = parent[doc]
    return doc


def _by_manifest(documents: Sequence[Document]) -> Iterator[tuple[str, str, str]]:
    return _alike(documents, {d.doc: key(d.origin) for d in documents if d.origin}, "the manifest gives one origin")


def _by_publisher(documents: Sequence[Document]) -> Iterator[tuple[str, str, str]]:
    return _alike(documents, {d.doc: key(d.publisher) for d in documents if d.publisher}, "one publisher")


def _alike(documents: Sequence[Document], value: dict[str, str], reason: str) -> Iterator[tuple[str, str, str]]:
    """Neighbours among the documents with one value."""
    groups: dict[str, list[str]] = defaultdict(list)
    for document in documents:
        if document.doc in value:
            groups[value[document.doc]].append(document.doc)
    for group in groups.values():
        for left, right in pairwise(group):
            yield left, right, reason


# ---------------------------------------------------------------- shared text


def _shingles(document: Document) -> list[tuple[str, ...]]:
    """Every run of SHINGLE words of the text outside quotation marks, in order; runs do not cross blocks.

    A text too short for one is a shingle as a whole, quotations and all.
    """
    found = []
    for block in document.blocks:
        if block.kind not in _TEXT:
            continue
        for piece in _QUOTED.sub("\n", fold(block.at.text)).split("\n"):
            listed = [w.casefold() for _, _, w in words(piece)]
            found += [tuple(listed[i : i + SHINGLE]) for i in range(len(listed) - SHINGLE + 1)]
    return found or [tuple(w.casefold() for _, _, w in words(fold(document.text)))]


def _shared_text(documents: Sequence[Document]) -> tuple[set[tuple[str, str]], list[tuple[str, str, str]]]:
    """Pairs that share any shingle, and joins between those that share a long run or much of their text.

    A shingle is held against the first document that has it and the last before this one, so that copies of copies
    stay linear in number; what they have in common joins the rest of the family.
    """
    shingles = {d.doc: _shingles(d) for d in documents}
    first: dict[tuple[str, ...], str] = {}
    last: dict[tuple[str, ...], str] = {}
    touching: set[tuple[str, str]] = set()
    joins = []
    for document in documents:
        mine = shingles[document.doc]
        rivals = sorted({r for s in mine for r in (first.get(s), last.get(s)) if r and r != document.doc})
        for rival in rivals:
            run, share = _common(mine, shingles[rival])
            touching.add((rival, document.doc))
            if run >= RUN:
                joins.append((rival, document.doc, f"{run} words in a row are the same"))
            elif share >= SHARE:
                joins.append((rival, document.doc, f"{share:.0%} of the text is the same"))
        for shingle in mine:
            first.setdefault(shingle, document.doc)
            last[shingle] = document.doc
    return touching, joins


def _common(left: list[tuple[str, ...]], right: list[tuple[str, ...]]) -> tuple[int, float]:
    """The longest run of words in both, and the share of the shorter one's shingles that both have."""
    theirs = set(right)
    longest = run = 0
    both = 0
    for before, shingle in zip([None, *left], left, strict=False):
        joined = before is not None and before[1:] == shingle[:-1]
        if shingle in theirs:
            both += 1
            run = run + 1 if joined and run else 1
            longest = max(longest, run)
        else:
            run = 0
    return (longest + SHINGLE - 1 if longest else 0), both / max(1, min(len(left), len(right)))


# ---------------------------------------------------------------- credits


def _by_credit(documents: Sequence[Document], touching: set[tuple[str, str]]) -> Iterator[tuple[str, str, str]]:
    """Documents that credit one agency, or name it as a source and share words as well."""
    for name in _AGENCY:
        credited = [d for d in documents if any(_CREDIT[name].search(t) for t in _lines(d))]
        for left, right in pairwise(credited):
            yield left.doc, right.doc, f"both credit {name}"
        naming = [d for d in documents if d in credited or any(_MENTION[name].search(t) for t in _lines(d))]
        for i, left in enumerate(naming):
            for right in naming[i + 1 :]:
                if (left.doc, right.doc) in touching:
                    yield left.doc, right.doc, f"both have it from {name}, in shared words"


def _lines(document: Document) -> Iterator[str]:
    return (fold(b.at.text) for b in document.blocks if _may_credit(b))


def _may_credit(block: Block) -> bool:
    return block.kind in _CREDITED and "/" not in block.at.text[-40:]
