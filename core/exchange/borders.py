"""Shapes to rings of boundary points in whole steps of the printed decimals: rounded, begun and turned as a profile says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import numpy as np
import shapely

from ..rounding import half_up
from .profile import Profile, Start, Turn

Step = tuple[int, int]
"""East and north in whole steps of 10^-decimals m."""


@dataclass(frozen=True)
class Border:
    """A ring to print, not closed: `part` it belongs to (from 0), whether it is a hole, its points."""

    part: int
    hole: bool
    points: tuple[Step, ...]

    @property
    def doubled_area(self) -> int:
        """Twice the area in square steps, without sign."""
        return abs(_doubled(self.points))


@dataclass(frozen=True)
class Outline:
    """The rings of one plot in printed order. `collapsed` points fell onto the one before; `lost_holes` holes onto a line."""

    borders: tuple[Border, ...]
    decimals: int
    collapsed: int
    lost_holes: int
    lost_parts: int

    @property
    def area(self) -> Decimal:
        """The exact plane area in m² of the printed coordinates, holes taken off."""
        doubled = sum(-ring.doubled_area if ring.hole else ring.doubled_area for ring in self.borders)
        return Decimal(doubled).scaleb(-2 * self.decimals) / 2

    @property
    def point_count(self) -> int:
        """Boundary points, closing ones not counted."""
        return sum(len(ring.points) for ring in self.borders)

    def polygon(self) -> Any:
        """The shape that the printed numbers mean (Polygon or MultiPolygon)."""
        parts: dict[int, list[list[tuple[float, float]]]] = {}
        scale = 10**self.decimals
        for ring in self.borders:
            parts.setdefault(ring.part, []).append([(east / scale, north / scale) for east, north in ring.points])
        polygons = [shapely.Polygon(rings[0], rings[1:]) for rings in parts.values()]
        return polygons[0] if len(polygons) == 1 else shapely.MultiPolygon(polygons)


def outline_of(geometry: Any, profile: Profile, shift: int = 0) -> Outline:
    """The rings of a Polygon or MultiPolygon, eastings moved by `shift` whole metres (the zone's number, on or off).

    Part by part, each outer border before its holes, in the layer's order. Coordinates are rounded half-up from the shortest
    decimal that means the float; points that fell onto the one before are written once.
    """
    decimals = profile.coordinate_decimals
    borders: list[Border] = []
    collapsed = lost_holes = lost_parts = 0
    for part, polygon in enumerate(shapely.get_parts(geometry)):
        for place, ring in enumerate((polygon.exterior, *polygon.interiors)):
            points, dropped = _steps(shapely.get_coordinates(ring), decimals, shift)
            hole = place > 0
            if len(set(points)) < 3 or not _encloses(points):
                lost_holes += hole
                lost_parts += not hole
                continue
            collapsed += dropped
            turned = _turned(points, profile.holes if hole else profile.outer)
            borders.append(Border(part, hole, _begun(turned, profile.start)))
    return Outline(tuple(borders), decimals, collapsed, lost_holes, lost_parts)


def _steps(coordinates: np.ndarray, decimals: int, shift: int) -> tuple[list[Step], int]:
    """Different points one after the other, without the closing one, and how many fell together."""
    moved = shift * 10**decimals
    rounded = [(east + moved, north) for east, north in _whole_steps(coordinates[:-1], decimals)]
    points = [point for place, point in enumerate(rounded) if place == 0 or point != rounded[place - 1]]
    while len(points) > 1 and points[-1] == points[0]:
        points.pop()
    return points, len(rounded) - len(points)


def _whole_steps(coordinates: np.ndarray, decimals: int) -> list[list[int]]:
    """Coordinates (n, 2) in whole steps, half away from zero. Where the float may stand on the wrong side of a half, the
    shortest decimal that means it decides."""
    scaled = np.abs(coordinates) * 10.0**decimals
    whole = np.floor(scaled + 0.5)
    doubtful = np.abs(scaled - np.floor(scaled) - 0.5) <= 1e-6 + scaled * 1e-15
    steps: list[list[int]] = np.copysign(whole, coordinates).astype(np.int64).tolist()
    for row, column in np.argwhere(doubtful).tolist():
        value = Decimal(repr(float(coordinates[row, column])))
        steps[row][column] = int(half_up(value, decimals).scaleb(decimals))
    return steps


def _doubled(points: Sequence[Step]) -> int:
    """Twice the signed area, positive counterclockwise."""
    east, north = points[0]
    moved = [(e - east, n - north) for e, n in points]
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(moved, moved[1:] + moved[:1]))


def _encloses(points: Sequence[Step]) -> bool:
    """Whether not all points lie on one line; a border that crosses itself may have no area and yet a shape."""
    (east, north), (other_east, other_north) = points[0], next(p for p in points if p != points[0])
    de, dn = other_east - east, other_north - north
    return any(de * (n - north) != dn * (e - east) for e, n in points)


def _turned(points: list[Step], turn: Turn) -> list[Step]:
    doubled = _doubled(points)
    wrong = (turn is Turn.CLOCKWISE and doubled > 0) or (turn is Turn.COUNTERCLOCKWISE and doubled < 0)
    return points[:1] + points[:0:-1] if wrong else points


def _begun(points: list[Step], start: Start) -> tuple[Step, ...]:
    if start is Start.KEEP:
        return tuple(points)
    west = min(east for east, _ in points)
    top = max(north for _, north in points)

    def rank(place: int) -> tuple[int, int, int, int]:
        east, north = points[place]
        if start is Start.NORTHWEST:
            nearness = (east - west) ** 2 + (top - north) ** 2
        else:
            nearness = east - north
        return nearness, -north, east, place

    first = min(range(len(points)), key=rank)
    return tuple(points[first:] + points[:first])
