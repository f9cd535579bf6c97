"""Two names that look like one person's or body's and cannot both be right: how names, titles and letters conflict."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

from rapidfuzz.distance import DamerauLevenshtein

from pipeline.flag.cases import Case
from pipeline.model import Entity, Extraction, Mention, Span
from pipeline.names import OFFICES, PersonName, is_acronym, one_slip, parse_name, same_given, same_role
from pipeline.text import key, listed, word_map, words

LONGEST_TERM = 45
"""Days that two reports may lie apart for titles to be of one time."""

_ONE_HOLDER = listed("president premier chancellor king queen emperor sultan emir pope")
_HEADS = OFFICES | _ONE_HOLDER | listed("spokesperson chair ceo head chief mayor captain manager editor coroner")
_PAST = listed("former ex late then deputy vice acting assistant interim designate elect nominee candidate shadow")
_EMPTY = listed("the of for in a an and to at")
_SPELLING = 2
_SETTLED = 3
"""So often a surname stands in an article before another spelling in it is a slip."""
_MANY = 4
_MOST = 0.6
"""So many words, and that share of them, two statements have in common that are one but for the name."""
_PORTFOLIO = word_map(
    "foreign:foreign external:foreign defence:defence defense:defence interior:interior home:interior finance:finance "
    "treasury:finance health:health education:education transport:transport transportation:transport trade:trade "
    "justice:justice agriculture:agriculture energy:energy environment:environment labour:labour labor:labour "
    "culture:culture housing:housing state:state commerce:trade immigration:immigration prime:prime first:prime "
    "economy:economy tourism:tourism"
)
_CHAMBERS = listed("senator representative governor mayor")
_EXPLAINED = re.compile(
    r"((?:[A-Z][\w’'-]+|of|for|and|the|in|on|to|&)(?: (?:[A-Z][\w’'-]+|of|for|and|the|in|on|to|&)){1,9})"
    r" \(([A-Z]{3,8})\)"
)


# ---------------------------------------------------------------- forenames


def two_forenames(left: Entity, right: Entity) -> str:
    """The office that two persons of one surname and other first names are both said to hold, or ""."""
    return _office(left, right) if _other_given(left, right) else ""


def _other_given(left: Entity, right: Entity) -> bool:
    """Whether no form of one's given name can be a spelling, an initial or a nickname of the other's."""
    return all(_unlike(one, two) for one in _given(left) for two in _given(right))


def _unlike(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    return not same_given(one, two) and DamerauLevenshtein.distance(one[0], two[0]) > _SPELLING


def _given(entity: Entity) -> list[tuple[str, ...]]:
    names = (parse_name(form) for form in (entity.name, *entity.aliases))
    return [n.given for n in names if n.full]


def apart(left: Entity, right: Entity) -> bool:
    """Whether no article names both: one that does tells them apart."""
    return not {m.doc for m in left.mentions} & {m.doc for m in right.mentions}


def _office(left: Entity, right: Entity) -> str:
    for one in left.titles:
        for two in right.titles:
            a, b = _title_words(one), _title_words(two)
            shared = a & b
            if (a | b) & _PAST or not shared & _HEADS:
                continue
            if len(shared) > 1 or (shared <= _ONE_HOLDER and (a == b)):
                return one if len(one) <= len(two) else two
    return ""


def _title_words(title: str) -> set[str]:
    """The words of a title, each role under one name, small words left out."""
    return {same_role(w.strip(".,")) for w in re.split(r"[\s-]+", key(title))} - _EMPTY


# ---------------------------------------------------------------- spelling


def settled(case: Case, here: Entity, there: Entity) -> bool:
    """Whether the other spelling is that of two sources or more, and this one of a single source."""
    ours = {case.family.get(m.doc, m.doc) for m in here.mentions}
    theirs = {case.family.get(m.doc, m.doc) for m in there.mentions}
    return len(ours) == 1 and len(theirs - ours) >= 2


# ---------------------------------------------------------------- titles


def two_titles(case: Case, entity: Entity) -> Iterator[tuple[Mention, str, Mention, str]]:
    """Titles of one person in two articles of one time that nobody holds together, each with the name beside it."""
    held = [
        (doc, found, e)
        for doc, extraction in sorted(case.extraction.items())
        for e in extraction.entities
        if e.entity == entity.entity and (found := _posts(e))
    ]
    for i, (one, ours, here) in enumerate(held):
        for two, theirs, there in held[i + 1 :]:
            if len(ours) == len(theirs) == 1 and _exclude(*ours, *theirs) and _one_time(case, one, two):
                yield here.mentions[0], ours[next(iter(ours))], there.mentions[0], theirs[next(iter(theirs))]


Post = tuple[str, str]
"""The head of a title and its portfolio."""


def _posts(entity: Entity) -> dict[Post, str]:
    """The public posts that an article gives somebody, with the words; {} where one may be of another time."""
    found: dict[Post, str] = {}
    for title in entity.titles:
        parts = _title_words(title)
        if parts & _PAST:
            return {}
        for head in sorted(parts & {"minister", "secretary", "president", "premier", *_CHAMBERS}):
            portfolio = sorted({_PORTFOLIO[w] for w in parts if w in _PORTFOLIO})
            if head in ("minister", "secretary") and len(portfolio) != 1:
                continue
            if head == "president" and parts != {"president"}:
                continue
            found.setdefault((head, portfolio[0] if portfolio and head in ("minister", "secretary") else ""), title)
    return found


def _exclude(one: Post, two: Post) -> bool:
    """Whether nobody holds both: two portfolios, two chambers, head of state and of government."""
    if one == two or {one[0], two[0]} == {"minister", "premier"}:
        return False
    if one[0] == two[0]:
        return one[1] != two[1]
    heads = {one[0], two[0]}
    if heads <= _CHAMBERS:
        return True
    return "president" in heads and (one[1] == "prime" or two[1] == "prime" or "premier" in heads)


def _one_time(case: Case, one: str, two: str) -> bool:
    """Whether two reports are known to be of one time, in which titles do not change unsaid."""
    days = [d.published.earliest for doc in (one, two) if (d := case.dating.get(doc)) and d.published.earliest]
    if len(days) < 2:
        return False
    return abs((date.fromisoformat(days[0]) - date.fromisoformat(days[1])).days) <= LONGEST_TERM


# ---------------------------------------------------------------- acronyms


def two_expansions(case: Case) -> Iterator[tuple[str, Mention, Mention, bool]]:
    """Acronyms explained by other words in two articles, and whether the two share a word and so mean one body."""
    for letters, held in sorted(_expansions(case).items()):
        places = [found[0] for _, found in sorted(held.items())]
        for i, here in enumerate(places):
            for there in places[i + 1 :]:
                if _other_words(here.at.text, there.at.text):
                    yield letters, here, there, bool(_weighty(here.at.text) & _weighty(there.at.text))


def _expansions(case: Case) -> dict[str, dict[str, list[Mention]]]:
    """The words that articles explain acronyms by, by acronym and document."""
    found: dict[str, dict[str, list[Mention]]] = {}
    for document in case.documents:
        for block in document.blocks:
            if block.kind != "body":
                continue
            for match in _EXPLAINED.finditer(block.at.text):
                start = _starts(match.group(1), match.group(2))
                if start is not None:
                    offset = block.at.start + match.start(1)
                    at = document.span(offset + start, offset + len(match.group(1)))
                    found.setdefault(match.group(2), {}).setdefault(document.doc, []).append(Mention(document.doc, at))
    return found


def _starts(text: str, acronym: str) -> int | None:
    """Where the words begin whose initials are the acronym; None where they are not."""
    places = [0, *(m.end() for m in re.finditer(" ", text))]
    return next((p for p in reversed(places) if text[p].isupper() and is_acronym(acronym, text[p:])), None)


def _other_words(one: str, two: str) -> bool:
    """Whether two expansions are neither spellings of one nor one the other's part."""
    left, right = _weighty(one), _weighty(two)
    rest, others = left - right, right - left
    far = (all(DamerauLevenshtein.distance(a, b) > _SPELLING for b in others) for a in rest)
    return bool(rest and others) and any(far)


def _weighty(text: str) -> set[str]:
    return {re.sub(r"[’']?s?$", "", w) for w in key(text).split()} - _EMPTY


# ---------------------------------------------------------------- acts


def same_part(case: Case, left: Entity, right: Entity) -> bool:
    """Whether one article tells of one person, in nearly the same words, what another tells of the other."""
    if not _other_given(left, right):
        return False
    names = {w for e in (left, right) for form in (e.name, *e.aliases) for w in key(form).split()}
    ours, theirs = _told_of(case, left, names), _told_of(case, right, names)
    return any(role == part and _nearly(one, two) for role, one in ours for part, two in theirs)


def _told_of(case: Case, entity: Entity, names: set[str]) -> list[tuple[tuple[str, str], frozenset[str]]]:
    """What is told of somebody: the predicate and the part in it, and the words but for the names."""
    return [
        ((claim.frame.predicate, a.role), frozenset(claim.words) - names)
        for doc in sorted({m.doc for m in entity.mentions})
        for claim in case.extraction[doc].claims
        if claim.frame is not None
        for a in claim.frame.arguments
        if a.entity == entity.entity and a.role in ("agent", "patient")
    ]


def _nearly(one: frozenset[str], two: frozenset[str]) -> bool:
    return len(one & two) >= _MANY and len(one & two) >= _MOST * len(one | two)


# ---------------------------------------------------------------- within one article


def within(case: Case) -> Iterator[tuple[Mention, Mention, str]]:
    """Names of one article that its headline or a caption, or a slip, writes otherwise than its body does."""
    for doc, extraction in sorted(case.extraction.items()):
        document = case.document[doc]
        body = [b.at for b in document.blocks if b.kind == "body"]
        asides = [b.at for b in document.blocks if b.kind in ("headline", "caption")]
        said = Counter(w for at in body for _, _, w in words(key(at.text)))
        people = [(m, parse_name(m.at.text)) for e in extraction.entities if e.label == "PERSON" for m in e.mentions]
        full = [(m, n) for m, n in people if n.full and any(at.holds(m.at) for at in body)]
        for mention, name in people:
            if name.full and any(at.holds(mention.at) for at in asides):
                yield from _aside(mention, name, full, said)
        yield from _slips(extraction, full, said)
        for at in asides:
            yield from _headline_slips(doc, at, full, said)


def _aside(
    here: Mention, name: PersonName, full: list[tuple[Mention, PersonName]], said: Counter[str]
) -> Iterator[tuple[Mention, Mention, str]]:
    """A full name above the prose of which the prose knows the surname with another first name, or a letter off."""
    if all(said[w] for w in (*name.given, *name.surname.split())):
        return
    for there, other in full:
        if one_slip(f"{name.given[0]} {name.surname}", f"{other.given[0]} {other.surname}"):
            yield here, there, "one letter apart"
            return
        if name.surname == other.surname and not said[name.given[0]] and _unlike(name.given, other.given):
            yield here, there, "two first names"
            return


def _slips(
    extraction: Extraction, full: list[tuple[Mention, PersonName]], said: Counter[str]
) -> Iterator[tuple[Mention, Mention, str]]:
    """A surname alone, never introduced, that is a letter off one named in full and settled in the same article."""
    alone = [e for e in extraction.entities if e.label in ("PERSON", "ORG") and " " not in e.name and not e.titles]
    for entity in alone:
        if said[key(entity.name)] > 1:
            continue
        for there, name in full:
            if said[name.surname] >= _SETTLED and one_slip(entity.name, name.surname):
                yield entity.mentions[0], there, "one letter apart"
                break


def _headline_slips(
    doc: str, aside: Span, full: list[tuple[Mention, PersonName]], said: Counter[str]
) -> Iterator[tuple[Mention, Mention, str]]:
    """A word above the prose that is a letter off the surname of somebody whom the prose names more than once."""
    above = [(start, end, key(word)) for start, end, word in words(aside.text) if word[0].isupper()]
    present = {word for _, _, word in above}
    for start, end, word in above:
        if said[word]:
            continue
        for there, name in full:
            if said[name.surname] > 1 and name.surname not in present and one_slip(word, name.surname):
                yield Mention(doc, aside.cut(aside.start + start, aside.start + end)), there, "one letter apart"
                break
