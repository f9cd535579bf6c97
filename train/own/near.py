"""Two statements that share people, place or subject and say different things: where peers go wrong."""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict
from collections.abc import Sequence

_WORD = re.compile(r"[A-Za-z]{3,}|\d+")
_END = re.compile(r"(?<=[a-z)\"]{2}[.!?]) (?=[A-Z\"])")


def words(text: str) -> frozenset[str]:
    """Lower-case words of three letters and more, and numbers."""
    return frozenset(w.lower() for w in _WORD.findall(text))


def neighbours(sentences: Sequence[str], rng: random.Random, most: int) -> list[tuple[str, str]]:
    """Pairs of sentences with two rare words or more in common and most words not."""
    bags = [words(s) for s in sentences]
    often = Counter(w for bag in bags for w in bag)
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for at, bag in enumerate(bags):
        for word in sorted(bag):
            if 2 <= often[word] <= 60:
                holders[word].append(at)
    found = []
    order = list(range(len(sentences)))
    rng.shuffle(order)
    for at in order:
        shared = Counter(other for word in sorted(bags[at]) for other in holders.get(word, ()) if other != at)
        likely = [
            o
            for o, n in sorted(shared.items())
            if n >= 2 and len(bags[at] & bags[o]) <= 0.45 * min(len(bags[at]), len(bags[o]))
        ]
        if likely:
            best = sorted(likely, key=lambda o: (-shared[o], o))[:3]
            found.append((sentences[at], sentences[rng.choice(best)]))
        if len(found) >= most:
            break
    return found


def neighbouring(paragraphs: Sequence[str]) -> list[tuple[str, str]]:
    """Two sentences of one paragraph, either way round, that share less than half their words."""
    found = []
    for paragraph in paragraphs:
        parts = [p for p in _END.split(paragraph) if 5 <= len(p.split()) <= 40]
        for left in range(len(parts)):
            for right in range(left + 1, min(left + 4, len(parts))):
                one, two = words(parts[left]), words(parts[right])
                if len(one & two) < 0.45 * min(len(one), len(two)):
                    found += [(parts[left], parts[right]), (parts[right], parts[left])]
    return found
