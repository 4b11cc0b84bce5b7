"""Boundary points as they are printed: order, labels, rounding, lengths of sides."""

from __future__ import annotations

import random
from decimal import ROUND_HALF_UP, Decimal, localcontext

import numpy as np
import pytest
import shapely
from hypothesis import given, settings as trials, strategies as st

from ...core.exchange.border_order import from_north_west, ordered_rings, printed_places
from ...core.exchange.point_list import (
    Numbering,
    PointNumbers,
    PointSettings,
    plot_fields,
    point_form,
    side_length,
)
from ...core.workbook import load_layout

SQUARE = shapely.box(39_500_000, 4_000_000, 39_500_100, 4_000_050)
WITH_HOLE = SQUARE - shapely.box(39_500_010, 4_000_010, 39_500_020, 4_000_020)


def labels(points) -> str:
    return " ".join(point.label for point in points)


def signed_area(points) -> float:
    """Positive counter-clockwise."""
    total = 0.0
    for (x, y), (next_x, next_y) in zip(points, [*points[1:], points[0]]):
        total += (x - points[0][0]) * (next_y - points[0][1]) - (next_x - points[0][0]) * (y - points[0][1])
    return total


def test_rings_begin_in_the_north_west_and_keep_the_plot_on_the_right():
    outer, hole = ordered_rings(WITH_HOLE, 0)
    assert (outer.number, outer.hole, hole.number, hole.hole) == (1, False, 2, True)
    assert outer.places == (
        (39_500_000, 4_000_050), (39_500_100, 4_000_050), (39_500_100, 4_000_000), (39_500_000, 4_000_000),
    )
    assert hole.places == (
        (39_500_010, 4_000_020), (39_500_010, 4_000_010), (39_500_020, 4_000_010), (39_500_020, 4_000_020),
    )


def test_of_two_vertices_equally_near_the_northern_one_is_first():
    """A cut corner: both ends of the cut are 10 m from the north-west corner of the box."""
    cut = [(10, 100), (100, 100), (100, 0), (0, 0), (0, 90)]
    for turn in range(5):
        drawn = cut[turn:] + cut[:turn]
        for ring in (drawn, drawn[::-1]):
            assert from_north_west(ring) == tuple(cut)


def test_noise_below_the_printed_decimals_does_not_move_the_first_point():
    for noise in (-1e-6, 0.0, 1e-6):
        plot = shapely.Polygon([(10 + noise, 100), (100, 100), (100, 0), (0, 0), (0, 90)])
        assert ordered_rings(plot, 3)[0].places[0] == (10_000, 100_000)
        assert ordered_rings(plot, 3)[0].places[-1] == (0, 90_000)


def test_nothing_gives_no_rings():
    assert ordered_rings(None, 3) == [] and ordered_rings(shapely.Polygon(), 3) == []


@pytest.mark.parametrize("seed", range(5))
def test_the_order_does_not_depend_on_how_the_ring_was_drawn(seed: int):
    chance = random.Random(seed)
    points = shapely.multipoints([[chance.randrange(9000), chance.randrange(9000)] for _ in range(9)])
    hull = [(int(x), int(y)) for x, y in shapely.convex_hull(points).exterior.coords[:-1]]
    expected = from_north_west(hull)
    assert signed_area(expected) < 0 < signed_area(from_north_west(hull, clockwise=False))
    corner = (min(x for x, _ in hull), max(y for _, y in hull))
    nearest = min(hull, key=lambda place: (place[0] - corner[0]) ** 2 + (place[1] - corner[1]) ** 2)
    assert expected[0] == nearest
    for _ in range(6):
        turn = chance.randrange(len(hull))
        assert from_north_west((hull[turn:] + hull[:turn])[:: chance.choice([1, -1])]) == expected


def test_labels_run_on_begin_anew_in_each_ring_or_are_shared():
    def listed(numbering: Numbering, *plots) -> list[str]:
        numbers = PointNumbers(PointSettings(numbering=numbering))
        return [labels(numbers.points(plot)) for plot in plots]

    beside = shapely.box(39_500_100, 4_000_000, 39_500_200, 4_000_050)
    assert listed(Numbering.PLOT, WITH_HOLE, beside) == ["J1 J2 J3 J4 J1 J5 J6 J7 J8 J5", "J1 J2 J3 J4 J1"]
    assert listed(Numbering.RING, WITH_HOLE, beside) == ["J1 J2 J3 J4 J1 J1 J2 J3 J4 J1", "J1 J2 J3 J4 J1"]
    # J2 and J3 are the west corners of the second plot.
    assert listed(Numbering.ALL, SQUARE, beside) == ["J1 J2 J3 J4 J1", "J2 J5 J6 J3 J2"]
    assert labels(PointNumbers(PointSettings(prefix="")).points(SQUARE)) == "1 2 3 4 1"


def test_coordinates_are_rounded_half_up_and_sides_measured_between_them():
    plot = shapely.Polygon([(0.0005, 10.0015), (10.0025, 10.0004), (10.0, 0.0), (0.0, 0.0)])
    points = PointNumbers(PointSettings()).points(plot)
    first = min(points, key=lambda point: (point.east, -point.north))
    assert {(str(point.east), str(point.north)) for point in points} == {
        ("0.001", "10.002"), ("10.003", "10.000"), ("10.000", "0.000"), ("0.000", "0.000"),
    }
    assert first.side is not None
    assert [str(point.side) for point in points if not point.closing] == ["10.00", "10.00", "10.00", "10.00"]
    assert points[-1].closing and points[-1].side is None and points[-1].label == points[0].label


def test_points_that_print_the_same_are_one():
    plot = shapely.Polygon([(0, 10), (10, 10), (10.0001, 9.9999), (10, 0), (0, 0), (0.0002, 0.0001)])
    assert labels(PointNumbers(PointSettings()).points(plot)) == "J1 J2 J3 J4 J1"
    assert labels(PointNumbers(PointSettings(decimals=4)).points(plot)) == "J1 J2 J3 J4 J5 J6 J1"
    # The last point may be the same as the first; a ring that would vanish is kept.
    assert printed_places(np.array([(0, 0), (5, 5), (5, 0), (0.0001, 0)]), 3) == [(0, 0), (5000, 5000), (5000, 0)]
    assert len(printed_places(np.array([(0, 0), (0.0001, 0), (0, 0.0001)]), 3)) == 3


@given(st.lists(st.integers(-10**9, 10**9), min_size=4, max_size=4), st.integers(0, 6), st.integers(0, 3))
@trials(max_examples=200, deadline=None)
def test_sides_are_exact(numbers: list[int], decimals: int, side_decimals: int):
    one, other = (numbers[0], numbers[1]), (numbers[2], numbers[3])
    with localcontext() as context:
        context.prec = 60
        square = Decimal((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2)
        exact = square.sqrt().scaleb(-decimals)
        expected = exact.quantize(Decimal(1).scaleb(-side_decimals), rounding=ROUND_HALF_UP)
    assert side_length(one, other, decimals, side_decimals) == expected


def test_a_side_that_ends_in_a_half_is_rounded_up():
    assert side_length((0, 0), (1005, 0), 3, 2) == Decimal("1.01")
    assert side_length((0, 0), (1004, 0), 3, 2) == Decimal("1.00")
    assert side_length((0, 0), (3, 4), 0, 2) == Decimal(5)


def test_the_form_has_a_page_a_plot_and_the_decimals_asked_for():
    settings = PointSettings.of_layout(load_layout("T15"))
    assert settings == PointSettings("J", Numbering.PLOT, 3, 2)
    finer = PointSettings(decimals=4)
    points = PointNumbers(finer).points(WITH_HOLE)
    form = point_form(load_layout("T15"), [({"DK": "1"}, points)], finer)
    assert {column.key: column.decimals for column in form.layout.columns if column.key in "XYD"} == {"X": 4, "Y": 4, "D": 2}
    rows = form.pages[0].rows
    assert [row.value("SEQ") for row in rows] == list(range(1, 11))
    assert [row.value("QH") for row in rows] == [1] * 5 + [2] * 5
    assert rows[0].value("X") == Decimal("4000050.0000") and rows[0].value("Y") == Decimal("39500000.0000")
    assert rows[4].value("D") is None and rows[0].value("D") == Decimal("100.00")


def test_the_system_is_said_in_words():
    points = PointNumbers(PointSettings()).points(SQUARE)
    assert plot_fields("EPSG:4527", points) == {"CRS": "CGCS2000 3°带 117°E", "ZONE": "39"}
    short = PointNumbers(PointSettings()).points(shapely.box(500_000, 4_000_000, 500_100, 4_000_050))
    assert plot_fields("EPSG:4548", short) == {"CRS": "CGCS2000 3°带 117°E", "ZONE": ""}
    assert plot_fields("EPSG:4498", short)["CRS"] == "CGCS2000 6°带 117°E"
    assert plot_fields("某地方坐标系", short)["CRS"] == "某地方坐标系"
