"""Two happenings that two articles put in opposite order, by their words ("after the vote") or by their own dates.

Only happenings that links hold to be one across the two articles count, and an act that both only name by a noun that
is rare enough to mean one ("the suspension"); so nearly every story has none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from pipeline.align.lexicon import rarity
from pipeline.align.times import edge, printed
from pipeline.model import Claim, Extraction, Link, Order, Ordered, Reversal, Span

ONE_NOUN = 0.5
"""Rarity from which a noun of action, or its verb, names one happening of a story."""
_JOINS = frozenset({"same", "supports"})


@dataclass(frozen=True, slots=True)
class _Happening:
    """What an article tells of in a claim, or only names: then `claim` is None and `act` the verb of the noun."""

    act: str
    claim: Claim | None = None

    @property
    def id(self) -> str:
        return self.claim.id if self.claim is not None else ""


@dataclass(frozen=True, slots=True)
class _Pair:
    """One article's order of two happenings."""

    doc: str
    earlier: _Happening
    later: _Happening
    at: Span
    worded: bool
    because: str

    def record(self) -> Ordered:
        return Ordered(self.doc, self.earlier.id, self.later.id, self.at, self.worded, self.because)


class _Same:
    """Which happenings of two articles are one."""

    def __init__(self, claims: dict[str, Claim], links: Iterable[Link]) -> None:
        self.partners: dict[str, set[str]] = defaultdict(set)
        self.acts: dict[tuple[str, str], list[str]] = defaultdict(list)
        for link in links:
            if link.left in claims and link.right in claims and _joins(link, claims[link.left], claims[link.right]):
                self.partners[link.left].add(link.right)
                self.partners[link.right].add(link.left)
        for claim in claims.values():
            if _act(claim):
                self.acts[claim.doc, _act(claim)].append(claim.id)

    def __call__(self, one: _Happening, other: _Happening) -> bool:
        if one.claim is not None and other.claim is not None:
            return other.claim.id in self.partners[one.claim.id]
        if one.act != other.act or rarity(one.act) < ONE_NOUN:
            return False
        return all(h.claim is None or len(self.acts[h.claim.doc, h.act]) == 1 for h in (one, other))


def find_reversals(extractions: Sequence[Extraction], links: Sequence[Link]) -> tuple[Reversal, ...]:
    """Every two happenings whose order two articles tell differently, by place; each pair of places once."""
    claims = {c.id: c for x in extractions for c in x.claims}
    same = _Same(claims, links)
    told = {x.doc: [*_worded(x), *_dated(x.doc, x.claims, same)] for x in extractions}
    found: dict[tuple[Span, Span], Reversal] = {}
    for left, right in combinations(sorted(told), 2):
        for one in told[left]:
            for other in told[right]:
                if _reversed(one, other, same):
                    found.setdefault((one.at, other.at), Reversal(one.record(), other.record()))
    return tuple(found[key] for key in sorted(found))


def _joins(link: Link, left: Claim, right: Claim) -> bool:
    """Whether the two tell of one happening; not where each names somebody that the other does not."""
    one, two = ({e for e in c.entities if e.startswith("person:")} for c in (left, right))
    if one - two and two - one:
        return False
    days = link.relation == "contradicts" and bool(link.because) and link.because[0].startswith("days")
    return link.relation in _JOINS or days


def _reversed(one: _Pair, other: _Pair, same: _Same) -> bool:
    if not (same(one.earlier, other.later) and same(one.later, other.earlier)):
        return False
    return not (same(one.earlier, other.earlier) or same(one.later, other.later))


# ---------------------------------------------------------------- one article


def _act(claim: Claim) -> str:
    """The predicate of a claim that tells of an act, done or planned; "" for others."""
    frame = claim.frame
    if frame is None or claim.polarity == "negative" or not claim.checkable:
        return ""
    return frame.predicate.lower() if frame.aspect in ("happened", "planned") else ""


def _worded(extraction: Extraction) -> Iterator[_Pair]:
    """The orders that words tell, with the claims of their happenings."""
    for order in extraction.orders:
        earlier = _happening(extraction.claims, order.earlier, order.earlier_act)
        later = _happening(extraction.claims, order.later, order.later_act)
        if earlier is not None and later is not None and earlier != later:
            yield _Pair(extraction.doc, earlier, later, order.at, True, _because(order))


def _because(order: Order) -> str:
    return f"“{order.earlier.text}” before “{order.later.text}” (“{' '.join(order.at.text.split())}”)"


def _happening(claims: Sequence[Claim], at: Span, act: str) -> _Happening | None:
    """The claim whose verb stands there; for a noun the only claim with its verb, else the noun alone."""
    here = [c for c in claims if c.frame is not None and c.frame.at.meets(at)]
    if here:
        best = min(here, key=lambda c: (len(c.at.text), c.at, c.id))
        return _Happening(_act(best), best) if _act(best) else None
    told = [c for c in claims if _act(c) == act] if rarity(act) >= ONE_NOUN else []
    if len(told) == 1:
        return _Happening(act, told[0])
    return _Happening(act) if act else None


def _dated(doc: str, claims: Sequence[Claim], same: _Same) -> Iterator[_Pair]:
    """The orders that an article's own dates tell, of happenings that another article tells of too."""
    held = [c for c in claims if same.partners.get(c.id) and _act(c) and _days(c)]
    for one, other in combinations(sorted(held, key=lambda c: (_days(c), c.id)), 2):
        if _days(one)[1] < _days(other)[0]:
            because = f"dated {_printed(one)} and {_printed(other)}"
            earlier, later = (_Happening(_act(c), c) for c in (one, other))
            at = other.date.source if other.date is not None else None
            yield _Pair(doc, earlier, later, at or other.at, False, because)


def _days(claim: Claim) -> tuple[str, ...]:
    """First and last day of an act that its own date tells; empty where none does."""
    when = claim.date
    if when is None or when.status == "unresolved" or when.source is None or not (when.earliest and when.latest):
        return ()
    return () if edge(claim.sentence, when.source) else (when.earliest, when.latest)


def _printed(claim: Claim) -> str:
    first, last = _days(claim)
    return printed(claim.date.source if claim.date else None, (first, last))
