"""Names that stand for another: a capital for its government, an adjective for its country or its people."""

from __future__ import annotations

from pipeline.extract.tokens import Tokens
from pipeline.text import listed

_NOT_ACTS = listed(
    "be become lie sit stand host see have remain grow experience suffer celebrate sleep wake boast house feature "
    "get contain witness enjoy record look feel shake flood burn swelter"
)
_ACTS = listed(
    "agreement aim ally ambassador announcement approval ban bid blessing cabinet call claim concern condition "
    "consent decision delegation demand denial diplomacy embargo embassy envoy foe government insistence "
    "intention invasion leadership military minister move objection offer officials opposition plan pledge policy "
    "position pressure promise proposal ratification reaction refusal rejection relation relations reply request "
    "resistance response rival rule sanctions stance statement strategy suspension threat ties troops vow war "
    "warning willingness withdrawal"
)
_PEOPLE = listed(
    "american ancestry boy citizen citizens citizenry community communities couple cuisine culture descent "
    "diaspora families family food girl grammar heritage immigrant immigrants language literature man men "
    "minority name names national nationals origin people peoples public refugee refugees speaker speakers "
    "tourist tourists voter voters woman women"
)


def governs(tokens: Tokens, i: int, j: int) -> bool:
    """Whether a capital named at tokens `i` to `j` acts: the subject of a verb that wants an agent, the "by" of a
    passive, or the owner of an act ("Oslo's decision")."""
    head = j - 1
    dep, over = tokens.dep[head], tokens.head[head]
    if dep == "nsubj":
        return tokens.pos[over] == "VERB" and tokens.lemma[over] not in _NOT_ACTS
    if dep == "pobj" and tokens.dep[over] == "agent":
        return True
    if dep == "poss":
        return tokens.low[over] in _ACTS
    if dep == "conj" and over != head:
        return governs(tokens, over, over + 1)
    return False


def is_people(tokens: Tokens, i: int, j: int) -> bool:
    """Whether a demonym at tokens `i` to `j` speaks of people rather than of the country."""
    if i and tokens.low[i - 1] in {"ethnic", "ethnically"}:
        return True
    head = j - 1
    over, dep = tokens.head[head], tokens.dep[head]
    if j < len(tokens) and tokens.text[j] == "-" and j + 1 < len(tokens) and tokens.text[j + 1][0].isupper():
        return True
    if dep in {"amod", "compound", "nmod", "npadvmod", "poss"} and over > head:
        return tokens.low[over] in _PEOPLE
    following = tokens.pos[j] if j < len(tokens) else ""
    return following not in {"NOUN", "PROPN", "ADJ"} and tokens.text[j : j + 1] != ["-"]
