import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.ingest.manifest import as_published, interval, load_rows
from pipeline.model import Row

FILES = ("a.txt", "b.txt", "sub/c.txt")


@pytest.fixture
def table(lay):
    def rows(content: str | bytes) -> tuple[tuple[Row, ...], tuple[str, ...]]:
        return load_rows(lay({"sources.csv": content}) / "sources.csv", FILES)

    return rows


def test_a_row_gives_what_the_desk_knows_and_empty_cells_stay_unknown(table) -> None:
    (row,), problems = table("file,publisher,title,published,url\na.txt,The Herald,,2024-03,\n")
    assert problems == ()
    assert (row.file, row.part, row.publisher, row.title, row.published, row.url) == (
        "a.txt",
        1,
        "The Herald",
        None,
        "2024-03",
        None,
    )
    assert (row.role, row.origin, row.row) == ("source", None, 2)


def test_a_mark_crlf_quotes_and_semicolons_are_read(table) -> None:
    rows, problems = table(b'\xef\xbb\xbffile;Title;role\r\na.txt;"One; two";Draft\r\n\r\n.\\sub\\c.txt;;\r\n')
    assert problems == ()
    assert [(r.file, r.title, r.role) for r in rows] == [("a.txt", "One; two", "draft"), ("sub/c.txt", None, "source")]


def test_rows_come_sorted_whatever_their_order_in_the_table(table) -> None:
    rows, _ = table("file,part\nb.txt,\na.txt,2\na.txt,1\n")
    assert [(r.file, r.part) for r in rows] == [("a.txt", 1), ("a.txt", 2), ("b.txt", 1)]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("file,publishd\na.txt,2024\n", "row 1: no column 'publishd'; did you mean 'published'?"),
        ("file,colour\na.txt,red\n", "no column 'colour'; there are file, publisher"),
        ("file,title,title\na.txt,A,B\n", "the column 'title' stands twice"),
        ("\n", "no column 'file'"),
        ("file,published\na.txt,2024-13-01\n", "row 2: published '2024-13-01': no such day in the calendar"),
        ("file,published\na.txt,2023-02-29\n", "published '2023-02-29': no such day"),
        ("file,published\na.txt,March 4\n", "published 'March 4': write it as 2024-03-04"),
        ("file,role\na.txt,drat\n", "no role 'drat'; did you mean 'draft'?"),
        ("file,part\na.txt,0\n", "part '0'; it is a number from 1"),
        ("file\n../a.txt\n", "'../a.txt' leads out of the story folder"),
        ("file\n/etc/passwd\n", "'/etc/passwd' leads out"),
        ("file\nC:\\a.txt\n", "leads out"),
        ("file\na.text\n", "there is no file 'a.text' in the story folder; did you mean 'a.txt'?"),
        ("file,title\n,A\n", "the cell 'file' is empty"),
        ("file,title\na.txt,One, two\n", "3 cells under 2 columns"),
        ('file,title\na.txt,"One\n', "not CSV"),
        (b"file,title\na.txt,Caf\xe9\n", "not UTF-8"),
    ],
)
def test_what_is_wrong_is_said_with_file_row_value_and_way_out(table, content: str | bytes, said: str) -> None:
    _, problems = table(content)
    assert len(problems) == 1
    assert "sources.csv" in problems[0]
    assert said in problems[0]


def test_two_rows_for_one_article_keep_the_first_and_name_both(table) -> None:
    rows, problems = table("file,title\na.txt,One\nb.txt,\na.txt,Two\n")
    assert [r.title for r in rows] == ["One", None]
    assert "row 4: 'a.txt', part 1, stands in row 2 already" in problems[0]


def test_a_bad_row_does_not_take_the_sound_ones_with_it(table) -> None:
    rows, problems = table("file,published,ink\na.txt,2024-03-04,red\nb.txt,yesterday,\ngone.txt,,\n")
    assert [(r.file, r.published) for r in rows] == [("a.txt", "2024-03-04")]
    assert len(problems) == 3


@pytest.mark.parametrize(
    ("cell", "value", "earliest", "latest"),
    [
        ("2024-03-04", "2024-03-04", "2024-03-04", "2024-03-04"),
        ("2024-03-04T23:30:00+05:00", "2024-03-04", "2024-03-04", "2024-03-04"),
        ("2024-02", None, "2024-02-01", "2024-02-29"),
        ("2023", None, "2023-01-01", "2023-12-31"),
    ],
)
def test_a_partial_date_is_an_interval_and_no_day_is_invented(cell: str, value, earliest: str, latest: str) -> None:
    published = as_published(Row("a.txt", published=cell, row=2))
    assert published is not None
    assert (published.value, published.earliest, published.latest) == (value, earliest, latest)
    assert (published.basis, cell in published.because) == ("manifest", True)


def test_an_empty_cell_is_no_date() -> None:
    assert as_published(Row("a.txt")) is None


@given(st.text(max_size=20))
def test_no_cell_crashes_the_reading_of_dates(cell: str) -> None:
    try:
        first, last = interval(cell)
    except ValueError:
        return
    assert first <= last
