"""Which date expression dates a statement: one in its clause, else in its sentence, else the reporting event's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from pipeline.model import Span, Timex, When
from pipeline.text import listed

_CLOSE = 24
_ISSUED = listed("released issued published posted sent dated written filed made given delivered aired")
"""What was done to a document on the day on which it says what it says."""


def date_of(span: Span, sentence: Span, dates: Iterable[Timex], reporting: Span | None = None) -> When | None:
    """The date of the event that the words at `span` tell of, or None where nothing dates it.

    `span`: the claim's clause or the quotation's words; `sentence`: the whole sentence it stands in; `dates`: all of
    the article's expressions, in any order; `reporting`: the cue's clause ("the mayor said on Monday") where there is
    one, whose date is taken last. Looked for in that order; the nearest wins, and durations and sets date nothing.
    `When.source` is the expression it rests on, and `because` says why that one.
    """
    usable = sorted((t for t in dates if t.type in ("DATE", "TIME") and _says_when(t.when)), key=lambda t: t.at)
    for place, why in (
        (span, "stands in the statement"),
        (sentence, "stands in its sentence"),
        (reporting, "dates the report of it"),
    ):
        if place is None:
            continue
        inside = [t for t in usable if place.holds(t.at)]
        if inside:
            best = min(inside, key=lambda t: (t.when.status == "unresolved", abs(t.at.start - span.end), t.at.start))
            when = best.when
            because = f"“{best.at.text}” {why}" + (f"; {when.because}" if when.because else "")
            return When(when.value, when.earliest, when.latest, when.status, best.at, because, when.alternatives)
    return None


def said_on(
    parts: Iterable[Span],
    cue: Span | None,
    sentence: Span,
    dates: Iterable[Timex],
    direct: bool = True,
    source: Span | None = None,
) -> When | None:
    """The date of an utterance: of the verb of saying, never one between the quotation marks; None without one.

    `parts`: the quotation's words, without the cue that may interrupt them, in one file; `cue`: what says that it was
    said; `sentence`: the one that the cue stands in; `direct`: all of the words stand between marks; `source`: who or
    what says it: a date in there counts only where the document was issued on it ("a statement released on Monday").
    """
    if cue is None:
        return None
    quoted = [q for part in parts if (q := part if direct else _from_mark(part))]
    usable = [t for t in dates if t.type in ("DATE", "TIME") and _says_when(t.when)]
    usable = [t for t in usable if not any(q.meets(t.at) for q in quoted)]
    within = [t for t in usable if source is not None and source.holds(t.at)]
    issued = [t for t in within if t.verb is not None and t.verb.text.lower() in _ISSUED]
    of_verb = [t for t in usable if t.verb is not None and t.verb.meets(cue)] or issued
    if any(t not in of_verb for t in within):
        usable = [t for t in usable if t not in within or t in of_verb]
    beside = [t for t in usable if sentence.holds(t.at) and sentence.holds(cue) and _beside(t.at, cue, sentence)]
    together = [t for t in usable if any(verb.meets(cue) for verb in t.beside)]
    near = of_verb or beside or together
    if not near:
        return None
    best = min(near, key=lambda t: (_gap(t.at, cue), t.at))
    with_it = f", with which “{cue.text}” goes" if near is together and best.verb else ""
    verb = best.verb.text if with_it and best.verb else cue.text
    return replace(best.when, source=best.at, because=f"“{best.at.text}” dates “{verb}”{with_it}; {best.when.because}")


def goes_with(verb: Span, dates: Iterable[Timex]) -> When | None:
    """The date of another verb that tells of the same moment as `verb`, None where there is none.

    `dates`: those of its sentence. What stands on `verb` itself comes first: this is for statements without a date.
    """
    for timex in sorted(dates, key=lambda t: t.at):
        if timex.verb is not None and _says_when(timex.when) and any(v.meets(verb) for v in timex.beside):
            because = (
                f"“{timex.at.text}” dates “{timex.verb.text}”, with which “{verb.text}” goes; {timex.when.because}"
            )
            return replace(timex.when, source=timex.at, because=because)
    return None


def _from_mark(part: Span) -> Span | None:
    """A reported stretch from its first quotation mark on."""
    mark = next((i for i, c in enumerate(part.text) if c in '"“”'), None)
    return None if mark is None else part.cut(part.start + mark, part.end)


def _gap(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def _beside(at: Span, cue: Span, sentence: Span) -> bool:
    """Whether only a few words and no mark stand between a date and the verb."""
    first, last = min(at.end, cue.end), max(at.start, cue.start)
    between = sentence.text[first - sentence.start : last - sentence.start]
    return len(between) <= _CLOSE and not any(mark in between for mark in ',;:"“”()')


def _says_when(when: When) -> bool:
    return when.value not in ("PRESENT_REF", "PAST_REF", "FUTURE_REF")
