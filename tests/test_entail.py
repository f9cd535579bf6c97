"""The entailment model: loading, windows, what it says of plain pairs."""

from __future__ import annotations

import json
import shutil
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer, models, pre_tokenizers, processors

from pipeline import entail
from pipeline.errors import ModelMissingError

GRAPHS = Path(__file__).parent / "models"
WORDS = [
    "the",
    "mayor",
    "opened",
    "a",
    "bridge",
    "on",
    "monday",
    "tuesday",
    "not",
    "closed",
    ".",
    "in",
    "said",
    "two",
    "three",
    "river",
    "town",
    "school",
]


def wordpiece(path: Path) -> None:
    vocabulary = {w: i for i, w in enumerate(["[PAD]", "[UNK]", "[CLS]", "[SEP]", *WORDS])}
    made = Tokenizer(models.WordPiece(vocabulary, unk_token="[UNK]"))
    made.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    made.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]", pair="[CLS] $A [SEP] $B:1 [SEP]:1", special_tokens=[("[CLS]", 2), ("[SEP]", 3)]
    )
    made.save(str(path))


def sentencepiece(path: Path) -> None:
    vocabulary = [("<pad>", 0.0), ("<unk>", 0.0), ("<s>", 0.0), ("</s>", 0.0), *(("▁" + w, -2.0) for w in WORDS)]
    made = Tokenizer(models.Unigram(vocabulary, unk_id=1))
    made.pre_tokenizer = pre_tokenizers.Metaspace()
    made.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", pair="<s> $A </s> </s> $B </s>", special_tokens=[("<s>", 2), ("</s>", 3)]
    )
    made.save(str(path))


def folder_of(tmp_path: Path, graph: str, card: object, pieces: str = "wordpiece") -> Path:
    folder = tmp_path / "model"
    folder.mkdir()
    shutil.copy(GRAPHS / graph, folder / "model.onnx")
    (wordpiece if pieces == "wordpiece" else sentencepiece)(folder / "tokenizer.json")
    if card is not None:
        (folder / "config.json").write_text(json.dumps(card), encoding="utf-8")
    return folder


THREE = {"id2label": {"0": "contradiction", "1": "entailment", "2": "neutral"}, "max_position_embeddings": 512}


def test_a_model_brought_by_the_user_may_name_its_labels_in_any_order(tmp_path: Path) -> None:
    pair = ("the mayor opened a bridge", "the mayor opened a school")
    first = entail.load(folder_of(tmp_path, "three.onnx", THREE)).scores([pair])[0]
    (tmp_path / "again").mkdir()
    turned = {"id2label": {"0": "ENTAILMENT", "1": "NEUTRAL", "2": "CONTRADICTION"}}
    second = entail.load(folder_of(tmp_path / "again", "three.onnx", turned)).scores([pair])[0]
    assert (first.contradiction, first.entailment, first.neutral) == (
        second.entailment,
        second.neutral,
        second.contradiction,
    )


def test_two_labels_and_sentencepiece_do_as_well(tmp_path: Path) -> None:
    card = {"labels": ["entailment", "not_entailment"]}
    judge = entail.load(folder_of(tmp_path, "two.onnx", card, "sentencepiece"))
    score = judge.scores([("the mayor said", "the mayor said")])[0]
    assert score.contradiction == 0.0
    assert score.entailment + score.neutral == pytest.approx(1.0, abs=0.001)


def test_a_score_does_not_depend_on_what_else_is_asked(tmp_path: Path) -> None:
    judge = entail.load(folder_of(tmp_path, "three.onnx", THREE))
    pairs = [(" ".join(WORDS[: n + 2]), " ".join(WORDS[n:])) for n in range(8)]
    assert judge.scores(pairs) == [judge.scores([p])[0] for p in pairs]


def test_a_long_premise_is_judged_in_windows_of_whole_sentences(tmp_path: Path) -> None:
    judge = entail.load(folder_of(tmp_path, "three.onnx", THREE | {"max_position_embeddings": 40}))
    premise = " ".join(f"The mayor opened a bridge in {w}." for w in ["the town", "the school", "the river"] * 12)
    start, end = judge.scores([(premise, "the mayor closed a bridge")])[0].window
    assert 0 <= start < end <= len(premise)
    assert end - start < len(premise) / 3
    assert premise[start:].startswith("The mayor")
    assert premise[:end].endswith(".")


def test_a_sentence_longer_than_a_window_is_still_read_to_its_end() -> None:
    text = "word " * 50
    offsets = [(5 * i, 5 * i + 4) for i in range(50)]
    spans = entail.windows(text, offsets, 20)
    assert spans[0][0] == 0
    assert spans[-1][1] == offsets[-1][1]
    assert all(left[1] >= right[0] - 1 for left, right in pairwise(spans))


@given(st.lists(st.integers(1, 9), min_size=1, max_size=60), st.integers(3, 30))
@settings(max_examples=60, deadline=None)
def test_windows_cover_every_token_and_never_exceed_their_room(lengths: list[int], room: int) -> None:
    text, offsets = "", []
    for count, length in enumerate(lengths):
        offsets.append((len(text), len(text) + length))
        text += "A" * length + (". " if count % 4 == 3 else " ")
    spans = entail.windows(text, offsets, room)
    for start, end in spans:
        assert sum(start <= s and e <= end for s, e in offsets) <= room
    assert all(any(start <= s and e <= end for start, end in spans) for s, e in offsets)


@pytest.mark.parametrize(("premise", "hypothesis"), [("", "the mayor"), ("... !!", "the mayor"), ("the mayor", " \n ")])
def test_nothing_to_read_is_neutral(tmp_path: Path, premise: str, hypothesis: str) -> None:
    judge = entail.load(folder_of(tmp_path, "three.onnx", THREE))
    assert judge([(premise, hypothesis)]) == ["neutral"]


def test_a_script_that_the_tokenizer_does_not_know_is_neutral_and_says_so(tmp_path: Path) -> None:
    judge = entail.load(folder_of(tmp_path, "three.onnx", THREE))
    (score,) = judge.scores([("Мост открыли во вторник", "Мост закрыли")])
    assert (score.neutral, score.because) == (1.0, entail.UNREAD)


def test_a_hypothesis_longer_than_the_model_reads_is_neutral_and_says_so(tmp_path: Path) -> None:
    judge = entail.load(folder_of(tmp_path, "three.onnx", THREE | {"max_position_embeddings": 40}))
    (score,) = judge.scores([("the mayor opened a bridge", "the mayor closed a school " * 20_000)])
    assert score.neutral == 1.0
    assert "too long for a model that reads 40 tokens" in score.because


def test_a_hypothesis_is_never_cut(tmp_path: Path) -> None:
    judge = entail.load(folder_of(tmp_path, "three.onnx", THREE | {"max_position_embeddings": 40}))
    premise, hypothesis = "the mayor opened a bridge . " * 30, "the mayor closed a school . " * 4
    start, end = judge.scores([(premise, hypothesis)])[0].window
    assert len(premise[start:end].split()) + len(hypothesis.split()) + 3 <= 40


@pytest.mark.parametrize(
    ("missing", "named"),
    [
        ("model.onnx", "no .onnx file"),
        ("tokenizer.json", "no tokenizer.json"),
        ("config.json", "neither judge.json nor"),
    ],
)
def test_a_folder_that_lacks_a_file_is_an_error_that_names_it(tmp_path: Path, missing: str, named: str) -> None:
    folder = folder_of(tmp_path, "three.onnx", THREE)
    (folder / missing).unlink()
    with pytest.raises(ModelMissingError, match=named):
        entail.load(folder)


@pytest.mark.parametrize(
    ("card", "named"),
    [
        ({"labels": ["entailment", "neutral"]}, "gives 3 scores, but 2 labels"),
        ({"labels": ["good", "bad", "neutral"]}, "'good' is not known"),
        ({"id2label": {"0": "entailment", "1": "neutral", "2": "neutral"}}, "two or three different"),
        ({"model_type": "bert"}, "names no labels"),
        ({"id2label": {"one": "entailment"}}, "names no labels"),
        ({"labels": "entailment"}, "needs a list of names"),
        (THREE | {"max_position_embeddings": "long"}, "max_position_embeddings is 'long'"),
        (THREE | {"temperature": 0}, "temperature is 0; it needs a number of at least 0.01"),
        (["entailment", "neutral", "contradiction"], "is no JSON object"),
    ],
)
def test_a_card_that_does_not_fit_the_model_is_an_error(tmp_path: Path, card: object, named: str) -> None:
    with pytest.raises(ModelMissingError, match=named):
        entail.load(folder_of(tmp_path, "three.onnx", card))


def test_a_model_exported_for_one_length_is_an_error_before_anything_is_judged(tmp_path: Path) -> None:
    with pytest.raises(ModelMissingError, match="pairs of 128 tokens only; export it with dynamic axes"):
        entail.load(folder_of(tmp_path, "fixed.onnx", THREE))


def test_a_changed_file_of_a_model_with_sums_is_not_loaded(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, "three.onnx", THREE | {"sha256": {"model.onnx": "0" * 64}})
    with pytest.raises(ModelMissingError, match="sha256 differs"):
        entail.load(folder)


def test_a_file_that_is_no_model_is_an_error_in_one_line(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, "three.onnx", THREE)
    (folder / "model.onnx").write_bytes(b"not a model")
    with pytest.raises(ModelMissingError, match="cannot be read as an ONNX model"):
        entail.load(folder)


def test_a_contradiction_needs_the_working_threshold() -> None:
    score = entail.Score(0.1, 0.2, 0.7, (0, 1), threshold=0.8)
    assert (score.label, score.verdict) == ("contradiction", "neutral")
    assert entail.Score(0.1, 0.2, 0.7, (0, 1), threshold=0.6).verdict == "contradiction"
