"""Boxes in which the neighbours of polygons are looked for."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
import shapely

SPARSE = 4.0
"""A polygon that fills less than this part (one in four) of its box is looked for in several smaller boxes."""

MOST_CELLS = 32
"""So many cells a side at most: a corridor of 34 km is followed in steps of a kilometre."""


def boxes_around(polygons: np.ndarray, margin: float = 0.0) -> np.ndarray:
    """Boxes float64 (m, 4) of xmin, ymin, xmax, ymax that together cover the polygons, object (n,), None left out.

    One box a polygon; a corridor, whose box is mostly foreign ground, has a row of them. With a `margin` in metres they
    also cover what is so near.
    """
    boxes = np.concatenate([found for _, found in _boxes(polygons)])
    return boxes + np.array([-1.0, -1.0, 1.0, 1.0]) * (margin * (1 + 1e-9)) if margin else boxes


def boxes_of_each(polygons: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The same boxes without a margin, and the row int64 (m,) of the polygon each is of."""
    rows, boxes = zip(*_boxes(polygons))
    return np.concatenate(boxes), np.concatenate(rows)


def _boxes(polygons: np.ndarray) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Rows and boxes, in parts."""
    bounds = shapely.bounds(polygons)
    known = ~np.isnan(bounds).any(axis=1)
    size = bounds[:, 2:] - bounds[:, :2]
    with np.errstate(invalid="ignore"):
        sparse = known & (size[:, 0] * size[:, 1] > SPARSE * shapely.area(polygons)) & shapely.is_valid(polygons)
    compact = np.flatnonzero(known & ~sparse)
    yield compact, bounds[compact]
    for row in np.flatnonzero(sparse).tolist():
        cells = _cells_of(polygons[row], bounds[row])
        yield np.full(len(cells), row), cells


class Ground:
    """The ground of many boxes on a grid: asked whether something else may touch one of them. It errs on the safe side
    by less than a cell."""

    def __init__(self, boxes: np.ndarray) -> None:
        """`boxes` float64 (m, 4)."""
        self._side = min(1024, 8 + 4 * math.isqrt(len(boxes)))
        self._low = boxes[:, :2].min(axis=0) if len(boxes) else np.zeros(2)
        size = boxes[:, 2:].max(axis=0) - self._low if len(boxes) else np.zeros(2)
        self._cell = np.where(size > 0, size / self._side, 1.0)
        first, last = self._places(boxes[:, :2]), self._places(boxes[:, 2:])
        edges = np.zeros((self._side + 1, self._side + 1), dtype=np.int64)
        for sign, x, y in (
            (1, first[:, 0], first[:, 1]),
            (-1, last[:, 0] + 1, first[:, 1]),
            (-1, first[:, 0], last[:, 1] + 1),
            (1, last[:, 0] + 1, last[:, 1] + 1),
        ):
            np.add.at(edges, (x, y), sign)
        taken = edges.cumsum(axis=0).cumsum(axis=1)[:-1, :-1] > 0
        self._before = np.zeros((self._side + 1, self._side + 1), dtype=np.int64)
        self._before[1:, 1:] = taken.cumsum(axis=0, dtype=np.int64).cumsum(axis=1)

    def meets(self, low: np.ndarray, high: np.ndarray) -> np.ndarray:
        """bool (n,): whether the box from `low` to `high`, float64 (n, 2) each, may touch one of the ground's."""
        first, last = self._places(low), self._places(high) + 1
        before = self._before
        inside = before[last[:, 0], last[:, 1]] - before[first[:, 0], last[:, 1]]
        inside += before[first[:, 0], first[:, 1]] - before[last[:, 0], first[:, 1]]
        farthest = self._low + self._cell * self._side
        return (inside > 0) & ((high >= self._low) & (low <= farthest)).all(axis=1)

    def _places(self, points: np.ndarray) -> np.ndarray:
        """Cells int64 (n, 2), those beyond the grid in its last row."""
        with np.errstate(invalid="ignore"):
            places = np.floor((points - self._low) / self._cell)
        return np.clip(places, 0, self._side - 1).astype(np.int64)


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
