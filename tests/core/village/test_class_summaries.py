"""Class summaries of a plan: by class as decimals by hand say, and printed as the structure table prints."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

from ....core.errors import FootingError
from ....core.resources import resource
from ....core.rules import load_rules
from ....core.summary.printing import Printing
from ....core.survey.classes import apply_rules, load_code_table
from ....core.village.areas import Side, VillageOf, plan_areas, together
from ....core.village.class_summaries import SummarisedPlan, class_summaries
from ....core.village.profile import load_profile
from ....core.village.structure import structure_of
from ....core.village.structure_tables import printed_structure
from ....core.workbook import DisplayUnit, RowKind

STRUCTURE = structure_of(load_profile(resource("profiles", "fujian.json")))
RULES = load_rules()
TABLES = {version: apply_rules(load_code_table(version), RULES) for version in ("ydyh2020", "ydyh2023")}
HECTARES = Printing(DisplayUnit.HECTARE, 2)
EXACT = Printing(DisplayUnit.SQUARE_METRE, 2)
CODES = ("0101", "0103", "0301", "0403", "0703", "0704", "0802", "1001", "1202", "1701", "2301", "0199")
PURE = ("01", "03", "04", "17")
"""First-level classes that are a row of the structure table by themselves, in both class tables."""

parcels = st.lists(st.tuples(st.sampled_from(CODES), st.integers(1, 10**7)), min_size=1, max_size=12)


def side(rows, village):
    codes = np.array([*(code for code, _ in rows), None], dtype=object)[:-1]
    area = np.array([units / 100 for _, units in rows])
    count = len(rows)
    return Side("TB", np.arange(count), codes, np.zeros(count, dtype=bool), area, np.full(count, village, dtype=object))


def plan_of(version, number, base, plan):
    code = f"3799010012{number:02d}"
    registered = sum(units for _, units in base) + number
    sides = side(base, code), side(plan, code)
    areas = plan_areas(*sides, [VillageOf(code, f"第{number}村", registered)], STRUCTURE, TABLES[version], Decimal(10**9))
    return SummarisedPlan(TABLES[version], areas, *sides)


def made(plans, printing):
    structure = printed_structure(together([plan.areas for plan in plans]), printing)
    return structure, *class_summaries(plans, structure, RULES)


def by_class(table):
    """Class code → printed m² of the tall table."""
    rows = [row for row in table.rows if row.kind is RowKind.DATA]
    return {str(row.value("C2")).strip(): row.value("A").square_metres() for row in rows}


def test_exact_areas_are_the_parcels_shares_of_the_registered_area() -> None:
    base = [("0101", 100_000), ("0103", 50_001), ("0703", 20_000), ("0101", 3)]
    plan = [("0101", 90_000), ("0103", 50_001), ("0703", 30_000)]
    structure, tables, identities = made([plan_of("ydyh2023", 7, base, plan)], EXACT)
    assert [table.layout.sheet for table in tables] == [
        "三大类面积汇总表·基期", "分类面积汇总表·基期", "三大类面积汇总表·规划", "分类面积汇总表·规划",
    ]  # fmt: skip
    assert all(identity.ok for identity in identities) and structure.areas.masters.tolist() == [170_011]
    for table, rows in ((tables[1], base), (tables[3], plan)):
        found, total = by_class(table), sum(units for _, units in rows)
        for code in ("0101", "0103", "0703"):
            exact = Fraction(sum(units for each, units in rows if each == code), total) * 170_011 / 100
            assert abs(Fraction(found[code]) - exact) < Fraction(1, 50), code
        assert sum(found.values()) == Decimal("1700.11")


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(sorted(TABLES)), parcels, parcels), min_size=1, max_size=3))
def test_printed_classes_make_up_the_printed_structure_table(drawn) -> None:
    plans = [plan_of(version, number, base, plan) for number, (version, base, plan) in enumerate(drawn, 1)]
    structure, tables, identities = made(plans, HECTARES)
    assert all(identity.ok for identity in identities)
    versions = list(dict.fromkeys(version for version, _, _ in drawn))
    assert len(tables) == 4 * len(versions)
    for place, version in enumerate(versions):
        villages = [number for number, each in enumerate(drawn) if each[0] == version]
        for year, cells in enumerate((structure.base, structure.plan)):
            wide, tall = tables[4 * place + 2 * year : 4 * place + 2 * year + 2]
            sums: dict[str, Decimal] = defaultdict(Decimal)
            for code, area in by_class(tall).items():
                sums[code[:2]] += area
            for first in PURE:
                printed = structure.area(cells[villages, STRUCTURE.place(first)].sum()).square_metres()
                unknown = by_class(tall).get("0199", Decimal(0)) if first == "01" else Decimal(0)
                assert sums[first] - unknown == printed, first
            assert sum(sums.values()) == structure.area(cells[villages].sum()).square_metres()
            rows = [row for row in wide.rows if row.kind is RowKind.DATA]
            assert [row.value("TOTAL").square_metres() for row in rows] == [
                structure.area(cells[village].sum()).square_metres() for village in villages
            ]


def test_one_village_is_printed_as_its_area_rounded() -> None:
    _, tables, _ = made([plan_of("ydyh2023", 1, [("0101", 27_290_370), ("0703", 333_333)], [("0101", 27_623_703)])], HECTARES)
    total = next(row for row in tables[0].rows if row.kind is RowKind.TOTAL).value("TOTAL").square_metres()
    assert total == (Decimal("276237.04") / 10_000).quantize(Decimal("0.01"), ROUND_HALF_UP) * 10_000
    assert str(tables[0].title_places["name"]) == "第1村基期年" and str(tables[2].title_places["name"]) == "第1村规划目标年"


@pytest.mark.parametrize("place", [0, 1])
def test_a_structure_table_that_says_something_else_turns_red(place) -> None:
    plans = [plan_of("ydyh2023", 1, [("0101", 10**6), ("0703", 10**5)], [("0101", 10**6), ("0703", 10**5)])]
    structure = printed_structure(together([plan.areas for plan in plans]), HECTARES)
    _, identities = class_summaries(plans, structure, RULES)
    assert all(identity.ok for identity in identities)
    (structure.base, structure.plan)[place][0, STRUCTURE.place("02")] += 1  # a printed cell with no ground under it
    with pytest.raises(FootingError):
        class_summaries(plans, structure, RULES)


def test_classes_that_are_not_those_of_the_structure_table_turn_red() -> None:
    plan = plan_of("ydyh2023", 1, [("0101", 10**6), ("0703", 10**5)], [("0101", 10**6), ("0703", 10**5)])
    structure = printed_structure(plan.areas, EXACT)
    wrong = replace(plan, areas=replace(plan.areas, masters=plan.areas.masters + 1))
    _, identities = class_summaries([wrong], structure, RULES)
    failing = [identity for identity in identities if not identity.ok]
    assert len(failing) == 2 and all(identity.left != identity.right for identity in failing)
