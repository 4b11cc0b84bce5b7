"""landledger:farmlandreport as QGIS runs it, and through the real executable in Chinese (the ledger is made up)."""

from __future__ import annotations

import gc
import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook

from ..core.balance.made_yearly import farmland_ledger, with_linkage, with_spots
from .occupation_runs import files_in, is_one_sentence, qgis_process, results_of

REPORT = "landledger:farmlandreport"


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    path = tmp_path_factory.mktemp("ledger") / "台账.gpkg"
    made = farmland_ledger(path)
    with_linkage(made)
    with_spots(made)
    made.store.close()
    return path


@pytest.fixture
def run(provider, ledger, out, said_feedback):
    """run(NAME=value …) -> results; the feedback in `run.feedback`."""

    def run_algorithm(**values):
        import processing

        run_algorithm.feedback = said_feedback()
        given = {"LEDGER": str(ledger), "YEAR": 2023, "WORKBOOK": str(out / "book.xlsx"), **values}
        results = processing.run(REPORT, given, feedback=run_algorithm.feedback)
        assert not run_algorithm.feedback.debug
        return results

    yield run_algorithm
    gc.collect()


@pytest.fixture
def refused(run, out):
    """refused(NAME=value …) -> the one sentence said; nothing is left."""
    from qgis.core import QgsProcessingException

    def refuse(**values) -> str:
        with pytest.raises(QgsProcessingException) as raised:
            run(**values)
        assert is_one_sentence(str(raised.value)) and not files_in(out)
        return str(raised.value)

    return refuse


def numbers(results, *names):
    return tuple(results[name] for name in names)


def test_numbers_by_hand(run, out) -> None:
    results = run(UNTIL="2023-12-31")
    assert numbers(results, "LOT_COUNT", "STOCK_MU", "USED_MU", "FROZEN_MU", "EXPIRED_MU") == (5, 142, 49, 8, 34)
    assert numbers(results, "STOCK_PADDY_MU", "FROZEN_PADDY_MU", "STOCK_CAPACITY_KG") == (19, 6, 128_999)
    assert numbers(results, "YEAR_USED_MU", "YEAR_PROJECT_COUNT", "STOCK_YEARS", "EXPIRING_COUNT") == (-3, 1, None, 2)
    assert numbers(results, "PROJECT_COUNT", "SETTLED_COUNT", "PROMISED_COUNT", "UNSETTLED_COUNT") == (5, 2, 1, 2)
    assert numbers(results, "LINKAGE_COUNT", "SURPLUS_AVAILABLE_MU", "SPOT_COUNT", "DUE_MU", "RECTIFIED_MU") == (2, 15, 3, 550, 400)
    assert results["UNBALANCED_COUNT"] == 0 and not run.feedback.errors
    names = load_workbook(out / "book.xlsx").sheetnames
    assert names[0] == "目录" and {"储备分县结余", "挂钩核销台账", "节余指标账", "耕地流出整改汇总", "图表"} <= set(names)


def test_a_past_day_and_one_holder(run) -> None:
    assert numbers(run(YEAR=None, UNTIL="2022-12-31"), "STOCK_MU", "YEAR_USED_MU", "STOCK_YEARS") == (148, 40, 3.7)
    assert numbers(run(HOLDERS="西县"), "LOT_COUNT", "STOCK_MU", "SPOT_COUNT") == (2, 58, 2)


def test_tables_as_chosen(run, out) -> None:
    run(TABLES="T10S，t05", UNIT="ha")
    names = load_workbook(out / "book.xlsx").sheetnames
    assert "耕地流出整改汇总" in names and "储备分年使用结余" in names
    assert "耕地流出整改台账" not in names and "挂钩核销台账" not in names


def test_without_a_workbook_numbers_alone(run, out) -> None:
    assert run(WORKBOOK="")["LOT_COUNT"] == 5 and not files_in(out)


def test_cancelled_leaves_nothing(provider, ledger, out, said_feedback) -> None:
    from qgis.core import QgsProcessingException

    import processing

    for at in (0, 55):
        feedback = said_feedback(lambda own, percent, at=at: own.cancel() if percent >= at else None)
        values = {"LEDGER": str(ledger), "WORKBOOK": str(out / "book.xlsx")}
        with pytest.raises(QgsProcessingException):
            processing.run(REPORT, values, feedback=feedback)
        assert not files_in(out)


def test_what_can_not_be_is_said_in_one_sentence(refused, out, tmp_path) -> None:
    for values, word in (
        ({"HOLDERS": "无此县"}, "无此县"),
        ({"TABLES": "T99"}, "T99"),
        ({"UNTIL": "2022-05-01"}, "2022-05-01"),
        ({"LEDGER": str(tmp_path / "none.gpkg")}, "none.gpkg"),
        ({"WORKBOOK": str(out / "book.xls")}, "xlsx"),
    ):
        assert word in refused(**values)


def test_headless_in_chinese(ledger, tmp_path, out) -> None:
    """The executable, with the workbook as people of the bureau read it."""
    copy = shutil.copy(ledger, tmp_path / "副本.gpkg")
    done = qgis_process(
        REPORT, {"LANDLEDGER_LOCALE": "zh_CN"}, LEDGER=str(copy), YEAR="2023", TITLE="编造市", WORKBOOK=str(out / "book.xlsx")
    )
    results = results_of(done)
    assert numbers(results, "STOCK_MU", "UNBALANCED_COUNT") == (142, 0)
    book = load_workbook(out / "book.xlsx")
    checks = [cell for row in book["勾稽检查"].iter_rows(values_only=True) for cell in row]
    assert "T05剩余可用＝台账余额" in checks and "不平" not in checks
    inputs = "\n".join(str(cell) for row in book["输入与口径"].iter_rows(values_only=True) for cell in row if cell)
    assert "储备账簿未办理年度结账前" in inputs and "默认值，请按本地文件核实" in inputs
    assert book["储备分县结余"]["A1"].value == "编造市补充耕地指标分县结余表"


# ------------------------------------------------------------------------------------------------------------ layers


SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample"
TOWN, FARMLAND = f"{SAMPLE / 'sample_township_madeup.gpkg'}|layername=", f"{SAMPLE / 'farmland' / 'farmland_madeup.gpkg'}|layername="
LINES = {
    "FOOTPRINTS": f"{TOWN}XMHX", "FOOTPRINT_ID": "DKBH", "FOOTPRINT_NAME": "XMMC", "SURVEY": f"{TOWN}DLTB",
    "QUALITY": f"{TOWN}GDZLDB", "APPROVED": f"{TOWN}YPJSYD", "FORMER_SURVEY": f"{TOWN}DLTB_2019", "PRESET": 1,
    "EFFECTIVE_DATE": "2026-03-01",
}  # fmt: skip
BLOCKS = {"SUPPLEMENT": f"{FARMLAND}BHDK", "SUPPLEMENT_ID": "DKBH", "PRIME_FARMLAND": f"{TOWN}YJJBNTBHTB"}


@pytest.fixture
def frozen(provider, tmp_path):
    """The sample's reserve with its projects linked and frozen."""
    import processing

    from ..dialogs.farmland_sample import reserve_ledger

    path = reserve_ledger(tmp_path / "ledger.gpkg")
    posted = {"LEDGER": path, "POST": 1, "BOOK_DATE": "2026-03-02"}
    assert processing.run("landledger:requisitionbalance", {**LINES, **posted})["VOUCHER_COUNT"] == 11
    return path


def test_layers_join_the_workbook_and_foot_with_the_ledger(provider, run, frozen, out) -> None:
    """T07, T27 and T08 beside T05 and T06: cultivated land of T07 is what T27 occupies, T27 what the ledger froze."""
    results = run(LEDGER=frozen, YEAR=2026, **LINES, **BLOCKS)
    assert numbers(results, "UNBALANCED_COUNT", "OCCUPIED_MU", "FROZEN_MU", "SETTLED_COUNT") == (0, 1640.202, 1640.202, 12)
    book = load_workbook(out / "book.xlsx")
    assert {"占用土地分类面积表", "永久基本农田占用补划一览表", "挂钩核销台账"} <= set(book.sheetnames)
    form = next(book[name] for name in book.sheetnames if name.startswith("分析表"))
    first = {row[0]: row for row in form.iter_rows(values_only=True, max_row=20) if row[0]}
    taken, supplied = (next(row for word, row in first.items() if word.startswith(start)) for start in ("占用耕地", "补充耕地"))
    hectares = [next(float(cell) for cell in row[1:] if isinstance(cell, (int, float))) for row in (taken, supplied)]
    assert hectares == [109.3468, 109.3468]  # 1640.202 mu, all projects together
    checks = [[str(cell) for cell in row] for row in book["勾稽检查"].iter_rows(values_only=True)]
    said = "\n".join("\t".join(row) for row in checks)
    for name in ("T27 supplied (B) = T06B", "T27 occupied (Z) = T06B", "T07 cultivated and adjustable land"):
        assert name in said, said
    assert "草稿" not in str(book["占用土地分类面积表"]["A1"].value)


def test_a_form_that_is_not_what_was_registered_makes_a_draft(provider, run, frozen, out) -> None:
    results = run(LEDGER=frozen, YEAR=2026, TABLES="T27", CAPACITY_PRESET="lower", **LINES)
    assert results["UNBALANCED_COUNT"] == 11  # the capacity of every project that takes farmland
    assert any("T06B" in text for text in run.feedback.errors)
    assert not {"占用土地分类面积表", "挂钩核销台账"} & set(load_workbook(out / "book.xlsx").sheetnames)


def test_tables_that_need_layers_say_which(provider, refused, run, frozen) -> None:
    assert "T07" in refused(TABLES="T07") and "T08" in refused(TABLES="T05,T08", **LINES)
    assert "“Permanent basic farmland layer”" in refused(**LINES, SUPPLEMENT=f"{FARMLAND}BHDK")
    assert "“Land survey (DLTB)”" in refused(FOOTPRINTS=f"{TOWN}XMHX", FOOTPRINT_ID="DKBH")
    alone = run(LEDGER=frozen, TABLES="T08", WORKBOOK="", **LINES, **BLOCKS)
    assert numbers(alone, "LOT_COUNT", "SHORT_PROJECT_COUNT", "UNBALANCED_COUNT") == (0, 1, 0)
