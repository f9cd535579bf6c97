"""Rules over a story, and the ids that let a finding be found again."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from pipeline.flag.cases import Case
from pipeline.flag.rules import RULES, Rule
from pipeline.flag.weights import asked_once, weighed
from pipeline.model import Finding, Flag, Place, short_id
from pipeline.settings import Settings
from pipeline.text import key, words

__all__ = ["CODES", "RULES", "Case", "Rule", "flag"]

CODES = frozenset(rule.CODE for rule in RULES)
_ANCHOR_WORDS = 3


def flag(case: Case, settings: Settings) -> tuple[Flag, ...]:
    """Every rule that is switched on, over one story; sorted by file, start, end, code."""
    severity = dict(settings.severity)
    found: dict[tuple[str, str, int, int], Flag] = {}
    for rule in RULES:
        if rule.CODE in settings.off:
            continue
        for raised in rule.check(case):
            finding = weighed(case, rule.CODE, raised)
            if finding is None:
                continue
            made = _flag(rule, finding, severity.get(rule.CODE))
            place = (rule.CODE, finding.at.file, finding.at.start, finding.at.end)
            found[place] = _merged(found[place], made) if place in found else made
    ordered = sorted(found.values(), key=lambda f: (f.at, f.code))
    return _with_ids(case, asked_once(case, ordered, severity))


def _flag(rule: Rule, finding: Finding, severity: str | None) -> Flag:
    evidence = tuple(sorted(set(finding.evidence), key=lambda p: (p.at, p.role, p.doc)))
    level = severity or finding.severity or rule.SEVERITY
    return Flag("", "", rule.CODE, rule.NAME, level, finding.doc, finding.at, finding.message, evidence)


def _merged(one: Flag, other: Flag) -> Flag:
    """Two findings of one rule at one place are one flag: the graver one's words, the evidence of both."""
    graver = max((one, other), key=lambda f: (("note", "warning", "error").index(f.severity), f is one))
    evidence = tuple(sorted({*one.evidence, *other.evidence}, key=lambda p: (p.at, p.role, p.doc)))
    return replace(graver, evidence=evidence)


def _with_ids(case: Case, flags: list[Flag]) -> tuple[Flag, ...]:
    """Ids from what outlives small edits: code, part, and the longest words of the sentence, never offsets.

    Long words stand in for rare ones: their choice depends on the sentence alone, so an article that joins the story
    changes no id. Figures are left out, since they are what is mended most. Equal anchors are told apart by order.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    named = []
    for f in flags:
        anchor = (f.code, f.doc, *_anchor(case.sentence(f.doc, f.at).text))
        seen[anchor] += 1
        digest = short_id("d", f.at.text, *(part for p in f.evidence for part in _worded(p)))
        named.append(replace(f, id=short_id(f.code.lower(), *anchor, seen[anchor]), digest=digest))
    return tuple(named)


def _worded(place: Place) -> tuple[str, str, str]:
    return place.role, place.at.file, place.at.text


def _anchor(sentence: str) -> tuple[str, ...]:
    plain = {w for _, _, w in words(key(sentence)) if w.isalpha()}
    return tuple(sorted(sorted(plain, key=lambda w: (-len(w), w))[:_ANCHOR_WORDS]))
