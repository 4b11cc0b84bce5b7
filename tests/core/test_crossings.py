"""Borders that cross plainly: the pieces walked there are those of GEOS, bit by bit; all else is left to GEOS."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
import shapely
from hypothesis import given, settings, strategies as st
from shapely import MultiPolygon, Polygon, box

from ...core.progress import no_progress
from ...core.survey import touching
from ...core.survey.atoms import cut_atoms
from ...core.survey.crossings import APART, CROSSING, DOUBTFUL, Borders, Finder
from ...core.survey.touching import touching_pairs
from ...core.survey.walking import walked

ORIGIN = np.array([39_500_000.0, 4_000_000.0])


def array(*shapes: object) -> np.ndarray:
    result = np.empty(len(shapes), dtype=object)
    result[:] = shapes
    return result


def moved(polygons: np.ndarray, shift: np.ndarray) -> np.ndarray:
    return shapely.set_coordinates(polygons.copy(), shapely.get_coordinates(polygons) + shift)


def star(rng: np.random.Generator, corners: int, radius: float = 40.0) -> Polygon:
    """A ragged shape around its middle, stored either way round, on the survey's grid of 0.1 mm."""
    angle = np.sort(rng.uniform(0, 2 * np.pi, corners))
    reach = rng.uniform(0.2, 1, corners) * radius
    points = np.stack([np.cos(angle), np.sin(angle)], axis=1) * reach[:, None] + rng.uniform(-radius, radius, 2)
    points = np.round(points + ORIGIN, 4)
    return Polygon(points if rng.random() < 0.5 else points[::-1])


def stars(rng: np.random.Generator, count: int) -> np.ndarray:
    shapes = array(*(star(rng, int(rng.integers(4, 60))) for _ in range(2 * count)))
    return shapes[shapely.is_valid(shapes)][:count]


def asked(parcels: np.ndarray, footprints: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """What is known of each pair of rows, and the pieces and their pairs where it is CROSSING."""
    rows = np.arange(len(parcels))
    known, count, found = Finder(Borders.of(parcels), Borders.of(footprints)).find(rows, rows)
    crossing = np.flatnonzero(known == CROSSING)
    first = (np.cumsum(count) - count)[crossing]
    pieces, pair = walked(found, first, count[crossing], ORIGIN)
    return known, pieces, crossing[pair] if len(pair) else pair


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_walked_pieces_are_those_of_geos_to_the_last_bit(seed: int) -> None:
    rng = np.random.default_rng(seed)
    parcels, footprints = stars(rng, 800), stars(rng, 800)
    known, pieces, pair = asked(parcels, footprints)
    assert (known == CROSSING).sum() > 600 and len(pieces) > 1_500
    with np.errstate(invalid="ignore"):
        expected = shapely.intersection(moved(parcels, -ORIGIN), moved(footprints, -ORIGIN))
    for row in np.flatnonzero(known == CROSSING):
        mine = sorted(shapely.to_wkb(pieces[pair == row]).tolist())
        assert mine == sorted(shapely.to_wkb(shapely.get_parts(expected[row])).tolist())
    apart = known == APART
    assert apart.any()
    met, borders = shapely.intersects(parcels, footprints), (shapely.boundary(parcels), shapely.boundary(footprints))
    assert not shapely.intersects(*borders)[apart].any()
    assert met[known == CROSSING].all()


SQUARE = box(0, 0, 10, 10)
FRAME = Polygon(box(-1, -1, 11, 11).exterior, [box(2, 2, 4, 4).exterior])
COMB = Polygon([(0, 0), (10, 0), (10, 9), (8, 9), (8, 1), (6, 1), (6, 9), (4, 9), (4, 1), (2, 1), (2, 9), (0, 9)])

DOUBTS = {
    "a corner on the border": box(10, 3, 14, 5),
    "a corner just beside the border": Polygon([(10 - 4e-7, 4), (20, 0), (20, 9)]),
    "a stretch in common": box(5, 0, 15, 5),
    "the same shape": SQUARE,
    "a border through a corner": Polygon([(-5, -5.0000001), (15, 15.00000005), (20, 0)]),
    "two crossings side by side": Polygon([(5, -5), (5, 15), (5 + 4e-7, 15.5), (5 + 4e-7, -5)]),
    "crossing flat": Polygon([(-7_995, -7), (8_005, 7), (3, -50)]),
    "a hole": FRAME,
    "two parts": MultiPolygon([box(5, 5, 15, 15), box(-5, 5, 2, 8)]),
}


@pytest.mark.parametrize("footprint", DOUBTS.values(), ids=list(DOUBTS))
def test_what_is_not_plain_is_left_to_geos(footprint: object) -> None:
    for parcel, other in ((SQUARE, footprint), (footprint, SQUARE)):
        shapes = moved(array(parcel, other), ORIGIN)
        assert asked(shapes[:1], shapes[1:])[0].tolist() == [DOUBTFUL]


def test_shapes_that_cross_many_times_or_once_around() -> None:
    cases = [
        (COMB, box(-1, 5, 11, 6), 3),  # a bar over a comb: three teeth
        (COMB.reverse(), box(-1, 5, 11, 6), 3),
        (box(-1, 5, 11, 6), COMB, 3),
        (SQUARE, box(5, 5, 15, 15), 1),
        (SQUARE, Polygon([(5, -1), (6, -1), (6, 5), (5, 5)]), 1),  # one edge is crossed twice
        (Polygon([(5, -1), (6, -1), (6, 5), (5, 5)]), SQUARE, 1),
        (Polygon([(5, -1), (6, -1), (6, 5), (5, 5)]).reverse(), SQUARE.reverse(), 1),
        (SQUARE, Polygon([(4, 5), (4, -9), (-99, -9), (-99, 99), (99, 99), (99, -9), (6, -9), (6, 5)]), 1),
    ]
    for parcel, footprint, count in cases:
        shapes = moved(array(parcel, footprint), ORIGIN)
        known, pieces, _ = asked(shapes[:1], shapes[1:])
        assert known.tolist() == [CROSSING] and len(pieces) == count
        assert shapely.is_valid(pieces).all()
        assert shapely.equals(shapely.union_all(pieces), shapely.intersection(parcel, footprint))


def test_nothing_to_find() -> None:
    none = array()
    known, count, _ = Finder(Borders.of(none), Borders.of(none)).find(np.empty(0, np.int64), np.empty(0, np.int64))
    assert len(known) == 0 and len(count) == 0
    empty = array(Polygon(), SQUARE)
    assert asked(empty, empty[::-1])[0].tolist() == [DOUBTFUL, DOUBTFUL]


# ----------------------------------------------------------------------------------------------------------- touching


def require_same_as_brute_force(parcels: np.ndarray, footprints: np.ndarray) -> None:
    found = touching_pairs(parcels, footprints, no_progress)
    met = shapely.intersects(footprints[:, None], parcels[None, :])
    footprint, parcel = np.nonzero(met)
    assert found.footprint.tolist() == footprint.tolist() and found.parcel.tolist() == parcel.tolist()
    assert found.covers.tolist() == shapely.covers(footprints[footprint], parcels[parcel]).tolist()


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**32 - 1), st.booleans(), st.sampled_from([8, touching.PAIRS_AT_ONCE]))
def test_touching_pairs_are_those_of_every_pair_asked(seed: int, on_a_lattice: bool, at_once: int) -> None:
    rng = np.random.default_rng(seed)
    parcels, footprints = stars(rng, 30), stars(rng, 12)
    if on_a_lattice:  # corners, edges and whole shapes in common
        low = rng.integers(0, 12, (60, 2))
        shapes = shapely.box(*np.hstack([low, low + rng.integers(1, 5, (60, 2))]).astype(float).T)
        holed = shapely.difference(shapes[:5], shapely.buffer(shapely.centroid(shapes[:5]), 0.3))
        parcels, footprints = np.concatenate([shapes[5:45], holed]), np.concatenate([shapes[45:], holed[:2]])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(touching, "PAIRS_AT_ONCE", at_once)
        require_same_as_brute_force(parcels, footprints)


def test_a_parcel_in_a_footprint_and_a_footprint_in_a_parcel() -> None:
    require_same_as_brute_force(array(SQUARE, box(20, 0, 30, 10)), array(box(-5, -5, 40, 15), box(22, 2, 28, 8), FRAME))
    # In the bay of a footprint, in its box, and not in it.
    require_same_as_brute_force(array(box(2.5, 5, 3.5, 6), box(2.5, -3, 3.5, -2)), array(COMB))


def test_no_object_is_prepared_twice_or_in_place_of_the_callers(monkeypatch: pytest.MonkeyPatch) -> None:
    """A prepared polygon belongs to one thread: two rows that hold the same object must not share it."""
    plot = box(2, 2, 8, 8)
    footprints = array(*[plot] * 6, box(3, 3, 9, 9))
    parcels = shapely.box(*np.array([[x, y, x + 1, y + 1] for x in range(10) for y in range(10)], dtype=float).T)
    prepared: list[object] = []
    prepare: Callable[[np.ndarray], None] = shapely.prepare

    def noted(shapes: np.ndarray) -> None:
        prepared.extend(np.atleast_1d(shapes))
        prepare(shapes)

    shapely.prepare(plot)
    monkeypatch.setattr(touching, "PAIRS_AT_ONCE", 8)
    monkeypatch.setattr(shapely, "prepare", noted)
    require_same_as_brute_force(parcels, footprints)
    assert len(prepared) == 7 == len({id(shape) for shape in prepared})
    assert not {id(shape) for shape in prepared} & {id(shape) for shape in footprints}
    assert shapely.is_prepared(plot)


def test_pieces_do_not_depend_on_the_parts_that_pairs_are_looked_through_in(monkeypatch: pytest.MonkeyPatch) -> None:
    corners = np.array([[x, y, x + 7.1, y + 7.1] for x in np.arange(-60, 60, 7.1) for y in np.arange(-60, 60, 7.1)])
    parcels = moved(shapely.box(*corners.T), ORIGIN)
    footprints = stars(np.random.default_rng(5), 8)
    whole = cut_atoms(parcels, footprints, {})
    monkeypatch.setattr(touching, "PAIRS_AT_ONCE", 8)
    parts = cut_atoms(parcels, footprints, {})
    assert len(whole) > 300
    assert shapely.to_wkb(parts.geometry).tolist() == shapely.to_wkb(whole.geometry).tolist()
    assert parts.parcel.tolist() == whole.parcel.tolist()
    assert parts.footprints.feature.tolist() == whole.footprints.feature.tolist()
