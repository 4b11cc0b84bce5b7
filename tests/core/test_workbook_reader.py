"""Workbooks read: what was written comes back equal, bureau shapes are understood, broken files are one sentence."""

from __future__ import annotations

import datetime
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from ...core.area import ZERO, Area
from ...core.errors import Cancelled, InputError
from ...core.workbook import (
    DisplayUnit,
    FilledForm,
    FilledTable,
    Kind,
    Layout,
    Row,
    RowKind,
    load_layout,
    read_table,
    with_subtotals,
    with_sums,
    write_workbook,
)
from ...core.workbook.cell_text import number_of
from .workbook_samples import (
    changed,
    class_rows,
    class_table,
    demarcation_form,
    failing_checks,
    overlay_table,
    plain_tables,
    point_form,
    square_metres,
)

DATA = Path(__file__).resolve().parents[1] / "data" / "xlsx"
TABLES = [class_table(), class_table("CLASS_STATE"), class_table("CLASS_COLLECTIVE", 11), overlay_table(), *plain_tables()]


def plain(layout: Layout, rows: Sequence[Row]) -> list[dict[str, object]]:
    """Rows for comparison: no blanks; a column that may be hidden is zero when it is not there."""
    hidden = {c.key: ZERO for c in layout.columns if c.hide_when_zero and c.kind is Kind.AREA}
    return [{**hidden, **{key: value for key, value in row.values.items() if value is not None}} for row in rows]


def said(table: object) -> list[str]:
    return [str(problem.sentence) for problem in table.problems]  # type: ignore[attr-defined]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.layout.id)
@pytest.mark.parametrize("unit", [None, "m2", "mu"])
@pytest.mark.parametrize("draft", [False, True])
def test_every_table_comes_back_equal(tmp_path: Path, table: FilledTable, unit: str | None, draft: bool) -> None:
    table = replace(table, unit=unit) if unit and "{unit}" in table.layout.unit_line else table
    write_workbook(tmp_path / "t.xlsx", [table], draft=draft, live_sums=draft)
    read = read_table(tmp_path / "t.xlsx", load_layout(table.layout.id))
    data = [row for row in table.rows if row.kind is RowKind.DATA]
    sums = [row for row in table.rows if row.kind is not RowKind.DATA]
    assert said(read) == []
    assert plain(read.layout, read.rows) == plain(table.layout, data)
    assert plain(read.layout, read.sums) == plain(table.layout, sums)
    assert [(row.kind, row.level, row.label_key) for row in read.sums] == [(r.kind, r.level, r.label_key) for r in sums]
    if table.layout.unit_line:
        assert read.unit is table.display


@pytest.mark.parametrize("form", [demarcation_form(), point_form()], ids=lambda form: form.layout.id)
@pytest.mark.parametrize("draft", [False, True])
def test_every_form_comes_back_equal(tmp_path: Path, form: FilledForm, draft: bool) -> None:
    write_workbook(tmp_path / "t.xlsx", [form], draft=draft)
    read = read_table(tmp_path / "t.xlsx", load_layout(form.layout.id))
    assert said(read) == []
    assert [page.fields for page in read.pages] == [page.fields for page in form.pages]
    for page, wanted in zip(read.pages, form.pages):
        assert plain(read.layout, page.rows) == plain(form.layout, wanted.rows)


def test_checks_come_back_with_both_numbers(tmp_path: Path) -> None:
    table = failing_checks()
    write_workbook(tmp_path / "t.xlsx", [table])
    read = read_table(tmp_path / "t.xlsx", load_layout("CHECKS"))
    rows = list(table.rows)
    assert [row.value("OK") for row in read.rows] == [row.value("OK") for row in rows]
    assert False in [row.value("OK") for row in read.rows]
    for key in ("LEFT", "RIGHT", "DIFFERENCE", "UNIT"):
        assert [row.value(key) for row in read.rows] == [row.value(key) for row in rows]
    assert [row.value("NAME") for row in read.rows] == [str(row.value("NAME")) for row in rows]


def test_every_sheet_of_a_workbook_is_found_by_its_layout(tmp_path: Path) -> None:
    write_workbook(tmp_path / "t.xlsx", [demarcation_form(), *TABLES], contents=False)
    for table in TABLES:
        assert read_table(tmp_path / "t.xlsx", load_layout(table.layout.id)).sheet == table.layout.sheet


@pytest.mark.parametrize("kind", list(RowKind))
def test_a_number_changed_in_the_sheet_is_named_by_cell(tmp_path: Path, kind: RowKind) -> None:
    table = class_table()
    rows = list(table.rows)
    index = max(i for i, row in enumerate(rows) if row.kind is kind)
    rows[index] = changed(rows[index], "0103", 1500)
    write_workbook(tmp_path / "t.xlsx", [replace(table, rows=rows)])
    problems = read_table(tmp_path / "t.xlsx", table.layout).problems
    assert problems and any(problem.cell.endswith(str(6 + index)) for problem in problems)


def test_a_row_deleted_from_the_sheet_makes_the_sums_wrong(tmp_path: Path) -> None:
    table = class_table()
    write_workbook(tmp_path / "t.xlsx", [replace(table, rows=list(table.rows)[1:])])
    problems = read_table(tmp_path / "t.xlsx", table.layout).problems
    assert any("should be" in str(problem.sentence) for problem in problems)


def test_a_form_with_a_number_changed_is_named(tmp_path: Path) -> None:
    form = demarcation_form()
    page = form.pages[0]
    rows = [changed(row, "STATE", 1500) if row.value("LINE") == "0101" else row for row in page.rows]
    write_workbook(tmp_path / "t.xlsx", [FilledForm(form.layout, [replace(page, rows=rows)])])
    assert len(said(read_table(tmp_path / "t.xlsx", form.layout))) >= 2


def bureau_sheet(path: Path, change: object = None) -> None:
    """A sheet as bureaus make them by hand: unit in a heading, total first, blanks, odd digits, headings repeated."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "表一"
    rows = [
        ["XX县占用土地分类面积汇总表"],
        [],
        ["地块 编号", "权属单位", None, None, "权属\n性质", "总面积（亩）", "农用地", None, None],
        [None, "乡镇", "村", "组/权利人", None, None, "小计", "耕地", None],
        [None, None, None, None, None, None, None, "小计", "旱地"],
        ["总计", None, None, None, None, "４．５", 45000, 4.5, 4.5],
        ["1", "沙镇", "东关", "一组", "集体", "1.5亩", 15000, 1.5, "1.5"],
        [None, None, None, "二组 ", "集体", 3, "30,000", 3, 3],
        [None, "小计", None, None, None, 4.5, 45000, 4.5, 4.5],
        [],
        ["地块编号", "权属单位", None, None, "权属性质", "总面积（亩）", "农用地", None, None],
        [2, "道口铺", "西关", "三组", "国有", "—", "/", None, " "],
        ["注：本表由乡镇填报", None],
        ["填表人：张三", None, "审核人："],
        ["后面的话", 1, 2, 3],
    ]
    for row in rows:
        sheet.append(row)
    sheet.cell(3, 7).value = "农用地"
    sheet["G2"] = "单位：平方米"
    for box in ("A1:I1", "A3:A5", "B3:D3", "B4:B5", "C4:C5", "D4:D5", "E3:E5", "F3:F5", "G3:I3", "G4:G5", "H4:I4"):
        sheet.merge_cells(box)
    for box in ("A7:A9", "B7:B8", "C7:C8"):
        sheet.merge_cells(box)
    for row in range(6, 13):
        for column in ("H", "I"):
            cell = sheet[f"{column}{row}"]
            if isinstance(cell.value, (int, float)):
                cell.value = cell.value * 10000
            elif cell.value == "1.5":
                cell.value = "1.5e4"
    if change:
        change(sheet)  # type: ignore[operator]
    book.save(path)


def test_a_sheet_made_by_hand_is_understood(tmp_path: Path) -> None:
    bureau_sheet(tmp_path / "t.xlsx")
    read = read_table(tmp_path / "t.xlsx", load_layout("T07"))
    keys = ("DK", "XZ", "CUN", "ZU", "QSXZ", "TOTAL", "AGRI", "GD", "0103")
    assert [tuple(row.values.get(key) for key in keys) for row in read.rows] == [
        ("1", "沙镇", "东关", "一组", "集体", Area.from_mu("1.5"), *[square_metres(15000)] * 3),
        ("1", "沙镇", "东关", "二组", "集体", Area.from_mu("3"), *[square_metres(30000)] * 3),
        ("2", "道口铺", "西关", "三组", "国有", None, None, None, None),
    ]
    assert (read.sheet, read.title, read.unit) == ("表一", "XX县占用土地分类面积汇总表", DisplayUnit.SQUARE_METRE)
    assert len(read.sums) == 2
    # The unit of the heading differs from the sheet's, so the sums of the rows can't hold: 15000 m² are 22.5 mu.
    assert all("should be" in text or "is missing" in text for text in said(read))


def test_problems_name_sheet_and_cell(tmp_path: Path) -> None:
    def spoil(sheet: object) -> None:
        sheet["I7"] = "#REF!"  # type: ignore[index]
        sheet["I8"] = "约三亩"  # type: ignore[index]
        sheet["H8"] = "=1+1"  # type: ignore[index]
        sheet["G6"] = 1  # type: ignore[index]

    bureau_sheet(tmp_path / "t.xlsx", spoil)
    texts = said(read_table(tmp_path / "t.xlsx", load_layout("T07")))
    assert "表一!I7: error value #REF!" in texts
    assert "表一!I8: “约三亩” is not a number" in texts
    assert "表一!H8: the formula has no stored result; open and save the file" in texts
    assert any(text.startswith("表一!G6: ") and "should be 45000平方米" in text for text in texts)


def test_a_sum_row_the_layout_does_not_know_is_checked_too(tmp_path: Path) -> None:
    layout = replace(load_layout("T07"), groups=(), summaries=())
    rows = class_rows(load_layout("T07"))
    for wrong in (0, 1500):
        table = FilledTable(layout, [*with_subtotals(load_layout("T07"), rows)])
        given = [changed(row, "TOTAL", wrong) if row.kind is RowKind.SUBTOTAL else row for row in table.rows]
        write_workbook(tmp_path / "t.xlsx", [replace(table, rows=given)], overwrite=True)
        texts = said(read_table(tmp_path / "t.xlsx", layout))
        assert any("not the sum of any rows" in text for text in texts) is bool(wrong)


def test_units_of_other_sizes_and_areas_too_fine(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["类型", "图层", "要素", "字段", "说明", "面积（万亩）", "修复前带符号面积", "图斑面积（TBMJ）"])
    book.active.append(["甲", "a", "b", "c", "d", 0.1 + 0.2])
    book.active.append(["甲", "a", "b", "c", "d", 0.00000000001])
    book.save(tmp_path / "t.xlsx")
    read = read_table(tmp_path / "t.xlsx", load_layout("FINDINGS"))
    assert [row.value("AREA") for row in read.rows] == [Area.from_mu(3000), ZERO]
    assert ["finer" in text for text in said(read)] == [True]


def test_dates_and_numbers_as_people_type_them(tmp_path: Path) -> None:
    form = point_form()
    write_workbook(tmp_path / "t.xlsx", [form])
    book = openpyxl.load_workbook(tmp_path / "t.xlsx")
    sheet = book["界址点成果表"]
    place = next(cell for row in sheet.iter_rows() for cell in row if cell.value == "日期").offset(0, 1).coordinate
    for typed, day in (("2026年5月1日", (2026, 5, 1)), ("２０２６-05-01", (2026, 5, 1)), (datetime.date(2026, 5, 2), (2026, 5, 2))):
        sheet[place] = typed
        book.save(tmp_path / "t.xlsx")
        read = read_table(tmp_path / "t.xlsx", form.layout)
        assert read.pages[0].fields["DATE"] == datetime.date(*day)
    sheet[place] = "2026-13-01"
    book.save(tmp_path / "t.xlsx")
    assert said(read_table(tmp_path / "t.xlsx", form.layout)) == [f"界址点成果表!{place}: “2026-13-01” is not a date"]
    assert read.pages[0].rows[0].value("X") == Decimal("4035124.456")


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("xls_named_as.xlsx", "old .xls format"),
        ("msoffcrypto_example_password.xlsx", "protected by a password"),
        ("poi_invalid.xlsx", "not an Excel workbook"),
        ("poi_poc-xmlbomb.xlsx", "XML that no spreadsheet program writes"),
        ("sheet_visibility_strict.xlsx", "Strict Open XML"),
        ("sheet_visibility.xlsx", "no sheet has the headings"),
        ("ErrorTypes.xlsx", "no sheet has the headings"),
        ("t02.xlsx", "no sheet has the headings"),
        ("SOURCE.md", "not an Excel workbook"),
        ("missing.xlsx", "does not exist"),
    ],
)
def test_a_file_that_is_no_such_workbook_is_one_sentence(name: str, sentence: str) -> None:
    with pytest.raises(InputError, match=sentence) as caught:
        read_table(DATA / name, load_layout("T07"))
    assert name in str(caught.value)


@pytest.mark.parametrize("cut", [10, 3000, 0.5, 0.95])
def test_a_damaged_workbook_is_one_sentence(tmp_path: Path, cut: float) -> None:
    write_workbook(tmp_path / "t.xlsx", [class_table()])
    content = (tmp_path / "t.xlsx").read_bytes()
    (tmp_path / "t.xlsx").write_bytes(content[: int(cut if cut > 1 else cut * len(content))])
    with pytest.raises(InputError, match=r"t\.xlsx"):
        read_table(tmp_path / "t.xlsx", load_layout("T07"))


@pytest.mark.parametrize("member", ["xl/workbook.xml", "xl/styles.xml", "xl/worksheets/sheet1.xml", "[Content_Types].xml"])
@pytest.mark.parametrize("content", [b"", b"<a><b></a>", b"\xff\xfe", b"<worksheet/>"])
def test_a_damaged_part_is_one_sentence(tmp_path: Path, member: str, content: bytes) -> None:
    write_workbook(tmp_path / "good.xlsx", [class_table()])
    with zipfile.ZipFile(tmp_path / "good.xlsx") as good, zipfile.ZipFile(tmp_path / "t.xlsx", "w") as bad:
        for name in good.namelist():
            bad.writestr(name, content if name == member else good.read(name))
    if (member, content) == ("xl/styles.xml", b"<worksheet/>"):
        assert len(read_table(tmp_path / "t.xlsx", load_layout("T07")).rows) == len(class_rows(load_layout("T07")))
        return
    with pytest.raises(InputError, match=r"t\.xlsx"):
        read_table(tmp_path / "t.xlsx", load_layout("T07"))


def test_a_sheet_is_chosen_by_name(tmp_path: Path) -> None:
    tables = [replace(class_table(seed=seed), sheet_name=f"第{seed}批") for seed in (1, 2)]
    write_workbook(tmp_path / "t.xlsx", tables)
    for seed, table in zip((1, 2), tables):
        read = read_table(tmp_path / "t.xlsx", table.layout, f"第{seed}批")
        assert len(read.rows) == len(class_rows(table.layout, seed))
    with pytest.raises(InputError, match="第1批, 第2批"):
        read_table(tmp_path / "t.xlsx", tables[0].layout, "第3批")


def test_a_merge_over_the_whole_sheet_costs_nothing(tmp_path: Path) -> None:
    write_workbook(tmp_path / "good.xlsx", [class_table()])
    with zipfile.ZipFile(tmp_path / "good.xlsx") as good, zipfile.ZipFile(tmp_path / "t.xlsx", "w") as bad:
        for name in good.namelist():
            bad.writestr(name, good.read(name).replace(b"<mergeCells>", b'<mergeCells><mergeCell ref="AZ50:XFD1048576"/>'))
    assert read_table(tmp_path / "t.xlsx", load_layout("T07")).problems == []


def test_reading_can_be_cancelled(tmp_path: Path) -> None:
    write_workbook(tmp_path / "t.xlsx", [class_table()])

    def stop(fraction: float) -> None:
        raise Cancelled()

    with pytest.raises(Cancelled):
        read_table(tmp_path / "t.xlsx", load_layout("T07"), progress=stop)


def test_a_bureaus_own_layout_reads_its_own_table(tmp_path: Path) -> None:
    text = (Path(load_layout("T07").file)).read_text("utf-8-sig")
    (tmp_path / "T07.csv").write_text(text.replace("农用地>耕地>旱地", "农用地>耕地>旱地（坡）").replace("A3", "A4"), "utf-8-sig")
    own = load_layout("T07", tmp_path)
    rows = [Row(with_sums(own, {"DK": "1", "0103": square_metres(7)}))]
    write_workbook(tmp_path / "t.xlsx", [FilledTable(own, with_subtotals(own, rows))])
    read = read_table(tmp_path / "t.xlsx", own)
    assert read.rows[0].value("0103") == square_metres(7) and said(read) == []


@pytest.mark.parametrize(
    ("cell", "number"),
    [("1,234.5亩", "1234.5"), ("１，２３４", "1234"), ("-1,234,567", "-1234567"), ("100,5", None), ("1,2345", None), (",5", None)],
)
def test_a_comma_parts_thousands_or_makes_no_number(cell: str, number: str | None) -> None:
    assert number_of(cell) == (None if number is None else Decimal(number))
