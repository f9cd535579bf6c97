"""Our own pairs, made by program from licence-clean sentences: near in words, told apart by what they say.

`make` gives pairs whose `source` is their kind, `own_...`; a recipe draws from a kind by that name. The same pairs,
seed and word lists give the same result.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from train import sources
from train.own import details, figures, headlines, near, opposites, replace, shorten, stamps, stands, stories, tellings
from train.sources import Pair

ENTAILMENT, NEUTRAL, CONTRADICTION = 0, 1, 2
PROSE = frozenset({
    "mnli", "conjnli", "new_protocols_base", "new_protocols_edit_premise", "new_protocols_edit_other", "fm2",
    "new_protocols_paragraph", "semi_auto_base_wiki", "semi_auto_sim_wiki", "semi_auto_translate_wiki",
})  # fmt: skip
CAPTIONS = frozenset({"snli_dev", "snli_cad"})
PARAPHRASED = PROSE - {"conjnli", "semi_auto_base_wiki", "semi_auto_sim_wiki", "semi_auto_translate_wiki"} | CAPTIONS

Edit = Callable[[str, random.Random], str | None]


def edits(names: Sequence[str], wordnet: Path | None) -> dict[str, Edit]:
    """The edits that make a statement clash with itself, by kind."""
    return {
        "own_number": lambda text, rng: (
            figures.other_number(text, rng) if rng.random() < 0.75 else figures.out_of_bounds(text, rng)
        ),
        "own_date": figures.other_date,
        "own_negation": opposites.negate,
        "own_antonym": opposites.oppose,
        "own_sister": lambda text, rng: replace.sister(text, rng, wordnet),
        "own_name": lambda text, rng: replace.other_person(text, rng, list(names)),
        "own_swap": shorten.swap,
    }


def make(pairs: Iterable[Pair], seed: int, wordnet: Path | None = None) -> list[Pair]:
    """All of our pairs that can be made from `pairs`."""
    given = list(pairs)
    prose = _sentences(p.premise for p in given if p.source in PROSE)
    captions = _sentences(p.premise for p in given if p.source in CAPTIONS)
    rng = random.Random(f"{seed}/own")
    rng.shuffle(prose)
    rng.shuffle(captions)
    names = sorted({name for s in prose if (name := replace.subject(s))})
    kinds = edits(names, wordnet)
    made = list(_clashes(prose[:26000] + captions[:5000], kinds, rng))
    made += _clashes_of_paraphrases([p for p in given if p.source in PARAPHRASED], kinds, rng)
    made += _same(prose[:22000] + captions[:5000], kinds, wordnet, rng)
    made += _open(prose[:22000], kinds, rng)
    made += _stamped([p for p in given if p.source in PARAPHRASED | {"fm2"}], prose, kinds, rng)
    made += _near(prose, [p.premise for p in given if p.source in PROSE], kinds, rng)
    labels = {"clash": CONTRADICTION, "open": NEUTRAL, "carried": ENTAILMENT}
    found = details.pairs(prose[:24000], kinds, random.Random(f"{seed}/details"))
    made += [Pair(p, h, labels[what], f"own_detail_{what}") for p, h, what in found if what != "skip"]
    made += _headlines([p for p in given if p.source in PARAPHRASED], kinds, random.Random(f"{seed}/headlines"))
    made += _held([p for p in given if p.source in PARAPHRASED - CAPTIONS], kinds, random.Random(f"{seed}/held"))
    said = [p for p in given if p.source in PARAPHRASED]
    made += _first(said, random.Random(f"{seed}/first"))
    made += _told(said, prose, kinds, random.Random(f"{seed}/tellings"))
    made += _longer([p for p in made if p.source.startswith("own_telling_")], prose, random.Random(f"{seed}/longer"))
    made += _turned(said)
    made += _stands(said, prose, kinds, random.Random(f"{seed}/stands"))
    made += _stories(said, prose, random.Random(f"{seed}/stories"))
    return made


def _sentences(texts: Iterable[str]) -> list[str]:
    good = {
        t for t in texts if 5 <= len(t.split()) <= 36 and t[:1].isupper() and t[-1:] == "." and t.count('"') % 2 == 0
    }
    return sorted(good)


def _either(left: str, right: str, label: int, kind: str, rng: random.Random) -> Pair:
    return Pair(left, right, label, kind) if rng.random() < 0.5 else Pair(right, left, label, kind)


def _clashes(sentences: Sequence[str], kinds: dict[str, Edit], rng: random.Random) -> Iterable[Pair]:
    for text in sentences:
        possible = [(kind, made) for kind, edit in kinds.items() if (made := edit(text, rng)) and made != text]
        for kind, made in rng.sample(possible, min(2, len(possible))):
            way = rng.random()
            said = (
                shorten.shorten(text, rng) if way < 0.35 else shorten.reorder(text, rng) if way < 0.5 else None
            ) or text
            again = kinds[kind](said, rng) if said != text else made
            if again and again != said:
                yield _either(text, again, CONTRADICTION, kind, rng)


def _clashes_of_paraphrases(pairs: Sequence[Pair], kinds: dict[str, Edit], rng: random.Random) -> Iterable[Pair]:
    """A paraphrase with one edit clashes; what was open stays open after the same edit."""
    for pair in pairs:
        if pair.label == CONTRADICTION or len(pair.hypothesis.split()) > 30:
            continue
        possible = []
        for kind, edit in kinds.items():
            made = edit(pair.hypothesis, rng)
            if made and made != pair.hypothesis and (pair.label == NEUTRAL or _touches(pair, made, kind)):
                possible.append((kind, made))
        if possible and (pair.label == ENTAILMENT or rng.random() < 0.35):
            kind, made = rng.choice(possible)
            if pair.label == ENTAILMENT:
                yield _either(pair.premise, made, CONTRADICTION, f"{kind}_said", rng)
            elif _little_shared(pair.premise, made):
                yield Pair(pair.premise, made, NEUTRAL, "own_open_said")


def _little_shared(left: str, right: str) -> bool:
    one, two = near.words(left), near.words(right)
    return len(one & two) < 0.5 * min(len(one), len(two))


def _touches(pair: Pair, made: str, kind: str) -> bool:
    """Whether what the edit took out of the hypothesis stands in the premise too; a negation turns all of it."""
    if kind == "own_negation":
        return True
    gone = set(pair.hypothesis.split()) - set(made.split())
    return bool(gone) and all(word.strip(".,") in pair.premise for word in gone)


def _same(sentences: Sequence[str], kinds: dict[str, Edit], wordnet: Path | None, rng: random.Random) -> Iterable[Pair]:
    """Entailments, and what is open the other way round; many on edited sentences: no edit gives a label away."""
    for text in sentences:
        if rng.random() < 0.4:
            edit = rng.choice(list(kinds.values()))
            text = edit(text, rng) or text
        less = figures.coarser(text, rng) if rng.random() < 0.5 else None
        if less and less != text:
            yield Pair(text, less, ENTAILMENT, "own_coarser")
            continue
        less = shorten.shorten(text, rng)
        if less and less != text:
            yield Pair(text, less, ENTAILMENT, "own_shorter")
            yield Pair(less, text, NEUTRAL, "own_longer")
        else:
            other = shorten.reorder(text, rng) or replace.synonym(text, rng, wordnet)
            if other and other != text:
                yield _either(text, other, ENTAILMENT, "own_reworded", rng)
            elif rng.random() < 0.15:
                yield Pair(text, text, ENTAILMENT, "own_reworded")


def _open(sentences: Sequence[str], kinds: dict[str, Edit], rng: random.Random) -> Iterable[Pair]:
    """Neutral by time or certainty: the same measure in another year, a hedge taken for a fact."""
    for text in sentences:
        other = figures.other_both(text, rng)
        if other:
            yield Pair(text, other, NEUTRAL, "own_another_time")
        hedged = shorten.hedge(text, rng)
        if hedged:
            yield Pair(hedged, text, NEUTRAL, "own_hedge")


def _stamped(pairs: Sequence[Pair], prose: Sequence[str], kinds: dict[str, Edit], rng: random.Random) -> Iterable[Pair]:
    """One event told twice: with one time or two, or with a time in one telling only."""
    told = [(p.premise, p.hypothesis) for p in pairs if p.label == ENTAILMENT]
    paraphrases = len(told)
    told += [(text, shorten.shorten(text, rng) or shorten.reorder(text, rng) or text) for text in prose[:9000]]
    for at, (left, right) in enumerate(told):
        if not (stamps.stampable(left) and stamps.stampable(right)) or len(left.split()) > 34:
            continue
        one, two = stamps.times(rng)
        way, kind = rng.random(), "own_stamp_told" if at < paraphrases else "own_stamp"
        if way < 0.5:
            yield _either(stamps.stamp(left, one, rng), stamps.stamp(right, two, rng), CONTRADICTION, kind, rng)
        elif way < 0.8:
            yield Pair(stamps.stamp(left, one, rng), stamps.stamp(right, one, rng), ENTAILMENT, "own_stamp_same")
        elif way < 0.9:
            yield Pair(stamps.stamp(left, one, rng), right, ENTAILMENT, "own_stamp_one")
        else:
            yield Pair(left, stamps.stamp(right, one, rng), NEUTRAL, "own_stamp_one")
    for left, right in near.neighbours([s for s in prose if stamps.stampable(s)][:12000], rng, 4000):
        one, two = stamps.times(rng)
        yield Pair(
            stamps.stamp(left, one, rng),
            stamps.stamp(right, rng.choice([one, two, two]), rng),
            NEUTRAL,
            "own_stamp_near",
        )


def _headlines(pairs: Sequence[Pair], kinds: dict[str, Edit], rng: random.Random) -> Iterable[Pair]:
    """Hypotheses of the licensed pairs as headlines, with their labels; some of those that follow, edited to clash."""
    for pair in pairs:
        told = headlines.headline(pair.hypothesis, rng)
        if told is None:
            continue
        kind = rng.choice(list(kinds))
        made = kinds[kind](pair.hypothesis, rng) if pair.label == ENTAILMENT and rng.random() < 0.2 else None
        if made and made != pair.hypothesis and _touches(pair, made, kind):
            yield Pair(pair.premise, headlines.headline(made, rng) or made, CONTRADICTION, "own_headline_clash")
        else:
            yield Pair(pair.premise, told, pair.label, f"own_headline_{sources.LABELS[pair.label]}")


def _held(pairs: Sequence[Pair], kinds: dict[str, Edit], rng: random.Random) -> Iterable[Pair]:
    """Headlines that say how far a statement holds: what follows from the bare one is open, clashes or follows.

    A refuted statement clashes with all that it follows from, not with all that follows from it.
    """
    for pair in pairs:
        if pair.label == CONTRADICTION or not pair.hypothesis.endswith(".") or len(pair.hypothesis.split()) > 14:
            continue
        short = len(pair.premise.split()) <= 14 and pair.premise.endswith(".")
        plain = pair.premise if short else pair.hypothesis
        said, way = headlines.headline(plain, rng) or plain, rng.random()
        if pair.label == NEUTRAL:
            if short and way < 0.3:
                form = rng.choice((headlines.REFUTED, headlines.CONFIRMED))
                yield Pair(headlines.wrapped(said, form, rng), pair.hypothesis, NEUTRAL, "own_held_other")
        elif way < 0.35:
            yield Pair(headlines.wrapped(said, headlines.RUMOURED, rng), pair.hypothesis, NEUTRAL, "own_held_rumoured")
        elif way < 0.7:
            yield from _refuted(pair, kinds, rng)
        else:
            kind = rng.choice(list(kinds))
            made = (kinds[kind](pair.hypothesis, rng) if way > 0.92 else None) or pair.hypothesis
            clash = made != pair.hypothesis and _touches(pair, made, kind)
            confirmed = headlines.wrapped(said, headlines.CONFIRMED, rng)
            if clash:
                yield Pair(confirmed, made, CONTRADICTION, "own_held_confirmed")
            else:
                yield Pair(confirmed, pair.hypothesis, ENTAILMENT, "own_held_confirmed")


def _refuted(pair: Pair, kinds: dict[str, Edit], rng: random.Random) -> Iterable[Pair]:
    said = headlines.headline(pair.hypothesis, rng) or pair.hypothesis
    refuted = headlines.wrapped(said, headlines.REFUTED, rng)
    turned = kinds["own_negation"](pair.hypothesis, rng) if rng.random() < 0.3 else None
    if turned:
        yield Pair(refuted, turned, ENTAILMENT, "own_held_refuted_not")
    else:
        against = pair.premise if rng.random() < 0.6 else pair.hypothesis
        yield Pair(refuted, against, CONTRADICTION, "own_held_refuted")


def _near(
    prose: Sequence[str], paragraphs: Sequence[str], kinds: dict[str, Edit], rng: random.Random
) -> Iterable[Pair]:
    """Other statements about the same people, places and subjects, some of them edited."""
    found = near.neighbours(prose, rng, 16000) + near.neighbouring(sorted(set(paragraphs)))
    for left, right in found:
        if rng.random() < 0.3:
            edit = rng.choice(list(kinds.values()))
            right = edit(right, rng) or right
        yield Pair(left, right, NEUTRAL, "own_near")


def _first(pairs: Sequence[Pair], rng: random.Random) -> Iterable[Pair]:
    """Short premises of the licensed pairs as headlines above the hypothesis; some say that it is only reported."""
    for pair in pairs:
        told = headlines.headline(pair.premise, rng) if len(pair.premise.split()) <= 16 else None
        if told is None:
            continue
        doubted = headlines.reported(told, rng) if pair.label == ENTAILMENT and rng.random() < 0.3 else None
        if doubted:
            yield Pair(doubted, pair.hypothesis, NEUTRAL, "own_held_reported")
        else:
            yield Pair(told, pair.hypothesis, pair.label, f"own_first_{sources.LABELS[pair.label]}")


def _told(pairs: Sequence[Pair], prose: Sequence[str], kinds: dict[str, Edit], rng: random.Random) -> Iterable[Pair]:
    """Licensed pairs in which each side tells more than the other, as they stand or edited to clash."""
    labels = {
        "clash": CONTRADICTION,
        "against": CONTRADICTION,
        "open": NEUTRAL,
        "other": NEUTRAL,
        "carried": ENTAILMENT,
    }
    parts = tellings.bank(prose)
    if not (parts.leads and parts.tails and parts.brief):
        return
    for pair in pairs:
        if not (_plain(pair.premise, 26) and _plain(pair.hypothesis, 18)):
            continue
        found = tellings.told(
            pair.premise,
            pair.hypothesis,
            pair.label,
            lambda text, pair=pair: _clash(text, pair, kinds, rng),
            parts,
            rng,
        )
        if found:
            yield Pair(found[0], found[1], labels[found[2]], f"own_telling_{found[2]}")


def _plain(text: str, longest: int) -> bool:
    return 4 <= len(text.split()) <= longest and text[:1].isupper() and text[-1:] == "." and text.count('"') % 2 == 0


def _clash(text: str, pair: Pair, kinds: dict[str, Edit], rng: random.Random) -> str | None:
    """One edit of a statement; of the pair's hypothesis only what its premise tells too."""
    possible = []
    for kind, edit in kinds.items():
        made = edit(text, rng)
        if (
            made
            and made != text
            and (text != pair.hypothesis or pair.label != ENTAILMENT or _touches(pair, made, kind))
        ):
            possible.append(made)
    return rng.choice(possible) if possible else None


def _longer(tellings_made: Sequence[Pair], prose: Sequence[str], rng: random.Random) -> Iterable[Pair]:
    """Tellings with more on each side, as sentences of news are; a hypothesis that follows stays as it is."""
    parts = tellings.bank(prose)
    for pair in tellings_made:
        if rng.random() < 0.5:
            premise = tellings.longer(pair.premise, parts, rng)
            carried = pair.label == ENTAILMENT
            hypothesis = pair.hypothesis if carried else tellings.longer(pair.hypothesis, parts, rng)
            yield Pair(premise, hypothesis, pair.label, pair.source.replace("telling", "longer"))


def _turned(pairs: Sequence[Pair]) -> Iterable[Pair]:
    """The licensed pairs from the hypothesis to the premise: a clash stays one, what says much more is open."""
    for pair in pairs:
        if not (_plain(pair.premise, 40) and _plain(pair.hypothesis, 30)):
            continue
        more = len(pair.premise.split()) - len(pair.hypothesis.split())
        if pair.label == CONTRADICTION:
            yield Pair(pair.hypothesis, pair.premise, CONTRADICTION, "own_turned_against")
        elif more >= 6:
            kind = "open" if pair.label == ENTAILMENT else "other"
            yield Pair(pair.hypothesis, pair.premise, NEUTRAL, f"own_turned_{kind}")


def _stands(pairs: Sequence[Pair], prose: Sequence[str], kinds: dict[str, Edit], rng: random.Random) -> Iterable[Pair]:
    """Headlines above statements fuller than they are."""
    labels = {
        "carried": ENTAILMENT, "other": NEUTRAL, "rumoured": NEUTRAL, "against": CONTRADICTION, "clash": CONTRADICTION,
    }  # fmt: skip
    plain = [(p.premise, p.hypothesis, p.label) for p in pairs if _plain(p.premise, stands.FULLEST)]
    found = [
        *stands.of_paraphrases(plain, lambda text, rng: rng.choice(list(kinds.values()))(text, rng), rng),
        *stands.of_sentences(prose[:20000], rng),
    ]
    for premise, hypothesis, what in found:
        yield Pair(premise, hypothesis, labels[what], f"own_stands_{what}")


def _stories(pairs: Sequence[Pair], prose: Sequence[str], rng: random.Random) -> Iterable[Pair]:
    """One story in other words: headlines that leave out and add, names in full or not, sources named or not."""
    labels = {"carried": ENTAILMENT, "other": NEUTRAL, "asked": NEUTRAL, "untrue": CONTRADICTION}
    parts = tellings.bank(prose)
    plain = [
        (p.premise, p.hypothesis, p.label)
        for p in pairs
        if _plain(p.premise, stands.FULLEST) and _plain(p.hypothesis, 18)
    ]
    if not (parts.leads and parts.tails):
        return
    for premise, hypothesis, what in stories.of_paraphrases(plain, parts, rng):
        yield Pair(premise, hypothesis, labels[what], f"own_story_{what}")
    for short, full in stories.known_by_surname(prose):
        yield Pair(short, full, ENTAILMENT, "own_named")
    for premise, hypothesis in stories.sourced([(p, h) for p, h, label in plain if label == ENTAILMENT], rng):
        yield Pair(premise, hypothesis, ENTAILMENT, "own_sourced")
