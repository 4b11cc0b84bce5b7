"""Areas that layers state: what is none, by hand; what is one, against Decimal."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

import numpy as np
import pytest

from ...core.columns import Columns
from ...core.errors import InputError
from ...core.survey.registered import LARGEST, area_units, require_areas


def layer(*areas: float) -> Columns:
    shapes = np.full(len(areas), None, dtype=object)
    return Columns("DLTB", np.arange(7, 7 + len(areas)), shapes, {"TBMJ": np.array(areas, dtype=np.float64)})


def test_units_are_hundredths_half_up() -> None:
    areas = (0.0, 0.005, 1.015, 2.675, 13753.04, LARGEST)
    units, missing = area_units(layer(*areas, float("nan")), "TBMJ")
    wanted = [int(Decimal(repr(area)).quantize(Decimal("0.01"), ROUND_HALF_UP) * 100) for area in areas]
    assert units.tolist() == [*wanted, 0]
    assert missing.tolist() == [False] * len(areas) + [True]


@pytest.mark.parametrize("wrong", [-0.01, float("inf"), float("-inf"), LARGEST * 1.01, 1e18])
def test_what_is_no_area_is_named(wrong: float) -> None:
    with pytest.raises(InputError) as raised:
        require_areas(layer(1.0, float("nan"), wrong), "TBMJ")
    assert raised.value.sentence.places == {"layer": "DLTB", "feature": 9, "field": "TBMJ", "area": wrong}


def test_a_missing_area_is_refused_where_there_must_be_one() -> None:
    with pytest.raises(InputError, match="feature 8: TBMJ — is no area"):
        require_areas(layer(1.0, float("nan")), "TBMJ", missing_allowed=False)


def test_a_county_of_the_largest_parcels_can_be_summed_up() -> None:
    units, _ = area_units(layer(*[LARGEST] * 50_000), "TBMJ")
    assert int(units.sum()) == 50_000 * 10**14
