"""Runs of rows of different lengths, one after the other: whose each row is."""

from __future__ import annotations

import numpy as np


def rows_of(count: np.ndarray) -> np.ndarray:
    """int64 (Σ count,): each of 0, 1, 2 … so many times as `count` int64 (n,) says; several times as quick as np.repeat,
    which copies them one by one."""
    some = np.flatnonzero(count)
    of = np.zeros(int(count.sum()), dtype=np.int64)
    if len(some):
        first = np.cumsum(count[some]) - count[some]
        of[first[0]], of[first[1:]] = some[0], some[1:] - some[:-1]
        np.cumsum(of, out=of)
    return of


def spread(count: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """For each of `count` int64 (n,) so many entries: its row, and 0, 1, 2 … within the row."""
    of = rows_of(count)
    place = np.arange(len(of))
    place -= (np.cumsum(count) - count).take(of)
    return of, place
