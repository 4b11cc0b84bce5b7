"""Boxes in which the neighbours of polygons are looked for."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
import shapely

SPARSE = 4.0
"""A polygon that fills less than this part (one in four) of its box is looked for in several smaller boxes."""

STEPS = 1024
"""So many cells its border is long: a corridor of 34 km is followed in steps of 66 m."""

MOST_CELLS = 32
"""So many cells a side at most where a long polygon is clipped."""


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
        sparse = known & (size[:, 0] * size[:, 1] > SPARSE * shapely.area(polygons))
    sparse[sparse] = shapely.is_valid(polygons[sparse])
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
    """Boxes float64 (m, 4) that cover the polygon: the cells of a grid that it meets, those in a row as one."""
    low, size = bounds[:2], bounds[2:] - bounds[:2]
    step = float(shapely.length(polygon)) / STEPS
    cells = np.ceil(size / step).astype(np.int64).clip(1)
    met = _border_cells(polygon, low, step, cells)
    # Cells between two of the border are in the polygon all together, or not at all.
    first, end = _runs(~met)
    # Preparing is no business of the caller's object: others may look at it meanwhile.
    prepared = shapely.from_wkb(shapely.to_wkb(polygon))
    shapely.prepare(prepared)
    middle = low + (first + 0.5) * step
    inside = shapely.contains_xy(prepared, middle[:, 0], middle[:, 1])
    for column, begin, stop in zip(first[inside, 0], first[inside, 1], end[inside]):
        met[column, begin:stop] = True
    first, end = _runs(met)
    # Whatever rounding did to a corner or to a point of the border is far less than this.
    margin = step * 1e-6
    last = np.stack([first[:, 0] + 1, end], axis=1)
    return np.hstack([low + first * step - margin, low + last * step + margin])


def _border_cells(polygon: object, low: np.ndarray, step: float, cells: np.ndarray) -> np.ndarray:
    """bool (cells): whether the border of the polygon may meet a cell of the grid that begins at `low`."""
    rings = shapely.get_rings(shapely.get_parts(shapely.segmentize(polygon, 0.999 * step)))
    points, ring = shapely.get_coordinates(rings, return_index=True)
    place = np.floor((points - low) / step).astype(np.int64).clip(0, cells - 1)
    same = ring[1:] == ring[:-1]
    one, other = place[:-1][same], place[1:][same]
    met = np.zeros(cells, dtype=bool)
    # A stretch no longer than a cell lies in the two by two cells, at most, of the box around its ends.
    for x, y in ((one, one), (one, other), (other, one), (other, other)):
        met[x[:, 0], y[:, 1]] = True
    return met


def _runs(cells: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The runs along the second axis of a mask (x, y): where each begins, int64 (r, 2), and int64 (r,) its end."""
    framed = np.zeros((cells.shape[0], cells.shape[1] + 2), dtype=np.int8)
    framed[:, 1:-1] = cells
    change = np.diff(framed, axis=1)
    width = change.shape[1]
    begin, end = np.flatnonzero(change == 1), np.flatnonzero(change == -1)
    return np.stack([begin // width, begin % width], axis=1), end % width
