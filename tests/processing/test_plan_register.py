"""landledger:planregister as QGIS runs it: spreadsheet into the ledger, map, printed figure, coverage from the register."""

from __future__ import annotations

import gc
import secrets

import pytest
import shapely
from openpyxl import load_workbook

from ...core.rules import load_rules
from ...core.service.plans.register import PlanRegister
from ...core.service.register.ledger import ServiceLedger
from ...core.store.geopackage import create, open_ledger
from ...core.store.postgresql import open_ledger as open_server
from ...core.store.verify import verify
from ..core.service.made_register import BOOKS
from ..core.service.plan_sheets import HEAD, city, row, write
from ..core.store.postgresql_server import OWNER, reached
from .occupation_runs import files_in, is_one_sentence, qgis_process, results_of, rows_of, write_layer
from .test_ledger_connections import connected  # noqa: F401 - a fixture

WEST, SOUTH = 39_500_000, 4_000_000


@pytest.fixture
def path(tmp_path):
    create(tmp_path / "台账.gpkg", "示例", BOOKS).close()
    return tmp_path / "台账.gpkg"


@pytest.fixture
def run(provider, said_feedback, path, out):
    """run(NAME=value …) -> results, with the feedback in `run.feedback`."""

    def run_one(algorithm="planregister", **values):
        import processing

        run_one.feedback = said_feedback()
        parameters = {"LEDGER": str(path), "WORKBOOK": str(out / "book.xlsx"), "AS_OF": "2024-06-30", **values}
        results = processing.run(f"landledger:{algorithm}", parameters, feedback=run_one.feedback)
        assert not run_one.feedback.debug
        return results

    yield run_one
    gc.collect()


@pytest.fixture
def refused(run, out):
    from qgis.core import QgsProcessingException

    def refuse(**values) -> str:
        with pytest.raises(QgsProcessingException) as raised:
            run(**values)
        assert is_one_sentence(str(raised.value)), str(raised.value)
        assert not files_in(out)
        return str(raised.value)

    return refuse


def villages(file, points: bool = False, count: int = 30) -> str:
    """Villages 1 … count of both counties, as squares of a grid or their middles, with 19-digit codes."""
    shapes, rows = [], []
    for number in range(1, count + 1):
        x, y = WEST + number % 6 * 1000, SOUTH + number // 6 * 1000
        square = shapely.box(x, y, x + 1000, y + 1000)
        shapes.append(square.centroid if points else square)
        code = f"{('371502', '371521')[number % 2]}001{number:03d}0000000"
        rows.append({"ZLDWDM": code, "ZLDWMC": f"第{number}村"})
    return write_layer(file, "villages", shapes, rows)


def plans(path):
    store = open_ledger(path)
    try:
        return PlanRegister(ServiceLedger(store, load_rules())).plans()
    finally:
        store.close()


def test_117_approved_plans_are_entered_counted_and_proven(run, path, out, tmp_path) -> None:
    sheet = write(tmp_path / "list.xlsx", city())
    results = run(INPUT=str(sheet), PRINTED="已批复村庄规划=117个")
    assert (results["NEW_COUNT"], results["PLAN_COUNT"], results["APPROVED_COUNT"]) == (140, 140, 117)
    assert results["FAILING_COUNT"] == results["UNBALANCED_COUNT"] == results["PROBLEM_COUNT"] == 0
    book = load_workbook(out / "book.xlsx")
    assert {"村庄规划台账", "按县区进度", "逾期清单", "公布数字核对", "勾稽检查"} <= set(book.sheetnames)
    total = next(line for line in book["按县区进度"].iter_rows(values_only=True) if line[0] == "合计")
    assert total[1] == 140 and 117 in total
    again = run(INPUT=str(sheet), PRINTED="已批复村庄规划=118个")
    assert (again["NEW_COUNT"], again["CHANGED_COUNT"], again["KNOWN_COUNT"], again["FAILING_COUNT"]) == (0, 0, 140, 1)
    assert len(plans(path)) == 140 and any("118" in error for error in run.feedback.errors)


@pytest.fixture
def on_server(provider, connected):  # noqa: F811
    """(name of a ledger on a real server, its schema): quota books, no service book yet."""
    from ...processing.adapters.ledgers import ledger_place

    schema = f"规划_{secrets.token_hex(3)}"
    name = f"postgresql:{connected('市局', user=OWNER)}/{schema}"
    ledger_place(name).made("虚构的村庄规划台账", BOOKS).close()
    yield name, schema
    gc.collect()


def test_on_a_server_plans_are_entered_counted_changed_and_taken_out(run, refused, on_server, tmp_path) -> None:
    name, schema = on_server
    sheet = str(write(tmp_path / "list.xlsx", city()))
    results = run(LEDGER=name, INPUT=sheet, PRINTED="已批复村庄规划=117个")
    assert (results["NEW_COUNT"], results["APPROVED_COUNT"], results["FAILING_COUNT"], results["UNBALANCED_COUNT"]) == (140, 117, 0, 0)
    again = run(LEDGER=name, INPUT=sheet)
    assert (again["NEW_COUNT"], again["CHANGED_COUNT"], again["KNOWN_COUNT"]) == (0, 0, 140)
    typed = "村庄代码=371502001999;村庄名称=新村;县（市、区）=示例东区;编制状态=批复;批复日期=2024-05-01"
    assert run(LEDGER=name, PLAN=typed)["APPROVED_COUNT"] == 118
    assert run(LEDGER=name, PLAN="村庄代码=371502001999;编制状态=入库;入库日期=2024-06-01")["CHANGED_COUNT"] == 1
    store = open_server(reached(), schema)
    try:
        register = PlanRegister(ServiceLedger(store, load_rules()))
        assert verify(store).clean and len(register.plans()) == 141
        assert [plan.state for plan in register.history("371502001999")] == ["approved", "filed"]
    finally:
        store.close()
    assert run(LEDGER=name, WITHDRAW="371502001999")["PLAN_COUNT"] == 140
    wrong = str(write(tmp_path / "wrong.xlsx", [row(1, 4), row(2, 4, 批复日期="昨天")]))
    (tmp_path / "out" / "book.xlsx").unlink()
    assert "L4" in refused(LEDGER=name, INPUT=wrong)
    store = open_server(reached(), schema)
    try:
        assert verify(store).clean and len(PlanRegister(ServiceLedger(store, load_rules())).plans()) == 140
    finally:
        store.close()


def test_only_checked_nothing_is_entered_and_problems_are_a_table(run, path, out, tmp_path) -> None:
    sheet = write(tmp_path / "list.xlsx", [row(1, 4), row(2, 4, 批复日期="昨天")])
    problems = str(out / "problems.gpkg")
    results = run(INPUT=str(sheet), PREVIEW=True, PROBLEMS=problems)
    assert results["PROBLEM_COUNT"] == 1 and results["NEW_COUNT"] == results["PLAN_COUNT"] == 0
    assert [each["CELL"] for each in rows_of(f"{problems}|layername=problems") if each["SEVERITY"] == "error"] == ["L4"]
    assert not plans(path)


def test_a_wrong_cell_is_said_with_its_place_and_keeps_everything_out(refused, path, tmp_path) -> None:
    sheet = write(tmp_path / "list.xlsx", [row(1, 4), row(2, 4, 批复日期="昨天")])
    said = refused(INPUT=str(sheet))
    assert "L4" in said and "村庄规划" in said
    store = open_ledger(path)
    try:
        assert {book.kind for book in store.books()} == {"quota"}
    finally:
        store.close()


@pytest.mark.parametrize("points", [False, True])
def test_the_map_joins_villages_by_code(run, out, tmp_path, points) -> None:
    layer = villages(tmp_path / "in.gpkg", points)
    rows = [row(number, number % 6, number % 2) for number in range(1, 33)]
    sheet = str(write(tmp_path / "list.xlsx", rows))
    results = run(INPUT=sheet, VILLAGES=layer, FIELD_MAP="DYDM=ZLDWDM;DYMC=ZLDWMC", MAP=str(out / "map.gpkg"))
    assert (results["MAPPED_COUNT"], results["UNMAPPED_COUNT"], results["UNLISTED_COUNT"]) == (30, 2, 0)
    found = {each["CODE"]: each for each in rows_of(out / "map.gpkg")}
    states = ("none", "drafting", "argued", "reviewed", "approved", "filed")
    again = run(VILLAGES=layer, MAP=str(out / "again.gpkg"))
    assert (again["MAPPED_COUNT"], again["UNMAPPED_COUNT"]) == (30, 2), "the survey's own names of fields need no map"
    for number in range(1, 31):
        each = found[f"{('371502', '371521')[number % 2]}001{number:03d}"]
        assert each["STATE"] == states[number % 6] and each["NAME"] == f"第{number}村"


def test_names_without_codes_come_from_the_layer(run, path, tmp_path) -> None:
    layer = villages(tmp_path / "in.gpkg")
    head = [each for each in HEAD if each != "村庄代码"]
    rows = [[value for heading, value in zip(HEAD, row(number, 4)) if heading != "村庄代码"] for number in (4, 5)]
    results = run(INPUT=str(write(tmp_path / "list.xlsx", rows, head)), VILLAGES=layer, FIELD_MAP="DYDM=ZLDWDM;DYMC=ZLDWMC")
    assert results["NEW_COUNT"] == 2 and {plan.code for plan in plans(path)} == {"371502001004", "371521001005"}


def test_one_plan_typed_in_then_taken_out(run, path) -> None:
    results = run(PLAN="村庄代码=371502001001;村庄名称=第1村;编制状态=批复;批复日期=2024-05-01")
    assert (results["NEW_COUNT"], results["APPROVED_COUNT"]) == (1, 1)
    assert run(PLAN="村庄代码=371502001001;编制状态=入库;入库日期=2024-06-01")["CHANGED_COUNT"] == 1
    assert plans(path)[0].state == "filed"
    assert run(WITHDRAW="371502001001")["PLAN_COUNT"] == 0


def test_what_makes_no_sense_is_refused(refused, tmp_path) -> None:
    assert "胡闹" in refused(PLAN="胡闹=1")
    assert "371502001001" in refused(WITHDRAW="371502001001")
    bare = write_layer(tmp_path / "in.gpkg", "bare", [shapely.box(WEST, SOUTH, WEST + 1, SOUTH + 1)], [{"X": "1"}])
    assert "DYDM=ZLDWDM" in refused(VILLAGES=bare)
    assert "printed figure" in refused(PRINTED="已批复")


def test_coverage_takes_approved_plans_from_the_register(run, tmp_path, out) -> None:
    run(INPUT=str(write(tmp_path / "list.xlsx", [row(number, 4 if number < 5 else 1, number % 2) for number in range(1, 9)])))
    units = [{"DYDM": f"{('371502', '371521')[n % 2]}001{n:03d}", "DYMC": f"第{n}村"} for n in range(1, 9)]
    shapes = [shapely.box(WEST + n * 1000, SOUTH, WEST + n * 1000 + 1000, SOUTH + 1000) for n in range(1, 9)]
    layer = write_layer(tmp_path / "in.gpkg", "units", shapes, units)
    assigned = [{"DYDM": each["DYDM"], "XZBH": "T1"} for each in units]
    table = write_layer(tmp_path / "in.gpkg", "assigned", [None] * 8, assigned, epsg=None, kind=100)
    results = run("servicecoverage", UNITS=layer, ASSIGNMENT=table, FINDINGS=str(out / "findings.gpkg"))
    assert results["PLAN_COUNT"] == 4 and results["UNVISITED_COUNT"] == 4


def test_headless(path, tmp_path) -> None:
    book = tmp_path / "headless.xlsx"
    sheet = write(tmp_path / "list.xlsx", city(10, 3))
    results = results_of(qgis_process("landledger:planregister", LEDGER=path, INPUT=sheet, PRINTED="已批复=10个", WORKBOOK=book))
    assert results["APPROVED_COUNT"] == 10 and results["FAILING_COUNT"] == 0 and book.is_file()
