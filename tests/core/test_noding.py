"""Keys of border segments: which are shared by two polygons that lie on either side."""

from __future__ import annotations

import numpy as np
from shapely import MultiPolygon, Polygon, box

from ...core.survey.noding import border_ends, segment_keys, shared_borders

OUTER = box(0, 0, 10, 10)
HOLED = Polygon(OUTER.exterior, [box(2, 2, 4, 4).exterior])


def polygons(*shapes: object) -> np.ndarray:
    result = np.empty(len(shapes), dtype=object)
    result[:] = shapes
    return result


def keys_between(*corners: tuple[float, float]) -> set[int]:
    ends = np.array([[*a, *b] for a, b in zip(corners, corners[1:])], dtype=np.float64)
    return set(segment_keys(ends).tolist())


def test_neighbours_share_their_border_whatever_way_their_rings_run() -> None:
    left, right = box(0, 0, 1, 1), box(1, 0, 2, 1)
    edge = keys_between((1, 0), (1, 1))
    for one in (left, left.reverse()):
        for other in (right, right.reverse(), MultiPolygon([right, box(5, 5, 6, 6)])):
            assert set(shared_borders(polygons(one, other)).tolist()) == edge


def test_ground_on_one_side_only_is_not_shared() -> None:
    assert len(shared_borders(polygons(OUTER, OUTER))) == 0
    assert len(shared_borders(polygons(OUTER, box(0, 0, 5, 10)))) == 0
    assert len(shared_borders(polygons(OUTER))) == 0
    assert len(shared_borders(polygons())) == 0


def test_a_hole_and_what_fills_it_share_the_border() -> None:
    hole = keys_between((2, 2), (4, 2), (4, 4), (2, 4), (2, 2))
    assert set(shared_borders(polygons(HOLED, box(2, 2, 4, 4))).tolist()) == hole
    assert len(shared_borders(polygons(HOLED, OUTER))) == 0


def test_keys_know_no_direction() -> None:
    ends, _ = border_ends(polygons(OUTER, HOLED))
    assert (segment_keys(ends) == segment_keys(ends[:, [2, 3, 0, 1]])).all()
    assert len(np.unique(segment_keys(ends))) == 8
