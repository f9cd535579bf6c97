"""What the articles of one story say about each other."""

from __future__ import annotations

from bisect import bisect_left
from pathlib import Path

from pipeline import entail
from pipeline.align.asked import Ask
from pipeline.align.blocks import candidates
from pipeline.align.dating import date_story, redate
from pipeline.align.identity import unify
from pipeline.align.numbers import find_numbers
from pipeline.align.orders import find_reversals
from pipeline.align.origins import find_origins
from pipeline.align.records import find_records
from pipeline.align.relations import Judge, Relation, relate, with_measures
from pipeline.align.standings import Sources, find_standings
from pipeline.align.timeline import timeline
from pipeline.align.unmarked import find_unmarked
from pipeline.align.variants import find_variants
from pipeline.align.versions import Lineage, find_versions, outdated
from pipeline.align.views import View, view
from pipeline.model import Alignment, Dating, Document, Extraction, Link, Span, When
from pipeline.settings import NO_MODEL, Settings

__all__ = ["align", "see"]


def align(
    documents: tuple[Document, ...],
    extractions: tuple[Extraction, ...],
    settings: Settings,
    judge: Judge | None = None,
    ask: Ask | None = None,
) -> Alignment:
    """Hold the articles of one story against each other.

    `judge`: a model of entailment that may take every conflict back; the one that the settings name, if any. `ask`: the
    one that is asked about what is not sure; that of the settings, or the packaged one.
    """
    judge = judge or _judge(settings)
    ask = ask or _asked(settings)
    documents = tuple(sorted(documents, key=lambda d: (d.file, d.part)))
    by_doc = {e.doc: e for e in extractions}
    extractions = tuple(by_doc[d.doc] for d in documents if d.doc in by_doc)
    extractions, entities = unify(extractions)
    datings = date_story(documents, extractions)
    extractions = redate(extractions, datings)
    lineage = Lineage(find_versions(documents, extractions))
    origins = find_origins(documents, lineage.versions)
    sources = Sources({o.doc: o.family for o in origins}, {d.doc: d.role for d in documents}, lineage)
    views = see(documents, extractions, datings)
    relations = relate(candidates(views), judge)
    relations = outdated(with_measures(views, relations, extractions, ask), lineage)
    links = tuple(_link(r, sources.independent(r.left, r.right)) for r in relations)
    reversals = find_reversals(extractions, links)
    standings = find_standings(views, relations, sources)
    variants = find_variants(documents, extractions, settings.house_style)
    return Alignment(
        extractions,
        entities,
        datings,
        origins,
        links,
        variants,
        standings,
        timeline(extractions, links, reversals),
        find_numbers(relations, extractions),
        lineage.versions,
        find_records(documents, extractions, settings.house_style),
        reversals,
        find_unmarked(documents, extractions, settings.house_style),
    )


def see(
    documents: tuple[Document, ...], extractions: tuple[Extraction, ...], datings: tuple[Dating, ...]
) -> list[View]:
    """Every claim as the comparisons see it."""
    article = {d.doc: d for d in documents}
    dated = {d.doc: d.published for d in datings}
    spoken = {q.id: q.date for e in extractions for q in e.quotes if q.date and q.date.source}
    return [
        view(c, article[e.doc], dated.get(e.doc), spoken.get(c.quote or ""), near.get(c.sentence, ()))
        for e in extractions
        for near in [_by_sentence(e)]
        for c in e.claims
    ]


def _judge(settings: Settings) -> Judge | None:
    named = settings.entailment not in ("", NO_MODEL)
    return entail.load(Path(settings.entailment)) if named else None


def _asked(settings: Settings) -> Ask | None:
    """The model that is asked about what is not sure, opened when it first is."""
    if settings.entailment == NO_MODEL:
        return None
    folder = Path(settings.entailment) if settings.entailment else entail.PRECISE
    return lambda pairs: entail.load(folder).scores(pairs)


def _by_sentence(extraction: Extraction) -> dict[Span, tuple[When, ...]]:
    """What dates each sentence that makes a claim."""
    starts = [t.at.start for t in extraction.dates]
    found = {}
    for sentence in {c.sentence for c in extraction.claims}:
        within = extraction.dates[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        found[sentence] = tuple(t.when for t in within)
    return found


def _link(relation: Relation, apart: bool) -> Link:
    return Link(
        relation.left.claim.id,
        relation.right.claim.id,
        relation.relation,
        round(relation.likeness.score, 4),
        apart,
        relation.because,
    )
