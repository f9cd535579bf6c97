"""What the rules on quotations share: which quotations are judged, what carries them, and how they are printed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from pipeline.flag.cases import Case
from pipeline.model import Place, Quote, Span, Variant
from pipeline.text import key, listed

_PRONOUNS = listed("they we who which that it them us you i")
LONGEST = 120
"""Characters of a quotation that a message prints."""
_BEARING = frozenset(("identical", "ellipsis", "shortened", "altered", "other-speaker", "brackets"))
"""Kinds of variant that bear out that the words were spoken."""
_WORD = re.compile(r"\w+(?:['-]\w+)*")
_COMMON = listed(
    "a an the that this these those which who and or but so as if of to in on at by for with from into is are was were "
    "be been being am do does did has have had it its he she they we i you him her them us me my your his their our "
    "there here then than also just very not no will would can could should may might must more most what when how "
    "all one new up out over about"
)


def spoken(case: Case) -> Iterator[Quote]:
    """Words between marks that somebody is said, or has to be asked, to have spoken; headlines are no speech."""
    for quote in case.quote.values():
        if quote.marked and quote.use == "speech" and quote.words and quote.block != "headline":
            yield quote


def words(quote: Quote) -> list[str]:
    """The words between the marks, as keys."""
    return [w for span in quote.words for w in _WORD.findall(key(span.text))]


def content(quote: Quote) -> list[str]:
    """The words between the marks that carry meaning."""
    return [w for w in words(quote) if w not in _COMMON and len(w) > 2]


def printed(span: Span) -> str:
    """A quotation on one line, without its full stop, cut where it is long."""
    text = " ".join(span.text.split()).strip("“”\"'‘’,").rstrip(".")
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"


def shown(quote: Quote) -> str:
    """The words between the marks as a message prints them."""
    return " … ".join(printed(s) for s in quote.words[:2])


def paper(case: Case, quote: Quote) -> str:
    """The article of a quotation as an editor would name it."""
    return named(case, quote.doc)


def named(case: Case, doc: str) -> str:
    """An article as an editor would name it; a primary source is the record."""
    document = case.document[doc]
    name = document.publisher or document.file
    return f"the record ({name})" if document.role == "primary" else name


def stood_for(quote: Quote) -> bool:
    """Whether the source is a pronoun: it stands for somebody printed before, though nothing here decides whom."""
    return quote.speaker is not None and quote.speaker.at.text.lower() in _PRONOUNS


def unnamed(quote: Quote) -> bool:
    """Whether nobody is named as having said it."""
    if quote.speaker is None:
        return True
    return quote.speaker.kind in ("collective", "anonymous") and not stood_for(quote)


def other(variant: Variant, quote: Quote) -> str:
    """The id at the other end of a variant."""
    return variant.right if variant.left == quote.id else variant.left


def carried(case: Case, quote: Quote) -> bool:
    """Whether another article prints the words, between marks or not."""
    sought = " ".join(words(quote)[:8])
    return any(sought in case.plain[d.doc] for d in case.bearing(quote.doc))


def echoes(case: Case, quote: Quote, most: int = 3) -> tuple[Place, ...]:
    """Sentences of other articles that share the rarest words of a short quotation: near misses, no support."""
    sought = set(content(quote))
    if not sought or len(sought) > 8:
        return ()
    bearing = {d.doc for d in case.bearing(quote.doc)}
    shared = Counter(place for word in sought for place in case.sentences_with.get(word, ()) if place[0] in bearing)
    found = [(n, Place(doc, at, "near-miss")) for (doc, at), n in shared.items()]
    found.sort(key=lambda pair: (-pair[0], pair[1].at))
    return tuple(place for _, place in found[:most])


def elsewhere(case: Case, quote: Quote) -> tuple[Variant, ...]:
    """Its versions in the articles that can bear it out."""
    bearing = {d.doc for d in case.bearing(quote.doc)}
    return tuple(v for v in case.variants.get(quote.id, ()) if case.quote[other(v, quote)].doc in bearing)


def alone(case: Case, quote: Quote) -> bool:
    """Whether there are articles that could carry the words and none does, between marks or without, nor the record."""
    if len(content(quote)) < 2 or not case.bearing(quote.doc):
        return False
    printed = quote.id in case.records or quote.id in case.unmarked or carried(case, quote)
    return not printed and not any(v.kind in _BEARING for v in elsewhere(case, quote))
