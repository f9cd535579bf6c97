"""The words of a clause or a noun phrase, once what is said apart has been cut out."""

from __future__ import annotations

from collections.abc import Collection

from pipeline.extract.claims.tree import NOMINAL, SUBJECTS, Tree, Word

DASHES = frozenset({"-", "--", "—", "–"})
BREAKS = DASHES | {",", "(", ";", ":"}
_MARKS = BREAKS | {")"}
_QUOTES = frozenset('"“”„«»')


def words_of(tree: Tree, head: int, without: Collection[int]) -> list[int]:
    """The words under `head` but for those under `without`, in order, no loose marks at their edges or at the cuts."""
    return paired(tree, edges(tree, gaps(tree, tree.under(head, without), head), head))


def nouns(tree: Tree, head: int, alone: bool = False) -> list[int]:
    """The words of a noun phrase without the clauses and appositions that hang on it, in order.

    `alone`: without what is joined to it by "and" either.
    """
    without = {
        w.i
        for i in tree.under(head)
        for w in tree.kids(i, "relcl", "appos", "acl", "advcl", "parataxis")
        if w.dep != "acl" or tree[w.i].tag != "VBN" or tree[tree.under(w.i)[0] - 1].text in BREAKS
    }
    without |= {w.i for w in tree.kids(head, "conj", "cc") if alone or w.pos in ("VERB", "AUX")}
    without |= {w.i for w in tree.kids(head, "prep") if w.i < head}
    own = edges(tree, gaps(tree, tree.under(head, without), head), head)
    return own or [head]


def gaps(tree: Tree, own: list[int], head: int) -> list[int]:
    """The words without the marks round what was cut out; a comma stays after an opening phrase."""
    opening = next((w.i for w in tree.kids(head, *SUBJECTS)), head)
    kept: list[int] = []
    for n, i in enumerate(own):
        after = own[n + 1] if n + 1 < len(own) else len(tree)
        before = own[n - 1] if n else -1
        if tree[i].text in _MARKS and (after > i + 1 or before < i - 1):
            stays = tree[i].text == "," and before < i - 1 and kept and kept[-1] < i < opening
            stays = stays or (tree[i].text == "," and before < i - 1 and _closes(tree, kept, i))
            bracket = tree[i].text == ")" and before == i - 1 and "(" in {tree[k].text for k in kept}
            bracket = bracket or (tree[i].text == "(" and after == i + 1)
            if not stays and not bracket:
                continue
        kept.append(i)
    return kept


def _closes(tree: Tree, kept: list[int], i: int) -> bool:
    """Whether a comma is the second of a pair round what is kept: "Roe, 75, [who ...,] left"."""
    if tree[tree[i].head].pos not in NOMINAL:
        return False
    return sum(tree[k].text == "," and tree[k].head == tree[i].head for k in kept) % 2 == 1


def edges(tree: Tree, own: list[int], head: int) -> list[int]:
    """The words without marks and joining words at either end."""
    start, end = 0, len(own)
    while start < end and _loose(tree[own[start]], head):
        start += 1
    while end > start and _trailing(tree[own[end - 1]]):
        end -= 1
    if start and tree[own[start - 1]].text == "(" and ")" in {tree[i].text for i in own[start:end]}:
        start -= 1
    return own[start:end]


def _loose(word: Word, head: int) -> bool:
    if word.i == head:
        return False
    if (word.pos in ("PUNCT", "SPACE") and word.text not in "$#") or (
        word.dep in ("cc", "preconj") and word.lower != "neither"
    ):
        return True
    return word.dep == "mark" and word.head == head and word.lower not in ("if", "unless", "to", "for")


def _trailing(word: Word) -> bool:
    return (word.pos in ("PUNCT", "SPACE") and word.text not in ")%") or word.dep == "cc"


def paired(tree: Tree, own: list[int]) -> list[int]:
    """The words with the quotation marks among them in pairs: one that is left alone is completed or dropped."""
    marks = [i for i in own if tree[i].text in _QUOTES]
    opened: list[int] = []
    alone: list[int] = []
    for i in marks:
        if _opens(tree, i):
            opened.append(i)
        elif opened:
            opened.pop()
        else:
            alone.append(i)
    if not opened and not alone:
        return own
    before = own[0] - 1
    if len(alone) == 1 and not opened and before >= 0 and tree[before].text in _QUOTES and _opens(tree, before):
        return [before, *own]
    if len(opened) == 1 and not alone:
        for i in range(own[-1] + 1, min(own[-1] + 3, len(tree))):
            if tree[i].text in _QUOTES and not _opens(tree, i):
                return [*own, i]
            if tree[i].pos != "PUNCT":
                break
    dropped = {*opened, *alone}
    return [i for i in own if i not in dropped]


def _opens(tree: Tree, i: int) -> bool:
    """Whether a quotation mark opens: by its shape, else by what it touches."""
    mark = tree[i]
    if mark.text in "“„«”»":
        return mark.text in "“„«"
    touches = i + 1 < len(tree) and tree[i + 1].start == mark.end
    return touches and (i == 0 or tree[i - 1].end < mark.start or tree[i - 1].text in "([—–-")


def up_to_dash(tree: Tree, head: int, own: list[int]) -> list[int]:
    """The words up to a dash behind the head that has no partner: it ends what is said in passing."""
    dashes = [i for i in own if tree[i].text in DASHES and not _hyphen(tree, i)]
    return [i for i in own if i < dashes[-1]] if len(dashes) % 2 and dashes[-1] > head else own


def _hyphen(tree: Tree, i: int) -> bool:
    """Whether a short dash joins the words on either side of it."""
    return tree[i].text == "-" and 0 < i < len(tree) - 1 and tree[i - 1].end == tree[i].start == tree[i + 1].start - 1


def cut_open(tree: Tree, own: list[int]) -> bool:
    """Whether words have one bracket of a pair: the sentence was taken apart in the wrong place."""
    marks = [tree[i].text for i in own]
    inside = marks.count("(") != marks.count(")")
    return inside and sum(w.text == "(" for w in tree.words) == sum(w.text == ")" for w in tree.words)
