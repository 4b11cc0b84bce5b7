"""Checks of each parcel's own shape: each fault drawn by hand, and vertices recounted one by one."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import pytest
import shapely
from hypothesis import given, settings, strategies as st

from ...core.checking import coverage, shapes
from ...core.checking.finding import Finding, Severity
from ...core.checking.shapes import CHECK_TITLES, find_shape_faults
from ...core.progress import no_progress
from ...core.rules import Rules, load_rules

EAST, NORTH = 39_500_000.0, 4_035_000.0
SQUARE = [(0, 0), (20, 0), (20, 20), (0, 20)]


def every_check(check: str) -> Severity | None:
    return Severity.WARNING


def polygon(shell: Sequence[tuple[float, float]], *holes: Sequence[tuple[float, float]]) -> object:
    """A polygon in the survey's zone, from places near its origin."""
    return shapely.Polygon(*([(EAST + x, NORTH + y) for x, y in ring] for ring in (shell,)),
                           [[(EAST + x, NORTH + y) for x, y in ring] for ring in holes])


def faults(*geometry: object, rules: Rules | None = None, severity_of=every_check) -> list[Finding]:
    array = np.empty(len(geometry), dtype=object)
    array[:] = list(geometry)
    return find_shape_faults(array, rules or load_rules(), severity_of)


def one(found: list[Finding], check: str) -> Finding:
    (finding,) = [finding for finding in found if finding.check == check]
    return finding


def checks(found: list[Finding]) -> set[str]:
    return {finding.check for finding in found}


def place(finding: Finding) -> tuple[float, float]:
    return round(finding.x - EAST, 3), round(finding.y - NORTH, 3)


def test_a_sound_parcel_has_no_fault() -> None:
    assert faults(polygon(SQUARE)) == []
    assert faults() == []


def test_missing_and_empty_shapes() -> None:
    found = faults(polygon(SQUARE), None, shapely.Polygon(), shapely.MultiPolygon())
    assert [(f.check, f.row) for f in found] == [("no_shape", 1), ("no_shape", 2), ("no_shape", 3)]
    assert all(math.isnan(f.x) for f in found)


def test_coordinates_that_are_no_numbers() -> None:
    broken = shapely.transform(polygon(SQUARE), lambda places: np.where(places > EAST + 10, np.nan, places))
    endless = shapely.transform(polygon(SQUARE), lambda places: np.where(places > EAST + 10, np.inf, places))
    assert [(f.check, f.row) for f in faults(broken, endless)] == [("no_numbers", 0), ("no_numbers", 1)]


def test_shapes_without_area() -> None:
    line = polygon([(0, 0), (10, 0), (20, 0)])
    there_and_back = polygon([(0, 0), (10, 5), (20, 5), (10, 5)])
    assert [(f.check, f.row) for f in faults(line, there_and_back) if f.check == "no_area"] == [("no_area", 0), ("no_area", 1)]
    bow_tie = polygon([(0, 0), (20, 20), (20, 0), (0, 20)])
    assert "no_area" not in checks(faults(bow_tie))


@pytest.mark.parametrize(
    ("shape", "check", "where", "says"),
    [
        (polygon([(0, 0), (20, 20), (20, 0), (0, 20)]), "self_intersection", (10, 10), "crosses itself"),
        (polygon([(0, 0), (20, 0), (20, 20), (10, 0), (0, 20)]), "self_intersection", (10, 0), "itself"),
        (polygon([(0, 0), (20, 0), (20, 20), (10, 20), (10, 30), (10, 20), (0, 20)]), "self_intersection", (10, 20), "itself"),
        (polygon(SQUARE, [(30, 5), (35, 5), (35, 10)]), "misplaced_ring", None, "outside its shell"),
        (polygon(SQUARE, [(2, 2), (18, 2), (18, 18), (2, 18)], [(5, 5), (8, 5), (8, 8)]), "misplaced_ring", None, "another hole"),
        (shapely.MultiPolygon([polygon(SQUARE), polygon([(5, 5), (8, 5), (8, 8)])]), "misplaced_ring", None, "another part"),
        (polygon(SQUARE, [(5, 5), (10, 5), (10, 10)], [(5, 5), (10, 5), (10, 10)]), "self_intersection", None, ""),
        (polygon(SQUARE, [(0, 0), (20, 20), (10, 5)]), "misplaced_ring", None, "cut the shape in two"),
    ],
)
def test_rings_that_break_the_rules(shape, check, where, says) -> None:
    found = [f for f in faults(polygon(SQUARE), shape) if f.check in ("self_intersection", "misplaced_ring")]
    assert [(f.check, f.row) for f in found] == [(check, 1)]
    assert says in str(found[0].text)
    assert where is None or place(found[0]) == where
    assert math.isfinite(found[0].x) and found[0].facts


def test_repeated_vertices_are_counted_with_the_closing_one() -> None:
    shell = [(0, 0), (0, 0), (20, 0), (20, 20), (20, 20), (20, 20), (0, 20), (0, 0), (0, 0)]
    found = one(faults(polygon(SQUARE), polygon(shell)), "duplicate_vertex")
    assert (found.row, found.text.places["count"], place(found)) == (1, 4, (0, 0))
    near = polygon([(0, 0), (0.004, 0), (20, 0), (20, 20), (0, 20)])
    assert faults(near) == []
    wider = load_rules().replaced({"duplicate_vertex_distance_m": "0.005"}, "test")
    found = one(faults(near, rules=wider), "duplicate_vertex")
    assert (found.text.places["count"], found.text.places["measure"]) == (1, "0.004")


def test_spikes_inward_and_outward_at_the_start_of_a_ring_too() -> None:
    outward = [(0, 0), (9.99, 0), (10, -5), (10.01, 0), (20, 0), (20, 20), (0, 20)]
    inward = [(0, 0), (9.99, 0), (10, 5), (10.01, 0), (20, 0), (20, 20), (0, 20)]
    for shell in (outward, inward, outward[2:] + outward[:2], inward[2:] + inward[:2]):
        found = one(faults(polygon(shell)), "spike")
        assert place(found)[0] == 10.0 and abs(place(found)[1]) == 5.0
        assert found.text.places["measure"] == "0.23"
    hole = polygon([(-9, -9), (40, -9), (40, 40), (-9, 40)], inward)
    assert place(one(faults(hole), "spike")) == (10.0, 5.0)


def test_a_sharp_corner_of_real_ground_is_no_spike() -> None:
    wedge = polygon([(0, 0), (100, 0), (100, 10)])
    found = faults(wedge)
    assert checks(found) == {"sharp_angle"} and place(found[0]) == (0, 0)
    assert found[0].text.places["measure"] == "5.71"
    assert faults(wedge, rules=load_rules().replaced({"sharp_angle_degrees": "5.7"}, "test")) == []
    narrow = load_rules().replaced({"spike_width_m": "10.1"}, "test")
    assert checks(faults(wedge, rules=narrow)) == {"spike"}


def test_parts_and_holes() -> None:
    parts = shapely.MultiPolygon([polygon(SQUARE), polygon([(30, 0), (30.5, 0), (30.5, 1), (30, 1)])])
    found = faults(polygon(SQUARE), parts)
    assert checks(found) == {"many_parts", "small_part"}
    assert (one(found, "many_parts").text.places["count"], one(found, "many_parts").text.places["measure"]) == (2, "0.50")
    assert place(one(found, "small_part")) == (30, 0)
    holed = polygon(SQUARE, [(5, 5), (8, 5), (8, 8)], [(10, 10), (10.5, 10), (10.5, 10.5)])
    found = faults(polygon(SQUARE), holed)
    assert checks(found) == {"holes", "small_hole"}
    assert one(found, "holes").text.places["count"] == 2
    assert one(found, "small_hole").text.places["measure"] == "0.13"
    assert shapely.MultiPolygon([polygon(SQUARE)]).is_valid and faults(shapely.MultiPolygon([polygon(SQUARE)])) == []


def test_small_and_narrow_parcels() -> None:
    found = faults(polygon([(0, 0), (0.9, 0), (0.9, 0.9), (0, 0.9)]), polygon([(0, 0), (100, 0), (100, 0.4), (0, 0.4)]))
    assert [(f.check, f.row) for f in found] == [("small_parcel", 0), ("narrow_parcel", 0), ("narrow_parcel", 1)]
    assert one([f for f in found if f.row == 1], "narrow_parcel").text.places["measure"] == "0.398"
    assert one(found, "small_parcel").text.places["measure"] == "0.81"


def test_decimals_are_counted_when_asked_for() -> None:
    fine = polygon([(0.1234, 0), (20.12345, 0), (20, 20), (0, 20.00001)])
    written = polygon([(0.1234, 0.0001), (20.9999, 0), (20, 20.3), (0, 20)])
    found = one(faults(written, fine), "coordinate_decimals")
    assert (found.row, found.text.places["count"]) == (1, 2)
    shipped = load_rules()
    assert shipped.get("check_coordinate_decimals").text() == "off"


def test_a_check_that_is_off_says_nothing() -> None:
    shape = polygon([(0, 0), (20, 20), (20, 0), (0, 20)])
    assert faults(shape, None, severity_of={"no_shape": Severity.ERROR}.get)[0].severity is Severity.ERROR
    assert faults(shape, None, severity_of=lambda check: None) == []


def test_other_shapes_are_refused() -> None:
    with pytest.raises(ValueError, match="polygons"):
        faults(shapely.Point(0, 0))


def test_progress_is_told_and_ends_at_one() -> None:
    told: list[float] = []
    find_shape_faults(np.array([polygon(SQUARE)] * 3, dtype=object), load_rules(), every_check, told.append)
    assert told[-1] == 1.0 and told == sorted(told)


def test_every_check_has_a_rule_with_a_meaning() -> None:
    rules = load_rules()
    for check in (*CHECK_TITLES, *coverage.CHECK_TITLES):
        rule = rules.get(f"check_{check}")
        assert rule.choices == ("error", "warning", "hint", "off") and rule.meaning


def counted(ring: list[tuple[float, float]], widest: float) -> tuple[int, int]:
    """Oracle: (repeated vertices, corners below `widest` degrees) of a closed ring, vertex by vertex."""
    repeated = sum(a == b for a, b in zip(ring, ring[1:]))
    corners = [a for a, b in zip(ring, ring[1:]) if a != b]
    sharp = 0
    for before, at, after in zip(corners[-1:] + corners, corners, corners[1:] + corners[:1]):
        one_way = math.atan2(before[1] - at[1], before[0] - at[0])
        other_way = math.atan2(after[1] - at[1], after[0] - at[0])
        turn = abs(one_way - other_way) % (2 * math.pi)
        sharp += math.degrees(min(turn, 2 * math.pi - turn)) < widest
    return repeated, sharp


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), min_size=3, max_size=9), min_size=1, max_size=6))
def test_corners_are_counted_like_one_by_one(rings) -> None:
    """Any rings at all, in one array: neither the neighbour's vertices nor the closing one are mixed in."""
    widest = 20.1
    rules = load_rules().replaced({"sharp_angle_degrees": str(widest), "spike_angle_degrees": "0"}, "test")
    found = faults(*(shapely.Polygon(ring) for ring in rings), rules=rules)
    for row, ring in enumerate(rings):
        repeated, sharp = counted(list(shapely.Polygon(ring).exterior.coords), widest)
        told = {f.check: f.text.places["count"] for f in found if f.row == row and "count" in f.text.places}
        assert told.get("duplicate_vertex", 0) == repeated
        assert told.get("sharp_angle", 0) == sharp


def test_chunks_do_not_matter(monkeypatch) -> None:
    random = np.random.default_rng(3)
    drawn = [polygon([(x, y), (x + 9, y), (x + 9, y + 9), (x + 9, y + 9)]) for x, y in random.uniform(0, 99, (30, 2))]
    whole = faults(*drawn)
    monkeypatch.setattr(shapes, "CHUNK", 7)
    assert faults(*drawn) == whole
    assert no_progress(0.5) is None
