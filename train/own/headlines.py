"""Statements as headlines write them: without articles and forms of *be*, often without the full stop; and headlines
that say how far a statement holds: rumoured, refuted, confirmed."""

from __future__ import annotations

import random
import re

_SMALL = re.compile(r"\b(?:the|a|an|The|A|An) ")
_BE = re.compile(r" (?:is|are|was|were|has been|have been)(?= \w+(?:ed|ing)\b)")
_TITLE = re.compile(r"\b[a-z]\w{3,}")


def headline(text: str, rng: random.Random) -> str | None:
    """The sentence as a headline; None where it is long or nothing falls away."""
    made = _BE.sub("", _SMALL.sub("", text)).rstrip(".")
    if made == text.rstrip(".") or not 4 <= len(made.split()) <= 16:
        return None
    if rng.random() < 0.3:
        made = _TITLE.sub(lambda m: m.group().capitalize(), made)
    return made[0].upper() + made[1:]


RUMOURED = (
    "Report: {}", "{}, report says", "{}, report claims", "{}?", "{}? What we know", "Rumour: {}", "{}, sources say",
    "Unconfirmed reports say {}", "{}, it is claimed", "Is it true that {}?", "Police look into claim that {}",
    "Social media users say {}", "Doubts over report that {}", "{}, according to unverified reports", "Claim: {}",
    "No confirmation yet that {}", "Nobody can say whether {}", "{} - or so the story goes", "{}: report",
    "{} - reports", "{}: claims", "Reports: {}", "{}, says unnamed source", "Did this really happen? {}",
    "{}, newspaper says", "Woman claims {}", "Man says {}", "Rebels claim {}", "{}, blog reports",
    "Rumours grow that {}", "{} (unconfirmed)", "Reports that {} cannot be verified", "{}, local media report",
    "Viral post says {}", "Officials check report that {}", "Investigators ask whether {}", "{}, minister suspects",
    "Could it be that {}?", "{}, allegedly", "Fears that {}", "What to make of the story that {}",
    "'{}': so says a new report",
)  # fmt: skip
REFUTED = (
    "No, it is not true that {}", "Hoax: {}", "{}? It is a hoax", "Claim that {} is false", "Story that {} is made up",
    "{}? No, that never happened", "Report that {} turns out to be untrue", "False: {}", "Fake story says {}",
    "{}: why this story is wrong", "It is a myth that {}", "Rumour that {} debunked", "{}? That is fake news",
    "Newspaper withdraws report that {}", "Officials deny that {}", "Spokesman denies report that {}", "{}? Not true",
    "{}? No", "{}? Not so, says spokeswoman", "{}: hoax", "{}: false", "Debunked: {}", "{} - it was all a joke",
    "{}? The photo is a fake", "Satire site behind story that {}", "Do not believe the story that {}", "{}? Nope",
    "Don't fall for it: {}", "The rumour that {} is nonsense", "Family rejects claim that {}", "Police: {} is a hoax",
    "Man admits he made up story that {}", "{}? Experts say that it is impossible", "Correction: {}. This was wrong",
)  # fmt: skip
CONFIRMED = (
    "Confirmed: {}", "{}, officials confirm", "It is true that {}", "It is now certain that {}", "{}, court finds",
    "{}, family confirms", "Yes, {}", "{}, and there is proof", "Rumour that {} turns out to be true", "{}, police say",
    "{} [video]", "Watch: {}", "{} (with pictures)", "{}, minister says", "Breaking: {}", "It's official: {}",
    "This is why {}", "{}, and this is how", "Wow! {}", "{}, company announces",
)  # fmt: skip
_REPORTED = re.compile(
    r"^((?:[A-Z][\w'.-]*|[Tt]he|[Aa]n?)(?: [\w'-]+){0,3}?) "
    r"(?:(is|was|are|were|has|have|had) (?!not|n't)|(?=[a-z]{3,}ed ))"
)


def reported(text: str, rng: random.Random) -> str | None:
    """The statement with a word beside its verb that leaves its truth to others; None where no verb is found."""
    found = _REPORTED.match(text)
    if not found:
        return None
    word = rng.choice(("reportedly", "reportedly", "allegedly", "supposedly", "apparently", "may have"))
    if word == "may have":
        word = (
            "reportedly"
            if found[2]
            else "is said to have"
            if re.match(r"[a-z]+ed ", text[found.end() :])
            else "reportedly"
        )
    return f"{found[1]} {found[2] + ' ' if found[2] else ''}{word} {text[found.end() :]}"


def wrapped(text: str, forms: tuple[str, ...], rng: random.Random) -> str:
    """The statement in one of the forms, without its full stop."""
    form, said = rng.choice(forms), text.rstrip(".")
    first = said.split(" ", 1)[0]
    if not form.startswith("{}") and first in _OPENERS:
        said = said[0].lower() + said[1:]
    return form.format(said) if form[-1] in "?:" else form.format(said) + rng.choice(("", "."))


_OPENERS = frozenset(
    (
        "The",
        "A",
        "An",
        "In",
        "On",
        "At",
        "He",
        "She",
        "It",
        "They",
        "His",
        "Her",
        "Its",
        "Their",
        "This",
        "Some",
        "Many",
    )
)
