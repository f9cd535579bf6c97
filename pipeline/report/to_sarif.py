"""report.sarif: the findings as SARIF 2.1.0 (OASIS), for editors and code hosts that show such files.

Regions are character offsets in Unicode code points (`columnKind`), as everywhere in the report. The finding's id is
its fingerprint, so that a viewer knows it again in the next run.
"""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

from pipeline import __version__
from pipeline.report.index import Index

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROLES = {
    "conflicts": "What speaks against it",
    "supports": "What speaks for it",
    "near-miss": "Close, not the same",
    "context": "See also",
}


def to_sarif(report: dict[str, Any]) -> bytes:
    """One run with every finding, rule and file."""
    index = Index(report)
    codes = sorted(report["summary"]["codes"])
    run = {
        "tool": {"driver": _driver(report, codes)},
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": _file(f)} for f in sorted({d["file"] for d in report["documents"]})],
        "results": [_result(index, f, codes) for f in report["flags"]],
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": _notices(report)}],
        "properties": {"story": report["story"]},
    }
    sarif = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return (json.dumps(sarif, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "backslashreplace")


def _driver(report: dict[str, Any], codes: list[str]) -> dict[str, Any]:
    names = {f["code"]: f["name"] for f in report["flags"]}
    rules = [_rule(code, names[code], report["rules"].get(code)) for code in codes]
    return {"name": "crosscheck", "semanticVersion": __version__, "rules": rules}


def _rule(code: str, name: str, told: dict[str, str] | None) -> dict[str, Any]:
    rule: dict[str, Any] = {"id": code, "name": name.title().replace("-", "")}
    if told:
        rule["shortDescription"] = {"text": told["title"]}
        rule["fullDescription"] = {"text": told["what"]}
        rule["help"] = {"text": f"Why it matters: {told['why']}\n\nWhat is not flagged: {told['not']}"}
        rule["defaultConfiguration"] = {"level": told["severity"]}
    return rule


def _result(index: Index, flag: dict[str, Any], codes: list[str]) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": flag["code"],
        "ruleIndex": codes.index(flag["code"]),
        "level": flag["severity"],
        "message": {"text": flag["message"]},
        "locations": [{"physicalLocation": _place(flag)}],
        "relatedLocations": [
            {
                "id": n,
                "physicalLocation": _place(e),
                "message": {"text": f"{_ROLES[e['role']]}: {index.source(e['doc'])}, {index.published(e['doc'])}"},
            }
            for n, e in enumerate(flag["evidence"], 1)
        ],
        "partialFingerprints": {"crosscheckFinding/v1": flag["id"], "crosscheckDigest/v1": flag["digest"]},
        "properties": {"article": flag["doc"]},
    }
    if flag["suppressed"]:
        result["suppressions"] = [{"kind": "external", "justification": flag["suppressed"]}]
    return result


def _place(at: dict[str, Any]) -> dict[str, Any]:
    region = {
        "charOffset": at["start"],
        "charLength": at["end"] - at["start"],
        "snippet": {"text": at["text"]},
    }
    return {"artifactLocation": _file(at["file"]), "region": region}


def _file(file: str) -> dict[str, str]:
    return {"uri": quote(file, errors="surrogateescape"), "uriBaseId": "STORY"}


def _notices(report: dict[str, Any]) -> list[dict[str, Any]]:
    """What was not read, as notifications."""
    return [
        {"level": "warning", "message": {"text": f"{s['path']}: {s['reason']} ({s['stage']})"}}
        for s in report["skipped"]
    ]
