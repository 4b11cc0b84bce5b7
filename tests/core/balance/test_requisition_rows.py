"""Projects, lots and accounts from the columns of a table."""

from __future__ import annotations

import datetime
from decimal import Decimal

import numpy as np
import pytest

from ....core.area import Area
from ....core.balance.demand import ProjectType
from ....core.balance.grades import Yields, load_yields
from ....core.balance.indicators import Indicators
from ....core.balance.requisition.demand_of import DemandFacts
from ....core.balance.requisition.table_rows import (
    TableKind,
    account_rows,
    demand_rows,
    lot_rows,
    match_table_fields,
    number_fields,
    table_fields,
)
from ....core.columns import Columns
from ....core.errors import InputError
from ....core.survey.schema import GradeSystem
from ....core.workbook import DisplayUnit

MU = DisplayUnit.MU
NATIONAL = GradeSystem.NATIONAL15
FACTS = DemandFacts(load_yields(NATIONAL))


def columns(kind: TableKind, *rows: dict[str, object]) -> Columns:
    numbers = number_fields(kind)
    attributes = {}
    for code in dict.fromkeys(code for row in rows for code in row):
        values = [row.get(code) for row in rows]
        if code in numbers:
            attributes[code] = np.array([np.nan if value is None else value for value in values], dtype=np.float64)
        else:
            attributes[code] = np.array([*values, None], dtype=object)[:-1]
    return Columns("编造表", np.arange(1, len(rows) + 1), np.full(len(rows), None), attributes)


def demand(**row: object):
    return demand_rows(columns(TableKind.DEMANDS, {"code": "P1", **row}), MU, FACTS)[0]


def lot(**row: object):
    return lot_rows(columns(TableKind.LOTS, {"code": "L1", **row}), MU, NATIONAL)[0]


def test_a_project_with_areas_by_grade_needs_no_more():
    found = demand(M7=3.3, M9=1.2, kind="单独选址", effective="2024年10月1日", paddy=1.0, adjustable=0.5)
    assert found.need == Indicators(4_500_000, 1_000_000, round(3.3 * 900 + 1.2 * 700))
    assert found.by_grade == {Decimal(7): Area(3_300_000), Decimal(9): Area(1_200_000)}
    assert (found.kind, found.effective, found.name) == (ProjectType.SINGLE, datetime.date(2024, 10, 1), "P1")
    assert found.adjustable == Area(500_000)


def test_one_grade_for_all_or_a_given_capacity():
    assert demand(quantity=10.0, grade=8.0).need.capacity == 8000
    assert demand(quantity=10.0, capacity=1234.5).need == Indicators(10_000_000, 0, 1235)
    facts = DemandFacts(load_yields(NATIONAL), default_grade=Decimal(10))
    found = demand_rows(columns(TableKind.DEMANDS, {"code": "P1", "quantity": 10.0}), MU, facts)[0]
    assert found.need.capacity == 6000 and found.by_grade == {Decimal(10): Area(10_000_000)}


def test_units_of_the_table_and_rows_of_sums():
    rows = {"code": "P1", "quantity": 0.1234, "capacity": 1.0}, {"code": "合计", "quantity": 1.0}, {"code": None}
    table = columns(TableKind.DEMANDS, *rows)
    (found,) = demand_rows(table, DisplayUnit.HECTARE, FACTS)
    assert found.need.quantity == Area.from_hectares("0.1234").micro_mu


@pytest.mark.parametrize(
    ("row", "word"),
    [
        ({}, r"quantity \(占用耕地数量\) is empty"), ({"quantity": 1.0}, "neither a capacity nor a grade"),
        ({"quantity": 1.0, "M8": 2.0}, "areas by grade make 2 mu, the quantity is 1"), ({"quantity": -1.0}, "no valid value of quantity"),
        ({"quantity": 1.0, "capacity": 1.0, "effective": "2024"}, "no valid value of effective"),
        ({"quantity": 1.0, "capacity": 1.0, "kind": "线性"}, "no project type"),
        ({"quantity": 1.0, "grade": 16.0}, "“16” is no valid value of grade"),
        ({"quantity": 1e15, "capacity": 1.0}, "no valid value of quantity"), ({"quantity": float("inf")}, "value of quantity"),
        ({"quantity": 1.0, "capacity": 1e20}, "no valid value of capacity"), ({"M8": 1e300}, "no valid value of M8"),
        ({"grades": "8=5；8=5"}, "no valid value of grades"), ({"grades": "8=5；8.0=5"}, "no valid value of grades"),
        ({"grades": "8=5", "M8": 5.0}, "no valid value of grades"), ({"grades": "8.5=-5；9=15"}, "no valid value of grades"),
        ({"grades": "20=5"}, "no valid value of grades"), ({"grades": "0.5=5"}, "no valid value of grades"),
        ({"grades": "8=inf"}, "no valid value of grades"), ({"grades": "8"}, "no valid value of grades"),
        ({"quantity": 5.0, "capacity": 1.0, "paddy": 5.000001}, "Project P1: 5.000001 mu of paddy are more than its farmland, 5 mu"),
    ],
)  # fmt: skip
def test_rows_of_projects_that_make_no_sense(row, word):
    with pytest.raises(InputError, match=word):
        demand(**row)


def test_areas_under_grades_of_the_other_system_are_not_passed_over():
    quality = DemandFacts(Yields(GradeSystem.QUALITY10, "made up", {n: Decimal(1) for n in range(1, 11)}, {}, "", ""))
    for row, word in (({"M10": 1.0, "M11": 2.0}, "M11"), ({"grades": "10=1；10.5=2"}, "grades"), ({"grade": 11.0}, "grade")):
        with pytest.raises(InputError, match=f"no valid value of {word} "):
            demand_rows(columns(TableKind.DEMANDS, {"code": "P1", "quantity": 3.0, **row}), MU, quality)


def test_largest_amounts_and_the_same_grade_under_nothing_pass():
    found = demand(quantity=1e6, paddy=1e6, capacity=1e15, M8=0.0, grades="8=1000000")
    assert found.need == Indicators(10**12, 10**12, 10**15)


@pytest.mark.parametrize("row", [{"code": "合　计"}, {"name": "总 计"}, {"code": "", "name": "合计"}])
def test_sums_are_passed_over_however_they_are_written(row):
    table = columns(TableKind.DEMANDS, {"code": "P1", "quantity": 1.0, "capacity": 1.0}, {"quantity": 1.0, "capacity": 1.0, **row})
    assert [each.code for each in demand_rows(table, MU, FACTS)] == ["P1"]


def test_a_row_of_amounts_without_a_code_is_not_passed_over():
    table = columns(TableKind.DEMANDS, {"code": "P1", "quantity": 1.0, "capacity": 1.0}, {"name": "编造路", "quantity": 2.0})
    with pytest.raises(InputError, match=r"feature 2: the field code \(项目编号\) is empty"):
        demand_rows(table, MU, FACTS)
    empty = columns(TableKind.DEMANDS, {"code": "P1", "quantity": 1.0, "capacity": 1.0}, {"name": "备注", "quantity": 0.0})
    assert len(demand_rows(empty, MU, FACTS)) == 1


def test_a_preset_that_parts_paddy_asks_for_the_capacity():
    table = {grade: Decimal(1000) for grade in range(1, 16)}
    parted = Yields(NATIONAL, "made up", {**table, 8: Decimal(2)}, table, "made up", "seen")
    with pytest.raises(InputError, match="parts paddy"):
        demand_rows(columns(TableKind.DEMANDS, {"code": "P1", "M8": 1.0, "paddy": 1.0}), MU, DemandFacts(parted))


def test_lots_by_what_they_had_or_by_what_remains():
    found = lot(
        original_quantity=10.0, original_paddy=2.0, original_capacity=900.0, used_quantity=1.5, frozen_capacity=100.0,
        region="371502.0", running="是", valid_to="2025-12-31", kind="提质改造", grade=8.0,
    )  # fmt: skip
    assert found.remaining == Indicators(8_500_000, 2_000_000, 800)
    assert (found.region, found.running, found.kind) == ("371502", True, "upgrading")
    assert found.valid_to == datetime.date(2025, 12, 31)
    again = lot(remaining_quantity=8.5, used_quantity=1.5)
    assert (again.original.quantity, again.remaining.quantity) == (10_000_000, 8_500_000)
    assert lot(remaining_capacity=5.0, grade_system="耕地质量等级").system is GradeSystem.QUALITY10
    for row, word in (
        ({}, r"original_quantity \(.+\) is empty"),
        ({"original_quantity": 10.0, "remaining_quantity": 9.0}, "is not what remains"),
        ({"remaining_quantity": 1.0, "grade_system": "老等别"}, "no valid value of grade_system"),
        ({"remaining_quantity": 1.0, "grade": 18.0}, "“18” is no valid value of grade"),
        ({"remaining_quantity": 1.0, "grade": 11.0, "grade_system": "耕地质量等级"}, "no valid value of grade"),
    ):
        with pytest.raises(InputError, match=word):
            lot(**row)


def test_accounts():
    row = {"region": "371502", "year": 2025.0, "begin": 10.0, "end": 12.0, "allotted": 3.0, "doc_no": "编文", "other_quantity": 1.0}
    (found,) = account_rows(columns(TableKind.ACCOUNTS, row), MU)
    assert (found.year, found.begin, found.allotted) == (2025, Area(10_000_000), Area(3_000_000))
    assert found.other == Indicators(1_000_000)
    with pytest.raises(InputError, match="year"):
        account_rows(columns(TableKind.ACCOUNTS, {**row, "year": 25.0}), MU)


def test_columns_are_found_by_code_by_chinese_name_or_as_said():
    match = match_table_fields(TableKind.DEMANDS, "quantity=耕地（亩）；持有=x")
    assert match(["编号", "耕地（亩）", "8等", "水田"], "表") == {"code": "编号", "quantity": "耕地（亩）", "M8": "8等", "paddy": "水田"}
    with pytest.raises(InputError, match="no field code"):
        match(["耕地（亩）"], "表")
    with pytest.raises(InputError, match="no field region"):
        match_table_fields(TableKind.ACCOUNTS, "")(["年度"], "表")
    for kind in TableKind:
        codes = [field.code for field in table_fields(kind)]
        assert len(codes) == len(set(codes)) and all(len(field.names) > 1 for field in table_fields(kind))
