"""landledger:adjacentparties and landledger:pointtable as QGIS runs them."""

from __future__ import annotations

import csv
import gc
from decimal import Decimal

import pytest
import shapely
from openpyxl import load_workbook

from .occupation_runs import (
    SAMPLE,
    copy_of,
    exact,
    files_in,
    is_one_sentence,
    qgis_process,
    results_of,
    rows_of,
    square,
    write_footprints,
    write_layer,
)

NOTHING = "外侧无图斑"


def sheet(path, title: str) -> list[tuple]:
    book = load_workbook(path, read_only=True)
    try:
        return [tuple(row) for row in book[title].iter_rows(values_only=True) if row]
    finally:
        book.close()


@pytest.fixture
def run(provider, out, said_feedback):
    """run(algorithm, NAME=value …) -> results, with the feedback in `run.feedback`."""

    def run_algorithm(algorithm: str, **values):
        import processing

        run_algorithm.feedback = said_feedback()
        results = processing.run(f"landledger:{algorithm}", values, feedback=run_algorithm.feedback)
        assert not run_algorithm.feedback.debug and not run_algorithm.feedback.errors
        return results

    yield run_algorithm
    gc.collect()


@pytest.fixture
def adjacent(run, out):
    """adjacent(NAME=value …) -> results with all outputs."""

    def run_algorithm(**values):
        outputs = {"OUTPUT": str(out / "plots.gpkg"), "TABLE": str(out / "table.csv"), "WORKBOOK": str(out / "book.xlsx")}
        results = run("adjacentparties", **{"FOOTPRINT_ID": "DKBH", **outputs, **values})
        assert results["UNBALANCED_COUNT"] == 0
        run_algorithm.warnings = run.feedback.warnings
        return results

    return run_algorithm


@pytest.fixture
def refused(run, out):
    """refused(algorithm, NAME=value …) -> the one sentence said; nothing is left."""
    from qgis.core import QgsProcessingException

    def refuse(algorithm: str, **values) -> str:
        before = files_in(out)
        with pytest.raises(QgsProcessingException) as raised:
            run(algorithm, **values)
        message = str(raised.value)
        assert is_one_sentence(message), message
        assert not run.feedback.debug
        assert files_in(out) == before
        return message

    return refuse


@pytest.fixture
def village(tmp_path):
    """Plots in the middle of four parcels: (plots, neighbours)."""
    plots = write_footprints(tmp_path / "plots.gpkg", square(1, 1, 2, 2), square(1.2, 3.2, 0.5, 0.5))
    shapes = [square(3, 0, 2, 4), square(1, 0, 2, 1), square(0, 0, 1, 4), square(1, 3, 2, 1)]
    rows = [{"QSDWMC": name, "DLMC": kind} for name, kind in zip(["东村", "南村", "西村", "北村"], ["水田", "旱地", "果园", "水田"])]
    return plots, write_layer(tmp_path / "land.gpkg", "DLTB", shapes, rows)


def test_the_fields_the_table_and_the_workbook_say_the_same(adjacent, village, out):
    plots, land = village
    results = adjacent(FOOTPRINTS=plots, FOOTPRINT_NAME="DKMC", NEIGHBOURS=land)
    first, second = rows_of(results["OUTPUT"])
    assert [first[name] for name in ("EAST", "SOUTH", "WEST", "NORTH")] == ["东村", "南村", "西村", "北村"]
    assert first["TEXT"] == "东至：东村；南至：南村；西至：西村；北至：北村"
    assert first["DKMC"] == "地块1" and first["BORDER_M"] == 800 and first["OPEN_M"] == 0
    assert second["TEXT"] == "东至：北村；南至：北村；西至：北村；北至：北村"
    with open(out / "table.csv", encoding="utf-8") as file:
        table = list(csv.DictReader(file))
    assert [(row["FP_ID"], row["DIRECTION"], row["NEIGHBOUR"], float(row["LENGTH_M"])) for row in table[:4]] == [
        ("DK001", "东", "东村", 200), ("DK001", "南", "南村", 200), ("DK001", "西", "西村", 200), ("DK001", "北", "北村", 200),
    ]
    form = [row for row in sheet(results["WORKBOOK"], "四至表") if row[0] in (1, 2)]
    assert form[0][1:7] == ("DK001", "地块1", "东村", "南村", "西村", "北村")
    listed = sheet(results["WORKBOOK"], "四至明细")
    sums = [row[3] for row in listed if len(row) > 3 and "小计" in row]
    assert sums == [800, 200]
    assert (results["FOOTPRINT_COUNT"], results["PARTY_COUNT"], results["OPEN_COUNT"]) == (2, 4, 0)


def test_names_from_several_fields_eight_directions_and_a_road(adjacent, village, tmp_path):
    plots, land = village
    west, _, east, north = square(1, 1, 2, 2).bounds
    road = write_layer(
        tmp_path / "roads.gpkg", "roads",
        [shapely.LineString([(west - 50, north + 3), (east + 50, north + 3)]), shapely.LineString([(0, 0), (1, 1)])],
        [{"MC": "国道107"}, {"MC": None}],
    )
    results = adjacent(
        FOOTPRINTS=plots, NEIGHBOURS=land, NAME_FIELD=["QSDWMC", "DLMC"], DIRECTIONS="8", LINES=road,
        LINE_NAME_FIELD="MC", DISTANCE=5,
    )
    first = rows_of(results["OUTPUT"])[0]
    assert first["EAST"] == "东村 水田" and first["NORTH"] == "国道107" and first["NE"] == "—"
    form = next(row for row in sheet(results["WORKBOOK"], "四至表") if row[0] == 1)
    assert form[3:11] == tuple(first[name] for name in ("EAST", "SE", "SOUTH", "SW", "WEST", "NW", "NORTH", "NE"))


def test_nothing_adjoins_a_missing_name_and_a_hole(adjacent, tmp_path):
    plot = square(1, 1, 2, 2) - square(1.5, 1.5, 0.5, 0.5)
    plots = write_footprints(tmp_path / "plots.gpkg", plot)
    land = write_layer(
        tmp_path / "land.gpkg", "ZD", [square(1.5, 1.5, 0.5, 0.5), square(3, 1, 1, 2)], [{"QLR": "飞地"}, {"QLR": None}],
        {"QLR": "C"},
    )
    results = adjacent(FOOTPRINTS=plots, NEIGHBOURS=land)
    (row,) = rows_of(results["OUTPUT"])
    assert row["TEXT"] == f"东至：未填名称；南至：{NOTHING}；西至：{NOTHING}；北至：{NOTHING}"
    assert row["ENCLOSED"] == "飞地" and row["OPEN_M"] == 600 and row["BORDER_M"] == 1000
    assert results["OPEN_COUNT"] == 1
    assert any("DK001: nothing adjoins 600.00 m" in text for text in adjacent.warnings)


def test_fields_of_the_plots_stay_and_features_without_a_shape_too(adjacent, tmp_path):
    rows = [{"DKBH": "A", "EAST": "旧", "MJ": 1.5}, {"DKBH": "B", "EAST": "旧", "MJ": 2.5}]
    plots = write_layer(tmp_path / "plots.gpkg", "dk", [square(1, 1), None], rows)
    land = write_layer(tmp_path / "land.gpkg", "DLTB", [square(0, 0, 9, 9)], [{"DLMC": "水田"}])
    results = adjacent(FOOTPRINTS=plots, NEIGHBOURS=land)
    first, second = rows_of(results["OUTPUT"])
    assert (first["EAST"], first["MJ"]) == ("水田", 1.5)
    assert (second["DKBH"], second["EAST"], second["TEXT"], second["MJ"]) == ("B", None, None, 2.5)
    assert results["FINDING_COUNT"] == 1


def test_a_shapefile_cuts_texts_between_characters_and_says_so(adjacent, tmp_path, out):
    plots = write_footprints(tmp_path / "plots.gpkg", square(1, 1), square(5, 5))
    land = write_layer(tmp_path / "land.gpkg", "DLTB", [square(0, 0, 3, 3)], [{"QLR": "很长的名称" * 12}])
    results = adjacent(FOOTPRINTS=plots, NEIGHBOURS=land, OUTPUT=str(out / "plots.shp"))
    from osgeo import ogr

    data = ogr.Open(results["OUTPUT"])
    first, second = list(data.GetLayer())
    assert first["EAST"] == "很长的名称" * 12
    assert first["TEXT"].startswith("东至：很长的名称") and first["TEXT"].endswith("…") and len(first["TEXT"].encode()) <= 254
    assert second["TEXT"] == f"东至：{NOTHING}；南至：{NOTHING}；西至：{NOTHING}；北至：{NOTHING}"
    assert any("1 texts are longer" in text for text in adjacent.warnings)


def test_layers_in_another_zone_only_by_choice(adjacent, refused, tmp_path, out):
    plots = write_footprints(tmp_path / "plots.gpkg", square(1, 1, 2, 2))
    # EPSG:4548 is the same zone without its number before the easting.
    shape = shapely.transform(square(0, 0, 9, 9), lambda places: places - (39_000_000, 0))
    land = write_layer(tmp_path / "land.gpkg", "DLTB", [shape], [{"DLMC": "水田"}], epsg=4548)
    given = {"FOOTPRINTS": plots, "NEIGHBOURS": land, "FOOTPRINT_ID": "DKBH", "OUTPUT": str(out / "plots.gpkg")}
    assert "allow reprojection" in refused("adjacentparties", **given)
    results = adjacent(**given, REPROJECT=True)
    assert rows_of(results["OUTPUT"])[0]["EAST"] == "水田"


def test_what_adjacentparties_refuses(refused, village, tmp_path, out):
    plots, land = village
    given = {"FOOTPRINTS": plots, "NEIGHBOURS": land, "FOOTPRINT_ID": "DKBH", "OUTPUT": str(out / "plots.gpkg")}
    bare = write_layer(tmp_path / "bare.gpkg", "bare", [square(0, 0)], [{"A": "x"}])
    said = refused("adjacentparties", **{**given, "NEIGHBOURS": bare})
    assert "bare has none of the fields QLR, QSDWMC, ZLDWMC, DLMC" in said
    lines = write_layer(tmp_path / "l.gpkg", "road", [shapely.LineString([(0, 0), (1, 1)])], [{"MC": "x"}])
    assert "which field of layer road" in refused("adjacentparties", **given, LINES=lines)
    twice = write_layer(tmp_path / "t.gpkg", "dk", [square(0, 0), square(2, 0)], [{"DKBH": "1"}, {"DKBH": "1"}])
    assert "number 1 stands at feature 1 and at feature 2" in refused("adjacentparties", **{**given, "FOOTPRINTS": twice})
    assert "DISTANCE" in refused("adjacentparties", **given, DISTANCE=0)
    assert refused("adjacentparties", **{**given, "OUTPUT": plots.partition("|")[0]})


def test_the_township_by_the_real_executable(tmp_path):
    """Every plot's neighbours add up to its border, measured by another program."""
    town = copy_of(SAMPLE, tmp_path)
    results = results_of(
        qgis_process(
            "landledger:adjacentparties", {"LANDLEDGER_LOCALE": "zh_CN"}, FOOTPRINTS=f"{town}|layername=XMHX",
            FOOTPRINT_ID="DKBH", NEIGHBOURS=f"{town}|layername=DLTB", OUTPUT=str(tmp_path / "o.gpkg"),
            TABLE=str(tmp_path / "t.csv"), WORKBOOK=str(tmp_path / "b.xlsx"),
        )
    )
    assert results["FOOTPRINT_COUNT"] == 12 and results["UNBALANCED_COUNT"] == 0
    sums: dict[str, Decimal] = {}
    with open(tmp_path / "t.csv", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            sums[row["FP_ID"]] = sums.get(row["FP_ID"], Decimal(0)) + Decimal(row["LENGTH_M"])
    from osgeo import ogr

    data = ogr.Open(str(town))
    for feature in data.GetLayerByName("XMHX"):
        length = feature.GetGeometryRef().Boundary().Length()
        assert abs(float(sums[feature["DKBH"]]) - length) <= 0.00501
    assert "四至明细" in load_workbook(tmp_path / "b.xlsx", read_only=True).sheetnames
    remarks = [str(row[-1]) for row in sheet(tmp_path / "b.xlsx", "四至表") if row[-1]]
    assert any(remark.startswith("地块内洞：") for remark in remarks)


# ---------------------------------------------------------------------------------------------------------- point table


def test_points_and_form(run, tmp_path, out):
    plot = square(1, 1) - square(1.2, 1.2, 0.2, 0.2)
    plots = write_footprints(tmp_path / "plots.gpkg", plot, square(2, 1))
    given = {"INPUT": plots, "FOOTPRINT_ID": "DKBH", "FOOTPRINT_NAME": "DKMC"}
    results = run(
        "pointtable", **given, POINTS=str(out / "points.gpkg"), WORKBOOK=str(out / "book.xlsx"), CALCULATED_BY="张三",
        CHECKED_BY="李四", DATE="2025-03-31",
    )
    assert (results["FOOTPRINT_COUNT"], results["POINT_COUNT"], results["RING_COUNT"]) == (2, 12, 3)
    rows = rows_of(results["POINTS"])
    assert [row["LABEL"] for row in rows] == ["J1", "J2", "J3", "J4", "J5", "J6", "J7", "J8", "J1", "J2", "J3", "J4"]
    assert [(row["RING"], row["SEQ"]) for row in rows[:8]] == [(1, n) for n in (1, 2, 3, 4)] + [(2, n) for n in (1, 2, 3, 4)]
    assert (rows[0]["X"], rows[0]["Y"], rows[0]["SIDE"]) == (4036200.0, 39408100.0, 100.0)
    book = sheet(results["WORKBOOK"], "界址点成果表")
    text = "\n".join(" ".join(str(value) for value in row if value is not None) for row in book)
    assert "张三" in text and "李四" in text and "2025-03-31" in text
    assert "CGCS2000 3°带 117°E" in text and "0.96" in text
    shown = [row[2] for row in book if row[2] and str(row[2]).startswith("J")]
    assert shown[:10] == [f"J{number}" for number in (1, 2, 3, 4, 1, 5, 6, 7, 8, 5)]

    shared = run("pointtable", **given, NUMBERING="all", DECIMALS=1, POINTS=str(out / "shared.gpkg"))
    rows = rows_of(shared["POINTS"])
    assert shared["POINT_COUNT"] == len(rows) == 10
    common = [row for row in rows if row["FP_ID"] == "DK001、DK002"]
    assert [row["LABEL"] for row in common] == ["J2", "J3"] and all(row["SIDE"] is None for row in common)


def test_the_form_is_that_of_the_occupation(run, township, out):
    """Both fill T15 in one room: the same points, coordinates and sides."""
    lines = f"{township}|layername=XMHX"
    run("pointtable", INPUT=lines, FOOTPRINT_ID="DKBH", WORKBOOK=str(out / "points.xlsx"))
    run(
        "occupation", FOOTPRINTS=lines, FOOTPRINT_ID="DKBH", SURVEY=f"{township}|layername=DLTB", PRESET="approval",
        PIECES="memory:", WORKBOOK=str(out / "occ.xlsx"),
    )
    own, theirs = sheet(out / "points.xlsx", "界址点成果表"), sheet(out / "occ.xlsx", "界址点成果表")
    assert len(own) > 1000 and [row[:6] for row in own] == [row[:6] for row in theirs]


def test_sides_can_be_checked_with_the_printed_coordinates(run, township, out):
    results = run("pointtable", INPUT=f"{township}|layername=XMHX", FOOTPRINT_ID="DKBH", POINTS=str(out / "p.gpkg"))
    rings: dict[tuple, list] = {}
    for row in rows_of(results["POINTS"]):
        rings.setdefault((row["FP_ID"], row["RING"]), []).append(row)
    checked = 0
    for rows in rings.values():
        for row, following in zip(rows, [*rows[1:], rows[0]]):
            square_of_side = sum((exact(row[name]) - exact(following[name])) ** 2 for name in "XY")
            assert abs(square_of_side.sqrt() - exact(row["SIDE"])) <= Decimal("0.005")
            checked += 1
    assert checked == results["POINT_COUNT"] and len(rings) == results["RING_COUNT"] == 15


def test_what_pointtable_refuses(run, refused, tmp_path, out):
    degrees = write_footprints(tmp_path / "degrees.gpkg", shapely.box(117, 36, 117.01, 36.01), epsg=4490)
    plots = write_footprints(tmp_path / "plots.gpkg", square(1, 1))
    assert "is in degrees" in refused("pointtable", INPUT=degrees, WORKBOOK=str(out / "book.xlsx"))
    web = write_footprints(tmp_path / "web.gpkg", shapely.box(12913000, 4300000, 12913100, 4300100), epsg=3857)
    assert "is in EPSG:3857 - WGS 84 / Pseudo-Mercator, which is no Gauss-Kruger zone" in refused(
        "pointtable", INPUT=web, WORKBOOK=str(out / "book.xlsx")
    )
    assert "Nothing to write" in refused("pointtable", INPUT=plots)
    assert "is no date" in refused("pointtable", INPUT=plots, WORKBOOK=str(out / "b.xlsx"), DATE="2025-02-31")


def test_the_form_of_an_occupation_has_the_neighbours_of_the_survey(run, adjacent, township, out):
    """By choice; what stands there is what adjacentparties says of the same survey."""
    lines, survey = f"{township}|layername=XMHX", f"{township}|layername=DLTB"
    given = {"FOOTPRINTS": lines, "FOOTPRINT_ID": "DKBH", "SURVEY": survey, "PRESET": "approval", "PIECES": "memory:"}
    said = rows_of(adjacent(FOOTPRINTS=lines, NEIGHBOURS=survey)["OUTPUT"])
    forms = {}
    for asked in (False, True):
        path = out / f"occupation_{asked}.xlsx"
        run("occupation", **given, WORKBOOK=str(path), ADJACENT_PARTIES=asked)
        text = [[value for value in row if value is not None] for row in sheet(path, "土地勘测定界表")]
        forms[asked] = [row for row in text if row and str(row[0]).startswith("四至")]
        inputs = "\n".join(str(row) for row in sheet(path, "输入与口径"))
        assert ("adjoining_distance_m" in inputs) == asked == ("QSDWMC" in inputs)
    assert forms[False] == 12 * [["四至（东）", "四至（南）"], ["四至（西）", "四至（北）"]]
    assert forms[True] == [
        line
        for row in said
        for line in (["四至（东）", row["EAST"], "四至（南）", row["SOUTH"]], ["四至（西）", row["WEST"], "四至（北）", row["NORTH"]])
    ]
