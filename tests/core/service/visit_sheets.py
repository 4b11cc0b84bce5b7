"""Made-up lists of visits and suggestions as offices keep them."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook

VISIT_HEAD = ["序号", "走访编号", "走访日期", "小组", "服务单元", "参加人次", "重点领域", "走访内容"]
VISITS = [
    [1, "ZF1", "2024-03-01", "第一小组", "东街", 3, "名城保护", "看古街"],
    [2, "ZF2", "2024.3.5", "乙", "西街", "", "", "看巷子"],
    [3, "", "20240306", "X1", "南村", 2, "", "看村口"],
]
SUGGESTION_HEAD = [
    "编号", "走访编号", "日期", "小组/规划师", "单元", "重点领域", "意见建议", "报送部门", "状态", "状态日期", "采纳依据", "备注",
]  # fmt: skip
SUGGESTIONS = [
    ["JY1", "ZF1", "", "", "", "", "修门楼", "住建局", "已采纳", "2024-04-01", "函1号", ""],
    ["JY2", "ZF1", "2024-03-02", "第一小组", "东街", "公共空间品质提升", "加座椅", "", "提出", "", "", ""],
    ["", "", "2024-03-05", "X2", "西街", "背街小巷综合整治", "清堆物", "城管局", "报送", "2024-03-10", "", "急"],
    ["", "", "2024-03-06", "X1", "南村", "环境优化提升", "清沟渠", "", "", "", "", ""],
]


def write(path: Path, visits=None, suggestions=None, heads=(VISIT_HEAD, SUGGESTION_HEAD)) -> Path:
    """The workbook; `visits` or `suggestions` False for no such sheet."""
    book = Workbook()
    book.remove(book.active)
    for title, head, given, rows in (("走访", heads[0], visits, VISITS), ("建议", heads[1], suggestions, SUGGESTIONS)):
        if given is False:
            continue
        sheet = book.create_sheet(title)
        sheet.append([f"责任规划师{title}台账（编造）"])
        sheet.append(head)
        for row in rows if given is None else given:
            sheet.append(row)
        sheet.append(["填表人：", None, "审核人："])
    book.save(path)
    return path


def changed(rows, place: int, column: int, value):
    """The rows with one cell changed."""
    copies = [list(row) for row in rows]
    copies[place][column] = value
    return copies
