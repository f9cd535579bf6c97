"""Whom a description stands for: "the ministry", "the senator", "the country"."""

from __future__ import annotations

from pipeline.extract.entities.candidates import SUBJECTS, Candidate, Found, Here, why
from pipeline.extract.entities.gazetteer import normal
from pipeline.extract.entities.titles import ROLES
from pipeline.names import same_role
from pipeline.text import listed

_THE = listed("the this that")
_LAWMAKERS = frozenset({"senator", "representative"})
_GENERIC_ORG = listed("group organization organisation company firm agency body")
_PLAIN = listed("military western defense defence international global news government federal national main")
ORG_NOUNS = _GENERIC_ORG | listed(
    "ministry department committee commission council court bank union party university college school institute "
    "foundation association federation league alliance bloc bureau office army navy newspaper paper network channel "
    "magazine website site broadcaster cartel fund lender caucus panel board administration embassy movement coalition "
    "platform authority corporation airline carrier manufacturer automaker church hospital club team"
)

_WORDS = 5
"""Words from the article to its noun, at most."""
_NEAR = 3
"""Sentences back within which the only one of several that fit is meant."""
_ROLE, _KIND = 30, 12
"""Sentences back within which the only one that ever fits is meant: a role outlasts a kind of body."""


def description(mind: dict[str, Candidate], here: Here) -> Found | None:
    """Whom the description that begins with the article or pointer at this place stands for, or None."""
    tokens, t = here.tokens, here.t
    noun = tokens.head[t]
    if tokens.low[t] not in _THE or tokens.dep[t] != "det":
        return None
    if (
        noun <= t
        or noun - t > _WORDS
        or tokens.pos[noun] != "NOUN"
        or tokens.tag[noun] != "NN"
        or tokens.dep[noun] == "appos"
    ):
        return None
    if any(tokens.dep[k] in {"prep", "relcl", "acl", "appos"} for k in tokens.kids[noun] if k > noun):
        return None
    if noun + 1 < len(tokens) and tokens.pos[noun + 1] == "PROPN":
        return None
    low = tokens.low[noun]
    extra = {tokens.low[k] for k in range(t + 1, noun)}
    found = None
    if low in ROLES or low == "lawmaker":
        found = _by_role(mind, here, low, extra)
    if found is None and low in ORG_NOUNS:
        found = _by_noun(mind, here, low, extra)
    if found is None and low in {"country", "nation"} and not extra:
        found = _country(mind, here)
    if found is None:
        return None
    words = " ".join(tokens.low[t : noun + 1])
    return t, noun + 1, found, f"“{words}”: the only one so described, {why(found, here)}"


def _by_role(mind: dict[str, Candidate], here: Here, noun: str, extra: set[str]) -> Candidate | None:
    wanted = _LAWMAKERS if noun == "lawmaker" else {same_role(noun)}
    able = [c for c in mind.values() if c.label == "PERSON" and wanted & c.roles.keys()]
    if extra:
        able = [c for c in able if any(extra <= c.roles[w] for w in wanted & c.roles.keys())]
    elif len(able) > 1:
        able = [
            c
            for c in able
            if not any(c.roles[w] & {"former", "ex", "late", "vice", "deputy"} for w in wanted & c.roles.keys())
        ]
    near = [c for c in able if here.sentence - c.sentence <= _NEAR]
    if len(able) == 1 and here.sentence - able[0].sentence <= _ROLE:
        return able[0]
    return near[0] if len(near) == 1 else None


def _by_noun(mind: dict[str, Candidate], here: Here, noun: str, extra: set[str]) -> Candidate | None:
    bodies = [c for c in mind.values() if c.label == "ORG"]
    extra = extra - _PLAIN
    able = [c for c in bodies if noun in c.nouns and extra <= set(normal(c.entity.replace("-", " ")).split()) | c.nouns]
    if not able and noun in _GENERIC_ORG and not extra:
        able = [c for c in bodies if here.sentence - c.sentence <= 1 and c.dep in SUBJECTS | {"agent"}]
        return able[0] if len(able) == 1 and not able[0].nouns - _GENERIC_ORG else None
    near = [c for c in able if here.sentence - c.sentence <= _NEAR]
    if len(able) == 1 and here.sentence - able[0].sentence <= _KIND:
        return able[0]
    return near[0] if len(near) == 1 else None


def _country(mind: dict[str, Candidate], here: Here) -> Candidate | None:
    able = [c for c in mind.values() if c.entity.startswith("country:") and here.sentence - c.sentence <= 1]
    return able[0] if len(able) == 1 else None
