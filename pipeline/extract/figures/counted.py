"""What a figure counts or measures, from the parse around it."""

from __future__ import annotations

from bisect import bisect_right

from pipeline.extract.tokens import Tokens
from pipeline.text import listed

_WITHIN = listed("compound amod nmod nummod quantmod det poss npadvmod punct advmod appos case prep")
_MOVES = listed(
    "top be rise fall grow drop increase decrease jump climb decline slip surge soar plunge shrink gain lose stand "
    "reach hit total amount account cost exceed remain average double triple halve come range run go widen "
    "narrow edge tumble dip slide expand contract represent equal"
)
TIMES = listed("second minute hour day week month year decade century")
_OF = listed("of in for on from")
_LIMIT = 8


def token_at(tokens: Tokens, char: int) -> int:
    """The token that holds character `char` of the passage."""
    return max(0, bisect_right(tokens.start, char) - 1)


def counted(tokens: Tokens, first: int, last: int) -> tuple[str, str]:
    """Unit and noun phrase that the number in tokens `first` to `last` counts; empty where the parse names none."""
    noun = _noun_right(tokens, first, last)
    if noun is not None:
        unit = _lemma(tokens, noun)
        if last + 1 < len(tokens) and tokens.text[last + 1] == "-":
            return _joined(tokens, last + 2, noun)
        return unit, phrase(tokens, noun, last + 1, "of in" if unit in TIMES else "of")
    if last + 1 < len(tokens) and tokens.low[last + 1] == "of":
        inner = next((k for k in tokens.kids[last + 1] if tokens.dep[k] == "pobj"), None)
        if inner is not None and tokens.pos[inner] in {"NOUN", "PROPN"}:
            return _lemma(tokens, inner), phrase(tokens, inner, last + 2)
    subject = _subject(tokens, first)
    if subject is not None and tokens.pos[subject] in {"NOUN", "PROPN"}:
        return "", phrase(tokens, subject, 0)
    return "", ""


def _lemma(tokens: Tokens, noun: int) -> str:
    if tokens.low[noun] == "bases":
        return "base"
    lemma = tokens.lemma[noun].lower()
    return lemma.removesuffix("s") if tokens.tag[noun] == "NNPS" else lemma


def _joined(tokens: Tokens, word: int, noun: int) -> tuple[str, str]:
    """ "a 48-page indictment": pages, of the indictment."""
    head = noun
    while tokens.head[head] > head and tokens.pos[tokens.head[head]] in {"NOUN", "PROPN"} and head - noun < _LIMIT:
        head = tokens.head[head]
    if head == word and word + 1 < len(tokens):
        after = _noun_right(tokens, word, word)
        head = after if after is not None else head
    least = word + 1 if head > word else word
    return tokens.lemma[min(word, len(tokens) - 1)].lower(), phrase(tokens, head, least)


def measured(tokens: Tokens, first: int, last: int) -> str:
    """What a sum or a share is of: "$5 million in aid" aid, "40 percent of voters" voters, "sales rose 5 percent"
    sales, "a fine of $50" fine; empty where the parse names nothing."""
    head = first
    while tokens.dep[head] in {"nummod", "quantmod", "compound", "nmod", "npadvmod"} and tokens.head[head] != head:
        over = tokens.head[head]
        if over > last and tokens.pos[over] in {"NOUN", "PROPN"} and over - last <= _LIMIT:
            return phrase(tokens, over, last + 1)
        if not first <= over <= last:
            break
        head = over
    for t in (last, head, first):
        found = _complement(tokens, t)
        if found is not None:
            return phrase(tokens, found, last + 1)
    over = tokens.head[head]
    if tokens.dep[head] in {"dobj", "attr"} and tokens.pos[over] == "VERB" and tokens.lemma[over] not in _MOVES:
        found = _complement(tokens, over)
        if found is not None and found > last:
            return phrase(tokens, found, last + 1)
    before = _noun_before(tokens, head)
    if before is not None:
        return phrase(tokens, before, 0, "")
    subject = _subject(tokens, head)
    return phrase(tokens, subject, 0) if subject is not None else ""


def phrase(tokens: Tokens, noun: int, least: int, after: str = "of") -> str:
    """The noun with the words before it that belong to it, from token `least` on, and its "of ..." after it.

    `after`: the prepositions that may lead on.
    """
    left = noun
    while (
        left - 1 >= least
        and (tokens.head[left - 1] == noun or left <= tokens.head[left - 1] <= noun)
        and tokens.dep[left - 1] in _WITHIN
    ):
        left -= 1
    while left < noun and (
        tokens.pos[left] in {"DET", "PUNCT", "NUM", "PRON", "ADP", "ADV"} or tokens.text[left] == "-"
    ):
        left += 1
    right = noun + 1
    if right < len(tokens) and tokens.low[right] in after.split() and tokens.head[right] == noun:
        right = min(tokens.subtree(right)[1], right + 6)
    words = []
    for t in range(left, right):
        if t > left and tokens.start[t] > tokens.end[t - 1]:
            words.append(" ")
        words.append(tokens.text[t])
    return "".join(words).strip(" ,.;:\"'-")


def _noun_right(tokens: Tokens, first: int, last: int) -> int | None:
    """The noun after the number that it counts: its head, else the end of the noun group right after it."""
    t = last
    for _ in range(_LIMIT):
        over = tokens.head[t]
        if over == t:
            break
        if over > last:
            if tokens.pos[over] in {"NOUN", "PROPN"} and over - last <= _LIMIT and tokens.dep[t] != "nsubj":
                return over
            break
        if not first - 1 <= over <= last:
            break
        t = over
    nxt = last + 1
    if nxt < len(tokens) and tokens.text[nxt] == "-":
        nxt += 1
    while nxt < len(tokens) and tokens.pos[nxt] == "ADJ" and nxt - last < 4:
        nxt += 1
    if nxt < len(tokens) and tokens.pos[nxt] == "NOUN":
        while nxt + 1 < len(tokens) and tokens.pos[nxt + 1] == "NOUN" and tokens.dep[nxt] == "compound":
            nxt += 1
        return nxt
    return None


def _complement(tokens: Tokens, t: int) -> int | None:
    """The noun after an "of", "in", "for", "on" or "worth of" that hangs on token `t`."""
    for k in tokens.kids[t]:
        if k < t:
            continue
        if tokens.low[k] in _OF and tokens.dep[k] == "prep":
            inner = next((x for x in tokens.kids[k] if tokens.dep[x] == "pobj"), None)
            if inner is not None and tokens.label[inner] not in {"DATE", "TIME"} and tokens.pos[inner] != "NUM":
                return inner
        if tokens.low[k] == "worth":
            return _complement(tokens, k)
    return None


def _noun_before(tokens: Tokens, t: int) -> int | None:
    """The noun whose "of" the number stands after: "a fine of $50"."""
    over = tokens.head[t]
    if tokens.dep[t] == "pobj" and tokens.low[over] == "of" and tokens.pos[tokens.head[over]] == "NOUN":
        return tokens.head[over]
    return None


def _subject(tokens: Tokens, t: int) -> int | None:
    """The subject of the verb that the number hangs on, where it is a verb of being or changing."""
    for _ in range(_LIMIT):
        over = tokens.head[t]
        if over == t:
            return None
        if tokens.pos[over] in {"VERB", "AUX"}:
            if tokens.lemma[over] not in _MOVES:
                return None
            kids = tokens.kids[over]
            return next((k for k in kids if tokens.dep[k] in {"nsubj", "nsubjpass"} and tokens.pos[k] != "PRON"), None)
        t = over
    return None
