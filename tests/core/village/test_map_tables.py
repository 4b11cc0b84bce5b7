"""Tables beside the maps of a village: rows, sums and shares against sums of fractions."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import numpy as np
from hypothesis import given, settings, strategies as st

from ....core.summary.printing import Printing
from ....core.survey.classes import load_code_table
from ....core.village.areas import Side, VillageOf, plan_areas
from ....core.village.map_tables import hectares, structure_rows, zone_hectares
from ....core.village.profile import load_profile, shipped_profiles
from ....core.village.structure import structure_of
from ....core.village.structure_tables import printed_structure
from ....core.workbook import DisplayUnit

PROFILE = load_profile(next(path for path in shipped_profiles() if path.stem == "general"))
TABLE = load_code_table("ydyh2023")
CODES = ("0101", "0703", "0801", "1001", "1207", "1202", "1501", "1704", "9999")


def side(areas) -> Side:
    count = len(areas)
    return Side(
        "x", np.arange(count), np.array(CODES, dtype=object)[:count], np.zeros(count, bool), np.array(areas, dtype=float),
        np.full(count, "", dtype=object),
    )  # fmt: skip


def rows_of(base, plan):
    areas = plan_areas(side(base), side(plan), [VillageOf("", "甲村", None)], structure_of(PROFILE), TABLE, Decimal(10**9))
    printed = printed_structure(areas, Printing(DisplayUnit.HECTARE, 2))
    return structure_rows(printed, 0, "ydyh2023", "总计", "{name} 小计")


# Below 50 m² a village prints 0.00 hectares, of which nothing has a share.
amounts = st.lists(st.integers(0, 90_000), min_size=9, max_size=9).filter(lambda found: sum(found) >= 50)


@settings(max_examples=80, deadline=None)
@given(amounts)
def test_sums_are_sums_of_the_rows_above_and_shares_make_up_a_hundred(base) -> None:
    rows = rows_of(base, base)
    leaves = [row for row in rows if not row.bold]
    total = rows[-1]
    assert total.name == "总计" and total.base == sum(row.base for row in leaves) == total.plan
    assert sum(row.shares[0] for row in leaves) == total.shares[0] == 100
    built = [row for row in leaves if row.code.startswith(("07", "08", "10", "12", "15"))]
    subtotal = next((row for row in rows if row.name == "村域建设用地 小计"), None)
    if len(built) > 1:
        assert subtotal.base == sum(row.base for row in built) and subtotal.shares[0] == sum(row.shares[0] for row in built)
    for row in leaves:
        exact = Fraction(100 * row.base) / Fraction(total.base) if total.base else 0
        assert abs(Fraction(row.shares[0]) - exact) < Fraction(1, 100)


def test_of_what_prints_nothing_nothing_has_a_share() -> None:
    rows = rows_of([0, 0, 0, 0, 0, 0, 0, 0, 1], [0, 0, 0, 0, 0, 0, 0, 0, 1])
    assert rows[-1].base == 0 and all(row.shares == (0, 0) for row in rows)


def test_a_village_by_hand() -> None:
    rows = rows_of([60_000, 10_000, 5_000, 0, 0, 15_000, 0, 10_000, 0], [65_000, 5_000, 5_000, 0, 0, 15_000, 0, 10_000, 0])
    assert [(str(row.name), row.base, row.plan, row.bold) for row in rows] == [
        ("耕地（01）", Decimal("6.00"), Decimal("6.50"), False),
        ("居住用地（0703-0704）", Decimal("1.00"), Decimal("0.50"), False),
        ("公共管理与公共服务用地（08）", Decimal("0.50"), Decimal("0.50"), False),
        ("村庄建设用地 小计", Decimal("1.50"), Decimal("1.00"), True),
        ("村域城乡建设用地 小计", Decimal("1.50"), Decimal("1.00"), True),
        ("区域基础设施用地", Decimal("1.50"), Decimal("1.50"), False),
        ("村域建设用地 小计", Decimal("3.00"), Decimal("2.50"), True),
        ("陆地水域（17）", Decimal("1.00"), Decimal("1.00"), False),
        ("总计", Decimal("10.00"), Decimal("10.00"), True),
    ]
    assert rows[0].row == 0 and rows[0].code == "01" and rows[-1].row == -1


def test_what_no_row_has_is_told() -> None:
    rows = rows_of([100, 0, 0, 0, 0, 0, 0, 0, 50_000], [100, 0, 0, 0, 0, 0, 0, 0, 50_000])
    assert [row.code for row in rows if not row.bold] == ["01", "?"]


def test_zones_in_hectares_half_up() -> None:
    found = zone_hectares(np.array(["0202", "0101", "0202", None], dtype=object), np.array([49.999, 10_050.0, 50.001, 50.0]))
    assert found == {"": Decimal("0.01"), "0101": Decimal("1.01"), "0202": Decimal("0.01")}
    assert hectares(12_345.0) == Decimal("1.23") and hectares(49.994) == Decimal("0.00") and hectares(0.0) == Decimal("0.00")
    assert hectares(49.996) == Decimal("0.01")


@given(st.integers(0, 10**9))
def test_hectares_are_those_of_decimals(hundredths) -> None:
    exact = (Decimal(hundredths) / 10**6).quantize(Decimal("0.01"), ROUND_HALF_UP)
    assert hectares(hundredths / 100) == exact
