"""The survey's ellipsoidal area against vectors, an mpmath oracle, and its own invariants."""

from __future__ import annotations

import csv
import math
from decimal import Decimal
from pathlib import Path

import numpy as np
import pytest
import shapely
from hypothesis import given, strategies as st
from shapely.affinity import translate as moved

from ...core import ellipsoid
from ...core.area import AreaUnit
from ...core.ellipsoid import GaussZone, ellipsoid_areas, geodetic_seconds
from ...core.errors import Cancelled, InputError
from ...core.rounding import units_half_up
from . import ellipsoid_oracle as oracle

DATA = Path(__file__).parent.parent / "data" / "ellipsoid"
CM117 = GaussZone(117 * 3600, 500_000.0)
ZONE38 = GaussZone(114 * 3600, 38_500_000.0)
CENTRE = (408556.9251, 4035959.7159)
SIDES = {"square_100m": 100, "square_1km": 1000, "square_10km": 10000}


def rows_of(name: str) -> list[dict[str, str]]:
    with open(DATA / name, encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def square(centre: tuple[float, float], side: float) -> shapely.Polygon:
    east, north = centre
    return shapely.box(east - side / 2, north - side / 2, east + side / 2, north + side / 2)


def area_of(geometry, zone: GaussZone = CM117) -> float:
    return float(ellipsoid_areas(np.array([geometry], dtype=object), zone)[0])


def printed(area: float) -> Decimal:
    return Decimal(int(units_half_up(np.array([area]), AreaUnit.HUNDREDTH_SQUARE_METRE)[0])).scaleb(-2)


def agrees(area: float, unrounded: float, side: float) -> bool:
    """The agreement asked for: 0.0001 m² up to 1 km, 0.005 m² at 10 km before rounding, equal in the printed 0.01."""
    return abs(area - unrounded) <= (1e-4 if side <= 1000 else 5e-3) and printed(area) == printed(unrounded)


# ---- vectors


@pytest.mark.parametrize("row", rows_of("worked_example.csv"), ids=lambda row: row["case"])
def test_worked_example(row):
    side = float(row["side_m"])
    area = area_of(square(CENTRE, side))
    assert agrees(area, float(row["procedure_m2"]), side)
    assert abs(area - float(row["exact_authalic_m2"])) < 0.02


@pytest.mark.parametrize("row", rows_of("domain_ellipsoid_vectors.csv")[:4], ids=lambda row: row["case"])
def test_printed_vectors(row):
    if row["case"] in SIDES:
        shape = square(CENTRE, SIDES[row["case"]])
    else:
        shape = square(CENTRE, 1000).difference(square(CENTRE, 100))
        assert len(shape.interiors) == 1
    assert printed(area_of(shape)) == Decimal(row["tdt_procedure_rounded_m2"])


@pytest.mark.parametrize("row", rows_of("ellipsoid_area_test_vectors.csv"), ids=lambda row: row["case"])
def test_rings_of_zone_38(row):
    ring = [tuple(map(float, pair.split())) for pair in row["ring_east_north"].split(";")]
    assert row["epsg"] == "4526"
    side = math.sqrt(float(row["plane_area"]))
    assert agrees(area_of(shapely.Polygon(ring), ZONE38), float(row["official_70m_densified"]), side)


@pytest.mark.parametrize("error", [2e-4, -2e-4, 0.01, -0.01, 0.5])
def test_a_wrong_area_is_seen(error):
    area = area_of(square(CENTRE, 1000))
    assert agrees(area, 999794.068042, 1000) and not agrees(area + error, 999794.068042, 1000)


def test_a_graticule_cell():
    """Trapezoids alone, without projection: the cell 36°–36°10′ by 15′ against its exact area."""
    south, north, west, east = (value * 3600 * 1e6 for value in (36, 36 + 10 / 60, 0, 0.25))
    steps = np.linspace(south, north, 601)
    latitude = np.concatenate([steps, steps[::-1]])
    longitude = np.concatenate([np.full(601, east), np.full(601, west)])
    area = ellipsoid._ring_areas(latitude, longitude, np.array([0]))[0]
    row = rows_of("domain_ellipsoid_vectors.csv")[4]
    assert abs(area - float(row["exact_authalic_m2"])) < 3e-4
    assert printed(area) == Decimal(row["tdt_procedure_rounded_m2"].split()[0])


def test_vertices_of_the_worked_example():
    rows = rows_of("vertices_1km.csv")
    corners = np.array([[float(row["east"]), float(row["north"])] for row in rows])
    latitude, longitude = geodetic_seconds(corners, CM117)
    assert latitude.tolist() == [float(row["latitude_seconds"]) for row in rows]
    assert longitude.tolist() == [float(row["longitude_seconds"]) for row in rows]


# ---- the oracle


def slack(ring, false_easting: float) -> float:
    """How far rounding B and L to 10⁻⁶″ can move an area at worst, and the printed K0–K4 by their own error."""
    chain = oracle.cut(ring, false_easting)
    span = sum(
        float(oracle.hypot(chain[i - 1][0] - chain[(i + 1) % len(chain)][0], chain[i - 1][1] - chain[(i + 1) % len(chain)][1]))
        for i in range(len(chain))
    )
    # Half a step is 1.55e-5 m of latitude and no more of longitude; the series moves everything alike by 4e-6″.
    return span / 2 * 1.55e-5 * math.sqrt(2) + 1e-10 * shapely.Polygon(ring).area


ZONE_EDGE = [(500_000 + offset, north) for offset in (-136_000, 136_000, 0) for north in (2_500_000, 4_036_000, 5_300_000)]


@pytest.mark.parametrize("side", [10, 100, 1000])
@pytest.mark.parametrize("centre", ZONE_EDGE)
def test_squares_at_the_zone_edge(centre, side):
    ring = [(centre[0] + side * x + 0.1234, centre[1] + side * y + 0.5678) for x, y in ((0, 0), (1, 0), (1, 1), (0, 1))]
    area = area_of(shapely.Polygon(ring))
    assert abs(area - float(oracle.procedure_area(ring, 500_000))) < 1e-6 * max(side, 1)
    assert abs(area - float(oracle.exact_area(ring, 500_000))) < slack(ring, 500_000)


@pytest.mark.parametrize("centre", [CENTRE, (636_000.0, 4_036_000.0)])
def test_a_square_of_10_km_against_the_oracle(centre):
    ring = [(centre[0] + x, centre[1] + y) for x, y in ((-5000, -5000), (5000, -5000), (5000, 5000), (-5000, 5000))]
    area = area_of(shapely.Polygon(ring))
    assert abs(area - float(oracle.procedure_area(ring, 500_000))) < 5e-3
    assert abs(area - float(oracle.exact_area(ring, 500_000))) < 0.05


def test_the_oracle_sees_a_wrong_area():
    ring = list(square(CENTRE, 100).exterior.coords)[:-1]
    exact = float(oracle.exact_area(ring, 500_000))
    assert abs(exact - 9997.940716) < 1e-5
    assert abs(float(oracle.procedure_area(ring, 500_000)) - 9997.939625) < 1e-6
    assert not abs(shapely.Polygon(ring).area - exact) < slack(ring, 500_000)


def test_inverse_against_the_oracle():
    points = np.array([(500_000 + e, n) for e in (-150_000, -91_443, 0, 13, 140_000) for n in (2e6, 4_035_959.7, 5.8e6)])
    latitude, longitude = geodetic_seconds(points, CM117)
    for row, (east, north) in enumerate(points.tolist()):
        b, turned = oracle.exact_inverse(oracle.mpf(east - 500_000), oracle.mpf(north))
        assert abs(latitude[row] - oracle.seconds(b)) < 6e-6  # the printed K0–K4 account for 3.5e-6
        assert abs(longitude[row] - 117 * 3600 - oracle.seconds(turned)) < 3e-6


@pytest.mark.parametrize("seed", range(20))
def test_parcels_against_the_literal_procedure(seed):
    shape = star(np.random.default_rng(seed), 300.0)
    ring = list(shape.exterior.coords)[:-1]
    assert abs(area_of(shape) - float(oracle.procedure_area(ring, 500_000))) < 1e-6


# ---- the fitted bands are the formula


def test_bands_round_as_the_formula_does():
    random = np.random.default_rng(5)
    east = np.rint(random.uniform(-2.5e9, 2.5e9, 200_000))
    north = np.rint(random.uniform(-6.5e10, 6.5e10, 200_000))
    by_band = ellipsoid._inverse_blocks(east, north)
    by_formula = ellipsoid._inverse_by_formula(east, north)
    assert (by_band[0] == by_formula[0]).all() and (by_band[1] == by_formula[1]).all()


def test_all_of_china_has_bands_and_a_pole_has_none():
    assert all(ellipsoid._band(index) is not None for index in range(100))
    assert ellipsoid._band(156) is None


def test_a_band_that_misses_the_formula_is_not_used(monkeypatch):
    def bent(nodes, values, check, wanted, error):
        powers = fitted(nodes, values, check, wanted, error)
        return (powers[0] * (1 + 1e-13), *powers[1:])

    fitted = ellipsoid._shortest_polynomial
    ellipsoid._band.cache_clear()
    monkeypatch.setattr(ellipsoid, "_shortest_polynomial", bent)
    try:
        assert ellipsoid._band(63) is None
        assert agrees(area_of(square(CENTRE, 1000)), 999794.068042, 1000)
    finally:
        monkeypatch.undo()
        ellipsoid._band.cache_clear()
    assert ellipsoid._band(63) is not None


# ---- invariants


def star(random: np.random.Generator, size: float, centre=None) -> shapely.Polygon:
    """A simple polygon of 3 to 20 corners about `size` m wide somewhere in the zone."""
    corners = int(random.integers(3, 21))
    angles = 2 * np.pi * (np.arange(corners) + random.uniform(0.1, 0.9, corners)) / corners
    radius = random.uniform(0.3, 1.0, corners) * size / 2
    if centre is None:
        centre = (random.uniform(360_000, 640_000), random.uniform(2_000_000, 5_900_000))
    return shapely.Polygon(np.column_stack([centre[0] + radius * np.cos(angles), centre[1] + radius * np.sin(angles)]))


stars = st.builds(
    lambda seed, size: star(np.random.default_rng(seed), size), st.integers(0, 2**31), st.floats(10, 10_000)
)


def same(one: float, other: float) -> bool:
    """Equal but for the order of a sum of floats."""
    return abs(one - other) <= 1e-12 * max(abs(one), abs(other)) + 1e-9


@given(stars, st.integers(0, 19))
def test_direction_and_first_vertex_do_not_matter(shape, shift):
    ring = list(shape.exterior.coords)[:-1]
    turned = ring[shift % len(ring) :] + ring[: shift % len(ring)]
    area = area_of(shape)
    assert area > 0
    assert same(area_of(shapely.Polygon(ring[::-1])), area)
    assert same(area_of(shapely.Polygon(turned)), area)


@given(stars, st.booleans())
def test_holes_are_subtracted_whatever_their_direction(shape, backwards):
    centre = shape.representative_point()
    depth = shape.exterior.distance(centre)
    hole = [(centre.x + depth / 2 * math.cos(a), centre.y + depth / 2 * math.sin(a)) for a in range(6)]
    holed = shapely.Polygon(shape.exterior.coords, [hole[::-1] if backwards else hole])
    assert same(area_of(holed), area_of(shape) - area_of(shapely.Polygon(hole)))


@given(st.lists(stars, min_size=1, max_size=4), st.randoms(use_true_random=False))
def test_parts_are_summed_in_any_order(parts, random):
    expected = math.fsum(area_of(part) for part in parts)
    random.shuffle(parts)
    assert same(area_of(shapely.MultiPolygon(parts)), expected)


@given(stars)
def test_a_zone_prefix_changes_nothing(shape):
    grid = shapely.Polygon(np.rint(np.array(shape.exterior.coords) * 1e4) / 1e4)
    prefixed = moved(grid, 39_000_000)
    assert area_of(prefixed, GaussZone(117 * 3600, 39_500_000.0)) == area_of(grid)
    assert area_of(grid, GaussZone(111 * 3600, 500_000.0)) == area_of(grid)


@given(stars)
def test_neighbours_add_up_to_the_whole(shape):
    """Both neighbours cut a common edge at the same points, so a tessellation loses nothing."""
    ring = [tuple(np.rint(np.array(point) * 1e4) / 1e4) for point in shape.exterior.coords[:-1]]
    fan = [shapely.Polygon([ring[0], ring[i], ring[i + 1]]) for i in range(1, len(ring) - 1)]
    signed = [area_of(piece) * (1 if piece.exterior.is_ccw else -1) for piece in fan]
    assert abs(math.fsum(signed) - area_of(shapely.Polygon(ring))) < 1e-7 * max(1.0, shape.area / 1e6)


@given(stars)
def test_stored_decimals_beyond_the_fourth_do_not_matter(shape):
    ring = np.rint(np.array(shape.exterior.coords) * 1e4) / 1e4
    noise = np.random.default_rng(len(ring)).uniform(-4.9e-5, 4.9e-5, ring.shape)
    noise[-1] = noise[0]
    assert area_of(shapely.Polygon(ring + noise)) == area_of(shapely.Polygon(ring))


@pytest.mark.parametrize(
    ("written", "kept"),
    [("4035959.71595", "4035959.7160"), ("4035959.71594", "4035959.7159"), ("2097153.00005", "2097153.0001")],
)
def test_coordinates_are_rounded_half_up_as_decimals(written, kept):
    def at(north: str) -> float:
        return area_of(shapely.Polygon([(500_000, float(north)), (500_050, float(north)), (500_025, float(north[:7]) + 40)]))

    assert at(written) == at(kept)


@pytest.mark.parametrize(("length", "points"), [(69.9999, 1), (70.0, 1), (70.0001, 2), (140.0, 3), (139.9999, 2), (700.0, 11)])
def test_an_edge_is_cut_only_beyond_70_m(length, points):
    steps = np.array([0.0, length * 1e4, 0.0, 0.0])
    east, north, starts = ellipsoid._cut_edges(steps, np.array([0.0, 0.0, 10.0, 0.0]), np.array([4]))
    first = int(np.argmax(north > 0)) if (north > 0).any() else len(north)
    assert len(east[:first][east[:first] < length * 1e4 - 1]) == points
    assert starts.tolist() == [0]


def test_a_whole_layer_is_the_sum_of_its_features():
    random = np.random.default_rng(3)
    shapes = [star(random, 10 ** random.uniform(1, 3.5)) for _ in range(4000)]
    shapes[10] = None
    shapes[20] = shapely.Polygon()
    shapes[30] = shapely.MultiPolygon()
    shapes[40] = shapely.MultiPolygon([shapes[41], shapely.Polygon(shapes[42].exterior.coords)])
    layer = np.array(shapes, dtype=object)
    areas = ellipsoid_areas(layer, CM117)
    assert np.isnan(areas[10]) and areas[20] == 0 and areas[30] == 0
    for row in [*range(9), 40, 41, *range(3980, 4000)]:
        assert areas[row] == area_of(layer[row])
    assert ellipsoid_areas(np.array([], dtype=object), CM117).tolist() == []
    assert np.isnan(ellipsoid_areas(np.array([None]), CM117)).all()


def test_polygons_less_an_origin_have_the_areas_they_have_at_their_place():
    random = np.random.default_rng(5)
    layer = np.array([star(random, 10 ** random.uniform(1, 3.5)) for _ in range(200)], dtype=object)
    layer[7] = shapely.difference(layer[7], shapely.Point(*shapely.get_coordinates(layer[7].centroid)[0]).buffer(3))
    origin = np.array([407_000.0, 4_035_000.0])
    local = shapely.transform(layer, lambda points: points - origin)
    there = shapely.transform(local, lambda points: points + origin)
    assert ellipsoid_areas(local, CM117, origin=origin).tolist() == ellipsoid_areas(there, CM117).tolist()
    assert (ellipsoid_areas(local, CM117, origin=origin + 1e-3) != ellipsoid_areas(there, CM117)).any()


# ---- what is refused


@pytest.mark.parametrize(
    ("shape", "zone"),
    [
        (shapely.box(116.0, 36.0, 116.1, 36.1), CM117),
        (shapely.box(38_500_000, 3_500_000, 38_500_100, 3_500_100), CM117),
        (shapely.box(500_000, 3_500_000, 500_100, 3_500_100), ZONE38),
        (shapely.Polygon([(5e5, 3e6), (5e5, 1e300), (6e5, 3e6)]), CM117),
        (shapely.Polygon([(5e5, 3e6), (5e5, math.nan), (6e5, 3e6)]), CM117),
    ],
)
def test_coordinates_that_are_not_of_the_zone(shape, zone):
    with pytest.raises(InputError):
        area_of(shape, zone)


def test_other_geometries_have_no_area():
    with pytest.raises(ValueError):
        area_of(shapely.Point(500_000, 4_000_000))


def test_zones_from_numbers():
    assert GaussZone.from_numbers(117.0, 500_000.0) == CM117
    assert GaussZone.from_numbers(Decimal("114"), 38_500_000, 1.0) == ZONE38
    assert GaussZone.from_numbers(116.5, 500_000).central_meridian_seconds == 419_400
    with pytest.raises(InputError):
        GaussZone.from_numbers(117.0, 500_000.0, 0.9996)
    with pytest.raises(InputError):
        GaussZone.from_numbers(117.00001, 500_000.0)


@pytest.mark.parametrize("threads", [1, 2])
def test_cancelling_raises(threads):
    def progress(fraction: float) -> None:
        if fraction > 0:
            raise Cancelled

    random = np.random.default_rng(1)
    layer = np.array([star(random, 50.0) for _ in range(9000)], dtype=object)
    with pytest.raises(Cancelled):
        ellipsoid_areas(layer, CM117, progress, threads)
