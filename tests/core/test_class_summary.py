"""The class summary: exact cells against SQL, printed cells that foot, checks that can fail."""

from __future__ import annotations

import dataclasses
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
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
from .summary_samples import VILLAGE, columns, parcel, summary_of

HECTARE, MU = Printing(DisplayUnit.HECTARE, 2), Printing(DisplayUnit.MU, 1)
EXACT = Printing(DisplayUnit.SQUARE_METRE, 2)


def report_of(summary, printings=(HECTARE, MU), **choices):
    rows = result_columns(summary)
    return summary_report(summary, rows, printings, RunFacts(), SheetChoices(**choices))[0]


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
