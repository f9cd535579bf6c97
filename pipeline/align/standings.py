"""How each claim stands towards the other sources, with the evidence that made it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.align.relations import Relation
from pipeline.align.versions import Lineage
from pipeline.align.views import SOMEBODY, View
from pipeline.model import Evidence, Standing

NEAR_MISSES = 3

_SILENT = frozenset({"withdrawn", "draft"})
"""Roles whose word does not corroborate."""
_ENOUGH_WORDS = 1.5
"""The weight of words below which a claim says too little to be looked for elsewhere."""


@dataclass(frozen=True)
class Sources:
    """Who is who among the articles: by document its origin family and its role, and which are versions of one."""

    family: Mapping[str, str]
    role: Mapping[str, str]
    lineage: Lineage = field(default_factory=Lineage)

    def silent(self, doc: str) -> bool:
        """Whether its word does not corroborate: withdrawn, the draft, an older version."""
        return self.role[doc] in _SILENT or doc in self.lineage.older

    def one_article(self, one: str, other: str) -> bool:
        """Whether two documents are one, or versions of one."""
        article = self.lineage.article
        return one == other or (one in article and article[one] == article.get(other))

    def independent(self, left: View, right: View) -> bool:
        """Whether the two have it from different origins: other families, and not one named speaker."""
        one, other = left.claim.doc, right.claim.doc
        if self.one_article(one, other) or self.family[one] == self.family[other]:
            return False
        if left.voice == right.voice and left.voice not in ("", SOMEBODY):
            return False
        return not self.silent(one) and not self.silent(other)


def find_standings(views: Sequence[View], relations: Iterable[Relation], sources: Sources) -> tuple[Standing, ...]:
    """One Standing for each claim, in the order of `views`."""
    near: dict[str, list[Relation]] = defaultdict(list)
    for relation in relations:
        near[relation.left.claim.id].append(relation)
        near[relation.right.claim.id].append(relation)
    return tuple(_standing(v, near[v.claim.id], sources) for v in views)


def _standing(view: View, near: list[Relation], sources: Sources) -> Standing:
    across = [r for r in near if r.left.claim.doc != r.right.claim.doc]
    by_kind = {kind: [r for r in across if r.relation in kinds] for kind, kinds in _KINDS.items()}
    misses = _misses(view, by_kind["related"])
    evidence = tuple(_evidence(view, [r for r in across if r.relation != "related"], sources))
    if not view.claim.checkable:
        return Standing(view.claim.id, "not-checkable", evidence, misses, view.claim.unchecked_because)
    if by_kind["contradicts"]:
        return Standing(view.claim.id, "conflicting", evidence, misses, _first(by_kind["contradicts"]))
    later = [r for r in by_kind["supersedes"] if r.right is view]
    if later:
        return Standing(view.claim.id, "superseded", evidence, misses, _first(later))
    status, because = _support(view, by_kind["support"], sources)
    return Standing(view.claim.id, status, evidence, misses, because)


_RECORD = ", the primary source among them"
_KINDS = {
    "support": ("same", "supports"),
    "contradicts": ("contradicts",),
    "supersedes": ("supersedes",),
    "related": ("related",),
}


def _support(view: View, support: list[Relation], sources: Sources) -> tuple[str, str]:
    doc = view.claim.doc
    others = {d for d in sources.role if not sources.silent(d) and not sources.one_article(d, doc)}
    heard = [r for r in support if _other(r, view).claim.doc in others]
    whole = [r for r in heard if r.carried in ("both", _side(r, view))]
    apart = sorted({sources.family[_other(r, view).claim.doc] for r in whole if sources.independent(r.left, r.right)})
    recorded = any(sources.role[_other(r, view).claim.doc] == "primary" for r in whole)
    if apart:
        return "corroborated", f"carried by {_count(len(apart), 'other origin')}{_RECORD if recorded else ''}"
    if recorded:
        return "same-origin", "the primary source has it, and nobody of another origin"
    if whole:
        return "same-origin", f"carried by {_count(len(whole), 'place')} of the same origin"
    if heard:
        return "partly-supported", "others carry a part of it"
    if not others:
        return "not-comparable", "there is no other source"
    if view.weight < _ENOUGH_WORDS:
        return "not-comparable", "it says too little to be found elsewhere"
    return "single-source", f"none of {_count(len(others), 'other document')} carries it"


def _count(n: int, noun: str) -> str:
    return f"{n} {noun}" if n == 1 else f"{n} {noun}s"


def _other(relation: Relation, view: View) -> View:
    return relation.right if relation.left is view else relation.left


def _side(relation: Relation, view: View) -> str:
    return "left" if relation.left is view else "right"


def _evidence(view: View, relations: list[Relation], sources: Sources) -> Iterator[Evidence]:
    """The claims that bear on it; a primary source first, then by place."""
    others = [(_other(r, view), r.relation) for r in relations]
    rows = {(sources.role[o.claim.doc] != "primary", o.order, o.claim.id, relation) for o, relation in others}
    for _, _, claim, relation in sorted(rows):
        yield Evidence(claim, relation)


def _misses(view: View, related: list[Relation]) -> tuple[str, ...]:
    rows = sorted((-r.likeness.score, _other(r, view).order, _other(r, view).claim.id) for r in related)
    return tuple(claim for _, _, claim in rows[:NEAR_MISSES])


def _first(relations: list[Relation]) -> str:
    return min((r.because[0] for r in relations if r.because), default="")
