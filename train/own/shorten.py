"""What a sentence entails by form alone: a phrase left out, an order changed, a passive turned, a hedge kept."""

from __future__ import annotations

import random
import re

LEAD = re.compile(
    r"^((?:In|On|At|During|After|Before|Since|By|From) [^,.;]{3,45}), (?=[A-Z]|the |a |an |he |she |it |they |"
    r"his |her |its |there )"
)
_ASIDE = re.compile(
    r" ?\([^()]{2,80}\)|, (?:which|who|where|whose) [^,.;]{5,90}(?:,(?= )|(?=\.$))|, (?:a|an|the|his|her)"
    r" [^,.;]{4,60},(?= (?:was|is|has|had|were|are|will|\w+ed) )"
)
_AND = re.compile(
    r"^(.{20,}?),? (?:and|but) ((?:he|she|it|they|the|his|her|its|their|[A-Z]\w+) (?:\w+ )?(?:was|were|is|are|"
    r"has|had|have|did|will|would|[a-z]+ed)\b.*)$"
)
TAIL = re.compile(
    r"^(.{25,}?)(?:, (?:including|after|but|while|with|both|before|where|which|making|leaving|killing|\w+ing)"
    r" [^,]{8,80}| (?:with|during|after|before|because|while|when|although|despite|near|by) [^,;]{6,60})\.$"
)
_SERIES = re.compile(r"\b([A-Za-z]+), ([A-Za-z]+),? and ([A-Za-z]+)\b")
_BOTH = re.compile(r"(?:(?<=^)|(?<=[a-z] ))([A-Z]\w+) and ([A-Z]\w+)(?=[,.]| [a-z])")
_PASSIVE = re.compile(
    r"^((?:The |An? )?[\w'-]+(?: [\w'-]+){0,4}) (was|were) (\w+ed) by ((?:the |"
    r"an? )?[\w'-]+(?: [\w'-]+){0,3})((?: (?:in|on|at) [\w ,]{2,30})?)\.$"
)
_ADJECTIVE = re.compile(
    r"\b(the|a|an|his|her|its|their) (new|old|young|large|small|big|little|red|blue|white|black|green|brown|"
    r"tall|major|famous|local|former|early|late|long|first-time|well-known|popular|great)(?= [a-z]+)"
)
_ACTIVE = re.compile(
    r"^((?:The |An? )?[A-Z]?[\w'-]+(?: [A-Z][\w'-]+){0,3}) (defeated|attacked|killed|arrested|founded|"
    r"designed|directed|produced|published|acquired|captured|invaded|replaced|succeeded|appointed|signed|"
    r"approved|rejected|visited|invited|supported|accused|criticised|criticized|praised|elected|named|"
    r"recorded|composed|discovered|invented|developed|created|opened|launched|destroyed|bombed|blamed|sued|"
    r"hired) ((?:the |an? )?[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,3}|(?:the|an?)"
    r" [\w'-]+(?: [\w'-]+){0,2})((?: (?:in|on|at) [\w ,]{2,30})?)\.$"
)
_LOWER = {"The": "the", "A": "a", "An": "an", "He": "he", "She": "she", "It": "it", "They": "they"}


def shorten(text: str, rng: random.Random) -> str | None:
    """A shorter sentence that the whole entails, never the whole itself."""
    options = []
    lead = LEAD.match(text)
    if lead:
        options.append(_upper(text[lead.end() :]))
    if _ASIDE.search(text):
        options += [_ASIDE.sub("", text, count=1)] * 2
    both = _AND.match(text)
    if both:
        options += [
            both[1].rstrip(",") + ".",
            *(
                [_upper(both[2])]
                if not both[2].startswith(("he ", "she ", "it ", "they ", "his ", "her ", "its ", "their "))
                else []
            ),
        ]
    tail = TAIL.match(text)
    if tail and not re.search(
        r"\b(?:not|no|never|if|neither|either|between|only|from)\b|\b(?:and|or|of|the|to|said|in)$", tail[1]
    ):
        options.append(tail[1] + ".")
    if _ADJECTIVE.search(text) and not re.search(r"\b(?:not|no|never|without|every|all|only|first|most)\b", text):
        options.append(_ADJECTIVE.sub(r"\1", text, count=1))
    options = [o for o in options if 12 < len(o) < len(text) and o.count('"') % 2 == 0 and o.count("(") == o.count(")")]
    return rng.choice(options) if options else None


def reorder(text: str, rng: random.Random) -> str | None:
    """The same said in another order: a leading phrase put last, a series turned, passive for active."""
    options = []
    lead = LEAD.match(text)
    if lead and text.endswith(".") and "," not in text[lead.end() :]:
        body = text[lead.end() :].rstrip(".")
        options += [f"{_upper(body)} {lead[1][0].lower()}{lead[1][1:]}."] * 2
    for pattern, new in ((_SERIES, r"\3, \1 and \2"), (_BOTH, r"\2 and \1")):
        found = pattern.search(text)
        if found and not re.search(r"\bbetween\b|respectively", text):
            options.append(pattern.sub(new, text, count=1))
    passive, active = _PASSIVE.match(text), _ACTIVE.match(text)
    if passive:
        options += [f"{_upper(passive[4])} {passive[3]} {_down(passive[1])}{passive[5]}."] * 3
    if active:
        options += [f"{_upper(active[3])} was {active[2]} by {_down(active[1])}{active[4]}."] * 3
    return rng.choice(options) if options else None


def swap(text: str, rng: random.Random) -> str | None:
    """Agent and patient changed about."""
    active, passive = _ACTIVE.match(text), _PASSIVE.match(text)
    if active:
        told = f"{_upper(active[3])} {active[2]} {_down(active[1])}{active[4]}."
        return told if rng.random() < 0.6 else f"{active[1]} was {active[2]} by {_down(active[3])}{active[4]}."
    if passive:
        return f"{_upper(passive[4])} {passive[2]} {passive[3]} by {_down(passive[1])}{passive[5]}."
    return None


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _down(text: str) -> str:
    head, _, rest = text.partition(" ")
    return f"{_LOWER.get(head, head)} {rest}".strip()


_PLAIN = re.compile(
    r"^((?:He|She|They|The \w+|The \w+ \w+|[A-Z]\w+(?: [A-Z]\w+){0,2})) (was|were|is|are|has|had) (?!not\b|never\b)"
)


def hedge(text: str, rng: random.Random) -> str | None:
    """The statement as allegation, plan, possibility or guess: it no longer says that it is so."""
    found = _PLAIN.match(text)
    if not found:
        return None
    name, verb, rest = found[1], found[2], text[found.end() :]
    being = {"was": "have been", "were": "have been", "is": "be", "are": "be", "has": "have", "had": "have had"}[verb]
    return rng.choice(
        (
            f"{name} may {being} {rest}",
            f"{name} might {being} {rest}",
            f"It is alleged that {_down(name)} {verb} {rest}",
            f"Some believe that {_down(name)} {verb} {rest}",
            f"{name} is rumoured to {being} {rest}",
            f"It is not known whether {_down(name)} {verb} {rest}",
            f"Investigators are looking into whether {_down(name)} {verb} {rest}",
        )
    )
