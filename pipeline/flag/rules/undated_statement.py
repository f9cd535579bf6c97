"""A statement that nothing dates.

What it flags
-------------
In an undated article, every quotation and every sentence with a checkable statement that has no resolved date of its
own: neither in its clause, nor in its sentence, nor on the report it hangs on. In a dated article, only a statement
whose own date stays open. It is a note where the statement tells how things stand or what was not done, or names
nobody, where it is an aside or a quoted phrase, where another article tells the same with a date, where it lasts or
comes again ("for years", "every year"), and where words such as "on Monday" are in the sentence and only their anchor
is missing: D002 warns of those. D001 has said that the article is undated, so it gets few warnings, for
the statements that come first; the others are notes.

Why it matters
--------------
Whether a statement is right depends on when it is said to have been so. Without a date it can neither be held against
the other sources nor called out of date.

What is not flagged
-------------------
Statements with a full date in their sentence; in a dated article those without any, which the day of the report dates;
headlines, which the article dates; what somebody or something is ("a member of NATO"); opinions, forecasts, questions.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pipeline.flag.asides import told_itself
from pipeline.flag.cases import Case
from pipeline.flag.conflicts import source
from pipeline.flag.examples import Example
from pipeline.model import Claim, Extraction, Finding, Place, Quote, Span, When
from pipeline.text import listed
from pipeline.timex import interval_words

CODE = "D003"
NAME = "undated-statement"
SEVERITY = "warning"

FEWEST, WORDS_A_WARNING = 2, 250
"""An undated article gets one warning for every so many words, and two at least."""
PHRASE = 6
"""Words of a quotation under which it is a phrase."""
_LONGEST = 120
_AHEAD = frozenset({"planned", "possible", "opinion"})
_UNCHANGED = listed("beat bet burst cast cost cut hit hurt let put quit rid set shed shut split spread thrust upset")
"""Verbs whose past is their plain form."""

FLAGGED = (
    Example(("Dam\n\nThe Orsk dam burst and flooded three villages.",), on="dam burst", why="nothing dates it"),
    Example(
        ("Dam\n\n“We saw the cracks and told nobody,” Ann Tolliver said.",),
        on="We saw the cracks",
        why="a quotation of an unknown day",
    ),
    Example(
        ("Dam\n\nThe dam at Orsk is checked by three guards every year. The Orsk council cannot close it.",),
        on="Orsk",
        why="how things stand",
        noted=True,
    ),
    Example(
        (
            "Dam\n\nThe Orsk dam burst and flooded three villages, the governor said.",
            "Flood\n\nOn 4 May 2021, the Orsk dam burst and flooded three villages.",
        ),
        on="dam burst",
        why="another article tells the same with a date",
        noted=True,
    ),
)
CLEAN = (
    Example(("Dam\n\nThe Orsk dam burst on 4 May 2021.",), on="dam burst", why="it has its own date"),
    Example(("Dam\n\nThe dam burst and flooded Orsk.",), published=("2021-05-05",), why="a dated article"),
    Example(("Dam\n\nOn 4 May 2021, “we saw the cracks,” Ann Tolliver said.",), on="we saw", why="its sentence has"),
)


def check(case: Case) -> Iterator[Finding]:
    """A finding on every statement that stays without a date, one for each sentence and each quotation."""
    for extraction in case.alignment.extractions:
        document = case.document[extraction.doc]
        undated = document.published.earliest is None and document.published.value is None
        dated = [t for t in extraction.dates if t.type in ("DATE", "TIME") and t.when.status == "resolved"]
        left_open = [t for t in extraction.dates if t.reading and t.when.status == "unresolved"]
        lasting = [t for t in extraction.dates if t.type in ("DURATION", "SET")]
        seen: list[Span] = []
        found: list[Finding] = []
        for thing in _statements(extraction):
            sentence = thing.sentence
            if any(s.meets(thing.at) for s in seen) or not _open(thing.date, undated):
                continue
            if undated and any(sentence.holds(t.at) for t in dated):
                continue
            seen.append(thing.at if isinstance(thing, Quote) else sentence)
            asked = any(sentence.holds(t.at) for t in (*left_open, *lasting))
            found.append(_finding(case, thing, not asked))
        yield from _first_loud(found, max(FEWEST, len(document.text.split()) // WORDS_A_WARNING))


def _first_loud(found: list[Finding], most: int) -> Iterator[Finding]:
    """The findings in order of place, the warnings beyond the first `most` as notes."""
    loud = 0
    for finding in sorted(found, key=lambda f: f.at):
        loud += finding.severity is None
        yield replace(finding, severity="note") if finding.severity is None and loud > most else finding


def _statements(extraction: Extraction) -> Iterator[Quote | Claim]:
    """Quotations that are speech first, then checkable claims, each in order."""
    yield from (q for q in extraction.quotes if q.use == "speech" and q.marked)
    for claim in extraction.claims:
        if claim.checkable and claim.block != "headline" and claim.certainty not in _AHEAD and not _says_what(claim):
            yield claim


def _says_what(claim: Claim) -> bool:
    """Whether a claim only tells what somebody or something is."""
    is_a = claim.frame is not None and claim.frame.predicate == "be"
    return is_a and claim.kinds == ("state",) and claim.polarity == "positive" and not claim.figures


def _open(when: When | None, undated: bool) -> bool:
    """Whether a statement is left without a day: in a dated article only where its own words leave it so."""
    if undated:
        return when is None or when.status != "resolved"
    return when is not None and when.status == "unresolved" and not when.value.endswith("_REF")


def _happened(claim: Claim) -> bool:
    """Whether a claim tells that somebody named or counted did something, which has a day, and not how things stand.

    The verb is a past form: "took" did, "are hoping" and "cannot take" tell of no day, and what was not done has none.
    """
    frame = claim.frame
    if frame is None or "act" not in claim.kinds or frame.aspect != "happened" or claim.polarity == "negative":
        return False
    verb = frame.at.text.casefold()
    past = verb in _UNCHANGED or (verb != frame.predicate and not verb.endswith("ing"))
    return past and bool(claim.entities or claim.figures) and told_itself(claim)


def _whole(quote: Quote) -> bool:
    """Whether it is long enough to be a statement and no mere phrase."""
    return sum(len(span.text.split()) for span in quote.words) >= PHRASE


def _finding(case: Case, thing: Quote | Claim, loud: bool) -> Finding:
    words = _shown(thing)
    if thing.date is None or thing.date.source is None:
        if isinstance(thing, Claim) and (other := _dated_elsewhere(case, thing)):
            told = f"Nothing here dates “{words}”; {source(case, other)} has {_days(other.date)}."
            return Finding(thing.doc, thing.at, told, (Place(other.doc, other.at, "context"),), "note")
        level = None if loud and (_whole(thing) if isinstance(thing, Quote) else _happened(thing)) else "note"
        return Finding(thing.doc, thing.at, f"Nothing dates “{words}”.", severity=level)
    given = " ".join(thing.date.source.text.split())
    if thing.date.status == "bounded":
        told = f"“{words}” is dated only by “{given}”, {_days(thing.date)}."
        return Finding(thing.doc, thing.at, told, severity="note")
    told = f"“{words}” is dated only by “{given}”, which stays open."
    return Finding(thing.doc, thing.at, told, severity="note")


def _dated_elsewhere(case: Case, claim: Claim) -> Claim | None:
    """The statement of another article that tells the same and has a date of its own."""
    evidence = case.standing[claim.id].evidence if claim.id in case.standing else ()
    others = [case.claim[e.claim] for e in evidence if e.relation in ("same", "supports")]
    dated = [c for c in others if c.doc != claim.doc and c.date is not None and c.date.status == "resolved"]
    return min(dated, key=lambda c: c.at, default=None)


def _days(when: When | None) -> str:
    return interval_words(when.earliest, when.latest) if when else ""


def _shown(thing: Quote | Claim) -> str:
    """The words of a statement, of a quotation those between its marks, on one line and cut where they are long."""
    spans = thing.words if isinstance(thing, Quote) and thing.words else (thing.at,)
    words = " … ".join(" ".join(s.text.split()) for s in spans).rstrip(".,;")
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"
