"""How `core` reports progress: a callable that takes a fraction and raises `Cancelled` when the user cancelled."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[float], None]


def no_progress(fraction: float) -> None:
    """Report to nobody, never cancel."""


def part_of(progress: Progress, start: float, end: float) -> Progress:
    """A progress that fills `start` to `end` (fractions) of `progress`."""
    return lambda fraction: progress(start + (end - start) * fraction)
