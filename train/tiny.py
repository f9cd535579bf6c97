"""Write the small graphs that the tests load: python -m train.tiny FOLDER.

A table of token scores, averaged over the pair: no language, but the shapes that models brought by users have.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

TOKENS = 64


def graph(labels: int, inputs: tuple[str, ...], tokens: str | int = "tokens") -> onnx.ModelProto:
    """Logits: the mean over tokens of a row for each token id; the first label likes even ids, the last odd ones."""
    table = np.zeros((TOKENS, labels), dtype=np.float32)
    table[::2, 0], table[1::2, -1] = 3.0, 3.0
    given = [helper.make_tensor_value_info(name, TensorProto.INT64, ["pairs", tokens]) for name in inputs]
    told = [helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["pairs", labels])]
    nodes = [
        helper.make_node("Gather", ["table", "input_ids"], ["rows"]),
        helper.make_node("ReduceMean", ["rows"], ["logits"], axes=[1], keepdims=0),
    ]
    made = helper.make_graph(nodes, "tiny", given, told, [numpy_helper.from_array(table, "table")])
    return helper.make_model(made, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)


def main() -> None:
    """Write `three.onnx` (three labels, BERT's inputs), `two.onnx` (two labels, no token types) and `fixed.onnx` (pairs
    of 128 tokens only)."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    onnx.save(graph(3, ("input_ids", "attention_mask", "token_type_ids")), folder / "three.onnx")
    onnx.save(graph(2, ("input_ids", "attention_mask")), folder / "two.onnx")
    onnx.save(graph(3, ("input_ids", "attention_mask"), 128), folder / "fixed.onnx")


if __name__ == "__main__":
    main()
