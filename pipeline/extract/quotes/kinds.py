"""What kind of source a noun phrase is: somebody named, a body or document, a group, somebody unnamed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.text import listed

if TYPE_CHECKING:
    from spacy.tokens import Token

BODIES = listed(
    """
    ministry department agency embassy government administration company firm group alliance committee party court
    bank union council commission association organization organisation university campaign office bureau army
    military police force board institute foundation center centre network newspaper paper magazine website outlet
    channel broadcaster corporation conglomerate charity coalition federation league cabinet senate house parliament
    congress secretariat authority regulator watchdog tribunal panel team club church hospital school airline
    operator maker manufacturer startup think-tank lobby guild chamber consulate mission kremlin camp prosecution
    """
)
DOCUMENTS = listed(
    """
    statement report study survey poll document memo letter filing complaint lawsuit indictment bill law treaty
    resolution editorial article release tweet post message email e-mail note notice text ad advertisement book
    analysis dossier datum data figure finding result research investigation review announcement sign headline story
    column order answer poster banner matter number paper agreement deal plan record transcript affidavit motion brief
    ruling opinion verdict video film movie song speech page caption slogan it this that which
    """
)
ISSUED = listed("statement notice announcement release communique letter memo post tweet message email")
"""Documents that speak for the body or person who issued them."""
_MAKING = listed("issue sign write release send post publish draft compose author dictate pen")
_GROUPS = listed("people leadership public staff crowd audience majority electorate press media opposition delegation")
_HIDDEN = listed("person source official someone somebody insider aide diplomat witness one another individual")
_HUMAN = listed(
    """
    person source official aide diplomat ally friend expert critic parent student colleague neighbour neighbor member
    victim relative family man woman youth child boy girl republican democrat conservative liberal mother father wife
    husband brother sister son daughter doctor nurse judge scholar pro chief head boss mayor king queen spokesman
    spokeswoman spokesperson chairman chairwoman attorney secretary guest hawk veteran citizen athlete pilot guard
    individual insider loyalist skeptic sceptic executive representative associate candidate delegate advocate graduate
    magistrate native deputy detective operative relative cop troop skeptics boss host artist captain coach
    """
)
_ENDINGS = ("er", "or", "ist", "ian", "ant", "ent", "ee", "yst", "man", "woman", "men", "women", "eer", "crat")
_NOT_HUMAN = listed(
    """
    government department statement document agreement amendment comment argument settlement movement event element
    segment announcement indictment assessment center factor computer number letter order paper answer matter power
    number member-state committee chapter charter filter banner poster error mirror sector vector terror restaurant
    content intent patent moment employment environment parliament treatment investment committee employee-manual
    """
)


def is_human(word: str) -> bool:
    """Whether a noun's lemma stands for people: by a list, else by its ending."""
    if word in _HUMAN:
        return True
    return word.endswith(_ENDINGS) and len(word) > 4 and word not in _NOT_HUMAN | BODIES | DOCUMENTS


def kind_of(head: Token | None) -> str:
    """`named`, `organisation`, `collective` or `anonymous` for a source that no entity stands behind."""
    if head is None:
        return "anonymous"
    word, lemma = head.lower_, head.lemma_.lower()
    if head.ent_type_ == "PERSON":
        return "named"
    if head.ent_type_ == "NORP" and any(c.lower_ in ("a", "an", "another") for c in head.children):
        return "anonymous"
    if head.pos_ == "PROPN":
        return "organisation" if head.ent_type_ else "named"
    if word in ("they", "we", "these", "those", "many", "some", "others", "most", "few", "several", "both"):
        return "collective"
    if head.pos_ == "PRON" and word not in ("one", "someone", "somebody", "another") and lemma not in DOCUMENTS:
        return "named"  # somebody the article names, though nothing here decides whom
    if word in _GROUPS:
        return "collective"
    if lemma in BODIES or lemma in DOCUMENTS:
        return "organisation"
    if head.tag_ in ("NNS", "NNPS"):
        return "collective" if is_human(lemma) else "organisation"
    if word in _HIDDEN:
        return "anonymous"
    if not is_human(lemma):
        return "organisation"
    return "named" if _definite(head) else "anonymous"


def _definite(head: Token) -> bool:
    return any(
        c.lower_ in ("the", "his", "her", "their", "its", "my", "our") or c.dep_ == "poss" for c in head.children
    )


def maker_of(head: Token) -> tuple[bool, Token] | None:
    """The head word of whom a document comes from, and whether its words are theirs: not where they only hold it."""
    if head.lemma_.lower() not in DOCUMENTS or head.pos_ != "NOUN":
        return None
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ in ("from", "by"):
            if (named := _object(child)) is not None:
                return True, named
        elif child.dep_ == "poss" and child.pos_ == "PROPN" and head.lemma_.lower() in ISSUED:
            return True, child
        elif child.dep_ in ("acl", "relcl") and child.tag_ == "VBN":
            agent = next((c for c in child.children if c.dep_ == "agent" or c.lower_ == "by"), None)
            if agent is not None and (named := _object(agent)) is not None:
                return child.lemma_.lower() in _MAKING, named
    return None


def _object(preposition: Token) -> Token | None:
    return next((c for c in preposition.children if c.dep_ == "pobj"), None)
