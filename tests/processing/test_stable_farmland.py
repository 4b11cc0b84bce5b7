"""landledger:stablefarmland as QGIS runs it: the sample against its own fields, layers that exclude, bad inputs."""

from __future__ import annotations

import gc
import sqlite3
from decimal import Decimal

import pytest
import shapely
from openpyxl import load_workbook

from .occupation_runs import SAMPLE, files_in, is_one_sentence, qgis_process, results_of, rows_of, square, write_layer

ALGORITHM = "landledger:stablefarmland"
KINDS = {
    "DLBM": "C", "ZLDWDM": "C", "ZLDWMC": "C", "TBMJ": "D", "KCMJ": "D", "GDPDJB": "C", "TBXHDM": "C", "GDDB": "D",
}


def parcel(code: str = "0102", area: float = 10_000.0, **more) -> dict:
    return {
        "DLBM": code, "TBMJ": area, "ZLDWDM": "3799011012010000000", "ZLDWMC": "甲庄村", "KCMJ": 0.0, "GDPDJB": "1",
        "TBXHDM": None, "GDDB": 6.0, **more,
    }


def survey_of(path, *rows: dict) -> str:
    return write_layer(path, "DLTB", [square(place, 0) for place in range(len(rows))], rows, KINDS)


@pytest.fixture
def run(provider, township, out, said_feedback):
    """run(NAME=value …) -> results, with the feedback in `run.feedback`."""

    def run_algorithm(**values):
        import processing

        run_algorithm.feedback = said_feedback()
        parameters = {
            "SURVEY": f"{township}|layername=DLTB",
            "WORKBOOK": str(out / "book.xlsx"),
            "OUTPUT": str(out / "stable.gpkg"),
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


def fine(value: float | None) -> int:
    return int(Decimal(repr(value or 0.0)) * 100)


def test_the_sample_without_layers_is_what_sql_says(run, out) -> None:
    results = run()
    with sqlite3.connect(f"file:{SAMPLE}?mode=ro", uri=True) as database:
        rows = database.execute(
            "SELECT TBMJ, KCMJ, GDPDJB IN ('5', '05') OR coalesce(TBXHDM, '') IN "
            "('HDGD', 'HQGD', 'LQGD', 'MQGD', 'SHGD', 'SMGD') FROM DLTB WHERE substr(DLBM, 1, 2) = '01'"
        ).fetchall()
    stable = sum(fine(area) - fine(ridge) for area, ridge, out_of in rows if not out_of)
    assert fine(results["STABLE_AREA_M2"]) == stable
    assert fine(results["CULTIVATED_AREA_M2"]) == sum(fine(area) - fine(ridge) for area, ridge, _ in rows)
    assert results["PARCEL_COUNT"] == results["PIECE_COUNT"] == len(rows)
    assert results["UNBALANCED_COUNT"] == 0 and results["SPLIT_COUNT"] == 0
    layer = rows_of(out / "stable.gpkg")
    assert sum(fine(row["NET_GD"]) for row in layer if row["STABLE"] == 1) == stable


def test_layers_exclude_exactly_and_the_layer_says_why(run, township, out) -> None:
    package = township
    layers = [f"{package}|layername=STBHHX", f"{package}|layername=CZKFBJ"]
    whole = run(OUTPUT=str(out / "whole.gpkg"))
    results = run(EXCLUDE=layers, QUALITY=f"{package}|layername=GDZLDB", DISTRICTS=f"{package}|layername=CJDCQ")
    assert results["SPLIT_COUNT"] > 0 and results["UNBALANCED_COUNT"] == 0
    assert results["CULTIVATED_AREA_M2"] == whole["CULTIVATED_AREA_M2"]
    assert 0 < results["STABLE_AREA_M2"] < whole["STABLE_AREA_M2"] and results["CAPACITY_KG"] > 0
    rows = rows_of(out / "stable.gpkg")
    by_parcel: dict[str, int] = {}
    for row in rows:
        by_parcel[row["BSM"]] = by_parcel.get(row["BSM"], 0) + fine(row["AREA_M2"])
    with sqlite3.connect(f"file:{SAMPLE}?mode=ro", uri=True) as database:
        registered = dict(database.execute("SELECT BSM, TBMJ FROM DLTB WHERE substr(DLBM, 1, 2) = '01'").fetchall())
    assert by_parcel == {key: fine(area) for key, area in registered.items()}
    inside = [row for row in rows if row["REASON"].startswith("EX")]
    assert inside and all(row["REASON_MC"] in row["REASONS"] and row["STABLE"] == 0 for row in inside)
    sheet = load_workbook(out / "book.xlsx")["稳定耕地汇总（村）"]
    head = [cell.value for row in sheet.iter_rows(max_row=5) for cell in row]
    assert "STBHHX" in head and "河道耕地" in head


def test_a_half_covered_parcel_by_hand(run, tmp_path, out) -> None:
    """Ten thousand m² with a ridge of 500 m²; the layer covers the eastern quarter."""
    survey = survey_of(tmp_path / "t.gpkg", parcel(KCMJ=500.0, GDPDJB="2"), parcel(TBXHDM="HDGD"), parcel("0301"))
    quarter = write_layer(tmp_path / "x.gpkg", "zone", [square(0.75, 0, 0.25, 1)], [{"NAME": "a"}])
    for method in ("ellipsoid", "plane"):
        results = run(SURVEY=survey, EXCLUDE=[quarter], AREA_METHOD=method, OUTPUT=str(out / f"{method}.gpkg"))
        net = sorted((row["REASON"], row["NET_GD"]) for row in rows_of(out / f"{method}.gpkg"))
        assert [reason for reason, _ in net] == ["", "EX1", "river"]
        assert abs(net[0][1] - 7125) < 0.02 and abs(net[1][1] - 2375) < 0.02 and net[2][1] == 10000.0
        assert results["STABLE_GROSS_M2"] + results["UNSTABLE_AREA_M2"] == pytest.approx(19_875, abs=0.03)


def test_bad_inputs_are_one_sentence(refused, tmp_path, township) -> None:
    wood = survey_of(tmp_path / "a.gpkg", parcel("0301"))
    assert "no cultivated land" in refused(SURVEY=wood)
    worse = survey_of(tmp_path / "b.gpkg", parcel(GDDB=99.0))
    assert "no grade of 1 to 15" in refused(SURVEY=worse)
    assert "There is no capacity preset" in refused(CAPACITY_PRESET="best")
    rules = tmp_path / "rules.csv"
    rules.write_text("key,meaning,field,values,source,status\nsteep,坡地,SLOPE,5,s,seen\n", encoding="utf-8")
    assert "rules.csv, line 2" in refused(STABLE_RULES=str(rules))
    rules.write_text("key,meaning,field,values,source,status\nsteep,坡地,GDPDJB,5,s,seen\n", encoding="utf-8")
    layer = f"{township}|layername=STBHHX"
    assert "no rule with the field LAYER" in refused(STABLE_RULES=str(rules), EXCLUDE=[layer])
    other = write_layer(tmp_path / "c.gpkg", "zone", [shapely.box(500_000, 4e6, 500_010, 4.00001e6)], [{"A": "1"}], epsg=4547)
    assert refused(EXCLUDE=[other])


def test_the_real_executable_in_chinese(township, out) -> None:
    done = qgis_process(
        ALGORITHM, {"LANDLEDGER_LOCALE": "zh_CN"}, SURVEY=f"{township}|layername=DLTB",
        EXCLUDE=f"{township}|layername=STBHHX", LEVEL="township", WORKBOOK=out / "book.xlsx", OUTPUT=out / "stable.gpkg",
    )
    results = results_of(done)
    assert results["UNBALANCED_COUNT"] == 0 and results["SPLIT_COUNT"] > 0
    book = load_workbook(out / "book.xlsx")
    assert {"稳定耕地汇总（县）", "稳定耕地汇总（乡镇）", "不稳定原因", "等别坡度和产能", "勾稽检查", "输入与口径"} <= set(book.sheetnames)
    words = " ".join(str(cell.value) for row in book["输入与口径"].iter_rows() for cell in row if cell.value)
    assert "需按当地口径" in words or "默认" in words
