"""landledger:rectification as QGIS runs it (spots, acts and ledgers are made up)."""

from __future__ import annotations

import gc
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from ..core.quota_ledgers import open_books
from .occupation_runs import exact, files_in, is_one_sentence, qgis_process, results_of, rows_of, square, write_layer

SAMPLE = Path(__file__).absolute().parents[2] / "resources" / "sample" / "farmland" / "outflow_spots_madeup_2023.csv"
BULLETIN = "合计=17.58;整改恢复=10.17;落实进出平衡=3.79;调整补划=3.62;整改处置比例=100%"
# A square of the traps is 100 m wide: 15 mu in the plane.
SPOTS = [
    (square(0, 0), {"TBBH": "S1", "LCMJ": 15.0, "XZQMC": "编造县", "LCNF": "2021", "ZLDWDM": "371526001001"}),
    (square(2, 0), {"TBBH": "S2", "LCMJ": 15.0, "XZQMC": "编造区", "LCNF": "2021", "ZLDWDM": "371502001001"}),
]
ACTS = [
    (square(0, 0, 1, 0.6), {"LCTBBH": "S1", "ZGFS": "恢复", "ZGMJ": 9.0, "HFDL": "0103", "ZGRQ": "2022-03-01"}),
    (square(5, 0, 1, 0.4), {"LCTBBH": "S1", "ZGFS": "进出平衡", "ZGMJ": 6.0, "ZGTBBH": "Z1", "JCFABH": "P1", "ZGRQ": "2022-05-01"}),
    (square(5, 2, 1, 0.4), {"LCTBBH": "S2", "ZGFS": "补划", "ZGMJ": 6.0, "ZGTBBH": "B1", "ZGRQ": "2022-05-01"}),
]


def layer(path, name: str, members) -> str:
    keys = list(dict.fromkeys(key for _, row in members for key in row))
    kinds = {key: "D" if key.endswith("MJ") else "C" for key in keys}
    return write_layer(path, name, [shape for shape, _ in members], [row for _, row in members], kinds)


@pytest.fixture
def land(tmp_path):
    path = tmp_path / "land.gpkg"
    return {"SPOTS": layer(path, "spots", SPOTS), "MEASURES": layer(path, "acts", ACTS), "AREA_METHOD": "plane"}


@pytest.fixture
def run(provider, out, said_feedback):
    def run_algorithm(balanced=True, **values):
        import processing

        run_algorithm.feedback = said_feedback()
        results = processing.run("landledger:rectification", values, feedback=run_algorithm.feedback)
        assert not run_algorithm.feedback.debug
        assert (results["UNBALANCED_COUNT"] == 0) is balanced
        return results

    yield run_algorithm
    gc.collect()


def sheet(path, title: str) -> list[tuple]:
    book = load_workbook(path, read_only=True)
    try:
        return [tuple(row) for row in book[title].iter_rows(values_only=True)]
    finally:
        book.close()


def test_spots_and_acts_on_the_ground(run, land, out):
    results = run(**land, OUTPUT=str(out / "spots.gpkg"), WORKBOOK=str(out / "t10.xlsx"))
    rows = {row["TBBH"]: row for row in rows_of(results["OUTPUT"])}
    assert {number: row["STATE"] for number, row in rows.items()} == {"S1": "done", "S2": "partly"}
    assert sum((exact(row["DONE_MU"]) for row in rows.values()), Decimal(0)) == 21
    assert (results["RESTORED_AREA_MU"], results["IN_OUT_AREA_MU"], results["SUPPLEMENT_AREA_MU"]) == (9, 6, 6)
    assert (results["LEFT_AREA_MU"], results["RATE"], results["FINDING_COUNT"]) == (9, 70, 0)
    counties = [row for row in sheet(results["WORKBOOK"], "耕地流出整改汇总") if row and row[0] in ("编造县", "编造区", "合计")]
    assert [row[1] for row in counties] == [1, 1, 2]


def test_restored_land_outside_its_spot_makes_a_draft(run, land, out, tmp_path):
    moved = [(square(1.9, 0, 1, 0.6), ACTS[0][1]), *ACTS[1:]]
    land["MEASURES"] = layer(tmp_path / "moved.gpkg", "acts", moved)
    results = run(balanced=False, **land, WORKBOOK=str(out / "t10.xlsx"))
    assert any("S1" in each and "6000.00" in each for each in run.feedback.warnings)
    assert sheet(results["WORKBOOK"], "耕地流出整改台账")[0][0].startswith("草稿") or "草稿" in str(
        sheet(results["WORKBOOK"], "耕地流出整改台账")[:3]
    )


def test_the_sample_reproduces_the_bulletin_in_chinese(out):
    done = qgis_process("landledger:rectification", {"LANDLEDGER_LOCALE": "zh_CN"}, SPOTS=str(SAMPLE), PRINTED=BULLETIN,
                        WORKBOOK=str(out / "t10.xlsx"), TITLE="示例市")
    results = results_of(done)
    assert (results["SPOT_COUNT"], results["UNBALANCED_COUNT"], results["RATE"]) == (40, 0, 100)
    total = next(row for row in sheet(out / "t10.xlsx", "耕地流出整改汇总") if row and row[0] == "合计")
    assert total[3:] == (17.58, 10.17, 3.79, 3.62, 17.58, 0, 100)
    said = [cell for row in sheet(out / "t10.xlsx", "公布数字核对") for cell in row]
    assert said.count("按印出数成立") == 6


@pytest.mark.parametrize("wrong", ["一百", "1e20", "-5"])
def test_an_amount_that_is_none_is_refused_with_its_place(run, out, tmp_path, wrong):
    """A number that can't be read is no amount of nothing."""
    from qgis.core import QgsProcessingException

    rows = SAMPLE.read_text(encoding="utf-8-sig").splitlines()
    wrong_row = rows[3].split(",")
    wrong_row[rows[0].split(",").index("流出面积")] = wrong
    table = tmp_path / "spots.csv"
    table.write_text("\n".join([*rows[:3], ",".join(wrong_row), *rows[4:]]), encoding="utf-8")
    with pytest.raises(QgsProcessingException, match=r"feature 3.*is no valid value of (流出面积|LCMJ)") as raised:
        run(SPOTS=str(table), OUTPUT=str(out / "spots.gpkg"), WORKBOOK=str(out / "t10.xlsx"))
    assert is_one_sentence(str(raised.value)) and not files_in(out)


def test_checks_that_fail_are_told_in_square_metres(run, out, tmp_path):
    table = tmp_path / "spots.csv"
    text = SAMPLE.read_text(encoding="utf-8-sig")
    header = text.splitlines()[0].split(",")
    row = next(line for line in text.splitlines() if line.startswith("LC003,")).split(",")
    row[header.index("应整改面积")] = "99999"
    lines = [",".join(row) if line.startswith("LC003,") else line for line in text.splitlines()]
    table.write_text("\n".join(lines), encoding="utf-8")
    run(balanced=False, SPOTS=str(table))
    assert any("66666000.00 m²" in error for error in run.feedback.errors)
    assert not any("micro_mu" in error or ", :" in error for error in run.feedback.errors)


def test_years_add_up_in_a_ledger(run, land, out, tmp_path):
    place = str(tmp_path / "ledger.gpkg")
    open_books(tmp_path / "ledger.gpkg").store.close()
    first = run(**land, LEDGER=place, KEEP=True)
    assert (first["NEW_COUNT"], first["CHANGED_COUNT"]) == (5, 0)
    again = run(**land, LEDGER=place, KEEP=True)
    assert (again["NEW_COUNT"], again["CHANGED_COUNT"], again["DONE_AREA_MU"]) == (0, 0, 21)
    rest = layer(tmp_path / "rest.gpkg", "acts", [
        (square(2, 0, 1, 0.6), {"LCTBBH": "S2", "ZGFS": "恢复", "ZGMJ": 9.0, "HFDL": "0101", "ZGRQ": "2023-03-01"}),
    ])
    # What is not to be kept is laid over what is there, and leaves no trace.
    assert run(LEDGER=place, MEASURES=rest)["DONE_AREA_MU"] == 30
    assert run(LEDGER=place)["DONE_AREA_MU"] == 21
    last = run(LEDGER=place, MEASURES=rest, KEEP=True, WORKBOOK=str(out / "t10.xlsx"))
    assert (last["NEW_COUNT"], last["DONE_COUNT"], last["RATE"]) == (1, 2, 100)
    # A book read back is the same spots and acts once more.
    book = run(SPOTS_BOOK=str(out / "t10.xlsx"), MEASURES_BOOK=str(out / "t10.xlsx"))
    assert (book["DONE_AREA_MU"], book["DONE_COUNT"]) == (30, 2)


def test_a_draft_enters_nothing(run, land, tmp_path):
    place = str(tmp_path / "ledger.gpkg")
    open_books(tmp_path / "ledger.gpkg").store.close()
    wrong = [*ACTS, (square(9, 9), {**ACTS[2][1], "ZGMJ": 10.0, "ZGTBBH": "B2"})]
    land["MEASURES"] = layer(tmp_path / "wrong.gpkg", "acts", wrong)
    results = run(balanced=False, **land, LEDGER=place, KEEP=True)
    assert results["NEW_COUNT"] == 0


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"SPOTS": None}, "no spots"),
        ({"KEEP": True}, "ledger"),
        ({"PRINTED": "合计"}, "合计"),
        ({"MEASURES_BOOK": "acts.xlsx"}, "not both"),
        ({"FIELD_MAP": "TBBH=没有"}, "没有"),
    ],
)
def test_what_makes_no_sense_is_refused(run, land, out, change, said):
    from qgis.core import QgsProcessingException

    with pytest.raises(QgsProcessingException) as raised:
        run(**{**land, **change}, OUTPUT=str(out / "spots.gpkg"), WORKBOOK=str(out / "t10.xlsx"))
    assert is_one_sentence(str(raised.value)) and said in str(raised.value)
    assert not files_in(out)
