#!/usr/bin/env python3
"""Make the sample tables of farmland balance, whose sums are those of a printed bulletin, split by a seed.

`make_sample_farmland.py [folder]` writes CSV files into `resources/sample/farmland`. Only the sums are printed figures; spots,
counties, projects, patches and documents are made up, and every row says so. The files are the same each time.
"""

from __future__ import annotations

import csv
import random
import sys
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "sample" / "farmland"
SEED = 2023
MADE_UP = "编造示例"
COUNTIES = tuple((f"3799{number:02d}", f"示例{name}县") for number, name in enumerate("甲乙丙丁戊己庚辛", 1))
SPOTS_A_COUNTY = 5
WAYS = (("整改恢复面积", "101748.36"), ("落实进出平衡面积", "37859.12"), ("调整补划面积", "36183.09"))
"""亩: print as 10.17, 3.79 and 3.62 万亩, and their sum as 17.58."""

PROJECTS, DEMOLITION = 14, "1342.89"
"""Projects and 亩 of demolition to be reclaimed, as printed; 1017.7 亩 or 312.96 % more than in the year before."""

BUILDING = (("建新面积", 45), ("安置面积", 15), ("复垦耕地面积", 85), ("占用耕地面积", 30), ("已使用节余", 20))
"""Shares of accepted reclamation in per cent: made up."""


def shares(total: Decimal, count: int, rng: random.Random, decimals: int = 2) -> list[Decimal]:
    """`count` positive parts of a total, which they sum up to exactly."""
    step = Decimal(1).scaleb(-decimals)
    weights = [rng.randint(40, 160) for _ in range(count)]
    parts = [(total * weight / sum(weights)).quantize(step) for weight in weights]
    parts[-1] += total - sum(parts)
    return parts


def spots(rng: random.Random) -> list[dict[str, object]]:
    """Outflow spots, each rectified in full by one, two or three ways."""
    count = len(COUNTIES) * SPOTS_A_COUNTY
    parts = [shares(Decimal(total), count, rng) for _, total in WAYS]
    rows = []
    for place in range(count):
        code, county = COUNTIES[place // SPOTS_A_COUNTY]
        own = [part[place] for part in parts]
        number = f"LC{place + 1:03d}"
        rows.append(
            {
                "图斑编号": number, "坐落单位代码": f"{code}001{place % SPOTS_A_COUNTY + 1:03d}0000000", "行政区名称": county,
                "乡镇名称": "示例镇", "坐落单位名称": f"示例{place % SPOTS_A_COUNTY + 1}村", "流出年度": 2020 + place % 3,
                "流出前地类": "0103", "流出后地类": ("0201", "0301", "1104", "0404")[place % 4],
                "流出情形": ("种植园木", "造林", "挖塘", "抛荒")[place % 4], "是否永农": "否",
                "流出面积": sum(own), "应整改面积": sum(own), **{name: part for (name, _), part in zip(WAYS, own)},
                "恢复后地类": "0103", "进出平衡方案编号": f"{code}-2023-{place + 1:02d}", "转进图斑编号": f"ZJ{place + 1:03d}",
                "补划图斑编号": f"BH{place + 1:03d}", "举证日期": f"2023-{place % 12 + 1:02d}-15",
                "举证材料": f"JZ{place + 1:03d}（{MADE_UP}）", "销号日期": "2023-12-25" if place % 2 else "",
            }
        )  # fmt: skip
    return rows


def projects(rng: random.Random) -> list[dict[str, object]]:
    """Project areas of increase–decrease linkage; what of them is built on, resettled and used is a share of each."""
    rows = []
    for place, approved in enumerate(shares(Decimal(DEMOLITION), PROJECTS, rng), 1):
        code, county = COUNTIES[place % len(COUNTIES)]
        accepted = (approved * rng.randint(90, 100) / 100).quantize(Decimal("0.01")) if place % 5 else Decimal(0)
        parts = {name: (accepted * share / 100).quantize(Decimal("0.01")) for name, share in BUILDING}
        rows.append(
            {
                "项目区编号": f"{code}-ZJGG-{place:02d}", "项目区名称": f"示例{place}项目区（{MADE_UP}）", "行政区名称": county,
                "行政区代码": code, "批准文号": f"示例增减挂钩〔2023〕{place}号（{MADE_UP}）", "批准日期": "2023-06-30",
                "拆旧复垦面积": approved, "验收复垦面积": accepted, "验收文号": f"示例验〔2023〕{place}号" if accepted else "", **parts,
            }
        )  # fmt: skip
    return rows


def write(path: Path, rows: Sequence[dict[str, object]]) -> None:
    """Rows as a CSV file that spreadsheets and QGIS read."""
    with open(path, "w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def main() -> int:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    rng = random.Random(SEED)
    write(folder / "outflow_spots_madeup_2023.csv", spots(rng))
    write(folder / "linkage_projects_madeup_2023.csv", projects(rng))
    return 0


if __name__ == "__main__":
    sys.exit(main())
