"""Nearly equal borders: vertices of control layers take the place of a survey vertex that is within the tolerance.

Survey and footprints never move. Borders that were drawn along the same parcel line then coincide bit by bit, and no
slivers arise between them.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from scipy.spatial import cKDTree

from .noding import rings_of


@dataclass(frozen=True)
class Moved:
    """What the tolerance moved: number of vertices, largest shift in metres, area swept in m² (plane)."""

    vertices: int = 0
    largest_shift: float = 0.0
    area: float = 0.0

    def __add__(self, other: Moved) -> Moved:
        largest = max(self.largest_shift, other.largest_shift)
        return Moved(self.vertices + other.vertices, largest, self.area + other.area)


class SurveyVertices:
    """The vertices that others may snap to."""

    def __init__(self, parcels: np.ndarray) -> None:
        self.points = shapely.get_coordinates(parcels)
        self.tree = cKDTree(self.points, balanced_tree=False, compact_nodes=False) if len(self.points) else None

    def snap(self, polygons: np.ndarray, tolerance: float) -> tuple[np.ndarray, Moved]:
        """`polygons` object (n,) with vertices moved onto survey vertices within `tolerance` metres; invalid results
        of a move are kept as they were."""
        if self.tree is None or tolerance <= 0 or len(polygons) == 0:
            return polygons, Moved()
        points = shapely.get_coordinates(polygons)
        distance, nearest = self.tree.query(points, distance_upper_bound=np.nextafter(tolerance, np.inf))
        near = np.isfinite(distance) & (distance > 0)
        if not near.any():
            return polygons, Moved()
        target = points.copy()
        target[near] = self.points[nearest[near]]
        snapped = shapely.set_coordinates(polygons.copy(), target)
        broken = ~shapely.is_valid(snapped)
        snapped[broken] = polygons[broken]
        kept = near & ~broken[shapely.get_coordinates(polygons, return_index=True)[1]]
        return snapped, _moved(polygons, points, target, kept)


def _moved(polygons: np.ndarray, points: np.ndarray, target: np.ndarray, kept: np.ndarray) -> Moved:
    """Counts of the vertices `kept`; the swept area is the triangle that each shift spans with its neighbours."""
    ring = shapely.get_coordinates(rings_of(polygons)[0], return_index=True)[1]
    first = np.r_[True, ring[1:] != ring[:-1]]
    counted = kept & ~first
    if not counted.any():
        return Moved()
    row = np.flatnonzero(counted)
    start = np.flatnonzero(first)[ring[row]]
    last = np.r_[first[1:], True][row]
    following = np.where(last, start + 1, np.minimum(row + 1, len(points) - 1))
    chord = points[following] - points[row - 1]
    shift = target[row] - points[row]
    swept = 0.5 * np.abs(shift[:, 0] * chord[:, 1] - shift[:, 1] * chord[:, 0])
    return Moved(len(row), float(np.hypot(shift[:, 0], shift[:, 1]).max()), float(swept.sum()))
