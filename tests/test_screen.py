from pathlib import Path
from typing import Any

from rich.console import Console

from pipeline import screen


def brief(story: str, *severities: str, skipped: tuple[dict[str, str], ...] = ()) -> dict[str, Any]:
    flags = [
        {
            "id": f"{story}{i}",
            "severity": s,
            "code": "Q004",
            "name": "n",
            "file": "a.txt",
            "text": "was",
            "message": f"{story} {i}",
        }
        for i, s in enumerate(severities)
    ]
    counts = {s: severities.count(s) for s in ("error", "warning", "note")}
    summary = {"documents": 2, "flags": counts, "worst": [f["id"] for f in flags]}
    return {"story": story, "summary": summary, "skipped": list(skipped), "flags": flags}


def shown(*briefs: dict[str, Any], width: int = 120) -> str:
    console = Console(width=width, record=True, file=None, force_terminal=False, quiet=False)
    with console.capture() as capture:
        screen.summary(console, Path("out"), briefs)
    return capture.get()


def test_the_last_screen_counts_and_says_where_the_report_lies() -> None:
    text = shown(brief("fire", "error", "warning", "warning"))
    assert "1 story, 2 articles read, 0 skipped: 1 error, 2 warnings, 0 notes" in text
    assert "Open out/fire/report.html" in text


def test_of_several_stories_the_index_is_named_and_each_has_its_turn() -> None:
    text = shown(brief("fire", *["warning"] * 6), brief("flood", "warning"))
    assert "2 stories" in text
    assert "Open out/index.html" in text
    assert "flood/a.txt" in text
    assert text.count("Q004") == 5


def test_errors_come_before_warnings_of_another_story() -> None:
    text = shown(brief("fire", "warning"), brief("flood", "error"))
    assert text.index("flood/a.txt") < text.index("fire/a.txt")


def test_what_was_skipped_is_said_with_its_reason() -> None:
    text = shown(brief("fire", skipped=({"path": "b.txt", "stage": "ingest", "reason": "0 bytes [sic]"},)))
    assert "skipped b.txt: 0 bytes [sic]" in text


def test_short_words_stand_before_a_message_that_does_not_hold_them() -> None:
    assert "“was”: fire 0" in shown(brief("fire", "error"))


def test_a_quiet_run_shows_no_progress(capsys) -> None:
    with screen.progress(silent=True) as show:
        show("ingest", 1, 1)
    assert capsys.readouterr() == ("", "")


def test_lines_fit_the_terminal_and_end_without_blanks() -> None:
    finding = brief("fire", "error")
    finding["flags"][0]["message"] = "word " * 60
    lines = shown(finding, width=40).splitlines()
    assert len(lines) > 5
    assert all(line == line.rstrip() for line in lines)
    assert all(len(line) <= 40 for line in lines if line.startswith("  "))


def test_what_is_wrong_in_a_file_of_the_desk_is_no_article_skipped() -> None:
    row = {"path": "sources.csv", "stage": "ingest", "reason": "row 1: no column 'titel'"}
    assert "0 skipped" in shown(brief("fire", skipped=(row,)))


def test_of_several_stories_a_skipped_file_is_named_with_its_own() -> None:
    row = {"path": "b.txt", "stage": "ingest", "reason": "0 bytes"}
    assert "skipped flood/b.txt: 0 bytes" in shown(brief("fire"), brief("flood", skipped=(row,)))


def test_a_stage_of_nothing_is_not_told(capsys) -> None:
    with screen.progress(silent=False) as show:
        show("align", 0, 0)
        show("align", 1, 1)
    assert capsys.readouterr().err == "align: 1\n"
