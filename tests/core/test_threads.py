"""Work in threads: every item once and in order, errors and cancelling, and no core lost whatever happens."""

from __future__ import annotations

import threading
import time

import numpy as np
import pytest

from ...core.errors import Cancelled
from ...core.progress import no_progress
from ...core.threads import CORES, _Cores, in_threads, together


@pytest.fixture(autouse=True)
def two_cores(monkeypatch):
    """As on a machine with two cores, and afterwards all are free again."""
    monkeypatch.setattr(CORES, "_free", 1)
    yield
    assert CORES._free == 1


def test_every_item_once_and_in_order():
    begun: list[int] = []

    def square(item: int) -> int:
        begun.append(int(item))
        time.sleep(0.001 * (item % 3))
        return int(item) ** 2

    told: list[float] = []
    assert in_threads(square, np.arange(40), told.append) == [item**2 for item in range(40)]
    assert sorted(begun) == list(range(40)) and told == sorted(told) and told[-1] == 1.0
    assert in_threads(square, [], told.append) == []


def test_a_free_core_is_used_and_no_more_than_there_are():
    meeting = threading.Barrier(2, timeout=20)
    in_threads(lambda _: meeting.wait(), np.arange(2), no_progress)  # alone none of them would come through
    seen: set[int] = set()
    in_threads(lambda _: (seen.add(threading.get_ident()), time.sleep(0.002)), np.arange(30), no_progress)
    assert len(seen) == 2 and threading.get_ident() in seen


def test_where_all_cores_are_taken_the_caller_works_alone():
    def inner(_):
        idents: set[int] = set()
        in_threads(lambda _: (idents.add(threading.get_ident()), time.sleep(0.002)), np.arange(10), no_progress)
        beside.wait()
        return idents == {threading.get_ident()}

    beside = threading.Barrier(2, timeout=20)
    assert together(no_progress, inner, inner) == [True, True]


def test_a_core_that_becomes_free_is_used():
    def long(_):
        idents: set[int] = set()
        in_threads(lambda _: (idents.add(threading.get_ident()), time.sleep(0.02)), np.arange(20), no_progress)
        return len(idents)

    assert together(no_progress, long, lambda _: time.sleep(0.05))[0] == 2


def test_an_error_ends_the_work():
    begun: list[int] = []

    def fail(item: int) -> None:
        begun.append(item)
        time.sleep(0.001)
        if item == 5:
            raise ValueError("five")

    with pytest.raises(ValueError, match="five"):
        in_threads(fail, np.arange(1000), no_progress)
    assert len(begun) < 100
    with pytest.raises(ValueError, match="five"):
        together(no_progress, lambda _: None, lambda _: fail(5))
    with pytest.raises(ValueError, match="five"):
        together(no_progress, lambda _: fail(5), lambda _: None)


def test_cancelling_ends_the_work():
    begun: list[int] = []

    def cancel(fraction: float) -> None:
        if fraction > 0.01:
            raise Cancelled

    with pytest.raises(Cancelled):
        in_threads(lambda item: (begun.append(item), time.sleep(0.001)), np.arange(1000), cancel)
    assert len(begun) < 100


def test_progress_of_works_beside_one_another_is_that_of_all():
    told: list[float] = []
    assert together(told.append, lambda tell: tell(0.5), lambda tell: "two") == [None, "two"]
    assert max(told) == 1.0


def test_cores_are_counted():
    cores = _Cores(2)
    assert cores.take_if_free() and not cores.take_if_free()
    cores.take()
    cores.give()
    assert not cores.take_if_free()
    cores.give()
    assert cores.take_if_free()
