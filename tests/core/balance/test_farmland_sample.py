"""The sample tables of farmland balance are what their script makes, and add up to the printed figures."""

from __future__ import annotations

import csv
import subprocess
import sys
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

ROOT = Path(__file__).absolute().parents[3]
FOLDER = ROOT / "resources" / "sample" / "farmland"


def column(name: str, heading: str) -> list[Decimal]:
    with open(FOLDER / name, encoding="utf-8-sig", newline="") as file:
        return [Decimal(row[heading]) for row in csv.DictReader(file)]


def test_the_script_makes_the_same_files_again(tmp_path):
    subprocess.run([sys.executable, str(ROOT / "scripts" / "make_sample_farmland.py"), str(tmp_path)], check=True)
    for path in sorted(tmp_path.iterdir()):
        assert path.read_bytes() == (FOLDER / path.name).read_bytes()
    assert len(list(tmp_path.iterdir())) == 2


def test_outflow_spots_print_as_the_bulletin():
    def printed(amount: Decimal) -> str:
        return str((amount / 10_000).quantize(Decimal("0.01"), ROUND_HALF_UP))

    name = "outflow_spots_madeup_2023.csv"
    ways = [sum(column(name, heading)) for heading in ("整改恢复面积", "落实进出平衡面积", "调整补划面积")]
    assert [printed(each) for each in [*ways, sum(ways)]] == ["10.17", "3.79", "3.62", "17.58"]
    assert sum(column(name, "应整改面积")) == sum(ways)


def test_linkage_projects_add_up_to_the_bulletin():
    approved = column("linkage_projects_madeup_2023.csv", "拆旧复垦面积")
    assert (len(approved), sum(approved)) == (14, Decimal("1342.89"))
    former = Decimal("1342.89") - Decimal("1017.7")
    growth = (Decimal("1017.7") / former * 100).quantize(Decimal("0.01"), ROUND_HALF_UP)
    assert (former, growth) == (Decimal("325.19"), Decimal("312.96"))
