"""Half-up rounding and apportionment, checked with exact fractions."""

from __future__ import annotations

import time
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, strategies as st

from ...core.area import AreaUnit
from ...core.errors import FootingError
from ...core.rounding import apportion, half_up, integer_sums, largest_remainder, units_half_up

HUNDREDTH, METRE = AreaUnit.HUNDREDTH_SQUARE_METRE, AreaUnit.SQUARE_METRE


# ---- half-up

decimals_of_money = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12)


@given(decimals_of_money, st.integers(0, 6))
def test_half_up_against_decimal(value, decimals):
    with localcontext() as context:
        context.prec = 400
        expected = value.quantize(Decimal((0, (1,), -decimals)), ROUND_HALF_UP)
    assert half_up(value, decimals) == expected
    assert half_up(value, decimals).as_tuple().exponent == -decimals


@given(st.integers(-(10**9), 10**9), st.integers(0, 4))
def test_every_half_goes_away_from_zero(whole, decimals):
    tie = Decimal(whole).scaleb(-decimals) + Decimal(5).scaleb(-decimals - 1)
    assert half_up(tie, decimals) == Decimal(whole + (1 if tie >= 0 else 0)).scaleb(-decimals)


def test_half_up_of_long_numbers():
    assert half_up(Decimal("123456789012345678901234567890.125"), 2) == Decimal("123456789012345678901234567890.13")


@given(st.integers(-(10**11), 10**11))
def test_printed_halves_round_up_in_units(thousandths):
    """A float that was written with three decimals rounds as that decimal does."""
    text = Decimal(thousandths).scaleb(-3)
    expected = int(text.quantize(Decimal("0.01"), ROUND_HALF_UP).scaleb(2))
    assert units_half_up(np.array([float(text)]), HUNDREDTH)[0] == expected


@given(st.lists(st.floats(-1e10, 1e10, allow_nan=False), max_size=30))
def test_units_against_decimal(values):
    expected = [
        int((Decimal(repr(value)).quantize(Decimal("1e-9"), ROUND_HALF_UP) * 100).to_integral_value(ROUND_HALF_UP))
        for value in values
    ]
    assert units_half_up(np.array(values), HUNDREDTH).tolist() == expected


def test_binary_noise_does_not_decide():
    values = np.array([0.285, 1.005, 0.1 + 0.185, 0.285 - 2e-10, 0.285 - 2e-9, -0.285, 2.5, 9997.939625])
    assert units_half_up(values, HUNDREDTH).tolist() == [29, 101, 29, 29, 28, -29, 250, 999794]
    assert units_half_up(np.array([2.5, 0.5, 1.4999999999]), METRE).tolist() == [3, 1, 2]


@pytest.mark.parametrize("value", [np.nan, np.inf, 1e18])
def test_what_has_no_units(value):
    with pytest.raises(ValueError):
        units_half_up(np.array([1.0, value]), HUNDREDTH)


@given(st.lists(st.tuples(st.integers(-(2**50), 2**50), st.integers(0, 3)), max_size=30))
def test_sums_of_integers_are_exact(cases):
    units, group = np.array(cases, dtype=np.int64).reshape(-1, 2).T
    expected = [sum(value for value, owner in cases if owner == index) for index in range(5)]
    assert integer_sums(units, group, 5).tolist() == expected


def test_sums_of_more_integers_than_floats_hold():
    units = np.full(1_100_000, 2**33 - 1)
    assert integer_sums(units, np.arange(len(units)) % 2, 2).tolist() == [550_000 * (2**33 - 1)] * 2


# ---- largest remainder


def faults(raw, group, masters, units) -> list[str]:
    """What is wrong with an apportionment, by fractions: the checker that the mutations below turn red."""
    found = []
    for index, master in enumerate(masters):
        rows = [row for row, owner in enumerate(group) if owner == index]
        if sum(int(units[row]) for row in rows) != master:
            found.append(f"group {index} does not sum to its master")
        total = sum(Fraction(float(raw[row])) for row in rows)
        for row in rows:
            share = Fraction(float(raw[row])) * int(master) / total if total else Fraction(0)
            if not abs(int(units[row]) - share) < 1:
                found.append(f"leaf {row} moved by a unit or more")
    return found


def by_hand(raw, group, masters, ties) -> list[int]:
    """The definition, leaf by leaf, in fractions."""
    units = [0] * len(raw)
    for index, master in enumerate(masters):
        rows = [row for row, owner in enumerate(group) if owner == index]
        total = sum(Fraction(float(raw[row])) for row in rows)
        shares = {row: Fraction(float(raw[row])) * int(master) / total if total else Fraction(0) for row in rows}
        for row in rows:
            units[row] = shares[row].numerator // shares[row].denominator
        left = int(master) - sum(units[row] for row in rows)
        rows.sort(key=lambda row: (-(shares[row] - units[row]), -raw[row], ties[row]))
        for row in rows[:left]:
            units[row] += 1
    return units


areas = st.one_of(
    st.floats(0, 1e9, allow_nan=False),
    st.integers(0, 40).map(float),
    st.sampled_from([0.0, 0.1, 0.2, 0.3, 1 / 3, 1e-12, 5e-324, 1e300]),
)


@st.composite
def apportionments(draw):
    groups = draw(st.integers(1, 4))
    leaves = draw(st.lists(st.tuples(areas, st.integers(0, groups - 1)), min_size=1, max_size=24))
    raw = np.array([leaf[0] for leaf in leaves])
    group = np.array([leaf[1] for leaf in leaves])
    masters = np.array(draw(st.lists(st.integers(0, 10**13), min_size=groups, max_size=groups)))
    for index in range(groups):
        if not raw[group == index].any():
            masters[index] = 0
    ties = np.array(draw(st.permutations(range(len(leaves)))))
    return raw, group, masters, ties


def test_the_worked_example():
    raw = np.array([2345.678, 4321.123, 3333.205])
    result = apportion(raw, np.zeros(3, int), np.array([1_000_000]))
    assert result.units.tolist() == [234568, 432112, 333320]
    assert units_half_up(raw, HUNDREDTH).sum() == 1_000_001  # rounding each alone does not foot


def test_a_moved_leaf_is_told():
    result = apportion(np.array([1.0, 1.0, 1.0]), np.zeros(3, int), np.array([5]))
    assert (result.units.tolist(), result.plain.tolist(), result.moved.tolist()) == ([2, 2, 1], [2, 2, 2], [0, 0, -1])


@given(apportionments())
def test_sums_are_exact_and_no_leaf_moves_a_unit(case):
    raw, group, masters, ties = case
    result = apportion(raw, group, masters, ties)
    assert faults(raw, group, masters, result.units) == []
    assert result.units.tolist() == by_hand(raw, group, masters, ties)
    assert set(np.unique(result.moved)) <= {-1, 0, 1}


@given(apportionments(), st.randoms(use_true_random=False))
def test_stable_under_reordering(case, random):
    raw, group, masters, ties = case
    expected = largest_remainder(raw, group, masters, ties)
    rows = list(range(len(raw)))
    random.shuffle(rows)
    labels = list(range(len(masters)))
    random.shuffle(labels)
    relabelled = np.array(labels)[group]
    shuffled_masters = np.empty_like(masters)
    shuffled_masters[labels] = masters
    assert (largest_remainder(raw[rows], relabelled[rows], shuffled_masters, ties[rows]) == expected[rows]).all()


@given(apportionments())
def test_moved_leaves_are_those_that_half_up_would_round_otherwise(case):
    raw, group, masters, ties = case
    result = apportion(raw, group, masters, ties)
    for row, owner in enumerate(group):
        total = sum(Fraction(float(value)) for value in raw[group == owner])
        share = Fraction(float(raw[row])) * int(masters[owner]) / total if total else Fraction(0)
        assert result.plain[row] == (2 * share.numerator + share.denominator) // (2 * share.denominator)
        assert result.moved[row] == result.units[row] - result.plain[row]


def test_ties_go_to_the_larger_area_then_the_lower_id():
    one_left = largest_remainder(np.array([1.0, 1.0, 1.0]), np.zeros(3, int), np.array([4]), np.array([7, 3, 5]))
    assert one_left.tolist() == [1, 2, 1]
    # Shares 0.5, 1.5, 1.0: equal fractions, the larger area takes the unit.
    assert largest_remainder(np.array([1.0, 3.0, 2.0]), np.zeros(3, int), np.array([3])).tolist() == [0, 2, 1]


def test_fractions_that_a_float_can_not_tell_apart():
    tiny = 2.0**-40
    raw = np.array([1.0, 1.0 + 2 * np.spacing(1.0), 1.0, tiny])
    result = largest_remainder(raw, np.zeros(4, int), np.array([4]), np.array([0, 1, 2, 3]))
    assert result.tolist() == by_hand(raw, [0] * 4, [4], [0, 1, 2, 3])


def test_wholes_halves_and_equal_parts_that_floats_miss():
    """Areas in whole numbers meet them all the time, and a share computed in float64 lies on either side."""
    numbers = np.random.default_rng(20)
    for _ in range(600):
        raw, ties = 1.0 + numbers.permutation(12)[:4], numbers.permutation(4)
        master = int(numbers.integers(1, 30))
        found = apportion(raw, np.zeros(4, int), np.array([master]), ties)
        assert found.units.tolist() == by_hand(raw, [0] * 4, [master], ties)
        twice = [2 * Fraction(value) * master / Fraction(raw.sum()) + 1 for value in raw.tolist()]
        assert found.plain.tolist() == [share.numerator // (2 * share.denominator) for share in twice]


@pytest.mark.parametrize(
    "mutate",
    [
        lambda units: units.__setitem__(0, units[0] + 1),
        lambda units: units.__setitem__(0, units[0] - 1),
        lambda units: (units.__setitem__(0, units[0] + 2), units.__setitem__(1, units[1] - 2)),
        lambda units: units.__setitem__(3, 0),
    ],
    ids=["a unit too many", "a unit lost", "two leaves moved by two", "a leaf dropped"],
)
def test_the_checker_turns_red(mutate):
    raw, group, masters = np.array([10.123, 20.456, 5.0, 7.777]), np.array([0, 0, 1, 1]), np.array([3058, 1278])
    units = largest_remainder(raw, group, masters)
    assert faults(raw, group, masters, units) == []
    mutate(units)
    assert faults(raw, group, masters, units) != []


@pytest.mark.parametrize(
    ("raw", "masters"),
    [
        ([0.0, 0.0], [1]),
        ([-1.0, 2.0], [1]),
        ([np.nan, 2.0], [1]),
        ([np.inf, 2.0], [1]),
        ([1.0, 2.0], [-1]),
        ([1.0, 2.0], [3, 4]),
    ],
)
def test_what_can_not_be_apportioned(raw, masters):
    with pytest.raises(FootingError):
        largest_remainder(np.array(raw), np.zeros(2, int), np.array(masters))


def test_nothing_to_apportion():
    assert largest_remainder(np.array([]), np.array([], int), np.array([], int)).tolist() == []
    assert largest_remainder(np.array([0.0]), np.array([0]), np.array([0, 0])).tolist() == [0]


def test_wrong_shapes_are_faults_of_the_caller():
    with pytest.raises(ValueError):
        largest_remainder(np.array([1.0]), np.array([1]), np.array([1]))
    with pytest.raises(ValueError):
        largest_remainder(np.array([1.0]), np.array([0, 0]), np.array([1]))


@pytest.mark.parametrize("seed", [1, 2])
def test_a_county_in_a_second(seed):
    random = np.random.default_rng(seed)
    leaves, parcels = 200_000, 30_000
    group = random.integers(0, parcels, leaves)
    raw = random.lognormal(5, 3, leaves)
    masters = units_half_up(np.bincount(group, raw, parcels), HUNDREDTH)
    start = time.process_time()
    units = largest_remainder(raw, group, masters)
    assert time.process_time() - start < 1.0
    sums = np.zeros(parcels, dtype=np.int64)
    np.add.at(sums, group, units)
    assert (sums == masters).all()
