"""Atoms against an exact oracle: rational areas of every set of polygons, on random and on hand-made coverages."""

from __future__ import annotations

import math
import random
from collections.abc import Mapping, Sequence
from fractions import Fraction

import numpy as np
import pytest
import shapely
from hypothesis import HealthCheck, given, settings, strategies as st
from shapely import LineString, MultiPolygon, Point, Polygon, affinity, box

from ...core.errors import Cancelled, FootingError
from ...core.survey.atoms import OUTSIDE, PLANE_TOLERANCE, Atoms, Relation, _assert_footprints_conserved, cut_atoms
from ...core.survey.noding import border_ends, inner_points, segment_keys
from ...core.survey.overlaps import rank_by_row
from ...core.survey.snap import SurveyVertices
from ..oracles.exact_cells import exact_cells

FAR = (39_400_000.0, 3_400_000.0)
Polygons = Sequence[object]
Key = tuple[object, ...]


def objects(polygons: Polygons) -> np.ndarray:
    array = np.empty(len(polygons), dtype=object)
    array[:] = list(polygons)
    return array


def cut(
    parcels: Polygons, footprints: Polygons, controls: Mapping[str, Polygons] | None = None, tolerance: float = 0.0,
    rank: Sequence[int] | None = None,
) -> Atoms:
    layers = {key: objects(polygons) for key, polygons in (controls or {}).items()}
    given_rank = rank_by_row if rank is None else np.array(rank, dtype=np.int64).__getitem__
    return cut_atoms(objects(parcels), objects(footprints), layers, tolerance, given_rank)


def sets_of(relation: Relation, count: int) -> list[frozenset[int]]:
    found: list[set[int]] = [set() for _ in range(count)]
    for atom, feature in zip(relation.atom.tolist(), relation.feature.tolist()):
        found[atom].add(feature)
    return [frozenset(members) for members in found]


def keys_of(atoms: Atoms) -> list[Key]:
    footprints = sets_of(atoms.footprints, len(atoms))
    controls = [sets_of(atoms.controls[name], len(atoms)) for name in sorted(atoms.controls)]
    return [(int(atoms.parcel[row]), footprints[row], *(of[row] for of in controls)) for row in range(len(atoms))]


def areas_of(atoms: Atoms) -> dict[Key, float]:
    areas: dict[Key, float] = {}
    for key, area in zip(keys_of(atoms), atoms.plane_area.tolist()):
        areas[key] = areas.get(key, 0.0) + area
    return areas


def expected_areas(
    parcels: Polygons, footprints: Polygons, controls: Mapping[str, Polygons] | None = None,
    rank: Sequence[int] | None = None,
) -> dict[Key, Fraction]:
    """Exact area of each (owning parcel, set of footprints, set of each control) with at least one footprint."""
    controls = controls or {}
    rank = range(len(parcels)) if rank is None else rank
    areas: dict[Key, Fraction] = {}
    for labels, area in exact_cells({"parcel": parcels, "footprint": footprints, **controls}).items():
        inside = {name: frozenset(row for layer, row in labels if layer == name) for name in ("parcel", "footprint", *controls)}
        if inside["footprint"]:
            owner = min(inside["parcel"], key=lambda row: rank[row]) if inside["parcel"] else OUTSIDE
            key = (owner, inside["footprint"], *(inside[name] for name in sorted(controls)))
            areas[key] = areas.get(key, Fraction(0)) + area
    return areas


def agree(
    parcels: Polygons, footprints: Polygons, controls: Mapping[str, Polygons] | None = None,
    rank: Sequence[int] | None = None, within: float = PLANE_TOLERANCE,
) -> Atoms:
    """The atoms, after their areas were found equal to the oracle's."""
    atoms = cut(parcels, footprints, controls, 0.0, rank)
    found, expected = areas_of(atoms), expected_areas(parcels, footprints, controls, rank)
    for key in set(found) | set(expected):
        assert abs(found.get(key, 0.0) - float(expected.get(key, 0))) < within, (key, found.get(key), expected.get(key))
    assert (np.bincount(atoms.footprints.atom, minlength=len(atoms)) > 0).all(), "an atom in no footprint"
    return atoms


def conserved(atoms: Atoms, parcels: Polygons, footprints: Polygons, rank: Sequence[int] | None = None) -> None:
    """Each footprint is the sum of its atoms, each parcel's part under the footprints of its own."""
    sums = np.bincount(atoms.footprints.feature, atoms.plane_area[atoms.footprints.atom], len(footprints))
    allowed = PLANE_TOLERANCE + atoms.report.gap_area
    assert np.abs(sums - shapely.area(objects(footprints))).max() < allowed
    by_parcel: dict[object, Fraction] = {}
    for key, area in expected_areas(parcels, footprints, None, rank).items():
        by_parcel[key[0]] = by_parcel.get(key[0], Fraction(0)) + area
    for row in range(len(parcels)):
        taken = atoms.plane_area[atoms.parcel == row].sum()
        assert abs(taken - float(by_parcel.get(row, 0))) < PLANE_TOLERANCE, row


def homogeneous(atoms: Atoms, layers: Mapping[str, tuple[Relation, Polygons]]) -> None:
    """Points of each atom a millimetre inside it lie in the features the atom says, all of them."""
    rng = np.random.default_rng(1)
    for row, polygon in enumerate(atoms.geometry):
        inner = shapely.buffer(polygon, -1e-3)
        if inner.is_empty:
            continue
        x0, y0, x1, y1 = inner.bounds
        points = [Point(*xy) for xy in rng.uniform((x0, y0), (x1, y1), (20, 2))]
        for name, (relation, features) in layers.items():
            said = set(relation.feature[relation.atom == row].tolist())
            for point in points:
                if inner.contains(point):
                    assert {f for f, shape in enumerate(features) if shape.contains(point)} == said, name


def square(x0: float, y0: float, x1: float, y1: float, at: tuple[float, float] = FAR) -> Polygon:
    return box(at[0] + x0, at[1] + y0, at[0] + x1, at[1] + y1)


FOUR = [square(0, 0, 10, 10), square(10, 0, 20, 10), square(0, 10, 10, 20), square(10, 10, 20, 20)]
RING = square(0, 0, 20, 20).difference(square(5, 5, 15, 15))


# Random coverages -----------------------------------------------------------------------------------------------------


def coverage(rng: random.Random, at: tuple[float, float], side: int = 3) -> list[Polygon]:
    """Quadrilaterals that share noisy corners."""
    corner = {
        (i, j): (at[0] + 10 * i + rng.uniform(-3, 3), at[1] + 10 * j + rng.uniform(-3, 3))
        for i in range(side + 1)
        for j in range(side + 1)
    }
    return [
        Polygon([corner[i, j], corner[i + 1, j], corner[i + 1, j + 1], corner[i, j + 1]])
        for i in range(side)
        for j in range(side)
    ]


def blob(rng: random.Random, at: tuple[float, float]) -> Polygon:
    x, y = at[0] + rng.uniform(0, 30), at[1] + rng.uniform(0, 30)
    angles = sorted(rng.uniform(0, 2 * math.pi) for _ in range(rng.randint(3, 8)))
    polygon = Polygon([(x + rng.uniform(2, 12) * math.cos(a), y + rng.uniform(2, 12) * math.sin(a)) for a in angles])
    return polygon if polygon.is_valid else polygon.convex_hull


def noisy(rng: random.Random, polygon: Polygon, by: float) -> Polygon:
    ring = [(x + rng.uniform(-by, by), y + rng.uniform(-by, by)) for x, y in polygon.exterior.coords[:-1]]
    return Polygon(ring)


def usable(shape: object) -> bool:
    return shape.geom_type in ("Polygon", "MultiPolygon") and shape.is_valid and shape.area > 0  # type: ignore[attr-defined]


def disturbed(rng: random.Random, parcels: list[object]) -> list[object]:
    """The survey as it comes: multipart, doubled, shifted, nested, a hole filled by another parcel, gaps."""
    kind = rng.randint(0, 6)
    if kind == 1:
        parcels[0] = MultiPolygon([parcels[0], parcels.pop()])
    if kind == 2:
        parcels.append(parcels[2])
    if kind == 3:
        parcels.append(affinity.translate(parcels[4], rng.uniform(-3, 3), rng.uniform(-3, 3)))
    if kind in (4, 5):
        inner = parcels[4].buffer(-1.0, join_style="mitre")  # type: ignore[attr-defined]
        if kind == 5:
            parcels[4] = parcels[4].difference(inner)  # type: ignore[attr-defined]
        parcels.append(inner)
    if kind == 6:
        del parcels[rng.randint(0, 4) :]
    return parcels


def footprint(rng: random.Random, at: tuple[float, float], parcels: Polygons, others: Polygons) -> object:
    shape: object = blob(rng, at)
    kind = rng.randint(0, 8)
    if kind == 0:
        shape = shape.difference(shape.buffer(-1.5))  # type: ignore[attr-defined]
    if kind == 1:
        shape = shapely.union_all([shape, blob(rng, at)])
    if kind == 2 and parcels:
        shape = shapely.union_all(rng.sample(list(parcels), min(len(parcels), rng.randint(1, 3))))
    if kind == 3 and parcels:
        shape = rng.choice(list(parcels))
    if kind == 4 and others:
        shape = rng.choice(list(others))
    if kind == 5:
        ends = [(at[0] + rng.uniform(-5, 35), at[1] + rng.uniform(-5, 35)) for _ in range(3)]
        shape = LineString(ends).buffer(rng.uniform(0.1, 2), quad_segs=40)
    if kind == 6:
        shape = affinity.translate(shape, 45, 0)
    if kind == 7 and parcels and parcels[-1].geom_type == "Polygon":  # type: ignore[attr-defined]
        shape = noisy(rng, parcels[-1], rng.choice((1e-7, 1e-5, 1e-3)))  # type: ignore[arg-type]
    shape = shape if usable(shape) else blob(rng, at)
    return MultiPolygon([shape]) if shape.geom_type == "Polygon" and rng.random() < 0.4 else shape


def control(rng: random.Random, at: tuple[float, float], parcels: Polygons) -> object:
    shape: object = blob(rng, at)
    kind = rng.randint(0, 4)
    if kind in (1, 2) and parcels:
        shape = rng.choice(list(parcels))
        if kind == 2 and shape.geom_type == "Polygon":  # type: ignore[attr-defined]
            shape = noisy(rng, shape, 1.0e-3)  # type: ignore[arg-type]
    if kind == 3:
        shape = shapely.union_all([shape, affinity.translate(blob(rng, at), 13, 7)])
    return shape if usable(shape) else blob(rng, at)


def random_case(seed: int) -> tuple[list[object], list[object], dict[str, list[object]], list[int] | None]:
    rng = random.Random(seed)
    at = rng.choice([(0.0, 0.0), FAR, (500_000.0, 3_400_000.0)])
    parcels = disturbed(rng, list(coverage(rng, at)))
    footprints: list[object] = []
    for _ in range(rng.randint(1, 4)):
        footprints.append(footprint(rng, at, parcels, footprints))
    controls = {
        name: [control(rng, at, parcels) for _ in range(rng.randint(0, 3))] for name in "ABC"[: rng.randint(0, 3)]
    }
    rank = list(range(len(parcels)))
    rng.shuffle(rank)
    return parcels, footprints, controls, rank if rng.random() < 0.5 else None


few = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


@few
@given(st.integers(0, 2**32))
def test_every_set_of_features_has_its_exact_area(seed: int) -> None:
    parcels, footprints, controls, rank = random_case(seed)
    agree(parcels, footprints, controls, rank)


@few
@given(st.integers(0, 2**32))
def test_the_tolerance_moves_controls_only(seed: int) -> None:
    parcels, footprints, controls, rank = random_case(seed)
    atoms = cut(parcels, footprints, controls, 0.002, rank)
    conserved(atoms, parcels, footprints, rank)
    found: dict[Key, float] = {}
    for key, area in areas_of(atoms).items():
        found[key[:2]] = found.get(key[:2], 0.0) + area
    for key, area in expected_areas(parcels, footprints, None, rank).items():
        assert abs(found.get(key, 0.0) - float(area)) < PLANE_TOLERANCE + atoms.report.gap_area, key


@few
@given(st.integers(0, 2**32))
def test_atoms_are_homogeneous(seed: int) -> None:
    parcels, footprints, controls, rank = random_case(seed)
    atoms = cut(parcels, footprints, controls, 0.0, rank)
    layers = {name: (atoms.controls[name], features) for name, features in controls.items()}
    homogeneous(atoms, {"footprints": (atoms.footprints, footprints), **layers})


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 2**32), st.randoms(use_true_random=False))
def test_the_order_of_features_does_not_matter(seed: int, rng: random.Random) -> None:
    parcels, footprints, controls, rank = random_case(seed)
    rank = list(range(len(parcels))) if rank is None else rank
    orders = [rng.sample(range(len(layer)), len(layer)) for layer in (parcels, footprints)]
    first = cut(parcels, footprints, controls, 0.002, rank)
    second = cut(
        [parcels[row] for row in orders[0]], [footprints[row] for row in orders[1]], controls, 0.002,
        [rank[row] for row in orders[0]],
    )
    renamed: dict[Key, float] = {}
    for (parcel, inside, *rest), area in areas_of(second).items():
        owner = OUTSIDE if parcel == OUTSIDE else orders[0][parcel]  # type: ignore[index]
        renamed[(owner, frozenset(orders[1][row] for row in inside), *rest)] = area  # type: ignore[attr-defined]
    expected = areas_of(first)
    for key in set(expected) | set(renamed):
        assert abs(expected.get(key, 0.0) - renamed.get(key, 0.0)) < 1e-5, key


def integers(rng: random.Random) -> object:
    """A polygon with small integer coordinates, sometimes multipart or with a hole."""
    x, y = rng.randint(0, 12), rng.randint(0, 12)
    shape: object = box(x, y, x + rng.randint(1, 8), y + rng.randint(1, 8))
    if rng.random() < 0.3:
        shape = Polygon([(rng.randint(0, 20), rng.randint(0, 20)) for _ in range(3)])
    if rng.random() < 0.3:
        u, v = rng.randint(0, 15), rng.randint(0, 15)
        shape = shapely.union_all([shape, box(u, v, u + 3, v + 2)])
    if rng.random() < 0.3:
        shape = shape.difference(box(x + 1, y + 1, x + 2, y + 2))  # type: ignore[attr-defined]
    return shape if usable(shape) else box(x, y, x + 2, y + 3)


@few
@given(st.integers(0, 2**32))
def test_integer_polygons_that_overlap_as_they_like(seed: int) -> None:
    rng = random.Random(seed)
    layers = [[integers(rng) for _ in range(rng.randint(1, 4))] for _ in range(4)]
    rank = rng.sample(range(len(layers[0])), len(layers[0]))
    agree(layers[0], layers[1], {"A": layers[2], "B": layers[3]}, rank, within=1e-9)


# Hand-made cases ------------------------------------------------------------------------------------------------------


HAND_MADE: dict[str, tuple[Polygons, Polygons, Mapping[str, Polygons]]] = {
    "no footprints": (FOUR, [], {"A": FOUR}),
    "no parcels": ([], [square(1, 1, 5, 5)], {}),
    "no parcels, a control": ([], [square(1, 1, 5, 5)], {"A": [square(2, 2, 9, 9)]}),
    "far from the survey": (FOUR, [square(90, 90, 99, 99)], {"A": FOUR}),
    "an empty control": (FOUR, [square(1, 1, 15, 5)], {"A": []}),
    "the whole survey": (FOUR, [shapely.union_all(FOUR)], {"A": [shapely.union_all(FOUR)]}),
    "touches the survey in a point": (FOUR, [square(20, 20, 30, 30)], {}),
    "touches it along a border": (FOUR, [square(20, 0, 30, 20)], {}),
    "partly outside, overlapping there": (FOUR, [square(15, 5, 30, 15), square(18, 8, 33, 12)], {"A": [square(0, 9, 40, 40)]}),
    "identical footprints": (FOUR, [square(5, 5, 15, 15)] * 3, {}),
    "a hole filled by a parcel": ([RING, square(5, 5, 15, 15)], [square(2, 2, 18, 18)], {"A": [square(5, 5, 15, 15)]}),
    "inside a hole": ([RING], [square(7, 7, 9, 9)], {}),
    "over a hole": ([RING], [square(2, 2, 18, 18)], {"A": [square(0, 0, 10, 10)]}),
    "a footprint with a hole": (FOUR, [RING], {"A": [square(3, 3, 17, 17)]}),
    "a multipart parcel, one part in the control": (
        [MultiPolygon([square(0, 0, 5, 5), square(50, 50, 55, 55)])], [square(-1, -1, 60, 60)], {"A": [square(-2, -2, 10, 10)]}
    ),
    "a multipart parcel, one part in the footprint": (
        [MultiPolygon([square(0, 0, 5, 5), square(50, 50, 55, 55)])], [square(-1, -1, 10, 10)], {}
    ),
    "a multipart parcel beside another, each in footprints of its own": (
        [MultiPolygon([square(0, 0, 5, 5), square(10, 0, 15, 5)]), square(30, 0, 35, 5)],
        [square(28, -1, 40, 10), square(-1, -1, 20, 10), square(-2, -2, 50, 20)],
        {},
    ),
    "multipart controls": (
        FOUR, [square(1, 1, 19, 19)],
        {
            "A": [MultiPolygon([square(0, 0, 3, 3), square(17, 17, 25, 25)])],
            "B": [MultiPolygon([square(2, 2, 4, 4), square(17, 17, 25, 25)])],
        },
    ),
    "a comb": (
        [shapely.union_all([square(0, 0, 20, 1)] + [square(i, 0, i + 0.5, 20) for i in range(20)])],
        [square(-1, 5, 30, 6), square(-1, 10, 30, 12)], {"A": [square(3.25, -1, 9.25, 30)]},
    ),
    "a sliver along the border": (FOUR, [square(0, 10, 20, 10.0001)], {}),
    "a spike": (
        FOUR,
        [Polygon([(FAR[0] + x, FAR[1] + y) for x, y in ((1, 1), (9, 1), (9, 5), (5, 5), (500, 5.00001), (4, 5.00001), (1, 5))])],
        {},
    ),
    "shifted parcel": ([*FOUR, square(4, 4, 14, 14)], [square(1, 1, 19, 19)], {"A": [square(4, 4, 14, 30)]}),
    "the same parcel twice": ([*FOUR, FOUR[1]], [square(1, 1, 19, 19)], {}),
    "a nested parcel": ([*FOUR, square(12, 2, 15, 5)], [square(1, 1, 19, 19)], {}),
    "three over one another": (
        [square(0, 0, 10, 10), square(5, 0, 15, 10), square(3, 5, 12, 15)], [square(1, 1, 14, 14)], {"A": [square(4, 4, 11, 11)]}
    ),
    "a control along the border of an overlapped parcel": (
        [square(0, 0, 10, 10), square(5, 0, 15, 10)], [square(1, 1, 14, 9)], {"A": [square(5, 0, 15, 10)]}
    ),
}


@pytest.mark.parametrize("name", HAND_MADE)
@pytest.mark.parametrize("multipart", [False, True])
def test_hand_made(name: str, multipart: bool) -> None:
    parcels, footprints, controls = HAND_MADE[name]

    def given_as(layer: Polygons) -> list[object]:
        return [MultiPolygon([p]) if multipart and p.geom_type == "Polygon" else p for p in layer]  # type: ignore[attr-defined]

    parcels, footprints = given_as(parcels), given_as(footprints)
    agree(parcels, footprints, {key: given_as(layer) for key, layer in controls.items()})
    ranked = list(range(len(parcels)))[::-1]
    agree(parcels, footprints, controls, ranked)


def test_a_corridor_that_crosses_a_parcel_many_times() -> None:
    x = np.linspace(-10, 40, 120)
    corridor = LineString(np.c_[FAR[0] + x, FAR[1] + 10 + 8 * np.sin(2 * x)]).buffer(0.3)
    assert len(corridor.exterior.coords) > 256
    assert shapely.get_num_geometries(corridor.intersection(FOUR[0])) > 2
    atoms = cut(FOUR, [corridor, square(2, 2, 18, 18)], {"A": [square(3, -5, 13, 25)]})
    conserved(atoms, FOUR, [corridor, square(2, 2, 18, 18)])
    for row, parcel in enumerate(FOUR):
        whole = shapely.intersection(parcel, shapely.union_all([corridor, square(2, 2, 18, 18)])).area
        assert abs(atoms.plane_area[atoms.parcel == row].sum() - whole) < 1e-6


def test_footprints_side_by_side_in_one_parcel_and_one_that_covers_its_neighbour() -> None:
    parcels = [square(0, 0, 100, 100), square(100, 0, 200, 100)]
    footprints = [square(10, 10, 30, 90), square(30, 10, 60, 90), square(70, 20, 90, 80), square(100, -5, 205, 105)]
    atoms = cut(parcels, footprints)
    agree(parcels, footprints)
    assert {key for key in keys_of(atoms) if key[0] != OUTSIDE} == {
        *((0, frozenset({row})) for row in range(3)),
        (1, frozenset({3})),
    }
    whole = atoms.geometry[keys_of(atoms).index((1, frozenset({3})))]
    assert np.array_equal(shapely.get_coordinates(whole), shapely.get_coordinates(parcels[1]))


def test_a_long_corridor_with_a_block_over_it() -> None:
    """Parcels that only the corridor touches are cut by what of it is near; those under the block, too, are walked twice."""
    steps = np.linspace(0, 6_000, 300)
    line = np.stack([steps + FAR[0], 50 + 30 * np.sin(steps / 170) + FAR[1]], axis=1)
    corridor = shapely.buffer(LineString(line), 12)
    parcels = [square(100 * place, 0, 100 * place + 100, 100) for place in range(60)]
    block = square(1_950, 20, 2_130, 80)
    assert shapely.get_num_coordinates(corridor) > 256
    atoms = cut(parcels, [corridor, block])
    conserved(atoms, parcels, [corridor, block])
    found = areas_of(atoms)
    for row, parcel in enumerate(parcels):
        both, one = frozenset({0, 1}), frozenset({0})
        shared = shapely.intersection(shapely.intersection(parcel, corridor), block).area
        assert found.get((row, both), 0.0) == pytest.approx(shared, abs=1e-5)
        assert found.get((row, one), 0.0) == pytest.approx(shapely.intersection(parcel, corridor).area - shared, abs=1e-5)


def along(rng: np.random.Generator, ring: Sequence[tuple[float, float]], count: int, noise: float) -> Polygon:
    points = []
    for start, end in zip(ring, [*ring[1:], ring[0]]):
        points.append(start)
        for part in np.sort(rng.uniform(0, 1, count)):
            point = np.array(start) + (np.array(end) - np.array(start)) * part + rng.uniform(-noise, noise, 2)
            points.append((float(point[0]), float(point[1])))
    return Polygon(points)


@pytest.mark.parametrize("noise", [1e-9, 1e-8, 1e-7, 1e-5, 1e-3])
@pytest.mark.parametrize("seed", range(6))
def test_borders_that_run_along_each_other(noise: float, seed: int) -> None:
    """Found to lose up to 4e-3 m² near 39,400,000 m before the cut was moved to the origin."""
    rng = np.random.default_rng(seed)
    a, b, c, d, e, f = (
        (FAR[0] + x, FAR[1] + y)
        for x, y in ((1.37, 2.11), (50.123, 4.9), (93.1, 7.9), (90.3, 60.7), (48.2, 58.2), (3.3, 55.1))
    )
    parcels = [Polygon([a, b, e, f]), Polygon([b, c, d, e])]
    drawn = [along(rng, [a, b, e, f], 5, noise), along(rng, [a, c, d, f], 9, noise), along(rng, [b, c, d, e], 7, noise)]
    first, second, third = (polygon if polygon.is_valid else parcels[0] for polygon in drawn)
    agree(parcels, [first, second], {"A": [third, first], "B": [parcels[0]]})
    atoms = cut(parcels, [first, second], {"A": [third, first]}, 0.002)
    assert atoms.report.largest_footprint_loss <= PLANE_TOLERANCE


def test_a_label_point_never_lies_in_a_tail() -> None:
    blade = Polygon([(0, 0), (1, 0), (1, 1), (0.5, 1), (0.5, 1e4), (0.5 - 1e-12, 1e4), (0.5 - 1e-12, 1), (0, 1)])
    assert blade.is_valid
    point = inner_points(objects([blade]))[0]
    assert shapely.distance(point, blade.boundary) > 0.1


def test_a_patch_with_a_long_tail_is_no_gap() -> None:
    """Its mean width lies below the tolerance, and still it is ground outside the survey."""
    survey = [square(0, 0, 3000, 10), square(0, 10.001, 2990, 20), square(2990, 12, 3000, 20)]
    whole = square(0, 0, 3000, 20)
    atoms = cut(survey, [whole], None, 0.02)
    assert atoms.report.gap_area < 1e-6
    assert atoms.plane_area[atoms.parcel == OUTSIDE].sum() == pytest.approx(10 * 2 + 2990 * 0.001, abs=1e-4)


def test_the_gap_of_one_footprint_excuses_no_other() -> None:
    """A gap is no loss, and a loss is not hidden by a gap elsewhere."""
    survey = [square(0, 0, 100, 100), square(100.0015, 0, 200, 100)]
    footprints = objects([square(50, 0, 150, 100), square(10, 10, 40, 40)])
    atoms = cut(survey, list(footprints), None, 0.002)
    assert atoms.report.gap_area == pytest.approx(0.15, abs=1e-6)
    assert atoms.report.largest_footprint_loss < 1e-6
    gaps, area = np.array([atoms.report.gap_area, 0.0]), atoms.plane_area.copy()
    area[atoms.footprints.atom[atoms.footprints.feature == 1]] -= 0.1
    with pytest.raises(FootingError):
        _assert_footprints_conserved(footprints, atoms.footprints, area, gaps)


def test_survey_and_footprints_never_move() -> None:
    rng = random.Random(5)
    parcels = coverage(rng, FAR)
    shape = blob(rng, FAR)
    near = [noisy(rng, parcel, 1e-3) for parcel in parcels]
    atoms = cut(parcels, [shape, parcels[4]], {"A": near}, 0.002)
    assert atoms.report.moved.vertices > 0 and atoms.report.moved.largest_shift <= 0.002
    given_points = {tuple(p) for p in shapely.get_coordinates(objects([*parcels, shape]))}
    cuts = {tuple(p) for p in shapely.get_coordinates(atoms.geometry)}
    corners = {tuple(p) for p in shapely.get_coordinates(shape)}
    assert corners <= cuts, "a corner of the footprint was lost"
    inside = {p for p in given_points - corners if shape.contains(Point(p)) or parcels[4].covers(Point(p))}
    assert inside <= cuts, "a corner of the survey was lost"


def test_a_speck_that_lies_in_no_footprint_is_no_atom() -> None:
    """The footprint lies along the parcel's border, to the last digit of its corners: GEOS finds 4e-16 m² in common."""
    parcel = Polygon([(30, 4), (39, 25), (32, 22)])
    corners = [(32.021693198035976, 8.717284128750602), (36.63423907310356, 19.47989117057497)]
    aside = [(39.39167416315773, 18.29813327483747), (34.77912828809015, 7.535526233013099)]
    atoms = cut([parcel], [Polygon(corners + aside)])
    assert keys_of(atoms) == [(OUTSIDE, frozenset({0}))]


def test_the_snap_takes_equal_borders_together() -> None:
    rng = random.Random(3)
    parcels = coverage(rng, FAR, 5)
    near = [noisy(rng, parcel, 0.7e-3) for parcel in parcels]
    whole = shapely.union_all(parcels).buffer(-0.5)
    without, snapped = cut(parcels, [whole], {"A": near}), cut(parcels, [whole], {"A": near}, 0.002)
    assert len(snapped) == len(parcels) and len(without) > len(snapped)
    assert snapped.report.moved.area < 25 * 40 * 1e-3
    points, moved = SurveyVertices(objects(parcels)).snap(objects(near), 0.002)
    assert set(map(tuple, shapely.get_coordinates(points))) == set(map(tuple, shapely.get_coordinates(objects(parcels))))
    assert moved == snapped.report.moved
    # What a snapped control covers is what its moved shape covers, to the last digit of the cut.
    covered = {}
    for atom, feature in zip(snapped.controls["A"].atom, snapped.controls["A"].feature):
        covered[feature] = covered.get(feature, 0.0) + snapped.plane_area[atom]
    for row, shape in enumerate(points):
        assert covered[row] == pytest.approx(shape.intersection(whole).area, abs=1e-6)


def test_an_invalid_snap_is_not_made() -> None:
    """A control thinner than the tolerance would collapse onto the border."""
    thin = Polygon([(9.9995, 0), (10.0005, 0), (10.0005, 10.0004), (9.9995, 10.0004)])
    shapes, moved = SurveyVertices(objects([box(0, 0, 10, 10), box(10, 0, 20, 10)])).snap(objects([thin]), 0.002)
    assert shapes[0].is_valid and shapes[0].equals(thin) and moved.vertices == 0


def test_joined_pieces_stay_in_their_parcel_and_footprints() -> None:
    strips = {"A": [square(5, -1, 5.001, 30)], "B": [square(-1, 9.9995, 30, 10.0005)], "C": [square(12, 0, 12.0015, 20)]}
    footprints = [square(1, 1, 19, 19), square(5.0004, 5, 5.0009, 15), square(3, 9.9, 16, 10.2)]
    atoms = cut(FOUR, footprints, strips, 0.002)
    assert atoms.report.joined_atoms > 0 and 0 < atoms.report.joined_area < 0.2
    for key, area in expected_areas(FOUR, footprints).items():
        found = sum(value for other, value in areas_of(atoms).items() if other[:2] == key)
        assert found == pytest.approx(float(area), abs=PLANE_TOLERANCE), key


def test_overlapping_parcels_are_listed_and_the_lower_rank_owns() -> None:
    parcels = [square(0, 0, 10, 10), square(5, 0, 15, 10), square(3, 5, 12, 15)]
    atoms = cut(parcels, [square(1, 1, 14, 14)], None, 0.0, [2, 0, 1])
    pairs = list(zip(atoms.overlaps.first.tolist(), atoms.overlaps.second.tolist(), atoms.overlaps.area.round(6).tolist()))
    assert pairs == [(1, 2, 35.0), (1, 0, 50.0), (2, 0, 35.0)]
    assert shapely.area(atoms.parcels).round(6).tolist() == [100 - 50 - 10, 100, 90 - 35]
    conserved(atoms, parcels, [square(1, 1, 14, 14)], [2, 0, 1])


def test_neighbours_that_overlap_by_the_last_digits() -> None:
    """A thousand borders that overlap by 1e-6 m each must not end the run, and are not listed as overlaps."""
    parcels = [square(10 * i, 0, 10 * (i + 1) + 1e-6, 30) for i in range(300)]
    strip = square(1, 1, 2999, 29)
    atoms = cut(parcels, [strip])
    assert abs(atoms.plane_area.sum() - strip.area) < PLANE_TOLERANCE
    assert (atoms.overlaps.area < 1e-4).all()


def test_equal_segments_have_equal_keys_in_either_direction() -> None:
    left, right = box(0, 0, 1, 1), box(1, 0, 2, 1)
    keys = [set(segment_keys(border_ends(objects([polygon]))[0]).tolist()) for polygon in (left, right)]
    assert len(keys[0]) == 4 and len(keys[0] & keys[1]) == 1
    assert keys[0] == set(segment_keys(border_ends(objects([shapely.reverse(left)]))[0]).tolist())


def test_cancelled_while_cutting() -> None:
    def stop(fraction: float) -> None:
        if fraction > 0.3:
            raise Cancelled

    with pytest.raises(Cancelled):
        cut_atoms(objects(FOUR), objects([square(1, 1, 19, 19)]), {"A": objects([square(3, 3, 12, 12)])}, 0.0, progress=stop)
