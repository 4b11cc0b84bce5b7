"""landledger:farmlandreport as QGIS runs it, and through the real executable in Chinese (the ledger is made up)."""

from __future__ import annotations

import gc
import shutil

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
    assert "不单独办理季度、年度结账" in inputs and "默认值，请按本地文件核实" in inputs
    assert book["储备分县结余"]["A1"].value == "编造市补充耕地指标分县结余表"
