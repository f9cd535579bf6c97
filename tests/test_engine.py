import math
import multiprocessing
import os
import signal
import subprocess
import sys
import time

import pytest

from pipeline.engine import Local, Processes, choose
from pipeline.errors import UsageError, WorkerLostError

WAITING = """
import multiprocessing, time
from pipeline.engine import Processes
with Processes(2) as engine:
    engine.map(time.sleep, [600, 600])
    print(*(p.pid for p in multiprocessing.active_children()), flush=True)
    time.sleep(600)
"""


@pytest.mark.parametrize("name", ["local", "processes:2"])
def test_results_come_in_the_order_of_their_items_on_every_engine(name: str) -> None:
    items = list(range(1000, 0, -1))
    with choose(name) as engine:
        assert list(engine.map(math.sqrt, items)) == [math.sqrt(i) for i in items]


def test_local_is_an_engine_of_that_name() -> None:
    assert isinstance(choose("local"), Local)


@pytest.mark.parametrize(
    "name", ["spark", "processes:0", "processes:-1", "processes:two", "local:2", "", "processes:²"]
)
def test_an_engine_that_is_not_there_is_an_error_that_names_those_that_are(name: str) -> None:
    with pytest.raises(UsageError, match="there are local, processes"):
        choose(name)


def test_what_cannot_be_sent_is_said_before_anything_runs() -> None:
    with Processes(1) as engine, pytest.raises(UsageError, match="cannot be sent to another process"):
        engine.map(lambda item: item, [1])


def test_no_items_give_no_results() -> None:
    with Processes(2) as engine:
        assert list(engine.map(math.sqrt, [])) == []


def test_a_process_ended_from_outside_is_an_error_with_a_way_out() -> None:
    with Processes(2) as engine, pytest.raises(WorkerLostError, match="--engine local"):
        list(engine.map(os._exit, [1]))


def test_an_error_ends_the_processes_at_once() -> None:
    def fail_while_they_work() -> None:
        with Processes(1) as engine:
            engine.map(time.sleep, [60])
            raise RuntimeError

    begun = time.monotonic()
    with pytest.raises(RuntimeError):
        fail_while_they_work()
    assert time.monotonic() - begun < 20
    assert multiprocessing.active_children() == []


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
def test_processes_end_with_the_one_that_started_them_however_it_ends(how: signal.Signals) -> None:
    with subprocess.Popen([sys.executable, "-c", WAITING], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        workers = [int(pid) for pid in parent.stdout.readline().split()]
        time.sleep(2)
        parent.send_signal(how)
    assert len(workers) == 2
    for _ in range(100):
        if not any(map(_runs, workers)):
            return
        time.sleep(0.1)
    pytest.fail(f"{workers} live on")


def _runs(pid: int) -> bool:
    """Whether a process is there and is not just waiting to be counted."""
    told = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True).stdout
    return bool(told.strip()) and not told.startswith("Z")
