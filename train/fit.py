"""Train the model by the recipe: python -m train.fit --data FOLDER --out FOLDER [--wordnet FOLDER].

Stages follow each other; each ends in `OUT/<stage>.pt`. The state is written every few minutes to `OUT/state.pt`, and
the same command goes on from there, to the step. Uses a GPU where there is one.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import pickle
import time
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch
from torch.nn.functional import cross_entropy

from train import batches, net, sources


def rate(step: int, steps: int, warmup: int, decay: str) -> float:
    """The share of the full learning rate at `step`: rises over `warmup`, then stays or falls by a cosine to zero."""
    rise = min(1.0, (step + 1) / max(1, warmup))
    return rise if decay == "none" else rise * 0.5 * (1 + math.cos(math.pi * step / steps))


def load_pairs(args: argparse.Namespace, wanted: Mapping[str, int], seed: int) -> list[sources.Pair]:
    """All pairs that a stage may draw from: the licensed ones not held out, and ours."""
    pairs = [p for p in sources.read(args.data) if not sources.held_out(p)]
    if any(name.startswith("own_") for name in wanted):
        from train import own

        pairs += own.make(pairs, seed, args.wordnet)
    return pairs


def laid_out(args: argparse.Namespace, recipe: dict[str, Any], stage: dict[str, Any]) -> list[list[batches.Item]]:
    """The stage's batches in order; kept beside the state, so that going on after an interruption takes no time."""
    tokens, seed = stage.get("tokens", recipe["tokens"]), recipe["seed"]
    told = json.dumps([stage["sources"], tokens, seed, recipe["batch"]], sort_keys=True)
    kept = args.out / f"{stage['name']}-{hashlib.sha256(told.encode()).hexdigest()[:12]}.queue"
    if not kept.exists():
        seen = stage.get("draw", stage["name"])  # another name, other pairs
        pairs = batches.draw(load_pairs(args, stage["sources"], seed), stage["sources"], f"{seed}/{seen}")
        kept.write_bytes(pickle.dumps(batches.bucket(batches.encode(pairs, tokens, args.base), recipe["batch"], seed)))
    made: list[list[batches.Item]] = pickle.loads(kept.read_bytes())
    return made


def save(path: Path, **state: Any) -> None:
    """Written beside and renamed, so that an interruption leaves the old state whole."""
    beside = path.with_suffix(".part")
    torch.save(state, beside)
    beside.replace(path)


def train_stage(
    args: argparse.Namespace, recipe: dict[str, Any], stage: dict[str, Any], judge: net.Judge, state: dict[str, Any]
) -> None:
    """One stage from the step in `state` to its end."""
    device = next(judge.parameters()).device
    queue = laid_out(args, recipe, stage)
    steps = min(len(queue), stage.get("steps", len(queue)))
    adam = torch.optim.AdamW(judge.parameters(), lr=stage["rate"], weight_decay=0.01, fused=True)
    if state.get("adam"):
        adam.load_state_dict(state["adam"])
    share = stage.get("average", 0.0)
    average = state.get("average") or {k: v.clone() for k, v in judge.state_dict().items()}
    began, seen, mean, saved = time.monotonic(), 0, 0.0, time.monotonic()
    judge.train()
    judge.regularise(stage.get("dropout", 0.1))
    print(f"stage {stage['name']}: {steps} steps of {recipe['batch']} pairs, from {state['step']}", flush=True)
    for step in range(state["step"], steps):
        torch.manual_seed(recipe["seed"] + step)
        for group in adam.param_groups:
            group["lr"] = stage["rate"] * rate(step, stage.get("of", steps), stage["warmup"], stage["decay"])
        *inputs, gold = (part.to(device) for part in batches.stack(queue[step]))
        with torch.autocast(device.type, dtype=torch.bfloat16):
            logits = judge(*inputs)
        loss = cross_entropy(logits.float(), gold, label_smoothing=stage.get("smoothing", 0.0))
        adam.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(judge.parameters(), 1.0)
        adam.step()
        if share:
            follow(average, judge, share)
        seen += len(gold)
        mean = loss.item() if not mean else 0.98 * mean + 0.02 * loss.item()
        if step % 20 == 19:
            print(
                f"{stage['name']} {step + 1}/{steps} loss {mean:.3f} {seen / (time.monotonic() - began):.1f} pairs/s",
                flush=True,
            )
        if time.monotonic() - saved > args.save_every:
            save(
                args.out / "state.pt",
                stage=stage["name"],
                step=step + 1,
                model=judge.state_dict(),
                adam=adam.state_dict(),
                average=average if share else {},
            )
            saved = time.monotonic()
    if share:
        judge.load_state_dict(average)


def follow(average: dict[str, torch.Tensor], judge: net.Judge, share: float) -> None:
    """Move the running mean of the weights towards those of now; `share` of it stays (Polyak and Juditsky 1992)."""
    with torch.no_grad():
        for name, value in judge.state_dict().items():
            if value.is_floating_point():
                average[name].lerp_(value, 1 - share)
            else:
                average[name].copy_(value)


def mean(folder: Path, stages: list[str]) -> dict[str, torch.Tensor]:
    """The mean of the weights that stages ended with (Wortsman et al. 2022)."""
    ends = [torch.load(folder / f"{name}.pt", weights_only=True)["model"] for name in stages]
    return {k: sum(e[k] for e in ends) / len(ends) for k in ends[0]}


def main() -> None:
    """Run every stage that is not done yet."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--recipe", type=Path, default=Path(__file__).with_name("recipe.toml"))
    parser.add_argument("--base", type=Path, help="folder of other base weights than the packaged MiniLM's")
    parser.add_argument("--wordnet", type=Path, help="folder of WordNet 3's data.* files, for our own pairs")
    parser.add_argument("--until", help="the stage to end with; all where none is named")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--save-every", type=float, default=180.0, help="seconds between checkpoints")
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    args.out.mkdir(parents=True, exist_ok=True)
    recipe = tomllib.loads(args.recipe.read_text(encoding="utf-8"))
    judge = net.fresh(recipe["head"], args.base, recipe.get("layers"))
    judge = judge.to("cuda" if torch.cuda.is_available() else "cpu")
    held = args.out / "state.pt"
    state: dict[str, Any] = torch.load(held, weights_only=True) if held.exists() else {}
    names = [stage["name"] for stage in recipe["stage"]]
    if args.until and args.until not in names:
        parser.error(f"no stage {args.until!r}; there are {', '.join(names)}")
    for stage in recipe["stage"][: names.index(args.until) + 1 if args.until else None]:
        done = args.out / f"{stage['name']}.pt"
        if done.exists():
            judge.load_state_dict(torch.load(done, weights_only=True)["model"])
            continue
        if "mean" in stage:
            judge.load_state_dict(mean(args.out, stage["mean"]))
            save(done, model=judge.state_dict())
            continue
        resumed = state if state.get("stage") == stage["name"] else {"step": 0}
        if "model" in resumed:
            judge.load_state_dict(resumed["model"])
        train_stage(args, recipe, stage, judge, resumed)
        save(done, model=judge.state_dict())


if __name__ == "__main__":
    main()
