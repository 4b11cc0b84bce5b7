"""Subtotals, identities and exact decimals."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from ...core.area import Area
from ...core.errors import FootingError
from ...core.sentence import sentence
from ...core.workbook import (
    DisplayUnit,
    FilledForm,
    FilledTable,
    Identity,
    Page,
    Row,
    RowKind,
    check,
    checks_table,
    compact,
    load_layout,
    with_subtotals,
    with_sums,
    without_empty_sums,
)
from ...core.workbook.table import exact_decimals
from .workbook_samples import changed, class_table, demarcation_form, overlay_table, point_form, square_metres


def row(plot: str, village: str, nature: str, dry: int, built: int = 0) -> Row:
    values = {"DK": plot, "XZ": "镇", "CUN": village, "ZU": "组", "QSXZ": nature}
    return Row(with_sums(load_layout("T07"), {**values, "0103": square_metres(dry), "ZZ": square_metres(built)}))


def test_subtotals_stand_where_the_layout_says_and_add_the_leaves() -> None:
    layout = load_layout("T07")
    data = [row("1", "甲", "国有", 1, 5), row("1", "乙", "集体", 2), row("1", "甲", "集体", 3), row("2", "甲", "集体", 4)]
    rows = with_subtotals(layout, data)
    shown = [(r.kind, r.value(r.label_key) if r.label_key else r.value("CUN"), r.value("TOTAL")) for r in rows]
    assert shown == [
        (RowKind.DATA, "甲", square_metres(6)),
        (RowKind.DATA, "甲", square_metres(3)),
        (RowKind.SUBTOTAL, "小计", square_metres(9)),
        (RowKind.DATA, "乙", square_metres(2)),
        (RowKind.SUBTOTAL, "合计", square_metres(11)),
        (RowKind.DATA, "甲", square_metres(4)),
        (RowKind.SUBTOTAL, "合计", square_metres(4)),
        (RowKind.SUMMARY, "国有小计", square_metres(6)),
        (RowKind.SUMMARY, "集体小计", square_metres(9)),
        (RowKind.TOTAL, "总计", square_metres(15)),
    ]
    assert rows[-1].value("0103") == square_metres(10) and rows[-1].value("CONS") == square_metres(5)
    assert with_subtotals(layout, rows) == rows


def test_places_of_checks_are_said_in_the_readers_language() -> None:
    layout = load_layout("COVER_SUMMARY")
    role, level = sentence("responsible planner"), sentence("village or community")
    values = {"ROLE": role, "LEVEL": level, "N": 3, "OWN": 2, "INHERITED": 0, "GAP": 1, "DOUBLE": 0, "EXPIRED": 0, "LATER": 0}
    where = [identity.where for identity in check(FilledTable(layout, [Row(values)]))]
    words = {"responsible planner": "责任规划师", "village or community": "村、社区"}
    assert where and all(place.said(lambda text: words.get(text, text)) == "责任规划师 村、社区" for place in where)


def test_a_sum_row_without_leading_texts_has_its_label() -> None:
    layout = load_layout("SERVMAP")
    rows = with_subtotals(layout, [Row({"SEQ": 1, "N": 2}), Row({"SEQ": 2, "N": 3})])
    places = {str(identity.where) for identity in check(FilledTable(layout, rows))}
    assert "合计 / 单元数" in places and not any(place.startswith(" ") for place in places)


def test_the_sum_of_what_nobody_knows_is_blank() -> None:
    layout = load_layout("SERVMAP")
    rows = with_subtotals(layout, [Row({"SEQ": 1, "N": 2, "POP": None}), Row({"SEQ": 2, "N": 3, "POP": None})])
    total = list(without_empty_sums(FilledTable(layout, rows)).rows)[-1]
    assert (total.value("N"), total.value("POP"), total.value("SEQ")) == (5, None, rows[-1].value("SEQ"))


def test_a_total_may_stand_first() -> None:
    layout = load_layout("T29")
    first = replace(layout, total=replace(layout.total, position=type(layout.total.position).FIRST))
    rows = with_subtotals(first, [Row({"DK": "1", "TOTAL": square_metres(2)})])
    assert [r.kind for r in rows] == [RowKind.TOTAL, RowKind.DATA]


@pytest.mark.parametrize("table", [class_table(), overlay_table(), demarcation_form(), class_table("CLASS_STATE")])
def test_a_sound_table_holds(table: FilledTable) -> None:
    found = check(table)
    assert len(found) > 20 and all(identity.ok for identity in found)


@pytest.mark.parametrize("kind", list(RowKind))
@pytest.mark.parametrize("step", [-1500, 1500])
def test_one_unit_more_or_less_in_any_row_is_found(kind: RowKind, step: int) -> None:
    table = class_table()
    rows = list(table.rows)
    index = max(i for i, r in enumerate(rows) if r.kind is kind)
    rows[index] = changed(rows[index], "0103", step)
    failed = [identity for identity in check(replace(table, rows=rows)) if not identity.ok]
    assert failed
    assert all(abs(identity.difference.micro_mu) == 1500 for identity in failed)


def test_a_dropped_row_a_dropped_subtotal_and_one_too_many_are_found() -> None:
    table = class_table()
    rows = list(table.rows)
    for kind in RowKind:
        index = next(i for i, r in enumerate(rows) if r.kind is kind)
        assert not all(i.ok for i in check(replace(table, rows=rows[:index] + rows[index + 1 :])))
    extra = Row({"DK": "多余小计", "TOTAL": square_metres(1)}, RowKind.SUMMARY, 0, "DK")
    assert not all(i.ok for i in check(replace(table, rows=[*rows, extra])))


def test_a_part_larger_than_its_whole_is_found() -> None:
    table = class_table()
    rows = list(table.rows)
    rows[0] = changed(rows[0], "YN", 10**12)
    failed = [identity for identity in check(replace(table, rows=rows)) if not identity.ok]
    assert any(identity.relation == "≤" for identity in failed)


@pytest.mark.parametrize(("line", "column"), [("0101", "STATE"), ("GD", "TOTAL"), ("TOTAL", "COLLECTIVE"), ("SMK", "TOTAL")])
def test_a_form_with_one_number_moved_is_found(line: str, column: str) -> None:
    form = demarcation_form()
    page = form.pages[1]
    rows = [changed(r, column, 15_000_000) if r.value("LINE") == line else r for r in page.rows]
    wrong = FilledForm(form.layout, [form.pages[0], Page(page.fields, rows)])
    assert not all(identity.ok for identity in check(wrong))


def test_compact_adds_what_holds_and_lists_what_does_not() -> None:
    good = [Identity(sentence("a"), str(n), Area(n), Area(n)) for n in range(1, 4)]
    bad = Identity(sentence("a"), "x", Area(1), Area(2))
    lines = compact([*good, bad])
    assert [(line.ok, line.left, line.count) for line in lines] == [(False, Area(1), 1), (True, Area(6), 3)]


def test_an_identity_with_a_missing_side_does_not_hold() -> None:
    assert not Identity(sentence("a"), "", None, Area(0)).ok
    assert not Identity(sentence("a"), "", 0, Area(0)).ok
    assert Identity(sentence("a"), "", 3, 3).difference == 0


def test_checks_table_says_which_do_not_hold() -> None:
    table = checks_table([Identity(sentence("a"), "", Area(15), Area(30)), Identity(sentence("b"), "", 1, 2, "≤")], "m2")
    rows = list(table.rows)
    assert [r.value("OK") for r in rows] == [False, True]
    assert [r.value("UNIT") for r in rows] == ["平方米", None]


@pytest.mark.parametrize(
    ("micro_mu", "unit", "decimals"),
    [(1500, "ha", 4), (150, "ha", 5), (15, "ha", 6), (15, "m2", 2), (1500, "mu", 4), (1_000_000, "mu", 2), (1, "mu", 6)],
)
def test_areas_get_the_decimals_that_make_them_exact(micro_mu: int, unit: str, decimals: int) -> None:
    assert exact_decimals([Area(micro_mu)], DisplayUnit(unit)) == decimals


def test_an_area_that_no_decimals_make_exact_is_not_rounded_in_silence() -> None:
    with pytest.raises(FootingError, match=r"0\.000001"):
        exact_decimals([Area(1)], DisplayUnit.HECTARE)


def test_points_have_no_sums() -> None:
    assert check(point_form()) == []
    assert with_sums(load_layout("T15"), {"X": Decimal(1)}) == {"X": Decimal(1)}
