"""Shapes to rings of boundary points in whole steps of the printed decimals: rounded, begun and turned as a profile says."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import numpy as np
import shapely

from .border_order import (
    Place,
    begun_at_least,
    begun_in_north_west,
    doubled_area,
    turned,
    whole_steps,
    without_repeats,
)
from .profile import Profile, Start, Turn


@dataclass(frozen=True)
class Border:
    """A ring to print, not closed: `part` it belongs to (from 0), whether it is a hole, its points."""

    part: int
    hole: bool
    points: tuple[Place, ...]

    @property
    def doubled_area(self) -> int:
        """Twice the area in square steps, without sign."""
        return abs(doubled_area(self.points))


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
            borders.append(Border(part, hole, _walked(points, profile.holes if hole else profile.outer, profile.start)))
    return Outline(tuple(borders), decimals, collapsed, lost_holes, lost_parts)


def _steps(coordinates: np.ndarray, decimals: int, shift: int) -> tuple[list[Place], int]:
    """Different points one after the other, without the closing one, and how many fell together."""
    moved = shift * 10**decimals
    rounded = [(east + moved, north) for east, north in whole_steps(coordinates[:-1], decimals)]
    points = without_repeats(rounded)
    return points, len(rounded) - len(points)


def _encloses(points: list[Place]) -> bool:
    """Whether not all points lie on one line; a border that crosses itself may have no area and yet a shape."""
    (east, north), (other_east, other_north) = points[0], next(p for p in points if p != points[0])
    de, dn = other_east - east, other_north - north
    return any(de * (n - north) != dn * (e - east) for e, n in points)


def _walked(points: list[Place], turn: Turn, start: Start) -> tuple[Place, ...]:
    """The ring in the direction and from the point that the profile says."""
    walked = points if turn is Turn.KEEP else turned(points, clockwise=turn is Turn.CLOCKWISE)
    if start is Start.KEEP:
        return tuple(walked)
    if start is Start.NORTHWEST:
        return begun_in_north_west(walked)
    return begun_at_least(walked, lambda place: place[0] - place[1])
