"""Which quotations are versions of one utterance, across articles and within one, and how their words differ.

Candidates come from shared runs of words (an inverted index of n-grams), never from all pairs: ten thousand
quotations compare in seconds. What a pair is called is decided by a token diff.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.align.wording import Comparison, Word, compare, is_content, words_of
from pipeline.model import SPOKEN, Document, Edit, Entity, Extraction, Quote, Speaker, Variant
from pipeline.text import key, listed

COMMON = 60
"""Quotations that share an n-gram beyond which it says nothing about being one utterance."""
SHORT = 5
"""Words that a sentence shares at least before another word in it counts as changed."""
WHOLE = 7
"""Words from which one sentence said by two is one sentence, however plain."""
_INNER = re.compile(r"(?<!\w)[‘'“\"][^‘“\"]{12,400}?[’'”\"](?!\w)")
"""Words between marks within a quotation."""
_TITLES = listed(
    "mr mrs ms miss dr sen rep gov gen president senator representative governor secretary minister prime foreign "
    "the sir lord lady rev judge justice chairman chairwoman speaker mayor former deputy"
)


@dataclass(frozen=True, slots=True)
class _Version:
    quote: Quote
    words: tuple[Word, ...]


def find_variants(
    documents: Iterable[Document], extractions: Iterable[Extraction], style: Iterable[tuple[str, ...]] = ()
) -> tuple[Variant, ...]:
    """Every pair of quotations that are versions of one utterance, sorted by place.

    `documents` say which article is in another language than the rest; `style` are the desk's own spellings, each with
    those that count as it.
    """
    articles = {d.doc: d for d in documents}
    extractions = tuple(extractions)
    names = spellings(extractions, style)
    quotes = sorted(
        (q for e in extractions for q in e.quotes if q.words and q.use in SPOKEN), key=lambda q: (q.at, q.id)
    )
    versions = [v for q in quotes if len((v := _Version(q, words_of(q.words, names))).words) >= 2]
    variants = []
    for i, j in _candidates(versions):
        variant = _judge(versions[i], versions[j], articles)
        if variant is not None:
            left, right = (articles[versions[n].quote.doc] for n in (i, j))
            variants.append(replace(variant, edits=placed(variant.edits, left, right)))
    return tuple(variants)


def placed(edits: Iterable[Edit], left: Document, right: Document) -> tuple[Edit, ...]:
    """The edits with the words of their places, cut from the two articles."""
    return tuple(
        replace(
            e,
            left_at=left.span(e.left_at.start, e.left_at.end) if e.left_at else None,
            right_at=right.span(e.right_at.start, e.right_at.end) if e.right_at else None,
        )
        for e in edits
    )


def _aliases(entities: Iterable[Entity]) -> dict[str, str]:
    """One-word names of places and bodies, each to the one it is compared as: house style, not wording."""
    found: dict[str, str] = {}
    for entity in sorted(entities, key=lambda e: (e.entity, e.name)):
        if entity.label in ("GPE", "LOC", "ORG", "NORP"):
            forms = {key(a) for a in (entity.name, *entity.aliases)}
            for form in sorted(f for f in forms if " " not in f and f.isalpha()):
                found.setdefault(form, entity.entity)
    return found


def spellings(extractions: Iterable[Extraction], style: Iterable[tuple[str, ...]] = ()) -> dict[str, str]:
    """Names, and the desk's spellings of one thing, of one word or several, each to the one it is compared as."""
    names = _aliases(e for x in extractions for e in x.entities)
    for forms in style:
        folded = [key(form) for form in forms]
        to = next((names[form] for form in folded if form in names), folded[0])
        names |= dict.fromkeys(folded, to)
    return names


def _candidates(versions: Sequence[_Version]) -> Iterator[tuple[int, int]]:
    """Pairs that share runs of words, in order; a run that many share says nothing."""
    index: dict[tuple[str, ...], list[int]] = {}
    for i, version in enumerate(versions):
        for gram in _grams(version.words):
            index.setdefault(gram, []).append(i)
    shared: Counter[tuple[int, int]] = Counter()
    for holders in index.values():
        if 1 < len(holders) <= COMMON:
            for at, i in enumerate(holders):
                shared.update((i, j) for j in holders[at + 1 :])
    for (i, j), count in sorted(shared.items()):
        shorter = min(len(versions[i].words), len(versions[j].words))
        if count >= 2 or shorter <= 8:
            yield i, j


def _grams(words: Sequence[Word]) -> set[tuple[str, ...]]:
    """Runs of three words, and neighbouring content words with at most one content word between them."""
    norms = [w.norm for w in words]
    found: set[tuple[str, ...]] = {tuple(norms[i : i + 3]) for i in range(len(norms) - 2)}
    content = [n for n in norms if is_content(n)]
    for step in (1, 2):
        found.update((content[i], content[i + step]) for i in range(len(content) - step))
    return found


def _judge(left: _Version, right: _Version, articles: dict[str, Document]) -> Variant | None:
    """What two quotations are to each other, None where they are two utterances."""
    if left.quote.at.meets(right.quote.at):
        return None
    found = compare(left.words, right.words)
    shorter = min(len(left.words), len(right.words))
    if not same_utterance(found, shorter) and not _one_word_apart(left, right, found):
        return _other_words(left, right, found, articles)
    name, because = kind(found)
    if differ(left.quote.speaker, right.quote.speaker) and name in ("identical", "shortened", "ellipsis", "altered"):
        own = found.matched >= 0.75 * shorter or (found.run >= 8 and found.content >= 5)
        if _commonplace(found, shorter) or not own or _quoted_within(left, right) or _quoted_within(right, left):
            return None
        name = "other-speaker"
        because = f"the same words, said by {_name(left.quote)} here and by {_name(right.quote)} there"
    return Variant(left.quote.id, right.quote.id, name, found.edits, because)


def _one_word_apart(left: _Version, right: _Version, found: Comparison) -> bool:
    """Whether one person's sentence stands in both but for a word, however plain its words are."""
    one, two = left.quote.speaker, right.quote.speaker
    words = len(left.words)
    if one is None or two is None or one.entity is None or one.entity != two.entity or words != len(right.words):
        return False
    single = len(found.edits) == 1 and all(
        len(side.split()) == 1 for side in (found.edits[0].left, found.edits[0].right)
    )
    return single and found.matched == words - 1 >= SHORT


def _commonplace(found: Comparison, shorter: int) -> bool:
    """Whether anybody may have said it: few words that carry meaning, and not a whole sentence of some length."""
    return found.content < 3 and not (found.matched == shorter >= WHOLE and not found.edits and not found.cut)


def _quoted_within(one: _Version, other: _Version) -> bool:
    """Whether what one shares with the other stands in it between marks of its own: a speaker who quotes another."""
    shared = {w.norm for w in other.words if is_content(w.norm)}
    inner = [
        (span.start + m.start(), span.start + m.end()) for span in one.quote.words for m in _INNER.finditer(span.text)
    ]
    places = [w.at for w in one.words if w.norm in shared and w.at is not None]
    within = sum(any(a <= at.start and at.end <= b for a, b in inner) for at in places)
    return bool(inner) and within >= 0.7 * len(places)


def same_utterance(found: Comparison, shorter: int) -> bool:
    """Whether what two quotations share is too much for two utterances; `shorter`: words of the shorter one."""
    if found.content < 2 or found.matched < 4:
        return found.matched == shorter and found.content >= 1 and found.matched >= 2 and not found.edits
    dense = found.matched >= (0.54 if found.content >= 5 else 0.6) * found.span
    enough = found.matched >= 0.55 * shorter or (found.run >= 8 and found.content >= 5)
    changed = sum(max(len(e.left.split()), len(e.right.split())) for e in found.edits if e.weight == "content")
    return (
        changed <= 0.65 * found.matched
        and dense
        and enough
        and (found.run >= 3 or found.content >= 4 or found.matched == shorter >= 5)
    )


def _printed(words: str) -> str:
    return f"“{words}”" if words else "nothing"


def kind(found: Comparison) -> tuple[str, str]:
    """What two versions of one utterance are to each other, and why in words."""
    weights = {e.weight for e in found.edits}
    shown = "; ".join(f"{_printed(e.left)} against {_printed(e.right)}" for e in found.edits if e.weight != "style")
    if weights & {"content", "function"}:
        return "altered", f"the words differ: {shown}"
    if found.brackets:
        return "brackets", "words stand in brackets in one of them"
    if found.gaps:
        return "ellipsis", "one leaves words out and says so"
    if found.cut:
        return "shortened", "one prints more of it than the other"
    return "identical", "the same words" + (", in the house's own style" if weights else "")


def _other_words(left: _Version, right: _Version, found: Comparison, articles: dict[str, Document]) -> Variant | None:
    """The same speaker's words on the same thing, told otherwise."""
    shorter = min(len(left.words), len(right.words))
    if found.content < 3 or found.matched < 0.35 * shorter or found.run < 2 or left.quote.doc == right.quote.doc:
        return None
    one, two = left.quote.speaker, right.quote.speaker
    if one is None or two is None or not _same(one, two):
        return None
    translated = articles[left.quote.doc].language != articles[right.quote.doc].language or any(
        "translat" in q.sentence.text.lower() for q in (left.quote, right.quote)
    )
    if translated:
        return Variant(left.quote.id, right.quote.id, "translation", (), "the same speaker; one may be translated")
    return Variant(left.quote.id, right.quote.id, "other-words", (), "the same speaker on the same thing, other words")


def _same(one: Speaker, two: Speaker) -> bool:
    if one.entity is not None and two.entity is not None:
        return one.entity == two.entity
    return bool(_parts(one) & _parts(two))


def differ(one: Speaker | None, two: Speaker | None) -> bool:
    """Whether two speakers are certainly two: both named people, and no word of one's name in the other's."""
    if one is None or two is None or one.kind != "named" or two.kind != "named" or one.candidates or two.candidates:
        return False
    if one.entity is None or two.entity is None or one.entity == two.entity:
        return False
    first, second = _parts(one), _parts(two)
    return bool(first) and bool(second) and not first & second


def _parts(speaker: Speaker) -> frozenset[str]:
    words = {w.strip(".,()'’") for w in key(speaker.name).replace("'s", "").split()}
    return frozenset(w for w in words if len(w) > 2 and w not in _TITLES)


def _name(quote: Quote) -> str:
    return quote.speaker.name if quote.speaker is not None else "nobody named"
