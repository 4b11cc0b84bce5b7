"""Areas as a table prints them: whole printed units, rounded once in the cells, so that rows and columns foot.

The total is rounded half-up to the printed unit. It is shared out to counties, townships, villages and at last to the
cells of each village, every time by the largest remainder: no region's total is far from its own control area, every sum
of a table is a sum of cells, and tables of villages, townships and counties agree with one another.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

import numpy as np

from ..area import Area
from ..errors import FootingError
from ..rounding import divide_half_up, largest_remainder
from ..sentence import translate
from ..workbook import DisplayUnit
from .model import UNIT, Summary

HUNDRED_PERCENT = 10_000


@dataclass(frozen=True)
class Printing:
    """The unit a sheet is printed in and its decimals; six decimals of 公顷 or 亩, two of m², are exact."""

    unit: DisplayUnit
    decimals: int

    @property
    def step(self) -> int:
        """Micro-mu in one printed unit."""
        if self.exact:
            return UNIT.micro_mu
        return self.unit.step * 10 ** (self.unit.most_decimals - self.decimals)

    @property
    def exact(self) -> bool:
        """Whether every area is printed as it is."""
        return self.decimals >= self.unit.most_decimals

    def value(self, area: Area) -> Decimal:
        """An area that is a whole number of printed units, as printed."""
        if self.unit is DisplayUnit.HECTARE:
            return area.hectares(self.decimals)
        return area.mu(self.decimals) if self.unit is DisplayUnit.MU else area.square_metres(self.decimals)


@dataclass(frozen=True)
class PrintedCells:
    """`units` int64 (r, c): the cells in printed units, sums of the cells of the finest places, `fine` int64 (f, c);
    `plain` int64 (f, c): each of those rounded half-up by itself."""

    summary: Summary
    printing: Printing
    units: np.ndarray
    fine: np.ndarray
    plain: np.ndarray

    def area(self, units: int) -> Area:
        """Printed units as an area."""
        return Area(int(units) * self.printing.step)

    @property
    def control(self) -> Area:
        """What the whole table has to sum up to: the total, rounded half-up to the printed unit."""
        return self.area(divide_half_up(self.summary.total.micro_mu, self.printing.step))

    def moved(self) -> list[list[int]]:
        """[place, column] of the finest cells that are not what they would be, rounded by themselves."""
        found: list[list[int]] = np.argwhere(self.fine != self.plain).tolist()
        return found


def printed_cells(summary: Summary, printing: Printing) -> PrintedCells:
    """The cells of a summary in printed units; FootingError if they do not sum up to the rounded total."""
    cells = summary.fine
    if printing.exact:
        return PrintedCells(summary, printing, summary.cells.copy(), cells, cells)
    step, unit = printing.step, UNIT.micro_mu
    plain = (2 * cells * unit + step) // (2 * step)
    fine = rounded_cells(cells, summary.chains, printing)
    units = np.zeros_like(summary.cells)
    np.add.at(units, summary.place_region, fine)
    return PrintedCells(summary, printing, units, fine, plain)


def rounded_cells(cells: np.ndarray, chains: Sequence[tuple[str, ...]], printing: Printing) -> np.ndarray:
    """Cells (f, c) of places in 0.01 m² as whole printed units; `chains` (f) are the regions each place lies in, county,
    township, village. FootingError if they do not sum up to the rounded total."""
    if printing.exact:
        return cells
    step, unit = printing.step, UNIT.micro_mu
    control = divide_half_up(int(cells.sum()) * unit, step)
    of_places = cells.sum(axis=1)
    masters, above = np.array([control], dtype=np.int64), np.zeros(len(cells), dtype=np.int64)
    for depth in (1, 2, 3):
        masters, above = _shared_out(masters, above, of_places, [chain[:depth] for chain in chains])
    rows, columns = np.nonzero(cells)
    fine = np.zeros_like(cells)
    fine[rows, columns] = largest_remainder(cells[rows, columns].astype(np.float64), above[rows], masters)
    if int(fine.sum()) != control:
        raise FootingError(translate("LandLedger", "The printed areas do not sum up to the rounded total."))
    return fine


def _shared_out(
    masters: np.ndarray, above: np.ndarray, of_places: np.ndarray, keys: Sequence[tuple[str, ...]]
) -> tuple[np.ndarray, np.ndarray]:
    """The masters of the next level, and which of them each place (f,) lies under; `keys` (f) name that level."""
    order = {key: row for row, key in enumerate(dict.fromkeys(keys))}
    own = np.array([order[key] for key in keys], dtype=np.int64)
    sums = np.zeros(len(order), dtype=np.int64)
    np.add.at(sums, own, of_places)
    group = np.zeros(len(order), dtype=np.int64)
    group[own] = above
    return largest_remainder(sums.astype(np.float64), group, masters), own


def percentages(amounts: np.ndarray) -> list[Decimal]:
    """Shares of amounts (n,) int64 ≥ 0 in per cent with two decimals that sum up to 100.00; all 0 of nothing."""
    return row_percentages(amounts.reshape(1, -1))[0]


def row_percentages(amounts: np.ndarray) -> list[list[Decimal]]:
    """The same for each row of amounts (r, n) int64 ≥ 0."""
    rows = np.repeat(np.arange(len(amounts), dtype=np.int64), amounts.shape[1])
    masters = np.where(amounts.sum(axis=1) > 0, HUNDRED_PERCENT, 0).astype(np.int64)
    shares = largest_remainder(amounts.ravel().astype(np.float64), rows, masters).reshape(amounts.shape)
    return [[Decimal(share).scaleb(-2) for share in row] for row in shares.tolist()]
