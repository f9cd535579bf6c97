"""Two versions of one quotation, word by word: what was changed, left out or put in, and how much it weighs.

The comparison is a token diff (difflib's matching blocks, after Ratcliff and Obershelp), never a score: a score of 94
in a hundred can hide a lost "not".
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import Match, SequenceMatcher
from importlib.resources import files
from itertools import pairwise

from pipeline.model import Edit, Span
from pipeline.text import key, listed, singular

LONGEST = 600
"""Words of one quotation that are compared; what a longer one says after that is not."""

_TOKEN = re.compile(
    r"\.\.\.+|…|(?:\. ){2,}\.|[\[\](){}]|(?:[A-Za-z]\.){2,}|\bper cent\b|[$€£]\s?\d[\d.,]*\b"
    r"|\w+(?:\*+\w*)+|\w+(?:[.,:]\d+)*(?:['’]\w+)*|[$€£%¢&]"
)
_ELLIPSIS = re.compile(r"^[.… ]+$")

NEGATIONS = listed(
    "not no never none nothing nobody nowhere neither nor without cannot can't won't don't doesn't didn't isn't aren't "
    "wasn't weren't hasn't haven't hadn't shouldn't wouldn't couldn't mustn't ain't barely hardly scarcely"
)
FUNCTION = listed(
    "a an the that this these those which who whom whose and or but so as if of to in on at by for with from into "
    "is are was were be been being am do does did has have had it its he she they we i you him her them us me my your "
    "his their our there here then than also just very really well yeah yes oh okay ok uh um like know mean about "
    "because when while what how where will would can could shall should may might must up out over s t re ve ll d m "
    "whoever whatever whichever let let's too even still now all both each such own same other more"
)
"""Words that carry grammar; a difference in them alone is a note."""
_JOINTS = listed("and so but oh uh um well")
"""What a printed sentence may drop or gain where the spoken one only paused."""
_COURTESIES = listed("mr mrs ms miss dr")
"""What one house prints before a name and another leaves out; one for another is another person."""
_SWALLOWED = 3
"""Words left out at an ellipsis that, with a negation among them, turn what is said round rather than shorten it."""
_FILLERS = listed("uh um well yeah oh so and but okay ok like you know i mean just really")


def _table() -> dict[str, str]:
    """Abbreviations, number words and spellings that outlets print each in its own way."""
    text = files("pipeline.align").joinpath("data/house_style.csv").read_text(encoding="utf-8")
    return {row["printed"]: row["compared_as"] for row in csv.DictReader(text.splitlines())}


_SPELLINGS = _table()
_ENDINGS = (
    (re.compile(r"(?<=\w{3})is(e|ed|es|ing|ation|ations)$"), r"iz\1"),
    (re.compile(r"(?<=\w{3})ys(e|ed|es|ing)$"), r"yz\1"),
    (re.compile(r"(?<=\w{2})our(s|ed|ing|able|ite)?$"), r"or\1"),
    (re.compile(r"(?<=\w{2})ll(ed|ing|er|ers)$"), r"l\1"),
    (re.compile(r"(?<=\w{2})tre(s)?$"), r"ter\1"),
)
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_CONTRACTIONS = {"'re": "are", "'ve": "have", "'ll": "will", "'m": "am"}


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a quotation: as printed, as compared, and what stands around it.

    `gap`: an ellipsis, or a place where a cue interrupts, stands before it. `added`: it stands in brackets (1 square,
    2 round).
    """

    text: str
    norm: str
    gap: bool = False
    added: int = 0
    at: Span | None = None


def words_of(spans: Sequence[Span], names: Mapping[str, str]) -> tuple[Word, ...]:
    """The words of a quotation's runs, in order.

    `names`: keys of aliases and the one name they are compared as; an alias of several words is one word.
    """
    return _joined(_single_words(spans, names), names)


def _joined(words: tuple[Word, ...], names: Mapping[str, str]) -> tuple[Word, ...]:
    """The words with each unbroken run that is one name made one word."""
    longest = max((name.count(" ") + 1 for name in names), default=1)
    if longest == 1:
        return words
    found: list[Word] = []
    at = 0
    while at < len(words):
        runs = (words[at : at + n] for n in range(longest, 1, -1))
        run = next((r for r in runs if _key(r) in names and not any(w.gap for w in r[1:])), None)
        found.append(_one_word(run, names) if run else words[at])
        at += len(run) if run else 1
    return tuple(found)


def _key(run: Sequence[Word]) -> str:
    return " ".join(key(w.text) for w in run)


def _one_word(run: Sequence[Word], names: Mapping[str, str]) -> Word:
    first, last = run[0].at, run[-1].at
    text = " ".join(w.text for w in run)
    at = Span(first.file, first.start, last.end, text) if first and last else None
    return Word(text, names[_key(run)], run[0].gap, run[0].added, at)


def _single_words(spans: Sequence[Span], names: Mapping[str, str]) -> tuple[Word, ...]:
    found: list[Word] = []
    for index, span in enumerate(spans):
        gap, bracket = index > 0, 0
        for match in _TOKEN.finditer(span.text):
            text = match.group()
            if _ELLIPSIS.match(text):
                gap = True
            elif text in "[({":
                bracket = 1 if text == "[" else 2
            elif text in "])}":
                bracket = 0
            else:
                norm = _norm(text, names)
                if norm:
                    at = span.cut(span.start + match.start(), span.start + match.end())
                    found.append(Word(text, norm, gap, bracket, at))
                    gap = False
            if len(found) >= LONGEST:
                return tuple(found)
    return tuple(found)


def _norm(text: str, names: Mapping[str, str]) -> str:
    word = key(text)
    if not word:
        return ""
    if word.endswith(".") or word == "&":
        word = "and" if word == "&" else word.replace(".", "")
    if word[0] in "$€£" and len(word) > 1:
        word = word[1:].strip() + word[0]
    if word in names:
        return names[word]
    word = _SPELLINGS.get(word, word).replace(",", "") if word[:1].isdigit() or word in _SPELLINGS else word
    if word.endswith("'s"):
        return word
    for pattern, ending in _ENDINGS:
        changed = pattern.sub(ending, word)
        if changed != word:
            return changed
    return word


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two versions lie on each other.

    `matched`: words in common and in order; `content`: content words among them; `run`: the longest unbroken run;
    `span`: words from the first to the last of them, without what was left out at an ellipsis; `edits`: differences
    within the stretch that both print; `cut`: one ends or begins earlier; `gaps`: something left out at an ellipsis;
    `brackets`: words put in brackets, with their kind.
    """

    matched: int
    content: int
    run: int
    span: int
    edits: tuple[Edit, ...]
    cut: bool
    gaps: bool
    brackets: int


def compare(left: Sequence[Word], right: Sequence[Word]) -> Comparison:
    """The differences between two versions, within the stretch that both print."""
    a, b = [w.norm for w in left], [w.norm for w in right]
    blocks = [m for m in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks() if m.size]
    blocks = _solid(blocks, a)
    if not blocks:
        return Comparison(0, 0, 0, 0, (), False, False, 0)
    matched = sum(m.size for m in blocks)
    content = sum(is_content(w) for m in blocks for w in a[m.a : m.a + m.size])
    edits: list[Edit] = []
    skipped, gaps, brackets = [0, 0], False, 0
    for one, two in pairwise(blocks):
        here, there = left[one.a + one.size : two.a], right[one.b + one.size : two.b]
        gap = _gap_at(left, one.a + one.size, two.a) or _gap_at(right, one.b + one.size, two.b)
        kind = max((w.added for w in (*here, *there)), default=0)
        if kind:
            brackets = max(brackets, kind)
            if kind == 1 or all(w.added for w in (*here, *there)):
                continue
        if gap and (not here or not there) and not _turned(here or there):
            gaps, skipped = True, [skipped[0] + len(here), skipped[1] + len(there)]
        elif edit := edit_of(here, there):
            left_at = _around(left, one.a + one.size, two.a)
            edits.append(replace(edit, left_at=left_at, right_at=_around(right, one.b + one.size, two.b)))
    last = blocks[-1]
    opening = _edge(left, right, blocks[0].a, blocks[0].b, matched, first=True)
    closing = _edge(left[last.a + last.size :], right[last.b + last.size :], 0, 0, matched, first=False)
    early = not opening and (blocks[0].a or blocks[0].b)
    late = not closing and (last.a + last.size < len(a) or last.b + last.size < len(b))
    edits = [*opening, *edits, *closing]
    reach = last.a + last.size - blocks[0].a - skipped[0], last.b + last.size - blocks[0].b - skipped[1]
    run = max(m.size for m in blocks)
    return Comparison(matched, content, run, max(reach), tuple(edits), bool(early or late), gaps, brackets)


def _turned(left_out: Sequence[Word]) -> bool:
    """Whether an ellipsis hides little but a negation: 'It is … safe' for 'It is not safe'."""
    return len(left_out) <= _SWALLOWED and any(w.norm in NEGATIONS or w.norm.endswith("n't") for w in left_out)


def _solid(blocks: list[Match], a: list[str]) -> list[Match]:
    """The blocks without stray grammar words far from the rest at either end."""
    kept = list(blocks)
    while len(kept) > 1 and (kept[0].a or kept[0].b) and _stray(kept[0], kept[1], a):
        kept.pop(0)
    while len(kept) > 1 and _stray(kept[-1], kept[-2], a):
        kept.pop()
    return kept


def _stray(block: Match, beside: Match, a: list[str]) -> bool:
    low, high = sorted((block, beside), key=lambda m: m.a)
    near, apart = sorted((high.a - low.a - low.size, high.b - low.b - low.size))
    solid = sum(is_content(w) for w in a[block.a : block.a + block.size])
    if (block.size > 1 and solid and near <= 2 and apart <= 5) or 1 <= near == apart <= 2:
        return False
    return (apart > 2 and block.size < 3 and solid < 2) or (block.size == 1 and solid == 0 and apart > 0)


def _gap_at(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether an ellipsis or an interruption stands before one of these words or right after them."""
    return any(w.gap for w in words[first : last + 1])


def _edge(left: Sequence[Word], right: Sequence[Word], a: int, b: int, matched: int, first: bool) -> list[Edit]:
    """The word or two that differ where both versions begin or end; more than that is a cut, not a change."""
    here, there = (left[:a], right[:b]) if first else (left, right)
    if not here or not there or len(here) > 2 or len(there) > 2 or matched < 4:
        return []
    if any(w.added for w in (*here, *there)):
        return []
    edit = edit_of(here, there)
    return [replace(edit, left_at=_around(here, 0, len(here)), right_at=_around(there, 0, len(there)))] if edit else []


def _around(words: Sequence[Word], first: int, last: int) -> Span | None:
    """Where some words stand, with the word before and the one after; its text is left for the caller to fill in."""
    first, last = max(0, first - 1), min(len(words), last + 1)
    spans = [w.at for w in words[first:last] if w.at is not None]
    if not spans:
        return None
    start, end = spans[0], spans[-1]
    return Span(start.file, start.start, end.end, "")


def edit_of(here: Sequence[Word], there: Sequence[Word]) -> Edit | None:
    """The difference between two stretches, None where there is none but spacing."""
    left, right = " ".join(w.text for w in here), " ".join(w.text for w in there)
    if not left and not right:
        return None
    if _initials(here, there) or _initials(there, here):
        return Edit(left, right, "style")
    return Edit(left, right, weigh([w.norm for w in here], [w.norm for w in there]))


def weigh(left: Sequence[str], right: Sequence[str]) -> str:
    """`style`, `function` or `content` for words that differ, as compared."""
    if _spelt_out(left) == _spelt_out(right):
        return "style"
    if _spelt_out([w for w in left if w not in _JOINTS]) == _spelt_out([w for w in right if w not in _JOINTS]):
        return "style"
    one, two = set(left) - set(right), set(right) - set(left)
    changed = one | two
    if changed <= _COURTESIES and not (one and two):
        return "style"
    if changed <= _FILLERS:
        return "function"
    if any(w in NEGATIONS or w.endswith("n't") for w in changed):
        return "content"
    solid, other = ([w for w in side if is_content(w)] for side in (left, right))
    if solid and len(solid) == len(other) and all(_masked(a, b) for a, b in zip(solid, other, strict=True)):
        return "style" if len(left) == len(right) else "function"
    if [singular(w) for w in solid] == [singular(w) for w in other]:
        return "function"
    return "content" if any(is_content(w) for w in changed) else "function"


def _initials(short: Sequence[Word], full: Sequence[Word]) -> bool:
    """Whether one word is made of the first letters of several: 'PM' for 'Prime Minister'."""
    letters = "".join(w[0] for w in (key(word.text) for word in full) if w not in FUNCTION)
    return len(short) == 1 and len(letters) > 1 and short[0].text.replace(".", "") == letters.upper()


def is_content(word: str) -> bool:
    """Whether a compared word carries meaning of its own: no grammar word; numbers and negations count."""
    return word in NEGATIONS or word.split("'")[0] not in FUNCTION


def _masked(one: str, other: str) -> bool:
    """Whether one is the other with letters starred out, or the same."""
    if one == other:
        return True
    masked, plain = (one, other) if "*" in one else (other, one)
    if "*" not in masked:
        return False
    head, tail = masked[: masked.index("*")], masked[masked.rindex("*") + 1 :]
    return plain.startswith(head) and plain.endswith(tail)


def _spelt_out(words: Sequence[str]) -> str:
    """The words run together, contractions opened, numbers reckoned: 'health care' is 'healthcare', 'it's' 'it is'."""
    out = []
    for word in _reckoned(words):
        if word == "can't" or word == "cannot":
            word = "cannot"
        elif word == "won't":
            word = "willnot"
        elif word.endswith("n't"):
            word = word[:-3] + "not"
        else:
            for short, full in _CONTRACTIONS.items():
                if word.endswith(short):
                    word = word[: -len(short)] + full
            if word in ("it's", "that's", "he's", "she's", "there's", "what's", "let's"):
                word = word[:-2] + ("us" if word == "let's" else "is")
        out.append(word)
    return "".join(out).replace("-", "")


def _reckoned(words: Sequence[str]) -> list[str]:
    """The words with a number of several words made one: 'twenty five' is '25', 'three hundred' is '300'."""
    out: list[str] = []
    for word in words:
        last = out[-1] if out else ""
        if len(last) == 2 and last.isdigit() and last[1] == "0" and len(word) == 1 and word.isdigit():
            out[-1] = str(int(last) + int(word))
        elif word in _SCALES and re.fullmatch(r"\d{1,6}(?:\.\d{1,6})?", last):
            out[-1] = f"{float(last) * _SCALES[word]:.0f}"
        else:
            out.append(word)
    return out
