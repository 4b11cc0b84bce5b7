"""Work in several threads, as many as there are cores.

numpy and GEOS free the interpreter while they work, in steps that may be short: threads that have no core of their own, and
many that take short steps, mostly wait for one another. So whoever begins a piece of work asks whether a core is left.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Lock
from typing import Any

import numpy as np

from .progress import Progress

MOST = 4
"""So many threads of ours at most: beyond, they wait for the interpreter."""


class _Cores:
    """The cores that none of our threads uses; the thread that asks first has one already."""

    def __init__(self, count: int) -> None:
        self._lock, self._free = Lock(), count - 1

    def take_if_free(self) -> bool:
        """Take one, if there is one."""
        with self._lock:
            free = self._free > 0
            self._free -= free
            return free

    def take(self) -> None:
        """Take one, be it that two have to share it."""
        with self._lock:
            self._free -= 1

    def give(self) -> None:
        """Give one back."""
        with self._lock:
            self._free += 1


CORES = _Cores(min(os.cpu_count() or 1, MOST))


class _Items:
    """Items to be worked on by several threads."""

    def __init__(self, work: Callable[[Any], Any], items: Sequence[Any] | np.ndarray) -> None:
        self._work, self._items, self._lock, self._next = work, items, Lock(), 0
        self.results: list[Any] = [None] * len(items)
        self.done = 0

    @property
    def left(self) -> int:
        """How many nobody has begun."""
        return len(self._items) - self._next

    def one(self) -> bool:
        """Work on the next; False where none is left."""
        with self._lock:
            place = self._next
            if place >= len(self._items):
                return False
            self._next += 1
        try:
            self.results[place] = self._work(self._items[place])
        except BaseException:
            self.stop()
            raise
        self.done += 1
        return True

    def help(self) -> None:
        """Work on those that are left, on a core that was taken for it."""
        try:
            while self.one():
                pass
        finally:
            CORES.give()

    def stop(self) -> None:
        """Begin no other."""
        with self._lock:
            self._next = len(self._items)


def in_threads(work: Callable[[Any], Any], items: Sequence[Any] | np.ndarray, progress: Progress) -> list:
    """Results of `work` for each item, in order: worked on in the calling thread, and in another one for each core that is
    free, be it that it becomes so meanwhile."""
    if not len(items):
        return []
    shared, helpers = _Items(work, items), list[Future[None]]()
    with ThreadPoolExecutor(MOST) as pool:
        try:
            while True:
                if shared.left > 1 and CORES.take_if_free():
                    helpers.append(pool.submit(shared.help))
                if not shared.one():
                    break
                progress(shared.done / len(items))
            for helper in helpers:
                helper.result()
        except BaseException:
            shared.stop()
            raise
    progress(1.0)
    return shared.results


def together(progress: Progress, *works: Callable[[Progress], Any]) -> list[Any]:
    """The results of `works` done beside one another, the first in the calling thread, each on a core of its own where there
    are so many.

    Each is given a Progress of its own; `progress` hears of all of them, from several threads.
    """
    done = [0.0] * len(works)

    def run(place: int) -> Any:
        def tell(fraction: float) -> None:
            done[place] = fraction
            progress(sum(done) / len(done))

        try:
            result = works[place](tell)
            tell(1.0)
            return result
        finally:
            CORES.give()

    with ThreadPoolExecutor(len(works)) as pool:
        beside = []
        for place in range(1, len(works)):
            CORES.take()
            beside.append(pool.submit(run, place))
        try:
            return [run(0), *(work.result() for work in beside)]
        finally:
            CORES.take()

