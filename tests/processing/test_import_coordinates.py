"""landledger:importcoordinates as QGIS runs it, on made-up files, into GeoPackage and shapefile."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from ..core.coordinate_writer import MadeUpPlot, box, coordinate_text

ROOT = Path(__file__).absolute().parents[2]
ALGORITHM = "landledger:importcoordinates"


@pytest.fixture
def folder(tmp_path):
    home = tmp_path / "坐标"
    home.mkdir()
    hole = box("39412320.125", "4035080.500", "10.000", "10.000")
    first = MadeUpPlot("示范地块", (box("39412300.125", "4035100.500"), hole), area="0.7900")
    project = "[项目信息]\n项目名称=虚构项目\n"
    (home / "一.txt").write_text(project + coordinate_text("standard_8", [first], zone=40), encoding="gbk")
    second = MadeUpPlot("二号", (box("39412600.125", "4035100.500"),), number="002", area="0.9000")
    (home / "二.txt").write_text(coordinate_text("common_13", [second]), encoding="utf-8-sig")
    return home


@pytest.fixture
def run(provider):
    from qgis import processing
    from qgis.core import QgsProcessingFeedback

    class Told(QgsProcessingFeedback):
        def __init__(self):
            super().__init__(False)
            self.said = []

        def pushInfo(self, info):
            self.said.append(info)

        def pushWarning(self, warning):
            self.said.append(warning)

        def reportError(self, error, fatalError=False):
            self.said.append(error)

    def run_algorithm(**parameters):
        feedback = Told()
        try:
            outputs = processing.run(ALGORITHM, parameters, feedback=feedback)
        except Exception as problem:
            raise RuntimeError("\n".join([str(problem), *feedback.said])) from problem
        return outputs, feedback.said

    return run_algorithm


def layer_of(path, name="plots"):
    from qgis.core import QgsVectorLayer

    layer = QgsVectorLayer(str(path), name, "ogr")
    assert layer.isValid()
    return layer


def test_one_file_to_geopackage(run, folder, tmp_path):
    target = tmp_path / "plots.gpkg"
    outputs, said = run(INPUT=str(folder / "一.txt"), OUTPUT=str(target))
    counts = {name: value for name, value in outputs.items() if name.endswith("_COUNT")}
    assert counts == {
        "PLOT_COUNT": 1, "FILE_COUNT": 1, "BAD_FILE_COUNT": 0, "REPAIR_COUNT": 1, "AREA_MISMATCH_COUNT": 0,
    }  # fmt: skip
    assert any("header says zone 40, the coordinates say 39" in text for text in said)
    layer = layer_of(target)
    assert layer.crs().authid() == "EPSG:4527" and layer.featureCount() == 1
    (feature,) = layer.getFeatures()
    assert (feature["DKBH"], feature["DKMC"], feature["XMMC"]) == ("001", "示范地块", "虚构项目")
    assert (feature["JZDS"], feature["DKMJ_HA"], feature["AREA_HA"], feature["DIFF_M2"]) == (8, 0.79, 0.79, 0.0)
    assert (feature["DLBM"], feature["LAYOUT"], feature["FILE"], feature["VALID"]) == ("0601", "standard_8", "一.txt", 1)
    assert feature["ZONE"] == 39 and feature["CRS"] == "EPSG:4527"
    geometry = feature.geometry()
    points = {(point.x(), point.y()) for point in geometry.vertices()}
    assert (39412300.125, 4035100.5) in points and (39412330.125, 4035070.5) in points and len(points) == 8
    assert abs(geometry.area() - 7900) < 1e-6


def test_a_folder_to_shapefile(run, folder, tmp_path):
    target = tmp_path / "plots.shp"
    outputs, _ = run(FOLDER=str(folder), OUTPUT=str(target))
    assert (outputs["PLOT_COUNT"], outputs["FILE_COUNT"], outputs["AREA_MISMATCH_COUNT"]) == (2, 2, 1)
    rows = {feature["DKBH"]: feature for feature in layer_of(target).getFeatures()}
    assert rows["002"]["DIFF_M2"] == -1000 and "difference -1000.00 m²" in rows["002"]["REPAIRS"]
    assert rows["001"]["DKMC"] == "示范地块" and rows["002"]["OTHER"].startswith("TBLX=20")
    again, _ = run(INPUT=str(folder), AREA_TOLERANCE=0.1, OUTPUT="memory:")  # INPUT takes a folder too
    assert (again["PLOT_COUNT"], again["AREA_MISMATCH_COUNT"]) == (2, 0)


def test_bad_files_leave_nothing_or_are_left_out(run, folder, tmp_path):
    (folder / "坏.txt").write_text("[地块坐标]\n4,0.8,1,坏的,面,,,,@\nJ1,1,x,39412300\n", encoding="utf-8")
    target = tmp_path / "plots.gpkg"
    with pytest.raises(RuntimeError, match=r"坏\.txt, line 3: “x” is not a number"):
        run(INPUT=str(folder), OUTPUT=str(target))
    assert not list(tmp_path.glob("plots*"))
    outputs, said = run(INPUT=str(folder), SKIP_BAD=True, OUTPUT=str(target))
    assert (outputs["PLOT_COUNT"], outputs["BAD_FILE_COUNT"]) == (2, 1)
    assert any("Left out: 坏.txt, line 3" in text for text in said)


def test_two_zones_are_not_merged_unless_chosen(run, folder):
    west = MadeUpPlot("西", (box("38682000.000", "4035100.000"),), number="003")
    (folder / "三.txt").write_text(coordinate_text("standard_8", [west], zone=38), encoding="utf-8")
    with pytest.raises(RuntimeError, match=r"三\.txt is in EPSG:4526|三\.txt in EPSG:4526"):
        run(INPUT=str(folder), OUTPUT="memory:")
    outputs, said = run(INPUT=str(folder), REPROJECT=True, OUTPUT="memory:")
    layer = outputs["OUTPUT"]
    assert layer.crs().authid() == "EPSG:4527"
    moved = next(feature for feature in layer.getFeatures() if feature["DKBH"] == "003")
    assert moved["CRS"] == "EPSG:4526" and moved["AREA_M2"] == 8000
    assert 39_400_000 < moved.geometry().boundingBox().xMinimum() < 39_420_000
    assert any("三.txt was brought from EPSG:4526 to EPSG:4527" in text for text in said)


def test_a_file_without_zone_asks_for_it(run, tmp_path):
    path = tmp_path / "points.csv"
    corners = box("412300.000", "4035100.000")
    path.write_text("id,x,y\n" + "".join(f"{n},{y},{x}\n" for n, (x, y) in enumerate(corners, 1)), encoding="utf-8")
    with pytest.raises(RuntimeError, match="Coordinate system of files without zone"):
        run(INPUT=str(path), OUTPUT="memory:")
    with pytest.raises(RuntimeError, match="is in degrees"):
        run(INPUT=str(path), ZONE="EPSG:4490", OUTPUT="memory:")
    outputs, _ = run(INPUT=str(path), ZONE="EPSG:4548", OUTPUT="memory:")
    assert outputs["OUTPUT"].crs().authid() == "EPSG:4548"
    local, _ = run(INPUT=str(path), ZONE="EPSG:32650", OUTPUT="memory:")
    assert local["OUTPUT"].crs().authid() == "EPSG:32650"


def test_neither_or_both_inputs_are_refused(run, folder):
    for inputs in ({}, {"INPUT": str(folder / "一.txt"), "FOLDER": str(folder)}):
        with pytest.raises(RuntimeError, match="Choose either a coordinate file or a folder"):
            run(OUTPUT="memory:", **inputs)


@pytest.mark.real_qgis
@pytest.mark.parametrize("ending", ["gpkg", "shp"])
def test_the_real_executable(folder, tmp_path, ending):
    program = ROOT / "scripts" / "qgis_process"
    if shutil.which("qgis_process.bin") is None and shutil.which("qgis_process") is None:
        pytest.skip("QGIS has no qgis_process here")
    target = tmp_path / f"plots.{ending}"
    done = subprocess.run(
        [str(program), "--json", "run", ALGORITHM, "--", f"INPUT={folder}", f"OUTPUT={target}"],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    results = json.loads(done.stdout[done.stdout.index("{") :])["results"]
    assert (results["PLOT_COUNT"], results["REPAIR_COUNT"], results["AREA_MISMATCH_COUNT"]) == (2, 1, 1)
    assert target.exists()
