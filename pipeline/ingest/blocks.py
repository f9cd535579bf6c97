"""Every paragraph of an article gets the job it has on the page. Where it is not sure, it is body."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.ingest import credits, quoted, shapes
from pipeline.ingest.pieces import Piece, ends_sentence, same
from pipeline.model import Block, Span

JUDGED = frozenset({"headline", "body", "caption", "pull-quote"})
_LEAD_WORDS = 25
_REPEAT_WORDS = 4


@dataclass(slots=True)
class _Label:
    """A label in the making. `joined`: the piece belongs to the block before it."""

    kind: str
    because: str
    first: int | None = None
    joined: bool = False


def label(file: str, text: str, pieces: Sequence[Piece], title: str | None = None) -> tuple[Block, ...]:
    """The blocks of one article, in order. `text`: that of the whole file; `title`: the headline in the manifest."""
    labels = [_Label(*(shapes.shape(p) or ("body", ""))) for p in pieces]
    lead = find_lead(pieces, [x.kind for x in labels])
    headline = _headline(pieces, labels, lead, title)
    _head(pieces, labels, headline, lead)
    _inner(pieces, labels, lead)
    _tail(pieces, labels, lead)
    _pull_quotes(pieces, labels)
    _repeats(pieces, labels)
    return tuple(_blocks(file, text, pieces, labels))


def find_lead(pieces: Sequence[Piece], kinds: Sequence[str]) -> int:
    """Where the article's prose begins: its first paragraph that is no title and no caption; 0 where none is found."""
    for i, (piece, kind) in enumerate(zip(pieces, kinds, strict=True)):
        if kind == "body" and _is_prose(piece) and not shapes.depicts(piece):
            return i
    return 0


def _is_prose(piece: Piece) -> bool:
    stopped = ends_sentence(piece.text) and not piece.text.endswith(("?", "!", ":"))
    return piece.size > _LEAD_WORDS or (piece.size >= 10 and stopped)


def _headline(pieces: Sequence[Piece], labels: list[_Label], lead: int, title: str | None) -> int:
    """Label the headline; its index, or -1 where there is none."""
    wanted = same(title) if title else None
    for i, piece in enumerate(pieces[: lead + 1]):
        if wanted and same(piece.text) == wanted:
            labels[i] = _Label("headline", "equals the title in the manifest")
            return i
    if len(pieces) < 2:
        return -1
    open_ = [i for i in range(lead) if labels[i].kind in ("body", "teaser") and shapes.is_title_like(pieces[i])]
    long = [i for i in open_ if pieces[i].size >= 4]
    for i in long[:1] or open_[:1]:
        labels[i] = _Label("headline", "the first short line, above the prose")
        return i
    first = next((i for i in range(len(pieces)) if labels[i].kind == "body"), -1)
    if 0 <= first < len(pieces) - 1 and 3 <= pieces[first].size <= 25 and _is_stopped_title(pieces[first]):
        labels[first] = _Label("headline", "the first line, capitalised as a title")
        return first
    return -1


def _is_stopped_title(piece: Piece) -> bool:
    return shapes.is_titled(piece.text) and piece.text[-1] not in ",:"


def _head(pieces: Sequence[Piece], labels: list[_Label], headline: int, lead: int) -> None:
    """What stands before the prose: section names, decks, lines of names, captions."""
    decks = 0
    for i in range(lead):
        piece = pieces[i]
        if labels[i].kind != "body":
            continue
        if i < headline and piece.size <= 3 and not ends_sentence(piece.text):
            labels[i] = _Label("boilerplate", "a short line above the headline: a section's name or a menu")
        elif 0 <= headline < i <= headline + 3 and 2 <= piece.size <= 8 and credits.is_signature(piece):
            labels[i] = _Label("byline", "a line of names under the headline")
        elif why := shapes.depicts(piece):
            labels[i] = _Label("caption", f"{why}; stands above the prose")
        elif i > headline >= 0 and decks < 2 and shapes.is_title_like(piece):
            decks += 1
            labels[i] = _Label("headline", "a line under the headline")


def _inner(pieces: Sequence[Piece], labels: list[_Label], lead: int) -> None:
    """Sub-headings: short lines without a stop between paragraphs of prose."""
    for i in range(lead + 1, len(pieces) - 1):
        before, piece, after = pieces[i - 1], pieces[i], pieces[i + 1]
        if (
            labels[i].kind == "body"
            and piece.size <= 12
            and shapes.is_title_like(piece)
            and piece.text[0] not in "\"'“‘«("
            and piece.text[-1] not in "?!"
            and labels[i - 1].kind == labels[i + 1].kind == "body"
            and ends_sentence(before.text)
            and _is_prose(before)
            and _is_prose(after)
            and (piece.gap or after.gap == 0)
        ):
            labels[i] = _Label("headline", "a short line between paragraphs: a sub-heading")


def _tail(pieces: Sequence[Piece], labels: list[_Label], lead: int) -> None:
    """Lists of links after the prose, and under a heading that announces them."""
    listing = False
    last = max((i for i, p in enumerate(pieces) if labels[i].kind == "body" and _is_prose(p)), default=-1)
    for i in range(lead + 1, len(pieces)):
        if labels[i].kind in ("boilerplate", "teaser"):
            listing = True
        elif labels[i].kind == "body" and i > last and listing and shapes.is_title_like(pieces[i]):
            labels[i] = _Label("teaser", "a title in a list of links after the article")
        elif labels[i].kind == "body":
            listing = False


def _pull_quotes(pieces: Sequence[Piece], labels: list[_Label]) -> None:
    """A sentence set apart whose words stand in quotation marks elsewhere; its speaker's line joins it."""
    marked = quoted.find_marked(pieces, [x.kind for x in labels])
    for i, piece in enumerate(pieces):
        if labels[i].kind not in ("body", "caption") or not quoted.could_be_pulled(piece):
            continue
        signed = i + 1 < len(pieces) and labels[i + 1].kind in ("body", "headline") and quoted.is_speaker(pieces[i + 1])
        if quoted.stands_marked(i, piece, marked):
            labels[i] = _Label("pull-quote", "its words stand in quotation marks elsewhere in the article")
        elif signed and quoted.is_all_quote(piece) and piece.gap:
            labels[i] = _Label("pull-quote", "a quotation set apart, its speaker on the line below")
        else:
            continue
        if signed:
            labels[i + 1] = _Label("pull-quote", "", joined=True)


def _repeats(pieces: Sequence[Piece], labels: list[_Label]) -> None:
    """The same words once more: the first place is judged, the others are set aside."""
    seen: dict[str, int] = {}
    for i, piece in enumerate(pieces):
        if labels[i].kind not in JUDGED or labels[i].joined or piece.size < _REPEAT_WORDS:
            continue
        first = seen.setdefault(piece.plain.casefold(), i)
        if first != i:
            labels[i] = _Label("repeat", f"the same words as the {labels[first].kind} before", first)


def _blocks(file: str, text: str, pieces: Sequence[Piece], labels: Sequence[_Label]) -> list[Block]:
    blocks: list[Block] = []
    for i, (piece, x) in enumerate(zip(pieces, labels, strict=True)):
        if x.joined:
            continue
        end = pieces[i + 1].end if i + 1 < len(pieces) and labels[i + 1].joined else piece.end
        first = None if x.first is None else _span(file, pieces[x.first].start, pieces[x.first].text)
        blocks.append(Block(x.kind, _span(file, piece.start, text[piece.start : end]), x.because, first))
    return blocks


def _span(file: str, start: int, text: str) -> Span:
    return Span(file, start, start + len(text), text)
