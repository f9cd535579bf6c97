"""Opinion told from fact by the signs that words carry, weighed by hand.

The signs are the field's: subjective adjectives and adverbs (with the degree of subjectivity that annotators gave
them in the Pattern lexicon of De Smedt and Daelemans 2012, public domain, `subjective.csv`), first and second person,
modals of obligation, boosters and hedges (Hyland 2005), against the signs of report: figures, dates, names, a source,
the past tense.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from pipeline.extract.claims.cues import BOOSTER, SAY
from pipeline.extract.claims.tree import Tree, Word
from pipeline.text import listed

_PERSON = listed("i we my our us me ourselves myself mine ours")
_DUTY = listed("must should ought shall need cannot")
_TURN = listed("but yet however indeed thus therefore hence surely perhaps instead nor still rather moreover")
VERDICT = listed(
    """folly nonsense shame disgrace irony hypocrisy truth lie lies myth tragedy triumph miracle madness insanity
    betrayal joke mess scandal crisis disaster catastrophe nightmare hell wonder greed cowardice stupidity arrogance
    ignorance hope horror freedom tyranny liberty evil virtue elite elites mob regime propaganda racket farce sham
    absurdity mistake error blunder waste insult
    failure fool idiot genius hero villain enemy necessity responsibility capitalism socialism democracy"""
)
_ABSTRACT = listed(
    "thing something everything nothing anything everyone nobody kind sort way fact reason point question"
)
_ABSOLUTE = listed(
    "such itself whole entire every always nobody anyone what whatever how only alone mere such less enough"
)
_FIGURES = frozenset({"CARDINAL", "MONEY", "PERCENT", "QUANTITY", "DATE", "TIME"})

_WEIGHTS = {
    "person": 0.8,
    "judging": 0.6,
    "absolute": 0.5,
    "verdict": 0.5,
    "scare": 0.4,
    "turned": 0.4,
    "duty": 0.35,
    "denied": 0.3,
    "exclaimed": 0.3,
    "abstract": 0.3,
    "generic": 0.25,
    "boosted": 0.2,
    "length": 0.15,
    "equated": 0.15,
    "present": 0.1,
    "semicolon": 0.1,
    "figures": -0.4,
    "sourced": -0.6,
    "quoted": -0.6,
    "past": -0.7,
}
_BIAS = -0.8


@cache
def lexicon() -> dict[str, float]:
    """Words and how subjective they are, 0.5 to 1, weighed by how strong a judgement they carry."""
    text = files("pipeline.extract.claims").joinpath("subjective.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return {row["word"]: float(row["subjectivity"]) * (0.4 + float(row["polarity"])) for row in rows}


def score(tree: Tree, own: Iterable[int], said: bool = False) -> float:
    """How much more opinion than report these words are: above 0 more of the one, below of the other.

    `said`: they are somebody's own words, in which "I" and "we" and quotation marks are no sign of anything.
    """
    found = signs(tree, own)
    if said:
        found["person"] = found["quoted"] = found["scare"] = 0.0
    return _BIAS + sum(_WEIGHTS[name] * value for name, value in found.items())


def signs(tree: Tree, own: Iterable[int]) -> dict[str, float]:
    """The signs of opinion and of report among these words, by name."""
    words = [tree[i] for i in own]
    inside = _inside_quotes(tree)
    free = [w for w in words if w.i not in inside] or words
    text = {w.text for w in words}
    root = tree[tree.root]
    return {
        "judging": min(sum(_judging(w) for w in free), 3.0),
        "person": float(any(w.lower in _PERSON for w in free)),
        "exclaimed": float("!" in text),
        "duty": float(any(w.lower in _DUTY for w in free)),
        "boosted": float(any(w.lower in BOOSTER for w in free)),
        "turned": float(bool(free) and free[0].lower in _TURN),
        "verdict": min(sum(w.lower in VERDICT or w.lemma in VERDICT for w in free), 2) * 1.0,
        "abstract": min(sum(w.lemma in _ABSTRACT for w in free), 2) * 1.0,
        "denied": float(any(w.dep == "neg" or w.lower in ("no", "never", "nothing") for w in free)),
        "present": float(root.tag in ("VBZ", "VBP") and root.lemma not in SAY),
        "equated": float(root.lemma == "be" and tree.kid(root.i, "attr", "acomp") is not None),
        "semicolon": float(";" in text or ":" in text),
        "scare": float(0 < len(inside) <= 4),
        "quoted": float(len(inside) > 4),
        "figures": min(sum(w.label in _FIGURES for w in free), 4) * 1.0,
        "sourced": float(any(w.lemma in SAY and tree.kid(w.i, "nsubj") is not None for w in free)),
        "past": float(root.tag == "VBD"),
        "absolute": min(sum(w.lower in _ABSOLUTE for w in free), 2) * 1.0,
        "generic": float(not any(w.label for w in free)),
        "length": min(len(words), 40) / 10,
    }


def _judging(word: Word) -> float:
    if word.pos not in ("ADJ", "ADV", "VERB", "NOUN") or word.label:
        return 0.0
    return lexicon().get(word.lower, 0.0) * (1.0 if word.pos in ("ADJ", "ADV") else 0.5)


def _inside_quotes(tree: Tree) -> frozenset[int]:
    found: set[int] = set()
    start: int | None = None
    for word in tree.words:
        if word.tag in ("``", "''") or word.text in '“”"':
            if start is None:
                start = word.i + 1
            else:
                found.update(range(start, word.i))
                start = None
    if start is not None:
        found.update(range(start, len(tree)))
    return frozenset(found)
