"""The events of a story in order of time, each with what its sources date it by."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from pipeline.model import Claim, Event, Extraction, Link, Reversal, When

_SAME = frozenset({"same", "supports"})
_VAGUE = frozenset({"PRESENT_REF", "PAST_REF", "FUTURE_REF"})
_UNDATED = When("XXXX-XX-XX", because="no article dates it")


def timeline(
    extractions: tuple[Extraction, ...], links: tuple[Link, ...], reversals: tuple[Reversal, ...] = ()
) -> tuple[Event, ...]:
    """One Event for every happening that some article dates, or that two put in another order, in order of time.

    Claims that tell of the same one, by `links`, share a row, dated by the one that says it most closely; `conflict`
    is set where two of them have no day in common. Those whose words say when but cannot be placed ("Monday", nobody
    knows which) stand last, in order of place.
    """
    claims = {c.id: c for e in extractions for c in e.claims}
    groups = _groups(claims, links)
    disputed = {c for r in reversals for told in (r.one, r.other) for c in (told.earlier, told.later)}
    events = [_event(group) for group in groups if any(_says_when(c) or c.id in disputed for c in group)]
    return tuple(event for _, event in sorted(events, key=lambda pair: pair[0]))


def _says_when(claim: Claim) -> bool:
    return claim.checkable and claim.date is not None and claim.date.value not in _VAGUE


def _groups(claims: dict[str, Claim], links: Iterable[Link]) -> list[list[Claim]]:
    """Claims joined by links of one event, each group in order of place."""
    head = {c: c for c in claims}

    def top(claim: str) -> str:
        while head[claim] != claim:
            head[claim] = head[head[claim]]
            claim = head[claim]
        return claim

    for link in links:
        if link.left in claims and link.right in claims and _joins(link, claims[link.left], claims[link.right]):
            one, other = sorted((top(link.left), top(link.right)))
            head[other] = one
    groups: dict[str, list[Claim]] = {}
    for claim in sorted(claims.values(), key=lambda c: (c.at, c.id)):
        groups.setdefault(top(claim.id), []).append(claim)
    return list(groups.values())


def _joins(link: Link, left: Claim, right: Claim) -> bool:
    if link.relation in _SAME:
        return not _apart(left.date, right.date)
    return link.relation == "contradicts" and bool(link.because) and link.because[0].startswith("days")


def _apart(left: When | None, right: When | None) -> bool:
    """Whether both are placed and share no day; an open end is no bar."""
    if left is None or right is None or "unresolved" in (left.status, right.status):
        return False
    return bool(
        (left.latest and right.earliest and left.latest < right.earliest)
        or (right.latest and left.earliest and right.latest < left.earliest)
    )


def _event(group: list[Claim]) -> tuple[tuple[object, ...], Event]:
    """An event with the key it is sorted by."""
    dated = [c for c in group if _says_when(c)]
    best = min(dated or group, key=lambda c: (_width(c.date), c.at, c.id))
    dates = [c.date for c in dated if c.date is not None]
    conflict = any(_apart(a, b) for i, a in enumerate(dates) for b in dates[i + 1 :])
    when = best.date if dated and best.date is not None else _UNDATED
    event = Event(best.reads, when, tuple(c.id for c in group), conflict)
    return (when.earliest is None, when.earliest or "", when.latest or "9999", best.at, best.id), event


def _width(when: When | None) -> tuple[int, int]:
    """How loosely a date is told: unresolved last, then by the days between its ends."""
    if when is None or when.status == "unresolved" or when.earliest is None or when.latest is None:
        return 2, 0
    days = date.fromisoformat(when.latest) - date.fromisoformat(when.earliest)
    return (0 if when.status == "resolved" else 1), days.days
