"""landledger:planmapbook as QGIS runs it: pixels against the class colours, words in the PDF against SQL, files, refusals."""

from __future__ import annotations

import csv
import gc
import re
import shutil
import sqlite3
import subprocess
import unicodedata
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest
import shapely
from osgeo import ogr

from .occupation_runs import files_in, is_one_sentence, qgis_process, results_of
from .plan_packages import PLAN_CODES, classes, square, villages, write
from .test_layouts import read_pdf

ALGORITHM = "landledger:planmapbook"
ROOT = Path(__file__).absolute().parents[2]
SAMPLE = ROOT / "resources" / "sample" / "village_plan"
SOUND = "379901101202乙营村.gpkg"


@pytest.fixture(scope="module")
def plans(tmp_path_factory):
    return Path(shutil.copytree(SAMPLE, tmp_path_factory.mktemp("plans") / "plans"))


@pytest.fixture
def run(provider, out, said_feedback):
    """run(NAME=value …) -> results, with the feedback in `run.feedback`."""

    def run_algorithm(**values):
        import processing

        run_algorithm.feedback = said_feedback()
        parameters = {"PDF": str(out / "book.pdf"), "PICTURES": str(out / "pages"), "DPI": 100, **values}
        results = processing.run(ALGORITHM, {k: v for k, v in parameters.items() if v}, feedback=run_algorithm.feedback)
        assert not run_algorithm.feedback.debug
        return results

    yield run_algorithm
    gc.collect()


@pytest.fixture
def refused(run, out):
    from qgis.core import QgsProcessingException

    def refuse(**values) -> str:
        with pytest.raises(QgsProcessingException) as raised:
            run(**values)
        assert is_one_sentence(str(raised.value)), str(raised.value)
        assert not files_in(out) and not (out / "pages").exists()
        return str(raised.value)

    return refuse


def page_text(pdf, page: int) -> str:
    command = ["pdftotext", "-layout", "-f", str(page), "-l", str(page), str(pdf), "-"]
    return unicodedata.normalize("NFKC", subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def shapes_of(layer: str, field: str) -> list[tuple[shapely.Geometry, str]]:
    source = ogr.Open(str(SAMPLE / SOUND))
    return [(shapely.from_wkb(bytes(f.GetGeometryRef().ExportToWkb())), f.GetField(field)) for f in source.GetLayerByName(layer)]


def colours() -> dict[str, str]:
    with (ROOT / "resources" / "codes" / "ydyh_colours.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["version"] == "ydyh2023"]
    return {row["code"]: f"#{int(row['red']):02x}{int(row['green']):02x}{int(row['blue']):02x}" for row in rows}


class Page:
    """A picture of a page: the colour at a place of the ground, by arithmetic of our own."""

    def __init__(self, file, scale: int, ground: shapely.Geometry) -> None:
        from qgis.PyQt.QtGui import QImage

        from ...processing.adapters.layouts.paper import Paper, Size, places_on

        self.image = QImage(str(file))
        paper = Paper(Size.A3, self.image.width() > self.image.height())
        self.frame, self.dots, self.scale = places_on(paper).map, self.image.width() / paper.width, scale
        west, south, east, north = ground.bounds
        self.west = (west + east) / 2 - self.frame.width * scale / 2000
        self.north = (south + north) / 2 + self.frame.height * scale / 2000

    def colour(self, x: float, y: float) -> str:
        across = (self.frame.x + (x - self.west) * 1000 / self.scale) * self.dots
        down = (self.frame.y + (self.north - y) * 1000 / self.scale) * self.dots
        return self.image.pixelColor(int(across), int(down)).name()


BASE, PLAN = ("JQDLTB", "JQDLBM"), ("GHDLTB", "GHDLBM")


@pytest.mark.parametrize(("number", "own", "other"), [(0, BASE, PLAN), (1, PLAN, BASE)])
def test_parcels_stand_where_they_are_in_the_colours_of_their_classes(run, plans, out, number, own, other) -> None:
    results = run(PACKAGE=str(plans / SOUND))
    file = sorted((out / "pages").glob("*.png"))[number]
    border = shapely.union_all([shape for shape, _ in shapes_of("CJDCQ", "BSM")])
    page, known = Page(file, results["SCALE"], border), colours()
    seen = right = 0
    kinds, changed = set(), []
    others = shapes_of(*other)
    for shape, code in shapes_of(*own):
        inner = shape.buffer(-12)
        if inner.is_empty:
            continue
        # Off the middle, where the code is written.
        place = shapely.point_on_surface(inner.intersection(shapely.box(*inner.bounds)).difference(inner.centroid.buffer(25)))
        if place.is_empty:
            continue
        seen += 1
        right += page.colour(place.x, place.y) == known[code]
        kinds.add(code)
        before = next((there for ground, there in others if ground.contains(place)), code)
        if known[before] != known[code]:
            changed.append(page.colour(place.x, place.y) == known[code])
    assert len(changed) >= 3 and sum(changed) >= len(changed) - 1
    assert seen > 60 and len(kinds) > 8
    # A name of a facility or a code may lie over the place.
    assert right / seen > 0.9, (right, seen)


def test_every_village_has_a_page_a_map_with_its_title_and_figures(run, plans, out) -> None:
    results = run(FOLDER=str(plans), TARGET_YEAR="2035")
    assert (results["VILLAGE_COUNT"], results["MAP_COUNT"], results["PAGE_COUNT"], results["UNKNOWN_COUNT"]) == (2, 6, 6, 1)
    pages, sizes, _ = read_pdf(out / "book.pdf")
    assert pages == 6 and {round(max(size)) for size in sizes} == {420}
    names = [f"{village}_{kind}" for village in ("乙营村", "丙屯村") for kind in ("土地利用现状图", "国土空间用途规划图", "管控边界图")]
    assert sorted(files_in(out / "pages")) == [f"{n:02d}_{name}.png" for n, name in enumerate(names)]
    for number, name in enumerate(names):
        own = page_text(out / "book.pdf", number + 1).replace(" ", "")
        village, kind = name.split("_")
        # A copy of the sample, too: its features say it.
        assert village + kind in own and "比例尺" in own and "纯属虚构" in own
        assert ("2035" in own) is (kind != "土地利用现状图")
        assert "379901101202乙营村" in own if village == "乙营村" else "379901101203丙屯村" in own


def test_areas_on_the_map_are_those_of_sql(run, plans, out) -> None:
    run(PACKAGE=str(plans / SOUND), MAPS="plan")
    text = page_text(out / "book.pdf", 1)
    with sqlite3.connect(f"file:{SAMPLE / SOUND}?mode=ro", uri=True) as database:
        for beginning, name in (("01", "耕地"), ("02", "园地"), ("03", "林地"), ("17", "陆地水域")):
            areas = []
            for layer, code, area in (("JQDLTB", "JQDLBM", "TBMJ"), ("GHDLTB", "GHDLBM", "GHDLMJ")):
                rows = database.execute(f'SELECT {area} FROM "{layer}" WHERE {code} LIKE ?', (f"{beginning}%",)).fetchall()
                exact = sum((Decimal(str(row[0])) for row in rows), Decimal(0)) / 10_000
                areas.append(exact.quantize(Decimal("0.01"), ROUND_HALF_UP))
            line = next(line for line in text.splitlines() if name in line and f"({beginning})" in line)
            figures = [Decimal(part) for part in re.findall(r"(?<=\s)[+-]?\d+\.\d\d(?!\S)", line)]
            # Printed areas make up the printed total, so one may stand beside its own rounding.
            assert all(abs(mine - theirs) <= Decimal("0.01") for mine, theirs in zip(figures[-3:-1], areas)), (line, areas)
            assert figures[-1] == figures[-2] - figures[-3]


def test_zones_on_the_map_are_measured(run, plans, out) -> None:
    run(PACKAGE=str(plans / SOUND), MAPS="control", ORIENTATION="landscape")
    text = page_text(out / "book.pdf", 1)
    zones = {}
    for shape, code in shapes_of("GKBJ", "GKBJLXDM"):
        zones[code] = zones.get(code, 0.0) + shape.area
    for code, plane in zones.items():
        line = next(line for line in text.splitlines() if code in line and line.strip()[-1].isdigit())
        assert float(line.split()[-1]) == pytest.approx(plane / 10_000, rel=0.001, abs=0.01)


def test_several_villages_in_one_geodatabase_get_pages_of_their_own(run, tmp_path, out) -> None:
    folder = villages(tmp_path / "plans")
    results = run(FOLDER=str(folder), MAPS="plan")
    assert results["VILLAGE_COUNT"] == 3 and results["PAGE_COUNT"] == 3
    assert {name.split("_")[1] for name in files_in(out / "pages")} == {"甲村", "乙村", "丙村"}


def test_single_layers_and_a_mark_that_is_wished(run, plans, tmp_path, out) -> None:
    path = write(tmp_path / "甲村.gpkg", "GHDLTB", classes(PLAN_CODES, 0, "GHDLBM", "GHDLMC"))
    results = run(PLAN=f"{path}|layername=GHDLTB", SOURCE="示例院成果", MADE_UP=False)
    assert results["MAP_COUNT"] == 1
    own = page_text(out / "book.pdf", 1).replace(" ", "")
    assert "示例院成果" in own and "纯属虚构" not in own
    run(PLAN=f"{path}|layername=GHDLTB", MADE_UP=True)
    assert "纯属虚构" in page_text(out / "book.pdf", 1)


def test_unknown_codes_are_in_the_legend_and_the_table(run, plans, out) -> None:
    run(FOLDER=str(plans / "379901101203丙屯村"), MAPS="plan")
    own = page_text(out / "book.pdf", 1).replace(" ", "")
    assert "0199编码不在表中" in own and own.count("编码不在表中") >= 2


@pytest.mark.parametrize(("remark", "marked"), [("虚构数据", True), ("Made-up data", True), ("实测", False), ("", False)])
def test_data_that_say_so_are_marked_as_made_up(run, tmp_path, out, remark, marked) -> None:
    rows = [(shape, {**values, "BZ": remark}) for shape, values in classes(PLAN_CODES, 0, "GHDLBM", "GHDLMC")]
    run(PACKAGE=str(write(tmp_path / "甲村.gpkg", "GHDLTB", rows)))
    assert ("纯属虚构" in page_text(out / "book.pdf", 1)) is marked


def test_an_empty_layer_has_no_map_and_the_others_are_printed(run, plans, tmp_path, out) -> None:
    with sqlite3.connect(shutil.copy(plans / SOUND, tmp_path / "own.gpkg")) as database:
        triggers = [row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'GHDLTB'")]
        for name in triggers:
            database.execute(f'DROP TRIGGER "{name}"')
        database.execute("DELETE FROM GHDLTB")
        database.execute("DELETE FROM rtree_GHDLTB_geom")
        database.execute("UPDATE gpkg_ogr_contents SET feature_count = 0 WHERE table_name = 'GHDLTB'")
    results = run(PACKAGE=str(tmp_path / "own.gpkg"))
    assert results["MAP_COUNT"] == 2
    assert [name.split("_")[2] for name in sorted(files_in(out / "pages"))] == ["土地利用现状图.png", "管控边界图.png"]


def test_maps_take_the_place_of_no_plan(refused, plans, out) -> None:
    plan = plans / SOUND
    before = plan.read_bytes()
    assert "input of this run" in refused(PACKAGE=str(plan), PDF=str(plan), PICTURES=None) and plan.read_bytes() == before
    assert ".pdf" in refused(PACKAGE=str(plan), PDF=str(out / "book.txt"), PICTURES=None)


def test_a1_is_a1(run, plans, out) -> None:
    run(PACKAGE=str(plans / SOUND), MAPS="base", PAPER="a1", DPI=50)
    _, sizes, _ = read_pdf(out / "book.pdf")
    assert {round(max(size)) for size in sizes} == {841}


def test_what_can_not_be_drawn_is_refused(refused, tmp_path, plans, out) -> None:
    path = write(tmp_path / "甲村.gpkg", "GHDLTB", classes(PLAN_CODES, 0, "GHDLBM", "GHDLMC"))
    assert "no layer for this map" in refused(PACKAGE=str(path), MAPS="control")
    assert "plan package" in refused()
    write(path, "GKBJ", [(square(0, 0), {"NAME": "x"})])
    assert "GKBJLXDM" in refused(PACKAGE=str(path))
    assert "does not exist" in refused(PACKAGE=str(plans / SOUND), PDF=str(out / "none" / "b.pdf"))


def test_headless(plans, tmp_path) -> None:
    results = results_of(qgis_process(ALGORITHM, PACKAGE=plans / SOUND, PDF=tmp_path / "b.pdf", MAPS="base"))
    assert results["PAGE_COUNT"] == 1 and (tmp_path / "b.pdf").stat().st_size > 10_000
