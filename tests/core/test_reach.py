"""Boxes around polygons, ground on a grid, corridors clipped: nothing near may be missed."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given, settings, strategies as st

from ...core.survey.clipping import MARGIN, clipped_near
from ...core.survey.reach import Ground, boxes_around


def corridor(length: float = 34_000.0, width: float = 30.0, turn: float = 0.6) -> shapely.Geometry:
    along = np.linspace(0, length, 900)
    line = np.stack([along * np.cos(turn), along * np.sin(turn) + 200 * np.sin(along / 900)], axis=1)
    return shapely.buffer(shapely.linestrings(line), width / 2)


def array(*shapes: object) -> np.ndarray:
    result = np.empty(len(shapes), dtype=object)
    result[:] = shapes
    return result


def covered(boxes: np.ndarray, polygon: object) -> bool:
    return bool(shapely.covers(shapely.buffer(shapely.union_all(shapely.box(*boxes.T)), 1e-6), polygon))


def test_a_corridor_has_a_row_of_small_boxes_that_cover_it() -> None:
    polygon = corridor()
    boxes = boxes_around(array(polygon))
    whole = shapely.box(*shapely.bounds(polygon))
    assert len(boxes) > 20 and covered(boxes, polygon)
    assert shapely.area(shapely.box(*boxes.T)).sum() < 0.2 * whole.area


def test_boxes_follow_a_corridor_closely_and_fill_what_it_goes_around() -> None:
    straight = shapely.Polygon([(0, 0), (30_000, 9_000), (30_000, 9_040), (0, 40)])
    ring_road = shapely.buffer(shapely.Point(5, 5).buffer(4_000).exterior, 20)
    for polygon in (corridor(), straight, ring_road):
        boxes = boxes_around(array(polygon))
        assert covered(boxes, polygon)
        assert shapely.area(shapely.box(*boxes.T)).sum() < 5 * polygon.area
    # A plot of 2 km at the end of a road: its inside is far from its border.
    plot = shapely.union(shapely.box(0, 0, 2_000, 2_000), corridor())
    boxes = boxes_around(array(plot))
    assert covered(boxes, plot) and len(boxes) < 1_500


def test_compact_shapes_have_their_own_box_and_what_has_no_shape_has_none() -> None:
    square, bow_tie = shapely.box(0, 0, 10, 20), shapely.Polygon([(0, 0), (10, 10), (10, 0), (0, 10)])
    assert boxes_around(array(square, None, shapely.Polygon(), bow_tie)).tolist() == [[0, 0, 10, 20], [0, 0, 10, 10]]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(*[st.floats(0, 1000)] * 2), min_size=3, max_size=12), st.floats(0.01, 3))
def test_boxes_cover_whatever_is_drawn(points: list, width: float) -> None:
    polygon = shapely.buffer(shapely.linestrings(points), width)
    assert covered(boxes_around(array(polygon)), polygon)


@settings(max_examples=80, deadline=None)
@given(st.integers(0, 2**32 - 1), st.integers(0, 30))
def test_the_ground_never_misses_a_box_that_touches(seed: int, count: int) -> None:
    rng = np.random.default_rng(seed)
    low = rng.uniform(-500, 500, (count, 2)) * rng.choice([0.01, 1, 1000])
    boxes = np.hstack([low, low + rng.uniform(0, 40, (count, 2))])
    other = rng.uniform(-600, 600, (200, 2)) * rng.choice([0.01, 1, 1000])
    other_high = other + rng.uniform(0, 60, (200, 2))
    touching = np.zeros(200, dtype=bool)
    for west, south, east, north in boxes.tolist():
        touching |= (other[:, 0] <= east) & (other_high[:, 0] >= west) & (other[:, 1] <= north) & (other_high[:, 1] >= south)
    assert not (touching & ~Ground(boxes).meets(other, other_high)).any()


def test_the_ground_tells_what_is_far_away() -> None:
    boxes = np.array([[0, 0, 1, 1], [100, 100, 101, 101]], dtype=float)
    low = np.array([[50, 50], [0.5, 0.5], [-9, -9], [101, 101], [200, 0]], dtype=float)
    assert Ground(boxes).meets(low, low + 0.25).tolist() == [False, True, False, True, False]


def test_clipped_corridors_give_the_same_pieces() -> None:
    footprints = array(shapely.box(0, 0, 5, 5), corridor())
    rng = np.random.default_rng(3)
    along = rng.uniform(0, 34_000, 300)
    places = np.stack([along * np.cos(0.6), along * np.sin(0.6) + 200 * np.sin(along / 900)], axis=1)
    low = places + rng.uniform(-60, 10, (300, 2))
    boxes = np.hstack([low, low + rng.uniform(5, 300, (300, 2))])
    parcels = shapely.box(*boxes.T)
    near = clipped_near(footprints, np.ones(300, dtype=np.int64), boxes)
    assert shapely.get_num_coordinates(near).max() < 300 < shapely.get_num_coordinates(footprints[1])
    whole, clipped = shapely.intersection(parcels, footprints[1]), shapely.intersection(parcels, near)
    assert shapely.area(shapely.symmetric_difference(whole, clipped)).max() < 1e-6
    assert (np.abs(shapely.area(whole) - shapely.area(clipped)) < 1e-7).all()
    points, pair = shapely.get_coordinates(near, return_index=True)
    drawn = np.isin(points.view(np.complex128), shapely.get_coordinates(footprints[1]).view(np.complex128)).ravel()
    corners, pair = shapely.points(points[~drawn]), pair[~drawn]
    assert len(corners) and (shapely.distance(corners, parcels[pair]) >= MARGIN / 2).all()


@pytest.mark.parametrize("spoiled", ["line", "empty"])
def test_where_clipping_gives_no_polygon_the_whole_one_stays(spoiled: str) -> None:
    polygon = shapely.box(0, 0, 10, 10)
    place = {"line": [20, 2, 30, 3], "empty": [50, 50, 60, 60]}[spoiled]
    assert clipped_near(array(polygon), np.array([0]), np.array([place], dtype=float))[0].equals(polygon)
