"""Parts of parcels inside and outside ground: against plain GEOS and whole numbers, on random rectangles."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import shapely
from hypothesis import given, settings, strategies

from ....core.ellipsoid import ellipsoid_areas
from ....core.village.checks.ground import Ground, inside, left_of, outside, piece_units
from .made_up_plan import SOUTH, WEST, ZONE

Box = tuple[int, int, int, int]
BOXES = strategies.tuples(*(strategies.integers(0, 12) for _ in range(2)), *(strategies.integers(1, 6) for _ in range(2)))


def shapes(boxes: list[Box]) -> np.ndarray:
    """Rectangles of whole metres."""
    found = np.empty(len(boxes), dtype=object)
    found[:] = [shapely.box(WEST + x, SOUTH + y, WEST + x + width, SOUTH + y + height) for x, y, width, height in boxes]
    return found


def cells(box: Box) -> set[tuple[int, int]]:
    """The square metres of a rectangle."""
    x, y, width, height = box
    return {(x + i, y + j) for i in range(width) for j in range(height)}


@settings(max_examples=60, deadline=None)
@given(strategies.lists(BOXES, min_size=1, max_size=6), strategies.lists(BOXES, max_size=5))
def test_inside_and_outside_are_what_counting_square_metres_says(parcels, zones):
    ground, drawn = Ground(shapes(zones)), shapes(parcels)
    covered = set().union(*(cells(zone) for zone in zones)) if zones else set()
    rows = np.arange(len(parcels))
    for found, wanted in (
        (inside(drawn, rows, ground), [len(cells(parcel) & covered) for parcel in parcels]),
        (outside(drawn, rows, ground), [len(cells(parcel) - covered) for parcel in parcels]),
    ):
        areas = dict(zip(found.row.tolist(), shapely.area(found.shape).tolist()))
        # What cutting leaves of nothing, below 1e-5 m², is below any area that is told.
        told = {row: round(area) for row, area in areas.items() if round(area)}
        assert told == {row: area for row, area in enumerate(wanted) if area}
        assert all(abs(area - round(area)) < 1e-5 for area in areas.values())
        whole = {row for row, mark in zip(found.row.tolist(), found.whole.tolist()) if mark}
        assert whole <= {row for row, area in enumerate(wanted) if area == len(cells(parcels[row]))}


@settings(max_examples=40, deadline=None)
@given(strategies.lists(BOXES, min_size=1, max_size=4), strategies.lists(BOXES, max_size=4))
def test_ground_left_over(zones, taken):
    left = left_of(Ground(shapes(zones)), Ground(shapes(taken)))
    wanted = set().union(*map(cells, zones)) - (set().union(*map(cells, taken)) if taken else set())
    assert round(float(shapely.area(left).sum()), 5) == len(wanted)


@settings(max_examples=40, deadline=None)
@given(strategies.lists(BOXES, min_size=1, max_size=5), strategies.lists(BOXES, min_size=1, max_size=4), strategies.integers(1, 10**6))
def test_shares_are_those_of_the_registered_area(parcels, zones, registered):
    """Each share is within one unit of the exact fraction, a parcel inside whole keeps all of it."""
    drawn = shapes(parcels)
    pieces = inside(drawn, np.arange(len(parcels)), Ground(shapes(zones)))
    units = piece_units(pieces, np.full(len(parcels), registered), ellipsoid_areas(drawn, ZONE), ZONE)
    measured = ellipsoid_areas(drawn, ZONE)
    raw = ellipsoid_areas(pieces.shape, ZONE) if len(pieces) else []
    for number, row in enumerate(pieces.row.tolist()):
        if pieces.whole[number]:
            assert units[number] == registered
        else:
            # The method rounds to 0.01 m²; a piece and the rest of its parcel may make up that much more.
            exact = Fraction(float(raw[number])) / max(Fraction(float(measured[row])), Fraction(float(raw[number]))) * registered
            assert abs(units[number] - exact) < 1


def test_parcels_without_a_shape_and_empty_ground():
    drawn = np.array([None, shapely.box(0, 0, 1, 1), shapely.Polygon()], dtype=object)
    nothing = Ground(np.empty(0, dtype=object))
    assert not len(inside(drawn, np.arange(3), nothing))
    assert outside(drawn, np.arange(3), nothing).row.tolist() == [1]
