"""The pipeline on one page: which stage follows which, over how many stories, and what is kept of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TypeVar

from pipeline.align import align
from pipeline.engine import Engine
from pipeline.errors import CrosscheckError, NothingReadableError
from pipeline.extract import extract
from pipeline.flag import Case, flag
from pipeline.flag.manual import manual
from pipeline.ingest import DESK_FILES, find_stories, ingest
from pipeline.model import Alignment, Document, Extraction, Flag, Input, Skipped, Story, Work
from pipeline.report import build, render
from pipeline.report.index import clip
from pipeline.settings import Settings

R = TypeVar("R")

STAGES = ("ingest", "extract", "align", "flag", "report")

Show = Callable[[str, int, int], None]
"""Told of progress: stage, how many are done, of how many."""

Files = Mapping[str, bytes]
"""The files of one story's report, by name."""

_FILES_AT_ONCE = 500
_FAULT = 200


def quiet(stage: str, done: int, of: int) -> None:
    """Shows nothing."""


def run(corpus: Path, settings: Settings, engine: Engine, show: Show = quiet) -> Iterator[tuple[Work, Files]]:
    """Every story of a corpus through every stage, a group of stories at a time, with the files of its report.

    A story of which nothing could be read has a report too, which says why. Raises NothingReadableError where no file
    of the whole corpus gave a text; then there is no report at all.
    """
    unread: list[Work] = []
    any_read = False
    for group, shown in groups(stories(corpus), show):
        works = [*unread, *read_all(group, settings, engine, shown)]
        any_read = any_read or any(w.documents for w in works)
        if not any_read:
            unread = works
            continue
        unread = []
        works = extract_all(works, settings, engine, shown)
        works = align_all(works, settings, engine, shown)
        works = flag_all(works, settings, engine, shown)
        yield from zip(works, report_all(works, settings, engine, shown), strict=True)
    if not any_read:
        raise NothingReadableError(_nothing(corpus, [s for w in unread for s in w.skipped]))


def stories(corpus: Path) -> tuple[Story, ...]:
    """The stories of a corpus. Raises NothingReadableError where there is no file at all."""
    found = find_stories(corpus)
    if not any(s.files or s.skipped for s in found):
        raise NothingReadableError(_nothing(corpus, ()))
    return found


def groups(stories: Sequence[Story], show: Show = quiet) -> Iterator[tuple[list[Story], Show]]:
    """Stories by the armful, so that a year's archive is never in memory at once, each with what tells its progress.

    What is told counts over all of them: files for ingest and extract, stories for what follows.
    """
    before: Counter[str] = Counter()
    files, left = sum(len(s.files) for s in stories), len(stories)
    for armful in _armfuls(stories):
        files -= sum(len(s.files) for s in armful)
        left -= len(armful)
        later = {stage: files if stage in ("ingest", "extract") else left for stage in STAGES}
        now: Counter[str] = Counter()
        yield armful, partial(_counted, show, before, now, later)
        before = before + now


def _armfuls(stories: Sequence[Story]) -> Iterator[list[Story]]:
    armful: list[Story] = []
    for story in stories:
        armful.append(story)
        if sum(len(s.files) for s in armful) >= _FILES_AT_ONCE:
            yield armful
            armful = []
    if armful:
        yield armful


def _counted(
    show: Show, before: Counter[str], now: Counter[str], later: Mapping[str, int], stage: str, done: int, of: int
) -> None:
    """Tells how far a stage is, with what earlier armfuls held and what later ones hold; `now` notes this one's."""
    now[stage] = of
    show(stage, before[stage] + done, before[stage] + of + later[stage])


def read_all(stories: Sequence[Story], settings: Settings, engine: Engine, show: Show = quiet) -> list[Work]:
    """Files to documents."""
    items = [(story, file) for story in stories for file in story.files]
    results = iter(_told("ingest", show, len(items), engine.map(partial(_read, settings), items)))
    works = []
    for story in stories:
        parts = list(islice(results, len(story.files)))
        works.append(
            Work(
                story,
                tuple(d for documents, _, _ in parts for d in documents),
                (*_unbelieved(story), *story.skipped, *(s for _, skipped, _ in parts for s in skipped)),
                tuple(i for _, _, i in parts),
            )
        )
    return works


def _read(settings: Settings, item: tuple[Story, str]) -> tuple[tuple[Document, ...], tuple[Skipped, ...], Input]:
    story, file = item
    return ingest(story, file, settings)


def _unbelieved(story: Story) -> Iterator[Skipped]:
    """What is broken in the desk's own files belongs into the report too, without the place where the folder lies."""
    for problem in story.problems:
        told = problem.replace(f"{story.folder}/", "")
        file = next(name for name in DESK_FILES if told.startswith(name))
        yield Skipped(file, "ingest", told.removeprefix(file).lstrip(":, "))


def extract_all(works: Sequence[Work], settings: Settings, engine: Engine, show: Show = quiet) -> list[Work]:
    """Documents to what each of them says."""
    items = [(d, w.story.aliases) for w in works for d in w.documents]
    results = iter(_told("extract", show, len(items), engine.map(partial(_extract, settings), items)))
    return [_extracted(w, tuple(islice(results, len(w.documents)))) for w in works]


def _extracted(work: Work, results: tuple[Extraction | Skipped, ...]) -> Work:
    made = {r.doc: r for r in results if isinstance(r, Extraction)}
    return replace(
        work,
        documents=tuple(d for d in work.documents if d.doc in made),
        skipped=(*work.skipped, *(r for r in results if isinstance(r, Skipped))),
        extractions=tuple(made.values()),
    )


def _extract(settings: Settings, item: tuple[Document, tuple[tuple[str, ...], ...]]) -> Extraction | Skipped:
    document, aliases = item
    return _guarded("extract", document.doc, extract, document, settings, aliases)


def _guarded(stage: str, path: str, function: Callable[..., R], *arguments: object) -> R | Skipped:
    """A fault of ours in one article or story must not cost the desk the other four hundred."""
    try:
        return function(*arguments)
    except CrosscheckError:
        raise
    except Exception as error:
        what = clip(f"{type(error).__name__}: {error}", _FAULT)
        return Skipped(path, stage, f"could not be judged ({what}); a fault in crosscheck, please report it")


def _without_articles(work: Work, why: Skipped) -> Work:
    """What is left of a story that a stage failed on: a report that says so."""
    nothing = align((), (), Settings())
    return replace(
        work, documents=(), skipped=(*work.skipped, why), extractions=nothing.extractions, alignment=nothing, flags=()
    )


def align_all(works: Sequence[Work], settings: Settings, engine: Engine, show: Show = quiet) -> list[Work]:
    """What the articles of each story say of each other."""
    results = _told("align", show, len(works), engine.map(partial(_align, settings), works))
    return [
        _without_articles(w, a) if isinstance(a, Skipped) else replace(w, alignment=a)
        for w, a in zip(works, results, strict=True)
    ]


def _align(settings: Settings, work: Work) -> Alignment | Skipped:
    return _guarded("align", work.story.name, align, work.documents, work.extractions or (), settings)


def flag_all(works: Sequence[Work], settings: Settings, engine: Engine, show: Show = quiet) -> list[Work]:
    """What an editor should look at in each story."""
    results = _told("flag", show, len(works), engine.map(partial(_flag, settings), works))
    return [
        _without_articles(w, f) if isinstance(f, Skipped) else replace(w, flags=f)
        for w, f in zip(works, results, strict=True)
    ]


def _flag(settings: Settings, work: Work) -> tuple[Flag, ...] | Skipped:
    if work.alignment is None:
        raise ValueError(f"{work.story.name}: flag needs what align made")
    case = Case(work.story.name, work.documents, work.alignment, settings.language)
    return _guarded("flag", work.story.name, flag, case, settings)


def report_all(works: Sequence[Work], settings: Settings, engine: Engine, show: Show = quiet) -> Iterator[Files]:
    """The files of each story's report, by name."""
    return _told("report", show, len(works), engine.map(partial(_report, settings), works))


def _report(settings: Settings, work: Work) -> Files:
    if work.alignment is None or work.flags is None:
        raise ValueError(f"{work.story.name}: the report needs what flag made")
    made = _guarded("report", work.story.name, _rendered, settings, work)
    return _rendered(settings, _without_articles(work, made)) if isinstance(made, Skipped) else made


def _rendered(settings: Settings, work: Work) -> Files:
    assert work.alignment is not None
    assert work.flags is not None
    aside, style = work.story.suppressions, settings.house_style
    report = build(work.story.name, work.documents, work.alignment, work.flags, work.skipped, manual(), aside, style)
    return dict(render(report))


def _told(stage: str, show: Show, of: int, results: Iterator[R]) -> Iterator[R]:
    show(stage, 0, of)
    for done, result in enumerate(results, 1):
        show(stage, done, of)
        yield result


def _nothing(corpus: Path, skipped: Sequence[Skipped]) -> str:
    reasons = "; ".join(f"{s.path}: {s.reason}" for s in skipped[:5])
    why = f" ({reasons})" if reasons else ""
    return f"{corpus}: no readable article{why}; put one .txt file an article there, or into a folder a story"
