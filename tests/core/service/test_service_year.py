"""The yearly report against counts of plain tuples, states at the last day of either year, pages that foot to the city."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

import pytest

from ....core.errors import InputError
from ....core.occupation.inputs_sheet import RunFacts
from ....core.rules import load_rules
from ....core.service.register.ledger import Assigned, Move, NewVisit, ServiceLedger
from ....core.service.register.report import service_figures
from ....core.service.register.vocabulary import SuggestionState
from ....core.service.register.year import YearJob, service_year, unit_names, visited_names
from ....core.store.geopackage import create
from ....core.workbook import load_layout, read_table, sheet_names, write_workbook
from .made_register import BOOKS, day, open_service

TODAY = day("2025-02-10")


@pytest.fixture
def ledger(tmp_path):
    """Visits of 2023 and 2024, one suggestion that moves over the end of a year."""
    made = open_service(create(tmp_path / "a.gpkg", "示例", BOOKS), TODAY)
    gone = {"code": "X3", "name": "第三小组", "from": "2020-01-01", "to": "2023-12-31"}
    made.put_teams([gone, {"code": "X4", "name": "第四小组", "from": "2025-01-01"}])
    made.put_scenario({"code": "S", "name": "示例方案", "state": "current"})
    units = [Assigned("370000001", "X1", unit_name="东街"), Assigned("370000001001", "X1", unit_name="东村"), Assigned("370000002", "X2")]
    made.record_assignment("S", units, day("2024-01-01"))

    def visit(no, team, on, unit, *fields, count=2):
        under = [{"no": f"{no}{place}", "field": field, "text": f"{no}{place}"} for place, field in enumerate(fields)]
        return NewVisit({"no": no, "team": team, "date": on, "unit": unit, "count": count}, under)

    made.record_visits(
        [
            visit("a", "X1", "2023-03-01", "370000001", "名城保护", "名城保护"),
            visit("b", "X2", "2023-12-30", "370000002", "环境优化提升"),
            visit("c", "X1", "2024-01-02", "370000001", "名城保护", "环境优化提升", "环境优化提升"),
            visit("d", "X1", "2024-02-29", "370000001", count=None), visit("e", "X2", "2024-12-31", "370000001001", "公共空间品质提升"),
            visit("f", "X2", "2025-01-03", "370000002", "名城保护"),
        ]
    )  # fmt: skip
    to = SuggestionState
    made.move([Move("a0", to.SUBMITTED, day("2023-04-01")), Move("a0", to.ADOPTED, day("2023-05-01"))])
    made.move([Move("a0", to.DONE, day("2024-01-05"))])
    made.move([Move("a1", to.SUBMITTED, day("2023-06-01")), Move("a1", to.ADOPTED, day("2024-01-10"))])
    made.move([Move("c0", to.SUBMITTED, day("2024-03-01")), Move("c0", to.PARTLY, day("2024-04-01"))])
    made.move([Move("c1", to.SUBMITTED, day("2024-03-01")), Move("c1", to.ADOPTED, day("2025-01-20"))])
    yield made
    made.store.close()


def made_of(ledger, year, **job):
    return service_year(ledger, YearJob(year, **job), RunFacts(), TODAY)


def items(report):
    return {row.value("ITEM"): (row.value("NOW"), row.value("LAST")) for row in report.summary.rows}


def test_each_year_in_the_states_of_its_own_end(ledger):
    report = made_of(ledger, 2024)
    assert not report.draft
    found = items(report)
    assert found["走访次数"] == (3, 2) and found["参加人次"] == (4, 4) and found["走访单元数"] == (2, 2)
    assert found["其中：街道（镇、乡）"] == (1, 2) and found["其中：村（社区）"] == (1, 0)
    assert found["意见建议条数"] == (4, 3)
    states = [found[f"其中：{state}"] for state in ("提出", "报送", "采纳", "部分采纳", "未采纳", "落实")]
    # At the end of 2024 c1 was submitted; at the end of 2023 a0 was adopted and a1 submitted.
    assert states == [(2, 1), (1, 1), (0, 1), (1, 0), (0, 0), (0, 0)]
    assert found["采纳条数"] == (1, 1) and found["采纳率分母"] == (4, 3)
    assert found["采纳率"] == (Decimal("25.0"), Decimal("33.3"))
    assert found["重点领域：环境优化提升"] == (2, 1) and found["重点领域：背街小巷综合整治"] == (0, 0)
    rows = {row.value("ITEM"): row for row in report.summary.rows}
    assert rows["走访次数"].value("DIFF") == 1 and rows["走访次数"].value("GROWTH") == Decimal("50.0")
    growth = (Decimal(1) * 100 / 3).quantize(Decimal("0.1"), ROUND_HALF_UP)
    assert rows["意见建议条数"].value("GROWTH") == growth and rows["采纳率"].value("GROWTH") is None
    assert rows["其中：村（社区）"].value("GROWTH") is None
    assert found["有人服务的单元"][0] == 3


def test_a_page_for_who_served_or_did_anything(ledger):
    report = made_of(ledger, 2024)
    assert [page.team.code for page in report.teams] == ["X1", "X2"]
    first = report.pages.pages[0]
    shown = {key: first.fields[key] for key in ("NAME", "LEAD", "ROLE", "UNITS", "VU", "V", "S", "A", "Q", "R")}
    assert shown == {
        "NAME": "X1 第一小组", "LEAD": "甲", "ROLE": "责任规划师", "UNITS": 2, "VU": 1, "V": 2, "S": 3, "A": 1, "Q": 3,
        "R": Decimal("33.3"),
    }  # fmt: skip
    assert first.fields["LAST"] == "1 visits, 2 suggestions, 1 adopted"
    assert [row.value("S") for row in first.rows] == ["c0", "c1", "c2"]
    assert unit_names(report.teams[0]) == ["东街", "东村"] and visited_names(report.teams[0]) == ["370000001（2）"]
    assert {page.team.code for page in made_of(ledger, 2023).teams} == {"X1", "X2", "X3"}
    assert {page.team.code for page in made_of(ledger, 2025).teams} == {"X1", "X2", "X4"}


def test_a_year_that_goes_on_is_held_against_the_same_days(ledger):
    report = made_of(ledger, 2025)
    assert report.until == TODAY
    assert items(report)["走访次数"] == (1, 1) and items(report)["意见建议条数"] == (1, 3)
    leap = made_of(ledger, 2024, until=day("2024-02-29"))
    assert items(leap)["走访次数"] == (2, 0)
    for year, until, said in ((2026, None, "has not begun"), (2024, day("2025-01-01"), "not in the year")):
        with pytest.raises(InputError, match=said):
            made_of(ledger, year, until=until)
    with pytest.raises(InputError, match="no scenario 无"):
        made_of(ledger, 2024, scenario="无")


def test_printed_figures_of_the_year(ledger):
    assert not made_of(ledger, 2024, figures=service_figures("走访=3;意见建议=3余条")).draft
    assert made_of(ledger, 2024, figures=service_figures("走访=4")).draft


def test_a_team_whose_page_is_missing_makes_a_draft(ledger, monkeypatch):
    from ....core.service.register import year

    whole = year._pages
    monkeypatch.setattr(year, "_pages", lambda *given: whole(*given)[:1])
    assert made_of(ledger, 2024).draft


def test_the_workbook_reads_back(ledger, tmp_path):
    report = made_of(ledger, 2024, name="示例市")
    write_workbook(tmp_path / "a.xlsx", report.tables, draft=report.draft)
    assert {"年度汇总", "小组年报", "按小组统计", "按领域统计", "按时段统计", "意见建议台账", "走访台账", "勾稽检查", "输入与口径"} <= set(
        sheet_names(tmp_path / "a.xlsx")
    )
    read = read_table(tmp_path / "a.xlsx", load_layout("T33Y"))
    assert read.problems == [] and len(read.rows) == len(report.summary.rows)


def test_a_ledger_with_teams_alone_has_an_empty_year(tmp_path):
    ledger = open_service(create(tmp_path / "b.gpkg", "示例", BOOKS), TODAY)
    report = service_year(ServiceLedger(ledger.store.whole, load_rules(), lambda: TODAY), YearJob(2024), RunFacts(), TODAY)
    assert not report.draft and items(report)["采纳率"] == (None, None) and len(report.teams) == 2
    write_workbook(tmp_path / "b.xlsx", report.tables)
    ledger.store.close()
