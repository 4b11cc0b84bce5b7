"""landledger:landusestructure and planindicators as QGIS runs them: the sample, single layers, bad inputs."""

from __future__ import annotations

import csv
import gc
import shutil
import sqlite3
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from .occupation_runs import is_one_sentence, qgis_process, results_of
from .plan_packages import BASE_CODES, PLAN_CODES, classes, write

SAMPLE = Path(__file__).absolute().parents[2] / "resources" / "sample" / "village_plan"
PROJECTS = SAMPLE.with_name("village_plan_projects") / "projects_madeup.gpkg"
SOUND = "379901101202乙营村.gpkg"
SETTLEMENT = ("07", "08", "09", "1001", "11", "1207", "1208", "1209", "13", "14", "16", "2301")


@pytest.fixture(scope="module")
def plans(tmp_path_factory):
    """A copy of the sample plans."""
    return Path(shutil.copytree(SAMPLE, tmp_path_factory.mktemp("plans") / "plans"))


@pytest.fixture
def run(provider, tmp_path, said_feedback):
    """run(algorithm, NAME=value …) -> results, with the feedback in `run.feedback`."""

    def run_algorithm(name, **values):
        import processing

        run_algorithm.feedback = said_feedback()
        parameters = {"WORKBOOK": str(tmp_path / "book.xlsx"), **values}
        results = processing.run(f"landledger:{name}", parameters, feedback=run_algorithm.feedback)
        assert not run_algorithm.feedback.debug
        return results

    yield run_algorithm
    gc.collect()


@pytest.fixture
def refused(run, tmp_path):
    from qgis.core import QgsProcessingException

    def refuse(name, **values) -> str:
        with pytest.raises(QgsProcessingException) as raised:
            run(name, **values)
        assert is_one_sentence(str(raised.value)), str(raised.value)
        assert not (tmp_path / "book.xlsx").exists()
        return str(raised.value)

    return refuse


def by_sql(layer: str, code: str, area: str, beginning: str) -> Decimal:
    """m² of classes that begin so, by SQL and decimals."""
    with sqlite3.connect(f"file:{SAMPLE / SOUND}?mode=ro", uri=True) as database:
        rows = database.execute(f'SELECT {area} FROM "{layer}" WHERE {code} LIKE ?', (f"{beginning}%",)).fetchall()
    return sum((Decimal(str(row[0])) for row in rows), Decimal(0))


def test_numbers_of_the_sound_plan_are_those_of_sql(run, plans):
    results = run("landusestructure", PACKAGE=str(plans / SOUND))
    for year, layer, code, area in (("BASE", "JQDLTB", "JQDLBM", "TBMJ"), ("PLAN", "GHDLTB", "GHDLBM", "GHDLMJ")):
        assert Decimal(repr(results[f"CULTIVATED_{year}_M2"])) == by_sql(layer, code, area, "01")
        settlement = sum(by_sql(layer, code, area, each) for each in SETTLEMENT)
        settlement -= by_sql(layer, code, area, "1311")
        assert Decimal(repr(results[f"VILLAGE_BUILT_{year}_M2"])) == settlement
    assert results["TOTAL_AREA_M2"] == 1599335.79
    assert results["UNBALANCED_COUNT"] == results["FINDING_COUNT"] == 0


def test_the_sheet_foots_and_says_its_unit(run, plans, tmp_path):
    run("landusestructure", PACKAGE=str(plans / SOUND), UNIT="mu")
    sheet = load_workbook(tmp_path / "book.xlsx")["结构调整表"]
    lines = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert "乙营村" in lines[0][0] and any("亩" in str(value) for value in lines[1])
    total = next(line for line in lines if line[0] == "总计")
    base = [value for value in total if isinstance(value, (int, float))]
    assert Decimal(str(base[0])).quantize(Decimal("0.01")) == Decimal("2399.00") == Decimal(str(base[2])).quantize(Decimal("0.01"))
    assert base[-1] == 0


def test_both_villages_with_their_own_class_tables(run, plans, tmp_path):
    results = run("landusestructure", FOLDER=str(plans))
    assert results["VILLAGE_COUNT"] == 2 and results["UNKNOWN_COUNT"] == 1
    assert results["TOTAL_AREA_M2"] == pytest.approx(1599335.79 + 2729037.03, abs=1e-6)
    names = load_workbook(tmp_path / "book.xlsx").sheetnames
    assert {"结构调整表", "结构调整表 乙营村", "结构调整表 丙屯村"} <= set(names)
    assert any("0199" in warning for warning in run.feedback.warnings)


def test_class_summaries_of_both_years_are_those_of_sql(run, plans, tmp_path):
    results = run("landusestructure", PACKAGE=str(plans / SOUND), UNIT="m2", CLASS_SUMMARIES=True)
    assert results["UNBALANCED_COUNT"] == 0
    book = load_workbook(tmp_path / "book.xlsx")
    for sheet, layer, code, area in (("基期", "JQDLTB", "JQDLBM", "TBMJ"), ("规划", "GHDLTB", "GHDLBM", "GHDLMJ")):
        assert f"三大类面积汇总表·{sheet}" in book.sheetnames
        lines = list(book[f"分类面积汇总表·{sheet}"].iter_rows(values_only=True))
        printed = {line[2]: Decimal(str(line[4])) for line in lines if str(line[2]).isdigit() and line[4]}
        assert len(printed) > 10 and all(printed[each] == by_sql(layer, code, area, each) for each in printed)
        assert sum(printed.values()) == by_sql(layer, code, area, "") == Decimal("1599335.79")


def test_class_summaries_of_two_class_tables_stand_apart(run, plans, tmp_path):
    assert run("landusestructure", FOLDER=str(plans), CLASS_SUMMARIES=True)["UNBALANCED_COUNT"] == 0
    names = load_workbook(tmp_path / "book.xlsx").sheetnames
    ends = {f"{year}{table}" for year in ("基期", "规划") for table in (2020, 2023)}
    wanted = {f"{name}·{end}" for name in ("三大类面积汇总表", "分类面积汇总表") for end in ends}
    assert wanted <= set(names)


def test_measured_areas_make_up_the_registered_area_too(run, plans):
    results = run("landusestructure", PACKAGE=str(plans / SOUND), AREA="measured")
    assert results["TOTAL_AREA_M2"] == 1599335.79 and results["UNBALANCED_COUNT"] == 0
    registered = run("landusestructure", PACKAGE=str(plans / SOUND))
    assert results["CULTIVATED_BASE_M2"] == pytest.approx(registered["CULTIVATED_BASE_M2"], abs=0.5)


def test_indicators_of_the_faulty_plan(run, plans, tmp_path):
    with (SAMPLE / "faults.csv").open(encoding="utf-8-sig", newline="") as file:
        assert any(row["fault"] == "R2" for row in csv.DictReader(file))
    results = run("planindicators", FOLDER=str(plans / "379901101203丙屯村"), PEOPLE_BASE=1200, PEOPLE_PLAN=1300)
    assert results["INDICATOR_COUNT"] == 13 and results["BROKEN_COUNT"] == 3
    said = " ".join(run.feedback.warnings)
    assert "村域建设用地总面积" in said and "耕地保有量" in said
    sheet = load_workbook(tmp_path / "book.xlsx")["规划指标一览表"]
    lines = {row[2].value: row for row in sheet.iter_rows(min_row=3) if row[2].value}
    assert [cell.value for cell in lines["村庄建设用地面积"]][5:7] == [27.12, 27.19]
    assert lines["人均村庄建设用地面积"][5].value == pytest.approx(results["VILLAGE_BUILT_BASE_M2"] / 1200, abs=0.005)


def test_the_sound_plan_keeps_its_indicators(run, plans):
    assert run("planindicators", PACKAGE=str(plans / SOUND))["BROKEN_COUNT"] == 0


def test_single_layers_without_a_border(run, plans):
    layers = {name: f"{plans / SOUND}|layername={layer}" for name, layer in (("BASE", "JQDLTB"), ("PLAN", "GHDLTB"))}
    results = run("landusestructure", **layers)
    assert results["TOTAL_AREA_M2"] == 1599335.79 and results["VILLAGE_COUNT"] == 1


def test_a_plan_without_its_base_year_is_refused(refused, tmp_path):
    path = write(tmp_path / "甲村.gpkg", "GHDLTB", classes(PLAN_CODES, 0, "GHDLBM", "GHDLMC"))
    assert "基期地类图斑" in refused("landusestructure", PACKAGE=str(path))
    write(path, "JQDLTB", classes(BASE_CODES, 0, "CODE", "NAME"))
    assert "JQDLBM" in refused("landusestructure", PACKAGE=str(path))
    assert "plan package" in refused("planindicators")


def test_a_mixture_of_class_tables_is_refused_unless_chosen(refused, run, tmp_path):
    path = write(tmp_path / "甲村.gpkg", "GHDLTB", classes([("0604", ""), ("060201", "")], 0, "GHDLBM", "GHDLMC"))
    write(path, "JQDLTB", classes(BASE_CODES[:2], 0, "JQDLBM", "JQDLMC"))
    said = refused("landusestructure", PACKAGE=str(path))
    assert "0604" in said and "060201" in said
    assert run("landusestructure", PACKAGE=str(path), CLASSES="ydyh2020")["UNKNOWN_COUNT"] == 1


def test_headless(plans, tmp_path):
    book = tmp_path / "headless.xlsx"
    results = results_of(qgis_process("landledger:planindicators", FOLDER=plans, WORKBOOK=book))
    assert results["INDICATOR_COUNT"] == 26 and book.is_file()


def test_a_workbook_takes_the_place_of_no_table_of_the_plans(provider, plans, tmp_path):
    from qgis.core import QgsProcessingException

    import processing

    folder = Path(shutil.copytree(plans, tmp_path / "own"))
    table = folder / "指标.xlsx"
    Workbook().save(table)
    before = table.read_bytes()
    for name, more in (("landusestructure", {}), ("comparefootprint", {"FOOTPRINTS": str(PROJECTS), "PIECES": "TEMPORARY_OUTPUT"})):
        with pytest.raises(QgsProcessingException, match="input of this run"):
            processing.run(f"landledger:{name}", {"FOLDER": str(folder), "WORKBOOK": str(table), **more})
        assert table.read_bytes() == before
