"""Makes the workbooks of this folder: journals of quota as bureaus keep them. Everything in them is made up.

    python make_ledgers.py          writes them beside this file (openpyxl; LibreOffice for *_libreoffice.xlsx)

Each has the same 12 events, written as differently as bureaus do.
"""

from __future__ import annotations

import datetime
import subprocess
import tempfile
from pathlib import Path

import openpyxl
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter

HERE = Path(__file__).resolve().parent

# date, year, holder, source, kind of business, document, project code and name, 收入, 支出, 农用地, 耕地, 对方, 经办人, 备注
ROWS = (
    (
        "2023-01-10", 2023, "示例市", "切块", "下达", "示自然资发〔2023〕1号",
        "", "", "3000", "", "2500", "1800", "", "张某", "",
    ),
    (
        "2023-01-10", 2023, "东示区", "切块", "下达", "示自然资发〔2023〕2号",
        "", "", "1200.5", "", "1000", "800", "", "张某", "",
    ),
    (
        "2023-01-12", 2023, "西示县", "增存挂钩", "核补", "示自然资发〔2023〕3号",
        "", "", "812.3456", "", "700", "500.25", "", "张某", "",
    ),
    (
        "2023-02-01", 2023, "示例市", "切块", "调出", "示自然资发〔2023〕7号",
        "", "", "", "400", "300", "200", "西示县", "李某", "",
    ),
    (
        "2023-02-01", 2023, "西示县", "切块", "调入", "示自然资发〔2023〕7号",
        "", "", "400", "", "300", "200", "示例市", "李某", "",
    ),
    (
        "2023-03-05", 2023, "东示区", "切块", "配置", "东示用地〔2023〕1号",
        "XM-E1", "东示区一中", "", "120.75", "100", "60", "", "王某", "学校",
    ),
    (
        "2023-03-20", 2023, "东示区", "切块", "上报", "东示报〔2023〕1号",
        "XM-E1", "东示区一中", "", "120.75", "100", "60", "", "王某", "",
    ),
    (
        "2023-05-01", 2023, "东示区", "切块", "使用", "示政土字〔2023〕11号",
        "XM-E1", "东示区一中", "", "118.2", "98", "58.5", "", "王某", "批复面积较上报少",
    ),
    (
        "2023-05-06", 2023, "西示县", "预支", "预支", "示自然资预〔2023〕1号",
        "XM-W1", "西示县产业园", "", "66.6", "60", "30", "", "王某", "",
    ),
    (
        "2023-06-30", 2023, "西示县", "增存挂钩", "收回", "示自然资收〔2023〕1号",
        "", "", "", "12.3456", "10", "5", "", "李某", "",
    ),
    (
        "2023-07-01", 2023, "西示县", "切块", "配置", "西示用地〔2023〕4号",
        "XM-W2", "西示县医院", "", "50", "40", "20", "", "王某", "",
    ),
    (
        "2023-09-01", 2023, "西示县", "切块", "退回", "西示用地〔2023〕9号",
        "XM-W2", "西示县医院", "10", "", "8", "4", "", "王某", "未用完",
    ),
)
DATE_FORMS = ("{0.year}-{0.month}-{0.day}", "{0.year}.{0.month}.{0.day}", "{0.year}年{0.month}月{0.day}日", "{0:%Y%m%d}")
HEADINGS = (
    ("序号",), ("记账日期",), ("指标年度",), ("持有单位",), ("指标来源",), ("业务类型",), ("依据文号",), ("项目编码",),
    ("项目名称",), ("本次面积", "收入"), ("本次面积", "支出"), ("其中:农用地转用",), ("其中:占用耕地",), ("余额",),
    ("对方账户",), ("经办人",), ("备注",),
)  # fmt: skip
THIN = Border(*[Side(style="thin")] * 4)


def number(text):
    return None if not text else float(text) if "." in text else int(text)


def day(text):
    return datetime.date.fromisoformat(text)


def title(sheet, text, width, unit="面积单位：亩"):
    """Title, unit line; the next free row."""
    sheet["A1"] = text
    sheet["A1"].font = Font(bold=True, size=16)
    sheet.merge_cells(start_row=1, end_row=1, start_column=1, end_column=width)
    sheet.cell(2, width - 1, unit)
    sheet.merge_cells(start_row=2, end_row=2, start_column=width - 1, end_column=width)
    return 3


def headings(sheet, row, paths):
    """Headings of any depth, merged across and down; the next free row."""
    depth = max(map(len, paths))
    for column, path in enumerate(paths, 1):
        for level, text in enumerate(path):
            first = column == 1 or paths[column - 2][: level + 1] != path[: level + 1]
            if first:
                sheet.cell(row + level, column, text).alignment = Alignment(horizontal="center")
        if len(path) < depth:
            sheet.merge_cells(
                start_row=row + len(path) - 1, end_row=row + depth - 1, start_column=column, end_column=column
            )
    for level in range(depth - 1):
        column = 1
        while column <= len(paths):
            end = column
            while end < len(paths) and len(paths[end]) > level + 1 and paths[end][: level + 1] == paths[column - 1][: level + 1]:
                end += 1
            if end > column:
                sheet.merge_cells(start_row=row + level, end_row=row + level, start_column=column, end_column=end)
            column = end + 1
    return row + depth


def foot(sheet, row):
    sheet.cell(row, 1, "注：本表为编造的示例，不含任何真实数据。")
    sheet.cell(row + 1, 1, "填表人：张某      审核人：李某      填表日期：2023年10月8日")


def body(sheet, row, rows, date=lambda place, text: day(text), amount=lambda text: number(text)):
    for place, values in enumerate(rows):
        cells = [
            place + 1, date(place, values[0]), *values[1:8], amount(values[8]), amount(values[9]), amount(values[10]),
            amount(values[11]), None, *values[12:],
        ]  # fmt: skip
        for column, value in enumerate(cells, 1):
            cell = sheet.cell(row, column, value if value != "" else None)
            cell.border = THIN
        row += 1
    return row


def total(rows, places=(8, 9, 10, 11)):
    from decimal import Decimal

    sums = [sum((Decimal(values[place] or 0) for values in rows), Decimal(0)) for place in places]
    return [float(value) for value in sums]


def sum_row(sheet, row, label, rows, at=1):
    sheet.cell(row, at, label)
    for column, value in enumerate(total(rows), 10):
        sheet.cell(row, column, value)
    return row + 1


def two_levels():
    """Two heading rows, unit line, 合计 last, notes and signature below, date cells."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "流水账"
    row = headings(sheet, title(sheet, "示例市2023年度新增建设用地计划指标台账", 17), HEADINGS)
    row = body(sheet, row, ROWS)
    foot(sheet, sum_row(sheet, row, "合计", ROWS))
    return book


def three_levels():
    """Three heading rows, columns numbered below them, 公顷 in the headings (a tenth of the
    numbers of ROWS), 合计 first, blank rows between."""
    paths = [(*path[:-1], path[-1]) for path in HEADINGS]
    paths[9] = ("本次面积（公顷）", "收支", "收入")
    paths[10] = ("本次面积（公顷）", "收支", "支出")
    paths[11] = ("本次面积（公顷）", "其中", "农用地转用")
    paths[12] = ("本次面积（公顷）", "其中", "占用耕地")
    rows = [values for values in ROWS if values[8] != "812.3456" and values[9] != "12.3456"]
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "2023年"
    row = headings(sheet, title(sheet, "新增建设用地计划指标台账", 17, ""), tuple(paths))
    for column in range(1, 18):
        sheet.cell(row, column, column)
    sums = [value / 10 for value in total(rows)]
    sheet.cell(row + 1, 4, "全市合计")
    for column, value in enumerate(sums, 10):
        sheet.cell(row + 1, column, round(value, 8))
    row += 2
    for values in rows:
        row = body(sheet, row + 1, [values], amount=lambda text: None if not text else round(float(text) / 10, 8))
    foot(sheet, row + 1)
    return book


def untidy():
    """Text dates in all forms and serials, full-width digits, dashes, blanks in words, 小计 by holder, hidden rows and
    columns, a heading repeated for the second page, columns in another order and under other names."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "台账"
    names = (
        "日期", "县（市、区）", "年　度", "来源", "类型", "文号", "项目代码", "项目名称", "收入（亩）", "支出（亩）", "其中耕地",
        "其中：农用地", "对方单位", "摘要",
    )  # fmt: skip
    row = 1
    sheet.cell(row, 1, "指标登记簿（编造的示例）")
    row += 1
    for column, name in enumerate(names, 1):
        sheet.cell(row, column, name)
    row += 1
    wide = str.maketrans("0123456789.,", "０１２３４５６７８９．，")
    by_holder = sorted(range(len(ROWS)), key=lambda place: ROWS[place][2])
    before = None
    for count, place in enumerate([*by_holder, None]):
        values = ROWS[place] if place is not None else None
        holder = values[2] if values else None
        if before is not None and holder != before:
            mine = [each for each in ROWS if each[2] == before]
            sheet.cell(row, 2, f"{before}小 计")
            received, spent, agricultural, cultivated = total(mine)
            for column, value in ((9, received), (10, spent), (11, cultivated), (12, agricultural)):
                sheet.cell(row, column, value)
            row += 1
        if values is None:
            break
        before = holder
        if count == 6:
            for column, name in enumerate(names, 1):
                sheet.cell(row, column, name)
            row += 1
        date = day(values[0])
        forms = [*(form.format(date) for form in DATE_FORMS), (date - datetime.date(1899, 12, 30)).days, date]
        amounts = [text.translate(wide) if text and place % 3 == 0 else number(text) if text else "—" for text in values[8:12]]
        if amounts[0] == "３０００":
            amounts[0] = "３，０００"
        cells = [
            forms[place % len(forms)], f" {holder}", "2023年" if place % 2 else 2023, values[3], f"{values[4]}　", values[5],
            values[6] or "/", values[7] or "/", amounts[0], amounts[1], amounts[3], amounts[2], values[12], values[14],
        ]  # fmt: skip
        for column, value in enumerate(cells, 1):
            sheet.cell(row, column, value if value != "" else None)
        row += 1
    sheet.row_dimensions[5].hidden = True
    sheet.column_dimensions["N"].hidden = True
    return book


def two_tables():
    """A workbook with a cover, a register of projects and the journal; only the journal's sheet is one."""
    book = two_levels()
    cover = book.create_sheet("封面", 0)
    cover["B3"] = "示例市用地指标台账（编造的示例）"
    sheet = book.create_sheet("项目清单")
    row = headings(sheet, title(sheet, "滚动项目清单", 8), (
        ("序号",), ("县",), ("项目编码",), ("项目名称/代码",), ("项目级别",), ("用地需求",), ("其中耕地",), ("土地服务专员",)))  # fmt: skip
    for values in (
        (1, "东示区", "XM-E1", "东示区一中", "市级", 120.75, 60, "赵某"),
        (2, "西示县", "XM-W1", "西示县产业园", "省级", 66.6, 30, "钱某"),
        (3, "西示县", "XM-W2", "西示县医院", "县级", 50, 20, "孙某"),
    ):
        for column, value in enumerate(values, 1):
            sheet.cell(row, column, value)
        row += 1
    sheet.cell(row, 2, "合计")
    for column, value in ((6, 237.35), (7, 110)):
        sheet.cell(row, column, value)
    return book


def with_faults():
    """Thirteen faults, one a row, and a sum that does not add up."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "流水账"
    row = headings(sheet, title(sheet, "含错误的台账（编造的示例）", 17), HEADINGS)
    good = list(ROWS[0])
    changes = (
        {}, {0: "2023-02-30"}, {2: "东视区"}, {3: "增存挂勾"}, {4: "下答"}, {8: "12.34567"}, {9: "5"}, {8: ""}, {8: "-20"},
        {8: "一百"}, {11: "2600"}, {4: "配置"}, {1: ""}, {4: "红字冲销"},
    )  # fmt: skip
    for place, change in enumerate(changes):
        values = list(good)
        for at, value in change.items():
            values[at] = value
        cells = [place + 1, values[0] if 0 in change else day(values[0]), values[1] or None, *values[2:8]]
        for text in values[8:12]:
            try:
                cells.append(number(text))
            except ValueError:
                cells.append(text)
        cells += [None, *values[12:]]
        for column, value in enumerate(cells, 1):
            sheet.cell(row, column, value if value != "" else None)
        row += 1
    sheet.cell(row, 1, "合计")
    sheet.cell(row, 10, 99999)
    return book


def formulas():
    """Amounts are formulas; openpyxl stores no results, LibreOffice does."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "流水账"
    row = headings(sheet, title(sheet, "用公式的台账（编造的示例）", 17), HEADINGS)
    first = row
    row = body(sheet, row, ROWS[:3])
    for place in range(first, row):
        sheet.cell(place, 10, f"={sheet.cell(place, 10).value}*1")
    sheet.cell(row, 1, "合计")
    for column in (10, 11, 12, 13):
        letter = get_column_letter(column)
        sheet.cell(row, column, f"=SUM({letter}{first}:{letter}{row - 1})")
    return book


def one_column():
    """One signed column in m² (thousand times the numbers of ROWS), newest first, no columns of holder and year."""
    rows = [values for values in ROWS if values[2] == "东示区"]
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "东示区"
    sheet["A1"] = "东示区2023年用地指标流水（编造的示例）"
    sheet["A2"] = "单位：平方米"
    for column, name in enumerate(("业务日期", "指标来源", "事项", "文号", "用地项目", "面积", "备注"), 1):
        sheet.cell(3, column, name)
    for place, values in enumerate(reversed(rows), 4):
        size = float(values[8]) if values[8] else -float(values[9])
        cells = (day(values[0]), values[3], values[4], values[5], values[7] or None, round(size * 1000, 4), values[14])
        for column, value in enumerate(cells, 1):
            sheet.cell(place, column, value)
    return book


def main():
    books = {
        "two_levels": two_levels(), "three_levels_hectares": three_levels(), "untidy": untidy(), "two_tables": two_tables(),
        "with_faults": with_faults(), "formulas_without_results": formulas(), "one_signed_column": one_column(),
    }  # fmt: skip
    for name, book in books.items():
        book.properties.creator = "made up"
        book.save(HERE / f"{name}.xlsx")
    with tempfile.TemporaryDirectory() as folder:
        for name in ("untidy", "formulas_without_results", "two_levels"):
            source = HERE / f"{name}.xlsx"
            steps = [("ods", source), ("xlsx", Path(folder) / f"{name}.ods")]
            for kind, file in steps:
                command = ["soffice", f"-env:UserInstallation=file://{folder}/office", "--headless", "--convert-to", kind]
                subprocess.run([*command, "--outdir", folder, str(file)], check=True, capture_output=True)
            (Path(folder) / f"{name}.xlsx").replace(HERE / f"{name.replace('_without_results', '')}_libreoffice.xlsx")


if __name__ == "__main__":
    main()
