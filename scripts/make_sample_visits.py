#!/usr/bin/env python3
"""Make the sample list of visits and suggestions of planner teams, and the teams that made them.

`make_sample_visits.py [folder]` writes `sample_visits_2023.xlsx` (a sheet of visits, one of suggestions, as offices keep
them), `sample_planner_teams.csv`, `sample_planner_assignment.csv` and `sample_planner_towns.geojson` (the units, for maps).
Teams, people, places, visits and suggestions are made up by a seed, and the files say so. A municipal bulletin of 2023 prints
“90余次” visits and “280余条” suggestions: here are a few more than these, so that the printed figures hold; of the year before
there are fewer, for the comparison.
"""

from __future__ import annotations

import csv
import datetime
import json
import random
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "sample" / "service"
BOOK_NAME = "sample_visits_2023.xlsx"
TEAMS_NAME = "sample_planner_teams.csv"
ASSIGNMENT_NAME = "sample_planner_assignment.csv"
TOWNS_NAME = "sample_planner_towns.geojson"
SEED = 20231231
MADE_UP = "编造示例"
YEARS = {2022: (61, 174), 2023: (94, 286)}
"""Year → visits, suggestions: those of 2023 are more than a bulletin's 90余 and 280余."""

FIELDS = ("公共空间品质提升", "背街小巷综合整治", "环境优化提升", "名城保护")
DEPARTMENTS = ("住房和城乡建设局（示例）", "城市管理局（示例）", "文化和旅游局（示例）", "街道办事处（示例）", "乡镇人民政府（示例）")
TEAMS = tuple((f"GH{number}", f"第{name}规划师小组（示例）", f"编造{name}") for number, name in enumerate("一二三四五六", 1))
UNITS = tuple(
    (f"3715991{number:02d}", f"{name}{kind}（示例）")
    for number, (name, kind) in enumerate(
        [*((name, "街道") for name in ("东湖", "古楼", "新桥", "南关", "北坝", "柳园")),
         *((name, "镇") for name in ("沙窝", "梁店", "于林", "杜堂", "闫寨", "侯营", "张庙", "李集", "朱桥", "郑庄", "许堤")),
         ("堤口", "乡")], 1)
)  # fmt: skip
TEXTS = {
    "公共空间品质提升": ("增设座椅和遮阴", "口袋公园补植乔木", "广场铺装改为透水砖", "增加无障碍坡道", "体育设施错时开放"),
    "背街小巷综合整治": ("架空线入地", "清理占道堆物", "墙面统一修补", "雨污管网改造", "照明补盲"),
    "环境优化提升": ("沟渠清淤并种植护坡", "垃圾收集点移位", "停车位重新划线", "裸露土地复绿", "出入口交通组织优化"),
    "名城保护": ("历史建筑挂牌保护", "古街门楼按原样修缮", "保护范围内控制高度", "古树名木围护", "老街店招风貌统一"),
}
# State → share in a hundred, of a year that is over.
STATES = (("提出", 6), ("报送", 14), ("采纳", 32), ("部分采纳", 13), ("未采纳", 9), ("落实", 26))
VISIT_HEAD = ("序号", "走访编号", "走访日期", "小组", "服务单元", "参加人员", "参加人次", "重点领域", "走访内容", "备注")
SUGGESTION_HEAD = (
    "序号", "编号", "走访编号", "日期", "小组/规划师", "单元", "重点领域", "意见建议", "报送部门", "状态", "状态日期", "采纳依据", "备注",
)  # fmt: skip


def visits_of(year: int, count: int, chance: random.Random) -> list[list[Any]]:
    """Rows of visits, by day."""
    first = datetime.date(year, 1, 4)
    days = sorted(first + datetime.timedelta(days=chance.randrange(355)) for _ in range(count))
    rows = []
    for number, day in enumerate(days, 1):
        unit = chance.randrange(len(UNITS))
        team = TEAMS[unit % len(TEAMS)]
        people = chance.randrange(2, 8)
        field = chance.choice(FIELDS)
        rows.append(
            [number, f"ZF{year}-{number:03d}", day, team[1], UNITS[unit][1], f"{team[2]}等", people, field, f"现场调研{field}", MADE_UP]
        )
    return rows


def suggestions_of(year: int, count: int, visits: list[list[Any]], chance: random.Random) -> list[list[Any]]:
    """Rows of suggestions, each of a visit; every visit has some."""
    of = [*range(len(visits)), *(chance.randrange(len(visits)) for _ in range(count - len(visits)))]
    names, weights = zip(*STATES)
    rows = []
    for number, place in enumerate(sorted(of), 1):
        _, visit, day, team, unit, _, _, topic, *_ = visits[place]
        field = topic if chance.random() < 0.6 else chance.choice(FIELDS)
        state = chance.choices(names, weights)[0]
        since = day if state == "提出" else min(day + datetime.timedelta(days=chance.randrange(5, 60)), datetime.date(year, 12, 31))
        decided = state in ("采纳", "部分采纳", "落实")
        rows.append(
            [
                number, f"JY{year}-{number:03d}", visit, day, team, unit, field, f"{unit}：{chance.choice(TEXTS[field])}",
                "" if state == "提出" else chance.choice(DEPARTMENTS), state, since,
                f"示例函〔{year}〕{number}号" if decided else "", MADE_UP,
            ]
        )  # fmt: skip
    return rows


def write_book(path: Path) -> dict[int, tuple[int, int]]:
    """The workbook; returns how many visits and suggestions it has of each year."""
    from openpyxl import Workbook

    chance = random.Random(SEED)
    visits: list[list[Any]] = []
    suggestions: list[list[Any]] = []
    for year, (visit_count, suggestion_count) in YEARS.items():
        of_year = visits_of(year, visit_count, chance)
        suggestions += suggestions_of(year, suggestion_count, of_year, chance)
        visits += of_year
    book = Workbook()
    stamp = datetime.datetime(2024, 1, 1)
    book.properties.created = book.properties.modified = stamp
    for place, (name, title, head, rows) in enumerate(
        (
            ("走访记录", "责任规划师走访记录（编造示例）", VISIT_HEAD, visits),
            ("意见建议台账", "责任规划师意见建议台账（编造示例）", SUGGESTION_HEAD, suggestions),
        )
    ):
        sheet = book.active if place == 0 else book.create_sheet()
        sheet.title = name
        sheet.append([title])
        sheet.append(list(head))
        for number, row in enumerate(rows, 1):
            sheet.append([number, *row[1:]])
        sheet.append(["填表人：", None, "审核人："])
        for column, width in enumerate((6, 12, 12, 12, 24, 20, 18, 36, 24, 12, 12, 20, 10)[: len(head)], 1):
            sheet.column_dimensions[sheet.cell(2, column).column_letter].width = width
    book.save(path)
    return YEARS


def write_teams(path: Path) -> None:
    """The teams as a table that the toolbox reads."""
    rows = [(code, name, lead, "责任规划师", "街镇", "2022-01-01", "2024-12-31", MADE_UP) for code, name, lead in TEAMS]
    _write_rows(path, ("小组编号", "小组名称", "牵头规划师", "服务角色", "服务层级", "聘期起始", "聘期截止", "备注"), rows)


def write_assignment(path: Path) -> None:
    """Which team serves which unit, as `landledger:assignteams` would write it."""
    rows = [(code, name, TEAMS[place % len(TEAMS)][0], "责任规划师", MADE_UP) for place, (code, name) in enumerate(UNITS)]
    _write_rows(path, ("UNIT", "UNIT_NAME", "TEAM", "ROLE", "备注"), rows)


def write_towns(path: Path) -> None:
    """The units as areas in longitude and latitude: cells of a crooked grid, three across and six up."""
    chance, across, up, bends = random.Random(SEED), 3, 6, 6

    def near(row: int, column: int) -> tuple[float, float]:
        return 115.60 + 0.14 * column + chance.uniform(-0.03, 0.03), 36.20 + 0.09 * row + chance.uniform(-0.02, 0.02)

    corners = [[near(row, column) for column in range(across + 1)] for row in range(up + 1)]

    def border(start: tuple[float, float], end: tuple[float, float]) -> list[tuple[float, float]]:
        inner = [
            tuple(round(a + (b - a) * step / bends + chance.uniform(-0.004, 0.004), 6) for a, b in zip(start, end))
            for step in range(1, bends)
        ]
        return [tuple(round(value, 6) for value in start), *inner, tuple(round(value, 6) for value in end)]  # type: ignore[misc]

    level = [[border(corners[row][column], corners[row][column + 1]) for column in range(across)] for row in range(up + 1)]
    upright = [[border(corners[row][column], corners[row + 1][column]) for column in range(across + 1)] for row in range(up)]
    features = []
    for place, (code, name) in enumerate(UNITS):
        row, column = divmod(place, across)
        ring = [
            *level[row][column], *upright[row][column + 1][1:], *level[row + 1][column][-2::-1], *upright[row][column][-2::-1],
        ]  # fmt: skip
        shape = {"type": "Polygon", "coordinates": [ring]}
        values = {"DYDM": code, "DYMC": name, "BZ": MADE_UP}
        features.append({"type": "Feature", "properties": values, "geometry": shape})
    lines = ",\n".join(json.dumps(feature, ensure_ascii=False) for feature in features)
    path.write_text(f'{{"type": "FeatureCollection", "name": "街镇（编造示例）", "features": [\n{lines}\n]}}\n', encoding="utf-8")


def _write_rows(path: Path, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(head)
        out.writerows(rows)


def main(arguments: list[str]) -> None:
    folder = Path(arguments[0]) if arguments else FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    found = write_book(folder / BOOK_NAME)
    write_teams(folder / TEAMS_NAME)
    write_assignment(folder / ASSIGNMENT_NAME)
    write_towns(folder / TOWNS_NAME)
    for year, (visits, suggestions) in found.items():
        print(f"{year}: {visits} visits, {suggestions} suggestions (made up) in {folder / BOOK_NAME}")


if __name__ == "__main__":
    main(sys.argv[1:])
