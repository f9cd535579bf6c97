"""Names: the parts of a person's, which shorter form can stand for which full one, acronyms, nicknames."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapidfuzz.distance import DamerauLevenshtein

from pipeline.text import key, listed, word_map

HONORIFICS = listed(
    "mr mrs ms miss mx dr prof professor sir dame lord lady baroness baron rev reverend father sister fr st saint "
    "imam sheikh sheik ayatollah rabbi pope cardinal archbishop bishop pastor hon"
)
RANKS = listed(
    "gen lt col maj capt cpt sgt cpl pvt adm cmdr brig general lieutenant colonel major captain sergeant corporal "
    "private admiral commander brigadier marshal officer detective inspector constable sheriff chief deputy "
    "trooper"
)
OFFICES = listed(
    "president vice-president premier chancellor king queen prince princess emperor sultan emir duke duchess "
    "minister secretary senator sen representative rep congressman congresswoman governor gov mayor judge justice "
    "ambassador chairman chairwoman speaker attorney councilman councilwoman alderman commissioner director "
    "prosecutor coach spokesman spokeswoman spokesperson lawmaker lawyer candidate leader"
)
MALE = listed(
    "mr sir lord king prince emperor sultan emir duke father brother congressman chairman spokesman councilman "
    "businessman salesman fireman policeman pope cardinal archbishop imam rabbi baron"
)
FEMALE = listed(
    "mrs ms miss dame lady queen princess duchess sister congresswoman chairwoman spokeswoman councilwoman "
    "businesswoman policewoman baroness actress"
)
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_PARTICLES = listed("de da do dos del della di du la le van von der den ter ten bin ibn al el abu st mc o")
_SPLIT = re.compile(r"[\s.]+|(?<=[^\W\d_])-(?=[^\W\d_])")
_SKIPPED = frozenset({"a", "an", "and", "at", "de", "for", "in", "of", "on", "the", "to", "&"})
_SAME_ROLE = {
    **dict.fromkeys(listed("sen senator"), "senator"),
    **dict.fromkeys(listed("rep representative congressman congresswoman"), "representative"),
    **dict.fromkeys(listed("gov governor"), "governor"),
    **dict.fromkeys(listed("spokesman spokeswoman spokesperson"), "spokesperson"),
    **dict.fromkeys(listed("lawyer attorney"), "lawyer"),
    **dict.fromkeys(listed("gen general"), "general"),
    **dict.fromkeys(listed("adviser advisor"), "adviser"),
    **dict.fromkeys(listed("chairman chairwoman chair chairperson"), "chair"),
}
_FORMAL = {
    nick: frozenset({nick, *full.split("/")})
    for nick, full in word_map(
        "abby:abigail al:albert/alan/alfred alex:alexander/alexandra/alejandro andy:andrew barb:barbara "
        "bernie:bernard bert:albert/robert betsy:elizabeth beth:elizabeth bill:william billy:william bob:robert "
        "bobby:robert bonnie:bonita cathy:catherine charlie:charles chuck:charles cindy:cynthia dave:david "
        "debbie:deborah dick:richard drew:andrew ed:edward/edwin eddie:edward ernie:ernest gabby:gabrielle "
        "gene:eugene hank:henry harry:harold/henry jack:john jake:jacob jeff:jeffrey/geoffrey jenny:jennifer "
        "jerry:gerald/jerome jim:james jimmy:james joe:joseph joey:joseph john:jonathan johnny:john "
        "kate:katherine/catherine katie:katherine kathy:katherine/kathleen larry:lawrence/laurence liz:elizabeth "
        "maggie:margaret meg:margaret mick:michael mike:michael mitch:mitchell molly:mary ned:edward "
        "nick:nicholas peggy:margaret polly:mary rick:richard ricky:richard rob:robert ron:ronald sally:sarah "
        "sandi:sandra sandy:sandra sasha:alexander sue:susan ted:edward/theodore teddy:edward/theodore "
        "terry:terence/terrence/theresa tim:timothy tom:thomas tommy:thomas tony:anthony trish:patricia "
        "val:valerie vicky:victoria vince:vincent walt:walter will:william willie:william zach:zachary"
    ).items()
}
_SHORTEST = 5
"""Letters of a name of which a slip of one letter is told from another name."""
_DOUBLED = re.compile(r"(.)\1+")
_SOUNDS = str.maketrans(
    {**dict.fromkeys("yj", "i"), **dict.fromkeys("cq", "k"), "z": "s", "w": "v", "e": "a", "u": "o", "h": ""}
)
_NICK = re.compile(r"[\"'“”‘’(][^\"'“”‘’()]+[\"'“”‘’)]")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name in parts, all folded: given names and initials, surname with its particles, "jr" and the like."""

    given: tuple[str, ...]
    surname: str
    suffix: str = ""
    titles: tuple[str, ...] = ()

    @property
    def full(self) -> bool:
        """Whether a given name stands before the surname."""
        return bool(self.given)


def parse_name(text: str) -> PersonName:
    """The parts of a name as printed.

    >>> parse_name("Gen. Anna van der Roe Jr.")
    PersonName(given=('anna',), surname='van der roe', suffix='jr', titles=('gen',))
    """
    plain = key(_NICK.sub(" ", text)).replace(",", " ")
    words = [w for w in re.split(r"[\s.]+", plain) if w]
    titles = []
    while len(words) > 1 and words[0] in HONORIFICS | RANKS | OFFICES:
        titles.append(words.pop(0))
    suffix = words.pop() if len(words) > 1 and words[-1] in SUFFIXES else ""
    cut = len(words) - 1
    while cut > 1 and words[cut - 1] in _PARTICLES:
        cut -= 1
    if cut == 1 and len(words) == 2 and words[0] in _PARTICLES:
        cut = 0
    return PersonName(tuple(words[:cut]), " ".join(words[cut:]), suffix, tuple(titles))


def same_given(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether two runs of given names can be one person's: equal, an initial of the other, or a shorter form.

    Middle names may be missing on either side, but not contradict.
    """
    if not left or not right:
        return True
    if not _meet(left[0], right[0]) and not (set(left) & set(right)):
        return False
    if len(left) > 1 and len(right) > 1:
        return any(_meet(a, b) for a in left[1:] for b in right[1:])
    return True


def _meet(a: str, b: str) -> bool:
    short, long = sorted((a, b), key=len)
    if long == short or (len(short) != 2 and long.startswith(short)):
        return True
    return bool(_FORMAL.get(a, {a}) & _FORMAL.get(b, {b}))


def can_be(short: PersonName, full: PersonName) -> bool:
    """Whether a shorter form may stand for a full name: its surname alone, or its given name alone."""
    if short.suffix and full.suffix and short.suffix != full.suffix:
        return False
    if short.given:
        return short.surname == full.surname and same_given(short.given, full.given)
    if short.surname == full.surname or short.surname == full.surname.split()[-1]:
        return True
    return len(short.surname) > 2 and short.surname in full.given[:1] and not short.titles


def is_acronym(acronym: str, name: str) -> bool:
    """Whether the letters of an acronym are the initials of a name, small words counted or not.

    >>> is_acronym("I.M.F.", "International Monetary Fund"), is_acronym("FDA", "Food and Drug Administration")
    (True, True)
    """
    letters = acronym.replace(".", "").removesuffix("s").casefold()
    words = [w for w in re.split(r"[\s/-]+", name) if w and w[0].isalnum()]
    every = "".join(w[0] for w in words).casefold()
    main = "".join(w[0] for w in words if w.casefold() not in _SKIPPED).casefold()
    return len(letters) > 1 and letters in {every, main}


def sound(name: str) -> str:
    """A name without what ways of writing another script differ in: doubled letters, h, y for i, k for c or q, z for s.

    >>> sound("Belenskyy") == sound("Belensky"), sound("Mohammed") == sound("Muhamad"), sound("Roe") == sound("Rae")
    (True, True, False)
    """
    return " ".join(_DOUBLED.sub(r"\1", w).translate(_SOUNDS).replace("ii", "i") for w in key(name).split())


def one_slip(one: str, two: str) -> bool:
    """Whether two names are one but for a letter, and not as ways of writing another script differ.

    >>> one_slip("Paul Tarneau", "Paul Tarnau"), one_slip("Arkady Belensky", "Arkady Belenskyy")
    (True, False)
    """
    left, right = key(one).split(), key(two).split()
    other = [(a, b) for a, b in zip(left, right, strict=False) if a != b]
    if len(left) != len(right) or len(other) != 1:
        return False
    a, b = other[0]
    if min(len(a), len(b)) < _SHORTEST or a[0] != b[0] or not (a.isalpha() and b.isalpha()):
        return False
    plural = a.rstrip("s") == b.rstrip("s")
    return not plural and DamerauLevenshtein.distance(a, b) == 1 and sound(a) != sound(b)


def same_role(noun: str) -> str:
    """One word for a role that has several: "sen" and "senator", "spokeswoman" and "spokesperson"."""
    return _SAME_ROLE.get(noun, noun)
