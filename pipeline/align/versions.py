"""Versions of one article: a live story that was updated, a correction. They are one source, and the newest counts.

Two documents are versions where half of the shorter one's runs of four words stand in the other as well and they have
one publisher or one address; or, where the publisher of one is unknown, one headline and a notice of the change. Which
came first is read from stated dates and moments, then from such notices ("UPDATE 2-", "This story has been updated").
Where neither says, it is unknown: the order of the files means nothing.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import cached_property
from itertools import pairwise

from pipeline.align.relations import Relation
from pipeline.model import Change, Document, Extraction, Sentence, Versions
from pipeline.text import fold, key, words

RUN = 4
"""Words in a run."""
SHARE = 0.5
"""The share of the shorter text's runs that the other must have."""
ALIKE = 0.5
"""How alike two sentences must be, as a share of their words, to be one sentence before and after a change."""
MOST = 60
"""Documents that hold one run beyond which it says nothing."""

_TEXT = frozenset({"headline", "body"})
_ROLES = frozenset({"source", "withdrawn"})
_THING = r"(?:article|story|report|post|piece|page)"
_NOTICE = re.compile(
    rf"\bthis {_THING} (?:has been|was|is being) (?:\w+ )?(?:updated|corrected|revised|amended)\b"
    rf"|\ban? (?:earlier|previous|original) version of this {_THING}\b"
    r"|^\W*(?:update[ds]?|corrections?|corrected|clarification)\b(?: ?\d{1,2})?"
    r"(?: ?[:(-]|,? (?:at |on )?\w{0,9}\.? ?\d)",
    re.IGNORECASE | re.MULTILINE,
)
_COUNTED = re.compile(r"\W*update (\d{1,2}) ?-", re.IGNORECASE)
_LABEL = re.compile(r"^\W*(?:update[ds]?|corrections?|corrected|live|breaking)(?: ?\d{1,2})? ?[:-] ?", re.IGNORECASE)
_ADDRESS = re.compile(r"^(?:https?://)?(?:www\.)?|[?#].*$|/+$", re.IGNORECASE)
_MOMENT = re.compile(r"(\d{4}-\d{1,2}-\d{1,2})[T ](\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?(.*)")


@dataclass(frozen=True)
class Lineage:
    """What the versions of a story mean for everything else: which articles are one, and which are out of date."""

    versions: tuple[Versions, ...] = ()

    @cached_property
    def article(self) -> dict[str, str]:
        """For each version, the document that its article is named after; documents of one version are not in it."""
        return {doc: v.docs[0] for v in self.versions for doc in v.docs}

    @cached_property
    def older(self) -> frozenset[str]:
        """The versions of which a newer one is known."""
        return frozenset(d for v in self.versions if v.newest for d in v.docs if d != v.newest)


# ---------------------------------------------------------------- which documents


def find_versions(documents: Sequence[Document], extractions: Sequence[Extraction]) -> tuple[Versions, ...]:
    """The articles that stand in the story in several versions, by the name of their first document."""
    ordered = sorted((d for d in documents if d.role in _ROLES), key=lambda d: (d.file, d.part))
    place = {d.doc: d for d in ordered}
    group = {d.doc: d.doc for d in ordered}
    because: dict[str, set[str]] = defaultdict(set)
    for left, right, share in _sharing(ordered):
        bond = _bond(left, right)
        if bond:
            old, new = sorted((group[left.doc], group[right.doc]))
            group = {doc: old if root == new else root for doc, root in group.items()}
            because[old] |= because.pop(new, set()) | {f"{bond}, and {share:.0%} of the shorter text stands in both"}
    sentences = {e.doc: e.sentences for e in extractions}
    members: dict[str, list[Document]] = defaultdict(list)
    for doc, root in group.items():
        members[root].append(place[doc])
    found = [_versions(held, because[root], sentences) for root, held in members.items() if len(held) > 1]
    return tuple(sorted(found, key=lambda v: min(v.docs)))


def _sharing(documents: Sequence[Document]) -> Iterator[tuple[Document, Document, float]]:
    """Pairs that share enough of their text, with the share of the shorter one's runs."""
    runs = [_runs(d) for d in documents]
    index: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i, held in enumerate(runs):
        for run in held:
            index[run].append(i)
    common: Counter[tuple[int, int]] = Counter()
    for holders in index.values():
        if len(holders) <= MOST:
            common.update((i, j) for at, i in enumerate(holders) for j in holders[at + 1 :])
    for (i, j), count in sorted(common.items()):
        share = count / min(len(runs[i]), len(runs[j]))
        if share >= SHARE:
            yield documents[i], documents[j], share


def _runs(document: Document) -> set[tuple[str, ...]]:
    found: set[tuple[str, ...]] = set()
    for block in document.blocks:
        if block.kind in _TEXT:
            said = [w.casefold() for _, _, w in words(fold(block.at.text))]
            found.update(tuple(said[i : i + RUN]) for i in range(len(said) - RUN + 1))
    return found


def _bond(left: Document, right: Document) -> str:
    """What says that two texts alike are one article, "" where nothing does."""
    if left.publisher and right.publisher:
        return f"both are published by {left.publisher}" if key(left.publisher) == key(right.publisher) else ""
    if left.url and right.url and _address(left.url) == _address(right.url):
        return "both have one address"
    one, two = _headline(left), _headline(right)
    if one and one == two and (_notices(left) or _notices(right)):
        return "both have one headline, and one says that it was changed"
    return ""


def _address(url: str) -> str:
    return _ADDRESS.sub("", url.strip()).casefold()


def _headline(document: Document) -> str:
    blocks = (b.at.text for b in document.blocks if b.kind == "headline")
    return key(_LABEL.sub("", fold(next(blocks, document.title or ""))))


# ---------------------------------------------------------------- which came first


def _versions(held: list[Document], because: Iterable[str], sentences: Mapping[str, tuple[Sentence, ...]]) -> Versions:
    reasons = sorted(because)
    able = [d for d in held if d.role != "withdrawn"]
    newest = next((d for d in able if all(o is d or _later(d, o) for o in held if o in able)), None)
    if newest is not None and len(able) > 1:
        reasons += sorted({_later(newest, o) for o in able if o is not newest})
    elif newest is not None:
        reasons.append("the others were withdrawn")
    else:
        reasons.append("nothing says which version is the newest")
    ordered = sorted(held, key=lambda d: (d is newest, _rank(d, held) if newest else 0, d.file, d.part))
    changes = tuple(c for old, new in pairwise(ordered) for c in _changes(old, new, sentences))
    return Versions(tuple(d.doc for d in ordered), newest.doc if newest else None, tuple(reasons), changes)


def _rank(document: Document, held: Sequence[Document]) -> int:
    """How many of the others it is known to follow."""
    return sum(bool(_later(document, other)) for other in held if other is not document)


def _later(one: Document, other: Document) -> str:
    """Why the one is later than the other, "" where nothing says so."""
    first, second = one.published, other.published
    if first.earliest and second.latest and first.earliest > second.latest:
        return f"{one.doc} is of {first.value or first.earliest}, {other.doc} of {second.value or second.latest}"
    if first.latest and second.earliest and first.latest < second.earliest:
        return ""
    mine, theirs = _moment(one), _moment(other)
    if mine and theirs and mine[1] == theirs[1] and mine[0] != theirs[0]:
        return f"{one.doc} is of {mine[0][:5]}, {other.doc} of {theirs[0][:5]}" if mine[0] > theirs[0] else ""
    return f"{one.doc} says that it was changed" if _notices(one) > _notices(other) else ""


def _moment(document: Document) -> tuple[str, str] | None:
    """The stated time of day and the zone it is in, as written; None where only a day is known."""
    match = _MOMENT.fullmatch(document.published.moment)
    return (f"{int(match[2]):02}:{match[3]}:{match[4] or '00'}", match[5].strip()) if match else None


def _notices(document: Document) -> int:
    """How often it says that it was changed: the number in "UPDATE 2-", else 1 for a notice, 0 for none."""
    texts = [fold(b.at.text) for b in document.blocks]
    counted = [int(m[1]) for t in texts if (m := _COUNTED.match(t))]
    return max(counted) if counted else int(any(_NOTICE.search(t) for t in texts))


# ---------------------------------------------------------------- what changed


def _changes(old: Document, new: Document, sentences: Mapping[str, tuple[Sentence, ...]]) -> Iterator[Change]:
    """What one version has and the next has not, or has otherwise, in order of place; moved sentences are none."""
    before, after = (_told(sentences.get(d.doc, ())) for d in (old, new))
    gone = [s for text, s in before if text not in {t for t, _ in after}]
    come = [s for text, s in after if text not in {t for t, _ in before}]
    partner = _partners(gone, come)
    for i, sentence in enumerate(gone):
        at = come[partner[i]].at if i in partner else None
        yield Change(old.doc, new.doc, sentence.at, at)
    for j, sentence in enumerate(come):
        if j not in partner.values():
            yield Change(old.doc, new.doc, None, sentence.at)


def _told(sentences: Iterable[Sentence]) -> list[tuple[str, Sentence]]:
    return [(key(s.at.text), s) for s in sentences if s.block in _TEXT]


def _partners(gone: Sequence[Sentence], come: Sequence[Sentence]) -> dict[int, int]:
    """For each sentence that went the one that came in its place, the most alike first."""
    ranked = sorted(
        (-likeness, i, j)
        for i, one in enumerate(gone)
        for j, two in enumerate(come)
        if (likeness := _likeness(one.at.text, two.at.text)) >= ALIKE
    )
    found: dict[int, int] = {}
    for _, i, j in ranked:
        if i not in found and j not in found.values():
            found[i] = j
    return found


def _likeness(one: str, two: str) -> float:
    left, right = ([w for _, _, w in words(key(t))] for t in (one, two))
    shared = sum((Counter(left) & Counter(right)).values())
    if 2 * shared < ALIKE * (len(left) + len(right)):
        return 0.0
    return SequenceMatcher(None, left, right, autojunk=False).ratio()


# ---------------------------------------------------------------- what it means for relations


def outdated(relations: Iterable[Relation], lineage: Lineage) -> list[Relation]:
    """The relations with no conflict in which an older version, or two versions of one article, stand."""
    return [_weighed(r, lineage) if r.relation == "contradicts" else r for r in relations]


def _weighed(relation: Relation, lineage: Lineage) -> Relation:
    left, right = relation.left.claim.doc, relation.right.claim.doc
    mine, theirs = lineage.article.get(left), lineage.article.get(right)
    if left != right and mine is not None and mine == theirs:
        order = next(v for v in lineage.versions if left in v.docs)
        if order.newest is None:
            return _related(relation, "versions: two versions of one article, and nothing says which is newer")
        later, earlier = relation.left, relation.right
        if order.docs.index(left) < order.docs.index(right):
            later, earlier = earlier, later
        because = ("versions: changed in a newer version of the article", *relation.because)
        return replace(relation, left=later, right=earlier, relation="supersedes", because=because)
    if {left, right} & lineage.older:
        return _related(relation, "versions: one stands in an older version, and the newest counts")
    return relation


def _related(relation: Relation, why: str) -> Relation:
    return replace(relation, relation="related", because=(why, *relation.because))
