"""What else is known of an article's words: names, pronouns, dates, figures and quotations, by word of a sentence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Generic, TypeVar

from pipeline.extract.claims.clauses import PERSONAL
from pipeline.extract.claims.cues import ANONYMOUS, AWARE, BODIES, PEOPLE, SAY, THINK, WRITTEN
from pipeline.extract.claims.phrases import nouns
from pipeline.extract.claims.statements import Cue, Statement
from pipeline.extract.claims.tree import SUBJECTS, Tree
from pipeline.extract.quotes.kinds import is_human
from pipeline.extract.sentences import Passage
from pipeline.model import Entity, Figure, Quote, Reference, Span, Speaker, Timex
from pipeline.text import listed

T = TypeVar("T")

_NAMED = {"PERSON": "named", "ORG": "organisation", "GPE": "organisation", "NORP": "collective"}
_MEN = listed("father husband son brother uncle nephew grandfather boyfriend man boy")
_WOMEN = listed("mother wife daughter sister aunt niece grandmother girlfriend woman girl")
_DURING = frozenset({"during", "in", "after", "before", "at", "throughout", "since", "with", "for", "despite"})
_VAGUE = frozenset(
    {"some", "many", "others", "critics", "people", "experts", "analysts", "observers", "nobody", "none"}
)
_BODY_LABELS = frozenset({"ORG", "GPE", "NORP"})
_RIVALS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "appos", "conj"})
_NO_RIVALS = frozenset({"DATE", "TIME", "MONEY", "PERSON"})
_PLAIN = frozenset({"said", "says", "say", "according to", "told", "added", "reported"})
_NOBODY = frozenset({"who", "which", "that", "whom", "its", "his", "her", "their"})
"""Words for a speaker that say nothing by themselves."""
_PRONOUNS = _NOBODY | {"he", "she", "it", "they", "one"}


@dataclass(frozen=True, slots=True)
class Pointer:
    """What a word stands for: `text` to print, `head` its word where it is of the same sentence."""

    text: str
    head: int | None


class Places(Generic[T]):
    """Things with a span, looked up by place. They do not have to be disjoint."""

    def __init__(self, items: Iterable[tuple[Span, T]]) -> None:
        self.items = sorted(items, key=lambda item: (item[0].start, item[0].end))
        self.starts = [at.start for at, _ in self.items]
        self.longest = max((at.end - at.start for at, _ in self.items), default=0)

    def within(self, start: int, end: int) -> list[tuple[Span, T]]:
        """Those that share a character with `start` to `end`, in order."""
        if not self.items:
            return []
        first = bisect_left(self.starts, start - self.longest)
        last = bisect_right(self.starts, end - 1)
        return [item for item in self.items[first:last] if item[0].end > start]


class Who:
    """What the steps before found in one article, by place."""

    def __init__(
        self,
        entities: tuple[Entity, ...],
        references: tuple[Reference, ...],
        quotes: tuple[Quote, ...],
        figures: tuple[Figure, ...],
        dates: tuple[Timex, ...],
    ) -> None:
        self.entity = {e.entity: e for e in entities}
        self.names = Places((m.at, e.entity) for e in entities for m in e.mentions)
        self.references = Places((r.at, r.entity) for r in references)
        self.quotes = Places((part, q) for q in quotes for part in q.parts if q.use == "speech")
        self.sources = Places((q.speaker.at, q.speaker.entity) for q in quotes if q.speaker and q.speaker.entity)
        self.figures = Places((f.at, f) for f in figures)
        self.dates = Places((t.at, t) for t in dates)

    def over(self, passage: Passage, tree: Tree) -> Seen:
        """What is known of the words of one sentence."""
        size, offset = len(tree), passage.block.at.start
        seen = Seen(self, passage, tree, offset, ids=[()] * size)
        seen.meant, seen.quotes = [None] * size, [None] * size
        seen.dates, seen.figures = [None] * size, [None] * size
        if not size:
            return seen
        starts = [offset + w.start for w in tree.words]
        start, end = starts[0], offset + tree[size - 1].end
        for at, entity in [*self.names.within(start, end), *self.references.within(start, end)]:
            for i in _covered(starts, at):
                seen.ids[i] = (*seen.ids[i], entity) if entity not in seen.ids[i] else seen.ids[i]
        for at, entity in [*self.sources.within(start, end), *self.references.within(start, end)]:
            covered = _covered(starts, at)
            if len(covered) == 1 and tree[covered[0]].tag in ("PRP", "PRP$") and entity in self.entity:
                seen.meant[covered[0]] = self.entity[entity]
                seen.ids[covered[0]] = (entity,)
        for at, quote in sorted(self.quotes.within(start, end), key=lambda item: item[0].start - item[0].end):
            for i in _covered(starts, at):
                seen.quotes[i] = quote
        for i in range(size):
            if seen.names_its_speaker(i) or seen.has_nearer_person(i) or seen.is_of_any_sex(i):
                seen.meant[i], seen.ids[i] = None, ()
            ahead = seen.named_ahead(i)
            if ahead is not None:
                seen.meant[i], seen.ids[i] = self.entity[ahead], (ahead,)
        for at, timex in self.dates.within(start, end):
            for i in _covered(starts, at):
                seen.dates[i] = timex
        for at, figure in self.figures.within(start, end):
            for i in _covered(starts, at):
                seen.figures[i] = figure
        return seen


def _covered(starts: list[int], at: Span) -> range:
    """The words that begin within a span."""
    return range(bisect_left(starts, at.start), bisect_left(starts, at.end))


@dataclass(slots=True)
class Seen:
    """What is known of each word of a sentence: the entity `meant` by a pronoun, the innermost quotation, and so on.

    `events`: nouns of action that point back at a verb, with the words to print for them; `pointers`: pronouns and
    nouns that stand for a phrase of the text before, with what to print; `before`: the sentence before, where there is
    one in the body, and `told` what it says, as it can be put before this one.
    """

    who: Who
    passage: Passage
    tree: Tree
    offset: int
    ids: list[tuple[str, ...]]
    meant: list[Entity | None] = field(default_factory=list)
    quotes: list[Quote | None] = field(default_factory=list)
    dates: list[Timex | None] = field(default_factory=list)
    figures: list[Figure | None] = field(default_factory=list)
    events: dict[int, str] = field(default_factory=dict)
    pointers: dict[int, Pointer] = field(default_factory=dict)
    told: str = ""
    before: Tree | None = None

    def names_its_speaker(self, i: int) -> bool:
        """Whether a pronoun is taken for the one who says it: between quotation marks nobody is "he" to himself."""
        meant, quote = self.meant[i], self.quotes[i]
        if meant is None or quote is None or quote.form != "direct" or quote.speaker is None:
            return False
        return quote.speaker.entity == meant.entity

    def is_of_any_sex(self, i: int) -> bool:
        """Whether a pronoun is the half of "his or her", which means nobody who is named."""
        tree, word = self.tree, self.tree[i]
        if word.lower not in ("he", "she", "him", "her", "his", "hers"):
            return False
        ahead, behind = [w.lower for w in tree.words[i + 1 : i + 3]], [w.lower for w in tree.words[max(i - 2, 0) : i]]
        pair = ("he", "she", "him", "her", "his", "hers")
        return (ahead[:1] == ["or"] and ahead[-1] in pair) or (behind[-1:] == ["or"] and behind[0] in pair)

    def has_nearer_person(self, i: int) -> bool:
        """Whether a pronoun is taken for somebody of another sentence, where its own has an unnamed person for the
        subject before it: "an aide resigned after her post"."""
        tree, meant = self.tree, self.meant[i]
        kin = _MEN if tree[i].lower in ("he", "him", "his") else _WOMEN
        if meant is None or meant.label != "PERSON":
            return False
        if any(meant.entity in ids for ids in self.ids[:i]):
            owners = [w for w in tree.words[:i] if meant.entity in self.ids[w.i] and w.tag in ("PRP", "PRP$", "NNP")]
            return tree[i].dep in SUBJECTS and all(self._owns_subject(w.i, kin) for w in owners)
        return any(
            w.tag == "NN" and not self.ids[w.i] and self.entity(w.i) is None and not self._names(w.i)
            for w in tree.words[:i]
            if (w.dep in SUBJECTS and (w.lemma in PEOPLE or is_human(w.lemma))) or w.lemma in kin
        )

    def _owns_subject(self, i: int, kin: frozenset[str]) -> bool:
        """Whether a word is only whose kin the subject is, where that is one of these: "her daughter"."""
        over = self.tree[self.tree[i].head]
        return self.tree[i].dep == "poss" and over.lemma in kin and over.dep in SUBJECTS and not self._names(over.i)

    def _names(self, head: int) -> bool:
        """Whether a noun stands beside the name of whom it means: "his son Jan"."""
        return any(w.label == "PERSON" for w in self.tree.kids(head, "appos", "compound", "nmod"))

    def named_ahead(self, i: int) -> str | None:
        """The person who is the subject of the main clause behind a clause of which "he" or "she" is the subject:
        "though he lost, Roe was glad"."""
        tree, word = self.tree, self.tree[i]
        if word.tag == "PRP$":
            return self._whose_ahead(i)
        verb = tree[word.head] if word.head >= 0 else word
        if word.lower not in ("he", "she") or word.dep not in SUBJECTS or verb.dep != "advcl" or verb.i > verb.head:
            return None
        quote = self.quotes[i]
        if any(w.label == "PERSON" for w in tree.words[:i]) or (quote is not None and quote.form == "direct"):
            return None
        over = tree.kid(verb.head, *SUBJECTS)
        who = self.entity(over.i) if over is not None and over.i > verb.i and over.pos == "PROPN" else None
        return who if who in self.who.entity and self.who.entity[who].label == "PERSON" else None

    def _whose_ahead(self, i: int) -> str | None:
        """The person who is the subject behind an opening phrase with "his" or "her": "During his visit, Roe left"."""
        tree = self.tree
        prep = next((w for w in tree.chain(i) if w.dep == "prep" and w.head == tree.root), None)
        over = tree.kid(tree.root, *SUBJECTS)
        if (
            prep is None
            or over is None
            or prep.i > 1
            or tree[i].lower not in ("his", "her")
            or self.quotes[i] is not None
        ):
            return None
        if not i < over.i < tree.root or any(w.label == "PERSON" for w in tree.words[:i]) or prep.lower not in _DURING:
            return None
        who = self.entity(over.i) if over.pos == "PROPN" else None
        return who if who in self.who.entity and self.who.entity[who].label == "PERSON" else None

    def span(self, indices: list[int]) -> Span:
        """The place from the first of these words to the last."""
        return self.passage.span(self.tree[indices[0]].start, self.tree[indices[-1]].end)

    def entity(self, head: int) -> str | None:
        """The entity that a word names or refers to, also by a name beside it ("the mayor, Jane Roe, said")."""
        if self.ids[head]:
            return self.ids[head][0] if len(self.ids[head]) == 1 else None
        beside = [w.i for w in self.tree.kids(head, "appos") if w.pos == "PROPN"]
        one = self.tree[head].tag == "NN" and len(beside) == 1 and len(self.ids[beside[0]]) == 1
        return self.ids[beside[0]][0] if one and not self.tree.kid(beside[0], "conj") else None

    def quote(self, statement: Statement) -> Quote | None:
        """The innermost quotation that a statement stands in.

        Reported content outside quotation marks counts only where the statement hangs on a cue, or its cue is a plain
        one ("said", "according to"): what stands beside a reporting clause is not its content.
        """
        quote = self.quotes[statement.head]
        if quote is None or quote.form != "indirect" or statement.cues:
            return quote
        plain = quote.cue is not None and quote.cue.text.lower() in _PLAIN
        return quote if plain and statement.kind not in ("relative", "apposition") else None

    def speaker(self, statement: Statement) -> Speaker | None:
        """The innermost source: of the statement's own cues within its quotation, else the quotation's speaker."""
        quote = self.quote(statement)
        told = quote.speaker if quote is not None else None
        unclear: Speaker | None = None
        if told is not None and told.entity is None and told.at.text.lower() in _PRONOUNS:
            unclear, told = (told if told.at.text.lower() not in _NOBODY else None), None
        for cue in reversed(statement.cues):
            start = self.offset + self.tree[cue.word].start
            if told is not None and quote is not None and not any(p.start <= start < p.end for p in quote.parts):
                return told if not self._other(cue, told) else self._source(cue.source or 0)
            if cue.source is None or (self.tree[cue.word].lemma in AWARE and (told or len(statement.cues) > 1)):
                continue
            if self.tree[cue.source].tag == "PRP$" and self.entity(cue.source) is None:
                continue
            over = self.same_subject(cue.word, cue.source) if self.entity(cue.source) is None else None
            speaker = self._source(cue.source if over is None else over)
            within = quote is not None and quote.form == "direct" and told is not None
            if within and speaker.entity is None and self.tree[cue.source].lower in ("he", "she", "they"):
                return self._pointed_at(speaker)
            if speaker.entity is None and self.tree[cue.source].pos == "PRON":
                unclear = unclear or speaker
            elif (
                self.tree[cue.word].lemma in SAY
                or self.tree[cue.word].pos == "NOUN"
                or speaker.entity is not None
                or speaker.kind == "anonymous"
            ):
                return speaker
        return told or (self._pointed_at(unclear) if unclear is not None else None)

    def _pointed_at(self, speaker: Speaker) -> Speaker:
        """A speaker printed as "they" or "it", by the phrase that it stands for where that is known."""
        starts = [self.offset + w.start for w in self.tree.words]
        name = next((self.pointers[i].text for i in _covered(starts, speaker.at) if i in self.pointers), "")
        if not name:
            return speaker
        anonymous = any(w in ANONYMOUS for w in name.lower().split())
        return replace(speaker, name=name, kind="anonymous" if anonymous else speaker.kind)

    def _other(self, cue: Cue, told: Speaker) -> bool:
        """Whether a speaker was taken for one who only stands near the verb: for the owner of it ("Roe's lawyer
        said" is not Roe), or for another phrase of the sentence."""
        source = cue.source
        if source is None or (told.entity is not None and told.entity in self.ids[source]):
            return False
        if told.entity is not None and any(
            told.entity in self.ids[w.i] for w in self.tree.kids(source, "poss", "compound")
        ):
            return True
        tree, here = self.tree, self.span(self.tree.under(source))
        sentence = self.span(list(range(len(tree))))
        if told.entity is not None and tree[source].head != cue.word:
            return False
        return tree[source].pos in ("NOUN", "PROPN") and sentence.holds(told.at) and not here.meets(told.at)

    def _source(self, head: int) -> Speaker:
        own = nouns(self.tree, head)
        own = own[:-1] if self.tree[own[-1]].tag == "POS" and len(own) > 1 else own
        at = self.span(own)
        entity = self.entity(head)
        word = self.tree[head]
        one_of = word.tag in ("NN", "NNP") and any(
            w.lower in ("a", "an", "another") for w in self.tree.kids(head, "det")
        )
        if entity is not None and entity in self.who.entity and not (one_of and word.label == "NORP"):
            known = self.who.entity[entity]
            return Speaker(at, known.name, entity, _NAMED.get(known.label, "organisation"))
        if word.pos == "PROPN" and one_of:
            return Speaker(at, self.named(own), None, "anonymous")
        if word.pos == "PROPN":
            return Speaker(at, at.text, None, _NAMED.get(word.label, "named"))
        return Speaker(at, self.named(own), None, "anonymous" if word.lower in ANONYMOUS else "collective")

    def named(self, indices: list[int]) -> str:
        """These words as printed, a pronoun of somebody they have not named by then by name: "Roe's lawyer" where "his
        lawyer" stands."""
        found, run, named = [], list[int](), set[str]()
        for i in indices:
            meant = self.meant[i] if self.tree[i].tag in ("PRP", "PRP$") else None
            known = meant is None or meant.entity in named
            named.update(self.ids[i])
            if meant is None or known:
                run.append(i)
                continue
            found += [self.tree.text(run), meant.name + ("'s" if self.tree[i].tag == "PRP$" else "")]
            run = []
        text = " ".join(filter(None, [*found, self.tree.text(run)]))
        return text.replace(" 's", "'s").replace(" ’s", "’s").replace(" ,", ",")

    def rivalled(self, statement: Statement, pronoun: int) -> bool:
        """Whether "he" in what a named person says is taken for somebody whom the sentence does not name at all."""
        meant, source = self.meant[pronoun], statement.cues[-1].source if statement.cues else None
        if meant is None or source is None or self.tree[source].pos != "PROPN" or not self._is_person(source):
            return False
        if meant.entity in self.ids[source]:
            return False
        return not any(meant.entity in ids and self.tree[i].pos == "PROPN" for i, ids in enumerate(self.ids))

    def _is_person(self, head: int) -> bool:
        entity = self.entity(head)
        return entity is not None and entity in self.who.entity and self.who.entity[entity].label == "PERSON"

    def speaks_of_itself(self, statement: Statement) -> tuple[int, int] | None:
        """The subject "it" or "they" of what a body or a group says, and the head of that source ("Norland said it").

        Only outside quotation marks, and where "it" is not the empty one of "it was time to" and "it is clear that".
        """
        subject = statement.subject
        if subject is None or self.ids[subject] or (subject not in statement.own and statement.noun is not None):
            return None
        if not statement.cues or statement.cues[-1].source is None:
            over = self.same_subject(statement.head, subject)
            return (subject, over) if over is not None else None
        source, pronoun = self.tree[statement.cues[-1].source], self.tree[subject]
        quote = self.quotes[subject]
        if self.tree[statement.cues[-1].word].lemma not in SAY | THINK or (
            quote is not None and quote.form == "direct"
        ):
            return None
        if source.pos not in ("NOUN", "PROPN", "NUM") or source.lower in _VAGUE:
            return None
        plural = source.tag in ("NNS", "NNPS") or bool(self.tree.kid(source.i, "conj"))
        if pronoun.lower == "they" and plural:
            return subject, source.i
        someone = source.pos in ("NOUN", "NUM") and not plural and not self._is_body(source.i)
        if someone and pronoun.lower in ("he", "she"):
            return None if self._named_person(source.i, subject) else (subject, source.i)
        if pronoun.lower != "it" or plural or self.empty(statement.head, subject):
            return None
        body = source.i if self._is_body(source.i) or self._is_thing(source.i) else self._body_of(source.i)
        return (subject, body) if body is not None else None

    def _named_person(self, start: int, end: int) -> bool:
        """Whether somebody is named between two words, whom a pronoun could mean as well."""
        return any(w.label == "PERSON" for w in self.tree.words[start + 1 : end])

    def _body_of(self, head: int) -> int | None:
        """The one body that somebody speaks for: "an official with the group", "the company's lawyer"."""
        heads = (head, *(w.i for w in self.tree.kids(head, "appos") if w.pos == "NOUN"))
        beside = [p for h in heads for w in self.tree.kids(h, "prep") for p in self.tree.kids(w.i, "pobj")]
        owners = [w for h in heads for w in self.tree.kids(h, "poss")]
        titles = [w for w in self.tree.kids(head, "compound", "nmod") if w.label == "ORG"]
        bodies = [w.i for w in (*owners, *beside, *titles) if self._is_body(w.i)]
        return bodies[0] if len(bodies) == 1 else None

    def same_subject(self, verb: int, subject: int) -> int | None:
        """The subject of the clause over "it" or "they" that is the subject of its own: "the report made news as it
        showed ...". None where the clause over it has another noun of that number that could be meant."""
        tree, head = self.tree, self.tree[verb]
        word = tree[subject].lower
        if word not in ("it", "they") or head.dep not in ("advcl", "conj") or self.empty(verb, subject):
            return None
        over = next(iter(tree.kids(head.head, *SUBJECTS)), None) if head.head >= 0 else None
        number = ("NN", "NNP") if word == "it" else ("NNS", "NNPS")
        if over is None or over.i >= subject or over.pos != "NOUN" or over.tag != number[0] or over.lower in ANONYMOUS:
            return None
        if word == "it" and (over.lower.endswith(PERSONAL) or any(tree.kids(over.i, "conj"))):
            return None
        between = (w for w in tree.words[:verb] if w.i != over.i and w.tag in number and w.dep != "compound")
        rivals = [w for w in between if w.dep in _RIVALS and w.label not in _NO_RIVALS]
        return None if rivals else over.i

    def _is_body(self, head: int) -> bool:
        """Whether a source is an "it": an organisation, a country or one of the nouns for such."""
        entity, word = self.entity(head), self.tree[head]
        if entity is not None and entity in self.who.entity:
            return self.who.entity[entity].label in _BODY_LABELS
        return word.lemma in BODIES or word.label in _BODY_LABELS

    def _is_thing(self, head: int) -> bool:
        """Whether a source is a common noun that means nobody and nothing written: "the lobby", "the museum"."""
        word = self.tree[head]
        person = word.lower.endswith(PERSONAL) or word.lemma in PEOPLE | ANONYMOUS
        return word.tag == "NN" and not person and word.lemma not in WRITTEN and not any(self.tree.kids(head, "conj"))

    def carried_on(self, statement: Statement) -> str:
        """What "It" or "They" at the start of a sentence stands for: the subject of the sentence before, where that has
        no other noun of its number; "" where that is not so."""
        tree, before, subject = self.tree, self.before, statement.subject
        if before is None or subject is None or subject > 1 or statement.head != tree.root or self.ids[subject]:
            return ""
        word = tree[subject].lower
        if word not in ("it", "they") or self.empty(statement.head, subject) or '"' in before.text(range(len(before))):
            return ""
        number = ("NN", "NNP") if word == "it" else ("NNS", "NNPS")
        over = next(before.kids(before.root, *SUBJECTS), None)
        if over is None or over.pos != "NOUN" or over.tag != number[0] or before.kid(over.i, "conj") is not None:
            return ""
        if word == "it" and over.lower.endswith(PERSONAL):
            return ""
        others = (w for w in before.words if w.i != over.i and w.tag in number and w.dep in _RIVALS - {"pobj"})
        if any(w.label not in _NO_RIVALS for w in others):
            return ""
        return before.text(nouns(before, over.i))

    def empty(self, verb: int, subject: int) -> bool:
        """Whether "it" stands for nothing: "it was time to", "it would be a mistake to", "it seemed that"."""
        head = self.tree[verb]
        to_come = self.tree.kid(verb, "xcomp") if head.lemma in ("go", "need", "have", "use") else None
        if to_come is not None and to_come.lemma != "be":
            return self.empty(to_come.i, subject)
        if self.tree[subject].dep == "expl" or head.lemma in ("seem", "appear", "rain", "snow", "take"):
            return True
        if head.lemma in ("feel", "look", "sound") and self.tree.kid(head.i, "prep", "advcl", "ccomp") is not None:
            return head.i + 1 < len(self.tree) and self.tree[head.i + 1].lower in ("like", "as")
        tied = self.tree.kid(head.i, "xcomp", "ccomp", "csubj", "advcl") is not None
        filler = self.tree.kid(head.i, "attr", "acomp")
        if head.lemma == "be" and filler is not None:
            inner = any(w.dep in ("xcomp", "ccomp", "relcl", "acl") for w in self.tree.kids(filler.i))
            return tied or (inner and filler.lemma not in ("able", "ready", "willing", "open", "likely", "committed"))
        return False
