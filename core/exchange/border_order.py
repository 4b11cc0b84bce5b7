"""The order in which the forms and files of the field walk along a border: from the north-west, clockwise.

The rule, for each ring of a plot by itself: the walk begins at the vertex nearest to the north-west corner of the ring's
bounding box (of vertices equally near the northern one, then the western one), goes clockwise round an outer ring and
counter-clockwise round a hole, so that the plot always lies on the right hand. Rings come part by part, an outer ring
before its holes, and are numbered from 1 without a break. Common practice of survey-and-demarcation reports; no standard
that could be read fixes the start, so a reader of files must not rely on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import shapely

NONE_ADDED = np.empty((0, 2))


@dataclass(frozen=True)
class OrderedRing:
    """A ring as it is walked: `points` float64 (n, 2) of east and north in metres, the first not repeated at the end."""

    number: int
    hole: bool
    points: np.ndarray

    @property
    def sides(self) -> np.ndarray:
        """Metres float64 (n,) from each point to the next, from the last to the first; unrounded."""
        return np.hypot(*(np.roll(self.points, -1, axis=0) - self.points).T)


def ordered_rings(polygon: object, added: np.ndarray = NONE_ADDED) -> list[OrderedRing]:
    """The rings of a Polygon or MultiPolygon in the order and direction of the rule above; [] for None or an empty one.

    `added` float64 (k, 2) are vertices that are no boundary points (a change of system put them on the edges); they are
    left out, unless fewer than three points were left.
    """
    return [
        OrderedRing(number, hole, from_north_west(corners(shapely.get_coordinates(ring)[:-1], added), clockwise=not hole))
        for number, (ring, hole) in enumerate(_rings(polygon), start=1)
    ]


def from_north_west(points: np.ndarray, clockwise: bool = True) -> np.ndarray:
    """The open ring float64 (n, 2) of east and north, turned so that it starts in the north-west and runs as asked."""
    east, north = points[:, 0] - points[:, 0].mean(), points[:, 1] - points[:, 1].mean()
    signed = np.sum(east * np.roll(north, -1) - np.roll(east, -1) * north)
    walked = points[::-1] if (signed > 0) == clockwise else points
    corner = np.array([walked[:, 0].min(), walked[:, 1].max()])
    distance = np.hypot(*(walked - corner).T)
    start = int(np.lexsort((walked[:, 0], -walked[:, 1], distance))[0])
    return np.roll(walked, -start, axis=0)


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
        if shapely.is_empty(part):
            continue
        yield part.exterior, False
        for hole in part.interiors:
            yield hole, True
