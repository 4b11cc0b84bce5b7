"""landledger:crosswalkclasses as QGIS runs it: everything kept, decisions read back, the real executable."""

from __future__ import annotations

import gc
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from .occupation_runs import exact, files_in, is_one_sentence, qgis_process, results_of, rows_of, square, write_layer

ALGORITHM = "landledger:crosswalkclasses"


@pytest.fixture
def run(provider, township, out, said_feedback):
    """run(NAME=value …) -> results, with the feedback in `run.feedback`."""

    def run_algorithm(**values):
        import processing

        run_algorithm.feedback = said_feedback()
        parameters = {
            "INPUT": f"{township}|layername=DLTB",
            "OUTPUT": str(out / "new.gpkg"),
            "WORKBOOK": str(out / "review.xlsx"),
            **values,
        }
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
        assert files_in(out) == before
        return message

    return refuse


def test_everything_is_kept_and_nothing_is_guessed(run, township, out) -> None:
    results = run()
    before, after = rows_of(f"{township}|layername=DLTB"), rows_of(out / "new.gpkg")
    assert len(before) == len(after) == results["FEATURE_COUNT"]
    for old, new in zip(before, after):
        assert {key: new[key] for key in old} == old
        assert (new["NEW_CODE"] is None) == (new["STATUS"] in ("needs review", "no rule"))
        assert (new["CANDIDATES"] is None) == (new["STATUS"] == "1:1")
    area = sum((exact(row["TBMJ"]) for row in after if row["NEW_CODE"]), Decimal(0))
    assert exact(results["CONVERTED_AREA_M2"]) == area
    assert exact(results["CONVERTED_AREA_M2"]) + exact(results["REVIEW_AREA_M2"]) == exact(results["TOTAL_AREA_M2"])
    assert results["REVIEW_COUNT"] > 0 and results["DEFAULT_COUNT"] == 0


def test_the_workbook_decided_and_given_again_leaves_nothing_open(run, out, tmp_path) -> None:
    run()
    book = load_workbook(out / "review.xlsx")
    sheet = book["转换审定表"]
    for row in sheet.iter_rows(min_row=4):
        if row[6].value and row[1].value:
            row[8].value = str(row[7].value).split()[0]
    decided = tmp_path / "decided.xlsx"
    book.save(decided)
    results = run(DECISIONS=str(decided))
    assert results["REVIEW_COUNT"] == results["NO_RULE_COUNT"] == results["REVIEW_CODE_COUNT"] == 0
    defaults = run(USE_DEFAULTS=True, OUTPUT=str(out / "defaults.gpkg"))
    assert results["DECIDED_COUNT"] == defaults["DEFAULT_COUNT"] > 0
    codes = [row["NEW_CODE"] for row in rows_of(out / "new.gpkg")]
    assert codes == [row["NEW_CODE"] for row in rows_of(out / "defaults.gpkg")]


def test_an_older_field_of_ours_is_replaced_and_a_field_decides(run, tmp_path, out) -> None:
    rows = [
        {"DM": "0404", "SD": "2302", "STATUS": "x", "MJ": 5.0},
        {"DM": "0404", "SD": None, "STATUS": "y", "MJ": 7.5},
    ]
    source = write_layer(tmp_path / "a.gpkg", "a", [square(0, 0), square(1, 0)], rows)
    results = run(INPUT=source, FIELD="DM", DECISION_FIELD="SD", AREA_FIELD="MJ")
    after = rows_of(out / "new.gpkg")
    assert [row["STATUS"] for row in after] == ["decided", "needs review"]
    assert [row["NEW_CODE"] for row in after] == ["2302", None]
    assert results["REVIEW_AREA_M2"] == 7.5


def test_a_layer_without_registered_areas_is_measured(run, tmp_path) -> None:
    source = write_layer(tmp_path / "a.gpkg", "GHDLTB", [square(0, 0)], [{"GHDLBM": "060102"}])
    results = run(INPUT=source, CROSSWALK="ydyh2020_ydyh2023")
    assert results["TOTAL_AREA_M2"] == 10000.0 and results["ONE_TO_ONE_COUNT"] == 1


def test_an_area_that_is_none_is_named_as_the_layer_names_it(refused, tmp_path) -> None:
    rows = [{"DLBM": "0101", "TBMJ": 10.0}, {"DLBM": "0101", "TBMJ": -5.5}]
    source = write_layer(tmp_path / "a.gpkg", "DLTB", [square(0, 0), square(1, 0)], rows)
    assert "Layer DLTB, feature 2: TBMJ -5.5 is no area." in refused(INPUT=source, CROSSWALK=0)


@pytest.mark.parametrize(
    ("row", "crosswalk", "message"),
    [
        ({"DLBM": "060201"}, 0, "is already coded in land and sea use classes 2023"),
        ({"DLBM": "0101"}, 2, "is already coded in classes of the third land survey"),
        ({"DLBM": "031"}, 0, "None of the codes"),
        ({"A": "031"}, 0, "no field of class codes"),
    ],
)
def test_the_wrong_layer_is_refused(refused, tmp_path, row, crosswalk: int, message: str) -> None:
    source = write_layer(tmp_path / "a.gpkg", "a", [square(0, 0)], [row])
    assert message in refused(INPUT=source, CROSSWALK=crosswalk)


def test_a_wrong_file_of_decisions_is_refused(refused, tmp_path) -> None:
    path = tmp_path / "decided.csv"
    path.write_text("CODE,DECIDED\n0404,9999\n", encoding="utf-8")
    assert "the decided code 9999" in refused(DECISIONS=str(path))
    assert "can't be read" in refused(DECISIONS=str(tmp_path / "none.csv"))


def test_the_real_executable(township, out) -> None:
    results = results_of(
        qgis_process(
            ALGORITHM,
            INPUT=f"{township}|layername=DLTB",
            CROSSWALK="sandiao2019_ydyh2023",
            OUTPUT=out / "new.gpkg",
            WORKBOOK=out / "review.xlsx",
        )
    )
    assert results["UNBALANCED_COUNT"] == 0 and results["FEATURE_COUNT"] == len(rows_of(out / "new.gpkg"))
    assert "转换审定表" in load_workbook(out / "review.xlsx").sheetnames
