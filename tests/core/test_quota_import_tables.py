"""The plugin's own tables of registers come back through the import as bureaus send them: by their headings alone."""

from __future__ import annotations

import datetime

import pytest

from ...core.errors import InputError
from ...core.importing.opening import Order, guess_sheets, open_order
from ...core.quota.importing.choices import Choices
from ...core.quota.importing.job import check_import, post_import
from ...core.quota.ledger import QuotaLedger
from ...core.quota.register_tables import TableNames, approval_table, supply_table, unsupplied_table
from ...core.quota.subjects import Holder, books_of, seed_registers, shipped_sources
from ...core.rules import load_rules
from ...core.store.geopackage import create
from ...core.workbook import write_workbook

HOLDERS = [Holder("379900", "示例市", "市本级", "city"), Holder("379901", "东示区"), Holder("379921", "西示县")]
NAMES = TableNames({holder.code: holder.name for holder in HOLDERS}, {"JC": "切块"}, "编造市")
HECTARE = 15_000_000
APPROVAL = {
    "doc_no": "示政土字〔2023〕11号", "name": "2023年第1批次", "type": "town_batch", "holder": "379901", "area": 12 * HECTARE,
    "new_area": 10 * HECTARE, "agricultural": 9 * HECTARE, "cultivated": 6 * HECTARE, "paddy": HECTARE, "adjustable": HECTARE // 2,
    "construction": 2 * HECTARE, "unused": HECTARE, "expropriated": 11 * HECTARE, "collective_agricultural": 8 * HECTARE,
    "collective_cultivated": 5 * HECTARE, "collective_construction": HECTARE, "collective_unused": HECTARE,
    "state_agricultural": HECTARE, "state_cultivated": HECTARE, "state_construction": HECTARE, "balance_no": "ZB-1",
    "prime_taken": HECTARE // 10, "prime_added": HECTARE // 5, "assembled": "2023-01-05", "city_review": "2023-02-01",
    "submitted": "2023-03-01", "approved": "2023-05-01", "supervision_no": "3799012023000000001", "returned_count": 2,
}  # fmt: skip
SUPPLY = {
    "contract_no": "示示-01-2023-0001", "supervision_no": "3799012023B00000001", "holder": "379921", "signed": "2023-06-01",
    "recipient": "编造公司", "location": "西示县一路", "use": "工业用地", "mode": "CR", "area": 19_704 * 1500, "stock": "new",
    "plot_no": "2023-1-3", "approval": "示政土字〔2023〕11号", "price": "1234.5", "start_due": "2024-06-01",
    "finish_due": "2026-06-01", "started": "2024-05-01",
}  # fmt: skip
UNSUPPLIED = {
    "plot_no": "2023-1-3", "holder": "379921", "batch": "2023年第1批次", "type": "town_batch", "doc_no": "示政土字〔2023〕11号",
    "approved": "2023-05-01", "year": 2023, "supervision_no": "3799012023000000001", "area": 5 * HECTARE, "supplied": HECTARE,
    "unsuppliable": HECTARE // 2, "base": 7 * HECTARE // 2, "acquired": "yes", "reason": "规划调整", "difficulty": "medium",
    "measure": "招商", "due": "2024-12-31", "by_supply": HECTARE, "by_withdrawal": HECTARE // 4, "by_adjustment": HECTARE // 5,
    "by_reduction": HECTARE // 10,
}  # fmt: skip


@pytest.fixture
def ledger(tmp_path):
    store = create(tmp_path / "ledger.gpkg", "示例", books_of(HOLDERS))
    seed_registers(store, HOLDERS, shipped_sources())
    yield QuotaLedger(store, load_rules(), lambda: datetime.date(2024, 1, 1))
    store.close()


@pytest.mark.parametrize("register", ["approval", "supply", "unsupplied"])
@pytest.mark.parametrize("unit", ["ha", "mu"])
def test_a_table_of_a_register_comes_back_equal(ledger, tmp_path, register, unit):
    from dataclasses import replace

    day = datetime.date(2024, 1, 1)
    values = {"approval": APPROVAL, "supply": SUPPLY, "unsupplied": UNSUPPLIED}[register]
    table = {
        "approval": lambda: approval_table([values], {}, NAMES, day),
        "supply": lambda: supply_table([values], NAMES),
        "unsupplied": lambda: unsupplied_table([values], NAMES),
    }[register]()
    write_workbook(tmp_path / "t.xlsx", [replace(table, unit=unit)])
    (guess,) = guess_sheets(tmp_path / "t.xlsx")
    assert guess.table == register
    grid, assignment = open_order(Order(str(tmp_path / "t.xlsx"), table=register))
    found = check_import(ledger, grid, assignment, Choices(operator="测试员"))
    assert [str(problem.sentence) for problem in found.problems] == []
    post_import(ledger, found, "测试员")
    (record,) = ledger.store.records(register)
    assert dict(record.values) == values and record.operator == "测试员"
    assert check_import(ledger, grid, assignment, Choices()).new == []


def test_the_ledgers_own_journal_is_refused(ledger, tmp_path):
    """A line for each account would book everything twice."""
    import openpyxl

    book = openpyxl.Workbook()
    rows = (
        ("面积单位：亩",),
        ("记账日期", "指标年度", "持有方（市/县）", "指标来源", "科目（状态）", "业务类型", "收入", "支出"),
        (datetime.date(2023, 1, 1), 2023, "东示区", "切块", "可用", "下达", 10, None),
    )
    for row in rows:
        book.active.append(row)
    book.save(tmp_path / "t.xlsx")
    grid, assignment = open_order(Order(str(tmp_path / "t.xlsx")))
    with pytest.raises(InputError, match="copy the ledger"):
        check_import(ledger, grid, assignment, Choices())


def test_name_and_code_of_a_project_in_one_cell(ledger, tmp_path):
    import openpyxl

    book = openpyxl.Workbook()
    for row in (
        ("面积单位：亩",),
        ("县", "项目名称/代码", "项目级别", "用地需求", "土地服务专员"),
        ("东示区", "东示区一中（XM-E1）", "市级", 120.75, "赵某"),
        ("西示县", "西示县医院", "县级", 50, None),
    ):
        book.active.append(row)
    book.save(tmp_path / "t.xlsx")
    for _ in range(2):
        grid, assignment = open_order(Order(str(tmp_path / "t.xlsx"), table="project"))
        found = check_import(ledger, grid, assignment, Choices())
        assert [str(problem.sentence) for problem in found.problems] == []
        post_import(ledger, found, "测试员")
    projects = ledger.projects()
    assert [(project.code, project.name) for project in projects.values()] == [
        ("XM-E1", "东示区一中"), ("379921-XM0001", "西示县医院")
    ]  # fmt: skip
    assert {record.version for record in ledger.store.records("project")} == {1}
