import pytest
import spacy

from pipeline import nlp
from pipeline.errors import ModelMissingError


def test_a_missing_model_is_an_error_with_the_command_that_mends_it() -> None:
    with pytest.raises(ModelMissingError, match="python -m spacy download en_core_web_lg"):
        nlp.load("en_core_web_lg")


def test_the_model_is_loaded_once() -> None:
    assert nlp.load() is nlp.load()


def test_texts_are_parsed_in_order() -> None:
    assert [doc.text for doc in nlp.parse(["One.", "", "Two."])] == ["One.", "", "Two."]


@pytest.mark.parametrize("name", ["json", "spacy"])
def test_a_package_that_is_no_model_is_an_error_that_says_so(name: str) -> None:
    with pytest.raises(ModelMissingError, match=f"'{name}' is no language model"):
        nlp.load(name)


@pytest.mark.parametrize("name", ["no.such", "../model"])
def test_what_can_be_no_package_is_not_looked_for(name: str) -> None:
    with pytest.raises(ModelMissingError, match="not installed"):
        nlp.load(name)


def test_a_model_without_a_part_that_is_needed_is_an_error_that_names_it(monkeypatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: name)
    monkeypatch.setattr("spacy.load", lambda name: spacy.blank("en"))
    with pytest.raises(ModelMissingError, match="'blank_en' has no tagger"):
        nlp.load("blank_en")


def test_a_bracket_before_a_colon_or_behind_a_figure_is_no_smiley() -> None:
    (doc,) = nlp.parse(["Mara Quill (Ohio): see the tables (7 and 8)."])
    assert [t.text for t in doc if set(t.text) & set("():")] == ["(", ")", ":", "(", ")"]
