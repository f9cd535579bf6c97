import math

import pytest

from pipeline.engine import Local, Processes, choose
from pipeline.errors import UsageError


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
