"""landledger:comparefootprint as QGIS runs it: the sample against GDAL's own intersections, bad inputs, headless."""

from __future__ import annotations

import gc
import shutil
from collections import Counter
from pathlib import Path

import pytest
import shapely
from openpyxl import load_workbook
from osgeo import ogr

from .occupation_runs import files_in, is_one_sentence, qgis_process, results_of, rows_of, write_layer
from .plan_packages import PLAN_CODES, classes, write

ALGORITHM = "landledger:comparefootprint"
SAMPLE = Path(__file__).absolute().parents[2] / "resources" / "sample" / "village_plan"
SOUND = "379901101202乙营村.gpkg"
VERDICTS = ("FIT", "ZONE", "CHANGE", "FORBIDDEN", "UNDECIDED", "UNCOVERED")


@pytest.fixture(scope="module")
def plans(tmp_path_factory):
    return Path(shutil.copytree(SAMPLE, tmp_path_factory.mktemp("plans") / "plans"))


@pytest.fixture
def run(provider, out, said_feedback):
    """run(NAME=value …) -> results, with the feedback in `run.feedback`."""

    def run_algorithm(**values):
        import processing

        run_algorithm.feedback = said_feedback()
        parameters = {"PIECES": str(out / "pieces.gpkg"), "WORKBOOK": str(out / "book.xlsx"), **values}
        results = processing.run(ALGORITHM, parameters, feedback=run_algorithm.feedback)
        assert not run_algorithm.feedback.debug
        return results

    yield run_algorithm
    gc.collect()


@pytest.fixture
def refused(run, out):
    from qgis.core import QgsProcessingException

    def refuse(**values) -> str:
        before = files_in(out)
        with pytest.raises(QgsProcessingException) as raised:
            run(**values)
        assert is_one_sentence(str(raised.value)), str(raised.value)
        assert files_in(out) == before
        return str(raised.value)

    return refuse


def shapes_of(file, layer: str, field: str) -> list[tuple[shapely.Geometry, str]]:
    """Shapes and a field by GDAL alone."""
    source = ogr.Open(str(file))
    return [(shapely.from_wkb(bytes(f.GetGeometryRef().ExportToWkb())), f.GetField(field)) for f in source.GetLayerByName(layer)]


def projects(path, uses=("0703", "1001"), **more) -> str:
    """Two boxes in the middle of 乙营村, the second over the first's border."""
    boxes = [shapely.box(39_405_100, 4_037_660, 39_405_280, 4_037_780), shapely.box(39_405_400, 4_037_800, 39_405_600, 4_037_950)]
    rows = [{"DKBH": f"P{n + 1}", "GHYT": use, **more} for n, use in enumerate(uses)]
    return write_layer(path, "projects", boxes[: len(rows)], rows)


def test_areas_by_class_are_those_of_gdals_intersections(run, plans, out, tmp_path) -> None:
    path = projects(tmp_path / "red.gpkg")
    results = run(FOOTPRINTS=path, FOOTPRINT_ID="DKBH", PACKAGE=str(plans / SOUND), AREA_METHOD="plane")
    assert results["UNBALANCED_COUNT"] == 0 and results["FOOTPRINT_COUNT"] == 2
    footprints = shapes_of(tmp_path / "red.gpkg", "projects", "DKBH")
    expected: Counter = Counter()
    for shape, code in shapes_of(plans / SOUND, "GHDLTB", "GHDLBM"):
        for footprint, number in footprints:
            expected[number, code] += shape.intersection(footprint).area
    found: Counter = Counter()
    for row in rows_of(out / "pieces.gpkg"):
        found[row["FP_ID"], row["PLAN_CODE"]] += row["AREA_ADJ"]
    for key in {*expected, *found}:
        assert found[key] == pytest.approx(expected[key], abs=0.05), key
    assert sum(results[f"{name}_AREA_M2"] for name in VERDICTS) == pytest.approx(results["TOTAL_AREA_M2"], abs=1e-6)
    assert results["TOTAL_AREA_M2"] == 180 * 120 + 200 * 150


def test_prime_farmland_is_forbidden_where_the_line_says_so(run, plans, out, tmp_path) -> None:
    path = projects(tmp_path / "red.gpkg")
    results = run(FOOTPRINTS=path, FOOTPRINT_ID="DKBH", PACKAGE=str(plans / SOUND), AREA_METHOD="plane")
    lines = shapely.union_all([shape for shape, _ in shapes_of(plans / SOUND, "YJJBNT", "BSM")])
    footprints = shapely.union_all([shape for shape, _ in shapes_of(tmp_path / "red.gpkg", "projects", "DKBH")])
    assert results["FORBIDDEN_AREA_M2"] == pytest.approx(lines.intersection(footprints).area, abs=0.05)
    sheet = load_workbook(out / "book.xlsx")["压占管控分区"]
    assert any(row[2].value and "0202" in str(row[2].value) and row[3].value == "永久基本农田" for row in sheet.iter_rows())


def test_single_layers_without_zones_say_so(run, plans, out, tmp_path) -> None:
    path = projects(tmp_path / "red.gpkg", ("0703",))
    results = run(FOOTPRINTS=path, PLAN=f"{plans / SOUND}|layername=GHDLTB")
    assert results["FORBIDDEN_AREA_M2"] == 0 and results["FIT_AREA_M2"] > 0
    told = [str(cell.value) for row in load_workbook(out / "book.xlsx")["输入与口径"].iter_rows() for cell in row]
    assert any("No layer of control zones" in text or "没有管控边界图层" in text for text in told)
    assert any("F01" in text for text in told) and any("default, confirm locally" in text or "默认" in text for text in told)


def test_both_villages_each_in_its_own_class_table(run, plans, tmp_path) -> None:
    west, south, east, north = 39_406_200, 4_037_800, 39_406_360, 4_037_890
    path = write_layer(tmp_path / "red.gpkg", "projects", [shapely.box(west, south, east, north)], [{"GHYT": "水浇地"}])
    results = run(FOOTPRINTS=path, FOLDER=str(plans))
    assert results["TOTAL_AREA_M2"] > 0 and results["UNBALANCED_COUNT"] == 0
    assert results["CULTIVATED_CHANGE_M2"] >= 0


def test_use_for_all_and_ground_outside_every_plan(run, plans, tmp_path) -> None:
    path = write_layer(tmp_path / "red.gpkg", "projects", [shapely.box(39_300_000, 4_037_000, 39_300_010, 4_037_010)], [{"NAME": "远"}])
    results = run(FOOTPRINTS=path, USE="0703", PACKAGE=str(plans / SOUND), AREA_METHOD="plane")
    assert results["UNCOVERED_AREA_M2"] == 100 and results["FITTING_COUNT"] == 0


def test_a_use_that_is_no_class_ends_nothing(run, plans, out, tmp_path) -> None:
    path = projects(tmp_path / "red.gpkg", ("水工建筑用地", "1001"))
    results = run(FOOTPRINTS=path, FOOTPRINT_ID="DKBH", PACKAGE=str(plans / SOUND), AREA_METHOD="plane")
    assert (results["UNDECIDED_COUNT"], results["OUTSIDE_COUNT"], results["UNBALANCED_COUNT"]) == (1, 0, 0)
    assert results["UNDECIDED_AREA_M2"] == 180 * 120
    assert any("P1" in text and "水工建筑用地" in text for text in run.feedback.warnings)
    pieces = [row for row in rows_of(out / "pieces.gpkg") if row["FP_ID"] == "P1"]
    assert pieces and {row["VERDICT"] for row in pieces} == {"undecided"} and all(row["PLAN_CODE"] for row in pieces)
    told = [str(cell.value) for row in load_workbook(out / "book.xlsx")["问题清单"].iter_rows() for cell in row]
    assert any("水工建筑用地" in text for text in told)


def test_what_means_nothing_is_refused(refused, plans, tmp_path) -> None:
    path = projects(tmp_path / "red.gpkg", ("7777", ""))
    assert "7777" in refused(FOOTPRINTS=path, PACKAGE=str(plans / SOUND))
    assert "plan package" in refused(FOOTPRINTS=path)
    bare = write(tmp_path / "甲村.gpkg", "GHDLTB", classes(PLAN_CODES, 0, "GHDLBM", "GHDLMC"))
    write(bare, "GKBJ", [(f"POLYGON(({0} 0,1 0,1 1,0 1,0 0))".replace("0 0", "39400000 4030000"), {"NAME": "x"})])
    good = projects(tmp_path / "good.gpkg")
    assert "CJDCQ" not in refused(FOOTPRINTS=good, PACKAGE=str(bare))
    broken = tmp_path / "rules.csv"
    broken.write_text("key,use,plan,zone,verdict,source,status\nF1,nonsense,*,*,fits,s,d\n", encoding="utf-8")
    assert "rules.csv, line 2" in refused(FOOTPRINTS=good, PACKAGE=str(plans / SOUND), FIT_RULES=str(broken))


def test_style_draws_each_verdict(provider, out, run, plans, tmp_path) -> None:
    from qgis.core import QgsVectorLayer

    run(FOOTPRINTS=projects(tmp_path / "red.gpkg"), PACKAGE=str(plans / SOUND))
    layer = QgsVectorLayer(str(out / "pieces.gpkg"), "pieces", "ogr")
    style = Path(__file__).absolute().parents[2] / "resources" / "styles" / "plan_fit.qml"
    assert layer.loadNamedStyle(str(style))[1]
    values = {category.value() for category in layer.renderer().categories()}
    assert "VERDICT" in layer.renderer().classAttribute()
    wanted = {"fits", "zone", "change", "forbidden", "undecided", "uncovered"}
    assert values - {""} == wanted >= layer.uniqueValues(layer.fields().indexOf("VERDICT"))


def test_headless(plans, tmp_path) -> None:
    book = tmp_path / "headless.xlsx"
    path = projects(tmp_path / "red.gpkg")
    results = results_of(
        qgis_process(ALGORITHM, FOOTPRINTS=path, FOOTPRINT_ID="DKBH", FOLDER=plans, WORKBOOK=book, PIECES=tmp_path / "p.gpkg")
    )
    assert results["FOOTPRINT_COUNT"] == 2 and book.is_file()
