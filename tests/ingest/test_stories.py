import os
from pathlib import Path

import pytest

from pipeline.errors import SettingsError, UsageError
from pipeline.ingest import find_stories, load_aliases


def test_every_folder_is_a_story_and_loose_files_are_one_more(lay) -> None:
    corpus = lay({"corpus/b/2.txt": "B", "corpus/b/1.txt": "B", "corpus/a/x.TXT": "A", "corpus/loose.txt": "C"})
    stories = find_stories(corpus / "corpus")
    assert [(s.name, s.files) for s in stories] == [
        ("a", ("x.TXT",)),
        ("b", ("1.txt", "2.txt")),
        ("corpus", ("loose.txt",)),
    ]


def test_a_loose_story_gives_way_to_a_folder_of_its_name(lay) -> None:
    corpus = lay({"corpus/corpus/a.txt": "A", "corpus/b.txt": "B"}) / "corpus"
    assert [s.name for s in find_stories(corpus)] == ["corpus", "corpus-loose"]


def test_files_in_folders_within_a_story_belong_to_it(lay) -> None:
    (story,) = find_stories(lay({"s/b.txt": "B", "s/wires/a.txt": "A", "s/wires/deep/c.txt": "C"}))
    assert story.files == ("b.txt", "wires/a.txt", "wires/deep/c.txt")


def test_desk_files_and_hidden_files_are_no_articles_and_others_are_skipped_with_a_reason(lay) -> None:
    names = ("sources.csv", "aliases.toml", "crosscheck.toml", "suppressions.toml", ".DS_Store", ".git/config")
    files = {f"s/{n}": "file\n" if n.endswith("csv") else "" for n in names}
    (story,) = find_stories(lay({**files, "s/a.txt": "A", "s/photo.jpg": b"\xff\xd8", "s/x/sources.csv": "file\n"}))
    assert story.files == ("a.txt",)
    assert [s.path for s in story.skipped] == ["photo.jpg", "x/sources.csv"]
    assert "only .txt files are" in story.skipped[0].reason


def test_a_story_without_an_article_says_so(lay) -> None:
    corpus = lay({"s/photo.jpg": b"\xff\xd8"})
    (corpus / "empty").mkdir()
    empty, story = find_stories(corpus)
    assert (empty.files, story.files) == ((), ())
    assert empty.skipped[0].path == "empty"
    assert "no .txt file" in empty.skipped[0].reason


def test_links_are_never_followed(lay) -> None:
    corpus = lay({"out/secret.txt": "S", "corpus/s/a.txt": "A"})
    (corpus / "corpus/s/link.txt").symlink_to(corpus / "out/secret.txt")
    (corpus / "corpus/s/folder").symlink_to(corpus / "out")
    (corpus / "corpus/story").symlink_to(corpus / "out")
    loose, story = find_stories(corpus / "corpus")
    assert (loose.files, [s.path for s in loose.skipped]) == ((), ["corpus", "story"])
    assert story.files == ("a.txt",)
    assert [(s.path, "not followed" in s.reason) for s in story.skipped] == [("folder", True), ("link.txt", True)]


def test_a_pipe_and_a_name_that_is_not_unicode_are_skipped(lay) -> None:
    corpus = lay({"s/a.txt": "A"})
    os.mkfifo(corpus / "s/pipe.txt")
    Path(os.fsdecode(os.fsencode(corpus / "s") + b"/caf\xe9.txt")).write_text("A")
    (story,) = find_stories(corpus)
    assert story.files == ("a.txt",)
    reasons = {s.path: s.reason for s in story.skipped}
    assert "neither a file nor a folder" in reasons["pipe.txt"]
    assert "name is not clean UTF-8" in reasons["caf\ufffd.txt"]


def test_a_corpus_that_is_no_folder_is_wrong_use(lay) -> None:
    corpus = lay({"a.txt": "A"})
    with pytest.raises(UsageError, match="is a file; give the folder"):
        find_stories(corpus / "a.txt")
    with pytest.raises(UsageError, match="is not there"):
        find_stories(corpus / "gone")


def test_a_broken_manifest_is_a_problem_and_the_files_stay(lay) -> None:
    (story,) = find_stories(lay({"s/a.txt": "A", "s/sources.csv": "file,published\na.txt,2024-13-01\n"}))
    assert story.files == ("a.txt",)
    assert story.rows == ()
    assert "2024-13-01" in story.problems[0]


def test_a_row_may_name_a_file_that_is_not_read(lay) -> None:
    (story,) = find_stories(lay({"s/a.txt": "A", "s/b.docx": "B", "s/sources.csv": "file\nb.docx\na.txt\n"}))
    assert story.problems == ()
    assert [r.file for r in story.rows] == ["a.txt", "b.docx"]


def test_names_of_the_desk_and_of_the_story_are_gathered(lay) -> None:
    corpus = lay(
        {
            "names.toml": '[names]\n"Northmark" = ["North Mark"]\n',
            "corpus/s/a.txt": "A",
            "corpus/s/aliases.toml": '[names]\n"Northmark" = ["N.M."]\n"Ada Quist" = ["Quist"]\n',
        }
    )
    (story,) = find_stories(corpus / "corpus", corpus / "names.toml")
    assert story.aliases == (("Ada Quist", "Quist"), ("Northmark", "N.M.", "North Mark"))


def test_a_storys_broken_aliases_are_a_problem_and_the_desks_are_an_error(lay) -> None:
    corpus = lay({"bad.toml": "names = 1\n", "corpus/s/a.txt": "A", "corpus/s/aliases.toml": "[nams]\n"})
    (story,) = find_stories(corpus / "corpus", corpus / "none.toml")
    assert "no table 'nams'" in story.problems[0]
    with pytest.raises(SettingsError, match="names = 1"):
        find_stories(corpus / "corpus", corpus / "bad.toml")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("[names\n", "not valid TOML"),
        ('[names]\n"A" = "B"\n', "write \\[names\\]"),
        ('[names]\n"A" = [""]\n', "write \\[names\\]"),
        ('[names]\n"A" = ["X"]\n"B" = ["x"]\n', "'x' stands for 'B' here and for 'A'"),
    ],
)
def test_broken_aliases_say_how_to_write_them(lay, content: str, said: str) -> None:
    with pytest.raises(SettingsError, match=said):
        load_aliases([lay({"aliases.toml": content}) / "aliases.toml"])


def test_aliases_that_are_not_there_are_none(tmp_path: Path) -> None:
    assert load_aliases([tmp_path / "aliases.toml"]) == ()
