"""Repair by the even-odd rule against an oracle in rational numbers that shares no code with it."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
import shapely
from hypothesis import given, settings, strategies as st

from ...core.columns import Columns
from ...core.errors import Cancelled, InputError
from ...core.survey.repair import RepairKind, duplicate_values, even_odd, repair, require_unique


def exact_even_odd_area(rings: list[list[tuple[int, int]]]) -> Fraction:
    """Area by horizontal strips between all vertices and crossings; within a strip no edges cross."""
    edges = []
    for ring in rings:
        points = [(Fraction(x), Fraction(y)) for x, y in ring]
        for (x1, y1), (x2, y2) in zip(points, points[1:] + points[:1]):
            if y1 != y2:
                edges.append((x1, y1, x2, y2) if y1 < y2 else (x2, y2, x1, y1))
    levels = {y for edge in edges for y in (edge[1], edge[3])}
    for index, (x1, y1, x2, y2) in enumerate(edges):
        for u1, v1, u2, v2 in edges[:index]:
            across = (x2 - x1) * (v2 - v1) - (y2 - y1) * (u2 - u1)
            if across:
                share = ((u1 - x1) * (v2 - v1) - (v1 - y1) * (u2 - u1)) / across
                levels.add(y1 + share * (y2 - y1))
    area = Fraction(0)
    ordered = sorted(levels)
    for low, high in zip(ordered, ordered[1:]):
        middle = (low + high) / 2
        crossed = sorted(
            x1 + (middle - y1) * (x2 - x1) / (y2 - y1) for x1, y1, x2, y2 in edges if y1 < middle < y2
        )  # fmt: skip
        area += (high - low) * sum((crossed[i + 1] - crossed[i] for i in range(0, len(crossed), 2)), Fraction(0))
    return area


def test_the_oracle_itself():
    assert exact_even_odd_area([[(0, 0), (4, 0), (4, 4), (0, 4)], [(1, 1), (2, 1), (2, 2), (1, 2)]]) == 15
    assert exact_even_odd_area([[(0, 0), (2, 2), (2, 0), (0, 2)]]) == 2


def columns_of(*shapes: str | None) -> Columns:
    geometry = np.array([None if text is None else shapely.from_wkt(text) for text in shapes], dtype=object)
    ids = np.arange(100, 100 + len(shapes), dtype=np.int64)
    return Columns("红线", ids, geometry, {"BSM": np.array([str(number) for number in ids], dtype=object)})


CASES = {
    "bow-tie": ("POLYGON((0 0,1 1,1 0,0 1,0 0))", 0.0, 0.5, "The border crosses itself at 0.5000, 0.5000."),
    "uneven bow-tie": ("POLYGON((0 0,3 3,3 0,0 1,0 0))", 3.0, 3.75, "The border crosses itself at 0.7500, 0.7500."),
    "spike": ("POLYGON((0 0,4 0,4 4,4 9,4 4,0 4,0 0))", 16.0, 16.0, "The border touches itself at 4.0000, 4.0000."),
    "hole outside": (
        "POLYGON((0 0,2 0,2 2,0 2,0 0),(5 5,6 5,6 6,5 6,5 5))", 3.0, 5.0,
        "A hole lies outside its shell at 5.0000, 5.0000.",
    ),
    "hole along the shell": (
        "POLYGON((0 0,4 0,4 4,0 4,0 0),(0 1,2 1,2 2,0 2,0 1))", 14.0, 14.0,
        "The border crosses itself at 0.0000, 2.0000.",
    ),
    "nested parts": (
        "MULTIPOLYGON(((0 0,4 0,4 4,0 4,0 0)),((1 1,2 1,2 2,1 2,1 1)))", 17.0, 15.0,
        "A part lies in another part at 1.0000, 1.0000.",
    ),
    "nested holes": (
        "POLYGON((0 0,9 0,9 9,0 9,0 0),(1 1,8 1,8 8,1 8,1 1),(2 2,3 2,3 3,2 3,2 2))", 31.0, 33.0,
        "A hole lies in another hole at 2.0000, 2.0000.",
    ),
    "overlapping parts": (
        "MULTIPOLYGON(((0 0,2 0,2 2,0 2,0 0)),((1 0,3 0,3 2,1 2,1 0)))", 8.0, 4.0,
        "The border crosses itself at 1.0000, 0.0000.",
    ),
    "parts with a common side": (
        "MULTIPOLYGON(((0 0,2 0,2 2,0 2,0 0)),((2 0,4 0,4 2,2 2,2 0)))", 8.0, 8.0,
        "The border crosses itself at 2.0000, 2.0000.",
    ),
    "hole that touches twice": (
        "POLYGON((0 0,4 0,4 4,0 4,0 0),(2 0,3 2,2 4,1 2,2 0))", 12.0, 12.0,
        "Holes cut the shape in two at 2.0000, 4.0000.",
    ),
    "ring through itself at a point": (
        "POLYGON((0 0,4 0,2 2,3 3,1 3,2 2,0 0))", 5.0, 5.0, "The border touches itself at 2.0000, 2.0000.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", list(CASES))
def test_known_shapes(name):
    wkt, signed, area, said = CASES[name]
    square = "POLYGON((10 10,11 10,11 11,10 11,10 10))"
    columns = columns_of(square, wkt)
    result = repair(columns)
    (finding,) = result.findings
    assert (finding.id, finding.row, finding.kind) == (101, 1, RepairKind.REPAIRED)
    assert finding.signed_area == pytest.approx(signed, abs=1e-12)
    assert finding.repaired_area == pytest.approx(area, abs=1e-12)
    mended = result.columns.geometry[1]
    assert shapely.is_valid(mended) and shapely.get_type_id(mended) in (3, 6)
    assert shapely.area(mended) == finding.repaired_area
    assert str(finding.reason).startswith(said.split(" at ")[0])
    if name in ("bow-tie", "uneven bow-tie", "spike", "nested parts"):
        assert str(finding.reason) == said
    assert result.columns.geometry[0] is columns.geometry[0]


def test_valid_shapes_are_not_touched():
    columns = columns_of(
        "POLYGON((0 0,0 1,1 1,1 0,0 0))",  # clockwise
        "POLYGON((0 0,1 0,1 0,1 0,1 1,0 1,0 0))",  # points drawn twice
        "POLYGON((0 0,9 0,9 9,0 9,0 0),(1 1,2 1,2 2,1 2,1 1))",  # hole drawn in the shell's direction
    )
    result = repair(columns)
    assert result.findings == ()
    assert all(one is other for one, other in zip(result.columns.geometry, columns.geometry))


def test_what_has_no_area_is_listed_and_dropped():
    shapes = (
        None,
        "POLYGON EMPTY",
        "MULTIPOLYGON EMPTY",
        "POLYGON((0 0,1 1,0 0,0 0))",
        "POLYGON((39500000.1 4000000.3,39500001.1 4000003.3,39500002.1 4000006.3,39500000.1 4000000.3))",
        "POLYGON((0 0,1 0,1 1,0 0))",
    )
    columns = columns_of(*shapes)
    result = repair(columns)
    assert result.columns.ids.tolist() == [105]
    assert result.columns.attributes["BSM"].tolist() == ["105"]
    kinds = [finding.kind for finding in result.findings]
    assert kinds == [RepairKind.NO_SHAPE] * 3 + [RepairKind.NO_AREA] * 2
    assert [finding.repaired_area for finding in result.findings] == [0.0] * 5
    kept = repair(columns, drop=False).columns
    assert kept.ids.tolist() == columns.ids.tolist()
    assert shapely.is_missing(kept.geometry).tolist() == [True] * 5 + [False]


@pytest.mark.parametrize("wrong", [np.nan, np.inf])
def test_coordinates_that_are_no_numbers(wrong):
    shape = shapely.polygons([(0, 0), (1, 0), (wrong, 1), (0, 0)])
    result = repair(columns_of(None).with_geometry(np.array([shape], dtype=object)))
    assert [finding.kind for finding in result.findings] == [RepairKind.NO_NUMBERS]
    assert len(result.columns) == 0


def test_other_shapes_are_refused():
    with pytest.raises(ValueError):
        repair(columns_of("POINT(1 1)"))


def test_empty_columns():
    assert repair(columns_of()).findings == ()


corners = st.tuples(st.integers(0, 6), st.integers(0, 6))
ring = st.lists(corners, min_size=3, max_size=8)


def _shape(rings):
    closed = [shapely.linearrings([*points, points[0]]) for points in rings]
    return shapely.polygons(closed[0], closed[1:] or None)


@settings(max_examples=300, deadline=None)
@given(st.lists(ring, min_size=1, max_size=3))
def test_area_is_that_of_the_even_odd_rule(rings):
    """Rings on a coarse grid share points, stretches and whole sides all the time."""
    expected = exact_even_odd_area(rings)
    mended = even_odd(_shape(rings))
    if mended is None:
        assert expected == 0
    else:
        assert shapely.is_valid(mended)
        assert shapely.get_type_id(mended) in (3, 6)
        assert abs(shapely.area(mended) - float(expected)) < 1e-9


@settings(max_examples=100, deadline=None)
@given(st.lists(ring, min_size=1, max_size=3), st.integers(0, 7), st.booleans())
def test_at_survey_coordinates_whatever_the_start_and_direction(rings, turn, backwards):
    """Real eastings leave 1e-8 m to a crossing; the noded area differs from the exact one by no more than that."""
    placed = [[(39500000 + 100 * x, 4000000 + 100 * y) for x, y in points] for points in rings]
    turned = [points[turn % len(points) :] + points[: turn % len(points)] for points in placed]
    if backwards:
        turned = [points[::-1] for points in turned]
    expected = float(exact_even_odd_area(rings)) * 10_000
    for some in (placed, turned):
        mended = even_odd(_shape(some))
        assert abs((0 if mended is None else shapely.area(mended)) - expected) < 1e-4


def test_a_crossing_line_does_not_move_the_other_vertices():
    shape = shapely.from_wkt("POLYGON((0 0,7 3,7 0,0 2,0 0))")
    drawn = set(map(tuple, shapely.get_coordinates(shape)))
    assert drawn <= set(map(tuple, shapely.get_coordinates(even_odd(shape))))


def test_many_of_which_few_are_invalid():
    squares = shapely.box(np.arange(20000), 0, np.arange(20000) + 1, 1)
    geometry = np.array(squares, dtype=object)
    geometry[::1000] = shapely.from_wkt("POLYGON((0 0,1 1,1 0,0 1,0 0))")
    columns = Columns("图斑", np.arange(20000), geometry)
    steps = []
    result = repair(columns, progress=steps.append)
    assert len(result.findings) == 20
    assert steps == sorted(steps) and steps[-1] == 1.0
    assert columns.geometry[1000] is geometry[1000], "the columns given stay as they are"

    def cancelled(fraction):
        raise Cancelled

    with pytest.raises(Cancelled):
        repair(columns, progress=cancelled)


def test_duplicate_values():
    assert duplicate_values(np.array(["a", "b", "a", None, None, "", ""], dtype=object)) == {"a": 2}
    assert duplicate_values(np.array([1.0, 2.0, 2.0, np.nan, np.nan])) == {2.0: 2}


def test_require_unique():
    columns = Columns("红线", np.arange(4), np.empty(4, dtype=object), {"XMBH": np.array(["A1", "A2", "A1", "A1"])})
    with pytest.raises(InputError) as raised:
        require_unique(columns, "XMBH", "项目编号")
    assert str(raised.value) == "Layer 红线: 项目编号 A1 occurs 3 times (0 more such values)."
    require_unique(columns.take(np.array([0, 1])), "XMBH")


def test_what_the_reader_found_is_not_looked_for_again():
    shapes = np.array([shapely.box(0, 0, 1, 1), shapely.Polygon([(0, 0), (2, 2), (2, 0), (0, 2)]), None, shapely.Polygon()])
    plain = Columns("a", np.arange(4), shapes)
    known = Columns("a", np.arange(4), shapes, valid=shapely.is_valid(shapes))
    one, other = repair(plain), repair(known)
    assert other.columns.ids.tolist() == one.columns.ids.tolist()
    assert shapely.equals_exact(other.columns.geometry, one.columns.geometry).all()
    assert [(found.row, found.kind) for found in other.findings] == [(found.row, found.kind) for found in one.findings]
    assert [found.row for found in other.findings] == [1, 2, 3]
