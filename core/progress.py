"""How `core` reports progress: a callable that takes a fraction and raises `Cancelled` when the user cancelled."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

Progress = Callable[[float], None]


def no_progress(fraction: float) -> None:
    """Report to nobody, never cancel."""


def part_of(progress: Progress, start: float, end: float) -> Progress:
    """A progress that fills `start` to `end` (fractions) of `progress`."""
    return lambda fraction: progress(start + (end - start) * fraction)


def together(progress: Progress, *works: Callable[[Progress], Any]) -> list[Any]:
    """The results of `works` done beside one another, the first in the calling thread; numpy and GEOS free the interpreter.

    Each is given a Progress of its own; `progress` hears of all of them, from several threads.
    """
    done = [0.0] * len(works)

    def run(place: int) -> Any:
        def tell(fraction: float) -> None:
            done[place] = fraction
            progress(sum(done) / len(done))

        result = works[place](tell)
        tell(1.0)
        return result

    with ThreadPoolExecutor(len(works)) as pool:
        beside = [pool.submit(run, place) for place in range(1, len(works))]
        return [run(0), *(work.result() for work in beside)]
