"""landledger:travelareas as QGIS runs it: real roads against QGIS's own network analysis, systems, bad inputs."""

from __future__ import annotations

import gc
import math
import sqlite3
from pathlib import Path

import numpy as np
import pytest
import shapely
from openpyxl import load_workbook
from osgeo import ogr

from ..oracles.qgis_network import times_by_qgis
from .occupation_runs import copy_of, files_in, is_one_sentence, qgis_process, results_of, rows_of, write_layer

ALGORITHM = "landledger:travelareas"
REAL = Path(__file__).absolute().parents[1] / "data" / "roads" / "andorra_osm_25831.gpkg"


@pytest.fixture(scope="module")
def real(tmp_path_factory):
    """A copy of the real roads."""
    return copy_of(REAL, tmp_path_factory.mktemp("roads"))


@pytest.fixture
def run(provider, real, out, said_feedback):
    """run(NAME=value …) -> results, with the feedback in `run.feedback`."""

    def run_algorithm(**values):
        import processing

        run_algorithm.feedback = said_feedback()
        parameters = {
            "ROADS": f"{real}|layername=roads", "SPEED_FIELD": "kmh", "DIRECTION_FIELD": "direction",
            "ORIGINS": f"{real}|layername=places", "ORIGIN_NAME": "name",
            "PLACES": f"{real}|layername=places", "PLACE_NAME": "name", "PLACE_POPULATION": "population",
            "REACHED": str(out / "reached.gpkg"), "MATRIX": str(out / "matrix.gpkg"), "WORKBOOK": str(out / "book.xlsx"),
            **values,
        }
        results = processing.run(ALGORITHM, parameters, feedback=run_algorithm.feedback)
        assert not run_algorithm.feedback.debug
        return results

    yield run_algorithm
    gc.collect()


@pytest.fixture
def refused(run, out):
    """refused(NAME=value …) -> the one sentence said; nothing is left."""
    from qgis.core import QgsProcessingException

    def refuse(**values) -> str:
        before = files_in(out)
        with pytest.raises(QgsProcessingException) as raised:
            run(**values)
        message = str(raised.value)
        assert is_one_sentence(message), message
        assert files_in(out) == before
        return message

    return refuse


def table_of(path: str) -> list[dict]:
    """The rows of a table without shapes."""
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as database:
        database.row_factory = sqlite3.Row
        (name,) = database.execute("SELECT table_name FROM gpkg_contents WHERE data_type='attributes'").fetchone()
        return [dict(row) for row in database.execute(f'SELECT * FROM "{name}" ORDER BY fid')]


def spots(path) -> list[tuple[float, float]]:
    """Coordinates of the real places by fid."""
    data = ogr.Open(str(path))
    layer = data.GetLayerByName("places")
    return [(feature.GetGeometryRef().GetX(), feature.GetGeometryRef().GetY()) for feature in layer]


def test_times_on_real_roads_are_those_of_qgis(run, real) -> None:
    from qgis.core import QgsVectorLayer

    results = run(TOLERANCE=0, MAX_ACCESS=1e6, ACCESS_SPEED=6)
    layer = QgsVectorLayer(f"{real}|layername=roads", "roads", "ogr")
    places = spots(real)
    wanted, tied = times_by_qgis(layer, places, "kmh", "direction")
    rows = {(row["ORIGIN_ID"], row["PLACE_ID"]): row for row in table_of(results["MATRIX"])}
    legs = [math.dist(place, foot) * 0.6 for place, foot in zip(places, tied)]
    reached = 0
    for one, times in enumerate(wanted):
        for other, seconds in enumerate(times):
            row = rows.get((one + 1, other + 1))
            assert (row is None) == math.isinf(seconds)
            if row is not None:
                reached += 1
                assert row["ROAD_MIN"] * 60 == pytest.approx(seconds, abs=1e-6)
                assert row["MINUTES"] * 60 == pytest.approx(seconds + legs[one] + legs[other], abs=1e-6)
    assert reached >= 200
    assert any(abs(wanted[one][other] - wanted[other][one]) > 1 for one in range(16) for other in range(16))


def test_reach_is_what_sql_counts_in_the_table_of_times(run, out) -> None:
    results = run(AREAS=str(out / "areas.gpkg"), BANDS="2,5,10", AREA_KIND="both")
    assert results["UNBALANCED_COUNT"] == 0
    times = table_of(results["MATRIX"])
    people = {row["PLACE_ID"]: row["PEOPLE"] for row in rows_of(results["REACHED"])}
    assert sum(people.values()) > 20_000
    areas = rows_of(results["AREAS"])
    assert len(areas) == (16 + 1) * 3
    for row in areas:
        within = {
            each["PLACE_ID"] for each in times
            if row["ORIGIN_ID"] in (None, each["ORIGIN_ID"]) and each["MINUTES"] <= row["MINUTES"] + 0.005
        }
        assert (row["PLACES"], row["PEOPLE"]) == (len(within), sum(people[place] for place in within))
    book = load_workbook(results["WORKBOOK"], read_only=True)
    titles = ["时间圈可达情况", "就近可达情况", "到达时间明细", "道路速度取值", "路网孤岛", "勾稽检查", "问题清单", "输入与口径"]
    assert [title for title in book.sheetnames if title in titles] == titles
    text = "\n".join(str(cell) for row in book["输入与口径"].iter_rows(values_only=True) for cell in row if cell is not None)
    assert "travel_max_access_m" in text and "travel_bands_min" not in text
    book.close()


def test_villages_reached_lie_in_the_circle_and_the_circle_near_roads(run, real, out) -> None:
    results = run(AREAS=str(out / "areas.gpkg"), BANDS="6", WIDTH=300, MAX_ACCESS=250)
    data = ogr.Open(results["AREAS"])
    circles = {feature["ORIGIN_ID"]: shapely.from_wkb(bytes(feature.GetGeometryRef().ExportToWkb())) for feature in data.GetLayer(0)}
    points = spots(real)
    inside = 0
    for row in table_of(results["MATRIX"]):
        if row["MINUTES"] <= 6:
            inside += 1
            assert circles[row["ORIGIN_ID"]].contains(shapely.Point(points[row["PLACE_ID"] - 1]))
    assert inside > 30
    # The file has to outlive its layer.
    file = ogr.Open(str(real))
    roads = file.GetLayerByName("roads")
    tree = shapely.STRtree([shapely.from_wkb(bytes(feature.GetGeometryRef().ExportToWkb())) for feature in roads])
    border = shapely.points(shapely.get_coordinates(list(circles.values())))
    _, metres = tree.query_nearest(border, return_distance=True)
    # GEOS takes bends of up to a hundredth of the width for straight.
    assert metres.max() < 303
    assert all(circle.is_valid for circle in circles.values())


def test_bases_far_from_a_road_and_islands_are_named(run) -> None:
    results = run(MAX_ACCESS=40)
    assert results["PLACES_REACHED"] < results["PLACE_COUNT"] == 16
    assert any("40" in text for text in run.feedback.warnings)
    assert results["ISLAND_COUNT"] > 5
    rows = rows_of(results["REACHED"])
    assert {row["STATE"] for row in rows} >= {"reached", "far"}
    far = [row for row in rows if row["STATE"] == "far"]
    assert all(row["MINUTES"] is None and row["ORIGIN"] is None and row["ACCESS_M"] is None for row in far)


def small(path: Path, epsg: int = 4527, east: float = 39_410_000.0, north: float = 4_030_000.0, scale: float = 1.0) -> dict[str, str]:
    """A road of two kilometres, a base and a unit, in a file of their own."""
    def line(*points):
        return shapely.LineString([(east + x * scale, north + y * scale) for x, y in points])

    rows = [{"DJ": "县道", "FX": "双向"}, {"DJ": "乡道", "FX": "单行"}]
    kinds = {"DJ": "C", "FX": "C"}
    lines = [line((0, 0), (1_000, 0)), line((1_000, 0), (2_000, 0))]
    unit = shapely.box(east + 1_500 * scale, north, east + 1_600 * scale, north + 100 * scale)
    return {
        "ROADS": write_layer(path, "roads", lines, rows, kinds, epsg),
        "ORIGINS": write_layer(path, "bases", [shapely.Point(east, north)], [{"MC": "驻点"}], {"MC": "C"}, epsg),
        "UNITS": write_layer(path, "units", [unit], [{"MC": "甲镇", "RK": "一千"}], {"MC": "C", "RK": "C"}, epsg),
        "PLACES": None, "PLACE_NAME": None, "PLACE_POPULATION": None, "SPEED_FIELD": None, "DIRECTION_FIELD": None,
        "ORIGIN_NAME": "MC", "UNIT_NAME": "MC", "CLASS_FIELD": "DJ",
    }


def test_classes_and_units_and_an_own_table_of_speeds(run, tmp_path) -> None:
    given = small(tmp_path / "small.gpkg")
    first = table_of(run(**given)["MATRIX"])
    assert [(row["KIND"], row["NAME"]) for row in first] == [("unit", "甲镇")]
    assert first[0]["ROAD_MIN"] == pytest.approx(60 * (1 / 45 + 0.55 / 35), abs=1e-6)
    own = tmp_path / "own.csv"
    own.write_text("class,kmh,open,source,status\n县道,30,Y,本局,seen\n乡道,10,Y,本局,seen\n", encoding="utf-8")
    second = table_of(run(**given, SPEED_TABLE=str(own))["MATRIX"])
    assert second[0]["ROAD_MIN"] == pytest.approx(2 + 3.3, abs=1e-6)


def test_degrees_are_refused_unless_brought_to_a_zone(run, refused, tmp_path) -> None:
    degrees = small(tmp_path / "degrees.gpkg", 4490, 116.0, 36.4, 1e-5)
    refused(**degrees)
    from qgis.core import QgsCoordinateReferenceSystem, QgsDistanceArea, QgsPointXY, QgsProject

    results = run(**degrees, REPROJECT=True, ZONE=QgsCoordinateReferenceSystem("EPSG:4527"))
    ellipsoid = QgsDistanceArea()
    ellipsoid.setEllipsoid("EPSG:7030")
    ellipsoid.setSourceCrs(QgsCoordinateReferenceSystem("EPSG:4490"), QgsProject.instance().transformContext())
    metres = [ellipsoid.measureLine(QgsPointXY(116.0 + a, 36.4), QgsPointXY(116.0 + b, 36.4)) for a, b in ((0, 0.01), (0.01, 0.0155))]
    wanted = 60 * (metres[0] / 45_000 + metres[1] / 35_000)
    # A zone of three degrees stretches lengths by less than four parts in ten thousand.
    assert table_of(results["MATRIX"])[0]["ROAD_MIN"] == pytest.approx(wanted, rel=4e-4)


def test_bad_inputs_are_told_in_one_sentence(refused, run, tmp_path, real) -> None:
    given = small(tmp_path / "bad.gpkg")
    assert "单行" in refused(**{**given, "DIRECTION_FIELD": "FX"})
    run(**{**given, "DIRECTION_FIELD": "FX"}, FORWARD_VALUES="单行")
    assert "一千" in refused(**given, UNIT_POPULATION="RK")
    refused(BANDS="60,15")
    refused(**{**given, "SPEED_FIELD": "DJ"})
    refused(**{**given, "CLASS_FIELD": "absent"})
    refused(**{**given, "ORIGINS": f"{real}|layername=places", "ORIGIN_NAME": None})
    off = write_layer(tmp_path / "off.gpkg", "bases", [shapely.Point(39_500_000.0, 4_030_000.0)], [{"MC": "远"}], {"MC": "C"})
    assert "远" in refused(**{**given, "ORIGINS": off})
    empty = write_layer(tmp_path / "empty.gpkg", "roads", [], [], {"DJ": "C"}, kind=ogr.wkbLineString)
    refused(**{**given, "ROADS": empty})
    refused(**given, AREAS=given["ROADS"].partition("|")[0])


@pytest.mark.slow
@pytest.mark.real_qgis
def test_the_real_qgis_process_runs_it(real, tmp_path) -> None:
    finished = qgis_process(
        ALGORITHM, ROADS=f"{real}|layername=roads", CLASS_FIELD="highway", ORIGINS=f"{real}|layername=places",
        PLACES=f"{real}|layername=places", AREA_KIND="together", AREAS=str(tmp_path / "areas.gpkg"), WORKBOOK=str(tmp_path / "book.xlsx"),
    )
    results = results_of(finished)
    assert results["UNBALANCED_COUNT"] == 0
    assert [row["MINUTES"] for row in rows_of(str(tmp_path / "areas.gpkg"))] == [60.0, 45.0, 30.0, 15.0]
    assert np.all(np.diff([row["AREA_KM2"] for row in rows_of(str(tmp_path / "areas.gpkg"))]) <= 0)
