"""Findings that stand at both ends of a link, for the rules that tell of a pair of claims."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.flag.cases import Case
from pipeline.model import Claim, Finding, Link, Place, Quote

_STOP = re.compile(r"\.+(?=[”’\"']*$)")
_INNER = str.maketrans("“”", "‘’")
LONGEST = 160
"""Characters of a statement that a message prints."""


def slot(link: Link) -> str:
    """The slot that made the relation: what stands before the colon of its first reason."""
    return link.because[0].partition(":")[0] if link.because else ""


def reason(link: Link, wanted: str) -> str:
    """What the link's reasons say of one slot, "" where they say nothing."""
    return next((b.partition(": ")[2] for b in link.because if b.partition(":")[0] == wanted), "")


def pairs(case: Case, relation: str) -> Iterator[tuple[Link, Claim, Claim]]:
    """The links of one relation with their claims, in order."""
    for link in case.alignment.links:
        if link.relation == relation:
            yield link, case.claim[link.left], case.claim[link.right]


def both_ends(
    case: Case, left: Claim, right: Claim, message: str, why: str = "", severity: str | None = None
) -> Iterator[Finding]:
    """The finding at each of the two places, with the other as evidence.

    `message` has {here}, {there}, {source} and {why}; `why` says what stands `against` what, left and right, and is
    turned round for the right.
    """
    one, against, other = " ".join(why.split()).partition(" against ")
    for here, there, told in ((left, right, one + against + other), (right, left, other + against + one)):
        sentence = message.format(here=words(here), there=words(there), source=source(case, there, here), why=told)
        yield Finding(here.doc, here.at, sentence, (Place(there.doc, there.at, "conflicts"),), severity)


def source(case: Case, claim: Claim | Quote, seen_from: Claim | None = None) -> str:
    """The article of a claim as an editor would name it: its publisher, else its file; a primary is the record; from
    within the same article the part of it ("the headline of this article")."""
    if seen_from is not None and seen_from.doc == claim.doc:
        return f"the {claim.block} of this article"
    document = case.document[claim.doc]
    name = document.publisher or document.file
    return f"the record ({name})" if document.role == "primary" else name


def words(claim: Claim) -> str:
    """The statement as printed, on one line, without its full stop, marks within it single, cut where it is long."""
    text = _STOP.sub("", " ".join(claim.at.text.split())).translate(_INNER)
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"
