"""What the shipped entailment model says of plain pairs; `bench/entailment.py` measures it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors

from pipeline import entail

CLASHES = [
    (
        "The ferry carried 40 passengers when it left the harbour.",
        "The ferry carried 90 passengers when it left the harbour.",
    ),
    ("Nine people died in the fire.", "The fire killed twelve people."),
    ("The factory was closed last year.", "The factory was not closed last year."),
    ("The minister resigned on Tuesday.", "The minister resigned on Friday."),
]
AGREE = [
    ("The council approved the plan on Monday.", "On Monday, the council approved the plan."),
    ("The ferry, which was built in 1998, carried 40 passengers.", "The ferry carried 40 passengers."),
]
OTHER = [
    ("The council approved the plan on Monday.", "The mayor thanked the firemen for their work."),
    ("Mr. Hale said the school would open again.", "Mr. Hale was born in a village near the coast."),
]


SHIPPED = [entail.SMALL, entail.PRECISE]


@pytest.fixture(scope="module", params=SHIPPED, ids=lambda folder: folder.name)
def shipped(request: pytest.FixtureRequest) -> entail.Judge:
    return entail.load(request.param)


@pytest.fixture(scope="module")
def small() -> entail.Judge:
    return entail.load(entail.SMALL)


def test_the_shipped_model_calls_plain_clashes_contradictions_both_ways(shipped: entail.Judge) -> None:
    assert entail.both_ways(shipped, CLASHES) == [True] * len(CLASHES)


def test_the_shipped_model_leaves_agreeing_and_other_statements_alone(shipped: entail.Judge) -> None:
    assert entail.both_ways(shipped, AGREE + OTHER) == [False] * (len(AGREE) + len(OTHER))
    assert shipped(AGREE) == ["entailment"] * len(AGREE)


def test_the_shipped_model_says_the_same_laid_out_as_an_export_of_others(small: entail.Judge, tmp_path: Path) -> None:
    (tmp_path / "onnx").mkdir()
    shutil.copy(entail.SMALL / "model.onnx", tmp_path / "onnx" / "model_quantized.onnx")
    shutil.copy(entail.SMALL / "tokenizer.json", tmp_path)
    card = {"id2label": dict(enumerate(["ENTAILMENT", "NEUTRAL", "CONTRADICTION"])), "max_position_embeddings": 512}
    (tmp_path / "config.json").write_text(json.dumps(card), encoding="utf-8")
    brought = entail.load(tmp_path)
    pairs = CLASHES + AGREE + OTHER
    assert [s.label for s in brought.scores(pairs)] == [s.label for s in small.scores(pairs)]
    article = " ".join(f"The council met on road {n} and spoke of the harbour for an hour." for n in range(30))
    asked = [(article, "The council met on road 7.")]
    assert brought.scores(asked)[0].window == (0, len(article))  # 512 tokens hold it whole
    assert small.scores(asked)[0].window != (0, len(article))


def as_sentencepiece(wordpiece: Path, path: Path) -> None:
    """The same words under the same ids, as a Unigram tokenizer with RoBERTa's way to join two texts."""
    vocabulary = json.loads(wordpiece.read_text(encoding="utf-8"))["model"]["vocab"]
    pieces = []
    for word, _ in sorted(vocabulary.items(), key=lambda item: item[1]):
        inner = word.removeprefix("##")
        if inner[0].isalnum():
            pieces.append((inner if inner != word else f"▁{word}", -10.0))
        else:  # of punctuation within words there is no need
            pieces.append((word, -99.0 if inner != word else -10.0))
    pieces[vocabulary["[unused0]"]] = ("▁", -20.0)
    made = Tokenizer(models.Unigram(pieces, unk_id=vocabulary["[UNK]"]))
    made.normalizer = normalizers.Lowercase()
    made.pre_tokenizer = pre_tokenizers.Metaspace()
    ends = [("[CLS]", vocabulary["[CLS]"]), ("[SEP]", vocabulary["[SEP]"])]
    made.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]", pair="[CLS] $A [SEP] $B:1 [SEP]:1", special_tokens=ends
    )
    made.save(str(path))


def test_the_shipped_model_says_the_same_behind_a_sentencepiece_tokenizer(small: entail.Judge, tmp_path: Path) -> None:
    shutil.copy(entail.SMALL / "model.onnx", tmp_path)
    as_sentencepiece(entail.SMALL / "tokenizer.json", tmp_path / "tokenizer.json")
    card = {"id2label": dict(enumerate(["entailment", "neutral", "contradiction"])), "max_position_embeddings": 512}
    (tmp_path / "config.json").write_text(json.dumps(card), encoding="utf-8")
    pairs = CLASHES + AGREE + OTHER
    assert [s.label for s in entail.load(tmp_path).scores(pairs)] == [s.label for s in small.scores(pairs)]


def test_turned_label_names_turn_the_scores(small: entail.Judge, tmp_path: Path) -> None:
    for name in ("model.onnx", "tokenizer.json"):
        shutil.copy(entail.SMALL / name, tmp_path)
    card = {
        "labels": ["contradiction", "entailment", "neutral"],
        "tokens": 128,
        "temperature": small.card.temperature,
    }
    (tmp_path / "judge.json").write_text(json.dumps(card), encoding="utf-8")
    for turned, score in zip(entail.load(tmp_path).scores(CLASHES), small.scores(CLASHES), strict=True):
        assert (turned.contradiction, turned.entailment, turned.neutral) == pytest.approx(
            (score.entailment, score.neutral, score.contradiction), abs=0.0002
        )


@pytest.mark.parametrize(
    ("premise", "hypothesis"),
    [
        ("Мост открыли во вторник.", "Мост закрыли во вторник."),
        ("افتتح الجسر يوم الثلاثاء", "أغلق الجسر يوم الثلاثاء"),
        ("橋は火曜日に開通した。", "橋は閉鎖された。"),
        ("The bridge opened.", "Η γέφυρα έκλεισε."),
    ],
)
def test_the_shipped_model_leaves_other_scripts_open(shipped: entail.Judge, premise: str, hypothesis: str) -> None:
    (score,) = shipped.scores([(premise, hypothesis)])
    assert (score.label, score.because) == ("neutral", entail.UNREAD)


def test_the_right_window_of_a_hundred_thousand_words_is_found_and_named(small: entail.Judge) -> None:
    told = "The ferry was withdrawn from service on Monday."
    premise = "The mayor opened a bridge. " * 20_000 + told
    (score,) = small.scores([(premise, told)])
    assert score.label == "entailment"
    assert premise[slice(*score.window)].endswith(told)


@pytest.mark.parametrize("folder", SHIPPED, ids=lambda folder: folder.name)
def test_the_shipped_folders_name_their_sums_and_licences(folder: Path) -> None:
    card = json.loads((folder / "judge.json").read_text(encoding="utf-8"))
    assert sorted(card["sha256"]) == ["model.onnx", "tokenizer.json"]
    assert "CC BY-SA" in (folder / "card.md").read_text(encoding="utf-8")
