"""The same quotation with other words.

What it flags
-------------
Two versions of one quotation whose words differ where both print it. An error where a content word, a negation, a
number or a name differs between quotation marks in both places; a warning where words were put in, in round brackets
without a sign that they are the editor's, and where another article prints nearly all the words without marks; a note
where only grammar words differ (a dropped "that"), and where nothing says that one person spoke both and they have the
same words in another order. The message shows the words and does not say which version is right.
Raised at both places. Where a primary source has the words, between
marks or not, the quotation is held against that record first, and not against others that quote it.

Why it matters
--------------
Quotation marks promise the very words. One of the two papers does not keep the promise.

What is not flagged
-------------------
A shorter version, an ellipsis, a speech split around its cue, square brackets; typographic marks, house style
(Turkey and Türkiye, -ise and -ize, "percent" and "per cent", "Sen." and "Senator"); headlines; what somebody said
twice, each time a little otherwise, where the other article has the saying that is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.flag.cases import Case
from pipeline.flag.examples import Example
from pipeline.flag.quotations import named, other, paper, words
from pipeline.model import Edit, Finding, Place, Quote, Recorded, Span, Variant
from pipeline.text import key

CODE = "Q004"
NAME = "altered-quote"
SEVERITY = "error"

FLAGGED = (
    Example(
        (
            "Harbour\n\n“We will close the old harbour gate before the winter storms,” Ann Tolliver said.",
            "Gate\n\n“We will close the new harbour gate before the winter storms,” Ann Tolliver said.",
        ),
        on="We will close the old harbour gate",
        why="a content word",
    ),
    Example(
        (
            "Harbour\n\n“We will not close the harbour gate before the winter,” Ann Tolliver said.",
            "Gate\n\nMs Tolliver told the council: “We will close the harbour gate before the winter.”",
        ),
        on="We will close the harbour gate",
        why="a lost negation",
    ),
    Example(
        (
            "Harbour\n\n“We will close the old harbour gate before the winter storms come again,” Ann Tolliver said.",
            "Gate\n\nHer letter reads:\n\nWe will close the new harbour gate before the winter storms come again.",
        ),
        on="We will close the old harbour gate",
        why="the other article prints her letter without marks",
    ),
    Example(
        (
            "Harbour\n\n“The board has not changed its position on the harbour gate,” Ann Tolliver said.",
            "Gate\n\n“Our position has not changed on the harbour gate,” a spokesman of the board said.",
        ),
        on="its position",
        why="the same words in another order, said by two",
        noted=True,
    ),
)
CLEAN = (
    Example(
        (
            "Harbour\n\n“We will close the harbour gate before the winter storms,” Ann Tolliver said.",
            'Gate\n\n"We will close the harbour gate … before the winter storms," Ann Tolliver said.',
        ),
        why="marks of another kind, and an ellipsis",
    ),
    Example(
        (
            "Harbour\n\n“We will modernise the harbour before the winter. It is a labour of love,” Ann Tolliver said.",
            "Gate\n\n“We will modernize the harbor before the winter,” Ann Tolliver said.",
        ),
        why="house spelling, and a shorter version",
    ),
    Example(
        (
            "Harbour\n\n“We will close the harbour gate before the winter storms,” Ann Tolliver said on Monday.\n\n"
            "On Tuesday she said it again: “We will close the harbour gate before the autumn storms.”",
        ),
        why="one article, and the thing said twice",
    ),
    Example(
        (
            "Harbour\n\n“We will close the harbour gate before the winter storms,” Ann Tolliver said.",
            "Gate\n\n“The council has failed the people of this town for years,” Paul Reyes said.",
        ),
        why="two utterances",
    ),
)

_SMALL = 3
"""Letters of a word up to which it stands anywhere."""
_WHOLE = 0.6
"""The share of a quotation's words under which another version of it is a part."""
_BRACKETS = re.compile(r"\([^()]{1,80}\)")


def check(case: Case) -> Iterator[Finding]:
    """A finding at both ends of every pair whose words differ, and for every quotation that departs from the record."""
    for record in case.alignment.records:
        yield from _against_record(case, record)
    for printed in case.alignment.unmarked:
        yield _against_print(case, printed)
    for variant in _nearest(case):
        left, right = case.quote[variant.left], case.quote[variant.right]
        if "headline" in (left.block, right.block) or _recorded(case, left, right):
            continue
        level = _level(variant.kind, variant.edits, (*left.words, *right.words))
        level = "note" if level and _two_statements(variant, left, right) else level
        if level is not None:
            yield _finding(case, variant, left, right, False, level)
            yield _finding(case, variant, right, left, True, level)


def _nearest(case: Case) -> Iterator[Variant]:
    """The pairs that are one saying, as far as can be told.

    Somebody who says a thing twice, each time a little otherwise, is held against the saying that is meant: not where
    the other article prints it whole with the words that are said to differ. Within one article a fragment is held
    against the whole, and a whole against a caption or pull quote; two wholes in its text are two sayings.
    """
    for variant in case.alignment.variants:
        left, right = case.quote[variant.left], case.quote[variant.right]
        if left.doc == right.doc and left.block == right.block and not (_part(left, right) or _part(right, left)):
            continue
        changed = [e for e in variant.edits if e.weight == "content"]
        mine, theirs = [e.left for e in changed if e.left], [e.right for e in changed if e.right]
        if not (_elsewhere(case, left, right, mine) or _elsewhere(case, right, left, theirs)):
            yield variant


def _two_statements(variant: Variant, left: Quote, right: Quote) -> bool:
    """Whether nothing says that one person spoke both, and words that one lacks in a place stand elsewhere in it: the
    same thing said by two, each in an order of his own."""
    one, other = (q.speaker.entity if q.speaker and q.speaker.kind == "named" else None for q in (left, right))
    if one is not None and one == other:
        return False
    sides = ((e.left, e.right, right) for e in variant.edits), ((e.right, e.left, left) for e in variant.edits)
    lacking = ((key(here).split(), words(quote)) for side in sides for here, there, quote in side if here and not there)
    return any(any(len(w) > _SMALL and w in printed for w in lost) for lost, printed in lacking)


def _part(one: Quote, whole: Quote) -> bool:
    return len(words(one)) < _WHOLE * len(words(whole))


def _elsewhere(case: Case, quote: Quote, beside: Quote, changed: list[str]) -> bool:
    """Whether the other article has a second version of a quotation, whole and with the words that are changed here."""
    for variant in case.variants.get(quote.id, ()) if changed else ():
        second = case.quote[other(variant, quote)]
        if second.doc == beside.doc != quote.doc and second.id != beside.id and not _part(second, quote):
            printed = words(second)
            if all(key(c).split()[-1] in printed for c in changed):
                return True
    return False


def _recorded(case: Case, left: Quote, right: Quote) -> bool:
    """Whether the record says what was said: both have its words, or one of the two stands in it."""
    stands = [case.document[q.doc].role == "primary" for q in (left, right)]
    known = [q.id in case.records for q in (left, right)]
    return all(known) or (any(stands) and any(known))


def _against_record(case: Case, record: Recorded) -> Iterator[Finding]:
    quote = case.quote[record.quote]
    level = _level(record.kind, record.edits, (*quote.words, record.at))
    if level is None or quote.block == "headline":
        return
    graver = _graver(record.edits)
    told = "; ".join(_told(e, False) for e in graver[:3]) or _bracketed(quote.words, (record.at,))
    message = f"The quotation differs from {named(case, record.doc)}: {told}."
    here, there = _at(quote.at, graver, False), _at(record.at, graver, True)
    yield Finding(quote.doc, here, message, (Place(record.doc, there, "conflicts"),), level)
    yield Finding(
        record.doc,
        there,
        f"These words stand otherwise in {paper(case, quote)}: {told}.",
        (Place(quote.doc, here, "conflicts"),),
        level,
    )


def _against_print(case: Case, printed: Recorded) -> Finding:
    """What another article prints of it without marks: one of the two has it wrong, and only one has it in marks."""
    quote, graver = case.quote[printed.quote], _graver(printed.edits)
    told = "; ".join(_told(e, False) for e in graver[:3])
    message = f"The quotation differs from what {named(case, printed.doc)} prints without marks: {told}."
    there = _at(printed.at, graver, True)
    return Finding(
        quote.doc, _at(quote.at, graver, False), message, (Place(printed.doc, there, "conflicts"),), "warning"
    )


def _level(kind: str, edits: Sequence[Edit], spans: Sequence[Span]) -> str | None:
    if kind == "brackets":
        return "warning" if any("(" in span.text for span in spans) else None
    if kind not in ("altered", "other-speaker") or all(e.weight == "style" for e in edits):
        return None
    return "error" if any(e.weight == "content" for e in edits) else "note"


def _graver(edits: Sequence[Edit]) -> list[Edit]:
    telling = [e for e in edits if e.weight != "style"]
    return [e for e in telling if e.weight == "content"] or telling


def _finding(case: Case, variant: Variant, here: Quote, there: Quote, turned: bool, level: str) -> Finding:
    graver = _graver(variant.edits)
    told = "; ".join(_told(e, turned) for e in graver[:3]) or _bracketed(here.words, there.words)
    where = "elsewhere in this article" if here.doc == there.doc else f"in {paper(case, there)}"
    message = f"The quotation differs from the one {where}: {told}."
    at, rival = _at(here.at, graver, turned), _at(there.at, graver, not turned)
    return Finding(here.doc, at, message, (Place(there.doc, rival, "conflicts"),), level)


def _bracketed(here: Sequence[Span], there: Sequence[Span]) -> str:
    """Which words stand in round brackets, and in which of the two."""
    for spans, others, place in ((here, there, "here"), (there, here, "there")):
        found = [m.group() for span in spans for m in _BRACKETS.finditer(span.text)]
        other = " ".join(span.text for span in others)
        new = [f for f in found if f not in other]
        if new:
            return f"“{new[0]}” stands {place} only, in brackets"
    return "words stand in brackets in one of them"


def _at(whole: Span, edits: list[Edit], turned: bool) -> Span:
    """From the first to the last of the words that differ, in one of the two; else the whole of it."""
    places = [e.right_at if turned else e.left_at for e in edits]
    there = sorted(p for p in places if p is not None)
    if not there:
        return whole
    return whole.cut(max(there[0].start, whole.start), min(max(p.end for p in there), whole.end))


def _told(edit: Edit, turned: bool) -> str:
    here, there = (edit.right, edit.left) if turned else (edit.left, edit.right)
    if not here:
        return f"“{there}” stands there and not here"
    if not there:
        return f"“{here}” stands here and not there"
    return f"“{here}” here, “{there}” there"
