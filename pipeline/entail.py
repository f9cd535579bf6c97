"""The entailment model, behind one function: what a premise says of a hypothesis.

`load(folder)` opens a cross-encoder as ONNX with its tokenizer: one of the two that are shipped, or any other in the
shape that `docs/models.md` describes. Runs on onnxruntime and tokenizers alone, on the CPU.

A pair is judged alone, never in a padded batch: dynamic quantisation scales a whole batch together, so that in a batch
a pair's score would depend on its neighbours. Same pair, same score, whatever else is asked.
"""

from __future__ import annotations

import hashlib
import json
import math
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.errors import ModelMissingError

if TYPE_CHECKING:
    import onnxruntime
    from tokenizers import Tokenizer

SMALL = Path(__file__).with_name("models") / "entailment"
"""The small model: quick, for many pairs."""
PRECISE = Path(__file__).with_name("models") / "precise"
"""The larger one, three times slower and much oftener right."""
LABELS = ("entailment", "neutral", "contradiction")
LONGEST = 512
"""Tokens of a pair beyond which no model is asked, whatever it allows."""
SHORTEST = 32
"""A model that reads fewer tokens than this has no use here."""
THRESHOLD = 0.9
"""Working threshold of a contradiction for a model that names none of its own."""
UNREAD = "the texts are in letters that the model does not read"
WINDOWS = 24
"""Windows of a long premise that are judged: those that share most with the hypothesis."""

_WORD = re.compile(r"\w{2,}")
_LETTER = re.compile(r"[^\W\d_]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_END = re.compile(r"[.!?][\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z0-9])|\n\s*\n")
_NAMES = {
    "entailment": 0, "entails": 0, "entail": 0, "supported": 0, "supports": 0, "support": 0, "consistent": 0,
    "neutral": 1, "not_entailment": 1, "unrelated": 1, "not_supported": 1, "nei": 1, "unknown": 1, "none": 1,
    "not enough info": 1, "not_contradiction": 1,
    "contradiction": 2, "contradicts": 2, "refuted": 2, "refutes": 2, "inconsistent": 2,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Score:
    """Probabilities of the three labels, which add up to one, and the part of the premise that they rest on.

    `because`: why the model was not asked, where it was not; such a pair is neutral.
    """

    entailment: float
    neutral: float
    contradiction: float
    window: tuple[int, int]
    threshold: float = 0.5
    because: str = ""

    @property
    def label(self) -> str:
        """The likeliest of the three."""
        return max(zip((self.entailment, self.neutral, self.contradiction), LABELS, strict=True))[1]

    @property
    def verdict(self) -> str:
        """What the pipeline acts on: a contradiction from the model's working threshold on, else the likelier other."""
        if self.contradiction >= max(self.threshold, self.entailment):
            return "contradiction"
        return "entailment" if self.entailment >= self.neutral else "neutral"


@dataclass(frozen=True, slots=True)
class Card:
    """What `judge.json` or `config.json` says of a model.

    `order`: for each output of the model, the place in LABELS. `threshold`: the probability from which a contradiction
    is called one. `tokens`: the longest pair it reads. `latin`: whether it reads Latin letters alone.
    """

    order: tuple[int, ...]
    temperature: float = 1.0
    threshold: float = THRESHOLD
    tokens: int = LONGEST
    latin: bool = False


class Judge:
    """A loaded model. `scores` for probabilities, call it for verdicts."""

    def __init__(self, session: onnxruntime.InferenceSession, tokenizer: Path, card: Card, threads: int) -> None:
        self.card = card
        self._session, self._threads = session, threads
        self._whole, self._cut = _tokenizer(tokenizer), _tokenizer(tokenizer)
        self._cut.enable_truncation(card.tokens, strategy="longest_first")
        self._takes = {i.name: "int32" if "int32" in i.type else "int64" for i in session.get_inputs()}

    def __call__(self, pairs: Sequence[tuple[str, str]]) -> list[str]:
        """The verdict on each pair of premise and hypothesis: contradictions at the working threshold."""
        return [score.verdict for score in self.scores(pairs)]

    def scores(self, pairs: Sequence[tuple[str, str]]) -> list[Score]:
        """A Score for each pair of premise and hypothesis, in their order.

        A long premise is judged in windows of whole sentences; the one that entails most decides, or where none does
        the least neutral. A pair without a word on one side, in letters that the model cannot read, or with a
        hypothesis too long for it, is neutral and says why.
        """
        order = sorted(range(len(pairs)), key=lambda i: (len(pairs[i][0]) + len(pairs[i][1]), i))
        if self._threads == 1 or len(order) < 4:
            made = [self._score(*pairs[i]) for i in order]
        else:
            with ThreadPoolExecutor(self._threads) as pool:
                made = list(pool.map(lambda i: self._score(*pairs[i]), order))
        by_place = dict(zip(order, made, strict=True))
        return [by_place[i] for i in range(len(pairs))]

    def _score(self, premise: str, hypothesis: str) -> Score:
        why = self._unreadable(premise, hypothesis)
        best = None
        for start, end in () if why else self._windows(premise, hypothesis):
            probabilities = self._ask(premise[start:end], hypothesis)
            if probabilities:
                made = Score(*probabilities, (start, end), self.card.threshold)
                best = made if best is None or _says_more(made, best) else best
        return best or Score(0.0, 1.0, 0.0, (0, len(premise)), self.card.threshold, why or UNREAD)

    def _unreadable(self, premise: str, hypothesis: str) -> str:
        """Why the pair cannot be judged, if it cannot."""
        if not _WORD.search(premise) or not _WORD.search(hypothesis):
            return "one of the texts holds no word"
        if self.card.latin and not (_in_latin(premise) and _in_latin(hypothesis)):
            return UNREAD
        if self._room(hypothesis) < self.card.tokens // 4:
            return f"the hypothesis is too long for a model that reads {self.card.tokens} tokens"
        return ""

    def _room(self, hypothesis: str) -> int:
        """Tokens of the premise that fit beside the hypothesis and four special ones."""
        return self.card.tokens - 4 - len(self._whole.encode(hypothesis, add_special_tokens=False).ids)

    def _windows(self, premise: str, hypothesis: str) -> list[tuple[int, int]]:
        room = self._room(hypothesis)
        if len(premise) <= room:  # a token is a character at least
            return [(0, len(premise))]
        offsets = [o for o in self._whole.encode(premise, add_special_tokens=False).offsets if o[1] > o[0]]
        if len(offsets) <= room:
            return [(0, len(premise))]
        return _likeliest(premise, hypothesis, windows(premise, offsets, room))

    def _ask(self, premise: str, hypothesis: str) -> tuple[float, float, float] | None:
        import numpy as np

        encoded = self._cut.encode(premise, hypothesis)
        unread = sum(token in ("[UNK]", "<unk>") for token in encoded.tokens)
        if unread > len(encoded.ids) / 3:
            return None
        given = {"input_ids": encoded.ids, "attention_mask": encoded.attention_mask, "token_type_ids": encoded.type_ids}
        fed = {name: np.array([given[name]], dtype=kind) for name, kind in self._takes.items()}
        logits = self._session.run(None, fed)[0][0]
        return _probabilities([float(x) for x in logits], self.card)


def _in_latin(text: str) -> bool:
    """Whether most letters are Latin; a tokenizer may hold letters of other scripts that its model never learned."""
    return 2 * len(_LATIN.findall(text)) >= len(_LETTER.findall(text))


def _says_more(one: Score, other: Score) -> bool:
    """A text carries a statement where any part of it does; else the part counts that is least neutral."""
    if "entailment" in (one.label, other.label):
        return one.entailment > other.entailment
    return one.neutral < other.neutral


def windows(text: str, offsets: Sequence[tuple[int, int]], room: int) -> list[tuple[int, int]]:
    """Runs of whole sentences of `room` tokens at most, each beginning where the one before is half through.

    `offsets`: start and end of each token. A sentence longer than `room` is cut at a token.
    """
    starts = {0} | {m.end() for m in _END.finditer(text)}
    opens = [
        i
        for i, (start, _) in enumerate(offsets)
        if i == 0 or any(s in starts for s in range(offsets[i - 1][1], start + 1))
    ]
    opens.append(len(offsets))
    found, at = [], 0
    while at < len(offsets):
        last = at + room
        fit = bisect_right(opens, last) - 1
        stop = opens[fit] if opens[fit] > at else min(last, len(offsets))
        found.append((offsets[at][0], offsets[stop - 1][1]))
        if stop == len(offsets):
            break
        half = bisect_left(opens, at + room // 2)
        at = min(opens[half], stop)
    return found


def _likeliest(premise: str, hypothesis: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    asked = {w.lower() for w in _WORD.findall(hypothesis)}
    shared = [(-len(asked & {w.lower() for w in _WORD.findall(premise[s:e])}), s, e) for s, e in spans]
    return sorted((s, e) for _, s, e in sorted(shared)[:WINDOWS])


def _probabilities(logits: list[float], card: Card) -> tuple[float, float, float]:
    top = max(logits)
    weights = [math.exp((x - top) / card.temperature) for x in logits]
    made = [0.0, 0.0, 0.0]
    for place, weight in zip(card.order, weights, strict=True):
        made[place] += weight / sum(weights)
    return round(made[0], 4), round(made[1], 4), round(made[2], 4)


# ---------------------------------------------------------------- loading


@cache
def load(folder: Path = PRECISE, threads: int = 2) -> Judge:
    """The model in that folder, opened once a process.

    The folder holds `model.onnx` (or one other .onnx file), `tokenizer.json`, and `judge.json` or `config.json` with
    the labels' names. Raises ModelMissingError that says what is missing or does not fit.
    """
    folder = Path(folder)
    if not folder.is_dir():
        raise ModelMissingError(
            f"no folder of an entailment model at {folder}; leave the setting out for the packaged one"
        )
    model, tokenizer = _model_file(folder), folder / "tokenizer.json"
    if not tokenizer.exists():
        raise ModelMissingError(f"{folder} holds no tokenizer.json; docs/models.md says how to write one")
    card = _card(folder)
    session = _session(model)
    _check_shape(model, session, len(card.order))
    return Judge(session, tokenizer, card, threads)


def _check_shape(model: Path, session: onnxruntime.InferenceSession, labels: int) -> None:
    """That the graph takes two texts of any length and gives a score for each label."""
    shape = session.get_outputs()[0].shape
    if len(shape) != 2:
        raise ModelMissingError(f"{model} gives no row of scores for each pair; export it for text classification")
    if isinstance(shape[1], int) and shape[1] != labels:
        raise ModelMissingError(f"{model} gives {shape[1]} scores, but {labels} labels are named beside it")
    strange = {i.name for i in session.get_inputs()} - {"input_ids", "attention_mask", "token_type_ids"}
    if strange:
        raise ModelMissingError(f"{model} asks for {', '.join(sorted(strange))}; it is no cross-encoder of two texts")
    fixed = [i.shape[1] for i in session.get_inputs() if len(i.shape) == 2 and isinstance(i.shape[1], int)]
    if fixed:
        raise ModelMissingError(f"{model} takes pairs of {fixed[0]} tokens only; export it with dynamic axes")


def _model_file(folder: Path) -> Path:
    named = folder / "model.onnx"
    found = [named] if named.exists() else sorted(folder.glob("*.onnx")) or sorted(folder.glob("onnx/*.onnx"))
    if not found:
        raise ModelMissingError(f"{folder} holds no .onnx file; docs/models.md says how to export a model")
    if len(found) > 1:
        raise ModelMissingError(
            f"{folder} holds {len(found)} .onnx files and none is called model.onnx; rename the right one"
        )
    return found[0]


def _card(folder: Path) -> Card:
    ours, theirs = folder / "judge.json", folder / "config.json"
    path = ours if ours.exists() else theirs
    if not path.exists():
        raise ModelMissingError(f"{folder} holds neither judge.json nor config.json with the names of the labels")
    try:
        table = json.loads(path.read_text(encoding="utf-8"))
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        raise ModelMissingError(f"{path} is not JSON ({error})") from None
    if not isinstance(table, dict):
        raise ModelMissingError(f"{path} is no JSON object with the names of the labels")
    _check_sums(folder, table.get("sha256") or {})
    key = "tokens" if table.get("tokens") else "max_position_embeddings"
    return Card(
        _order(path, table),
        _number(path, table, "temperature", 1.0, 0.01),
        _number(path, table, "threshold", THRESHOLD, 0.0),
        min(int(_number(path, table, key, LONGEST, SHORTEST)), LONGEST),
        table.get("script") == "latin",
    )


def _number(path: Path, table: dict[str, Any], key: str, default: float, least: float) -> float:
    value = table.get(key, default)
    if isinstance(value, bool) or not isinstance(value, int | float) or value < least:
        raise ModelMissingError(f"{path}: {key} is {value!r}; it needs a number of at least {least:g}")
    return float(value)


def _order(path: Path, table: dict[str, Any]) -> tuple[int, ...]:
    names = table.get("labels")
    if names is not None and not isinstance(names, list):
        raise ModelMissingError(f"{path}: labels is {names!r}; it needs a list of names")
    numbered = table.get("id2label")
    if names is None and isinstance(numbered, dict) and all(str(k).isdecimal() for k in numbered):
        names = [name for _, name in sorted(numbered.items(), key=lambda item: int(item[0]))]
    if not names:
        raise ModelMissingError(f'{path} names no labels; it needs "labels" or "id2label"')
    unknown = [n for n in names if str(n).strip().lower() not in _NAMES]
    if unknown:
        raise ModelMissingError(
            f"{path}: label {unknown[0]!r} is not known; use entailment, neutral, contradiction or not_entailment"
        )
    order = tuple(_NAMES[str(n).strip().lower()] for n in names)
    if len(order) not in (2, 3) or len(set(order)) != len(order):
        raise ModelMissingError(
            f"{path} names {len(order)} labels, {', '.join(map(str, names))}; two or three different ones are needed"
        )
    return order


def _check_sums(folder: Path, sums: dict[str, str]) -> None:
    for name, expected in sorted(sums.items()):
        path = folder / name
        if not path.exists():
            raise ModelMissingError(f"{folder} holds no {name}")
        if hashlib.sha256(path.read_bytes()).hexdigest() != expected:
            raise ModelMissingError(
                f"{path} is not the file that belongs to this model (its sha256 differs); install it anew"
            )


def _session(model: Path) -> onnxruntime.InferenceSession:
    try:
        import onnxruntime
    except ImportError:
        raise ModelMissingError("onnxruntime is not installed; run: make setup") from None
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1  # pairs run side by side instead: see the top
    options.enable_cpu_mem_arena = False
    options.log_severity_level = 3
    try:
        return onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
    except Exception as error:  # onnxruntime raises classes of its own that it does not export
        raise ModelMissingError(f"{model} cannot be read as an ONNX model ({str(error)[:120]})") from None


def _tokenizer(path: Path) -> Tokenizer:
    from tokenizers import Tokenizer

    try:
        made = Tokenizer.from_file(str(path))
    except Exception as error:  # tokenizers raises bare Exception
        raise ModelMissingError(f"{path} cannot be read as a tokenizer ({str(error)[:120]})") from None
    made.no_padding()
    made.no_truncation()
    return made


def both_ways(judge: Judge, pairs: Iterable[tuple[str, str]]) -> list[bool]:
    """Whether each pair contradicts in both directions at the working threshold."""
    asked = list(pairs)
    labels = judge([p for left, right in asked for p in ((left, right), (right, left))])
    return [labels[2 * i] == labels[2 * i + 1] == "contradiction" for i in range(len(asked))]
