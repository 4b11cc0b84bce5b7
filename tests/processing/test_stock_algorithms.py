"""unsuppliedland, idleland and incrementstock as QGIS runs them (layers and ledgers are made up)."""

from __future__ import annotations

import gc
from decimal import Decimal

import pytest
import shapely
from openpyxl import load_workbook
from osgeo import ogr

from ...core.area import Area
from ..core.quota_ledgers import EAST, WEST, open_books
from .occupation_runs import exact, files_in, is_one_sentence, qgis_process, results_of, rows_of, square, write_layer

A, B = "鲁政土字〔2020〕1号", "鲁政土字〔2021〕2号"
APPROVED = [
    (square(0, 0, 2), {"PZWH": A, "PCMC": "一批次", "PZRQ": "2020-05-01", "DKBH": "DK1", "XZQMC": "编造东区"}),
    (square(2, 0), {"PZWH": A, "PCMC": "一批次", "PZRQ": "2020-05-01", "DKBH": "DK2", "XZQMC": "编造东区"}),
    (square(0, 2, 3), {"PZWH": B, "PCMC": "二批次", "PZRQ": "2021年6月1日", "DKBH": "DK1", "XZQMC": "编造西县"}),
]
SUPPLIED = [
    (square(0, 0, 1), {"HTBH": "C1", "QDRQ": "2021-01-01"}),
    (square(0.5, 0, 1), {"HTBH": "C2", "QDRQ": "2023-01-01"}),
    (square(2, 2, 2), {"HTBH": "C3", "QDRQ": "2023-05-01"}),
]


def layer(path, name: str, members, kinds=None) -> str:
    kinds = kinds or dict.fromkeys({key for _, row in members for key in row}, "C")
    return write_layer(path, name, [shape for shape, _ in members], [row for _, row in members], kinds)


@pytest.fixture
def run(provider, out, said_feedback):
    """run(algorithm, NAME=value …) -> results, with the feedback in `run.feedback`."""

    def run_algorithm(algorithm, balanced=True, **values):
        import processing

        run_algorithm.feedback = said_feedback()
        results = processing.run(f"landledger:{algorithm}", values, feedback=run_algorithm.feedback)
        assert not run_algorithm.feedback.debug
        if balanced:
            assert results["UNBALANCED_COUNT"] == 0 and not run_algorithm.feedback.errors
        return results

    yield run_algorithm
    gc.collect()


@pytest.fixture
def refused(run, out):
    """refused(algorithm, NAME=value …) -> the one sentence said; nothing is left."""
    from qgis.core import QgsProcessingException

    def refuse(algorithm, **values) -> str:
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
def land(tmp_path):
    """A file with approved and supplied land: two batches, one parcel supplied twice, one reaching out."""
    path = tmp_path / "land.gpkg"
    return {"APPROVED": layer(path, "approved", APPROVED), "SUPPLIED": layer(path, "supplied", SUPPLIED)}


def sheet(path, title: str) -> list[tuple]:
    book = load_workbook(path, read_only=True)
    try:
        return [tuple(row) for row in book[title].iter_rows(values_only=True)]
    finally:
        book.close()


def text(path, title: str) -> str:
    return "\n".join(" ".join(str(cell) for cell in row if cell is not None) for row in sheet(path, title))


# ------------------------------------------------------------------------------------------------------- unsuppliedland


def test_plane_areas_against_shapely(run, land, out):
    results = run("unsuppliedland", **land, AREA_METHOD="plane", UNIT="0.01", YEAR=2023,
                  OUTPUT=str(out / "left.gpkg"), WORKBOOK=str(out / "t03.xlsx"))
    supplied = shapely.union_all([shape for shape, _ in SUPPLIED])
    for document in (A, B):
        approved = shapely.union_all([shape for shape, row in APPROVED if row["PZWH"] == document])
        left = sum((exact(row["AREA_M2"]) for row in rows_of(results["OUTPUT"]) if row["DOC_NO"] == document), Decimal(0))
        assert left == Decimal(str(shapely.difference(approved, supplied).area)).quantize(Decimal("0.01"))
    assert (results["APPROVED_AREA_M2"], results["SUPPLIED_AREA_M2"], results["UNSUPPLIED_AREA_M2"]) == (60000, 25000, 35000)
    assert (results["BATCH_COUNT"], results["PLOT_COUNT"], results["OUTSIDE_COUNT"]) == (2, 3, 1)
    assert (results["OUTSIDE_AREA_M2"], results["OVERLAP_COUNT"]) == (10000, 1)
    rows = sheet(results["WORKBOOK"], "批而未供台账")
    header = rows[2]
    first = dict(zip(header, rows[4]))
    # DK1 of the first batch: 2 ha approved, 1.5 supplied, of which the half beyond C1 in 2023.
    assert (first["批准面积"], first["已供面积"], first["未供面积（年初基数）"]) == (2, 1.5, 1)
    assert rows[4][header.index("本年处置面积")] == 0.5
    assert "C3" in text(results["WORKBOOK"], "批准范围外供地")
    assert any("C3" in warning for warning in run.feedback.warnings)


def test_ellipsoidal_areas_by_the_executable_in_chinese(land, out):
    done = qgis_process("landledger:unsuppliedland", {"LANDLEDGER_LOCALE": "zh_CN"}, **land,
                        OUTPUT=str(out / "left.gpkg"), WORKBOOK=str(out / "t03.xlsx"), TITLE="编造县")
    results = results_of(done)
    total = sum((exact(row["AREA_M2"]) for row in rows_of(results["OUTPUT"])), Decimal(0))
    assert total == exact(results["UNSUPPLIED_AREA_M2"]) == exact(results["APPROVED_AREA_M2"]) - exact(results["SUPPLIED_AREA_M2"])
    assert 59_900 < results["APPROVED_AREA_M2"] < 60_000 and results["UNBALANCED_COUNT"] == 0
    assert "编造县批而未供土地处置台账" in text(results["WORKBOOK"], "批而未供台账")
    assert "椭球" in text(results["WORKBOOK"], "输入与口径")


def test_words_are_kept_from_the_former_result_and_the_ledger(run, land, out, tmp_path):
    first = run("unsuppliedland", **land, OUTPUT=str(out / "first.gpkg"))
    data = ogr.Open(first["OUTPUT"], 1)
    features = list(data.GetLayer(0))
    for feature in features:
        feature["DIFF"] = "难" if feature["PLOT"] == "DK2" else "很难"
        feature["MEASURE"] = f"措施{feature['PART']}"
        assert data.GetLayer(0).SetFeature(feature) == 0
    del features, feature, data
    ledger = open_books(tmp_path / "ledger.gpkg")
    plot = {"plot_no": f"{B}-DK1", "holder": WEST, "batch": "二批次", "area": 45_000_000, "difficulty": "easy",
            "measure": "招商", "unsuppliable": 1_500_000, "acquired": "no"}
    ledger.put("unsupplied", plot, "甲")
    ledger.store.close()
    second = run("unsuppliedland", **land, FORMER=first["OUTPUT"], LEDGER=str(tmp_path / "ledger.gpkg"),
                 OUTPUT=str(out / "second.gpkg"), WORKBOOK=str(out / "t03.xlsx"))
    rows = {row["PLOT"]: row for row in rows_of(second["OUTPUT"])}
    assert (rows["DK2"]["DIFF"], rows["DK2"]["MEASURE"]) == ("难", "措施DK2-1")
    assert (rows[f"{B}-DK1"]["DIFF"], rows[f"{B}-DK1"]["MEASURE"]) == ("易", "招商")
    assert rows[f"{A}-DK1"]["DIFF"] is None
    assert sum("很难" in warning for warning in run.feedback.warnings) == 1
    west = next(row for row in sheet(second["WORKBOOK"], "批而未供台账") if row[1] == "编造西县")
    assert 0.1 in west and "未征" in west and "招商" in west


def test_slivers_and_documents(run, tmp_path, out):
    path = tmp_path / "slivers.gpkg"
    approved = [(square(0, 0), {"PZWH": A, "PZMJ": 1.0001}), (square(2, 0), {"PZWH": B, "PZMJ": 1.5})]
    supplied = [(square(0, 0, 0.9999), {"HTBH": "C1"}), (square(2, 0, 0.5), {"HTBH": "C2"})]
    names = {
        "APPROVED": layer(path, "approved", approved, {"PZWH": "C", "PZMJ": "D"}),
        "SUPPLIED": layer(path, "supplied", supplied),
    }
    results = run("unsuppliedland", **names, AREA_METHOD="plane", OUTPUT=str(out / "left.gpkg"), WORKBOOK=str(out / "b.xlsx"))
    assert (results["SLIVER_COUNT"], results["SLIVER_AREA_M2"], results["UNSUPPLIED_AREA_M2"]) == (1, 1, 5001)
    assert results["PLOT_COUNT"] == 1 and f"{A}-F1" in text(results["WORKBOOK"], "碎块清单")
    assert any("1.5000" in warning and "1.0000" in warning for warning in run.feedback.warnings)
    by_document = run("unsuppliedland", **names, AREA_METHOD="plane", MASTER="document", SLIVER_M2=0.5)
    assert (by_document["APPROVED_AREA_M2"], by_document["SLIVER_COUNT"]) == (25001, 0)


def test_a_supplied_layer_without_features(run, land, tmp_path):
    empty = write_layer(tmp_path / "empty.gpkg", "supplied", [], [], {"HTBH": "C"}, kind=ogr.wkbMultiPolygon)
    results = run("unsuppliedland", APPROVED=land["APPROVED"], SUPPLIED=empty, AREA_METHOD="plane")
    assert (results["SUPPLIED_AREA_M2"], results["UNSUPPLIED_AREA_M2"]) == (0, 60000)


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"PZWH": None, "PCMC": " "}, ["approved", "feature 2", "no batch"]),
        ({"PZWH": A, "PZRQ": "2020-02-30"}, ["approved", "feature 2", "2020-02-30"]),
    ],
)
def test_a_bad_batch_is_named(refused, tmp_path, land, row, words):
    path = tmp_path / "bad.gpkg"
    bad = layer(path, "approved", [APPROVED[0], (square(5, 5), row)], dict.fromkeys(APPROVED[0][1], "C"))
    message = refused("unsuppliedland", APPROVED=bad, SUPPLIED=land["SUPPLIED"])
    assert all(word in message for word in words), message


def test_layers_of_two_systems_and_old_batches_are_refused(refused, tmp_path, land):
    other = write_layer(tmp_path / "zone.gpkg", "supplied", [square(0, 0)], [{"HTBH": "C1"}], epsg=4528)
    assert "4528" in refused("unsuppliedland", APPROVED=land["APPROVED"], SUPPLIED=other)
    old = layer(tmp_path / "old.gpkg", "approved", [(square(0, 0), {"PZWH": A, "PZRQ": "2008-01-01"})])
    assert "2009" in refused("unsuppliedland", APPROVED=old, SUPPLIED=land["SUPPLIED"])
    assert "nowhere" in refused("unsuppliedland", **land, FIELD_MAP="PZWH=nowhere")


# -------------------------------------------------------------------------------------------------------------- idleland

PARCELS = [
    {"HTBH": "C1", "GDMJ": 1.2, "YDDGRQ": "2020-09-01", "CJJK": 1000.0},
    {"HTBH": "C2", "GDMJ": 1.2, "YDDGRQ": "2020-09-01", "SJDGRQ": "2020-10-01", "TGRQ": "2021-01-01", "KFMJ": 0.3},
    {"HTBH": "C3", "GDMJ": 29.556, "YDDGRQ": "2022-06-01"},
    {"HTBH": "C4", "GDMJ": 0.5},
]
KINDS = {"HTBH": "C", "YDDGRQ": "C", "SJDGRQ": "C", "TGRQ": "C", "GDMJ": "D", "CJJK": "D", "KFMJ": "D"}


def test_idle_parcels_of_a_layer(run, tmp_path, out):
    members = [(square(2 * place, 0), row) for place, row in enumerate(PARCELS)]
    source = layer(tmp_path / "supply.gpkg", "supply", members, KINDS)
    results = run("idleland", SUPPLY=source, AS_OF="2022-12-31", OUTPUT=str(out / "idle.gpkg"), WORKBOOK=str(out / "idle.xlsx"))
    rows = {row["NUMBER"]: row for row in rows_of(results["OUTPUT"])}
    assert {number: row["STATE"] for number, row in rows.items()} == {
        "C1": "not_started", "C2": "stopped", "C3": "overdue", "C4": "unknown",
    }
    assert (rows["C1"]["SINCE"], rows["C1"]["FEE"], rows["C1"]["BACK"]) == ("2021-09-01", 200, 1)
    assert rows["C2"]["SINCE"] == "2022-01-01" and "25.00" in rows["C2"]["WHY"]
    assert (results["IDLE_COUNT"], results["IDLE_AREA_M2"], results["RECOVERABLE_COUNT"]) == (2, 24000, 1)
    assert results["IDLE_RATE"] == float(Decimal("2.4") / Decimal("32.456") * 100 // Decimal("0.01") * Decimal("0.01"))
    earlier = run("idleland", SUPPLY=source, AS_OF="2021-08-31")
    assert (earlier["IDLE_COUNT"], earlier["OVERDUE_COUNT"]) == (0, 1)


def test_idle_parcels_of_a_table_and_of_a_ledger(run, tmp_path, out):
    table = tmp_path / "supply.csv"
    table.write_text("合同编号,供地面积,约定动工日期\nC1,12.5,2020/9/1\n", encoding="utf-8")
    (tmp_path / "supply.csvt").write_text('"String","Real","String"')
    results = run("idleland", SUPPLY=str(table), AREA_UNIT="mu", AS_OF="2022-12-31", OUTPUT=str(out / "idle.gpkg"))
    assert (results["IDLE_COUNT"], results["IDLE_AREA_M2"]) == (1, pytest.approx(8333.33))
    ledger = open_books(tmp_path / "ledger.gpkg")
    supply = {"contract_no": "C1", "holder": EAST, "mode": "CR", "area": Area.from_hectares("1.2"), "start_due": "2020-01-01"}
    ledger.put("supply", supply, "甲")
    ledger.put("supply", {**supply, "contract_no": "C2", "finished": "2021-01-01", "started": "2020-02-01"}, "甲")
    ledger.store.close()
    results = run("idleland", LEDGER=str(tmp_path / "ledger.gpkg"), AS_OF="2022-12-31", WORKBOOK=str(out / "idle.xlsx"))
    assert (results["PARCEL_COUNT"], results["IDLE_COUNT"], results["IDLE_AREA_M2"]) == (2, 1, 12000)
    assert "编造东区" in text(results["WORKBOOK"], "闲置土地认定")


def test_bad_parcels_are_named(refused, tmp_path):
    def source(name, **row):
        return layer(tmp_path / f"{name}.gpkg", "supply", [(square(0, 0), {**PARCELS[0], **row})], KINDS)

    assert "AS_OF" in refused("idleland", SUPPLY=source("ok"), AS_OF="soon")
    message = refused("idleland", SUPPLY=source("day", YDDGRQ="2020-02-30"))
    assert "supply" in message and "feature 1" in message and "2020-02-30" in message
    assert "GDMJ" in refused("idleland", SUPPLY=source("area", GDMJ=None))
    assert "one of the two" in refused("idleland")
    assert "ledger" in refused("idleland", LEDGER=str(tmp_path / "ok.gpkg")).lower()


# --------------------------------------------------------------------------------------------------------- incrementstock


def tasks(path, *rows: str) -> str:
    header = ("县（市、区）", "年初批而未供面积", "批而未供处置任务", "处置批而未供面积", "年初闲置土地面积", "闲置处置任务",
              "处置闲置土地面积", "省核定核补指标", "核定文号")
    path.write_text("\n".join([",".join(header), *rows]) + "\n", encoding="utf-8")
    path.with_suffix(".csvt").write_text(",".join(['"String"', *['"Real"'] * 7, '"String"']))
    return str(path)


def test_a_table_of_tasks(run, tmp_path, out):
    source = tasks(
        tmp_path / "tasks.csv", "东区,20000,12000,12624,1000,500,0,6312,编造1号", "西县,100,50,40,10,5,5,,", "合计,20100,,,,,,,"
    )
    results = run("incrementstock", INPUT=source, YEAR=2023, WORKBOOK=str(out / "t04.xlsx"), TITLE="编造市")
    # East: half of 12 624, less 20 % for the idle task; west: half of 45, less 20 %.
    assert (results["QUOTA_MU"], results["ESTIMATE_MU"], results["CONFIRMED_MU"]) == (6312 + 23, 5050 + 18, 6312)
    assert (results["HOLDER_COUNT"], results["FAILED_COUNT"], results["MET_COUNT"]) == (2, 2, 0)
    rows = sheet(results["WORKBOOK"], "增存挂钩测算")
    assert rows[0][0] == "编造市增存挂钩指标测算表"
    east = next(row for row in rows if row[0] == "东区")
    assert east[-1] == 5050 - 6312 and "编造1号" in east
    assert "default, confirm locally" in text(results["WORKBOOK"], "输入与口径")


def test_the_registers_of_a_ledger(run, tmp_path, out):
    ledger = open_books(tmp_path / "ledger.gpkg")
    plot = {"plot_no": "P1", "holder": EAST, "batch": "一批次", "area": 150_000_000, "base": 90_000_000, "by_supply": 30_000_000}
    ledger.put("unsupplied", plot, "甲")
    ledger.put("task", {"holder": EAST, "year": 2023, "unsupplied_task": 20_000_000, "idle_base": 0}, "甲")
    ledger.store.close()
    results = run("incrementstock", LEDGER=str(tmp_path / "ledger.gpkg"), YEAR=2023, WORKBOOK=str(out / "t04.xlsx"))
    # 30 亩 of a task of 20: half of it, and a tenth more, since there was no idle land.
    assert (results["QUOTA_MU"], results["ESTIMATE_MU"], results["MET_COUNT"]) == (15, 17, 1)
    east = next(row for row in sheet(results["WORKBOOK"], "批而未供任务完成情况") if row[0] == "编造东区")
    assert east[1:7] == (90, 20, 30, 0, 30, 150)


def test_what_is_refused(refused, tmp_path, out):
    good = tasks(tmp_path / "good.csv", "东区,1,1,1,1,1,1,1,x")
    assert "one of the two" in refused("incrementstock", YEAR=2023)
    twice = tasks(tmp_path / "twice.csv", "东区,1,1,1,1,1,1,1,x", "东区,1,1,1,1,1,1,1,x")
    assert "two rows" in refused("incrementstock", INPUT=twice, YEAR=2023)
    negative = tasks(tmp_path / "negative.csv", "东区,1,1,-1,1,1,1,1,x")
    message = refused("incrementstock", INPUT=negative, YEAR=2023)
    assert "unsupplied_done" in message and "-1" in message
    assert "nowhere" in refused("incrementstock", INPUT=good, YEAR=2023, FIELD_MAP="idle_done=nowhere")
    assert "no_such" in refused("incrementstock", INPUT=good, YEAR=2023, FIELD_MAP="no_such=x")
    plain = tmp_path / "plain.csv"
    plain.write_text("a,b\n1,2\n")
    assert "holder" in refused("incrementstock", INPUT=str(plain), YEAR=2023)
