"""Statements that stand alone, with who says them and how sure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from pipeline.extract import strange
from pipeline.extract.claims import acts
from pipeline.extract.claims.alone import as_context, left_open, told_before, unanswered
from pipeline.extract.claims.certainty import certainty
from pipeline.extract.claims.checkable import kinds, unchecked
from pipeline.extract.claims.events import Events
from pipeline.extract.claims.frames import Core, content_word, core, frame, noun_frame
from pipeline.extract.claims.mend import mend
from pipeline.extract.claims.phrases import nouns
from pipeline.extract.claims.pointers import Pointers
from pipeline.extract.claims.reads import LONGEST, reads
from pipeline.extract.claims.statements import Statement, split
from pipeline.extract.claims.tree import Tree, grow
from pipeline.extract.claims.who import Seen, Who
from pipeline.extract.claims.worth import worth
from pipeline.extract.dates import date_of, goes_with
from pipeline.extract.sentences import Passage
from pipeline.model import Act, Claim, Document, Entity, Figure, Quote, Reference, Span, Timex, When, short_id
from pipeline.text import key

__all__ = ["find_claims"]

_CLAUSES = frozenset({"relcl", "acl", "advcl", "ccomp", "pcomp"})
LONGEST_SENTENCE = 150
"""Words; what is longer is a list or a table, not a sentence."""

LISTED = 3
"""Commas and semicolons from which words without a verb are a list."""

SHORTEST_HEADLINE = 4
"""Words; a headline in which no verb is found is a statement as it stands from this length on."""


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
    events, pointers = Events(), Pointers()
    found: list[Claim] = []
    seen: Counter[tuple[str, ...]] = Counter()
    before: Tree | None = None
    told = ""
    for passage in passages:
        if not passage.judged:
            continue
        before, told = (before, told) if passage.block.kind == "body" else (None, "")
        for tokens in passage.sentences:
            tree = mend(grow(tokens, passage.block.at.text))
            if not len(tree):
                continue
            over = who.over(passage, tree)
            over.events, over.before, before = events.meant(tree), before, tree
            over.pointers, over.told = pointers.meant(over), told
            last = ""
            for claim in _claims(over, passage.of(tokens)):
                last = claim.reads
                same = (claim.polarity, *claim.words)
                seen[same] += 1
                found.append(replace(claim, id=short_id("c", document.doc, *same, seen[same])))
            told = as_context(over.named(list(range(len(tree)))), last) if passage.block.kind == "body" else ""
    return tuple(found)


def _claims(seen: Seen, sentence: Span) -> Iterator[Claim]:
    if len(seen.tree) > LONGEST_SENTENCE:
        yield _whole(seen, sentence, "it is too long to be one sentence")
        return
    words = [w.text for w in seen.tree.words]
    unreadable = strange.reason(words)
    if seen.passage.block.kind != "headline" and strange.is_capitals(words):
        unreadable = unreadable or "it is in capitals throughout"
    if unreadable:
        yield _whole(seen, sentence, unreadable)
        return
    statements = split(seen.tree, unanswered(seen))
    headline = seen.passage.block.kind == "headline" and len(seen.tree) >= SHORTEST_HEADLINE
    if not statements and (headline or any(f is not None for f in seen.figures)):
        yield _whole(seen, sentence, "" if headline or not is_list(seen.tree) else "it is a list, not a sentence")
    heads = {s.head for s in statements}
    for statement in statements:
        yield _claim(seen, statement, sentence, heads)


def is_list(tree: Tree) -> bool:
    """Whether words in which no verb tells anything are things one after the other."""
    return sum(w.text in (",", ";", "•", "*") for w in tree.words) >= LISTED


def _claim(seen: Seen, statement: Statement, sentence: Span, heads: set[int]) -> Claim:
    tree, block = seen.tree, seen.passage.block.kind
    at = _at(seen, statement.own)
    found = core(tree, statement, block == "headline")
    quote = seen.quote(statement)
    figures = _figures(seen, statement)
    what = kinds(tree, statement, found, bool(figures), quote is not None and quote.marked)
    spoken = quote is not None and (quote.marked or quote.speaker is not None)
    outlets = statement.kind == "apposition" and not (quote is not None and quote.form == "direct")
    level = "asserted" if outlets else certainty(tree, statement, found, spoken and not statement.cues)
    everything = _everything(tree, statement)
    stands_for = seen.speaks_of_itself(statement)
    if stands_for is not None:
        seen.ids[stands_for[0]] = seen.ids[stands_for[1]]
    names = _names(seen, statement, everything, stands_for)
    why = unchecked(what) or left_open(seen, statement, names)
    return Claim(
        id="",
        doc=seen.passage.document.doc,
        at=at,
        sentence=sentence,
        reads=reads(tree, statement, names, told_before(seen, statement, names)),
        block=block,
        polarity="negative" if found.negative else "positive",
        speaker=None if outlets else seen.speaker(statement),
        certainty="opinion" if "opinion" in what else level,
        date=_date(seen, statement, found),
        kinds=what,
        frame=frame(tree, statement, found, seen.span, seen.entity),
        words=_words(seen, everything),
        entities=tuple(dict.fromkeys(entity for i in everything for entity in seen.ids[i])),
        figures=figures,
        quote=quote.id if quote is not None else None,
        checkable=not why,
        unchecked_because=why,
        worth=worth(tree, everything),
        acts=tuple(_acts(seen, statement, found, heads)),
    )


def _acts(seen: Seen, statement: Statement, found: Core, heads: set[int]) -> Iterator[Act]:
    """The acts that a statement tells by the way, those of its verbs first."""
    for told in acts.verbs(seen.tree, statement, found, heads):
        act = core(seen.tree, told)
        told_by = frame(seen.tree, told, act, seen.span, seen.entity)
        yield Act("negative" if act.negative else "positive", told_by, _date(seen, told, act))
    for noun, verb in acts.nouns_of_action(seen.tree, statement, found):
        yield Act("positive", noun_frame(seen.tree, noun, verb, seen.span, seen.entity))


def _at(seen: Seen, own: list[int]) -> Span:
    tree = seen.tree
    start, end = tree[own[0]].start, tree[own[-1]].end
    if end - start > LONGEST:
        end = max((tree[i].end for i in own if tree[i].end - start <= LONGEST), default=start + LONGEST)
    return seen.passage.span(start, end)


def _figures(seen: Seen, statement: Statement) -> tuple[Figure, ...]:
    found = (seen.figures[i] for i in statement.own)
    return tuple(dict.fromkeys(f for f in found if f is not None))


def _date(seen: Seen, statement: Statement, found: Core) -> When | None:
    """The date of what the statement tells: of the expression nearest below its verb, none of a clause in it.

    A verb that it goes with comes before a date that only dates a noun ("disputed the report on Thursday").
    """
    near: dict[int, tuple[int, Timex]] = {}
    for i in statement.own:
        timex = seen.dates[i]
        steps = None if timex is None else _steps(seen.tree, i, found.path)
        if timex is not None and steps is not None:
            place = timex.at.start
            near[place] = min(near.get(place, (steps, timex)), (steps, timex), key=lambda pair: pair[0])
    dated = sorted(near.values(), key=lambda pair: (pair[0], pair[1].at.start))
    verbs = [seen.span([i]) for i in found.path]
    of_verb = [t for steps, t in dated if steps <= 1 or (t.verb and any(t.verb.meets(v) for v in verbs))]
    beside = goes_with(seen.span([found.head]), dict.fromkeys(t for t in seen.dates if t is not None))
    for timex in of_verb:
        when = date_of(timex.at, timex.at, (timex,))
        if when is not None:
            return when
    if beside is not None:
        return beside
    return next((w for _, t in dated if (w := date_of(t.at, t.at, (t,))) is not None), None)


def _steps(tree: Tree, i: int, path: tuple[int, ...]) -> int | None:
    """How far below the verbs of a statement a word hangs; None where another verb stands between."""
    if i in path:
        return 0
    if tree[i].dep in _CLAUSES:
        return None
    for steps, word in enumerate(tree.chain(i), 1):
        if word.i in path:
            return steps
        if word.dep in _CLAUSES:
            return None
    return None


def _everything(tree: Tree, statement: Statement) -> list[int]:
    """The statement's own words and those it borrows, in reading order."""
    borrowed: list[int] = []
    for head in (statement.subject, statement.noun):
        if head is not None and head not in statement.own:
            borrowed += nouns(tree, head)
    return [*dict.fromkeys([*borrowed, *statement.own])]


def _names(
    seen: Seen, statement: Statement, everything: list[int], stands_for: tuple[int, int] | None
) -> dict[int, str]:
    """A name in square brackets for each pronoun that is resolved, where the statement has not named it by then; beside
    a noun that points back at a verb, the words of that telling."""
    tree = seen.tree
    found = _pointed(seen, everything)
    carried = seen.carried_on(statement)
    if carried and statement.subject is not None:
        found[statement.subject] = f"[{carried}]"
    named: set[str] = set()
    anywhere = {entity for i in everything if tree[i].pos == "PROPN" for entity in seen.ids[i]}
    for i in everything:
        if tree[i].tag not in ("PRP", "PRP$"):
            named.update(seen.ids[i] if tree[i].pos in ("PROPN", "NOUN") else ())
            continue
        meant = seen.meant[i]
        if stands_for is not None and i == stands_for[0]:
            phrase = nouns(tree, stands_for[1])
            found[i] = f"[{tree.text(phrase[:-1] if tree[phrase[-1]].tag == 'POS' else phrase)}]"
            named.update(seen.ids[i])
        elif (
            meant is not None
            and not seen.rivalled(statement, i)
            and meant.entity not in (anywhere | named if tree[i].tag == "PRP$" else named)
        ):
            found[i] = f"[{meant.name}]"
            named.add(meant.entity)
    return found


def _pointed(seen: Seen, everything: list[int]) -> dict[int, str]:
    """What words that point back stand for, in brackets, where the statement does not say it itself."""
    found: dict[int, str] = {}
    said: set[str] = set()
    for i in everything:
        pointer = seen.pointers.get(i)
        if i in seen.events:
            found[i] = seen.events[i]
        elif pointer is not None and pointer.text not in said and pointer.head not in everything:
            pronoun = seen.tree[i].tag in ("PRP", "PRP$")
            found[i] = f"[{pointer.text}]" if pronoun else f"{seen.tree[i].text} [{pointer.text}]"
            said.add(pointer.text)
    return found


def _words(seen: Seen, everything: list[int]) -> tuple[str, ...]:
    """Content lemmas in order; dates left out, a figure as its value in digits."""
    found: dict[str | int, str] = {}
    for i in everything:
        word = seen.tree[i]
        if seen.dates[i] is not None or not content_word(word):
            continue
        figure = seen.figures[i]
        if figure is not None and (word.pos in ("NUM", "SYM") or word.lower[0].isdigit()):
            found.setdefault(f"{figure.at.start}", f"{figure.value:.12g}")
        else:
            found[i] = word.lemma.replace(",", "") if word.lower[0].isdigit() else key(word.lemma)
    return tuple(found.values())


def _whole(seen: Seen, sentence: Span, unchecked_because: str = "") -> Claim:
    """A run of words as it stands: no sentence, or one in which the parser found no verb that tells something."""
    own = list(range(len(seen.tree)))
    at = _at(seen, own)
    figures = tuple(dict.fromkeys(f for f in seen.figures if f is not None and at.holds(f.at)))
    return Claim(
        id="",
        doc=seen.passage.document.doc,
        at=at,
        sentence=sentence,
        reads=at.text if at.end == sentence.end else at.text + " …",
        block=seen.passage.block.kind,
        polarity="positive",
        speaker=None,
        certainty="asserted",
        date=None,
        kinds=("act", "figure") if figures else ("act",),
        frame=None,
        words=_words(seen, own[:LONGEST_SENTENCE]),
        entities=tuple(dict.fromkeys(entity for i in own[:LONGEST_SENTENCE] for entity in seen.ids[i])),
        figures=figures,
        checkable=not unchecked_because,
        unchecked_because=unchecked_because,
    )
