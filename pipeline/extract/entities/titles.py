"""What a person or body is called beside the name: titles before it, appositions after it, "who is ..."."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.extract.tokens import Tokens
from pipeline.names import HONORIFICS, OFFICES, RANKS
from pipeline.text import listed

ROLES = OFFICES | listed(
    "actor actress activist adviser advisor aide agent analyst artist astronaut attorney author ayatollah "
    "banker billionaire boxer broadcaster businessman businesswoman candidate captain ceo chair chairperson "
    "chemist chief cleric colonel columnist comedian commentator commander congressman consultant co-founder "
    "co-chair counsel counselor correspondent counterpart critic delegate democrat developer diplomat doctor "
    "economist editor engineer envoy executive expert farmer filmmaker firefighter founder general "
    "guitarist head historian inspector investigator investor journalist lawyer legislator lobbyist "
    "major manager mayor militant monarch musician negotiator nominee nurse officer official operative "
    "organizer owner parliamentarian pastor patriarch philosopher physician pilot player poet politician "
    "pollster pope producer professor psychologist publisher rapper reporter republican researcher scholar "
    "scientist sergeant sheriff singer soldier specialist staffer strategist student surgeon suspect "
    "teacher technician treasurer trustee undersecretary veteran victim warden "
    "whip witness writer"
)
_BEFORE = ROLES | RANKS | HONORIFICS | listed("vice deputy prime foreign interim acting former ex-president first lady")
_KIN = listed("father son dad mother daughter namesake grandfather grandson uncle nephew")
_LONGEST = 8


@dataclass(frozen=True, slots=True)
class Role:
    """What someone is said to be: `words` as printed, `head` the noun, tokens `i` to `j`."""

    i: int
    j: int
    head: int
    words: str
    noun: str


def roles_of(tokens: Tokens, i: int, j: int) -> list[Role]:
    """The roles that stand before or after a person's name at tokens `i` to `j`."""
    found = []
    before = _role_before(tokens, i)
    if before is not None:
        found.append(before)
    head = j - 1
    for k in tokens.kids[head]:
        if tokens.dep[k] == "appos" and k >= j and tokens.pos[k] in {"NOUN", "PROPN"}:
            found.extend(_role_at(tokens, k, j))
    over = tokens.head[head]
    if tokens.dep[head] == "appos" and over < i and tokens.pos[over] in {"NOUN", "PROPN"} and over != head:
        found.extend(_role_at(tokens, over, 0))
    if tokens.dep[head] == "nsubj" and tokens.lemma[over] == "be":
        for k in tokens.kids[over]:
            if tokens.dep[k] == "attr" and tokens.pos[k] in {"NOUN", "PROPN"}:
                found.extend(_role_at(tokens, k, j))
    return found


def is_kin(tokens: Tokens, i: int, j: int) -> bool:
    """Whether a name stands beside "father", "son" and the like: it may be another person's of the same name."""
    over = tokens.head[j - 1]
    near = [over] if tokens.dep[j - 1] == "appos" else []
    near.extend(k for k in tokens.kids[j - 1] if tokens.dep[k] == "appos")
    chained = [tokens.head[t] for t in near if tokens.dep[t] == "appos"]
    before = range(max(0, i - 3), i)
    return any(tokens.low[t] in _KIN for t in (*near, *chained, *before))


def kinds_of(tokens: Tokens, i: int, j: int) -> list[Role]:
    """The nouns in apposition to a body's name at tokens `i` to `j`: "the Fund, a lender of last resort"."""
    head = j - 1
    found = [k for k in tokens.kids[head] if tokens.dep[k] == "appos" and k >= j and tokens.pos[k] == "NOUN"]
    if (
        j < len(tokens)
        and tokens.pos[j] == "NOUN"
        and tokens.dep[head] in {"compound", "nmod"}
        and tokens.head[head] == j
    ):
        found.append(j)
    return [Role(k, k + 1, k, tokens.text[k], tokens.low[k]) for k in found]


def _role_before(tokens: Tokens, i: int) -> Role | None:
    """ "Foreign Minister Jane Roe", "spokesman John Roe": the noun group that runs up to the name."""
    head = i - 1
    if head >= 0 and tokens.text[head] == "." and tokens.start[head] == tokens.end[head - 1]:
        head -= 1
    if head < 0 or tokens.low[head].rstrip(".") not in _BEFORE or not tokens.text[head][0].isalpha():
        return None
    left = head
    while left and head - left < _LONGEST and _joins(tokens, left - 1):
        if tokens.low[head].rstrip(".") in RANKS | HONORIFICS and tokens.low[left - 1].rstrip(".") not in _BEFORE:
            break
        left -= 1
    return Role(left, head + 1, head, _words(tokens, left, head + 1), tokens.low[head].rstrip("."))


def _joins(tokens: Tokens, t: int) -> bool:
    if tokens.pos[t] in {"PROPN", "NOUN", "ADJ"}:
        return tokens.dep[t] in {"compound", "amod", "nmod", "poss"} or tokens.text[t][0].isupper()
    tight = tokens.start[t] == tokens.end[t - 1] and tokens.start[t + 1] == tokens.end[t]
    return tokens.text[t] == "-" and tight and tokens.pos[t + 1] in {"NOUN", "PROPN", "ADJ"}


def _role_at(tokens: Tokens, noun: int, least: int) -> list[Role]:
    """The role whose noun is `noun`, with what belongs to it, where it is one that persons have."""
    if tokens.low[noun].rstrip(".") not in ROLES:
        return []
    left = noun
    while left - 1 >= least and left - 1 in tokens.kids[noun] and tokens.dep[left - 1] in {"compound", "amod", "nmod"}:
        left -= 1
    right = noun + 1
    if right < len(tokens) and tokens.low[right] in {"of", "for", "at", "to"} and tokens.head[right] == noun:
        right = min(tokens.subtree(right)[1], right + 6)
        right = next((t for t in range(noun + 1, right) if tokens.text[t] in {",", "-", "("}), right)
    return [Role(left, right, noun, _words(tokens, left, right), tokens.low[noun])]


def _words(tokens: Tokens, i: int, j: int) -> str:
    parts: list[str] = []
    for t in range(i, j):
        if parts and tokens.start[t] > tokens.end[t - 1]:
            parts.append(" ")
        parts.append(tokens.text[t])
    return "".join(parts)
