"""Boundary points (界址点) of a plot in the order the forms want: north-west corner first, clockwise, J1, J2 …"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import shapely


@dataclass(frozen=True)
class BoundaryPoint:
    """`north` and `east` in metres (X and Y of the forms), `side` metres to the next point, None at the last one."""

    label: str
    ring: int
    north: float
    east: float
    side: float | None


NONE_ADDED = np.empty((0, 2))


def boundary_points(polygon: object, added: np.ndarray = NONE_ADDED) -> Iterator[BoundaryPoint]:
    """Points of all rings; labels run on from ring to ring, the first point of a ring is repeated at its end.

    Outer rings run clockwise and holes counter-clockwise, each from the point nearest to its north-west corner. `added`
    float64 (k, 2) are vertices that are no boundary points.
    """
    number = 0
    for ring_number, (ring, hole) in enumerate(_rings(polygon), start=1):
        points = _from_north_west(corners(np.asarray(ring.coords)[:-1, :2], added), clockwise=not hole)
        sides = np.hypot(*(np.roll(points, -1, axis=0) - points).T)
        first = number + 1
        for (east, north), side in zip(points.tolist(), sides.tolist()):
            number += 1
            yield BoundaryPoint(f"J{number}", ring_number, north, east, side)
        yield BoundaryPoint(f"J{first}", ring_number, points[0][1], points[0][0], None)


def corners(points: np.ndarray, added: np.ndarray) -> np.ndarray:
    """The points float64 (n, 2) that are not among the added ones; all of them if too few were left for a ring."""
    if not len(added):
        return points
    kept = points[~np.isin(_as_numbers(points), _as_numbers(added))]
    return kept if len(kept) > 2 else points


def _as_numbers(places: np.ndarray) -> np.ndarray:
    """Places float64 (n, 2) as complex128 (n,), so that one comparison takes both coordinates."""
    return np.ascontiguousarray(places, dtype=np.float64).view(np.complex128).ravel()


def _rings(polygon: object) -> Iterator[tuple[shapely.LinearRing, bool]]:
    for part in shapely.get_parts(polygon):
        yield part.exterior, False
        for hole in part.interiors:
            yield hole, True


def _from_north_west(points: np.ndarray, clockwise: bool) -> np.ndarray:
    """The open ring (n, 2) turned so that it starts nearest to the north-west corner of its box and runs as asked."""
    x, y = points[:, 0] - points[:, 0].mean(), points[:, 1] - points[:, 1].mean()
    signed = np.sum(x * np.roll(y, -1) - np.roll(x, -1) * y)
    ordered = points[::-1] if (signed > 0) == clockwise else points
    corner = np.array([ordered[:, 0].min(), ordered[:, 1].max()])
    start = int(np.argmin(np.hypot(*(ordered - corner).T)))
    return np.roll(ordered, -start, axis=0)
