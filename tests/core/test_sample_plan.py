"""The sample village plans: the same each time, areas registered, faults where they are listed."""

from __future__ import annotations

import csv
import os
import sqlite3
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

ROOT = Path(__file__).absolute().parents[2]
FOLDER = ROOT / "resources" / "sample" / "village_plan"
PROJECTS = ROOT / "resources" / "sample" / "village_plan_projects"
SOUND = FOLDER / "379901101202乙营村.gpkg"


def column(layer: str, *names: str) -> list[tuple]:
    with sqlite3.connect(f"file:{SOUND}?mode=ro", uri=True) as database:
        return database.execute(f'SELECT {", ".join(names)} FROM "{layer}"').fetchall()


def test_plan_and_base_have_the_registered_area():
    (registered,) = column("CJDCQ", "JSMJ")
    total = Decimal(str(registered[0]))
    for layer, area in (("JQDLTB", "TBMJ"), ("GHDLTB", "GHDLMJ"), ("GKBJ", "MJ")):
        assert sum(Decimal(str(row[0])) for row in column(layer, area)) == total, layer


def test_codes_of_features_are_distinct_and_begin_with_the_village():
    for layer in ("CJDCQ", "JQDLTB", "GHDLTB", "GGJCSSD", "GHGGJCSSD", "GKBJ"):
        codes = [row[0] for row in column(layer, "BSM")]
        assert len(set(codes)) == len(codes) and all(code.startswith("379901101202") and len(code) == 20 for code in codes)


def test_construction_land_shrinks_in_the_sound_plan():
    built = {layer: sum(Decimal(str(area)) for code, area in column(layer, code, area) if code.startswith("07"))
             for layer, code, area in (("JQDLTB", "JQDLBM", "TBMJ"), ("GHDLTB", "GHDLBM", "GHDLMJ"))}  # fmt: skip
    assert built["GHDLTB"] < built["JQDLTB"]


def test_faults_are_listed_and_everything_says_that_it_is_made_up():
    with (FOLDER / "faults.csv").open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.DictReader(file))) == 8
    for layer in ("CJDCQ", "JQDLTB", "GHDLTB", "GKBJ"):
        assert {row[0] for row in column(layer, "BZ")} == {"虚构数据"}


def test_making_it_twice_gives_the_same(tmp_path):
    if subprocess.run([sys.executable, "-c", "import osgeo"], capture_output=True).returncode != 0:
        pytest.skip("needs GDAL")
    made = []
    for seed in ("1", "2"):
        folder = tmp_path / seed
        command = [sys.executable, str(ROOT / "scripts" / "make_sample_plan.py"), str(folder)]
        subprocess.run(command, check=True, capture_output=True, env={**os.environ, "PYTHONHASHSEED": seed})
        roots = (folder, tmp_path / f"{seed}_projects")
        files = [(path.relative_to(root), path.read_bytes()) for root in roots for path in root.rglob("*") if path.is_file()]
        made.append(sorted(files))
    first, second = made
    assert [name for name, _ in first] == [name for name, _ in second]
    assert all(one == other for (name, one), (_, other) in zip(first, second) if name.suffix != ".gpkg")
    assert {name.as_posix() for name, _ in first} >= {
        path.relative_to(root).as_posix() for root in (FOLDER, PROJECTS) for path in root.rglob("*")
        if path.is_file() and path.name != "README.md"
    }  # fmt: skip


def test_projects_and_list_of_plans_are_those_that_ship(tmp_path):
    """What stands in the sample is what the script writes, and says that it is made up."""
    if subprocess.run([sys.executable, "-c", "import osgeo"], capture_output=True).returncode != 0:
        pytest.skip("needs GDAL")
    command = [sys.executable, str(ROOT / "scripts" / "make_sample_plan.py"), str(tmp_path / "plans")]
    subprocess.run(command, check=True, capture_output=True)
    layers = []
    for folder in (PROJECTS, tmp_path / "plans_projects"):
        with sqlite3.connect(f"file:{folder / 'projects_madeup.gpkg'}?mode=ro", uri=True) as database:
            layers.append(database.execute("SELECT DKBH, XMMC, GHYT, BZ, hex(geom) FROM XMHX ORDER BY fid").fetchall())
    assert layers[0] == layers[1] and len(layers[0]) == 7 and {row[3] for row in layers[0]} == {"虚构数据"}
    lists = [load_workbook(folder / "village_plans_madeup.xlsx").active for folder in (PROJECTS, tmp_path / "plans_projects")]
    rows = [[tuple(row) for row in sheet.iter_rows(values_only=True)] for sheet in lists]
    assert rows[0] == rows[1] and "虚构数据" in rows[0][0][0] and {row[-1] for row in rows[0][3:]} == {"虚构数据"}
    assert sum(row[7] in ("已批复", "已入库") for row in rows[0][3:]) == 8
