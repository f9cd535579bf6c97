"""Make a judge fit for int8: even out what flows into its matrix products, at no loss.

Dynamic quantisation scales all that flows into a product by its largest value, and a few channels of a layer are twenty
times as large as the rest, which then fall together. So each channel is divided by a number before the product and the
weights that it meets are multiplied by it: the same sums, with the spread moved from what flows to the weights, which
have a scale for each output of their own (SmoothQuant, Xiao et al. 2023).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import torch
from torch import Tensor, nn

from train import batches, net, sources

SHARES = {"attention": 0.5, "intermediate": 0.5, "output": 0.8}
"""How much of a channel's spread goes to the weights, by the part of a layer; what holds held-out scores nearest to
those before int8 (of 0.5, 0.7, 0.8 and 0.85)."""
SAMPLE = 256
LEAST = 1e-3


class Evened(nn.Module):
    """A linear layer whose input is divided by `spread` (one number a channel), its weights made for that."""

    def __init__(self, linear: nn.Linear, spread: Tensor) -> None:
        super().__init__()
        self.linear = linear
        self.register_buffer("share", 1 / spread)
        with torch.no_grad():
            linear.weight.mul_(spread)

    def forward(self, hidden: Tensor) -> Tensor:
        """What the linear layer gave before."""
        return self.linear(hidden * self.share)


def sample(data: Path, base: Path | None, tokens: int) -> list[list[batches.Item]]:
    """Batches of training pairs, spread over the whole file, to see what flows."""
    pairs = [p for p in sources.read(data) if not sources.held_out(p)]
    items = batches.encode(pairs[:: max(1, len(pairs) // SAMPLE)], tokens, base)
    return batches.bucket(items, 32, 0)


def smooth(judge: net.Judge, seen: Iterable[Sequence[batches.Item]]) -> None:
    """Even out every product of the encoder's layers, by the largest values among the pairs `seen`."""
    parts = list(_parts(judge))
    largest: dict[int, Tensor] = {}

    def look(at: int, flowing: Tensor) -> None:
        most = flowing.abs().flatten(0, 1).amax(0)
        largest[at] = torch.maximum(largest[at], most) if at in largest else most

    hooks = [
        getattr(owner, names[0]).register_forward_pre_hook(lambda _, given, at=at: look(at, given[0]))
        for at, (_, owner, names) in enumerate(parts)
    ]
    with torch.no_grad():
        for batch in seen:
            judge(*batches.stack(batch)[:3])
    for hook in hooks:
        hook.remove()
    for at, (part, owner, names) in enumerate(parts):
        linears = [getattr(owner, name) for name in names]
        weights = torch.stack([linear.weight.detach().abs().amax(0) for linear in linears]).amax(0)
        share = SHARES[part]
        spread = largest[at].clamp(min=LEAST) ** share / weights.clamp(min=LEAST) ** (1 - share)
        for name, linear in zip(names, linears, strict=True):
            setattr(owner, name, Evened(linear, spread))


def _parts(judge: net.Judge) -> Iterator[tuple[str, nn.Module, tuple[str, ...]]]:
    """Part, owner and names of the linear layers that one input flows into."""
    for layer in judge.encoder.encoder.layer:
        if judge.marked:
            yield "attention", layer.attention.self, ("query", "key", "value")
        else:
            yield "attention", layer.attention.attn, ("q", "k", "v")
        yield "intermediate", layer.intermediate, ("dense",)
        yield "output", layer.output, ("dense",)
