"""Made-up village plans for benchmarks: `python -m land_ledger.benchmarks.plan_package FOLDER --villages 30 --parcels 2500`.

A made-up county's parcels are divided into villages; each becomes a GeoPackage with parcels of the base year and of the plan (one in
twenty with another class), control zones and border, as a Fujian-like delivery: 30 × (2,500 + 2,500) are 150,000 polygons.
"""

from __future__ import annotations

import argparse
import csv
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import shapely

from ..core.resources import resource
from .bulk_geopackage import add_layer, create
from .county import EPSG, draw_county

BASE = (
    "BSM:C20 YSDM:C10 TBBH:C8 JQDLBM:C6 JQDLMC:C60 QSXZ:C2 QSDWDM:C19 QSDWMC:C60 ZLDWDM:C19 ZLDWMC:C60 TBMJ:D SJNF:I BZ:C255"
)
PLAN = "BSM:C20 YSDM:C10 TBBH:C8 GHDLBM:C6 GHDLMC:C60 GHDLMJ:D SSBJLX:C5 BZ:C255"
CONTROL = "BSM:C20 YSDM:C10 GKBJLXDM:C4 GKBJLXMC:C60 MJ:D BZ:C255"
BORDER = "BSM:C20 YSDM:C10 ZLDWDM:C19 ZLDWMC:C60 JSMJ:D CZLX:C20 BZ:C255"
ZONES = {"0101": "一般生态空间", "0201": "一般农业空间", "0301": "村庄集中建设区", "0900": "其他"}
CHANGED = 0.05
MADE_UP = "编造数据"


def class_tables() -> tuple[dict[str, str], dict[str, str]]:
    """Survey class → class of 2023, and the names of these."""
    with resource("codes", "crosswalk_sandiao2019_ydyh2023.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    with resource("codes", "ydyh2023.csv").open(encoding="utf-8-sig", newline="") as file:
        names = {row["code"]: row["name"] for row in csv.DictReader(file)}
    return {row["from_code"]: row["to_code"] or row["candidates"].split("|")[0] for row in rows}, names


def divided(points: np.ndarray, parts: int) -> np.ndarray:
    """int64 (n,): points divided into parts of equal number, halving the longer side each time."""
    part = np.zeros(len(points), dtype=np.int64)
    _divide(points, np.arange(len(points)), 0, parts, part)
    return part


def _divide(points: np.ndarray, rows: np.ndarray, first: int, parts: int, part: np.ndarray) -> None:
    if parts == 1:
        part[rows] = first
        return
    low = parts // 2
    spread = points[rows].max(axis=0) - points[rows].min(axis=0)
    order = rows[np.argsort(points[rows, int(np.argmax(spread))], kind="stable")]
    cut = len(rows) * low // parts
    _divide(points, order[:cut], first, low, part)
    _divide(points, order[cut:], first + low, parts - low, part)


def write_package(folder: Path, villages: int, parcels: int, seed: int) -> int:
    """The package; polygons of base year and plan."""
    folder.mkdir(parents=True, exist_ok=True)
    county = draw_county(villages * parcels, seed)
    _, shapes, columns = county.layers["DLTB"]
    forward, names = class_tables()
    survey = np.array([str(code) for code in columns["DLBM"]], dtype=object)
    codes = np.array([_known(forward.get(code) or forward.get(code.rstrip("K"), code.rstrip("K")), names) for code in survey], dtype=object)
    areas = np.asarray(columns["TBMJ"], dtype=np.float64)
    part = divided(shapely.get_coordinates(shapely.centroid(shapes)), villages)
    rng = np.random.default_rng(seed)
    for village in range(villages):
        rows = np.flatnonzero(part == village)
        _write_village(folder, village, shapes[rows], codes[rows], areas[rows], names, rng)
    return 2 * len(shapes)


def _known(code: str, names: dict[str, str]) -> str:
    while code and code not in names:
        code = code[:-1]
    return code or "2301"


def _write_village(
    folder: Path, number: int, shapes: np.ndarray, codes: np.ndarray, areas: np.ndarray, names: dict[str, str], rng: np.random.Generator
) -> None:
    code, name, count = f"3799011{number // 100 + 1:02d}{number % 100 + 201:03d}", f"示例{number + 1}村", len(shapes)
    bsm = [f"{code}{row:08d}" for row in range(1, count + 1)]
    planned = codes.copy()
    fields = np.flatnonzero([str(each).startswith("01") for each in codes])
    planned[rng.choice(fields, size=min(len(fields), int(count * CHANGED)), replace=False)] = "0301"
    same: dict[str, object] = {"BSM": bsm, "TBBH": [str(row) for row in range(1, count + 1)], "BZ": [MADE_UP] * count}
    base = {
        **same, "YSDM": ["2003010100"] * count, "JQDLBM": codes, "JQDLMC": [names[each] for each in codes], "QSXZ": ["30"] * count,
        "QSDWDM": [f"{code}0000000"] * count, "QSDWMC": [name] * count, "ZLDWDM": [f"{code}0000000"] * count,
        "ZLDWMC": [name] * count, "TBMJ": areas, "SJNF": np.full(count, 2023),
    }  # fmt: skip
    plan = {
        **same, "YSDM": ["2003020210"] * count, "GHDLBM": planned, "GHDLMC": [names[each] for each in planned], "GHDLMJ": areas,
        "SSBJLX": [None] * count,
    }  # fmt: skip
    zones: dict[str, list[int]] = defaultdict(list)
    for row, each in enumerate(planned):
        zones[_zone(str(each))].append(row)
    merged = np.array([shapely.coverage_union_all(shapes[rows]) for rows in zones.values()], dtype=object)
    control = {
        "BSM": bsm[: len(zones)], "YSDM": ["2003020710"] * len(zones), "GKBJLXDM": list(zones), "GKBJLXMC": [ZONES[zone] for zone in zones],
        "MJ": np.array([float(areas[rows].sum()) for rows in zones.values()]), "BZ": [MADE_UP] * len(zones),
    }  # fmt: skip
    border = {
        "BSM": bsm[:1], "YSDM": ["1000600400"], "ZLDWDM": [f"{code}0000000"], "ZLDWMC": [name], "JSMJ": np.array([areas.sum().round(2)]),
        "CZLX": ["集聚提升类"], "BZ": [MADE_UP],
    }  # fmt: skip
    path = folder / f"{code}{name}.gpkg"
    create(path)
    outline = np.array([shapely.coverage_union_all(shapes)], dtype=object)
    for layer, declared, drawn, own in (
        ("CJDCQ", BORDER, outline, border),
        ("JQDLTB", BASE, shapes, base),
        ("GHDLTB", PLAN, shapes, plan),
        ("GKBJ", CONTROL, merged, control),
    ):
        columns = {key: np.array(value, dtype=object) if isinstance(value, list) else value for key, value in own.items()}
        add_layer(path, layer, EPSG, declared, drawn, columns)


def _zone(code: str) -> str:
    if code.startswith(("07", "08", "09", "10", "11", "12", "13", "14", "2301")):
        return "0301"
    if code.startswith(("03", "04", "05", "17")):
        return "0101"
    return "0201" if code.startswith(("01", "02", "06")) else "0900"


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description="Make village plans for benchmarks.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--villages", type=int, default=30)
    parser.add_argument("--parcels", type=int, default=2500)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args(arguments)
    print(write_package(asked.folder, asked.villages, asked.parcels, asked.seed))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
