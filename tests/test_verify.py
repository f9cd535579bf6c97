"""Pairs in a file, judged line by line."""

from __future__ import annotations

import json
import tracemalloc
from collections.abc import Sequence
from pathlib import Path

import pytest

from pipeline import verify
from pipeline.entail import Score
from pipeline.errors import UsageError
from pipeline.verify import verify as run


class Plain:
    """A judge that calls equal texts entailment; it counts what it is asked."""

    def __init__(self) -> None:
        self.asked = 0

    def scores(self, pairs: Sequence[tuple[str, str]]) -> list[Score]:
        self.asked += len(pairs)
        return [Score(1.0, 0.0, 0.0, (0, len(p))) if p == h else Score(0.0, 1.0, 0.0, (0, len(p))) for p, h in pairs]


def written(path: Path, count: int) -> Path:
    rows = [
        {"id": n, "premise": f"The ship left pier {n}.", "hypothesis": f"The ship left pier {n % 3}."}
        for n in range(count)
    ]
    path.write_text("".join(json.dumps(r) + "\n" for r in rows), encoding="utf-8")
    return path


def test_each_line_keeps_its_fields_and_gains_label_scores_and_window(tmp_path: Path) -> None:
    pairs, out = written(tmp_path / "pairs.jsonl", 5), tmp_path / "out.jsonl"
    assert run(pairs, out, Plain()) == 5
    rows = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [r["id"] for r in rows] == [0, 1, 2, 3, 4]
    assert rows[0]["label"] == "entailment"
    assert rows[4]["label"] == "neutral"
    assert rows[0]["scores"] == {"entailment": 1.0, "neutral": 0.0, "contradiction": 0.0}
    assert rows[0]["window"] == [0, len("The ship left pier 0.")]


def test_resume_asks_only_what_is_missing_and_gives_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verify, "CHUNK", 4)
    pairs, whole, part = written(tmp_path / "pairs.jsonl", 11), tmp_path / "whole.jsonl", tmp_path / "part.jsonl"
    run(pairs, whole, Plain())
    lines = whole.read_bytes().splitlines(keepends=True)
    part.write_bytes(b"".join(lines[:6]) + lines[6][:20])  # interrupted within the seventh line
    judge = Plain()
    assert run(pairs, part, judge, resume=True) == 11
    assert judge.asked == 5
    assert part.read_bytes() == whole.read_bytes()


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ('{"premise": "a b", "hypothesis": ', "line 7: not JSON"),
        ('["premise"]', "line 7: not an object"),
        ('{"premise": "a b"}', "line 7: the hypothesis is missing"),
        ('{"premise": "  ", "hypothesis": "a b"}', "line 7: the premise is empty"),
        ('{"premise": 4, "hypothesis": "a b"}', "line 7: the premise is no text"),
    ],
)
def test_a_broken_line_is_named_and_what_came_before_is_kept(tmp_path: Path, line: str, named: str) -> None:
    pairs, out = written(tmp_path / "pairs.jsonl", 9), tmp_path / "out.jsonl"
    lines = pairs.read_text(encoding="utf-8").splitlines()
    good, lines[6] = lines[6], line
    pairs.write_text("\n".join(lines) + "\n", encoding="utf-8")
    with pytest.raises(UsageError, match=named):
        run(pairs, out, Plain())
    assert len(out.read_text(encoding="utf-8").splitlines()) == 6
    lines[6] = good
    pairs.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert run(pairs, out, Plain(), resume=True) == 9


def test_a_line_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    pairs = tmp_path / "pairs.jsonl"
    pairs.write_bytes(b'{"premise": "caf\xe9", "hypothesis": "a"}\n')
    with pytest.raises(UsageError, match="line 1: not UTF-8"):
        run(pairs, tmp_path / "out.jsonl", Plain())


def test_an_output_that_is_there_is_not_overwritten(tmp_path: Path) -> None:
    pairs, out = written(tmp_path / "pairs.jsonl", 2), tmp_path / "out.jsonl"
    out.write_text("kept\n", encoding="utf-8")
    with pytest.raises(UsageError, match="--resume"):
        run(pairs, out, Plain())
    assert out.read_text(encoding="utf-8") == "kept\n"


def test_resume_on_an_output_of_other_pairs_is_refused(tmp_path: Path) -> None:
    pairs, out = written(tmp_path / "pairs.jsonl", 3), tmp_path / "out.jsonl"
    out.write_text('{"premise": "x", "hypothesis": "y"}\n', encoding="utf-8")
    with pytest.raises(UsageError, match="line 1 holds another pair"):
        run(pairs, out, Plain(), resume=True)


def test_progress_counts_the_lines_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verify, "CHUNK", 2)
    seen: list[int] = []
    run(written(tmp_path / "pairs.jsonl", 5), tmp_path / "out.jsonl", Plain(), progress=seen.append)
    assert seen == [2, 4, 5]


def test_a_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no file of pairs"):
        run(tmp_path / "none.jsonl", tmp_path / "out.jsonl", Plain())


def test_memory_holds_a_chunk_of_lines_and_not_the_file(tmp_path: Path) -> None:
    pairs = tmp_path / "pairs.jsonl"
    line = (
        json.dumps({"premise": "The ship left the pier at noon. " * 20, "hypothesis": "The ship left the pier."}) + "\n"
    )
    pairs.write_text(line * 6000, encoding="utf-8")
    tracemalloc.start()
    try:
        assert run(pairs, tmp_path / "out.jsonl", Plain()) == 6000
        assert tracemalloc.get_traced_memory()[1] < pairs.stat().st_size / 2
    finally:
        tracemalloc.stop()


def test_a_pair_that_could_not_be_judged_says_why(tmp_path: Path) -> None:
    class Silent(Plain):
        def scores(self, pairs: Sequence[tuple[str, str]]) -> list[Score]:
            return [Score(0.0, 1.0, 0.0, (0, len(p)), because="one of the texts holds no word") for p, _ in pairs]

    pairs, out = written(tmp_path / "pairs.jsonl", 1), tmp_path / "out.jsonl"
    run(pairs, out, Silent())
    assert json.loads(out.read_text(encoding="utf-8"))["because"] == "one of the texts holds no word"
