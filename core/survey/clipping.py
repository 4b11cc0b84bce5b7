"""Long polygons cut short near what they are to be intersected with: a corridor of 34 km under one parcel is 50 m."""

from __future__ import annotations

import numpy as np
import shapely

from .reach import MOST_CELLS

MARGIN = 1.0
"""Metres beyond the boxes: the corners that clipping makes lie outside them, so no piece has one."""


def clipped_near(polygons: np.ndarray, rows: np.ndarray, boxes: np.ndarray) -> np.ndarray:
    """Polygons object (p,): `polygons` at `rows` int64 (p,), each with all it has within its box, float64 (p, 4).

    Neighbouring boxes share one clipped polygon. Where clipping gives no valid polygon the whole one stays.
    """
    result = polygons[rows]
    for row in np.unique(rows).tolist():
        pairs = np.flatnonzero(rows == row)
        bounds = shapely.bounds(polygons[row])
        size = np.maximum((bounds[2:] - bounds[:2]) / MOST_CELLS, MARGIN)
        cell = np.floor((boxes[pairs, :2] - bounds[:2]) / size).astype(np.int64)
        order = np.lexsort(cell.T)
        starts = np.flatnonzero(np.r_[True, (np.diff(cell[order], axis=0) != 0).any(axis=1)])
        for members in np.split(pairs[order], starts[1:]):
            result[members] = _clipped(polygons[row], boxes[members])
    return result


def _clipped(polygon: object, boxes: np.ndarray) -> object:
    low, high = boxes[:, :2].min(axis=0) - MARGIN, boxes[:, 2:].max(axis=0) + MARGIN
    near = shapely.clip_by_rect(polygon, *low.tolist(), *high.tolist())
    is_polygon = shapely.get_type_id(near) in (shapely.GeometryType.POLYGON, shapely.GeometryType.MULTIPOLYGON)
    return near if is_polygon and shapely.is_valid(near) else polygon
