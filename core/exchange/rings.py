"""Boundary points to rings, rings to polygons, and their exact plane area."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, localcontext
from typing import Any

import numpy as np
import shapely

from ..errors import LedgerError
from ..sentence import Sentence, sentence, translate
from .plots import Notebook, Ring, Severity
from .tokens import decimals_of

_FAULTS = {
    "Self-intersection": translate("LandLedger", "the border crosses itself"),
    "Ring Self-intersection": translate("LandLedger", "the border touches itself"),
    "Hole lies outside shell": translate("LandLedger", "a hole lies outside its outer border"),
    "Holes are nested": translate("LandLedger", "holes lie in each other"),
    "Nested shells": translate("LandLedger", "parts lie in each other"),
    "Interior is disconnected": translate("LandLedger", "holes cut the plot in two"),
    "Duplicate Rings": translate("LandLedger", "two rings are the same"),
}
_ANOTHER_FAULT = translate("LandLedger", "the border is not valid")


class FaultyRing(LedgerError):
    """A ring that encloses nothing; `line` is where it begins."""

    def __init__(self, line: int, template: str, **places: object) -> None:
        self.line = line
        super().__init__(template, **places)


@dataclass(frozen=True)
class BoundaryPoint:
    """A boundary point (界址点) as printed: its line, label, ring number ('' if none), and exact east and north."""

    line: int
    label: str
    ring: str
    east: Decimal
    north: Decimal

    def lies_on(self, other: BoundaryPoint) -> bool:
        """Whether both have the same coordinates."""
        return self.east == other.east and self.north == other.north


def build_rings(points: Sequence[BoundaryPoint], notebook: Notebook) -> tuple[Ring, ...]:
    """The rings of a plot: a new one begins with a new ring number, and after a closing point.

    Notes rings left open, points printed twice and rings told apart without a number. FaultyRing if a ring has fewer
    than three different points or no area.
    """
    return tuple(_closed(ring, notebook) for ring in _split(points, notebook))


def _split(points: Sequence[BoundaryPoint], notebook: Notebook) -> list[list[BoundaryPoint]]:
    rings: list[list[BoundaryPoint]] = []
    current: list[BoundaryPoint] = []
    closed = False
    for point in points:
        if current and point.ring == current[0].ring and point.lies_on(current[-1]):
            notebook.gather(
                Severity.REPAIR,
                translate("LandLedger", "Points printed twice in a row were read once (lines {lines})."),
                point.line,
            )
            continue
        if current and (closed or point.ring != current[0].ring):
            if point.ring == current[0].ring:
                notebook.note(
                    Severity.REPAIR,
                    point.line,
                    translate(
                        "LandLedger", "A new ring begins after the closing point, though its number is the same."
                    ),
                )
            rings.append(current)
            current = []
        current.append(point)
        closed = len(current) > 3 and point.lies_on(current[0])
    return [*rings, current] if current else rings


def _closed(points: list[BoundaryPoint], notebook: Notebook) -> Ring:
    first, last = points[0], points[-1]
    if len(points) > 1 and first.lies_on(last):
        points = points[:-1]
    elif len(points) > 2:
        _note_open(first, last, notebook)
    if len({(point.east, point.north) for point in points}) < 3:
        raise FaultyRing(
            first.line, translate("LandLedger", "The ring that begins here has fewer than three different points.")
        )
    area = plane_area(points)
    if not area and _in_line(points):
        raise FaultyRing(first.line, translate("LandLedger", "The ring that begins here encloses no area."))
    return Ring(
        first.ring,
        np.array([(float(point.east), float(point.north)) for point in points], dtype=np.float64),
        tuple(point.label for point in points),
        tuple(point.line for point in points),
        area,
    )


def _in_line(points: Sequence[BoundaryPoint]) -> bool:
    """Whether all points lie on one straight line; a border that crosses itself may have no area and yet a shape."""
    origin = points[0]
    other = next(point for point in points if not point.lies_on(origin))
    east, north = other.east - origin.east, other.north - origin.north
    return all(east * (point.north - origin.north) == north * (point.east - origin.east) for point in points)


def _note_open(first: BoundaryPoint, last: BoundaryPoint, notebook: Notebook) -> None:
    if last.label and last.label == first.label:
        gap = float(((first.east - last.east) ** 2 + (first.north - last.north) ** 2).sqrt())
        notebook.note(
            Severity.WARNING,
            last.line,
            translate(
                "LandLedger",
                "Point {label} closes the ring but lies {gap} m from its first point on line {first}; both were kept.",
            ),
            label=last.label,
            gap=f"{gap:.3f}",
            first=first.line,
        )
        return
    notebook.gather(
        Severity.REPAIR,
        translate("LandLedger", "Rings without closing point were closed with their first point (lines {lines})."),
        last.line,
    )


def plane_area(points: Sequence[BoundaryPoint]) -> Decimal:
    """The exact area in m² of the ring through `points` (not closed), without sign, from the printed decimals."""
    places = max(max(decimals_of(point.east), decimals_of(point.north)) for point in points)
    # From the first point on: the numbers stay short, and the result is the same in integers.
    origin = points[0]
    pairs = [
        (int((point.east - origin.east).scaleb(places)), int((point.north - origin.north).scaleb(places)))
        for point in points
    ]
    doubled = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(pairs, pairs[1:] + pairs[:1]))
    with localcontext() as context:
        context.prec = 100
        return Decimal(abs(doubled)).scaleb(-2 * places) / 2


@dataclass(frozen=True, eq=False)
class Nesting:
    """Rings as polygons: `polygon` (Polygon or MultiPolygon), its exact `area` in m², and for each ring the index of
    the ring it is a hole of, or None if it is an outer border."""

    polygon: Any
    area: Decimal
    hole_of: tuple[int | None, ...]


def nest(rings: Sequence[Ring]) -> Nesting:
    """Outer borders and holes by where the rings lie (even–odd), not by what their numbers claim."""
    shapes = [shapely.Polygon(ring.points) for ring in rings]
    around: list[list[int]] = [[] for _ in rings]
    boxes = shapely.box(*shapely.bounds(shapes).T)
    for ring, other in shapely.STRtree(boxes).query(boxes, predicate="covered_by").T.tolist():
        if ring != other and _inside(ring, other, rings, shapes):
            around[ring].append(other)
    hole_of: list[int | None] = []
    for containers in around:
        parents = [other for other in containers if len(around[other]) == len(containers) - 1]
        odd = len(containers) % 2 == 1
        hole_of.append(min(parents, key=lambda other: rings[other].area) if odd and parents else None)
    holes: dict[int, list[np.ndarray]] = {}
    for hole, outer in enumerate(hole_of):
        if outer is not None:
            holes.setdefault(outer, []).append(rings[hole].points)
    parts = [
        shapely.Polygon(ring.points, holes.get(place, [])) for place, ring in enumerate(rings) if hole_of[place] is None
    ]
    area = sum((ring.area if outer is None else -ring.area for ring, outer in zip(rings, hole_of)), Decimal(0))
    return Nesting(parts[0] if len(parts) == 1 else shapely.MultiPolygon(parts), area, tuple(hole_of))


def _inside(ring: int, other: int, rings: Sequence[Ring], shapes: Sequence[Any]) -> bool:
    """Whether `ring` lies in `other`; touching it is allowed, crossing it is not."""
    points = rings[ring].points
    east, north = points[:, 0], points[:, 1]
    if not shapely.intersects_xy(shapes[other], east, north).all():
        return False
    if shapely.contains_xy(shapes[other], east, north).any():
        return True
    middle = (points + np.roll(points, -1, axis=0)) / 2
    if shapely.contains_xy(shapes[other], middle[:, 0], middle[:, 1]).any():
        return True
    # Every corner on the other's border: the same ring again (the later is the inner one), or one cut off from it.
    return rings[ring].area < rings[other].area or (rings[ring].area == rings[other].area and ring > other)


def fault_of(polygon: Any) -> tuple[Sentence, tuple[float, float] | None] | None:
    """What is wrong with a polygon and where (east, north), or None if it is valid."""
    if shapely.is_valid(polygon):
        return None
    reason = str(shapely.is_valid_reason(polygon))
    kind, _, place = reason.partition("[")
    where: tuple[float, float] | None = None
    numbers = place.rstrip("]").split()
    if len(numbers) >= 2:
        where = float(numbers[0]), float(numbers[1])
    return sentence(_FAULTS.get(kind.strip(), _ANOTHER_FAULT)), where


def nearest_line(rings: Sequence[Ring], where: tuple[float, float]) -> int:
    """The line of the boundary point nearest to (east, north)."""
    nearest = min(rings, key=lambda ring: float(np.hypot(*(ring.points - where).T).min()))
    return nearest.lines[int(np.hypot(*(nearest.points - where).T).argmin())]
