"""landledger:occupation and everything a hurried clerk may give it: one sentence and no file, or a result and a finding."""

from __future__ import annotations

import json
import math
import shutil
from decimal import Decimal

import numpy as np
import openpyxl
import pytest
import shapely
from osgeo import gdal, ogr

from .occupation_runs import (
    SOUTH,
    TRAPS,
    WEST,
    counted_sum,
    exact,
    files_in,
    parcels_of,
    square,
    write_footprints,
    write_layer,
)

FIGURES = json.loads(TRAPS.with_suffix(".json").read_text(encoding="utf-8"))
TOTAL = 63600.0


@pytest.fixture
def layer(traps):
    """layer(name) -> URI of one of the bad layers."""
    return lambda name: f"{traps}|layername={name}"


@pytest.fixture
def survey(traps, tmp_path):
    """survey(change) -> URI of the parcels after `change(shapes, rows)`."""

    def changed(change, name="dltb", epsg=4527):
        shapes, rows = parcels_of(traps)
        change(shapes, rows)
        return write_layer(tmp_path / f"{name}.gpkg", name, shapes, rows, epsg=epsg)

    return changed


# ------------------------------------------------------------------------------------------------ layers that are refused


@pytest.mark.parametrize(
    ("role", "name", "words"),
    [
        ("FOOTPRINTS", "footprints_empty", "Layer footprints_empty has no features."),
        ("FOOTPRINTS", "footprints_lines", "Layer footprints_lines is not a polygon layer."),
        ("FOOTPRINTS", "footprints_no_polygons", "Layer footprints_no_polygons is not a polygon layer."),
        ("FOOTPRINTS", "footprints_without_crs", "Layer footprints_without_crs has no coordinate reference system"),
        ("SURVEY", "parcels_without_crs", "Layer parcels_without_crs has no coordinate reference system"),
        ("FOOTPRINTS", "footprints_geographic_metres", "(39408050.000, 4036050.000) are metres, but its"),
        ("FOOTPRINTS", "footprints_degrees_in_metres", "(115.980, 36.450) are degrees, but its"),
        ("FOOTPRINTS", "footprints_duplicate_ids", "DK001 stands at feature 1 and at feature 2"),
        ("FOOTPRINTS", "footprints_missing_ids", "Layer footprints_missing_ids, feature 2: the footprint has no number"),
        ("SURVEY", "parcels_misspelt_fields", "parcels_misspelt_fields has no field DLBM (地类编码). Similar: DLBN."),
    ],
)
@pytest.mark.parametrize("preset", ["approval", "survey_change"])
def test_layers_that_are_refused(refused, layer, role, name, words, preset):
    message = refused(PRESET=preset, **{role: layer(name)})
    assert words in message and name in message


@pytest.mark.parametrize("srs", [-1, 0])
def test_both_kinds_of_no_system(refused, layer, traps, tmp_path, srs):
    import sqlite3

    path = shutil.copy(traps, tmp_path / "none.gpkg")
    with sqlite3.connect(path) as database:
        for table in ("gpkg_contents", "gpkg_geometry_columns"):
            database.execute(f"UPDATE {table} SET srs_id = ? WHERE table_name = 'parcels'", (srs,))
    database.close()
    assert "Layer parcels has no coordinate reference system" in refused(SURVEY=f"{path}|layername=parcels")


def test_points_tables_rasters_and_nothing(refused, tmp_path):
    points = write_layer(tmp_path / "p.gpkg", "dian", [shapely.Point(WEST, SOUTH)], [{"DKBH": "1"}], kind=ogr.wkbPoint)
    table = write_layer(tmp_path / "t.gpkg", "biao", [None], [{"DKBH": "1"}], epsg=None, kind=ogr.wkbNone)
    assert refused(FOOTPRINTS=points) == "Layer dian is not a polygon layer."
    assert refused(FOOTPRINTS=table) == "Layer biao is not a polygon layer."
    assert refused(SURVEY=table) == "Layer biao is not a polygon layer."
    assert "absent.gpkg" in refused(SURVEY=str(tmp_path / "absent.gpkg"))
    raster = str(tmp_path / "ying xiang.tif")
    gdal.GetDriverByName("GTiff").Create(raster, 4, 4).FlushCache()
    assert "ying xiang" in refused(EXTRA_CONTROLS=[raster])
    assert refused(EXTRA_CONTROLS=[points]) == "Layer dian is not a polygon layer."
    assert "gone.shp" in refused(EXTRA_CONTROLS=[str(tmp_path / "gone.shp")])


def test_layers_in_two_zones(refused, run, layer):
    message = refused(FOOTPRINTS=layer("footprints_zone38"))
    for word in ("footprints_zone38", "EPSG:4526", "parcels", "EPSG:4527"):
        assert word in message
    assert "EPSG:4526" in refused(SURVEY=layer("parcels_zone38"))
    done = run(FOOTPRINTS=layer("footprints_zone38"), REPROJECT=True)
    by_plot = {}
    for row in done.pieces:
        by_plot[row["FP_ID"]] = by_plot.get(row["FP_ID"], 0) + row["AREA_RAW"]
    for plot, area in FIGURES["footprints"].items():
        # Corners are kept to 0.1 mm: the drawn area of such a plot is known to some cm².
        assert by_plot[plot] == pytest.approx(float(area), abs=0.05)
    inputs = done.text("输入与口径")
    assert "footprints_zone38 was brought from EPSG:4526" in inputs and "50 m" in inputs


def test_a_survey_in_degrees_needs_a_zone(refused, run, survey):
    def to_degrees(shapes, rows):
        # A rough grid is enough: only the words and the run count here.
        for place, shape in enumerate(shapes):
            shapes[place] = shapely.transform(
                shape, lambda xy: np.column_stack([115.98 + (xy[:, 0] - WEST) / 9e4, 36.45 + (xy[:, 1] - SOUTH) / 1.11e5])
            )

    degrees = survey(to_degrees, epsg=4490)
    assert "Layer dltb is in degrees: choose the zone" in refused(SURVEY=degrees)
    assert "Layer dltb is in degrees" in refused(SURVEY=degrees, ZONE="EPSG:4527")
    assert "Layer dltb is in degrees" in refused(SURVEY=degrees, REPROJECT=True)
    done = run(SURVEY=degrees, ZONE="EPSG:4527", REPROJECT=True, AREA_METHOD="ellipsoid")
    assert done.results["SUM_OF_FOOTPRINTS_M2"] > 60000


def test_a_plane_without_a_zone_has_no_ellipsoidal_areas(refused, survey, tmp_path):
    shapes, rows = [shapely.box(500000, 4000000, 500100, 4000100)], [{"DLBM": "0102", "BSM": "1", "TBMJ": 10000.0}]
    utm = write_layer(tmp_path / "utm.gpkg", "utm", shapes, rows, epsg=32650)
    plots = write_footprints(tmp_path / "fp.gpkg", shapes[0], epsg=32650)
    message = refused(SURVEY=utm, FOOTPRINTS=plots, PRESET="survey_change")
    assert "utm" in message and "EPSG:32650" in message and "no Gauss-Kruger zone" in message


# ------------------------------------------------------------------------------------------------------- fields and codes


def test_field_map(refused, run, layer):
    misspelt = layer("parcels_misspelt_fields")
    assert run(SURVEY=misspelt, FIELD_MAP="DLBM=DLBN").results["TOTAL_AREA_M2"] == TOTAL
    assert run(SURVEY=misspelt, FIELD_MAP=" dlbm = DLBN ; ").results["TOTAL_AREA_M2"] == TOTAL
    assert "DLBX" in refused(SURVEY=misspelt, FIELD_MAP="DLBM=DLBX")
    assert "DLBM" in refused(SURVEY=misspelt, FIELD_MAP="DLBM")
    assert "NOSUCH" in refused(FIELD_MAP="NOSUCH=DLBM")


def test_the_number_field_must_be_there(refused):
    message = refused(FOOTPRINT_ID="DKBM")
    assert "DKBM" in message and "footprints" in message


def test_the_survey_without_registered_areas(refused, run, survey):
    def without(shapes, rows):
        for row in rows:
            del row["TBMJ"]

    plain = survey(without)
    message = refused(SURVEY=plain, PRESET="survey_change")
    assert "Layer dltb has no field TBMJ" in message
    assert run(SURVEY=plain).results["TOTAL_AREA_M2"] == TOTAL


def test_unknown_codes_are_named_and_counted(run, layer):
    for preset in ("approval", "survey_change"):
        done = run(SURVEY=layer("parcels_unknown_codes"), PRESET=preset)
        findings = done.text("问题清单")
        for code in ("9999", "0199"):
            assert code in findings and f"Class code {code} is not in code table" in findings
        assert "The class code is empty" in findings
        lost = counted_sum(done.pieces, COLUMN_KEY="UNKNOWN")
        assert lost > 0 and done.results["UNBALANCED_COUNT"] == 0
        assert counted_sum(done.pieces) == exact(done.results["TOTAL_AREA_M2"])
    assert lost < 15000  # 2500 + 10000 + 2500 m² of ground, by ellipsoidal area


def test_bad_class_tables(refused, tmp_path):
    assert "nosuch" in refused(CODE_TABLE="nosuch")
    absent = tmp_path / "absent.csv"
    assert str(absent) in refused(CODE_TABLE=str(absent))
    wrong = tmp_path / "wrong.csv"
    wrong.write_text("a,b\n1,2\n", encoding="utf-8")
    assert "wrong.csv" in refused(CODE_TABLE=str(wrong))
    binary = tmp_path / "binary.csv"
    binary.write_bytes(bytes(range(256)) * 4)
    assert "binary.csv" in refused(CODE_TABLE=str(binary))
    assert str(tmp_path) in refused(CODE_TABLE=str(tmp_path))


def test_the_former_survey_needs_the_approved_land(refused, layer):
    message = refused(FORMER_SURVEY=layer("parcels"))
    assert "approved construction land" in message


# ---------------------------------------------------------------------------------------------------------------- shapes


def test_null_and_empty_footprints_are_listed(run, layer):
    done = run(FOOTPRINTS=layer("footprints_null_geometry"))
    assert done.results["FOOTPRINT_COUNT"] == 1 and done.results["FINDING_COUNT"] == 2
    assert done.text("问题清单").count("The feature has no shape.") == 2


def test_only_footprints_without_a_shape(refused, tmp_path):
    plots = write_footprints(tmp_path / "fp.gpkg", None, shapely.Polygon())
    assert refused(FOOTPRINTS=plots) == "Layer hongxian has no footprint with an area."


@pytest.mark.parametrize("preset", ["approval", "survey_change"])
def test_bow_tie_footprints(run, layer, preset):
    done = run(FOOTPRINTS=layer("footprints_bowtie"), PRESET=preset)
    assert done.results["UNBALANCED_COUNT"] == 0
    lines = [row for row in done.sheet("问题清单") if row[0] == "shape repaired"]
    assert len(lines) == 2
    for row, plot in zip(lines, ("DK001", "DK002")):
        figures = FIGURES["footprints_bowtie"][plot]
        assert row[1:3] == ("footprints_bowtie", plot)
        assert (row[5], row[6], row[7]) == (float(figures["even_odd"]), float(figures["signed"]), None)
    if preset == "approval":
        for plot, figures in FIGURES["footprints_bowtie"].items():
            assert counted_sum(done.pieces, FP_ID=plot) == Decimal(figures["even_odd"])


@pytest.mark.parametrize("preset", ["approval", "survey_change"])
def test_broken_parcels(run, layer, preset):
    done = run(SURVEY=layer("parcels_broken_geometry"), PRESET=preset)
    assert done.results["UNBALANCED_COUNT"] == 0
    findings = done.sheet("问题清单")
    (bow_tie,) = [row for row in findings if row[0] == "shape repaired"]
    assert bow_tie[2] == "379901110100000001"
    assert bow_tie[5:8] == (5000.0, 0.0, 9997.92)
    nothing = [row for row in findings if row[0] == "feature without an area"]
    assert [row[2] for row in nothing] == ["379901110100000002", "379901110100000003"]
    assert all(row[7] == pytest.approx(9997.92, abs=0.05) for row in nothing)
    # What they should have covered is outside the survey now, and said to be.
    assert done.results["UNCOVERED_AREA_M2"] > 8700
    assert counted_sum(done.pieces) == exact(done.results["TOTAL_AREA_M2"])


def test_broken_controls(run, tmp_path):
    bow_tie = shapely.Polygon([(WEST + x * 100, SOUTH + y * 100) for x, y in ((0, 0), (2, 2), (2, 0), (0, 2))])
    rows = [{"BSM": "1"}, {"BSM": "2"}, {"BSM": "3"}]
    control = write_layer(tmp_path / "yn.gpkg", "yjnt", [bow_tie, None, shapely.Polygon()], rows)
    done = run(PRIME_FARMLAND=control)
    (line,) = [row for row in done.sheet("问题清单") if row[0] == "shape repaired"]
    assert line[1] == "yjnt" and line[2] == "1" and line[5:7] == (20000.0, 0.0)
    assert done.text("问题清单").count("The feature has no shape.") == 2
    wings = shapely.make_valid(bow_tie)
    expected = shapely.intersection(wings, square(0.5, 0.5, 2, 2)).area
    assert done.results["PRIME_FARMLAND_AREA_M2"] == pytest.approx(expected, abs=3)


def test_many_features_without_a_shape_share_a_line(run, survey):
    def add(shapes, rows):
        for number in range(300):
            shapes.append(None)
            rows.append(rows[0] | {"BSM": f"x{number}"})

    done = run(SURVEY=survey(add))
    assert done.results["FINDING_COUNT"] == 21
    assert "280 more features have no shape." in done.text("问题清单")


@pytest.mark.parametrize("preset", ["approval", "survey_change", "enforcement", "planning_statistics"])
def test_overlapping_footprints(run, layer, preset):
    done = run(FOOTPRINTS=layer("footprints_overlapping"), PRESET=preset)
    figures = FIGURES["footprints_overlapping"]
    assert done.results["UNBALANCED_COUNT"] == 0
    assert done.results["TOTAL_AREA_M2"] == pytest.approx(float(figures["once"]), rel=3e-4)
    assert done.results["SUM_OF_FOOTPRINTS_M2"] == pytest.approx(float(figures["sum"]), rel=3e-4)
    assert counted_sum(done.pieces) == exact(done.results["TOTAL_AREA_M2"])
    rows = [row for row in done.sheet("重叠清单") if isinstance(row[0], int)]
    found = {f"{row[2].split()[-1]}-{row[3].split()[-1]}": row[4] for row in rows}
    assert found == pytest.approx({pair: float(area) for pair, area in figures["pairs"].items()}, rel=3e-4)


def test_twins(run, layer):
    done = run(FOOTPRINTS=layer("footprints_twins"))
    assert done.results["TOTAL_AREA_M2"] == 10000 and done.results["SUM_OF_FOOTPRINTS_M2"] == 20000


def test_overlapping_controls_count_once(run, layer):
    done = run(PRIME_FARMLAND=layer("prime_farmland_overlapping"), PRESET="custom", MASTER="none", AREA_METHOD="plane")
    shapes, _ = parcels_of(TRAPS, "prime_farmland_overlapping")
    plots, _ = parcels_of(TRAPS, "footprints")
    expected = shapely.intersection(shapely.union_all(shapes), shapely.union_all(plots)).area
    assert done.results["PRIME_FARMLAND_AREA_M2"] == pytest.approx(expected, abs=0.005)
    assert "control features overlap" in done.text("重叠清单")


@pytest.mark.parametrize("preset", ["approval", "survey_change"])
def test_overlapping_parcels(run, layer, tmp_path, preset):
    plot = write_footprints(tmp_path / "fp.gpkg", square(3, 0, 2, 1))
    done = run(SURVEY=layer("parcels_overlapping"), FOOTPRINTS=plot, PRESET=preset)
    owner, loser = FIGURES["parcels_overlapping"]["pairs"][0]
    (row,) = [row for row in done.sheet("重叠清单") if isinstance(row[0], int)]
    assert row[2].endswith(owner) and row[3].endswith(loser) and row[4] == pytest.approx(1000, rel=1e-3)
    taken = {piece["BSM"]: piece["AREA_ADJ"] for piece in done.pieces}
    assert taken == pytest.approx({owner: 10000.0, loser: 10000.0}, rel=3e-4)
    assert done.results["UNBALANCED_COUNT"] == 0


@pytest.mark.parametrize("preset", ["approval", "survey_change"])
def test_ground_outside_the_survey(run, layer, preset):
    done = run(FOOTPRINTS=layer("footprints_outside"), PRESET=preset)
    assert done.results["UNBALANCED_COUNT"] == 0
    bare = {}
    for piece in done.pieces:
        if piece["COLUMN_KEY"] == "OUTSIDE":
            bare[piece["FP_ID"]] = bare.get(piece["FP_ID"], 0) + piece["AREA_ADJ"]
    assert bare == pytest.approx({key: float(area) for key, area in FIGURES["footprints_outside"].items()}, rel=3e-4)
    assert done.text("问题清单").count("lies outside the survey") == 3


def test_no_parcel_is_near(run, tmp_path):
    plot = write_footprints(tmp_path / "fp.gpkg", square(500, 500), square(900, 20))
    for preset in ("approval", "survey_change"):
        done = run(FOOTPRINTS=plot, PRESET=preset)
        assert done.results["UNCOVERED_AREA_M2"] == done.results["TOTAL_AREA_M2"] > 19000
        assert done.results["UNBALANCED_COUNT"] == 0


def test_empty_control_layers(run, tmp_path):
    empty = write_layer(tmp_path / "e.gpkg", "kong", [], [], {"GHDLBM": "C", "BSM": "C", "DLBM": "C"}, kind=3)
    roles = ("PRIME_FARMLAND", "ECO_REDLINE", "URBAN_BOUNDARY", "PLAN", "APPROVED", "FORMER_SURVEY")
    done = run(EXTRA_CONTROLS=[empty], **dict.fromkeys(roles, empty))
    assert done.results["TOTAL_AREA_M2"] == TOTAL and done.results["PRIME_FARMLAND_AREA_M2"] == 0


def test_coordinates_out_of_all_bounds(run, refused, tmp_path):
    nan = shapely.Polygon([(WEST, SOUTH), (math.nan, SOUTH), (WEST + 10, SOUTH + 10)])
    plots = write_footprints(tmp_path / "nan.gpkg", nan, square(1, 1))
    done = run(FOOTPRINTS=plots)
    assert done.results["FOOTPRINT_COUNT"] == 1 and "not a number" in done.text("问题清单")
    far = write_footprints(tmp_path / "far.gpkg", shapely.box(1e15, 1e15, 1.1e15, 1.1e15))
    assert "hongxian" in refused(FOOTPRINTS=far)
    infinite = write_footprints(tmp_path / "inf.gpkg", shapely.box(WEST, SOUTH, math.inf, SOUTH + 10))
    assert "hongxian" in refused(FOOTPRINTS=infinite)
    swapped = write_footprints(tmp_path / "swap.gpkg", shapely.box(SOUTH, WEST, SOUTH + 100, WEST + 100))
    assert "North and east of layer hongxian are swapped" in refused(FOOTPRINTS=swapped)


def test_heights_measures_curves_and_multipolygons(run, tmp_path):
    west, south = WEST + 50, SOUTH + 50
    shell = f"{west} {south},{west} {south + 100},{west + 100} {south + 100},{west + 100} {south},{west} {south}"
    zm = ",".join(f"{place} 7 8" for place in shell.split(","))
    z = ",".join(f"{place} 7" for place in shell.split(","))
    curve = f"CURVEPOLYGON((CIRCULARSTRING({west} {south},{west + 50} {south + 50},{west} {south + 100},"
    curve += f"{west - 50} {south + 50},{west} {south})))".replace(")))", "))")
    curve = curve.replace("((CIRC", "(CIRC")
    for text, area in (
        (f"POLYGON Z (({z}))", 10000.0),
        (f"POLYGON ZM (({zm}))", 10000.0),
        (f"MULTIPOLYGON Z ((({z})))", 10000.0),
        (curve, math.pi * 2500),
    ):
        shape = ogr.CreateGeometryFromWkt(text)
        assert shape is not None, text
        name = f"n{abs(hash(text))}"
        plots = write_footprints(tmp_path / f"{name}.gpkg", shape, name=name, kind=shape.GetGeometryType())
        done = run(FOOTPRINTS=plots)
        assert done.results["TOTAL_AREA_M2"] == pytest.approx(area, abs=1)
        mixed = write_footprints(tmp_path / f"{name}u.gpkg", shape, square(4, 4), name=name)
        assert run(FOOTPRINTS=mixed).results["TOTAL_AREA_M2"] == pytest.approx(area + 10000, abs=1)


# ---------------------------------------------------------------------------------------------------- values of the survey


def test_registered_areas_that_are_none(run, survey):
    def change(shapes, rows):
        rows[0]["TBMJ"], rows[1]["TBMJ"], rows[6]["TBMJ"], rows[7]["TBMJ"] = 0.0, -5.0, None, 99999.0

    done = run(SURVEY=survey(change), PRESET="survey_change")
    assert done.results["UNBALANCED_COUNT"] == 0
    findings = done.text("问题清单")
    assert findings.count("The parcel has no registered area; its measured area was used.") == 2
    assert findings.count("The registered area -5 m² is no area; the measured area was used.") == 1
    assert "Registered 99999.00 m², measured 9997.92 m²" in findings


def test_ridge_coefficients_that_are_none(run, survey):
    def change(shapes, rows):
        for place, value in enumerate((1.5, -0.2, 15.0, None)):
            rows[(12, 13, 18, 19)[place]]["KCXS"] = value

    plain = run(SURVEY=survey(lambda shapes, rows: None, "good"), PRESET="survey_change")
    done = run(SURVEY=survey(change), PRESET="survey_change")
    assert done.results["UNBALANCED_COUNT"] == 0
    assert done.results["TOTAL_AREA_M2"] == plain.results["TOTAL_AREA_M2"]
    findings = done.text("问题清单")
    assert "KCXS" in findings
    # The parcels 13 and 14 lie under a footprint; a coefficient of 1.5 or −0.2 takes nothing off and is listed.
    assert "379901110100000013" in findings and "379901110100000014" in findings


def test_numbers_kept_as_text(run, survey):
    def change(shapes, rows):
        for place, row in enumerate(rows):
            row["TBMJ"] = "约一万" if place == 0 else f"{row['TBMJ']:.2f}"
            row["KCXS"] = "无" if row["KCXS"] == 0 else str(row["KCXS"])

    done = run(SURVEY=survey(change), PRESET="survey_change")
    inputs = done.text("输入与口径")
    assert "TBMJ" in inputs and "约一万" in inputs and "无" in inputs
    plain = run(SURVEY=survey(lambda shapes, rows: None, "good"), PRESET="survey_change")
    assert done.results["TOTAL_AREA_M2"] == plain.results["TOTAL_AREA_M2"]


def test_parcel_numbers_twice_or_none(run, survey):
    def change(shapes, rows):
        for row in rows[:8]:
            row["BSM"] = "1"
        for row in rows[8:20]:
            row["BSM"] = None

    for preset in ("approval", "survey_change"):
        done = run(SURVEY=survey(change, f"d{preset}"), PRESET=preset)
        assert done.results["UNBALANCED_COUNT"] == 0
        assert counted_sum(done.pieces) == exact(done.results["TOTAL_AREA_M2"])


# ------------------------------------------------------------------------------------------------------------- the output


@pytest.mark.parametrize("name", ["book.xls", "book.txt", "book", "book.xlsx.bak"])
def test_a_workbook_ends_in_xlsx(refused, out, name):
    message = refused(WORKBOOK=str(out / name))
    assert name in message and ".xlsx" in message


def test_folders_that_are_not_there(refused, out):
    assert "nowhere" in refused(WORKBOOK=str(out / "nowhere" / "book.xlsx"))
    assert "nowhere" in refused(PIECES=str(out / "nowhere" / "pieces.gpkg"))


def test_an_output_over_an_input(refused, traps, tmp_path):
    mine = shutil.copy(traps, tmp_path / "mine.gpkg")
    before = files_in(tmp_path)
    assert "mine.gpkg" in refused(SURVEY=f"{mine}|layername=parcels", PIECES=str(mine))
    table = f"ogr:dbname='{mine}' table=\"parcels\" (geom)"
    assert "Layer parcels of" in refused(SURVEY=f"{mine}|layername=parcels", PIECES=table)
    assert {name: content for name, content in files_in(tmp_path).items() if "-" not in name}.keys() == before.keys()
    assert len(parcels_of(mine)[0]) == 36


def test_a_read_only_or_open_result(run, refused, out):
    run()
    for name in ("pieces.gpkg", "book.xlsx"):
        (out / name).chmod(0o444)
        message = refused()
        assert name in message and "read-only" in message
        (out / name).chmod(0o644)
    for mark in ("~$book.xlsx", ".~lock.book.xlsx#"):
        (out / mark).touch()
        message = refused()
        assert "book.xlsx is open in another program" in message and mark in message
        (out / mark).unlink()
    assert run().results["TOTAL_AREA_M2"] == TOTAL
    assert sorted(path.name for path in out.iterdir()) == ["book.xlsx", "pieces.gpkg"]


def test_text_that_looks_like_a_formula(run, layer, out):
    run(FOOTPRINTS=layer("footprints_text_formulas"))
    book = openpyxl.load_workbook(out / "book.xlsx")
    kinds = {cell.value: cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    for text in ("=1+1", "+86", "@x", "-5"):
        assert kinds[text] in ("s", "inlineStr")


def test_texts_longer_than_their_fields(run, survey, tmp_path):
    def change(shapes, rows):
        for row in rows:
            row |= {"DLBM": "A0401-0014-00", "BSM": "图斑" * 30, "QSDWMC": "某" * 300}

    plot = write_layer(tmp_path / "fp.gpkg", "fp", [square(1, 1)], [{"DKBH": "地" * 90, "DKMC": "块" * 300}])
    done = run(SURVEY=survey(change), FOOTPRINTS=plot, FOOTPRINT_NAME="DKMC")
    (row,) = done.pieces
    assert (row["FP_ID"], row["DLBM"], row["OWNER"]) == ("地" * 90, "A0401-0014-00", "某" * 300)


def test_a_field_that_holds_no_classes(run, survey, tmp_path):
    """Hundreds of unknown codes: the largest by name, the others on one line, no ground lost."""

    def change(shapes, rows):
        first, row = shapes[0], rows[0]
        shapes.clear()
        rows.clear()
        west, south, _, north = first.bounds
        for number in range(300):
            shapes.append(shapely.box(west + number, south, west + number + 1, north))
            rows.append(row | {"DLBM": f"X{number}", "BSM": str(number)})

    plot = write_footprints(tmp_path / "fp.gpkg", square(0, 0, 3, 1))
    done = run(SURVEY=survey(change), FOOTPRINTS=plot)
    findings = [row for row in done.sheet("问题清单") if row[0] == "class not recognised"]
    assert len(findings) == 201 and findings[-1][4].startswith("100 more class codes are not in code table")
    assert sum(row[5] for row in findings) == counted_sum(done.pieces, COLUMN_KEY="UNKNOWN") > 0
