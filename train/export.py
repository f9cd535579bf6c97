"""Write a trained model as the folder that is shipped: python -m train.export CHECKPOINT --out FOLDER [--fp32].

A model of another base than the packaged one's is written with `--recipe` and `--base`, as it was trained with.

With the word `embedder` for the checkpoint, the base is written as it is, as a maker of sentence vectors: what
`bench/candidates.py` weighs.

The head is exported with the encoder; weights become int8, per channel, with dynamic scales for what flows between.
With `--smooth DATA` what flows is evened out before, by what training pairs show (`train/smooth.py`).
Temperature and threshold come from `train.calibrate`, which writes them into `judge.json`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import tempfile
import tomllib
from pathlib import Path

import torch

from train import net, smooth, sources

RECIPE = Path(__file__).with_name("recipe.toml")
TOKENS = 128
"""The longest pair that the models are exported for."""


def load(checkpoint: Path, recipe_file: Path = RECIPE, base: Path | None = None) -> net.Judge:
    """The trained judge, ready to be asked."""
    recipe = tomllib.loads(recipe_file.read_text(encoding="utf-8"))
    judge = net.fresh(recipe["head"], base, recipe.get("layers"))
    judge.load_state_dict(torch.load(checkpoint, weights_only=True, map_location="cpu")["model"])
    return judge.eval()


def to_onnx(judge: net.Judge, path: Path) -> None:
    """The graph in fp32, with any number of pairs and tokens."""
    ids = torch.tensor([[5, 6, 7, 8, 9, 10, 11, 12, 13]] * 2)
    given = {"input_ids": ids, "attention_mask": torch.ones_like(ids)}
    graph: torch.nn.Module = net.Unmarked(judge)
    if judge.marked:
        given["token_type_ids"] = torch.tensor([[0, 0, 0, 0, 0, 1, 1, 1, 1]] * 2)
        graph = judge
    axes = {0: "pairs", 1: "tokens"}
    torch.onnx.export(
        graph, tuple(given.values()), str(path), input_names=list(given), output_names=["logits"],
        dynamic_axes={**dict.fromkeys(given, axes), "logits": {0: "pairs"}}, opset_version=17, dynamo=False,
    )  # fmt: skip


def quantise(source: Path, target: Path) -> None:
    """int8 weights per channel."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    quantize_dynamic(
        source, target, weight_type=QuantType.QInt8, per_channel=True, extra_options={"DefaultTensorType": 1}
    )


def write(judge: net.Judge, folder: Path, fp32: bool = False, base: Path | None = None, **card: object) -> None:
    """The folder: model.onnx, tokenizer.json, judge.json with the labels and the sums of both files."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        plain = Path(scratch, "plain.onnx")
        to_onnx(judge, plain)
        if fp32:
            shutil.copyfile(plain, folder / "model.onnx")
        else:
            quantise(plain, folder / "model.onnx")
    write_tokenizer(base or net.base_folder(), folder)
    sums = {n: hashlib.sha256((folder / n).read_bytes()).hexdigest() for n in ("model.onnx", "tokenizer.json")}
    told = {
        "labels": list(sources.LABELS),
        "tokens": TOKENS,
        "temperature": 1.0,
        "threshold": 0.9,
        "script": "latin",
        **card,
        "sha256": sums,
    }
    (folder / "judge.json").write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


def write_tokenizer(base: Path, folder: Path) -> None:
    """The base's tokenizer, without its truncation and padding."""
    tokenizer = json.loads((base / "tokenizer.json").read_text(encoding="utf-8"))
    tokenizer["truncation"] = tokenizer["padding"] = None
    (folder / "tokenizer.json").write_text(json.dumps(tokenizer, ensure_ascii=False), encoding="utf-8")


class Mean(torch.nn.Module):
    """The base with its own pooling: the mean over tokens."""

    def __init__(self, encoder: torch.nn.Module) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
        """One vector for each text; both tensors are texts x tokens."""
        share = attention_mask.unsqueeze(-1).float()
        return (self.encoder(input_ids, attention_mask=attention_mask)[0] * share).sum(1) / share.sum(1)


def write_embedder(folder: Path) -> None:
    """The folder: model.onnx (int8) and tokenizer.json."""
    folder.mkdir(parents=True, exist_ok=True)
    ids, names = torch.ones(2, 9, dtype=torch.long), ["input_ids", "attention_mask"]
    axes = {name: {0: "texts", 1: "tokens"} for name in names} | {"vectors": {0: "texts"}}
    with tempfile.TemporaryDirectory() as scratch:
        plain = Path(scratch, "plain.onnx")
        torch.onnx.export(
            Mean(net.fresh().encoder.eval()), (ids, torch.ones_like(ids)), str(plain), input_names=names,
            output_names=["vectors"], dynamic_axes=axes, opset_version=17, dynamo=False,
        )  # fmt: skip
        quantise(plain, folder / "model.onnx")
    write_tokenizer(net.base_folder(), folder)


def main() -> None:
    """Export one checkpoint."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--fp32", action="store_true", help="leave the weights as they are")
    parser.add_argument("--recipe", type=Path, default=RECIPE, help="the recipe it was trained by")
    parser.add_argument("--base", type=Path, help="folder of the base weights, where not the packaged ones")
    parser.add_argument("--smooth", type=Path, metavar="DATA", help="even out by pairs of this folder's nli/train")
    args = parser.parse_args()
    torch.set_num_threads(1)
    if args.checkpoint == Path("embedder"):
        write_embedder(args.out)
        return
    judge = load(args.checkpoint, args.recipe, args.base)
    if args.smooth:
        smooth.smooth(judge, smooth.sample(args.smooth, args.base, TOKENS))
    write(judge, args.out, args.fp32, args.base)


if __name__ == "__main__":
    main()
