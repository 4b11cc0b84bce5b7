"""The matrix in printed units, rounded once in the cells of the villages; noise and the rest are cells of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ...area import Area
from ...summary.model import Level
from ...summary.printing import Printing, rounded_cells
from .matrix import Matrix


@dataclass(frozen=True)
class Regions:
    """Regions of a level in order of code: `codes`, names, and those of the regions above; int64 (v,) the region of each
    village of the matrix."""

    codes: Sequence[str]
    names: Sequence[str]
    above: Sequence[str]
    of_village: np.ndarray


@dataclass(frozen=True)
class PrintedMatrix:
    """Printed units int64 (v, p) of the pairs of a matrix by village: `rest` without and `noise` under a noise rule."""

    matrix: Matrix
    printing: Printing
    rest: np.ndarray
    noise: np.ndarray

    @property
    def units(self) -> np.ndarray:
        """Everything, int64 (v, p)."""
        everything: np.ndarray = self.rest + self.noise
        return everything

    def area(self, units: int) -> Area:
        """Printed units as an area."""
        return Area(int(units) * self.printing.step)


def printed_matrix(matrix: Matrix, printing: Printing) -> PrintedMatrix:
    """The cells in printed units; they sum up to the total, rounded half-up."""
    cells = np.hstack([matrix.units - matrix.noise, matrix.noise])
    chains = [(village[:6], village[:9], village[:12]) for village in matrix.villages]
    rest, noise = np.hsplit(rounded_cells(cells, chains, printing), 2)
    return PrintedMatrix(matrix, printing, rest, noise)


def regions_of(matrix: Matrix, level: Level, names: dict[str, str]) -> Regions:
    """The regions of the villages of a matrix; `names` by code."""
    codes = [village[: level.digits] for village in matrix.villages]
    distinct = sorted(set(codes), key=lambda code: (not code, code))
    place = {code: number for number, code in enumerate(distinct)}
    digits = {Level.VILLAGE: 9, Level.TOWNSHIP: 6, Level.COUNTY: 0}[level]
    above = [names.get(code[:digits], code[:digits]) if digits else "" for code in distinct]
    called = [names.get(code, "") for code in distinct]
    return Regions(distinct, called, above, np.array([place[code] for code in codes], dtype=np.int64))
