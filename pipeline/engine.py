"""Where the work runs. An engine is one `map` that keeps the order of its items; stages never know which one it is."""

from __future__ import annotations

import os
import pickle
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from multiprocessing import active_children, get_context, parent_process
from threading import Thread, current_thread, main_thread
from types import TracebackType
from typing import Generic, Protocol, TypeVar

from pipeline.errors import UsageError, WorkerLostError

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
class _Shard(Generic[T, R]):
    """A function applied to a run of items: one message to a worker and one back, not one an item."""

    function: Callable[[T], R]

    def __call__(self, items: Sequence[T]) -> list[R]:
        return [self.function(item) for item in items]


class Processes:
    """Shards of items on `workers` processes, each of which loads its models once."""

    def __init__(self, workers: int) -> None:
        self.workers = workers
        # Spawned, not forked: a fork of a process that has threads of numerical libraries may never come back.
        self._pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_follow_parent)

    def map(self, function: Callable[[T], R], items: Sequence[T]) -> Iterator[R]:
        """`function` of each item.

        Raises UsageError where the function cannot be sent to another process, and while results are asked for
        WorkerLostError where one of the processes was ended from outside.
        """
        try:
            pickle.dumps(function)
        except (pickle.PicklingError, AttributeError, TypeError) as error:
            raise UsageError(
                f"{function!r} cannot be sent to another process ({error}); use the engine 'local'"
            ) from None
        size = max(1, min(_LARGEST_SHARD, -(-len(items) // (self.workers * _SHARDS_PER_WORKER))))
        shards = [items[i : i + size] for i in range(0, len(items), size)]
        with _deaf_to_ctrl_c():
            results = self._pool.map(_Shard(function), shards)
        return self._came(results)

    def _came(self, results: Iterator[list[R]]) -> Iterator[R]:
        try:
            yield from chain.from_iterable(results)
        except BrokenProcessPool:
            fewer = f"processes:{self.workers - 1}" if self.workers > 2 else "local"
            raise WorkerLostError(
                f"one of {self.workers} processes was ended from outside, most likely for want of memory;"
                f" what was written before is whole; try --engine {fewer}"
            ) from None

    def __enter__(self) -> Processes:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is not None:
            for worker in active_children():
                worker.terminate()
        self._pool.shutdown(cancel_futures=True)


@contextmanager
def _deaf_to_ctrl_c() -> Iterator[None]:
    """What is started here ignores Ctrl-C, which a terminal sends to all: this process alone answers for it."""
    if current_thread() is not main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _follow_parent() -> None:
    """In a worker: end when the process that started it does, however that ends; its pipe alone would not tell."""
    Thread(target=_end_after_parent, daemon=True).start()


def _end_after_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


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
