from pathlib import Path

import pytest

from pipeline import store
from pipeline.errors import StoreError
from pipeline.model import Block, Document, Figure, Published, Row, Span, Story, When

AT = Span("a.txt", 0, 5, "Rates")
DOCUMENT = Document(
    "a.txt#1", "a.txt", 1, 0, 5, "Rates", (Block("headline", AT, "first line"), Block("repeat", AT, "", AT)),
    published=Published("2024-03-04", "2024-03-04", "2024-03-04", "manifest", "the manifest says so"),
)  # fmt: skip
RECORDS = {
    Document: (DOCUMENT,),
    Figure: (
        Figure("a.txt#1", AT, -3.5, None, 7.0, "percent", "rates"),
        Figure("a.txt#1", AT, 1e12, 0.0, None, "USD", "", When("2024", "2024-01-01", "2024-12-31", "resolved", AT)),
    ),
    Story: (Story("s", "corpus/s", ("a.txt",), (Row("a.txt", title="=1+1"),), (("Ankara", "ANK"), ("Rome",))),),
    Row: (),
}


@pytest.mark.parametrize("record", RECORDS)
def test_what_goes_in_comes_out(record: type, tmp_path: Path) -> None:
    store.write_table(tmp_path / "t.parquet", record, RECORDS[record])
    assert store.read_table(tmp_path / "t.parquet", record) == RECORDS[record]


def test_the_same_records_are_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        store.write_table(tmp_path / name, Document, (DOCUMENT,))
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_a_missing_table_says_which_command_makes_it(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="run the stage before"):
        store.read_table(tmp_path / "t.parquet", Document)


def test_a_table_of_another_kind_is_an_error(tmp_path: Path) -> None:
    store.write_table(tmp_path / "t.parquet", Figure, RECORDS[Figure])
    with pytest.raises(StoreError, match="not a table of this version"):
        store.read_table(tmp_path / "t.parquet", Document)
    (tmp_path / "t.parquet").write_bytes(b"PAR1 but not really")
    with pytest.raises(StoreError, match="not a table of this version"):
        store.read_table(tmp_path / "t.parquet", Document)


def test_a_new_run_takes_away_what_the_last_one_wrote_and_keeps_what_others_put_there(tmp_path: Path) -> None:
    folder = tmp_path / "story"
    store.replace_folder(folder, {"old.csv": b"1", "run.json": b'{"written": ["old.csv", "run.json"]}'})
    (folder / "my notes.txt").write_text("call the ministry")
    store.replace_folder(folder, {"new.csv": b"2", "run.json": b'{"written": ["new.csv", "run.json"]}'})
    assert sorted(p.name for p in folder.iterdir()) == ["my notes.txt", "new.csv", "run.json"]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["story"]
