"""Parcels under two footprints: what is walked twice is what GEOS finds, and all else is left to it."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from shapely import Polygon, affinity, box

from ...core.progress import no_progress
from ...core.survey import double_cut, parcel_cut, touching
from ...core.survey.atoms import cut_atoms
from ...core.survey.double_cut import cut_twice
from ...core.survey.single_cut import Cut
from ...core.survey.touching import Touching, touching_pairs
from .test_crossings import ORIGIN, array, moved, star

Case = tuple[np.ndarray, np.ndarray]
Found = tuple[Cut, np.ndarray, np.ndarray, Touching]


def cases(seed: int, count: int) -> list[Case]:
    """A ragged parcel and two ragged footprints each."""
    rng = np.random.default_rng(seed)
    found: list[Case] = []
    while len(found) < count:
        shapes = array(*(star(rng, int(rng.integers(4, 30))) for _ in range(3)))
        if shapely.is_valid(shapes).all():
            found.append((shapes[:1], shapes[1:]))
    return found


def plain(case: Case) -> Touching | None:
    """The two pairs of a case, where both borders cross that of the parcel plainly."""
    pairs = touching_pairs(*case, no_progress)
    return pairs if len(pairs.parcel) == 2 and (pairs.crossings > 0).all() else None


def cut(case: Case) -> Found | None:
    pairs = plain(case)
    if pairs is None:
        return None
    footprints = moved(case[1], -ORIGIN)
    pieces, done = cut_twice(footprints, pairs, np.array([[0, 1]]), ORIGIN, no_progress)
    return pieces, done, footprints, pairs


def expected_parts(parcel: object, one: object, other: object) -> dict[tuple[int, ...], object]:
    mine, theirs = shapely.intersection(parcel, one), shapely.intersection(parcel, other)
    return {
        (0,): shapely.difference(mine, theirs),
        (1,): shapely.difference(theirs, mine),
        (0, 1): shapely.intersection(mine, theirs),
    }


def given_parts(pieces: Cut) -> dict[tuple[int, ...], list[object]]:
    footprint, piece = pieces.inside
    parts: dict[tuple[int, ...], list[object]] = {(0,): [], (1,): [], (0, 1): []}
    for row, geometry in enumerate(pieces.geometry):
        parts[tuple(footprint[piece == row].tolist())].append(geometry)
    return parts


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_parts_are_those_of_geos(seed: int) -> None:
    seen = dict.fromkeys(("done", "left", "in common", "apart", "several"), 0)
    for case in cases(seed, 400):
        found = cut(case)
        if found is None:
            continue
        pieces, done, footprints, _ = found
        seen["done" if done[0] else "left"] += 1
        if not done[0]:
            assert len(pieces.geometry) == 0
            continue
        assert shapely.is_valid(pieces.geometry).all() and (shapely.get_num_interior_rings(pieces.geometry) == 0).all()
        assert (pieces.parcel == 0).all() and pieces.walked.all()
        given = given_parts(pieces)
        with np.errstate(all="ignore"):
            expected = expected_parts(moved(case[0], -ORIGIN)[0], *footprints)
        for label, shape in expected.items():
            assert sum(map(shapely.area, given[label])) == pytest.approx(shapely.area(shape), abs=1e-6)
            together = shapely.union_all(given[label]) if given[label] else Polygon()
            assert shapely.area(shapely.symmetric_difference(together, shape)) < 1e-6
        seen["in common" if given[(0, 1)] else "apart"] += 1
        seen["several"] += max(map(len, given.values())) > 1
    assert seen["done"] > 120 and min(seen["in common"], seen["apart"], seen["several"]) > 5, seen


HAND_MADE = {
    # Footprints over a square of ten metres, and m² under the first alone, the second alone, both.
    "a corner each": ((box(-5, -5, 6, 6), box(4, 4, 15, 15)), (32, 32, 4)),
    "a bar across another": ((box(-5, 4, 15, 6), box(3, -5, 7, 15)), (12, 32, 8)),
    "one ends in the other": ((box(-5, -5, 5, 15), box(-5, 4, 3, 6)), (44, 0, 6)),
    "side by side": ((box(-5, -5, 3, 15), box(6, -5, 15, 15)), (30, 40, 0)),
    "over one another elsewhere only": ((Polygon([(-9, -9), (3, -9), (3, 30), (-9, 30)]), box(6, -5, 15, 15)), (30, 40, 0)),
    "stored the other way round": ((box(-5, 4, 15, 6, ccw=False), box(3, -5, 7, 15)), (12, 32, 8)),
}


@pytest.mark.parametrize("name", HAND_MADE)
@pytest.mark.parametrize("turned", [False, True])
def test_hand_made(name: str, turned: bool) -> None:
    footprints, areas = HAND_MADE[name]
    parcel = box(0, 0, 10, 10)
    case = moved(array(parcel.reverse() if turned else parcel), ORIGIN), moved(array(*footprints), ORIGIN)
    found = cut(case)
    assert found is not None and found[1].tolist() == [True]
    given = given_parts(found[0])
    for label, area in zip(((0,), (1,), (0, 1)), areas):
        assert sum(map(shapely.area, given[label])) == pytest.approx(area, abs=1e-6)


LEFT = {
    "the same twice": (box(-5, -5, 6, 6), box(-5, -5, 6, 6)),
    "a border in common": (box(-5, -5, 6, 6), box(4, -5, 15, 6)),
    "a border beside the other": (box(-5, -5, 6, 6), box(4, -6, 15, 6 + 1e-7)),
    "a corner on the border": (box(-5, -5, 6, 6), Polygon([(6, 3), (15, -1), (15, 7)])),
    "less than a square metre": (box(-5, -5, 0.5, 0.5), box(-5, 0.2, 15, 7)),
    # What it is worth, 25 mm², would not be missed by the sum.
    "a speck in the far corner": (
        Polygon([(-5, -5), (20, -5), (20, 20), (9.995, 20), (9.995, 9.995), (15, 9.995), (15, -2), (6, -2), (6, 6), (-5, 6)]),
        box(4, 4, 9, 15),
    ),
}


@pytest.mark.parametrize("name", LEFT)
def test_what_is_not_plain_is_left_whole(name: str) -> None:
    case = moved(array(box(0, 0, 10, 10)), ORIGIN), moved(array(*LEFT[name]), ORIGIN)
    found = cut(case)
    if found is not None:
        assert found[1].tolist() == [False] and len(found[0].geometry) == 0
    # The cut as a whole has the ground all the same.
    result = cut_atoms(*case, {})
    expected = shapely.area(shapely.union_all(case[1]))
    assert result.plane_area.sum() == pytest.approx(expected, abs=1e-6)


# Footprints of which the first takes 0.01 m² that the second takes too, and that it does not.
SMALL = {
    "shared": (box(-5, -5, 5.1, 5.1), box(5, 5, 15, 15)),
    "alone": (box(-5, -5, 6, 6), Polygon([(-9, -9), (15, -9), (15, 5.9), (5.9, 5.9), (5.9, 15), (-9, 15)])),
}


@pytest.mark.parametrize("side", SMALL)
def test_parts_that_do_not_add_up_are_left(side: str, monkeypatch: pytest.MonkeyPatch) -> None:
    case = moved(array(box(0, 0, 10, 10)), ORIGIN), moved(array(*SMALL[side]), ORIGIN)
    whole = cut(case)
    assert whole is not None and whole[1].tolist() == [True]
    assert shapely.area(whole[0].geometry).min() == pytest.approx(0.01, abs=1e-6)
    usual = getattr(double_cut._Halves, side)

    def one_less(*arguments: object) -> object:
        parts = usual(*arguments)
        return parts.at(np.arange(len(parts.row)) > 0)

    monkeypatch.setattr(double_cut._Halves, side, one_less)
    found = cut(case)
    assert found is not None and found[1].tolist() == [False] and len(found[0].geometry) == 0


# ---------------------------------------------------------------------------------------------------- the cut as a whole


def field(seed: int, kind: str) -> tuple[np.ndarray, np.ndarray, dict[str, np.ndarray], float]:
    """Square parcels, bars over them, controls, and the border tolerance."""
    rng = np.random.default_rng(seed)
    shapes = [box(x, y, x + 20, y + 20) for x in range(0, 160, 20) for y in range(0, 160, 20)]
    if kind == "overlapping":  # some own the ground of others, some lose it
        some = [affinity.rotate(box(x, y, x + 9, y + 14), turn) for x, y, turn in rng.uniform(10, 130, (20, 3))]
        shapes = [*some[:4], *shapes, *some[4:]]
    bars = [affinity.rotate(box(x, y, x + 30, y + 9), turn) for x, y, turn in rng.uniform(0, 140, (30, 3))]
    controls, tolerance = dict[str, np.ndarray](), 0.0
    if kind == "controls":
        zones = box(20, 20, 40, 40), box(60.001, 59.999, 80.001, 79.999), box(83, 5, 87, 50)
        controls, tolerance = {"zone": moved(array(*zones), ORIGIN)}, 0.002
    return moved(array(*shapes), ORIGIN), moved(array(*bars), ORIGIN), controls, tolerance


@pytest.mark.parametrize("kind", ["apart", "overlapping", "controls"])
@pytest.mark.parametrize("seed", range(4))
def test_the_atoms_are_those_of_noding(seed: int, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    layers = field(seed, kind)
    counted: list[int] = []

    def counting(*arguments: object) -> tuple[Cut, np.ndarray]:
        found = cut_twice(*arguments)  # type: ignore[arg-type]
        counted.append(int(found[1].sum()))
        return found

    monkeypatch.setattr(parcel_cut, "cut_twice", counting)
    walked = cut_atoms(*layers)
    assert min(counted) > 0 and len(counted) == (2 if kind == "overlapping" else 1), counted

    def nothing(footprints: object, pairs: Touching, couples: np.ndarray, *rest: object) -> tuple[Cut, np.ndarray]:
        found, _ = cut_twice(footprints, pairs, couples[:0], *rest)  # type: ignore[arg-type]
        return found, np.zeros(len(couples), dtype=bool)

    monkeypatch.setattr(parcel_cut, "cut_twice", nothing)
    noded = cut_atoms(*layers)
    assert (len(walked.overlaps) > 0) == (kind == "overlapping")
    assert walked.parcel.tolist() == noded.parcel.tolist()
    for ours, others in ((walked.footprints, noded.footprints), *((walked.controls[key], noded.controls[key]) for key in layers[2])):
        assert ours.atom.tolist() == others.atom.tolist() and ours.feature.tolist() == others.feature.tolist()
    mine, theirs = (shapely.normalize(each.local) for each in (walked, noded))
    assert shapely.equals_exact(mine, theirs, 1e-8).all()
    assert 0 < noded.report.largest_parcel_loss < 1e-9, "the last digits of rotated bars"


WIDE = box(0, 0, 30, 10)
THREE = {
    # Two over one another and one apart: walked altogether, or with the two noded.
    "plain": ((box(-5, -5, 6, 6), box(4, 4, 15, 15), box(20, 5, 40, 20)), (32.0, 62.0, 4.0, 50.0), False),
    "a border in common": ((box(-5, -5, 6, 6), box(4, -5, 15, 6), box(20, 5, 40, 20)), (24.0, 54.0, 12.0, 50.0), True),
    "beside one that covers": ((box(-5, -5, 6, 6), box(4, 4, 15, 15), box(-9, -9, 40, 40)), None, True),
}


@pytest.mark.parametrize("name", THREE)
def test_footprints_that_share_no_ground_with_others_are_cut_by_themselves(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    footprints, areas, noded = THREE[name]
    asked: list[int] = []
    usual = parcel_cut.cut_faces

    def counting(owners: np.ndarray, *rest: object) -> object:
        asked.append(len(owners))
        return usual(owners, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(parcel_cut, "cut_faces", counting)
    result = cut_atoms(moved(array(WIDE), ORIGIN), moved(array(*footprints), ORIGIN), {})
    assert bool(asked) is noded
    inside = result.parcel == 0
    found: dict[tuple[int, ...], float] = {}
    for atom in np.flatnonzero(inside).tolist():
        label = tuple(result.footprints.feature[result.footprints.atom == atom].tolist())
        found[label] = found.get(label, 0.0) + float(result.plane_area[atom])
    if areas is None:
        assert sum(found.values()) == pytest.approx(300.0) and all(2 in label for label in found)
        return
    assert found == pytest.approx(dict(zip(((0,), (1,), (0, 1), (2,)), areas)), abs=1e-6)


@pytest.mark.parametrize("seed", range(20))
def test_the_lowest_of_what_is_joined(seed: int) -> None:
    rng = np.random.default_rng(seed)
    count = int(rng.integers(1, 30))
    one, other = rng.integers(0, count, (2, int(rng.integers(0, 25))))
    members = [{row} for row in range(count)]
    for first, second in zip(one.tolist(), other.tolist()):
        together = members[first] | members[second]
        for row in together:
            members[row] = together
    assert touching._lowest(count, one, other).tolist() == [min(members[row]) for row in range(count)]
