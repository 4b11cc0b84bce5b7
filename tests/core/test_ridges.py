"""Field ridges: half-up products, learned coefficients, inconsistent fields."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

import numpy as np
from hypothesis import given, settings, strategies as st

from ...core.columns import Columns
from ...core.rules import load_rules
from ...core.survey.classes import load_code_table
from ...core.survey.ridges import RidgeProblem, computed_ridges, ridges, slope_levels

TABLE = load_code_table()
RULES = load_rules()


def parcels(**columns: list[object]) -> Columns:
    n = len(columns["DLBM"])
    numbers = {"TBMJ", "KCXS", "KCMJ", "TBDLMJ"}
    attributes = {
        name: np.array([np.nan if value is None else value for value in values], dtype=float)
        if name in numbers
        else np.array(values, dtype=object)
        for name, values in columns.items()
    }
    return Columns("DLTB", np.arange(1, n + 1), np.full(n, None, dtype=object), attributes)


@settings(max_examples=100, deadline=None)
@given(st.integers(1, 10**11), st.integers(0, 9999))
def test_the_product_is_half_up_on_decimals(hundredths: int, ten_thousandths: int) -> None:
    area, coefficient = Decimal(hundredths) / 100, Decimal(ten_thousandths) / 10_000
    expected = (area * coefficient).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
    assert computed_ridges(np.array([float(area)]), np.array([float(coefficient)]))[0] == int(expected * 100)


def test_a_half_goes_up_although_its_float_lies_below() -> None:
    assert list(computed_ridges(np.array([0.5, 1000.0, np.nan]), np.array([0.07, 0.0680, 0.1]))) == [4, 6800, 0]


def test_missing_coefficients_are_learned_from_the_layer_and_listed() -> None:
    layer = parcels(
        DLBM=["0103"] * 6 + ["0301"],
        GDLX=["TT"] * 5 + ["PD", None],
        GDPDJB=["3", "3", "3", "3", "03", "3", None],
        TBMJ=[1000.0] * 7,
        KCXS=[0.1195, 0.1195, 0.12, None, 0, None, None],
    )
    assert not RULES.number("learn_ridge_coefficient"), "off until a county confirms it"
    untaught = ridges(layer, TABLE)
    assert list(untaught.units) == [11950, 11950, 12000, 0, 0, 0, 0] and not untaught.learned_rows.any()
    assert [finding.problem for finding in untaught.findings] == [RidgeProblem.COEFFICIENT_MISSING] * 3
    assert "0.1195" in str(untaught.findings[0].reason) and "no other parcel" in str(untaught.findings[2].reason)

    result = ridges(layer, TABLE, RULES.replaced({"learn_ridge_coefficient": "1"}, "test"))
    assert [str(result.learned[("TT", "3")].value), result.learned[("TT", "3")].count] == ["0.1195", 2]
    assert list(result.units) == [11950, 11950, 12000, 11950, 11950, 0, 0]
    assert list(result.learned_rows) == [False, False, False, True, True, False, False]
    assert result.millionths[3] == 119_500
    found = {(finding.id, finding.problem) for finding in result.findings}
    assert found == {
        (4, RidgeProblem.COEFFICIENT_LEARNED),
        (5, RidgeProblem.COEFFICIENT_LEARNED),
        (6, RidgeProblem.COEFFICIENT_MISSING),
    }
    assert all(str(finding.reason) for finding in result.findings)


def test_level_one_and_other_classes_have_no_ridge() -> None:
    layer = parcels(DLBM=["0102", "0301"], GDPDJB=["1", None], TBMJ=[500.0, 500.0], KCXS=[None, 0.1])
    result = ridges(layer, TABLE)
    assert list(result.units) == [0, 0]
    assert [(finding.id, finding.problem) for finding in result.findings] == [
        (2, RidgeProblem.COEFFICIENT_ELSEWHERE)
    ]


def test_a_registered_ridge_is_kept_and_compared() -> None:
    layer = parcels(
        DLBM=["0103"] * 4,
        GDLX=["TT"] * 4,
        GDPDJB=["2"] * 4,
        TBMJ=[1000.0] * 4,
        KCXS=[0.068, 0.068, 0.068, 1.5],
        KCMJ=[68.0, 70.0, 68.01, 68.0],
        TBDLMJ=[932.0, 930.0, 931.98, 932.0],
    )
    result = ridges(layer, TABLE)
    assert list(result.units) == [6800, 7000, 6801, 6800] and result.registered_rows.all()
    assert list(result.millionths) == [68_000] * 4, "KCMJ / TBMJ stands in for a KCXS that is none"
    assert [(finding.id, finding.problem) for finding in result.findings] == [
        (2, RidgeProblem.RIDGE_AREA),
        (4, RidgeProblem.COEFFICIENT_RANGE),
    ]


def test_parcels_whose_areas_do_not_add_up() -> None:
    layer = parcels(
        DLBM=["0103", "0103", "0301"],
        TBMJ=[100.0, 100.0, 100.0],
        KCMJ=[10.0, 10.0, None],
        TBDLMJ=[89.99, 89.98, 99.98],
    )
    sums = [finding for finding in ridges(layer, TABLE).findings if finding.problem is RidgeProblem.AREA_SUM]
    assert [finding.id for finding in sums] == [2, 3]
    assert str(sums[0].reason) == "TBMJ 100 is not KCMJ 10 + TBDLMJ 89.98."


def test_what_is_no_area_is_said_in_few_digits() -> None:
    layer = parcels(DLBM=["0301"] * 3, TBMJ=[1e300, float("inf"), 1e12], TBDLMJ=[1.0] * 3)
    told = [str(finding.reason) for finding in ridges(layer, TABLE).findings if finding.problem is RidgeProblem.AREA_SUM]
    assert told == [f"TBMJ {area} is not KCMJ — + TBDLMJ 1." for area in ("1e+300", "∞", "1000000000000")]


def test_a_layer_without_ridge_fields() -> None:
    result = ridges(parcels(DLBM=["0103", None], TBMJ=[10.0, 10.0]), TABLE)
    assert list(result.units) == [0, 0] and result.findings == ()


def test_slope_levels() -> None:
    assert [level.deducts for level in slope_levels().values()] == [False, True, True, True, True]
