"""Whether polygons are valid: what one look at all of them settles, and GEOS for the rest.

A ring around a place that every one of its segments passes on the same side, and once around it, does not cross itself.
Most fields are such: seen from the middle of their box. GEOS looks for crossings of the segments, which takes far longer.
"""

from __future__ import annotations

import numpy as np
import shapely

_SAFE = 1e-12
"""Twice the triangle of a segment and the place, over the square of the box's diagonal: what is smaller may be rounding
(5e-16 at worst), and is left to GEOS."""

_AT_ONCE = 1024
"""Polygons looked at together: the numbers of more leave the processor's cache."""

_POLYGON = 3


def valid_polygons(polygons: np.ndarray) -> np.ndarray:
    """bool (n,): `shapely.is_valid` of an object array of any shapes, None is not valid."""
    parts = [_round_a_place(polygons[start : start + _AT_ONCE]) for start in range(0, len(polygons), _AT_ONCE)]
    valid = np.concatenate([*parts, np.empty(0, dtype=bool)])
    rest = np.flatnonzero(~valid)
    valid[rest] = shapely.is_valid(polygons[rest])
    return valid


def _round_a_place(polygons: np.ndarray) -> np.ndarray:
    """bool (n,): a polygon of one ring whose segments go once around the middle of its box, each on the same side of it."""
    single = (shapely.get_type_id(polygons) == _POLYGON) & (shapely.get_num_interior_rings(polygons) == 0)
    count = shapely.get_num_coordinates(polygons).astype(np.int64)
    rows = np.flatnonzero(single & (count > 0))
    found = np.zeros(len(polygons), dtype=bool)
    if len(rows):
        some = polygons[rows]
        with np.errstate(all="ignore"):  # of what is no number nothing is known
            found[rows] = _rings_round_a_place(shapely.get_coordinates(some), count[rows], shapely.bounds(some))
    return found


def _rings_round_a_place(points: np.ndarray, count: np.ndarray, bounds: np.ndarray) -> np.ndarray:
    """The same of rings of `count` int64 (n,) of the `points` float64 (v, 2) each, in boxes float64 (n, 4)."""
    first = np.cumsum(count) - count
    middle = (bounds[:, :2] + bounds[:, 2:]) / 2
    x, y = (points[:, axis] - np.repeat(middle[:, axis], count) for axis in (0, 1))
    turn = x[:-1] * y[1:]
    turn -= x[1:] * y[:-1]
    below = y < 0
    across = below[1:] != below[:-1]
    # From the last point of a ring to the first of the next there is no segment.
    gap = first[1:] - 1
    turn[gap], across[gap] = turn[gap - 1], False
    # Segments that all pass on one side go up through the height of the place once a round, and down once.
    once = np.diff(np.searchsorted(np.flatnonzero(across), np.r_[first, len(points)])) == 2
    safe = _SAFE * ((bounds[:, 2:] - bounds[:, :2]) ** 2).sum(axis=1)
    least, most = np.minimum.reduceat(turn, first), np.maximum.reduceat(turn, first)
    return once & ((least > safe) | (most < -safe))
