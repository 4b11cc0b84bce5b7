"""A reserve of supplementary farmland as a county keeps it in a spreadsheet: merged headers, a unit line, a row of totals.
Lots, documents and amounts are made up."""

from __future__ import annotations

import datetime
import re
import zipfile
from decimal import Decimal
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side

COUNTY = "虚构县"
GROUPS = (("原有", 8), ("已使用", 11), ("剩余", 14))
INDICATORS = ("耕地数量", "水田规模", "粮食产能")
SINGLE = {
    1: "序号", 2: "行政区", 3: "项目编号", 4: "项目名称", 5: "占补平衡类型", 6: "入库(验收)文号", 7: "入库日期",
    17: "国家利用等", 18: "有效期至", 19: "坐落(乡镇/村)", 20: "备注",
}  # fmt: skip
WIDTHS = {1: 6, 2: 10, 3: 14, 4: 34, 5: 14, 6: 26, 7: 12, 17: 10, 18: 12, 19: 18, 20: 26}
# name, kind, entered, ha, ha of paddy, grade, used %, valid to
LOTS = (
    ("示例甲庄土地整治", "土地整治", "2019-05-20", "18.4632", "0", 8, 40, ""),
    ("示例乙庄土地整治", "土地整治", "2019-11-08", "12.0870", "0", 9, 65, "2029-12-31"),
    ("示例丙庄土地整治（一期）", "土地整治", "2020-04-16", "21.7755", "3.2000", 8, 0, ""),
    ("示例丙庄土地整治（二期）", "土地整治", "2021-09-30", "9.3120", "1.1500", 7, 0, "2028-06-30"),
    ("示例丁庄耕地恢复", "恢复", "2022-06-01", "6.5500", "0", 10, 0, ""),
    ("示例戊庄耕地恢复", "恢复", "2022-12-12", "4.2075", "0", 9, 100, ""),
    ("示例河滩整理", "土地整治", "2016-03-03", "7.9000", "0", 10, 10, "2021-12-31"),
    ("示例己庄增减挂钩复垦", "增减挂钩", "2023-03-21", "11.2540", "0", 8, 0, ""),
    ("示例庚庄增减挂钩复垦", "增减挂钩", "2023-08-17", "8.0001", "0", 8, 25, ""),
    ("示例辛庄旱改水", "提质改造", "2023-10-10", "0", "14.6000", 6, 0, ""),
    ("示例壬庄旱改水（在建）", "提质改造", "2025-07-01", "0", "10.0000", 6, 0, ""),
    ("示例癸庄土地整治", "土地整治", "2024-05-06", "16.8090", "2.4000", 7, 0, "2030-12-31"),
    ("示例子庄土地整治", "土地整治", "2024-11-19", "14.4411", "0", 9, 0, ""),
    ("示例丑庄耕地恢复", "恢复", "2025-02-14", "5.1350", "0", 10, 0, ""),
    ("示例寅庄高标准农田新增", "土地整治", "2025-06-23", "19.9068", "4.0000", 7, 0, ""),
    ("示例卯庄耕地恢复", "恢复", "2025-12-01", "3.6000", "0", 11, 0, "2027-12-31"),
)
FOUR, FIXED = Decimal("0.0001"), datetime.datetime(2026, 1, 1)


def rows() -> list[list[object]]:
    """The lines of the sheet: capacity by the official formula, of land made paddy the gain of two grades."""
    listed: list[list[object]] = []
    for number, (name, kind, entered, area, paddy, grade, percent, valid) in enumerate(LOTS, 1):
        quantity, wet = Decimal(area), Decimal(paddy)
        per_hectare = 1500 * (16 - grade) if quantity else 1500 * 2
        whole = [quantity, wet, ((quantity or wet) * per_hectare).quantize(Decimal(1))]
        used = [(amount * percent / 100).quantize(FOUR) for amount in whole[:2]]
        used.append((whole[2] * percent / 100).quantize(Decimal(1)))
        left = [one - other for one, other in zip(whole, used)]
        day = datetime.date.fromisoformat(entered)
        listed.append(
            [
                number, COUNTY, f"XGBC{day.year}{number:02d}", f"{name}项目", kind, f"虚构耕保〔{day.year}〕{number}号（编造）", day,
                *whole, *used, *left, grade, datetime.date.fromisoformat(valid) if valid else None, "示例镇", "虚构数据",
            ]
        )  # fmt: skip
    return listed


def write(path: Path) -> None:
    """The spreadsheet; the same bytes each time."""
    book = Workbook()
    sheet = book.active
    sheet.title = "补充耕地储备"
    sheet.append(["虚构县补充耕地指标储备台账（虚构数据）"])
    sheet.append(["单位：公顷、公斤"])
    _heading(sheet)
    listed = rows()
    for row in listed:
        sheet.append(row)
    sheet.append(["合计", *[None] * 6, *(sum((row[at] for row in listed), Decimal(0)) for at in range(7, 16))])
    _look(sheet)
    book.properties.created = book.properties.modified = FIXED
    book.save(path)
    without_clock(path)


def _heading(sheet: object) -> None:
    for column, text in SINGLE.items():
        sheet.cell(3, column, text)
        sheet.merge_cells(start_row=3, end_row=4, start_column=column, end_column=column)
    for text, first in GROUPS:
        sheet.cell(3, first, text)
        sheet.merge_cells(start_row=3, end_row=3, start_column=first, end_column=first + 2)
        for place, name in enumerate(INDICATORS):
            sheet.cell(4, first + place, name)


def frame(sheet: object, first: int, columns: int) -> None:
    """Lines round all cells from a row on, days as people write them, a large title."""
    line = Side(style="thin")
    for row in sheet.iter_rows(min_row=first, max_row=sheet.max_row, max_col=columns):
        for cell in row:
            cell.border = Border(line, line, line, line)
            cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
            if isinstance(cell.value, datetime.date):
                cell.number_format = "yyyy-mm-dd"
    sheet["A1"].font = Font(bold=True, size=16)


def _look(sheet: object) -> None:
    frame(sheet, 3, max(SINGLE))
    for row in sheet.iter_rows(min_row=3, max_row=sheet.max_row, max_col=max(SINGLE)):
        for cell in row:
            if isinstance(cell.value, Decimal):
                cell.number_format = "0" if (cell.column - 8) % 3 == 2 else "0.0000"
    for column in range(1, max(SINGLE) + 1):
        sheet.column_dimensions[sheet.cell(4, column).coordinate.rstrip("4")].width = WIDTHS.get(column, 12)
    sheet.freeze_panes = "E5"


def without_clock(path: Path) -> None:
    """The zip anew with a fixed time in it: openpyxl writes that of saving as the time of change."""
    with zipfile.ZipFile(path) as source:
        parts = [(name, source.read(name)) for name in source.namelist()]
    fixed = f">{FIXED.isoformat()}Z</dcterms:modified>".encode()
    parts = [(name, re.sub(rb">[^<]*</dcterms:modified>", fixed, data)) for name, data in parts]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in parts:
            target.writestr(zipfile.ZipInfo(name, FIXED.timetuple()[:6]), data, zipfile.ZIP_DEFLATED)
