"""Every paragraph of an article gets the job it has on the page. Where it is not sure, it is body."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.ingest import credits, furniture, quoted, shapes
from pipeline.ingest.pieces import Piece, ends_sentence
from pipeline.ingest.regions import Region, find_headline, find_region, is_prose
from pipeline.model import Block, Span

JUDGED = frozenset({"headline", "body", "caption", "pull-quote"})
_REPEAT_WORDS = 4
_DECKS = 2
_PICTURED = 3
_ANNOUNCED = "a title under a line that announces links"
_LIST = 5
_MIXED = 0.3
_LINK_WORDS = 20


@dataclass(slots=True)
class _Label:
    """A label in the making. `joined`: the piece belongs to the block before it."""

    kind: str
    because: str
    first: int | None = None
    joined: bool = False


def label(file: str, text: str, pieces: Sequence[Piece], title: str | None = None) -> tuple[Block, ...]:
    """The blocks of one article, in order. `text`: that of the whole file; `title`: the headline in the manifest."""
    found = [shapes.shape(p) for p in pieces]
    kinds = [f[0] if f else None for f in found]
    labels = [_Label(*(f or ("body", ""))) for f in found]
    region = find_region(pieces, kinds)
    headline, because = find_headline(pieces, kinds, region, title)
    if headline >= 0:
        labels[headline] = _Label("headline", because)
    _head(pieces, labels, headline, region)
    _inner(pieces, labels, region)
    _lists(pieces, labels, region)
    _pull_quotes(pieces, labels)
    _repeats(pieces, labels)
    return tuple(_blocks(file, text, pieces, labels))


def _head(pieces: Sequence[Piece], labels: list[_Label], headline: int, region: Region) -> None:
    """What stands before the prose: section names, menus, decks, lines of names, captions."""
    decks = 0
    for i in range(region.lead + 1, min(region.lead + _PICTURED, len(pieces))):
        if labels[i].kind == "body" and (why := shapes.depicts(pieces[i])):
            labels[i] = _Label("caption", f"{why}; stands above the prose")
    for i in range(region.lead):
        piece = pieces[i]
        short = shapes.is_title_like(piece)
        if labels[i].kind != "body":
            continue
        if why := shapes.depicts(piece):
            labels[i] = _Label("caption", f"{why}; stands above the prose")
        elif i < headline and not ends_sentence(piece.text) and (piece.size <= 3 or (region.menu and short)):
            labels[i] = _Label("boilerplate", "a short line above the headline: a section's name or a menu")
        elif 0 <= headline < i <= headline + 3 and credits.is_names(piece):
            labels[i] = _Label("byline", "a line of names under the headline")
        elif 0 <= headline < i <= headline + 4 and decks < _DECKS and short and piece.size >= 4:
            decks += 1
            labels[i] = _Label("headline", "a line under the headline")
        elif region.menu and short and piece.size <= 6:
            labels[i] = _Label("boilerplate", "a short line among the page's own")


def _inner(pieces: Sequence[Piece], labels: list[_Label], region: Region) -> None:
    """Sub-headings: short lines without a stop between paragraphs of prose."""
    for i in range(region.lead + 1, min(region.last, len(pieces) - 1)):
        before, piece, after = pieces[i - 1], pieces[i], pieces[i + 1]
        if (
            labels[i].kind == labels[i - 1].kind == labels[i + 1].kind == "body"
            and piece.size <= 12
            and shapes.is_title_like(piece)
            and piece.text[0] not in "\"'“‘«("
            and piece.text[-1] not in "?!"
            and ends_sentence(before.text)
            and is_prose(before, None)
            and is_prose(after, None)
            and (piece.gap or after.gap == 0)
        ):
            labels[i] = _Label("headline", "a short line between paragraphs: a sub-heading")


def _lists(pieces: Sequence[Piece], labels: list[_Label], region: Region) -> None:
    """Links: titles right under a line that announces them; after the prose, lists under a line of the page; within the
    prose, long lists mixed with such lines.
    """
    for i in range(region.lead + 1, len(pieces)):
        above = labels[i - 1].because == _ANNOUNCED or furniture.announces(pieces[i - 1])
        if labels[i].kind == "body" and above and pieces[i].size >= 4 and shapes.is_title_like(pieces[i]):
            labels[i] = _Label("teaser", _ANNOUNCED)
    start = region.lead + 1
    while start < len(pieces):
        end = start
        while end < len(pieces) and not _stops_list(pieces[end], labels[end]):
            end += 1
        plain = [i for i in range(start, end) if labels[i].kind == "body"]
        page = [i for i in range(start, end) if labels[i].kind in ("boilerplate", "teaser")]
        if start > region.last:
            plain = [i for i in plain if page and i > page[0]]
        elif len(plain) < _LIST or len(page) < _MIXED * len(plain):
            plain = []
        for i in plain:
            kind = "boilerplate" if pieces[i].size <= 3 else "teaser"
            labels[i] = _Label(kind, "stands in a list of links")
        start = end + 1


def _stops_list(piece: Piece, label: _Label) -> bool:
    linked = not ends_sentence(piece.text) and piece.size <= _LINK_WORDS and "\n" not in piece.text
    return label.kind == "body" and not linked


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
        for j in range(i + 1, min(i + 3, len(pieces)) if signed else 0):
            if j == i + 1 or (pieces[j].gap == 0 and pieces[j].size <= 8 and shapes.is_title_like(pieces[j])):
                labels[j] = _Label("pull-quote", "", joined=True)


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
        last = i
        while last + 1 < len(pieces) and labels[last + 1].joined:
            last += 1
        end = pieces[last].end
        first = None if x.first is None else _span(file, pieces[x.first].start, pieces[x.first].text)
        blocks.append(Block(x.kind, _span(file, piece.start, text[piece.start : end]), x.because, first))
    return blocks


def _span(file: str, start: int, text: str) -> Span:
    return Span(file, start, start + len(text), text)
