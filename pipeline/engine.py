"""Where the work runs. An engine is one `map` that keeps the order of its items; stages never know which one it is."""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import chain
from multiprocessing import get_context
from types import TracebackType
from typing import Protocol, TypeVar

from pipeline.errors import UsageError

T = TypeVar("T")
R = TypeVar("R")

_LARGEST_SHARD = 64
_SHARDS_PER_WORKER = 4


class Engine(Protocol):
    """Something that applies a function to items and gives the results in the items' order."""

    def map(self, function: Callable[[T], R], items: Sequence[T]) -> Iterator[R]:
        """`function` of each item, in order."""
        ...

    def __enter__(self) -> Engine: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


class Local:
    """One item after the other, in this process."""

    def map(self, function: Callable[[T], R], items: Sequence[T]) -> Iterator[R]:
        """`function` of each item, as it is asked for."""
        return map(function, items)

    def __enter__(self) -> Local:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        return None


@dataclass(frozen=True)
class _Shard:
    """A function applied to a run of items: one message to a worker and one back, not one an item."""

    function: Callable[[object], object]

    def __call__(self, items: Sequence[object]) -> list[object]:
        return [self.function(item) for item in items]


class Processes:
    """Shards of items on `workers` processes, each of which loads its models once."""

    def __init__(self, workers: int) -> None:
        self.workers = workers
        # Spawned, not forked: a fork of a process that has threads of numerical libraries may never come back.
        self._pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"))

    def map(self, function: Callable[[T], R], items: Sequence[T]) -> Iterator[R]:
        """`function` of each item. Raises UsageError where the function cannot be sent to another process."""
        try:
            pickle.dumps(function)
        except (pickle.PicklingError, AttributeError, TypeError) as error:
            raise UsageError(
                f"{function!r} cannot be sent to another process ({error}); use the engine 'local'"
            ) from None
        size = max(1, min(_LARGEST_SHARD, -(-len(items) // (self.workers * _SHARDS_PER_WORKER))))
        shards = [items[i : i + size] for i in range(0, len(items), size)]
        results: Iterator[list[R]] = self._pool.map(_Shard(function), shards)  # type: ignore[arg-type]
        return chain.from_iterable(results)

    def __enter__(self) -> Processes:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pool.shutdown(cancel_futures=True)


def choose(name: str) -> Engine:
    """The engine of that name: `local`, `processes` (one for each core) or `processes:N`.

    Raises UsageError for another name or a number below 1.
    """
    kind, _, count = name.partition(":")
    if kind == "local" and not count:
        return Local()
    if kind == "processes" and (not count or (count.isascii() and count.isdigit() and int(count) > 0)):
        return Processes(int(count) if count else os.cpu_count() or 1)
    raise UsageError(f"no engine '{name}'; there are local, processes and processes:N, N being 1 or more")
