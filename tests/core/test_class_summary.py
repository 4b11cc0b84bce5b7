"""The class summary: exact cells against SQL, printed cells that foot, checks that can fail."""

from __future__ import annotations

import dataclasses
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import lru_cache

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st
from openpyxl import load_workbook

from ...core.area import Area
from ...core.errors import InputError
from ...core.occupation.inputs_sheet import RunFacts
from ...core.occupation.report import write_report
from ...core.rules import load_rules
from ...core.summary.checks import summary_identities
from ...core.summary.class_columns import class_columns
from ...core.summary.leaf_classes import leaf_classes
from ...core.summary.model import Basis, FindingKind, Level
from ...core.summary.printing import Printing, percentages, printed_cells
from ...core.summary.report import summary_report
from ...core.summary.result_rows import result_columns
from ...core.summary.tables import SheetChoices, overview_table, summary_tables, tall_table, total_of, wide_table
from ...core.survey.classes import Major, load_code_table
from ...core.survey.schema import Role
from ...core.workbook import DisplayUnit, RowKind, load_layout
from ..oracles.class_summary_sql import cells_of
from .sample_layers import read_layer
from .summary_samples import columns, parcel, summary_of

HECTARE, MU = Printing(DisplayUnit.HECTARE, 2), Printing(DisplayUnit.MU, 1)
EXACT = Printing(DisplayUnit.SQUARE_METRE, 2)


def report_of(summary, printings=(HECTARE, MU), **choices):
    rows = result_columns(summary)
    return summary_report(summary, rows, printings, RunFacts(), SheetChoices(**choices))[0]


@lru_cache(maxsize=1)
def sample_rows() -> list[dict]:
    survey = read_layer("DLTB", Role.SURVEY)
    keys = ("DLBM", "DLMC", "TBMJ", "KCMJ", "KCXS", "TBDLMJ", "GDLX", "GDPDJB", "ZLDWDM", "ZLDWMC")
    rows = [dict(zip(keys, values)) for values in zip(*(survey.attributes[key].tolist() for key in keys))]
    return [{key: None if value != value else value for key, value in row.items()} for row in rows]


@pytest.mark.parametrize("level", list(Level))
@pytest.mark.parametrize("basis", list(Basis))
def test_every_cell_is_what_sql_says(level: Level, basis: Basis) -> None:
    rows = sample_rows()
    summary = summary_of(rows, level=level, basis=basis)
    found = {
        (region.code, leaf.code): int(summary.cells[row, column])
        for row, region in enumerate(summary.regions)
        for column, leaf in enumerate(summary.classes)
        if summary.cells[row, column]
    }
    assert found == cells_of(rows, level.digits, basis is Basis.NET)
    assert len(found) > 20


def test_the_declared_wide_table_has_82_columns_and_those_of_the_class_table() -> None:
    declared = load_layout("T11")
    assert len([column for column in declared.columns if column.key != "XZ"]) == 82
    made = class_columns(leaf_classes(load_code_table()))
    start = [column.key for column in declared.columns].index("N")
    assert [(c.key, c.header, c.parts) for c in declared.columns[start:]] == [(c.key, c.header, c.parts) for c in made]


def test_cultivated_land_loses_its_ridge_to_1203() -> None:
    summary = summary_of([parcel("0103", 1000.0, KCMJ=120.5, KCXS=0.1205, GDPDJB="3", GDLX="TT"), parcel("0201", 50.0)])
    sums = {leaf.code: int(total) for leaf, total in zip(summary.classes, summary.cells.sum(axis=0)) if total}
    assert sums == {"0103": 87950, "1203": 12050, "0201": 5000}
    assert summary.cultivated == 87950 and summary.of(Major.AGRICULTURAL) == Area.from_square_metres(1050)
    gross = summary_of([parcel("0103", 1000.0, KCMJ=120.5)], basis=Basis.GROSS)
    assert {leaf.code: int(n) for leaf, n in zip(gross.classes, gross.cells.sum(axis=0)) if n} == {"0103": 100000}


def test_a_ridge_that_only_the_net_area_tells_is_taken_off() -> None:
    summary = summary_of([parcel("0102", 100.0, KCMJ=None, TBDLMJ=90.01)])
    assert {leaf.code: int(n) for leaf, n in zip(summary.classes, summary.cells.sum(axis=0)) if n} == {
        "0102": 9001, "1203": 999,
    }


def test_a_ridge_larger_than_its_parcel_makes_a_draft() -> None:
    summary = summary_of([parcel("0102", 100.0, KCMJ=100.01)])
    assert summary.ridge_too_large == 1 and summary.total == Area.from_square_metres(100)
    assert report_of(summary).draft


def test_adjustable_and_detailed_classes_stand_under_their_second_level_class() -> None:
    summary = summary_of([parcel("0201K", 1.0), parcel("1104A", 2.0), parcel("1104K", 4.0), parcel("08H2A", 8.0), parcel("09", 16.0)])
    assert {leaf.code: int(n) for leaf, n in zip(summary.classes, summary.cells.sum(axis=0)) if n} == {
        "0201": 100, "1104": 600, "08H2": 800, "09": 1600,
    }


def test_unknown_codes_get_a_column_each_and_keep_their_area() -> None:
    summary = summary_of([parcel("0101", 10.0), parcel("9999", 2.5), parcel(None, 1.25), parcel("01", 3.0)])
    table, _ = wide_table(printed_cells(summary, EXACT), SheetChoices())
    headers = {column.key: column.header for column in table.layout.columns}
    assert headers["X:9999"] == ("未识别地类", "9999") and headers["X:"] == ("未识别地类", "（空）")
    assert headers["X:01"] == ("未识别地类", "01 耕地")
    assert total_of(table, "X:9999") == Area.from_square_metres("2.5")
    assert total_of(table) == Area.from_square_metres("16.75") and summary.unknown == Area.from_square_metres("6.75")
    kinds = [found.kind for found in summary.findings]
    assert kinds.count(FindingKind.UNKNOWN_CODE) == 2 and kinds.count(FindingKind.COARSE_CODE) == 1
    assert not report_of(summary).draft


def test_parcels_without_a_location_code_have_a_row_of_their_own() -> None:
    summary = summary_of([parcel("0101", 10.0), parcel("0101", 5.0, ZLDWDM=None), parcel("0102", 2.0, ZLDWDM="乱码")])
    assert [region.code for region in summary.regions] == ["379901101201", ""]
    assert summary.cells.sum(axis=1).tolist() == [1000, 700]
    assert [found.kind for found in summary.findings] == [FindingKind.NO_REGION]
    table, _ = wide_table(printed_cells(summary, EXACT), SheetChoices())
    assert total_of(table) == Area.from_square_metres(17)


def test_a_parcel_without_an_area_makes_a_draft() -> None:
    summary = summary_of([parcel("0101", 10.0), parcel("0102", None)])
    assert summary.without_area == 1 and report_of(summary).draft


@pytest.mark.parametrize("area", [-0.01, float("inf")])
def test_what_is_no_area_is_refused_with_its_feature(area: float) -> None:
    with pytest.raises(InputError, match="DLTB, feature 2: TBMJ"):
        summary_of([parcel("0101", 10.0), parcel("0102", area)])


DISTRICT = {"XZQDM": "379901101", "XZQMC": "示例镇", "DCMJ": 30.0}


def test_districts_give_names_and_are_checked_to_the_last_hundredth() -> None:
    rows = [parcel("0101", 10.0), parcel("0301", 20.0)]
    right = summary_of(rows, [DISTRICT], Level.TOWNSHIP)
    assert [region.name for region in right.regions] == ["示例镇"] and not report_of(right).draft
    wrong = summary_of(rows, [{**DISTRICT, "DCMJ": 30.01}], Level.VILLAGE)
    assert wrong.regions[0].parent_name == "示例镇" and report_of(wrong).draft


def test_a_district_that_the_control_layer_lacks_makes_a_draft() -> None:
    rows = [parcel("0101", 30.0), parcel("0101", 1.0, ZLDWDM="3799011022010000000")]
    assert report_of(summary_of(rows, [DISTRICT], Level.TOWNSHIP)).draft
    both = [DISTRICT, {"XZQDM": "379901102000", "XZQMC": "乙镇", "DCMJ": 1.0}]
    assert not report_of(summary_of(rows, both, Level.TOWNSHIP)).draft


def test_features_of_one_district_are_one_and_names_alone_are_no_check() -> None:
    parts = [{**DISTRICT, "DCMJ": 12.5}, {**DISTRICT, "DCMJ": 17.5}]
    assert not report_of(summary_of([parcel("0101", 30.0)], parts)).draft
    assert not report_of(summary_of([parcel("0101", 30.0)], [{**DISTRICT, "DCMJ": None}])).draft


def test_a_district_without_a_code_is_refused() -> None:
    with pytest.raises(InputError, match="XZQ, feature 1: “abc”"):
        summary_of([parcel("0101", 30.0)], [{**DISTRICT, "XZQDM": "abc"}])


AREAS = st.lists(
    st.tuples(
        st.sampled_from(["0101", "0103", "0301", "0404", "0701", "1006", "1101", "1203", "9X"]),
        st.integers(0, 60_000_000),
        st.sampled_from(["379901101201", "379901101202", "379901102201", "379902101201"]),
    ),
    min_size=1,
    max_size=40,
)


@settings(deadline=None, max_examples=25)
@given(AREAS, st.sampled_from([HECTARE, MU, Printing(DisplayUnit.HECTARE, 4), Printing(DisplayUnit.MU, 2)]))
def test_printed_cells_foot_at_every_level_and_stay_near(rows, printing: Printing) -> None:
    made = [parcel(code, cents / 100, ZLDWDM=place + "0000000") for code, cents, place in rows]
    if all(code == "9X" for code, _, _ in rows):
        made.append(parcel("0101", 0.0))
    summary = summary_of(made)
    printed = printed_cells(summary, printing)
    step = Fraction(printing.step, 15)
    total = Decimal(int(summary.cells.sum())) / Decimal(1)
    exact = Fraction(int(total)) / step
    control = int((Decimal(exact.numerator) / Decimal(exact.denominator)).quantize(Decimal(1), ROUND_HALF_UP))
    assert int(printed.units.sum()) == control
    for row in range(len(summary.regions)):
        assert abs(int(printed.units[row].sum()) - Fraction(int(summary.cells[row].sum())) / step) < 4
    away = [
        abs(int(units) - Fraction(int(cell)) / step)
        for units, cell in zip(printed.units.ravel(), summary.cells.ravel())
    ]
    assert max(away) < 5 and all(units >= 0 for units in printed.units.ravel())
    assert not report_of(summary, [printing]).draft


@settings(deadline=None, max_examples=60)
@given(st.lists(st.integers(0, 10**12), min_size=1, max_size=30))
def test_shares_sum_up_to_a_hundred(amounts: list[int]) -> None:
    shares = percentages(np.array(amounts, dtype=np.int64))
    assert sum(shares) == (Decimal("100.00") if any(amounts) else 0)
    for share, amount in zip(shares, amounts):
        assert not sum(amounts) or abs(Fraction(share) - Fraction(100 * amount, sum(amounts))) < Fraction(1, 100)


@pytest.mark.parametrize("sheet", range(6))
def test_a_number_changed_on_any_sheet_is_found(sheet: int) -> None:
    """The mutation that each check is for: one cell of one sheet is a printed unit larger."""
    summary = summary_of(sample_rows()[:300])
    sheets = []
    for printing in (HECTARE, MU):
        printed = printed_cells(summary, printing)
        sheets.append((printed, summary_tables(printed, SheetChoices())[0]))
    rows = result_columns(summary)
    assert all(identity.ok for identity in summary_identities(summary, sheets, rows))
    printed, tables = sheets[sheet // 3]
    table = tables[sheet % 3]
    changed = list(table.rows)
    at = next(place for place, row in enumerate(changed) if row.kind is RowKind.DATA and row.value("TOTAL" if sheet % 3 != 1 else "A"))
    key = {0: "0102", 1: "A", 2: "N"}[sheet % 3]
    more = changed[at].value(key) + Area(printed.printing.step)
    changed[at] = dataclasses.replace(changed[at], values={**changed[at].values, key: more})
    tables[sheet % 3] = dataclasses.replace(table, rows=changed)
    assert not all(identity.ok for identity in summary_identities(summary, sheets, rows))


def test_a_number_changed_in_the_result_table_is_found() -> None:
    summary = summary_of([parcel("0101", 10.0), parcel("0301", 20.0)])
    rows = dict(result_columns(summary))
    rows["AREA_M2"] = rows["AREA_M2"] + np.array([0.01, 0.0])
    assert [identity.ok for identity in summary_identities(summary, [], rows)].count(False) == 1


def test_the_rule_of_the_region_moves_idle_land_and_the_columns_follow() -> None:
    rules = load_rules().replaced({"class_1201_major": "unused"}, "test")
    summary = summary_of([parcel("1201", 10.0), parcel("0101", 5.0)], rules=rules)
    table, told = wide_table(printed_cells(summary, EXACT), SheetChoices())
    assert told is not None and "1201" in str(told)
    assert table.layout.column("1201").header[0] == "未利用地"
    assert total_of(table, "W") == Area.from_square_metres(10) and not report_of(summary).draft


def test_land_and_sea_use_classes_make_their_own_columns() -> None:
    rows = [parcel("060201", 10.0), parcel("1804", 5.0), parcel("070102", 2.0)]
    summary = summary_of(rows, table="ydyh2023")
    table, told = wide_table(printed_cells(summary, EXACT), SheetChoices())
    assert told is not None and table.layout.column("1804").header[0] == "未归入三大类"
    assert total_of(table, "O") == Area.from_square_metres(5) and total_of(table, "0602") == Area.from_square_metres(10)
    assert not report_of(summary).draft


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ([("060201", ""), ("0101", "")], "is coded in land and sea use classes 2023"),
        ([("1201", "铁路用地"), ("1202", "公路用地"), ("0101", "水田")], "is coded in land and sea use classes 2020"),
        ([("060201", ""), ("05H1", "")], "mixes class tables"),
        ([("011", "水田"), ("203", "村庄")], "None of the codes"),
        ([(None, "水田")], "no class codes at all"),
    ],
)
def test_another_version_or_two_are_refused(rows, message: str) -> None:
    with pytest.raises(InputError, match=message):
        summary_of([parcel(code, 1.0, DLMC=name) for code, name in rows])


def test_a_mixture_is_told_where_the_rule_says_so() -> None:
    rules = load_rules().replaced({"mixed_codes": "tell"}, "test")
    summary = summary_of([parcel("060201", 1.0), parcel("05H1", 1.0)], rules=rules)
    assert FindingKind.MIXED in [found.kind for found in summary.findings]


def test_totals_may_stand_first_and_townships_are_summed() -> None:
    rows = [parcel("0101", 10.0), parcel("0101", 5.0, ZLDWDM="3799011022010000000", ZLDWMC="丙村")]
    printed = printed_cells(summary_of(rows), EXACT)
    kinds = [row.kind for row in wide_table(printed, SheetChoices(total_first=True))[0].rows]
    assert kinds == [RowKind.TOTAL, RowKind.SUBTOTAL, RowKind.DATA, RowKind.SUBTOTAL, RowKind.DATA]
    kinds = [row.kind for row in overview_table(printed, SheetChoices()).rows]
    assert kinds[-1] is RowKind.TOTAL


def test_the_workbook_says_the_same_in_both_units(tmp_path) -> None:
    summary = summary_of(sample_rows())
    report = report_of(summary, each_region=True)
    assert not report.draft
    path = tmp_path / "book.xlsx"
    write_report(report, path)
    book = load_workbook(path)
    assert book.sheetnames[1:9] == [
        "三大类面积汇总表（公顷）", "分类面积汇总表（公顷）", "分类面积汇总表（公顷）·分区", "三大类概览（公顷）",
        "三大类面积汇总表（亩）", "分类面积汇总表（亩）", "分类面积汇总表（亩）·分区", "三大类概览（亩）",
    ]
    sheet = book["三大类面积汇总表（公顷）"]
    assert sheet.page_setup.fitToWidth == 3 and sheet.print_title_cols == "$A:$C" and sheet.print_title_rows
    last = next(row for row in sheet.iter_rows(values_only=True) if row[0] == "合计")
    tall = next(row for row in book["分类面积汇总表（公顷）"].iter_rows(values_only=True) if row[0] == "国土调查总面积")
    assert Decimal(str(last[3])) == Decimal("4191.83") == Decimal(str(tall[4])) and tall[5] == 100
    mu = next(row for row in book["三大类面积汇总表（亩）"].iter_rows(values_only=True) if row[0] == "合计")
    assert Decimal(str(mu[3])) == Decimal("62877.5")


def test_exact_sheets_round_nothing() -> None:
    summary = summary_of(sample_rows())
    for unit in DisplayUnit:
        printed = printed_cells(summary, Printing(unit, unit.most_decimals))
        assert (printed.units == summary.cells).all() and not printed.moved()
        assert total_of(tall_table(printed, SheetChoices()), "A") == summary.total


def test_a_layer_of_districts_without_codes_is_refused() -> None:
    from ...core.summary.regions import districts_of

    with pytest.raises(InputError, match="no field XZQDM or ZLDWDM"):
        districts_of(columns("界线", [{"XZQMC": "甲"}]))


@pytest.mark.parametrize("printing", [HECTARE, MU])
def test_tables_of_every_level_agree(printing: Printing) -> None:
    rows = list(sample_rows())
    for place, row in enumerate(rows):
        rows[place] = {**row, "ZLDWDM": f"3799{1 + place % 2:02d}{101 + place % 3}{row['ZLDWDM'][9:]}"}
    by_level = {level: printed_cells(summary_of(rows, level=level), printing) for level in Level}
    villages = by_level[Level.VILLAGE]
    for level in (Level.TOWNSHIP, Level.COUNTY):
        upper = by_level[level]
        for row, region in enumerate(upper.summary.regions):
            inside = [r.code.startswith(region.code) for r in villages.summary.regions]
            assert (villages.units[inside].sum(axis=0) == upper.units[row]).all()
        assert upper.moved() == villages.moved()
    assert len(by_level[Level.TOWNSHIP].summary.regions) == 6
