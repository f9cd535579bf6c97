"""report.json: the one dict as it is."""

from __future__ import annotations

import json
from typing import Any


def to_json(report: dict[str, Any]) -> bytes:
    """The report as UTF-8 JSON, one value a line.

    A lone surrogate (a file name that is no UTF-8) is written as its JSON escape. Raises ValueError on NaN.
    """
    text = json.dumps(report, ensure_ascii=False, indent=1, allow_nan=False)
    return (text + "\n").encode("utf-8", "backslashreplace")
