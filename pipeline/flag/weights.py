"""What roles and versions of articles mean for findings, whatever the rule.

The newest version of an article is the one that is judged: on an older one only its own reading and what became of it
are told, and nobody is held against it. A primary source is the record: what an article has to be asked for (a second
source, a speaker, a date) it is not, and a conflict with it is the article's. What was withdrawn warns nobody.
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.flag.cases import Case
from pipeline.model import Finding

_OF_OLDER = frozenset({"C005", "D001"})
_OF_ARTICLES = frozenset({"C002", "C003", "C006", "C007", "C008", "D003", "Q001", "Q002", "Q003", "Q006"})


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
