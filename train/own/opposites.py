"""Edits that turn a sentence round: a negation put in or taken out, a word replaced by its opposite."""

from __future__ import annotations

import csv
import random
import re
from collections import defaultdict
from functools import cache
from importlib import resources

_AUX = re.compile(r"\b(is|was|are|were|will|would|can|could|did|does|has been|have been|had been)\b(?! not|n't|,)")
_PERFECT = re.compile(r"\b(has|have|had)\b(?= \w+ed\b)")
_BEFORE = re.compile(
    r"\b(who|which|that|if|when|while|where|because|although|what|how|why|not|never|no|than|as)\b|[;:?\"“]",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(is|was|are|were|will|would|can|could|has|have|had)( not|n't)\b(?! only)")
_NEVER = re.compile(r" never (?=\w+ed\b)")
_LONGER = re.compile(r"\bno longer\b")
_PAST = re.compile(
    r"^((?:He|She|It|They|We|The \w+|The \w+ \w+|[A-Z][\w.]+(?: [A-Z][\w.]+){0,3})) (\w{2,}ed|"
    r"won|lost|made|took|gave|went|came|left|met|told|held|began|became|built|bought|sold|found|wrote|led|"
    r"sent|spent|saw|got|kept|fell|ran|grew|knew|brought|paid)"
    r" (?=the |a |an |his |her |its |their |to |in |into |at |on |from |for |with |about |that |[A-Z]|\d)"
)
_IRREGULAR = dict(
    pair.split(":")
    for pair in [
        "won:win",
        "lost:lose",
        "made:make",
        "took:take",
        "gave:give",
        "went:go",
        "came:come",
        "left:leave",
        "met:meet",
        "told:tell",
        "held:hold",
        "began:begin",
        "became:become",
        "built:build",
        "bought:buy",
        "sold:sell",
        "found:find",
        "wrote:write",
        "led:lead",
        "sent:send",
        "spent:spend",
        "saw:see",
        "got:get",
        "kept:keep",
        "fell:fall",
        "ran:run",
        "grew:grow",
        "knew:know",
        "brought:bring",
        "paid:pay",
    ]
)
_NOUN_ED = frozenset({"need", "speed", "seed", "breed", "united", "hundred", "red", "bed"})


def negate(text: str, rng: random.Random) -> str | None:
    """The sentence with its main clause denied, or with its denial taken out; None where that cannot be done surely."""
    for pattern, new in ((_NOT, r"\1"), (_NEVER, " "), (_LONGER, "still")):
        if pattern.search(text):
            return pattern.sub(new, text, count=1)
    options = [
        _after_auxiliary(text, m, rng)
        for p in (_AUX, _PERFECT)
        for m in [p.search(text)]
        if m and not _BEFORE.search(text[: m.start()])
    ]
    past = _PAST.match(text)
    if past and past[2] not in _NOUN_ED:
        lemma = _IRREGULAR.get(past[2]) or base_of(past[2])
        words = rng.choice(["did not", "did not", "didn't", "never", "failed to", "refused to"])
        verb = past[2] if words == "never" else lemma
        options = [f"{past[1]} {words} {verb} {text[past.end() :]}"]
    return rng.choice(options) if options else None


def _after_auxiliary(text: str, match: re.Match[str], rng: random.Random) -> str:
    head, *rest = match[1].split()
    if head == "can":
        made = rng.choice(["cannot", "can't"])
    elif head in ("is", "was", "are", "were", "did", "does", "has", "had", "have") and rng.random() < 0.25:
        made = head + "n't"
    else:
        made = head + rng.choice([" not", " not", " never"]) if head != "did" else "did not"
    return text[: match.start()] + " ".join([made, *rest]) + text[match.end() :]


_LOSE = "at iv ov uc ang arg as us ounc enc anc iz is ir ur in it id ag ok os or ud ul let quir ar rv lv c u v"
_KEEP = (
    "join visit remain appear contain report attack explain train gain limit obtain maintain edit offer water repair "
    "profit paint kill credit exhibit wait wad admit permit commit treat repeat defeat support focus pass discuss "
    "press cross address express explor found"
)
_LOSE_E = tuple(_LOSE.split())
"""Ends of stems whose base form has an e: "invit" of "invited"."""
_KEEP_NO_E = tuple(_KEEP.split())
"""Stems with such an end whose base form has none: "visit"."""


def base_of(past: str) -> str:
    """The base form of a regular past tense: signed, moved, carried, stopped."""
    if past in ("died", "lied", "tied"):
        return past[:-1]
    if past.endswith("ied"):
        return past[:-3] + "y"
    stem = past[:-2]
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "lsz":
        return stem[:-1]
    return stem if stem.endswith(_KEEP_NO_E) or not stem.endswith(_LOSE_E) else stem + "e"


@cache
def table() -> dict[str, tuple[str, ...]]:
    """Each word of `antonyms.csv` with its opposites."""
    both: defaultdict[str, list[str]] = defaultdict(list)
    with resources.files("train.own").joinpath("antonyms.csv").open(encoding="utf-8") as lines:
        for left, right in csv.reader(lines):
            both[left].append(right)
            both[right].append(left)
    return {word: tuple(dict.fromkeys(others)) for word, others in both.items()}


_WEAK = frozenset(
    {
        "his",
        "her",
        "left",
        "right",
        "for",
        "more",
        "most",
        "over",
        "under",
        "first",
        "last",
        "with",
        "end",
        "up",
        "down",
        "all",
        "some",
        "day",
        "before",
        "after",
        "light",
        "like",
        "may",
        "free",
        "close",
        "still",
        "short",
        "back",
        "top",
        "front",
    }
)


def oppose(text: str, rng: random.Random) -> str | None:
    """The sentence with one word replaced by its opposite; words with many senses only seldom."""
    opposites = table()
    found = [m for m in re.finditer(r"[A-Za-z-]+", text) if m.group() in opposites]
    strong = [m for m in found if m.group() not in _WEAK]
    if not strong and (not found or rng.random() < 0.6):
        return None
    match = rng.choice(strong or found)
    return text[: match.start()] + rng.choice(opposites[match.group()]) + text[match.end() :]
