"""In which slot two claims that are alike differ so that they cannot both hold: the slots before any model."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.align.ladder import COMMON_VERBS, COPULAS, Likeness, figure_pairs
from pipeline.align.lexicon import EMPTY, listed, meanings, opposites, rarity, stem
from pipeline.align.scope import apart
from pipeline.align.times import meet, names, narrow, one_edge, printed
from pipeline.align.views import CALENDAR, SOMEBODY, Days, View
from pipeline.model import Figure
from pipeline.text import fold, key, words

COVER = 0.3
"""The share of the lighter claim that must be in the other before a difference counts."""
CLOSE = 0.5
"""The share above which an unclear participant is let pass."""
NEAR = 0.7
"""The share above which two claims are one sentence but for a word."""
CORE = 0.5
"""The share needed where the predicates exclude each other."""
MUCH = 3.0
"""The weight of shared words from which LEEWAY is given."""
LEEWAY = 0.1
PLENTY = 3.5
"""The weight of shared words from which one act on one object is one event, whoever is named as its agent."""
BARELY = 0.33
"""The share needed then."""
BEYOND = 0.5
"""The weight of the words they must share apart from those for agent and act."""
RICH = 2.0
"""The weight of shared words, agent and act left out, that makes up for another predicate."""
AMPLE = 3.5
"""The weight of shared words, agent and act left out, from which two sentences tell one thing."""
HALF = 0.5
"""The share needed then."""
SHARED = 1.2
"""The weight of the words they must share."""
SWAPPED = 0.75
"""The share on both sides from which the same is told with doer and object exchanged."""
_MUTUAL = listed(
    """
    meet marry wed date divorce face fight battle play join debate embrace hug kiss greet thank congratulate call phone
    text write praise criticize attack insult accuse blame warn threaten contact visit host tell say be have resemble
    follow support oppose tie draw see know love hate like trust
    """
)
"""What two can do to each other in the same breath."""


_SAID = frozenset({"reported", "established", "planned", "alleged"})
_NO_DENIAL = re.compile(r"(?:\bnot|n't|\bnever|\bwithout) den(?:y|ied|ying)\b")


@dataclass(frozen=True, slots=True)
class Difference:
    """What sets two claims against each other. `slot`: polarity, opposites, figures, scale, days or certainty."""

    slot: str
    because: str


def find(left: View, right: View, likeness: Likeness) -> Difference | None:
    """The slot in which they differ, or None: they say the same, or of different things."""
    if swapped(left, right, likeness):
        return Difference("agent", f"{min(left.agent)} against {min(right.agent)}")
    if not _of_one_thing(likeness):
        return None
    for look in (_disowned, _polarity, _opposites, _numbers, _day):
        found = look(left, right, likeness)
        # What a denial bears on is costly to tell, and seldom asked: most pairs differ in nothing.
        if found is not None and not (look in (_polarity, _opposites) and apart(left, right)):
            return found
    return None


def disowned(left: View, right: View) -> bool:
    """Whether one speaker denies here what he is said to have said, or not to have denied, there."""
    levels = left.claim.certainty, right.claim.certainty
    if levels.count("denied") != 1 or left.claim.polarity != right.claim.polarity or not _one_speaker(left, right):
        return False
    other = right if levels[0] == "denied" else left
    return _undenied(other) if other.claim.certainty == "possible" else other.claim.certainty in _SAID


def _one_speaker(left: View, right: View) -> bool:
    if SOMEBODY in (left.voice, right.voice):
        return left.voice == right.voice and left.source == right.source
    return bool(left.voice) and left.voice == right.voice


def _undenied(view: View) -> bool:
    return _NO_DENIAL.search(fold(view.claim.sentence.text).casefold()) is not None


def _disowned(left: View, right: View, likeness: Likeness) -> Difference | None:
    if not disowned(left, right) or likeness.level("predicate") not in ("same", "alike"):
        return None
    return Difference("polarity", f"{left.claim.certainty} against {right.claim.certainty}")


def certainty(left: View, right: View) -> Difference | None:
    """Whether one only alleges what the other takes for established."""
    levels = {left.claim.certainty, right.claim.certainty}
    if "established" in levels and "alleged" in levels:
        return Difference("certainty", f"{left.claim.certainty} against {right.claim.certainty}")
    return None


def _of_one_thing(likeness: Likeness) -> bool:
    if likeness.shared < SHARED or likeness.beyond < (1.0 if likeness.level("patient") == "unclear" else BEYOND):
        return False
    alike = min(likeness.left_cover, likeness.right_cover)
    if likeness.level("speaker") == "other" or (likeness.level("names") == "none" and alike < CLOSE):
        return False
    if "other" in (likeness.level("agent"), likeness.level("patient")):
        return False
    if _much_the_same(likeness):
        return True
    doubts = ("unclear" in (likeness.level("agent"), likeness.level("patient"))) + (
        likeness.level("predicate") in ("other", "mentioned", "missing")
    )
    needed = (COVER, CLOSE, NEAR)[doubts]
    if likeness.level("predicate") in ("same", "opposite") and _one_object(likeness):
        return likeness.cover >= BARELY
    return likeness.cover >= (needed - LEEWAY if likeness.shared >= MUCH else needed)


# ---------------------------------------------------------------- polarity


def _much_the_same(likeness: Likeness) -> bool:
    """Whether so much is told of the same names that it is one thing, whatever the sentences hang it on."""
    return likeness.beyond >= AMPLE and likeness.cover >= HALF and likeness.level("names") == "all"


def _polarity(left: View, right: View, likeness: Likeness) -> Difference | None:
    one, two = left.claim.polarity, right.claim.polarity
    if left.hedged or right.hedged:
        return None
    one_doer = likeness.level("agent") in ("same", "alike")
    word = _denied_word(left, right, one_doer) or _denied_word(right, left, one_doer)
    if word and not _two_acts(left, right, likeness):
        return Difference("polarity", f"“{word}” is denied in one")
    if one != two and _same_said(left, right, likeness) and not _mirrored(left, right):
        return Difference("polarity", f"{left.predicate}: {one} against {two}")
    return None


def _two_acts(left: View, right: View, likeness: Likeness) -> bool:
    """Whether each tells of an act of its own: no ferry refused, a ferry contract frozen."""
    telling = min(rarity(left.predicate), rarity(right.predicate)) >= COMMON_VERBS
    return telling and likeness.level("predicate") == "other" and likeness.level("patient") != "same"


def _same_said(left: View, right: View, likeness: Likeness) -> bool:
    """Whether one thing is said, by a predicate that says something or of the same object or in much the same words."""
    if likeness.level("predicate") not in ("same", "alike"):
        return False
    telling = min(rarity(left.predicate), rarity(right.predicate)) >= COMMON_VERBS
    return telling or likeness.level("patient") in ("same", "alike") or likeness.cover >= NEAR


def _mirrored(left: View, right: View) -> bool:
    """Whether both deny, each in its way: "not accurate" and "inaccurate"."""
    if left.negated and right.negated:
        return True
    return denied_otherwise(left, right) if left.negated else denied_otherwise(right, left)


def denied_otherwise(denying: View, other: View) -> bool:
    """Whether what one denies with "not" the other denies with a word of its own."""
    return any(opposites(w) & other.words.keys() or _denials(w) & other.surface for w in denying.negated)


def _denials(word: str) -> frozenset[str]:
    return frozenset(prefix + word for prefix in ("in", "un", "im", "il", "ir", "dis", "non", "non-"))


def _denied_word(denying: View, other: View, one_doer: bool) -> str:
    """A word of weight that one denies and the other affirms; in another form where it is the act of the same doer."""
    both = (denying.negated & other.surface) - other.negated - EMPTY
    if one_doer and not both:
        act = {stem(w) for w in (other.predicate, _verb(other))} - {stem(w) for w in other.negated}
        both = frozenset(w for w in denying.negated - EMPTY if stem(w) in act and _of_it(denying, w, other))
    if other.negated & denying.surface or not both:
        return ""
    return min(both, key=lambda w: (-rarity(w), w))


def _of_it(denying: View, word: str, other: View) -> bool:
    """Whether what follows a denied word is in the other too: "without speaking to reporters" is not to the players."""
    rest = fold(denying.claim.at.text).casefold().partition(word)[2]
    said = {stem(w) for _, _, w in words(rest) if rarity(w) > 0 and w not in CALENDAR}
    return not said or bool(said & {stem(w) for w in other.surface})


def _verb(view: View) -> str:
    """The verb of a statement as printed."""
    return view.claim.frame.at.text.casefold() if view.claim.frame else ""


# ---------------------------------------------------------------- who did it to whom


def swapped(left: View, right: View, likeness: Likeness) -> bool:
    """Whether one act is told in the same words, but one has done by A to B what the other has done by B to A."""
    if left.claim.polarity != right.claim.polarity or left.predicate != right.predicate or left.predicate in _MUTUAL:
        return False
    one, two = left.agent, right.agent
    if likeness.level("agent") != "other" or not (one <= right.names and two <= left.names):
        return False
    if _name_words(two) <= left.actor or _name_words(one) <= right.actor or apart(left, right):
        return False
    turned = one <= right.patient and two <= left.patient
    alike = min(likeness.left_cover, likeness.right_cover) >= SWAPPED
    return alike and (turned or likeness.level("patient") == "same")


def _name_words(ids: frozenset[str]) -> frozenset[str]:
    return frozenset(w for i in ids for w in i.partition(":")[2].split("-"))


# ---------------------------------------------------------------- opposites


def _opposites(left: View, right: View, likeness: Likeness) -> Difference | None:
    """Two words that exclude each other in the same place: the predicates, or a word in near copies."""
    if left.claim.polarity != right.claim.polarity or left.negated or right.negated:
        return None
    if other_things(left, right) or tells_both(left, right):
        return None
    state = _state_against(left, right) or _state_against(right, left)
    if state and likeness.level("agent") in ("missing", "same", "alike") and likeness.cover >= CORE:
        return Difference("opposites", state)
    telling = (likeness.beyond >= 1.0 and likeness.cover >= CORE) or _one_object(likeness)
    if (
        telling
        and likeness.level("predicate") == "opposite"
        and (likeness.level("agent") in ("same", "alike", "missing") or _one_object(likeness))
    ):
        return Difference("opposites", f"{left.predicate} against {right.predicate}")
    if likeness.level("predicate") in ("same", "alike") and likeness.level("agent") in ("same", "alike"):
        for word in sorted(left.attribute):
            if opposites(word) & right.attribute:
                return Difference("opposites", f"{word} against {min(opposites(word) & right.attribute)}")
    near = min(likeness.left_cover, likeness.right_cover) >= CLOSE and likeness.cover >= NEAR
    if not near or likeness.level("predicate") not in ("same", "alike"):
        return None
    for word in sorted(left.words.keys() - right.words.keys()):
        rivals = opposites(word) & (right.words.keys() - left.words.keys())
        if rivals:
            return Difference("opposites", f"{word} against {min(rivals)}")
    return None


# ---------------------------------------------------------------- figures


def _numbers(left: View, right: View, likeness: Likeness) -> Difference | None:
    """A figure of the same thing that cannot be the other's."""
    pairs = figure_pairs(left, right)
    settled = {id(f) for verdict, a, b in pairs if verdict == "agree" for f in (a, b)}
    open_pairs = [p for p in pairs if id(p[1]) not in settled and id(p[2]) not in settled]
    for verdict, a, b in open_pairs:
        alone = sum(p[1] is a for p in open_pairs) == 1 and sum(p[2] is b for p in open_pairs) == 1
        if alone and not _has(right, a) and not _has(left, b) and _of_same(a, b, likeness):
            slot = "scale" if verdict == "scale" else "figures"
            return Difference(slot, f"{a.at.text} against {b.at.text}")
    return None


def _has(view: View, figure: Figure) -> bool:
    """Whether a statement has a figure's value too, of whatever."""
    return any(f.value == figure.value for f in view.figures)


def _of_same(left: Figure, right: Figure, likeness: Likeness) -> bool:
    """Whether two figures count or measure one thing, by what the text says they are of."""
    one, two = _content(left.of), _content(right.of)
    if one and two:
        if one & two:
            return True
        senses = {s for w in two for s in meanings(w)}
        return any(meanings(w) & senses for w in one) and likeness.cover >= CLOSE
    return likeness.cover >= CLOSE


def _content(of: str) -> set[str]:
    return {w for w in key(of).split() if rarity(w) > 0}


# ---------------------------------------------------------------- days


def _day(left: View, right: View, likeness: Likeness) -> Difference | None:
    """One act, or one utterance, dated to days that cannot both be."""
    if left.told and right.told and _known_apart(left.told, right.told) and _one_utterance(left, right, likeness):
        return Difference("days", f"{printed(None, left.told)} against {printed(None, right.told)}")
    if left.days is None or right.days is None:
        return _sentence_day(left, right, likeness)
    if meet(left.days, right.days) or names(left, right.days) or names(right, left.days):
        return None
    if not one_edge(left, right) or other_things(left, right) or _done_to_act(left, right):
        return None
    if not _acts(left, right) or not _one_event(left, right, likeness):
        return _sentence_day(left, right, likeness)
    if narrow(left.days, 370) and narrow(right.days, 370):
        return Difference("days", f"{_printed(left, left.days)} against {_printed(right, right.days)}")
    return None


def _one_utterance(left: View, right: View, likeness: Likeness) -> bool:
    """Whether one person is quoted, or quoted here and retold there, with much the same words."""
    voices = {left.voice, right.voice} - {SOMEBODY}
    if len(voices) != 1 or not min(voices).startswith("person:") or likeness.cover < NEAR:
        return False
    known = SOMEBODY not in (left.voice, right.voice)
    return min(likeness.left_cover, likeness.right_cover) >= (CLOSE if known else NEAR) and _quotes(left, right)


def _quotes(left: View, right: View) -> bool:
    return any('"' in fold(v.claim.sentence.text) for v in (left, right))


def _known_apart(left: Days, right: Days) -> bool:
    return narrow(left) and narrow(right) and not meet(left, right)


def _one_event(left: View, right: View, likeness: Likeness) -> bool:
    """Whether one act of one agent is told, or one act on one object, or so much of the same that it must be one."""
    agent = likeness.level("agent") in ("same", "alike")
    if likeness.level("predicate") in ("same", "alike"):
        return (agent and likeness.cover >= CLOSE) or _one_object(likeness)
    return agent and likeness.cover >= CLOSE and likeness.beyond >= RICH and not _on_another(left, right)


def _done_to_act(left: View, right: View) -> bool:
    """Whether one acts on the act that the other tells: "lifted the suspension" and "suspended the contract"."""
    pairs = ((left, right), (right, left))
    return any(rarity(a.predicate) >= COMMON_VERBS and _names_act(a.patient, b.predicate) for a, b in pairs)


def _names_act(things: frozenset[str], verb: str) -> bool:
    return any(thing != verb and meanings(thing) & meanings(verb) for thing in things)


def _on_another(left: View, right: View) -> bool:
    """Whether two different verbs are of two different things, as what is lifted is not what was frozen."""
    one, two = left.patient, right.patient
    return bool(one and two) and not (one & two or any(_names_act(one, thing) for thing in two))


def other_things(left: View, right: View) -> bool:
    """Whether it was done to two things of one kind: "a compromise plan" and "a short-term plan"."""
    both = {k for k in left.patient & right.patient if ":" not in k}
    one, two = left.object - both, right.object - both
    senses = {s for w in two for s in meanings(w)}
    return bool(both and one and two) and not (one & two or any(meanings(w) & senses for w in one))


def _sentence_day(left: View, right: View, likeness: Likeness) -> Difference | None:
    """The only day in each of two statements that share most of what they say, whatever it hangs on."""
    if left.voice or right.voice or not _much_the_same(likeness):
        return None
    one, two = ({d for d in v.inner if narrow(d)} for v in (left, right))
    if len(one) != 1 or len(two) != 1 or meet(min(one), min(two)):
        return None
    if names(left, min(two)) or names(right, min(one)):
        return None
    return Difference("days", f"{_printed(left, min(one))} against {_printed(right, min(two))}")


def _printed(view: View, days: Days) -> str:
    when = view.claim.date
    return printed(when.source if when is not None and view.days == days else None, days)


def tells_both(left: View, right: View) -> bool:
    """Whether one of two opposite acts stands in the other's statement too: "was released after his arrest"."""
    return left.predicate in right.words or right.predicate in left.words


def _state_against(told: View, state: View) -> str:
    """The act that brought a thing into one state, and the opposite state it is said to be in: reopened, closed."""
    if state.predicate not in COPULAS or not (told.agent | told.patient) & state.agent:
        return ""
    rivals = opposites(told.predicate) & state.attribute
    return f"{told.predicate} against {min(rivals)}" if rivals else ""


def _one_object(likeness: Likeness) -> bool:
    """Whether the same was done to the same thing, told in so many of the same words that it was one act."""
    return likeness.level("patient") == "same" and likeness.shared >= PLENTY


def _acts(left: View, right: View) -> bool:
    aspects = {v.claim.frame.aspect for v in (left, right) if v.claim.frame}
    return len(aspects) == 1 and (aspects <= {"happened", "planned"} or (left.since and right.since))
