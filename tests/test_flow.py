import json
import shutil
from pathlib import Path

import pytest

from pipeline import flow, outputs
from pipeline.engine import Local, choose
from pipeline.errors import NothingReadableError, StoreError
from pipeline.settings import Settings

ARTICLES = (
    "Valley council votes for new bridge\n\nThe Valley council voted on Monday to build a bridge for $12 million, "
    "Mayor Ada Quist said.\n\n“We waited 20 years for this bridge,” Quist said in a statement.\n",
    "Bridge vote divides valley\n\nThe Valley council voted on Monday to build a bridge for $14 million.\n\n"
    "“We waited 30 years for this bridge,” Mayor Ada Quist said.\n",
)
DAYS = ("2024-03-05", "2024-03-05")


def written(corpus: Path, out: Path, engine: str = "local") -> dict[str, bytes]:
    with choose(engine) as machine:
        for work, files in flow.run(corpus, Settings(), machine):
            outputs.write(out, work, files, {"engine": engine}, Settings())
    return {
        str(p.relative_to(out)): p.read_bytes() for p in sorted(out.rglob("*")) if p.is_file() and p.name != "run.json"
    }


def test_two_runs_give_the_same_bytes(lay, tmp_path: Path) -> None:
    corpus = lay(ARTICLES, DAYS)
    once = written(corpus, tmp_path / "one")
    assert "story/report.json" in once
    assert once == written(corpus, tmp_path / "two")


def test_processes_give_the_bytes_that_one_process_gives(lay, tmp_path: Path) -> None:
    corpus = lay(ARTICLES, DAYS)
    assert written(corpus, tmp_path / "one") == written(corpus, tmp_path / "two", "processes:2")


def test_what_is_stored_comes_back_as_it_was(lay, tmp_path: Path) -> None:
    ((work, files),) = flow.run(lay(ARTICLES, DAYS), Settings(), Local())
    folder = outputs.write(tmp_path / "out", work, files, {}, Settings())
    assert outputs.load(folder, "flag") == work


def test_stages_one_by_one_end_where_a_whole_run_ends(lay, tmp_path: Path) -> None:
    settings, engine = Settings(), Local()
    ((work, files),) = flow.run(lay(ARTICLES, DAYS), settings, engine)
    out = tmp_path / "out"
    (step,) = flow.read_all(flow.stories(tmp_path / "corpus"), settings, engine)
    for before, stage in (("ingest", flow.extract_all), ("extract", flow.align_all), ("align", flow.flag_all)):
        folder = outputs.write(out, step, {}, {}, settings)
        (step,) = stage([outputs.load(folder, before)], settings, engine)
    assert step == work
    assert list(flow.report_all([step], Settings(), engine)) == [files]


def test_progress_counts_over_the_whole_corpus_and_changes_nothing(lay, monkeypatch) -> None:
    for name in ("one", "two", "three"):
        corpus = lay(ARTICLES, DAYS, name=name)
    at_once = [files for _, files in flow.run(corpus, Settings(), Local())]
    monkeypatch.setattr(flow, "_FILES_AT_ONCE", 2)
    told: dict[str, list[tuple[int, int]]] = {}
    run = flow.run(corpus, Settings(), Local(), lambda stage, done, of: told.setdefault(stage, []).append((done, of)))
    assert [files for _, files in run] == at_once
    for stage, of in (("ingest", 6), ("extract", 6), ("align", 3), ("flag", 3), ("report", 3)):
        assert {total for _, total in told[stage]} == {of}
        done = [n for n, _ in told[stage]]
        assert done == sorted(done)
        assert done[-1] == of


@pytest.mark.parametrize("at_once", [1, 500])
def test_a_story_without_a_readable_file_has_a_report_that_says_so(lay, monkeypatch, at_once: int) -> None:
    lay(["\x00\x01\x02" * 500], name="broken")
    corpus = lay(ARTICLES, DAYS, name="sound")
    monkeypatch.setattr(flow, "_FILES_AT_ONCE", at_once)
    (broken, files), (sound, _) = flow.run(corpus, Settings(), Local())
    assert (broken.story.name, sound.story.name) == ("broken", "sound")
    assert [s.path for s in broken.skipped] == ["a0.txt"]
    assert "No article could be read." in files["report.md"].decode()


def test_what_is_broken_in_a_file_of_the_desk_stands_under_its_name(lay) -> None:
    corpus = lay(ARTICLES, DAYS)
    (corpus / "story/aliases.toml").write_text("names = 3\n")
    (corpus / "story/sources.csv").write_text("file,titel\n")
    ((work, _),) = flow.run(corpus, Settings(), Local())
    assert sorted((s.path, s.reason.split(";")[0]) for s in work.skipped) == [
        ("aliases.toml", "names = 3"),
        ("sources.csv", "row 1: no column 'titel'"),
    ]


@pytest.mark.parametrize("articles", [[], [""], ["\x00\xff\x01" * 900]])
def test_nothing_readable_is_an_error_that_says_what_to_do(lay, articles) -> None:
    with pytest.raises(NothingReadableError, match=r"put one \.txt file an article"):
        list(flow.run(lay(articles), Settings(), Local()))


def test_stories_come_in_groups_that_lose_none(lay) -> None:
    for i in range(3):
        lay(ARTICLES, name=f"s{i}")
    corpus = lay(ARTICLES, name="s3")
    stories = flow.stories(corpus)
    assert [s for group, _ in flow.groups(stories) for s in group] == list(stories)
    assert [s.name for s in stories] == ["s0", "s1", "s2", "s3"]


def test_a_failed_write_leaves_what_was_there(lay, tmp_path: Path, monkeypatch) -> None:
    ((work, files),) = flow.run(lay(ARTICLES, DAYS), Settings(), Local())
    folder = outputs.write(tmp_path / "out", work, files, {}, Settings())
    before = sorted(p.name for p in folder.iterdir())
    monkeypatch.setattr(shutil, "move", lambda *_: (_ for _ in ()).throw(OSError("disk full")))
    with pytest.raises(StoreError, match="disk full"):
        outputs.write(tmp_path / "out", work, files, {}, Settings())
    assert sorted(p.name for p in folder.iterdir()) == before
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == ["story"]


@pytest.mark.parametrize("stage", ["align", "flag", "build"])
def test_a_fault_in_one_story_costs_only_that_story(lay, monkeypatch, stage: str) -> None:
    sound = getattr(flow, stage)
    failed = []

    def faulty(*arguments):
        if not failed:
            failed.append(stage)
            raise OverflowError("too large")
        return sound(*arguments)

    lay(ARTICLES, DAYS, name="first")
    corpus = lay(ARTICLES, DAYS, name="second")
    monkeypatch.setattr(flow, stage, faulty)
    (_, first), (_, second) = flow.run(corpus, Settings(), Local())
    reports = [json.loads(files["report.json"]) for files in (first, second)]
    assert [len(r["documents"]) for r in reports] == [0, 2]
    (skipped,) = reports[0]["skipped"]
    assert skipped["path"] == "first"
    assert "OverflowError: too large" in skipped["reason"]


def test_a_fault_in_one_article_costs_only_that_article(lay, monkeypatch) -> None:
    extract = flow.extract

    def faulty(document, *rest):
        if document.file == "a0.txt":
            raise IndexError("out of range")
        return extract(document, *rest)

    monkeypatch.setattr(flow, "extract", faulty)
    ((work, _),) = flow.run(lay(ARTICLES, DAYS), Settings(), Local())
    assert [d.file for d in work.documents] == ["a1.txt"]
    assert [(s.path, s.stage) for s in work.skipped] == [("a0.txt#1", "extract")]
    assert "IndexError: out of range" in work.skipped[0].reason
