"""The cue and the source beside a pair of marks: '..., said Roe', 'Roe told reporters: ...', 'according to Roe'."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.extract.quotes.cues import CALLING, SAYING
from pipeline.extract.quotes.marks import Pair
from pipeline.extract.quotes.parts import Run, cue_run, quoted_by, run_of, source_run, subject_of
from pipeline.text import listed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_REACH = 70
"""Tokens beside the marks in which a cue is looked for."""
_STOPS = frozenset(".!?")
_DASHES = frozenset(("-", "--", "–", "—", "―"))
_NAMING = frozenset(("PROPN", "NOUN", "PRON", "DET", "ADJ", "NUM", "PART"))
_LONGEST_SUBJECT = 8
"""Words of a source between the comma and the cue that ends a sentence."""
_SHORTEST, _LONG_ENOUGH = 12, 20
"""Characters by which words that no sign ends are told from a name, with the cue right behind them or not."""
_OPENS_CLAUSE = listed("that if whether")
_NOMINAL = frozenset(("PROPN", "NOUN", "PRON"))
FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_PERSON = frozenset(("he", "she"))
_ALONE = listed("another many some others several both most")
"""Words that stand for people without a noun behind them: '“No,” said another.'"""
_ABROAD = listed(
    "sagte sagt erklärte betonte meinte schrieb dijo afirmó declaró disse afirmou déclaré affirme zei sade"
)
"""“Said” in the languages whose quotations stand in English copy untranslated, in front of a name."""
_HAVE_ABROAD = frozenset(("a", "ha"))
"""“Has” in front of some of these: « ... », a déclaré Roe."""
_NEW_CLAUSE = listed("while when although though because since after before if unless whereas but and which who")
_ASKING = frozenset(("WP", "WRB", "IN", "TO"))
_LINKS = listed("that the a an of his her their its to as for on in")


@dataclass(frozen=True, slots=True)
class Side:
    """The tokens outside the marks that belong to the same sentence, `first` to `last` (exclusive)."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Cue:
    """What was found beside the marks. `strong`: a colon, or a cue right before the marks, leaves no doubt. `pointed`:
    a copula leads from the words to their cue.
    """

    cue: Run | None
    source: Run | None
    head: int | None
    verb: int | None = None
    strong: bool = False
    pointed: bool = False


def side_before(doc: Doc, text: str, place: int, floor: int) -> Side:
    """The tokens from the sentence's beginning, or the marks before, to token `place`."""
    first = place
    while first > floor and place - first < _REACH:
        # A colon or comma before the marks does not end the sentence, whatever the parser thought.
        leads = first - 1 >= floor and doc[first - 1].text in (":", ",")
        if doc[first].is_sent_start and not leads and (first < place or doc[first - 1].text in _STOPS):
            break
        if first == place and first > floor and doc[first - 1].text in _STOPS:
            break
        if first - 2 >= floor and doc[first - 1].is_space and doc[first - 2].text in _STOPS:
            break
        first -= 1
    while first < place and doc[first].is_punct:
        first += 1
    return Side(first, place)


def side_after(doc: Doc, place: int, ceiling: int) -> Side:
    """The tokens from token `place` to the sentence's end or the next marks."""
    last = place
    while last < ceiling and last - place < _REACH:
        token = doc[last]
        if "\n" in token.text:
            break
        if token.text in _STOPS and (last + 1 >= len(doc) or not doc[last + 1].text[:1].islower()):
            spaced = bool(token.whitespace_) or last + 1 >= ceiling
            if spaced:
                break
        if token.is_sent_start and last > place + 2 and doc[last - 1].text[-1:] in _STOPS:
            break
        last += 1
    return Side(place, last)


def closing(text: str, pair: Pair) -> str:
    """The last sign inside the marks, or the sign right after them: a quotation's end."""
    inner = text[pair.inner_start : pair.inner_end].rstrip(" '’‘\"”")
    tail = inner[-1:]
    if tail and tail in ",.?!…—–-;":
        return tail
    follow = text[pair.end : pair.end + 1]
    return follow if follow and follow in ",—–-" else tail


def cue_after(doc: Doc, text: str, pair: Pair, side: Side) -> Cue | None:
    """The cue that follows the marks, if the words there are an attribution of what is between them."""
    first = side.first
    while first < side.last and doc[first].text in _DASHES | {","}:
        first += 1
    if first >= side.last:
        return None
    if doc[first].pos_ == "CCONJ" or doc[first].lower_ in _NEW_CLAUSE:
        return None
    if first > side.first and doc[first - 1].text in _DASHES and (signed := _signature(doc, first, side.last)):
        return signed
    end = closing(text, pair)
    if end in _STOPS and doc[first].text[:1].isupper() and doc[first].pos_ != "PROPN":
        return None  # a new sentence: '“Never!” The crowd cheered'
    if not end or end not in ",?!…—–-.":
        beside = next((t.i for t in doc[first : first + 4] if t.pos_ not in ("PROPN", "PRON")), first)
        stands = is_cue(doc[beside]) and text[pair.inner_start : pair.inner_start + 1].isupper()
        if not stands or pair.inner_end - pair.inner_start < (_SHORTEST if beside == first else _LONG_ENOUGH):
            return None
    abroad = first + (doc[first].lower_ in _HAVE_ABROAD)
    if abroad < side.last and doc[abroad].lower_ in _ABROAD:
        return _named_behind(doc, abroad, side.last)
    if doc[first].lower_ in ("according", "per") and end != ".":
        return _according(doc, first, side.last)
    for place in range(first, side.last):
        verb = doc[place]
        if not is_cue(verb) and not _speaks(verb, pair):
            continue
        if verb.tag_ == "VBG" and place == first:
            return None
        if end in ".…" and (place - first > 12 or not _adjoins(doc, first, place)):
            return None
        if end in _STOPS and place == first and place + 1 < side.last and doc[place + 1].tag_ in _ASKING:
            return None  # a new sentence: 'Asked what it cost, she laughed'
        return _with_subject(doc, verb, first, side.last)
    return None


def cue_at_end(doc: Doc, side: Side) -> tuple[int, Cue] | None:
    """The clause that ends a sentence and reports all of it, with its comma: '“...” if it rains, said Jane Roe.'."""
    for comma in range(side.last - 2, side.first, -1):
        if doc[comma].text != ",":
            continue
        place = comma + 1
        while place < side.last and doc[place].pos_ in _NAMING and place - comma <= _LONGEST_SUBJECT:
            place += 1
        if place >= side.last or not is_cue(doc[place]) or doc[place].tag_ not in FINITE:
            continue
        behind = doc[place + 1 : side.last]
        named = place > comma + 1 or (len(behind) > 0 and behind[0].pos_ in _NAMING)
        if named and not any(t.tag_ in FINITE or t.lower_ in _OPENS_CLAUSE for t in behind):
            return comma, _with_subject(doc, doc[place], comma + 1, side.last)
    return None


def _named_behind(doc: Doc, verb: int, last: int) -> Cue | None:
    """The name behind a verb that the parser does not know: „...“, sagte Jane Roe."""
    end = verb + 1
    while end < last and doc[end].text[:1].isupper():
        end += 1
    cue = (doc[verb].idx, doc[verb].idx + len(doc[verb].text))
    if end == verb + 1:
        return None
    return Cue(cue, (doc[verb + 1].idx, doc[end - 1].idx + len(doc[end - 1].text)), end - 1)


def unlisted(doc: Doc, text: str, pair: Pair, side: Side) -> Cue | None:
    """The cue that is one by its place alone: marks that break off, then a verb and a name, and little else.

    To be asked where the marks begin their sentence: '“...,” Roe tutted', '“...!” tutted Roe'; '“...!” Roe walked off'
    is another sentence.
    """
    end, first = closing(text, pair), side.first
    if not end or end not in ",?!" or first + 1 >= side.last:
        return None
    named = _named(doc, first, side.last)
    if end == "," and first < named < side.last and _acts(doc[named]) and _closes(doc, named + 1, side.last):
        return Cue(cue_run(doc[named]), run_of(list(doc[first:named])), named - 1, named)
    named = _named(doc, first + 1, side.last)
    if named > first + 1 and _acts(doc[first]) and _closes(doc, named, side.last):
        return Cue(cue_run(doc[first]), run_of(list(doc[first + 1 : named])), named - 1, first)
    return None


def _named(doc: Doc, first: int, last: int) -> int:
    """The end of a name, of "she", or of "the" with its noun at token `first`; `first` where none stands there."""
    if doc[first].lower_ in _PERSON:
        return first + 1
    place = first + (doc[first].text in ("the", "a", "an", "one"))
    end = place
    while end < last and end - place < _LONGEST_SUBJECT and (doc[end].text[:1].isupper() or place > first):
        if place > first and doc[end].pos_ not in ("NOUN", "PROPN", "ADJ"):
            break
        end += 1
    return end if end > place else first


def _acts(token: Token) -> bool:
    """Whether a word is a verb in the past or the present, by its tag or, where nobody knows it, by its ending."""
    if not token.text.islower() or token.lemma_ == "be":
        return False
    return token.tag_ in ("VBD", "VBZ") or (
        token.lower_.endswith("ed") and token.pos_ in ("VERB", "NOUN", "ADJ", "PROPN")
    )


def _closes(doc: Doc, place: int, last: int) -> bool:
    """Whether an attribution may end here: with the sentence, a comma, or where, when or to whom it was said."""
    return place >= last or doc[place].text == "," or doc[place].pos_ in ("ADP", "ADV", "SCONJ") or _is_day(doc[place])


def _is_day(token: Token) -> bool:
    return token.ent_type_ in ("DATE", "TIME")


def _signature(doc: Doc, first: int, last: int) -> Cue | None:
    """A name behind a dash that ends the line: '“...” ― Jane Roe'."""
    end = first
    while end < last and (doc[end].pos_ == "PROPN" or doc[end].text[:1].isupper()) and end - first < 6:
        end += 1
    rest = doc[end].text if end < len(doc) else ""
    if end == first or not (end >= len(doc) or rest == "," or "\n" in rest or (end == last and rest in _STOPS)):
        return None
    name = (doc[first].idx, doc[end - 1].idx + len(doc[end - 1].text))
    return Cue((doc[first - 1].idx, doc[first - 1].idx + len(doc[first - 1].text)), name, end - 1)


def leads_in(doc: Doc) -> Cue | None:
    """The cue of a block that ends in a colon and hands over to the next one: 'Roe told the paper:'."""
    last = len(doc) - 1
    while last > 0 and (doc[last].is_space or doc[last].is_quote):
        last -= 1
    if last < 1 or doc[last].text not in (":", "):"):
        return None
    first = last
    while first > 0 and last - first < _REACH and not (doc[first].is_sent_start and first < last):
        first -= 1
    side = Side(first, last + 1)
    verbs = [t for t in doc[first:last] if is_cue(t)]
    cue = _colon(doc, side, last, verbs)
    named = (
        cue is not None and cue.head is not None and (doc[cue.head].pos_ == "PROPN" or doc[cue.head].lower_ in _PERSON)
    )
    return cue if verbs or named else None


def _adjoins(doc: Doc, first: int, verb: int) -> bool:
    """After a full stop inside the marks, only 'Smith said' or 'said Smith' right there is an attribution."""
    if verb == first:
        return True
    beside = all(t.pos_ in ("PROPN", "DET", "ADJ", "NOUN", "PRON", "ADV") for t in doc[first:verb])
    follow = doc[verb + 1] if verb + 1 < len(doc) else None
    return beside and (follow is None or follow.text in (".", ",") or follow.pos_ == "ADP")


def _speaks(token: Token, pair: Pair) -> bool:
    """Whether the parse makes what stands between the marks a complement of a verb, if it does not only give a name."""
    return (
        token.tag_ in ("VBD", "VBZ", "VBP")
        and token.lemma_.lower() not in CALLING
        and token.lemma_ != "be"
        and any(c.dep_ == "ccomp" and pair.start <= c.idx < pair.end for c in token.children)
    )


def is_cue(token: Token, relative: bool = False) -> bool:
    """Whether a token is a verb that reports, in a clause of its own, or in a relative one if that will do."""
    if token.lower_ == "said" and token.tag_ == "NNP":
        return True  # 'Said Roe:' at the head of a sentence
    if token.lemma_ == "put" and any(c.lower_ == "it" and c.dep_ == "dobj" for c in token.children):
        return token.tag_ in ("VBD", "VBZ", "VBP")
    return (
        token.lemma_.lower() in SAYING
        and token.tag_ in ("VBD", "VBZ", "VBP", "VBG", "VBN", "VB")
        and token.dep_ not in (("aux", "amod") if relative else ("relcl", "aux", "amod"))
    )


def _according(doc: Doc, place: int, last: int) -> Cue | None:
    to = place + 1 if doc[place].lower_ == "according" else place
    if to >= last:
        return None
    head = next((t for t in doc[to].children if t.dep_ == "pobj" and t.i < last), None)
    if head is None:
        head = next((t for t in doc[to + 1 : last] if t.pos_ in _NOMINAL), None)
    if head is None:
        return None
    return Cue((doc[place].idx, doc[to].idx + len(doc[to].text)), source_run(head), head.i, place)


def _with_subject(doc: Doc, verb: Token, first: int, last: int, strong: bool = False) -> Cue:
    """The cue with its subject: the parser's, when it lies beside the marks, else the nearest noun phrase."""
    subject = quoted_by(verb) or _inverted(doc, verb, first, last)
    if subject is None:
        subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and first <= c.i < last), None)
    if subject is None:
        shared = subject_of(verb)
        subject = shared if shared is not None and first <= shared.i < last else None
    if subject is None:
        subject = _nearest(doc, verb.i, first)
    if subject is None:
        return Cue(cue_run(verb), None, None, verb.i, strong)
    start, end = source_run(subject, verb)
    low = doc[first].idx
    high = doc[last - 1].idx + len(doc[last - 1].text)
    return Cue(cue_run(verb), (max(start, low), min(end, high)), subject.i, verb.i, strong)


def _inverted(doc: Doc, verb: Token, first: int, last: int) -> Token | None:
    """The subject behind its verb ('said Jane Roe'), where the verb begins the attribution."""
    if verb.i > first and doc[verb.i - 1].text != ",":
        return None
    after = verb.i + 1
    if after < last and doc[after].lower_ in _ALONE and (after + 1 >= last or doc[after + 1].pos_ not in _NOMINAL):
        return doc[after]
    while after < last and doc[after].pos_ in ("DET", "ADJ") and doc[after].lower_ not in ("that", "this"):
        after += 1
    if after >= last or doc[after].pos_ not in ("PROPN", "NOUN", "PRON"):
        return None
    found = next((c for c in verb.children if c.dep_ == "nsubj" and c.i > verb.i and c.i < last), None)
    if found is not None:
        return found
    if verb.i > first and any(c.dep_ == "nsubj" for c in verb.children):
        return None
    while after + 1 < last and doc[after + 1].pos_ in ("PROPN", "NOUN"):
        after += 1
    return doc[after] if doc[after].pos_ != "PRON" or doc[after].tag_ == "PRP" else None


def _nearest(doc: Doc, verb: int, first: int) -> Token | None:
    return next((doc[i] for i in range(verb - 1, first - 1, -1) if doc[i].pos_ in _NOMINAL), None)


def cue_before(doc: Doc, text: str, pair: Pair, side: Side, after: Side) -> Cue | None:
    """The cue that leads into the marks, if what is between them can stand alone."""
    if side.first >= side.last:
        return None
    last = side.last - 1
    while last > side.first and doc[last].is_space:
        last -= 1
    sign = doc[last].text
    words = doc[side.first : side.last]
    verbs = [t for t in words if is_cue(t)] or [t for t in words if t.dep_ == "relcl" and is_cue(t, True)]
    verbs = verbs or [t for t in words if _speaks(t, pair)]
    if sign == ":":
        return _colon(doc, side, last, verbs)
    if not verbs or doc[last].lower_ in _LINKS:
        return None
    verb = verbs[-1]
    between = doc[verb.i + 1 : side.last]
    if any(t.lower_ in _OPENS_CLAUSE and t.dep_ != "det" for t in between) or (
        sign not in ",:" and _is_title(text, pair)
    ):
        return None
    starts = text[pair.inner_start : pair.inner_start + 4].lstrip("'‘’\"“[(… .")
    alone = bool(starts) and (starts[0].isupper() or starts[0].isdigit())
    end = closing(text, pair)
    goes_on = any(t.is_alpha for t in doc[after.first : after.last])
    if sign == ",":
        ends = (end and end in ".?!,") or text[pair.end : pair.end + 1] in (".", ",", "?", "!")
        if not alone and not ends:
            return None
    elif not alone or last - verb.i > 8 or (goes_on and (not end or end not in ",.?!")):
        return None
    if any(t.tag_ in FINITE for t in doc[verb.i + 1 : side.last]):
        return None
    cue = _with_subject(doc, verb, side.first, side.last, last - verb.i <= 1)
    shared = subject_of(verb) if cue.source is None else None
    if shared is not None:
        return Cue(cue.cue, source_run(shared), shared.i, verb.i, cue.strong)
    return cue


def _is_title(text: str, pair: Pair) -> bool:
    """Whether the words are a name in capitals, of a programme, say, that only stands beside a cue."""
    words = [w for w in text[pair.inner_start : pair.inner_end].split() if len(w) > 3]
    return 0 < len(words) <= 6 and pair.inner_end - pair.inner_start > 6 and all(w[0].isupper() for w in words)


def _colon(doc: Doc, side: Side, last: int, verbs: list[Token]) -> Cue | None:
    if verbs and last - verbs[-1].i <= 25:
        cue, verb = _with_subject(doc, verbs[-1], side.first, last, True), verbs[-1]
        apart = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < side.first), None)
        if cue.source is None and apart is not None:  # a title stands between: 'Roe, author of “...”, said:'
            return Cue(cue.cue, (apart.left_edge.idx, apart.idx + len(apart.text)), apart.i, verb.i, True)
        return cue
    subjects = (t for t in doc[side.first : last] if t.dep_ in ("nsubj", "nsubjpass"))
    subject = max(subjects, key=lambda t: (t.head.dep_ == "ROOT", t.i), default=None)
    colon = (doc[last].idx, doc[last].idx + 1)
    if subject is not None:
        return Cue(colon, source_run(subject), subject.i, None, True)
    nouns = [t for t in doc[side.first : last] if t.pos_ in _NOMINAL]
    if not nouns:
        return None
    if any(t.pos_ in ("VERB", "AUX") for t in doc[side.first : last]):
        return Cue(colon, None, None, None, True)
    head = _name_end(doc, nouns[0].i, last)
    return Cue(colon, (nouns[0].idx, head.idx + len(head.text)), head.i, None, True)


def _name_end(doc: Doc, place: int, last: int) -> Token:
    while place + 1 < last and doc[place + 1].pos_ == "PROPN":
        place += 1
    return doc[place]
