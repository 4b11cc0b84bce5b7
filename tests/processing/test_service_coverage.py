"""landledger:servicecoverage and landledger:workload as QGIS runs them: made-up grids, tables, a ledger, bad inputs."""

from __future__ import annotations

import datetime
import gc
import sqlite3

import pytest
import shapely
from openpyxl import load_workbook

from .occupation_runs import files_in, is_one_sentence, rows_of, write_layer

WEST, SOUTH, SIDE = 39_500_000.0, 4_000_000.0, 1000.0


def town_code(town: int) -> str:
    return f"37150200{town}"


def village_code(town: int, village: int) -> str:
    return f"{town_code(town)}00{village}"


def box(west: float, south: float, width: float, height: float):
    return shapely.box(WEST + west, SOUTH + south, WEST + west + width, SOUTH + south + height)


def towns(path, count: int = 3, **more) -> str:
    rows = [{"DYDM": town_code(n + 1), "DYMC": f"{n + 1}镇", "RKS": 1000.0 * (n + 1), **more} for n in range(count)]
    return write_layer(path, "towns", [box(2 * SIDE * n, 0, 2 * SIDE, 2 * SIDE) for n in range(count)], rows)


def villages(path, count: int = 3) -> str:
    """A list without shapes."""
    rows = [
        {
            "VILLAGE_CODE12": village_code(t, v), "VILLAGE_NAME": f"{t}{v}村民委员会", "SSXZ": f"{t}镇",
            "GHPZRQ": "2023-05-01" if v == 1 else "",
        }
        for t in range(1, count + 1) for v in range(1, 5)
    ]  # fmt: skip
    return table(path, "villages", rows)


def table(path, name: str, rows: list[dict]) -> str:
    return write_layer(path, name, [None] * len(rows), rows, epsg=None, kind=100)


def teams(path, *rows: dict) -> str:
    return write_layer(path, "teams", [shapely.Point(WEST + 500, SOUTH + 500)] * len(rows), list(rows))


def assignment(path, *rows: tuple) -> str:
    listed = [
        {"SCENARIO": "甲", "UNIT": row[0], "TEAM": row[1], "ROLE": "责任规划师", "VALID_FROM": "2024-01-01", "VALID_TO": (*row, "")[2]}
        for row in rows
    ]  # fmt: skip
    return table(path, "assignment", listed)


@pytest.fixture
def run(provider, out, said_feedback):
    """run(algorithm, NAME=value …) -> results."""

    def run_algorithm(algorithm: str, **values):
        import processing

        run_algorithm.feedback = said_feedback()
        parameters = {"WORKBOOK": str(out / "book.xlsx"), "AS_OF": "2024-06-30", **values}
        results = processing.run(f"landledger:{algorithm}", parameters, feedback=run_algorithm.feedback)
        assert not run_algorithm.feedback.debug
        return results

    yield run_algorithm
    gc.collect()


@pytest.fixture
def refused(run, out):
    """refused(algorithm, NAME=value …) -> the one sentence said; nothing is left."""
    from qgis.core import QgsProcessingException

    def refuse(algorithm: str, **values) -> str:
        before = files_in(out)
        with pytest.raises(QgsProcessingException) as raised:
            run(algorithm, **values)
        message = str(raised.value)
        assert is_one_sentence(message), message
        assert files_in(out) == before
        return message

    return refuse


def given(path, **more) -> dict[str, str]:
    """A city of three towns: the first has two teams, the second one that is over, the third none but for a village."""
    return {
        "UNITS": towns(path),
        "VILLAGES": villages(path),
        "TEAMS": teams(path, {"XZBH": "A", "XZMCH": "一组", "SZDW": "示例院"}, {"XZBH": "B", "PQJZRQ": "2026-01-01"}),
        "ASSIGNMENT": assignment(
            path, (town_code(1), "A"), (town_code(1), "B"), (town_code(2), "A", "2024-03-31"), (village_code(3, 2), "B"), ("999", "A"),
        ),
        "VISITS": table(path, "visits", [{"TEAM": "A", "UNIT": village_code(1, 1), "DATE": f"2024-02-0{n}"} for n in (1, 2)]),
        **more,
    }  # fmt: skip


def test_coverage_of_a_small_city(run, out, tmp_path) -> None:
    path = tmp_path / "in.gpkg"
    results = run("servicecoverage", FINDINGS=str(out / "findings.gpkg"), AREAS=str(out / "left.gpkg"), **given(path))
    assert (results["UNIT_COUNT"], results["TEAM_COUNT"]) == (15, 2)
    assert results["GAP_COUNT"] == 5 + 4 and results["DOUBLE_COUNT"] == 1 and results["EXPIRED_COUNT"] == 1
    assert (results["UNKNOWN_COUNT"], results["OUTSIDE_COUNT"]) == (1, 0)
    assert (results["PLAN_COUNT"], results["UNVISITED_COUNT"]) == (3, 2)
    assert results["SHORT_TEAM_COUNT"] == 2 and results["UNBALANCED_COUNT"] == 0
    assert results["CITY_AREA_M2"] == pytest.approx(12e6, rel=1e-3)
    assert results["COVERED_PERCENT"] == pytest.approx(100 / 3, abs=1e-3)
    rows = rows_of(out / "findings.gpkg")
    assert len(rows) == results["FINDING_COUNT"] and len({row["KEY"] for row in rows}) == len(rows)
    left = rows_of(out / "left.gpkg")
    assert sum(row["AREA_M2"] for row in left) == pytest.approx(results["CITY_AREA_M2"] - results["COVERED_AREA_M2"], abs=0.05)
    book = load_workbook(out / "book.xlsx")
    wanted = "覆盖汇总 覆盖面积 单元服务情况 小组到访 规划村走访 清单对应 问题清单 检查项目与口径"
    assert set(wanted.split()) <= set(book.sheetnames)
    assert not any("草稿" in str(cell.value) for sheet in book for cell in sheet[1])


def test_decisions_are_kept_and_the_panel_knows_the_layer(run, out, tmp_path) -> None:
    path, target = tmp_path / "in.gpkg", out / "findings.gpkg"
    values = given(path)
    first = run("servicecoverage", FINDINGS=str(target), **values)
    with sqlite3.connect(target) as database:
        (name,) = database.execute("SELECT table_name FROM gpkg_contents").fetchone()
        for (trigger,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            database.execute(f'DROP TRIGGER "{trigger}"')
        database.execute(f"UPDATE \"{name}\" SET STATE = 'accepted', REASON = '已说明' WHERE CHECK_ID = 'service_double'")
    again = run("servicecoverage", FINDINGS=str(target), **values)
    assert again["ACCEPTED_COUNT"] == 1 and again["FINDING_COUNT"] == first["FINDING_COUNT"]
    (kept,) = [row for row in rows_of(target) if row["STATE"] == "accepted"]
    assert kept["REASON"] == "已说明" and kept["CHECK_ID"] == "service_double"
    from qgis.core import QgsVectorLayer

    from ...dialogs.findings_layer import is_findings_layer

    layer = QgsVectorLayer(str(target), "findings", "ogr")
    assert is_findings_layer(layer)


def test_points_have_no_ground_unless_their_cells_are_taken(run, tmp_path) -> None:
    path = tmp_path / "in.gpkg"
    rows = [{"CODE9": town_code(n + 1), "NAME": f"{n + 1}镇"} for n in range(3)]
    points = write_layer(path, "points", [box(2 * SIDE * n, 0, 2 * SIDE, 2 * SIDE).centroid for n in range(3)], rows)
    city = write_layer(path, "city", [box(0, 0, 6 * SIDE, 2 * SIDE)], [{"XZQMC": "示例区"}])
    values = {"UNITS": points, "CITY": city, "ASSIGNMENT": assignment(path, (town_code(1), "A"), (town_code(2), "A"))}
    bare = run("servicecoverage", **values)
    assert bare["COVERED_PERCENT"] is None and bare["GAP_COUNT"] == 1 and bare["TEAM_COUNT"] == 1
    cells = run("servicecoverage", CELLS=True, **values)
    assert cells["COVERED_PERCENT"] == pytest.approx(200 / 3, abs=1e-3)


def test_workload_of_a_small_city(run, out, tmp_path) -> None:
    path = tmp_path / "in.gpkg"
    states = ["采纳", "部分采纳", "提出", "落实", "未采纳"]
    listed = [{"TEAM": "AB"[n % 2], "UNIT": town_code(1), "DATE": "2024-03-01", "状态": state} for n, state in enumerate(states)]
    suggested = table(path, "suggested", listed)
    rows = assignment(tmp_path / "other.gpkg", (town_code(1), "A"), (town_code(2), "B"), (village_code(2, 1), "A"))
    values = given(path, ASSIGNMENT=rows)
    results = run("workload", SUGGESTIONS=suggested, **values)
    assert (results["TEAM_COUNT"], results["UNIT_COUNT"], results["VISIT_COUNT"]) == (2, 3, 2)
    assert (results["SUGGESTION_COUNT"], results["ADOPTED_COUNT"], results["ADOPTION_PERCENT"]) == (5, 3, 60)
    assert results["AREA_KM2"] == pytest.approx(8.0, abs=0.02) and results["POPULATION"] == 3000
    assert results["UNVISITED_COUNT"] == 2 and results["UNBALANCED_COUNT"] == 0
    assert results["WORKLOAD_MAX_MEAN"] >= 1
    book = load_workbook(out / "book.xlsx")
    assert {"T19工作统计", "均衡情况", "工作量构成", "建议状态", "未走访单元", "图表"} <= set(book.sheetnames)
    assert len(book["图表"]._charts) == 4
    heads = [cell.value for row in book["T19工作统计"].iter_rows(max_row=4) for cell in row]
    assert "小组" in heads and "负荷指数" in heads
    weighted = run("workload", WEIGHTS="units=1;area=0;population=0;projects=0;visits=0", **values)
    assert weighted["WORKLOAD_MAX_MEAN"] == pytest.approx(2 / 1.5)


def test_a_ledger_stands_in_for_tables(run, tmp_path) -> None:
    from ...core.ledger.model import Book
    from ...core.rules import load_rules
    from ...core.service.register.founding import found_service
    from ...core.service.register.ledger import NewVisit, ServiceLedger
    from ...core.service.register.model import Assigned
    from ...core.store.geopackage import create

    path = tmp_path / "ledger.gpkg"
    store = create(path, "示例台账", [Book("370000", "quota", "370000", "示例市")])
    found_service(store)
    ledger = ServiceLedger(store, load_rules(), lambda: datetime.date(2024, 6, 30))
    day = datetime.date(2024, 1, 1)
    ledger.put_teams([{"code": "A", "name": "一组"}, {"code": "B", "name": "二组", "to": "2024-03-31"}], "丙")
    ledger.put_scenario({"code": "S", "name": "方案", "state": "current"}, "丙")
    ledger.put_scenario({"code": "T", "name": "备选", "state": "draft"}, "丙")
    ledger.record_assignment("S", [Assigned(town_code(1), "A"), Assigned(town_code(2), "B")], day, "首次", "丙")
    visit = {"team": "A", "unit": village_code(1, 1), "date": datetime.date(2024, 5, 6)}
    ledger.record_visits([NewVisit(visit, [{"text": "示例建议", "field": "环境优化提升"}])], operator="丙")
    store.close()
    values = {"UNITS": towns(tmp_path / "in.gpkg"), "VILLAGES": villages(tmp_path / "in.gpkg"), "LEDGER": str(path)}
    results = run("servicecoverage", **values)
    assert (results["TEAM_COUNT"], results["EXPIRED_COUNT"], results["GAP_COUNT"]) == (2, 1, 10)
    assert results["UNVISITED_COUNT"] == 2 and results["UNBALANCED_COUNT"] == 0
    work = run("workload", **values)
    assert (work["VISIT_COUNT"], work["SUGGESTION_COUNT"], work["UNBALANCED_COUNT"]) == (1, 1, 0)


def test_bad_inputs_are_refused(refused, tmp_path) -> None:
    path = tmp_path / "in.gpkg"
    units = towns(path)
    rows = assignment(path, (town_code(1), "A"))
    assert "assignment" in refused("servicecoverage", UNITS=units)
    assert "乙" in refused("servicecoverage", UNITS=units, ASSIGNMENT=rows, SCENARIO="乙")
    two = table(tmp_path / "two.gpkg", "two", [{"UNIT": town_code(n), "TEAM": "A", "SCENARIO": name} for n, name in ((1, "甲"), (2, "乙"))])
    assert "甲" in refused("servicecoverage", UNITS=units, ASSIGNMENT=two)
    doubled = write_layer(tmp_path / "twice.gpkg", "units", [box(0, 0, 1, 1)] * 2, [{"DYDM": town_code(1)}] * 2)
    assert town_code(1) in refused("servicecoverage", UNITS=doubled, ASSIGNMENT=rows)
    late = table(tmp_path / "late.gpkg", "late", [{"UNIT": town_code(1), "TEAM": "A", "VALID_TO": "某日"}])
    assert "某日" in refused("servicecoverage", UNITS=units, ASSIGNMENT=late)
    odd = table(tmp_path / "odd.gpkg", "odd", [{"UNIT": town_code(1), "TEAM": "A", "DATE": "2024-01-01", "状态": "大概"}])
    assert "大概" in refused("workload", UNITS=units, ASSIGNMENT=rows, SUGGESTIONS=odd)
    assert "2025" in refused("workload", UNITS=units, ASSIGNMENT=rows, PERIOD_FROM="2025-01-01")
    assert "没有此列" in refused("servicecoverage", UNITS=units, ASSIGNMENT=rows, FIELD_MAP="DYDM=没有此列")
    role = table(tmp_path / "role.gpkg", "role", [{"UNIT": town_code(1), "TEAM": "A", "ROLE": "司机"}])
    assert "司机" in refused("servicecoverage", UNITS=units, ASSIGNMENT=role)
