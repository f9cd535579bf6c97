"""The JSON-LD held to what its vocabularies ask, written down here with their sources.

Web Annotation Data Model, W3C Recommendation of 23 February 2017 (https://www.w3.org/TR/annotation-model/), by section.
schema.org, version 29: the properties that NewsArticle, Claim and Quotation have of their own or from CreativeWork, and
the types that the values must be of.
"""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest

from pipeline.report import build
from pipeline.report.to_jsonld import annotations_jsonld, claims_jsonld

IRI = {"type": "string", "pattern": "^[A-Za-z][A-Za-z0-9+.-]*:[!-~]+$"}
BODY = {  # 3.2.4, embedded textual body: exactly one value; format and language at most one; purpose from 3.3.5
    "type": "object",
    "required": ["type", "value"],
    "properties": {
        "type": {"const": "TextualBody"},
        "value": {"type": "string"},
        "format": {"const": "text/plain"},
        "language": {"type": "string", "pattern": "^[a-z]{2}$"},
        "purpose": {"enum": ["commenting", "tagging"]},
    },
}
POSITION = {  # 4.2.5: exactly one start and one end, not negative; the end is not in the segment
    "required": ["start", "end"],
    "properties": {
        "type": {"const": "TextPositionSelector"},
        "start": {"type": "integer", "minimum": 0},
        "end": {"type": "integer", "minimum": 1},
    },
}
QUOTE = {  # 4.2.4: exactly one exact, at most one prefix and one suffix
    "required": ["exact"],
    "properties": {
        "type": {"const": "TextQuoteSelector"},
        "exact": {"type": "string", "minLength": 1},
        "prefix": {"type": "string"},
        "suffix": {"type": "string"},
    },
}
TARGET = {  # 4.1: a specific resource has exactly one source; 4.2: any number of selectors
    "type": "object",
    "required": ["source", "selector"],
    "properties": {
        "source": {"type": "string", "pattern": "^[!-~]+$"},
        "selector": {"type": "array", "minItems": 1, "items": {"oneOf": [POSITION, QUOTE]}},
    },
}
ANNOTATION = {  # 3.1: one or more @context on the page (5.3), exactly one id, a type, one target or more
    "type": "object",
    "required": ["id", "type", "target"],
    "properties": {
        "id": IRI,
        "type": {"const": "Annotation"},
        "motivation": {"enum": ["assessing", "commenting", "linking"]},
        "body": {"type": "array", "items": BODY},
        "target": {"type": "array", "minItems": 1, "items": TARGET},
    },
    "additionalProperties": False,
}
PAGE = {  # 5.3: a page has a type and items; one that is served alone has the context and an id
    "type": "object",
    "required": ["@context", "id", "type", "items"],
    "properties": {
        "@context": {"const": "http://www.w3.org/ns/anno.jsonld"},
        "id": IRI,
        "type": {"const": "AnnotationPage"},
        "items": {"type": "array", "items": ANNOTATION},
    },
    "additionalProperties": False,
}

DAY = {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}
INTERVAL = {"type": "string", "pattern": r"^(\d{4}-\d{2}-\d{2}|\.\.)/(\d{4}-\d{2}-\d{2}|\.\.)$"}
REFERENCE = {"type": "object", "properties": {"@id": IRI}, "required": ["@id"], "additionalProperties": False}
AGENT = {
    "type": "object",
    "properties": {"@type": {"enum": ["Person", "Organization"]}, "name": {"type": "string", "minLength": 1}},
    "required": ["@type", "name"],
    "additionalProperties": False,
}
TEXT = {"type": "string", "minLength": 1}
NODES: dict[str, dict[str, Any]] = {
    "NewsArticle": {
        **{"headline": TEXT, "datePublished": DAY, "publisher": AGENT, "url": {"type": "string"}},
        "inLanguage": {"type": "string"},
    },
    "Claim": {"text": TEXT, "appearance": REFERENCE, "author": AGENT, "temporalCoverage": INTERVAL},
    "Quotation": {"text": TEXT, "isPartOf": REFERENCE, "spokenByCharacter": AGENT, "temporalCoverage": INTERVAL},
}
GRAPH = {
    "type": "object",
    "required": ["@context", "@graph"],
    "properties": {
        "@context": {"const": "https://schema.org"},
        "@graph": {
            "type": "array",
            "items": {
                "oneOf": [
                    {
                        "type": "object",
                        "properties": {"@type": {"const": kind}, "@id": IRI, **properties},
                        "required": ["@type", "@id"],
                        "additionalProperties": False,
                    }
                    for kind, properties in NODES.items()
                ]
            },
        },
    },
    "additionalProperties": False,
}


@pytest.fixture(params=["as it is", "under a name that no address may hold"])
def named(request: pytest.FixtureRequest, story: dict[str, Any], report: dict[str, Any]) -> dict[str, Any]:
    return report if request.param == "as it is" else build("Brücke #1/“2”\n", **story)


def test_the_annotations_keep_to_the_data_model(named: dict[str, Any]) -> None:
    made = json.loads(annotations_jsonld(named))
    assert [e.message for e in jsonschema.Draft202012Validator(PAGE).iter_errors(made)] == []
    for item in made["items"]:
        for target in item["target"]:
            position, words = target["selector"]
            assert position["end"] - position["start"] == len(words["exact"])


def test_the_graph_keeps_to_the_terms_of_schema_org(named: dict[str, Any]) -> None:
    made = json.loads(claims_jsonld(named))
    assert [e.message for e in jsonschema.Draft202012Validator(GRAPH).iter_errors(made)] == []
