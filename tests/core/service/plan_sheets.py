"""Made-up registers of village plans as offices keep them."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook

HEAD = [
    "序号", "县（市、区）", "乡镇（街道）", "村庄名称", "村庄代码", "村庄类型", "编制单位", "进展情况", "编制日期", "论证日期", "审查日期",
    "批复日期", "入库日期", "批复文号", "对口规划师", "现状人口", "村域面积（公顷）", "成果路径", "备注",
]  # fmt: skip
COUNTIES = (("示例东区", "371502"), ("示例西县", "371521"))
STATES = ("未编制", "编制中", "已论证", "已审查", "已批复", "入库")


def row(number: int, state: int, county: int = 0, **more) -> list:
    """A plan that went through its states a month each; `more` overrides columns by heading."""
    name, code = COUNTIES[county]
    days = [f"2023-{month:02d}-{number % 20 + 1:02d}" if state > place else None for place, month in enumerate((2, 4, 6, 8, 10))]
    values = [
        number, name, f"{'甲乙丙'[number % 3]}镇", f"第{number}村", f"{code}001{number:03d}", "集聚提升类", "示例规划院",
        STATES[state], *days,
        f"示政字〔2023〕{number}号" if state >= 4 else None, "第一小组" if number % 2 else "乙", 1000 + number, 100.25 + number,
        f"\\\\文件服务器\\村庄规划\\第{number}村", None,
    ]  # fmt: skip
    for heading, value in more.items():
        values[HEAD.index(heading)] = value
    return values


def write(path: Path, rows: list[list], head: list[str] | None = None, title: str = "示例市村庄规划编制进度台账（编造）") -> Path:
    """A workbook with one sheet."""
    book = Workbook()
    sheet = book.active
    sheet.title = "村庄规划"
    sheet.append([title])
    sheet.append(head or HEAD)
    for each in rows:
        sheet.append(each)
    sheet.append(["合计", *[None] * (len(head or HEAD) - 1)])
    sheet.append(["填表人：", None, "审核人："])
    book.save(path)
    return path


def city(approved: int = 117, others: int = 23) -> list[list]:
    """A city with so many approved plans (some of them filed) and others on the way."""
    rows = [row(number, 5 if number % 4 == 0 else 4, number % 2) for number in range(1, approved + 1)]
    return rows + [row(approved + number, number % 4, number % 2) for number in range(1, others + 1)]
