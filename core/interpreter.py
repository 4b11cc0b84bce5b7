"""Python while work goes on beside others: the search for reference cycles rests, and threads take short turns."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

_TURN = 0.001
"""Seconds after which a thread that waits for the interpreter gets it: one that comes back from GEOS has usually little to
do before it is in there again, and Python's five milliseconds are as long as a whole step of it."""


class _Search:
    """Python's search for reference cycles, which whoever holds it lets rest until all have released it; from any thread."""

    def __init__(self) -> None:
        self._lock, self._holders, self._usual = Lock(), 0, False

    @property
    def usual(self) -> bool:
        """Whether Python searches while nobody holds it."""
        return self._usual if self._holders else gc.isenabled()

    def hold(self) -> None:
        """Let it rest."""
        with self._lock:
            if not self._holders:
                self._usual = gc.isenabled()
                gc.disable()
            self._holders += 1

    def release(self) -> None:
        """It may go on, as far as this holder is concerned."""
        with self._lock:
            self._holders -= 1
            if not self._holders and self._usual:
                gc.enable()


SEARCH = _Search()


class _Interpreter:
    """Python while algorithms compute; several runs may go on at once.

    The search for reference cycles rests: they make millions of small objects and no cycles, and the search took a fifth of
    their time. And their threads take short turns.
    """

    def __init__(self) -> None:
        self._lock, self._runs, self._turn = Lock(), 0, 0.0

    @contextmanager
    def computing(self) -> Iterator[None]:
        """So until the last of the runs that asked for it has ended."""
        SEARCH.hold()
        with self._lock:
            self._runs += 1
            if self._runs == 1:
                self._turn = sys.getswitchinterval()
                sys.setswitchinterval(min(_TURN, self._turn))
        try:
            yield
        finally:
            with self._lock:
                self._runs -= 1
                if self._runs == 0:
                    sys.setswitchinterval(self._turn)
            SEARCH.release()


INTERPRETER = _Interpreter()
