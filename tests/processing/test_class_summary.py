"""landledger:classsummary as QGIS runs it: layers, tables without shapes, the real executable, bad inputs."""

from __future__ import annotations

import gc
import sqlite3
from decimal import Decimal

import pytest
import shapely
from openpyxl import load_workbook

from ..oracles.class_summary_sql import cells_of
from .occupation_runs import (
    SAMPLE,
    files_in,
    is_one_sentence,
    qgis_process,
    results_of,
    square,
    write_layer,
)

ALGORITHM = "landledger:classsummary"
KINDS = {"DLBM": "C", "DLMC": "C", "ZLDWDM": "C", "ZLDWMC": "C", "TBMJ": "D", "KCMJ": "D"}


def parcel(code: str | None, area: float | None, village: str | None = "3799011012010000000", **more) -> dict:
    return {"DLBM": code, "TBMJ": area, "ZLDWDM": village, "ZLDWMC": "甲庄村", "KCMJ": 0.0, **more}


def small(path, *rows: dict, name: str = "DLTB") -> str:
    """A layer of squares in a row."""
    return write_layer(path, name, [square(place, 0) for place in range(len(rows))], rows, KINDS)


def table_rows(path, table: str | None = None) -> list[dict]:
    """The rows of a table without shapes."""
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as database:
        database.row_factory = sqlite3.Row
        if table is None:
            (table,) = database.execute("SELECT table_name FROM gpkg_contents").fetchone()
        return [dict(row) for row in database.execute(f'SELECT * FROM "{table}"')]


@pytest.fixture
def run(provider, township, out, said_feedback):
    """run(NAME=value …) -> results, with the feedback in `run.feedback`."""

    def run_algorithm(**values):
        import processing

        run_algorithm.feedback = said_feedback()
        parameters = {
            "SURVEY": f"{township}|layername=DLTB",
            "WORKBOOK": str(out / "book.xlsx"),
            "OUTPUT": str(out / "rows.gpkg"),
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


def test_the_township_is_what_sql_says(run, township, out) -> None:
    results = run(DISTRICTS=f"{township}|layername=CJDCQ")
    with sqlite3.connect(f"file:{SAMPLE}?mode=ro", uri=True) as database:
        database.row_factory = sqlite3.Row
        wanted = cells_of([dict(row) for row in database.execute("SELECT * FROM DLTB")], 12)
    rows = table_rows(out / "rows.gpkg")
    found = {(row["XZQDM"], row["DLBM"]): int(Decimal(repr(row["AREA_M2"])) * 100) for row in rows if row["AREA_M2"]}
    assert found == wanted
    assert all(Decimal(repr(row["AREA_HA"])) * 10_000 == Decimal(repr(row["AREA_M2"])) for row in rows)
    assert results["UNBALANCED_COUNT"] == 0 and results["REGION_COUNT"] == 12 and results["FINDING_COUNT"] == 0
    assert Decimal(repr(results["TOTAL_AREA_M2"])) == Decimal(sum(wanted.values())) / 100 == Decimal("41918323.07")
    assert not run.feedback.errors and not run.feedback.warnings


def test_the_file_and_the_layer_say_the_same_and_no_shape_is_read(run, township, out, qgis_app) -> None:
    from qgis.core import QgsVectorLayer

    fast = run(OUTPUT=str(out / "fast.gpkg"))
    layer = QgsVectorLayer(f"{township}|layername=DLTB", "DLTB", "ogr")
    layer.selectAll()
    from qgis.core import QgsProcessingFeatureSourceDefinition, QgsProject

    QgsProject.instance().addMapLayer(layer)
    try:
        selected = QgsProcessingFeatureSourceDefinition(layer.id(), True)
        slow = run(SURVEY=selected, OUTPUT=str(out / "slow.gpkg"))
    finally:
        QgsProject.instance().removeMapLayer(layer.id())
    assert {key: fast[key] for key in fast if key.isupper() and key not in ("OUTPUT", "WORKBOOK")} == {
        key: slow[key] for key in slow if key not in ("OUTPUT", "WORKBOOK")
    }
    assert table_rows(out / "fast.gpkg") == table_rows(out / "slow.gpkg")


@pytest.mark.parametrize("kind", ["gpkg", "csv"])
def test_a_table_without_shapes_is_enough(run, out, tmp_path, kind: str) -> None:
    rows = [parcel("0101", 10.25, KCMJ=1.25), parcel("0701", 5.0)]
    if kind == "csv":
        source = tmp_path / "dltb.csv"
        lines = [",".join(KINDS), *(",".join(str(row.get(key, "")) for key in KINDS) for row in rows)]
        source.write_text("\n".join(lines), encoding="utf-8")
        (tmp_path / "dltb.csvt").write_text("String,String,String,String,Real,Real", encoding="utf-8")
        survey = str(source)
    else:
        from osgeo import ogr

        survey = write_layer(tmp_path / "t.gpkg", "DLTB", [None, None], rows, KINDS, None, ogr.wkbNone)
    results = run(SURVEY=survey)
    assert results["PARCEL_COUNT"] == 2 and results["TOTAL_AREA_M2"] == 15.25 and results["CULTIVATED_AREA_M2"] == 9.0


def test_findings_are_told_and_unknown_area_is_a_number(run, tmp_path) -> None:
    survey = small(tmp_path / "t.gpkg", parcel("0101", 10.0), parcel("7777", 3.0), parcel("0301", 2.0, None))
    results = run(SURVEY=survey, LEVEL="township", UNIT="m2", ROUNDING="exact")
    assert results["UNKNOWN_AREA_M2"] == 3.0 and results["FINDING_COUNT"] == 3 and results["UNBALANCED_COUNT"] == 0
    assert any("7777" in warning for warning in run.feedback.warnings)


def test_a_control_area_that_differs_makes_a_draft(run, tmp_path, out) -> None:
    survey = small(tmp_path / "t.gpkg", parcel("0101", 10.0))
    districts = write_layer(
        tmp_path / "t.gpkg", "XZQ", [square(0, 0)], [{"XZQDM": "379901101", "XZQMC": "示例镇", "DCMJ": 10.01}]
    )
    results = run(SURVEY=survey, DISTRICTS=districts)
    assert results["UNBALANCED_COUNT"] == 2 and run.feedback.errors
    book = load_workbook(out / "book.xlsx")
    assert "草稿" in str(book["三大类面积汇总表（公顷）"]["A2"].value)


def test_only_a_result_table_or_only_a_workbook(run, out) -> None:
    assert run(WORKBOOK=None)["OUTPUT"] and not (out / "book.xlsx").exists()
    assert "OUTPUT" not in run(OUTPUT=None) and (out / "book.xlsx").exists()


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ([parcel("060201", 1.0)], "is coded in land and sea use classes 2023"),
        ([parcel("060201", 1.0), parcel("05H1", 1.0)], "mixes class tables"),
        ([parcel("0101", -5.0)], "TBMJ -5.0 is no area"),
        ([parcel("203", 1.0)], "None of the codes"),
    ],
)
def test_bad_surveys_are_refused_in_one_sentence(refused, tmp_path, rows, message: str) -> None:
    assert message in refused(SURVEY=small(tmp_path / "t.gpkg", *rows))


def test_what_is_missing_is_said(refused, tmp_path, township, out) -> None:
    no_place = write_layer(tmp_path / "a.gpkg", "DLTB", [square(0, 0)], [{"DLBM": "0101", "TBMJ": 1.0}])
    assert "ZLDWDM" in refused(SURVEY=no_place)
    assert "XZQDM or ZLDWDM" in refused(DISTRICTS=write_layer(tmp_path / "b.gpkg", "XZQ", [square(0, 0)], [{"A": "1"}]))
    assert "workbook or a result table" in refused(WORKBOOK=None, OUTPUT=None)
    assert "There is no class table" in refused(CODE_TABLE="sandiao2035")
    assert "does not exist" in refused(WORKBOOK=str(out / "no" / "book.xlsx"))


def test_the_real_executable(township, out) -> None:
    results = results_of(
        qgis_process(
            ALGORITHM,
            SURVEY=f"{township}|layername=DLTB",
            DISTRICTS=f"{township}|layername=XZQ",
            LEVEL="village",
            WORKBOOK=out / "book.xlsx",
            OUTPUT=out / "rows.gpkg",
        )
    )
    assert Decimal(str(results["TOTAL_AREA_M2"])) == Decimal("41918323.07") and results["UNBALANCED_COUNT"] == 0
    sheet = load_workbook(out / "book.xlsx")["三大类面积汇总表（公顷）"]
    total = next(row for row in sheet.iter_rows(values_only=True) if row[0] == "合计")
    assert Decimal(str(total[3])) == Decimal("4191.83")
    assert shapely.__version__ and len(table_rows(out / "rows.gpkg")) > 200
