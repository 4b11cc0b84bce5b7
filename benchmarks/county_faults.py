"""Faults for the benchmark of the survey check: shapes and attributes spoiled, each kind counted."""

from __future__ import annotations

import numpy as np
import shapely

SHARES = {
    "bow_tie": 0.01, "overlap": 0.004, "gap": 0.004, "duplicate_vertex": 0.005, "spike": 0.002, "class_unknown": 0.003,
    "area_differs": 0.005, "ridge_differs": 0.003, "owner_missing": 0.003, "slope_missing": 0.003,
}
_SHIFT = 1.5  # metres


def add_faults(
    shapes: np.ndarray, columns: dict[str, object], rng: np.random.Generator
) -> tuple[np.ndarray, dict[str, int]]:
    """Spoiled copies of the shapes, how many of each kind; columns are changed in place. No parcel is spoiled twice."""
    shapes = shapes.copy()
    order = rng.permutation(len(shapes))
    counts: dict[str, int] = {}
    first = 0
    for kind, share in SHARES.items():
        number = max(1, round(share * len(shapes)))
        rows = order[first : first + number]
        first += number
        counts[kind] = _SPOIL[kind](shapes, columns, rows)
    return shapes, counts


def _rings(shapes: np.ndarray, rows: np.ndarray, change: object) -> int:
    """Exchange the outer ring of parcels for what `change` makes of its points (without the closing one)."""
    for row in rows.tolist():
        shape = shapes[row]
        holes = [shapely.get_interior_ring(shape, index) for index in range(shapely.get_num_interior_rings(shape))]
        points = shapely.get_coordinates(shapely.get_exterior_ring(shape))[:-1]
        changed = change(points)  # type: ignore[operator]
        shapes[row] = shapely.polygons(shapely.linearrings(changed), holes=holes or None)
    return len(rows)


def _bow_tie(points: np.ndarray) -> np.ndarray:
    """A loop in the longest edge: whatever the edge, it crosses itself."""
    edges = np.roll(points, -1, axis=0) - points
    place = int(np.argmax(np.hypot(*edges.T)))
    along = edges[place]
    across = np.array([-along[1], along[0]]) * 0.1
    loop = [points[place] + 0.6 * along + across, points[place] + 0.3 * along + across]
    return np.insert(points, place + 1, np.round(loop, 4), axis=0)


def _from_middle(points: np.ndarray, metres: float) -> np.ndarray:
    moved = points.copy()
    away = moved[1] - points.mean(axis=0)
    moved[1] = np.round(moved[1] + away / np.hypot(*away) * metres, 4)
    return moved


def _twice(points: np.ndarray) -> np.ndarray:
    return np.insert(points, 1, points[1], axis=0)


def _spike(points: np.ndarray) -> np.ndarray:
    """Out by some metres and back beside the way."""
    away = points[1] - points.mean(axis=0)
    away = away / np.hypot(*away)
    tip = points[1] + away * 6.0
    return np.insert(points, 2, [np.round(tip, 4), np.round(points[1] + away[::-1] * (0.02, -0.02), 4)], axis=0)


def _set(columns: dict[str, object], name: str, rows: np.ndarray, value: object) -> int:
    column = columns[name]
    assert isinstance(column, np.ndarray)
    column[rows] = column[rows] + value if isinstance(value, float) else value
    return len(rows)


def _cultivated(columns: dict[str, object], rows: np.ndarray) -> np.ndarray:
    classes = columns["DLBM"]
    assert isinstance(classes, np.ndarray)
    return rows[[str(code).startswith("01") for code in classes[rows].tolist()]]


_SPOIL = {
    "bow_tie": lambda shapes, columns, rows: _rings(shapes, rows, _bow_tie),
    "overlap": lambda shapes, columns, rows: _rings(shapes, rows, lambda points: _from_middle(points, _SHIFT)),
    "gap": lambda shapes, columns, rows: _rings(shapes, rows, lambda points: _from_middle(points, -_SHIFT)),
    "duplicate_vertex": lambda shapes, columns, rows: _rings(shapes, rows, _twice),
    "spike": lambda shapes, columns, rows: _rings(shapes, rows, _spike),
    "class_unknown": lambda shapes, columns, rows: _set(columns, "DLBM", rows, "0199"),
    "area_differs": lambda shapes, columns, rows: _set(columns, "TBMJ", rows, 12.5),
    "ridge_differs": lambda shapes, columns, rows: _set(columns, "KCMJ", rows, 3.25),
    "owner_missing": lambda shapes, columns, rows: _set(columns, "QSDWMC", rows, None),
    "slope_missing": lambda shapes, columns, rows: _set(columns, "GDPDJB", _cultivated(columns, rows), None),
}
