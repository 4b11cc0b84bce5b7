"""Boxes in which the neighbours of polygons are looked for."""

from __future__ import annotations

import math

import numpy as np
import shapely

SPARSE = 4.0
"""A polygon that fills less than this part (one in four) of its box is looked for in several smaller boxes."""

MOST_CELLS = 32
"""So many cells a side at most: a corridor of 34 km is followed in steps of a kilometre."""


def boxes_around(polygons: np.ndarray) -> np.ndarray:
    """Boxes float64 (m, 4) of xmin, ymin, xmax, ymax that together cover the polygons, object (n,), None left out.

    One box a polygon; a corridor, whose box is mostly foreign ground, has a row of them.
    """
    bounds = shapely.bounds(polygons)
    known = ~np.isnan(bounds).any(axis=1)
    size = bounds[:, 2:] - bounds[:, :2]
    with np.errstate(invalid="ignore"):
        sparse = known & (size[:, 0] * size[:, 1] > SPARSE * shapely.area(polygons)) & shapely.is_valid(polygons)
    cells = [_cells_of(polygons[row], bounds[row]) for row in np.flatnonzero(sparse).tolist()]
    return np.concatenate([bounds[known & ~sparse], *cells])


def _cells_of(polygon: object, bounds: np.ndarray) -> np.ndarray:
    """The cells of a grid over `bounds` that the polygon meets; they cover it."""
    width, height = bounds[2:] - bounds[:2]
    area = float(shapely.area(polygon))
    side = min(MOST_CELLS, math.ceil(math.sqrt(width * height / area))) if area > 0 else 1
    x, y = (np.linspace(bounds[axis], bounds[axis + 2], side + 1) for axis in (0, 1))
    west, south = (edges.ravel() for edges in np.meshgrid(x[:-1], y[:-1]))
    east, north = (edges.ravel() for edges in np.meshgrid(x[1:], y[1:]))
    shapely.prepare(polygon)
    met = shapely.intersects(polygon, shapely.box(west, south, east, north))
    shapely.destroy_prepared(polygon)
    return np.stack([west, south, east, north], axis=1)[met]
