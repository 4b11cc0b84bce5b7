"""The samples of farmland balance are what their scripts make, and add up to the printed figures and to themselves."""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
import sys
import zipfile
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import openpyxl
import pytest
import shapely

from ..test_sample import PACKAGE, exact, read

ROOT = Path(__file__).absolute().parents[3]
FOLDER = ROOT / "resources" / "sample" / "farmland"
LATER = FOLDER / "farmland_madeup.gpkg"
LOTS = FOLDER / "reserve_lots_madeup.xlsx"
LAYERS = ("DLTB_2026", "DLTBGX", "DLTBGXGC", "BHDK")


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


@pytest.fixture(scope="module")
def made_again(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The second year made twice, with other hash seeds, from the township that is in the repository."""
    if subprocess.run([sys.executable, "-c", "import osgeo"], capture_output=True).returncode != 0:
        pytest.skip("needs GDAL")
    folders = []
    for seed in ("1", "2"):
        folder = tmp_path_factory.mktemp("again")
        shutil.copy(PACKAGE, folder)
        command = [sys.executable, str(ROOT / "scripts" / "make_sample_second_year.py"), str(folder)]
        subprocess.run(command, check=True, capture_output=True, env={**os.environ, "PYTHONHASHSEED": seed})
        folders.append(folder / "farmland")
    return folders


def test_the_second_year_made_twice_is_the_same(made_again):
    first, second = made_again
    for table in LAYERS:
        (here, rows), (there, others) = read(table, first / LATER.name), read(table, second / LATER.name)
        assert [shapely.to_wkb(shape) for shape in here] == [shapely.to_wkb(shape) for shape in there], table
        assert rows == others, table
    assert (first / LOTS.name).read_bytes() == (second / LOTS.name).read_bytes()


def test_the_second_year_is_what_the_script_makes(made_again):
    """Other versions of numpy differ in the last bit of a sine, which changes the areas of a few parcels."""
    for table in LAYERS:
        (here, rows), (there, others) = read(table, LATER), read(table, made_again[0] / LATER.name)
        assert len(here) == len(there), table
        near = shapely.equals_exact(here, there, tolerance=1e-3)
        same = sum(one == other for one, other, by in zip(rows, others, near) if by)
        assert same >= 0.85 * len(here), table


def test_the_reserve_is_what_the_script_makes(made_again):
    """Cell by cell: another openpyxl may write the same cells in other words."""

    def cells(path: Path) -> list[tuple]:
        (sheet,) = openpyxl.load_workbook(path).worksheets
        return [(cell.coordinate, cell.value, cell.number_format) for row in sheet.iter_rows() for cell in row]

    assert cells(made_again[0] / LOTS.name) == cells(LOTS)
    with zipfile.ZipFile(made_again[0] / LOTS.name) as made:
        assert b"2026-01-01T00:00:00Z</dcterms:modified>" in made.read("docProps/core.xml")


def test_the_change_package_leads_from_one_year_to_the_other():
    """Parcels before less those of the package, and its new parcels, are the parcels after; areas by piece are those by parcel."""
    before, after = ({row["BSM"]: row for row in read(*each)[1]} for each in (("DLTB",), ("DLTB_2026", LATER)))
    new = {row["BSM"]: row for row in read("DLTBGX", LATER)[1]}
    pieces = read("DLTBGXGC", LATER)[1]
    left, came = ({row[f"{side}TBBSM"] for row in pieces} for side in ("BGQ", "BGH"))
    assert came == set(new) and left <= set(before)
    assert (set(before) - left) | came == set(after)
    for side, parcels in (("BGQ", before), ("BGH", after)):
        areas: dict[str, Decimal] = {}
        for row in pieces:
            areas[row[f"{side}TBBSM"]] = areas.get(row[f"{side}TBBSM"], Decimal(0)) + exact(row["TBBGMJ"])
        assert areas == {number: exact(parcels[number]["TBMJ"]) for number in areas}
