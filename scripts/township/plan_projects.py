"""Made-up projects over the sample village plans, and a made-up list of the township's village plans as an office keeps it."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import shapely
from openpyxl import Workbook

from .reserve_lots import FIXED, frame, without_clock
from .village_plan import MADE_UP, Plan, Row

FIELDS = "DKBH:C20 DKMC:C255 XMMC:C255 GHYT:C60 BZ:C255"
HEAD = (
    "序号", "县（市、区）", "乡镇（街道）", "村庄名称", "村庄代码", "村庄类型", "编制单位", "进展情况", "编制日期", "论证日期", "审查日期",
    "批复日期", "入库日期", "批复文号", "对口规划师", "现状人口", "村域面积（公顷）", "备注",
)  # fmt: skip
WIDTHS = (6, 12, 12, 12, 16, 14, 18, 11, 12, 12, 12, 12, 12, 26, 16, 10, 14, 12)
STATES = ("未编制", "编制中", "已论证", "已审查", "已批复", "已入库")
_OF_VILLAGES = (5, 5, 4, 4, 3, 4, 5, 2, 4, 1, 4, 0)
"""How far the plan of each village of the township is."""


def footprints(sound: Plan, faulty: Plan) -> tuple[np.ndarray, list[Row]]:
    """Seven footprints: as the plan has it, within the building zone, on farmland, on prime farmland, over the border of both
    villages, one whose use is no class, one that lies outside."""
    homes, fields = _parcels(sound, "0703", "0301"), _parcels(sound, "01", "0202")
    open_fields = _parcels(sound, "01", "0201") or _parcels(sound, "02", "0201")
    reclaimed = _parcels(faulty, "0103", "0201") or _parcels(faulty, "01", "0201")
    border = shapely.intersection(_ground(sound), shapely.buffer(_ground(faulty), 0.5))
    ground = _ground(sound)
    outside = shapely.Point(shapely.bounds(ground)[0] - 400, shapely.bounds(ground)[1] - 300)
    drawn = [
        ("示例农房集中改造", "农村宅基地", homes[0]),
        ("示例村级养老服务站", "0704", _box(homes[1], 18, 14)),
        ("示例粮食烘干房", "设施农用地", _box(open_fields[0], 26, 20)),
        ("示例电商物流点", "物流仓储用地", _box(fields[0], 60, 40)),
        ("示例两村连接路", "公路用地", _box(shapely.line_interpolate_point(_line(border), 0.5, normalized=True), 40, 30)),
        ("示例沟渠护岸", "水工建筑用地", _box(reclaimed[0], 30, 8)),
        ("示例村外仓库", "工业用地", _box(outside, 50, 40)),
    ]
    rows: list[Row] = [
        {"DKBH": f"CZ{number:02d}", "DKMC": f"{name}地块", "XMMC": name, "GHYT": use, "BZ": MADE_UP}
        for number, (name, use, _) in enumerate(drawn, 1)
    ]
    return np.array([shape for *_, shape in drawn], dtype=object), rows


def _parcels(plan: Plan, beginning: str, zone: str) -> list[shapely.Geometry]:
    """Parcels of a class within a control zone, the largest first."""
    shapes, rows = plan.layers["GHDLTB"]
    zones = [shape for shape, row in zip(*plan.layers["GKBJ"]) if row["GKBJLXDM"] == zone]
    ground = shapely.union_all(zones) if zones else shapely.Polygon()
    chosen = [
        shape for shape, row in zip(shapes, rows)
        if str(row["GHDLBM"]).startswith(beginning) and ground.contains(shapely.point_on_surface(shape))
    ]  # fmt: skip
    return sorted(chosen, key=lambda shape: -shapely.area(shape))


def _ground(plan: Plan) -> shapely.Geometry:
    return plan.layers["CJDCQ"][0][0]


def _line(ground: shapely.Geometry) -> shapely.Geometry:
    """The longest line along a narrow strip."""
    return max(shapely.get_parts(shapely.boundary(ground)), key=shapely.length)


def _box(where: shapely.Geometry, width: float, height: float) -> shapely.Geometry:
    """A rectangle round a place, on millimetres."""
    middle = shapely.point_on_surface(where)
    x, y = round(shapely.get_x(middle), 1), round(shapely.get_y(middle), 1)
    return shapely.box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)


def register_rows(villages: Sequence[Row]) -> list[list[object]]:
    """A line a village: state and the days of what went before, a document number where it is approved."""
    listed: list[list[object]] = []
    for number, village in enumerate(villages, 1):
        state = _OF_VILLAGES[(number - 1) % len(_OF_VILLAGES)]
        days = [datetime.date(2023, 2 + 2 * step, 3 + number) if state > step else None for step in range(5)]
        listed.append(
            [
                number, "虚构县", "示例镇", village["ZLDWMC"], str(village["ZLDWDM"])[:12], ("集聚提升类", "其他类")[number % 2],
                "示例规划设计院", STATES[state], *days, f"虚构政批〔2023〕{number}号（编造）" if state >= 4 else None,
                f"示例第{'一二三'[number % 3]}小组", 800 + 37 * number, round(float(village["JSMJ"]) / 10_000, 2), MADE_UP,
            ]
        )  # fmt: skip
    return listed


def write_register(path: Path, villages: Sequence[Row]) -> None:
    """The list as a spreadsheet; the same bytes each time."""
    book = Workbook()
    sheet = book.active
    sheet.title = "村庄规划"
    sheet.append(["虚构县村庄规划编制进度台账（虚构数据）"])
    sheet.append([])
    sheet.append(HEAD)
    for row in register_rows(villages):
        sheet.append(row)
    for place, width in enumerate(WIDTHS, 1):
        sheet.column_dimensions[sheet.cell(3, place).column_letter].width = width
    frame(sheet, 3, len(HEAD))
    sheet.freeze_panes = "E4"
    book.properties.created = book.properties.modified = FIXED
    book.save(path)
    without_clock(path)
