"""Leaves of printed tables: areas by village and key, rounded once, and whole kilograms that sum up to their rounded total."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Generic, TypeVar

import numpy as np

from ...area import Area
from ...rounding import divide_half_up
from ...summary.model import UNIT
from ...summary.printing import Printing, rounded_cells

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True)
class Grid(Generic[Key]):
    """Printed leaves: `units` int64 (f, k) in printed units and `plain` (f, k) each rounded by itself, `exact` (f, k) in
    0.01 m², of the finest places (f) and the `keys` (k)."""

    keys: Sequence[Key]
    exact: np.ndarray
    units: np.ndarray
    plain: np.ndarray
    printing: Printing

    def area(self, wanted: Callable[[Key], bool]) -> Area:
        """The printed area of the keys `wanted` in all places."""
        return self.printed(int(self._of(self.units, wanted).sum()))

    def by_group(self, wanted: Callable[[Key], bool], group: np.ndarray, count: int) -> list[Area]:
        """The printed areas of the keys `wanted` in each of `count` groups of places; `group` int64 (f,)."""
        sums = np.zeros(count, dtype=np.int64)
        np.add.at(sums, group, self._of(self.units, wanted).sum(axis=1))
        return [self.printed(units) for units in sums.tolist()]

    def _of(self, cells: np.ndarray, wanted: Callable[[Key], bool]) -> np.ndarray:
        found: np.ndarray = cells[:, [place for place, key in enumerate(self.keys) if wanted(key)]]
        return found

    def printed(self, units: int) -> Area:
        """Printed units as an area."""
        return Area(units * self.printing.step)

    def control(self, wanted: Callable[[Key], bool]) -> Area:
        """What the keys `wanted`, those of one figure, have to sum up to: their exact total, rounded half-up."""
        return self.rounded(int(self._of(self.exact, wanted).sum()))

    def rounded(self, units: int) -> Area:
        """Exact units, rounded half-up to the printed unit."""
        if self.printing.exact:
            return Area(units * UNIT.micro_mu)
        return self.printed(divide_half_up(units * UNIT.micro_mu, self.printing.step))

    def moved(self) -> list[list[int]]:
        """[place, key] of the leaves that are not what they would be, rounded by themselves."""
        found: list[list[int]] = np.argwhere(self.units != self.plain).tolist()
        return found


def grid_of(
    place: np.ndarray,
    keys: Sequence[Key],
    units: np.ndarray,
    chains: Sequence[tuple[str, ...]],
    printing: Printing,
    figure: Callable[[Key], Hashable],
) -> Grid[Key]:
    """The leaves of rows (n,): their `place` (int64, of `chains`), their key, their `units` int64 ≥ 0 of 0.01 m².

    Keys of one `figure` are rounded together: its total is what it is, rounded half-up, and is shared out to them.
    """
    order: dict[Key, int] = {}
    column = np.fromiter((order.setdefault(key, len(order)) for key in keys), dtype=np.int64, count=len(keys))
    exact = np.zeros((len(chains), len(order)), dtype=np.int64)
    np.add.at(exact, (place, column), units)
    step = printing.step
    plain = exact if printing.exact else (2 * exact * UNIT.micro_mu + step) // (2 * step)
    fine = np.zeros_like(exact)
    figures: dict[Hashable, list[int]] = {}
    for key, number in order.items():
        figures.setdefault(figure(key), []).append(number)
    for columns in figures.values():
        fine[:, columns] = rounded_cells(exact[:, columns], chains, printing)
    return Grid(list(order), exact, fine, plain, printing)


def whole_parts(amounts: Sequence[Fraction], total: int | None = None) -> list[int]:
    """Whole numbers for exact `amounts` ≥ 0 which sum up to `total`, their sum rounded half-up by default: the largest
    remainder on exact fractions, ties to the larger amount, then to the first."""
    whole = sum(amounts, Fraction(0))
    master = divide_half_up(whole.numerator, whole.denominator) if total is None else total
    shares = [amount * master / whole if whole else Fraction(0) for amount in amounts]
    floors = [share.numerator // share.denominator for share in shares]
    order = sorted(range(len(shares)), key=lambda row: (floors[row] - shares[row], -amounts[row], row))
    for row in order[: master - sum(floors)] if whole else []:
        floors[row] += 1
    return floors
