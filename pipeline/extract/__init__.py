"""What one article says: sentences, names, dates, quotations, figures, claims."""

from __future__ import annotations

from pipeline.extract.claims import find_claims
from pipeline.extract.dates import find_dates
from pipeline.extract.entities import find_entities
from pipeline.extract.figures import find_figures
from pipeline.extract.order import find_orders
from pipeline.extract.quotes import find_quotes
from pipeline.extract.sentences import find_passages, find_sentences
from pipeline.model import Document, Extraction
from pipeline.settings import Settings

__all__ = ["extract"]


def extract(document: Document, settings: Settings, aliases: tuple[tuple[str, ...], ...] = ()) -> Extraction:
    """Read one article. `aliases`: the desk's names, each a canonical name followed by its other forms."""
    passages = find_passages(document, settings.model)
    dates = find_dates(document, passages)
    entities, references = find_entities(document, passages, aliases)
    quotes = find_quotes(document, passages, entities, references, dates)
    figures = find_figures(document, passages, dates)
    claims = find_claims(document, passages, entities, references, dates, quotes, figures)
    orders = find_orders(document, passages, dates)
    return Extraction(
        document.doc, tuple(find_sentences(passages)), entities, dates, quotes, figures, claims, references, orders
    )
