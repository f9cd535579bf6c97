import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import UnreadableFileError
from pipeline.ingest.readers import entry, fetch, to_text

PROSE = "The ferry to Port Ansel was halted on Thursday after a fire in its engine room. "


def test_clean_text_with_crlf_and_accents_is_kept_as_it_is_and_not_reported() -> None:
    text = "Café owners\r\nin Åmål — “no comment”.\r\n"
    reading = to_text(text.encode(), "a.txt")
    assert reading.text == text
    assert reading.repairs == ()


def test_a_byte_order_mark_is_dropped_before_offsets_are_counted() -> None:
    reading = to_text(b"\xef\xbb\xbfThe ferry", "a.txt")
    assert (reading.text, reading.repairs) == ("The ferry", ())


def test_windows_bytes_become_one_character_each_and_are_counted() -> None:
    reading = to_text(b"\x93No,\x94 she said. Caf\xe9 \xc3\xa9tage", "a.txt")
    assert reading.text == "“No,” she said. Café étage"
    (repair,) = reading.repairs
    assert (repair.count, repair.at.text, repair.at.start) == (3, "“No,”", 0)
    assert "Windows-1252" in repair.what


def test_nul_and_control_characters_become_spaces_one_for_one() -> None:
    reading = to_text(("A" + PROSE).encode() + b"x\x00y\x07z" + PROSE.encode(), "a.txt")
    assert "x y z" in reading.text
    assert len(reading.text) == 2 * len(PROSE) + 6
    assert [r.count for r in reading.repairs] == [2]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-32"])
def test_utf_16_and_32_with_their_mark_are_read_and_reported(encoding: str) -> None:
    mark = b"" if encoding in ("utf-16", "utf-32") else b"\xfe\xff"
    reading = to_text(mark + PROSE.encode(encoding), "a.txt")
    assert reading.text == PROSE
    assert ["byte order mark" in r.what for r in reading.repairs] == [True]


def test_hidden_and_direction_changing_characters_are_reported_and_left() -> None:
    text = "The fer\u200bry \u202eto\u202c Port Ansel"
    reading = to_text(text.encode(), "a.txt")
    assert reading.text == text
    assert [(r.at.text, r.count) for r in reading.repairs] == [("fer\u200bry", 1), ("\u202eto\u202c", 2)]


def test_a_joiner_within_an_emoji_is_no_hidden_character() -> None:
    assert to_text("Happy \U0001f469\u200d\U0001f680 day".encode(), "a.txt").repairs == ()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "0 bytes"),
        (b" \r\n\t \n", "no word"),
        ("\u200b…—\u00a0".encode(), "no word"),
        (b"%PDF-1.7\n" + b"text " * 50, "a PDF"),
        (b"PK\x03\x04rest", "ZIP"),
        (b"<!DOCTYPE html><p>The ferry</p>", "HTML page"),
        (b"\x7fELF\x02\x01" + bytes(200), "a program"),
        (bytes(range(256)) * 4, "control bytes"),
        ("The ferry to Port Ansel".encode("utf-16-le"), "control bytes"),
        ("Паром в порт остановлен".encode("cp1251"), "neither UTF-8 nor Windows-1252"),
    ],
)
def test_what_is_no_text_is_refused_with_its_reason_and_a_way_out(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableFileError, match=reason) as refused:
        to_text(data, "a.txt")
    assert "save" in str(refused.value)


@given(st.binary(max_size=300).filter(lambda b: b[:2] not in (b"\xff\xfe", b"\xfe\xff")))
def test_a_repair_never_changes_how_many_characters_there_are(data: bytes) -> None:
    try:
        reading = to_text(data, "a.txt")
    except UnreadableFileError:
        return
    bare = data.removeprefix(b"\xef\xbb\xbf")
    assert len(reading.text) == len(bare.decode("utf-8", "surrogateescape"))
    for repair in reading.repairs:
        assert repair.at.text == reading.text[repair.at.start : repair.at.end]
        assert repair.count > 0


def test_a_file_over_the_limit_is_refused_and_still_has_its_hash(lay) -> None:
    folder = str(lay({"big.txt": "word " * 300_000}))
    with pytest.raises(UnreadableFileError, match=r"1\.5 MB, over the limit of 1 MB.*max_file_mb"):
        fetch(folder, "big.txt", 1.0)
    assert entry(folder, "big.txt").bytes == 1_500_000
    assert entry(folder, "gone.txt").sha256 is None


def test_a_file_that_went_away_is_a_reason_not_a_crash(lay) -> None:
    with pytest.raises(UnreadableFileError, match="cannot be opened"):
        fetch(str(lay({})), "gone.txt", 1.0)
