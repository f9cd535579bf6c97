import json
import os
from pathlib import Path

import pytest

from pipeline.cli import main

ARTICLE = "Town hall reopens\n\nThe town hall reopened on 4 March 2024, the mayor's office said.\n"


def code(*arguments: str) -> int:
    with pytest.raises(SystemExit) as stopped:
        main(list(arguments))
    return stopped.value.code or 0


def test_a_run_writes_a_report_and_says_where(lay, tmp_path: Path, capsys) -> None:
    out = tmp_path / "out"
    assert code("run", str(lay([ARTICLE])), "--out", str(out)) == 0
    assert (out / "story/report.html").is_file()
    printed = capsys.readouterr()
    assert "1 article read" in printed.out
    assert "report.html" in printed.out.replace("\n", "")
    assert "extract: 1" in printed.err


def test_a_quiet_run_prints_nothing(lay, tmp_path: Path, capsys) -> None:
    assert code("run", str(lay([ARTICLE])), "--out", str(tmp_path / "out"), "--quiet") == 0
    assert capsys.readouterr() == ("", "")


def test_time_stands_in_the_manifest_only(lay, tmp_path: Path) -> None:
    code("run", str(lay([ARTICLE])), "--out", str(tmp_path / "out"), "--quiet")
    run = json.loads((tmp_path / "out/story/run.json").read_text())
    assert run["started"] <= run["finished"]
    assert run["counts"]["documents"] == 1
    assert [i["file"] for i in run["inputs"]] == ["a0.txt"]
    assert len(run["inputs"][0]["sha256"]) == 64


def test_fail_on_gives_exit_code_1_only_when_it_is_reached(lay, tmp_path: Path) -> None:
    corpus = str(lay([ARTICLE]))  # no publication date: D001 is a warning
    assert code("run", corpus, "--out", str(tmp_path / "a"), "--quiet", "--fail-on", "warning") == 1
    assert code("run", corpus, "--out", str(tmp_path / "b"), "--quiet", "--fail-on", "error") == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["run", "nowhere"], "nowhere"),
        (["run", "nowhere", "--engine", "spark"], "no engine 'spark'"),
        (["run", "nowhere", "--fail-on", "fatal"], "note, warning, error"),
        (["run", "nowhere", "--settings", "none.toml"], "none.toml"),
        (["extract", "--out", "nowhere"], "no stored story"),
        (["explain", "Z999"], "no code 'Z999'"),
        (["run", ".", "--out", __file__], "not a folder"),
        (["ingest", ".", "--out", f"{__file__}/below"], "not a folder"),
    ],
)
def test_wrong_use_is_one_line_and_exit_code_2(
    arguments: list[str], message: str, tmp_path, monkeypatch, capsys
) -> None:
    monkeypatch.chdir(tmp_path)
    assert code(*arguments) == 2
    error = capsys.readouterr().err
    assert message in error
    assert "Traceback" not in error
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_to_is_said_before_anything_is_read(lay, tmp_path, monkeypatch, capsys) -> None:
    corpus = lay([ARTICLE])
    access = os.access
    monkeypatch.setattr("os.access", lambda path, mode: not mode & os.W_OK and access(path, mode))
    assert code("run", str(corpus), "--out", str(tmp_path / "out")) == 2
    printed = capsys.readouterr().err
    assert "cannot be written to" in printed
    assert "ingest" not in printed


def test_a_wrong_entailment_model_is_said_before_anything_is_read(lay, tmp_path, capsys) -> None:
    (tmp_path / "own.toml").write_text('entailment = "nowhere"\n')
    corpus = str(lay([ARTICLE]))
    assert code("run", corpus, "--out", str(tmp_path / "out"), "--settings", str(tmp_path / "own.toml")) == 2
    printed = capsys.readouterr().err
    assert "no folder of an entailment model" in printed
    assert "ingest" not in printed


def test_a_comparison_that_cannot_be_written_is_one_line(lay, tmp_path, capsys) -> None:
    code("run", str(lay([ARTICLE])), "--out", str(tmp_path / "out"), "--quiet")
    story = str(tmp_path / "out/story")
    assert code("diff", story, story, "--html", str(tmp_path / "none/diff.html")) == 2
    assert "diff.html: cannot be written" in capsys.readouterr().err


def test_ctrl_c_is_one_line(lay, tmp_path, monkeypatch, capsys) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("pipeline.flow.run", stop)
    assert code("run", str(lay([ARTICLE])), "--out", str(tmp_path / "out")) == 130
    assert capsys.readouterr().err.strip() == "crosscheck: stopped; what was written before is whole"


def test_a_broken_manifest_is_said_and_its_articles_are_read_all_the_same(lay, tmp_path: Path, capsys) -> None:
    corpus = lay([ARTICLE])
    (corpus / "story/sources.csv").write_text("file,published\na0.txt,2024-13-01\n")
    assert code("run", str(corpus), "--out", str(tmp_path / "out"), "--quiet") == 2
    error = capsys.readouterr().err
    assert "sources.csv" in error
    assert "2024-13-01" in error
    report = json.loads((tmp_path / "out/story/report.json").read_text())
    assert len(report["documents"]) == 1
    assert any("2024-13-01" in s["reason"] for s in report["skipped"])


def test_stages_can_be_run_one_by_one(lay, tmp_path: Path) -> None:
    out = str(tmp_path / "out")
    assert code("ingest", str(lay([ARTICLE])), "--out", out, "--quiet") == 0
    for stage in ("extract", "align", "flag", "report"):
        assert code(stage, "--out", out, "--quiet") == 0
    assert (tmp_path / "out/story/report.html").is_file()


def test_a_code_is_explained_from_its_rule(capsys) -> None:
    assert code("explain", "d001") == 0
    printed = capsys.readouterr().out
    assert "undated-article" in printed
    assert "What is not flagged" in printed


def test_the_version_is_printed(capsys) -> None:
    assert code("--version") == 0
    assert capsys.readouterr().out.startswith("crosscheck ")


def test_two_runs_are_compared_by_finding(lay, tmp_path: Path, capsys) -> None:
    corpus = lay([ARTICLE])
    code("run", str(corpus), "--out", str(tmp_path / "old"), "--quiet")
    (corpus / "story/sources.csv").write_text("file,published\na0.txt,2024-03-05\n")
    code("run", str(corpus), "--out", str(tmp_path / "new"), "--quiet")
    page = tmp_path / "diff.html"
    assert code("diff", str(tmp_path / "old/story"), str(tmp_path / "new/story/report.json"), "--html", str(page)) == 0
    assert "- warning D001" in capsys.readouterr().out
    assert "D001" in page.read_text(encoding="utf-8")


def test_what_is_no_report_cannot_be_compared(tmp_path: Path, capsys) -> None:
    (tmp_path / "x.json").write_text("[]")
    assert code("diff", str(tmp_path), str(tmp_path)) == 2
    assert code("diff", str(tmp_path / "x.json"), str(tmp_path / "x.json")) == 2
    assert capsys.readouterr().err.count("report") >= 2


def test_every_story_is_in_the_index(lay, tmp_path: Path) -> None:
    lay([ARTICLE], name="harbour")
    code("run", str(lay([ARTICLE], name="bridge")), "--out", str(tmp_path / "out"), "--quiet")
    index = (tmp_path / "out/index.html").read_text(encoding="utf-8")
    assert "harbour/report.html" in index
    assert "bridge/report.html" in index
