"""Statements that stand alone, with who says them and how sure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from pipeline.extract.claims.certainty import certainty
from pipeline.extract.claims.checkable import kinds, unchecked
from pipeline.extract.claims.frames import Core, content_word, core, frame
from pipeline.extract.claims.mend import mend
from pipeline.extract.claims.phrases import nouns
from pipeline.extract.claims.reads import LONGEST, reads
from pipeline.extract.claims.statements import Statement, split
from pipeline.extract.claims.tree import Tree, grow
from pipeline.extract.claims.who import Who
from pipeline.extract.claims.worth import worth
from pipeline.extract.dates import date_of
from pipeline.extract.sentences import Passage
from pipeline.model import Claim, Document, Entity, Figure, Frame, Quote, Reference, Span, Timex, When, short_id
from pipeline.text import key

__all__ = ["find_claims"]

LONGEST_SENTENCE = 150
"""Words; what is longer is a list or a table, not a sentence."""


def find_claims(
    document: Document,
    passages: tuple[Passage, ...],
    entities: tuple[Entity, ...],
    references: tuple[Reference, ...],
    dates: tuple[Timex, ...],
    quotes: tuple[Quote, ...],
    figures: tuple[Figure, ...],
) -> tuple[Claim, ...]:
    """The statements of every judged passage, in the order of the text.

    A claim's id rests on the article, its words and its place among equals, so that it outlives edits elsewhere.
    """
    who = Who(entities, references, quotes, figures, dates)
    found: list[Claim] = []
    seen: Counter[tuple[str, ...]] = Counter()
    for passage in passages:
        if not passage.judged:
            continue
        for tokens in passage.parse.sents:
            tree = mend(grow(tokens, passage.block.at.text))
            if not len(tree):
                continue
            sentence = passage.of(tokens)
            for claim in _claims(passage, tree, sentence, who):
                same = (claim.polarity, *claim.words)
                seen[same] += 1
                found.append(_named(claim, short_id("c", document.doc, *same, seen[same])))
    return tuple(found)


def _named(claim: Claim, name: str) -> Claim:
    return replace(claim, id=name)


def _claims(passage: Passage, tree: Tree, sentence: Span, who: Who) -> Iterator[Claim]:
    if len(tree) > LONGEST_SENTENCE:
        yield _too_long(passage, tree, sentence, who)
        return
    for statement in split(tree):
        yield _claim(passage, tree, statement, sentence, who)


def _claim(passage: Passage, tree: Tree, statement: Statement, sentence: Span, who: Who) -> Claim:
    at = _at(passage, tree, statement.own)
    found = core(tree, statement, passage.block.kind == "headline")
    head = tree[statement.head]
    quote = who.quote(passage, head.start, head.end)
    figures = tuple(f for span, f in who.figures.within(at.start, at.end) if isinstance(f, Figure) and at.holds(span))
    said = quote is not None and quote.marked
    what = kinds(tree, statement, found, bool(figures), said)
    why = unchecked(what)
    speaker = who.speaker(passage, tree, statement, quote)
    level = certainty(tree, statement, found, _said(quote) and not statement.cues)
    everything = _everything(tree, statement)
    names = _names(passage, tree, everything, who)
    return Claim(
        id="",
        doc=passage.document.doc,
        at=at,
        sentence=sentence,
        reads=reads(tree, statement, names),
        block=passage.block.kind,
        polarity="negative" if found.negative else "positive",
        speaker=speaker,
        certainty="opinion" if "opinion" in what else level,
        date=_date(passage, tree, statement, found, who),
        kinds=what,
        frame=_frame(passage, tree, statement, found, who),
        words=_words(passage, tree, everything, who),
        entities=_entities(passage, tree, everything, who),
        figures=figures,
        quote=quote.id if quote is not None else None,
        checkable=not why,
        unchecked_because=why,
        worth=worth(tree, everything),
    )


def _said(quote: Quote | None) -> bool:
    return quote is not None and (quote.marked or quote.speaker is not None)


def _at(passage: Passage, tree: Tree, own: list[int]) -> Span:
    start, end = tree[own[0]].start, tree[own[-1]].end
    if end - start > LONGEST:
        end = max((tree[i].end for i in own if tree[i].end - start <= LONGEST), default=start + LONGEST)
    return passage.span(start, end)


def _date(passage: Passage, tree: Tree, statement: Statement, found: Core, who: Who) -> When | None:
    """The date of what the statement tells: that of the expression nearest below its verb, none of a clause in it."""
    offset = passage.block.at.start
    near: list[tuple[int, Timex]] = []
    for i in statement.own:
        for at, timex in who.dates.within(offset + tree[i].start, offset + tree[i].end):
            if isinstance(timex, Timex) and at.start == offset + tree[i].start:
                steps = _steps(tree, i, found.path)
                if steps is not None and date_of(at, at, (timex,)) is not None:
                    near.append((steps, timex))
    if not near:
        return None
    _, best = min(near, key=lambda pair: (pair[0], pair[1].at.start))
    return date_of(best.at, best.at, (best,))


def _steps(tree: Tree, i: int, path: tuple[int, ...]) -> int | None:
    """How far below the verbs of a statement a word hangs; None where another verb stands between."""
    if i in path:
        return 0
    if tree[i].dep in ("relcl", "acl", "advcl", "ccomp", "pcomp"):
        return None
    for steps, word in enumerate(tree.chain(i), 1):
        if word.i in path:
            return steps
        if word.dep in ("relcl", "acl", "advcl", "ccomp", "pcomp"):
            return None
    return None


def _everything(tree: Tree, statement: Statement) -> list[int]:
    """The statement's own words and those it borrows, in reading order."""
    borrowed: list[int] = []
    for head in (statement.subject, statement.noun):
        if head is not None and head not in statement.own:
            borrowed += nouns(tree, head)
    return [*dict.fromkeys([*borrowed, *statement.own])]


def _names(passage: Passage, tree: Tree, everything: list[int], who: Who) -> dict[int, str]:
    """A name in square brackets for each pronoun that is resolved."""
    found = {}
    for i in everything:
        if tree[i].tag in ("PRP", "PRP$"):
            name = who.name(passage, tree[i].start, tree[i].end)
            if name is not None:
                found[i] = f"[{name}]"
    return found


def _words(passage: Passage, tree: Tree, everything: list[int], who: Who) -> tuple[str, ...]:
    """Content lemmas in order; dates left out, a figure as its value in digits."""
    offset = passage.block.at.start
    found: dict[str | int, str] = {}
    for i in everything:
        word = tree[i]
        start, end = offset + word.start, offset + word.end
        if not content_word(word) or who.dates.within(start, end):
            continue
        figure = next((f for _, f in who.figures.within(start, end) if isinstance(f, Figure)), None)
        if figure is not None and (word.pos in ("NUM", "SYM") or word.lower[0].isdigit()):
            found.setdefault(f"{figure.at.start}", f"{figure.value:.12g}")
        else:
            found[i] = word.lemma.replace(",", "") if word.lower[0].isdigit() else key(word.lemma)
    return tuple(found.values())


def _entities(passage: Passage, tree: Tree, everything: list[int], who: Who) -> tuple[str, ...]:
    offset = passage.block.at.start
    found: dict[str, None] = {}
    for i in everything:
        if tree[i].pos in ("PROPN", "PRON", "NOUN", "ADJ"):
            for entity in who.ids(offset + tree[i].start, offset + tree[i].end):
                found.setdefault(entity)
    return tuple(found)


def _frame(passage: Passage, tree: Tree, statement: Statement, found: Core, who: Who) -> Frame:
    def span(indices: list[int]) -> Span:
        return passage.span(tree[indices[0]].start, tree[indices[-1]].end)

    def entity(phrase: list[int], head: int) -> str | None:
        return who.at(passage, tree, head)

    return frame(tree, statement, found, span, entity)


def _too_long(passage: Passage, tree: Tree, sentence: Span, who: Who) -> Claim:
    """A run of words that is no sentence: shown, not read."""
    own = list(range(len(tree)))
    at = _at(passage, tree, own)
    text = at.text if at.end == sentence.end else at.text + " …"
    words = _words(passage, tree, own[:LONGEST_SENTENCE], who)
    return Claim(
        "",
        passage.document.doc,
        at,
        sentence,
        text,
        passage.block.kind,
        "positive",
        None,
        "asserted",
        None,
        ("state",),
        None,
        words,
        (),
        (),
        None,
        False,
        "it is too long to be one sentence",
    )
