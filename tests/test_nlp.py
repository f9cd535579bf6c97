import pytest

from pipeline import nlp
from pipeline.errors import ModelMissingError


def test_a_missing_model_is_an_error_with_the_command_that_mends_it() -> None:
    with pytest.raises(ModelMissingError, match="python -m spacy download en_core_web_lg"):
        nlp.load("en_core_web_lg")


def test_the_model_is_loaded_once() -> None:
    assert nlp.load() is nlp.load()


def test_texts_are_parsed_in_order() -> None:
    assert [doc.text for doc in nlp.parse(["One.", "", "Two."])] == ["One.", "", "Two."]
