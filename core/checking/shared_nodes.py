"""Vertices of one parcel on the border of another that has no vertex there (缺少公共节点)."""

from __future__ import annotations

import numpy as np
import shapely

from .borders import Borders, place_bits
from .marks import LEAST_EXTENT, Marks
from .outlines import outlines_of

_SPREAD = np.uint64(0xC2B2AE3D27D4EB4F)


def mark_missing_vertices(parcels: np.ndarray, borders: Borders, distance: float) -> Marks:
    """Marks of `missing_vertex`: the parcel without the vertex, and the place of its neighbour's.

    A vertex counts when it lies within `distance` metres of the other parcel's border, which has no vertex at that very
    place. Measure: minus its distance from the border, so the farthest is the worst. Only edges that are not shared can
    miss a vertex: what touches a shared edge in between lies on one side of it and overlaps the parcel there.
    """
    if not len(borders.row):
        return Marks()
    place, owner = _vertices(borders)
    points = shapely.points(place)
    lines = shapely.linestrings(borders.ends.reshape(-1, 2, 2))
    point, line = shapely.STRtree(lines).query(points, predicate="dwithin", distance=distance)
    lacking = borders.row[line]
    other = owner[point] != lacking
    point, line, lacking = point[other], line[other], lacking[other]
    known = _vertex_names(parcels, np.unique(lacking))
    lacks = ~np.isin(_named(place[point], lacking), known)
    point, line, lacking = point[lacks], line[lacks], lacking[lacks]
    apart = shapely.distance(points[point], lines[line])
    order = np.lexsort((apart, place[point, 1], place[point, 0], lacking))
    point, lacking, apart = point[order], lacking[order], apart[order]
    x, y = place[point, 0], place[point, 1]
    new = np.r_[True, (np.diff(lacking) != 0) | (np.diff(x) != 0) | (np.diff(y) != 0)] if len(x) else np.empty(0, bool)
    return Marks(lacking[new], x[new], y[new], -apart[new], np.full(int(new.sum()), LEAST_EXTENT))


def _vertices(borders: Borders) -> tuple[np.ndarray, np.ndarray]:
    """Places float64 (v, 2) of the ends of the edges and the parcel of each, int64 (v,), every pair once."""
    place = borders.ends.reshape(-1, 2)
    owner = np.repeat(borders.row, 2)
    order = np.lexsort((place[:, 1], place[:, 0], owner))
    place, owner = place[order], owner[order]
    new = np.r_[True, (np.diff(owner) != 0) | (np.diff(place, axis=0) != 0).any(axis=1)]
    return place[new], owner[new]


def _vertex_names(parcels: np.ndarray, rows: np.ndarray) -> np.ndarray:
    """uint64: all vertices of the parcels `rows`, each with its parcel."""
    outlines = outlines_of(parcels[rows])
    return _named(outlines.places, rows[outlines.row[outlines.ring]])


def _named(place: np.ndarray, row: np.ndarray) -> np.ndarray:
    return place_bits(place) ^ (row.astype(np.uint64) * _SPREAD)
