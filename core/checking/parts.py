"""Faults of whole parcels, parts and holes: many parts, holes, small ones of each, shapes too narrow to be ground."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..rules import Rules
from .marks import LEAST_EXTENT, Marks
from .outlines import Edges, Outlines, ring_areas, ring_sums


@dataclass(frozen=True)
class PartLimits:
    """Thresholds in m² and metres, each from the rule of its name."""

    parcel_area: float
    part_area: float
    hole_area: float
    width: float


def part_limits(rules: Rules) -> PartLimits:
    """The thresholds of `resources/rules/checks_geometry.csv` for parcels, parts and holes."""
    return PartLimits(
        float(rules.number("small_parcel_area_m2")),
        float(rules.number("small_part_area_m2")),
        float(rules.number("small_hole_area_m2")),
        float(rules.number("narrow_parcel_width_m")),
    )


def mark_parts(outlines: Outlines, edges: Edges, limits: PartLimits) -> dict[str, Marks]:
    """Marks of `many_parts`, `small_part`, `holes`, `small_hole` (measure: m² of the ring), `small_parcel` (m²) and
    `narrow_parcel` (mean width in metres: twice the area over the length of the border)."""
    if not len(outlines.rings):
        return {}
    area = ring_areas(outlines, edges)
    rows, own = np.unique(outlines.row, return_inverse=True)
    parts = np.bincount(own, weights=outlines.outer, minlength=len(rows))
    whole = np.bincount(own, weights=np.where(outlines.outer, area, -area), minlength=len(rows))
    border = np.bincount(own, weights=ring_sums(edges.length, edges.ring, len(area)), minlength=len(rows))
    width = np.divide(2 * whole, border, out=np.zeros(len(rows)), where=border > 0)
    several = parts[own] > 1
    shell, hole = outlines.outer, ~outlines.outer
    largest = _largest_shells(own, area, shell, len(rows))
    whole_marks = _ring_marks(outlines, largest)
    return {
        "many_parts": _some(outlines, area, shell & several),
        "small_part": _some(outlines, area, shell & several & (area < limits.part_area)),
        "holes": _some(outlines, area, hole),
        "small_hole": _some(outlines, area, hole & (area < limits.hole_area)),
        "small_parcel": _where(whole_marks, whole, (whole > 0) & (whole < limits.parcel_area)),
        "narrow_parcel": _where(whole_marks, width, (width > 0) & (width < limits.width)),
    }


def _largest_shells(own: np.ndarray, area: np.ndarray, shell: np.ndarray, parcels: int) -> np.ndarray:
    """int64 (parcels,): the outer ring with the largest area of each parcel."""
    order = np.lexsort((np.where(shell, area, -1.0), own))
    return order[np.searchsorted(own[order], np.arange(parcels), side="right") - 1]


def _ring_marks(outlines: Outlines, ring: np.ndarray) -> Marks:
    """A mark on each of the rings: the middle of its longest level chord is dear, so its first vertex says where."""
    starts = np.searchsorted(outlines.ring, np.arange(len(outlines.rings)))
    low = np.minimum.reduceat(outlines.places, starts, axis=0)[ring]
    high = np.maximum.reduceat(outlines.places, starts, axis=0)[ring]
    first = outlines.places[starts[ring]]
    extent = np.maximum((high - low).max(axis=1), LEAST_EXTENT)
    return Marks(outlines.row[ring], first[:, 0], first[:, 1], np.zeros(len(ring)), extent)


def _where(marks: Marks, measure: np.ndarray, chosen: np.ndarray) -> Marks:
    return Marks(marks.row[chosen], marks.x[chosen], marks.y[chosen], measure[chosen], marks.extent[chosen])


def _some(outlines: Outlines, area: np.ndarray, chosen: np.ndarray) -> Marks:
    ring = np.flatnonzero(chosen)
    marks = _ring_marks(outlines, ring)
    return Marks(marks.row, marks.x, marks.y, area[ring], marks.extent)
