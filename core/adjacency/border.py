"""The border of plots as straight segments with a side of the compass."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

import numpy as np
import shapely


class Direction(Enum):
    """A side of the compass, or ENCLOSED for what lies in a hole of the plot; the value is the key of its column."""

    EAST = "EAST"
    SOUTHEAST = "SE"
    SOUTH = "SOUTH"
    SOUTHWEST = "SW"
    WEST = "WEST"
    NORTHWEST = "NW"
    NORTH = "NORTH"
    NORTHEAST = "NE"
    ENCLOSED = "ENCLOSED"

    @property
    def chinese(self) -> str:
        """The word of the forms."""
        return _CHINESE[self]


_CHINESE = {
    Direction.EAST: "东",
    Direction.SOUTHEAST: "东南",
    Direction.SOUTH: "南",
    Direction.SOUTHWEST: "西南",
    Direction.WEST: "西",
    Direction.NORTHWEST: "西北",
    Direction.NORTH: "北",
    Direction.NORTHEAST: "东北",
    Direction.ENCLOSED: "内",
}
FOUR = (Direction.EAST, Direction.SOUTH, Direction.WEST, Direction.NORTH)
"""In the order of the forms, as are all eight."""
EIGHT = tuple(direction for direction in Direction if direction is not Direction.ENCLOSED)
_CLOCKWISE = (
    Direction.NORTH,
    Direction.NORTHEAST,
    Direction.EAST,
    Direction.SOUTHEAST,
    Direction.SOUTH,
    Direction.SOUTHWEST,
    Direction.WEST,
    Direction.NORTHWEST,
)


@dataclass(frozen=True)
class Border:
    """Segments of the borders of n plots, walked with the plot on the right hand.

    `plot` int64 (s,) row of the plot; `hole` bool (s,); `start` and `end` float64 (s, 2) of east and north in metres.
    """

    plot: np.ndarray
    hole: np.ndarray
    start: np.ndarray
    end: np.ndarray

    def __len__(self) -> int:
        return len(self.plot)

    @property
    def length(self) -> np.ndarray:
        """Metres float64 (s,)."""
        return np.hypot(*(self.end - self.start).T)

    @property
    def outward(self) -> np.ndarray:
        """Unit vectors float64 (s, 2) that point out of the plot."""
        east, north = (self.end - self.start).T
        return np.column_stack([-north, east]) / self.length[:, None]

    def take(self, rows: np.ndarray) -> Border:
        """The segments of the given rows (indices or mask)."""
        return Border(self.plot[rows], self.hole[rows], self.start[rows], self.end[rows])

    def shifted(self, metres: float) -> np.ndarray:
        """Every segment moved straight outward, object (s,) of LineString."""
        shift = self.outward * metres
        return shapely.linestrings(np.stack([self.start + shift, self.end + shift], axis=1))


def border_of(plots: np.ndarray) -> Border:
    """The borders of `plots` object (n,) of valid Polygon or MultiPolygon; segments without length are left out."""
    parts, part_plot = shapely.get_parts(plots, return_index=True)
    rings, ring_part = shapely.get_rings(parts, return_index=True)
    hole = np.ones(len(rings), dtype=bool)
    hole[np.unique(ring_part, return_index=True)[1]] = False
    # Outer rings clockwise, holes counter-clockwise: the plot is on the right hand.
    wrong = shapely.is_ccw(rings) != hole
    rings = np.where(wrong, shapely.reverse(rings), rings)
    places, ring = shapely.get_coordinates(rings, return_index=True)
    same = ring[1:] == ring[:-1]
    start, end, of = places[:-1][same], places[1:][same], ring[:-1][same]
    long = (start != end).any(axis=1)
    of = of[long]
    return Border(part_plot[ring_part[of]].astype(np.int64), hole[of], start[long], end[long])


def directions_of(border: Border, count: int) -> np.ndarray:
    """The side each segment faces, object (s,) of Direction: sectors of 360°/`count` (4 or 8) around the points of the
    compass by the outward normal, the limit between two belonging to the one that follows clockwise."""
    east, north = border.outward.T
    sector = 360.0 / count
    place = np.floor((np.degrees(np.arctan2(east, north)) + sector / 2) / sector).astype(np.int64) % count
    found = np.array(_CLOCKWISE[:: 8 // count], dtype=object)[place]
    found[border.hole] = Direction.ENCLOSED
    return found
