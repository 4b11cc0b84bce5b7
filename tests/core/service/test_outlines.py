"""Grounds joined with resting holes, against one union of all shapes."""

from __future__ import annotations

import numpy as np
import shapely
from hypothesis import given, settings, strategies as st

from ....core.service.network.outlines import joined, joined_all, outline_of

NUMBER = st.integers(0, 12)


@st.composite
def frames(draw):
    """A box with a hole, or a plain one, on whole metres: frames beside, in and across one another."""
    west, south = draw(NUMBER), draw(NUMBER)
    width, height = draw(st.integers(1, 9)), draw(st.integers(1, 9))
    whole = shapely.box(west, south, west + width, south + height)
    if width < 3 or height < 3 or not draw(st.booleans()):
        return whole
    return whole - shapely.box(west + 1, south + 1, west + width - 1, south + height - 1)


def rings(shape):
    return sorted(ring.length for part in shapely.get_parts(shape) for ring in (part.exterior, *part.interiors))


@settings(max_examples=300, deadline=None)
@given(st.lists(frames(), min_size=1, max_size=12))
def test_the_union_is_that_of_all_at_once(shapes) -> None:
    found = joined_all([outline_of(shape) for shape in shapes]).shape()
    wanted = shapely.union_all(shapes)
    assert found.is_valid
    assert found.equals(wanted), (found.wkt, wanted.wkt)
    assert rings(found) == rings(wanted)


def test_a_hole_away_from_the_other_is_the_same_ring() -> None:
    frame = shapely.box(0, 0, 30, 10) - shapely.box(1, 1, 5, 5) - shapely.box(20, 1, 25, 5)
    found = joined(outline_of(frame), outline_of(shapely.box(24, 0, 40, 3)))
    kept = [ring for ring in found.holes.tolist() if ring.bounds == (1, 1, 5, 5)]
    assert len(kept) == 1 and kept[0].coords[:] == shapely.get_interior_ring(frame, 0).coords[:]
    assert found.shape().area == 300 - 16 - 20 + (40 - 30) * 3 + 2


def test_holes_of_parts_go_with_their_parts() -> None:
    """An island in the hole of a frame, with a hole of its own, and a part far away."""
    outer = shapely.box(0, 0, 100, 100) - shapely.box(10, 10, 90, 90)
    island = shapely.box(40, 40, 60, 60) - shapely.box(45, 45, 55, 55)
    far = shapely.box(300, 0, 340, 40) - shapely.box(310, 10, 330, 30)
    found = joined_all([outline_of(shape) for shape in (island, far, outer)])
    assert found.shape().equals(shapely.union_all([outer, island, far]))
    assert len(found.shells) == 3 and sorted(found.part.tolist()) == [0, 1, 2]
    # The island's hole rests: it goes to the island, not to the frame whose filled shell holds it as well.
    apart = joined(outline_of(shapely.union_all([outer, island])), outline_of(far)).shape()
    assert apart.is_valid and apart.equals(shapely.union_all([outer, island, far]))


def test_a_hole_stays_with_its_part_where_another_touches_the_first_corner() -> None:
    beside = shapely.box(5, 6, 11, 9)
    frame = shapely.Polygon([(11, 9), (11, 15), (14, 15), (14, 9)], [[(13, 14), (12, 14), (12, 10), (13, 10)]])
    found = joined(outline_of(beside), outline_of(frame)).shape()
    assert found.is_valid and found.equals(shapely.union_all([beside, frame]))


def test_nothing_is_nothing() -> None:
    assert joined_all([]) is None
    assert len(outline_of(shapely.Polygon()).shells) == 0
    assert isinstance(outline_of(shapely.box(0, 0, 1, 1)).shape(), shapely.Polygon)
    assert np.array_equal(outline_of(shapely.box(0, 0, 1, 1)).box, (0, 0, 1, 1))
