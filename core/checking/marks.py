"""What a pass over all vertices marks, and how many marks of one parcel become one finding with the worst place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal

import numpy as np

from ..rounding import half_up
from .finding import Severity

SeverityOf = Callable[[str], "Severity | None"]
"""How severe a check is, by its id; None: it is off."""

LEAST_EXTENT = 5.0
"""Metres: the side of the square shown around a place that has no size of its own."""


def _no_numbers() -> np.ndarray:
    return np.empty(0)


@dataclass(frozen=True)
class Marks:
    """Places marked by one check: `row` int64 (k,), `x`, `y`, `measure` and `extent` float64 (k,); less is worse."""

    row: np.ndarray = field(default_factory=lambda: np.empty(0, dtype=np.int64))
    x: np.ndarray = field(default_factory=_no_numbers)
    y: np.ndarray = field(default_factory=_no_numbers)
    measure: np.ndarray = field(default_factory=_no_numbers)
    extent: np.ndarray = field(default_factory=_no_numbers)

    def __len__(self) -> int:
        return len(self.row)


def joined_marks(marks: list[Marks]) -> Marks:
    """All marks of several chunks in one."""
    if not marks:
        return Marks()
    names = ("row", "x", "y", "measure", "extent")
    return Marks(*(np.concatenate([getattr(some, name) for some in marks]) for name in names))


def worst_of(marks: Marks) -> tuple[Marks, np.ndarray]:
    """One mark a row, the worst (ties: the western, then the southern place), and int64 (rows,) how many there were."""
    if not len(marks):
        return marks, np.empty(0, dtype=np.int64)
    order = np.lexsort((marks.y, marks.x, marks.measure, marks.row))
    first = np.flatnonzero(np.r_[True, np.diff(marks.row[order]) != 0])
    count = np.diff(np.r_[first, len(order)])
    kept = order[first]
    return Marks(marks.row[kept], marks.x[kept], marks.y[kept], marks.measure[kept], marks.extent[kept]), count


def said_number(value: float, decimals: int) -> str:
    """`value` with so many decimals, half-up, read as the shortest decimal that means it; never in powers of ten."""
    return format(half_up(Decimal(repr(float(value))), decimals), "f")


def said_area(square_metres: float) -> str:
    """An area in m² to 0.01; smaller ones with the decimals that still say something."""
    return said_number(square_metres, 2 if square_metres >= 0.01 else 6)


def place_facts(x: float, y: float) -> tuple[str, ...]:
    """A place to the millimetre, as a fact that is the same in every run."""
    return f"{x:.3f}", f"{y:.3f}"
