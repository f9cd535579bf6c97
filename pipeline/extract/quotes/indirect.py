"""Reported clauses from the parse: what is said, thought, shown or wanted, by whom, and the words that say so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from pipeline.extract.quotes import cues
from pipeline.extract.quotes.kinds import BODIES, kind_of
from pipeline.extract.quotes.marks import Pair, meeting
from pipeline.extract.quotes.misparsed import OCCASIONS, misplaced, told_at_end
from pipeline.extract.quotes.parts import Attribution, Run, cue_run, run_of, source_run, subject_of, trimmed
from pipeline.extract.quotes.stances import held_by_adjective, held_by_noun

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

_CLAUSAL = cues.STATING | cues.THINKING
_ANY = _CLAUSAL | cues.WILLING | cues.WANTING | cues.URGING | cues.NAMING | cues.JUDGING | {"call"}


_LONGEST_NAME = 25
"""Tokens between marks behind "called", beyond which they are no name for anything."""
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_CONDITIONS = frozenset(("if", "unless"))
"""Conjunctions of a clause in front that goes with what is said, not with the saying of it (as "when" does)."""


def find_reported(doc: Doc, pairs: Sequence[Pair] = ()) -> list[Attribution]:
    """Every reported clause of a block, in the order of its cue; then those that only marks inside them show.

    `pairs`: marks whose words nobody was found to speak. Beside them a wider range of verbs reports, and a clause that
    ends before them goes on to their end.
    """
    found = [a for sentence in doc.sents for a in _told_in(sentence)]
    by_cue = {a.cue: a for a in found}
    covered = {p for a in found for run in a.content for p in meeting(pairs, *run)}
    for pair in pairs:
        there = _governing(doc, pair) if pair not in covered else None
        if there is None:
            continue
        covered.update(p for run in there.content for p in meeting(pairs, *run))
        first = by_cue.get(there.cue)
        if first is not None and _holds(there, first):
            first.content = there.content
        else:
            found.append(there)
    return found


def _holds(outer: Attribution, inner: Attribution) -> bool:
    return outer.content[0][0] <= inner.content[0][0] and inner.content[-1][1] <= outer.content[-1][1]


def _told_in(sentence: Tokens) -> Iterator[Attribution]:
    """The reported clauses of one sentence."""
    doc = sentence.doc
    told: set[Run | None] = set()
    for token in sentence:
        found: Iterator[Attribution] = iter(())
        if token.lower_ == "according" and token.i + 1 < len(doc) and doc[token.i + 1].lower_ == "to":
            found = _according(token, sentence)
        elif token.lower_ == "words" and token.head.lower_ == "in":
            found = _in_words_of(token, sentence)
        elif token.pos_ == "VERB" or token.tag_.startswith("VB"):
            found = _verb(token, sentence)
        elif token.pos_ == "NOUN":
            found = held_by_noun(token)
        elif token.pos_ == "ADJ":
            found = held_by_adjective(token)
        for attribution in found:
            told.add(attribution.cue)
            yield attribution
    ended = told_at_end(sentence)
    if ended is not None and ended.cue not in told:
        yield ended


def _governing(doc: Doc, pair: Pair) -> Attribution | None:
    """The nearest reporting verb above the marks in the parse, with the complement of it that they stand in."""
    inside = doc.char_span(pair.inner_start, pair.inner_end, alignment_mode="expand")
    if inside is None:
        return None
    token = inside.root
    while token.head.i != token.i:
        above = token.head
        lemma = above.lemma_.lower()
        outside = not pair.start <= above.idx < pair.end
        if outside and above.pos_ == "VERB" and lemma in _ANY and token.dep_ not in ("nsubj", "nsubjpass", "advcl"):
            first = max(above.i + 1, min(t.left_edge.i for t in above.children if t.i > above.i))
            first = min(token.left_edge.i, first) if token.i > above.i else token.left_edge.i
            if doc[first].lower_ in cues.TOWARDS.get(lemma, ()) and doc[first].dep_ == "prep":
                first += 1
            content = trimmed(doc, first, token.right_edge.i)
            subject = subject_of(above)
            source = source_run(subject, above) if subject is not None else None
            return Attribution(content, cue_run(above), source, subject.i if subject is not None else None)
        if outside and above.pos_ == "NOUN" and lemma in cues.NOUNS and token.dep_ in ("acl", "ccomp", "relcl", "prep"):
            owner = next((c for c in above.children if c.dep_ == "poss"), None)
            content = trimmed(doc, max(above.i + 1, token.left_edge.i), token.right_edge.i)
            if owner is not None and content:
                return Attribution(content, run_of([above]), source_run(owner), owner.i)
        token = above
    return None


def _verb(verb: Token, sentence: Tokens) -> Iterator[Attribution]:
    subject = subject_of(verb)
    content = _complement(verb, sentence, subject)
    clauses = [c for c in verb.children if c.dep_ in ("ccomp", "parataxis") or (c.dep_ == "advcl" and _asks(c))]
    states = bool(clauses) or verb.dep_ == "parataxis"
    content = content or _wished(verb) or _judged_by(verb)
    if beside := _beside(verb, sentence):
        content, states = beside, True
    elif not any(c.dep_ == "ccomp" for c in clauses) and verb.lemma_.lower() in _CLAUSAL:
        if verb.dep_ == "parataxis" and not content:
            content = _around(verb, sentence, subject)
        elif torn := misplaced(verb, bool(content)):
            content, states = torn, True
    if not content:
        return
    source = source_run(subject, verb) if subject is not None else None
    if source is not None and source[0] < content[0][0] < source[1]:
        source = source[0], content[0][0] - 1  # 'by a caller why ...': the question was hung on who asks it
    head = subject.i if subject is not None else None
    yield Attribution(content, cue_run(verb), source, head, stance=not states)


def _beside(verb: Token, sentence: Tokens) -> list[Run]:
    """The sentence that a clause with "as" reports, set off by commas: 'As Roe told the paper, the plan has failed'."""
    doc, lemma = verb.doc, verb.lemma_.lower()
    if verb.dep_ != "advcl" or lemma not in cues.STATING or verb.tag_ not in ("VBD", "VBZ", "VBP", "VBN"):
        return []
    first, last = verb.left_edge.i, verb.right_edge.i
    while last > verb.i and doc[last].is_punct:
        last -= 1
    behind = {c.dep_ for c in verb.children if c.i > verb.i}
    spoken_to = lemma == "tell" and "dobj" in behind
    if (
        doc[first].lower_ != "as"
        or behind & {"ccomp", "xcomp", "oprd", "agent"}
        or ("dobj" in behind and not spoken_to)
    ):
        return []
    if not any(c.dep_ == "nsubj" for c in verb.children):
        return []
    opens = all(t.is_punct or t.dep_ == "cc" for t in doc[sentence.start : first])
    follows = last + 1 < sentence.end and doc[last + 1].text == ","
    if not follows or not (opens or (doc[first - 1].text == "," and verb.head.dep_ == "ROOT")):
        return []
    begin = sentence.start + (doc[sentence.start].dep_ == "cc")
    return ([] if opens else trimmed(doc, begin, first - 1)) + trimmed(doc, last + 1, sentence.end - 1)


def _complement(verb: Token, sentence: Tokens, subject: Token | None) -> list[Run]:
    """What a verb reports: the first of its complements that its meaning lets it report."""
    lemma = verb.lemma_.lower()
    for child in sorted(verb.children, key=lambda c: (c.dep_ != "ccomp", c.i)):
        if child.dep_ == "ccomp" and lemma in _CLAUSAL:
            if child.i < verb.i and child.right_edge.i < verb.i:
                return _around(verb, sentence, subject)
            first = _that_of(child, max(child.left_edge.i, verb.i + 1))
            return _condition(verb, sentence, subject) + trimmed(verb.doc, first, _own_end(verb, child, first))
        if child.i < verb.i:
            continue
        if child.dep_ == "advcl" and lemma in ("ask", "wonder", "question") and _asks(child):
            return trimmed(verb.doc, child.left_edge.i, child.right_edge.i)
        if child.dep_ == "xcomp" and _infinitive(child) and lemma in cues.WILLING:
            if _laid_to(verb):
                return []
            return _raised(verb) + trimmed(verb.doc, child.left_edge.i, child.right_edge.i)
        if child.dep_ == "xcomp" and _infinitive(child) and lemma in cues.URGING:
            return trimmed(verb.doc, _addressed(verb, child).left_edge.i, child.right_edge.i)
        if child.dep_ in ("dobj", "oprd") and lemma in cues.URGING and _urged(verb, child) is not None:
            continue
        if child.dep_ in ("dobj", "oprd") and lemma in (cues.NAMING | cues.JUDGING | cues.CALLING):
            end = _object_end(verb, child)
            if child.dep_ == "oprd" and verb.dep_ == "acl" and _bare(verb):
                return []  # 'a firm called Acme', 'a book titled "Rain"': only its name
            named = _named_before(verb) if child.dep_ == "oprd" else []
            told = any(c.dep_ == "agent" for c in verb.children)
            if named or told or lemma in (cues.NAMING | cues.JUDGING) or end > child.right_edge.i:
                end = _without_occasion(child, _without_apposition(verb.doc, child, end))
                return named + trimmed(verb.doc, child.left_edge.i, end)
            return []
        if child.dep_ == "prep" and child.lower_ in cues.TOWARDS.get(lemma, ()):
            last = max((_urged(verb, child) or child).right_edge.i, _taken_for(verb, child))
            if child.lower_ in ("on", "upon") and lemma == "call" and not _holds_infinitive(verb.doc, child.i, last):
                return []
            return trimmed(verb.doc, child.i + 1, _without_occasion(child, last))
    return []


def _laid_to(verb: Token) -> bool:
    """Whether a deed is only what somebody is praised or blamed for: 'criticised Roe for refusing to answer'."""
    blamed = verb.head.head if verb.dep_ == "pcomp" and verb.head.dep_ == "prep" else None
    return blamed is not None and any(c.dep_ == "dobj" for c in blamed.children)


def _wished(verb: Token) -> list[Run]:
    """What a verb wishes for or judges as a doing: 'called for voters to stay', 'opposes closing the bridge'."""
    lemma = verb.lemma_.lower()
    for child in verb.children:
        if child.i < verb.i:
            continue
        if child.dep_ == "xcomp" and child.tag_ == "VBG" and lemma in cues.FAVOURING:
            return trimmed(verb.doc, child.left_edge.i, child.right_edge.i)
        led = next((c for c in child.children if c.dep_ == "mark" and c.lower_ == "for"), None)
        if led is not None and _infinitive(child) and "for" in cues.TOWARDS.get(lemma, ()):
            return trimmed(verb.doc, led.i + 1, child.right_edge.i)
    return []


def _judged_by(verb: Token) -> list[Run]:
    """What is judged, where who judges it follows a passive ('the plan was praised by Roe as bold')."""
    if verb.tag_ != "VBN" or verb.lemma_.lower() not in cues.NAMING | cues.JUDGING:
        return []
    judged = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    if judged is None or judged.tag_ in ("WDT", "WP") or any(t.is_quote for t in judged.subtree):
        return []
    judge = subject_of(verb)
    if judge is None or (kind_of(judge) == "organisation" and judge.pos_ == "NOUN" and judge.lemma_ not in BODIES):
        return []  # 'is marked by a run of losses'
    taken = (c for c in verb.children if c.dep_ == "prep" and c.lower_ in ("as", "of", "for") and c.i > verb.i)
    return _raised(verb) + [run for c in taken for run in trimmed(verb.doc, c.left_edge.i, c.right_edge.i)]


def _condition(verb: Token, sentence: Tokens, subject: Token | None) -> list[Run]:
    """The clause before source and cue that belongs to what is said ('If it rains, she said, the game is off')."""
    first = next((c for c in verb.children if c.dep_ == "advcl" and c.i < verb.i), None)
    if first is None or subject is None or first.left_edge.i != sentence.start or first.right_edge.i > subject.i:
        return []
    if first.doc[first.left_edge.i].lower_ not in _CONDITIONS:
        return []
    return trimmed(verb.doc, first.left_edge.i, first.right_edge.i)


def _asks(clause: Token) -> bool:
    """Whether a clause after a verb of asking is what is asked, not a condition: 'if' or 'whether' begins it."""
    return any(c.dep_ == "mark" and c.lower_ in ("if", "whether") for c in clause.children)


def _urged(verb: Token, thing: Token) -> Token | None:
    """The infinitive that says what somebody is asked to do ('asked him to', 'called on him to')."""
    deps = ("xcomp", "advcl") if thing.lower_ in ("on", "upon") else ("xcomp",)
    return next((c for c in verb.children if c.dep_ in deps and c.i > thing.i and _infinitive(c)), None)


def _addressed(verb: Token, infinitive: Token) -> Token:
    """Who is to do what somebody urges, where named behind the verb ('urged voters to stay'): a part of what is urged.

    Not after "tell": there the object is only who listens.
    """
    urged = (c for c in verb.children if c.dep_ == "dobj" and verb.i < c.i < infinitive.i)
    return infinitive if verb.lemma_.lower() == "tell" else next(urged, infinitive)


def _raised(verb: Token) -> list[Run]:
    """The subject of a passive verb, which belongs to what is reported ('the plant is expected to close')."""
    subject = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    return trimmed(verb.doc, subject.left_edge.i, subject.right_edge.i) if subject is not None else []


def _holds_infinitive(doc: Doc, first: int, last: int) -> bool:
    return any(t.tag_ == "TO" for t in doc[first : last + 1])


def _named_before(verb: Token) -> list[Run]:
    """What is named, where it stands before the verb ('what she called a farce', 'a plan he calls dead')."""
    if any(c.dep_ == "dobj" and c.i > verb.i for c in verb.children):
        return []
    if any(c.dep_ == "nsubjpass" for c in verb.children):
        return _raised(verb)
    asked = next((c for c in verb.children if c.i < verb.i and c.tag_ in ("WP", "WDT") and c.dep_ != "nsubj"), None)
    if verb.dep_ == "relcl" and verb.head.i < verb.i:
        last = asked.i if asked is not None else verb.left_edge.i - 1
        return trimmed(verb.doc, verb.head.left_edge.i, last)
    return trimmed(verb.doc, asked.i, asked.i) if asked is not None else []


def _that_of(clause: Token, first: int) -> int:
    """Where a clause begins: at its "that", which leaves out whom and when it was said before it."""
    that = next((c for c in clause.children if c.dep_ == "mark" and c.lower_ in ("that", "whether")), None)
    if that is not None:
        return max(that.i, first)
    for token in clause.doc[first : clause.i]:
        if token.pos_ in ("VERB", "AUX") or (token.lower_ == "that" and token.i == first):
            return first
        if token.lower_ == "that" and token.tag_ == "IN" and clause.doc[first].pos_ in ("ADP", "NOUN", "PROPN"):
            return token.i
    return first


def _bare(participle: Token) -> bool:
    """Whether nobody is said to do what a participle says: neither "by" nor a subject."""
    return participle.tag_ == "VBN" and not any(c.dep_ in ("agent", "nsubj") for c in participle.children)


def _infinitive(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.tag_ == "TO" for c in verb.children)


def _object_end(verb: Token, thing: Token) -> int:
    end = thing.right_edge.i
    for second in thing.conjuncts:
        if second.tag_ in ("VBD", "VBZ", "VBP") and second.i > thing.i:
            end = min(end, second.left_edge.i - 1)
    for child in verb.children:
        if child.i <= thing.i:
            continue
        if child.dep_ in ("oprd", "xcomp") or (child.dep_ in ("prep", "advcl") and child.lower_ in ("as", "of", "for")):
            end = max(end, child.right_edge.i)
    return _name_behind(verb, end)


def _name_behind(verb: Token, last: int) -> int:
    """The last token of what somebody or something is called, where the parser left it out behind token `last`."""
    doc, follow = verb.doc, last + 1
    if follow >= len(doc) or doc[follow].sent != verb.sent:
        return last
    if doc[follow].lower_ == "as" and doc[follow].dep_ == "prep" and verb.lemma_.lower() in cues.NAMING | cues.CALLING:
        return doc[follow].right_edge.i
    if doc[follow].is_quote and verb.lemma_.lower() in cues.CALLING:
        return next((t.i for t in doc[follow + 2 : follow + _LONGEST_NAME] if t.is_quote), last)
    return last


def _taken_for(verb: Token, thing: Token) -> int:
    """The last token of what somebody is spoken of as ('referred to him as a friend'), -1 where there is none."""
    named = (c for c in verb.children if c.dep_ == "prep" and c.lower_ == "as" and c.i > thing.i)
    return next((c.right_edge.i for c in named), -1)


def _own_end(verb: Token, clause: Token, first: int) -> int:
    """The last token of a reported clause, without what the parser hung on it that goes on from the cue instead."""
    last = clause.right_edge.i
    for second in clause.conjuncts:
        place = second.left_edge.i
        bare = not any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in second.children)
        alike = second.tag_ == verb.tag_ or (verb.tag_ == "VBN" and second.tag_ in ("VBD", "VBN"))
        new = clause.tag_ != second.tag_ or second.lemma_.lower() in cues.SAYING | cues.NAMING | cues.CALLING
        if bare and alike and place > clause.i and new:
            last = min(last, place - 1)
    return _without_aside(verb.doc, first, last)


def _without_apposition(doc: Doc, thing: Token, last: int) -> int:
    """The last token of an object without what a comma adds to its end in the reporter's own words."""
    for child in thing.subtree:
        if child.dep_ != "appos" or child.right_edge.i != last or child.left_edge.i <= thing.i + 1:
            continue
        before = child.left_edge.i - 1
        while doc[before].is_quote and before > thing.i:
            before -= 1
        if doc[before].text in (",", "—", "–", "-", "--"):
            return before - 1
    return last


def _without_occasion(thing: Token, last: int) -> int:
    """The last token of what is judged or called for, without the words that say where ("in an interview")."""
    doc = thing.doc
    for place in range(last, thing.i, -1):
        if doc[place].dep_ == "prep" and doc[place].right_edge.i == last and doc[place].lower_ in ("in", "during"):
            told = next((c for c in doc[place].children if c.dep_ == "pobj"), None)
            return place - 1 if told is not None and told.lemma_.lower() in OCCASIONS else last
    return last


def _without_aside(doc: Doc, first: int, last: int) -> int:
    """The last token of a complement without the relative clause or comparison that a comma hangs on its end."""
    for place in range(first + 3, last):
        if doc[place].text != ",":
            continue
        opens = place + 2 if doc[place + 1].is_quote and place + 2 <= last else place + 1
        after = doc[opens]
        clause = next(
            (t for t in (after, *after.ancestors) if t.dep_ in ("relcl", "advcl") and t.left_edge.i >= place), None
        )
        if (
            clause is None
            or clause.right_edge.i < last
            or clause.head.i < first
            or not place < clause.left_edge.i <= opens
        ):
            continue
        if clause.dep_ == "relcl" and any(t.tag_ in ("WDT", "WP", "WP$", "WRB") for t in doc[opens : opens + 3]):
            return place - 1
        if clause.dep_ == "advcl" and after.tag_ == "VBG":
            return place - 1
    return last


def _around(verb: Token, sentence: Tokens, subject: Token | None) -> list[Run]:
    """The sentence without the clause that reports it: one run, or two where that clause stands in the middle."""
    doc = verb.doc
    first = verb.i
    if subject is not None and subject.head == verb:
        first = min(first, subject.left_edge.i)
    for child in verb.children:
        if child.dep_ in ("aux", "auxpass", "neg", "advmod") and child.i < verb.i:
            first = min(first, child.i)
    last = verb.i
    for child in verb.children:
        if child.dep_ in ("nsubj", "dobj", "dative", "prep", "npadvmod", "advmod", "prt", "advcl") and child.i > verb.i:
            last = max(last, child.right_edge.i)
    runs = trimmed(doc, sentence.start, first - 1)
    tail = trimmed(doc, last + 1, sentence.end - 1)
    if last + 1 < sentence.end and doc[last + 1].text == "," and tail:
        scene = doc[sentence.start].tag_ in ("VBG", "VBN") and not any(
            t.tag_ in _FINITE for t in doc[sentence.start : first]
        )
        return tail if scene else runs + tail
    return runs


def _according(token: Token, sentence: Tokens) -> Iterator[Attribution]:
    doc = token.doc
    to = doc[token.i + 1]
    head = next((t for t in to.children if t.dep_ == "pobj"), None)
    if head is None:
        return
    last = head.right_edge.i
    runs = trimmed(doc, sentence.start, token.i - 1) + trimmed(doc, last + 1, sentence.end - 1)
    if runs:
        cue = (token.idx, to.idx + len(to.text))
        yield Attribution(runs, cue, source_run(head), head.i)


def _in_words_of(words: Token, sentence: Tokens) -> Iterator[Attribution]:
    """What stands beside 'in Roe's words' or 'in the words of Roe'."""
    owners = [c for c in words.children if c.dep_ == "poss"]
    owners += [o for c in words.children if c.lower_ == "of" for o in c.children if o.dep_ == "pobj"]
    owner = next((o for o in owners if o.lower_ not in ("other", "their", "our")), None)
    if owner is None:
        return
    doc, first, last = words.doc, words.head.i, max(words.i, owner.right_edge.i)
    edges = {doc[place].text for place in (first - 1, last + 1) if sentence.start <= place < sentence.end}
    if "," not in edges:
        return  # 'It was summed up in the words of Roe'
    runs = trimmed(doc, sentence.start, first - 1) + trimmed(doc, last + 1, sentence.end - 1)
    if runs:
        yield Attribution(runs, run_of([words.head, words]), source_run(owner, words), owner.i)
