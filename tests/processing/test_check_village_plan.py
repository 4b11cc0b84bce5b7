"""landledger:checkvillageplan as QGIS runs it: the sample and its listed faults, packages and single layers, decisions, bad input."""

from __future__ import annotations

import csv
import gc
import shutil
import sqlite3
from pathlib import Path

import pytest
from openpyxl import load_workbook
from osgeo import ogr

from .occupation_runs import files_in, is_one_sentence, qgis_process, results_of, rows_of
from .plan_packages import PLAN_CODES, classes, square, villages, write

ROOT = Path(__file__).absolute().parents[2]
SAMPLE = ROOT / "resources" / "sample" / "village_plan"
SOUND, FAULTY = "379901101202乙营村.gpkg", "379901101203丙屯村"
CHECK_OF = {
    "overlap": "plan_overlap", "gap": "plan_gap", "class name": "plan_class_name", "double BSM": "plan_bsm_doubled",
    "unknown code": "plan_class_unknown", "facility": "plan_facility_class", "YSDM": "plan_ysdm", "R2": "plan_built_grows",
}  # fmt: skip


@pytest.fixture(scope="module")
def plans(tmp_path_factory):
    """A copy of the sample plans."""
    return Path(shutil.copytree(SAMPLE, tmp_path_factory.mktemp("plans") / "plans"))


@pytest.fixture
def run(provider, out, said_feedback):
    """run(NAME=value …) -> results; `run.rows` the findings, `run.feedback` what was said."""

    def run_algorithm(feedback=None, **values):
        import processing

        run_algorithm.feedback = feedback or said_feedback()
        parameters = {"FINDINGS": str(out / "findings.gpkg"), **values}
        results = processing.run("landledger:checkvillageplan", parameters, feedback=run_algorithm.feedback)
        assert not run_algorithm.feedback.debug and not run_algorithm.feedback.errors
        run_algorithm.rows = rows_of(results["FINDINGS"])
        return results

    yield run_algorithm
    gc.collect()


@pytest.fixture
def refused(run, out):
    """refused(NAME=value …) -> the one sentence; nothing new is left."""
    from qgis.core import QgsProcessingException

    def refuse(**values) -> str:
        before = files_in(out)
        with pytest.raises(QgsProcessingException) as raised:
            run(**values)
        assert is_one_sentence(str(raised.value)), str(raised.value)
        assert files_in(out) == before
        return str(raised.value)

    return refuse


def listed_faults() -> list[dict[str, str]]:
    with (SAMPLE / "faults.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("profile", ["general", "fujian"])
def test_the_sound_plan_has_nothing_worse_than_hints(run, plans, profile):
    results = run(PACKAGE=str(plans / SOUND), PROFILE=profile)
    assert results["ERROR_COUNT"] == results["WARNING_COUNT"] == 0 and results["VILLAGE_COUNT"] == results["PASSED_COUNT"] == 1
    assert {row["CHECK_ID"] for row in run.rows} == {"plan_sharp_angle", "plan_missing_vertex"}


@pytest.mark.parametrize("profile", ["general", "fujian"])
def test_every_fault_built_into_the_sample_is_found_and_nothing_else_made_up(run, plans, profile):
    run(FOLDER=str(plans / FAULTY), PROFILE=profile)
    found = [(row["CHECK_ID"], row["LAYER"], {row["BSM"], row["OTHER_BSM"]}) for row in run.rows]
    for fault in listed_faults():
        place = {part for part in fault["place"].split() if part.isdigit()}
        check = CHECK_OF[fault["fault"]]
        mine = [numbers for each, layer, numbers in found if each == check and layer == fault["layer"]]
        # A gap belongs to no parcel; that it is the one made is seen by its place.
        assert mine and (check == "plan_gap" or not place or any(place <= numbers for numbers in mine)), fault
    expected = {*CHECK_OF.values(), "plan_cultivated_reduced", "plan_parcel_area", "plan_many_parts"}
    expected |= {"plan_layer_missing"} if profile == "fujian" else set()
    assert {row["CHECK_ID"] for row in run.rows if row["SEVERITY"] != "hint"} <= expected


def test_the_gap_is_where_it_was_made(run, plans, out):
    areas = str(out / "areas.gpkg")
    run(FOLDER=str(plans / FAULTY), AREAS=areas)
    number = next(fault["place"] for fault in listed_faults() if fault["fault"] == "gap")
    source, ground = ogr.Open(str(plans / FAULTY / "规划用地.shp")), ogr.Open(areas)
    parcels, found = source.GetLayer(), ground.GetLayer()
    parcels.SetAttributeFilter(f"BSM = '{number}'")
    found.SetAttributeFilter("CHECK_ID = 'plan_gap'")
    features = parcels.GetNextFeature(), found.GetNextFeature()
    parcel, gap = (feature.GetGeometryRef().Clone() for feature in features)
    hole = ogr.Geometry(ogr.wkbPolygon)
    hole.AddGeometry(parcel.GetGeometryRef(1).Clone())
    assert hole.Area() == pytest.approx(gap.Area(), abs=1e-6) and hole.SymmetricDifference(gap).Area() < 1e-6


def test_both_plans_at_once_and_the_workbook_counts_the_layer(run, plans, out):
    results = run(FOLDER=str(plans), WORKBOOK=str(out / "book.xlsx"))
    assert results["VILLAGE_COUNT"] == 2 and results["PASSED_COUNT"] == 1 and results["UNBALANCED_COUNT"] == 0
    assert results["FINDING_COUNT"] == len(run.rows) == results["ERROR_COUNT"] + results["WARNING_COUNT"] + results["HINT_COUNT"]
    book = load_workbook(out / "book.xlsx")
    rows = list(book["问题清单"].iter_rows(values_only=True))
    head = next(number for number, row in enumerate(rows) if row[0] == "序号")
    keys = rows[head].index("问题编号")
    assert {row[keys] for row in rows[head + 1 :] if isinstance(row[0], int)} == {row["KEY"] for row in run.rows}
    villages_sheet = {row[1]: row for row in book["分村汇总"].iter_rows(values_only=True) if row[0]}
    assert villages_sheet["丙屯村"][3] == results["ERROR_COUNT"] and villages_sheet["乙营村"][3] == 0
    texts = {str(cell) for row in book["质检项目与口径"].iter_rows(values_only=True) for cell in row}
    assert "check_plan_reserved_share" in texts and "plan_reserved_percent" in texts


def test_the_survey_agrees_with_the_base_year_and_a_changed_class_is_listed(run, plans, township):
    survey = f"{township}|layername=DLTB"
    run(PACKAGE=str(plans / SOUND), SURVEY=survey)
    assert not any(row["CHECK_ID"].startswith("plan_survey") for row in run.rows)
    changed = plans.parent / "changed.gpkg"
    shutil.copy(plans / SOUND, changed)
    with sqlite3.connect(changed) as database:
        (fid, area) = database.execute("SELECT fid, TBMJ FROM JQDLTB WHERE JQDLBM LIKE '01%' ORDER BY TBMJ DESC").fetchone()
        for name in [row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'JQDLTB'")]:
            database.execute(f'DROP TRIGGER "{name}"')
        database.execute("UPDATE JQDLTB SET JQDLBM = '0301', JQDLMC = '乔木林地' WHERE fid = ?", (fid,))
    run(PACKAGE=str(changed), SURVEY=survey)
    found = [row for row in run.rows if row["CHECK_ID"] == "plan_survey_class"]
    assert [row["FEATURE_ID"] for row in found] == [fid]
    assert found[0]["AREA_M2"] == pytest.approx(area, abs=0.01)


def test_a_decision_is_kept_and_the_panel_can_open_the_layer(run, plans, out):
    from qgis.core import QgsVectorLayer

    from ...dialogs.findings_layer import PLAN_FINDINGS, is_findings_layer

    run(FOLDER=str(plans / FAULTY))
    layer = QgsVectorLayer(str(out / "findings.gpkg"), "findings", "ogr")
    assert is_findings_layer(layer, PLAN_FINDINGS) and {"VILLAGE", "LAYER", "RULE"} <= set(layer.fields().names())
    del layer
    gc.collect()
    source = ogr.Open(str(out / "findings.gpkg"), 1)
    points = source.GetLayer()
    points.SetAttributeFilter("CHECK_ID = 'plan_built_grows'")
    for feature in points:
        feature.SetField("STATE", "accepted")
        feature.SetField("REASON", "市里同意")
        points.SetFeature(feature)
    del points, source
    results = run(FOLDER=str(plans / FAULTY))
    assert results["ACCEPTED_COUNT"] == 3 and results["OPEN_COUNT"] == results["FINDING_COUNT"] - 3
    kept = {row["REASON"] for row in run.rows if row["CHECK_ID"] == "plan_built_grows"}
    assert kept == {"市里同意"} and {row["STATE"] for row in run.rows if row["REASON"]} == {"accepted"}


def test_single_layers_are_checked_as_a_package_is(run, plans):
    at = str(plans / SOUND)
    run(PACKAGE=at, PROFILE="fujian")
    whole = sorted(row["KEY"] for row in run.rows)
    roles = {
        "VILLAGE": "CJDCQ", "BASE": "JQDLTB", "PLAN": "GHDLTB", "CONTROL": "GKBJ", "BASE_FACILITIES": "GGJCSSD",
        "PLAN_FACILITIES": "GHGGJCSSD", "PRIME_FARMLAND": "YJJBNT", "INDICATORS": "GHZBB", "STRUCTURE": "KJGNJGTZB",
    }  # fmt: skip
    run(PROFILE="fujian", **{role: f"{at}|layername={name}" for role, name in roles.items()})
    assert sorted(row["KEY"] for row in run.rows) == whole


def test_a_zip_and_quotas(run, plans, tmp_path):
    shutil.make_archive(str(tmp_path / "plan"), "zip", plans / FAULTY)
    results = run(PACKAGE=str(tmp_path / "plan.zip"), QUOTA_BUILT="丙屯村=30", TARGET_CULTIVATED="187")
    assert results["VILLAGE_COUNT"] == 1
    checks = {row["CHECK_ID"] for row in run.rows}
    assert not checks & {"plan_built_grows", "plan_built_quota", "plan_cultivated_reduced", "plan_cultivated_target"}
    run(PACKAGE=str(tmp_path / "plan.zip"), QUOTA_BUILT="27", TARGET_CULTIVATED="丙屯村=200")
    assert {"plan_built_quota", "plan_cultivated_target"} <= {row["CHECK_ID"] for row in run.rows}


def test_villages_of_a_geodatabase_and_of_shapefiles(run, tmp_path):
    results = run(FOLDER=str(villages(tmp_path / "plans")))
    assert results["VILLAGE_COUNT"] == 3
    assert "乙村" in {row["VILLAGE"] for row in run.rows} and "plan_district_gap" in {row["CHECK_ID"] for row in run.rows}


def test_inputs_that_make_no_sense(refused, plans, tmp_path, out):
    assert "12.5" in refused(PACKAGE=str(plans / SOUND), QUOTA_BUILT="many")
    assert "丁村" in refused(PACKAGE=str(plans / SOUND), TARGET_CULTIVATED="丁村=3")
    sound = str(plans / SOUND)
    assert "GHDLTB" in refused(PACKAGE=sound, PREVIOUS=f"{sound}|layername=GHDLTB")
    other = write(tmp_path / "far.gpkg", "GKBJ", [(square(0, 0), {"GKBJLXDM": "0301"})], 4528)
    assert "GKBJ" in refused(PLAN=f"{sound}|layername=GHDLTB", CONTROL=f"{other}|layername=GKBJ")
    both = str(out / "same.gpkg")
    assert "same.gpkg" in refused(PACKAGE=sound, FINDINGS=both, AREAS=both)


def test_a_plan_alone_is_checked_as_far_as_it_goes(run, tmp_path):
    path = write(tmp_path / "alone.gpkg", "规划用地", classes(PLAN_CODES, 0, "GHDLBM", "GHDLMC"))
    results = run(PACKAGE=str(path))
    assert results["FEATURE_COUNT"] == len(PLAN_CODES) and results["ERROR_COUNT"] == 0
    run(PACKAGE=str(path), PROFILE="fujian")
    missing = {row["FINDING"].partition("(")[2].partition(")")[0] for row in run.rows if row["CHECK_ID"] == "plan_layer_missing"}
    assert missing == {"CJDCQ", "JQDLTB", "GKBJ", "GHZBB", "KJGNJGTZB"}


def test_another_class_table_than_the_plan_speaks_of_is_doubted(run, plans):
    run(PACKAGE=str(plans / SOUND), CLASSES="ydyh2020")
    checks = {row["CHECK_ID"]: row["FINDING"] for row in run.rows}
    assert "plan_version_doubt" in checks and {"plan_class_unknown", "plan_class_name"} & set(checks)


def test_a_plan_of_two_class_tables_is_not_guessed(refused, tmp_path):
    mixed = (("060102", "村庄内部道路用地"), ("1207", "城镇村道路用地"), ("1313", "其他公用设施用地"))
    path = write(tmp_path / "mixed.gpkg", "规划用地", classes(mixed, 0, "GHDLBM", "GHDLMC"))
    assert "mixed" in refused(PACKAGE=str(path))


def test_a_cancelled_run_leaves_nothing(plans, out, said_feedback, provider):
    from qgis.core import QgsProcessingException

    import processing

    feedback = said_feedback(lambda self, percent: self.cancel() if percent > 30 else None)
    with pytest.raises(QgsProcessingException):
        processing.run(
            "landledger:checkvillageplan",
            {"FOLDER": str(plans), "FINDINGS": str(out / "findings.gpkg"), "WORKBOOK": str(out / "book.xlsx")},
            feedback=feedback,
        )
    gc.collect()
    assert not files_in(out)


def test_the_real_program_in_chinese(plans, tmp_path):
    values = {"FOLDER": plans / FAULTY, "PROFILE": "general", "FINDINGS": tmp_path / "findings.gpkg"}
    done = qgis_process("landledger:checkvillageplan", {"LANDLEDGER_LOCALE": "zh_CN"}, **values)
    assert results_of(done)["ERROR_COUNT"] == 11
    texts = [row["FINDING"] for row in rows_of(str(tmp_path / "findings.gpkg"))]
    assert any("村庄建设用地：基期" in text for text in texts)
