"""Leaves against fractions: exact masters, each mode, overlaps, remainders, field ridges."""

from __future__ import annotations

import random
from fractions import Fraction

import numpy as np
import shapely
from hypothesis import given, settings, strategies as st
from shapely import Polygon, box

from ...core.area import AreaUnit
from ...core.survey.apportion import (
    Leaves,
    ParcelMasters,
    apportion_ridges,
    apportion_to_footprints,
    apportion_to_parcels,
    leaf_rows,
    round_each,
)
from ...core.survey.atoms import OUTSIDE, Atoms, cut_atoms
from ...core.survey.ridges import computed_ridges, ridge_units

UNITS = [AreaUnit.HUNDREDTH_SQUARE_METRE, AreaUnit.SQUARE_METRE]
few = settings(max_examples=60, deadline=None)


def objects(polygons: list[Polygon]) -> np.ndarray:
    array = np.empty(len(polygons), dtype=object)
    array[:] = polygons
    return array


def random_atoms(seed: int) -> tuple[Atoms, np.ndarray, np.ndarray, np.ndarray]:
    """Atoms of a coverage of boxes, footprints that overlap and reach outside, the parcels, and registered areas."""
    rng = random.Random(seed)
    stops = [0.0]
    for _ in range(rng.randint(2, 6)):
        stops.append(stops[-1] + rng.uniform(0.3, 40))
    parcels = objects([box(a, 0, b, rng.uniform(5, 30)) for a, b in zip(stops, stops[1:])])
    footprints = []
    for _ in range(rng.randint(1, 4)):
        x, y = rng.uniform(-10, stops[-1]), rng.uniform(-5, 20)
        footprints.append(box(x, y, x + rng.uniform(1, 60), y + rng.uniform(1, 20)))
    atoms = cut_atoms(parcels, objects(footprints), {})
    registered = np.array([shape.area * rng.uniform(0.98, 1.02) for shape in parcels])
    registered[[rng.random() < 0.2 for _ in parcels]] = rng.choice((np.nan, 0.0, -1.0))
    return atoms, parcels, objects(footprints), registered


def half_up(value: float, unit: AreaUnit) -> int:
    return int(Fraction(str(round(value, 9))) / Fraction(str(unit.square_metres)) + Fraction(1, 2))


def sums(leaves: Leaves, count: int) -> list[int]:
    total = [0] * count
    for footprint, units in zip(leaves.footprint.tolist(), leaves.units.tolist()):
        total[footprint] += units
    return total


def fair(units: list[int], raw: list[float], master: int) -> None:
    """The largest remainder by fractions: sums exactly, no leaf a unit or more from its exact share, the largest
    remainders went up."""
    assert sum(units) == master
    total = sum(map(Fraction, raw))
    exact = [Fraction(value) * master / total for value in raw]
    assert all(abs(got - share) < 1 for got, share in zip(units, exact))
    parts = [share - int(share) for share in exact]
    up = [part for part, got, share in zip(parts, units, exact) if got > share]
    down = [part for part, got, share in zip(parts, units, exact) if got < share]
    assert not up or not down or min(up) >= max(down)


def check_leaves(atoms: Atoms, leaves: Leaves) -> None:
    """One leaf an atom and footprint, exactly one of each atom counts."""
    pairs = set(zip(leaves.atom.tolist(), leaves.footprint.tolist()))
    assert pairs == set(zip(atoms.footprints.atom.tolist(), atoms.footprints.feature.tolist()))
    assert sorted(leaves.atom[leaves.counted].tolist()) == list(range(len(atoms)))
    assert (np.lexsort((leaves.atom, leaves.footprint)) == np.arange(len(leaves))).all()
    assert np.abs(leaves.units - leaves.plain).max(initial=0) <= 1


@few
@given(st.integers(0, 2**32), st.sampled_from(UNITS))
def test_leaves_of_a_footprint_are_the_footprint(seed: int, unit: AreaUnit) -> None:
    atoms, _, footprints, _ = random_atoms(seed)
    leaves, masters = apportion_to_footprints(atoms, atoms.plane_area, unit, shapely.area(footprints))
    check_leaves(atoms, leaves)
    assert masters.tolist() == [half_up(shape.area, unit) for shape in footprints] == sums(leaves, len(footprints))
    for footprint, master in enumerate(masters.tolist()):
        own = leaves.footprint == footprint
        fair(leaves.units[own].tolist(), leaves.raw[own].tolist(), master)


@few
@given(st.integers(0, 2**32), st.sampled_from(UNITS))
def test_leaves_and_the_rest_of_a_parcel_are_its_registered_area(seed: int, unit: AreaUnit) -> None:
    atoms, parcels, _, registered = random_atoms(seed)
    leaves, masters = apportion_to_parcels(atoms, atoms.plane_area, unit, registered, parcels, shapely.area)
    check_leaves(atoms, leaves)
    by_atom = dict(zip(leaves.atom.tolist(), leaves.units.tolist()))
    assert all(by_atom[atom] == units for atom, units in zip(leaves.atom.tolist(), leaves.units.tolist()))
    for place, row in enumerate(masters.row.tolist()):
        wanted = registered[row] if registered[row] > 0 else parcels[row].area
        assert masters.units[place] == half_up(wanted, unit) and not masters.reduced[place]
        inside = np.flatnonzero(atoms.parcel == row).tolist()
        raw = [float(atoms.plane_area[atom]) for atom in inside]
        rest = 0.0 if masters.covered[place] else max(parcels[row].area - float(np.bincount([0] * len(raw), raw)[0]), 0.0)
        fair([*(by_atom[atom] for atom in inside), int(masters.remainder[place])], [*raw, rest], int(masters.units[place]))
    for atom in np.flatnonzero(atoms.parcel == OUTSIDE).tolist():
        assert by_atom[atom] == half_up(float(atoms.plane_area[atom]), unit)


@few
@given(st.integers(0, 2**32), st.sampled_from(UNITS))
def test_without_a_master_each_leaf_is_rounded(seed: int, unit: AreaUnit) -> None:
    atoms, _, _, _ = random_atoms(seed)
    leaves = round_each(atoms, atoms.plane_area, unit)
    check_leaves(atoms, leaves)
    assert leaves.units.tolist() == [half_up(area, unit) for area in leaves.raw.tolist()] == leaves.plain.tolist()


def whole(parcels: list[Polygon], footprints: list[Polygon], registered: list[float]) -> tuple[Leaves, ParcelMasters]:
    atoms = cut_atoms(objects(parcels), objects(footprints), {})
    return apportion_to_parcels(
        atoms, atoms.plane_area, UNITS[0], np.array(registered), objects(parcels), shapely.area
    )


def test_overlapping_footprints_count_their_ground_each_and_once_in_the_total() -> None:
    leaves, masters = whole([box(0, 0, 10, 10)], [box(0, 0, 6, 10), box(4, 0, 10, 10)], [100.0])
    assert sums(leaves, 2) == [6000, 6000] and leaves.units[leaves.counted].sum() == 10000
    assert masters.remainder.tolist() == [0] and masters.covered.all()


def test_a_covered_parcel_keeps_nothing_back_whatever_the_measure_says() -> None:
    atoms = cut_atoms(objects([box(0, 0, 10, 10)]), objects([box(-1, -1, 11, 11)]), {})
    raw = atoms.plane_area * 0.999
    leaves, masters = apportion_to_parcels(
        atoms, raw, UNITS[0], np.array([100.03]), objects([box(0, 0, 10, 10)]), shapely.area
    )
    assert masters.remainder.tolist() == [0] and masters.units.tolist() == [10003]
    assert leaves.units[atoms.parcel[leaves.atom] == 0].tolist() == [10003]


def test_the_master_of_an_overlapped_parcel_is_reduced_by_what_it_lost() -> None:
    leaves, masters = whole([box(0, 0, 10, 10), box(5, 0, 15, 10)], [box(0, 0, 15, 10)], [101.0, 99.0])
    assert masters.units.tolist() == [10100, 4950] and masters.reduced.tolist() == [False, True]
    assert leaves.units.sum() == 10100 + 4950


def test_a_doubled_parcel_owns_nothing() -> None:
    leaves, masters = whole([box(0, 0, 10, 10)] * 2, [box(0, 0, 5, 10)], [101.0, 99.0])
    assert masters.row.tolist() == [0] and leaves.units.tolist() == [5050] and masters.remainder.tolist() == [5050]


def test_a_missing_registered_area_is_the_measured_one() -> None:
    leaves, masters = whole([box(0, 0, 10, 10), box(10, 0, 20, 10)], [box(2, 0, 15, 10)], [np.nan, 0.0])
    assert masters.units.tolist() == [10000, 10000] and leaves.units.tolist() == [8000, 5000]


# Field ridges ---------------------------------------------------------------------------------------------------------


@few
@given(st.data())
def test_ridges_of_a_group_add_up_and_never_pass_their_leaf(data: st.DataObject) -> None:
    groups = data.draw(st.integers(1, 4))
    coefficient = np.array(data.draw(st.lists(st.sampled_from([0, 1, 68_000, 119_500, 999_999]), min_size=groups, max_size=groups)))
    size = data.draw(st.integers(1, 12))
    group = np.array([*range(groups), *data.draw(st.lists(st.integers(0, groups - 1), min_size=size, max_size=size))])
    units = np.array(data.draw(st.lists(st.integers(0, 10**9), min_size=len(group), max_size=len(group))))
    ties = np.arange(len(group))
    found = apportion_ridges(units, coefficient[group], group, ties)
    assert (found >= 0).all() and (found <= units).all()
    for row in range(groups):
        own = group == row
        total = int(units[own].sum())
        master = int(Fraction(total * int(coefficient[row]), 10**6) + Fraction(1, 2))
        assert found[own].sum() == master
        if master and total:
            fair(found[own].tolist(), [float(value) for value in units[own]], master)
    order = np.array(data.draw(st.permutations(range(len(group)))))
    again = apportion_ridges(units[order], coefficient[group][order], group[order], ties[order])
    assert (again == found[order]).all()


def test_a_registered_ridge_is_shared_as_it_is_and_never_more_than_the_ground() -> None:
    units, group = np.array([700, 300, 500, 0]), np.array([0, 0, 1, 2])
    coefficient = np.array([100_000, 100_000, 50_000, 50_000])
    found = apportion_ridges(units, coefficient, group, np.arange(4), np.array([101, 900, 7]))
    assert found.tolist() == [71, 30, 500, 0]


def test_no_coefficient_no_ridge() -> None:
    assert apportion_ridges(np.array([10]), np.array([0]), np.array([0]), np.array([0]), np.array([9])).tolist() == [0]
    nothing = np.empty(0, dtype=np.int64)
    assert len(apportion_ridges(nothing, nothing, nothing, nothing)) == 0


@few
@given(st.lists(st.tuples(st.integers(0, 10**15), st.integers(0, 999_999)), min_size=1, max_size=5))
def test_one_product_for_units_and_for_areas(pairs: list[tuple[int, int]]) -> None:
    amounts, millionths = (np.array(values, dtype=np.int64) for values in zip(*pairs))
    exact = [int(Fraction(a * c, 10**6) + Fraction(1, 2)) for a, c in pairs]
    assert ridge_units(amounts, millionths).tolist() == exact
    small = amounts % 10**9
    assert computed_ridges(small / 100, millionths / 1e6).tolist() == ridge_units(small, millionths).tolist()


def test_leaf_rows_count_the_first_footprint() -> None:
    atoms = cut_atoms(objects([box(0, 0, 10, 10)]), objects([box(4, 0, 8, 5), box(0, 0, 8, 5)]), {})
    atom, footprint, counted = leaf_rows(atoms)
    assert len(atom) == 3 and sorted(zip(footprint.tolist(), counted.tolist())) == [(0, True), (1, False), (1, True)]
