"""landledger:exportcoordinates as QGIS runs it: the way out and back, zones, choices by name, and what is refused."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from ..core.coordinate_writer import MadeUpPlot, box, coordinate_text

ROOT = Path(__file__).absolute().parents[2]
SAMPLES = ROOT / "resources" / "sample" / "coordinates"
HEADER = "[项目信息]\n项目名称=虚构项目\n"
PROFILES = ROOT / "resources" / "exchange_profiles"


@pytest.fixture
def run(provider, said_feedback):
    import processing

    def run_algorithm(name, feedback=None, **parameters):
        feedback = feedback or said_feedback()
        told = []
        feedback.pushInfo = told.append
        try:
            outputs = processing.run(f"landledger:{name}", parameters, feedback=feedback)
        except Exception as problem:
            raise RuntimeError("\n".join([str(problem), *feedback.errors])) from problem
        assert not feedback.debug
        return outputs, [*feedback.warnings, *told]

    return run_algorithm


@pytest.fixture
def foreign(tmp_path):
    """A file of another writer in the approval layout."""
    hole = tuple(reversed(box("39412320.125", "4035080.500", "10.000", "10.000")))
    outer = box("39412300.125", "4035100.500")
    plots = [
        MadeUpPlot("示范地块", (outer[1:] + outer[:1], hole), area="0.7900"),
        MadeUpPlot("二号", (box("39412600.125", "4035100.500"),), number="002", area="0.8000"),
    ]
    path = tmp_path / "来件.txt"
    path.write_text(HEADER + coordinate_text("standard_8", plots), encoding="gbk")
    return path


@pytest.fixture
def layer(run, foreign, tmp_path):
    target = tmp_path / "plots.gpkg"
    run("importcoordinates", INPUT=str(foreign), OUTPUT=str(target))
    return target


def rows_of(path):
    from qgis.core import QgsVectorLayer

    layer = QgsVectorLayer(str(path), "plots", "ogr")
    skipped = {"fid", "FILE", "LINE", "LAYOUT"}
    names = [name for name in layer.fields().names() if name not in skipped]
    return layer.crs().authid(), [
        ([str(feature[name]) for name in names], feature.geometry().asWkt(9)) for feature in layer.getFeatures()
    ]


@pytest.mark.parametrize("profile", ["land_approval_8", "common_13", "supplement_12", "polygon_txt_std8"])
def test_out_in_out(run, layer, tmp_path, profile):
    first, again, back = tmp_path / "一.txt", tmp_path / "二.txt", tmp_path / "back.gpkg"
    outputs, said = run("exportcoordinates", INPUT=str(layer), PROFILE=profile, OUTPUT=str(first))
    counts = {key: value for key, value in outputs.items() if key != "OUTPUT"}
    assert counts == {
        "PLOT_COUNT": 2, "POINT_COUNT": 12, "FILE_COUNT": 1, "TOTAL_AREA_M2": 15900.0, "PRINTED_AREA_M2": 15900.0,
        "WARNING_COUNT": 0,
    }  # fmt: skip
    assert any("2 plots, 12 boundary points, 15900.00 m²" in text for text in said)
    run("importcoordinates", INPUT=str(first), OUTPUT=str(back))
    run("exportcoordinates", INPUT=str(back), PROFILE=profile, OUTPUT=str(again))
    assert first.read_bytes() == again.read_bytes()
    text = first.read_text(encoding="utf-8")
    assert "项目名称=虚构项目" in text and "数据产生单位=" in text and "\n" in text
    assert first.read_bytes().count(b"\r\n") == text.count("\n")


def test_in_out_in_gives_the_same_layer(run, layer, tmp_path):
    first, second, there = tmp_path / "一.txt", tmp_path / "two.gpkg", tmp_path / "one.gpkg"
    run("exportcoordinates", INPUT=str(layer), OUTPUT=str(first))
    run("importcoordinates", INPUT=str(first), OUTPUT=str(there))
    run("exportcoordinates", INPUT=str(there), OUTPUT=str(first))
    run("importcoordinates", INPUT=str(first), OUTPUT=str(second))
    assert rows_of(there) == rows_of(second) and len(rows_of(second)[1]) == 2
    origin, now = rows_of(layer)[1], rows_of(second)[1]
    columns = rows_of(layer)[1][0][0][:3]
    assert columns == now[0][0][:3] and [row[0][0] for row in origin] == [row[0][0] for row in now] == ["001", "002"]


def test_the_samples_go_out_and_come_back(run, tmp_path):
    target, text, back = tmp_path / "a.gpkg", tmp_path / "a.txt", tmp_path / "b.gpkg"
    run("importcoordinates", FOLDER=str(SAMPLES), OUTPUT=str(target))
    _, said = run("exportcoordinates", INPUT=str(target), OUTPUT=str(text))
    assert any("differ in 项目名称" in line for line in said)
    run("importcoordinates", INPUT=str(text), OUTPUT=str(back))
    assert [row[0][:2] for row in rows_of(target)[1]] == [row[0][:2] for row in rows_of(back)[1]]


def test_tables_and_a_folder(run, layer, tmp_path):
    for ending in ("csv", "xlsx"):
        table, back = tmp_path / f"点.{ending}", tmp_path / f"{ending}.gpkg"
        run("exportcoordinates", INPUT=str(layer), PROFILE="point_table", OUTPUT=str(table))
        outputs, _ = run("importcoordinates", INPUT=str(table), OUTPUT=str(back))
        assert (outputs["PLOT_COUNT"], outputs["AREA_MISMATCH_COUNT"]) == (2, 0)
        assert [row[0][:2] for row in rows_of(back)[1]] == [["001", "示范地块"], ["002", "二号"]]
    folder = tmp_path / "每块"
    outputs, _ = run("exportcoordinates", INPUT=str(layer), PROFILE="enforcement_4", ONE_FILE_PER_PLOT=str(folder))
    assert outputs["FILE_COUNT"] == 2 and sorted(p.name for p in folder.iterdir()) == ["二号.txt", "示范地块.txt"]


def test_own_names_header_area_and_prefix(run, tmp_path):
    from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

    layer = QgsVectorLayer(
        "Polygon?crs=EPSG:4548&field=编号:string&field=名:string&field=批准面积:double&field=坡度:string", "红线", "memory"
    )
    feature = QgsFeature(layer.fields())
    feature.setGeometry(QgsGeometry.fromWkt("POLYGON((412300 4035000,412400 4035000,412400 4035080,412300 4035080,412300 4035000))"))
    feature.setAttributes(["甲1", "某地", 12.5, "2"])
    layer.dataProvider().addFeature(feature)
    target = tmp_path / "a.txt"
    outputs, said = run(
        "exportcoordinates", INPUT=layer, PROFILE="supplement_12", FIELD_MAP="DKBH=编号;DKMC=名;PDJB=坡度",
        HEADER="数据产生单位=虚构局;数据产生日期=2026-5-6", AREA_FIELD="批准面积", AREA_UNIT="mu", OUTPUT=str(target),
    )  # fmt: skip
    rows = target.read_text(encoding="utf-8").splitlines()
    assert "数据产生单位=虚构局" in rows and "数据产生日期=2026-5-6" in rows
    assert "4,0.8333,甲1,某地,,2,面,,,,,,@" in rows and "J1,1,4035080.000,39412300.000" in rows
    assert (outputs["TOTAL_AREA_M2"], outputs["PRINTED_AREA_M2"], outputs["WARNING_COUNT"]) == (8000, 8333, 1)
    assert any("0.8333 / 0.8000" in text for text in said)
    assert any("has no field for SSNF (补充耕地实施年份), TFH (图幅号)" in text for text in said)
    run("exportcoordinates", INPUT=layer, PREFIX="no", FIELD_MAP="DKBH=编号", OUTPUT=str(target))
    assert "J1,1,4035080.000,412300.000" in target.read_text(encoding="utf-8")
    with pytest.raises(RuntimeError, match="has no field 没有"):
        run("exportcoordinates", INPUT=layer, FIELD_MAP="DKBH=没有", OUTPUT=str(target))


def test_a_profile_of_ones_own(run, layer, tmp_path, monkeypatch):
    from ...processing import settings

    text = (PROFILES / "land_approval_8.csv").read_text(encoding="utf-8-sig")
    own = tmp_path / "own"
    own.mkdir()
    (own / "某局报批.csv").write_text(
        text.replace("set,count,distinct", "set,count,all").replace("set,label_digits,1", "set,label_digits,2"),
        encoding="gbk",
    )
    monkeypatch.setattr(settings, "own_folder", lambda kind: own if kind == "exchange_profiles" else tmp_path / "none")
    target = tmp_path / "a.txt"
    run("exportcoordinates", INPUT=str(layer), PROFILE="某局报批", OUTPUT=str(target))
    first = target.read_text(encoding="utf-8")
    assert "10,0.7900,001" in first and "J01,1," in first
    run("exportcoordinates", INPUT=str(layer), PROFILE_FILE=str(own / "某局报批.csv"), OUTPUT=str(target))
    assert target.read_text(encoding="utf-8") == first
    (own / "坏.csv").write_text(text.replace("set,count,distinct", "set,count,若干"), encoding="gbk")
    line = text[: text.index("set,count")].count("\n") + 1
    with pytest.raises(RuntimeError, match=rf"坏\.csv, line {line}: the setting count can't be “若干”"):
        run("exportcoordinates", INPUT=str(layer), PROFILE="坏", OUTPUT=str(target))
    with pytest.raises(RuntimeError, match="There is no profile 没有; there are common_13"):
        run("exportcoordinates", INPUT=str(layer), PROFILE="没有", OUTPUT=str(target))


def test_another_zone_only_by_choice(run, layer, tmp_path):
    target = tmp_path / "a.txt"
    with pytest.raises(RuntimeError, match=r"is in EPSG:4527 .* not in EPSG:4526"):
        run("exportcoordinates", INPUT=str(layer), ZONE="EPSG:4526", OUTPUT=str(target))
    assert not target.exists()
    outputs, said = run("exportcoordinates", INPUT=str(layer), ZONE="EPSG:4526", REPROJECT=True, OUTPUT=str(target))
    assert any("boundary point by boundary point; lengths and areas are those of the new zone" in text for text in said)
    assert any("2 plots reach beyond the strip of zone 38" in text for text in said)
    text = target.read_text(encoding="utf-8")
    assert "带号=38" in text and outputs["POINT_COUNT"] == 12 and outputs["WARNING_COUNT"] >= 2
    first = next(row for row in text.splitlines() if row.startswith("J1,"))
    assert first.split(",")[3].startswith("38")
    # The other notation of the same zone is no other zone.
    run("exportcoordinates", INPUT=str(layer), ZONE="EPSG:4548", OUTPUT=str(target))
    assert "J1,1,4035100.500,39412300.125" in target.read_text(encoding="utf-8")


def test_degrees_want_a_zone_and_permission(run, tmp_path):
    from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

    layer = QgsVectorLayer("Polygon?crs=EPSG:4490&field=DKBH:string", "度", "memory")
    feature = QgsFeature(layer.fields())
    feature.setGeometry(QgsGeometry.fromWkt("POLYGON((116 36.4,116.001 36.4,116.001 36.401,116 36.401,116 36.4))"))
    layer.dataProvider().addFeature(feature)
    target = tmp_path / "a.txt"
    with pytest.raises(RuntimeError, match=r"is in degrees .* choose the zone to write in"):
        run("exportcoordinates", INPUT=layer, OUTPUT=str(target))
    web = QgsVectorLayer("Polygon?crs=EPSG:3857&field=DKBH:string", "网络", "memory")
    shape = QgsFeature(web.fields())
    shape.setGeometry(QgsGeometry.fromWkt("POLYGON((12913000 4300000,12913100 4300000,12913100 4300100,12913000 4300000))"))
    web.dataProvider().addFeature(shape)
    with pytest.raises(RuntimeError, match=r"is in EPSG:3857 .* no 3° or 6° zone; bring it to one before it is written"):
        run("exportcoordinates", INPUT=web, OUTPUT=str(target))
    with pytest.raises(RuntimeError, match="which has another datum than EPSG:2363"):
        run("exportcoordinates", INPUT=layer, ZONE="EPSG:2363", REPROJECT=True, OUTPUT=str(target))
    outputs, _ = run("exportcoordinates", INPUT=layer, ZONE="EPSG:4527", REPROJECT=True, OUTPUT=str(target))
    assert outputs["POINT_COUNT"] == 4


def test_two_zones_of_one_county(run, tmp_path):
    """West and east of 115.5°: files apart, or brought together by choice, which is told; out again only as chosen."""
    west = MadeUpPlot("西", (box("38700000.000", "4035100.000"),), number="W")
    east = MadeUpPlot("东", (box("39385000.000", "4035100.000"),), number="E")
    folder = tmp_path / "县"
    folder.mkdir()
    (folder / "东.txt").write_text(coordinate_text("standard_8", [east]), encoding="utf-8")
    (folder / "西.txt").write_text(coordinate_text("standard_8", [west], zone=38), encoding="utf-8")
    both, target = tmp_path / "both.gpkg", tmp_path / "a.txt"
    with pytest.raises(RuntimeError, match=r"东\.txt is in EPSG:4527, 西\.txt in EPSG:4526"):
        run("importcoordinates", FOLDER=str(folder), OUTPUT=str(both))
    _, said = run("importcoordinates", FOLDER=str(folder), REPROJECT=True, OUTPUT=str(both))
    assert any("西.txt was brought from EPSG:4526 to EPSG:4527, point by point" in text for text in said)
    outputs, said = run("exportcoordinates", INPUT=str(both), OUTPUT=str(target))
    assert outputs["POINT_COUNT"] == 8 and "带号=39" in target.read_text(encoding="utf-8")


def test_nothing_is_written_for_a_plot_that_can_not_be(run, layer, tmp_path):
    from qgis.core import QgsFeature, QgsVectorLayer

    odd = QgsVectorLayer("Polygon?crs=EPSG:4527&field=DKBH:string", "空", "memory")
    odd.dataProvider().addFeature(QgsFeature(odd.fields()))
    target = tmp_path / "a.txt"
    with pytest.raises(RuntimeError, match="Feature 1 has no shape"):
        run("exportcoordinates", INPUT=odd, OUTPUT=str(target))
    with pytest.raises(RuntimeError, match="Choose a coordinate file, or a folder"):
        run("exportcoordinates", INPUT=str(layer))
    with pytest.raises(RuntimeError, match=r"writes \.txt files, not a\.xlsx"):
        run("exportcoordinates", INPUT=str(layer), OUTPUT=str(tmp_path / "a.xlsx"))
    assert not list(tmp_path.glob("a.*")) and not list(tmp_path.glob(".*"))


def test_cancelled(run, said_feedback, layer, tmp_path):
    target = tmp_path / "a.txt"
    for percent in (10, 30, 90):

        def cancel(feedback, done, percent=percent):
            if done >= percent:
                feedback.cancel()

        with pytest.raises(RuntimeError, match=r"Cancelled\. Nothing was written\."):
            run("exportcoordinates", said_feedback(cancel), INPUT=str(layer), OUTPUT=str(target))
    assert not target.exists() and not list(tmp_path.glob(".*"))


@pytest.mark.real_qgis
def test_the_real_executable(layer, tmp_path):
    program = ROOT / "scripts" / "qgis_process"
    if shutil.which("qgis_process.bin") is None and shutil.which("qgis_process") is None:
        pytest.skip("QGIS has no qgis_process here")
    target = tmp_path / "a.txt"
    done = subprocess.run(
        [str(program), "--json", "run", "landledger:exportcoordinates", "--", f"INPUT={layer}",
         "PROFILE=increase_decrease_9", f"OUTPUT={target}"],
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    results = json.loads(done.stdout[done.stdout.index("{") :])["results"]
    assert (results["PLOT_COUNT"], results["POINT_COUNT"], results["TOTAL_AREA_M2"]) == (2, 12, 15900)
    assert "10,0.7900,,示范地块,,,,工业用地,@" in target.read_text(encoding="utf-8")
