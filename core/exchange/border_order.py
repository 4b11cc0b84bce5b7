"""The order in which the forms and files of the field walk along a border: from the north-west, clockwise.

The rule, for each ring of a plot by itself: the walk begins at the vertex nearest to the north-west corner of the ring's
bounding box (of vertices equally near the northern one, then the western one), goes clockwise round an outer ring and
counter-clockwise round a hole, so that the plot always lies on the right hand. Rings come part by part, an outer ring
before its holes, and are numbered from 1 without a break. Common practice of survey-and-demarcation reports; no standard
that could be read fixes the start, so a reader of files must not rely on it.

It is decided by the printed coordinates, in whole numbers: noise below the printed decimals must not give a plot one first
point in the form and another in the file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

import numpy as np
import shapely

from ..rounding import half_up

NONE_ADDED = np.empty((0, 2))

Place = tuple[int, int]
"""East and north in whole steps of 10^−decimals metres."""


@dataclass(frozen=True)
class OrderedRing:
    """A ring as it is walked, the first place not repeated at the end."""

    number: int
    hole: bool
    places: tuple[Place, ...]


def ordered_rings(polygon: object, decimals: int, added: np.ndarray = NONE_ADDED) -> list[OrderedRing]:
    """The rings of a Polygon or MultiPolygon in the order and direction of the rule above; [] for None or an empty one.

    `decimals` of the printed metres. `added` float64 (k, 2) are vertices that are no boundary points (a change of system
    put them on the edges); they are left out, unless fewer than three points were left.
    """
    return [
        OrderedRing(number, hole, from_north_west(printed_places(corners(points, added), decimals), clockwise=not hole))
        for number, (points, hole) in enumerate(_rings(polygon), start=1)
    ]


def from_north_west(places: Sequence[Place], clockwise: bool = True) -> tuple[Place, ...]:
    """An open ring turned so that it starts in the north-west and runs as asked."""
    return begun_in_north_west(turned(places, clockwise))


def turned(places: Sequence[Place], clockwise: bool) -> list[Place]:
    """An open ring running as asked from the same first place; one without area has no direction and stays."""
    doubled = doubled_area(places)
    wrong = doubled > 0 if clockwise else doubled < 0
    return [places[0], *reversed(places[1:])] if wrong else list(places)


def begun_in_north_west(places: Sequence[Place]) -> tuple[Place, ...]:
    """An open ring in the direction it has, from the place nearest to the north-west corner of its box."""
    west, top = min(x for x, _ in places), max(y for _, y in places)
    return begun_at_least(places, lambda place: (place[0] - west) ** 2 + (top - place[1]) ** 2)


def begun_at_least(places: Sequence[Place], nearness: Callable[[Place], int]) -> tuple[Place, ...]:
    """An open ring from the place where `nearness` is least; of equal ones the northern, then the western."""
    start = min(range(len(places)), key=lambda row: (nearness(places[row]), -places[row][1], places[row][0]))
    return (*places[start:], *places[:start])


def doubled_area(places: Sequence[Place]) -> int:
    """Twice the signed area of an open ring in square steps, positive counter-clockwise."""
    east, north = places[0]
    moved = [(x - east, y - north) for x, y in places]
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(moved, [*moved[1:], moved[0]]))


def printed_places(points: np.ndarray, decimals: int) -> list[Place]:
    """Points float64 (n, 2) of an open ring as they print, rounded half-up.

    A point that prints the same as the one before it is the same point, the first one stays; a ring keeps all if fewer
    than three were left.
    """
    places = whole_steps(points, decimals)
    kept = without_repeats(places)
    return kept if len(kept) > 2 else places


def without_repeats(places: Sequence[Place]) -> list[Place]:
    """An open ring without the places that are the same as the one before; the last is before the first."""
    kept = [places[0], *(place for place, before in zip(places[1:], places) if place != before)]
    while len(kept) > 1 and kept[-1] == kept[0]:
        kept.pop()
    return kept


def whole_steps(points: np.ndarray, decimals: int) -> list[Place]:
    """Points float64 (n, 2) in whole steps, halves away from zero. Where the float may stand on the wrong side of a half,
    the shortest decimal that means it decides."""
    scaled = np.abs(points) * 10.0**decimals
    whole = np.floor(scaled + 0.5)
    doubtful = np.abs(scaled - np.floor(scaled) - 0.5) <= 1e-6 + scaled * 1e-15
    steps = np.copysign(whole, points).astype(np.int64)
    for row, column in np.argwhere(doubtful).tolist():
        value = Decimal(repr(float(points[row, column])))
        steps[row, column] = int(half_up(value, decimals).scaleb(decimals))
    return [(east, north) for east, north in steps.tolist()]


def corners(points: np.ndarray, added: np.ndarray) -> np.ndarray:
    """The points float64 (n, 2) that are not among the added ones; all of them if too few were left for a ring."""
    if not len(added):
        return points
    kept = points[~np.isin(_as_numbers(points), _as_numbers(added))]
    return kept if len(kept) > 2 else points


def _as_numbers(places: np.ndarray) -> np.ndarray:
    """Places float64 (n, 2) as complex128 (n,), so that one comparison takes both coordinates."""
    return np.ascontiguousarray(places, dtype=np.float64).view(np.complex128).ravel()


def _rings(polygon: object) -> Iterator[tuple[np.ndarray, bool]]:
    """The points float64 (n, 2) of each ring, not closed, and whether it is a hole."""
    for part in shapely.get_parts(polygon):
        if shapely.is_empty(part):
            continue
        for place, ring in enumerate((part.exterior, *part.interiors)):
            yield shapely.get_coordinates(ring)[:-1], place > 0
