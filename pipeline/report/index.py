"""What stands where and who says it: the lookups that every readable format needs, in words."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import Any

from pipeline.timex import day_words, interval_words

SEVERITIES = ("error", "warning", "note")
WHOLE = frozenset({"D001", "I001", "I005"})
"""Codes that stand on the headline and are about the whole article."""
SET_ASIDE = frozenset({"teaser", "boilerplate", "repeat"})
"""Kinds of block that a reader of the annotated copy may skip."""

_LONGEST_NAME = 60
_QUOTED = re.compile(r"“((?:[^“”]|“[^“”]*”)*)”")
_INTRODUCED = re.compile(r"(?:, which has|:) $")
_ENDS = "…. ,;"
_LONG = 25
_SHORT = 60
_LINE = 180
_TOLD = re.compile(r"“[^”]*”|(\d{4}-\d\d-\d\d)(?![\w-])|([^\s“”\"(),;]+)")


class Index:
    """A report, looked up. Articles are numbered from 1 in the report's order, paragraphs from 1 in each article."""

    def __init__(self, report: dict[str, Any]) -> None:
        self.report = report
        self.documents: dict[str, dict[str, Any]] = {d["doc"]: d for d in report["documents"]}
        self.number = {doc: n for n, doc in enumerate(self.documents, 1)}
        self.claims: dict[str, dict[str, Any]] = {c["id"]: c for c in report["claims"]}
        self.quotes: dict[str, dict[str, Any]] = {q["id"]: q for q in report["quotes"]}
        self.flags: dict[str, dict[str, Any]] = {f["id"]: f for f in report["flags"]}

    @cached_property
    def flags_of(self) -> dict[str, list[dict[str, Any]]]:
        """The findings of each article, in order."""
        return _by_doc(self.report["flags"])

    @cached_property
    def claims_of(self) -> dict[str, list[dict[str, Any]]]:
        """The claims of each article, in order."""
        return _by_doc(self.report["claims"])

    @cached_property
    def quotes_of(self) -> dict[str, list[dict[str, Any]]]:
        """The quotations of each article, in order."""
        return _by_doc(self.report["quotes"])

    @cached_property
    def pointed_at(self) -> dict[str, set[tuple[int, int]]]:
        """By article, the places that some part of a report points to: start and end."""
        report = self.report
        places = [*report["claims"], *report["quotes"], *report["figures"], *report["flags"]]
        places += [e for f in report["flags"] for e in f["evidence"]]
        places += [p for row in report["house_style"] for p in row["places"]]
        places += [{"doc": c["later" if c["new"] else "earlier"]} | (c["new"] or c["old"]) for c in self._changes]
        places += [m for e in report["entities"] for m in first_mentions(e)]
        found: dict[str, set[tuple[int, int]]] = {}
        for at in places:
            found.setdefault(at["doc"], set()).add((at["start"], at["end"]))
        return found

    @property
    def _changes(self) -> list[dict[str, Any]]:
        return [change for versions in self.report["versions"] for change in versions["changes"]]

    @cached_property
    def links(self) -> dict[frozenset[str], dict[str, Any]]:
        """The link between two claims, whichever way round."""
        return {frozenset((k["left"], k["right"])): k for k in self.report["links"]}

    @cached_property
    def variants(self) -> dict[frozenset[str], dict[str, Any]]:
        """The variant between two quotations, whichever way round."""
        return {frozenset((v["left"], v["right"])): v for v in self.report["variants"]}

    @cached_property
    def claim_number(self) -> dict[str, int]:
        """The claim's row in the ledger, from 1."""
        return {claim: n for n, claim in enumerate(self.claims, 1)}

    @cached_property
    def quote_number(self) -> dict[str, int]:
        """The quotation's row in the ledger, from 1."""
        return {quote: n for n, quote in enumerate(self.quotes, 1)}

    @cached_property
    def _starts(self) -> dict[str, list[int]]:
        return {doc: [b["start"] for b in d["blocks"]] for doc, d in self.documents.items()}

    @cached_property
    def _names(self) -> dict[str, list[str]]:
        return {doc: list(_block_names(d["blocks"])) for doc, d in self.documents.items()}

    def block(self, doc: str, start: int) -> int | None:
        """Which block of the article, from 0, the file offset `start` lies in or follows; None in no known article."""
        starts = self._starts.get(doc)
        return max(0, bisect_right(starts, start) - 1) if starts else None

    def paragraph(self, doc: str, start: int) -> str:
        """Where in the article in words: `¶ 4`, `headline`, `caption`."""
        block = self.block(doc, start)
        return "" if block is None else self._names[doc][block]

    def source(self, doc: str) -> str:
        """The publication, else the article by its number."""
        publisher = self.documents[doc]["publisher"] if doc in self.documents else None
        return clip(publisher, _LONGEST_NAME) if publisher else self.article(doc)

    def trusted(self, doc: str) -> bool:
        """Whether the desk takes the word of this article's source first."""
        return doc in self.documents and bool(self.documents[doc]["trusted"])

    def standing(self, doc: str) -> tuple[bool, bool]:
        """By what the words of an article come before those of others: the record first, then trusted sources."""
        return doc not in self.documents or self.documents[doc]["role"] != "primary", not self.trusted(doc)

    def article(self, doc: str) -> str:
        """`Article 3`, or what the report calls a document that it does not hold."""
        return f"Article {self.number[doc]}" if doc in self.number else doc

    def title(self, doc: str) -> str:
        """The headline, else how the article begins, in quotation marks."""
        document = self.documents[doc]
        if document["title"]:
            return str(document["title"])
        body = next((b["text"] for b in document["blocks"] if b["kind"] == "body"), "")
        return f"“{clip(body, _LONGEST_NAME)}”" if body.strip() else str(document["file"])

    def counts(self, doc: str) -> list[tuple[str, int]]:
        """The article's findings by severity, the gravest first."""
        flags = [f for f in self.flags_of.get(doc, ()) if not f["suppressed"]]
        return [(s, sum(f["severity"] == s for f in flags)) for s in SEVERITIES]

    def family(self, origin: str) -> str:
        """An origin family as a reader knows it: an agency by its name, an article's own by its number."""
        return self.source(origin) if origin in self.documents else origin

    def told(self, text: str) -> str:
        """A sentence of ours in the page's words: `a.txt#1` becomes `Article 1`, `person:jane-roe` her name and a day
        `4 March 2021`. What stands in quotation marks is another's and stays."""
        return _TOLD.sub(self._told, text)

    def context(self, at: dict[str, Any]) -> tuple[str, str, str]:
        """What stands before it, the words, and what stands after, in one line: short words within their quotation
        or statement, long ones by themselves."""
        words = " ".join(at["text"].split())
        if len(words) > _SHORT:
            return "", clip(words, _LINE), ""
        rows = (*self.quotes_of.get(at["doc"], ()), *self.claims_of.get(at["doc"], ()))
        around = [
            r for r in rows if r["start"] <= at["start"] and at["end"] <= r["end"] and len(r["text"]) > len(words)
        ]
        if not around:
            return "", words, ""
        row = min(around, key=lambda r: (r["end"] - r["start"], r["start"]))
        before = row["text"][: at["start"] - row["start"]]
        after = row["text"][at["end"] - row["start"] :]
        return _tail(before, _LINE // 3), words, _head(after, _LINE)

    def beside(self, flag: dict[str, Any]) -> str:
        """A finding's message for where its words and those they are held against stand beside it.

        `“...”` becomes `this` where it quotes just its own words; where it quotes the others', it goes with what
        introduces it, or becomes `that`.
        """
        message = _without(flag["message"], flag["text"], "this")
        for rival in flag["evidence"]:
            if rival["role"] == "conflicts":
                message = _without(message, rival["text"], "that")
        return self.told(message[:1].upper() + message[1:])

    def _told(self, match: re.Match[str]) -> str:
        day, token = match[1], match[2]
        if day:
            return day_words(day)
        if not token:
            return match[0]
        name = token.rstrip(".:")
        return self._called.get(name, name) + token[len(name) :]

    @cached_property
    def _called(self) -> dict[str, str]:
        single = {d["file"]: self.article(doc) for doc, d in self.documents.items() if d["parts"] == 1}
        names = {e["entity"]: e["name"] for e in self.report["entities"]}
        return names | single | {doc: self.article(doc) for doc in self.documents}

    def published(self, doc: str) -> str:
        """When the article appeared, in a few words; `undated` where that is only implied."""
        published = self.documents[doc]["published"] if doc in self.documents else None
        return "undated" if published is None or published["basis"] == "inferred" else published_words(published)

    def published_in_full(self, doc: str) -> str:
        """When the article appeared, or what implies it, in words."""
        return published_words(self.documents[doc]["published"])

    def href(self, at: dict[str, Any]) -> str:
        """The anchor of a place in the annotated copy."""
        return f"s{self.number.get(at['doc'], 0)}-{at['start']}-{at['end']}"


def _without(message: str, text: str, pointer: str) -> str:
    """The message with the place where it quotes a long text, whole or cut, replaced by a word that points to it."""
    line = " ".join(text.split())
    for quoted in _QUOTED.finditer(message):
        words = quoted[1].rstrip(_ENDS)
        whole = quoted[1].endswith("…") or words == line.rstrip(_ENDS)
        if len(words) >= _LONG and whole and line.startswith(words):
            before, after = message[: quoted.start()], message[quoted.end() :]
            if pointer == "that" and (told := _INTRODUCED.search(before)):
                return before[: told.start()] + after
            return before + pointer + after
    return message


def first_mentions(entity: dict[str, Any]) -> list[dict[str, Any]]:
    """The first place in each article where an entity is named."""
    return list({m["doc"]: m for m in reversed(entity["mentions"])}.values())[::-1]


def _by_doc(rows: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        found.setdefault(row["doc"], []).append(row)
    return found


def _block_names(blocks: list[dict[str, Any]]) -> list[str]:
    """Body blocks count as paragraphs; the others go by their kind."""
    names, paragraph = [], 0
    for block in blocks:
        if block["kind"] == "body":
            paragraph += 1
        names.append(f"¶ {paragraph}" if block["kind"] == "body" else block["kind"].replace("-", " "))
    return names


def published_words(published: dict[str, Any]) -> str:
    """A publication date in words: what is known to the day, what is implied, or `undated`."""
    if published["value"] and published["basis"] != "inferred":
        return day_words(published["value"])
    words = interval_words(published["earliest"], published["latest"])
    return f"undated; {words} is implied" if published["basis"] == "inferred" and words != "undated" else words


def date_words(when: dict[str, Any] | None) -> str:
    """A date in words; empty where there is none."""
    if when is None:
        return ""
    words = interval_words(when["earliest"], when["latest"])
    if words != "undated":
        return words
    return "unresolved" if when["status"] == "unresolved" else str(when["value"])


def clip(text: str, most: int) -> str:
    """The text in one line of at most `most` characters, cut between words where that is possible.

    >>> clip("one two three", 9), clip("one", 9)
    ('one two…', 'one')
    """
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    cut = line.rfind(" ", most // 2, most)
    return line[: cut if cut > 0 else most - 1].rstrip(" ,;:-–—") + "…"


def _head(text: str, most: int) -> str:
    """The beginning of a text, its own first space kept."""
    return (" " if text[:1].isspace() else "") + clip(text, most)


def _tail(text: str, most: int) -> str:
    """The end of a text, its own last space kept."""
    line = " ".join(text.split())
    if len(line) > most:
        cut = line.find(" ", len(line) - most)
        line = "…" + line[cut + 1 if cut >= 0 else len(line) - most :]
    return line + (" " if line and text[-1:].isspace() else "")


def many(n: int, noun: str) -> str:
    """A count with its noun.

    >>> many(1, "article"), many(2, "article")
    ('1 article', '2 articles')
    """
    return f"{n} {noun}{'' if n == 1 else 's'}"
