"""Oracle: every area of an occupation workbook, recomputed from the result layer with SQL and decimals.

It shares no code with the product: the layer is read with sqlite3, the workbook with openpyxl, and what belongs under a
heading is said here once more, by the words that stand in the heading.

    python -m <package>.tests.oracles.workbook_from_pieces pieces.gpkg layer workbook.xlsx
"""

from __future__ import annotations

import re
import sqlite3
import sys
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Optional

import openpyxl

Cell = object
Path_ = tuple[str, ...]

SHEETS = {"T07": "占用土地分类面积表", "STATE": "土地分类面积表（国有）", "COLLECTIVE": "土地分类面积表（集体）",
          "T28": "土地勘测定界表", "T29": "红线压盖分析表"}
NATURES = {"国有": "state", "集体": "collective", "未知": "unknown"}
SQUARE_METRES = {"公顷": Decimal(10000), "平方米": Decimal(1), "亩": Decimal(2000) / 3}

LEAVES = {
    "水田": "0101", "水浇地": "0102", "旱地": "0103", "果园": "0201", "茶园": "0202", "橡胶园": "0203",
    "其他园地": "0204", "乔木林地": "0301", "竹林地": "0302", "灌木林地": "0305", "其他林地": "LDQT", "牧草地": "MCD",
    "农村道路": "1006", "水库水面": "1103", "坑塘水面": "1104", "沟渠": "1107", "设施农用地": "1202",
    "商服用地": "SF", "工矿仓储用地": "GK", "住宅用地": "ZZ", "公共管理与公共服务用地": "GG", "特殊用地": "TS",
    "交通运输用地": "JT", "水工建筑用地": "SG", "空闲地": "KX", "已批建设用地": "YP",
    "其他草地": "QTCD", "河流水面": "HL", "湖泊水面": "HP", "滩涂": "TT", "沼泽地": "ZZD", "盐碱地": "YJ", "沙地": "SD",
    "裸土地": "LT", "裸岩石砾地": "LY", "冰川及永久积雪": "BC", "地类未识别": "UNKNOWN", "图斑未覆盖": "OUTSIDE",
}
GROUPS = {
    "耕地": ["0101", "0102", "0103"],
    "园地": ["0201", "0202", "0203", "0204"],
    "林地": ["0301", "0302", "0305", "LDQT"],
    "其他农用地": ["1006", "1103", "1104", "1107", "1202", "1203"],
    "农用地": ["0101", "0102", "0103", "0201", "0202", "0203", "0204", "0301", "0302", "0305", "LDQT", "MCD",
               "1006", "1103", "1104", "1107", "1202", "1203"],
    "建设用地": ["SF", "GK", "ZZ", "GG", "TS", "JT", "SG", "KX", "YP"],
    "未利用地": ["QTCD", "HL", "HP", "TT", "ZZD", "YJ", "SD", "LT", "LY", "BC"],
}
# (expression of a cell in hundredths of a square metre, condition)
UNITS, RIDGE = "UNITS", "RIDGE_UNITS"
WITHIN = {
    "永久基本农田": (UNITS, "IN_YN = 1"),
    "生态保护红线": (UNITS, "IN_HX = 1"),
    "城镇开发边界内": (UNITS, "IN_KFBJ = 1"),
    "可调整地类（带K）": (UNITS, "IS_K = 1"),
    "25°以上坡耕地": (f"{UNITS} - {RIDGE}", "IS_P25 = 1"),
    "其中：养殖坑塘": (UNITS, "BP_REASON <> 'approved' AND BP_DLBM IN ('1104A', '1104K')"),
}


def check(gpkg_path: str | Path, layer: str, xlsx_path: str | Path) -> list[str]:
    """Contradictions between the result layer and the workbook, each as "sheet, place: printed … recomputed …"."""
    with sqlite3.connect(f"file:{Path(gpkg_path).resolve()}?mode=ro", uri=True) as connection:
        return compare(connection, layer, xlsx_path)


def compare(connection: sqlite3.Connection, layer: str, workbook: str | Path | openpyxl.Workbook) -> list[str]:
    """The same over an open database and, if wanted, an open workbook."""
    pieces = _Pieces(connection, layer)
    book = workbook if isinstance(workbook, openpyxl.Workbook) else openpyxl.load_workbook(workbook)
    found = pieces.odd()
    for key, title in SHEETS.items():
        if title not in book.sheetnames:
            found.append(f"there is no sheet {title}")
            continue
        sheet = _Sheet(book[title])
        judge = {"T28": _forms, "T29": _controls}.get(key, _classes)
        found += [f"{title}, {said}" for said in judge(sheet, pieces, {"STATE": "state", "COLLECTIVE": "collective"}.get(key))]
    return found


class _Pieces:
    """Sums of the layer, in hundredths of a square metre."""

    def __init__(self, connection: sqlite3.Connection, layer: str) -> None:
        self.connection = connection
        self.known: dict[tuple[str, tuple[object, ...]], dict[str, int]] = {}
        quoted = '"' + layer.replace('"', '""') + '"'
        self.layer = "temp.pieces_in_units"
        connection.execute("DROP TABLE IF EXISTS temp.pieces_in_units")
        connection.execute(
            f"CREATE TEMP TABLE pieces_in_units AS SELECT *, CAST(ROUND(AREA_ADJ * 100) AS INTEGER) AS UNITS, "
            f"CAST(ROUND(RIDGE * 100) AS INTEGER) AS RIDGE_UNITS FROM main.{quoted}"
        )
        connection.execute("CREATE INDEX temp.by_plot ON pieces_in_units (FP_ID)")

    def rows(self, sql: str, *values: object) -> list[tuple[object, ...]]:
        return self.connection.execute(sql.replace("PIECES", self.layer), values).fetchall()

    def sum(self, expression: str, where: str, values: Sequence[object] = ()) -> int:
        return int(self.rows(f"SELECT COALESCE(SUM({expression}), 0) FROM PIECES WHERE {where}", *values)[0][0])  # type: ignore[call-overload]

    def distinct(self, fields: str, where: str = "1 = 1") -> list[tuple[object, ...]]:
        return self.rows(f"SELECT DISTINCT {fields} FROM PIECES WHERE {where}")

    def cell(self, path: Path_, where: str, values: Sequence[object]) -> int | None:
        """What belongs under a heading, None if the heading is not known."""
        last = path[-1]
        sums = self._sums(where, tuple(values))
        if last in sums:
            return sums[last]
        if last == "田坎":
            return sums.get("1203", 0)
        if last in ("小计", "合计") and len(path) > 1 and path[-2] in GROUPS:
            return sum(sums.get(key, 0) for key in GROUPS[path[-2]])
        return sums.get(LEAVES[last], 0) if last in LEAVES else None

    def _sums(self, where: str, values: tuple[object, ...]) -> dict[str, int]:
        """Sums by column key (net, ridges under 1203), of the whole, and of what lies within something."""
        if (where, values) not in self.known:
            net = self.rows(f"SELECT COLUMN_KEY, SUM({UNITS} - {RIDGE}) FROM PIECES WHERE {where} GROUP BY 1", *values)
            sums = {str(key): int(area) for key, area in net}  # type: ignore[call-overload]
            sums["1203"] = sums.get("1203", 0) + self.sum(RIDGE, where, values)
            sums["总面积"] = sums["总计"] = self.sum(UNITS, where, values)
            for name, (expression, condition) in WITHIN.items():
                sums[name] = self.sum(expression, f"({where}) AND {condition}", values)
            self.known[where, values] = sums
        return self.known[where, values]

    def odd(self) -> list[str]:
        """What the layer says of itself that can't be."""
        checks = {
            "ridge above the piece": f"{RIDGE} > {UNITS} OR {RIDGE} < 0",
            "negative area": f"{UNITS} < 0",
            "AREA_HA is not AREA_ADJ": "ABS(AREA_HA * 10000 - AREA_ADJ) > 1e-6",
            "AREA_MU is not AREA_ADJ": "ABS(AREA_MU * 2000 / 3 - AREA_ADJ) > 1e-6",
            "AREA_DIFF is not AREA_ADJ - AREA_RAW": "ABS(AREA_ADJ - AREA_RAW - AREA_DIFF) > 1e-5",
            "NET_GD is not AREA_ADJ - RIDGE": "COLUMN_KEY IN ('0101', '0102', '0103') AND ABS(AREA_ADJ - RIDGE - NET_GD) > 1e-6",
            "NET_GD on other land": "COLUMN_KEY NOT IN ('0101', '0102', '0103') AND NET_GD <> 0",
            "ridge on other land": "COLUMN_KEY NOT IN ('0101', '0102', '0103') AND RIDGE <> 0",
            "area is no whole number of 0.01": "ABS(AREA_ADJ * 100 - ROUND(AREA_ADJ * 100)) > 1e-4",
        }
        found = [f"layer: {count} × {what}" for what, where in checks.items()
                 if (count := self.rows(f"SELECT COUNT(*) FROM PIECES WHERE {where}")[0][0])]
        twice = self.rows("SELECT COUNT(*) FROM (SELECT PIECE FROM PIECES GROUP BY PIECE HAVING SUM(COUNTED) <> 1)")[0][0]
        return [*found, *([f"layer: {twice} × piece that does not count once"] if twice else [])]


class _Sheet:
    """A sheet with merged cells filled, and the areas of its unit."""

    def __init__(self, sheet: openpyxl.worksheet.worksheet.Worksheet) -> None:
        self.grid = [list(row) for row in sheet.iter_rows(values_only=True)]
        self.heights: dict[tuple[int, int], int] = {}
        for merged in sheet.merged_cells.ranges:
            value = self.grid[merged.min_row - 1][merged.min_col - 1]
            self.heights[merged.min_row - 1, merged.min_col - 1] = merged.max_row - merged.min_row + 1
            for row in range(merged.min_row - 1, merged.max_row):
                for column in range(merged.min_col - 1, merged.max_col):
                    self.grid[row][column] = value
        said = "".join(str(value) for row in self.grid[:4] for value in row if value)
        self.unit = next(SQUARE_METRES[word] for word in SQUARE_METRES if re.search(f"单位：{word}", said))

    def starts(self, text: str) -> list[int]:
        return [number for number, row in enumerate(self.grid) if row[0] == text and not (number and self.grid[number - 1][0] == text)]

    def headings(self, top: int) -> tuple[list[Path_], int]:
        """Path of each column from the header that begins at row `top`, and the first row below it."""
        below = top + max(self.heights.get((top, 0), 1), 1)
        paths = []
        for column in range(len(self.grid[top])):
            labels = [str(self.grid[row][column]) for row in range(top, below) if self.grid[row][column] is not None]
            paths.append(tuple(label for place, label in enumerate(labels) if place == 0 or label != labels[place - 1]))
        return paths, below

    def differs(self, printed: Cell, hundredths: int) -> str | None:
        """A sentence when the cell does not say exactly that area; a blank cell is zero."""
        value = Decimal(0) if printed is None else Decimal(repr(printed)) if isinstance(printed, (int, float)) else None
        if value is None or abs(value * self.unit - Decimal(hundredths) / 100) > Decimal("1e-9"):
            return f"printed {printed}, recomputed {Decimal(hundredths) / 100 / self.unit}"
        return None


def _text(value: Cell) -> str:
    return "" if value is None else str(value)


def _classes(sheet: _Sheet, pieces: _Pieces, nature: Optional[str]) -> Iterator[str]:
    """T07 and its two halves: owner rows, sub-totals, rows taken off, summaries, total, and columns that are missing."""
    (top,) = sheet.starts("地块编号")
    paths, below = sheet.headings(top)
    own = "1 = 1" if nature is None else f"QSXZ = '{nature}'"
    names = {path[-1]: column for column, path in enumerate(paths) if path and not _is_area(path)}
    first = min(column for column, path in enumerate(paths) if path and _is_area(path))
    plots = {_text(row[0]) for row in pieces.distinct("FP_ID", own)}
    seen: set[tuple[str, ...]] = set()
    shown: set[Path_] = set()
    totals = 0
    for row in sheet.grid[below:]:
        label = _text(row[0])
        if label.startswith(("注", "填表人")) or not any(value is not None for value in row):
            break
        town, village, group = (_text(row[names[name]]) for name in ("乡镇", "村", "组/权利人"))
        kind = _text(row[names["权属性质"]]) if "权属性质" in names else ""
        place = " ".join(text for text in (label, town, village, group, kind) if text)
        if label in ("总计", "合计"):
            where, values, totals = f"({own}) AND COUNTED = 1", [], totals + 1
        elif label.endswith("小计") and label[:-2] in NATURES:
            where, values = "COUNTED = 1 AND QSXZ = ?", [NATURES[label[:-2]]]
        elif label in plots and town in ("合计", "小计"):
            where, values = f"({own}) AND FP_ID = ?", [label]
        elif label in plots and group == "小计":
            where, values = f"({own}) AND FP_ID = ? AND COALESCE(XZ, '') = ? AND COALESCE(CUN, '') = ?", [label, town, village]
        elif label in plots:
            of_kind = nature or NATURES.get(kind, kind)
            where = "FP_ID = ? AND COALESCE(XZ, '') = ? AND COALESCE(CUN, '') = ? AND COALESCE(ZU, '') = ? AND QSXZ = ?"
            values = [label, town, village, group, of_kind]
            codes = pieces.distinct("SUBSTR(COALESCE(OWNER_CODE, ''), 1, 12)", where.replace("?", "'%s'") % tuple(values))
            if len(codes) > 1 or tuple(values) in seen:
                where = f"({own}) AND 1 = 0"  # several units of one name: their sum is judged by the sub-total
                seen.add(tuple(values))
                continue
            seen.add(tuple(values))
        else:
            of_kind = nature or NATURES.get(kind)
            subtotal = "合计" in (town, village) or "小计" in (town, group)
            where = "COUNTED = 0" if subtotal or of_kind is None else f"COUNTED = 0 AND QSXZ = '{of_kind}'"
            where, values = f"({own}) AND {where}", []
        sign = -1 if "COUNTED = 0" in where else 1
        for column in range(first, len(paths)):
            path = paths[column]
            expected = pieces.cell(path, where, values)
            if expected is None:
                yield f"{'>'.join(path)}: a heading the oracle does not know"
                continue
            shown.add(path)
            said = sheet.differs(row[column], sign * expected)
            if said:
                yield f"{place}, {'>'.join(path)}: {said}"
    if totals != 1:
        yield f"{totals} rows of totals"
    for fp, town, village, group, kind in pieces.distinct("FP_ID, XZ, CUN, ZU, QSXZ", own):
        if tuple(_text(value) for value in (fp, town, village, group, kind)) not in seen:
            yield f"no row for {fp} {town} {village} {group} {kind}"
    leaves = {path[-1] for path in shown}
    for name in [*LEAVES, "田坎", *WITHIN]:
        if name not in leaves and not (nature and name in WITHIN):
            missing = pieces.cell((name,), f"({own}) AND COUNTED = 1", [])
            if missing:
                yield f"no column {name} for {Decimal(missing) / 100} m²"


def _is_area(path: Path_) -> bool:
    return path[0] in ("总面积", "农用地", "建设用地", "未利用地", "地类未识别", "图斑未覆盖", "其中")


def _forms(sheet: _Sheet, pieces: _Pieces, nature: Optional[str]) -> Iterator[str]:
    """T28: each page by its plot, lines by column; lines that are missing must be empty."""
    columns = {"合计": "1 = 1", "国有": "QSXZ = 'state'", "集体": "QSXZ = 'collective'", "权属不明": "QSXZ = 'unknown'"}
    tops, ends = sheet.starts("地类"), sheet.starts("界址点数")
    plots = sheet.starts("地块编号")
    pages = [_text(sheet.grid[row][1]) for row in plots]
    wanted = {_text(row[0]) for row in pieces.distinct("FP_ID")}
    if not wanted <= set(pages) or len(pages) != len(set(pages)) or len(tops) != len(pages):
        yield f"pages {pages} for plots {sorted(wanted)}"
    for plot, top, end in zip(pages, tops, ends):
        paths, below = sheet.headings(top)
        first = min(column for column, path in enumerate(paths) if path and path[0] == "面积")
        lines: set[str] = set()
        for row in sheet.grid[below:end]:
            labels = [_text(value) for value in row[:first] if value is not None]
            path = tuple(label for place, label in enumerate(labels) if place == 0 or label != labels[place - 1])
            lines.add(path[-1])
            for column in range(first, len(paths)):
                expected = pieces.cell(path, f"FP_ID = ? AND {columns[paths[column][-1]]}", [plot])
                said = "not known to the oracle" if expected is None else sheet.differs(row[column], expected)
                if said:
                    yield f"{plot}, {'>'.join(path)}, {paths[column][-1]}: {said}"
        for name in LEAVES:
            if name not in lines and pieces.cell((name,), "FP_ID = ?", [plot]):
                yield f"{plot}: no line {name}"


def _controls(sheet: _Sheet, pieces: _Pieces, nature: Optional[str]) -> Iterator[str]:
    """T29: each plot, the row taken off and the total, for each line that the layer tells of."""
    (top,) = sheet.starts("地块编号")
    paths, below = sheet.headings(top)
    plots = {_text(row[0]) for row in pieces.distinct("FP_ID")}
    for row in sheet.grid[below:]:
        label = _text(row[0])
        if label.startswith(("注", "填表人")) or not any(value is not None for value in row):
            break
        where, values, sign = ("COUNTED = 0", [], -1)
        if label in plots:
            where, values, sign = "FP_ID = ?", [label], 1
            plots.discard(label)
        elif label == "合计":
            where, values, sign = "COUNTED = 1", [], 1
        for column, path in enumerate(paths):
            condition = _control_condition(path)
            if condition is not None:
                expected = pieces.sum(UNITS, f"{where} AND {condition[0]}", [*values, *condition[1]])
                said = sheet.differs(row[column], sign * expected)
                if said:
                    yield f"{label}, {'>'.join(path)}: {said}"
    if plots:
        yield f"no rows for {sorted(plots)}"


def _control_condition(path: Path_) -> tuple[str, list[object]] | None:
    if path == ("总面积",):
        return "1 = 1", []
    if not path or path[-1] != "面积":
        return None
    flags = {"永久基本农田": "IN_YN = 1", "生态保护红线": "IN_HX = 1", "已批建设用地": "IN_YP = 1"}
    if path[0] in flags:
        return flags[path[0]], []
    if path[0] == "城镇开发边界":
        return f"IN_KFBJ = {int(path[1] == '内')}", []
    if path[0] == "规划用途":
        return "PLAN_USE = ?", [path[1].split(" ")[0]]
    return "('；' || EXTRA || '；') LIKE '%；' || ? || '；%'", [path[0]]


if __name__ == "__main__":
    contradictions = check(*sys.argv[1:4])
    print("\n".join(contradictions) or "no contradiction")
    sys.exit(bool(contradictions))
