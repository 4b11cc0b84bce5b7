"""Made-up tables of a reserve as bureaus keep them: a title, a unit line, headings of two levels, sum rows, signatures."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook

GROUPS = ("原有", "已使用", "剩余")
HEADINGS = ("序号", "行政区", "项目编号", "项目名称", "占补平衡类型", "入库（验收）文号", "入库日期")
AFTER = ("国家利用等", "使用状态", "有效期至", "备注")

ROWS = [
    [1, "东区", "L1", "编造整治一", "土地整治", "编验1号", "2022-03-01", 10, 2, 120000, 4, 1, 48000, 6, 1, 72000, 8, "", "", ""],
    [2, "东区", "L2", "编造旱改水", "旱改水", "编验2号", "2022-04-01", 0, 5.25, 30000, 0, 0, 0, 0, 5.25, 30000, 7.5, "", "", ""],
    [3, "编造西县", "L3", "编造恢复", "恢复", "编验3号", "2021-01-01", 3.5, 0, 42000, "—", "", "/", 3.5, 0, 42000, 8, "", "2023-12-31", ""],
]  # fmt: skip
TOTAL = ["合计", "", "", "", "", "", "", 13.5, 7.25, 192000, 4, 1, 48000, 9.5, 6.25, 144000, "", "", "", ""]


def write(path: Path, rows=None, total=TOTAL, units="面积单位：公顷；产能单位：公斤", after=AFTER, indicators=None, unit_row=True) -> Path:
    """The workbook; `rows` as ROWS, `indicators` the three names below each group."""
    book = Workbook()
    sheet = book.active
    sheet.title = "储备库"
    sheet.append(["编造区补充耕地指标储备库台账"])
    if unit_row:
        sheet.append([units])
    top = sheet.max_row + 1
    names = indicators or ("耕地数量", "水田规模", "粮食产能")
    sheet.append([*HEADINGS, *(text for group in GROUPS for text in (group, None, None)), *after])
    sheet.append([None] * len(HEADINGS) + [*names] * 3)
    for column in (*range(1, 8), *range(17, 17 + len(after))):
        sheet.merge_cells(start_row=top, start_column=column, end_row=top + 1, end_column=column)
    for column in (8, 11, 14):
        sheet.merge_cells(start_row=top, start_column=column, end_row=top, end_column=column + 2)
    for row in ROWS if rows is None else rows:
        sheet.append(row)
    if total:
        sheet.append(total)
    sheet.append(["填表人：", None, "审核人："])
    book.save(path)
    return path


def changed(place: int, column: str, value: object) -> list[list[object]]:
    """ROWS with one cell changed: `column` is its letter."""
    rows = [list(row) for row in ROWS]
    rows[place][ord(column) - ord("A")] = value
    return rows
