"""Places where somebody or something is named: the model's names and the gazetteer's, cleaned and reconciled."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from pipeline.extract.entities.acronyms import explained
from pipeline.extract.entities.bodies import public_bodies, with_countries
from pipeline.extract.entities.gazetteer import Gazetteer, normal
from pipeline.extract.entities.mending import body_or_place, mended
from pipeline.extract.entities.named import Named
from pipeline.extract.sentences import Passage
from pipeline.extract.strange import is_foreign
from pipeline.extract.tokens import Tokens, read
from pipeline.names import HONORIFICS, OFFICES, RANKS
from pipeline.text import listed

LABELS = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC", "LOC", "EVENT", "PRODUCT", "LAW", "WORK_OF_ART"})
_WHOLE = frozenset({"PERSON", "ORG", "FAC", "EVENT", "LAW", "PRODUCT", "WORK_OF_ART"})
_EDGE_TAGS = frozenset(
    {"POS", "DT", "IN", "CC", "TO", "PRP", "PRP$", ".", ",", ":", "``", "''", "-LRB-", "-RRB-", "HYPH"}
)
_VERB_TAGS = frozenset({"VBZ", "VBD", "VBP", "MD"})
_ACROSS = frozenset({"trans", "inter", "mid", "cross"})
_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "ADV"})
_LETTER = re.compile(r"[^\W\d_]")
_SMALL = frozenset(
    {"a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "over", "the", "to", "with"}
)
_MONTHS = listed(
    "january february march april may june july august september october november december monday tuesday "
    "wednesday thursday friday saturday sunday today yesterday tomorrow"
)


def find_names(passages: list[tuple[Passage, Tokens]], listed: Gazetteer) -> list[Named]:
    """Every name in judged passages, in order, none overlapping another.

    In a title-case or all-capitals line the model's guesses are kept only where the body has the same name too.
    """
    found: list[Named] = []
    loud: list[Named] = []
    for number, (passage, tokens) in enumerate(passages):
        hits = list(_listed(number, tokens, listed))
        names = list(_modelled(number, tokens))
        if _shouts(tokens, passage.block.kind):
            loud.extend(n for n in names if n.label in _WHOLE)
            names = [n for n in names if n.label == "PERSON" and _introduced(tokens, n)]
        found.extend(_reconciled(names, hits, tokens))
    found = _borne(found, passages)
    body = {normal(n.text) for n in found}
    taken = {(n.passage, t) for n in found for t in range(n.i, n.j)}
    for name in loud:
        if normal(name.text) in body and not any((name.passage, t) in taken for t in range(name.i, name.j)):
            found.append(name)
            taken.update((name.passage, t) for t in range(name.i, name.j))
    found.extend(explained(found, passages, taken))
    found.extend(public_bodies(found, passages, taken))
    found.extend(_repeated(found, passages, taken))
    found = [n for n in found if not _is_family(n, passages[n.passage][1], body)]
    return with_countries(_one_label(sorted(found, key=lambda n: (n.passage, n.i)), passages), passages)


def readable(passages: tuple[Passage, ...]) -> list[tuple[Passage, Tokens]]:
    """The judged passages with their tokens: what stands elsewhere names nobody the article speaks of."""
    return [(p, read(p.parse)) for p in passages if p.judged]


def _shouts(tokens: Tokens, kind: str) -> bool:
    """Whether a line is set in title case or capitals, where case says nothing about names."""
    if kind == "body" and len(tokens) > 40:
        return False
    long = [t for t in tokens.text if len(t) > 3 and t[0].isalpha()]
    if len(long) < 3 or sum(t[0].isupper() for t in long) < 0.75 * len(long):
        return False
    pairs = zip(tokens.text, tokens.pos, strict=True)
    plain = [t for t, pos in pairs if t.islower() and pos in _CONTENT and len(t) > 2]
    return len(plain) <= len(tokens) // 12


def _borne(found: list[Named], passages: list[tuple[Passage, Tokens]]) -> list[Named]:
    """Places whose name is somebody's surname here: after "Mr.", or where the model sees a person whom the article
    names in full."""
    surnames = {normal(n.text).split()[-1] for n in found if n.label == "PERSON" and " " in n.text}
    kept = []
    for name in found:
        if name.known and name.j == name.i + 1 and name.known.kind in {"country", "capital", "city", "place"}:
            tokens = passages[name.passage][1]
            before = tokens.low[name.i - 1].rstrip(".") if name.i else ""
            person = tokens.label[name.i] == "PERSON" and normal(name.text) in surnames
            if person or before in {"mr", "mrs", "ms"}:
                name = replace(name, known=None, label="PERSON")
        kept.append(name)
    return kept


def _is_family(name: Named, tokens: Tokens, body: set[str]) -> bool:
    """Whether a plural surname after "the" means a family, which is nobody in particular: "the Roes"."""
    if name.label != "PERSON" or name.j > name.i + 1 or not name.i or not name.text.endswith("s"):
        return False
    surname = normal(name.text)[:-1]
    return tokens.low[name.i - 1] == "the" and any(b.split()[-1:] == [surname] for b in body)


def _introduced(tokens: Tokens, name: Named) -> bool:
    """Whether a title stands before a full name, so that even a line in title case names a person there."""
    size = name.j - name.i
    before = tokens.low[name.i - 1].rstrip(".") if name.i else ""
    return 2 <= size <= 4 and before in HONORIFICS | RANKS | OFFICES and set(tokens.pos[name.i : name.j]) == {"PROPN"}


def _listed(number: int, tokens: Tokens, known: Gazetteer) -> Iterator[Named]:
    """The gazetteer's names, longest first from the left."""
    pieces = [normal(t) if t[0].isupper() or not t[0].islower() else "" for t in tokens.text]
    i, size = 0, len(tokens)
    while i < size:
        first = pieces[i].partition(" ")[0]
        most = known.longest.get(first, 0) if first and tokens.text[i][0].isupper() else 0
        step = 1
        for j in range(min(size, i + 2 * most), i, -1):
            if j > i + 1 and tokens.low[j - 1] in {"-", ".", ",", "'", "(", ")"}:
                continue
            words = [
                pieces[t] or (normal(tokens.text[t]) if tokens.low[t] in _SMALL or tokens.tag[t] == "POS" else "")
                for t in range(i, j)
            ]
            if not all(words[t - i] or tokens.tag[t] == "HYPH" or tokens.low[t] in {"-", ","} for t in range(i, j)):
                continue
            text = "".join(tokens.text[i:j]) if j == i + 1 else _text(tokens, i, j)
            hit = known.find(words, text)
            if hit and not (j == i + 1 and tokens.low[i] in _MONTHS):
                yield Named(number, i, j, text, hit.label, hit)
                step = j - i
                break
        i += step


def _text(tokens: Tokens, i: int, j: int) -> str:
    parts = [tokens.text[i]]
    for t in range(i + 1, j):
        parts.append(" " * min(1, tokens.start[t] - tokens.end[t - 1]) + tokens.text[t])
    return "".join(parts)


def _modelled(number: int, tokens: Tokens) -> Iterator[Named]:
    """The model's names, edges trimmed; those without a capital, across a line break or in another language are
    dropped."""
    i, size = 0, len(tokens)
    foreign = _foreign(tokens)
    while i < size:
        if tokens.iob[i] != 3 and not (tokens.iob[i] == 1 and i and tokens.text[i - 1] == "/"):
            i += 1
            continue
        j = i + 1
        while j < size and tokens.iob[j] == 1:
            j += 1
        slash = next((t for t in range(i, j) if tokens.text[t] == "/"), None)
        if slash is not None and slash > i:
            j = slash
        if tokens.sentence[i] in foreign:
            pass
        elif tokens.label[i] in LABELS or tokens.label[i] == "LANGUAGE":
            a, b = _trimmed(tokens, i, j)
            if _is_name(tokens, a, b):
                label = "ORG" if tokens.label[i] == "LANGUAGE" and b - a > 1 else tokens.label[i]
                whole = mended(tokens, a, b, label) if label != "LANGUAGE" else None
                if whole is not None:
                    a, b, label = whole
                    yield Named(number, a, b, _text(tokens, a, b), label)
                    j = max(j, b)
        i = j


def _foreign(tokens: Tokens) -> set[int]:
    """The sentences that are not in English, by number."""
    sentences: dict[int, list[str]] = {}
    for text, number in zip(tokens.text, tokens.sentence, strict=True):
        sentences.setdefault(number, []).append(text)
    return {number for number, texts in sentences.items() if is_foreign(texts)}


def _trimmed(tokens: Tokens, i: int, j: int) -> tuple[int, int]:
    while (
        i < j
        and not tokens.text[i][0].isdigit()
        and (tokens.tag[i] in _EDGE_TAGS or not _LETTER.search(tokens.text[i]))
    ):
        i += 1
    while j > i and (tokens.tag[j - 1] in _EDGE_TAGS or tokens.low[j - 1] in _SMALL or tokens.low[j - 1] == "'s"):
        j -= 1
    return i, j


def _is_name(tokens: Tokens, i: int, j: int) -> bool:
    if i >= j or j - i > 12:
        return False
    words = range(i, j)
    if any(tokens.tag[t] in _VERB_TAGS and tokens.low[t] == tokens.text[t] for t in words) or tokens.low[i] in _MONTHS:
        return False
    if any(tokens.text[t] in '\n\t"' or tokens.tag[t] == "_SP" for t in words):
        return False
    return any(tokens.text[t][0].isupper() or (len(tokens.text[t]) > 2 and tokens.text[t][1].isupper()) for t in words)


def _reconciled(names: list[Named], hits: list[Named], tokens: Tokens) -> Iterator[Named]:
    """The model's names and the gazetteer's made one: a longer name of the model's swallows what it holds."""
    places = {t: h for h in hits for t in range(h.i, h.j)}
    gone: set[Named] = set()
    labels: dict[Named, str] = {}
    for name in names:
        within = list(dict.fromkeys(places[t] for t in range(name.i, name.j) if t in places))
        swallowed = [h for h in within if name.i <= h.i and h.j <= name.j and h.j - h.i < name.j - name.i]
        if not within:
            yield name
        elif any(h.known and h.known.kind == "desk" for h in within):
            labels.update((h, h.label or name.label) for h in within)
        elif len(swallowed) == len(within) and name.label in _WHOLE and not _mere_pair(name, within, tokens):
            gone.update(within)
            yield name
    spots = {(n.i, n.j) for n in names if n.label in {"GPE", "LOC", "FAC"}}
    for hit in hits:
        if hit not in gone and _stands(hit, spots, tokens):
            yield replace(hit, label=labels.get(hit, hit.label))


def _mere_pair(name: Named, within: list[Named], tokens: Tokens) -> bool:
    """Whether nothing but listed names, commas and small words make up the model's name ("US and NATO")."""
    covered = {t for h in within for t in range(h.i, h.j)}
    rest = [t for t in range(name.i, name.j) if t not in covered]
    return all(tokens.low[t] in {",", "and", "/", "&", "-"} for t in rest)


def _stands(hit: Named, spots: set[tuple[int, int]], tokens: Tokens) -> bool:
    """Whether a listed name counts: a large city's only where the model saw a name of a place there too."""
    if hit.known is None or hit.known.kind != "city":
        return not (hit.i > 1 and tokens.text[hit.i - 1] == "-" and tokens.low[hit.i - 2] in _ACROSS)
    return (hit.i, hit.j) in spots


def _repeated(
    found: list[Named], passages: list[tuple[Passage, Tokens]], taken: set[tuple[int, int]]
) -> Iterator[Named]:
    """The same names where the model passed over them, in capitals at least as many as before; a surname that is a
    word ("Banks") also where the tagger took it for one, if the article never writes that word small."""
    forms: dict[tuple[str, ...], Named] = {}
    for name in found:
        if name.known is None and name.label in _WHOLE:
            tokens = passages[name.passage][1]
            words = tuple(tokens.low[name.i : name.j])
            if len(words) > 1 or (tokens.pos[name.i] == "PROPN" and len(words[0]) > 2):
                forms.setdefault(words, name)
    surnames = {f[-1]: name for f, name in forms.items() if name.label == "PERSON" and len(f) > 1}
    small = {text for _, tokens in passages for text in tokens.text if text.islower()}
    for surname in sorted(surnames.keys() - small):
        forms.setdefault((surname,), surnames[surname])
    firsts = {f[0]: max(len(g) for g in forms if g[0] == f[0]) for f in forms}
    for number, (passage, tokens) in enumerate(passages):
        shouts = _shouts(tokens, passage.block.kind)
        for i, low in enumerate(tokens.low):
            if low not in firsts or not tokens.text[i][0].isupper():
                continue
            for j in range(min(len(tokens), i + firsts[low]), i, -1):
                before = forms.get(tuple(tokens.low[i:j]))
                if before and not any((number, t) in taken for t in range(i, j)):
                    if j == i + 1 and tokens.pos[i] != "PROPN" and (shouts or low not in surnames or low in small):
                        continue
                    taken.update((number, t) for t in range(i, j))
                    yield Named(number, i, j, _text(tokens, i, j), before.label)
                    break


def _one_label(names: list[Named], passages: list[tuple[Passage, Tokens]]) -> list[Named]:
    """The same words get the same label throughout: the one they have most often, PERSON where it is a tie; a place
    that no table knows is a body where the text treats it as one."""
    votes: dict[str, Counter[str]] = {}
    acting: Counter[str] = Counter()
    for name in names:
        if name.known is None:
            words = normal(name.text)
            votes.setdefault(words, Counter())[name.label] += 1
            acting[words] += body_or_place(passages[name.passage][1], name.i, name.j)
    best: dict[str, str] = {}
    for words, counts in votes.items():
        top = max(counts.values())
        label = next((x for x in ("PERSON", *sorted(counts)) if counts[x] == top), "")
        best[words] = "ORG" if label in {"GPE", "LOC"} and acting[words] > 0 else label
    return [n if n.known else replace(n, label=best[normal(n.text)]) for n in names]
