"""Which statements stand for themselves, and which are asides to another: "who once led the council"."""

from __future__ import annotations

from pipeline.model import Claim

_RELATIVE = frozenset({"who", "whom", "whose", "which", "that", "where", "when", "during"})
_SUBJECTS = frozenset({"agent", "patient", "recipient", "topic"})


def told_itself(claim: Claim) -> bool:
    """Whether its clause has a subject, of its own or shared with the one before; relative and participle clauses are
    asides to another statement."""
    frame = claim.frame
    if frame is None or _RELATIVE.intersection(claim.at.text.casefold().split()[:2]):
        return False
    before = [a for a in frame.arguments if a.role in _SUBJECTS and a.at.start < frame.at.start]
    shared = any(a.role == "agent" for a in before) and not frame.at.text.casefold().endswith("ing")
    return shared or any(claim.at.holds(a.at) for a in before)
