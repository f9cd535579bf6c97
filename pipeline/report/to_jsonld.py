"""annotations.jsonld and claims.jsonld: the findings as W3C Web Annotations, the ledgers in schema.org's terms.

No ClaimReview is made: that is a verdict, and a verdict is for a person to sign.
"""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

from pipeline.report.index import Index

_AROUND = 32
"""Characters before and after the words in a quote selector."""


def annotations_jsonld(report: dict[str, Any]) -> bytes:
    """An AnnotationPage (W3C Web Annotation Data Model, 2017) with position and quote selectors on every finding.

    Positions are Unicode code points of the file as read.
    """
    index = Index(report)
    page = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": _urn(report["story"]),
        "type": "AnnotationPage",
        "items": [_annotation(index, f) for f in report["flags"]],
    }
    return _bytes(page)


def _annotation(index: Index, flag: dict[str, Any]) -> dict[str, Any]:
    comment = {"type": "TextualBody", "purpose": "commenting", "format": "text/plain", "language": "en"}
    tag = {"type": "TextualBody", "purpose": "tagging"}
    return {
        "id": _urn(index.report["story"], flag["id"]),
        "type": "Annotation",
        "motivation": "assessing",
        "body": [
            comment | {"value": flag["message"]},
            tag | {"value": flag["severity"]},
            tag | {"value": f"{flag['code']} {flag['name']}"},
        ],
        "target": [_target(index, flag), *(_target(index, e) for e in flag["evidence"])],
    }


def _target(index: Index, at: dict[str, Any]) -> dict[str, Any]:
    before, after = _around(index, at)
    position = {"type": "TextPositionSelector", "start": at["start"], "end": at["end"]}
    words = {"type": "TextQuoteSelector", "exact": at["text"], "prefix": before, "suffix": after}
    return {"source": quote(at["file"], errors="surrogateescape"), "selector": [position, words]}


def _around(index: Index, at: dict[str, Any]) -> tuple[str, str]:
    """The words before and after, within the block."""
    number = index.block(at["doc"], at["start"])
    if number is None:
        return "", ""
    block = index.documents[at["doc"]]["blocks"][number]
    start, end = at["start"] - block["start"], at["end"] - block["start"]
    return block["text"][max(0, start - _AROUND) : max(0, start)], block["text"][end : end + _AROUND]


def claims_jsonld(report: dict[str, Any]) -> bytes:
    """A schema.org graph: each article a NewsArticle, each statement a Claim, each quotation a Quotation."""
    story = report["story"]
    graph = [
        *(_article(story, d) for d in report["documents"]),
        *(_claim(story, c) for c in report["claims"]),
        *(_quotation(story, q) for q in report["quotes"]),
    ]
    return _bytes({"@context": "https://schema.org", "@graph": graph})


def _article(story: str, document: dict[str, Any]) -> dict[str, Any]:
    article = {
        "@type": "NewsArticle",
        "@id": _urn(story, document["doc"]),
        "headline": document["title"],
        "datePublished": document["published"]["value"] if document["published"]["basis"] != "inferred" else None,
        "publisher": {"@type": "Organization", "name": document["publisher"]} if document["publisher"] else None,
        "url": document["url"],
        "inLanguage": document["language"],
    }
    return {k: v for k, v in article.items() if v is not None}


def _claim(story: str, claim: dict[str, Any]) -> dict[str, Any]:
    made = {
        "@type": "Claim",
        "@id": _urn(story, claim["id"]),
        "text": claim["reads"],
        "appearance": {"@id": _urn(story, claim["doc"])},
        "author": _speaker(claim["speaker"]),
        "temporalCoverage": _interval(claim["date"]),
    }
    return {k: v for k, v in made.items() if v is not None}


def _quotation(story: str, quotation: dict[str, Any]) -> dict[str, Any]:
    made = {
        "@type": "Quotation",
        "@id": _urn(story, quotation["id"]),
        "text": quotation["text"],
        "isPartOf": {"@id": _urn(story, quotation["doc"])},
        "spokenByCharacter": _speaker(quotation["speaker"]),
        "temporalCoverage": _interval(quotation["date"]),
    }
    return {k: v for k, v in made.items() if v is not None}


def _speaker(speaker: dict[str, Any] | None) -> dict[str, str] | None:
    """The speaker, where one is named."""
    if speaker is None or speaker["kind"] not in ("named", "organisation"):
        return None
    return {"@type": "Person" if speaker["kind"] == "named" else "Organization", "name": speaker["name"]}


def _interval(date: dict[str, Any] | None) -> str | None:
    """ISO 8601 interval of the days a date can mean; an open end is `..`."""
    if date is None or not (date["earliest"] or date["latest"]):
        return None
    return f"{date['earliest'] or '..'}/{date['latest'] or '..'}"


def _urn(*parts: str) -> str:
    return ":".join(("urn:crosscheck", *(quote(p, safe="", errors="surrogateescape") for p in parts)))


def _bytes(data: dict[str, Any]) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "backslashreplace")
