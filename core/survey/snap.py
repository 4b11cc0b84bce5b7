"""Nearly equal borders: vertices of control layers take the place of a survey vertex that is within the tolerance.

Survey and footprints never move. Borders that were drawn along the same parcel line then coincide bit by bit, and no
slivers arise between them.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from ..progress import no_progress
from ..threads import in_threads
from .noding import CHUNK, rings_of
from .reach import Ground
from .validity import valid_polygons

_THREADS = 2


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
        self.ground = Ground(shapely.bounds(parcels))
        # Only control layers are snapped, and scipy takes long to import: a run without them does not wait for it.
        from scipy.spatial import cKDTree

        self.tree = cKDTree(self.points, balanced_tree=False, compact_nodes=False)

    def snap(self, polygons: np.ndarray, tolerance: float) -> tuple[np.ndarray, Moved]:
        """`polygons` object (n,) with vertices moved onto survey vertices within `tolerance` metres; invalid results
        of a move are kept as they were."""
        if len(self.points) == 0 or tolerance <= 0 or len(polygons) == 0:
            return polygons, Moved()
        points, polygon = shapely.get_coordinates(polygons, return_index=True)
        target = self._targets(points, tolerance)
        moves = (target != points).any(axis=1)
        rows = np.unique(polygon[moves])
        if len(rows) == 0:
            return polygons, Moved()
        own = np.isin(polygon, rows)
        points, target, moves, given = points[own], target[own], moves[own], polygons[rows]
        snapped = shapely.set_coordinates(given.copy(), target)
        broken = _invalid(snapped)
        snapped[broken] = given[broken]
        kept = moves & ~broken[shapely.get_coordinates(given, return_index=True)[1]]
        result = polygons.copy()
        result[rows] = snapped
        return result, _moved(given, points, target, kept)

    def _targets(self, points: np.ndarray, tolerance: float) -> np.ndarray:
        """Where each of `points` (n, 2) moves to; those far from every parcel are not looked at."""
        target = points.copy()
        close = np.flatnonzero(self.ground.meets(points - tolerance, points + tolerance))
        within = np.nextafter(tolerance, np.inf)
        distance, nearest = self.tree.query(points[close], distance_upper_bound=within, workers=_THREADS)
        near = np.isfinite(distance) & (distance > 0)
        target[close[near]] = self.points[nearest[near]]
        return target


def _invalid(polygons: np.ndarray) -> np.ndarray:
    starts = np.arange(0, len(polygons), CHUNK)
    found = in_threads(lambda start: ~valid_polygons(polygons[start : start + CHUNK]), starts, no_progress)
    return np.concatenate(found)


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
