"""What a transition run gives: flows, one row a piece of ground with its class before and after.

Flows come from an overlay of two surveys, or from the yearly change package as delivered; everything downstream (matrix,
list of changed patches, in–out balance) is a group-by of the same rows.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

import numpy as np

from ...area import Area, AreaUnit
from ...survey.schema import GradeSystem

UNIT = AreaUnit.HUNDREDTH_SQUARE_METRE
"""Survey change and statistics are apportioned in 0.01 m²."""

UNCOVERED = ""
"""The class of ground that one of the surveys does not cover (未覆盖)."""

NO_CODE = "—"
"""The class of a parcel that has no code: it is there all the same."""


class Source(Enum):
    """Where flows come from: two surveys laid over one another, or the change package as delivered."""

    OVERLAY = "overlay"
    PACKAGE = "package"


@dataclass(frozen=True)
class Flows:
    """Pieces of ground, all arrays (n,); texts are object arrays without None ('' for nothing), grades NaN for none.

    `village`, `village_after` 12 digits of the location code (ZLDWDM) before and after; where one survey does not cover
    the ground both are the other's. `before`, `after` class codes (cleaned, as delivered), UNCOVERED where a survey has
    no parcel there, NO_CODE where its parcel has none.
    `units` int64 of 0.01 m², field ridges included. `net_before`, `net_after` int64 of 0.01 m²:
    cultivated land without field ridges, 0 where the class is none. `paddy_before`, `paddy_after` bool; `cultivated_*`
    bool. `slope_*` GDPDJB, `restoring_*` TBXHDM, `planting_*` ZZSXDM. `rule` the noise rule a piece falls under, ''
    for none. `before_id`, `after_id` BSM; `before_row`, `after_row` int64 rows of the layers given, −1 for none.
    `geometry` object (n,) or None where shapes are not known; a piece whose class did not change may have None.
    """

    village: np.ndarray
    village_after: np.ndarray
    before: np.ndarray
    after: np.ndarray
    units: np.ndarray
    net_before: np.ndarray
    net_after: np.ndarray
    cultivated_before: np.ndarray
    cultivated_after: np.ndarray
    paddy_before: np.ndarray
    paddy_after: np.ndarray
    grade_before: np.ndarray
    grade_after: np.ndarray
    slope_before: np.ndarray
    slope_after: np.ndarray
    restoring_before: np.ndarray
    restoring_after: np.ndarray
    planting_before: np.ndarray
    planting_after: np.ndarray
    rule: np.ndarray
    before_id: np.ndarray
    after_id: np.ndarray
    before_row: np.ndarray
    after_row: np.ndarray
    source: Source
    grades: GradeSystem = GradeSystem.NATIONAL15
    geometry: np.ndarray | None = None

    def __len__(self) -> int:
        return len(self.units)

    @property
    def covered(self) -> np.ndarray:
        """bool (n,): ground that both surveys cover."""
        covered: np.ndarray = (self.before != UNCOVERED) & (self.after != UNCOVERED)
        return covered

    @property
    def changed(self) -> np.ndarray:
        """bool (n,): ground covered by both whose class is another one now, noise included."""
        changed: np.ndarray = self.covered & (self.before != self.after)
        return changed

    @property
    def noise(self) -> np.ndarray:
        """bool (n,): pieces that fall under a noise rule."""
        noise: np.ndarray = self.rule != ""
        return noise

    def area(self, rows: np.ndarray) -> Area:
        """Exact area of the pieces `rows` (mask or indices)."""
        return Area.from_units(int(self.units[rows].sum()), UNIT)
