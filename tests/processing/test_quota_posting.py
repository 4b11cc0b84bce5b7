"""landledger:postvoucher, closequarter and advanceclearing as QGIS runs them, on the sample ledger."""

from __future__ import annotations

import gc
import shutil
import sqlite3
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from .occupation_runs import SAMPLE, files_in, is_one_sentence, qgis_process, results_of

LEDGER = SAMPLE.parent / "sample_quota_ledger_2023.gpkg"
GAOTANG, CITY = "371526", "371500"


@pytest.fixture
def ledger(tmp_path):
    """A copy of the sample ledger."""
    path = tmp_path / "台账 副本.gpkg"
    shutil.copyfile(LEDGER, path)
    return path


@pytest.fixture
def run(provider, ledger, said_feedback):
    """run(name, NAME=value …) -> results, with the feedback in `run.feedback`."""

    def run_algorithm(name, **values):
        import processing

        run_algorithm.feedback = said_feedback()
        parameters = {"LEDGER": str(ledger), **values}
        return processing.run(f"landledger:{name}", parameters, feedback=run_algorithm.feedback)

    yield run_algorithm
    gc.collect()


@pytest.fixture
def post(run):
    """Post with the dates of the sample's open quarter."""
    return lambda event, **values: run("postvoucher", EVENT=event, BOOK_DATE="2023-12-20", DOC_NO="示例9号", **values)


def rows(path, sql, *places):
    connection = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
    try:
        return connection.execute(sql, places).fetchall()
    finally:
        connection.close()


def available(path, book, source="ZC"):
    """The available balance in micro-mu, by SQL."""
    sql = (
        "SELECT COALESCE(SUM(p.amount), 0) FROM posting p JOIN account a ON a.id = p.account_id WHERE a.book = ? "
        "AND a.source = ? AND a.state = 'AVL' AND a.year = 2023 AND p.dimension = 'NEW'"
    )
    return rows(path, sql, book, source)[0][0]


def refused(run_it, *words):
    from qgis.core import QgsProcessingException

    with pytest.raises(QgsProcessingException) as error:
        run_it()
    assert is_one_sentence(str(error.value))
    for word in words:
        assert word in str(error.value)


def test_a_transfer_by_names_in_both_books(post, ledger):
    before = available(ledger, CITY), available(ledger, GAOTANG)
    area = {"AREA": "１０．５", "AGRICULTURAL": "8.4", "CULTIVATED": "5.25亩"}
    results = post("transfer_out", HOLDER="聊城市本级", SOURCE="增存挂钩核补", TO_HOLDER="高唐县", **area)
    assert results["VOUCHER_COUNT"] == 2
    assert results["VOUCHER"].startswith(f"{CITY}-") and GAOTANG in results["VOUCHER"]
    after = available(ledger, CITY), available(ledger, GAOTANG)
    assert (before[0] - after[0], after[1] - before[1]) == (10_500_000, 10_500_000)
    assert Decimal(str(results["AVAILABLE_MU"])) * 10**6 == after[0]
    (head,) = rows(ledger, "SELECT hash FROM voucher WHERE book = ? ORDER BY number DESC LIMIT 1", CITY)[0]
    assert results["HEAD_HASH"] == head
    undone = post("reverse", HOLDER=CITY, REVERSES=int(results["VOUCHER"].split("、")[0][-6:]), REASON="误记")
    assert undone["VOUCHER_COUNT"] == 2
    assert (available(ledger, CITY), available(ledger, GAOTANG)) == before


def test_a_check_writes_nothing_and_tells_every_problem(post, run, ledger):
    count = rows(ledger, "SELECT COUNT(*) FROM voucher")
    results = post("advance", HOLDER="高唐县", PROJECT="GTX001", AREA="5000", CHECK_ONLY=True)
    assert (results["VOUCHER"], results["VOUCHER_COUNT"], results["PROBLEM_COUNT"]) == ("", 0, 1)
    assert "2000.0000" in results["PROBLEMS"] and run.feedback.errors
    good = post("advance", HOLDER="高唐县", PROJECT="GTX001", AREA="5", CHECK_ONLY=True)
    assert good["PROBLEM_COUNT"] == 0
    assert rows(ledger, "SELECT COUNT(*) FROM voucher") == count


@pytest.mark.parametrize(
    ("event", "values", "words"),
    [
        ("issue", {"HOLDER": "高唐县", "SOURCE": "ZC", "AREA": "1.00001"}, ["4"]),
        ("issue", {"HOLDER": "高唐县", "SOURCE": "ZC", "AREA": "1.0000001"}, ["1.0000001"]),
        ("issue", {"HOLDER": "高唐县", "SOURCE": "ZC", "AREA": "十亩"}, ["十"]),
        # A comma in the wrong place is no thousand: ten times the area would be booked.
        ("issue", {"HOLDER": "高唐县", "SOURCE": "ZC", "AREA": "１００，０"}, ["100,0"]),
        ("issue", {"HOLDER": "高唐县", "SOURCE": "ZC", "AREA": "12,5"}, ["12,5"]),
        ("issue", {"HOLDER": "高唐县", "SOURCE": "ZC", "AREA": "1", "BOOK_DATE": "2023年13月1日"}, ["2023年13月1日"]),
        ("issue", {"HOLDER": "高唐县", "SOURCE": "ZC", "AREA": "1", "BOOK_DATE": "0023-12-20"}, ["0023-12-20"]),
        ("issue", {"HOLDER": "高唐县", "SOURCE": "ZC", "AREA": "1", "DOC_DATE": "12月"}, ["12月"]),
        ("transfer_out", {"HOLDER": "高唐县", "SOURCE": "ZC", "AREA": "1"}, ["receives"]),
        ("issue", {"HOLDER": "高唐", "SOURCE": "ZC", "AREA": "1"}, ["高唐县 371526"]),
        ("issue", {"HOLDER": "高唐县", "SOURCE": "甲", "AREA": "1"}, ["甲", "增存挂钩"]),
        ("issue", {"HOLDER": "高唐县", "SOURCE": "ZC", "AREA": "1", "DOC_NO": ""}, ["document"]),
        ("issue", {"HOLDER": "高唐县", "SOURCE": "ZC", "AREA": "1", "BOOK_DATE": "2023-02-01"}, ["2023Q1", "2023Q2"]),
        ("reserve", {"HOLDER": "高唐县", "SOURCE": "ZC", "AREA": "1", "PROJECT": "无此项目"}, ["无此项目"]),
        ("transfer_out", {"HOLDER": "高唐县", "SOURCE": "ZC", "AREA": "9999", "TO_HOLDER": "冠县"}, ["9999.0000"]),
    ],
)
def test_what_is_refused_is_told_and_leaves_nothing(run, ledger, event, values, words):
    count = rows(ledger, "SELECT COUNT(*) FROM voucher")
    given = {"BOOK_DATE": "2023-12-20", "DOC_NO": "示例9号", **values}
    refused(lambda: run("postvoucher", EVENT=event, **given), *words)
    assert rows(ledger, "SELECT COUNT(*) FROM voucher") == count


@pytest.mark.parametrize("day", ["2023年12月20日", "2023/12/20", "2023.12.20", "20231220", "２０２３－１２－２０"])
def test_days_and_events_as_people_write_them(run, ledger, day):
    before = available(ledger, GAOTANG)
    values = {"HOLDER": "高唐县", "SOURCE": "ZC", "AREA": "１，０００．５亩", "DOC_NO": "=1+1", "DOC_DATE": day}
    results = run("postvoucher", EVENT="Issue", BOOK_DATE=day, **values)
    book, _, number = results["VOUCHER"].partition("-")
    posted = rows(
        ledger, "SELECT event, book_date, doc_date, doc_no FROM voucher WHERE book = ? AND number = ?", book, int(number)
    )
    assert posted == [("issue", "2023-12-20", "2023-12-20", "=1+1")]
    assert available(ledger, GAOTANG) == before + 1_000_500_000


def test_a_year_that_the_ledger_does_not_have(run, out):
    refused(lambda: run("quotareport", YEAR=1999, WORKBOOK=str(out / "a.xlsx")), "1999", "2023")
    refused(lambda: run("quotareport", UNTIL="2023年6月31日", WORKBOOK=str(out / "a.xlsx")), "2023年6月31日")
    assert not files_in(out)
    assert run("quotareport", UNTIL="2023年6月30日", TABLES="T02", WORKBOOK=str(out / "a.xlsx"))["OBTAINED_MU"] > 0


def test_quarters_close_in_their_order_and_reopen_with_a_reason(run, ledger, out):
    book = out / "备案.xlsx"
    refused(lambda: run("closequarter", QUARTER="2023Q4"), "2023Q2")
    first = run("closequarter", WORKBOOK=str(book))
    assert (first["CLOSED_QUARTER"], first["BOOK_COUNT"], first["UNBALANCED_COUNT"]) == ("2023Q2", 12, 0)
    sheets = load_workbook(book, read_only=True).sheetnames
    assert any("备案" in name for name in sheets) and any("滚动" in name for name in sheets)
    heads = dict(rows(ledger, "SELECT code, hash FROM book"))
    told = {line.split()[0]: line.split()[2] for line in first["HEADS"].splitlines()}
    assert told == heads and first["HEAD_HASH"] == heads[CITY]
    assert files_in(ledger.parent / f"{ledger.stem}_backups")
    refused(lambda: run("closequarter", QUARTER="2023年第2季度"), "2023Q2")
    refused(lambda: run("closequarter", REOPEN=True), "reason")
    again = run("closequarter", REOPEN=True, REASON="补记", HOLDERS="高唐县、冠县")
    assert (again["CLOSED_QUARTER"], again["BOOK_COUNT"]) == ("2023Q2", 2)
    logged = rows(ledger, "SELECT key FROM record WHERE register = 'quarter' AND content LIKE '%补记%' ORDER BY key")
    assert [key for (key,) in logged] == ["371500:2023Q2:371525", "371500:2023Q2:371526", "371525:2023Q2", "371526:2023Q2"]
    assert run("verifyledger")["FINDING_COUNT"] == 0
    refused(lambda: run("closequarter", QUARTER="第四季"), "第四季")
    refused(lambda: run("closequarter", HOLDERS="高唐"), "高唐县 371526")


def test_the_sheet_of_a_closed_quarter_is_written_again(run, ledger, out):
    """Nothing but the sheet: no record, no voucher; the same figures and seals as when the quarter was closed."""
    first = run("closequarter", WORKBOOK=str(out / "备案.xlsx"))
    kept = rows(ledger, "SELECT COUNT(*), MAX(hash) FROM record")
    run("postvoucher", EVENT="issue", HOLDER="高唐县", SOURCE="ZC", AREA="7", DOC_NO="示例7号", BOOK_DATE="2023-12-20")
    again = run("closequarter", QUARTER="2023Q2", WORKBOOK=str(out / "again.xlsx"))
    assert rows(ledger, "SELECT COUNT(*), MAX(hash) FROM record") == kept
    assert {key: value for key, value in again.items() if key != "WORKBOOK"} == {
        key: value for key, value in first.items() if key != "WORKBOOK"
    }
    sheets = [load_workbook(out / name, read_only=True) for name in ("备案.xlsx", "again.xlsx")]
    for name in (name for name in sheets[0].sheetnames if "备案" in name or "滚动" in name):
        one, two = ([[cell.value for cell in row] for row in book[name].iter_rows()] for book in sheets)
        assert one == two, name
    refused(lambda: run("closequarter", QUARTER="2023Q2"), "2023Q2", "closed already")


def test_a_quarter_is_not_closed_for_a_sheet_that_has_no_place(run, ledger, out, monkeypatch):
    """A full disk before: nothing is closed. One that fills up afterwards: what to do is said, and works."""
    import errno

    from ...core import beside
    from ...core.quota.tables import report

    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(beside.os, "fsync", full)
        refused(lambda: run("closequarter", WORKBOOK=str(out / "备案.xlsx")), "disk is full")
    assert not rows(ledger, "SELECT 1 FROM record WHERE register = 'quarter' AND key LIKE '%:2023Q2'") and not files_in(out)
    written = report.write_workbook

    def fills_up(*given, **more):
        with monkeypatch.context() as patched:
            patched.setattr(beside.os, "fsync", full)
            written(*given, **more)

    with monkeypatch.context() as patched:
        patched.setattr(report, "write_workbook", fills_up)
        refused(lambda: run("closequarter", WORKBOOK=str(out / "备案.xlsx")), "is closed, but", "once more", "disk is full")
    assert rows(ledger, "SELECT 1 FROM record WHERE register = 'quarter' AND key LIKE '%:2023Q2'") and not files_in(out)
    assert run("closequarter", QUARTER="2023Q2", WORKBOOK=str(out / "备案.xlsx"))["BOOK_COUNT"] == 12
    assert files_in(out)


def test_advances_against_approvals(run, ledger, out):
    values = {"WORKBOOK": str(out / "对账.xlsx"), "OUTPUT": str(out / "rows.gpkg"), "UNTIL": "2024-03-31"}
    results = run("advanceclearing", **values)
    sql = (
        "SELECT SUM(p.amount) FROM posting p JOIN account a ON a.id = p.account_id JOIN voucher v ON v.id = p.voucher_id "
        "WHERE a.state = ? AND a.source {} 'YZ' AND v.event = ? AND p.dimension = 'NEW'"
    )
    advanced = -rows(ledger, sql.format("="), "ADV", "advance")[0][0]
    cleared = rows(ledger, sql.format("="), "ADV", "clear")[0][0]
    approved = rows(ledger, sql.format("<>"), "USE", "clear")[0][0]
    for name, amount in (
        ("ADVANCED_MU", advanced),
        ("CLEARED_MU", cleared),
        ("APPROVED_MU", approved),
        ("OPEN_MU", advanced - cleared),
    ):
        assert Decimal(str(results[name])) * 10**6 == amount, name
    assert (results["PROJECT_COUNT"], results["ADVANCED_MU"]) == (292, 10016)
    more_or_less = Decimal(str(results["MORE_BACK_MU"])) - Decimal(str(results["LESS_ADDED_MU"]))
    assert more_or_less * 10**6 == cleared - approved
    assert results["OVERDUE_COUNT"] == 0
    later = run("advanceclearing", UNTIL="2024-06-30")
    # Five quarters after: those of the first quarter of 2023 that are not cleared.
    late = (
        "SELECT COUNT(*) FROM voucher v WHERE event = 'advance' AND book_date < '2023-04-01' AND NOT EXISTS "
        "(SELECT 1 FROM voucher c WHERE c.event = 'clear' AND c.project = v.project)"
    )
    assert later["OVERDUE_COUNT"] == rows(ledger, late)[0][0] > 0
    found = rows(out / "rows.gpkg", "SELECT SUM(ADVANCED), COUNT(*), SUM(OPEN) FROM rows")
    assert (round(found[0][0], 4), found[0][1]) == (10016, 292)
    sheet = load_workbook(values["WORKBOOK"]).worksheets[0]
    total = next(row for row in sheet.iter_rows(values_only=True) if "合计" in row)
    assert 10016 in [float(cell) for cell in total if isinstance(cell, (int, float))]


def test_the_real_executable_in_chinese(ledger):
    chinese = {"LANDLEDGER_LOCALE": "zh_CN"}
    given = {"LEDGER": ledger, "HOLDER": "冠县", "AREA": "1.5", "DOC_NO": "示例1号", "BOOK_DATE": "2023-12-01"}
    done = qgis_process("landledger:postvoucher", chinese, EVENT="下达", SOURCE="JY", **given)
    assert results_of(done)["VOUCHER"].startswith("371525-")
    assert "已登记下达" in done.stdout + done.stderr
    wrong = qgis_process("landledger:postvoucher", chinese, EVENT="use", PROJECT="YZX001", **given)
    assert wrong.returncode
    assert "没有填写批复文号" in wrong.stderr + wrong.stdout


def test_a_model_that_posts_and_then_reports_in_the_real_executable(ledger, out, provider):
    """The report waits for the posting it depends on, whatever the order in which the steps were put into the model."""
    from qgis.core import (
        QgsProcessingModelAlgorithm,
        QgsProcessingModelChildAlgorithm,
        QgsProcessingModelChildDependency,
        QgsProcessingModelChildParameterSource as Source,
        QgsProcessingModelOutput,
        QgsProcessingModelParameter,
        QgsProcessingParameterFile,
        QgsProcessingParameterString,
    )

    model = QgsProcessingModelAlgorithm("登记并出表", "示例", "")
    model.addModelParameter(QgsProcessingParameterFile("ledger", "台账"), QgsProcessingModelParameter("ledger"))
    model.addModelParameter(QgsProcessingParameterString("area", "面积"), QgsProcessingModelParameter("area"))
    steps = {
        "report": ("quotareport", {"TABLES": "T02"}, {}),
        "post": (
            "postvoucher",
            {"EVENT": 1, "HOLDER": "高唐县", "SOURCE": "ZC", "DOC_NO": "示例1号", "BOOK_DATE": "2023年12月1日"},
            {"AREA": "area"},
        ),
    }
    for step, (name, fixed, asked) in steps.items():
        child = QgsProcessingModelChildAlgorithm(f"landledger:{name}")
        child.setChildId(step)
        for parameter, value in fixed.items():
            child.addParameterSources(parameter, [Source.fromStaticValue(value)])
        for parameter, given in {"LEDGER": "ledger", **asked}.items():
            child.addParameterSources(parameter, [Source.fromModelParameter(given)])
        if step == "report":
            child.setDependencies([QgsProcessingModelChildDependency("post")])
            book = QgsProcessingModelOutput("book", "book")
            book.setChildId(step)
            book.setChildOutputName("WORKBOOK")
            child.setModelOutputs({"book": book})
        model.addChildAlgorithm(child)
    path = out / "post_and_report.model3"
    assert model.toFile(str(path))
    chinese = {"LANDLEDGER_LOCALE": "zh_CN"}
    values = {"ledger": ledger, "report:book": out / "表.xlsx"}
    done = qgis_process(str(path), chinese, area="１，０００", **values)
    assert done.returncode == 0, done.stdout + done.stderr
    cells = [cell for sheet in load_workbook(out / "表.xlsx") for row in sheet.iter_rows(values_only=True) for cell in row]
    assert 22565 in [float(cell) for cell in cells if isinstance(cell, (int, float))]
    (out / "表.xlsx").unlink()
    count = rows(ledger, "SELECT COUNT(*) FROM voucher")
    wrong = qgis_process(str(path), chinese, area="100,0", **values)
    assert wrong.returncode and "“100,0”不是面积数值" in wrong.stdout + wrong.stderr
    assert rows(ledger, "SELECT COUNT(*) FROM voucher") == count and not (out / "表.xlsx").exists()
