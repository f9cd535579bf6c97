"""What a clause looks like in its tree: finite or not, set off or not, told as having happened or not."""

from __future__ import annotations

from pipeline.extract.claims.cues import CARRIED_OUT, CUES, HEARSAY, HELD_TRUE, SAY, TEMPORAL
from pipeline.extract.claims.phrases import BREAKS, DASHES
from pipeline.extract.claims.tree import SUBJECTS, VERBAL, Tree, Word

PERSONAL = ("er", "or", "man", "woman", "ist", "ian", "person")
"""Endings of nouns that mean a person, or may."""
COMPLEMENTS = ("dobj", "attr", "acomp", "oprd", "ccomp", "xcomp", "dative", "prep", "agent", "nsubjpass", "prt")
WH = frozenset({"WDT", "WP", "WP$", "WRB"})
ATTENTION = frozenset({"let", "look", "listen", "remember", "note", "forget"})
"""Verbs that only call for attention to what follows."""
_SIDES = frozenset({"left", "right", "center", "centre"})
_AS_PREPOSITION = frozenset(
    {
        "concern",
        "regard",
        "include",
        "follow",
        "accord",
        "give",
        "consider",
        "base",
        "depend",
        "start",
        "exclude",
        "bar",
    }
)
_OUTCOME = frozenset(
    {
        *("make", "leave", "cause", "allow", "enable", "force", "prompt", "provide", "create", "spark", "raise"),
        *(
            "mark",
            "signal",
            "underscore",
            "reflect",
            "represent",
            "ensure",
            "bring",
            "mean",
            "send",
            "push",
            "trigger",
            "give",
            "help",
            "lead",
            "let",
            "turn",
            "prevent",
        ),
    }
)
"""Participles of these often speak of all that was told, not of its subject (", making her a powerful ally")."""
_FILLERS = frozenset({"you know", "i mean", "you see", "mind you", "it turns out", "it turned out", "it happens"})
_DEEDS = frozenset({"testify", "concede", "confess", "complain"})
"""Verbs of saying that tell an act also where nothing is said: "Roe did not testify"."""
PLACING = frozenset({"in", "at", "on", "near", "inside", "outside", "within", "under"})
"""Prepositions that say where something is."""
WANTING = frozenset({"have", "do", "want", "make", "need", "take", "give", "get", "be", "use", "bring", "deserve"})
"""Verbs that say nothing without an object: where it is missing it stands before the clause."""
_BARE = frozenset({"say", "tell", "add", "continue", "quip", "joke", "note", "reply", "explain"})


def unreal(tree: Tree, word: Word) -> bool:
    """Whether what stands below this word is not told as having happened."""
    if word.dep not in ("xcomp", "advcl", "acl", "ccomp", "relcl"):
        return False
    if word.dep == "xcomp" and tree[word.head].lemma in CARRIED_OUT:
        return False
    marks = {w.lower for w in tree.kids(word.i, "aux", "mark")}
    return bool(marks & {"to", "if", "unless", "whether", "would", "could", "may", "might", "will"})


def both_whole(tree: Tree, first: Word, second: Word) -> bool:
    """Whether two joined verbs that share a subject have something of their own to say."""
    if second.tag == "VBG" and first.tag != "VBG" and tree.kid(second.i, "aux") is None:
        return False
    if second.tag == "VB" and first.tag != "VB" and tree.kid(second.i, "aux") is None:
        return False
    if tree.kid(first.i, "auxpass") is not None and second.tag == "VBN":
        return True
    if second.tag == "VBN" and first.tag != "VBN" and tree.kid(second.i, "agent") is not None:
        return False
    after = [w for w in tree.kids(first.i) if w.i > first.i and w.dep in (*COMPLEMENTS, "npadvmod", "advcl")]
    return bool(after) and any(w.dep in COMPLEMENTS or (w.dep == "advmod" and w.kids) for w in tree.kids(second.i))


def found_too(tree: Tree, first: Word, second: Word) -> bool:
    """ "Was inspected and found to be safe": whether a joined verb shares the passive of the first."""
    passive = tree.kid(first.i, "auxpass") is not None and second.lemma in HEARSAY | HELD_TRUE
    return passive and tree.kid(second.i, "xcomp") is not None and tree.kid(second.i, "dobj", "ccomp") is None


def denied_too(tree: Tree, first: Word, second: Word) -> bool:
    """ "Has not backed the plan or read it": whether a joined verb shares the "has not" of the first."""
    joint = any(w.lower in ("or", "nor") and w.i < second.i for w in tree.kids(first.i, "cc"))
    return joint and tree.kid(first.i, "neg") is not None and tree.kid(first.i, "aux") is not None


def set_off(tree: Tree, kid: Word) -> bool:
    """Whether a clause is set off: by a mark before it, or by a comma after it where it opens the sentence."""
    under = tree.under(kid.i)
    before = under[0] - 1
    if before > 0 and tree[before].tag in ("``", "''"):
        before -= 1
    if before >= 0 and tree[before].text in BREAKS:
        return True
    return under[-1] < kid.head and under[-1] + 1 < len(tree) and tree[under[-1] + 1].text == ","


def mark(tree: Tree, word: Word) -> str:
    """The word that opens an adverbial clause ("after", "while"), in lower case; empty where none does."""
    found = mark_word(tree, word)
    return found.lower if found is not None and found.i < word.i else ""


def mark_word(tree: Tree, word: Word) -> Word | None:
    """The conjunction, adverb or preposition that opens a clause."""
    found = tree.kid(word.i, "mark") or next((w for w in tree.kids(word.i, "advmod") if w.tag == "WRB"), None)
    if found is None and word.kids and tree[word.kids[0]].dep == "prep" and tree[word.kids[0]].lower in TEMPORAL:
        found = tree[word.kids[0]]
    return found


def behind_mark(tree: Tree, head: Word, own: list[int]) -> list[int]:
    """The words behind the mark of an adverbial clause; those before it are of the clause above."""
    mark = mark_word(tree, head)
    return [i for i in own if i > mark.i] if mark is not None and mark.i < head.i else own


def past(tree: Tree, word: Word) -> bool:
    """Whether a verb tells of the past."""
    return word.tag == "VBD" or any(
        w.tag == "VBD" or w.lower in ("has", "have") for w in tree.kids(word.i, "aux", "auxpass")
    )


def stands_without(tree: Tree, head: int, outer: Word) -> bool:
    """Whether a clause still says something when `outer`, which tells when or why, is taken out of it."""
    first = tree.under(outer.i)[0]
    if any(w.dep == "npadvmod" and tree.under(w.i)[-1] == first - 1 for w in tree.kids(outer.head)):
        return False
    if outer.head != head and tree[outer.head].pos not in VERBAL:
        return tree[outer.head].pos not in ("ADV", "ADJ") and tree[outer.head].label not in ("DATE", "TIME")
    mark = outer if outer.dep == "prep" else mark_word(tree, outer)
    if mark is not None and any(w.dep in ("advmod", "npadvmod") and w.i < mark.i for w in tree.kids(outer.i)):
        return False
    return any(w.i != outer.i and w.dep in COMPLEMENTS for w in tree.kids(outer.head))


def finite(tree: Tree, kid: Word) -> bool:
    """Whether a verb is finite, the tagger's mistake of a past tense for a participle forgiven."""
    auxiliaries = list(tree.kids(kid.i, "aux", "auxpass"))
    if any(w.tag == "TO" for w in auxiliaries):
        return False
    return kid.tag != "VBG" or bool(auxiliaries)


def beside(tree: Tree, first: Word) -> bool:
    """ "It is so - he also said that": two clauses side by side, not one the content of the other."""
    end = tree.under(first.i)[-1] + 1
    return end < len(tree) and tree[end].text in (DASHES | {";"}) and tree[end - 1].pos != "PUNCT"


def asks(tree: Tree, kid: Word) -> bool:
    """Whether a clause is a question in other words: "whether", "how", "what"."""
    first = tree.under(kid.i)[:2]
    return any(
        (tree[i].lower in ("whether", "if") and tree[i].head == kid.i) or (tree[i].tag in WH and tree[i].dep != "mark")
        for i in first
    )


def aims(tree: Tree, kid: Word) -> bool:
    """ "Call a strike so that the board can meet": what is aimed at, which tells nothing by itself."""
    so = any(w.lower == "so" for w in tree.kids(kid.i, "mark", "advmod"))
    return so and any(w.lower in ("can", "could", "will", "would", "may", "might") for w in tree.kids(kid.i, "aux"))


def inverted(tree: Tree, verb: Word) -> bool:
    """ "Can anybody say that ...?": whether a verb asks, by its order."""
    subject = tree.kid(verb.i, *SUBJECTS)
    return subject is not None and any(w.i < subject.i for w in tree.kids(verb.i, "aux"))


def bare(tree: Tree, kid: Word) -> bool:
    """Whether a verb has no complement of any kind: "as Roe had hoped"."""
    return not any(w.dep in COMPLEMENTS or (w.dep == "advmod" and w.i > kid.i) for w in tree.kids(kid.i))


def commands(tree: Tree, head: Word) -> bool:
    """Whether a clause asks for something: "See the cover below", "Do not tell them"."""
    before = [w for w in tree.kids(head.i) if w.i < head.i]
    asked = {"please", "do", "never"} | ({"n't", "not"} if any(w.lower == "do" for w in before) else set())
    opens = all(w.pos in ("PUNCT", "INTJ") or w.dep in ("ccomp", "cc", "advmod") or w.lower in asked for w in before)
    return (
        head.tag == "VB"
        and head.lemma not in ATTENTION - {"let"}
        and opens
        and tree.kid(head.i, *SUBJECTS, "auxpass") is None
        and all(w.lower == "do" for w in tree.kids(head.i, "aux"))
    )


def agent(tree: Tree, verb: int) -> Word | None:
    """The doer in a passive clause."""
    by = tree.kid(verb, "agent")
    return tree.kid(by.i, "pobj") if by is not None else None


def stage_direction(tree: Tree, head: Word) -> bool:
    """ "Roe, left, and Doe": where somebody stands in a picture, which the parser takes for a verb."""
    if head.lower not in _SIDES or not 0 < head.i < len(tree) - 1:
        return False
    return tree[head.i - 1].text == "," and tree[head.i + 1].text in (",", "and")


def compares(tree: Tree, word: Word) -> bool:
    """ "As safe as it was": whether "as" behind this word compares."""
    return word.pos == "ADJ" and any(w.lower in ("as", "so") for w in tree.kids(word.i, "advmod"))


def only_cue(tree: Tree, head: Word, own: list[int]) -> bool:
    """Whether a clause round a verb of saying tells no more than that somebody spoke."""
    inside = set(own)
    if head.lemma == "add" and any(w.lower == "to" for w in tree.kids(head.i, "prep")):
        return False
    if own == [head.i] or (len(own) == 2 and own[1] == head.i and head.lemma not in _DEEDS):
        return True
    if head.lemma in _DEEDS and not any(w.text in ('"', "“", "”") for w in tree.words):
        return False
    if any(
        w.dep in ("xcomp", "nsubjpass", "attr")
        or (w.dep == "dobj" and head.lemma != "tell")
        or w.lower in ("about", "of")
        for w in tree.kids(head.i)
    ):
        return False
    if any(tree[i].dep in SUBJECTS and tree[i].head != head.i and tree[i].head in inside for i in own):
        return own[-1] == head.i
    return head.lemma in _BARE or not any(w.dep in ("dobj", "prep", "advcl") for w in tree.kids(head.i))


def only_speaks(tree: Tree, head: Word, own: list[int]) -> bool:
    """Whether a clause tells no more than that somebody spoke, or went on: "Roe continued", "Roe went on to say"."""
    below = tree.kid(head.i, "xcomp")
    if head.lemma == "go" and below is not None and below.lemma in SAY and tree.kid(head.i, "prt") is not None:
        return tree.kid(below.i, "ccomp", "dobj", "prep") is None
    if head.lemma == "continue":
        return not any(w.dep in ("prep", "advmod") and w.i > head.i for w in tree.kids(head.i)) and only_cue(
            tree, head, own
        )
    return head.lemma in SAY and only_cue(tree, head, own)


def filler(tree: Tree, kid: Word) -> bool:
    """Whether a clause beside another only fills in: "you know", "it turns out", "let me be clear:"."""
    if kid.lemma in ATTENTION and kid.tag == "VB" and kid.dep == "advcl" and kid.i < kid.head:
        return tree.kid(kid.i, *SUBJECTS, "aux", "mark") is None
    words = [tree[i].lower for i in tree.under(kid.i) if tree[i].pos != "PUNCT"]
    return " ".join(words[words[:1] == ["as"] :]) in _FILLERS


def wished(tree: Tree, above: Word, kid: Word) -> bool:
    """Whether a clause is what somebody wants to be so: "proposed that guards patrol", "insisted that he leave"."""
    helpers = list(tree.kids(kid.i, "aux", "auxpass"))
    subject = tree.kid(kid.i, *SUBJECTS)
    if any(w.lower != "be" for w in helpers) or subject is None or kid.i < above.i:
        return False
    base = kid.tag == "VB" or any(w.lower == "be" for w in helpers)
    odd = kid.tag == "VBP" and (subject.lower in ("he", "she", "it") or subject.tag in ("NN", "NNP"))
    return base or (kid.tag == "VBP" and (odd or above.lemma == "propose"))


def cue_beside(tree: Tree, kid: Word) -> bool:
    """Whether a clause beside another is only its cue."""
    if kid.lemma not in CUES or tree.kid(kid.i, "nsubj") is None or tree.kid(kid.i, "ccomp", "xcomp") is not None:
        return False
    if kid.dep == "parataxis":
        return kid.lemma == "tell" or tree.kid(kid.i, "dobj") is None
    return kid.dep == "advcl" and mark(tree, kid) == "as" and tree.kid(kid.i, "dobj") is None


def owner(tree: Tree, noun: Word) -> int | None:
    """Whose word it is: "Roe's claim that", "a claim by Roe that"."""
    of = (p for w in tree.kids(noun.i, "prep") if w.lower in ("by", "from") for p in tree.kids(w.i, "pobj"))
    said = next((w for w in (*tree.kids(noun.i, "poss"), *of)), None)
    return said.i if said is not None else None


def is_share(tree: Tree, source: Word) -> bool:
    """ "About twice as many voters said that", "71 percent said": a share of those asked; it is the share that is told,
    and what they said holds of nobody else."""
    if source.label == "PERCENT" or source.lemma in ("percent", "majority", "half", "third", "quarter"):
        return True
    return any(w.lower == "many" and tree.kid(w.i, "advmod") for w in tree.kids(source.i, "amod"))


def tells_apart(tree: Tree, above: Word, participle: Word) -> bool:
    """Whether a participle tells something of its own of whoever the clause is about, not what came of it all."""
    if participle.tag not in ("VBG", "VBN") or participle.lemma in _AS_PREPOSITION:
        return False
    thus = any(w.lower in ("thus", "thereby", "hence") for w in tree.kids(participle.i, "advmod"))
    return participle.tag != "VBG" or participle.i < above.i or not (thus or participle.lemma in _OUTCOME)


def hangs_on_object(tree: Tree, above: Word, kid: Word) -> bool:
    """ "The paper ran a story, accompanied by a map": a past participle at the end may tell of the last noun."""
    if kid.tag != "VBN" or kid.dep != "advcl" or kid.i < above.i:
        return False
    between = tree.words[above.i + 1 : tree.under(kid.i)[0]]
    return any(w.dep in ("dobj", "pobj", "attr") and w.label not in ("DATE", "TIME") for w in between)
