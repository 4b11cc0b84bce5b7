"""Polygons in coordinates near zero, where GEOS loses nothing; moved only where somebody looks at them."""

from __future__ import annotations

import numpy as np
import shapely


def middle_of(polygons: np.ndarray) -> np.ndarray:
    """A whole number of metres amid the polygons, float64 (2,).

    GEOS snaps by a part of the coordinates where noding fails: near 39,400,000 m that is up to millimetres, near 0
    nothing. Taking whole metres off and adding them again changes no bit of a coordinate that lies near the middle.
    """
    if len(polygons) == 0:
        return np.zeros(2)
    box = shapely.total_bounds(polygons)
    return np.floor((box[:2] + box[2:]) / 2) if np.isfinite(box).all() else np.zeros(2)


def moved_by(polygons: np.ndarray, shift: np.ndarray) -> np.ndarray:
    """Copies of the polygons, moved."""
    return shapely.set_coordinates(polygons.copy(), shapely.get_coordinates(polygons) + shift)


class NearZero:
    """Polygons less an `origin` float64 (2,). Most parcels of a survey are cut by arithmetic alone, and never moved."""

    def __init__(self, given: np.ndarray, origin: np.ndarray) -> None:
        self._given, self.origin = given, origin
        self._moved = np.full(len(given), None, dtype=object)
        self._known = np.zeros(len(given), dtype=bool)

    def __len__(self) -> int:
        return len(self._given)

    def at(self, rows: np.ndarray) -> np.ndarray:
        """The moved polygons at `rows` int64 (r,), object (r,); the same objects each time."""
        return self.known(rows)[rows]

    def known(self, rows: np.ndarray) -> np.ndarray:
        """All of them, object (n,), of which those at `rows` are moved; others may be None."""
        new = np.unique(rows[~self._known[rows]])
        if len(new):
            self._moved[new] = moved_by(self._given[new], -self.origin)
            self._known[new] = True
        return self._moved

    @property
    def all(self) -> np.ndarray:
        """Every moved polygon, object (n,)."""
        return self.known(np.arange(len(self)))
