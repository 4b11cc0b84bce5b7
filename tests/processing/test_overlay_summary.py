"""landledger:overlaysummary as QGIS runs it, on the made-up township and on small layers."""

from __future__ import annotations

import gc
from decimal import Decimal

import pytest
import shapely
from openpyxl import load_workbook
from osgeo import ogr

from .occupation_runs import (
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

ALGORITHM = "landledger:overlaysummary"
TABLES = ("DLTB", "YJJBNTBHTB", "STBHHX", "CZKFBJ", "GHDLTB")
APPROVAL = {"AREA_METHOD": "plane", "UNIT": "1"}


def layers_of(package, *tables: str) -> list[str]:
    return [f"{package}|layername={table}" for table in tables]


def shapes_of(package, table: str) -> list[tuple[dict, shapely.Geometry]]:
    """Attributes and shape of each feature, read by OGR."""
    data = ogr.Open(str(package))
    return [
        (feature.items(), shapely.from_wkb(bytes(feature.GetGeometryRef().ExportToWkb())))
        for feature in data.GetLayerByName(table)
    ]


def sheet(path, title: str) -> list[tuple]:
    book = load_workbook(path, read_only=True)
    try:
        return [tuple(row) for row in book[title].iter_rows(values_only=True)]
    finally:
        book.close()


def columns_of(rows: list[tuple], levels: int = 3) -> dict[str, int]:
    """Heading, levels joined by >, → column of a table that begins in row 3."""
    header = [list(row) for row in rows[2 : 2 + levels]]
    for depth, level in enumerate(header[:-1]):
        for place in range(1, len(level)):
            if level[place] is None and any(lower[place] is not None for lower in header[depth + 1 :]):
                level[place] = level[place - 1]
    return {">".join(str(level[place]) for level in header if level[place]): place for place in range(len(header[0]))}


@pytest.fixture
def run(provider, out, said_feedback):
    """run(NAME=value …) -> results, with the feedback in `run.feedback`."""

    def run_algorithm(**values):
        import processing

        run_algorithm.feedback = said_feedback()
        parameters = {"WORKBOOK": str(out / "book.xlsx"), "PIECES": str(out / "pieces.gpkg"), **values}
        results = processing.run(ALGORITHM, parameters, feedback=run_algorithm.feedback)
        assert not run_algorithm.feedback.debug and not run_algorithm.feedback.errors
        assert results["UNBALANCED_COUNT"] == 0
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
        assert not run.feedback.debug
        assert files_in(out) == before
        return message

    return refuse


def test_the_township_agrees_with_the_occupation_and_with_plain_intersections(run, township, out):
    import processing

    package = township
    attributes = "GHDLTB=GHDLMC;DLTB=DLMC"
    lines = f"{package}|layername=XMHX"
    results = run(
        FOOTPRINTS=lines, FOOTPRINT_ID="DKBH", LAYERS=layers_of(package, *TABLES), ATTRIBUTES=attributes,
        SHOW_OUTSIDE=True, **APPROVAL,
    )
    occupied = processing.run(
        "landledger:occupation",
        {
            "FOOTPRINTS": lines, "FOOTPRINT_ID": "DKBH", "SURVEY": f"{package}|layername=DLTB",
            "PRIME_FARMLAND": f"{package}|layername=YJJBNTBHTB", "ECO_REDLINE": f"{package}|layername=STBHHX",
            "URBAN_BOUNDARY": f"{package}|layername=CZKFBJ", "PLAN": f"{package}|layername=GHDLTB",
            "PRESET": "approval", "BORDER_TOLERANCE": 0, "PIECES": str(out / "occ.gpkg"), "WORKBOOK": str(out / "occ.xlsx"),
        },
    )
    for name in ("FOOTPRINT_COUNT", "PIECE_COUNT", "TOTAL_AREA_M2", "SUM_OF_FOOTPRINTS_M2"):
        assert results[name] == occupied[name], name
    mine, theirs = sheet(results["WORKBOOK"], "红线压盖明细表"), sheet(occupied["WORKBOOK"], "红线压盖分析表")
    headings = columns_of(theirs)
    titles = {"YJJBNTBHTB": "永久基本农田", "STBHHX": "生态保护红线", "CZKFBJ": "城镇开发边界>内"}
    plot = layer = None
    compared = 0
    found = {}
    for row in (row for row in mine[3:] if len(row) == 8):
        plot, layer = row[0] or plot, row[2] or layer
        if row[5] is not None:
            found[plot, layer, row[3]] = (row[5], row[7])
    for row in (row for row in theirs[5:] if row and str(row[0]).startswith("DK")):
        for table, title in titles.items():
            area, count = row[headings[f"{title}>面积"]], row[headings[f"{title}>图斑数"]]
            assert found[row[0], table, "合计"] == (pytest.approx(area, abs=1e-9), count), (row[0], table)
            compared += 1
    assert compared == 36
    pieces = rows_of(results["PIECES"])
    plan = [row for row in rows_of(occupied["PIECES"]) if row["COUNTED"] == 1 and row["PLAN_USE"]]
    assert sum(exact(row["AREA_ADJ"]) for row in pieces if row["COUNTED"] == 1 and row["L5"]) == sum(
        exact(row["AREA_ADJ"]) for row in plan
    )

    # An oracle that shares nothing with the kernel: one intersection with the union of each layer.
    plots = {row["DKBH"]: shape for row, shape in shapes_of(package, "XMHX")}
    for number, table in enumerate(TABLES, 1):
        everything = shapely.union_all([shape for _, shape in shapes_of(package, table)])
        for name, shape in plots.items():
            own = [row for row in pieces if row["FP_ID"] == name and row[f"L{number}"]]
            measured = sum(row["AREA_RAW"] for row in own)
            assert abs(measured - shapely.intersection(shape, everything).area) < 1e-3
            exactly = sum((exact(row["AREA_ADJ"]) for row in own), Decimal(0))
            assert exactly / 10000 == Decimal(str(found[name, table, "合计"][0])), (name, table)


def test_totals_of_the_table_are_those_of_the_pieces(run, township):
    results = run(
        FOOTPRINTS=f"{township}|layername=XMHX", FOOTPRINT_ID="DKBH", FOOTPRINT_NAME="XMMC",
        LAYERS=layers_of(township, "STBHHX", "YPJSYD"), ATTRIBUTES="STBHHX=HXMC",
    )
    rows = sheet(results["WORKBOOK"], "红线压盖分析表")
    headings = columns_of(rows)
    total = next(row for row in rows if row[0] == "合计")
    pieces = [row for row in rows_of(results["PIECES"]) if row["COUNTED"] == 1]

    def summed(chosen) -> Decimal:
        return sum((exact(row["AREA_ADJ"]) for row in chosen), Decimal(0))

    assert Decimal(str(total[2])) == summed(pieces) == exact(results["TOTAL_AREA_M2"])
    assert exact(results["COVERED_AREA_M2"]) == summed(row for row in pieces if row["HITS"])
    for heading, place in headings.items():
        if not heading.endswith("面积") or place == 2:
            continue
        levels = heading.split(">")
        number = 1 if levels[0] == "STBHHX" else 2
        if len(levels) == 2 or levels[1] == "合计":
            own = [row for row in pieces if row[f"L{number}"]]
        else:
            own = [row for row in pieces if levels[1] in row["V1"].split("；")]
        assert Decimal(str(total[place])) == summed(own), heading
    assert len(headings) == 4 + 2 * 4


def test_without_pieces_and_numbers_only_a_workbook(run, township, out):
    results = run(FOOTPRINTS=f"{township}|layername=XMHX", LAYERS=layers_of(township, "STBHHX"), PIECES=None)
    assert "PIECES" not in results and [path.name for path in out.iterdir()] == ["book.xlsx"]
    first = [row[0] for row in sheet(results["WORKBOOK"], "红线压盖分析表")[4:] if len(row) > 2]
    assert first[:12] == [str(number) for number in range(1, 13)]
    assert results["LAYER_COUNT"] == 1 and results["FOOTPRINT_COUNT"] == 12


def test_layers_given_twice_of_one_name_and_the_red_line_itself(run, tmp_path):
    lines = write_footprints(tmp_path / "lines.gpkg", square(0, 0, 4, 4), square(3, 0, 4, 4))
    one = write_layer(tmp_path / "2019.gpkg", "plan", [square(0, 0, 2, 4)], [{"MC": "甲"}])
    other = write_layer(tmp_path / "2023.gpkg", "plan", [square(1, 0, 2, 4)], [{"YT": "乙"}])
    results = run(FOOTPRINTS=lines, FOOTPRINT_ID="DKBH", LAYERS=[one, other, one, lines], ATTRIBUTES="plan=MC;plan=YT")
    assert results["LAYER_COUNT"] == 3
    said = " ".join(run.feedback.warnings)
    assert "plan was given more than once" in said and "hongxian is the red line itself" in said
    rows = sheet(results["WORKBOOK"], "红线压盖分析表")
    headings = columns_of(rows)
    first = next(row for row in rows if row[0] == "DK001")
    assert first[headings["plan（1）>甲>面积"]] == 80000 and first[headings["plan（2）>乙>面积"]] == 80000
    assert first[headings["hongxian>面积"]] == first[2] == 160000 and first[headings["hongxian>图斑数"]] == 2
    assert exact(results["TOTAL_AREA_M2"]) == 280000 and exact(results["SUM_OF_FOOTPRINTS_M2"]) == 320000
    assert "重叠" in str(sheet(results["WORKBOOK"], "重叠清单"))


def test_damaged_empty_and_far_layers(run, tmp_path):
    bow_tie = shapely.Polygon([square(0, 0).exterior.coords[i] for i in (0, 2, 1, 3, 0)])
    lines = write_footprints(tmp_path / "lines.gpkg", square(0, 0, 2, 2), None)
    bad = write_layer(tmp_path / "bad.gpkg", "bad", [bow_tie, None], [{"MC": "甲"}, {"MC": None}])
    empty = write_layer(tmp_path / "empty.gpkg", "empty", [], [], {"MC": "C"}, kind=ogr.wkbPolygon)
    far = write_layer(tmp_path / "far.gpkg", "far", [square(50, 50)], [{"MC": "远"}])
    results = run(FOOTPRINTS=lines, FOOTPRINT_ID="DKBH", LAYERS=[bad, empty, far], ATTRIBUTES="bad=MC")
    assert results["FOOTPRINT_COUNT"] == 1 and exact(results["COVERED_AREA_M2"]) == 5000
    said = " ".join(run.feedback.warnings)
    assert "crosses itself" in said and "no shape" in said and said.count("No red line touches") == 2
    assert "bad" in str(sheet(results["WORKBOOK"], "问题清单"))


def test_ellipsoidal_areas_are_those_of_the_plot(run, township):
    import processing

    lines = f"{township}|layername=XMHX"
    results = run(
        FOOTPRINTS=lines, FOOTPRINT_ID="DKBH", LAYERS=layers_of(township, "CZKFBJ"), AREA_METHOD="ellipsoid", UNIT="0.01"
    )
    alone = processing.run("landledger:ellipsoidarea", {"INPUT": lines, "OUTPUT": "memory:"})
    assert results["SUM_OF_FOOTPRINTS_M2"] == pytest.approx(alone["TOTAL_AREA_M2"], abs=1e-6)


def test_another_zone_only_when_allowed(run, refused, tmp_path):
    import processing

    lines = write_footprints(tmp_path / "lines.gpkg", square(0, 0, 4, 4))
    here = write_layer(tmp_path / "here.gpkg", "zone", [square(1, 0, 2, 4)], [{"MC": "甲"}])
    there = str(tmp_path / "there.gpkg")
    processing.run("native:reprojectlayer", {"INPUT": here, "TARGET_CRS": "EPSG:4526", "OUTPUT": there})
    message = refused(FOOTPRINTS=lines, LAYERS=[there])
    assert "there" in message and "reprojection" in message
    results = run(FOOTPRINTS=lines, LAYERS=[there], REPROJECT=True)
    assert results["COVERED_AREA_M2"] == pytest.approx(80000, abs=0.05)
    assert "EPSG:4526" in str(sheet(results["WORKBOOK"], "输入与口径"))


def test_bad_input_gets_one_sentence(refused, tmp_path):
    lines = write_footprints(tmp_path / "lines.gpkg", square(0, 0, 2, 2), square(4, 0))
    plan = write_layer(tmp_path / "plan.gpkg", "GHDLTB", [square(0, 0)], [{"GHDLMC": "甲"}])
    twice = write_layer(tmp_path / "twice.gpkg", "twice", [square(0, 0), square(1, 0)], [{"BH": "1"}, {"BH": "1"}])
    points = write_layer(tmp_path / "points.gpkg", "points", [shapely.Point(39408000, 4036000)], [{"MC": "甲"}])
    nowhere = write_layer(tmp_path / "nowhere.gpkg", "nowhere", [square(0, 0)], [{"MC": "甲"}], epsg=None)
    degrees = write_layer(tmp_path / "degrees.gpkg", "degrees", [shapely.box(116, 36, 116.01, 36.01)], [{"MC": "甲"}], epsg=4490)
    nothing = write_layer(tmp_path / "nothing.gpkg", "nothing", [], [], {"MC": "C"}, kind=ogr.wkbPolygon)
    absent = str(tmp_path / "absent.gpkg")
    cases = [
        ({"FOOTPRINTS": nothing}, "nothing"),
        ({"FOOTPRINTS": twice, "FOOTPRINT_ID": "BH"}, "twice"),
        ({"FOOTPRINTS": degrees}, "degrees"),
        ({"FOOTPRINT_ID": "DKBHX"}, "DKBHX"),
        ({"LAYERS": [plan, points]}, "points"),
        ({"LAYERS": [plan, nowhere]}, "nowhere"),
        ({"LAYERS": [plan, absent]}, "absent"),
        ({"ATTRIBUTES": "GHDLTB"}, "layer=field"),
        ({"ATTRIBUTES": "GHDLT=GHDLMC"}, "GHDLTB"),
        ({"ATTRIBUTES": "GHDLTB=GHDLM"}, "GHDLMC"),
        ({"AREA_METHOD": "sphere"}, "AREA_METHOD"),
        ({"WORKBOOK": str(tmp_path / "no such folder" / "book.xlsx")}, "no such folder"),
        ({"PIECES": plan.split("|")[0]}, "plan.gpkg"),
    ]
    for values, words in cases:
        message = refused(**{"FOOTPRINTS": lines, "LAYERS": [plan], **values})
        assert words in message, (values, message)


@pytest.mark.real_qgis
def test_through_the_real_qgis_process(tmp_path, township):
    package = copy_of(township, tmp_path)
    book = tmp_path / "book.xlsx"
    done = qgis_process(
        ALGORITHM, FOOTPRINTS=f"{package}|layername=XMHX", FOOTPRINT_ID="DKBH", LAYERS=f"{package}|layername=GHDLTB",
        ATTRIBUTES="GHDLTB=GHDLMC", SHOW_OUTSIDE="true", AREA_METHOD="plane", UNIT="1", WORKBOOK=str(book),
        PIECES=str(tmp_path / "pieces.gpkg"),
    )  # fmt: skip
    results = results_of(done)
    assert results["UNBALANCED_COUNT"] == 0 and results["FOOTPRINT_COUNT"] == 12
    assert results["TOTAL_AREA_M2"] == sum(row["AREA_ADJ"] for row in rows_of(tmp_path / "pieces.gpkg") if row["COUNTED"])
    assert sheet(book, "红线压盖分析表")[2][3] == "GHDLTB"
