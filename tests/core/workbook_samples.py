"""Made-up tables that fill every layout, for the tests of the workbook."""

from __future__ import annotations

import datetime
import random
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from ...core.area import ZERO, Area, AreaUnit
from ...core.workbook import (
    FilledForm,
    FilledTable,
    Kind,
    Layout,
    Page,
    Row,
    RowKind,
    check,
    checks_table,
    compact,
    form_pages,
    load_layout,
    with_subtotals,
    with_sums,
)

VILLAGES = ("东关村", "堂邑村", "李海务村", "=1+1村")
OWNERS = (("一组", "集体"), ("二组", "集体"), ("聊城市东昌府区人民政府", "国有"))
LAYERS = ("永久基本农田", "生态保护红线", ("城镇开发边界", "内"), ("城镇开发边界", "外"))


def square_metres(number: int) -> Area:
    return Area.from_units(number, AreaUnit.SQUARE_METRE)


def class_rows(layout: Layout, seed: int = 7, plots: int = 3) -> list[Row]:
    """Data rows of a class table: random leaves, sums computed, parts of a whole within it."""
    dice = random.Random(seed)
    leaves = [c for c in layout.columns if c.kind is Kind.AREA and not c.parts and not c.of]
    rows = []
    for plot in range(1, plots + 1):
        for village in dice.sample(VILLAGES, 2):
            for owner, nature in OWNERS[: dice.randint(1, 3)]:
                values: dict[str, object] = {"DK": f"2026-{plot:03d}", "XZ": "沙镇镇", "CUN": village, "ZU": owner}
                values["QSXZ"] = nature
                for column in leaves:
                    values[column.key] = square_metres(dice.randint(1, 99999)) if dice.random() < 0.4 else ZERO
                values = with_sums(layout, values)  # type: ignore[arg-type]
                for column in layout.columns:
                    if column.of:
                        whole = values[column.of]
                        values[column.key] = square_metres(whole.micro_mu // 3000)  # type: ignore[union-attr]
                known = {column.key for column in layout.columns}
                rows.append(Row({key: value for key, value in values.items() if key in known}))  # type: ignore[misc]
    return rows


def class_table(layout_id: str = "T07", seed: int = 7) -> FilledTable:
    layout = load_layout(layout_id)
    rows = with_subtotals(layout, class_rows(layout, seed))
    return FilledTable(layout, rows, title_places={"name": "2026年度第一批次"})


def demarcation_form() -> FilledForm:
    layout = load_layout("T28")
    pages = []
    for number in (1, 2):
        cells: Mapping[str, Mapping[str, Area]] = {
            "0101": {"STATE": square_metres(number), "COLLECTIVE": square_metres(10)},
            "0102": {"COLLECTIVE": square_metres(100)},
            "1104": {"COLLECTIVE": square_metres(2)},
            "SMK": {"COLLECTIVE": square_metres(1)},
            "ZZ": {"STATE": square_metres(3)},
            "HL": {"STATE": square_metres(1000)},
        }
        fields = {
            "NAME": "东昌府区环城路改建工程",
            "UNIT_NAME": "聊城市东昌府区交通运输局",
            "DK": f"地块{number}",
            "PLACE": "聊城市东昌府区沙镇镇东关村",
            "EAST": "东关村耕地",
            "POINTS": 22 * number,
            "DATE": datetime.date(2026, 5, 1),
        }
        micro_mu = {line: {key: area.micro_mu for key, area in areas.items()} for line, areas in cells.items()}
        pages += form_pages(layout, [fields], [micro_mu])
    return FilledForm(layout, pages)


def point_form() -> FilledForm:
    layout = load_layout("T15")
    pages = []
    for number, count in ((1, 4), (2, 50)):
        rows = []
        for index in range(1, count + 2):
            values = {"SEQ": index, "QH": 1, "PT": f"J{index if index <= count else 1}"}
            values["X"] = Decimal("4035123.456") + index
            values["Y"] = Decimal("39412345.125") + 7 * index
            if index <= count:
                values["D"] = Decimal("12.34") + index
            rows.append(Row(values))
        fields = {"NAME": "环城路", "DK": f"地块{number}", "AREA": square_metres(123456), "CRS": "CGCS2000", "ZONE": "39"}
        pages.append(Page({**fields, "CALCULATED": "张三", "DATE": datetime.date(2026, 5, 1)}, rows))
    return FilledForm(layout, pages)


def overlay_table() -> FilledTable:
    layout = load_layout("T29").expanded({"layer": LAYERS})
    rows = []
    for number in range(1, 4):
        values: dict[str, object] = {"DK": f"{number}", "NAME": "环城路", "TOTAL": square_metres(9999), "REMARK": "压占"}
        for order, name in enumerate(("永久基本农田", "生态保护红线", "城镇开发边界>内", "城镇开发边界>外")):
            values[f"AREA:{name}"] = square_metres(order * 100)
            values[f"COUNT:{name}"] = order * number
        rows.append(Row(values))  # type: ignore[arg-type]
    return FilledTable(layout, with_subtotals(layout, rows), title_places={"name": "环城路"})


def plain_tables() -> list[FilledTable]:
    """The lists without sums: overlaps, adjustment, inputs, findings, contents."""
    overlap = Row({"SEQ": 1, "KIND": "地块重叠", "FIRST": "地块1", "SECOND": "地块2", "AREA": Area(15), "NOTE": "+重叠"})
    adjusted = {"DK": "1", "BSM": "371502000000000123", "PIECE": "2", "RAW": Decimal("12.345678"), "MOVED": -1}
    adjusted.update({"EXACT": Decimal("12.344999"), "ADJUSTED": Area(18510), "BASIS": "@按尾数大小分配"})
    inputs = [
        Row({"ITEM": "图层", "CONTENT": "DLTB.gpkg", "NOTE": "EPSG:4527", "STATE": "seen"}),
        Row({"ITEM": "图层", "CONTENT": "红线.shp\n两行"}),
        Row({"ITEM": "图层：_x0041_", "CONTENT": "-"[:0] + "-1 开头是减号", "STATE": "a<b&c>\"d\""}),
    ]
    finding = {"KIND": "地类未识别", "LAYER": "DLTB", "FEATURE": "17", "FIELD": "DLBM", "TEXT": "编码 9999", "AREA": Area(30)}
    return [
        FilledTable(load_layout("OVERLAPS"), [overlap]),
        FilledTable(load_layout("ADJUST"), [Row(adjusted)]),
        FilledTable(load_layout("INPUTS"), inputs),
        FilledTable(load_layout("FINDINGS"), [Row(finding)]),
        FilledTable(load_layout("CONTENTS"), [Row({"SEQ": 1, "SHEET": "表", "TITLE": "标题"})]),
    ]


def failing_checks() -> FilledTable:
    """A checks table with a line that does not hold."""
    table = class_table()
    rows = list(table.rows)
    first = next(index for index, row in enumerate(rows) if row.kind is RowKind.DATA)
    rows[first] = changed(rows[first], "GD", 1500)
    return checks_table(compact(check(replace(table, rows=rows))))


def changed(row: Row, key: str, micro_mu: int) -> Row:
    """The row with one area moved."""
    area = row.value(key)
    moved = Area((area.micro_mu if isinstance(area, Area) else 0) + micro_mu)
    return replace(row, values={**row.values, key: moved})
