"""Checks of parcels against one another, judged by counting cells of a grid and by rational arithmetic."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
import shapely
from hypothesis import HealthCheck, example, given, settings, strategies as st
from shapely.affinity import rotate as rotated, translate as shifted

from ...core.checking.borders import fill_exactly, match_borders
from ...core.checking.coverage import CHECK_TITLES, find_coverage_faults
from ...core.checking.finding import NO_ROW, Finding, Severity
from ...core.errors import Cancelled
from ...core.progress import no_progress
from ...core.rules import load_rules
from ...core.survey.schema import Role
from ..oracles.exact_cells import exact_cells
from .sample_layers import read_layer, shape_of

COVERAGE = Path(__file__).parents[1] / "data" / "coverage" / "taichung_statarea_3826.gpkg"
RULES = load_rules().replaced(
    {"overlap_area_m2": "0", "gap_area_m2": "0", "sliver_width_m": "0"}, "test"
)
EAST, NORTH, STEP = 39_500_000.0, 4_035_000.0, 0.5
CELL = STEP * STEP
Cell = tuple[int, int]


def every_check(check: str) -> Severity | None:
    return Severity.WARNING


def objects(shapes: Sequence[object]) -> np.ndarray:
    array = np.empty(len(shapes), dtype=object)
    array[:] = list(shapes)
    return array


def faults(shapes: Sequence[object], district: Sequence[object] | None = None, rules=RULES) -> list[Finding]:
    districts = None if district is None else objects(district)
    return find_coverage_faults(objects(shapes), rules, every_check, no_progress, districts)


def polygon_of(cells: set[Cell], with_all_vertices: bool) -> object:
    """The cells as one shape; without `with_all_vertices` straight borders have no vertices in between."""
    boxes = [shapely.box(x, y, x + 1, y + 1) for x, y in cells]
    whole = shapely.simplify(shapely.union_all(boxes), 0)
    whole = shapely.segmentize(whole, 1.0) if with_all_vertices else whole
    return shapely.transform(whole, lambda places: places * STEP + (EAST, NORTH))


def closed_cells(covered: set[Cell], size: int) -> set[Cell]:
    """Cells in no parcel from which no way along cells leads out of the grid: flooded from outside."""
    todo, open_cells = [(-1, -1)], {(-1, -1)}
    while todo:
        x, y = todo.pop()
        for step in ((x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)):
            if step not in open_cells and step not in covered and -1 <= step[0] <= size and -1 <= step[1] <= size:
                open_cells.add(step)
                todo.append(step)
    return {(x, y) for x in range(size) for y in range(size)} - open_cells - covered


def pieces_of(cells: set[Cell]) -> int:
    left, pieces = set(cells), 0
    while left:
        todo, pieces = [left.pop()], pieces + 1
        while todo:
            x, y = todo.pop()
            for step in {(x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)} & left:
                left.remove(step)
                todo.append(step)
    return pieces


def areas(findings: list[Finding], check: str) -> list[float]:
    return [finding.area for finding in findings if finding.check == check]


def check_against_cells(parcels: list[set[Cell]], district: set[Cell], vertices: list[bool], size: int) -> None:
    found = faults(
        [polygon_of(cells, all_of_them) for cells, all_of_them in zip(parcels, vertices)],
        [polygon_of(district, False), None] if district else [None],
    )
    expected = {
        (first, second): len(parcels[first] & parcels[second]) * CELL
        for second in range(len(parcels)) for first in range(second) if parcels[first] & parcels[second]
    }
    assert {(f.row, f.other): f.area for f in found if f.check == "overlap"} == pytest.approx(expected)
    covered = set().union(*parcels)
    closed = closed_cells(covered, size)
    assert sum(areas(found, "gap")) == pytest.approx(len(closed) * CELL)
    assert len(areas(found, "gap")) == pieces_of(closed)
    assert sum(areas(found, "district_gap")) == pytest.approx(len(district - covered - closed) * CELL)
    beyond = {row: len(cells - district) * CELL for row, cells in enumerate(parcels) if district and cells - district}
    assert {f.row: f.area for f in found if f.check == "outside_district"} == pytest.approx(beyond)
    for finding in found:
        if finding.shape is not None:
            assert shapely.contains_xy(finding.shape, finding.x, finding.y)
            assert shapely.is_valid(finding.shape)


SIZE = 5
GRID = [(x, y) for x in range(SIZE) for y in range(SIZE)]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.integers(0, 4), min_size=25, max_size=25),
    st.lists(st.sets(st.sampled_from(GRID), min_size=1, max_size=9), max_size=3),
    st.sets(st.sampled_from(GRID)),
    st.lists(st.booleans(), min_size=8, max_size=8),
)
@example([1] * 25, [set(GRID)], set(GRID), [True] * 8)
@example([1, 2] * 12 + [1], [], set(), [False] * 8)
def test_faults_of_drawn_cells(labels, extra, district, vertices) -> None:
    """A partition of the grid with open cells (label 0), further parcels over it, with or without common vertices."""
    parcels = [{cell for cell, label in zip(GRID, labels) if label == wanted} for wanted in range(1, 5)]
    parcels = [cells for cells in parcels if cells] + extra
    if parcels:
        check_against_cells(parcels, district, vertices, SIZE)


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10_000), st.integers(0, 6), st.floats(1e-4, 3.0))
def test_every_overlap_of_a_faulty_coverage_is_found(seed, faulty, reach) -> None:
    """A coverage of random cells, some of whose parcels were moved, grown or drawn again: exact areas, pair by pair."""
    random = np.random.default_rng(seed)
    points = shapely.multipoints(np.c_[random.uniform(0, 40, 14), random.uniform(0, 40, 14)])
    shapes = list(shapely.get_parts(shapely.voronoi_polygons(points, extend_to=shapely.box(0, 0, 40, 40))))
    shapes = [shapely.transform(shape, lambda places: np.round(places, 4)) for shape in shapes]
    for _ in range(faulty):
        chosen = shapes[random.integers(len(shapes))]
        kind = random.integers(4)
        dx, dy = random.uniform(-reach, reach, 2)
        shapes.append((chosen, shifted(chosen, dx, dy), shapely.buffer(chosen, reach), shapely.box(5, 5, 30, 20))[kind])
    found = {(f.row, f.other): f.area for f in faults(shapes) if f.check == "overlap"}
    exact: Counter = Counter()
    for labels, area in exact_cells({"": shapes}).items():
        rows = sorted(row for _, row in labels)
        for place, second in enumerate(rows):
            for first in rows[:place]:
                exact[first, second] += float(area)
    assert {pair for pair, area in exact.items() if area > 1e-6} <= set(found)
    for pair, area in found.items():
        assert area == pytest.approx(exact[pair], abs=1e-6)


def grid(columns: int, rows: int, east: float = 0.0, north: float = 0.0, side: float = 10.0) -> list[object]:
    return [
        shapely.box(east + side * x, north + side * y, east + side * (x + 1), north + side * (y + 1))
        for x in range(columns) for y in range(rows)
    ]


def test_a_clean_coverage_has_no_fault() -> None:
    assert faults(grid(6, 5)) == []
    assert faults(grid(6, 5), [shapely.box(0, 0, 30, 50), shapely.box(30, 0, 60, 50)]) == []


def test_the_real_coverage_cut_out_is_checked_like_pair_by_pair() -> None:

    with sqlite3.connect(f"file:{COVERAGE}?mode=ro", uri=True) as connection:
        table = connection.execute("SELECT table_name FROM gpkg_contents").fetchone()[0]
        column = connection.execute("SELECT column_name FROM gpkg_geometry_columns").fetchone()[0]
        shapes = objects([shape_of(row[0]) for row in connection.execute(f'SELECT "{column}" FROM "{table}"')])
    shapes = shapes[shapely.is_valid(shapes)]
    shapes[7] = shifted(shapes[7], 0.3, 0.2)
    found = {(f.row, f.other) for f in faults(shapes) if f.check == "overlap" and f.area >= 1e-4}
    left, right = shapely.STRtree(shapes).query(shapes)
    left, right = left[left < right], right[left < right]
    common = shapely.area(shapely.intersection(shapes[left], shapes[right]))
    assert {(int(a), int(b)) for a, b, area in zip(left, right, common) if area >= 1e-4} == found
    assert len(found) > 2


def test_two_whole_sheets_over_one_another() -> None:
    """No parcel inside has an edge of its own: both are clean, and all of the ground is covered twice."""
    sheets = grid(8, 8) + grid(8, 8, 13.0, 17.0)
    found = faults(sheets)
    tree = shapely.STRtree(sheets)
    left, right = tree.query(sheets, predicate="intersects")
    expected = {
        (int(a), int(b)) for a, b in zip(left, right)
        if a < b and shapely.area(shapely.intersection(sheets[a], sheets[b])) > 0
    }
    assert {(f.row, f.other) for f in found if f.check == "overlap"} == expected
    inner = {row for pair in expected for row in pair} - set(match_borders(objects(sheets), no_progress).rows.tolist())
    assert inner


def test_a_parcel_in_the_hole_of_another_overlaps_nobody() -> None:
    ring = shapely.box(0, 0, 30, 30) - shapely.box(10, 10, 20, 20)
    assert faults([ring, shapely.box(10, 10, 20, 20)]) == []
    over = faults([ring, shapely.box(9, 10, 20, 20)])
    assert [(f.check, f.row, f.other, f.area) for f in over if f.check == "overlap"] == [("overlap", 0, 1, 10.0)]
    assert areas(faults([ring]), "gap") == [100.0]


def test_contained_and_identical_parcels_overlap() -> None:
    outer, inner = shapely.box(0, 0, 30, 30), shapely.box(5, 5, 6, 6)
    assert [(f.row, f.other, f.area) for f in faults([outer, inner])] == [(0, 1, 1.0)]
    assert [(f.row, f.other, f.area) for f in faults([inner, outer, inner])] == [(0, 1, 1.0), (0, 2, 1.0), (1, 2, 1.0)]


def test_parcels_that_touch_in_a_point_are_clean_and_close_a_gap() -> None:
    corner = [shapely.box(0, 0, 10, 10), shapely.box(10, 10, 20, 20)]
    assert faults(corner) == []
    around = [shapely.box(0, 10, 10, 20), shapely.box(10, 0, 20, 10), shapely.box(20, 10, 30, 20), shapely.box(10, 20, 20, 30)]
    assert areas(faults(around), "gap") == [100.0]


def test_an_overlap_that_is_bounded_by_edges_of_both() -> None:
    left = shapely.Polygon([(0, 0), (10, 0), (20, 0), (20, 10), (10, 10), (0, 10)])
    right = shapely.Polygon([(10, 0), (20, 0), (30, 0), (30, 10), (20, 10), (10, 10)])
    assert [(f.check, f.area) for f in faults([left, right])] == [("overlap", 100.0)]


def test_gaps_beside_parcels_drawn_twice_are_found() -> None:
    around = [shapely.box(0, 0, 30, 10), shapely.box(0, 20, 30, 30), shapely.box(0, 10, 10, 20), shapely.box(20, 10, 30, 20)]
    for twice in ([0], [2], [0, 2], [0, 1, 2, 3]):
        found = faults([*around, *(around[row] for row in twice)])
        assert areas(found, "gap") == [100.0]
        assert len(areas(found, "overlap")) == len(twice)
    covered = faults([*grid(3, 3), grid(3, 3)[4], grid(3, 3)[4]])
    assert [(f.row, f.other) for f in covered] == [(4, 9), (4, 10), (9, 10)]


def test_an_edge_of_three_parcels_is_shared_by_none() -> None:
    left, right = shapely.box(0, 0, 10, 10), shapely.box(10, 0, 20, 10)
    for three in ([left, right, right], [left, left, right], [right, left, left]):
        borders = match_borders(objects(three), no_progress)
        assert len(borders.ends) == 12 and len(borders.first) == 0
    two = match_borders(objects([left, right]), no_progress)
    assert len(two.ends) == 6 and (two.first.tolist(), two.second.tolist()) == ([0], [1])


def test_a_closed_gap_is_told_once_with_districts_too() -> None:
    ring = shapely.box(0, 0, 30, 30) - shapely.box(10, 10, 20, 20)
    found = faults([ring], [shapely.box(0, 0, 30, 15), shapely.box(0, 15, 30, 30)])
    assert [(f.check, f.area) for f in found] == [("gap", 100.0)]


def test_the_ground_of_an_overlap_is_the_same_bits_in_any_order_of_rows() -> None:
    random = np.random.default_rng(2)
    turned = [rotated(shapely.box(0, 0, 30, 20), *random.uniform(1, 89, 1)) for _ in range(80)]
    shapes = [shifted(shape, EAST + 9 * number, NORTH) for number, shape in enumerate(turned)]
    plain = {f.shape.wkb for f in faults(shapes) if f.check == "overlap"}
    assert len(plain) > 100
    assert plain == {f.shape.wkb for f in faults(shapes[::-1]) if f.check == "overlap"}


def test_a_gap_narrower_than_a_millimetre_is_found() -> None:
    upper = shapely.Polygon([(0, 10), (50, 10), (100, 10), (100, 20), (0, 20)])
    lower = shapely.Polygon([(0, 0), (100, 0), (100, 10), (50, 9.9995), (0, 10)])
    found = faults([upper, lower])
    assert [f.area for f in found if f.check == "gap"] == [pytest.approx(0.025, rel=1e-6)]
    thin = load_rules()
    assert [(f.check, f.row) for f in faults([upper, lower], rules=thin)] == [
        ("sliver", NO_ROW), ("missing_vertex", 0), ("missing_vertex", 1)
    ]


def test_a_bay_is_no_gap_but_ground_of_the_district() -> None:
    parcels = [shapely.box(0, 0, 10, 30), shapely.box(10, 0, 20, 10), shapely.box(20, 0, 30, 30)]
    assert areas(faults(parcels), "gap") == []
    found = faults(parcels, [shapely.box(0, 0, 30, 30)])
    assert areas(found, "district_gap") == [200.0]
    assert areas(found, "outside_district") == []
    assert [(f.row, f.area) for f in faults(parcels, [shapely.box(0, 0, 25, 30)]) if f.check == "outside_district"] == [
        (2, 150.0)
    ]


def test_an_empty_survey_leaves_the_districts_open() -> None:
    found = faults([None], [shapely.box(0, 0, 30, 30), None])
    assert [(f.check, f.area) for f in found] == [("district_gap", 900.0)]
    assert faults([]) == []


def test_several_components_and_an_island_in_a_gap() -> None:
    moat = shapely.box(0, 0, 30, 30) - shapely.box(10, 10, 20, 20)
    found = faults([moat, shapely.box(12, 12, 18, 18), *grid(3, 3, 500.0), *grid(2, 2, 900.0)])
    assert [(f.check, f.area) for f in found] == [("gap", 64.0)]


def test_a_missing_vertex_is_told_once_a_parcel() -> None:
    long, top = shapely.box(0, 0, 30, 10), grid(3, 1, 0.0, 10.0)
    (found,) = faults([*top, long])
    assert (found.check, found.row, found.text.places["count"], found.x, found.y) == ("missing_vertex", 3, 2, 10.0, 10.0)
    away = load_rules().replaced({"missing_vertex_distance_m": "0.0001"}, "test")
    lowered = shapely.Polygon([(0, 0), (30, 0), (30, 9.9995), (0, 9.9995)])
    assert "missing_vertex" not in {f.check for f in faults([*top, lowered], rules=away)}


def test_narrow_ground_is_a_sliver_unless_slivers_are_off() -> None:
    parcels = [shapely.box(0, 0, 100, 10), shapely.box(0, 9.995, 100, 20)]
    rules = load_rules()
    both = find_coverage_faults(objects(parcels), rules, every_check)
    assert [(f.check, f.row, f.other) for f in both if f.shape is not None] == [("sliver", 0, 1)]
    severity = {"overlap": Severity.ERROR}.get
    plain = find_coverage_faults(objects(parcels), rules, severity)
    assert [(f.check, f.severity, f.row, f.other) for f in plain] == [("overlap", Severity.ERROR, 0, 1)]
    assert find_coverage_faults(objects(parcels), rules, {}.get) == []


def test_thresholds_leave_out_what_is_smaller() -> None:
    parcels = [shapely.box(0, 0, 10, 10), shapely.box(9, 0, 20, 10)]
    for least, count in (("10", 1), ("10.01", 0)):
        rules = RULES.replaced({"overlap_area_m2": least}, "test")
        assert len(areas(faults(parcels, rules=rules), "overlap")) == count


def test_facts_do_not_depend_on_the_order_of_the_rows() -> None:
    random = np.random.default_rng(5)
    shapes = grid(6, 6, 39_500_000.0, 4_035_000.0)
    shapes[8] = shapely.buffer(shapes[8], 0.7, quad_segs=3)
    shapes[20] = shifted(shapes[20], 0.123, -0.456)
    del shapes[28]
    district = [shapely.buffer(shapely.union_all(shapes), 1.0, quad_segs=2)]
    plain = faults(shapes, district)
    order = random.permutation(len(shapes))
    turned = faults([shapely.reverse(shapes[row]) for row in order], district)

    def told(findings: list[Finding], names: Sequence[int]) -> list:
        return sorted(
            (f.check, f.facts, sorted(int(names[row]) for row in (f.row, f.other) if row != NO_ROW)) for f in findings
        )

    assert told(plain, range(len(shapes))) == told(turned, order)
    assert {f.check for f in plain} == {"overlap", "gap", "district_gap"}


def test_progress_goes_up_to_one_and_a_cancelled_run_ends() -> None:
    told: list[float] = []
    shapes = objects([*grid(4, 4), shapely.box(5, 5, 28, 28)])
    find_coverage_faults(shapes, RULES, every_check, told.append, objects([shapely.box(0, 0, 35, 40)]))
    assert told[-1] == 1.0 and told == sorted(told)

    def cancel(fraction: float) -> None:
        if fraction > 0.5:
            raise Cancelled

    with pytest.raises(Cancelled):
        find_coverage_faults(shapes, RULES, every_check, cancel)


def test_every_finding_is_titled() -> None:
    found = faults([*grid(2, 2), shapely.box(5, 5, 8, 8)], [shapely.box(0, 0, 15, 30)])
    assert {f.check for f in found} <= set(CHECK_TITLES)
    assert all("{" not in str(f.text) for f in found)


def test_the_sample_has_a_clean_coverage() -> None:
    survey = read_layer("DLTB", Role.SURVEY)
    found = find_coverage_faults(survey.geometry, load_rules(), every_check)
    assert {f.check for f in found} <= {"overlap", "gap", "sliver", "missing_vertex"}


@given(
    st.lists(st.integers(0, 3), min_size=20, max_size=20),
    st.lists(st.tuples(st.integers(0, 19), st.integers(0, 3)), max_size=2),
    st.sets(st.integers(0, 19), min_size=0, max_size=2),
    st.booleans(),
)
@example([0] * 20, [], set(), True)
@example([0] * 20, [], {6}, True)
@example([0] * 10 + [1] * 10, [(3, 1)], set(), True)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_parcels_fill_a_district_where_each_of_its_cells_is_in_one_parcel(owner, twice, left_out, with_all_vertices):
    """5 × 4 cells to four parcels, some cells to a second one; some cells are not the district's: judged by counting cells."""
    place = [(x, y) for x in range(5) for y in range(4)]
    cells: list[set[Cell]] = [{place[each] for each in range(20) if owner[each] == number} for number in range(4)]
    for cell, number in twice:
        cells[number].add(place[cell])
    ground = {place[each] for each in range(20)} - {place[each] for each in left_out}
    district = polygon_of(ground, with_all_vertices)
    parcels = [polygon_of(own, with_all_vertices) for own in cells if own]
    exact = Counter(cell for own in cells for cell in own) == Counter(ground)
    plain = district.geom_type == "Polygon" and not district.interiors
    filled = fill_exactly(match_borders(objects(parcels), no_progress), objects([district]))
    if with_all_vertices:
        assert filled == (exact and plain)
    else:
        assert not filled or exact
    asked: list[bool] = []
    found = find_coverage_faults(
        objects(parcels), RULES, every_check, no_progress, objects([district]), lambda: not asked.append(True)
    )
    assert bool(asked) != filled
    if filled:
        assert {each.check for each in found} <= {"missing_vertex"}


def test_two_districts_are_not_filled_edge_by_edge():
    """Districts that overlap may hold parcels that do."""
    both = objects([shapely.box(0, 0, 2, 2), shapely.box(1, 0, 3, 2)])
    assert not fill_exactly(match_borders(both, no_progress), both)
    assert "overlap" in {each.check for each in faults(list(both), list(both))}
