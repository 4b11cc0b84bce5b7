"""landledger:checksurvey in the real QGIS: the sample, bad layers, decisions that survive, what a cancelled run leaves."""

from __future__ import annotations

import gc
import sqlite3
import time
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import numpy as np
import openpyxl
import pytest
import shapely
from osgeo import ogr

from ...core.ellipsoid import GaussZone, ellipsoid_areas
from .occupation_runs import (
    files_in,
    is_one_sentence,
    parcels_of,
    qgis_process,
    results_of,
    rows_of,
    square,
    write_layer,
)

ALGORITHM = "landledger:checksurvey"
ZONE = GaussZone(421_200, 39_500_000.0)
COUNTS = "FINDING_COUNT ERROR_COUNT WARNING_COUNT HINT_COUNT OPEN_COUNT ACCEPTED_COUNT PARCEL_COUNT REPAIRED_COUNT"


@dataclass
class Checked:
    """What one run returned, wrote and said."""

    results: dict
    rows: list[dict] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    def of(self, check: str) -> list[dict]:
        return [row for row in self.rows if row["CHECK_ID"] == check]

    @property
    def checks(self) -> dict[str, int]:
        return {row["CHECK_ID"]: len(self.of(row["CHECK_ID"])) for row in self.rows}


@pytest.fixture
def check(provider, traps, out, said_feedback):
    """check(NAME=value …) -> Checked; the good parcels of the traps unless said otherwise."""

    def run(feedback=None, **values) -> Checked:
        import processing

        feedback = feedback or said_feedback()
        parameters = {"SURVEY": f"{traps}|layername=parcels", "FINDINGS": str(out / "findings.gpkg"), **values}
        results = processing.run(ALGORITHM, parameters, feedback=feedback)
        assert not feedback.debug and not feedback.errors
        rows = rows_of(results["FINDINGS"]) if ".gpkg" in str(results["FINDINGS"]) else []
        return Checked(results, rows, feedback.warnings)

    yield run
    gc.collect()


@pytest.fixture
def refused(check, out, said_feedback):
    """refused(NAME=value …) -> the one sentence; older results stay and nothing new is left."""
    from qgis.core import QgsProcessingException

    def refuse(**values) -> str:
        before = files_in(out)
        feedback = said_feedback()
        with pytest.raises(QgsProcessingException) as raised:
            check(feedback=feedback, **values)
        assert is_one_sentence(str(raised.value)), str(raised.value)
        assert not feedback.debug and files_in(out) == before
        return str(raised.value)

    return refuse


@pytest.fixture
def survey(traps, tmp_path):
    """survey(change) -> URI of the good parcels of the traps after `change(shapes, rows)`."""

    def changed(change, name="dltb", kind=ogr.wkbUnknown):
        shapes, rows = parcels_of(traps)
        kinds = {key: "D" if isinstance(value, float) else "C" for key, value in rows[0].items()}
        kinds |= dict.fromkeys(("TBMJ", "KCXS", "KCMJ", "TBDLMJ", "XZDWKD"), "D") | {"GDDB": "I", "SJNF": "I"}
        change(shapes, rows)
        return write_layer(tmp_path / f"{name}.gpkg", name, shapes, rows, kinds, kind=kind)

    return changed


# ------------------------------------------------------------------------------------------------------- the sample


def test_the_sample_is_in_order_but_for_sharp_corners(check, township, out):
    done = check(
        SURVEY=f"{township}|layername=DLTB", DISTRICTS=f"{township}|layername=CJDCQ", WORKBOOK=str(out / "book.xlsx"),
        AREAS=str(out / "areas.gpkg"),
    )
    assert set(done.checks) <= {"sharp_angle", "spike"}
    assert done.results["ERROR_COUNT"] == 0 and done.results["PARCEL_COUNT"] == 3118
    assert done.results["TOTAL_AREA_M2"] == 41918323.07
    assert done.results["FINDING_COUNT"] == len(done.rows) == sum(
        done.results[f"{severity}_COUNT"] for severity in ("ERROR", "WARNING", "HINT")
    )
    assert len(rows_of(done.results["AREAS"])) == 0
    book = openpyxl.load_workbook(out / "book.xlsx", read_only=True)
    sums = [row for row in book["行政区合计"].iter_rows(values_only=True) if str(row[0]).isdecimal()]
    book.close()
    assert len(sums) == 12 and {row[6] for row in sums} == {"平"}
    with sqlite3.connect(f"file:{township}?mode=ro", uri=True) as data:
        oracle = data.execute(
            "SELECT substr(ZLDWDM, 1, 12), count(*), sum(cast(round(TBMJ * 100) AS INTEGER)) FROM DLTB GROUP BY 1 ORDER BY 1"
        ).fetchall()
    assert [(row[0], row[2], round(row[3] * 100)) for row in sums] == oracle


def test_the_township_is_a_district_too(check, township):
    done = check(SURVEY=f"{township}|layername=DLTB", DISTRICTS=f"{township}|layername=XZQ")
    assert set(done.checks) <= {"sharp_angle", "spike"}


@pytest.mark.real_qgis
def test_through_the_real_qgis_process_in_chinese(township, out):
    values = {
        "SURVEY": f"{township}|layername=DLTB", "DISTRICTS": f"{township}|layername=CJDCQ",
        "FINDINGS": str(out / "findings.gpkg"), "WORKBOOK": str(out / "book.xlsx"),
    }
    results = results_of(qgis_process(ALGORITHM, {"LANDLEDGER_LOCALE": "zh_CN"}, **values))
    assert results["ERROR_COUNT"] == 0 and results["FINDING_COUNT"] == len(rows_of(results["FINDINGS"])) > 0
    book = openpyxl.load_workbook(results["WORKBOOK"], read_only=True)
    rules = [row for row in book["质检项目与口径"].iter_rows(values_only=True) if row[7] == "check_width_not_demanded"]
    book.close()
    assert [row[1] for row in rules] == ["不检查"] and "矛盾" in rules[0][4]
    assert sorted(path.name for path in out.iterdir()) == ["book.xlsx", "findings.gpkg"]


# ------------------------------------------------------------------------------------------------------ bad layers


def test_bad_codes_and_missing_fields(check, traps):
    good = check()
    lacking = {row["FIELD"] for row in good.of("field_missing")}
    assert good.results["PARCEL_COUNT"] == 36
    done = check(SURVEY=f"{traps}|layername=parcels_unknown_codes")
    assert {row["FIELD"] for row in done.of("field_missing")} == lacking
    assert len(done.of("class_unknown")) == 3 and done.of("class_unknown")[0]["FINDING"].startswith("The class code 9999")
    assert [row["FIELD"] for row in done.of("value_missing") if row["FIELD"] == "DLBM"] == ["DLBM"]


def test_one_percent_of_invalid_shapes_are_repaired_counted_and_keep_their_area(check, tmp_path, out):
    chance = np.random.default_rng(7)
    count = 400
    shapes = [square(i % 20, i // 20) for i in range(count)]
    bad = sorted(chance.choice(count, 4, replace=False).tolist())
    wings = []
    for place in bad:
        west, south, east, north = shapes[place].bounds
        x, y = (west + east) / 2, (south + north) / 2
        shapes[place] = shapely.Polygon([(west, south), (east, north), (east, south), (west, north)])
        wings.append(
            shapely.MultiPolygon(
                [shapely.Polygon([(west, south), (x, y), (west, north)]), shapely.Polygon([(east, north), (x, y), (east, south)])]
            )
        )
    right = np.array(shapes, dtype=object)
    right[bad] = wings
    areas = [
        float(Decimal(repr(float(area))).quantize(Decimal("0.01"), ROUND_HALF_UP)) for area in ellipsoid_areas(right, ZONE)
    ]
    rows = [{"BSM": f"{379901110100000000 + k}", "DLBM": "0301", "TBMJ": area} for k, area in enumerate(areas)]
    source = write_layer(tmp_path / "bad.gpkg", "dltb", shapes, rows)
    done = check(SURVEY=source, AREAS=str(out / "areas.gpkg"))
    assert done.results["REPAIRED_COUNT"] == 4
    assert sorted(row["FEATURE_ID"] - 1 for row in done.of("self_intersection")) == bad
    assert not done.of("area_differs") and not done.of("area_differs_permille")
    # Each bow-tie leaves half of its square open: that ground is shown.
    ground = shapely.union_all([shapely.box(*shapes[place].bounds) for place in bad]).area / 2
    gaps = [row for row in rows_of(done.results["AREAS"]) if row["CHECK_ID"] == "gap"]
    assert sum(row["AREA_M2"] for row in gaps) == pytest.approx(ground, abs=1e-3)


def test_mixed_versions_of_class_codes(check, survey):
    def change(shapes, rows):
        rows[0].update(DLBM="060201", DLMC="畜禽养殖设施建设用地")
        rows[1].update(DLBM="2005", DLMC="其他用海")
        rows[2].update(DLBM="011", DLMC="水田")

    done = check(SURVEY=survey(change))
    assert len(done.of("class_versions_mixed")) == 2 and len(done.of("class_unknown")) == 3
    assert all(row["FEATURE_ID"] is None for row in done.of("class_versions_mixed"))


def test_parcels_of_no_area(check, survey):
    def change(shapes, rows):
        shapes[0] = shapely.Polygon([shapes[0].exterior.coords[k] for k in (0, 1, 0, 0)])
        shapes[1] = None
        rows[2]["TBMJ"] = 0.0
        rows[3]["TBMJ"] = None

    done = check(SURVEY=survey(change))
    assert [row["FEATURE_ID"] for row in done.of("no_area")] == [1]
    assert [row["FEATURE_ID"] for row in done.of("no_shape")] == [2]
    assert [row["FEATURE_ID"] for row in done.of("area_missing")] == [3, 4]


def test_arcs_are_counted_by_feature(check, traps, tmp_path):
    shapes, rows = parcels_of(traps)
    arcs = [ogr.CreateGeometryFromWkt(f"CURVEPOLYGON ({shape.exterior.wkt.replace('LINEARRING ', '')})") for shape in shapes]
    west, south, east, north = shapes[-1].bounds
    middle = (west + east) / 2
    arcs[-1] = ogr.CreateGeometryFromWkt(
        f"CURVEPOLYGON (COMPOUNDCURVE (({west} {south}, {east} {south}, {east} {north}), "
        f"CIRCULARSTRING ({east} {north}, {middle} {north + 5}, {west} {north}), ({west} {north}, {west} {south})))"
    )
    kinds = {"BSM": "C", "DLBM": "C", "TBMJ": "D"}
    rows = [{key: row[key] for key in kinds} for row in rows]
    done = check(SURVEY=write_layer(tmp_path / "arcs.gpkg", "dltb", arcs, rows, kinds, kind=ogr.wkbCurvePolygon))
    assert [row["FEATURE_ID"] for row in done.of("arc")] == [len(rows)]


def test_a_layer_that_can_not_be_checked_is_refused(refused, traps):
    assert "no coordinate reference system" in refused(SURVEY=f"{traps}|layername=parcels_without_crs")
    assert "DLBM" in refused(SURVEY=f"{traps}|layername=parcels_misspelt_fields")
    message = refused(DISTRICTS=f"{traps}|layername=footprints")
    assert "footprints" in message and "XZQDM" in message


def test_one_file_for_two_results_is_refused(refused, out):
    message = refused(AREAS=str(out / "findings.gpkg"))
    assert "findings.gpkg" in message and not (out / "findings.gpkg").exists()


def test_codes_kept_as_numbers_are_codes(check, traps, tmp_path):
    shapes, rows = parcels_of(traps)
    kinds = {"BSM": "C", "DLBM": "C", "TBMJ": "D", "GDPDJB": "I", "FRDBS": "I"}
    rows = [{"BSM": row["BSM"], "DLBM": row["DLBM"], "TBMJ": row["TBMJ"], "FRDBS": 0,
             "GDPDJB": None if row["GDPDJB"] is None else int(row["GDPDJB"])} for row in rows]
    done = check(SURVEY=write_layer(tmp_path / "numbers.gpkg", "dltb", shapes, rows, kinds))
    assert not {"slope_missing", "slope_unknown", "flying_mark_unknown"} & set(done.checks)


def test_a_field_map_finds_misspelt_fields(check, traps):
    done = check(SURVEY=f"{traps}|layername=parcels_misspelt_fields", FIELD_MAP="DLBM=DLBN")
    assert not done.of("class_unknown") and done.results["PARCEL_COUNT"] == 36


def test_a_hundred_thousand_findings(check, tmp_path):
    count = 12_500
    row = {
        "DLBM": "0702", "DLMC": "宅基地", "QSXZ": "99", "ZZSXDM": "LS", "GDPDJB": "2", "GDLX": "TT", "KCDLBM": "1203",
        "MSSM": "05", "FRDBS": "X", "TBMJ": 99.98,
    }
    rows = [{"BSM": f"{379901110100000000 + k}", **row} for k in range(count)]
    shapes = [square(0.1 * (k % 125), 0.1 * (k // 125), 0.1, 0.1) for k in range(count)]
    source = write_layer(tmp_path / "many.gpkg", "dltb", shapes, rows)
    before = time.perf_counter()
    done = check(SURVEY=source)
    assert done.results["FINDING_COUNT"] == len(done.rows) >= 100_000
    assert len({row["KEY"] for row in done.rows}) == len(done.rows)
    assert time.perf_counter() - before < 120


# ----------------------------------------------------------------------------------------- decisions and the bureau's own


def decide(path: Path, check_id: str, reason: str = "现场核实") -> str:
    """Accept the first open finding of a check, as the dock does; its key."""
    with sqlite3.connect(path) as data:
        (table,) = data.execute("SELECT table_name FROM gpkg_contents WHERE data_type='features'").fetchone()
        for (drop,) in data.execute("SELECT name FROM sqlite_master WHERE type='trigger'").fetchall():
            data.execute(f'DROP TRIGGER "{drop}"')
        (key,) = data.execute(f'SELECT KEY FROM "{table}" WHERE CHECK_ID = ? LIMIT 1', (check_id,)).fetchone()
        data.execute(
            f'UPDATE "{table}" SET STATE = ?, REASON = ?, DECIDED_BY = ?, DECIDED_ON = ? WHERE KEY = ?',
            ("accepted", reason, "李四", "2025-07-01", key),
        )
    return key


def no_slope(shapes, rows):
    rows[0]["GDPDJB"] = None
    rows[6]["TBMJ"] = 50.0


def test_a_rerun_keeps_what_was_decided(check, survey, out):
    source = survey(no_slope)
    first = check(SURVEY=source)
    key = decide(out / "findings.gpkg", "slope_missing")
    again = check(SURVEY=source)
    (row,) = again.of("slope_missing")
    assert (row["KEY"], row["STATE"], row["REASON"], row["DECIDED_BY"], row["DECIDED_ON"]) == (
        key, "accepted", "现场核实", "李四", "2025-07-01",
    )
    assert again.results["ACCEPTED_COUNT"] == 1
    assert again.results["OPEN_COUNT"] == first.results["OPEN_COUNT"] - 1
    # To another place, with the former result given.
    other = check(SURVEY=source, FINDINGS=str(out / "other.gpkg"), PREVIOUS=str(out / "findings.gpkg"))
    assert other.of("slope_missing")[0]["STATE"] == "accepted"
    # To another place without it, nothing is known.
    assert check(SURVEY=source, FINDINGS=str(out / "third.gpkg")).of("slope_missing")[0]["STATE"] == "open"


def test_other_values_open_a_finding_again(check, survey, out):
    check(SURVEY=survey(no_slope))
    decide(out / "findings.gpkg", "area_differs_permille")

    def change(shapes, rows):
        no_slope(shapes, rows)
        rows[6]["TBMJ"] = 60.0

    (row,) = check(SURVEY=survey(change, "dltb2")).of("area_differs_permille")
    assert row["STATE"] == "open" and row["DECIDED_BY"] is None
    assert row["REASON"] == "(given for other values by 李四 on 2025-07-01) 现场核实"


def test_a_former_layer_that_is_no_result_is_refused_in_one_sentence(refused, check, traps, out):
    message = refused(PREVIOUS=f"{traps}|layername=footprints")
    assert "footprints" in message and "KEY" in message
    # One that is only replaced is no reason to stop.
    write_layer(out / "findings.gpkg", "findings", [shapely.Point(0, 0)], [{"A": "b"}], kind=ogr.wkbPoint)
    assert check().results["ACCEPTED_COUNT"] == 0


def test_a_cancelled_run_leaves_nothing(check, out, said_feedback):
    from qgis.core import QgsProcessingException

    check()
    before = files_in(out)
    for most in (1, 30, 60, 72):
        feedback = said_feedback(lambda feedback, percent, most=most: feedback.cancel() if percent >= most else None)
        with pytest.raises(QgsProcessingException, match="Cancelled"):
            check(feedback=feedback, WORKBOOK=str(out / "book.xlsx"), AREAS=str(out / "areas.gpkg"))
        assert files_in(out) == before


def test_a_bureaus_own_rules(check, refused, survey, tmp_path, monkeypatch):
    from ...processing import settings

    folder = tmp_path / "own"
    folder.mkdir()
    monkeypatch.setattr(settings, "own_folder", lambda kind: folder)
    source = survey(no_slope)
    own = folder / "own.csv"
    own.write_text("key,year,value,source,status\ncheck_slope_missing,,hint,our bureau,seen\n", encoding="utf-8")
    assert check(SURVEY=source).of("slope_missing")[0]["SEVERITY"] == "hint"
    own.write_text("key,year,value,source,status\ncheck_slope_missing,,off,our bureau,seen\n", encoding="utf-8")
    assert not check(SURVEY=source).of("slope_missing")
    own.write_text("key,year,value,source,status\n\ncheck_slope_missing,,bad,our bureau,seen\n", encoding="utf-8")
    message = refused(SURVEY=source)
    assert all(word in message for word in ("own.csv", "line 3", "bad", "check_slope_missing"))


def test_results_in_memory(check):
    done = check(FINDINGS="TEMPORARY_OUTPUT", AREAS="TEMPORARY_OUTPUT")
    layer = done.results["FINDINGS"]
    assert layer.featureCount() == done.results["FINDING_COUNT"] > 0
    assert layer.crs().authid() == "EPSG:4527"
    assert set(COUNTS.split()) <= set(done.results)
