"""What roles and versions of articles mean for findings, whatever the rule.

The newest version of an article is the one that is judged: on an older one only its own reading and what became of it
are told, and nobody is held against it. A primary source is the record: what an article has to be asked for (a second
source, a speaker, a date) it is not, and a conflict with it is the article's. What was withdrawn warns nobody.

What recurs is marked every time and asked once: where an article says the same again against the same rival (a caption
and its text), the first is as grave as its rule says and the others are notes. So is a quotation that nobody else
carries where the reader is warned of its unnamed speaker already.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from pipeline.flag.cases import Case
from pipeline.model import Finding, Flag, Span
from pipeline.text import key

_OF_OLDER = frozenset({"C005", "D001"})
_OF_ARTICLES = frozenset({"C002", "C003", "C006", "C007", "C008", "D003", "Q001", "Q002", "Q003", "Q006"})
_ASKED_BY = {"Q003": frozenset({"Q001", "Q002"})}
"""Codes that ask the same of an editor where they stand on the same words, by the code that then only notes it."""
_STATEMENT = 5
"""Words under which a place is a detail of its sentence."""


def weighed(case: Case, code: str, finding: Finding) -> Finding | None:
    """The finding as grave as its article and its rivals make it; None where it is none."""
    role = case.document[finding.doc].role
    rivals = {p.doc for p in finding.evidence if p.role == "conflicts" and p.doc != finding.doc}
    if finding.doc in case.older and code[0] != "I" and code not in _OF_OLDER:
        return None
    if rivals and rivals <= case.older:
        return None
    if role == "primary" and code in _OF_ARTICLES:
        return None
    withdrawn = {d.doc for d in case.documents if d.role == "withdrawn"}
    own = {d for d in rivals if case.article[d] == case.article[finding.doc]}
    record = role == "primary" and rivals
    if record or finding.doc in withdrawn or (rivals and rivals <= own | withdrawn):
        return replace(finding, severity="note")
    return finding


def asked_once(case: Case, flags: Sequence[Flag], settled: Collection[str] = ()) -> list[Flag]:
    """The flags in their order, those that ask again what another has asked as notes.

    `settled` are codes whose severity the desk has set itself.
    """
    loud = [f for f in flags if f.severity != "note"]
    asked: set[tuple[str, str, str, str]] = set()
    made = []
    for flag in flags:
        asks = _questions(case, flag) if flag.severity != "note" else set()
        beside = {f.code for f in loud if f.doc == flag.doc and f.at.meets(flag.at)}
        again = (asks and asks <= asked) or beside & _ASKED_BY.get(flag.code, frozenset())
        asked |= asks
        made.append(replace(flag, severity="note") if again and flag.code not in settled else flag)
    return made


def _questions(case: Case, flag: Flag) -> set[tuple[str, str, str, str]]:
    """What a conflict asks, in words: which statement of an article, against which words of another."""
    rivals = [_statement(case, p.doc, p.at) for p in flag.evidence if p.role == "conflicts"]
    here = (flag.code, flag.doc, _statement(case, flag.doc, flag.at))
    return {(*here, there) for there in rivals}


def _statement(case: Case, doc: str, at: Span) -> str:
    """The words of a place; of a few words only, those of its sentence."""
    return key(at.text if len(at.text.split()) >= _STATEMENT else case.sentence(doc, at).text)
