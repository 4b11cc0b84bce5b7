"""What is said of shapes at one look, against GEOS, which looks for crossings."""

from __future__ import annotations

import math

import numpy as np
import pytest
import shapely
from hypothesis import given, settings, strategies as st
from shapely import Polygon

from ...core.survey.validity import _round_a_place, valid_polygons

EAST, NORTH = 39_400_000.0, 4_050_000.0


def ring(*places, closed=True):
    points = [(EAST + x, NORTH + y) for x, y in places]
    return shapely.polygons(shapely.linearrings([*points, points[0]] if closed else points))


def around(turns, steps, radius=50.0):
    """So many steps on a circle, that many turns."""
    angles = (2 * math.pi * turns * step / steps for step in range(steps))
    return ring(*((radius * math.cos(angle), radius * math.sin(angle)) for angle in angles))


SQUARE = ring((0, 0), (10, 0), (10, 10), (0, 10))
SHAPES = {
    "square": SQUARE,
    "square the other way round": shapely.reverse(SQUARE),
    "circle": around(1, 40),
    "pentagram, twice round its middle": around(2, 5),
    "the same ring twice": around(2, 6),
    "bow-tie": ring((0, 0), (10, 10), (10, 0), (0, 10)),
    "ribbon whose middle lies outside": ring((0, 0), (10, 0), (10, 10), (9, 10), (9, 1), (0, 1)),
    "spike through the middle": ring((0, 0), (10, 0), (10, 10), (0, 10), (5, 5)),
    "there and back": ring((0, 0), (10, 0), (10, 10), (20, 10), (10, 10), (0, 10)),
    "a point twice": ring((0, 0), (10, 0), (10, 0), (10, 10), (0, 10)),
    "no area": ring((0, 0), (10, 0), (5, 0)),
    "one place": ring((0, 0), (0, 0), (0, 0)),
    "touches itself": ring((0, 0), (10, 0), (5, 5), (10, 10), (0, 10), (5, 5)),
    "hole": Polygon([(0, 0), (10, 0), (10, 10), (0, 10)], [[(4, 4), (6, 4), (6, 6), (4, 6)]]),
    "hole outside": Polygon([(0, 0), (10, 0), (10, 10), (0, 10)], [[(14, 4), (16, 4), (16, 6), (14, 6)]]),
    "parts": shapely.multipolygons([SQUARE, ring((20, 0), (30, 0), (30, 10))]),
    "parts over one another": shapely.multipolygons([SQUARE, ring((5, 5), (30, 0), (30, 10))]),
    "empty": Polygon(),
    "nothing": None,
    "point": shapely.Point(1, 2),
    "not a number": Polygon([(0, 0), (10, 0), (math.nan, 10), (0, 10)]),
    "infinite": Polygon([(0, 0), (10, 0), (math.inf, 10), (0, 10)]),
    "tiny": ring((0, 0), (1e-7, 0), (0, 1e-7)),
}


@pytest.mark.parametrize("name", SHAPES)
def test_one_shape(name):
    shape = np.array([SHAPES[name]], dtype=object)
    assert valid_polygons(shape).tolist() == shapely.is_valid(shape).tolist()


@pytest.mark.filterwarnings("error")
def test_all_shapes_at_once_in_any_order():
    shapes = np.array([*SHAPES.values(), None, *reversed(SHAPES.values())] * 40, dtype=object)
    assert (valid_polygons(shapes) == shapely.is_valid(shapes)).all()
    assert valid_polygons(shapes[:0]).tolist() == []


def test_plain_fields_are_settled_at_one_look():
    plain = ("square", "square the other way round", "circle")
    assert _round_a_place(np.array([SHAPES[name] for name in plain], dtype=object)).all()


steps = st.integers(0, 6)


@given(st.lists(st.lists(st.tuples(steps, steps), min_size=3, max_size=9), min_size=1, max_size=20), st.sampled_from([1.0, 1 / 3, 1e-5]))
@settings(max_examples=400, deadline=None)
def test_rings_on_a_grid(rings, size):
    shapes = np.array([ring(*((x * size, y * size) for x, y in places)) for places in rings], dtype=object)
    assert (valid_polygons(shapes) == shapely.is_valid(shapes)).all()


@given(st.lists(st.tuples(st.floats(0.2, 1.0), st.floats(-0.4, 1.4)), min_size=3, max_size=12), st.integers(0, 2**32 - 1))
@settings(max_examples=400, deadline=None)
def test_rings_round_a_place_with_steps_back(spokes, seed):
    angle = np.cumsum([step for _, step in spokes]) * 2 * math.pi / len(spokes)
    shift = np.random.default_rng(seed).uniform(0, 1000, 2)
    places = [(100 * r * math.cos(a) + shift[0], 100 * r * math.sin(a) + shift[1]) for (r, _), a in zip(spokes, angle)]
    shape = np.array([ring(*places)], dtype=object)
    assert valid_polygons(shape).tolist() == shapely.is_valid(shape).tolist()
